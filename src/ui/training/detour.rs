//! The way from a session's form to that of a course, site or instructor which is not there yet, and back with it.
//! What was typed stays in the session's draft meanwhile.

use domain::{Id, Record};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;
use replica::state::Kept;

use crate::context::Desk;
use crate::route::{Route, Target};

/// Where a detour began: which session's form, and what its address said.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Detour {
    /// The session's id, or `new`.
    then: String,
    /// The day it was opened with.
    on: Option<String>,
    /// The course it was opened with.
    course: Option<String>,
}

impl Detour {
    /// A detour from the form of that session, as its address stands.
    pub(super) fn from<T>(target: Target<T>, params: &ParamsMap) -> Self {
        let then = target.map_or_else(|| "new".to_owned(), |id| id.to_string());
        Self { then, on: params.get("on"), course: params.get("course") }
    }

    /// The detour that this form was opened on, if it was.
    fn read(params: &ParamsMap) -> Option<Self> {
        let then = params.get("then")?;
        Some(Self { then, on: params.get("on"), course: params.get("course") })
    }

    /// The way there.
    pub(super) fn href(&self, route: &Route) -> String {
        route.href_with(&query(&[
            ("then", Some(&self.then)),
            ("on", self.on.as_ref()),
            ("course", self.course.as_ref()),
        ]))
    }

    /// The way back, with what was added.
    fn back(&self, added: Option<String>) -> String {
        let query = query(&[("on", self.on.as_ref()), ("course", self.course.as_ref()), ("added", added.as_ref())]);
        let route = Route::SessionForm(self.then.parse().ok());
        if query.is_empty() { route.href() } else { route.href_with(&query) }
    }
}

fn query(parts: &[(&str, Option<&String>)]) -> String {
    let said = parts.iter().filter_map(|(name, value)| value.map(|value| format!("{name}={value}")));
    said.collect::<Vec<_>>().join("&")
}

/// The two ways out of a form: back without saving, and on once it is saved.
#[derive(Clone)]
pub(super) struct WayOut {
    /// Where "cancel" leads.
    pub(super) back: String,
    /// Leads on after a save.
    pub(super) leave: Callback<()>,
}

/// The ways out of the form of a course, site or instructor: to the session's form that asked for it, else to the list.
pub(super) fn use_way_out<T: Kept + Record>(desk: Desk, list: &Route) -> WayOut {
    let (navigate, list) = (use_navigate(), list.href());
    let detour = use_location().query.with_untracked(Detour::read);
    let back = detour.as_ref().map_or_else(|| list.clone(), |detour| detour.back(None));
    let leave = Callback::new(move |()| {
        let to = detour.as_ref().map_or_else(|| list.clone(), |detour| detour.back(last_of::<T>(desk)));
        navigate(&to, Default::default());
    });
    WayOut { back, leave }
}

/// The record that came last, as text.
fn last_of<T: Kept + Record>(desk: Desk) -> Option<String> {
    last(desk).map(|id: Id<T>| id.to_string())
}

/// The record that came last: right after a save, the one that was made.
pub(super) fn last<T: Kept + Record>(desk: Desk) -> Option<Id<T>> {
    untrack(|| desk.ask(|state| state.all::<T>().iter().last().map(|(id, _)| id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detour_leads_back_to_where_it_began() {
        let detour = Detour { then: "new".into(), on: Some("2026-11-25".into()), course: None };
        let there = detour.href(&Route::CourseForm(None));
        assert!(there.ends_with("?then=new&on=2026-11-25"), "{there}");
        assert!(detour.back(Some("7".into())).ends_with("?on=2026-11-25&added=7"));
        assert!(Detour { then: "new".into(), ..Detour::default() }.back(None).ends_with("new"));
    }
}
