//! The keyring of opened books: their data key, and the vault that keeps it for each person. Made at set-up, or by the
//! passphrase of somebody whom the vault knows. It must never outlive the lock: whoever locks the app drops it.

use std::cell::RefCell;
use std::rc::Rc;

use domain::Uuid;

use crate::vault::{Cost, Holder, Lock, VAULT_SLOT, Vault};
use crate::world::random_key;
use crate::{DataKey, Device, SealedStorage, Storage, StorageError, World};

/// The shortest passphrase that is taken (NIST SP 800-63B, 3.1.1.2: eight characters at the least).
pub const SHORTEST: usize = 8;
/// The letters of a recovery code: Crockford's base 32, in which no two are taken for one another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters a recovery code has: 120 bits.
const CODE: usize = 24;
/// How many stand together.
const GROUP: usize = 4;

/// An open lock.
pub struct Keyring {
    key: DataKey,
    vault: RefCell<Vault>,
    holder: Holder,
}

impl Keyring {
    /// A new data key, wrapped for its first holder. It lies nowhere before [`Keyring::keep`].
    ///
    /// # Errors
    /// What the tablet says, when it cannot derive keys.
    pub async fn create(
        device: &dyn Device,
        world: &dyn World,
        holder: Holder,
        passphrase: &str,
    ) -> Result<Self, StorageError> {
        let key = DataKey::new(random_key(world));
        let keyring = Self { key, vault: RefCell::default(), holder: holder.clone() };
        keyring.wrap(device, world, holder, passphrase).await?;
        Ok(keyring)
    }

    /// Opens a lock of a vault; nothing when the passphrase is not the one.
    ///
    /// # Errors
    /// What the tablet says, when it cannot derive keys.
    pub async fn unlock(
        device: &dyn Device,
        vault: Vault,
        lock: &Lock,
        passphrase: &str,
    ) -> Result<Option<Self>, StorageError> {
        let derived = device.derive(passphrase, &lock.salt, lock.cost).await?;
        let opened = vault.open(lock, derived);
        Ok(opened.map(|key| Self { key, vault: RefCell::new(vault), holder: lock.holder.clone() }))
    }

    /// The storage as it reads and writes under the data key.
    #[must_use]
    pub fn sealed(&self, below: Rc<dyn Storage>) -> Rc<dyn Storage> {
        Rc::new(SealedStorage::new(below, &self.key))
    }

    /// The data key, for recovery.
    #[must_use]
    pub const fn key(&self) -> &DataKey {
        &self.key
    }

    /// Who opened; nobody when it was the recovery sheet.
    #[must_use]
    pub const fn staff(&self) -> Option<Uuid> {
        match self.holder {
            Holder::Staff { staff, .. } => Some(staff),
            Holder::Recovery => None,
        }
    }

    /// The same keys in another holder's hands, whose passphrase was just made.
    #[must_use]
    pub fn for_holder(&self, holder: Holder) -> Self {
        Self { key: self.key.clone(), vault: self.vault.clone(), holder }
    }

    /// Who can open.
    #[must_use]
    pub fn holders(&self) -> Vec<Holder> {
        self.vault.borrow().locks().map(|lock| lock.holder.clone()).collect()
    }

    /// Whether it is the passphrase of that holder.
    ///
    /// # Errors
    /// What the tablet says, when it cannot derive keys.
    pub async fn is_passphrase_of(
        &self,
        device: &dyn Device,
        staff: Uuid,
        passphrase: &str,
    ) -> Result<bool, StorageError> {
        let lock = self.vault.borrow().locks().find(|lock| is_of(lock, staff)).cloned();
        let Some(lock) = lock else { return Ok(false) };
        let derived = device.derive(passphrase, &lock.salt, lock.cost).await?;
        Ok(self.vault.borrow().open(&lock, derived).is_some())
    }

    /// Lets one more holder in, or gives one a new passphrase. The data stay as they are.
    ///
    /// # Errors
    /// What the tablet or the disk says; then the vault is as it was.
    pub async fn admit(
        &self,
        device: &dyn Device,
        world: &dyn World,
        storage: &dyn Storage,
        holder: Holder,
        passphrase: &str,
    ) -> Result<(), StorageError> {
        let before = self.vault.borrow().clone();
        self.wrap(device, world, holder, passphrase).await?;
        self.keep_or(before, storage).await
    }

    /// Takes a holder's way in away; whether there was another one left.
    ///
    /// # Errors
    /// What the disk says; then the vault is as it was.
    pub async fn dismiss(&self, storage: &dyn Storage, holder: &Holder) -> Result<bool, StorageError> {
        let before = self.vault.borrow().clone();
        if !self.vault.borrow_mut().dismiss(holder) {
            return Ok(false);
        }
        self.keep_or(before, storage).await.map(|()| true)
    }

    /// Puts the vault where it is found at the next opening.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn keep(&self, storage: &dyn Storage) -> Result<(), StorageError> {
        let bytes = self.vault.borrow().encode();
        storage.set_slot(VAULT_SLOT, Some(&bytes)).await
    }

    async fn keep_or(&self, before: Vault, storage: &dyn Storage) -> Result<(), StorageError> {
        let kept = self.keep(storage).await;
        if kept.is_err() {
            self.vault.replace(before);
        }
        kept
    }

    async fn wrap(
        &self,
        device: &dyn Device,
        world: &dyn World,
        holder: Holder,
        passphrase: &str,
    ) -> Result<(), StorageError> {
        // Enough chance stands in a recovery code: no work is needed to make it dear to guess.
        let cost = if holder == Holder::Recovery { Cost::LEAST } else { device.calibrate().await? };
        let lock = Lock { holder, salt: world.random(), cost };
        let derived = device.derive(passphrase, &lock.salt, lock.cost).await?;
        self.vault.borrow_mut().admit(lock, derived, &self.key);
        Ok(())
    }
}

/// A new recovery code: 24 letters in groups of four.
#[must_use]
pub fn recovery_code(world: &dyn World) -> String {
    let letters = random_key(world).map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let groups = letters[..CODE].chunks(GROUP).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

/// A recovery code as it was made, from what a person typed off the paper: case, spaces and dashes do not matter, nor
/// whether O is read for 0 and I or L for 1.
#[must_use]
pub fn typed_code(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| match letter.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        letter => letter.is_ascii_alphanumeric().then_some(letter),
    });
    let letters: Vec<char> = letters.collect();
    letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn is_of(lock: &Lock, staff: Uuid) -> bool {
    matches!(lock.holder, Holder::Staff { staff: of, .. } if of == staff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestWorld;
    use domain::Date;

    #[test]
    fn a_code_is_read_off_the_paper_as_people_type_it() {
        let today = Date::from_calendar_date(2026, time::Month::March, 1).expect("a day");
        let code = recovery_code(&TestWorld::new(today, 1));
        assert_eq!(code.len(), CODE + CODE / GROUP - 1, "{code}");
        assert_ne!(code, recovery_code(&TestWorld::new(today, 2)));
        let sloppy = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(typed_code(&sloppy), code);
        assert_eq!(typed_code(""), "");
    }
}
