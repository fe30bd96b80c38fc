//! The desk: the records of the open books. `ask` reads and wakes when what it read changes; `save` writes durably and
//! says so. It holds no second copy of anything.

use std::rc::Rc;
use std::time::Duration;

use domain::records::Photo;
use domain::{Date, Id, Kind, Problem};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, fault};
use replica::command::Command;
use replica::query::directory::Directory;
use replica::state::KindSet;
use replica::{
    Access, Books, ChangeId, Picture, Preference, Refusal, ReplicaId, Saved, State, StorageError, Store, Witness,
};

use super::{Tablet, use_language, use_tablet};
use crate::widget::notice::{NoticeAction, Notices, use_notices};

/// How long the desk waits before it brings the snapshot up to date.
const IDLE: Duration = Duration::from_secs(2);

/// What is told when a command was run.
type Done = Box<dyn FnOnce(Result<(), Vec<Problem>>)>;

/// A handle to the records.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    store: StoredValue<Rc<Store>, LocalStorage>,
    revisions: StoredValue<Vec<RwSignal<u32>>>,
    directory: StoredValue<Option<(u32, Rc<Directory>)>, LocalStorage>,
    notices: Notices,
    tablet: Tablet,
    /// How often something was carried out of this tablet.
    carried: RwSignal<u32>,
    /// Whether this tab may write.
    pub(crate) access: RwSignal<Access>,
    /// Which books these are.
    pub(crate) books: Books,
}

/// Provides the desk for books that were opened.
pub(crate) fn provide_desk(store: Rc<Store>, books: Books, access: RwSignal<Access>) -> Desk {
    let desk = Desk {
        store: StoredValue::new_local(store),
        revisions: StoredValue::new(Kind::ALL.iter().map(|_| RwSignal::new(0)).collect()),
        directory: StoredValue::new_local(None),
        notices: use_notices(),
        tablet: use_tablet(),
        carried: RwSignal::new(0),
        access,
        books,
    };
    provide_context(desk);
    desk
}

/// The desk.
#[expect(clippy::expect_used, reason = "the app provides it before any page is made")]
pub(crate) fn use_desk() -> Desk {
    use_context().expect("the app provides the desk")
}

impl Desk {
    /// The answer of a query. In a reactive place it is asked again when a kind of record that it read has changed.
    pub(crate) fn ask<A>(self, query: impl FnOnce(&State) -> A) -> A {
        let store = self.store.get_value();
        let (answer, kinds) = store.state().observe(query);
        self.track(kinds);
        answer
    }

    /// A query as a signal that wakes only when its answer differs.
    pub(crate) fn memo<A: PartialEq + Send + Sync + 'static>(
        self,
        query: impl Fn(&State) -> A + Send + Sync + 'static,
    ) -> Memo<A> {
        Memo::new(move |_| self.ask(&query))
    }

    /// The directory of persons, made anew when members, cases or divisions have changed.
    pub(crate) fn directory(self) -> Rc<Directory> {
        let kinds = Directory::kinds();
        self.track(kinds);
        let revision = self.revision(kinds);
        let made = self.directory.with_value(|made| made.clone()).filter(|(of, _)| *of == revision);
        made.map_or_else(|| self.make_directory(revision), |(_, directory)| directory)
    }

    fn make_directory(self, revision: u32) -> Rc<Directory> {
        let store = self.store.get_value();
        let directory = Rc::new(store.state().observe(Directory::new).0);
        self.directory.set_value(Some((revision, Rc::clone(&directory))));
        directory
    }

    /// Whether this is a state of the past, in which nothing is written.
    pub(crate) fn is_past(self) -> bool {
        self.store.try_with_value(|store| store.is_past()).unwrap_or(false)
    }

    /// Whether this tab may write now. A form that asks wakes nobody.
    pub(crate) fn may_write(self) -> bool {
        self.access.try_get_untracked() == Some(Access::Writer)
    }

    /// Today, where the tablet is.
    pub(crate) fn today(self) -> Date {
        self.store.with_value(|store| store.world().today())
    }

    /// The store, for what only few places do.
    pub(crate) fn store(self) -> Rc<Store> {
        self.store.get_value()
    }

    /// Runs a command and says that it is saved, with the way back. What speaks against it goes to `done`.
    pub(crate) fn save(self, command: impl Command + 'static, done: impl FnOnce(Result<(), Vec<Problem>>) + 'static) {
        self.save_any(Box::new(command), Box::new(done));
    }

    /// The same for a command of any type: made once, not for each of them.
    pub(crate) fn save_any(self, command: Box<dyn Command>, done: Done) {
        let language = use_language();
        if !self.may_write() {
            self.notices.failed(self.why_read_only(language));
            return done(Err(vec![]));
        }
        let store = self.store();
        spawn_local(async move {
            let result = match store.run(command.as_ref()).await {
                Ok(saved) => {
                    self.say_saved(language, &saved);
                    Ok(())
                }
                Err(Refusal::Problems(problems)) => Err(problems),
                Err(refusal) => {
                    self.notices.failed(refusal_sentence(language, &refusal));
                    Err(vec![])
                }
            };
            done(result);
        });
    }

    /// Adds a photo, and says that it is saved or why not.
    pub(crate) async fn add_photo(self, language: Language, photo: &Photo, picture: &Picture) -> Option<Id<Photo>> {
        if !self.may_write() {
            self.notices.failed(self.why_read_only(language));
            return None;
        }
        match self.store.try_get_value()?.add_photo(photo, picture).await {
            Ok((id, saved)) => {
                self.say_saved(language, &saved);
                Some(id)
            }
            Err(refusal) => {
                self.notices.failed(refusal_sentence(language, &refusal));
                None
            }
        }
    }

    fn why_read_only(self, language: Language) -> &'static str {
        if self.is_past() { language.past_read_only() } else { language.sentence_read_only() }
    }

    /// Runs a command that is one press; what speaks against it is said in a notice.
    pub(crate) fn act(self, command: impl Command + 'static) {
        let language = use_language();
        self.save(command, move |result| {
            for problem in result.err().into_iter().flatten() {
                self.notices.failed(fault::named(language, &problem));
            }
        });
    }

    fn say_saved(self, language: Language, saved: &Saved) {
        let Some(change) = saved.change else {
            self.notices.done(language.nothing_changed(), None);
            return;
        };
        self.wrote(saved.kinds);
        let press = Callback::new(move |()| self.undo(change));
        // What was posted stays; it is reversed on its own page.
        let is_undoable = !saved.kinds.has(Kind::Entry);
        let action = is_undoable.then(|| NoticeAction { label: language.undo().to_owned(), press });
        self.notices.done(language.saved(language.of(saved.intent)), action);
    }

    /// Undoes a change, and says so.
    pub(crate) fn undo(self, change: ChangeId) {
        let language = use_language();
        // A notice may outlive the pages that it came from.
        let Some(store) = self.store.try_get_value() else { return };
        spawn_local(async move {
            match store.undo(change).await {
                Ok(saved) => {
                    self.wrote(saved.kinds);
                    self.notices.done(language.undone(), None);
                }
                Err(refusal) => self.notices.failed(refusal_sentence(language, &refusal)),
            }
        });
    }

    /// Lets in what a fork set aside of a chain, and says so.
    pub(crate) fn adopt_aside(self, replica: ReplicaId) {
        let language = use_language();
        if !self.may_write() {
            return self.notices.failed(self.why_read_only(language));
        }
        let store = self.store();
        spawn_local(async move {
            match store.adopt_aside(replica).await {
                Ok(saved) => {
                    self.wrote(saved.kinds);
                    self.notices.done(language.of(saved.intent), None);
                }
                Err(refusal) => self.notices.failed(refusal_sentence(language, &refusal)),
            }
        });
    }

    /// Takes in what another tab wrote.
    pub(crate) fn catch_up(self) {
        let (language, store) = (use_language(), self.store());
        spawn_local(async move {
            match store.catch_up().await {
                Ok(kinds) => self.wake(kinds),
                Err(error) => self.notices.failed(storage_sentence(language, &error)),
            }
        });
    }

    /// After every write: wakes what shows it, leaves a witness, and brings the snapshot up to date when there is time.
    /// The pages may be gone by then: locked, or left for the past.
    pub(crate) fn wrote(self, kinds: KindSet) {
        let Some(store) = self.store.try_get_value() else { return };
        self.wake(kinds);
        if self.books == Books::Real {
            let witness = Witness::of(&store.state(), store.world().now()).to_string();
            self.tablet.device().set_preference(Preference::Witness, Some(&witness));
        }
        tidy_soon(store);
    }

    /// Something was carried out of this tablet.
    pub(crate) fn carried(self) {
        self.carried.try_update(|count| *count += 1);
    }

    /// How many changes are not outside this tablet; wakes with every change and whenever something is carried out.
    pub(crate) fn not_outside(self) -> u64 {
        self.carried.track();
        self.ask(State::observe_all);
        self.store.with_value(|store| store.not_outside())
    }

    /// Wakes what shows these kinds of record.
    fn wake(self, kinds: KindSet) {
        for revision in self.revisions_of(kinds) {
            revision.try_update(|count| *count += 1);
        }
    }

    /// Wakes whoever asks when one of these kinds changes.
    pub(crate) fn track(self, kinds: KindSet) {
        for revision in self.revisions_of(kinds) {
            revision.track();
        }
    }

    fn revision(self, kinds: KindSet) -> u32 {
        self.revisions_of(kinds).iter().map(|revision| revision.get_untracked()).fold(0, u32::wrapping_add)
    }

    fn revisions_of(self, kinds: KindSet) -> Vec<RwSignal<u32>> {
        let of_kinds = |all: &Vec<RwSignal<u32>>| {
            let pairs = Kind::ALL.iter().zip(all);
            pairs.filter(|(kind, _)| kinds.has(**kind)).map(|(_, revision)| *revision).collect()
        };
        self.revisions.try_with_value(of_kinds).unwrap_or_default()
    }
}

/// Brings the snapshot up to date when nobody waits. It holds the store itself: the pages may be gone by then.
fn tidy_soon(store: Rc<Store>) {
    let tidy = async move {
        // A snapshot that could not be written is only a slower start; the next save tries again.
        let _ = store.tidy().await;
    };
    set_timeout(move || spawn_local(tidy), IDLE);
}

/// Why nothing was saved, as a sentence.
pub(crate) fn refusal_sentence(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Problems(problems) => problems.iter().map(|problem| fault::named(language, problem)).collect(),
        Refusal::Storage(error) => storage_sentence(language, error),
        Refusal::Overtaken => language.undo_overtaken().to_owned(),
        Refusal::Unsigned => language.sentence_unsigned().to_owned(),
    }
}

/// What a storage said, as a sentence.
pub(crate) fn storage_sentence(language: Language, error: &StorageError) -> String {
    match error {
        StorageError::Full => language.sentence_full().to_owned(),
        StorageError::Unavailable => language.sentence_unavailable().to_owned(),
        StorageError::Newer => language.sentence_newer().to_owned(),
        StorageError::ReadOnly => language.sentence_read_only().to_owned(),
        StorageError::Damaged | StorageError::Taken(_) => language.sentence_damaged().to_owned(),
        StorageError::Other(words) => language.sentence_other(words),
    }
}
