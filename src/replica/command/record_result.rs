//! What came of a training for a person: mark and result, certificate, what the trainee thought of it, and what the
//! trainee works at some months later.

use std::collections::HashSet;

use domain::records::{Answer, Employment, Enrolment, EnrolmentField, EnrolmentState, Outcome};
use domain::roll::certificate_number;
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// The best mark, and the best rating.
const BEST_MARK: i64 = 100;
const BEST_RATING: i64 = 5;

/// Records mark, result and opinion.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordResult {
    /// Whose.
    pub id: Id<Enrolment>,
    /// The mark, 1 to 100; 0 for none.
    pub mark: u32,
    /// Whether it was passed.
    pub outcome: Option<Outcome>,
    /// What the trainee thought of it, 1 to 5; 0 for none.
    pub rating: u32,
    /// In the trainee's words.
    pub opinion: String,
}

impl Command for RecordResult {
    fn intent(&self) -> Intent {
        Intent::RecordResult
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(enrolment) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let mut problems = Vec::new();
        let range = |most| Fault::OutOfRange { least: 0, most };
        if i64::from(self.mark) > BEST_MARK {
            problems.push(Problem::at(EnrolmentField::mark, range(BEST_MARK)));
        }
        if i64::from(self.rating) > BEST_RATING {
            problems.push(Problem::at(EnrolmentField::rating, range(BEST_RATING)));
        }
        if self.outcome == Some(Outcome::Passed) && !took_part(state, enrolment) {
            problems.push(Problem::at(EnrolmentField::outcome, Fault::NeverThere));
        }
        if self.outcome != Some(Outcome::Passed) && !enrolment.certificate.is_empty() {
            problems
                .push(Problem::at(EnrolmentField::outcome, Fault::CertificateIssued(enrolment.certificate.clone())));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |enrolment| {
            enrolment.mark = self.mark;
            enrolment.outcome = self.outcome;
            enrolment.rating = self.rating;
            self.opinion.trim().clone_into(&mut enrolment.opinion);
        });
    }
}

/// Records that people passed, all in one press.
#[derive(Clone, Debug, PartialEq)]
pub struct PassAll {
    /// Who.
    pub enrolments: Vec<Id<Enrolment>>,
}

impl Command for PassAll {
    fn intent(&self) -> Intent {
        Intent::RecordResult
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let fault = |(row, id): (usize, &Id<Enrolment>)| {
            let fault = match state.get(*id) {
                None => Some(Fault::Gone),
                Some(enrolment) => (!took_part(state, enrolment)).then_some(Fault::NeverThere),
            };
            fault.map(|fault| Problem::at(EnrolmentField::outcome, fault).in_row(row))
        };
        self.enrolments.iter().enumerate().filter_map(fault).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for id in &self.enrolments {
            draft.update(*id, |enrolment| enrolment.outcome = Some(Outcome::Passed));
        }
    }
}

/// Whether the roll, or the enrolment where no roll was called, says that the person was there.
fn took_part(state: &State, enrolment: &Enrolment) -> bool {
    let roll = enrolment.session.zip(enrolment.member);
    let attended = roll.map(|(session, member)| training::attended(state, session, member)).unwrap_or_default();
    let is_marked = enrolment.state == Some(EnrolmentState::Attended);
    attended.there > 0 || (attended.called == 0 && is_marked)
}

/// Issues certificates to people who took part and passed, each with a number of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueCertificates {
    /// To whom.
    pub enrolments: Vec<Id<Enrolment>>,
}

impl Command for IssueCertificates {
    fn intent(&self) -> Intent {
        Intent::IssueCertificates
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if self.enrolments.is_empty() {
            return vec![Problem::at(EnrolmentField::certificate, Fault::Missing)];
        }
        let mut seen = HashSet::new();
        let fault = |(row, id): (usize, &Id<Enrolment>)| {
            let fault = if seen.insert(*id) { fault_of(state, *id) } else { Some(Fault::Twice) };
            fault.map(|fault| Problem::at(EnrolmentField::certificate, fault).in_row(row))
        };
        self.enrolments.iter().enumerate().filter_map(fault).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let today = draft.today();
        let mut taken = numbers_taken(draft.state());
        for id in &self.enrolments {
            let Some(number) = free_number(draft.state(), *id, today.year(), &mut taken) else { continue };
            draft.update(*id, |enrolment| {
                enrolment.certificate = number;
                enrolment.certified_on = Some(today);
            });
        }
    }
}

/// The numbers of all certificates there are.
fn numbers_taken(state: &State) -> HashSet<String> {
    let issued = state.all::<Enrolment>().iter().filter(|(_, enrolment)| !enrolment.certificate.is_empty());
    issued.map(|(_, enrolment)| enrolment.certificate.clone()).collect()
}

/// The number that follows from session and member; where another certificate has it, the next that is free.
fn free_number(state: &State, id: Id<Enrolment>, year: i32, taken: &mut HashSet<String>) -> Option<String> {
    let (session, member) = state.get(id).and_then(|one| one.session.zip(one.member))?;
    (0..).map(|turn| certificate_number(session, member, year, turn)).find(|number| taken.insert(number.clone()))
}

fn fault_of(state: &State, id: Id<Enrolment>) -> Option<Fault> {
    let Some(enrolment) = state.get(id) else { return Some(Fault::Gone) };
    if !enrolment.certificate.is_empty() {
        return Some(Fault::CertificateIssued(enrolment.certificate.clone()));
    }
    if !took_part(state, enrolment) {
        return Some(Fault::NeverThere);
    }
    (enrolment.outcome != Some(Outcome::Passed)).then_some(Fault::NotPassed)
}

/// Records what a trainee works at some months later.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUpTraining {
    /// Whose.
    pub id: Id<Enrolment>,
    /// What.
    pub employment: Option<Employment>,
    /// Where.
    pub employer: String,
    /// The day that was asked.
    pub on: Option<Date>,
}

impl Command for FollowUpTraining {
    fn intent(&self) -> Intent {
        Intent::FollowUpTraining
    }

    fn check(&self, state: &State, today: Date) -> Vec<Problem> {
        let Some(enrolment) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let session = enrolment.session.and_then(|id| state.get(id));
        let end = session.and_then(|session| session.ends_on.or(session.starts_on));
        let mut problems = Vec::new();
        if self.employment.is_none() {
            problems.push(Problem::at(EnrolmentField::employment, Fault::Missing));
        }
        match self.on {
            Some(on) if on > today => problems.push(Problem::at(EnrolmentField::followed_up_on, Fault::InFuture)),
            Some(on) if end.is_some_and(|end| on < end) => {
                problems.push(Problem::at(EnrolmentField::followed_up_on, Fault::EndsBeforeStart));
            }
            _ => {}
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let on = self.on.or(Some(draft.today()));
        draft.update(self.id, |enrolment| {
            enrolment.employment = self.employment;
            self.employer.trim().clone_into(&mut enrolment.employer);
            enrolment.followed_up_on = on;
        });
    }
}

/// Records what a member answered when asked whether they come, and whether they need a ride.
#[derive(Clone, Debug, PartialEq)]
pub struct AskMember {
    /// Which enrolment.
    pub id: Id<Enrolment>,
    /// The answer; nothing takes it back.
    pub answer: Option<Answer>,
    /// Whether a ride is needed.
    pub needs_ride: bool,
}

impl Command for AskMember {
    fn intent(&self) -> Intent {
        Intent::AskMember
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(enrolment) = state.get(self.id) else { return vec![Problem::of_entry(Fault::Gone)] };
        let is_in = training::has_seat(enrolment) || enrolment.state == Some(EnrolmentState::Waiting);
        if is_in { vec![] } else { vec![Problem::at(EnrolmentField::state, Fault::NoSeat)] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.update(self.id, |enrolment| {
            enrolment.answer = self.answer;
            enrolment.needs_ride = self.needs_ride;
        });
    }
}
