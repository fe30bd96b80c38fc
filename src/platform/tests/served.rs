//! The worker's program as the tests' server shows it (`./dev` puts it there), tabs that use it, and snippets of
//! JavaScript by which a test plays the browser.

use std::cell::RefCell;
use std::rc::Rc;

use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver};
use js_sys::Promise;
use platform::BrowserDevice;
use replica::{Device, DeviceEvent};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Evaluates a snippet, and what it promises.
pub(crate) async fn js(snippet: &str) -> JsValue {
    let value = js_sys::eval(snippet).unwrap_or_else(|error| panic!("{snippet}: {error:?}"));
    match value.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or_else(|error| panic!("{snippet}: {error:?}")),
        Err(value) => value,
    }
}

/// Lets the page's files be found in a folder of the tests' server.
fn set_base(folder: &str) {
    let document = web_sys::window().unwrap().document().unwrap();
    let base = document.query_selector("base").unwrap().unwrap_or_else(|| {
        let base = document.create_element("base").unwrap();
        document.head().unwrap().prepend_with_node_1(&base).unwrap();
        base
    });
    base.set_attribute("href", folder).unwrap();
}

/// From now on workers can be started.
pub(crate) fn with_worker() {
    set_base("/target/");
}

/// From now on they cannot.
pub(crate) fn without_worker() {
    set_base("/nowhere/");
}

/// From now on `workers` holds every worker that is started.
pub(crate) async fn watch_workers() {
    js("window.workers = [];
        window.RealWorker ??= Worker;
        window.Worker = class extends RealWorker {
            constructor(...all) {
                super(...all);
                workers.push(this);
                // On the worker itself: the harness makes them of another class.
                const end = this.terminate;
                this.terminate = () => { this.isEnded = true; end.call(this); };
            }
        };")
    .await;
}

/// Lets the last of them die, as one does that has failed.
pub(crate) async fn end_last_worker() {
    js("workers.at(-1).dispatchEvent(new Event('error'))").await;
}

/// From now on nobody watches.
pub(crate) async fn leave_workers_alone() {
    js("window.Worker = RealWorker").await;
}

/// A tab, and what it heard.
pub(crate) struct Tab {
    pub(crate) device: Rc<BrowserDevice>,
    heard: RefCell<UnboundedReceiver<DeviceEvent>>,
}

impl Tab {
    pub(crate) fn new() -> Self {
        let device = platform::start();
        let (tell, heard) = mpsc::unbounded();
        device.listen(Box::new(move |event| drop(tell.unbounded_send(event))));
        Self { device, heard: RefCell::new(heard) }
    }

    /// What it hears next.
    #[expect(clippy::await_holding_refcell_ref, reason = "nobody else hears this tab's events")]
    pub(crate) async fn next(&self) -> DeviceEvent {
        self.heard.borrow_mut().next().await.expect("the device lives")
    }

    pub(crate) async fn hears(&self, event: DeviceEvent) {
        assert_eq!(self.next().await, event);
    }
}
