//! Where visitors sign in on the guide's tablet: a large form for people who never saw the app, and one tap for what they
//! would like to learn. Nothing of the register is shown or searched here.

use domain::Id;
use domain::records::{Specialty, Tour, Visitor, VisitorField};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use replica::command::SignVisitor;
use replica::query::prosperity::tours;

use super::guide::short_name;
use crate::app::Missing;
use crate::context::{Desk, Draft, use_desk, use_language};
use crate::entry::{Controls, Entry, draft_of_entry, saver};
use crate::route::Tours;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::field::{Choice, ChoiceField};
use crate::widget::form::{Form, FormActions, FormSection, Wide};
use crate::widget::icon::{Icon, Picture};
use crate::widget::list::{Banner, Tone};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The page on which visitors sign in.
#[component]
pub(super) fn SignPage(id: Id<Tour>) -> impl IntoView {
    let desk = use_desk();
    let title = desk.memo(move |state| state.get(id).map(|tour| tour.title.clone()));
    // From where in the tour one came here.
    let at = use_location().query.with_untracked(|query| query.get("at")).and_then(|at| at.parse::<usize>().ok());
    let is_done = RwSignal::new(false);
    move || match (title.get(), is_done.get()) {
        (None, _) => view! { <Missing/> }.into_any(),
        (Some(_), true) => view! { <Thanks id at is_done/> }.into_any(),
        (Some(title), false) => view! { <Signing id at title is_done/> }.into_any(),
    }
}

/// The way back to where one was in the tour: its end, if not at a stop.
fn back_href(id: Id<Tour>, at: Option<usize>) -> String {
    let at = at.unwrap_or(usize::MAX);
    Tours::Guide(id).href_with(&format!("at={at}"))
}

#[component]
fn Signing(id: Id<Tour>, at: Option<usize>, title: String, is_done: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let entry = Entry::new(&Visitor { tour: Some(id), stop: begun_at(desk, id, at), ..Visitor::default() });
    let (draft, put_back) = draft_of_entry(format!("visitor/{id}"), entry);
    let leave = move || {
        is_done.try_set(true);
    };
    let save = saver(entry, draft, |visitor| SignVisitor { visitor }, leave);
    let afresh = move || {
        draft.start_afresh();
        put_back.run(());
    };
    let back = back_href(id, at);
    view! {
        <div class="sign">
            <Page kind=PageKind::Narrow>
                <PageHeader title=language.sign_in() subtitle=title back=back.clone() back_label=language.sign_back()/>
                <Form label=language.sign_in() wrong_title=language.form_wrong() error=entry.whole_error() on_submit=save>
                    <Restored draft afresh=Callback::from(afresh)/>
                    <Fields entry id/>
                    <FormActions>
                        <LinkButton label=language.sign_back() href=back kind=ButtonKind::Quiet/>
                        <Button label=language.sign_now() kind=ButtonKind::Primary icon=Icon::Check submit=true/>
                    </FormActions>
                </Form>
            </Page>
        </div>
    }
}

/// Somebody began before and was interrupted.
#[component]
fn Restored(draft: Draft, afresh: Callback<()>) -> impl IntoView {
    let language = use_language();
    let discard = move || view! { <Button label=language.draft_discard() kind=ButtonKind::Quiet on_press=afresh/> };
    move || {
        draft.restored.get().then(|| view! { <Banner tone=Tone::Info text=language.draft_restored() action=discard/> })
    }
}

/// The stop at which somebody wanted to learn: it impressed them.
fn begun_at(desk: Desk, id: Id<Tour>, at: Option<usize>) -> Option<Id<domain::records::Stop>> {
    let place = at?.checked_sub(1)?;
    untrack(|| desk.ask(|state| tours::stops(state, id).get(place).map(|(stop, _)| *stop)))
}

#[component]
fn Fields(entry: Entry<Visitor>, id: Id<Tour>) -> impl IntoView {
    let language = use_language();
    let (stops, specialties) = (stop_choices(id), specialty_choices());
    let error = move |field: VisitorField| entry.error(field);
    let stop = language.field(VisitorField::stop);
    let learn = language.sign_learn();
    view! {
        <FormSection title=language.sign_who()>
            {entry.needed(VisitorField::name)}
            {entry.field(VisitorField::organisation)}
            {entry.hinted(VisitorField::phone, language.sign_phone_hint())}
        </FormSection>
        <FormSection title=learn hint=language.sign_learn_hint()>
            <Wide><ChoiceField label=language.field(VisitorField::specialty) value=entry.one(VisitorField::specialty) options=specialties error=error(VisitorField::specialty) open=true/></Wide>
            {entry.field(VisitorField::subject)}
        </FormSection>
        <FormSection title=language.sign_word()>
            <Wide><ChoiceField label=stop value=entry.one(VisitorField::stop) options=stops error=error(VisitorField::stop) open=true/></Wide>
            {entry.field(VisitorField::words)}
        </FormSection>
    }
}

/// The stops as visitors know them.
fn stop_choices(id: Id<Tour>) -> Signal<Vec<Choice>> {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let choices = desk.memo(move |state| {
        let stops = tours::stops(state, id).into_iter();
        let choice =
            |(id, stop)| Choice::new(Id::to_string(&id), short_name(language, &tours::story(state, stop, today)));
        stops.map(choice).collect::<Vec<_>>()
    });
    choices.into()
}

/// The specialties in their order.
fn specialty_choices() -> Signal<Vec<Choice>> {
    let choices = use_desk().memo(|state| {
        let mut all: Vec<_> = state.all::<Specialty>().iter().collect();
        all.sort_by_key(|(id, one)| (one.position, *id));
        all.into_iter().map(|(id, one)| Choice::new(id.to_string(), one.name.clone())).collect::<Vec<_>>()
    });
    choices.into()
}

/// It is done; the next one can begin.
#[component]
fn Thanks(id: Id<Tour>, at: Option<usize>, is_done: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    view! {
        <div class="sign thanks" role="status">
            <span class="empty-picture"><Picture icon=Icon::Check/></span>
            <h1>{language.sign_thanks()}</h1>
            <div class="button-row">
                <LinkButton label=language.sign_back() href=back_href(id, at)/>
                <Button label=language.sign_next() kind=ButtonKind::Primary icon=Icon::People on_press=move || is_done.set(false)/>
            </div>
        </div>
    }
}
