//! One tab: where it is, what it shows, how it is waited for, and what it must not do (log an error, throw, break the
//! content policy). Finding and using single elements is the locator's part.

use super::{browser::go_offline, cdp::Connection, key, locator::Locator, root};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// How long a person might wait before they say that it is broken, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// Ends at the next change of the document, and soon in any case: not all that is waited for changes the document.
const NEXT_CHANGE: &str = "new Promise((done) => {
  const observer = new MutationObserver(end);
  const timer = setTimeout(end, 100);
  function end() { observer.disconnect(); clearTimeout(timer); done(true); }
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})";

/// One tab of a browser. When dropped it fails the test if the page logged an error.
pub struct Page {
    connection: Arc<Connection>,
    session: String,
    downloads: PathBuf,
    tolerated: RefCell<Vec<String>>,
    patience: Cell<Duration>,
    /// The script that sets the page's day, once one was set.
    pub(super) day: RefCell<Option<String>>,
}

impl Page {
    pub(super) fn new(connection: Arc<Connection>, session: &str, downloads: PathBuf) -> Self {
        let page = Self {
            connection,
            session: session.to_owned(),
            downloads,
            tolerated: RefCell::default(),
            patience: Cell::new(PATIENCE),
            day: RefCell::default(),
        };
        for domain in ["Page", "Runtime", "Log", "DOM"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        page.call("Emulation.setTimezoneOverride", json!({ "timezoneId": "Asia/Shanghai" }));
        page
    }

    /// Calls the DevTools protocol, for what has no method here.
    ///
    /// # Panics
    /// If the browser refuses.
    #[track_caller]
    pub fn call(&self, method: &str, params: Value) -> Value {
        self.try_call(method, &params).expect("the browser does what the harness asks")
    }

    pub(super) fn try_call(&self, method: &str, params: &Value) -> Result<Value, String> {
        self.connection.call(&self.session, method, params)
    }

    /// Goes to an address and waits until it has loaded.
    #[track_caller]
    pub fn navigate(&self, url: &str) {
        self.load("Page.navigate", json!({ "url": url }));
    }

    /// Loads the same address again.
    #[track_caller]
    pub fn reload(&self) {
        self.load("Page.reload", json!({}));
    }

    /// Presses the browser's own "back".
    pub fn back(&self) {
        // Within the app nothing loads, so there is nothing to wait for but what comes next.
        self.evaluate("history.back()").ok();
    }

    #[track_caller]
    fn load(&self, method: &str, params: Value) {
        let mark = self.connection.mark();
        self.call(method, params);
        self.connection.wait_event(mark, &self.session, "Page.loadEventFired", |_| true).expect("the page loads");
    }

    /// The address shown.
    #[must_use]
    pub fn url(&self) -> String {
        self.evaluate("location.href").ok().and_then(|url| url.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The one element with a role and an accessible name, as a screen reader would say them.
    #[must_use]
    pub fn by_role(&self, role: &str, name: &str) -> Locator<'_> {
        Locator::new(self).by_role(role, name)
    }

    /// The form field with a label.
    #[must_use]
    pub fn by_label(&self, label: &str) -> Locator<'_> {
        Locator::new(self).by_label(label)
    }

    /// All text shown, with runs of white space as one space.
    #[must_use]
    pub fn text(&self) -> String {
        self.evaluate("document.body.innerText.replace(/\\s+/g, ' ')")
            .ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Waits until a text is shown.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.wait(&format!("see {text:?}"), || {
            if self.text().contains(text) { Ok(()) } else { Err("it is not shown".to_owned()) }
        });
    }

    /// Waits until a text is no longer shown.
    #[track_caller]
    pub fn see_no(&self, text: &str) {
        self.wait(&format!("no longer see {text:?}"), || {
            if self.text().contains(text) { Err("it is still shown".to_owned()) } else { Ok(()) }
        });
    }

    /// Waits until a JavaScript expression (or what it promises) is true. `what` is for the failure's message.
    #[track_caller]
    pub fn until(&self, what: &str, expression: &str) {
        self.wait(what, || match self.evaluate(expression)? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("{expression} is {other}")),
        });
    }

    /// Waits until the service worker answers for this page: from then on the app needs no network.
    #[track_caller]
    pub fn until_ready_offline(&self) {
        self.until("be ready for offline use", "navigator.serviceWorker.controller !== null");
    }

    /// Evaluates a JavaScript expression and what it promises.
    ///
    /// # Errors
    /// What it threw, or that the page went away meanwhile.
    pub fn evaluate(&self, expression: &str) -> Result<Value, String> {
        let params =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true });
        let mut answer = self.try_call("Runtime.evaluate", &params)?;
        match thrown(&answer) {
            Some(thrown) => Err(thrown),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// Presses a key or a chord where the focus is: "Enter", "Tab", "Shift+Tab", "Control+z", "a".
    #[track_caller]
    pub fn press(&self, chord: &str) {
        for params in key::strokes(chord) {
            self.call("Input.dispatchKeyEvent", params);
        }
    }

    /// Gives a file to the file field with a label. Browsers hide such fields behind a button whose name changes, so
    /// here the label itself is looked for.
    #[track_caller]
    pub fn attach(&self, label: &str, file: &Path) {
        let find = format!(
            "[...document.querySelectorAll('input[type=file]')].find((field) => [field.ariaLabel, ...[...field.labels].map((label) => label.innerText)].some((name) => name?.trim() === {}))",
            json!(label)
        );
        self.wait(&format!("attach a file to {label:?}"), || {
            let found = self.try_call("Runtime.evaluate", &json!({ "expression": find }))?;
            let object = found["result"]["objectId"].as_str().ok_or("it is not there")?;
            self.try_call("DOM.setFileInputFiles", &json!({ "files": [file], "objectId": object })).map(drop)
        });
    }

    /// Does something that starts a download, and waits for the file's bytes.
    ///
    /// # Panics
    /// If no download completes.
    #[track_caller]
    pub fn download(&self, start: impl FnOnce()) -> Vec<u8> {
        let mark = self.connection.mark();
        start();
        let begun =
            self.connection.wait_event(mark, "", "Browser.downloadWillBegin", |_| true).expect("a download begins");
        self.connection
            .wait_event(mark, "", "Browser.downloadProgress", |progress| {
                progress["state"] == "completed" && progress["guid"] == begun["guid"]
            })
            .expect("the download completes");
        let name = begun["suggestedFilename"].as_str().expect("a download has a name");
        fs::read(self.downloads.join(name)).expect("the downloaded file is there")
    }

    /// Tells the page that the network is gone, or back. To cut it for real, stop the server.
    ///
    /// # Panics
    /// If the browser refuses.
    pub fn offline(&self, offline: bool) {
        go_offline(&self.connection, &self.session, offline).expect("the network can be emulated");
    }

    /// Changes the size, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// Switches between light and dark.
    pub fn dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        self.call(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
        );
    }

    /// Saves a picture (PNG) of what is shown.
    ///
    /// # Panics
    /// If it cannot be taken or saved.
    pub fn screenshot(&self, file: &Path) {
        self.try_screenshot(file).expect("a picture can be taken");
    }

    fn try_screenshot(&self, file: &Path) -> Result<(), String> {
        let picture = self.try_call("Page.captureScreenshot", &json!({ "format": "png" }))?;
        let bytes = STANDARD.decode(picture["data"].as_str().unwrap_or_default()).expect("a picture is base64");
        fs::create_dir_all(file.parent().expect("a picture goes into a folder"))
            .expect("the folder for pictures can be made");
        fs::write(file, bytes).expect("the picture can be saved");
        Ok(())
    }

    /// Expects an error in the log that contains `part`: it will not fail the test.
    pub fn tolerate(&self, part: &str) {
        self.tolerated.borrow_mut().push(part.to_owned());
    }

    /// Changes how long to wait for anything, 10 seconds at first.
    pub fn set_patience(&self, patience: Duration) {
        self.patience.set(patience);
    }

    /// Errors that the page logged or threw so far, and breaches of the content policy.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        let events = self.connection.events(&self.session);
        let complaints = events.iter().filter_map(|event| complaint(&event.method, &event.params));
        complaints.filter(|complaint| !self.tolerated.borrow().iter().any(|part| complaint.contains(part))).collect()
    }

    /// What a screen reader finds, one line for each thing.
    #[must_use]
    pub fn outline(&self) -> String {
        let tree = self.try_call("Accessibility.getFullAXTree", &json!({})).unwrap_or_default();
        let mut lines = String::new();
        for node in tree["nodes"].as_array().into_iter().flatten() {
            let (role, name) = (&node["role"]["value"], &node["name"]["value"]);
            let telling = node["ignored"] != true
                && !["generic", "none", "InlineTextBox", "StaticText"].iter().any(|plain| role == plain);
            if telling {
                let _ = writeln!(lines, "  {} {name}", role.as_str().unwrap_or("?"));
            }
        }
        lines
    }

    /// Tries until it succeeds, after every change of the document, and fails the test at the deadline.
    #[track_caller]
    pub(super) fn wait<T>(&self, what: &str, mut attempt: impl FnMut() -> Result<T, String>) -> T {
        let end = Instant::now() + self.patience.get();
        loop {
            match attempt() {
                Ok(done) => return done,
                Err(reason) if Instant::now() >= end => self.fail(what, &reason),
                // While a page is being replaced there is nothing to watch: try again at once.
                Err(_) => drop(self.evaluate(NEXT_CHANGE)),
            }
        }
    }

    #[track_caller]
    fn fail(&self, what: &str, reason: &str) -> ! {
        let name = thread::current().name().unwrap_or("main").replace("::", "-");
        let file = root().join(format!("target/e2e-shots/{name}.png"));
        // A page that cannot be painted can still be told of.
        let picture = self.try_screenshot(&file).map_or_else(|error| error, |()| file.display().to_string());
        let (url, outline, errors) = (self.url(), self.outline(), self.errors());
        panic!(
            "could not {what}: {reason}\nat {url}\npicture: {picture}\nerrors: {errors:#?}\nwhat a screen reader finds:\n{outline}"
        );
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let errors = self.errors();
        if !thread::panicking() && !errors.is_empty() {
            panic!("the page logged errors: {errors:#?}");
        }
    }
}

pub(super) fn thrown(answer: &Value) -> Option<String> {
    let details = answer.get("exceptionDetails")?;
    let told = details["exception"]["description"].as_str().or(details["text"].as_str());
    Some(told.unwrap_or("something without a text was thrown").to_owned())
}

fn complaint(method: &str, params: &Value) -> Option<String> {
    match method {
        "Runtime.exceptionThrown" => thrown(&json!({ "exceptionDetails": params["exceptionDetails"] })),
        "Runtime.consoleAPICalled" if params["type"] == "error" || params["type"] == "assert" => {
            Some(arguments(&params["args"]))
        }
        "Log.entryAdded" if params["entry"]["level"] == "error" => Some(format!(
            "{} {}",
            params["entry"]["text"].as_str().unwrap_or_default(),
            params["entry"]["url"].as_str().unwrap_or_default()
        )),
        _ => None,
    }
}

fn arguments(args: &Value) -> String {
    let shown = |arg: &Value| {
        arg["value"].as_str().or(arg["description"].as_str()).map_or_else(|| arg["value"].to_string(), str::to_owned)
    };
    args.as_array().into_iter().flatten().map(shown).collect::<Vec<_>>().join(" ")
}
