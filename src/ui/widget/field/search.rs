//! A field that finds one of many: type, walk the results with the arrows, take one with Enter; or add a new one.
//! It must never search by itself; it shows what `options` holds for the query.

use leptos::{ev, html, prelude::*};

use super::{
    super::{fresh_id, reveal},
    FieldFrame, focus_on,
    frame::Frame,
    set_draft, show_draft,
};
use crate::widget::icon::{Icon, Picture};

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What is kept.
    pub value: String,
    /// What it is called; becomes the query once taken.
    pub title: String,
    /// What tells it from others of that name.
    pub detail: String,
}

/// What the list of results can do, shared by its parts.
#[derive(Clone, Copy)]
struct Finder {
    query: RwSignal<String>,
    value: RwSignal<String>,
    options: Signal<Vec<Pick>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    on_pick: Option<Callback<(String,)>>,
    on_add: Option<Callback<(String,)>>,
}

impl Finder {
    /// How many lines the list has, "add" among them.
    fn lines(self) -> usize {
        self.options.with_untracked(Vec::len) + usize::from(self.on_add.is_some())
    }

    fn take(self, at: usize) {
        self.close();
        match self.options.with_untracked(|all| all.get(at).cloned()) {
            Some(pick) => {
                self.query.set(pick.title);
                self.value.set(pick.value.clone());
                if let Some(picked) = self.on_pick {
                    picked.run((pick.value,));
                }
            }
            None => {
                if let Some(add) = self.on_add {
                    add.run((self.query.get_untracked(),));
                }
            }
        }
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn typed(self, text: String) {
        set_draft(self.query, text);
        set_draft(self.value, String::new());
        self.active.set(None);
        self.open.set(true);
    }

    fn step(self, forward: bool) {
        self.open.set(true);
        self.active.update(|at| *at = next_line(*at, self.lines(), forward));
    }

    fn key(self, ev: &ev::KeyboardEvent) {
        let handled = match ev.key().as_str() {
            // Keys of an input method belong to it.
            _ if ev.is_composing() => false,
            "ArrowDown" => {
                self.step(true);
                true
            }
            "ArrowUp" => {
                self.step(false);
                true
            }
            "Enter" => {
                self.active.get_untracked().filter(|_| self.open.get_untracked()).map(|at| self.take(at)).is_some()
            }
            "Escape" if self.open.get_untracked() => {
                self.close();
                true
            }
            _ => false,
        };
        if handled {
            ev.prevent_default();
            ev.stop_propagation();
        }
    }
}

/// The line after or before, round the ends.
fn next_line(at: Option<usize>, lines: usize, forward: bool) -> Option<usize> {
    let last = lines.checked_sub(1)?;
    Some(match (at, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    })
}

/// One of many, found by typing.
#[component]
pub fn SearchPick(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed. Set it to the title of `value` when a draft is opened again.
    query: RwSignal<String>,
    /// The value of the taken result, or empty.
    value: RwSignal<String>,
    /// The results for the query, best first; a few dozen at most.
    #[prop(into)]
    options: Signal<Vec<Pick>>,
    /// What is said when there are no results.
    #[prop(into)]
    nothing: Signal<String>,
    /// An example of what can be typed.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// What happens once a result is taken, beside keeping its value.
    #[prop(optional, into)]
    on_pick: Option<Callback<(String,)>>,
    /// The words of the last line that adds what was typed.
    #[prop(optional, into)]
    add: MaybeProp<String>,
    /// Adds what was typed; without it there is no such line.
    #[prop(optional, into)]
    on_add: Option<Callback<(String,)>>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether an answer is needed.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    show_draft(node, query);
    let finder =
        Finder { query, value, options, open: RwSignal::new(false), active: RwSignal::new(None), on_pick, on_add };
    let frame = Frame::new(label, hint, error, required, focus_on(node));
    let list = fresh_id("results");
    view! {
        <FieldFrame ids=frame.ids.clone() label hint error required>
            <div class="finder" on:focusout=move |_| finder.close()>
                {input(&frame, finder, node, list.clone(), placeholder)}
                <Picture icon=Icon::Search/>
                {move || finder.open.get().then(|| results(finder, &list, label, nothing, add))}
            </div>
        </FieldFrame>
    }
}

/// The box to type in.
fn input(
    frame: &Frame,
    finder: Finder,
    node: NodeRef<html::Input>,
    list: String,
    placeholder: MaybeProp<String>,
) -> impl IntoView + use<> {
    let (described, invalid) = (frame.described_by(), frame.invalid());
    let owned = list.clone();
    let controls = move || finder.open.get().then(|| owned.clone());
    let active = move || finder.active.get().map(|at| format!("{list}-{at}"));
    view! {
        <input node_ref=node id=frame.ids.control.clone() class="control" type="text" role="combobox" autocomplete="off"
            placeholder=move || placeholder.get() aria-autocomplete="list"
            aria-expanded=move || finder.open.get().to_string() aria-controls=controls aria-activedescendant=active
            aria-required=frame.required.then_some("true") aria-describedby=described aria-invalid=invalid
            on:input=move |ev| finder.typed(event_target_value(&ev))
            on:click=move |_| finder.open.set(true)
            on:keydown=move |ev| finder.key(&ev)/>
    }
}

/// The list of results. A press must not take the focus away from the input, or the list would close under it.
fn results(
    finder: Finder,
    list: &str,
    label: Signal<String>,
    nothing: Signal<String>,
    add: MaybeProp<String>,
) -> impl IntoView + use<> {
    let list = list.to_owned();
    let stem = list.clone();
    let scroller = NodeRef::<html::Div>::new();
    let lines = move || {
        let options = finder.options.get();
        let count = options.len();
        let found = options
            .into_iter()
            .enumerate()
            .map(|(at, pick)| line(finder, scroller, &stem, at, pick, false))
            .collect_view();
        let adding = finder.on_add.map(|_| {
            let pick = Pick { value: String::new(), title: add.get().unwrap_or_default(), detail: finder.query.get() };
            line(finder, scroller, &stem, count, pick, true)
        });
        let none = (count == 0).then(|| view! { <p class="finder-nothing" role="presentation">{nothing}</p> });
        view! { {none} {found} {adding} }
    };
    view! {
        <div node_ref=scroller class="finder-list" role="listbox" id=list aria-label=label on:mousedown=move |ev| ev.prevent_default()>{lines}</div>
    }
}

/// One line of the list.
fn line(
    finder: Finder,
    scroller: NodeRef<html::Div>,
    stem: &str,
    at: usize,
    pick: Pick,
    adds: bool,
) -> impl IntoView + use<> {
    let node = NodeRef::<html::Div>::new();
    let is_active = Memo::new(move |_| finder.active.get() == Some(at));
    Effect::new(move |_| {
        if let (true, Some(item), Some(list)) = (is_active.get(), node.get(), scroller.get_untracked()) {
            let to = reveal::reveal(
                item.offset_top().into(),
                item.offset_height().into(),
                list.scroll_top() as _,
                list.client_height().into(),
            );
            list.set_scroll_top(to as _);
        }
    });
    view! {
        <div node_ref=node class="finder-line" class:adds=adds role="option" id=format!("{stem}-{at}")
            aria-selected=move || is_active.get().to_string() on:click=move |_| finder.take(at)>
            {adds.then(|| view! { <Picture icon=Icon::Plus/> })}
            <span class="finder-title">{pick.title}</span>
            <span class="finder-detail">{pick.detail}</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::next_line;

    #[test]
    fn walks_round_the_ends() {
        let check = |at, lines, forward, expected| assert_eq!(next_line(at, lines, forward), expected);
        check(None, 0, true, None);
        check(None, 3, true, Some(0));
        check(None, 3, false, Some(2));
        check(Some(2), 3, true, Some(0));
        check(Some(0), 3, false, Some(2));
        check(Some(1), 3, false, Some(0));
    }
}
