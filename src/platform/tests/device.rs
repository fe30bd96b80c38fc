//! Two tabs, played by two devices in one page: the right to write, the news, the end of some books.

use futures::StreamExt;
use futures::channel::mpsc;
use replica::testing::chain;
use replica::{Access, Books, Device, DeviceEvent, Preference, StorageError, Vector};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{Tab, with_worker, without_worker};

/// The tests of some books run one after another, each on books that are new.
#[wasm_bindgen_test]
async fn one_tab_writes_and_the_others_follow() {
    let (first, second) = (Tab::new(), Tab::new());
    let writer = first.device.open(Books::Real).await.expect("opens");
    let follower = second.device.open(Books::Real).await.expect("opens");
    assert_eq!((writer.access, follower.access), (Access::Writer, Access::Follower));

    let frames = chain(1, 2);
    assert_eq!(follower.storage.append(&frames).await, Err(StorageError::ReadOnly));
    assert_eq!(follower.storage.set_slot("draft", None).await, Err(StorageError::ReadOnly));
    assert_eq!(follower.storage.write_pieces(&[]).await, Err(StorageError::ReadOnly));
    assert_eq!(follower.storage.clear_pieces().await, Err(StorageError::ReadOnly));

    writer.storage.append(&frames[..1]).await.expect("appends");
    second.hears(DeviceEvent::Appended).await;
    assert_eq!(follower.storage.read_after(&Vector::default()).await.as_deref(), Ok(&frames[..1]));

    drop(writer);
    second.hears(DeviceEvent::BecameWriter).await;
    assert_eq!(follower.storage.append(&frames[1..]).await, Ok(()));
    let again = second.device.open(Books::Real).await.expect("opens");
    assert_eq!(again.access, Access::Writer, "the same tab does not stand in line behind itself");
    drop((follower, again));
    let anew = second.device.open(Books::Real).await.expect("opens");
    assert_eq!(anew.access, Access::Writer, "nor behind the one that it was a moment ago");
    second.device.discard(Books::Real).await.expect("discards");
}

#[wasm_bindgen_test]
async fn discarded_books_are_closed_in_every_tab_and_empty_afterwards() {
    let (first, second) = (Tab::new(), Tab::new());
    let writer = first.device.open(Books::Demonstration).await.expect("opens");
    let follower = second.device.open(Books::Demonstration).await.expect("opens");
    writer.storage.append(&chain(1, 1)).await.expect("appends");
    second.hears(DeviceEvent::Appended).await;

    first.device.discard(Books::Demonstration).await.expect("discards");
    assert_eq!(writer.storage.append(&chain(1, 2)).await, Err(StorageError::ReadOnly));
    second.hears(DeviceEvent::Closed).await;
    assert!(follower.storage.read_after(&Vector::default()).await.is_err());

    let anew = first.device.open(Books::Demonstration).await.expect("opens anew");
    assert_eq!(anew.access, Access::Writer, "the right was free");
    assert_eq!(anew.storage.read_after(&Vector::default()).await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn what_the_window_tells_is_heard_once() {
    let tab = Tab::new();
    let window = web_sys::window().unwrap();
    for (name, event) in [
        ("offline", DeviceEvent::Network(false)),
        ("online", DeviceEvent::Network(true)),
        ("bangfu-update-ready", DeviceEvent::UpdateReady),
    ] {
        window.dispatch_event(&web_sys::Event::new(name).unwrap()).unwrap();
        tab.hears(event).await;
    }
}

#[wasm_bindgen_test]
async fn an_update_that_was_ready_before_anybody_listened_is_heard() {
    let root = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    root.set_attribute("data-update", "ready").unwrap();
    let tab = Tab::new();
    root.remove_attribute("data-update").unwrap();
    tab.hears(DeviceEvent::UpdateReady).await;
}

#[wasm_bindgen_test]
async fn accepting_an_update_is_told_to_the_page() {
    let window = web_sys::window().unwrap();
    let (tell, mut heard) = mpsc::unbounded();
    let listener = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || drop(tell.unbounded_send(())));
    let function = wasm_bindgen::JsCast::unchecked_ref(listener.as_ref());
    window.add_event_listener_with_callback("bangfu-update-accepted", function).unwrap();
    platform::start().update();
    assert_eq!(heard.next().await, Some(()));
    window.remove_event_listener_with_callback("bangfu-update-accepted", function).unwrap();
}

#[wasm_bindgen_test]
fn preferences_are_kept_and_forgotten() {
    let device = platform::start();
    let names = [
        Preference::Language,
        Preference::TextSize,
        Preference::Theme,
        Preference::Books,
        Preference::Witness,
        Preference::LockAfter,
        Preference::CaseColumns,
    ];
    for (number, name) in names.into_iter().enumerate() {
        assert_eq!(device.preference(name), None);
        assert!(device.set_preference(name, Some(&format!("“{number}”"))));
    }
    let other = platform::start();
    for (number, name) in names.into_iter().enumerate() {
        assert_eq!(other.preference(name), Some(format!("“{number}”")));
        assert!(other.set_preference(name, None));
        assert_eq!(device.preference(name), None);
    }
}

#[wasm_bindgen_test]
async fn the_browser_answers_about_itself() {
    let device = platform::start();
    device.persist().await;
    assert!(device.usage().await.is_some());
    assert!(device.browser().starts_with("Chromium ") || device.browser().starts_with("Firefox "));
}

#[wasm_bindgen_test]
async fn the_demonstration_comes_as_it_was_made_up() {
    with_worker();
    let today = domain::Date::from_ordinal_date(2026, 327).expect("a day");
    let told = platform::start().demonstration(today).await.expect("is told");
    assert!(told == demonstration::demonstration(today).into_records(), "every field of every record");
    without_worker();
    assert!(matches!(platform::start().demonstration(today).await, Err(StorageError::Other(_))));
}
