//! The lock screen: a sign where several people use the tablet, a passphrase, and what a forgotten one means. Nothing
//! personal stands here: whoever picks the tablet up sees this page.

use std::collections::BTreeMap;
use std::rc::Rc;

use domain::Uuid;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::keyring::typed_code;
use replica::vault::{Holder, Lock, Vault};
use replica::{Keyring, StorageError, Store, query};

use super::sign::{self, sign_of};
use super::{Bare, NewPassphrase, Opening, PassphraseFields, Place, Stage, unlocked, use_opening};
use crate::context::{OpenLock, Tablet, storage_sentence, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::form::{Form, FormActions, FormSection, Wide};
use crate::widget::list::{Card, Pad};
use crate::widget::page::{PageHeader, Stack};

/// The lock screen.
#[component]
pub(super) fn LockPage(
    place: StoredValue<Place, LocalStorage>,
    vault: StoredValue<Vault, LocalStorage>,
) -> impl IntoView {
    let language = use_language();
    let is_forgotten = RwSignal::new(false);
    // Opened with the recovery sheet: a new passphrase is to be made.
    let by_sheet = RwSignal::new_local(None::<OpenLock>);
    move || {
        match by_sheet.get() {
        Some(lock) => {
            let lock = StoredValue::new_local(lock);
            view! { <Bare><Renew place lock/></Bare> }.into_any()
        }
        None => view! {
            <Bare>
                <PageHeader title=language.locked_title() subtitle=language.locked_subtitle()/>
                <Unlock place vault/>
                <Card title=language.passphrase_forgotten()>
                    <Pad><Stack>
                        <p>{language.passphrase_forgotten_means()}</p>
                        {move || match is_forgotten.get() {
                            true => view! { <BySheet place vault by_sheet/> }.into_any(),
                            false => view! {
                                <div class="button-row"><Button label=language.sheet_use() on_press=move || is_forgotten.set(true)/></div>
                            }.into_any(),
                        }}
                    </Stack></Pad>
                </Card>
            </Bare>
        }
        .into_any(),
    }
    }
}

/// The passphrase of one of the staff.
#[component]
fn Unlock(place: StoredValue<Place, LocalStorage>, vault: StoredValue<Vault, LocalStorage>) -> impl IntoView {
    let (language, tablet, opening) = (use_language(), use_tablet(), use_opening());
    let signs: Vec<String> = vault.with_value(staff_signs);
    let sign = RwSignal::new(if signs.len() == 1 { signs[0].clone() } else { String::new() });
    let (secret, error, sign_error) = (RwSignal::<String>::default(), RwSignal::new(None), RwSignal::new(None));
    let is_busy = RwSignal::new(false);
    let submit = move || {
        error.set(None);
        let lock = vault.with_value(|vault| staff_lock(vault, &sign.get_untracked()));
        sign_error.set(lock.is_none().then(|| language.sign_missing().to_owned()));
        let Some(lock) = lock else { return };
        is_busy.set(true);
        spawn_local(async move {
            let stage = try_lock(tablet, place.get_value(), vault.get_value(), &lock, &secret.get_untracked()).await;
            is_busy.try_set(false);
            match stage {
                Ok(Some(lock)) => go_in(tablet, opening, place.get_value(), lock),
                Ok(None) => drop(error.try_set(Some(language.passphrase_wrong().to_owned()))),
                Err(failed) => drop(error.try_set(Some(storage_sentence(language, &failed)))),
            }
        });
    };
    let options = signs.iter().map(|key| Choice::new(key.clone(), sign::word(language, key))).collect::<Vec<_>>();
    let choice = (options.len() > 1).then(|| {
        view! { <Wide><ChoiceField label=language.sign_ask() value=sign options=Signal::stored(options) error=sign_error/></Wide> }
    });
    view! {
        <Form label=language.locked_title() wrong_title=language.form_wrong() on_submit=submit>
            <FormSection title=language.passphrase_title()>
                {choice}
                <TextField label=language.passphrase_title() value=secret error kind=TextKind::Secret autocomplete="current-password" required=true/>
            </FormSection>
            <FormActions>
                <Button label=opening_words(language, is_busy) kind=ButtonKind::Primary submit=true disabled=is_busy/>
            </FormActions>
        </Form>
    }
}

/// What the button says while keys are derived, which takes about a second.
pub(super) fn opening_words(language: Language, is_busy: RwSignal<bool>) -> Signal<String> {
    Signal::derive(move || if is_busy.get() { language.opening_now() } else { language.open_books() }.to_owned())
}

pub(super) fn staff_signs(vault: &Vault) -> Vec<String> {
    vault.locks().filter_map(|lock| sign_of(&lock.holder).map(str::to_owned)).collect()
}

pub(super) fn staff_lock(vault: &Vault, sign: &str) -> Option<Lock> {
    vault.locks().find(|lock| sign_of(&lock.holder) == Some(sign)).cloned()
}

/// Tries a passphrase on a lock.
pub(super) async fn try_lock(
    tablet: Tablet,
    place: Place,
    vault: Vault,
    lock: &Lock,
    passphrase: &str,
) -> Result<Option<OpenLock>, StorageError> {
    let opened = Keyring::unlock(&*tablet.device(), vault, lock, passphrase).await?;
    Ok(opened.map(|keyring| OpenLock { keyring: Rc::new(keyring), below: place.below }))
}

fn go_in(tablet: Tablet, opening: Opening, place: Place, lock: OpenLock) {
    spawn_local(async move {
        opening.go(unlocked(tablet, place, lock).await.unwrap_or_else(Stage::Failed));
    });
}

/// The code of the recovery sheet.
#[component]
fn BySheet(
    place: StoredValue<Place, LocalStorage>,
    vault: StoredValue<Vault, LocalStorage>,
    by_sheet: RwSignal<Option<OpenLock>, LocalStorage>,
) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let lock = vault.with_value(|vault| vault.locks().find(|lock| lock.holder == Holder::Recovery).cloned());
    let Some(lock) = lock else { return view! { <p>{language.sheet_none()}</p> }.into_any() };
    let (code, error, is_busy) = (RwSignal::<String>::default(), RwSignal::new(None), RwSignal::new(false));
    let submit = move || {
        let lock = lock.clone();
        is_busy.set(true);
        spawn_local(async move {
            let typed = typed_code(&code.get_untracked());
            let opened = try_lock(tablet, place.get_value(), vault.get_value(), &lock, &typed).await;
            is_busy.try_set(false);
            match opened {
                Ok(Some(lock)) => by_sheet.set(Some(lock)),
                Ok(None) => drop(error.try_set(Some(language.sheet_wrong().to_owned()))),
                Err(failed) => drop(error.try_set(Some(storage_sentence(language, &failed)))),
            }
        });
    };
    view! {
        <Form label=language.sheet_use() wrong_title=language.form_wrong() on_submit=submit>
            <TextField label=language.sheet_code() value=code error kind=TextKind::Code hint=language.sheet_code_hint() required=true/>
            <div class="button-row"><Button label=opening_words(language, is_busy) submit=true disabled=is_busy/></div>
        </Form>
    }
    .into_any()
}

/// After the sheet has opened the books: whose passphrase is to be made anew.
#[component]
fn Renew(place: StoredValue<Place, LocalStorage>, lock: StoredValue<OpenLock, LocalStorage>) -> impl IntoView {
    let (language, tablet, opening) = (use_language(), use_tablet(), use_opening());
    let passphrase = NewPassphrase::new();
    let (who, names) = (RwSignal::<String>::default(), RwSignal::<Vec<Choice>>::default());
    let (who_error, failure) = (RwSignal::new(None), RwSignal::new(None));
    spawn_local(async move {
        match names_of(tablet, lock.get_value()).await {
            Ok(found) => drop(names.try_set(found)),
            Err(error) => drop(failure.try_set(Some(storage_sentence(language, &error)))),
        }
    });
    let submit = move || {
        let chosen = who.with_untracked(|who| Uuid::parse_str(who).ok());
        who_error.set(chosen.is_none().then(|| language.who_missing().to_owned()));
        let (Some(staff), Some(secret)) = (chosen, passphrase.read(language)) else { return };
        spawn_local(async move {
            match renew(tablet, lock.get_value(), staff, &secret).await {
                Ok(lock) => go_in(tablet, opening, place.get_value(), lock),
                Err(error) => drop(failure.try_set(Some(storage_sentence(language, &error)))),
            }
        });
    };
    view! {
        <PageHeader title=language.renew_title() subtitle=language.renew_subtitle()/>
        <Form label=language.renew_title() wrong_title=language.form_wrong() error=failure on_submit=submit>
            <FormSection title=language.renew_title()>
                <Wide><ChoiceField label=language.who_are_you() value=who options=names error=who_error required=true/></Wide>
                <PassphraseFields passphrase/>
            </FormSection>
            <FormActions><Button label=language.open_books() kind=ButtonKind::Primary submit=true/></FormActions>
        </Form>
    }
}

/// Those who can open, by name.
async fn names_of(tablet: Tablet, lock: OpenLock) -> Result<Vec<Choice>, StorageError> {
    let sealed = lock.keyring.sealed(Rc::clone(&lock.below));
    let store = Store::open(sealed, tablet.world()).await?;
    let names: BTreeMap<Uuid, String> = query::authors::staff(&store.state()).into_iter().collect();
    let holders = lock.keyring.holders().into_iter();
    let choices = holders.filter_map(|holder| match holder {
        Holder::Staff { staff, sign } => {
            Some(Choice::new(staff.to_string(), names.get(&staff).cloned().unwrap_or(sign)))
        }
        Holder::Recovery => None,
    });
    Ok(choices.collect())
}

/// Gives one of the staff a new passphrase, and opens with it.
async fn renew(tablet: Tablet, lock: OpenLock, staff: Uuid, secret: &str) -> Result<OpenLock, StorageError> {
    let (device, world) = (tablet.device(), tablet.world());
    let is_theirs = |holder: &Holder| matches!(holder, Holder::Staff { staff: of, .. } if *of == staff);
    let holder = lock.keyring.holders().into_iter().find(is_theirs).ok_or(StorageError::Damaged)?;
    lock.keyring.admit(&*device, &*world, &*lock.below, holder.clone(), secret).await?;
    let keyring = Rc::new(lock.keyring.for_holder(holder));
    Ok(OpenLock { keyring, below: lock.below })
}
