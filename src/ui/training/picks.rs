//! What a session is made of, to choose from: courses, sites, instructors, each told from others of its name.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Course, Instructor};
use leptos::prelude::*;
use replica::query::training::{CountySites, sites_by_county};

use crate::context::use_desk;
use crate::entry::named_picks;
use crate::values::dotted;
use crate::widget::field::Choice;

/// Courses by title.
pub(super) fn course_picks() -> Signal<Vec<Choice>> {
    named_picks::<Course>(|_, course| course.title.clone())
}

/// Instructors by name, with what they teach.
pub(super) fn instructor_picks() -> Signal<Vec<Choice>> {
    named_picks::<Instructor>(|_, one| dotted([one.name.clone(), one.subject.clone(), one.organisation.clone()]))
}

/// Sites by county; those that seat people come first.
pub(super) fn site_picks() -> Signal<Vec<Choice>> {
    use_desk().memo(|state| site_choices(sites_by_county(state))).into()
}

fn site_choices(counties: Vec<CountySites>) -> Vec<Choice> {
    let of_county = |county: CountySites| {
        let name = county.name;
        let choice = move |site: replica::query::training::SiteLine| {
            (site.seats == 0, Choice::new(site.id.to_string(), dotted([name.clone(), site.name])))
        };
        county.sites.into_iter().map(choice)
    };
    let mut choices: Vec<(bool, Choice)> = counties.into_iter().flat_map(of_county).collect();
    choices.arrange_by_cached_key(|(is_without, choice)| (*is_without, sort_key(&choice.label)));
    choices.into_iter().map(|(_, choice)| choice).collect()
}
