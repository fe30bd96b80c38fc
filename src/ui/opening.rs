//! How the app comes to open books: what lies on the tablet is looked at, the lock is opened, and what is missing is
//! noticed. It never starts anew by itself, and nothing is written before somebody has read what is the matter.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::opening::{Found, look};
use replica::vault::{VAULT_SLOT, Vault};
use replica::{Access, Books, DeviceEvent, OpenBooks, Preference, Storage, StorageError, Store, Witness};

use crate::app::Pages;
use crate::context::{GivenError, OpenLock, Tablet, storage_sentence, use_language, use_tablet, use_wording};
use crate::past;
use crate::settings::choose_language;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::icon::Icon;
use crate::widget::list::EmptyState;
use crate::widget::page::{Page, PageHeader, PageKind};

mod auto_lock;
mod lock;
mod passphrase;
mod restore;
mod set_up;
mod sheet;
mod sign;
mod wreck;

pub(crate) use auto_lock::{LOCK_AFTER, lock_after, lock_when_left};
pub(crate) use passphrase::{NewPassphrase, PassphraseFields};
pub(crate) use set_up::{name_tablet, read_staff};
pub(crate) use sheet::SheetMaker;
pub(crate) use sign::{SignField, first_free_sign, word as sign_word};

/// Where the books lie, below any seal.
#[derive(Clone)]
pub(crate) struct Place {
    /// The storage.
    pub(crate) below: Rc<dyn Storage>,
}

/// Books that are open.
#[derive(Clone)]
pub(crate) struct OpenStore {
    /// The store.
    pub(crate) store: Rc<Store>,
    /// Its lock; nothing for books without one.
    pub(crate) lock: Option<OpenLock>,
    /// Whether they are only looked at, since something is the matter with them.
    pub(crate) is_only_read: bool,
}

/// The books on their way.
#[derive(Clone)]
pub(crate) enum Stage {
    /// Nothing is known yet.
    Waiting,
    /// Nothing lies here: the first opening.
    SetUp(Place),
    /// A passphrase is asked for.
    Locked(Place, Vault),
    /// Open.
    Open(OpenStore, Books),
    /// Less lies here than there was.
    Wreck(Place, wreck::Loss),
    /// They cannot be opened.
    Failed(StorageError),
}

/// A handle to the stage, for the pages that bring it forward.
#[derive(Clone, Copy)]
pub(crate) struct Opening(RwSignal<Stage, LocalStorage>);

impl Opening {
    /// Goes on to another stage.
    pub(crate) fn go(self, stage: Stage) {
        self.0.try_set(stage);
    }

    /// Looks at the tablet anew.
    pub(crate) fn begin(self, tablet: Tablet) {
        let books = tablet.books.get_untracked();
        tablet.copy_has_more.set(false);
        spawn_local(async move {
            self.go(begin(tablet, books).await.unwrap_or_else(Stage::Failed));
        });
    }

    /// The second copy turned out to hold more than the books that are open.
    fn found_more(self) {
        if let Some(Stage::Open(OpenStore { store, lock: Some(lock), .. }, _)) = self.0.try_get_untracked() {
            let place = Place { below: Rc::clone(&lock.below) };
            self.go(Stage::Wreck(place, wreck::Loss::of_less_than_the_copy(store, lock)));
        }
    }

    /// Locks what is open.
    pub(crate) fn lock(self) {
        let Some(Stage::Open(open, _)) = self.0.try_get_untracked() else { return };
        let Some(lock) = open.lock else { return };
        let place = Place { below: lock.below };
        spawn_local(async move {
            self.go(locked(place).await.unwrap_or_else(Stage::Failed));
        });
    }
}

/// Opens the books that are asked for, now and whenever others are; once, at the root: a change of language must not lock
/// them.
pub(crate) fn provide_opening(tablet: Tablet) -> Opening {
    let opening = Opening(RwSignal::new_local(Stage::Waiting));
    provide_context(opening);
    Effect::new(move |_| {
        tablet.books.track();
        opening.go(Stage::Waiting);
        opening.begin(tablet);
    });
    hear(tablet, opening);
    opening
}

/// Shows what came of the opening.
#[component]
pub(crate) fn Opened(tablet: Tablet, opening: Opening) -> impl IntoView {
    move || match opening.0.get() {
        Stage::Waiting => ().into_any(),
        Stage::SetUp(place) => view! { <set_up::SetUpPage place=stored(place)/> }.into_any(),
        Stage::Locked(place, vault) => view! { <lock::LockPage place=stored(place) vault=stored(vault)/> }.into_any(),
        Stage::Open(open, books) => pages(tablet, open, books),
        Stage::Wreck(place, loss) => view! { <wreck::WreckPage place=stored(place) loss=stored(loss)/> }.into_any(),
        Stage::Failed(error) => view! { <Failure error/> }.into_any(),
    }
}

fn pages(tablet: Tablet, open: OpenStore, books: Books) -> AnyView {
    let OpenStore { store, lock, is_only_read } = open;
    let access = if is_only_read { RwSignal::new(Access::Reader) } else { tablet.access };
    let lock = stored(lock);
    past::in_time(store, access, move |store, access| {
        let store = stored(store);
        view! { <Pages store lock books access/> }.into_any()
    })
}

/// The opening.
#[expect(clippy::expect_used, reason = "it provides itself before any page is made")]
pub(crate) fn use_opening() -> Opening {
    use_context().expect("the opening provides itself")
}

fn stored<T: 'static>(value: T) -> StoredValue<T, LocalStorage> {
    StoredValue::new_local(value)
}

async fn begin(tablet: Tablet, books: Books) -> Result<Stage, StorageError> {
    let OpenBooks { storage, access } = tablet.device().open(books).await?;
    tablet.access.try_set(access);
    if books == Books::Demonstration {
        let store = Rc::new(Store::open(storage, tablet.world()).await?);
        return Ok(Stage::Open(OpenStore { store, lock: None, is_only_read: false }, books));
    }
    let copy = match access {
        Access::Writer => tablet.device().second_copy(books).await.ok(),
        _ => None,
    };
    let place = Place { below: Rc::clone(&storage) };
    Ok(match look(&*storage, copy.as_deref(), remembered(tablet).is_some()).await? {
        Found::Nothing if access == Access::Writer => Stage::SetUp(place),
        Found::Nothing => Stage::Failed(StorageError::ReadOnly),
        Found::Locked(vault) => Stage::Locked(place, vault),
        Found::Lost => Stage::Wreck(place, wreck::Loss::default()),
    })
}

/// The place with its lock closed.
async fn locked(place: Place) -> Result<Stage, StorageError> {
    let bytes = place.below.slot(VAULT_SLOT).await?;
    let vault = bytes.and_then(|bytes| Vault::decode(&bytes).ok()).ok_or(StorageError::Damaged)?;
    Ok(Stage::Locked(place, vault))
}

/// What this tablet remembers of the books.
pub(crate) fn remembered(tablet: Tablet) -> Option<Witness> {
    tablet.device().preference(Preference::Witness).and_then(|text| text.parse().ok())
}

/// Opens the books under an open lock. Whoever finds less than is remembered, or damage, is told.
pub(crate) async fn unlocked(tablet: Tablet, place: Place, lock: OpenLock) -> Result<Stage, StorageError> {
    let sealed = lock.keyring.sealed(Rc::clone(&place.below));
    let store = match Store::open(sealed, tablet.world()).await {
        Ok(store) => Rc::new(store),
        Err(StorageError::Damaged) => return Ok(Stage::Wreck(place, wreck::Loss::unreadable(lock))),
        Err(error) => return Err(error),
    };
    let witness = remembered(tablet).filter(|witness| witness.remembers_more_than(&store.state()));
    if witness.is_some() || !store.broken().is_empty() {
        return Ok(Stage::Wreck(place, wreck::Loss::of(store, lock, witness)));
    }
    if tablet.copy_has_more.get_untracked() {
        return Ok(Stage::Wreck(place, wreck::Loss::of_less_than_the_copy(store, lock)));
    }
    store.set_author(lock.keyring.staff());
    Ok(Stage::Open(OpenStore { store, lock: Some(lock), is_only_read: false }, Books::Real))
}

/// Follows what happens around the app.
fn hear(tablet: Tablet, opening: Opening) {
    tablet.device().listen(Box::new(move |event| match event {
        DeviceEvent::Appended => tablet.heard_of_changes(),
        DeviceEvent::BecameWriter => {
            tablet.access.try_set(Access::Writer);
            tablet.heard_of_changes();
        }
        DeviceEvent::Closed => tablet.device().reload(),
        DeviceEvent::UpdateReady => drop(tablet.update_ready.try_set(true)),
        DeviceEvent::Network(is_online) => drop(tablet.is_online.try_set(is_online)),
        DeviceEvent::CopyFailed(_) => drop(tablet.is_copied.try_set(false)),
        DeviceEvent::CopyComplete => drop(tablet.is_copied.try_set(true)),
        DeviceEvent::CopyHasMore => {
            tablet.copy_has_more.try_set(true);
            opening.found_more();
        }
        DeviceEvent::File(file) => drop(tablet.given.try_set(Some(Ok(file)))),
        DeviceEvent::PicturesGiven(field, count) => tablet.pictures_given(&field, count),
        DeviceEvent::Picture(field, picture) => tablet.picture_ready(field, picture),
        DeviceEvent::FileTooLarge => drop(tablet.given.try_set(Some(Err(GivenError::TooLarge)))),
        DeviceEvent::FileUnreadable => drop(tablet.given.try_set(Some(Err(GivenError::Unreadable)))),
    }));
}

/// What is said when the books cannot be opened.
#[component]
fn Failure(error: StorageError) -> impl IntoView {
    let (language, tablet) = (use_language(), use_tablet());
    let sentence = storage_sentence(language, &error);
    let again = move || {
        let reload = move || tablet.device().reload();
        view! { <Button label=language.try_again() kind=ButtonKind::Primary on_press=reload/> }
    };
    view! {
        <Bare>
            <PageHeader title=language.books_not_opened()/>
            <EmptyState title=sentence icon=Icon::Warning action=again/>
        </Bare>
    }
}

/// A page without rail and bar: nothing of the books is open yet.
#[component]
pub(crate) fn Bare(children: Children) -> impl IntoView {
    view! {
        <main class="main bare">
            <LanguageChoice/>
            <Page kind=PageKind::Narrow>{children()}</Page>
        </main>
    }
}

/// The languages, each under its own name: who cannot read the page finds it nevertheless.
#[component]
fn LanguageChoice() -> impl IntoView {
    let (tablet, wording) = (use_tablet(), use_wording());
    let button = move |language: Language| {
        let choose = move || choose_language(tablet, wording, language);
        view! { <Button label=language.own_name() kind=ButtonKind::Quiet disabled=wording.0.get_untracked() == language on_press=choose/> }
    };
    view! { <div class="bare-language button-row">{Language::ALL.map(button).into_iter().collect_view()}</div> }
}
