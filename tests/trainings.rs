//! Training across the crates: the programme's own table by specialty, out of the demonstration's records.

use domain::records::{Site, SiteKind};
use replica::query::training::{self, FileOf};

use crate::flows::filled;

/// Gongzhuling's classes over the distance-education network: 36, 213, 23, 5, 20 and 4 people, 301 in all.
#[test]
fn gongzhuling_s_table_by_specialty_is_the_programme_s() {
    let (_, store) = filled();
    let state = store.state();
    let schools = state.all::<Site>().iter().filter(|(_, site)| site.kind == Some(SiteKind::School));
    let tables = schools.map(|(id, _)| {
        let holdings = training::holdings(&state, FileOf::Site(id));
        let year = training::years(&holdings).last().copied();
        let of_year = move |one: &training::Holding| one.line.starts_on.map(time::Date::year) == year;
        let first: Vec<training::Holding> = holdings.into_iter().filter(of_year).collect();
        let people = training::by_specialty(&first).into_iter().map(|line| line.people).collect::<Vec<_>>();
        (people, training::totals(&first).people)
    });
    let expected = (vec![36, 213, 23, 5, 20, 4], 301);
    let tables: Vec<_> = tables.collect();
    assert!(tables.contains(&expected), "{tables:?}");
}
