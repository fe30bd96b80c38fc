//! Tabs that have the same books open tell each other that something was appended. What was appended is never said here:
//! whoever hears it reads the storage.

use replica::DeviceEvent;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::BroadcastChannel;

use crate::events::Events;

const APPENDED: &str = "appended";

/// The channel of some books. Without one (an old browser) tabs simply hear nothing.
pub(crate) struct Announcements {
    channel: Option<BroadcastChannel>,
    _hearing: Closure<dyn Fn()>,
}

impl Announcements {
    pub(crate) fn open(name: &str, events: Events) -> Self {
        let hearing = Closure::<dyn Fn()>::new(move || events.tell(DeviceEvent::Appended));
        let channel = BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(hearing.as_ref().unchecked_ref()));
        }
        Self { channel, _hearing: hearing }
    }

    pub(crate) fn appended(&self) {
        if let Some(channel) = &self.channel {
            // A channel that refuses costs the other tabs their freshness, not anybody a record.
            let _ = channel.post_message(&JsValue::from_str(APPENDED));
        }
    }
}

impl Drop for Announcements {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
