//! Sealing at rest: XChaCha20-Poly1305 with a nonce made of what is sealed (RFC 5297's idea: a synthetic nonce), so that
//! the same change sealed twice is the same bytes, and no source of chance can fail us. Where a thing lies is its
//! associated data: nothing can be put in another's place. It fails closed.
//!
//! Bytes: a version byte, 24 bytes of nonce, the ciphertext with its tag of 16 bytes.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The version of the sealing that this code writes.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// The key that everything of some books is sealed with: 256 random bits. Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A key of random bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key of those bytes, if they are 32.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes, to be wrapped.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// What was under a seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsealed(pub Vec<u8>);

/// The bytes were not sealed with this key for this place, or are damaged: nothing tells which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealBroken;

/// Seals and opens.
#[derive(Clone)]
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    nonces: Hmac<Sha256>,
}

impl Sealer {
    /// A sealer under a key.
    #[must_use]
    pub fn new(key: &DataKey) -> Self {
        let (mut cipher_key, mut nonce_key) = (derived(key, b"bangfu seal"), derived(key, b"bangfu nonce"));
        let cipher = XChaCha20Poly1305::new(&cipher_key.into());
        let nonces = Hmac::<Sha256>::new(&nonce_block(nonce_key).into());
        cipher_key.zeroize();
        nonce_key.zeroize();
        Self { cipher, nonces }
    }

    /// Seals bytes for a place.
    #[must_use]
    pub fn seal(&self, place: &[u8], plain: &[u8]) -> Vec<u8> {
        let nonce = self.nonce(place, plain);
        let payload = Payload { msg: plain, aad: &associated(place) };
        // It refuses only messages of 256 GB.
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        [&[VERSION], nonce.as_slice(), &sealed].concat()
    }

    /// Opens what was sealed for that place.
    ///
    /// # Errors
    /// `SealBroken` for anything else.
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Unsealed, SealBroken> {
        let (version, rest) = sealed.split_first().ok_or(SealBroken)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(SealBroken)?;
        if *version != VERSION {
            return Err(SealBroken);
        }
        let payload = Payload { msg: body, aad: &associated(place) };
        self.cipher.decrypt(&XNonce::from(*nonce), payload).map(Unsealed).map_err(|_| SealBroken)
    }

    fn nonce(&self, place: &[u8], plain: &[u8]) -> [u8; NONCE] {
        let mut mac = self.nonces.clone();
        mac.update(&(place.len() as u64).to_be_bytes());
        mac.update(place);
        mac.update(plain);
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&mac.finalize().into_bytes()[..NONCE]);
        nonce
    }
}

fn derived(key: &DataKey, purpose: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(purpose).chain_update(key.expose()).finalize().into()
}

/// A key as HMAC takes it: filled up with zeros to the block of its hash.
fn nonce_block(key: [u8; 32]) -> [u8; 64] {
    let mut block = [0; 64];
    block[..32].copy_from_slice(&key);
    block
}

fn associated(place: &[u8]) -> Vec<u8> {
    [&[VERSION], place].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealer(seed: u8) -> Sealer {
        Sealer::new(&DataKey::new([seed; 32]))
    }

    #[test]
    fn what_was_sealed_is_opened_in_its_place_only() {
        let sealed = sealer(1).seal(b"slot/a", b"typed");
        assert_eq!(sealer(1).open(b"slot/a", &sealed), Ok(Unsealed(b"typed".to_vec())));
        assert_eq!(sealer(1).open(b"slot/b", &sealed), Err(SealBroken), "another place");
        assert_eq!(sealer(2).open(b"slot/a", &sealed), Err(SealBroken), "another key");
        assert_eq!(sealer(1).seal(b"slot/a", b"typed"), sealed, "the same is the same");
        assert_ne!(sealer(1).seal(b"slot/a", b"typee")[1..25], sealed[1..25], "other content has another nonce");
        assert!(!sealed.windows(5).any(|window| window == b"typed"));
    }

    #[test]
    fn every_cut_and_every_flip_is_refused() {
        let sealed = sealer(1).seal(b"p", b"some bytes");
        for length in 0..sealed.len() {
            assert_eq!(sealer(1).open(b"p", &sealed[..length]), Err(SealBroken), "cut at {length}");
        }
        for bit in 0..sealed.len() * 8 {
            let mut flipped = sealed.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(sealer(1).open(b"p", &flipped), Err(SealBroken), "bit {bit} flipped");
        }
    }
}
