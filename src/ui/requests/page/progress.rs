//! How far a request is: its steps with who took each and when, what it waits for, and the buttons of those who may.

use domain::records::{Request, RequestState, RequestStep};
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, RequestLine};

use super::step_link;
use crate::context::{use_desk, use_language};
use crate::requests::signature::me;
use crate::widget::button::ButtonKind;
use crate::widget::list::{Banner, Card, Pad, Tone};
use crate::widget::steps::{Step, StepState, Steps};

/// What the card knows beside the request.
#[derive(Clone, Debug, PartialEq, Default)]
struct Next {
    /// The steps that whoever looks may take.
    mine: Vec<RequestStep>,
    /// Who may take the one that leads on.
    who: Vec<String>,
    /// Whether the work is shared out among the staff.
    is_shared_out: bool,
}

fn next(state: &State, line: &RequestLine, me: Option<Id<domain::records::Staff>>) -> Next {
    let who = line.steps.first().map(|step| fund::who_may(state, *step)).unwrap_or_default();
    Next {
        mine: fund::steps_for(state, line, me),
        who: who.into_iter().map(|(_, name)| name).collect(),
        is_shared_out: fund::is_shared_out(state),
    }
}

/// The card.
#[component]
pub(super) fn ProgressCard(line: Memo<Option<RequestLine>>) -> impl IntoView {
    let (desk, language, me) = (use_desk(), use_language(), me());
    let steps = Signal::derive(move || line.get().map(|line| steps(language, &line)).unwrap_or_default());
    let known = desk.memo(move |state| line.get().map(|line| next(state, &line, me)).unwrap_or_default());
    let below = move || line.get().map(|line| below(language, &line, &known.get()));
    view! {
        <Card title=language.ask_progress()>
            <Steps label=language.ask_progress() steps/>
            {below}
        </Card>
    }
}

/// What it waits for, and what can be done.
fn below(language: Language, line: &RequestLine, next: &Next) -> impl IntoView + use<> {
    let buttons = buttons(language, line.id, &next.mine);
    let answer = answer(language, &line.request);
    let waits = waits(language, line, next).map(|text| view! { <p>{text}</p> });
    let large = (line.needs_second && !is_over(line.request.state)).then(|| {
        let limit = untrack(|| use_desk().ask(|state| fund::ceiling(state, line.request.purpose).two_persons));
        view! { <p class="subtitle">{language.ask_two_persons(&numbers::money(language, limit))}</p> }
    });
    view! { {answer} <Pad>{waits}{large}<div class="button-row">{buttons}</div></Pad> }
}

fn is_over(state: Option<RequestState>) -> bool {
    matches!(state, Some(RequestState::Paid | RequestState::Verified | RequestState::Refused))
}

/// A button for each step; the one that leads on last.
fn buttons(language: Language, id: Id<Request>, mine: &[RequestStep]) -> impl IntoView + use<> {
    let kind = |step: RequestStep| match step {
        RequestStep::Refuse => ButtonKind::Danger,
        RequestStep::Return => ButtonKind::Plain,
        _ => ButtonKind::Primary,
    };
    mine.iter().rev().map(|step| step_link(language, id, *step, kind(*step))).collect_view()
}

/// Why it was returned or refused.
fn answer(language: Language, request: &Request) -> Option<impl IntoView + use<>> {
    let day = request.answered_on.map(|day| language.date(day)).unwrap_or_default();
    let (who, why) = (&request.answered_by, &request.answer);
    let (text, tone) = match request.state {
        Some(RequestState::Returned) => (language.ask_returned_by(who, &day, why), Tone::Warn),
        Some(RequestState::Refused) => (language.ask_refused_by(who, &day, why), Tone::Bad),
        _ => return None,
    };
    Some(view! { <Banner tone text/> })
}

/// What it waits for, and whom.
fn waits(language: Language, line: &RequestLine, next: &Next) -> Option<String> {
    let step = *line.steps.first()?;
    let first = &line.request.approved_by;
    if step == RequestStep::Approve && !first.is_empty() {
        return Some(language.ask_waits_for_second(first));
    }
    if !next.is_shared_out || next.mine.contains(&step) {
        return None;
    }
    if next.who.is_empty() {
        return Some(language.ask_nobody_may().to_owned());
    }
    Some(language.ask_waits_for(language.of(step), &next.who.join(language.list_comma())))
}

/// A step that was taken: who did it, and when.
struct Taken(String, Option<Date>);

/// The six steps of a request's life.
fn steps(language: Language, line: &RequestLine) -> Vec<Step> {
    let request = &line.request;
    let second = (!request.seconded_by.is_empty())
        .then(|| [request.approved_by.as_str(), &request.seconded_by].join(language.list_comma()));
    let approved_by = second.unwrap_or_else(|| request.approved_by.clone());
    let taken = [
        (language.ask_step_drafted(), Taken(String::new(), request.drafted_on)),
        (language.ask_step_submitted(), Taken(request.submitted_by.clone(), request.submitted_on)),
        (language.ask_step_reviewed(), Taken(request.reviewed_by.clone(), request.reviewed_on)),
        (language.ask_step_approved(), Taken(approved_by, request.seconded_on.or(request.approved_on))),
        (language.ask_step_paid(), Taken(request.paid_by.clone(), request.paid_on)),
        (language.ask_step_verified(), Taken(request.verified_by.clone(), request.verified_on)),
    ];
    let done = done(request);
    let step = |(at, (title, Taken(who, on))): (usize, (&'static str, Taken))| {
        let state = state_of(at, done, request.state);
        // What was done before a request was returned is done anew.
        let is_told = state == StepState::Done || (state == StepState::Now && !who.is_empty() && is_half(request));
        let (who, on) = if is_told { (who, on) } else { (String::new(), None) };
        let when = on.map(|day| language.date(day)).unwrap_or_default();
        Step { title: title.to_owned(), who, when, state, spoken: spoken(language, state).to_owned() }
    };
    taken.into_iter().enumerate().map(step).collect()
}

/// Whether one of two persons has approved it.
fn is_half(request: &Request) -> bool {
    request.state == Some(RequestState::Reviewed) && !request.approved_by.is_empty()
}

/// How many steps are done.
fn done(request: &Request) -> usize {
    match request.state {
        Some(RequestState::Submitted) => 2,
        Some(RequestState::Reviewed) => 3,
        Some(RequestState::Approved) => 4,
        Some(RequestState::Paid) => 5,
        Some(RequestState::Verified) => 6,
        // It was refused after it was submitted, and perhaps after it was reviewed.
        Some(RequestState::Refused) if request.reviewed_on >= request.submitted_on => 3,
        Some(RequestState::Refused) => 2,
        _ => 1,
    }
}

fn state_of(at: usize, done: usize, state: Option<RequestState>) -> StepState {
    match at {
        at if at < done => StepState::Done,
        at if at == done && state == Some(RequestState::Refused) => StepState::Stopped,
        at if at == done => StepState::Now,
        _ => StepState::Ahead,
    }
}

const fn spoken(language: Language, state: StepState) -> &'static str {
    match state {
        StepState::Done => language.ask_step_done(),
        StepState::Now => language.ask_step_now(),
        StepState::Ahead => language.ask_step_ahead(),
        StepState::Stopped => language.ask_step_stopped(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(request: Request) -> RequestLine {
        RequestLine {
            id: Id::new(domain::Uuid::nil()),
            name: String::new(),
            village: String::new(),
            county: None,
            steps: fund::open_steps(request.state),
            request,
            needs_second: false,
        }
    }

    #[test]
    fn the_steps_follow_the_state() {
        use StepState::{Ahead, Done, Now, Stopped};
        let check = |state: RequestState, expected: [StepState; 6]| {
            let request = Request { state: Some(state), ..Request::default() };
            let steps: Vec<StepState> = steps(Language::En, &line(request)).into_iter().map(|one| one.state).collect();
            assert_eq!(steps, expected, "{state:?}");
        };
        check(RequestState::Drafted, [Done, Now, Ahead, Ahead, Ahead, Ahead]);
        check(RequestState::Returned, [Done, Now, Ahead, Ahead, Ahead, Ahead]);
        check(RequestState::Reviewed, [Done, Done, Done, Now, Ahead, Ahead]);
        check(RequestState::Verified, [Done; 6]);
        check(RequestState::Refused, [Done, Done, Done, Stopped, Ahead, Ahead]);
    }

    #[test]
    fn a_second_person_is_asked_for_by_name() {
        let reviewed = Request { state: Some(RequestState::Reviewed), approved_by: "Li".into(), ..Request::default() };
        let said = waits(Language::En, &line(reviewed), &Next::default());
        assert_eq!(said.as_deref(), Some("Li approved; a second person has to approve."));
        let drafted = Request { state: Some(RequestState::Drafted), ..Request::default() };
        assert_eq!(waits(Language::En, &line(drafted.clone()), &Next::default()), None, "everybody may");
        let shared = Next { is_shared_out: true, who: vec!["Wu".into(), "Xu".into()], ..Next::default() };
        let said = waits(Language::En, &line(drafted), &shared);
        assert_eq!(said.as_deref(), Some("Waits for “Submit”, by Wu, Xu."));
    }
}
