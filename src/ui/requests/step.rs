//! Takes a step of a request: on which day, who signs, and what was found or why. Paying has a form of its own.

use domain::Id;
use domain::records::{Request, RequestField, RequestKind, RequestStep};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::AdvanceRequest;
use replica::query::cases;

use super::row::what;
use super::signature::{Signature, SignatureField};
use crate::context::{Pages, use_desk, use_language};
use crate::entry::{Controls, Entry, RecordForm, draft_of, with_record};
use crate::route::{Requests, use_go};
use crate::widget::form::{FormSection, Wide};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The form's page.
pub(super) fn page(id: Id<Request>, step: RequestStep) -> AnyView {
    with_record(id, move |request| view! { <StepForm id step request/> }.into_any())
}

/// A step on its way.
#[derive(Clone, Copy)]
struct Taking {
    entry: Entry<Request>,
    signature: Signature,
}

impl Taking {
    fn pages(self) -> Pages {
        vec![self.entry.pages(), self.signature.pages()]
    }

    fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        self.entry.restore(pages.next().unwrap_or_default());
        self.signature.restore(pages.next().unwrap_or_default());
        self.entry.show(vec![]);
    }

    fn command(self, id: Id<Request>, step: RequestStep, today: domain::Date) -> Option<AdvanceRequest> {
        let read = self.entry.read()?;
        let note = match step {
            RequestStep::Review => read.review,
            RequestStep::Verify => read.verification,
            _ => read.answer,
        };
        let on = read.answered_on.unwrap_or(today);
        Some(AdvanceRequest { id, step, by: self.signature.signatory(), on, note })
    }
}

#[component]
fn StepForm(id: Id<Request>, step: RequestStep, request: Request) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let today = desk.today();
    let entry = Entry::new(&Request { answered_on: Some(today), ..Request::default() });
    let taking = Taking { entry, signature: Signature::new() };
    let key = format!("request/{id}/step/{}", domain::Choice::number(step));
    let draft = draft_of(key, move || taking.pages(), move |pages| taking.restore(pages));
    let save = move || {
        let (Some(command), go) = (taking.command(id, step, today), go.clone()) else { return };
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.0.close();
                go(Requests::Request(id).into());
            }
            Err(problems) => entry.show(problems),
        });
    };
    let household = untrack(|| desk.ask(|state| cases::name_of(state, request.case)));
    let word = language.of(step);
    let title = language.ask_step_of(word, &household);
    let back = Requests::Request(id).href();
    let about = about(language, &request, &household);
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() subtitle=about back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save save_label=word>
                <StepFields step taking/>
            </RecordForm>
        </Page>
    }
}

/// What the step is about, in a line.
pub(super) fn about(language: Language, request: &Request, household: &str) -> String {
    let amount = numbers::money(language, request.amount);
    match request.kind {
        Some(RequestKind::WriteOff) => language.ask_writes_off(&amount, household),
        _ => language.ask_pays(&amount, household, &what(language, request)),
    }
}

#[component]
fn StepFields(step: RequestStep, taking: Taking) -> impl IntoView {
    let language = use_language();
    let Taking { entry, signature } = taking;
    let signed = signed(step);
    let note = match step {
        RequestStep::Review => Some(entry.field(RequestField::review)),
        RequestStep::Verify => Some(entry.needed(RequestField::verification)),
        RequestStep::Refuse | RequestStep::Return => Some(entry.needed(RequestField::answer)),
        _ => None,
    };
    // Whoever is refused as the second person reads it where they signed.
    let (first, second) = (entry.error(signed), entry.error(RequestField::seconded_by));
    let error = Signal::derive(move || first.get().or_else(|| second.get()));
    view! {
        <FormSection title=language.of(step) hint=hint(language, step)>
            {note.map(|note| view! { <Wide>{note}</Wide> })}
            <DayField entry/>
            <SignatureField signature label=language.field(signed) error/>
            <Others entry step/>
        </FormSection>
    }
}

/// The day, under a name that fits every step.
#[component]
fn DayField(entry: Entry<Request>) -> impl IntoView {
    use crate::widget::field::DateField;
    let (value, error) = (entry.one(RequestField::answered_on), entry.error(RequestField::answered_on));
    view! { <DateField label=use_language().ask_step_day() value error required=true/> }
}

/// What is wrong with the request itself and has no field on this form.
#[component]
fn Others(entry: Entry<Request>, step: RequestStep) -> impl IntoView {
    let language = use_language();
    let fields = [
        RequestField::case,
        RequestField::kind,
        RequestField::purpose,
        RequestField::amount,
        RequestField::grounds,
        RequestField::need,
        RequestField::months,
        RequestField::instalments,
        RequestField::rate,
        RequestField::fee,
        RequestField::loan,
    ];
    let errors = fields.map(|field| (language.field(field), entry.error(field)));
    let is_checked = matches!(step, RequestStep::Submit | RequestStep::Approve);
    let line = move |(name, error): (String, Signal<Option<String>>)| {
        move || error.get().map(|text| view! { <p class="field-error">{language.named_fault(&name, &text)}</p> })
    };
    is_checked.then(|| view! { <Wide><div role="alert">{errors.map(line).into_iter().collect_view()}</div></Wide> })
}

/// The field that holds who took a step.
pub(super) const fn signed(step: RequestStep) -> RequestField {
    match step {
        RequestStep::Submit => RequestField::submitted_by,
        RequestStep::Review => RequestField::reviewed_by,
        RequestStep::Approve => RequestField::approved_by,
        RequestStep::Pay => RequestField::paid_by,
        RequestStep::Verify => RequestField::verified_by,
        _ => RequestField::answered_by,
    }
}

/// What the step means.
const fn hint(language: Language, step: RequestStep) -> &'static str {
    match step {
        RequestStep::Submit => language.ask_hint_submit(),
        RequestStep::Review => language.ask_hint_review(),
        RequestStep::Approve => language.ask_hint_approve(),
        RequestStep::Verify => language.ask_hint_verify(),
        RequestStep::Refuse => language.ask_hint_refuse(),
        _ => language.ask_hint_return(),
    }
}
