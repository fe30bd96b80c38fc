//! The vault: the data key of this tablet's books, wrapped once for each person who may open them. It lies in the one
//! slot that is not sealed, so it holds nothing personal: a sign that each person chose for the lock screen, and no name.
//!
//! Whoever holds a passphrase opens the books: there is no rank among them. A passphrase is changed by wrapping the data
//! key anew; the data stay as they are.

use domain::Uuid;
use serde::{Deserialize, Serialize};

use crate::seal::{DataKey, Sealer, Unsealed};

/// The slot that holds the vault.
pub const VAULT_SLOT: &str = "keep/vault";
/// The version of the encoding that this code writes.
const VERSION: u8 = 1;

/// How much work Argon2id is: memory in KiB, passes over it, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// The least that is accepted (OWASP's Password Storage Cheat Sheet, Argon2id).
    pub const LEAST: Self = Self { memory: 19 * 1024, passes: 2, lanes: 1 };
    /// The most that is accepted: a hostile vault must not take the tablet's memory.
    pub const MOST: Self = Self { memory: 256 * 1024, passes: 64, lanes: 4 };

    fn is_sane(self) -> bool {
        let within = |number: u32, least: u32, most: u32| (least..=most).contains(&number);
        within(self.memory, Self::LEAST.memory, Self::MOST.memory)
            && within(self.passes, 1, Self::MOST.passes)
            && within(self.lanes, 1, Self::MOST.lanes)
    }
}

/// Who opens with this key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    /// A person: their staff record, and the sign that the lock screen shows.
    Staff {
        /// The staff record.
        staff: Uuid,
        /// The sign.
        sign: String,
    },
    /// The recovery sheet, a random code on paper.
    Recovery,
}

/// What is known of a key before it is tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Who opens with it.
    pub holder: Holder,
    /// The salt of its derivation.
    pub salt: [u8; 16],
    /// The work of its derivation.
    pub cost: Cost,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    lock: Lock,
    /// The data key, sealed under the derived key; the lock is the associated data.
    wrapped: Vec<u8>,
}

/// The wrapped data key, once for each holder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vault {
    entries: Vec<Entry>,
}

/// Why bytes are no vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// A newer version wrote it.
    Newer(u8),
    /// It is damaged.
    Damaged,
}

impl Vault {
    /// Wraps the data key for one more holder, in the place of what the same holder had.
    pub fn admit(&mut self, lock: Lock, derived: [u8; 32], data_key: &DataKey) {
        let wrapped = wrapper(derived).seal(&associated(&lock), data_key.expose());
        self.entries.retain(|entry| !is_same_holder(&entry.lock.holder, &lock.holder));
        self.entries.push(Entry { lock, wrapped });
    }

    /// Takes a holder's key away. The last one stays: without any, everything would be lost.
    pub fn dismiss(&mut self, holder: &Holder) -> bool {
        let is_last = self.entries.iter().all(|entry| is_same_holder(&entry.lock.holder, holder));
        if is_last {
            return false;
        }
        self.entries.retain(|entry| !is_same_holder(&entry.lock.holder, holder));
        true
    }

    /// The locks, in the order in which they were made.
    pub fn locks(&self) -> impl Iterator<Item = &Lock> {
        self.entries.iter().map(|entry| &entry.lock)
    }

    /// The data key, if the derived key is that of the holder's passphrase.
    #[must_use]
    pub fn open(&self, lock: &Lock, derived: [u8; 32]) -> Option<DataKey> {
        let entry = self.entries.iter().find(|entry| entry.lock == *lock)?;
        let Unsealed(bytes) = wrapper(derived).open(&associated(lock), &entry.wrapped).ok()?;
        DataKey::from_bytes(&bytes)
    }

    /// The bytes for the slot.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_extend(self, vec![VERSION]).unwrap_or_default()
    }

    /// Reads what [`Vault::encode`] wrote.
    ///
    /// # Errors
    /// `Newer` for bytes of a newer version, `Damaged` for anything else that is no vault.
    pub fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        let (version, rest) = bytes.split_first().ok_or(VaultError::Damaged)?;
        if *version > VERSION {
            return Err(VaultError::Newer(*version));
        }
        let (vault, left) = postcard::take_from_bytes::<Self>(rest).map_err(|_| VaultError::Damaged)?;
        let is_sound = *version == VERSION && left.is_empty() && !vault.entries.is_empty();
        let is_sane = vault.entries.iter().all(|entry| entry.lock.cost.is_sane());
        if is_sound && is_sane { Ok(vault) } else { Err(VaultError::Damaged) }
    }
}

fn wrapper(derived: [u8; 32]) -> Sealer {
    Sealer::new(&DataKey::new(derived))
}

/// Salt, cost and holder stand under the seal: none can be exchanged for another.
fn associated(lock: &Lock) -> Vec<u8> {
    postcard::to_extend(lock, b"vault".to_vec()).unwrap_or_default()
}

fn is_same_holder(a: &Holder, b: &Holder) -> bool {
    match (a, b) {
        (Holder::Staff { staff: one, .. }, Holder::Staff { staff: other, .. }) => one == other,
        (Holder::Recovery, Holder::Recovery) => true,
        _ => false,
    }
}
