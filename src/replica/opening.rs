//! What lies where the books should be, before any of it is believed. An empty place is a first opening only when
//! nothing anywhere remembers that there was more.

use crate::second_copy::CopyExtent;
use crate::vault::{VAULT_SLOT, Vault, VaultError};
use crate::{SecondCopy, Storage, StorageError, Vector};

/// What lies where the books should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing, and nothing remembers more: the first opening.
    Nothing,
    /// Books under a vault.
    Locked(Vault),
    /// Less than there was: no vault, but something that belongs under one, or that remembers it.
    Lost,
}

/// Looks at the storage and at what else remembers these books. `copy` is there for the tab that may write.
///
/// # Errors
/// What the storage says; `Newer` when a newer version of the app made the vault.
pub async fn look(
    storage: &dyn Storage,
    copy: Option<&dyn SecondCopy>,
    is_remembered: bool,
) -> Result<Found, StorageError> {
    if let Some(bytes) = storage.slot(VAULT_SLOT).await? {
        return match Vault::decode(&bytes) {
            Ok(vault) => Ok(Found::Locked(vault)),
            Err(VaultError::Newer(_)) => Err(StorageError::Newer),
            Err(VaultError::Damaged) => Ok(Found::Lost),
        };
    }
    if is_remembered || !storage.read_after(&Vector::default()).await?.is_empty() {
        return Ok(Found::Lost);
    }
    // Where the browser has no second place, nothing can lie there.
    let extent = match copy {
        Some(copy) => copy.extent().await.unwrap_or_default(),
        None => CopyExtent::default(),
    };
    Ok(if extent.heads.is_empty() { Found::Nothing } else { Found::Lost })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryStorage;
    use crate::testing::chain;
    use futures::executor::block_on;

    #[test]
    fn an_empty_place_is_a_beginning_only_when_nothing_remembers_more() {
        let storage = MemoryStorage::default();
        assert_eq!(block_on(look(&storage, None, false)), Ok(Found::Nothing));
        assert_eq!(block_on(look(&storage, None, true)), Ok(Found::Lost), "the witness remembers");
        block_on(storage.append(&chain(1, 1))).expect("appends");
        assert_eq!(block_on(look(&storage, None, false)), Ok(Found::Lost), "there are changes and no vault");
        block_on(storage.set_slot(VAULT_SLOT, Some(&[1, 2, 3]))).expect("fills");
        assert_eq!(block_on(look(&storage, None, false)), Ok(Found::Lost), "the vault is damaged");
        block_on(storage.set_slot(VAULT_SLOT, Some(&[9]))).expect("fills");
        assert_eq!(block_on(look(&storage, None, false)), Err(StorageError::Newer));
    }
}
