//! The right to write some books: one tab has it, the others wait in line and get it when that tab is gone.
//! It must never be taken from a tab that lives.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, LockManager, LockOptions};

use crate::breath;

/// This tab's claim on the right to write. Dropping it passes the right on.
pub(crate) struct WriteRight(Rc<Claim>);

#[derive(Default)]
struct Claim {
    is_held: Cell<bool>,
    /// Ends the promise that holds the lock.
    release: RefCell<Option<Function>>,
    /// Ends the waiting in line.
    queue: RefCell<Option<AbortController>>,
}

impl WriteRight {
    /// Takes the right if it is free; otherwise waits in line for it and tells when it has come.
    pub(crate) async fn claim(name: &str, gained: impl FnOnce() + 'static) -> Self {
        let right = Self(Rc::default());
        // Without locks (an unsafe road, an old browser) nothing can tell tabs apart. Then everybody may write, and
        // the storage still refuses to write over what another tab wrote.
        let Some(locks) = locks() else {
            right.0.is_held.set(true);
            return right;
        };
        // What this tab itself gave up a moment ago is free in the browser's next turn.
        breath::turn().await;
        take_if_free(&locks, name, &right.0).await;
        if !right.is_held() {
            wait_in_line(&locks, name, &right.0, gained);
        }
        right
    }

    pub(crate) fn is_held(&self) -> bool {
        self.0.is_held.get()
    }

    /// Passes the right on, or leaves the line.
    pub(crate) fn give_up(&self) {
        self.0.give_up();
    }

    /// Tells whether it is held, for as long as this right is there.
    pub(crate) fn is_held_now(&self) -> impl Fn() -> bool + 'static {
        let claim = Rc::downgrade(&self.0);
        move || claim.upgrade().is_some_and(|claim| claim.is_held.get())
    }

    /// Does so when it is called, if this right is there still.
    pub(crate) fn pass_on(&self) -> impl Fn() + 'static {
        let claim = Rc::downgrade(&self.0);
        move || claim.upgrade().iter().for_each(|claim| claim.give_up())
    }
}

impl Drop for WriteRight {
    fn drop(&mut self) {
        self.0.give_up();
    }
}

impl Claim {
    /// The promise that keeps the lock until the right is given up.
    fn hold(&self) -> Promise {
        self.is_held.set(true);
        Promise::new(&mut |resolve, _| {
            self.release.replace(Some(resolve));
        })
    }

    fn give_up(&self) {
        self.is_held.set(false);
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
        if let Some(queue) = self.queue.take() {
            queue.abort();
        }
    }
}

/// Answers when it is known whether the lock was free.
async fn take_if_free(locks: &LockManager, name: &str, claim: &Rc<Claim>) {
    let options = LockOptions::new();
    options.set_if_available(true);
    let known = Promise::new(&mut |resolve, reject| {
        let claim = Rc::downgrade(claim);
        let granted = Closure::once_into_js(move |lock: JsValue| {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            let is_mine = !lock.is_null();
            claim.upgrade().filter(|_| is_mine).map_or(JsValue::UNDEFINED, |claim| claim.hold().into())
        });
        let request = locks.request_with_options(name, &options, granted.unchecked_ref());
        // A request that is refused never calls back.
        settle(request, Some(reject));
    });
    if JsFuture::from(known).await.is_err() {
        claim.is_held.set(true);
    }
}

fn wait_in_line(locks: &LockManager, name: &str, claim: &Rc<Claim>, gained: impl FnOnce() + 'static) {
    let options = LockOptions::new();
    if let Ok(controller) = AbortController::new() {
        options.set_signal(&controller.signal());
        claim.queue.replace(Some(controller));
    }
    let claim = Rc::downgrade(claim);
    let granted = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
        let Some(claim) = claim.upgrade() else { return JsValue::UNDEFINED };
        claim.queue.take();
        let held = claim.hold();
        gained();
        held.into()
    });
    settle(locks.request_with_options(name, &options, granted.unchecked_ref()), None);
}

/// A promise that fails unheard would be told as an error of the app.
fn settle(request: Promise, refused: Option<Function>) {
    spawn_local(async move {
        if let (Err(reason), Some(refused)) = (JsFuture::from(request).await, refused) {
            let _ = refused.call1(&JsValue::UNDEFINED, &reason);
        }
    });
}

fn locks() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?.dyn_into().ok()
}
