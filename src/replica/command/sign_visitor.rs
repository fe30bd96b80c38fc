//! A visitor of a tour signs in, leaves a word, and says what they would like to learn. Who is found in the register by
//! name and telephone has the wish kept there; for others the office can say later who they are.

use domain::records::{Member, Visitor, VisitorField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::prosperity::tours::{member_of, wish_of, wish_with};

/// Signs a visitor in.
#[derive(Clone, Debug, PartialEq)]
pub struct SignVisitor {
    /// Who, on which tour. The day and the member are found by the command.
    pub visitor: Visitor,
}

impl Command for SignVisitor {
    fn intent(&self) -> Intent {
        Intent::SignVisitor
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let visitor = &self.visitor;
        if visitor.tour.is_none_or(|tour| state.get(tour).is_none()) {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let mut problems = Vec::new();
        if visitor.name.is_empty() {
            problems.push(Problem::at(VisitorField::name, Fault::Missing));
        }
        if visitor.stop.is_some_and(|stop| state.get(stop).is_none_or(|stop| stop.tour != visitor.tour)) {
            problems.push(Problem::at(VisitorField::stop, Fault::Gone));
        }
        if visitor.specialty.is_some_and(|specialty| state.get(specialty).is_none()) {
            problems.push(Problem::at(VisitorField::specialty, Fault::Gone));
        }
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let member = member_of(draft.state(), &self.visitor);
        let wish = wish_of(draft.state(), &self.visitor);
        let signed_on = Some(draft.today());
        draft.create(&Visitor { member, signed_on, ..self.visitor.clone() });
        keep_wish(draft, member, &wish);
    }
}

/// Says which member of the register a visitor is.
#[derive(Clone, Debug, PartialEq)]
pub struct TieVisitor {
    /// The visitor.
    pub id: Id<Visitor>,
    /// Who it is.
    pub member: Option<Id<Member>>,
}

impl Command for TieVisitor {
    fn intent(&self) -> Intent {
        Intent::TieVisitor
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        if state.get(self.id).is_none() {
            return vec![Problem::of_entry(Fault::Gone)];
        }
        let fault = match self.member.map(|member| state.get(member)) {
            None => Some(Fault::Missing),
            Some(None) => Some(Fault::Gone),
            Some(Some(_)) => None,
        };
        fault.map(|fault| Problem::at(VisitorField::member, fault)).into_iter().collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let wish = draft.state().get(self.id).map(|visitor| wish_of(draft.state(), visitor)).unwrap_or_default();
        draft.update(self.id, |visitor| visitor.member = self.member);
        keep_wish(draft, self.member, &wish);
    }
}

/// Adds a subject to what a member would like to learn.
fn keep_wish(draft: &mut Draft<'_>, member: Option<Id<Member>>, subject: &str) {
    if let Some(member) = member {
        draft.update(member, |one| one.wish = wish_with(&one.wish, subject));
    }
}
