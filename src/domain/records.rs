//! The records themselves, by area. Their words are those of the programme; what an office may change is a record too.

mod cases;
mod casework;
mod fund;
mod guidance;
mod leading;
mod needs;
mod pairing;
mod photos;
mod plans;
mod programme;
mod promises;
mod prosperity;
mod roll;
mod tours;
mod training;

pub use cases::*;
pub use casework::*;
pub use fund::*;
pub use guidance::*;
pub use leading::*;
pub use needs::*;
pub use pairing::*;
pub use photos::*;
pub use plans::*;
pub use programme::*;
pub use promises::*;
pub use prosperity::*;
pub use roll::*;
pub use tours::*;
pub use training::*;

use crate::{Fit, Kind, Record, Value};

macro_rules! any_record {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum AnyRecord { $($(#[$meta])* $kind($kind)),+ }

        impl AnyRecord {
            /// A record of that kind in which nothing stands.
            #[must_use]
            pub fn empty(kind: Kind) -> Self {
                match kind { $(Kind::$kind => Self::$kind($kind::default())),+ }
            }

            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind),+ }
            }

            /// The value of the field with that number.
            #[must_use]
            pub fn get(&self, number: u16) -> Value {
                match self { $(Self::$kind(record) => record.get(number)),+ }
            }
        }

        impl AnyRecord {
            /// Writes a field, or says why this version cannot.
            pub fn set(&mut self, number: u16, value: &Value) -> Fit {
                match self { $(Self::$kind(record) => record.set(number, value)),+ }
            }
        }

        $(impl From<$kind> for AnyRecord {
            fn from(record: $kind) -> Self {
                Self::$kind(record)
            }
        })+
    };
}
for_each_kind!(any_record);
