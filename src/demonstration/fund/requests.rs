//! Requests: those that were paid in the year with their entries, and those that stand anywhere between draft and answer.

use domain::fund::{TWO_PERSONS, check_code, standard};
use domain::records::{AccountKind, Cause, Entry, NeedKind, Purpose, Request, RequestKind, RequestState, Stage};
use domain::value::Fen;
use domain::{Date, Id};

use super::{Making, yuan};
use crate::calendar::{after, some_day};
use crate::data::fund::{
    APPROVERS, CASHIER, CLERKS, GRANTS, INSPECTOR, LOAN_GROUNDS, REFUSALS, RETURNS, REVIEWER, REVIEWS, VERIFICATIONS,
    grounds,
};
use crate::households::Household;
use crate::number::id;
use crate::text::filled;

/// Up to so many yuan an emergency is paid in cash.
const IN_CASH: Fen = yuan(2_500);
/// How many requests stand in each state that is not paid yet.
const OPEN: [(RequestState, usize); 6] = [
    (RequestState::Drafted, 6),
    (RequestState::Submitted, 14),
    (RequestState::Reviewed, 9),
    (RequestState::Approved, 7),
    (RequestState::Refused, 8),
    (RequestState::Returned, 5),
];

impl<'a> Making<'a> {
    /// What was granted and paid in the year.
    pub(super) fn grant(&mut self) {
        for (purpose, count, [least, most]) in GRANTS {
            for household in self.asking(purpose, count, 0) {
                let amount = yuan(i64::from(self.dice.between(least, most)) * 100);
                let drafted_on = self.some_draft_day(household, 340, 24);
                let request = self.request(household, RequestKind::Grant, purpose, amount, drafted_on);
                let (own, request) = self.paid(request);
                let account = if purpose == Purpose::Emergency && amount <= IN_CASH {
                    AccountKind::Cash
                } else {
                    AccountKind::Bank
                };
                self.pay(own, &request, purpose.account(), account, None);
            }
        }
    }

    /// Requests of the last weeks, in every state before they are paid.
    pub(super) fn ask(&mut self) {
        for (state, count) in OPEN {
            for place in 0..count {
                let row = place % GRANTS.len();
                let Some((purpose, taken, [least, most])) = GRANTS.get(row).copied() else { continue };
                let Some(household) = self.asking(purpose, 1, taken + 40 + place + state as usize * 20).pop() else {
                    continue;
                };
                let amount = yuan(i64::from(self.dice.between(least, most)) * 100);
                let is_lent = purpose == Purpose::StartUp && place % 2 == 1;
                let drafted_on = self.some_draft_day(household, 30, 14);
                let kind = if is_lent { RequestKind::Loan } else { RequestKind::Grant };
                let request = self.request(household, kind, purpose, amount, drafted_on);
                let request = self.brought_to(request, state, place);
                let own = self.next_request();
                self.fund.requests.push((own, request));
            }
        }
    }

    /// Households that may ask for a purpose, from a place in their order on.
    pub(super) fn asking(&self, purpose: Purpose, count: usize, from: usize) -> Vec<&'a Household> {
        let before = after(self.today, -45);
        let stands = |one: &&&Household| {
            let is_old = one.case.surveyed_on.is_some_and(|day| day < before);
            is_old && !one.is_at(Stage::Left) && !one.is_at(Stage::Surveyed)
        };
        let fits = |one: &&&Household| match purpose {
            Purpose::Illness => matches!(one.case.main_cause, Some(Cause::Illness | Cause::Disability)),
            Purpose::Schooling => one.student().is_some(),
            _ => true,
        };
        let skipped = match purpose {
            Purpose::Households => 300,
            Purpose::Emergency => 600,
            _ => 0,
        };
        let all = self.households.iter().filter(stands).filter(fits).skip(skipped + from);
        all.take(count).copied().collect()
    }

    /// A day on which a household may have asked.
    pub(super) fn some_draft_day(&mut self, household: &Household, most: i32, least: i32) -> Date {
        let surveyed = household.case.surveyed_on.unwrap_or(self.today);
        let from = after(self.today, -most).max(after(surveyed, 5));
        some_day(&mut self.dice, from, after(self.today, -least))
    }

    /// What a household asks for, as a draft.
    pub(super) fn request(
        &mut self,
        household: &Household,
        kind: RequestKind,
        purpose: Purpose,
        amount: Fen,
        drafted_on: Date,
    ) -> Request {
        let words = if kind == RequestKind::Loan { LOAN_GROUNDS } else { grounds(purpose) };
        let words = self.dice.pick(words);
        let industry = self.villages.get(household.village).map(|village| village.industry);
        let parts = [
            ("who", household.who()),
            ("student", household.student().unwrap_or_default()),
            ("industry", industry.map_or("", |one| one.name)),
            ("thing", industry.map_or("", |one| one.thing)),
        ];
        let is_lent = kind == RequestKind::Loan;
        let months = if is_lent { [12, 18, 24][self.dice.below(3)] } else { 0 };
        Request {
            case: Some(household.id),
            kind: Some(kind),
            purpose: Some(purpose),
            amount,
            grounds: filled(words, &parts),
            need: self.need_of(household, purpose),
            state: Some(RequestState::Drafted),
            drafted_on: Some(drafted_on),
            months,
            instalments: months / 3,
            rate: if is_lent && self.dice.percent(50) { 240 } else { 0 },
            ..Request::default()
        }
    }

    fn need_of(&self, household: &Household, purpose: Purpose) -> Option<Id<domain::records::Need>> {
        let kind = match purpose {
            Purpose::Illness => NeedKind::Medical,
            Purpose::Schooling => NeedKind::Schooling,
            Purpose::StartUp => NeedKind::StartUp,
            _ => return None,
        };
        let is_it = |need: &domain::records::Need| need.case == Some(household.id) && need.kind == Some(kind);
        self.needs.iter().find(|(_, need)| is_it(need)).map(|(id, _)| *id)
    }

    /// The number of the next request.
    pub(super) fn next_request(&self) -> Id<Request> {
        let count = self.fund.requests.len() + self.fund.write_offs.len();
        id(u32::try_from(count + 1).unwrap_or(u32::MAX))
    }

    /// A request brought all the way; verified where it was paid long enough ago.
    pub(super) fn paid(&mut self, request: Request) -> (Id<Request>, Request) {
        let mut request = self.brought_to(request, RequestState::Approved, 0);
        let approved_on = request.seconded_on.or(request.approved_on).unwrap_or(self.today);
        let paid_on = after(approved_on, self.dice.between(0, 3)).min(self.today);
        (request.state, request.paid_by, request.paid_on) =
            (Some(RequestState::Paid), CASHIER.to_owned(), Some(paid_on));
        let verified_on = after(paid_on, self.dice.between(10, 30));
        if verified_on <= self.today && request.kind == Some(RequestKind::Grant) {
            request.state = Some(RequestState::Verified);
            (request.verified_by, request.verified_on) = (INSPECTOR.to_owned(), Some(verified_on));
            request.verification = self.dice.pick(VERIFICATIONS).to_owned();
        }
        let own = self.next_request();
        self.fund.requests.push((own, request.clone()));
        (own, request)
    }

    /// A draft brought to a state, step by step.
    pub(super) fn brought_to(&mut self, mut request: Request, state: RequestState, place: usize) -> Request {
        let drafted_on = request.drafted_on.unwrap_or(self.today);
        if state == RequestState::Drafted {
            return request;
        }
        let clerk = CLERKS[self.dice.below(CLERKS.len())];
        let submitted_on = after(drafted_on, self.dice.between(0, 2));
        (request.submitted_by, request.submitted_on) = (clerk.to_owned(), Some(submitted_on));
        request.state = Some(RequestState::Submitted);
        let reviewed_on = after(submitted_on, self.dice.between(1, 3));
        match state {
            RequestState::Submitted => return request,
            RequestState::Refused | RequestState::Returned => return self.answered(request, state, reviewed_on),
            _ => {}
        }
        (request.reviewed_by, request.reviewed_on) = (REVIEWER.to_owned(), Some(reviewed_on));
        request.review = self.dice.pick(REVIEWS).to_owned();
        request.state = Some(RequestState::Reviewed);
        let is_signed = state == RequestState::Approved || (place % 4 == 3 && request.amount > TWO_PERSONS);
        if is_signed { self.approved(request, reviewed_on, state == RequestState::Approved) } else { request }
    }

    /// A large sum waits for a second person, unless it has that one too.
    fn approved(&mut self, mut request: Request, reviewed_on: Date, is_whole: bool) -> Request {
        let approved_on = after(reviewed_on, self.dice.between(1, 3));
        (request.approved_by, request.approved_on) = (APPROVERS[0].to_owned(), Some(approved_on));
        (request.approved, request.approved_as) = (request.amount, check_code(&request));
        if is_whole {
            request.state = Some(RequestState::Approved);
            if request.amount > TWO_PERSONS {
                let seconded_on = after(approved_on, self.dice.between(0, 2));
                (request.seconded_by, request.seconded_on) = (APPROVERS[1].to_owned(), Some(seconded_on));
            }
        }
        request
    }

    fn answered(&mut self, mut request: Request, state: RequestState, on: Date) -> Request {
        let words = if state == RequestState::Refused { REFUSALS } else { RETURNS };
        (request.answered_by, request.answered_on) = (REVIEWER.to_owned(), Some(on));
        request.answer = self.dice.pick(words).to_owned();
        request.state = Some(state);
        request
    }

    /// The entry that pays a request.
    pub(super) fn pay(
        &mut self,
        own: Id<Request>,
        request: &Request,
        debit: AccountKind,
        credit: AccountKind,
        loan: Option<Id<domain::records::Loan>>,
    ) {
        self.postings.push(Entry {
            on: request.paid_on,
            debit: Some(standard(debit)),
            credit: Some(standard(credit)),
            amount: request.amount,
            purpose: request.purpose,
            case: request.case,
            request: Some(own),
            loan,
            posted_by: CASHIER.to_owned(),
            ..Entry::default()
        });
    }
}
