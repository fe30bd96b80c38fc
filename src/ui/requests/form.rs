//! The form of a request: for whom, what, how much and why; of a loan also how it is paid back. What the ceilings leave
//! is shown while one types.

use domain::Id;
use domain::records::{
    Case, Emergency, Loan, Need, NeedKind, Purpose, Request, RequestField, RequestKind, RequestState,
};
use domain::value::Fen;
use leptos::prelude::*;
use replica::State;
use replica::command::{Command, RequestRelief, SaveRequest};
use replica::query::{cases, fund};

use crate::app::Missing;
use crate::context::{use_desk, use_language};
use crate::entry::{Entry, RecordForm, draft_of_entry, remove_button, with_record};
use crate::route::{Casework, Origin, Requests, Route, use_go};
use crate::widget::page::{Page, PageHeader, PageKind};

mod fields;
mod terms;

pub(super) use terms::percent_of;

/// The form of a new request.
pub(super) fn new_page(origin: Origin) -> AnyView {
    let begun = untrack(|| use_desk().ask(|state| begin(state, origin)));
    match begun {
        Some(request) => view! { <RequestForm id=None origin request/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// The form of a draft.
pub(super) fn page(id: Id<Request>) -> AnyView {
    with_record(id, move |request| view! { <RequestForm id=Some(id) origin=Origin::Nothing request/> }.into_any())
}

/// What a new request begins with; nothing when that is gone.
fn begin(state: &State, origin: Origin) -> Option<Request> {
    Some(match origin {
        Origin::Nothing => Request::default(),
        Origin::Case(case) => of_case(state, case)?,
        Origin::Need(id) => of_need(state, id)?,
        Origin::Emergency(id) => of_emergency(state, id)?,
        Origin::WriteOff(id) => of_loan(state, id)?,
    })
}

fn of_case(state: &State, case: Id<Case>) -> Option<Request> {
    state.get(case).map(|_| Request { case: Some(case), ..Request::default() })
}

fn of_need(state: &State, id: Id<Need>) -> Option<Request> {
    let need = state.get(id)?;
    let purpose = match need.kind {
        Some(NeedKind::Medical) => Some(Purpose::Illness),
        Some(NeedKind::Schooling) => Some(Purpose::Schooling),
        Some(NeedKind::Employment | NeedKind::StartUp) => Some(Purpose::StartUp),
        _ => None,
    };
    Some(Request { case: need.case, need: Some(id), purpose, ..Request::default() })
}

fn of_emergency(state: &State, id: Id<Emergency>) -> Option<Request> {
    let case = state.get(id)?.case;
    let (kind, purpose) = (Some(RequestKind::Grant), Some(Purpose::Emergency));
    Some(Request { case, kind, purpose, ..Request::default() })
}

fn of_loan(state: &State, id: Id<Loan>) -> Option<Request> {
    let (case, amount) = (state.get(id)?.case, fund::loan(state, id)?.owed);
    Some(Request { case, kind: Some(RequestKind::WriteOff), amount, loan: Some(id), ..Request::default() })
}

#[component]
fn RequestForm(id: Option<Id<Request>>, origin: Origin, request: Request) -> impl IntoView {
    let (desk, language, go) = (use_desk(), use_language(), use_go());
    let entry = Entry::new(&request);
    let key = id.map_or_else(|| format!("request{}", Requests::New(origin).href()), |id| format!("request/{id}"));
    let draft = draft_of_entry(key, entry);
    let is_draft = matches!(request.state, None | Some(RequestState::Drafted | RequestState::Returned));
    let leave = {
        let go = go.clone();
        move |found: Option<Id<Request>>| go(found.map_or(Requests::List, Requests::Request).into())
    };
    let save = move || {
        let (Some(read), leave) = (entry.read(), leave.clone()) else { return };
        let sought = read.clone();
        desk.save_any(
            command(id, origin, asked(read)),
            Box::new(move |result| match result {
                Ok(()) => {
                    draft.0.close();
                    leave(id.or_else(|| untrack(|| desk.ask(|state| newest(state, &sought)))));
                }
                Err(problems) => entry.show(problems),
            }),
        );
    };
    let household = untrack(|| desk.ask(|state| cases::name_of(state, request.case)));
    let title = match (id, household.is_empty()) {
        (Some(_), _) => language.ask_revise().to_owned(),
        (None, true) => language.ask_new().to_owned(),
        (None, false) => language.ask_new_for(&household),
    };
    let gone = move || go(Requests::List.into());
    let question = language.ask_remove_question().to_owned();
    let after = id.filter(|_| is_draft).map(|id| remove_button(id, language.ask_remove().to_owned(), question, gone));
    let back = back_to(id, origin, request.case).href();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=title.clone() back=back.clone() back_label=language.back()/>
            <RecordForm label=title draft=draft.0 error=entry.whole_error() back on_afresh=draft.1 on_save=save>
                <fields::Sections id entry/>
            </RecordForm>
            {after}
        </Page>
    }
}

/// Where "cancel" leads.
fn back_to(id: Option<Id<Request>>, origin: Origin, case: Option<Id<Case>>) -> Route {
    match (id, origin, case) {
        (Some(id), ..) => Requests::Request(id).into(),
        (None, Origin::Emergency(emergency), _) => Casework::Emergency(emergency).into(),
        (None, Origin::WriteOff(loan), _) => Requests::Loan(loan).into(),
        (None, Origin::Case(_) | Origin::Need(_), Some(case)) => Route::Case(case),
        _ => Requests::List.into(),
    }
}

/// What is asked for, without what belongs to another kind of request.
fn asked(request: Request) -> Request {
    let is_loan = request.kind == Some(RequestKind::Loan);
    let request = match is_loan {
        true => request,
        false => Request { months: 0, instalments: 0, rate: 0, fee: Fen(0), ..request },
    };
    match request.kind {
        Some(RequestKind::WriteOff) => Request { purpose: None, need: None, ..request },
        _ => Request { loan: None, ..request },
    }
}

fn command(id: Option<Id<Request>>, origin: Origin, request: Request) -> Box<dyn Command> {
    match (id, origin) {
        (None, Origin::Emergency(emergency)) => Box::new(RequestRelief { emergency, request }),
        _ => Box::new(SaveRequest { id, request }),
    }
}

/// The newest draft for that household.
fn newest(state: &State, sought: &Request) -> Option<Id<Request>> {
    let of_case = state.all::<Request>().iter().filter(|(_, one)| one.case == sought.case);
    of_case.filter(|(_, one)| one.state == Some(RequestState::Drafted)).map(|(id, _)| id).max()
}

/// What is typed, as far as it can be read.
fn typed(entry: Entry<Request>, before: &Request) -> Request {
    use domain::Choice as _;
    let text = |field: RequestField| entry.one(field).get();
    let count = |field: RequestField| domain::entry::count(&text(field), 0, 1_000_000).unwrap_or(0);
    let money = |field: RequestField| domain::entry::money(&text(field)).unwrap_or(Fen(0));
    Request {
        case: text(RequestField::case).parse().ok(),
        kind: text(RequestField::kind).parse().ok().and_then(RequestKind::from_number),
        purpose: text(RequestField::purpose).parse().ok().and_then(Purpose::from_number),
        amount: money(RequestField::amount),
        months: count(RequestField::months),
        instalments: count(RequestField::instalments),
        rate: count(RequestField::rate),
        fee: money(RequestField::fee),
        ..before.clone()
    }
}
