//! The world as the browser sees it.

use platform::BrowserWorld;
use replica::World;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_day_is_the_day_of_the_clock() {
    let date = js_sys::Date::new_0();
    let today = BrowserWorld.today();
    assert_eq!(u32::try_from(today.year()), Ok(date.get_full_year()));
    assert_eq!((u32::from(u8::from(today.month())), u32::from(today.day())), (date.get_month() + 1, date.get_date()));
    assert!(BrowserWorld.now() > 1_700_000_000_000);
}

#[wasm_bindgen_test]
fn chance_does_not_repeat() {
    assert_ne!(BrowserWorld.random(), BrowserWorld.random());
}
