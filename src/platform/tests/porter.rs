//! The porter: bundles and archives that a worker makes and opens, and workers that end with their work.

use std::cell::{Cell as Counter, RefCell};

use exchange::readable::Column;
use exchange::{Bundle, Cell, Key, KeyKind, Lock, PackError, Porter, PorterError, Table, UnpackError, ZipError};
use futures::FutureExt;
use platform::BrowserPorter;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{end_last_worker, js, leave_workers_alone, watch_workers, with_worker, without_worker};

const RUNNING: &str = "workers.filter(worker => !worker.isEnded).length";

fn bundle(changes: usize) -> Bundle {
    let change = |number: usize| number.to_le_bytes().repeat(1_000);
    Bundle { scope: 220_300, made_at: 7, from: [3; 16], changes: (0..changes).map(change).collect(), photos: vec![] }
}

fn passphrase(text: &str) -> (Lock, Key) {
    (Lock::Passphrase(text.into()), Key::Passphrase(text.into()))
}

fn refused<T, E>(error: E) -> Result<T, PorterError<E>> {
    Err(PorterError::Refused(error))
}

#[wasm_bindgen_test]
async fn a_bundle_is_packed_and_unpacked_and_it_is_said_how_far_it_is() {
    with_worker();
    let shares = RefCell::new(Vec::new());
    let follow = |progress: exchange::Progress| shares.borrow_mut().push(progress.done as f64 / progress.all as f64);
    let (lock, key) = passphrase("铁东 correct horse");
    let bytes = BrowserPorter.pack(bundle(1_000), lock, &follow).await.expect("packs");
    let shares = shares.take();
    assert!(shares.is_sorted() && shares[0] < 0.5 && shares[shares.len() - 1] > 0.5, "{shares:?}");
    assert_eq!(BrowserPorter.key_kind(&bytes).await, Ok(KeyKind::Passphrase));
    let heard = Counter::new(0);
    let opened = BrowserPorter.unpack(&bytes, key, &|_| heard.set(heard.get() + 1)).await;
    assert_eq!(opened, Ok(bundle(1_000)));
    assert!(heard.get() > 0);
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_a_file_is_said_as_it_is() {
    with_worker();
    let unpack = async |bytes: &[u8], word: &str| BrowserPorter.unpack(bytes, passphrase(word).1, &|_| ()).await;
    let bytes = BrowserPorter.pack(bundle(3), passphrase("right").0, &|_| ()).await.expect("packs");
    assert_eq!(unpack(&bytes, "wrong").await, refused(UnpackError::WrongKey));
    assert_eq!(unpack(&bytes[..bytes.len() - 1], "right").await, refused(UnpackError::Damaged));
    assert_eq!(unpack(b"PK\x03\x04", "right").await, refused(UnpackError::NotABundle));
    assert_eq!(BrowserPorter.key_kind(b"PK\x03\x04").await, refused(UnpackError::NotABundle));
    let newer = [b"age-encryption.org/v9".as_slice(), &bytes[21..]].concat();
    assert_eq!(BrowserPorter.key_kind(&newer).await, refused(UnpackError::Newer(9)));
    let nameless = BrowserPorter.pack(bundle(1), passphrase("").0, &|_| ()).await;
    assert_eq!(nameless, refused(PackError::NoPassphrase));
}

#[wasm_bindgen_test]
async fn a_tablets_own_key_opens_what_was_locked_for_it() {
    with_worker();
    let (identity, recipient) = BrowserPorter.new_identity().await.expect("makes a key");
    let (other, _) = BrowserPorter.new_identity().await.expect("makes a key");
    assert_ne!(identity, other);
    let bytes = BrowserPorter.pack(bundle(3), Lock::Recipients(vec![recipient]), &|_| ()).await.expect("packs");
    assert_eq!(BrowserPorter.key_kind(&bytes).await, Ok(KeyKind::Identity));
    assert_eq!(BrowserPorter.unpack(&bytes, Key::Identity(identity), &|_| ()).await, Ok(bundle(3)));
    let refusal = BrowserPorter.unpack(&bytes, Key::Identity(other), &|_| ()).await;
    assert_eq!(refusal, refused(UnpackError::NotForThisTablet));
}

fn table(name: &str) -> Table {
    let columns = vec![Column { name: "amount_fen".into(), word: "金额（元）".into() }];
    Table { name: name.into(), word: name.into(), columns, rows: vec![vec![Cell::Money(1_205)]] }
}

#[wasm_bindgen_test]
async fn tables_become_a_zip() {
    with_worker();
    let mut tables = ["cases", "visits"].map(table).into_iter();
    let zip = BrowserPorter.archive("甲", &mut tables).await.expect("zips");
    assert!(zip.starts_with(b"PK\x03\x04"));
    for part in ["readme.txt", "visits.csv", "json/cases.jsonl", "12.05\r\n", "\"amount_fen\":1205"] {
        assert!(zip.windows(part.len()).any(|window| window == part.as_bytes()), "{part}");
    }
    let mut same = ["cases", "cases"].map(table).into_iter();
    assert_eq!(BrowserPorter.archive("", &mut same).await, refused(ZipError::SameName));
}

#[wasm_bindgen_test]
async fn no_worker_is_another_error_than_a_bad_file() {
    without_worker();
    assert!(matches!(BrowserPorter.key_kind(b"PK\x03\x04").await, Err(PorterError::Failed(_))));
    with_worker();
    assert_eq!(BrowserPorter.key_kind(b"PK\x03\x04").await, refused(UnpackError::NotABundle));
}

#[wasm_bindgen_test]
async fn a_worker_ends_with_its_work_also_when_that_is_called_off_or_fails() {
    with_worker();
    watch_workers().await;
    let pack = || BrowserPorter.pack(bundle(100), passphrase("x").0, &|_| ());
    assert!(pack().await.is_ok());
    assert_eq!((js("workers.length").await, js(RUNNING).await), (1.into(), 0.into()));

    let mut called_off = pack().boxed_local();
    assert!((&mut called_off).now_or_never().is_none(), "it is on its way");
    assert_eq!(js(RUNNING).await, 1);
    drop(called_off);
    assert_eq!(js(RUNNING).await, 0);

    let mut failing = pack().boxed_local();
    assert!((&mut failing).now_or_never().is_none(), "it is on its way");
    end_last_worker().await;
    assert!(matches!(failing.await, Err(PorterError::Failed(_))));
    assert_eq!((js("workers.length").await, js(RUNNING).await), (3.into(), 0.into()));
    leave_workers_alone().await;
}
