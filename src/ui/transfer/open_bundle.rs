//! Opens a bundle that a person gave: the file, the passphrase it wants, and then its changes. What is in it is for
//! others to judge.

use std::sync::Arc;

use exchange::{Bundle, Key, KeyKind, PorterError, UnpackError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::Language;
use replica::GivenFile;

use super::words::{porter_sentence, unpack_sentence};
use super::work::{Work, part};
use crate::context::{Tablet, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{FileButton, TextField, TextKind};
use crate::widget::form::Form;
use crate::widget::list::{Banner, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::Stack;

/// Where the opening of a file stands.
#[derive(Clone)]
enum Step {
    /// No file yet.
    Asking,
    /// It wants a passphrase.
    Locked(Arc<GivenFile>),
    /// It is being looked at or opened.
    Opening,
}

/// The opening of a file.
#[derive(Clone, Copy)]
struct Course {
    tablet: Tablet,
    language: Language,
    step: RwSignal<Step, LocalStorage>,
    share: RwSignal<Option<f64>>,
    work: Work,
    error: RwSignal<Option<String>>,
    secret: RwSignal<String>,
    on_open: Callback<Bundle>,
}

impl Course {
    /// Looks which key a file wants, and asks for it or has it.
    fn take(self, given: GivenFile, identity: Option<String>) {
        self.error.set(None);
        self.secret.set(String::new());
        self.begin();
        let (porter, given) = (self.tablet.porter(), Arc::new(given));
        spawn_local(async move {
            let Some(kind) = self.work.done(porter.key_kind(&given.content)).await else { return };
            match (kind, identity) {
                (Err(failed), _) => self.ask_again(Some(failed)),
                (Ok(KeyKind::Passphrase), _) => self.step.set(Step::Locked(given)),
                (Ok(KeyKind::Identity), Some(identity)) => self.open(given, Key::Identity(identity)),
                (Ok(KeyKind::Identity), None) => {
                    self.ask_again(Some(PorterError::Refused(UnpackError::NotForThisTablet)));
                }
            }
        });
    }

    fn begin(self) {
        self.step.set(Step::Opening);
        self.share.set(None);
    }

    fn open(self, given: Arc<GivenFile>, key: Key) {
        self.begin();
        let porter = self.tablet.porter();
        spawn_local(async move {
            let follow = |progress| {
                self.share.try_set(Some(part(progress)));
            };
            let Some(opened) = self.work.done(porter.unpack(&given.content, key, &follow)).await else { return };
            match opened {
                Ok(bundle) => {
                    self.ask_again(None);
                    self.on_open.run(bundle);
                }
                Err(PorterError::Refused(UnpackError::WrongKey)) => {
                    self.error.set(Some(self.language.bundle_wrong_key().to_owned()));
                    self.step.set(Step::Locked(given));
                }
                Err(failed) => self.ask_again(Some(failed)),
            }
        });
    }

    fn cancel(self) {
        self.work.stop();
        self.ask_again(None);
    }

    fn ask_again(self, error: Option<PorterError<UnpackError>>) {
        self.error.set(error.map(|error| porter_sentence(self.language, error, unpack_sentence)));
        self.step.set(Step::Asking);
    }

    fn body(self) -> AnyView {
        let (language, error) = (self.language, self.error);
        match self.step.get() {
            Step::Asking => view! {
                {move || error.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
                <div class="button-row"><FileButton label=language.bundle_pick() accept=".age"/></div>
            }
            .into_any(),
            Step::Locked(given) => self.locked_body(given),
            Step::Opening => view! {
                <Progress label=language.bundle_opening() share=self.share cancel=language.cancel()
                    on_cancel=move || self.cancel()/>
            }
            .into_any(),
        }
    }

    fn locked_body(self, given: Arc<GivenFile>) -> AnyView {
        let (language, error, secret) = (self.language, self.error, self.secret);
        let name = language.bundle_named(&given.name);
        let submit = move || self.open(Arc::clone(&given), Key::Passphrase(secret.get_untracked()));
        view! {
            <Form label=language.bundle_open() wrong_title=language.form_wrong() on_submit=submit>
                <p>{name}</p>
                <TextField label=language.bundle_passphrase() value=secret error kind=TextKind::Secret required=true/>
                <div class="button-row">
                    <Button label=language.cancel() on_press=move || self.ask_again(None)/>
                    <Button label=language.bundle_open() kind=ButtonKind::Primary submit=true/>
                </div>
            </Form>
        }
        .into_any()
    }
}

/// Asks for a bundle, opens it, and hands it over.
#[component]
pub(crate) fn OpenBundle(
    /// The file; set to open one.
    file: RwSignal<Option<GivenFile>, LocalStorage>,
    /// This tablet's own key, if it has one.
    identity: StoredValue<Option<String>>,
    /// Takes what was in the bundle.
    #[prop(into)]
    on_open: Callback<Bundle>,
) -> impl IntoView {
    let course = Course {
        tablet: use_tablet(),
        language: use_language(),
        step: RwSignal::new_local(Step::Asking),
        share: RwSignal::new(None),
        work: Work::new(),
        error: RwSignal::new(None),
        secret: RwSignal::default(),
        on_open,
    };
    Effect::new(move |_| {
        if let Some(given) = file.get() {
            file.set(None);
            course.take(given, identity.get_value());
        }
    });
    view! { <Stack>{move || course.body()}</Stack> }
}
