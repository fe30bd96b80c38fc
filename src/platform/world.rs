//! The clock, the calendar and the chance of the browser.

use std::rc::Rc;

use async_trait::async_trait;
use js_sys::Date as BrowserDate;
use replica::{Signer, World};
use time::{Date, Month};

use crate::signer;

/// The world as the browser sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserWorld;

#[async_trait(?Send)]
impl World for BrowserWorld {
    fn now(&self) -> u64 {
        millis(BrowserDate::now())
    }

    fn today(&self) -> Date {
        civil_date(&BrowserDate::new_0()).unwrap_or(Date::MIN)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let filled = web_sys::window()
            .and_then(|window| window.crypto().ok())
            .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        // Two tablets with the same "random" identity would damage each other's records: better no app at all.
        assert!(filled, "this browser has no source of randomness");
        bytes
    }

    async fn signer(&self, seed: &[u8; 32]) -> Rc<dyn Signer> {
        signer::signer(seed).await
    }
}

/// Never below zero, whatever the clock says.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float becomes the nearest number")]
fn millis(float: f64) -> u64 {
    float as u64
}

pub(crate) fn civil_date(date: &BrowserDate) -> Option<Date> {
    let year = i32::try_from(date.get_full_year()).ok()?;
    let month = Month::try_from(u8::try_from(date.get_month() + 1).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(date.get_date()).ok()?).ok()
}
