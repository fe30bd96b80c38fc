//! Recovery: less lies here than there was, or not all of it can be read. It can be looked at; it can be written anew
//! from the second copy and from bundles. Nothing is written before a person has read what would come of it.

use std::rc::Rc;

use exchange::Bundle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::keyring::typed_code;
use replica::recovery::{RecoveryError, Rescue, Wreck};
use replica::vault::{Holder, Lock, Vault};
use replica::{Access, Books, Report, StorageError, Store, Witness};

use super::lock::{opening_words, staff_lock, staff_signs, try_lock};
use super::restore::{GivenBundle, Restore};
use super::{Bare, OpenStore, Place, Stage, remembered, sign, use_opening};
use crate::context::{OpenLock, Tablet, storage_sentence, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::form::{Form, FormActions, FormSection, Wide};
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::{PageHeader, Stack};

/// What is known of the loss.
#[derive(Clone, Default)]
pub(crate) struct Loss {
    /// What can be read, if the books were opened.
    store: Option<Rc<Store>>,
    /// The lock, if it was opened.
    lock: Option<OpenLock>,
    /// How many changes are remembered.
    remembered: Option<u64>,
    /// Whether the second copy holds more than the books.
    copy_has_more: bool,
}

impl Loss {
    /// Of books that open and lack something.
    pub(super) fn of(store: Rc<Store>, lock: OpenLock, witness: Option<Witness>) -> Self {
        Self {
            store: Some(store),
            lock: Some(lock),
            remembered: witness.map(|witness| witness.changes),
            copy_has_more: false,
        }
    }

    /// Of books that the second copy knows more of.
    pub(super) fn of_less_than_the_copy(store: Rc<Store>, lock: OpenLock) -> Self {
        Self { copy_has_more: true, ..Self::of(store, lock, None) }
    }

    /// Of books that do not open.
    pub(super) fn unreadable(lock: OpenLock) -> Self {
        Self { lock: Some(lock), ..Self::default() }
    }
}

/// What the page knows by now.
#[derive(Clone, Copy)]
struct Found {
    wreck: StoredValue<Option<Wreck>, LocalStorage>,
    lock: RwSignal<Option<OpenLock>, LocalStorage>,
    rescue: RwSignal<Option<Rc<Trial>>, LocalStorage>,
    failure: RwSignal<Option<String>>,
    language: Language,
}

/// What could be read, and what would come of it.
struct Trial {
    rescue: Rescue,
    report: Report,
}

/// The page of a loss.
#[component]
pub(super) fn WreckPage(
    place: StoredValue<Place, LocalStorage>,
    loss: StoredValue<Loss, LocalStorage>,
) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let found = Found {
        wreck: StoredValue::new_local(None),
        lock: RwSignal::new_local(loss.with_value(|loss| loss.lock.clone())),
        rescue: RwSignal::new_local(None),
        failure: RwSignal::new(None),
        language,
    };
    let is_read = RwSignal::new(false);
    spawn_local(async move {
        let place = place.get_value();
        let copy = tablet.device().second_copy(Books::Real).await.ok();
        let wreck = Wreck::of(&*place.below, copy.as_deref()).await;
        found.wreck.try_set_value(Some(wreck));
        is_read.try_set(true);
        found.try_out(tablet).await;
    });
    let failure = move || found.failure.get().map(|text| view! { <Banner tone=Tone::Bad text/> });
    let body = move || is_read.get().then(|| view! { <Ways place loss found/> });
    view! {
        <Bare>
            <PageHeader title=language.wreck_title()/>
            <Banner tone=Tone::Warn text=what_is_lost(language, tablet, &loss.get_value())/>
            {failure}
            {body}
        </Bare>
    }
}

fn what_is_lost(language: Language, tablet: Tablet, loss: &Loss) -> String {
    let count = |changes: u64| numbers::count(i64::try_from(changes).unwrap_or(i64::MAX));
    let here = loss.store.as_ref().map_or(0, |store| store.state().vector().total());
    let before = loss.remembered.or_else(|| remembered(tablet).map(|witness| witness.changes));
    match before {
        _ if loss.copy_has_more => language.wreck_copy_has_more(&count(here)),
        Some(before) if before > here => language.books_shrunk(&count(before), &count(here)),
        _ => language.wreck_damaged(&count(here)),
    }
}

impl Found {
    /// Opens what can be opened, once the lock is open, and tries what would come of it.
    async fn try_out(self, tablet: Tablet) {
        if let Some(rescue) = self.rescued() {
            self.show(tablet, rescue).await;
        }
    }

    fn rescued(self) -> Option<Rescue> {
        let lock = self.lock.try_get_untracked().flatten()?;
        self.wreck.with_value(|wreck| wreck.as_ref().map(|wreck| wreck.rescue(lock.keyring.key())))
    }

    async fn show(self, tablet: Tablet, rescue: Rescue) {
        let device = tablet.device();
        let step = async |_, _| {
            device.breathe().await;
            true
        };
        match rescue.tried(tablet.world(), step).await {
            Ok((_, report)) => drop(self.rescue.try_set(Some(Rc::new(Trial { rescue, report })))),
            Err(error) => self.failed(&error),
        }
    }

    fn failed(self, error: &RecoveryError) {
        self.failure.try_set(Some(recovery_sentence(self.language, error)));
    }
}

/// Why the books could not be written anew.
pub(super) fn recovery_sentence(language: Language, error: &RecoveryError) -> String {
    match error {
        RecoveryError::Storage(error) => storage_sentence(language, error),
        RecoveryError::Changes(error) => crate::transfer::import_sentence(language, error),
    }
}

/// The ways out: the passphrase first, then what could be read, then only a look.
#[component]
fn Ways(place: StoredValue<Place, LocalStorage>, loss: StoredValue<Loss, LocalStorage>, found: Found) -> impl IntoView {
    let language = use_language();
    let vault = found.wreck.with_value(|wreck| wreck.as_ref().and_then(|wreck| wreck.vault().cloned()));
    let vault = StoredValue::new_local(vault);
    let way = move || match (found.lock.get(), vault.get_value()) {
        (Some(_), _) => view! { <WriteAnew found/><AddBundle found/> }.into_any(),
        (None, Some(vault)) => view! { <OpenWreck place vault=StoredValue::new_local(vault) found/> }.into_any(),
        (None, None) => view! {
            <Card title=language.restore()><Pad><Stack><p>{language.wreck_no_vault()}</p><Restore/></Stack></Pad></Card>
        }
        .into_any(),
    };
    view! { {way} <LookOnly loss/> }
}

/// A bundle may hold what is lost here.
#[component]
fn AddBundle(found: Found) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let add = move |bundle: Bundle| {
        spawn_local(async move {
            let mut rescue = found.rescued().unwrap_or_default();
            rescue.add_bundle(bundle.changes);
            rescue.add_photos(bundle.photos);
            found.show(tablet, rescue).await;
        });
    };
    view! {
        <Card title=language.wreck_bundle()>
            <Pad><Stack><p>{language.wreck_bundle_text()}</p><GivenBundle on_open=add/></Stack></Pad>
        </Card>
    }
}

/// The passphrase, since the lock of the books themselves is gone.
#[component]
fn OpenWreck(
    place: StoredValue<Place, LocalStorage>,
    vault: StoredValue<Vault, LocalStorage>,
    found: Found,
) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let signs = vault.with_value(staff_signs);
    let sign = RwSignal::new(signs.first().cloned().unwrap_or_default());
    let (secret, error, is_busy) = (RwSignal::<String>::default(), RwSignal::new(None), RwSignal::new(false));
    let submit = move || {
        let Some(lock) = vault.with_value(|vault| staff_lock(vault, &sign.get_untracked())) else { return };
        is_busy.set(true);
        spawn_local(async move {
            let opened = open_any(tablet, place.get_value(), vault.get_value(), lock, secret.get_untracked()).await;
            is_busy.try_set(false);
            match opened {
                Ok(Some(lock)) => {
                    found.lock.try_set(Some(lock));
                    found.try_out(tablet).await;
                }
                Ok(None) => drop(error.try_set(Some(language.passphrase_wrong().to_owned()))),
                Err(failed) => drop(error.try_set(Some(storage_sentence(language, &failed)))),
            }
        });
    };
    let options = signs.iter().map(|key| Choice::new(key.clone(), sign::word(language, key))).collect::<Vec<_>>();
    let choice = (options.len() > 1).then(|| {
        view! { <Wide><ChoiceField label=language.sign_ask() value=sign options=Signal::stored(options)/></Wide> }
    });
    view! {
        <Form label=language.wreck_open() wrong_title=language.form_wrong() on_submit=submit>
            <FormSection title=language.wreck_open() hint=language.wreck_open_hint()>
                {choice}
                <TextField label=language.passphrase_title() value=secret error kind=TextKind::Secret autocomplete="current-password" required=true/>
            </FormSection>
            <FormActions><Button label=opening_words(language, is_busy) kind=ButtonKind::Primary submit=true disabled=is_busy/></FormActions>
        </Form>
    }
}

/// Tries what was typed as that person's passphrase, and then as the code of the recovery sheet.
async fn open_any(
    tablet: Tablet,
    place: Place,
    vault: Vault,
    lock: Lock,
    typed: String,
) -> Result<Option<OpenLock>, StorageError> {
    let opened = try_lock(tablet, place.clone(), vault.clone(), &lock, &typed).await?;
    let sheet = vault.locks().find(|lock| lock.holder == Holder::Recovery).cloned();
    match (opened, sheet) {
        (None, Some(sheet)) => try_lock(tablet, place, vault, &sheet, &typed_code(&typed)).await,
        (opened, _) => Ok(opened),
    }
}

/// What could be read from where, and the press that writes it anew.
#[component]
fn WriteAnew(found: Found) -> impl IntoView {
    let (language, tablet, opening) = (use_language(), use_tablet(), use_opening());
    let share = RwSignal::new(None::<f64>);
    let write = move || {
        let (Some(trial), Some(lock)) = (found.rescue.get_untracked(), found.lock.get_untracked()) else { return };
        share.set(Some(0.0));
        spawn_local(async move {
            let device = tablet.device();
            let step = async |done: usize, of: usize| {
                share.try_set(Some(done as f64 / of.max(1) as f64));
                device.breathe().await;
                true
            };
            match trial.rescue.rebuild(&*device, tablet.world(), &lock.keyring, step).await {
                Ok(()) => opening.begin(tablet),
                Err(error) => {
                    share.try_set(None);
                    found.failed(&error);
                }
            }
        });
    };
    let cannot_write = Signal::derive(move || tablet.access.get() != Access::Writer);
    move || {
        let trial = StoredValue::new_local(found.rescue.get()?);
        let action = match share.get() {
            Some(_) => view! { <Progress label=language.wreck_writing() share/> }.into_any(),
            None => view! {
                <div class="button-row">
                    <Button label=language.wreck_write() kind=ButtonKind::Primary disabled=cannot_write on_press=write/>
                </div>
            }
            .into_any(),
        };
        Some(view! {
            <Card title=language.wreck_readable()>
                <Pad><Stack><Readable trial/><p>{language.wreck_write_means()}</p>{action}</Stack></Pad>
            </Card>
        })
    }
}

/// What could be read from where.
#[component]
fn Readable(trial: StoredValue<Rc<Trial>, LocalStorage>) -> impl IntoView {
    let language = use_language();
    let trial = trial.get_value();
    let Trial { rescue, report } = &*trial;
    let of = |good: usize, bad: usize| match bad {
        0 => numbers::size(good),
        bad => language.wreck_with_damage(&numbers::size(good), &numbers::size(bad)),
    };
    let (here, copied) = (of(rescue.here, rescue.damaged_here), of(rescue.copied, rescue.damaged_copy));
    let total = numbers::size(report.changes);
    let waiting = (report.waiting > 0).then(|| {
        let count = numbers::size(report.waiting);
        view! { <Fact name=language.wreck_waiting()>{count}</Fact> }
    });
    view! {
        <Facts>
            <Fact name=language.wreck_from_here()>{here}</Fact>
            <Fact name=language.wreck_from_copy()>{copied}</Fact>
            <Fact name=language.wreck_together()>{total}</Fact>
            {waiting}
        </Facts>
    }
}

/// Only a look at what is there.
#[component]
fn LookOnly(loss: StoredValue<Loss, LocalStorage>) -> impl IntoView {
    let (language, opening) = (use_language(), use_opening());
    let look = move || {
        let Loss { store, lock, .. } = loss.get_value();
        if let Some(store) = store {
            let open = OpenStore { store, lock, is_only_read: true };
            opening.go(Stage::Open(open, Books::Real));
        }
    };
    let has_store = loss.with_value(|loss| loss.store.is_some());
    has_store.then(|| {
        view! { <div class="button-row"><Button label=language.books_read() kind=ButtonKind::Quiet on_press=look/></div> }
    })
}
