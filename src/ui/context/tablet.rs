//! The tablet: preferences, update, print, and which books are open. A thin handle on the ports that `main` hands in.

use std::rc::Rc;

use exchange::Porter;
use leptos::prelude::*;
use replica::{Access, Books, Device, GivenFile, Picture, PictureError, World};

/// A handle to the tablet.
#[derive(Clone, Copy)]
pub(crate) struct Tablet {
    device: StoredValue<Rc<dyn Device>, LocalStorage>,
    world: StoredValue<Rc<dyn World>, LocalStorage>,
    porter: StoredValue<Rc<dyn Porter>, LocalStorage>,
    /// Which books shall be open; the app opens them.
    pub(crate) books: RwSignal<Books>,
    /// Whether a new version of the app lies ready.
    pub(crate) update_ready: RwSignal<bool>,
    /// Whether there is a network.
    pub(crate) is_online: RwSignal<bool>,
    /// Whether the second copy takes what is saved.
    pub(crate) is_copied: RwSignal<bool>,
    /// Whether the second copy was found to hold more than the books.
    pub(crate) copy_has_more: RwSignal<bool>,
    /// The file last given to the app and not yet looked at.
    pub(crate) given: RwSignal<Option<Result<GivenFile, GivenError>>>,
    /// Pictures that are ready and not yet taken, each with the name of the field that it was given in.
    pub(crate) pictures: RwSignal<Vec<(String, Result<Picture, PictureError>)>>,
    /// For each picture that is being made ready, the name of its field.
    pub(crate) preparing: RwSignal<Vec<String>>,
    /// Whether this tab may write the books that are asked for.
    pub(crate) access: RwSignal<Access>,
    /// How often another tab was heard to have written.
    pub(crate) appended: RwSignal<u32>,
}

/// Why a given file cannot be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenError {
    /// It is larger than anything that this app makes.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

impl Tablet {
    pub(crate) fn device(self) -> Rc<dyn Device> {
        self.device.get_value()
    }

    pub(crate) fn world(self) -> Rc<dyn World> {
        self.world.get_value()
    }

    /// Who does the heavy work with what goes out and comes in.
    pub(crate) fn porter(self) -> Rc<dyn Porter> {
        self.porter.get_value()
    }

    /// Pictures were given in that field, and are being made ready.
    pub(crate) fn pictures_given(self, field: &str, count: usize) {
        self.preparing.try_update(|names| names.extend(std::iter::repeat_n(field.to_owned(), count)));
    }

    /// One of them is ready, or is none.
    pub(crate) fn picture_ready(self, field: String, picture: Result<Picture, PictureError>) {
        self.preparing.try_update(|names| {
            if let Some(at) = names.iter().position(|name| *name == field) {
                names.remove(at);
            }
        });
        self.pictures.try_update(|given| given.push((field, picture)));
    }

    /// Another tab has written.
    pub(crate) fn heard_of_changes(self) {
        self.appended.try_update(|count| *count += 1);
    }
}

/// Provides the tablet, once, at the root.
pub(crate) fn provide_tablet(
    device: Rc<dyn Device>,
    world: Rc<dyn World>,
    porter: Rc<dyn Porter>,
    books: Books,
) -> Tablet {
    let tablet = Tablet {
        device: StoredValue::new_local(device),
        world: StoredValue::new_local(world),
        porter: StoredValue::new_local(porter),
        books: RwSignal::new(books),
        update_ready: RwSignal::new(false),
        is_online: RwSignal::new(true),
        is_copied: RwSignal::new(true),
        copy_has_more: RwSignal::new(false),
        given: RwSignal::new(None),
        pictures: RwSignal::new(Vec::new()),
        preparing: RwSignal::new(Vec::new()),
        access: RwSignal::new(Access::Follower),
        appended: RwSignal::new(0),
    };
    provide_context(tablet);
    tablet
}

/// The tablet.
#[expect(clippy::expect_used, reason = "the root provides it before any page is made")]
pub(crate) fn use_tablet() -> Tablet {
    use_context().expect("the root provides the tablet")
}
