//! What the disk promises, beyond the contract of every storage: what lies there after a close, and strange databases.

use std::cell::Cell;
use std::rc::Rc;

use idb::{Factory, TransactionMode};
use platform::IndexedDbStorage;
use replica::second_copy::CopyExtent;
use replica::testing::{self, storage_contract};
use replica::{ChangeId, Frame, MemoryStorage, ReplicaId, Storage, StorageError, Vector};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

async fn open(name: &str) -> IndexedDbStorage {
    IndexedDbStorage::open(name, || {}).await.expect("opens")
}

/// A chain under a name of the test's choice, so that the first and the last name there can be are tried, too.
fn chain(replica: u8, length: u32) -> Vec<Frame> {
    let named = |id| ChangeId { replica: ReplicaId([replica; 16]), ..id };
    testing::chain(replica, length).into_iter().map(|frame| Frame { id: named(frame.id), ..frame }).collect()
}

async fn all(storage: &IndexedDbStorage) -> Vec<Frame> {
    storage.read_after(&Vector::default()).await.expect("reads")
}

#[wasm_bindgen_test]
async fn keeps_the_contract() {
    storage_contract(&open("contract").await).await;
}

#[wasm_bindgen_test]
async fn what_was_acknowledged_is_there_after_a_close() {
    let frames = chain(1, 3);
    let storage = open("reopened").await;
    storage.append(&frames).await.expect("appends");
    storage.set_slot("draft", Some(b"typed")).await.expect("fills");
    storage.write_pieces(&[(1, vec![1, 2, 3])]).await.expect("writes");
    drop(storage);

    let storage = open("reopened").await;
    assert_eq!(all(&storage).await, frames);
    assert_eq!(storage.slot("draft").await, Ok(Some(b"typed".to_vec())));
    assert_eq!(storage.read_pieces().await, Ok(vec![(1, vec![1, 2, 3])]));
}

#[wasm_bindgen_test]
async fn long_chains_of_several_scopes_are_read_whole_and_in_order() {
    let mut frames = chain(9, 2_001);
    frames.extend(chain(200, 1_000));
    frames.extend(chain(3, 5).into_iter().map(|frame| Frame { scope: frame.scope + 1, ..frame }));
    let storage = open("long").await;
    let (first, second) = frames.split_at(1_500);
    storage.append(second).await.expect("appends");
    storage.append(first).await.expect("appends what comes before");

    assert_eq!(all(&storage).await, frames);
    let ids: Vec<ChangeId> = frames.iter().rev().map(|frame| frame.id).collect();
    let backwards: Vec<Frame> = frames.into_iter().rev().collect();
    assert_eq!(storage.read(&ids).await, Ok(backwards));
}

#[wasm_bindgen_test]
async fn a_change_may_come_twice_in_one_call_but_not_with_two_contents() {
    let storage = open("twice").await;
    let frames = chain(1, 2);
    let doubled = [frames[0].clone(), frames[1].clone(), frames[0].clone()];
    assert_eq!(storage.append(&doubled).await, Ok(()));
    assert_eq!(all(&storage).await, frames);

    let fresh = chain(2, 1).remove(0);
    let forged = Frame { bytes: vec![7], ..fresh.clone() };
    assert_eq!(storage.append(&[fresh.clone(), forged]).await, Err(StorageError::Taken(fresh.id)));
    assert_eq!(all(&storage).await, frames);
}

/// Numbers that look random, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap()
    }

    fn pair_below(&mut self, limit: u32) -> (usize, usize) {
        let (one, two) = (self.below(limit) as usize, self.below(limit) as usize);
        (one.min(two), one.max(two))
    }
}

#[wasm_bindgen_test]
async fn whatever_is_appended_it_answers_as_memory_does() {
    let (browser, memory, mut dice) = (open("oracle").await, MemoryStorage::default(), Dice(7));
    let chains: Vec<Vec<Frame>> = [0, 1, 7, 255].iter().map(|replica| chain(*replica, 500)).collect();
    for step in 0..120 {
        let mut frames = Vec::new();
        for _ in 0..=dice.below(2) {
            let (from, to) = dice.pair_below(500);
            frames.extend_from_slice(&chains[dice.below(4) as usize][from..to]);
        }
        if step % 5 == 0
            && let Some(frame) = frames.last_mut()
        {
            frame.bytes = vec![1, 2, 3];
        }
        let expected = memory.append(&frames).await;
        let answer = browser.append(&frames).await;
        assert_eq!(answer.is_ok(), expected.is_ok(), "step {step}: {answer:?}, {expected:?}");

        let known = vector([0, 1, 7].map(|replica| (replica, dice.below(502))));
        assert_eq!(browser.read_after(&known).await, memory.read_after(&known).await, "step {step}");
        let ids: Vec<ChangeId> = (0..dice.below(40))
            .map(|_| ChangeId {
                replica: ReplicaId([[0, 1, 3, 255][dice.below(4) as usize]; 16]),
                seq: dice.below(502),
            })
            .collect();
        assert_eq!(browser.read(&ids).await, memory.read(&ids).await, "step {step}");
    }
}

fn vector(heads: [(u8, u32); 3]) -> Vector {
    let heads = heads.map(|(replica, seq)| (ReplicaId([replica; 16]), seq)).into();
    CopyExtent { heads, unreadable: 0 }.vector()
}

#[wasm_bindgen_test]
async fn calls_at_the_same_time_do_not_disturb_each_other() {
    let storage = open("together").await;
    let (one, two) = (chain(1, 200), chain(2, 200));
    let nothing = Vector::default();
    let (first, second, read) =
        futures::join!(storage.append(&one), storage.append(&two), storage.read_after(&nothing));
    assert_eq!((first, second), (Ok(()), Ok(())));
    assert!([0, 200, 400].contains(&read.expect("reads").len()), "an append is seen whole or not at all");
    assert_eq!(all(&storage).await.len(), 400);
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_left_alone() {
    drop(Factory::new().unwrap().open("newer", Some(1_000)).unwrap().await.unwrap());
    // The connection above closes when the browser collects it; a newer version does not wait for that.
    let refused = IndexedDbStorage::open("newer", || {}).await.err();
    assert_eq!(refused, Some(StorageError::Newer));
}

#[wasm_bindgen_test]
async fn strange_rows_are_damage() {
    let frame = chain(1, 1).remove(0);
    for (name, row) in [
        ("no bytes", JsValue::from_str("?")),
        ("empty", js_sys::Uint8Array::new_with_length(0).into()),
        ("cut", js_sys::Uint8Array::from([0_u8; 30].as_slice()).into()),
    ] {
        let storage = open(name).await;
        storage.append(std::slice::from_ref(&frame)).await.expect("appends");
        replace_row(name, &row).await;
        assert_eq!(storage.read_after(&Vector::default()).await, Err(StorageError::Damaged), "{name}");
    }
}

async fn replace_row(database: &str, row: &JsValue) {
    let database = Factory::new().unwrap().open(database, None).unwrap().await.unwrap();
    let transaction = database.transaction(&["changes"], TransactionMode::ReadWrite).unwrap();
    let store = transaction.object_store("changes").unwrap();
    let key = store.get_all_keys(None, Some(1)).unwrap().await.unwrap().remove(0);
    store.put(row, Some(&key)).unwrap().await.unwrap();
    transaction.await.unwrap();
    database.close();
}

#[wasm_bindgen_test]
async fn deleting_closes_it_everywhere() {
    let times = Rc::new(Cell::new(0));
    let counted = Rc::clone(&times);
    let storage = IndexedDbStorage::open("deleted", move || counted.set(counted.get() + 1)).await.expect("opens");
    storage.append(&chain(1, 1)).await.expect("appends");

    assert_eq!(IndexedDbStorage::delete("deleted").await, Ok(()));
    assert_eq!(times.get(), 1);
    let refused = storage.append(&chain(1, 2)).await;
    assert!(matches!(refused, Err(StorageError::Other(_))), "a closed storage acknowledges nothing: {refused:?}");
    assert_eq!(all(&open("deleted").await).await, vec![]);
}
