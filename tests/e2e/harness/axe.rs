//! Accessibility rules, checked by axe-core in the page. It must never be loaded by the app itself.

use super::{page::Page, tools};
use serde_json::Value;
use std::fs;

/// A rule of axe-core that the page breaks.
#[derive(Debug)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// How bad axe-core takes it to be.
    pub impact: String,
    /// What the rule asks for.
    pub help: String,
    /// The elements that break it, each with what is wrong.
    pub elements: Vec<String>,
}

/// What is still coming in is half transparent for a moment: it is judged once it is there, as a person would.
const RUN: &str = "Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  .then(() => axe.run(document, { resultTypes: ['violations'], preload: false }))
  .then((results) => results.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map((node) => node.html.slice(0, 160) + ' — ' + node.failureSummary) })))";

impl Page {
    /// The accessibility rules that the page breaks as it is now.
    ///
    /// # Panics
    /// If axe-core is not installed (`./dev e2e` does), or fails.
    #[track_caller]
    #[must_use]
    pub fn axe(&self) -> Vec<Violation> {
        let source = fs::read_to_string(tools().join("npm/node_modules/axe-core/axe.min.js"))
            .expect("axe-core is installed: run ./dev e2e");
        self.evaluate(&format!("typeof axe === 'undefined' && void (0, function () {{ {source}\n }}).call(window)"))
            .expect("axe-core loads");
        let found = self.evaluate(RUN).expect("axe-core runs");
        found.as_array().into_iter().flatten().map(violation).collect()
    }

    /// Fails the test unless everybody can use the page as it is now, and it is not wider than the screen.
    #[track_caller]
    pub fn assert_sound(&self) {
        let violations = self.axe();
        assert!(violations.is_empty(), "at {}: {violations:#?}", self.url());
        self.until(
            "not be wider than the screen",
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
        );
    }
}

fn violation(value: &Value) -> Violation {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let elements =
        value["nodes"].as_array().into_iter().flatten().filter_map(|node| node.as_str().map(str::to_owned)).collect();
    Violation { rule: text("id"), impact: text("impact"), help: text("help"), elements }
}
