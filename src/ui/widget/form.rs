//! Forms: sections, a summary of what is wrong that leads to each field, and actions that stay in sight.
//! A form must never leave the page by itself, nor hand in anything while it says that something is wrong.

use leptos::{ev, html, prelude::*};

use super::icon::{Icon, Picture};

/// A field that the form around it knows.
#[derive(Clone)]
struct Known {
    id: String,
    label: Signal<String>,
    error: Signal<Option<String>>,
    focus: Callback<()>,
}

/// The fields of a form, in the order they were built.
#[derive(Clone, Copy)]
struct KnownFields(RwSignal<Vec<Known>>);

impl KnownFields {
    /// The fields that are wrong now.
    fn wrong(self) -> Vec<(Known, String)> {
        self.0.with(|all| all.iter().filter_map(|known| known.error.get().map(|text| (known.clone(), text))).collect())
    }
}

/// Makes a field known to the form around it, so that the summary can lead to it. Without a form it does nothing.
pub(crate) fn register_field(id: &str, label: Signal<String>, error: Signal<Option<String>>, focus: Callback<()>) {
    let Some(KnownFields(fields)) = use_context() else { return };
    let known = Known { id: id.to_owned(), label, error, focus };
    fields.update(|all| all.push(known));
    let id = id.to_owned();
    on_cleanup(move || {
        fields.try_update(|all| all.retain(|known| known.id != id));
    });
}

/// A form. Enter in a line of text, or Ctrl+Enter anywhere, submits it.
#[component]
pub fn Form(
    /// What the form is for.
    #[prop(into)]
    label: Signal<String>,
    /// The heading of the summary of what is wrong.
    #[prop(into)]
    wrong_title: Signal<String>,
    /// What is wrong with the whole and with no single field.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Checks and hands in. The errors of the fields must be up to date when it returns; if one is there, the summary takes the focus.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Sections and actions.
    children: Children,
) -> impl IntoView {
    let fields = KnownFields(RwSignal::new(Vec::new()));
    provide_context(fields);
    let tried = RwSignal::new(false);
    let summary = NodeRef::<html::Div>::new();
    let submit = move || {
        on_submit.run(());
        tried.set(true);
        request_animation_frame(move || {
            // The form may be gone by then: what was handed in is on its way.
            if let Some(summary) = summary.try_get_untracked().flatten() {
                let _ = summary.focus();
            }
        });
    };
    let wrong =
        Memo::new_with_compare(move |_| if tried.get() { wrong_lines(fields, error) } else { Vec::new() }, |_, _| true);
    view! {
        <form class="form" novalidate aria-label=label
            on:submit=move |ev| { ev.prevent_default(); submit(); }
            on:keydown=move |ev| if is_submit_key(&ev) { ev.prevent_default(); submit(); }>
            {move || { let lines = wrong.get(); (!lines.is_empty()).then(|| wrong_summary(lines, wrong_title, summary)) }}
            {children()}
        </form>
    }
}

/// Ctrl+Enter, or Command+Enter.
fn is_submit_key(ev: &ev::KeyboardEvent) -> bool {
    ev.key() == "Enter" && (ev.ctrl_key() || ev.meta_key())
}

/// A line of the summary: the field's label if it is one field's, what is wrong, and how to get there.
#[derive(Clone)]
struct WrongLine {
    label: Option<Signal<String>>,
    text: String,
    focus: Option<Callback<()>>,
}

fn wrong_lines(fields: KnownFields, error: Signal<Option<String>>) -> Vec<WrongLine> {
    let whole = error.get().map(|text| WrongLine { label: None, text, focus: None });
    let single = fields.wrong().into_iter().map(|(known, text)| WrongLine {
        label: Some(known.label),
        text,
        focus: Some(known.focus),
    });
    whole.into_iter().chain(single).collect()
}

/// What is wrong, each line leading to its field.
fn wrong_summary(lines: Vec<WrongLine>, title: Signal<String>, node: NodeRef<html::Div>) -> impl IntoView {
    let line = |WrongLine { label, text, focus }: WrongLine| {
        let words = view! { {label.map(|label| view! { <b>{label}</b> " " })} {text} };
        match focus {
            Some(focus) => {
                view! { <li><button type="button" class="link" on:click=move |_| focus.run(())>{words}</button></li> }
                    .into_any()
            }
            None => view! { <li>{words}</li> }.into_any(),
        }
    };
    view! {
        <div node_ref=node class="wrong-summary" role="alert" tabindex="-1">
            <Picture icon=Icon::Warning/>
            <div>
                <p class="wrong-title">{title}</p>
                <ul>{lines.into_iter().map(line).collect_view()}</ul>
            </div>
        </div>
    }
}

/// Fields that belong together, under a heading.
#[component]
pub fn FormSection(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence under the heading.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// The fields. They stand in two columns where there is room; wrap one in [`Wide`] to give it both.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="form-section">
            <legend>{title}</legend>
            {move || hint.get().map(|text| view! { <p class="form-section-hint">{text}</p> })}
            <div class="form-fields">{children()}</div>
        </fieldset>
    }
}

/// Lets a field take the whole width of its section.
#[component]
pub fn Wide(
    /// The field.
    children: Children,
) -> impl IntoView {
    view! { <div class="wide">{children()}</div> }
}

/// Fields that are seldom needed, behind a line that opens them. What is wrong with one of them must open it.
#[component]
pub fn Fold(
    /// What is behind it.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let follow = move || {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    view! {
        <details class="fold wide" node_ref=node prop:open=open on:toggle=move |_| follow()>
            <summary class="fold-title">{title}</summary>
            <div class="form-fields">{children()}</div>
        </details>
    }
}

/// The buttons at the end of a form, in sight while it scrolls: what submits comes last.
#[component]
pub fn FormActions(
    /// What is said beside the buttons, such as that a draft is kept.
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="form-actions">
            <p class="form-note">{move || note.get()}</p>
            <div class="button-row">{children()}</div>
        </div>
    }
}
