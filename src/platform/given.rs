//! Files that a person gives, by whichever road: picked in a field, dropped on the page, opened with the app. They are
//! read and handed on; what is in them is nothing to this module, and it must never take a file that nobody gave.

use js_sys::{Array, Function, Reflect, Uint8Array};
use replica::{DeviceEvent, GivenFile};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Event, EventTarget, File, FileList, FileSystemFileHandle, HtmlInputElement};

use crate::events::Events;
use crate::{page, pictures};

/// No file that the app makes comes near this, and a tablet's memory must not be taken by a mistake.
const LARGEST: f64 = 200_000_000.0;

/// Hears of files from now on, for as long as the page lives.
pub(crate) fn watch(events: &Events) {
    let Some(window) = web_sys::window() else { return };
    if let Some(document) = page::document() {
        on(&document, "change", events, picked);
    }
    on(&window, "dragover", events, |event, _| drop(dragged(event)));
    on(&window, "drop", events, |event, events| take(dragged(event), events));
    watch_launches(&window, events);
}

fn on(target: &EventTarget, name: &str, events: &Events, heard: impl Fn(&Event, &Events) + 'static) {
    let events = events.clone();
    let listener = Closure::<dyn Fn(Event)>::new(move |event| heard(&event, &events)).into_js_value();
    // Listening fails only where there is no page.
    let _ = target.add_event_listener_with_callback(name, listener.unchecked_ref());
}

fn picked(event: &Event, events: &Events) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field.filter(|field| field.type_() == "file") else { return };
    let given = files(field.files());
    if field.accept().starts_with(pictures::ACCEPT) {
        pictures::take(&field.name(), given, events);
    } else {
        take(given, events);
    }
    // So that the same file can be picked again. Later: whoever else hears of it finds it still there.
    spawn_local(async move { field.set_value("") });
}

/// The files that are being dragged; the browser then leaves them to the page. (It would open them in the app's place.)
fn dragged(event: &Event) -> Vec<File> {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let Some(transfer) = transfer.filter(|transfer| transfer.types().includes(&"Files".into(), 0)) else {
        return Vec::new();
    };
    event.prevent_default();
    files(transfer.files())
}

fn files(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|number| list.get(number)).collect()).unwrap_or_default()
}

/// An installed app is told of the files that it was opened with.
fn watch_launches(window: &JsValue, events: &Events) {
    let queue = property(window, "launchQueue");
    let Some(set_consumer) = property(&queue, "setConsumer").dyn_ref::<Function>().cloned() else { return };
    let events = events.clone();
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let handles = property(&launch, "files");
        let handles = handles.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
        spawn_local(take_launched(handles, events.clone()));
    });
    let _ = set_consumer.call1(&queue, &consumer.into_js_value());
}

async fn take_launched(handles: Vec<JsValue>, events: Events) {
    for handle in handles {
        let handle: FileSystemFileHandle = handle.unchecked_into();
        match JsFuture::from(handle.get_file()).await {
            Ok(file) => events.tell(read(&file.unchecked_into()).await),
            Err(_) => events.tell(DeviceEvent::FileUnreadable),
        }
    }
}

/// Whatever that is, and nothing where it is not there.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// One file after the other, so that they come in their order and no two are held at once.
fn take(files: Vec<File>, events: &Events) {
    let events = events.clone();
    spawn_local(async move {
        for file in files {
            events.tell(read(&file).await);
        }
    });
}

async fn read(file: &File) -> DeviceEvent {
    if file.size() > LARGEST {
        return DeviceEvent::FileTooLarge;
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => DeviceEvent::File(GivenFile { name: file.name(), content: Uint8Array::new(&buffer).to_vec() }),
        // A folder, or a file that went away meanwhile.
        Err(_) => DeviceEvent::FileUnreadable,
    }
}
