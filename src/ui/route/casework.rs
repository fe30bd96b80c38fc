//! The addresses of casework: helpers and pairing, notices and steps, emergencies, incomes, rounds of visits. A part of
//! [`super::Route`], apart because the list is long.

use domain::records::{Case, Emergency, Helper, Income, LifeStep, Notice, Pairing, PovertyLine, Promise};
use domain::{Choice as _, Id};

use super::{Route, Target, edit_path, form_path, id_of, target};

/// A place in casework.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Casework {
    Helpers,
    Helper(Id<Helper>),
    HelperForm(Target<Helper>),
    Board,
    HandOver(Id<Pairing>),
    EndPairing(Id<Pairing>),
    NoticeNew(Id<Case>),
    Notice(Id<Notice>),
    Step(Id<Case>, LifeStep),
    Emergencies,
    EmergencyNew(Target<Case>),
    Emergency(Id<Emergency>),
    EmergencyEdit(Id<Emergency>),
    FollowUp(Id<Emergency>),
    CloseEmergency(Id<Emergency>),
    IncomeNew(Id<Case>),
    Income(Id<Income>),
    Lines,
    LineForm(Target<PovertyLine>),
    Round,
    /// The round of the day.
    Day,
    Needs,
    Promise(Id<Promise>),
    /// Files that may be of one household.
    Doubles,
    /// Two files: the one that stays, and the one that goes.
    Join(Id<Case>, Id<Case>),
    /// The case file on paper.
    Sheet(Id<Case>),
}

impl Casework {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            ["helpers"] => Self::Helpers,
            ["helpers", "new"] => Self::HelperForm(None),
            ["helpers", id] => Self::Helper(id_of(id)?),
            ["helpers", id, "edit"] => Self::HelperForm(Some(id_of(id)?)),
            ["pairing"] => Self::Board,
            ["pairings", id, "hand-over"] => Self::HandOver(id_of(id)?),
            ["pairings", id, "end"] => Self::EndPairing(id_of(id)?),
            ["cases", id, "notices", "new"] => Self::NoticeNew(id_of(id)?),
            ["cases", id, "steps", step] => Self::Step(id_of(id)?, LifeStep::from_number(step.parse().ok()?)?),
            ["cases", id, "emergencies", "new"] => Self::EmergencyNew(Some(id_of(id)?)),
            ["cases", id, "incomes", "new"] => Self::IncomeNew(id_of(id)?),
            ["notices", id] => Self::Notice(id_of(id)?),
            ["emergencies"] => Self::Emergencies,
            ["emergencies", "new"] => Self::EmergencyNew(None),
            ["emergencies", id] => Self::Emergency(id_of(id)?),
            ["emergencies", id, "edit"] => Self::EmergencyEdit(id_of(id)?),
            ["emergencies", id, "follow-up"] => Self::FollowUp(id_of(id)?),
            ["emergencies", id, "close"] => Self::CloseEmergency(id_of(id)?),
            ["incomes", id] => Self::Income(id_of(id)?),
            ["lines"] => Self::Lines,
            ["lines", id] => Self::LineForm(target(id)?),
            ["round"] => Self::Round,
            ["day"] => Self::Day,
            ["needs"] => Self::Needs,
            ["promises", id] => Self::Promise(id_of(id)?),
            ["doubles"] => Self::Doubles,
            ["cases", id, "sheet"] => Self::Sheet(id_of(id)?),
            ["cases", keep, "join", other] => Self::Join(id_of(keep)?, id_of(other)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Helpers => "/casework/helpers".into(),
            Self::Helper(id) => format!("/casework/helpers/{id}"),
            Self::HelperForm(id) => edit_path("/casework/helpers", id),
            Self::Board => "/casework/pairing".into(),
            Self::HandOver(id) => format!("/casework/pairings/{id}/hand-over"),
            Self::EndPairing(id) => format!("/casework/pairings/{id}/end"),
            Self::NoticeNew(case) => format!("/casework/cases/{case}/notices/new"),
            Self::Notice(id) => format!("/casework/notices/{id}"),
            Self::Step(case, step) => format!("/casework/cases/{case}/steps/{}", step.number()),
            Self::Emergencies => "/casework/emergencies".into(),
            Self::EmergencyNew(None) => "/casework/emergencies/new".into(),
            Self::EmergencyNew(Some(case)) => format!("/casework/cases/{case}/emergencies/new"),
            Self::Emergency(id) => format!("/casework/emergencies/{id}"),
            Self::EmergencyEdit(id) => format!("/casework/emergencies/{id}/edit"),
            Self::FollowUp(id) => format!("/casework/emergencies/{id}/follow-up"),
            Self::CloseEmergency(id) => format!("/casework/emergencies/{id}/close"),
            Self::IncomeNew(case) => format!("/casework/cases/{case}/incomes/new"),
            Self::Income(id) => format!("/casework/incomes/{id}"),
            Self::Lines => "/casework/lines".into(),
            Self::LineForm(id) => form_path("/casework/lines", id),
            Self::Round => "/casework/round".into(),
            Self::Day => "/casework/day".into(),
            Self::Needs => "/casework/needs".into(),
            Self::Promise(id) => format!("/casework/promises/{id}"),
            Self::Doubles => "/casework/doubles".into(),
            Self::Sheet(case) => format!("/casework/cases/{case}/sheet"),
            Self::Join(keep, other) => format!("/casework/cases/{keep}/join/{other}"),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

impl From<Casework> for Route {
    fn from(place: Casework) -> Self {
        Self::Casework(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let places = [
            Casework::Helpers,
            Casework::Helper(Id::new(uuid)),
            Casework::HelperForm(None),
            Casework::HelperForm(Some(Id::new(uuid))),
            Casework::Board,
            Casework::HandOver(Id::new(uuid)),
            Casework::EndPairing(Id::new(uuid)),
            Casework::NoticeNew(Id::new(uuid)),
            Casework::Notice(Id::new(uuid)),
            Casework::Step(Id::new(uuid), LifeStep::NeedyAgain),
            Casework::Emergencies,
            Casework::EmergencyNew(None),
            Casework::EmergencyNew(Some(Id::new(uuid))),
            Casework::Emergency(Id::new(uuid)),
            Casework::EmergencyEdit(Id::new(uuid)),
            Casework::FollowUp(Id::new(uuid)),
            Casework::CloseEmergency(Id::new(uuid)),
            Casework::IncomeNew(Id::new(uuid)),
            Casework::Income(Id::new(uuid)),
            Casework::Lines,
            Casework::LineForm(None),
            Casework::LineForm(Some(Id::new(uuid))),
            Casework::Round,
            Casework::Day,
            Casework::Needs,
            Casework::Promise(Id::new(uuid)),
            Casework::Sheet(Id::new(uuid)),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
        let nonsense = format!("/casework/cases/{uuid}/steps/99");
        assert_eq!(Route::parse(&nonsense), Route::Unknown);
    }
}
