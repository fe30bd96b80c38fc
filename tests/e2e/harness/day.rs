//! The day of a page: its calendar and clock as if it had been loaded in the morning of another day, so that a year can be
//! lived in a minute. From there on the time goes its way.

use super::page::Page;
use serde_json::json;

/// Every `Date` without an argument, moved by as much as nine in the morning of that day, in Siping, is away.
const SHIFT: &str = "(() => {
  const Real = Date, shift = Real.parse('DAYT09:00:00+08:00') - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };
})()";

impl Page {
    /// Lets whatever is loaded from now on begin in the morning of a day, such as `2025-01-27`.
    ///
    /// # Panics
    /// If the browser refuses.
    #[track_caller]
    pub fn set_day(&self, day: &str) {
        if let Some(before) = self.day.take() {
            self.call("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": before }));
        }
        let script = json!({ "source": SHIFT.replace("DAY", day) });
        let answer = self.call("Page.addScriptToEvaluateOnNewDocument", script);
        self.day.replace(answer["identifier"].as_str().map(str::to_owned));
    }
}
