//! The tablets of the installation: this one, its fingerprint, and the others as their bundles made them known.

use std::collections::BTreeSet;

use domain::Sorting as _;
use domain::records::Tablet as TabletRecord;
use leptos::prelude::*;
use leptos::task::spawn_local;
use replica::{Access, ReplicaId, State, Storage};

use crate::context::{Desk, refusal_sentence, use_desk, use_language, use_tablet};
use crate::opening::name_tablet;
use crate::widget::button::Button;
use crate::widget::field::TextField;
use crate::widget::form::Form;
use crate::widget::list::{Card, Fact, Facts, Pad, Row, Rows};
use crate::widget::page::Stack;

/// The slot that keeps this tablet's own key, with which bundles for it are opened.
pub(crate) const IDENTITY_SLOT: &str = "identity";
/// How many digits of the state's hash are compared by eye.
const DIGITS: usize = 6;

/// Another tablet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Peer {
    pub(super) replica: ReplicaId,
    pub(super) name: String,
    /// The key with which bundles are locked for it; empty when it is not known.
    pub(super) recipient: String,
}

impl Peer {
    /// What names it in a list of choices.
    pub(super) fn key(&self) -> String {
        self.replica.hex()
    }
}

/// This tablet's own key.
pub(crate) async fn own_identity(storage: &dyn Storage) -> Option<String> {
    let kept = storage.slot(IDENTITY_SLOT).await.ok().flatten()?;
    String::from_utf8(kept).ok()
}

/// The named tablets, each once, by name.
pub(super) fn peers(state: &State) -> Vec<Peer> {
    let mut seen = BTreeSet::new();
    let peer = |tablet: &TabletRecord| {
        let replica = ReplicaId::from_hex(&tablet.replica)?;
        Some(Peer { replica, name: tablet.name.clone(), recipient: tablet.recipient.clone() })
    };
    let mut peers: Vec<Peer> = state
        .all::<TabletRecord>()
        .iter()
        .filter_map(|(_, tablet)| peer(tablet))
        .filter(|peer| seen.insert(peer.replica))
        .collect();
    peers.arrange_by(|a, b| (&a.name, a.replica).cmp(&(&b.name, b.replica)));
    peers
}

/// The tablets, and the fingerprint by which two of them are compared.
#[component]
pub(super) fn Tablets() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let own = own_replica(desk);
    let known = desk.memo(peers);
    let rows = move || {
        let rows = known.get().into_iter().map(|peer| {
            let why =
                if own.get() == Some(peer.replica) { language.this_tablet().to_owned() } else { short(peer.replica) };
            view! { <Row title=peer.name why/> }
        });
        rows.collect_view()
    };
    let is_nameless = move || {
        let own = own.get();
        desk.access.get() == Access::Writer && known.with(|known| known.iter().all(|peer| Some(peer.replica) != own))
    };
    view! {
        <Card title=language.tablets()>
            <Rows>{rows}</Rows>
            <Pad><Stack>{move || is_nameless().then(|| view! { <NameThis/> })}<Fingerprint/></Stack></Pad>
        </Card>
    }
}

/// This incarnation, once it is known.
pub(super) fn own_replica(desk: Desk) -> RwSignal<Option<ReplicaId>> {
    let own = RwSignal::new(None);
    Effect::new(move |_| {
        desk.ask(State::observe_all);
        spawn_local(async move {
            // Nothing is lost by not knowing it here.
            if let Ok(found) = desk.store().incarnation().await {
                own.try_set(found);
            }
        });
    });
    own
}

/// A name for this incarnation, which has none after a restore.
#[component]
fn NameThis() -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let (name, error) = (RwSignal::<String>::default(), RwSignal::new(None));
    let submit = move || {
        let typed = name.get_untracked();
        error.set(typed.trim().is_empty().then(|| language.fault_missing().to_owned()));
        if error.get_untracked().is_some() {
            return;
        }
        spawn_local(async move {
            match name_tablet(tablet, &desk.store(), typed).await {
                Ok(saved) => desk.wrote(saved.kinds),
                Err(refusal) => drop(error.try_set(Some(refusal_sentence(language, &refusal)))),
            }
        });
    };
    view! {
        <Form label=language.tablet_rename() wrong_title=language.form_wrong() on_submit=submit>
            <TextField label=language.tablet_name() value=name error hint=language.tablet_name_hint()/>
            <div class="button-row"><Button label=language.tablet_rename() submit=true/></div>
        </Form>
    }
}

fn short(replica: ReplicaId) -> String {
    format!("{replica:?}")
}

/// The first digits of the state's hash. Two tablets that show the same hold the same.
#[component]
fn Fingerprint() -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let digits = RwSignal::new(String::new());
    Effect::new(move |_| {
        desk.ask(State::observe_all);
        spawn_local(async move {
            tablet.device().breathe().await;
            let hash = desk.store().state().canonical_hash();
            digits.try_set(hash[..DIGITS].iter().map(|byte| format!("{byte:02X}")).collect());
        });
    });
    view! {
        <Facts><Fact name=language.fingerprint()><span class="num">{digits}</span></Fact></Facts>
        <p class="field-hint">{language.fingerprint_hint()}</p>
    }
}
