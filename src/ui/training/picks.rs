//! What a session is made of, to choose from: courses, sites, instructors, each told from others of its name.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Course, Instructor, Session, SessionField};
use domain::{Id, entry};
use leptos::prelude::*;
use replica::query::training::{self, Absence, CountySites, sites_by_county};

use crate::context::{use_desk, use_language};
use crate::entry::{Entry, named_picks};
use crate::values::dotted;
use crate::widget::field::Choice;
use crate::widget::list::{Banner, Tone};

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

/// That the instructor said to have no time on those days. It does not stand in the way.
#[component]
pub(super) fn AbsenceWarning(form: Entry<Session>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let [from, until, who] =
        [SessionField::starts_on, SessionField::ends_on, SessionField::instructor].map(|field| form.one(field));
    let absence = desk.memo(move |state| {
        let instructor = state.get(who.get().parse::<Id<Instructor>>().ok()?)?;
        let first = entry::date(&from.get()).ok()?;
        let last = entry::date(&until.get()).ok().filter(|last| *last >= first).unwrap_or(first);
        training::absence(instructor, first, last).map(|absence| (instructor.name.clone(), absence))
    });
    move || {
        absence.get().map(|(name, absence)| {
            let text = match absence {
                Absence::Day(day) => language.instructor_not_on(&name, language.of(day)),
                Absence::Fields(_) => language.instructor_in_fields(&name),
            };
            view! { <Banner tone=Tone::Warn text/> }
        })
    }
}
