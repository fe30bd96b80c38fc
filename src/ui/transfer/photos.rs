//! Photos on their way out: how many there are, how many were never outside, which go along, and how large they are.

use domain::Id;
use domain::records::Photo;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::{StorageError, Store};

use crate::context::{Desk, Tablet, use_desk, use_language};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::list::Fact;

/// So many megabytes of photos go into a bundle: whoever makes or opens it holds them in memory, several times over.
const MOST: usize = 40;
const MEGABYTE: usize = 1_000_000;

/// The choices.
const NEW: &str = "new";
const ALL: &str = "all";

/// A photo whose bytes are here: its id and its size.
type Here = (Id<Photo>, usize);

/// The photos of this tablet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Album {
    /// Those whose bytes are here, the oldest first.
    all: Vec<Here>,
    /// Those of them that were never outside.
    new: Vec<Here>,
    /// How many records have no bytes here.
    lacking: usize,
}

impl Album {
    async fn of(store: &Store) -> Result<Self, StorageError> {
        let [here, lacking] = store.photos_here().await?;
        let carried = store.photos_carried().await?;
        let sized = |(id, photo): &(Id<Photo>, Photo)| (*id, usize::try_from(photo.size).unwrap_or(0));
        let mut all: Vec<Here> = here.iter().map(sized).collect();
        // An id begins with the time at which it was made.
        all.sort_unstable_by_key(|(id, _)| id.raw());
        let new = all.iter().filter(|(id, _)| !carried.contains(&id.raw())).copied().collect();
        Ok(Self { all, new, lacking: lacking.len() })
    }

    fn chosen(&self, choice: &str) -> &[Here] {
        match choice {
            NEW => fitting(&self.new),
            ALL => fitting(&self.all),
            _ => &[],
        }
    }

    /// What the field begins with: what lies nowhere else goes along.
    fn suggestion(&self) -> &'static str {
        if self.new.is_empty() { "" } else { NEW }
    }
}

/// As many from the first as fit into a bundle.
fn fitting(photos: &[Here]) -> &[Here] {
    let mut bytes = 0;
    let fits = |(_, size): &&Here| {
        bytes += size;
        bytes <= MOST * MEGABYTE
    };
    let count = photos.iter().take_while(fits).count();
    &photos[..count]
}

/// The album, read again when something was carried out or saved.
pub(super) fn album(desk: Desk, wakes: impl Fn() + 'static) -> RwSignal<Album> {
    let album = RwSignal::new(Album::default());
    Effect::new(move |_| {
        wakes();
        desk.ask(|state| replica::query::photos::all(state).len());
        spawn_local(async move {
            if let Ok(found) = Album::of(&desk.store()).await {
                album.try_set(found);
            }
        });
    });
    album
}

/// How many photos are not outside yet, and how many are elsewhere only; nothing where there is none.
pub(super) fn facts(album: RwSignal<Album>) -> impl IntoView {
    let language = use_language();
    let fact =
        |name: &'static str, count: usize| (count > 0).then(|| view! { <Fact name=name>{numbers::size(count)}</Fact> });
    move || {
        let (new, lacking) = album.with(|album| (album.new.len(), album.lacking));
        view! { {fact(language.pending_photos(), new)} {fact(language.photos_lacking(), lacking)} }
    }
}

/// Which photos go along; nothing is asked where there is none.
#[component]
pub(super) fn WhichPhotos(album: RwSignal<Album>, value: RwSignal<String>) -> impl IntoView {
    let (_, language) = (use_desk(), use_language());
    Effect::new(move |_| value.set(album.with(Album::suggestion).to_owned()));
    let options = Signal::derive(move || album.with(|album| choices(language, album)));
    let field = move || {
        album.with(|album| !album.all.is_empty()).then(|| {
            view! { <ChoiceField label=language.carry_photos() value options hint=language.carry_photos_hint(MOST)/> }
        })
    };
    view! { {field} }
}

fn choices(language: Language, album: &Album) -> Vec<Choice> {
    let counted = |photos: &[Here]| {
        let bytes: usize = photos.iter().map(|(_, size)| size).sum();
        let tenths = bytes.div_ceil(MEGABYTE / 10);
        (numbers::size(photos.len()), format!("{}.{}", tenths / 10, tenths % 10))
    };
    let (new, all) = (album.chosen(NEW), album.chosen(ALL));
    let none = Choice::new("", language.carry_photos_none());
    let new = (!new.is_empty()).then(|| {
        let (count, megabytes) = counted(new);
        Choice::new(NEW, language.carry_photos_new(&count, &megabytes))
    });
    let (count, megabytes) = counted(all);
    let all = Choice::new(ALL, language.carry_photos_all(&count, &megabytes));
    std::iter::once(none).chain(new).chain([all]).collect()
}

/// The ids of the photos that go along.
pub(super) fn chosen(album: RwSignal<Album>, choice: &str) -> Vec<Id<Photo>> {
    album.with_untracked(|album| album.chosen(choice).iter().map(|(id, _)| *id).collect())
}

/// Those photos as a bundle carries them; one whose bytes turn out not to be here is left out.
pub(super) async fn files(
    store: &Store,
    tablet: Tablet,
    ids: &[Id<Photo>],
) -> Result<(Vec<Id<Photo>>, Vec<Vec<u8>>), StorageError> {
    let mut files = (Vec::new(), Vec::new());
    for id in ids {
        if let Some(file) = store.outgoing_photo(*id).await? {
            files.0.push(*id);
            files.1.push(file);
        }
        tablet.device().breathe().await;
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_goes_along_than_fits() {
        let photo = |number: u128, size: usize| (Id::new(domain::Uuid::from_u128(number)), size);
        let photos = [photo(1, 30 * MEGABYTE), photo(2, 10 * MEGABYTE), photo(3, 1)];
        assert_eq!(fitting(&photos).len(), 2);
        let album = Album { all: photos.to_vec(), new: vec![photos[2]], lacking: 0 };
        let check = |choice: &str, expected: usize| assert_eq!(album.chosen(choice).len(), expected, "{choice}");
        check(ALL, 2);
        check(NEW, 1);
        check("", 0);
        assert_eq!((album.suggestion(), Album::default().suggestion()), (NEW, ""));
    }
}
