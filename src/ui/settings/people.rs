//! The people who open this tablet: their passphrases, their signs, the recovery sheet, and when it locks itself. Whoever
//! is in can let others in; there is no rank among them.

use domain::records::{Staff, StaffField};
use domain::{AnyRecord, Id, Intent, Uuid};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::vault::Holder;
use replica::{Access, Preference, Refusal, State, StorageError, query};

use super::duties::{DutiesButton, duties_of};
use crate::context::{
    Desk, OpenLock, Tablet, refusal_sentence, storage_sentence, use_desk, use_keys, use_language, use_tablet,
};
use crate::entry::{Controls as _, Entry};
use crate::opening::{LOCK_AFTER, NewPassphrase, PassphraseFields, SheetMaker, SignField, first_free_sign, sign_word};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{ConfirmDialog, Dialog, DialogActions};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::form::Form;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad, Row, Rows};
use crate::widget::notice::use_notices;
use crate::widget::page::Stack;

/// Locks and people; nothing where the books have no lock.
#[component]
pub(crate) fn LockCards() -> impl IntoView {
    let lock = use_keys().open()?;
    let lock = StoredValue::new_local(lock);
    Some(view! { <LockCard lock/><PeopleCard lock/> })
}

/// When it locks itself, the own passphrase, the recovery sheet.
#[component]
fn LockCard(lock: StoredValue<OpenLock, LocalStorage>) -> impl IntoView {
    let (language, tablet, keys) = (use_language(), use_tablet(), use_keys());
    let is_changing = RwSignal::new(false);
    let after = lock_after_field(tablet);
    let choices: Vec<Choice> =
        LOCK_AFTER.iter().map(|minutes| Choice::new(minutes.to_string(), language.minutes(*minutes))).collect();
    let own = lock.with_value(|lock| lock.keyring.staff());
    view! {
        <Card title=language.lock_title()>
            <Pad><Stack>
                <ChoiceField label=language.lock_after() value=after options=Signal::stored(choices)/>
                <div class="button-row">
                    <Button label=language.lock_now() icon=Icon::Lock on_press=move || keys.lock()/>
                    <Button label=language.passphrase_change() on_press=move || is_changing.set(true)/>
                </div>
                <p class="field-hint">{language.passphrase_forgotten_means()}</p>
                <SheetMaker lock/>
            </Stack></Pad>
        </Card>
        <Dialog open=is_changing title=language.passphrase_change() close_label=language.close()>
            {own.map(|staff| view! { <ChangePassphrase lock staff open=is_changing/> })}
        </Dialog>
    }
}

/// After how many minutes, as a field's value.
fn lock_after_field(tablet: Tablet) -> RwSignal<String> {
    let value = RwSignal::new(crate::opening::lock_after(tablet).to_string());
    Effect::new(move |_| {
        tablet.device().set_preference(Preference::LockAfter, Some(&value.get()));
    });
    value
}

/// The old passphrase, and a new one.
#[component]
fn ChangePassphrase(lock: StoredValue<OpenLock, LocalStorage>, staff: Uuid, open: RwSignal<bool>) -> impl IntoView {
    let (language, tablet, notices) = (use_language(), use_tablet(), use_notices());
    let (old, error, fresh) = (RwSignal::<String>::default(), RwSignal::new(None), NewPassphrase::new());
    let (failure, is_busy) = (RwSignal::new(None), RwSignal::new(false));
    let submit = move || {
        error.set(None);
        let Some(secret) = fresh.read(language) else { return };
        is_busy.set(true);
        spawn_local(async move {
            let changed = change(tablet, lock.get_value(), staff, &old.get_untracked(), &secret).await;
            is_busy.try_set(false);
            match changed {
                Ok(true) => {
                    open.try_set(false);
                    notices.done(language.passphrase_changed(), None);
                }
                Ok(false) => drop(error.try_set(Some(language.passphrase_wrong().to_owned()))),
                Err(failed) => drop(failure.try_set(Some(storage_sentence(language, &failed)))),
            }
        });
    };
    view! {
        <Form label=language.passphrase_change() wrong_title=language.form_wrong() error=failure on_submit=submit>
            <TextField label=language.passphrase_old() value=old error kind=TextKind::Secret autocomplete="current-password" required=true/>
            <PassphraseFields passphrase=fresh/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.passphrase_change() kind=ButtonKind::Primary submit=true disabled=is_busy/>
            </DialogActions>
        </Form>
    }
}

/// Gives a holder a new passphrase, if the old one is theirs.
async fn change(tablet: Tablet, lock: OpenLock, staff: Uuid, old: &str, fresh: &str) -> Result<bool, StorageError> {
    let (device, world) = (tablet.device(), tablet.world());
    if !lock.keyring.is_passphrase_of(&*device, staff, old).await? {
        return Ok(false);
    }
    let Some(holder) = lock.keyring.holders().into_iter().find(|holder| is_of(holder, staff)) else { return Ok(false) };
    lock.keyring.admit(&*device, &*world, &*lock.below, holder, fresh).await?;
    Ok(true)
}

fn is_of(holder: &Holder, staff: Uuid) -> bool {
    matches!(holder, Holder::Staff { staff: of, .. } if *of == staff)
}

/// Who can open this tablet.
#[component]
fn PeopleCard(lock: StoredValue<OpenLock, LocalStorage>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let is_adding = RwSignal::new(false);
    // The vault is no record: whoever changes it says so here.
    let changed = RwSignal::new(0_u32);
    let own = lock.with_value(|lock| lock.keyring.staff());
    let rows = move || {
        changed.track();
        let holders = lock.with_value(|lock| lock.keyring.holders());
        let names = desk.ask(|state| names_of(language, state, &holders));
        let rows = holders.into_iter().zip(names).map(|(holder, name)| {
            let is_own = own.is_some_and(|own| is_of(&holder, own));
            view! { <Person lock holder name is_own changed/> }
        });
        rows.collect_view()
    };
    let add = move || view! { <Button label=language.staff_add() icon=Icon::Plus on_press=move || is_adding.set(true) disabled=Signal::derive(move || desk.access.get() != Access::Writer)/> };
    view! {
        <Card title=language.staff_title() action=add><Rows>{rows}</Rows></Card>
        <Dialog open=is_adding title=language.staff_add() close_label=language.close()>
            <AddPerson lock open=is_adding changed/>
        </Dialog>
    }
}

fn names_of(language: Language, state: &State, holders: &[Holder]) -> Vec<String> {
    let staff = query::authors::staff(state);
    let name = |holder: &Holder| match holder {
        Holder::Recovery => language.sheet_title().to_owned(),
        Holder::Staff { staff: id, .. } => {
            let found = staff.iter().find(|(of, _)| of == id).map(|(_, name)| name.clone());
            found.unwrap_or_else(|| language.staff_unnamed().to_owned())
        }
    };
    holders.iter().map(name).collect()
}

/// One who can open, and the way to end that.
#[component]
fn Person(
    lock: StoredValue<OpenLock, LocalStorage>,
    holder: Holder,
    name: String,
    is_own: bool,
    changed: RwSignal<u32>,
) -> impl IntoView {
    let (language, notices) = (use_language(), use_notices());
    let asks = RwSignal::new(false);
    let desk = use_desk();
    let person = match &holder {
        Holder::Staff { staff, .. } => Some(Id::<Staff>::new(*staff)),
        Holder::Recovery => None,
    };
    let sign = match &holder {
        Holder::Staff { sign, .. } => language.sign_is(&sign_word(language, sign)),
        Holder::Recovery => language.sheet_is_made().to_owned(),
    };
    let duties = desk.memo(move |state| person.map(|person| duties_of(language, state, person)));
    let why = Signal::derive(move || {
        let duties = duties.get().into_iter();
        Some(std::iter::once(sign.clone()).chain(duties).collect::<Vec<_>>().join(" · "))
    });
    let holder = StoredValue::new(holder);
    let dismiss = move || {
        spawn_local(async move {
            let OpenLock { keyring, below } = lock.get_value();
            match keyring.dismiss(&*below, &holder.get_value()).await {
                Ok(true) => drop(changed.try_update(|count| *count += 1)),
                Ok(false) => notices.failed(language.staff_last()),
                Err(error) => notices.failed(storage_sentence(language, &error)),
            }
        });
    };
    let label = language.staff_dismiss();
    let spoken = language.named_action(label, &name);
    let of_whom = name.clone();
    let action = move || {
        let end = match is_own {
            true => view! { <span class="subtitle">{language.staff_you()}</span> }.into_any(),
            false => {
                view! { <Button label kind=ButtonKind::Quiet spoken=spoken.clone() on_press=move || asks.set(true)/> }
                    .into_any()
            }
        };
        let duties = person.map(|id| view! { <DutiesButton id name=of_whom.clone()/> });
        view! { {duties} {end} }
    };
    view! {
        <Row title=name.clone() why action/>
        <ConfirmDialog open=asks title=language.staff_dismiss_ask(&name) text=language.staff_dismiss_text() confirm=language.staff_dismiss()
            cancel=language.cancel() danger=true on_confirm=dismiss/>
    }
}

/// One more person: who, which sign, which passphrase.
#[component]
fn AddPerson(lock: StoredValue<OpenLock, LocalStorage>, open: RwSignal<bool>, changed: RwSignal<u32>) -> impl IntoView {
    let (desk, language, tablet) = (use_desk(), use_language(), use_tablet());
    let (staff, passphrase) = (Entry::new(&Staff::default()), NewPassphrase::new());
    let holders = lock.with_value(|lock| lock.keyring.holders());
    let sign = RwSignal::new(first_free_sign(&holders));
    let (failure, is_busy) = (RwSignal::new(None), RwSignal::new(false));
    let submit = move || {
        let (person, secret) = (crate::opening::read_staff(staff, tablet), passphrase.read(language));
        let (Some(person), Some(secret)) = (person, secret) else { return };
        is_busy.set(true);
        spawn_local(async move {
            let added = admit(desk, tablet, lock.get_value(), person, sign.get_untracked(), &secret)
                .await
                .map_err(|refusal| refusal_sentence(language, &refusal));
            is_busy.try_set(false);
            match added {
                Ok(()) => {
                    changed.try_update(|count| *count += 1);
                    open.try_set(false);
                }
                Err(sentence) => drop(failure.try_set(Some(sentence))),
            }
        });
    };
    view! {
        <Form label=language.staff_add() wrong_title=language.form_wrong() error=failure on_submit=submit>
            <p>{language.staff_add_text()}</p>
            {staff.needed(StaffField::name)}
            {staff.field(StaffField::post)}
            <SignField value=sign holders/>
            <PassphraseFields passphrase/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.staff_add() kind=ButtonKind::Primary submit=true disabled=is_busy/>
            </DialogActions>
        </Form>
    }
}

/// Writes down who it is, then lets them in.
async fn admit(
    desk: Desk,
    tablet: Tablet,
    lock: OpenLock,
    staff: Staff,
    sign: String,
    passphrase: &str,
) -> Result<(), Refusal> {
    let (device, world) = (tablet.device(), tablet.world());
    let id = replica::world::new_uuid(&*world);
    let saved = desk.store().fill(Intent::SaveStaff, &[(id, AnyRecord::from(staff))]).await;
    desk.wrote(saved?.kinds);
    let holder = Holder::Staff { staff: id, sign };
    Ok(lock.keyring.admit(&*device, &*world, &*lock.below, holder, passphrase).await?)
}
