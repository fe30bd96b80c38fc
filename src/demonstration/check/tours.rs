//! Tours: each as its command would let it be, with stops in several counties, and visitors where it is over.

use std::collections::HashSet;

use domain::Id;
use domain::records::{Demonstration, Stop, Tour, TourState, Visitor};

use super::{World, by_id};

pub(super) fn tours_lead_from_stop_to_stop(world: &World) {
    let days: Vec<_> = world.tours().map(|(_, tour)| tour.planned_on.expect("a day")).collect();
    assert!(days.len() == 3 && days[0] < world.today && days[1] == world.today && days[2] > world.today);
    for (id, tour) in world.tours() {
        let is_whole = !tour.title.is_empty() && tour.begins_at > 0 && !tour.leader.is_empty();
        assert!(is_whole && (tour.state == Some(TourState::Held)) == (tour.planned_on < Some(world.today)), "{tour:?}");
        let stops: Vec<&Stop> = world.stops().map(|(_, stop)| stop).filter(|stop| stop.tour == Some(id)).collect();
        assert!((5..=8).contains(&stops.len()), "{} stops of {}", stops.len(), tour.title);
        stops_are_in_order(&stops);
        assert!(counties(world, &stops).len() > 1, "{}", tour.title);
    }
    visitors_came_along(world);
}

fn stops_are_in_order(stops: &[&Stop]) {
    let mut places = HashSet::new();
    for (position, stop) in (1..).zip(stops) {
        let named = [stop.demonstration.is_some(), stop.cooperative.is_some(), stop.site.is_some()];
        assert_eq!(named.iter().filter(|named| **named).count(), 1, "{stop:?}");
        assert!(places.insert((stop.demonstration, stop.cooperative, stop.site)), "{stop:?}");
        assert!(stop.position == position && (1..=480).contains(&stop.stay), "{stop:?}");
        assert!(stop.closes_at == 0 || stop.closes_at > stop.opens_at, "{stop:?}");
    }
}

/// The counties in which a tour stops.
fn counties(world: &World, stops: &[&Stop]) -> HashSet<Option<Id<domain::records::Division>>> {
    let (divisions, cases) = (by_id(world.divisions()), by_id(world.cases()));
    let (sites, cooperatives) = (by_id(world.sites()), by_id(world.cooperatives()));
    let demonstrations = by_id(world.demonstrations());
    let of_household = |one: &Demonstration| one.case.map_or(one.village, |case| cases[&case].village);
    let village = |stop: &Stop| match (stop.demonstration, stop.cooperative, stop.site) {
        (Some(id), ..) => of_household(demonstrations[&id]),
        (_, Some(id), _) => cooperatives[&id].village,
        (.., Some(id)) => sites[&id].division,
        _ => None,
    };
    let above = |id: Option<Id<_>>| id.and_then(|id| divisions[&id].parent);
    stops.iter().map(|stop| above(above(village(stop)))).collect()
}

fn visitors_came_along(world: &World) {
    let (stops, members, cases) = (by_id(world.stops()), by_id(world.members()), by_id(world.cases()));
    let tours: std::collections::HashMap<Id<Tour>, &Tour> = by_id(world.tours());
    let is_whole = |visitor: &Visitor| {
        let tour = visitor.tour.expect("a tour");
        let on_tour = visitor.stop.is_none_or(|stop| stops[&stop].tour == Some(tour));
        !visitor.name.is_empty() && on_tour && visitor.signed_on == tours[&tour].planned_on
    };
    assert!(world.visitors().count() > 8 && world.visitors().all(|(_, visitor)| is_whole(visitor)));
    let specialties = by_id(world.specialties());
    let mut kept = 0;
    for (_, visitor) in world.visitors() {
        let Some(member) = visitor.member.map(|member| members[&member]) else { continue };
        kept += 1;
        let subject = &specialties[&visitor.specialty.expect("a specialty")].name;
        assert!(member.wish.contains(subject.as_str()) && member.name == visitor.name, "{visitor:?}");
        assert_eq!(cases[&member.case.expect("a case")].phone, visitor.phone);
    }
    assert_eq!(kept, 2);
}
