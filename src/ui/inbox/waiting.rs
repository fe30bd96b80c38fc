//! What waits, gathered from the records once the page stands: it may take a while in large books, and the screen must
//! not wait for it. Gathered anew whenever something is saved.

use std::collections::BTreeMap;

use domain::{FieldRef, Uuid, Value};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::query::conflicts::{Conflict, Head, conflicts};
use replica::query::findings::{Finding, findings};
use replica::{ChangeId, ReplicaId, State, StorageError, Store};

use super::finding::{Said, said};
use super::fork::{Fork, forks};
use crate::author::author;
use crate::context::{Tablet, storage_sentence, use_desk, use_language, use_tablet};
use crate::record::{Named, named};
use crate::values::{Reading, reading};
use crate::widget::notice::use_notices;

/// How many of each sort are shown; what is settled makes room for the next.
const MOST: usize = 50;

/// All that waits.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Waiting {
    pub(super) forks: Vec<Fork>,
    pub(super) disputes: Vec<Dispute>,
    pub(super) matters: Vec<Matter>,
    /// How many there are of each, shown or not.
    pub(super) totals: [usize; 3],
}

impl Waiting {
    pub(super) fn total(&self) -> usize {
        self.totals.iter().sum()
    }
}

/// A field that was written differently in two places.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dispute {
    pub(super) field: FieldRef,
    pub(super) id: Uuid,
    pub(super) record: Named,
    pub(super) versions: Vec<Version>,
}

/// One of its values; the first is the one that is shown everywhere for now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Version {
    pub(super) value: Value,
    pub(super) reading: Reading,
    pub(super) who: String,
    pub(super) when: String,
}

/// A finding, and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matter {
    pub(super) finding: Finding,
    pub(super) said: Said,
}

/// What waits; nothing until it was gathered once.
pub(super) fn use_waiting() -> RwSignal<Option<Waiting>> {
    let (desk, tablet, language, notices) = (use_desk(), use_tablet(), use_language(), use_notices());
    let waiting = RwSignal::new(None);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        desk.ask(|state| state.observe_all());
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let at = turn.get_value();
        let store = desk.store();
        spawn_local(async move {
            let gathered = gather(&store, tablet, language).await;
            if turn.try_get_value() != Some(at) {
                return;
            }
            match gathered {
                Ok(gathered) => {
                    waiting.try_set(Some(gathered));
                }
                Err(error) => notices.failed(storage_sentence(language, &error)),
            }
        });
    });
    waiting
}

async fn gather(store: &Store, tablet: Tablet, language: Language) -> Result<Waiting, StorageError> {
    let (device, world) = (tablet.device(), store.world());
    let (today, now) = (world.today(), world.now());
    device.breathe().await;
    let mut disputed = conflicts(&store.state());
    device.breathe().await;
    let mut found = findings(&store.state(), today, now);
    let aside = store.aside().await?;
    let totals = (disputed.len(), found.len());
    disputed.truncate(MOST);
    found.truncate(MOST);
    let heads: Vec<ChangeId> = disputed.iter().flat_map(|conflict| &conflict.heads).map(|head| head.change).collect();
    let changes = store.read(&heads).await?;
    let authors = changes.iter().filter_map(|change| Some((change.id, change.author?))).collect();
    let own = store.incarnation().await?;
    let state = store.state();
    let forks = forks(language, &state, own, &aside);
    let teller = Teller { language, state: &state, authors, own };
    Ok(Waiting {
        totals: [forks.len(), totals.0, totals.1],
        forks,
        disputes: disputed.into_iter().map(|conflict| teller.dispute(conflict)).collect(),
        matters: found.into_iter().map(|finding| teller.matter(finding)).collect(),
    })
}

/// What is needed to say what waits.
struct Teller<'a> {
    language: Language,
    state: &'a State,
    authors: BTreeMap<ChangeId, Uuid>,
    own: Option<ReplicaId>,
}

impl Teller<'_> {
    fn dispute(&self, conflict: Conflict) -> Dispute {
        let Conflict { kind, id, number, heads } = conflict;
        let field = FieldRef { kind, number };
        let versions = heads.into_iter().map(|head| self.version(field, head)).collect();
        Dispute { field, id, record: named(self.language, self.state, kind, id), versions }
    }

    fn version(&self, field: FieldRef, head: Head) -> Version {
        let Head { change, time, value } = head;
        let who = author(self.language, self.state, self.authors.get(&change).copied(), change.replica, self.own);
        let reading = disputed_reading(self.language, self.state, field, &value);
        Version { value, reading, who, when: self.language.moment(time.millis()) }
    }

    fn matter(&self, finding: Finding) -> Matter {
        let said = said(self.language, self.state, self.own, &finding);
        Matter { finding, said }
    }
}

/// A value as it is read beside another one.
fn disputed_reading(language: Language, state: &State, field: FieldRef, value: &Value) -> Reading {
    let plain = |text: &str| Reading { text: text.to_owned(), cover: None };
    match value {
        Value::Empty if field.number == domain::schema::REMOVED => plain(language.conflict_kept()),
        _ if field.number == domain::schema::REMOVED => plain(language.conflict_removed()),
        _ => match reading(language, state, field, value) {
            found if found.text.is_empty() => plain(language.unknown_field()),
            found => found,
        },
    }
}
