//! The first opening: begin with real records under a passphrase, take them over from a bundle, or look at the
//! demonstration, which needs no passphrase since nothing in it is true.

use std::rc::Rc;

use domain::records::{Staff, StaffField, Tablet as TabletRecord};
use domain::{AnyRecord, Id, Intent, Uuid};
use exchange::PorterError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::command::{Command as _, NameTablet, SaveStaff};
use replica::vault::Holder;
use replica::{Keyring, Preference, Refusal, Saved, State, StorageError, Store, Witness};

use super::{
    Bare, NewPassphrase, Opening, PassphraseFields, Place, SheetMaker, first_free_sign, unlocked, use_opening,
};
use crate::context::{OpenLock, Tablet, refusal_sentence, use_language, use_tablet};
use crate::entry::{Controls as _, Entry};
use crate::settings::DemonstrationLoader;
use crate::transfer::IDENTITY_SLOT;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::TextField;
use crate::widget::form::{Form, FormActions, FormSection, Wide};
use crate::widget::list::{Card, Pad};
use crate::widget::page::{PageHeader, Stack};

/// How to begin.
#[component]
pub(super) fn SetUpPage(place: StoredValue<Place, LocalStorage>) -> impl IntoView {
    let language = use_language();
    let lock = RwSignal::new_local(None::<OpenLock>);
    move || match lock.get() {
        Some(lock) => {
            let lock = StoredValue::new_local(lock);
            view! { <Bare><SheetStep place lock/></Bare> }.into_any()
        }
        None => view! {
            <Bare>
                <PageHeader title=language.welcome_title() subtitle=language.welcome_subtitle()/>
                <Begin place lock/>
                <Card title=language.welcome_restore_title()>
                    <Pad><Stack><p>{language.welcome_restore_text()}</p><super::restore::RestoreLink/></Stack></Pad>
                </Card>
                <Card title=language.welcome_look_title()>
                    <Pad><Stack><p>{language.welcome_look_text()}</p><DemonstrationLoader/></Stack></Pad>
                </Card>
            </Bare>
        }
        .into_any(),
    }
}

/// Who works with this tablet, what it is called, and the passphrase.
#[component]
fn Begin(place: StoredValue<Place, LocalStorage>, lock: RwSignal<Option<OpenLock>, LocalStorage>) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let (staff, passphrase) = (Entry::new(&Staff::default()), NewPassphrase::new());
    let (name, name_error) = (RwSignal::new(language.tablet_first_name().to_owned()), RwSignal::new(None));
    let (failure, is_busy) = (RwSignal::new(None), RwSignal::new(false));
    let submit = move || {
        name_error.set(name.with_untracked(|name| name.trim().is_empty()).then(|| language.fault_missing().to_owned()));
        let (staff, secret) = (read_staff(staff, tablet), passphrase.read(language));
        let (Some(staff), Some(secret), None) = (staff, secret, name_error.get_untracked()) else { return };
        is_busy.set(true);
        spawn_local(async move {
            let made = set_up(tablet, place.get_value(), staff, name.get_untracked(), &secret).await;
            is_busy.try_set(false);
            match made {
                Ok(open) => lock.set(Some(open)),
                Err(refusal) => drop(failure.try_set(Some(refusal_sentence(language, &refusal)))),
            }
        });
    };
    view! {
        <Form label=language.welcome_begin_title() wrong_title=language.form_wrong() error=failure on_submit=submit>
            <FormSection title=language.welcome_begin_title() hint=language.welcome_begin_text()>
                {staff.needed(StaffField::name)}
                {staff.field(StaffField::post)}
                <TextField label=language.tablet_name() value=name error=name_error hint=language.tablet_name_hint() required=true/>
            </FormSection>
            <FormSection title=language.passphrase_title() hint=language.passphrase_why()>
                <PassphraseFields passphrase/>
                <Wide><p class="field-hint">{language.passphrase_forgotten_means()}</p></Wide>
            </FormSection>
            <FormActions>
                <Button label=Signal::derive(move || busy_word(language, is_busy.get())) kind=ButtonKind::Primary submit=true disabled=is_busy/>
            </FormActions>
        </Form>
    }
}

/// The person as typed; what is wrong stands at the fields.
pub(crate) fn read_staff(entry: Entry<Staff>, tablet: Tablet) -> Option<Staff> {
    let staff = entry.read()?;
    let problems = SaveStaff { id: None, staff: staff.clone() }.check(&State::default(), tablet.world().today());
    let is_sound = problems.is_empty();
    entry.show(problems);
    is_sound.then_some(staff)
}

fn busy_word(language: Language, is_busy: bool) -> String {
    if is_busy { language.making_keys() } else { language.welcome_begin() }.to_owned()
}

/// Makes the keys, and lays down what every office begins with.
async fn set_up(
    tablet: Tablet,
    place: Place,
    staff: Staff,
    tablet_name: String,
    passphrase: &str,
) -> Result<OpenLock, Refusal> {
    let (device, world) = (tablet.device(), tablet.world());
    device.persist().await;
    // All that another program makes first: what has begun to be written should not wait for it.
    let keys = new_keys(tablet).await?;
    let id = Id::<Staff>::new(replica::world::new_uuid(&*world));
    let holder = Holder::Staff { staff: id.raw(), sign: first_free_sign(&[]) };
    let keyring = Rc::new(Keyring::create(&*device, &*world, holder, passphrase).await?);
    keyring.keep(&*place.below).await?;
    let store = Store::open(keyring.sealed(Rc::clone(&place.below)), Rc::clone(&world)).await?;
    store.set_author(Some(id.raw()));
    store.fill(Intent::SetUp, &beginning(tablet, id, staff)).await?;
    name_with(&store, tablet_name, keys).await?;
    leave_witness(tablet, &store);
    Ok(OpenLock { keyring, below: place.below })
}

fn beginning(tablet: Tablet, id: Id<Staff>, staff: Staff) -> Vec<(Uuid, AnyRecord)> {
    let mut records = demonstration::defaults();
    records.extend(demonstration::targets(tablet.world().today().year()));
    records.push((id.raw(), AnyRecord::from(staff)));
    records
}

/// Gives this incarnation a name, and a key with which others lock bundles for it.
pub(crate) async fn name_tablet(tablet: Tablet, store: &Store, name: String) -> Result<Saved, Refusal> {
    name_with(store, name, new_keys(tablet).await?).await
}

async fn new_keys(tablet: Tablet) -> Result<(String, String), StorageError> {
    tablet.porter().new_identity().await.map_err(|error| match error {
        PorterError::OtherVersion => StorageError::Newer,
        PorterError::Failed(words) => StorageError::Other(words),
        PorterError::Refused(never) => match never {},
    })
}

async fn name_with(store: &Store, name: String, (identity, recipient): (String, String)) -> Result<Saved, Refusal> {
    store.storage().set_slot(IDENTITY_SLOT, Some(identity.as_bytes())).await?;
    let replica = store.begun_incarnation().await?.hex();
    store.run(&NameTablet { id: None, tablet: TabletRecord { name, replica, recipient } }).await
}

/// Remembers what is there.
pub(super) fn leave_witness(tablet: Tablet, store: &Store) {
    let witness = Witness::of(&store.state(), tablet.world().now()).to_string();
    tablet.device().set_preference(Preference::Witness, Some(&witness));
}

/// The last step: a recovery sheet, now or later.
#[component]
fn SheetStep(place: StoredValue<Place, LocalStorage>, lock: StoredValue<OpenLock, LocalStorage>) -> impl IntoView {
    let (language, tablet, opening) = (use_language(), use_tablet(), use_opening());
    let is_made = RwSignal::new(false);
    let enter = move || enter(tablet, opening, place.get_value(), lock.get_value());
    let word = move || if is_made.get() { language.sheet_done() } else { language.sheet_later() }.to_owned();
    view! {
        <PageHeader title=language.sheet_title() subtitle=language.sheet_why()/>
        <Card title=language.sheet_title()>
            <Pad><Stack>
                <p>{language.passphrase_forgotten_means()}</p>
                <SheetMaker lock made=Callback::new(move |()| is_made.set(true))/>
            </Stack></Pad>
        </Card>
        <div class="button-row"><Button label=Signal::derive(word) on_press=enter/></div>
    }
}

/// Opens the books that were made.
pub(super) fn enter(tablet: Tablet, opening: Opening, place: Place, lock: OpenLock) {
    spawn_local(async move {
        opening.go(unlocked(tablet, place, lock).await.unwrap_or_else(super::Stage::Failed));
    });
}
