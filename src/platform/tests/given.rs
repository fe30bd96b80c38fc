//! Files that a person gives, files that the app hands over, and touches. The test plays the person and the browser.

use replica::{Device, DeviceEvent, GivenFile};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::served::{Tab, js};

fn file(name: &str, content: &str) -> DeviceEvent {
    DeviceEvent::File(GivenFile { name: name.to_owned(), content: content.into() })
}

#[wasm_bindgen_test]
async fn a_picked_file_is_heard_and_can_be_picked_again() {
    let tab = Tab::new();
    js("const field = Object.assign(document.createElement('input'), { type: 'file', multiple: true });
        document.body.append(field);
        window.pick = () => {
          const held = new DataTransfer();
          held.items.add(new File(['one'], '1.age'));
          held.items.add(new File([], '2.age'));
          field.files = held.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        };
        window.picked = () => field.files.length;
        pick();")
    .await;
    tab.hears(file("1.age", "one")).await;
    tab.hears(file("2.age", "")).await;
    assert_eq!(js("picked()").await, 0, "the field is ready for the same file");
    js("pick()").await;
    tab.hears(file("1.age", "one")).await;
}

#[wasm_bindgen_test]
async fn a_change_of_another_field_is_no_file() {
    let tab = Tab::new();
    js("const text = document.body.appendChild(document.createElement('input'));
        text.value = 'typed';
        text.dispatchEvent(new Event('change', { bubbles: true }));")
    .await;
    assert_eq!(js("document.querySelector('input:not([type=file])').value").await, "typed", "and it is left alone");
    js("window.dispatchEvent(new Event('online'))").await;
    tab.hears(DeviceEvent::Network(true)).await;
}

#[wasm_bindgen_test]
async fn a_dropped_file_is_heard_and_does_not_take_the_page_away() {
    let tab = Tab::new();
    let drag = |what: &str| {
        format!(
            "['dragover', 'drop'].map((name) => {{
               const held = new DataTransfer();
               {what};
               const options = {{ dataTransfer: held, bubbles: true, cancelable: true }};
               return document.body.dispatchEvent(new DragEvent(name, options));
             }}).join()"
        )
    };
    let dropped = js(&drag("held.items.add(new File(['bytes'], 'b.age'))")).await;
    assert_eq!(dropped, "false,false", "the browser's own answer is prevented");
    tab.hears(file("b.age", "bytes")).await;
    assert_eq!(js(&drag("held.setData('text/plain', 'words')")).await, "true,true", "words are none of ours");
}

#[wasm_bindgen_test]
async fn a_file_that_the_app_is_opened_with_is_heard_and_strange_ones_are_told() {
    js("window.launch = undefined;
        Object.defineProperty(window, 'launchQueue', {
          configurable: true,
          value: { setConsumer(consumer) { window.launch = consumer; } },
        });")
    .await;
    let tab = Tab::new();
    js("const file = new File(['bytes'], 'c.age');
        const huge = Object.defineProperty(new File(['x'], 'd.age'), 'size', { value: 200_000_001 });
        const gone = Object.assign(new File(['x'], 'e.age'), { arrayBuffer: () => Promise.reject(new Error()) });
        const handles = [file, huge, gone].map((one) => ({ getFile: () => Promise.resolve(one) }));
        handles.push({ getFile: () => Promise.reject(new Error()) });
        launch({ files: handles });")
    .await;
    tab.hears(file("c.age", "bytes")).await;
    tab.hears(DeviceEvent::FileTooLarge).await;
    tab.hears(DeviceEvent::FileUnreadable).await;
    tab.hears(DeviceEvent::FileUnreadable).await;
    js("delete window.launchQueue").await;
}

#[wasm_bindgen_test]
async fn a_file_is_handed_to_a_browser_that_takes_it_and_to_no_other() {
    let device = platform::start();
    let play = |can_share: &str, share: &str| {
        format!(
            "window.shared = [];
             Object.defineProperty(navigator, 'canShare', {{ configurable: true, value: {can_share} }});
             Object.defineProperty(navigator, 'share', {{ configurable: true, value: {share} }});"
        )
    };
    js(&play("undefined", "undefined")).await;
    assert!(!device.can_share() && !device.share("a.age", "application/octet-stream", b"bytes").await);
    js(&play("() => false", "() => Promise.resolve()")).await;
    assert!(!device.can_share() && !device.share("a.age", "application/octet-stream", b"bytes").await);
    js(&play("() => true", "() => Promise.reject(new DOMException('', 'AbortError'))")).await;
    assert!(device.can_share() && !device.share("a.age", "application/octet-stream", b"bytes").await);
    js(&play("(what) => what.files.length === 1", "async (what) => { shared.push(...what.files); }")).await;
    assert!(device.can_share() && device.share("a.age", "application/octet-stream", b"bytes").await);
    let shared = "shared[0].text().then((text) => [text, shared[0].name, shared[0].type, shared.length].join())";
    assert_eq!(js(shared).await, "bytes,a.age,application/octet-stream,1");
    js("delete navigator.canShare; delete navigator.share").await;
}

#[wasm_bindgen_test]
async fn idle_is_the_time_since_the_last_touch_whatever_the_clock() {
    let device = platform::start();
    js("window.realNow = Date.now").await;
    let set_clock = async |by: &str| js(&format!("Date.now = () => realNow.call(Date) + {by}")).await;
    let hour = 3_600_000;
    for name in ["pointerdown", "pointermove", "keydown", "touchstart", "wheel"] {
        js("Date.now = realNow").await;
        let touch = format!("document.body.dispatchEvent(new Event('{name}', {{ bubbles: true }}))");
        js(&touch).await;
        set_clock("3_600_000").await;
        assert!(device.idle_millis() >= hour, "{name}");
        js(&touch).await;
        assert!(device.idle_millis() < hour, "{name} is a touch");
    }
    set_clock("-3_600_000").await;
    assert!(device.idle_millis() < hour, "a clock that was set back");
    js("Date.now = realNow").await;
}
