//! One element, found by role and accessible name, and what a person does with it. It is looked up anew at every
//! attempt, so it may come late or be drawn again. It must never be found by a class, an id or a place in the document.

use super::page::{Page, thrown};
use serde_json::{Value, json};

/// What browsers call the fields of a form.
const FIELDS: &[&str] = &[
    "textbox",
    "searchbox",
    "combobox",
    "listbox",
    "checkbox",
    "radio",
    "radiogroup",
    "spinbutton",
    "slider",
    "switch",
    "Date",
    "DateTime",
    "InputTime",
    "ColorWell",
];

/// Where to click, once the element holds still and nothing lies on top of it; otherwise why not.
const CLICKABLE: &str = "async function () {
  const own = [this, ...(this.labels ?? [])];
  const center = (element) => {
    const box = [...element.getClientRects()].find((box) => box.width > 1 && box.height > 1);
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  if (!this.isConnected) return { why: 'it was taken away' };
  if (this.matches(':disabled') || this.closest('[aria-disabled=true], [inert]')) return { why: 'it is disabled' };
  this.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const target = own.find(center);
  if (!target) return { why: 'it has no size' };
  const before = center(target);
  await new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 100); });
  const after = center(target);
  if (!after || before.x !== after.x || before.y !== after.y) return { why: 'it moves' };
  const hit = document.elementFromPoint(after.x, after.y);
  if (!hit) return { why: 'it is outside the window' };
  if (!own.some((element) => element.contains(hit))) return { why: 'it is covered by ' + hit.outerHTML.slice(0, 120) };
  return after;
}";

/// Readies a field for typing; kinds that have no caret get their value at once, as from a picker.
const EDITABLE: &str = "function (text) {
  if (this.matches(':disabled') || this.readOnly) return { why: 'it cannot be edited' };
  this.scrollIntoView({ block: 'center', behavior: 'instant' });
  this.focus();
  if (document.activeElement !== this) return { why: 'it does not take the focus' };
  if (!['date', 'time', 'month', 'week', 'datetime-local', 'color', 'range'].includes(this.type)) { this.select?.(); return { typed: true }; }
  this.value = text;
  if (this.value !== text) return { why: 'it does not take ' + text };
  for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
  return { typed: false };
}";

const CHOOSE: &str = "function (label) {
  if (this.matches(':disabled')) return { why: 'it is disabled' };
  const options = [...this.options];
  const option = options.find((option) => option.label.trim() === label);
  if (!option) return { why: 'it only has ' + options.map((option) => option.label.trim()).join(', ') };
  this.focus();
  option.selected = true;
  for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
  return {};
}";

#[derive(Clone)]
enum Step {
    Role(String, Option<String>),
    Label(String),
    Nth(usize),
}

/// A description of one element, within the page or within another element.
#[derive(Clone)]
pub struct Locator<'a> {
    page: &'a Page,
    steps: Vec<Step>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(page: &'a Page) -> Self {
        Self { page, steps: Vec::new() }
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self { page: self.page, steps }
    }

    /// The element with this role and accessible name, within this one.
    #[must_use]
    pub fn by_role(&self, role: &str, name: &str) -> Self {
        self.then(Step::Role(role.to_owned(), Some(name.to_owned())))
    }

    /// All elements with this role, whatever their names, within this one.
    #[must_use]
    pub fn all(&self, role: &str) -> Self {
        self.then(Step::Role(role.to_owned(), None))
    }

    /// The form field with this label, within this one.
    #[must_use]
    pub fn by_label(&self, label: &str) -> Self {
        self.then(Step::Label(label.to_owned()))
    }

    /// Of several that fit, the one at this place, counted from 0.
    #[must_use]
    pub fn nth(&self, place: usize) -> Self {
        self.then(Step::Nth(place))
    }

    /// How many fit now, without waiting.
    #[must_use]
    pub fn count(&self) -> usize {
        self.matches().map_or(0, |found| found.len())
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn wait(&self) {
        self.page.wait(&format!("find {}", self.said()), || self.node().map(drop));
    }

    /// Waits until nothing fits any more.
    #[track_caller]
    pub fn wait_gone(&self) {
        self.page.wait(&format!("see {} go", self.said()), || match self.matches()?.len() {
            0 => Ok(()),
            count => Err(format!("{count} are still there")),
        });
    }

    /// Presses it with the pointer, once it is enabled, still and uncovered.
    #[track_caller]
    pub fn click(&self) {
        self.page.wait(&format!("click {}", self.said()), || {
            let place = self.run(CLICKABLE, &[])?;
            for (kind, button, count) in
                [("mouseMoved", "none", 0), ("mousePressed", "left", 1), ("mouseReleased", "left", 1)]
            {
                let event =
                    json!({ "type": kind, "x": place["x"], "y": place["y"], "button": button, "clickCount": count });
                self.page.try_call("Input.dispatchMouseEvent", &event)?;
            }
            Ok(())
        });
    }

    /// Replaces what a field holds. Dates as `2026-11-23`, times as `08:30`.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        let ready = self.page.wait(&format!("fill {}", self.said()), || self.run(EDITABLE, &[json!(text)]));
        match ready["typed"] == true {
            true if text.is_empty() => self.page.press("Delete"),
            true => drop(self.page.call("Input.insertText", json!({ "text": text }))),
            false => {}
        }
    }

    /// Chooses an option of a native list by the text it shows.
    #[track_caller]
    pub fn choose(&self, option: &str) {
        self.page
            .wait(&format!("choose {option:?} in {}", self.said()), || self.run(CHOOSE, &[json!(option)]).map(drop));
    }

    /// Puts the focus on it and presses a key.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        self.page.wait(&format!("focus {}", self.said()), || {
            self.run("function () { this.focus(); return {}; }", &[]).map(drop)
        });
        self.page.press(chord);
    }

    /// The text it shows, with runs of white space as one space.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        self.read("this.innerText.replace(/\\s+/g, ' ').trim()")
    }

    /// What a field holds.
    #[track_caller]
    #[must_use]
    pub fn value(&self) -> String {
        self.read("this.value")
    }

    /// Waits until it shows a text.
    #[track_caller]
    pub fn see(&self, text: &str) {
        self.page.wait(&format!("see {text:?} in {}", self.said()), || {
            let shown = self.run("function () { return { it: this.innerText.replace(/\\s+/g, ' ') }; }", &[])?;
            let shown = shown["it"].as_str().unwrap_or_default();
            if shown.contains(text) { Ok(()) } else { Err(format!("it shows {shown:?}")) }
        });
    }

    /// Waits until an expression about it, with `this` as the element, is true, such as `this.checked`.
    #[track_caller]
    pub fn until(&self, expression: &str) {
        let function = format!("function () {{ return {{ it: {expression} }}; }}");
        self.page.wait(&format!("have {expression} of {}", self.said()), || {
            let found = self.run(&function, &[])?;
            if found["it"] == true { Ok(()) } else { Err(format!("it is {}", found["it"])) }
        });
    }

    #[track_caller]
    fn read(&self, expression: &str) -> String {
        let function = format!("function () {{ return {{ it: String({expression}) }}; }}");
        let found = self.page.wait(&format!("read {}", self.said()), || self.run(&function, &[]));
        found["it"].as_str().unwrap_or_default().to_owned()
    }

    /// Runs a function with the element as `this`. An answer with `why` is a refusal.
    fn run(&self, function: &str, arguments: &[Value]) -> Result<Value, String> {
        let object = self.page.try_call("DOM.resolveNode", &json!({ "backendNodeId": self.node()? }))?;
        let arguments: Vec<Value> = arguments.iter().map(|value| json!({ "value": value })).collect();
        let call = json!({ "objectId": object["object"]["objectId"], "functionDeclaration": function, "arguments": arguments, "awaitPromise": true, "returnByValue": true, "userGesture": true });
        let mut answer = self.page.try_call("Runtime.callFunctionOn", &call)?;
        if let Some(thrown) = thrown(&answer) {
            return Err(thrown);
        }
        let value = answer["result"]["value"].take();
        value["why"].as_str().map(str::to_owned).map_or(Ok(value), Err)
    }

    fn node(&self) -> Result<u64, String> {
        match self.matches()?.as_slice() {
            [] => Err("it is not there".to_owned()),
            [one] => Ok(*one),
            several => Err(format!("{} fit", several.len())),
        }
    }

    fn matches(&self) -> Result<Vec<u64>, String> {
        let document = self.page.try_call("DOM.getDocument", &json!({ "depth": 0 }))?;
        let root = document["root"]["backendNodeId"].as_u64().ok_or("the page has no document")?;
        self.steps.iter().try_fold(vec![root], |scope, step| self.narrow(&scope, step))
    }

    fn narrow(&self, scope: &[u64], step: &Step) -> Result<Vec<u64>, String> {
        if let Step::Nth(place) = step {
            return Ok(scope.get(*place).copied().into_iter().collect());
        }
        let [root] = scope else {
            return if scope.is_empty() { Ok(Vec::new()) } else { Err(format!("{} fit on the way", scope.len())) };
        };
        match step {
            Step::Role(role, None) => self.query(json!({ "backendNodeId": root, "role": role })),
            Step::Role(role, Some(name)) => {
                self.query(json!({ "backendNodeId": root, "role": role, "accessibleName": name }))
            }
            Step::Label(label) => self.query(json!({ "backendNodeId": root, "accessibleName": label })),
            Step::Nth(_) => Ok(Vec::new()),
        }
    }

    fn query(&self, params: Value) -> Result<Vec<u64>, String> {
        let any_field = params.get("role").is_none();
        let answer = self.page.try_call("Accessibility.queryAXTree", &params)?;
        let nodes = answer["nodes"].as_array().into_iter().flatten();
        let fits = |node: &&Value| {
            node["ignored"] != true && (!any_field || FIELDS.iter().any(|field| node["role"]["value"] == *field))
        };
        Ok(nodes.filter(fits).filter_map(|node| node["backendDOMNodeId"].as_u64()).collect())
    }

    fn said(&self) -> String {
        let say = |step: &Step| match step {
            Step::Role(role, Some(name)) => format!("{role} {name:?}"),
            Step::Role(role, None) => format!("any {role}"),
            Step::Label(label) => format!("the field {label:?}"),
            Step::Nth(place) => format!("number {place}"),
        };
        self.steps.iter().map(say).collect::<Vec<_>>().join(" › ")
    }
}
