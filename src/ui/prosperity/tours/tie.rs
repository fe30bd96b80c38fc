//! Which member of the register a visitor is: found by the office, so that the wish to learn is kept where courses are
//! filled from.

use domain::Id;
use domain::records::{Visitor, VisitorField};
use leptos::prelude::*;
use replica::command::TieVisitor;
use replica::query::prosperity::tours::wish_of;

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Entry, PersonPick, RecordForm, draft_of_entry, saver};
use crate::prosperity::tabs::FactList;
use crate::route::{Tours, use_go};
use crate::values::dotted;
use crate::widget::form::{FormSection, Wide};
use crate::widget::list::{Card, Pad};
use crate::widget::page::{Page, PageHeader, PageKind};

/// The page of a visitor who wants to learn.
#[component]
pub(super) fn VisitorPage(id: Id<Visitor>) -> impl IntoView {
    let desk = use_desk();
    let found = untrack(|| desk.ask(|state| state.get(id).map(|visitor| (visitor.clone(), wish_of(state, visitor)))));
    match found {
        Some((visitor, wish)) => view! { <Shown id visitor wish/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Shown(id: Id<Visitor>, visitor: Visitor, wish: String) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let entry = Entry::new(&visitor);
    let draft = draft_of_entry(format!("visitor/tie/{id}"), entry);
    let place = visitor.tour.map_or(Tours::List, Tours::Tour);
    let command = move |typed: Visitor| TieVisitor { id, member: typed.member };
    let save = saver(entry, draft.0, command, move || go(place.into()));
    let title = dotted([visitor.name.clone(), visitor.organisation.clone()]);
    let facts = vec![
        (language.sign_learn().to_owned(), wish),
        (language.field(VisitorField::phone), visitor.phone.clone()),
        (language.field(VisitorField::words), visitor.words.clone()),
    ];
    let (label, error) = (language.field(VisitorField::member), entry.error(VisitorField::member));
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title subtitle=language.find_member() back=place.href() back_label=language.back()/>
            <Card title=language.visitors_card()><Pad><FactList facts/></Pad></Card>
            <RecordForm label=language.find_member() draft=draft.0 error=entry.whole_error() back=place.href() on_afresh=draft.1 on_save=save>
                <FormSection title=language.find_member() hint=language.find_member_next()>
                    <Wide><PersonPick label value=entry.one(VisitorField::member) error required=true/></Wide>
                </FormSection>
            </RecordForm>
        </Page>
    }
}
