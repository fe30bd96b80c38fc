//! On what terms a loan is asked for, and the plan that follows from them.

use domain::fund::{Terms, schedule};
use domain::records::{Request, RequestField};
use domain::value::Fen;
use domain::{Date, entry as read};
use leptos::prelude::*;
use locales::{Language, numbers};

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::widget::form::{FormSection, Wide};

/// Months, instalments, interest and fee.
#[component]
pub(super) fn TermsSection(entry: Entry<Request>, request: Memo<Request>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let rate = entry.one(RequestField::rate);
    let percent = Signal::derive(move || {
        let typed = read::count(&rate.get(), 0, 100_000).ok();
        Some(typed.map_or_else(|| language.ask_rate_hint().to_owned(), |rate| language.ask_rate_is(&percent_of(rate))))
    });
    let plan = move || request.with(|request| plan(language, request, today));
    view! {
        <FormSection title=language.ask_section_terms()>
            {entry.needed(RequestField::months)}
            {entry.needed(RequestField::instalments)}
            {entry.told(RequestField::rate, percent)}
            {entry.hinted(RequestField::fee, language.ask_fee_hint())}
            <Wide><p class="subtitle" role="status">{plan}</p></Wide>
        </FormSection>
    }
}

/// Hundredths of a percent as a percentage: 360 is 3.6.
pub(in crate::requests) fn percent_of(rate: u32) -> String {
    let text = format!("{}.{:02}", rate / 100, rate % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The plan in a sentence, once there is enough to make one.
fn plan(language: Language, request: &Request, today: Date) -> Option<String> {
    let is_whole = request.amount.0 > 0 && (1..=120).contains(&request.months) && request.instalments > 0;
    let terms = Terms {
        principal: request.amount,
        lent_on: today,
        months: request.months,
        instalments: request.instalments,
        rate: request.rate,
        fee: request.fee,
    };
    let plan = if is_whole { schedule(terms) } else { vec![] };
    let (first, last) = (plan.first()?, plan.last()?);
    let money = |fen: Fen| numbers::money(language, fen);
    let due = |one: &domain::fund::Due| (language.date(one.on), money(Fen(one.principal.0 + one.charge.0)));
    let ((first_day, first), (last_day, last)) = (due(first), due(last));
    let said = match plan.len() {
        1 => language.ask_plan_one(&first_day, &first),
        count => language.ask_plan(&numbers::size(count), &first_day, &first, &last_day, &last),
    };
    let charges = Fen(plan.iter().map(|one| one.charge.0).sum());
    let charges = if charges.0 > 0 { language.ask_plan_charges(&money(charges)) } else { String::new() };
    Some([language.ask_plan_if_today(), &said, &charges].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interest_is_said_in_percent() {
        for (rate, text) in [(0, "0"), (360, "3.6"), (435, "4.35"), (600, "6"), (1000, "10"), (5, "0.05")] {
            assert_eq!(percent_of(rate), text);
        }
    }

    #[test]
    fn a_plan_is_said_once_it_can_be_made() {
        let today = Date::from_ordinal_date(2026, 1).expect("a day");
        let said = |request: &Request| plan(Language::En, request, today);
        let request = Request { amount: Fen(90_000), months: 12, instalments: 3, rate: 0, ..Request::default() };
        let expected = "If it were lent today: 3 instalments: ¥300 on 1 May 2026, the last ¥300 on 1 Jan 2027.";
        assert_eq!(said(&request).as_deref(), Some(expected));
        let once = Request { instalments: 1, fee: Fen(500), ..request.clone() };
        let expected = "If it were lent today: Paid back at once on 1 Jan 2027: ¥905. Interest and fee: ¥5 in all.";
        assert_eq!(said(&once).as_deref(), Some(expected));
        assert_eq!(said(&Request { instalments: 0, ..request }), None);
    }
}
