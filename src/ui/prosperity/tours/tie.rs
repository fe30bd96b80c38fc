//! Which member of the register a visitor is: found by the office, so that the wish to learn is kept where courses are
//! filled from.

use domain::Id;
use domain::records::{Visitor, VisitorField};
use leptos::prelude::*;
use replica::command::TieVisitor;
use replica::query::prosperity::tours::wish_of;

use super::words;
use crate::app::Missing;
use crate::context::{Pages, keep_draft, use_desk, use_language};
use crate::entry::{Entry, PersonPick, RecordForm};
use crate::prosperity::tabs::FactList;
use crate::route::{Tours, use_go};
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
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&visitor);
    let untouched = StoredValue::new(untrack(|| entry.pages()));
    let restore = move |pages: Pages| pages.into_iter().for_each(|page| entry.restore(page));
    let draft = keep_draft(desk, format!("visitor/tie/{id}"), move || vec![entry.pages()], restore);
    let place = visitor.tour.map_or(Tours::List, Tours::Tour);
    let save = move || {
        let (Some(typed), go) = (entry.read(), go.clone()) else { return };
        desk.save(TieVisitor { id, member: typed.member }, move |result| match result {
            Ok(()) => {
                draft.close();
                go(place.into());
            }
            Err(problems) => entry.show(problems),
        });
    };
    let title = words::joined([visitor.name.clone(), visitor.organisation.clone()]);
    let facts = vec![
        (language.sign_learn().to_owned(), wish),
        (language.field(VisitorField::phone), visitor.phone.clone()),
        (language.field(VisitorField::words), visitor.words.clone()),
    ];
    let (label, error) = (language.field(VisitorField::member), entry.error(VisitorField::member));
    let afresh = move || entry.restore(untouched.get_value());
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title subtitle=language.find_member() back=place.href() back_label=language.back()/>
            <Card title=language.visitors_card()><Pad><FactList facts/></Pad></Card>
            <RecordForm label=language.find_member() draft error=entry.whole_error() back=place.href() on_afresh=afresh on_save=save>
                <FormSection title=language.find_member() hint=language.find_member_next()>
                    <Wide><PersonPick label value=entry.one(VisitorField::member) error required=true/></Wide>
                </FormSection>
            </RecordForm>
        </Page>
    }
}
