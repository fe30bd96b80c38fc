//! The vault: whoever holds a passphrase opens, nobody else, and the last key is never taken away.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use domain::Uuid;
use proptest::prelude::*;
use replica::DataKey;
use replica::vault::{Cost, Holder, Lock, Vault, VaultError};

fn lock(person: u128, sign: &str) -> Lock {
    let holder = Holder::Staff { staff: Uuid::from_u128(person), sign: sign.into() };
    Lock { holder, salt: [u8::try_from(person).expect("few"); 16], cost: Cost::LEAST }
}

fn key() -> DataKey {
    DataKey::new([9; 32])
}

/// A vault that two persons and the recovery sheet open.
fn vault() -> Vault {
    let mut vault = Vault::default();
    vault.admit(lock(1, "crane"), [1; 32], &key());
    vault.admit(lock(2, "pine"), [2; 32], &key());
    vault.admit(Lock { holder: Holder::Recovery, salt: [7; 16], cost: Cost::LEAST }, [3; 32], &key());
    vault
}

fn opens(vault: &Vault, lock: &Lock, derived: u8) -> bool {
    vault.open(lock, [derived; 32]).is_some_and(|opened| opened.expose() == key().expose())
}

#[test]
fn each_holder_opens_with_their_own_key_only() {
    let vault = vault();
    let locks: Vec<Lock> = vault.locks().cloned().collect();
    for (holder, lock) in locks.iter().enumerate() {
        for derived in 0..5 {
            assert_eq!(opens(&vault, lock, derived), usize::from(derived) == holder + 1);
        }
    }
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one() {
    let mut vault = vault();
    let anew = Lock { salt: [50; 16], ..lock(1, "lotus") };
    vault.admit(anew.clone(), [8; 32], &key());
    assert_eq!(vault.locks().count(), 3);
    assert!(opens(&vault, &anew, 8));
    assert!(!opens(&vault, &lock(1, "crane"), 1), "the old lock is gone");
}

#[test]
fn whoever_left_opens_no_more_and_the_last_key_stays() {
    let mut vault = vault();
    assert!(vault.dismiss(&lock(1, "whatever it shows").holder));
    assert!(!opens(&vault, &lock(1, "crane"), 1));
    assert!(vault.dismiss(&Holder::Recovery));
    assert!(!vault.dismiss(&lock(2, "pine").holder), "without any key all would be lost");
    assert!(opens(&vault, &lock(2, "pine"), 2));
}

#[test]
fn a_lock_that_was_tampered_with_opens_nothing() {
    let mut bytes = vault().encode();
    let at = bytes.windows(16).position(|window| window == [1; 16]).expect("the salt");
    bytes[at] ^= 1;
    let vault = Vault::decode(&bytes).expect("a vault by its form");
    let lock = vault.locks().next().expect("a lock").clone();
    assert!(!opens(&vault, &lock, 1));
}

#[test]
fn a_vault_that_asks_for_too_much_or_too_little_work_is_damaged() {
    let costs = [
        (Cost::LEAST, true),
        (Cost::MOST, true),
        (Cost { memory: 1024, ..Cost::LEAST }, false),
        (Cost { memory: Cost::MOST.memory + 1, ..Cost::LEAST }, false),
        (Cost { passes: 0, ..Cost::LEAST }, false),
        (Cost { passes: Cost::MOST.passes + 1, ..Cost::LEAST }, false),
        (Cost { lanes: 0, ..Cost::LEAST }, false),
        (Cost { lanes: Cost::MOST.lanes + 1, ..Cost::LEAST }, false),
    ];
    for (cost, is_sane) in costs {
        let mut vault = Vault::default();
        vault.admit(Lock { cost, ..lock(1, "crane") }, [1; 32], &key());
        assert_eq!(Vault::decode(&vault.encode()).is_ok(), is_sane, "{cost:?}");
    }
}

#[test]
fn what_is_no_vault_is_told() {
    let bytes = vault().encode();
    assert_eq!(Vault::decode(&bytes), Ok(vault()));
    assert_eq!(Vault::decode(&[&[2], &bytes[1..]].concat()), Err(VaultError::Newer(2)));
    assert_eq!(Vault::decode(&[&[0], &bytes[1..]].concat()), Err(VaultError::Damaged));
    assert_eq!(Vault::decode(&Vault::default().encode()), Err(VaultError::Damaged), "nobody could open it");
    assert_eq!(Vault::decode(&[bytes.as_slice(), &[0]].concat()), Err(VaultError::Damaged));
    for length in 0..bytes.len() {
        assert_eq!(Vault::decode(&bytes[..length]), Err(VaultError::Damaged), "cut at {length}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Vault::decode(&bytes);
    }

    #[test]
    fn a_flipped_bit_never_opens_another_key(bit in 0usize..4000) {
        let mut bytes = vault().encode();
        let bit = bit % (bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        if let Ok(vault) = Vault::decode(&bytes) {
            for lock in vault.locks() {
                let opened = (1..4).filter_map(|derived| vault.open(lock, [derived; 32]));
                prop_assert!(opened.into_iter().all(|opened| opened.expose() == key().expose()));
            }
        }
    }
}
