//! What waits, at a glance, for the page of the day: how many there are and the first few; nothing when there is none.

use leptos::prelude::*;
use locales::{Language, numbers};

use super::waiting::{Waiting, use_waiting};
use crate::context::use_language;
use crate::route::Route;
use crate::widget::button::LinkButton;
use crate::widget::list::{Card, Pad, Row, Rows};

/// How many are shown.
const MOST: usize = 3;

/// What waits, at a glance.
#[component]
pub(crate) fn InboxCard() -> impl IntoView {
    let language = use_language();
    let waiting = use_waiting();
    let open = move || view! { <LinkButton label=language.inbox_open() href=Route::Inbox.href()/> };
    let shown = move || waiting.get().filter(|waiting| waiting.total() > 0);
    move || {
        let waiting = shown()?;
        let lines = lines(language, &waiting);
        let more = waiting.total().saturating_sub(lines.len());
        let count = language.items(&numbers::size(waiting.total()));
        let rows = lines.into_iter().map(|(title, why)| view! { <Row title why/> }).collect_view();
        let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
        Some(
            view! { <div class="urgent"><Card title=language.inbox() count action=open><Rows>{rows}</Rows>{more}</Card></div> },
        )
    }
}

/// The first few, the most urgent first: what it is, and why.
fn lines(language: Language, waiting: &Waiting) -> Vec<(String, String)> {
    let forks = waiting.forks.iter().map(|fork| fork.said(language));
    let disputes = waiting.disputes.iter().map(|dispute| {
        (format!("{} · {}", dispute.record.title, language.field(dispute.field)), language.conflicts_title().to_owned())
    });
    let matters = waiting.matters.iter().map(|matter| (matter.said.title.clone(), matter.said.why.clone()));
    forks.chain(disputes).chain(matters).take(MOST).collect()
}
