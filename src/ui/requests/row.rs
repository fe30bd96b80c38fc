//! A request as a row: in a case file, on the page of the day. What it is for may speak of an illness; why it is asked
//! for is read on its own page alone.

use domain::records::{AccountKind, EntryField, Request, RequestKind, RequestState};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{MoneyMove, MoveKind, RequestLine};

use crate::context::use_language;
use crate::route::Requests;
use crate::values::dotted;
use crate::widget::list::{Row, Tag, Tone};

/// Where a request stands.
pub(super) fn state_tag(state: Option<RequestState>) -> impl IntoView {
    let state = state.unwrap_or(RequestState::Drafted);
    view! { <Tag text=use_language().of(state) tone=state_tone(state)/> }
}

fn state_tone(state: RequestState) -> Tone {
    match state {
        RequestState::Submitted | RequestState::Reviewed | RequestState::Approved => Tone::Info,
        RequestState::Paid | RequestState::Returned => Tone::Warn,
        RequestState::Verified => Tone::Good,
        RequestState::Refused => Tone::Bad,
        _ => Tone::Plain,
    }
}

/// What a request is for, in a word or two.
pub(super) fn what(language: Language, request: &Request) -> String {
    match (request.kind, request.purpose) {
        (Some(RequestKind::WriteOff), _) | (_, None) => language.maybe(request.kind).to_owned(),
        (kind, purpose) => dotted([language.maybe(purpose).to_owned(), language.maybe(kind).to_owned()]),
    }
}

/// What an account is called: by its own name, or else by its kind.
pub(super) fn account_name(language: Language, kind: Option<AccountKind>, name: &str) -> String {
    if name.is_empty() { language.maybe(kind).to_owned() } else { name.to_owned() }
}

/// One request, by its household; or by what it is for, where the household is known.
pub(super) fn row(language: Language, line: RequestLine, is_household_known: bool) -> impl IntoView {
    let RequestLine { id, name, village, request, .. } = line;
    let state = request.state;
    let day = request.drafted_on.map(|day| language.date(day)).unwrap_or_default();
    let amount = numbers::money(language, request.amount);
    let title =
        if is_household_known { dotted([what(language, &request), amount.clone()]) } else { dotted([name, village]) };
    let why = if is_household_known { day } else { dotted([what(language, &request), amount]) };
    view! { <Row title href=Requests::Request(id).href() tags=move || state_tag(state) why/> }
}

/// One posting of a loan or of a household.
pub(super) fn movement_row(language: Language, one: MoneyMove) -> impl IntoView {
    let (what, tone) = match one.what {
        MoveKind::Lent => (language.loan_lent_out(), Tone::Info),
        MoveKind::Granted => (language.ask_case_gets(), Tone::Good),
        MoveKind::Principal => (language.loan_took_principal(), Tone::Plain),
        MoveKind::Charge => (language.loan_took_interest(), Tone::Plain),
        MoveKind::WrittenOff => (language.loan_written_off(), Tone::Warn),
    };
    let title = dotted([language.date(one.on), numbers::money(language, one.amount)]);
    let number = one.entry.voucher;
    let voucher = if number.is_empty() { number } else { format!("{} {number}", language.field(EntryField::voucher)) };
    let stands = one.stands;
    let tags = move || {
        let reversed = (!stands).then(|| view! { <Tag text=language.ask_reversed() tone=Tone::Bad/> });
        view! { <Tag text=what tone/> {reversed} }
    };
    view! { <Row title tags why=dotted([voucher, one.entry.posted_by])/> }
}
