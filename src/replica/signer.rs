//! Signatures: Ed25519 (RFC 8032). A replica's name is made of its public key, so that a signature alone tells whether a
//! change is of the replica that it names; there is no list of keys to be kept or forged.

use async_trait::async_trait;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::ReplicaId;

/// A public key.
pub type PublicKey = [u8; 32];
/// A signature.
pub type SignatureBytes = [u8; 64];

/// The key of a replica, wherever it lies. The browser's own never shows it.
#[async_trait(?Send)]
pub trait Signer {
    /// The public key.
    fn public_key(&self) -> PublicKey;
    /// Signs; nothing when the keeper of the key refuses.
    async fn sign(&self, message: &[u8]) -> Option<SignatureBytes>;
}

/// A signer in plain Rust, for where the browser has none, and for tests.
pub struct SeedSigner(SigningKey);

impl SeedSigner {
    /// The signer of a seed.
    #[must_use]
    pub fn new(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Signs at once.
    #[must_use]
    pub fn sign_now(&self, message: &[u8]) -> SignatureBytes {
        self.0.sign(message).to_bytes()
    }
}

#[async_trait(?Send)]
impl Signer for SeedSigner {
    fn public_key(&self) -> PublicKey {
        self.0.verifying_key().to_bytes()
    }

    async fn sign(&self, message: &[u8]) -> Option<SignatureBytes> {
        Some(self.sign_now(message))
    }
}

/// Whether the signature over the message is of that key (the strict rules: no two signatures fit one message).
#[must_use]
pub fn is_signed(key: &PublicKey, message: &[u8], signature: &SignatureBytes) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(key) else { return false };
    key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
}

/// The name of the replica with that key: the first half of its SHA-256.
#[must_use]
pub fn replica_of(key: &PublicKey) -> ReplicaId {
    let hash: [u8; 32] = Sha256::new().chain_update(b"bangfu replica").chain_update(key).finalize().into();
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    ReplicaId(id)
}
