//! What is packed is unpacked; what is cut, altered or locked for somebody else is refused in so many words.

use exchange::{
    Bundle, Key, KeyKind, Lock, PackError, Packing, Progress, UnpackError, Unpacking, key_kind, new_identity, pack,
    unpack,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn bundle(changes: Vec<Vec<u8>>) -> Bundle {
    Bundle { scope: 220_300, made_at: 1_790_000_000_000, from: [7; 16], changes, photos: vec![] }
}

fn passphrase(text: &str) -> (Lock, Key) {
    (Lock::Passphrase(text.into()), Key::Passphrase(text.into()))
}

fn tablet() -> (String, Key) {
    let (identity, recipient) = new_identity();
    (recipient, Key::Identity(identity))
}

fn any_bundle() -> impl Strategy<Value = Bundle> {
    let changes = vec(vec(any::<u8>(), 0..400), 0..60);
    let photos = vec(vec(any::<u8>(), 0..2_000), 0..4);
    let whole = (any::<u32>(), any::<u64>(), any::<[u8; 16]>(), changes, photos);
    whole.prop_map(|(scope, made_at, from, changes, photos)| Bundle { scope, made_at, from, changes, photos })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_packed_is_unpacked(bundle in any_bundle()) {
        let (recipient, key) = tablet();
        let bytes = pack(&bundle, &Lock::Recipients(vec![recipient])).unwrap();
        prop_assert_eq!(key_kind(&bytes), Ok(KeyKind::Identity));
        prop_assert_eq!(unpack(&bytes, &key), Ok(bundle));
    }

    #[test]
    fn an_altered_byte_is_noticed(bundle in any_bundle(), at in any::<prop::sample::Index>(), mask in 1..=u8::MAX) {
        let (recipient, key) = tablet();
        let mut bytes = pack(&bundle, &Lock::Recipients(vec![recipient])).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= mask;
        prop_assert!(unpack(&bytes, &key).is_err());
    }

    #[test]
    fn any_bytes_are_answered(bytes in vec(any::<u8>(), 0..2_000)) {
        prop_assert_eq!(key_kind(&bytes), Err(UnpackError::NotABundle));
        for what in 0..5 {
            exchange::testing::probe(&[&[what], bytes.as_slice()].concat());
        }
    }
}

#[test]
fn a_passphrase_opens_what_it_locked() {
    let (lock, key) = passphrase("一诺千金 correct horse");
    let bytes = pack(&bundle(vec![vec![1, 2], vec![], vec![0; 70_000]]), &lock).unwrap();
    assert_eq!(key_kind(&bytes), Ok(KeyKind::Passphrase));
    assert_eq!(unpack(&bytes, &key), Ok(bundle(vec![vec![1, 2], vec![], vec![0; 70_000]])));
    assert_eq!(unpack(&bytes, &passphrase("一诺千金 correct hors").1), Err(UnpackError::WrongKey));
    assert_eq!(unpack(&bytes, &passphrase("").1), Err(UnpackError::WrongKey));
    assert_eq!(unpack(&bytes, &tablet().1), Err(UnpackError::WrongKey));
}

#[test]
fn nothing_of_the_changes_shows_in_the_bytes() {
    let changes = vec![b"canary-canary-canary".repeat(20)];
    let (recipient, _) = tablet();
    let bytes = pack(&bundle(changes), &Lock::Recipients(vec![recipient])).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"canary"));
}

#[test]
fn a_screen_can_follow_every_step() {
    let (recipient, key) = tablet();
    let whole = bundle((0..500_u32).map(|seed| noise(seed, 1_000)).collect());
    let lock = Lock::Recipients(vec![recipient]);

    let mut packing = Packing::begin(&whole, &lock).unwrap();
    let mut seen = vec![packing.progress()];
    while packing.step().unwrap() {
        seen.push(packing.progress());
    }
    assert_steps(&seen, packing.progress(), 500_000);
    let bytes = packing.finish().unwrap();

    let mut unpacking = Unpacking::begin(&bytes, &key).unwrap();
    let mut seen = vec![unpacking.progress()];
    while unpacking.step().unwrap() {
        seen.push(unpacking.progress());
    }
    assert_steps(&seen, unpacking.progress(), bytes.len());
    assert_eq!(unpacking.finish(), Ok(whole));
}

fn assert_steps(seen: &[Progress], last: Progress, all: usize) {
    assert!(seen.len() >= 7, "half a megabyte is at least seven steps: {}", seen.len());
    assert!(seen.is_sorted_by_key(|progress| progress.done), "no step goes back: {seen:?}");
    assert!(seen.iter().all(|progress| progress.all == all && progress.done < all), "{seen:?}");
    assert_eq!(last, Progress { done: all, all });
}

/// Bytes that do not compress.
fn noise(seed: u32, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn no_step_hands_out_what_may_be_cut() {
    let (recipient, key) = tablet();
    let whole = bundle((0..200_u32).map(|seed| noise(seed, 1_000)).collect());
    let bytes = pack(&whole, &Lock::Recipients(vec![recipient])).unwrap();
    for end in [bytes.len() - 1, bytes.len() - 70_000] {
        let mut unpacking = Unpacking::begin(&bytes[..end], &key).unwrap();
        while unpacking.step() == Ok(true) {}
        assert_eq!(unpacking.finish(), Err(UnpackError::Damaged), "cut at {end}");
    }
}

#[test]
fn every_recipient_opens_it_and_nobody_else() {
    let (tablets, keys): (Vec<String>, Vec<Key>) = (0..3).map(|_| tablet()).unzip();
    let bytes = pack(&bundle(vec![vec![9]]), &Lock::Recipients(tablets)).unwrap();
    for key in &keys {
        assert_eq!(unpack(&bytes, key), Ok(bundle(vec![vec![9]])));
    }
    assert_eq!(unpack(&bytes, &tablet().1), Err(UnpackError::NotForThisTablet));
    assert_eq!(unpack(&bytes, &passphrase("x").1), Err(UnpackError::WrongKey));
    assert_eq!(unpack(&bytes, &Key::Identity("AGE-SECRET-KEY-1".into())), Err(UnpackError::WrongKey));
}

#[test]
fn a_full_house_of_recipients_opens_it() {
    let (last, key) = tablet();
    let mut tablets: Vec<String> = (1..200).map(|_| tablet().0).collect();
    tablets.push(last);
    let bytes = pack(&bundle(vec![]), &Lock::Recipients(tablets.clone())).unwrap();
    assert_eq!(unpack(&bytes, &key), Ok(bundle(vec![])));
    tablets.push(tablet().0);
    assert_eq!(pack(&bundle(vec![]), &Lock::Recipients(tablets)), Err(PackError::TooManyRecipients));
}

#[test]
fn every_cut_is_answered() {
    let (recipient, key) = tablet();
    let bytes = pack(&bundle(vec![vec![5; 10], vec![6; 10]]), &Lock::Recipients(vec![recipient])).unwrap();
    let magic = b"age-encryption.org/v1".len();
    for end in 0..bytes.len() {
        let expected = if end < magic { UnpackError::NotABundle } else { UnpackError::Damaged };
        assert_eq!(unpack(&bytes[..end], &key), Err(expected), "cut at {end}");
    }
    assert_eq!(unpack(&[bytes, vec![0]].concat(), &key), Err(UnpackError::Damaged), "one byte more");
}

#[test]
fn a_lock_is_one() {
    let check = |lock, expected| assert_eq!(pack(&bundle(vec![]), &lock), Err(expected));
    let (recipient, _) = tablet();
    check(Lock::Passphrase(String::new()), PackError::NoPassphrase);
    check(Lock::Recipients(vec![]), PackError::NoRecipient);
    check(Lock::Recipients(vec![recipient, "age1".into()]), PackError::BadRecipient(1));
}

#[test]
fn what_would_not_be_unpacked_is_not_packed() {
    let (recipient, key) = tablet();
    let lock = Lock::Recipients(vec![recipient]);
    assert_eq!(pack(&bundle(vec![vec![0; (1 << 20) + 1]]), &lock), Err(PackError::TooLarge), "a change");
    assert_eq!(pack(&bundle(vec![vec![0; 1 << 20]; 32]), &lock), Err(PackError::TooLarge), "too well compressed");
    let large = bundle(vec![vec![0; 1 << 20]; 31]);
    let bytes = pack(&large, &lock).unwrap();
    assert!(unpack(&bytes, &key) == Ok(large));
}
