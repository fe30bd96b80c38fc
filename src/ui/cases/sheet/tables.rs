//! The parts of the sheet, each a table with its heading. A cell of which nothing is known is left blank, to be written by
//! hand.

use domain::identity::{IdNumber, age};
use domain::records::{CaseField, IncomeField, Member, MemberField, NeedField, PairingField, VisitField};
use domain::{Date, FieldRef};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::incomes::IncomeLine;

use super::Cover;
use super::facts::Known;
use crate::context::{use_desk, use_language};
use crate::past;
use crate::values::{is_about_illness, is_from_illness};

/// What stands in the place of a digit.
const DOT: char = '\u{2022}';

/// Who and where, and why it is poor.
pub(super) fn household(known: &Known, cover: Cover) -> impl IntoView + use<> {
    let language = use_language();
    let file = &known.file;
    let place = &known.place;
    let address = [&*place.county, &place.township, &place.village, &file.group].concat();
    let others: Vec<&str> = file.other_causes.iter().map(|cause| language.of(*cause)).collect();
    let is_private = is_from_illness(file.main_cause.into_iter().chain(file.other_causes.iter().copied()));
    let situation = if is_private { cover.of(file.situation.clone()) } else { file.situation.clone() };
    let stage = [language.maybe(file.stage).to_owned(), day(language, file.stage_since)];
    let party = known.members.iter().filter(|one| one.party_joined_on.is_some() || !one.party_branch.is_empty());
    let line = known.incomes.first().and_then(|one| one.line.as_ref());
    let line = line.map(|line| format!("{} · {}", line.year, numbers::money(language, line.amount)));
    let name = |field: CaseField| language.field(field);
    let pairs = [
        [(language.paper_head().to_owned(), known.name.clone()), (name(CaseField::phone), file.phone.clone())],
        [
            (language.paper_persons().to_owned(), numbers::size(known.members.len())),
            (language.paper_members_of_party().to_owned(), numbers::size(party.count())),
        ],
        [
            (name(CaseField::household_kind), language.maybe(file.household_kind).to_owned()),
            (name(CaseField::stage), join(&stage)),
        ],
        [
            (name(CaseField::main_cause), language.maybe(file.main_cause).to_owned()),
            (name(CaseField::other_causes), others.join(" · ")),
        ],
        [
            (name(CaseField::industry), file.industry.clone()),
            (name(CaseField::surveyed_on), day(language, file.surveyed_on)),
        ],
        [(language.paper_line().to_owned(), line.unwrap_or_default()), (name(CaseField::bank), file.bank.clone())],
    ];
    let wide = [
        (language.paper_address().to_owned(), address),
        (name(CaseField::account_number), cover.of(file.account_number.clone())),
        (name(CaseField::situation), situation),
    ];
    let pair = |(name, value): (String, String)| view! { <th scope="row">{name}</th><td>{value}</td> };
    let pairs = pairs.into_iter().map(|pairs| view! { <tr>{pairs.into_iter().map(pair).collect_view()}</tr> });
    let wide = wide.map(|(name, value)| view! { <tr><th scope="row">{name}</th><td colspan="3">{value}</td></tr> });
    view! {
        <section class="paper-part" tabindex="0">
            <h3>{language.paper_household()}</h3>
            <table class="paper-table pairs"><tbody>{pairs.collect_view()}{wide.into_iter().collect_view()}</tbody></table>
        </section>
    }
}

/// A table with a heading for each column; blank rows stand for nothing recorded.
fn listed(title: &'static str, heads: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let language = use_language();
    let columns = heads.len();
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let nothing = rows.is_empty().then(|| {
        view! { <tr><td colspan=columns.to_string()>{language.paper_none()}</td></tr> }
    });
    let row = |cells: Vec<String>| {
        // A name, a date or a number is read in one piece.
        let cell = |cell: String| {
            let is_short = cell.chars().count() <= 4 || cell.chars().all(|c| c.is_ascii_alphanumeric() || c == DOT);
            view! { <td class:number=is_short>{cell}</td> }
        };
        let cells = cells.into_iter().map(cell).collect_view();
        view! { <tr>{cells}</tr> }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <section class="paper-part" tabindex="0">
            <h3>{title}</h3>
            <table class="paper-table"><thead><tr>{heads}</tr></thead><tbody>{rows}{nothing}</tbody></table>
        </section>
    }
}

fn fields<const N: usize>(language: Language, fields: [FieldRef; N]) -> Vec<String> {
    fields.into_iter().map(|field| language.field(field)).collect()
}

/// The household.
pub(super) fn members(known: &Known, cover: Cover) -> impl IntoView + use<> {
    let (language, today) = (use_language(), past::today(use_desk()));
    let heads = fields(
        language,
        [
            MemberField::name.into(),
            MemberField::relation.into(),
            MemberField::sex.into(),
            MemberField::id_number.into(),
            MemberField::ethnicity.into(),
            MemberField::education.into(),
            MemberField::school.into(),
            MemberField::health.into(),
            MemberField::labour.into(),
            MemberField::work.into(),
            MemberField::party_joined_on.into(),
            MemberField::medical_insurance.into(),
            MemberField::old_age_insurance.into(),
        ],
    );
    let rows = known.members.iter().map(|one| member(language, one, cover, today)).collect();
    listed(language.paper_members(), heads, rows)
}

fn member(language: Language, one: &Member, cover: Cover, today: Date) -> Vec<String> {
    let born_on = IdNumber::parse(&one.id_number).ok().map(|number| number.born_on()).or(one.born_on);
    let years = born_on.and_then(|born| age(born, today)).and_then(|years| i32::try_from(years).ok());
    let sex = [language.maybe(one.sex).to_owned(), years.map(|years| language.paper_age(years)).unwrap_or_default()];
    let party = [day(language, one.party_joined_on), one.party_branch.clone()];
    let away = if one.months_away == 0 { String::new() } else { language.paper_months(one.months_away) };
    vec![
        one.name.clone(),
        language.maybe(one.relation).to_owned(),
        join(&sex),
        cover.of_number(&one.id_number),
        one.ethnicity.clone(),
        language.maybe(one.education).to_owned(),
        join(&[language.maybe(one.student).to_owned(), one.school.clone()]),
        cover.of(join(&[language.maybe(one.health).to_owned(), one.disability_card.clone()])),
        language.maybe(one.labour).to_owned(),
        join(&[one.work.clone(), away]),
        join(&party),
        language.maybe(one.medical_insurance).to_owned(),
        language.maybe(one.old_age_insurance).to_owned(),
    ]
}

/// The income of the last years.
pub(super) fn income(known: &Known) -> impl IntoView + use<> {
    let language = use_language();
    let mut heads = fields(
        language,
        [
            IncomeField::year.into(),
            IncomeField::wage.into(),
            IncomeField::business.into(),
            IncomeField::property.into(),
            IncomeField::transfer.into(),
            IncomeField::expenses.into(),
        ],
    );
    heads.extend([language.paper_net().to_owned(), language.paper_net_each().to_owned()]);
    let rows = known.incomes.iter().map(|line| year(language, line)).collect();
    listed(language.paper_income(), heads, rows)
}

fn year(language: Language, line: &IncomeLine) -> Vec<String> {
    let income = &line.income;
    let money = |fen| numbers::money(language, fen);
    let amounts = [income.wage, income.business, income.property, income.transfer, income.expenses, income.net()];
    let each = income.per_person().map(money).unwrap_or_default();
    std::iter::once(income.year.to_string()).chain(amounts.map(money)).chain([each]).collect()
}

/// What it asks for, and how far it is.
pub(super) fn needs(known: &Known, cover: Cover) -> impl IntoView + use<> {
    let language = use_language();
    let heads = fields(
        language,
        [
            NeedField::kind.into(),
            NeedField::note.into(),
            NeedField::asked_on.into(),
            NeedField::state.into(),
            NeedField::met_on.into(),
            NeedField::outcome.into(),
        ],
    );
    let rows = known.needs.iter().map(|need| {
        let said = |words: &String| if is_about_illness(need) { cover.of(words.clone()) } else { words.clone() };
        vec![
            language.maybe(need.kind).to_owned(),
            said(&need.note),
            day(language, need.asked_on),
            language.maybe(need.state).to_owned(),
            day(language, need.met_on),
            said(&need.outcome),
        ]
    });
    listed(language.paper_needs(), heads, rows.collect())
}

/// Who helps it, and who did.
pub(super) fn helpers(known: &Known) -> impl IntoView + use<> {
    let language = use_language();
    let heads = fields(
        language,
        [
            PairingField::helper.into(),
            PairingField::since.into(),
            PairingField::until.into(),
            PairingField::promised.into(),
        ],
    );
    let rows = known.helpers.iter().map(|one| {
        let until = one.until.map_or_else(|| language.paper_until_now().to_owned(), |until| language.date(until));
        vec![one.name.clone(), day(language, one.since), until, one.promised.clone()]
    });
    listed(language.paper_helpers(), heads, rows.collect())
}

/// The visits that were made.
pub(super) fn visits(known: &Known) -> impl IntoView + use<> {
    let language = use_language();
    let heads = fields(
        language,
        [
            VisitField::done_on.into(),
            VisitField::visitor.into(),
            VisitField::occasion.into(),
            VisitField::report.into(),
            VisitField::promise.into(),
        ],
    );
    let rows = known.visits.iter().map(|visit| {
        let occasion = [language.maybe(visit.occasion).to_owned(), language.maybe(visit.festival).to_owned()];
        vec![
            day(language, visit.done_on),
            visit.visitor.clone(),
            join(&occasion),
            visit.report.clone(),
            visit.promise.clone(),
        ]
    });
    let earlier = known.earlier;
    let more = (earlier > 0).then(|| view! { <p class="paper-note">{language.paper_earlier(earlier)}</p> });
    view! { {listed(language.paper_visits(), heads, rows.collect())} {more} }
}

fn day(language: Language, day: Option<Date>) -> String {
    day.map(|day| language.date(day)).unwrap_or_default()
}

fn join(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}
