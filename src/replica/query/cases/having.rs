//! What a household has in it: somebody at school, somebody disabled or gravely ill, somebody away for work, somebody
//! without insurance. By these a list is asked.

use domain::Id;
use domain::records::{Case, Health, Insurance, Member, MemberField, Student};

use crate::State;

/// What a household has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Having {
    /// Somebody at school.
    Student = 1,
    /// Somebody with a disability.
    Disabled = 2,
    /// Somebody gravely ill.
    Ill = 3,
    /// Somebody who works away.
    Away = 4,
    /// Somebody without medical insurance.
    Uninsured = 5,
}

impl Having {
    /// In the order in which a list offers them.
    pub const ALL: [Self; 5] = [Self::Student, Self::Disabled, Self::Ill, Self::Away, Self::Uninsured];

    /// The one of that number.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|having| *having as u16 == number)
    }

    fn is_true_of(self, member: &Member) -> bool {
        match self {
            Self::Student => is_at_school(member),
            Self::Disabled => member.health == Some(Health::Disabled) || !member.disability_card.is_empty(),
            Self::Ill => member.health == Some(Health::Grave),
            Self::Away => member.months_away > 0,
            Self::Uninsured => member.medical_insurance == Some(Insurance::None),
        }
    }
}

/// Whether a member is at school now; an older file tells it by the school alone.
#[must_use]
pub fn is_at_school(member: &Member) -> bool {
    match member.student {
        Some(student) => student != Student::No,
        None => !member.school.is_empty(),
    }
}

/// Whether a household has it.
#[must_use]
pub fn has(state: &State, case: Id<Case>, having: Having) -> bool {
    of(state, case, having).next().is_some()
}

/// The names of the members of a household of whom it is true.
pub fn of(state: &State, case: Id<Case>, having: Having) -> impl Iterator<Item = &str> {
    let members = state.referring::<Member>(MemberField::case, case.raw());
    members.filter(move |(_, member)| having.is_true_of(member)).map(|(_, member)| member.name.as_str())
}
