//! Restoring from a bundle: into an empty tablet, or to what a damaged one has lost. What is in the bundle is read before
//! anything is written; the books are then those of the bundle, hash for hash, under a passphrase of this tablet.

use std::rc::Rc;

use domain::records::Staff;
use domain::{AnyRecord, Intent, Uuid};
use exchange::Bundle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::recovery::{RecoveryError, Rescue};
use replica::vault::Holder;
use replica::{Access, Books, Keyring, Store, query};

use super::wreck::recovery_sentence;
use super::{NewPassphrase, PassphraseFields, Place, Stage, first_free_sign, unlocked, use_opening};
use crate::context::{OpenLock, Tablet, use_language, use_tablet};
use crate::transfer::{OpenBundle, take_given};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField, TextField};
use crate::widget::form::{Form, FormActions, FormSection, Wide};
use crate::widget::list::{Banner, Fact, Facts, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::Stack;

/// The choice of who is not among the staff yet.
const SOMEBODY_NEW: &str = "new";

/// What a bundle holds, looked through.
#[derive(Clone)]
struct Looked {
    rescue: Rc<Rescue>,
    changes: usize,
    made_at: u64,
    staff: Vec<(Uuid, String)>,
}

/// A button that asks for a bundle, then all that is needed to go on from it.
#[component]
pub(super) fn RestoreLink() -> impl IntoView {
    let language = use_language();
    let is_asked = RwSignal::new(false);
    move || match is_asked.get() {
        true => view! { <Restore/> }.into_any(),
        false => view! {
            <div class="button-row"><Button label=language.restore() on_press=move || is_asked.set(true)/></div>
        }
        .into_any(),
    }
}

/// Asks for a bundle, says what is in it, and goes on from it.
#[component]
pub(super) fn Restore() -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let (looked, failure) = (RwSignal::new_local(None::<Looked>), RwSignal::new(None::<String>));
    let open = move |bundle: Bundle| {
        failure.set(None);
        spawn_local(async move {
            match look_through(tablet, bundle).await {
                Ok(found) => looked.set(Some(found)),
                Err(error) => drop(failure.try_set(Some(recovery_sentence(language, &error)))),
            }
        });
    };
    move || match looked.get() {
        Some(found) => view! { <GoOn looked=StoredValue::new_local(found)/> }.into_any(),
        None => view! {
            <Stack>
                {move || failure.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
                <GivenBundle on_open=open/>
            </Stack>
        }
        .into_any(),
    }
}

/// A bundle that is picked or dropped here.
#[component]
pub(super) fn GivenBundle(#[prop(into)] on_open: Callback<Bundle>) -> impl IntoView {
    let file = RwSignal::new_local(None);
    take_given(use_tablet(), move |given| file.set(Some(given)));
    view! { <OpenBundle file identity=StoredValue::new(None) on_open/> }
}

async fn look_through(tablet: Tablet, bundle: Bundle) -> Result<Looked, RecoveryError> {
    let device = tablet.device();
    let mut rescue = Rescue::default();
    rescue.add_bundle(bundle.changes);
    rescue.add_photos(bundle.photos);
    let step = async |_, _| {
        device.breathe().await;
        true
    };
    let (store, report) = rescue.tried(tablet.world(), step).await?;
    let staff = query::authors::staff(&store.state());
    Ok(Looked { rescue: Rc::new(rescue), changes: report.changes, made_at: bundle.made_at, staff })
}

/// Who goes on, and under which passphrase.
#[component]
fn GoOn(looked: StoredValue<Looked, LocalStorage>) -> impl IntoView {
    let (language, tablet, opening) = (use_language(), use_tablet(), use_opening());
    let passphrase = NewPassphrase::new();
    let (who, name) = (RwSignal::<String>::default(), RwSignal::<String>::default());
    let (who_error, name_error, failure) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
    let share = RwSignal::new(None::<f64>);
    let is_new = move || who.get() == SOMEBODY_NEW;
    let submit = move || {
        let chosen = who.get_untracked();
        who_error.set(chosen.is_empty().then(|| language.who_missing().to_owned()));
        let is_nameless = chosen == SOMEBODY_NEW && name.with_untracked(|name| name.trim().is_empty());
        name_error.set(is_nameless.then(|| language.fault_missing().to_owned()));
        let Some(secret) = passphrase.read(language) else { return };
        if chosen.is_empty() || is_nameless {
            return;
        }
        let (found, name) = (looked.get_value(), name.get_untracked());
        share.set(Some(0.0));
        spawn_local(async move {
            let done = restore(tablet, found.rescue, Uuid::parse_str(&chosen).ok(), name, &secret, share).await;
            share.try_set(None);
            match done {
                Ok(stage) => opening.go(stage),
                Err(error) => drop(failure.try_set(Some(recovery_sentence(language, &error)))),
            }
        });
    };
    let cannot_write = Signal::derive(move || tablet.access.get() != Access::Writer);
    let options = looked.with_value(|looked| who_choices(language, &looked.staff));
    let action = move || match share.get() {
        Some(_) => view! { <Progress label=language.wreck_writing() share/> }.into_any(),
        None => view! { <Button label=language.restore() kind=ButtonKind::Primary submit=true disabled=cannot_write/> }
            .into_any(),
    };
    view! {
        <Contents looked/>
        <Form label=language.restore() wrong_title=language.form_wrong() error=failure on_submit=submit>
            <FormSection title=language.who_are_you()>
                <Wide><ChoiceField label=language.who_are_you() value=who options=Signal::stored(options) error=who_error required=true/></Wide>
                {move || is_new().then(|| view! { <TextField label=language.your_name() value=name error=name_error required=true/> })}
                <PassphraseFields passphrase/>
            </FormSection>
            <FormActions>{action}</FormActions>
        </Form>
    }
}

fn who_choices(language: Language, staff: &[(Uuid, String)]) -> Vec<Choice> {
    let known = staff.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone()));
    known.chain(std::iter::once(Choice::new(SOMEBODY_NEW, language.somebody_new()))).collect()
}

/// What is in the bundle.
#[component]
fn Contents(looked: StoredValue<Looked, LocalStorage>) -> impl IntoView {
    let language = use_language();
    let (changes, made_at) = looked.with_value(|looked| (looked.changes, looked.made_at));
    view! {
        <Facts>
            <Fact name=language.bundle_made_at()>{language.moment(made_at)}</Fact>
            <Fact name=language.bundle_changes()>{numbers::size(changes)}</Fact>
        </Facts>
    }
}

/// Writes the books of a bundle, and opens them.
async fn restore(
    tablet: Tablet,
    rescue: Rc<Rescue>,
    staff: Option<Uuid>,
    name: String,
    passphrase: &str,
    share: RwSignal<Option<f64>>,
) -> Result<Stage, RecoveryError> {
    let (device, world) = (tablet.device(), tablet.world());
    let id = staff.unwrap_or_else(|| replica::world::new_uuid(&*world));
    let holder = Holder::Staff { staff: id, sign: first_free_sign(&[]) };
    let keyring = Rc::new(Keyring::create(&*device, &*world, holder, passphrase).await?);
    let step = async |done: usize, of: usize| {
        share.try_set(Some(done as f64 / of.max(1) as f64));
        device.breathe().await;
        true
    };
    rescue.rebuild(&*device, Rc::clone(&world), &keyring, step).await?;
    // What the copy held more than the books has been settled with them.
    tablet.copy_has_more.try_set(false);
    let below = device.open(Books::Real).await?.storage;
    let lock = OpenLock { keyring, below: Rc::clone(&below) };
    if staff.is_none() {
        let store = Store::open(lock.keyring.sealed(Rc::clone(&below)), world).await?;
        store.set_author(Some(id));
        let record = AnyRecord::from(Staff { name, ..Staff::default() });
        store.fill(Intent::SaveStaff, &[(id, record)]).await?;
        super::set_up::leave_witness(tablet, &store);
    }
    Ok(unlocked(tablet, Place { below }, lock).await?)
}
