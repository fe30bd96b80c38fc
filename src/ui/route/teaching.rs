//! The addresses of what is kept about training beside its sessions: follow-ups, guidance teams, outreach, files. A part of [`super::Route`].

use domain::Id;
use domain::records::{Course, GuidanceTeam, Instructor, Outreach, Site};

use super::{Route, Target, edit_path, form_path, id_of, target};

/// A place of the files of training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Teaching {
    /// Whom to ask what became of a training.
    FollowUps,
    /// The guidance teams.
    Teams,
    /// A team.
    Team(Id<GuidanceTeam>),
    /// The form of a team.
    TeamForm(Target<GuidanceTeam>),
    /// Science brought to the countryside.
    Outreaches,
    /// The form of one such event.
    OutreachForm(Target<Outreach>),
    /// The file of a course.
    Course(Id<Course>),
    /// The file of a site.
    Site(Id<Site>),
    /// The file of an instructor.
    Instructor(Id<Instructor>),
}

impl Teaching {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            ["follow-ups"] => Self::FollowUps,
            ["teams"] => Self::Teams,
            ["teams", "new"] => Self::TeamForm(None),
            ["teams", id] => Self::Team(id_of(id)?),
            ["teams", id, "edit"] => Self::TeamForm(Some(id_of(id)?)),
            ["outreach"] => Self::Outreaches,
            ["outreach", id] => Self::OutreachForm(target(id)?),
            ["courses", id, "file"] => Self::Course(id_of(id)?),
            ["sites", id, "file"] => Self::Site(id_of(id)?),
            ["instructors", id, "file"] => Self::Instructor(id_of(id)?),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::FollowUps => "/training/follow-ups".into(),
            Self::Teams => "/training/teams".into(),
            Self::Team(id) => format!("/training/teams/{id}"),
            Self::TeamForm(id) => edit_path("/training/teams", id),
            Self::Outreaches => "/training/outreach".into(),
            Self::OutreachForm(id) => form_path("/training/outreach", id),
            Self::Course(id) => format!("/training/courses/{id}/file"),
            Self::Site(id) => format!("/training/sites/{id}/file"),
            Self::Instructor(id) => format!("/training/instructors/{id}/file"),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

impl From<Teaching> for Route {
    fn from(place: Teaching) -> Self {
        Self::Teaching(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let (course, site) = (Teaching::Course(Id::new(uuid)), Teaching::Site(Id::new(uuid)));
        let places = [
            Teaching::FollowUps,
            course,
            site,
            Teaching::Instructor(Id::new(uuid)),
            Teaching::Teams,
            Teaching::Team(Id::new(uuid)),
            Teaching::TeamForm(None),
            Teaching::TeamForm(Some(Id::new(uuid))),
            Teaching::Outreaches,
            Teaching::OutreachForm(None),
            Teaching::OutreachForm(Some(Id::new(uuid))),
        ];
        for place in places {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
