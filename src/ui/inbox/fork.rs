//! A tablet that was copied, and both copies wrote: what was set aside, and the press that lets all of it in. Nothing of
//! it is chosen here: what contradicts something else waits among the conflicts then.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::change::Signed;
use replica::history::deed;
use replica::{ReplicaId, State};

use crate::author::{author, tablet};
use crate::context::{use_desk, use_language};
use crate::history::intent_words;
use crate::record::{main_of, named};
use crate::widget::button::Button;
use crate::widget::icon::Icon;
use crate::widget::list::{Pad, Row, Rows};
use crate::widget::task::Task;

/// How many of the changes are listed.
const MOST: usize = 5;

/// A chain that forked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fork {
    replica: ReplicaId,
    tablet: String,
    lines: Vec<Line>,
    /// How many changes are set aside.
    total: usize,
}

impl Fork {
    /// What happened, and what became of it.
    pub(super) fn said(&self, language: Language) -> (String, String) {
        (language.fork_title(&self.tablet), language.fork_why(&numbers::size(self.total)))
    }
}

/// A change that is set aside: what was meant and of what; when and by whom.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    title: String,
    why: String,
}

/// The chains of which something is set aside; `own` is the replica of this tablet.
pub(super) fn forks(language: Language, state: &State, own: Option<ReplicaId>, aside: &[Signed]) -> Vec<Fork> {
    let chains = aside.chunk_by(|a, b| a.change.id.replica == b.change.id.replica);
    let fork = |chain: &[Signed]| {
        let replica = chain[0].change.id.replica;
        let lines = chain.iter().take(MOST).map(|signed| line(language, state, own, signed)).collect();
        Fork { replica, tablet: tablet(language, state, replica, own), lines, total: chain.len() }
    };
    chains.map(fork).collect()
}

fn line(language: Language, state: &State, own: Option<ReplicaId>, signed: &Signed) -> Line {
    let deed = deed(&signed.change);
    let name = main_of(&deed.records).map(|(kind, id)| named(language, state, kind, id).title);
    let who = author(language, state, deed.author, deed.change.replica, own);
    Line {
        title: [intent_words(language, deed.intent).to_owned()].into_iter().chain(name).collect::<Vec<_>>().join(" · "),
        why: format!("{} · {who}", language.moment(deed.time.millis())),
    }
}

/// The fork with what it set aside, and the way back in.
#[component]
pub(super) fn ForkTask(fork: Fork) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (title, why) = fork.said(language);
    let Fork { replica, lines, total, .. } = fork;
    let more = total - lines.len();
    let more = (more > 0).then(|| view! { <Pad><p class="subtitle">{language.and_more(more)}</p></Pad> });
    let rows = lines.into_iter().map(|Line { title, why }| view! { <Row title why/> }).collect_view();
    let spoken = language.finding_settle_spoken(language.fork_adopt(), &title);
    view! {
        <Task title why>
            <Rows>{rows}</Rows>
            {more}
            <p>{language.fork_next()}</p>
            <div class="button-row">
                <Button label=language.fork_adopt() spoken icon=Icon::Check on_press=move || desk.adopt_aside(replica)/>
            </div>
        </Task>
    }
}
