//! Opens a bundle that a person gave: the file, the passphrase it wants, and then its changes. What is in it is for
//! others to judge.

use std::sync::Arc;

use exchange::{Bundle, Key, KeyKind, UnpackError, Unpacking, key_kind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use replica::GivenFile;

use super::words::unpack_sentence;
use crate::context::{Tablet, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{FileButton, TextField, TextKind};
use crate::widget::form::Form;
use crate::widget::list::{Banner, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::Stack;

/// So many pieces are opened between two breaths.
const PIECES: usize = 16;

/// Where the opening of a file stands.
#[derive(Clone)]
enum Step {
    /// No file yet.
    Asking,
    /// It wants a passphrase.
    Locked(Arc<GivenFile>),
    /// It is being opened.
    Opening,
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
    let (language, tablet) = (use_language(), use_tablet());
    let step = RwSignal::new_local(Step::Asking);
    let (share, is_cancelled) = (RwSignal::new(None::<f64>), RwSignal::new(false));
    let (error, secret) = (RwSignal::new(None::<String>), RwSignal::<String>::default());
    let open = move |given: Arc<GivenFile>, key: Key| {
        step.set(Step::Opening);
        share.set(None);
        is_cancelled.set(false);
        spawn_local(async move {
            let opened = unpack(tablet, &given.content, &key, share, is_cancelled).await;
            let next = match &opened {
                Err(UnpackError::WrongKey) => Step::Locked(given),
                _ => Step::Asking,
            };
            if step.try_set(next).is_some() {
                return;
            }
            match opened {
                Ok(Some(bundle)) => on_open.run(bundle),
                Ok(None) => {}
                Err(failed) => error.set(Some(unpack_sentence(language, failed).to_owned())),
            }
        });
    };
    Effect::new(move |_| {
        let Some(given) = file.get() else { return };
        file.set(None);
        error.set(None);
        secret.set(String::new());
        let given = Arc::new(given);
        match (key_kind(&given.content), identity.get_value()) {
            (Err(failed), _) => error.set(Some(unpack_sentence(language, failed).to_owned())),
            (Ok(KeyKind::Passphrase), _) => step.set(Step::Locked(given)),
            (Ok(KeyKind::Identity), Some(identity)) => open(given, Key::Identity(identity)),
            (Ok(KeyKind::Identity), None) => error.set(Some(language.bundle_not_for_this().to_owned())),
        }
    });
    let body = move || {
        match step.get() {
        Step::Asking => view! {
            {move || error.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
            <div class="button-row"><FileButton label=language.bundle_pick() accept=".age"/></div>
        }
        .into_any(),
        Step::Locked(given) => {
            let name = language.bundle_named(&given.name);
            let submit = move || open(Arc::clone(&given), Key::Passphrase(secret.get_untracked()));
            view! {
                <Form label=language.bundle_open() wrong_title=language.form_wrong() on_submit=submit>
                    <p>{name}</p>
                    <TextField label=language.bundle_passphrase() value=secret error kind=TextKind::Secret required=true/>
                    <div class="button-row">
                        <Button label=language.cancel() on_press=move || { error.set(None); step.set(Step::Asking); }/>
                        <Button label=language.bundle_open() kind=ButtonKind::Primary submit=true/>
                    </div>
                </Form>
            }
            .into_any()
        }
        Step::Opening => view! {
            <Progress label=language.bundle_opening() share cancel=language.cancel() on_cancel=move || is_cancelled.set(true)/>
        }
        .into_any(),
    }
    };
    view! { <Stack>{body}</Stack> }
}

/// Opens a bundle in pieces; nothing when it was cancelled.
async fn unpack(
    tablet: Tablet,
    bytes: &[u8],
    key: &Key,
    share: RwSignal<Option<f64>>,
    is_cancelled: RwSignal<bool>,
) -> Result<Option<Bundle>, UnpackError> {
    let device = tablet.device();
    device.breathe().await;
    let mut unpacking = Unpacking::begin(bytes, key)?;
    let mut pieces = 0_usize;
    while unpacking.step()? {
        pieces += 1;
        if pieces.is_multiple_of(PIECES) {
            let progress = unpacking.progress();
            share.try_set(Some(progress.done as f64 / progress.all.max(1) as f64));
            device.breathe().await;
        }
        if is_cancelled.try_get_untracked().unwrap_or(true) {
            return Ok(None);
        }
    }
    unpacking.finish().map(Some)
}
