//! Other age programs open what Bangfu makes, and Bangfu opens what they make, if it holds Bangfu's payload. The Rust crate
//! is asked through its own interface; of the Go program, which reads files of its own, two files lie here.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::{Read, Write};

use age::secrecy::SecretString;
use age::{Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use exchange::testing::{CASE_PASSPHRASE, FUZZ_IDENTITY, payload_of};
use exchange::{Bundle, Key, Lock, UnpackError, pack, unpack};

fn bundle() -> Bundle {
    let changes = vec![b"a first change".to_vec(), vec![], vec![3; 200_000]];
    Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos: vec![] }
}

fn opened_by_age(bytes: &[u8], identity: &dyn Identity) -> Vec<u8> {
    let mut payload = Vec::new();
    let decryptor = Decryptor::new(bytes).unwrap();
    decryptor.decrypt(std::iter::once(identity)).unwrap().read_to_end(&mut payload).unwrap();
    payload
}

fn locked_by_age(payload: &[u8], recipient: &dyn Recipient) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Encryptor::with_recipients(std::iter::once(recipient)).unwrap().wrap_output(&mut bytes).unwrap();
    writer.write_all(payload).unwrap();
    writer.finish().unwrap();
    bytes
}

fn scrypt_of(factor: u8) -> scrypt::Recipient {
    let mut recipient = scrypt::Recipient::new(SecretString::from(CASE_PASSPHRASE));
    recipient.set_work_factor(factor);
    recipient
}

#[test]
fn age_opens_what_is_packed_for_a_tablet() {
    let identity = x25519::Identity::generate();
    let bytes = pack(&bundle(), &Lock::Recipients(vec![identity.to_public().to_string()])).unwrap();
    assert_eq!(opened_by_age(&bytes, &identity), payload_of(&bundle()));
}

#[test]
fn age_opens_what_is_packed_with_a_passphrase() {
    let bytes = pack(&bundle(), &Lock::Passphrase(CASE_PASSPHRASE.into())).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    let identity = scrypt::Identity::new(SecretString::from(CASE_PASSPHRASE));
    assert_eq!(opened_by_age(&bytes, &identity), payload_of(&bundle()));
}

#[test]
fn what_age_locks_opens_if_it_is_a_bundle() {
    let identity = x25519::Identity::generate();
    let key = Key::Identity(age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).into());
    let check = |payload: &[u8], expected| {
        assert_eq!(unpack(&locked_by_age(payload, &identity.to_public()), &key), expected);
    };
    check(&payload_of(&bundle()), Ok(bundle()));
    check(b"", Err(UnpackError::NotABundle));
    check(b"a letter to somebody", Err(UnpackError::NotABundle));
    check(&payload_of(&bundle())[1..], Err(UnpackError::NotABundle));
}

#[test]
fn a_passphrase_of_age_opens_within_this_tablets_memory() {
    let key = Key::Passphrase(CASE_PASSPHRASE.into());
    let check = |factor, expected| {
        let bytes = locked_by_age(&payload_of(&bundle()), &scrypt_of(factor));
        assert_eq!(unpack(&bytes, &key), expected, "scrypt with 2^{factor}");
    };
    check(10, Ok(bundle()));
    check(15, Ok(bundle()));
    check(16, Err(UnpackError::TooLarge));
}

#[test]
fn what_the_go_program_locked_opens() {
    let by_go = include_bytes!("../../../tests/cases/bundles/go-tablet.age");
    let ours = include_bytes!("../../../tests/cases/bundles/tablet.age");
    let key = Key::Identity(FUZZ_IDENTITY.into());
    assert_eq!(unpack(by_go, &key), unpack(ours, &key));
    assert!(unpack(by_go, &key).is_ok());

    // Its passphrases want 256 MB of every reader.
    let by_go = include_bytes!("../../../tests/cases/bundles/go-passphrase.age");
    assert_eq!(unpack(by_go, &Key::Passphrase(CASE_PASSPHRASE.into())), Err(UnpackError::TooLarge));
}
