//! The second copy of the real books: it takes what the database has taken, finds what it lacks, says when it fails, and
//! outlives the database.

use std::rc::Rc;

use platform::{BrowserWorld, IndexedDbStorage};
use replica::recovery::Wreck;
use replica::second_copy::{CopyContent, CopyExtent};
use replica::testing::{chain, replica};
use replica::vault::{Holder, VAULT_SLOT};
use replica::{Access, Books, Device, DeviceEvent, Frame, Keyring, OpenBooks, Storage as _, StorageError, Vector};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{Tab, end_last_worker, js, leave_workers_alone, watch_workers, with_worker, without_worker};

/// The database of the real books.
const PLACE: &str = "bangfu/books";

async fn open(tab: &Tab) -> OpenBooks {
    let books = tab.device.open(Books::Real).await.expect("opens");
    assert_eq!(books.access, Access::Writer);
    books
}

/// Books and a copy that hold nothing.
async fn begin(tab: &Tab) -> OpenBooks {
    let books = open(tab).await;
    tab.device.second_copy(Books::Real).await.expect("is there").clear().await.expect("clears");
    // What another test left is of other books.
    while tab.next().await != DeviceEvent::CopyComplete {}
    books
}

async fn end(tab: &Tab, books: OpenBooks) {
    drop(books);
    tab.device.discard(Books::Real).await.expect("discards");
}

async fn content(tab: &Tab) -> CopyContent {
    tab.device.second_copy(Books::Real).await.expect("is there").read().await.expect("reads")
}

fn holds(frames: &[Frame]) -> CopyContent {
    CopyContent { frames: frames.to_vec(), ..CopyContent::default() }
}

fn reaches(seed: u8, seq: u32) -> CopyExtent {
    CopyExtent { heads: [(replica(seed), seq)].into(), unreadable: 0 }
}

#[wasm_bindgen_test]
async fn what_is_saved_lies_in_the_copy_and_outlives_the_database() {
    with_worker();
    let (tab, frames) = (Tab::new(), chain(1, 5));
    let books = begin(&tab).await;
    books.storage.append(&frames[..2]).await.expect("appends");
    books.storage.append(&frames[2..]).await.expect("appends");
    books.storage.append(&frames).await.expect("appends nothing");
    books.storage.set_slot("draft", Some(b"not kept twice")).await.expect("fills");
    books.storage.set_slot(VAULT_SLOT, Some(b"old")).await.expect("fills");
    books.storage.set_slot(VAULT_SLOT, Some(b"vault")).await.expect("fills");
    let slots = vec![(VAULT_SLOT.to_owned(), b"vault".to_vec())];
    assert_eq!(content(&tab).await, CopyContent { slots, ..holds(&frames) });

    end(&tab, books).await;
    let books = open(&tab).await;
    let copy = tab.device.second_copy(Books::Real).await.expect("is there");
    assert_eq!(copy.extent().await, Ok(reaches(1, 5)));
    end(&tab, books).await;
}

#[wasm_bindgen_test]
async fn a_copy_of_other_books_is_left_alone_until_it_is_thrown_away() {
    with_worker();
    let tab = Tab::new();
    let books = begin(&tab).await;
    books.storage.append(&chain(1, 2)).await.expect("appends");
    assert_eq!(content(&tab).await.frames, chain(1, 2));
    end(&tab, books).await;

    let other = Tab::new();
    let books = open(&other).await;
    books.storage.set_slot(VAULT_SLOT, Some(b"other")).await.expect("fills");
    books.storage.append(&chain(2, 3)).await.expect("appends");
    other.hears(DeviceEvent::CopyHasMore).await;
    assert!(matches!(other.next().await, DeviceEvent::CopyFailed(_)));
    assert_eq!(content(&other).await, holds(&chain(1, 2)), "it may have to be recovered");

    let copy = other.device.second_copy(Books::Real).await.expect("is there");
    copy.clear().await.expect("clears");
    other.hears(DeviceEvent::CopyComplete).await;
    let slots = vec![(VAULT_SLOT.to_owned(), b"other".to_vec())];
    assert_eq!(content(&other).await, CopyContent { slots, ..holds(&chain(2, 3)) });
    end(&other, books).await;
}

#[wasm_bindgen_test]
async fn books_that_are_opened_again_lack_nothing() {
    with_worker();
    let tab = Tab::new();
    let books = begin(&tab).await;
    books.storage.append(&chain(1, 5)).await.expect("appends");
    assert_eq!(content(&tab).await.frames, chain(1, 5));
    drop(books);
    let other = Tab::new();
    let books = open(&other).await;
    other.hears(DeviceEvent::CopyComplete).await;
    end(&other, books).await;
}

/// Older books in the place of those that lay there, as when somebody brings an old profile back.
async fn bring_back(frames: &[Frame], vault: &[u8]) {
    IndexedDbStorage::delete(PLACE).await.expect("deletes");
    let older = IndexedDbStorage::open(PLACE, || {}).await.expect("opens");
    older.append(frames).await.expect("appends");
    older.set_slot(VAULT_SLOT, Some(vault)).await.expect("fills");
}

#[wasm_bindgen_test]
async fn a_copy_that_holds_more_than_the_database_is_told_of_once_and_kept() {
    with_worker();
    watch_workers().await;
    let (tab, frames, here) = (Tab::new(), chain(1, 5), chain(2, 2));
    let books = begin(&tab).await;
    books.storage.set_slot(VAULT_SLOT, Some(b"newer")).await.expect("fills");
    books.storage.append(&frames).await.expect("appends");
    assert_eq!(content(&tab).await.frames, frames);
    drop(books);
    bring_back(&[&frames[..2], &here[..1]].concat(), b"older").await;

    let other = Tab::new();
    let books = open(&other).await;
    other.hears(DeviceEvent::CopyHasMore).await;
    other.hears(DeviceEvent::CopyComplete).await;
    let slots = vec![(VAULT_SLOT.to_owned(), b"newer".to_vec())];
    let all = [frames.as_slice(), &here[..1]].concat();
    assert_eq!(content(&other).await, CopyContent { slots, ..holds(&all) }, "it takes what it has not, and no more");

    // After a failure all is compared again.
    without_worker();
    end_last_worker().await;
    books.storage.append(&here[1..]).await.expect("appends");
    assert!(matches!(other.next().await, DeviceEvent::CopyFailed(_)));
    with_worker();
    assert_eq!(content(&other).await.frames, [frames, here].concat());
    other.hears(DeviceEvent::CopyComplete).await;
    leave_workers_alone().await;
    end(&other, books).await;
}

#[wasm_bindgen_test]
async fn a_copy_that_holds_more_beyond_its_damage_is_told_of() {
    with_worker();
    let (tab, frames) = (Tab::new(), chain(1, 5));
    let books = begin(&tab).await;
    books.storage.append(&frames).await.expect("appends");
    assert_eq!(content(&tab).await.frames, frames);
    drop(books);
    damage("9", 0).await;
    bring_back(&frames[..2], b"vault").await;

    let other = Tab::new();
    let books = open(&other).await;
    other.hears(DeviceEvent::CopyHasMore).await;
    other.hears(DeviceEvent::CopyComplete).await;
    assert_eq!(in_order(content(&other).await.frames), frames);
    end(&other, books).await;
}

#[wasm_bindgen_test]
async fn when_the_database_is_gone_the_copy_is_told_of_and_stays_as_it_is() {
    with_worker();
    let tab = Tab::new();
    let books = begin(&tab).await;
    books.storage.append(&chain(1, 5)).await.expect("appends");
    assert_eq!(content(&tab).await.frames, chain(1, 5));
    drop(books);
    IndexedDbStorage::delete(PLACE).await.expect("deletes");

    let other = Tab::new();
    let books = open(&other).await;
    other.hears(DeviceEvent::CopyHasMore).await;
    assert!(matches!(other.next().await, DeviceEvent::CopyFailed(_)), "it would not take what is saved");
    books.storage.set_slot(VAULT_SLOT, Some(b"new")).await.expect("fills");
    assert_eq!(content(&other).await, holds(&chain(1, 5)));
    end(&other, books).await;
}

#[wasm_bindgen_test]
async fn while_the_page_writes_books_anew_it_is_no_news_that_the_copy_holds_more() {
    with_worker();
    let (tab, frames) = (Tab::new(), chain(1, 5));
    let books = begin(&tab).await;
    books.storage.append(&frames).await.expect("appends");
    assert_eq!(content(&tab).await.frames, frames);
    end(&tab, books).await;

    // At each of these moments the copy is compared.
    let books = open(&tab).await;
    assert_eq!(content(&tab).await.frames, frames);
    assert!(matches!(tab.next().await, DeviceEvent::CopyFailed(_)));
    books.storage.append(&frames[..2]).await.expect("appends");
    tab.hears(DeviceEvent::CopyComplete).await;
    books.storage.append(&frames[2..4]).await.expect("appends");
    assert_eq!(content(&tab).await.frames, frames);
    drop(books);

    let books = open(&tab).await;
    tab.hears(DeviceEvent::CopyHasMore).await;
    tab.hears(DeviceEvent::CopyComplete).await;
    end(&tab, books).await;
}

#[wasm_bindgen_test]
async fn books_that_were_written_anew_out_of_the_copy_lack_nothing() {
    with_worker();
    let (tab, frames) = (Tab::new(), chain(1, 5));
    let books = begin(&tab).await;
    let keyring =
        Keyring::create(&*tab.device, &BrowserWorld, Holder::Recovery, "a passphrase").await.expect("is made");
    keyring.keep(&*books.storage).await.expect("fills");
    keyring.sealed(Rc::clone(&books.storage)).append(&frames).await.expect("appends");
    let kept = content(&tab).await;
    drop(books);
    IndexedDbStorage::delete(PLACE).await.expect("deletes");

    let other = Tab::new();
    let books = open(&other).await;
    other.hears(DeviceEvent::CopyHasMore).await;
    assert!(matches!(other.next().await, DeviceEvent::CopyFailed(_)));
    let copy = other.device.second_copy(Books::Real).await.expect("is there");
    let rescue = Wreck::of(&*books.storage, Some(&*copy)).await.rescue(keyring.key());
    let rebuilt = rescue.rebuild(&*other.device, Rc::new(BrowserWorld), &keyring, async |_, _| true).await;
    assert_eq!(rebuilt, Ok(()));
    drop((books, copy));

    let third = Tab::new();
    let books = open(&third).await;
    third.hears(DeviceEvent::CopyComplete).await;
    assert_eq!(content(&third).await, kept);
    let opened = keyring.sealed(Rc::clone(&books.storage));
    assert_eq!(opened.read_after(&Vector::default()).await, Ok(frames));
    end(&third, books).await;
}

#[wasm_bindgen_test]
async fn a_copy_that_fails_is_told_of_and_catches_up() {
    without_worker();
    let (tab, frames) = (Tab::new(), chain(1, 1_000));
    let books = open(&tab).await;
    books.storage.append(&frames[..999]).await.expect("what is saved does not wait for a copy");
    assert!(matches!(tab.next().await, DeviceEvent::CopyFailed(_)));
    with_worker();
    tab.device.second_copy(Books::Real).await.expect("is there").clear().await.expect("clears");
    tab.hears(DeviceEvent::CopyComplete).await;
    books.storage.append(&frames[999..]).await.expect("appends");
    assert_eq!(content(&tab).await, holds(&frames));
    end(&tab, books).await;
}

/// Writes over bytes at that place of the copy's file, as a bad disk would, and tears so many off its end.
async fn damage(place: &str, torn: u32) {
    until_released().await;
    js(&format!(
        "(async () => {{
            let folder = await navigator.storage.getDirectory();
            for (const part of ['bangfu', 'books']) folder = await folder.getDirectoryHandle(part);
            const file = await folder.getFileHandle('frames');
            const {{ size }} = await file.getFile();
            const writing = await file.createWritable({{ keepExistingData: true }});
            await writing.write({{ type: 'write', position: {place}, data: new Uint8Array([0, 0, 0]) }});
            await writing.truncate(size - {torn});
            await writing.close();
        }})()"
    ))
    .await;
}

#[wasm_bindgen_test]
async fn a_damaged_copy_gives_what_is_whole_and_is_made_whole() {
    with_worker();
    let (first, frames) = (Tab::new(), chain(1, 9));
    let books = begin(&first).await;
    books.storage.append(&frames).await.expect("appends");
    assert_eq!(content(&first).await.frames.len(), 9);
    drop(books);
    damage("Math.floor(size / 2)", 3).await;

    let second = Tab::new();
    let books = open(&second).await;
    let whole = content(&second).await;
    second.hears(DeviceEvent::CopyComplete).await;
    assert_eq!(in_order(whole.frames.clone()), frames);
    let order: Vec<u32> = whole.frames.iter().map(|frame| frame.id.seq).collect();
    assert_eq!(order, [1, 2, 3, 4, 6, 7, 8, 5, 9], "each damaged record is written anew at the end");
    assert_eq!(whole.unreadable, record_length(&frames[4]), "the torn end is cut off, damage in the middle stays");
    end(&second, books).await;
}

fn record_length(frame: &Frame) -> u64 {
    let mut record = Vec::new();
    replica::copy_log::encode(frame, &mut record);
    record.len() as u64
}

#[wasm_bindgen_test]
async fn a_copy_whose_beginning_is_damaged_is_still_known_to_be_of_other_books() {
    with_worker();
    let tab = Tab::new();
    let books = begin(&tab).await;
    books.storage.set_slot(VAULT_SLOT, Some(b"vault")).await.expect("fills");
    books.storage.append(&chain(1, 3)).await.expect("appends");
    let slots = content(&tab).await.slots;
    end(&tab, books).await;
    damage("9", 0).await;

    let other = Tab::new();
    let books = open(&other).await;
    let copy = other.device.second_copy(Books::Real).await.expect("is there");
    assert_eq!(copy.extent().await.map(|extent| extent.heads), Ok([(replica(1), 0)].into()), "something lies there");
    other.hears(DeviceEvent::CopyHasMore).await;
    assert!(matches!(other.next().await, DeviceEvent::CopyFailed(_)));
    books.storage.set_slot(VAULT_SLOT, Some(b"other")).await.expect("fills");
    books.storage.append(&chain(2, 1)).await.expect("appends");
    let unreadable = record_length(&chain(1, 1)[0]);
    assert_eq!(content(&other).await, CopyContent { slots, unreadable, ..holds(&chain(1, 3)[1..]) });
    end(&other, books).await;
}

#[wasm_bindgen_test]
async fn what_is_kept_after_the_copy_was_thrown_away_is_not_written_over_by_the_database() {
    with_worker();
    let tab = Tab::new();
    let books = begin(&tab).await;
    books.storage.set_slot(VAULT_SLOT, Some(b"old")).await.expect("fills");
    books.storage.append(&chain(1, 200)).await.expect("appends");
    let copy = tab.device.second_copy(Books::Real).await.expect("is there");
    copy.clear().await.expect("clears");
    copy.keep_slot(VAULT_SLOT, b"new").await.expect("keeps");
    copy.append(&chain(2, 1)).await.expect("appends");
    let slots = vec![(VAULT_SLOT.to_owned(), b"new".to_vec())];
    assert_eq!(copy.read().await, Ok(CopyContent { slots, ..holds(&[chain(1, 200), chain(2, 1)].concat()) }));

    end(&tab, books).await;
    assert_eq!(copy.read().await, Err(StorageError::ReadOnly), "these books are closed");
}

#[wasm_bindgen_test]
async fn the_copy_outlives_its_worker() {
    with_worker();
    watch_workers().await;
    let (tab, frames) = (Tab::new(), chain(1, 6));
    let books = begin(&tab).await;
    books.storage.append(&frames[..3]).await.expect("appends");
    assert_eq!(content(&tab).await, holds(&frames[..3]));
    end_last_worker().await;
    books.storage.append(&frames[3..5]).await.expect("appends");
    assert_eq!(content(&tab).await, holds(&frames[..5]));

    // It dies while it is at it.
    let copy = tab.device.second_copy(Books::Real).await.expect("is there");
    books.storage.append(&frames[5..]).await.expect("appends");
    let reading = copy.read();
    let (_, ()) = futures::join!(reading, end_last_worker());
    assert_eq!(content(&tab).await, holds(&frames));
    assert_eq!(js("workers.length").await, 3);
    leave_workers_alone().await;
    end(&tab, books).await;
}

/// Asks for the file until nobody holds it.
async fn until_released() {
    let is_free = "(async () => {
        let folder = await navigator.storage.getDirectory();
        for (const part of ['bangfu', 'books']) folder = await folder.getDirectoryHandle(part);
        const file = await folder.getFileHandle('frames');
        return file.createWritable().then((writing) => writing.abort()).then(() => true, () => false);
    })()";
    while !js(is_free).await.is_truthy() {}
}

fn in_order(mut frames: Vec<Frame>) -> Vec<Frame> {
    frames.sort_by_key(|frame| frame.id);
    frames
}

#[wasm_bindgen_test]
async fn a_tab_that_becomes_the_writer_takes_the_copy_up() {
    with_worker();
    let (first, second) = (Tab::new(), Tab::new());
    let writer = begin(&first).await;
    let follower = second.device.open(Books::Real).await.expect("opens");
    assert_eq!(second.device.second_copy(Books::Real).await.err(), Some(StorageError::ReadOnly));
    writer.storage.append(&chain(1, 1)).await.expect("appends");
    second.hears(DeviceEvent::Appended).await;
    drop(writer);
    second.hears(DeviceEvent::BecameWriter).await;
    follower.storage.append(&chain(1, 2)).await.expect("appends");
    second.hears(DeviceEvent::CopyComplete).await;
    assert_eq!(content(&second).await.frames, chain(1, 2));
    end(&second, follower).await;
}

#[wasm_bindgen_test]
async fn the_demonstration_has_no_copy() {
    let tab = Tab::new();
    let books = tab.device.open(Books::Demonstration).await.expect("opens");
    assert_eq!(tab.device.second_copy(Books::Demonstration).await.err(), Some(StorageError::Unavailable));
    assert_eq!(tab.device.second_copy(Books::Real).await.err(), Some(StorageError::ReadOnly), "not open here");
    drop(books);
}
