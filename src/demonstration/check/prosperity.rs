//! Cooperatives, demonstration households and whom they lead.

use std::collections::{HashMap, HashSet};

use domain::Id;
use domain::records::{Case, Cooperative, Demonstration, DemonstrationState, MembershipState};

use super::{World, by_id};

pub(super) fn cooperatives_have_room(world: &World) {
    let cooperatives = by_id(world.cooperatives());
    let mut counts: HashMap<Id<Cooperative>, u32> = HashMap::new();
    let mut cases = HashSet::new();
    for (_, membership) in world.memberships() {
        assert!(cases.insert(membership.case), "{membership:?}");
        if membership.state != Some(MembershipState::Left) {
            *counts.entry(membership.cooperative.expect("a cooperative")).or_default() += 1;
        }
        assert!(membership.left_on.is_none() || membership.left_on >= membership.joined_on, "{membership:?}");
        assert_eq!(membership.state == Some(MembershipState::Planned), membership.joined_on.is_none());
    }
    let fits = |(id, count): (&Id<Cooperative>, &u32)| {
        [0, cooperatives[id].capacity.max(*count)].contains(&cooperatives[id].capacity)
    };
    assert!(counts.iter().all(fits));
    assert!(cases.len() > 1500, "{}", cases.len());
    let names: HashSet<&str> = world.cooperatives().map(|(_, of)| of.name.as_str()).collect();
    assert_eq!(names.len(), world.cooperatives().count());
    assert!(world.cooperatives().all(|(_, of)| of.founded_on < Some(world.today) && of.capital.0 > 0));
}

pub(super) fn demonstration_households_lead(world: &World) {
    let year = u32::try_from(world.year()).expect("a year");
    let state = |state| world.demonstrations().filter(|(_, of)| of.state == Some(state) && of.year == year).count();
    assert_eq!((state(DemonstrationState::Chosen), state(DemonstrationState::Proposed)), (200, 40));
    let demonstrations = by_id(world.demonstrations());
    let leading: HashSet<Id<Case>> = world.demonstrations().filter_map(|(_, of)| of.case).collect();
    assert!(world.demonstrations().all(|(_, of)| of.case.is_some() != of.village.is_some()));
    let mut led = HashSet::new();
    let mut counts: HashMap<Id<Demonstration>, u32> = HashMap::new();
    for (_, link) in world.links() {
        let own = link.demonstration.expect("a demonstration household");
        *counts.entry(own).or_default() += 1;
        assert!(led.insert((link.case, link.case.is_none().then_some((own, &link.name)))), "{link:?}");
        assert!(link.case.is_none_or(|case| !leading.contains(&case)), "{link:?}");
        assert_eq!(link.case.is_none(), !link.name.is_empty());
        assert!(link.since <= Some(world.today) && link.since >= demonstrations[&own].chosen_on, "{link:?}");
    }
    assert_eq!(counts.len(), 200);
    assert!(counts.iter().all(|(id, count)| (20..=30).contains(count) && *count <= demonstrations[id].reach));
    let (count, gain) = world.links().fold((0, 0), |(count, gain), (_, link)| (count + 1, gain + link.gain.0));
    assert!(count > 5000 && (480_000..520_000).contains(&(gain / count)), "{count} {gain}");
}

pub(super) fn next_year_has_three_candidates_for_each_place(world: &World) {
    let next = u32::try_from(world.year() + 1).expect("a year");
    let candidates: Vec<_> = world.demonstrations().filter(|(_, of)| of.year == next).map(|(_, of)| of).collect();
    assert_eq!(candidates.len(), 600);
    let led: HashSet<Id<Case>> = world.links().filter_map(|(_, link)| link.case).collect();
    let mut cases = HashSet::new();
    for one in &candidates {
        assert_eq!(one.state, Some(DemonstrationState::Proposed));
        assert!(
            [one.skill, one.experience, one.base, one.willingness, one.means]
                .iter()
                .all(|mark| (1..=10).contains(mark))
        );
        assert!(one.cost.0 > 0 && one.proposed_on <= Some(world.today));
        assert!(one.case.is_none_or(|case| cases.insert(case) && !led.contains(&case)), "{one:?}");
    }
    assert!(cases.len() > 150, "{}", cases.len());
}
