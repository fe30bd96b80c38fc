//! What happens around the app, handed to the one listener. What happens before there is one waits for it.

use std::cell::RefCell;
use std::rc::Rc;

use replica::DeviceEvent;

type Listener = Rc<dyn Fn(DeviceEvent)>;

/// A road for events; clones lead to the same listener.
#[derive(Clone, Default)]
pub(crate) struct Events(Rc<Road>);

#[derive(Default)]
struct Road {
    listener: RefCell<Option<Listener>>,
    waiting: RefCell<Vec<DeviceEvent>>,
}

impl Events {
    pub(crate) fn tell(&self, event: DeviceEvent) {
        // Nothing is borrowed while the listener runs: it may listen anew or cause the next event.
        let listener = self.0.listener.borrow().clone();
        match listener {
            Some(listener) => listener(event),
            None => self.0.waiting.borrow_mut().push(event),
        }
    }

    pub(crate) fn listen(&self, listener: Listener) {
        self.0.listener.replace(Some(listener));
        let events = self.clone();
        // Later, so that whoever begins to listen has finished what it is doing.
        wasm_bindgen_futures::spawn_local(async move {
            let waiting = events.0.waiting.take();
            waiting.into_iter().for_each(|event| events.tell(event));
        });
    }
}
