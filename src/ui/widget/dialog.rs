//! Modal dialogs on the native `<dialog>`, which keeps the focus inside, closes with Escape and gives the focus back.
//! A dialog must never be closed by a press beside it: what was typed would be gone.

use leptos::{html, prelude::*};

use super::{
    button::{Button, ButtonKind, IconButton},
    fresh_id,
    icon::Icon,
};

/// A modal dialog. Its content is built when it opens and dropped when it closes.
#[component]
pub fn Dialog(
    /// Whether it is open; set it to open or close.
    open: RwSignal<bool>,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What the close button is called.
    #[prop(into)]
    close_label: Signal<String>,
    /// Whether it takes as much room as there is.
    #[prop(optional)]
    wide: bool,
    /// The content, its buttons (in [`DialogActions`]) included.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = fresh_id("dialog");
    keep_in_step(node, open);
    let content = StoredValue::new(children);
    view! {
        <dialog node_ref=node class="dialog" class:wide=wide aria-labelledby=heading on:close=move |_| open.set(false)>
            <h2 class="dialog-title" id=heading.clone()>{title}</h2>
            <div class="dialog-body">{move || open.get().then(|| content.with_value(|children| children()))}</div>
            <div class="dialog-close"><IconButton label=close_label icon=Icon::Close on_press=move || open.set(false)/></div>
        </dialog>
    }
}

/// Opens and closes the element as `open` says. It waits a frame, so that the content is there to take the focus.
fn keep_in_step(node: NodeRef<html::Dialog>, open: RwSignal<bool>) {
    Effect::new(move |_| {
        let (Some(dialog), wanted) = (node.get(), open.get()) else { return };
        if wanted {
            request_animation_frame(move || {
                if open.try_get_untracked() == Some(true) && !dialog.open() {
                    // Refused only when it has left the page: then there is nothing to show.
                    let _ = dialog.show_modal();
                }
            });
        } else if dialog.open() {
            dialog.close();
        }
    });
}

/// The buttons at the foot of a dialog; what goes ahead comes last.
#[component]
pub fn DialogActions(
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="dialog-actions">{children()}</div> }
}

/// Asks before something that is hard to take back. The focus starts on the way out.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// The words that go ahead; a verb, not "yes".
    #[prop(into)]
    confirm: Signal<String>,
    /// The words that leave things as they are.
    #[prop(into)]
    cancel: Signal<String>,
    /// Whether going ahead takes something away.
    #[prop(optional)]
    danger: bool,
    /// Goes ahead.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let go = move || {
        open.set(false);
        on_confirm.run(());
    };
    view! {
        <Dialog open title close_label=cancel>
            <p>{text}</p>
            <DialogActions>
                <Button label=cancel on_press=move || open.set(false)/>
                <Button label=confirm kind on_press=go/>
            </DialogActions>
        </Dialog>
    }
}
