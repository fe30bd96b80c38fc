//! Short news at the edge of the screen: what was done (with a way back), or what went wrong.
//! Good news leaves by itself, but never under the pointer or the focus; bad news must never leave unread.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    button::{Button, ButtonKind, IconButton},
    icon::{Icon, Picture},
};

/// How long good news stays.
const STAY: Duration = Duration::from_secs(6);
/// How long it stays when there is something to press.
const STAY_WITH_ACTION: Duration = Duration::from_secs(12);
/// How many are kept; the oldest goes first.
const MOST: usize = 4;

/// Whether news is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done.
    Done,
    /// Something went wrong.
    Failed,
}

/// Something to press beside the news.
#[derive(Clone)]
pub struct NoticeAction {
    /// Its words.
    pub label: String,
    /// What it does; the notice leaves.
    pub press: Callback<()>,
}

#[derive(Clone)]
struct Notice {
    id: u64,
    kind: NoticeKind,
    text: String,
    action: Option<NoticeAction>,
}

/// A handle to the stack of notices.
#[derive(Clone, Copy)]
pub struct Notices {
    all: RwSignal<Vec<Notice>>,
    next: StoredValue<u64>,
}

impl Notices {
    /// Says that something was done, perhaps with a way back.
    pub fn done(self, text: impl Into<String>, action: Option<NoticeAction>) {
        self.push(NoticeKind::Done, text.into(), action);
    }

    /// Says that something went wrong; it stays until it is closed.
    pub fn failed(self, text: impl Into<String>) {
        self.push(NoticeKind::Failed, text.into(), None);
    }

    /// Shows news.
    pub fn push(self, kind: NoticeKind, text: String, action: Option<NoticeAction>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.all.update(|all| {
            // Good news makes room for whatever comes next, and nothing is said twice: a pile would cover the page. What
            // was done is in the history.
            all.retain(|notice| notice.kind == NoticeKind::Failed && notice.text != text);
            all.push(Notice { id, kind, text, action });
            let surplus = all.len().saturating_sub(MOST);
            all.drain(..surplus);
        });
    }

    fn close(self, id: u64) {
        self.all.try_update(|all| all.retain(|notice| notice.id != id));
    }
}

/// Provides the stack. Call it once, at the root.
pub fn provide_notices() -> Notices {
    let notices = Notices { all: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
    provide_context(notices);
    notices
}

/// The stack of notices. Where none was provided (a widget alone in a test), one that nobody sees.
pub fn use_notices() -> Notices {
    use_context().unwrap_or_else(provide_notices)
}

/// Shows the stack: good news politely, bad news at once.
#[component]
pub fn NoticeStack(
    /// What the close button of a notice is called.
    #[prop(into)]
    close_label: Signal<String>,
) -> impl IntoView {
    let notices = use_notices();
    let of = move |kind| move || notices.all.get().into_iter().filter(|notice| notice.kind == kind).collect::<Vec<_>>();
    view! {
        <div class="notices">
            <div role="alert">
                <For each=of(NoticeKind::Failed) key=|notice| notice.id let:notice>{one(notices, notice, close_label)}</For>
            </div>
            <div role="status">
                <For each=of(NoticeKind::Done) key=|notice| notice.id let:notice>{one(notices, notice, close_label)}</For>
            </div>
        </div>
    }
}

/// The clock of one notice, which stands still while the notice is held.
#[derive(Clone, Copy)]
struct Leaving {
    notices: Notices,
    id: u64,
    stay: Option<Duration>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Leaving {
    fn of(notices: Notices, notice: &Notice) -> Self {
        let stay = if notice.action.is_some() { STAY_WITH_ACTION } else { STAY };
        let stay = (notice.kind == NoticeKind::Done).then_some(stay);
        Self { notices, id: notice.id, stay, timer: StoredValue::new(None) }
    }

    fn start(self) {
        self.hold();
        let Some(stay) = self.stay else { return };
        self.timer.try_set_value(set_timeout_with_handle(move || self.notices.close(self.id), stay).ok());
    }

    fn hold(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }
}

/// One notice.
fn one(notices: Notices, notice: Notice, close_label: Signal<String>) -> impl IntoView {
    let leaving = Leaving::of(notices, &notice);
    leaving.start();
    on_cleanup(move || leaving.hold());
    let Notice { id, kind, text, action } = notice;
    let icon = if kind == NoticeKind::Done { Icon::Check } else { Icon::Warning };
    let action = action.map(|NoticeAction { label, press }| {
        let go = move || {
            notices.close(id);
            press.run(());
        };
        view! { <Button label=label kind=ButtonKind::Quiet on_press=go/> }
    });
    view! {
        <div class="notice" class:failed=kind == NoticeKind::Failed
            on:pointerenter=move |_| leaving.hold() on:pointerleave=move |_| leaving.start()
            on:focusin=move |_| leaving.hold() on:focusout=move |_| leaving.start()>
            <Picture icon/>
            <p>{text}</p>
            {action}
            <IconButton label=close_label icon=Icon::Close on_press=move || notices.close(id)/>
        </div>
    }
}
