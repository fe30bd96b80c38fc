//! Who signs a step: the person who opened the books, or a name that is typed where the books know nobody.

use domain::Id;
use domain::records::Staff;
use leptos::prelude::*;
use replica::command::Signatory;

use crate::context::{Desk, use_desk, use_keys, use_language};
use crate::widget::field::TextField;

/// The person of the staff who opened the books.
pub(super) fn me() -> Option<Id<Staff>> {
    let desk = use_desk();
    let staff = use_keys().open().and_then(|lock| lock.keyring.staff()).map(Id::new)?;
    untrack(|| desk.ask(|state| state.get(staff).map(|_| staff)))
}

/// A signature on its way.
#[derive(Clone, Copy)]
pub(super) struct Signature {
    desk: Desk,
    staff: Option<Id<Staff>>,
    name: RwSignal<String>,
}

impl Signature {
    pub(super) fn new() -> Self {
        Self { desk: use_desk(), staff: me(), name: RwSignal::new(String::new()) }
    }

    /// Who signs.
    pub(super) fn signatory(self) -> Signatory {
        Signatory { staff: self.staff, name: self.name.get_untracked().trim().to_owned() }
    }

    /// What they are called.
    pub(super) fn name(self) -> String {
        let Some(staff) = self.staff else { return self.name.get_untracked().trim().to_owned() };
        untrack(|| self.desk.ask(|state| state.get(staff).map(|person| person.name.clone()))).unwrap_or_default()
    }

    /// As a draft keeps it.
    pub(super) fn pages(self) -> Vec<(u16, Vec<String>)> {
        vec![(0, vec![self.name.get()])]
    }

    /// Puts back what a draft kept.
    pub(super) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        let typed = pages.into_iter().flat_map(|(_, texts)| texts).next();
        self.name.set(typed.unwrap_or_default());
    }
}

/// Who signs, to be read or to be typed.
#[component]
pub(super) fn SignatureField(
    /// The signature.
    signature: Signature,
    /// What the signatory is for this step.
    #[prop(into)]
    label: String,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    if signature.staff.is_none() {
        return view! { <TextField label value=signature.name error required=true/> }.into_any();
    }
    let wrong = move || error.get().map(|text| view! { <p class="field-error" role="alert">{text}</p> });
    view! {
        <div class="field">
            <p class="field-label">{label}</p>
            <p><b>{signature.name()}</b> " " <span class="subtitle">{language.ask_signed_as()}</span></p>
            {wrong}
        </div>
    }
    .into_any()
}
