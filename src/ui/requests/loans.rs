//! The fund's loans: what is owed, what comes next, what came in.

use domain::Date;
use leptos::prelude::*;
use locales::Language;
use replica::query::fund::{InstalmentLine, LoanLine};

use crate::widget::list::{Tag, Tone};

pub(super) mod defer;
pub(super) mod list;
pub(super) mod page;
pub(super) mod repay;

/// The instalment that is to be paid next.
pub(super) fn next_of(loan: &LoanLine) -> Option<InstalmentLine> {
    loan.instalments.iter().find(|one| one.left().0 > 0).copied().filter(|_| loan.owed.0 > 0)
}

/// For how many days a loan is late; 0 when it is not.
pub(super) fn days_late(loan: &LoanLine, today: Date) -> i64 {
    let due = next_of(loan).and_then(|one| one.due_on);
    due.map_or(0, |due| (today - due).whole_days().max(0))
}

/// How a loan stands.
pub(super) fn standing(language: Language, loan: &LoanLine, today: Date) -> (String, Tone) {
    match days_late(loan, today) {
        _ if loan.owed.0 <= 0 && loan.written_off.0 > 0 => (language.loan_written_off().to_owned(), Tone::Plain),
        _ if loan.owed.0 <= 0 => (language.loan_settled().to_owned(), Tone::Good),
        0 => (language.loan_on_time().to_owned(), Tone::Info),
        days => (language.loan_late_days(days), Tone::Bad),
    }
}

pub(super) fn standing_tag(language: Language, loan: &LoanLine, today: Date) -> impl IntoView + use<> {
    let (text, tone) = standing(language, loan, today);
    view! { <Tag text tone/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Id;
    use domain::value::Fen;

    #[test]
    fn a_loan_says_how_it_stands() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).expect("a day");
        let instalment = |left| InstalmentLine {
            id: Id::new(domain::Uuid::nil()),
            number: 1,
            due_on: Some(day(100)),
            principal: Fen(100),
            charge: Fen(0),
            principal_left: Fen(left),
            charge_left: Fen(0),
        };
        let loan = |owed, written_off| LoanLine {
            id: Id::new(domain::Uuid::nil()),
            case: None,
            name: String::new(),
            principal: Fen(100),
            lent_on: None,
            owed: Fen(owed),
            repaid: Fen(0),
            written_off: Fen(written_off),
            charges_paid: Fen(0),
            instalments: vec![instalment(owed)],
        };
        let check = |loan: &LoanLine, today, text: &str, tone| {
            let said = standing(Language::En, loan, day(today));
            assert_eq!((said.0.as_str(), said.1), (text, tone));
        };
        check(&loan(100, 0), 100, "on time", Tone::Info);
        check(&loan(100, 0), 103, "3 days late", Tone::Bad);
        check(&loan(0, 0), 103, "settled", Tone::Good);
        check(&loan(0, 50), 103, "written off", Tone::Plain);
    }
}
