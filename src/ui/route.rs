//! Every address of the app, and nothing else: a route from a path, a path from a route.
//! What a page shows (filters, month, tab) is in the query; nothing personal may stand in an address.

use std::str::FromStr;

use domain::Id;
use domain::records::{
    Case, Cooperative, Course, Demonstration, Instructor, Member, Need, RadiationLink, Session, Site, Visit,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

mod casework;
mod class;
mod fund;
mod leading;
mod plans;
mod requests;
mod teaching;
mod tours;

pub(crate) use casework::Casework;
pub(crate) use class::Class;
pub(crate) use fund::{Deed, Fund};
pub(crate) use leading::Leading;
pub(crate) use plans::Plans;
pub(crate) use requests::{Origin, Requests};
pub(crate) use teaching::Teaching;
pub(crate) use tours::Tours;

/// A record that is new, or one that is there.
pub(crate) type Target<T> = Option<Id<T>>;

/// A place in the app.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Route {
    Today,
    Cases,
    CaseNew,
    Case(Id<Case>),
    CaseEdit(Id<Case>),
    MemberNew(Id<Case>),
    MemberEdit(Id<Member>),
    NeedNew(Id<Case>),
    NeedEdit(Id<Need>),
    VisitNew(Id<Case>),
    Visit(Id<Visit>),
    Casework(Casework),
    Calendar,
    Session(Id<Session>),
    SessionForm(Target<Session>),
    Enrolment(Id<Session>),
    Class(Class),
    Plans(Plans),
    Courses,
    CourseForm(Target<Course>),
    Sites,
    SiteForm(Target<Site>),
    Instructors,
    InstructorForm(Target<Instructor>),
    Teaching(Teaching),
    Cooperatives,
    Cooperative(Id<Cooperative>),
    CooperativeForm(Target<Cooperative>),
    CooperativeEnrolment(Id<Cooperative>),
    Demonstrations,
    Demonstration(Id<Demonstration>),
    DemonstrationForm(Target<Demonstration>),
    LinkNew(Id<Demonstration>),
    LinkEdit(Id<RadiationLink>),
    Leading(Leading),
    Tours(Tours),
    Fund(Fund),
    Requests(Requests),
    Inbox,
    Log,
    Transfer,
    Settings,
    Unknown,
}

/// The areas of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Area {
    Today,
    Cases,
    Training,
    Prosperity,
    Fund,
    Settings,
}

impl Route {
    /// The route of a path without its base.
    pub(crate) fn parse(path: &str) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Self::parse_segments(&segments).unwrap_or(Self::Unknown)
    }

    fn parse_segments(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] | ["index.html"] => Self::Today,
            ["cases", rest @ ..] => Self::parse_case(rest)?,
            ["members", id] => Self::MemberEdit(id_of(id)?),
            ["needs", id] => Self::NeedEdit(id_of(id)?),
            ["visits", id] => Self::Visit(id_of(id)?),
            ["casework", rest @ ..] => Self::Casework(Casework::parse(rest)?),
            ["training", rest @ ..] => Self::parse_training(rest)?,
            ["prosperity", rest @ ..] => Self::parse_prosperity(rest)?,
            ["fund", rest @ ..] => Self::Fund(Fund::parse(rest)?),
            ["requests", rest @ ..] => Self::Requests(Requests::parse(rest)?),
            ["inbox"] => Self::Inbox,
            ["log"] => Self::Log,
            ["transfer"] => Self::Transfer,
            ["settings"] => Self::Settings,
            _ => return None,
        })
    }

    fn parse_case(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Cases,
            ["new"] => Self::CaseNew,
            [id] => Self::Case(id_of(id)?),
            [id, "edit"] => Self::CaseEdit(id_of(id)?),
            [id, "members", "new"] => Self::MemberNew(id_of(id)?),
            [id, "needs", "new"] => Self::NeedNew(id_of(id)?),
            [id, "visits", "new"] => Self::VisitNew(id_of(id)?),
            _ => return None,
        })
    }

    fn parse_training(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Calendar,
            ["sessions", "new"] => Self::SessionForm(None),
            ["sessions", id] => Self::Session(id_of(id)?),
            ["sessions", id, "edit"] => Self::SessionForm(Some(id_of(id)?)),
            ["sessions", id, "enrol"] => Self::Enrolment(id_of(id)?),
            ["demand" | "plans" | "planned", ..] | ["sessions", _, "series"] => Self::Plans(Plans::parse(rest)?),
            ["sessions", id, place] => Self::Class(Class::of_session(id, place)?),
            ["enrolments", id, place] => Self::Class(Class::of_enrolment(id, place)?),
            ["courses"] => Self::Courses,
            ["courses", id] => Self::CourseForm(target(id)?),
            ["sites"] => Self::Sites,
            ["sites", id] => Self::SiteForm(target(id)?),
            ["instructors"] => Self::Instructors,
            ["instructors", id] => Self::InstructorForm(target(id)?),
            rest => Self::Teaching(Teaching::parse(rest)?),
        })
    }

    fn parse_prosperity(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Cooperatives,
            ["cooperatives", "new"] => Self::CooperativeForm(None),
            ["cooperatives", id] => Self::Cooperative(id_of(id)?),
            ["cooperatives", id, "edit"] => Self::CooperativeForm(Some(id_of(id)?)),
            ["cooperatives", id, "enrol"] => Self::CooperativeEnrolment(id_of(id)?),
            ["demonstrations"] => Self::Demonstrations,
            ["demonstrations", "new"] => Self::DemonstrationForm(None),
            ["demonstrations", id] => Self::Demonstration(id_of(id)?),
            ["demonstrations", id, "edit"] => Self::DemonstrationForm(Some(id_of(id)?)),
            ["demonstrations", id, "links", "new"] => Self::LinkNew(id_of(id)?),
            ["links", id] => Self::LinkEdit(id_of(id)?),
            ["planning"] => Self::Leading(Leading::Planning),
            ["picture"] => Self::Leading(Leading::Picture),
            ["outcomes"] => Self::Leading(Leading::Outcomes),
            ["selection", rest @ ..] => Self::Leading(Leading::parse(rest)?),
            ["tours", rest @ ..] => Self::Tours(Tours::parse(rest)?),
            _ => return None,
        })
    }

    /// The path, without its base.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Today | Self::Unknown => "/".into(),
            Self::Cases => "/cases".into(),
            Self::CaseNew => "/cases/new".into(),
            Self::Case(id) => format!("/cases/{id}"),
            Self::CaseEdit(id) => format!("/cases/{id}/edit"),
            Self::MemberNew(id) => format!("/cases/{id}/members/new"),
            Self::MemberEdit(id) => format!("/members/{id}"),
            Self::NeedNew(id) => format!("/cases/{id}/needs/new"),
            Self::NeedEdit(id) => format!("/needs/{id}"),
            Self::VisitNew(id) => format!("/cases/{id}/visits/new"),
            Self::Visit(id) => format!("/visits/{id}"),
            Self::Casework(place) => place.path(),
            Self::Calendar => "/training".into(),
            Self::Session(id) => format!("/training/sessions/{id}"),
            Self::SessionForm(id) => edit_path("/training/sessions", *id),
            Self::Enrolment(id) => format!("/training/sessions/{id}/enrol"),
            Self::Class(place) => place.path(),
            Self::Plans(place) => place.path(),
            Self::Courses => "/training/courses".into(),
            Self::CourseForm(id) => form_path("/training/courses", *id),
            Self::Sites => "/training/sites".into(),
            Self::SiteForm(id) => form_path("/training/sites", *id),
            Self::Instructors => "/training/instructors".into(),
            Self::InstructorForm(id) => form_path("/training/instructors", *id),
            Self::Teaching(place) => place.path(),
            Self::Cooperatives => "/prosperity".into(),
            Self::Cooperative(id) => format!("/prosperity/cooperatives/{id}"),
            Self::CooperativeForm(id) => edit_path("/prosperity/cooperatives", *id),
            Self::CooperativeEnrolment(id) => format!("/prosperity/cooperatives/{id}/enrol"),
            Self::Demonstrations => "/prosperity/demonstrations".into(),
            Self::Demonstration(id) => format!("/prosperity/demonstrations/{id}"),
            Self::DemonstrationForm(id) => edit_path("/prosperity/demonstrations", *id),
            Self::LinkNew(id) => format!("/prosperity/demonstrations/{id}/links/new"),
            Self::LinkEdit(id) => format!("/prosperity/links/{id}"),
            Self::Leading(place) => place.path(),
            Self::Tours(place) => place.path(),
            Self::Fund(place) => place.path(),
            Self::Requests(place) => place.path(),
            Self::Inbox => "/inbox".into(),
            Self::Log => "/log".into(),
            Self::Transfer => "/transfer".into(),
            Self::Settings => "/settings".into(),
        }
    }

    /// The area of the rail that it belongs to.
    pub(crate) fn area(&self) -> Area {
        let path = self.path();
        match path.split('/').nth(1).unwrap_or_default() {
            "cases" | "members" | "needs" | "visits" | "casework" => Area::Cases,
            "training" => Area::Training,
            "prosperity" => Area::Prosperity,
            "fund" | "requests" => Area::Fund,
            "settings" | "transfer" | "log" => Area::Settings,
            _ => Area::Today,
        }
    }

    /// Whether its page takes the whole screen, as one that is shown to others.
    pub(crate) fn is_shown(&self) -> bool {
        matches!(self, Self::Tours(Tours::Guide(_) | Tours::Sign(_)))
    }

    /// The address for a link.
    pub(crate) fn href(&self) -> String {
        format!("{}{}", base(), self.path())
    }

    /// The address for a link, with a query such as `tab=visits`.
    pub(crate) fn href_with(&self, query: &str) -> String {
        format!("{}?{query}", self.href())
    }
}

fn form_path<T>(stem: &str, id: Target<T>) -> String {
    id.map_or_else(|| format!("{stem}/new"), |id| format!("{stem}/{id}"))
}

fn edit_path<T>(stem: &str, id: Target<T>) -> String {
    id.map_or_else(|| format!("{stem}/new"), |id| format!("{stem}/{id}/edit"))
}

fn id_of<T>(text: &str) -> Option<Id<T>> {
    Id::from_str(text).ok()
}

fn target<T>(text: &str) -> Option<Target<T>> {
    if text == "new" { Some(None) } else { id_of(text).map(Some) }
}

/// The path under which the app is hosted. The router is not told: it sees whole paths, here they are cut and made, so
/// that what the router's own helpers write back into the address is never prefixed twice.
#[derive(Clone)]
pub(crate) struct BasePath(pub(crate) String);

fn base() -> String {
    use_context::<BasePath>().map(|base| base.0).unwrap_or_default()
}

/// Where the user is. Changes only when the page does, not when its query does.
pub(crate) fn use_route() -> Memo<Route> {
    let base = base();
    let pathname = use_location().pathname;
    Memo::new(move |_| pathname.with(|path| Route::parse(path.strip_prefix(base.as_str()).unwrap_or(path))))
}

/// Goes to a place. To be made while a component is set up.
pub(crate) fn use_go() -> impl Fn(Route) + Clone + Send + Sync + 'static {
    let (base, navigate) = (base(), use_navigate());
    move |route| navigate(&format!("{base}{}", route.path()), Default::default())
}

/// Goes to a place with a query such as `tab=visits`. To be made while a component is set up.
pub(crate) fn use_go_with() -> impl Fn(Route, &str) + Clone + Send + Sync + 'static {
    let (base, navigate) = (base(), use_navigate());
    move |route, query| navigate(&format!("{base}{}?{query}", route.path()), Default::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_route() {
        let uuid = domain::Uuid::from_u128(7);
        let routes = [
            Route::Today,
            Route::Cases,
            Route::CaseNew,
            Route::Case(Id::new(uuid)),
            Route::CaseEdit(Id::new(uuid)),
            Route::MemberNew(Id::new(uuid)),
            Route::MemberEdit(Id::new(uuid)),
            Route::NeedNew(Id::new(uuid)),
            Route::NeedEdit(Id::new(uuid)),
            Route::VisitNew(Id::new(uuid)),
            Route::Visit(Id::new(uuid)),
            Route::Calendar,
            Route::Session(Id::new(uuid)),
            Route::SessionForm(None),
            Route::SessionForm(Some(Id::new(uuid))),
            Route::Enrolment(Id::new(uuid)),
            Route::Courses,
            Route::CourseForm(None),
            Route::SiteForm(Some(Id::new(uuid))),
            Route::Instructors,
            Route::Cooperatives,
            Route::Cooperative(Id::new(uuid)),
            Route::CooperativeForm(None),
            Route::CooperativeEnrolment(Id::new(uuid)),
            Route::Demonstrations,
            Route::DemonstrationForm(Some(Id::new(uuid))),
            Route::LinkNew(Id::new(uuid)),
            Route::LinkEdit(Id::new(uuid)),
            Route::Inbox,
            Route::Log,
            Route::Transfer,
            Route::Settings,
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.path()), route);
        }
        assert_eq!(Route::parse("/cases/nonsense"), Route::Unknown);
        assert_eq!(Route::parse("/no/such/page"), Route::Unknown);
    }
}
