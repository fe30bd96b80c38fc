//! What goes out: everything, or what another tablet has not shown to know, locked by a passphrase or for that tablet.
//! It is read back before it is called a bundle, and what was saved or shared counts as outside this tablet.

use std::rc::Rc;

use domain::Id;
use domain::records::Photo;
use exchange::{Bundle, Lock, PackError, PorterError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::outside::Pending;
use replica::store::SCOPE;
use replica::{Books, GivenFile, ReplicaId, StorageError, Vector};

use super::photos::{self, WhichPhotos};
use super::tablets::{self, Peer};
use super::words::{pack_sentence, porter_sentence};
use super::work::{Work, part};
use crate::context::{Desk, Tablet, storage_sentence, use_desk, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::form::Form;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tone};
use crate::widget::meter::Progress;
use crate::widget::notice::use_notices;
use crate::widget::page::Stack;

const MEDIA_TYPE: &str = "application/octet-stream";

/// A bundle that was made and read back.
#[derive(Clone)]
pub(super) struct Ready {
    name: String,
    bytes: Rc<Vec<u8>>,
    changes: usize,
    /// The photos whose bytes are in it.
    photos: Rc<Vec<Id<Photo>>>,
    /// What it reaches up to.
    vector: Vector,
    /// Whether it was saved or shared.
    is_out: RwSignal<bool>,
    /// Whether the saved file was read again and is the same.
    is_checked: RwSignal<bool>,
}

/// A slot for the bundle that is ready.
pub(super) type ReadySlot = RwSignal<Option<Ready>, LocalStorage>;

/// Whether a given file is the bundle that was saved from here; then it is known to have arrived whole.
pub(super) fn is_the_saved_file(ready: ReadySlot, given: &GivenFile) -> bool {
    let Some(ready) = ready.get_untracked() else { return false };
    let is_same = *ready.bytes == given.content;
    if is_same {
        ready.is_checked.set(true);
    }
    is_same
}

/// What is not outside yet, and how to take it out.
#[component]
pub(super) fn CarryOut(ready: ReadySlot) -> impl IntoView {
    let language = use_language();
    let body = move || match ready.get() {
        Some(made) => view! { <Made made ready/> }.into_any(),
        None => view! { <Make ready/> }.into_any(),
    };
    view! { <Card title=language.carry_out()><Pad><Stack><NotOutside ready/>{body}</Stack></Pad></Card> }
}

/// How much is not outside this tablet, and since when.
#[component]
fn NotOutside(ready: ReadySlot) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let pending = RwSignal::new(Pending::default());
    Effect::new(move |_| {
        ready.track();
        ready.with_untracked(|ready| ready.as_ref().map(|ready| ready.is_out)).inspect(|is_out| is_out.track());
        desk.ask(replica::State::observe_all);
        spawn_local(async move {
            if let Ok(found) = desk.store().pending().await {
                pending.try_set(found);
            }
        });
    });
    let album = photos::album(desk, move || {
        ready.track();
        ready.with_untracked(|ready| ready.as_ref().map(|ready| ready.is_out)).inspect(|is_out| is_out.track());
    });
    let moment =
        move |millis: Option<u64>| millis.map_or_else(|| language.never().to_owned(), |at| language.moment(at));
    view! {
        <Facts>
            <Fact name=language.pending_changes()>{move || numbers::count(count(pending.get().changes))}</Fact>
            <Fact name=language.pending_since()>{move || moment(pending.get().since)}</Fact>
            <Fact name=language.pending_carried()>{move || moment(pending.get().carried_at)}</Fact>
            {photos::facts(album)}
        </Facts>
    }
}

fn count(changes: u64) -> i64 {
    i64::try_from(changes).unwrap_or(i64::MAX)
}

/// For whom, locked how, and the press that makes it.
#[component]
fn Make(ready: ReadySlot) -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let (known, own) = (desk.memo(tablets::peers), tablets::own_replica(desk));
    let peers = Memo::new(move |_| others(known.get(), own.get()));
    let (whom, secret) = (RwSignal::<String>::default(), RwSignal::<String>::default());
    let (album, which) = (photos::album(desk, || ()), RwSignal::<String>::default());
    let (error, failure) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let (share, work, is_busy) = (RwSignal::new(None::<f64>), Work::new(), RwSignal::new(false));
    let options = Signal::derive(move || whom_choices(language, &peers.get()));
    let chosen = move || peers.with(|peers| peers.iter().find(|peer| peer.key() == whom.get()).cloned());
    let needs_secret = move || chosen().is_none_or(|peer| peer.recipient.is_empty());
    let make = move || {
        let peer = untrack(chosen);
        let lock = lock_for(peer.as_ref(), &secret.get_untracked());
        let load = Load { peer: peer.map(|peer| peer.replica), photos: photos::chosen(album, &which.get_untracked()) };
        error.set(None);
        failure.set(None);
        is_busy.set(true);
        spawn_local(async move {
            let making = make_bundle(desk, tablet, load, lock, share);
            let Some(made) = work.done(making).await else { return };
            is_busy.set(false);
            match made {
                Ok(made) => ready.set(Some(made)),
                Err(Failure::Pack(PorterError::Refused(PackError::NoPassphrase))) => {
                    error.set(Some(language.bundle_needs_passphrase().to_owned()));
                }
                Err(failed) => failure.set(Some(failed.sentence(language))),
            }
        });
    };
    let cancel = move || {
        work.stop();
        is_busy.set(false);
    };
    let secret_field = move || {
        needs_secret().then(|| {
            view! { <TextField label=language.bundle_passphrase() value=secret error kind=TextKind::Secret hint=language.bundle_passphrase_hint() autocomplete="new-password" required=true/> }
        })
    };
    move || {
        match is_busy.get() {
        true => view! {
            <Progress label=language.bundle_making() share cancel=language.cancel() on_cancel=cancel/>
        }
        .into_any(),
        false => view! {
            <Form label=language.carry_out() wrong_title=language.form_wrong() error=failure on_submit=make>
                <ChoiceField label=language.carry_whom() value=whom options hint=language.carry_whom_hint()/>
                {secret_field}
                <WhichPhotos album value=which/>
                <div class="button-row"><Button label=language.bundle_make() kind=ButtonKind::Primary submit=true icon=Icon::Download/></div>
            </Form>
        }
        .into_any(),
    }
    }
}

/// Nobody carries anything to themselves.
fn others(known: Vec<Peer>, own: Option<ReplicaId>) -> Vec<Peer> {
    known.into_iter().filter(|peer| Some(peer.replica) != own).collect()
}

/// Everybody first, then the other tablets.
fn whom_choices(language: Language, peers: &[Peer]) -> Vec<Choice> {
    let everybody = Choice::new("", language.carry_everything());
    let others = peers.iter().map(|peer| Choice::new(peer.key(), language.carry_to(&peer.name)));
    std::iter::once(everybody).chain(others).collect()
}

fn lock_for(peer: Option<&Peer>, secret: &str) -> Lock {
    match peer.filter(|peer| !peer.recipient.is_empty()) {
        Some(peer) => Lock::Recipients(vec![peer.recipient.clone()]),
        None => Lock::Passphrase(secret.to_owned()),
    }
}

/// Why there is no bundle.
enum Failure {
    Storage(StorageError),
    Pack(PorterError<PackError>),
}

impl Failure {
    fn sentence(self, language: Language) -> String {
        match self {
            Self::Storage(error) => storage_sentence(language, &error),
            Self::Pack(error) => porter_sentence(language, error, pack_sentence),
        }
    }
}

/// What goes into a bundle.
struct Load {
    /// The tablet for which it is; nothing means everything.
    peer: Option<ReplicaId>,
    /// The photos whose bytes go along.
    photos: Vec<Id<Photo>>,
}

/// Makes a bundle and reads it back.
async fn make_bundle(
    desk: Desk,
    tablet: Tablet,
    load: Load,
    lock: Lock,
    share: RwSignal<Option<f64>>,
) -> Result<Ready, Failure> {
    let store = desk.store();
    share.try_set(Some(0.0));
    tablet.device().breathe().await;
    let (changes, vector) = store.outgoing(load.peer).await.map_err(Failure::Storage)?;
    let made_at = store.world().now();
    let from = store.incarnation().await.map_err(Failure::Storage)?.map_or([0; 16], |own| own.0);
    let count = changes.len();
    let (along, photos) = photos::files(&store, tablet, &load.photos).await.map_err(Failure::Storage)?;
    let bundle = Bundle { scope: SCOPE, made_at, from, changes, photos };
    let follow = |progress| {
        share.try_set(Some(part(progress)));
    };
    let bytes = tablet.porter().pack(bundle, lock, &follow).await.map_err(Failure::Pack)?;
    Ok(Ready {
        name: file_name(made_at),
        bytes: Rc::new(bytes),
        changes: count,
        photos: Rc::new(along),
        vector,
        is_out: RwSignal::new(false),
        is_checked: RwSignal::new(false),
    })
}

/// What was in it lies outside now.
async fn remember(desk: Desk, vector: &Vector, photos: &[Id<Photo>]) -> Result<(), StorageError> {
    let store = desk.store();
    store.carried(vector).await?;
    store.carry_photos(photos).await
}

/// Nothing personal: the moment, as China's clocks show it.
fn file_name(millis: u64) -> String {
    let digits: String = Language::En.stamp(millis);
    format!("bangfu-{digits}.age")
}

/// The bundle that was made: to be saved or shared, and checked where it went.
#[component]
fn Made(made: Ready, ready: ReadySlot) -> impl IntoView {
    let (desk, tablet, language, notices) = (use_desk(), use_tablet(), use_language(), use_notices());
    let (is_out, is_checked) = (made.is_out, made.is_checked);
    let made = StoredValue::new_local(made);
    let out = move || {
        spawn_local(async move {
            let (vector, photos) = made.with_value(|made| (made.vector.clone(), Rc::clone(&made.photos)));
            if desk.books == Books::Real
                && let Err(error) = remember(desk, &vector, &photos).await
            {
                return notices.failed(storage_sentence(language, &error));
            }
            is_out.set(true);
            desk.carried();
        });
    };
    let save = move || {
        let is_offered = made.with_value(|made| tablet.device().download(&made.name, MEDIA_TYPE, &made.bytes));
        if is_offered {
            out();
        } else {
            notices.failed(language.download_refused());
        }
    };
    let share = move || {
        let Ready { name, bytes, .. } = made.get_value();
        spawn_local(async move {
            if tablet.device().share(&name, MEDIA_TYPE, &bytes).await {
                out();
            }
        });
    };
    let share_button = tablet
        .device()
        .can_share()
        .then(|| view! { <Button label=language.bundle_share() icon=Icon::Exchange on_press=share/> });
    let (name, size, changes) = made.with_value(|made| {
        (made.name.clone(), numbers::size(made.bytes.len() / 1024 + 1), numbers::size(made.changes))
    });
    let photos = made.with_value(|made| made.photos.len());
    let photos = (photos > 0).then(|| view! { <Fact name=language.bundle_photos()>{numbers::size(photos)}</Fact> });
    let state = move || match (is_out.get(), is_checked.get()) {
        (_, true) => view! { <Banner tone=Tone::Good text=language.bundle_checked()/> }.into_any(),
        (true, false) => view! { <Banner tone=Tone::Good text=language.bundle_is_out()/> }.into_any(),
        (false, false) => view! { <Banner tone=Tone::Info text=language.bundle_is_ready()/> }.into_any(),
    };
    view! {
        {state}
        <Facts>
            <Fact name=language.bundle_file()><span>{name}</span></Fact>
            <Fact name=language.bundle_changes()>{changes}</Fact>
            {photos}
            <Fact name=language.bundle_size()>{format!("{size} KB")}</Fact>
        </Facts>
        <div class="button-row">
            <Button label=language.bundle_save() kind=ButtonKind::Primary icon=Icon::Download on_press=save/>
            {share_button}
            <Button label=language.close() kind=ButtonKind::Quiet on_press=move || ready.set(None)/>
        </div>
    }
}
