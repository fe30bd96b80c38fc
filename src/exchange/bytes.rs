//! Bytes in a message, as one piece: serde would take them for a list of numbers, and each number for itself. The form
//! is the same.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that are owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

/// Bytes that are borrowed, and only written.
struct Slice<'a>(&'a [u8]);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl Serialize for Slice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(OnePiece).map(Self)
    }
}

struct OnePiece;

impl Visitor<'_> for OnePiece {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_vec())
    }
}

/// For a field that borrows its bytes.
pub(crate) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// For a field that is a list of bytes.
pub(crate) mod list {
    use super::{Bytes, Deserialize, Deserializer, Serializer, Slice};

    pub(crate) fn serialize<S: Serializer>(list: &[Vec<u8>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter().map(|bytes| Slice(bytes)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<u8>>, D::Error> {
        let list = Vec::<Bytes>::deserialize(deserializer)?;
        Ok(list.into_iter().map(|bytes| bytes.0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Message {
        one: Bytes,
        #[serde(with = "list")]
        many: Vec<Vec<u8>>,
    }

    #[derive(Serialize)]
    struct Plain {
        one: Vec<u8>,
        many: Vec<Vec<u8>>,
    }

    #[test]
    fn the_form_is_that_of_a_list_of_numbers() {
        let (one, many) = (vec![1, 2, 200], vec![vec![], vec![0; 300], vec![7]]);
        let message = Message { one: Bytes(one.clone()), many: many.clone() };
        let bytes = postcard::to_stdvec(&message).unwrap();
        assert_eq!(bytes, postcard::to_stdvec(&Plain { one, many }).unwrap());
        assert_eq!(postcard::from_bytes(&bytes), Ok(message));
        assert!(postcard::from_bytes::<Message>(&bytes[..bytes.len() - 1]).is_err());
    }
}
