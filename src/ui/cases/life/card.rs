//! Where a case stands: what is still missing, the notice, the steps that can be taken now, and those that were taken.

use domain::records::{Case, CaseStep, LifeStep, Notice, NoticeResult, Stage};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, fault};
use replica::State;
use replica::query::life::{self, Lack, OpenStep};

use crate::context::{use_desk, use_language};
use crate::route::Casework;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Card, Pad, Row, Rows, Tag, Timeline, TimelineItem, Tone};

/// What is known of a case's life.
#[derive(Clone, Debug, PartialEq)]
struct Life {
    stage: Stage,
    lacks: Vec<Lack>,
    open: Vec<OpenStep>,
    steps: Vec<(Id<CaseStep>, CaseStep)>,
    notices: Vec<(Id<Notice>, Notice)>,
    /// Whether a new notice can be made.
    wants_notice: bool,
}

fn known(state: &State, id: Id<Case>, today: Date) -> Option<Life> {
    let stage = life::stage(state.get(id)?);
    let standing = life::notice_now(state, id).filter(|(_, notice)| notice.result != Some(NoticeResult::Upheld));
    Some(Life {
        stage,
        lacks: life::lacks(state, id, today),
        open: life::open_steps(state, id, today),
        steps: life::steps(state, id),
        notices: life::notices(state, id),
        wants_notice: stage == Stage::Surveyed && standing.is_none(),
    })
}

/// The card of a case's life.
#[component]
pub(in crate::cases) fn LifeCard(id: Id<Case>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let today = desk.today();
    let known = desk.memo(move |state| known(state, id, today));
    let count = Signal::derive(move || known.read().as_ref().map(|life| language.of(life.stage).to_owned()));
    let body = move || known.get().map(|life| parts(language, id, today, life));
    view! { <Card title=language.card_life() count>{body}</Card> }
}

fn parts(language: Language, id: Id<Case>, today: Date, life: Life) -> impl IntoView {
    let rows = (!life.notices.is_empty()).then(|| {
        let rows = life.notices.into_iter().map(|(id, notice)| notice_row(language, today, id, notice)).collect_view();
        view! { <Rows>{rows}</Rows> }
    });
    let line = (!life.steps.is_empty()).then(|| {
        let items = life.steps.into_iter().map(|(_, step)| step_item(language, step)).collect_view();
        view! { <Pad><Timeline>{items}</Timeline></Pad> }
    });
    view! {
        {lacks(language, &life.lacks)}
        {steps(language, id, life.wants_notice, &life.open)}
        {rows}
        {line}
    }
}

/// What is still missing until it can be lifted.
fn lacks(language: Language, lacks: &[Lack]) -> Option<AnyView> {
    let tag = |lack: &Lack| {
        let text = word(language, *lack);
        view! { <Tag text tone=Tone::Warn/> }
    };
    let tags = lacks.iter().map(tag).collect_view();
    (!lacks.is_empty())
        .then(|| view! { <Pad><p class="row-line"><span>{language.still_missing()}</span> {tags}</p></Pad> }.into_any())
}

/// What a case lacks, in a word.
pub(in crate::cases) fn word(language: Language, lack: Lack) -> String {
    match lack {
        Lack::Helper => language.lack_helper().to_owned(),
        Lack::Visit => language.lack_visit().to_owned(),
        Lack::Needs(count) => language.needs_open(count),
        Lack::Income => language.lack_income().to_owned(),
        Lack::BelowLine => language.lack_below_line().to_owned(),
    }
}

/// The steps that can be taken now; what stands in the way of one is said under them.
fn steps(language: Language, id: Id<Case>, wants_notice: bool, open: &[OpenStep]) -> impl IntoView + use<> {
    let notice = wants_notice.then(|| {
        view! { <LinkButton label=language.make_notice() href=Casework::NoticeNew(id).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    });
    let button = |one: &OpenStep| {
        let kind = match one.step {
            LifeStep::Leave => ButtonKind::Quiet,
            LifeStep::Confirm | LifeStep::Support | LifeStep::Lift if one.obstacle.is_none() => ButtonKind::Primary,
            _ => ButtonKind::Plain,
        };
        view! { <LinkButton label=language.of(one.step) href=Casework::Step(id, one.step).href() kind/> }
    };
    let buttons = open.iter().map(button).collect_view();
    let said = open.iter().filter_map(|one| one.obstacle.as_ref()).map(|found| fault::sentence(language, found));
    let said = said.map(|text| view! { <p class="subtitle">{text}</p> }).collect_view();
    view! { <Pad><div class="button-row">{notice}{buttons}</div>{said}</Pad> }
}

fn notice_row(language: Language, today: Date, id: Id<Notice>, notice: Notice) -> impl IntoView {
    let days = notice.from.zip(notice.to).map(|(from, to)| language.span(from, to)).unwrap_or_default();
    let (text, tone) = standing(language, today, &notice);
    let title = language.notice_of(&days);
    let why =
        [notice.place, notice.objections].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let tags = move || view! { <Tag text=text.clone() tone/> };
    view! { <Row title href=Casework::Notice(id).href() tags why/> }
}

/// How far a notice is.
fn standing(language: Language, today: Date, notice: &Notice) -> (String, Tone) {
    let left = notice.to.map(|to| (to - today).whole_days());
    match (notice.result, left) {
        (Some(NoticeResult::Upheld), _) => (language.maybe(notice.result).to_owned(), Tone::Bad),
        (Some(result), _) => (language.of(result).to_owned(), Tone::Good),
        (None, Some(left)) if left >= 0 => (language.notice_days_left(left + 1), Tone::Info),
        _ if !notice.objections.is_empty() => (language.notice_objected().to_owned(), Tone::Warn),
        _ => (language.notice_over().to_owned(), Tone::Good),
    }
}

fn step_item(language: Language, step: CaseStep) -> impl IntoView {
    let when = step.on.map(|day| language.date(day)).unwrap_or_default();
    let tone = match step.step {
        Some(LifeStep::Lift | LifeStep::Confirm) => Tone::Good,
        Some(LifeStep::NeedyAgain) => Tone::Warn,
        _ => Tone::Plain,
    };
    let title = language.maybe(step.step);
    let why =
        [step.decided_by, step.reason].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <TimelineItem when title tone><p>{why}</p></TimelineItem> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_how_far_it_is() {
        let day = |ordinal| Date::from_ordinal_date(2026, ordinal).expect("a day");
        let notice = |result, objections: &str| Notice {
            to: Some(day(100)),
            result,
            objections: objections.into(),
            ..Notice::default()
        };
        let check = |today, notice: &Notice, text: &str, tone| {
            let said = standing(Language::En, day(today), notice);
            assert_eq!((said.0.as_str(), said.1), (text, tone), "{notice:?} on {today}");
        };
        let language = Language::En;
        check(98, &notice(None, ""), &language.notice_days_left(3), Tone::Info);
        check(100, &notice(None, "he has a car"), &language.notice_days_left(1), Tone::Info);
        check(101, &notice(None, ""), language.notice_over(), Tone::Good);
        check(101, &notice(None, "he has a car"), language.notice_objected(), Tone::Warn);
        check(101, &notice(Some(NoticeResult::Upheld), "he has a car"), language.of(NoticeResult::Upheld), Tone::Bad);
        check(101, &notice(Some(NoticeResult::Clear), ""), language.of(NoticeResult::Clear), Tone::Good);
    }
}
