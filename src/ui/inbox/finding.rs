//! What is said of a finding, and what settles it. A new sort of finding is one arm of [`said`].

use domain::records::{Case, Need, Session};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::SettleFinding;
use replica::query::findings::{Finding, Remedy, Seat, Stated};
use replica::{ReplicaId, State};

use super::waiting::Matter;
use crate::author::tablet;
use crate::context::{use_desk, use_language};
use crate::record::session_title;
use crate::route::{Casework, Route};
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::task::Task;

mod money;
mod persons;
mod rooms;

/// What is said of a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// What it is, in a sentence.
    pub(super) title: String,
    /// Why, and who came first.
    pub(super) why: String,
    /// What each remedy does, in the order of [`Finding::remedies`].
    verbs: Vec<String>,
    /// Where to look before deciding: the link's words, and where it leads.
    about: Vec<(String, Route)>,
}

/// What is said of a finding; `own` is the replica of this tablet.
pub(super) fn said(language: Language, state: &State, own: Option<ReplicaId>, finding: &Finding) -> Said {
    match finding {
        Finding::OverCapacity { session, title, seats, over } => {
            let title = title_of(language, state, *session, title);
            let names: Vec<&str> = over.iter().map(|seat| seat.name.as_str()).collect();
            Said {
                why: language.finding_over_why(*seats, &names.join(language.list_comma())),
                verbs: verbs([language.finding_over_settle(), language.finding_over_accept()]),
                about: vec![(language.look_at(&title), Route::Session(*session))],
                title: language.finding_over_title(&title, over.len()),
            }
        }
        Finding::EnrolledTwice { title, seats: [first, _] } => {
            let title = title_of(language, state, first.session, title);
            Said {
                why: language.finding_twice_why().to_owned(),
                verbs: verbs([language.finding_twice_settle()]),
                about: vec![(language.look_at(&title), Route::Session(first.session))],
                title: language.finding_twice_title(&first.name, &title),
            }
        }
        Finding::Overlap { seats, titles, days } => overlap(language, state, seats, titles, *days),
        Finding::Occupied { what, sessions, titles, days } => {
            rooms::occupied(language, state, what, (*sessions, titles), *days)
        }
        Finding::SameIdNumber { persons: [first, later] } => persons::same_number(language, first, later),
        Finding::WrittenToJoined { keep, name, count, .. } => persons::written_to_joined(language, *keep, name, *count),
        Finding::Overdue { need, case, name, due_on } => overdue(language, state, (*need, *case), name, *due_on),
        Finding::EmergencyOverdue { emergency, name, due_on } => Said {
            title: language.finding_emergency_title(name),
            why: language.finding_emergency_why(&language.date(*due_on)),
            verbs: verbs([language.finding_overdue_accept()]),
            about: vec![(language.look_at(name), Casework::Emergency(*emergency).into())],
        },
        Finding::IncomeTwice { case, name, year, incomes } => income_twice(language, *case, name, *year, incomes),
        Finding::TwoHelpers { case, name, pairings } => persons::two_helpers(language, *case, name, pairings),
        Finding::BelowZero { .. } => money::below_zero(language, finding),
        Finding::PaidTwice { name, payments, .. } => money::paid_twice(language, name, payments),
        Finding::ReversedTwice { entry, reversals } => money::reversed_twice(language, entry, reversals),
        Finding::Overpaid { name, over, repayments, .. } => money::overpaid(language, name, *over, repayments),
        Finding::ClockInDoubt { replica, time } => Said {
            title: language.finding_clock_title(&tablet(language, state, *replica, own)),
            why: language.finding_clock_why(&language.moment(time.millis())),
            verbs: verbs([language.finding_clock_accept()]),
            about: vec![],
        },
    }
}

fn overdue(language: Language, state: &State, (need, case): (Id<Need>, Id<Case>), name: &str, due_on: Date) -> Said {
    let why = language.finding_overdue_why(&language.date(due_on));
    let kind = need_kind(language, state, need);
    Said {
        title: language.finding_overdue_title(name),
        why: if kind.is_empty() { why } else { format!("{kind} · {why}") },
        verbs: verbs([language.finding_overdue_settle(), language.finding_overdue_accept()]),
        about: vec![(language.look_at(name), Route::Case(case))],
    }
}

fn overlap(
    language: Language,
    state: &State,
    seats: &[Seat; 2],
    titles: &[String; 2],
    (from, until): (Date, Date),
) -> Said {
    let [first, later] = [0, 1].map(|place| title_of(language, state, seats[place].session, &titles[place]));
    Said {
        title: language.finding_overlap_title(&seats[0].name),
        why: language.finding_overlap_why(&first, &later, &language.span(from, until)),
        verbs: [&later, &first].map(|title| language.finding_overlap_settle(title)).to_vec(),
        about: vec![
            (language.look_at(&first), Route::Session(seats[0].session)),
            (language.look_at(&later), Route::Session(seats[1].session)),
        ],
    }
}

fn income_twice(language: Language, case: Id<Case>, name: &str, year: u32, incomes: &[Stated; 2]) -> Said {
    let [first, later] = [0, 1].map(|place| numbers::money(language, incomes[place].net));
    Said {
        title: language.finding_income_title(name, year),
        why: language.finding_income_why(&first, &later),
        verbs: verbs([language.finding_income_first(), language.finding_income_later()]),
        about: vec![(language.look_at(name), Route::Case(case))],
    }
}

fn verbs<const N: usize>(verbs: [&str; N]) -> Vec<String> {
    verbs.map(str::to_owned).to_vec()
}

/// A session as people say it; as the finding says it where it is not there any more.
fn title_of(language: Language, state: &State, id: Id<Session>, title: &str) -> String {
    state.get(id).map_or_else(|| title.to_owned(), |session| session_title(language, state, session))
}

fn need_kind(language: Language, state: &State, need: Id<Need>) -> &'static str {
    state.get(need).map_or("", |need| language.maybe(need.kind))
}

/// A finding with the presses that settle it.
#[component]
pub(super) fn FindingTask(matter: Matter) -> impl IntoView {
    let Matter { finding, said } = matter;
    let remedies = finding.remedies().into_iter().zip(said.verbs.clone());
    let buttons = remedies.map(|(remedy, verb)| press(said.clone(), remedy, verb)).collect_view();
    let links = said.about.into_iter().map(|(label, route)| {
        view! { <LinkButton label href=route.href() kind=ButtonKind::Quiet/> }
    });
    let links = links.collect_view();
    view! { <Task title=said.title why=said.why><div class="button-row">{buttons}{links}</div></Task> }
}

/// The press that carries a remedy out; the history keeps what was said.
fn press(said: Said, remedy: Remedy, verb: String) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let spoken = language.finding_settle_spoken(&verb, &said.title);
    let reason = match remedy {
        Remedy::Accept(_) => said.title,
        _ => said.why,
    };
    let settle = move || desk.act(SettleFinding { remedy: remedy.clone(), reason: reason.clone() });
    view! { <Button label=verb spoken on_press=settle/> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::AccountKind;
    use domain::value::Fen;
    use replica::Timestamp;
    use replica::query::findings::{Paired, Person, Spent};

    const LATE: &str = "Tablets paid out apart, and together it was more than there was. Those that came last: Li ¥300 (27 Oct 2026), Rent ¥200.50 (27 Oct 2026).";

    fn id<T>(number: u128) -> Id<T> {
        Id::new(domain::Uuid::from_u128(number))
    }

    fn seat(number: u128, name: &str) -> Seat {
        Seat { enrolment: id(number), session: id(number), member: id(9), name: name.into() }
    }

    fn person(number: u128, name: &str) -> Person {
        Person { member: id(number), case: id(number), name: name.into(), village: "East".into() }
    }

    fn day(ordinal: u16) -> Date {
        Date::from_ordinal_date(2026, ordinal).expect("a day")
    }

    fn paired(number: u128, helper: &str) -> Paired {
        Paired { pairing: id(number), helper: helper.into() }
    }

    fn below(kind: Option<AccountKind>) -> Finding {
        let (account, name, short) = (kind.map(domain::fund::standard), String::new(), Fen(50_000));
        Finding::BelowZero { account, kind, name, short, beyond: vec![spent(1, "Li", 30_000), spent(2, "", 20_050)] }
    }

    fn spent(number: u128, name: &str, fen: i64) -> Spent {
        let (narration, name) = ("Rent".into(), name.into());
        Spent { entry: id(number), on: day(300), name, narration, fen: Fen(fen) }
    }

    type Sample = (Finding, &'static str, &'static str);

    fn samples() -> Vec<Sample> {
        let mut samples = samples_of_persons();
        samples.extend(samples_of_money());
        samples.extend(samples_of_dates());
        samples.push((
            Finding::Occupied {
                what: "Room 1".into(),
                sessions: [id(1), id(2)],
                titles: ["Welding 1".into(), "Cooking 2".into()],
                days: (day(327), day(328)),
            },
            "Room 1: in two sessions at once",
            "23–24 Nov: Welding 1 (planned first) and Cooking 2. Move one of them, or choose another room or instructor.",
        ));
        samples
    }

    fn samples_of_persons() -> Vec<Sample> {
        let titles = || ["Welding 1".to_owned(), "Cooking 2".to_owned()];
        vec![
            (
                Finding::OverCapacity {
                    session: id(1),
                    title: "Welding 1".into(),
                    seats: 2,
                    over: vec![seat(3, "Li"), seat(4, "Wu")],
                },
                "Welding 1: 2 more than there are seats",
                "There are 2 seats. Those who enrolled last: Li, Wu.",
            ),
            (
                Finding::EnrolledTwice { title: "Welding 1".into(), seats: [seat(1, "Li"), seat(2, "Li")] },
                "Li is enrolled twice in “Welding 1”",
                "The first enrolment counts; the later one can be withdrawn.",
            ),
            (
                Finding::Overlap {
                    seats: [seat(1, "Li"), seat(2, "Li")],
                    titles: titles(),
                    days: (day(327), day(328)),
                },
                "Li is enrolled in two sessions at one time",
                "First “Welding 1”, then “Cooking 2”; they overlap on 23–24 Nov.",
            ),
            (
                Finding::SameIdNumber { persons: [person(1, "Li"), person(2, "Wu")] },
                "Li and Wu have the same identity number",
                "One identity number. Registered first: Li East; later: Wu East.",
            ),
            (
                Finding::SameIdNumber { persons: [person(1, "Li"), person(2, "Li")] },
                "Li is registered twice",
                "One identity number. Registered first: Li East; later: Li East.",
            ),
            (
                Finding::Overdue { need: id(1), case: id(2), name: "Li".into(), due_on: day(300) },
                "A need of Li’s household is past its date",
                "It was to be met by 27 Oct 2026 and is not marked as met.",
            ),
            (
                Finding::TwoHelpers {
                    case: id(1),
                    name: "Li".into(),
                    pairings: vec![paired(1, "Bureau"), paired(2, "School")],
                },
                "Li’s household has 2 helpers at one time",
                "One household has one helper. In the order in which they were paired: Bureau, School.",
            ),
            (
                Finding::ClockInDoubt { replica: ReplicaId([0x3f; 16]), time: Timestamp::new(1_795_000_000_000, 0) },
                "The clock of tablet 3f3f runs ahead",
                "Its last change is dated 18 Nov 2026 19:06, later than this tablet’s time. Set its date and time right; no record is harmed.",
            ),
        ]
    }

    fn samples_of_dates() -> Vec<Sample> {
        let stated = |number, fen| Stated { income: id(number), net: Fen(fen) };
        let twice = Finding::IncomeTwice {
            case: id(1),
            name: "Li".into(),
            year: 2025,
            incomes: [stated(1, 900_000), stated(2, 800_000)],
        };
        let titles = (
            "The income of Li’s household in 2025 is stated twice",
            "Stated first: net ¥9,000; later: net ¥8,000. One of them counts.",
        );
        vec![
            (twice, titles.0, titles.1),
            (
                Finding::WrittenToJoined { keep: id(1), name: "Li".into(), other: id(2), count: 3 },
                "Another tablet wrote to a file of Li’s household after it was joined",
                "3 records still stand in the old file and belong to the one that stays.",
            ),
            (
                Finding::EmergencyOverdue { emergency: id(1), name: "Li".into(), due_on: day(300) },
                "An emergency of Li’s household is past its deadline",
                "Relief was due by 27 Oct 2026, and it is not closed.",
            ),
        ]
    }

    fn samples_of_money() -> Vec<Sample> {
        vec![
            (below(Some(AccountKind::Bank)), "“Bank” is ¥500 below zero", LATE),
            (below(Some(AccountKind::Fiscal)), "¥500 more was spent of “Fiscal input” than it gave", LATE),
            (below(None), "The fund spent ¥500 more than it may", LATE),
            (
                Finding::PaidTwice {
                    request: id(1),
                    name: "Li".into(),
                    payments: vec![spent(1, "Li", 30_000), spent(2, "Li", 30_000)],
                },
                "A request of Li’s household was paid 2 times",
                "Tablets paid it apart. In the order in which they did: Li ¥300 (27 Oct 2026), Li ¥300 (27 Oct 2026).",
            ),
            (
                Finding::ReversedTwice {
                    entry: spent(1, "Li", 30_000),
                    reversals: vec![spent(2, "Li", 30_000), spent(3, "Li", 30_000)],
                },
                "Li ¥300 (27 Oct 2026) was reversed 2 times",
                "An entry is reversed once. The first reversal counts; the later one is to be reversed itself.",
            ),
            (
                Finding::Overpaid {
                    loan: id(1),
                    name: "Li".into(),
                    over: Fen(5_000),
                    repayments: vec![spent(2, "Li", 30_000)],
                },
                "Li’s household paid back ¥50 more than it was lent",
                "Tablets took in repayments apart. In the order in which they came: Li ¥300 (27 Oct 2026).",
            ),
        ]
    }

    #[test]
    fn a_finding_says_what_it_is_and_who_came_first() {
        for (finding, title, why) in samples() {
            let said = said(Language::En, &State::default(), None, &finding);
            assert_eq!((said.title.as_str(), said.why.as_str()), (title, why));
        }
    }

    #[test]
    fn every_remedy_has_a_verb_in_every_language() {
        for (finding, ..) in samples() {
            for language in Language::ALL {
                let said = said(language, &State::default(), None, &finding);
                assert_eq!(said.verbs.len(), finding.remedies().len(), "{finding:?}");
                assert!(said.verbs.iter().all(|verb| !verb.is_empty()), "{finding:?}");
            }
        }
    }

    #[test]
    fn of_two_sessions_the_later_one_is_left_first() {
        let (finding, ..) = samples()[2].clone();
        let said = said(Language::En, &State::default(), None, &finding);
        assert_eq!(said.verbs, ["Withdraw from “Cooking 2”", "Withdraw from “Welding 1”"]);
        assert_eq!(finding.remedies()[0], Remedy::Withdraw(id(2)));
    }

    #[test]
    fn each_verb_says_what_its_remedy_does() {
        let spoken = |place: usize| {
            let (finding, ..) = samples()[place].clone();
            let said = said(Language::En, &State::default(), None, &finding);
            said.verbs.into_iter().zip(finding.remedies()).collect::<Vec<_>>()
        };
        let [last, first] = ["End the pairing with School", "End the pairing with Bureau"].map(str::to_owned);
        assert_eq!(spoken(6), [(last, Remedy::EndPairing(id(2))), (first, Remedy::EndPairing(id(1)))]);
        let (reverse, accept) = ("Reverse Rent ¥200.50 (27 Oct 2026)".to_owned(), "It is as it should be".to_owned());
        let key = samples()[9].0.key();
        assert_eq!(spoken(9), [(reverse, Remedy::Reverse(id(2))), (accept, Remedy::Accept(key))]);
    }
}
