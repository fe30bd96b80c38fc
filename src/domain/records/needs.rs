//! Needs of a household: what help it asks for, for whom, by when, and what came of it. What else is to be known depends on
//! the kind: a school and its term, a hospital and the day of the stay, an employer and the pay.

use time::Date;

use crate::records::{Case, Member};
use crate::value::Fen;
use crate::{Id, choice};

choice! {
    /// What help a need asks for.
    NeedKind {
        /// Employment.
        Employment = 1,
        /// Medical care.
        Medical = 2,
        /// Schooling.
        Schooling = 3,
        /// Starting a business.
        StartUp = 4,
        /// Housing.
        Housing = 5,
        /// Something else.
        Other = 6,
    }
}

choice! {
    /// Where a need stands.
    NeedState {
        /// Asked for.
        Asked = 1,
        /// Help is planned.
        Planned = 2,
        /// Met.
        Met = 3,
    }
}

impl NeedKind {
    /// The fields that only needs of such kinds have.
    #[must_use]
    pub const fn details(self) -> &'static [NeedField] {
        use NeedField::{begins_on, member, monthly_pay, place};
        match self {
            Self::Employment => &[member, place, begins_on, monthly_pay],
            Self::Medical | Self::Schooling => &[member, place, begins_on],
            Self::StartUp | Self::Housing | Self::Other => &[],
        }
    }
}

record! {
    /// A need of a case.
    Need, NeedField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// What help is asked for.
        2 kind: Option<NeedKind>,
        /// In the household's words.
        3 note: String,
        /// Where it stands.
        4 state: Option<NeedState>,
        /// The day it was asked.
        5 asked_on: Option<Date>,
        /// The day by which help is due.
        6 due_on: Option<Date>,
        /// The day it was met.
        7 met_on: Option<Date>,
        /// With what it was met.
        8 outcome: String,
        /// The member of the household whom it is for.
        9 member: Option<Id<Member>>,
        /// The school, the hospital, or the employer.
        10 place: String,
        /// The day on which the term, the stay or the work begins.
        11 begins_on: Option<Date>,
        /// What the work pays a month.
        12 monthly_pay: Fen,
    }
}

impl Need {
    /// Whether help is still to come.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != Some(NeedState::Met)
    }

    /// The need without what needs of its kind do not have.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let kept = self.kind.map(NeedKind::details).unwrap_or_default();
        let drops = |field: NeedField| !kept.contains(&field);
        if drops(NeedField::member) {
            self.member = None;
        }
        if drops(NeedField::place) {
            self.place.clear();
        }
        if drops(NeedField::begins_on) {
            self.begins_on = None;
        }
        if drops(NeedField::monthly_pay) {
            self.monthly_pay = Fen(0);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_need_keeps_what_its_kind_has() {
        let day = Date::from_ordinal_date(2026, 240).ok();
        let full = Need {
            member: Some(Id::default()),
            place: "梨树一中".into(),
            begins_on: day,
            monthly_pay: Fen(280_000),
            ..Need::default()
        };
        let check = |kind, expected: (bool, bool, i64)| {
            let need = Need { kind: Some(kind), ..full.clone() }.tidied();
            let found = (need.member.is_some() && !need.place.is_empty(), need.begins_on == day, need.monthly_pay.0);
            assert_eq!(found, expected, "{kind:?}");
        };
        check(NeedKind::Schooling, (true, true, 0));
        check(NeedKind::Medical, (true, true, 0));
        check(NeedKind::Employment, (true, true, 280_000));
        check(NeedKind::Housing, (false, false, 0));
    }
}
