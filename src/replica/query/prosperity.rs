//! Cooperatives and their room, demonstration households and whom they lead.

use domain::Sorting as _;
use domain::pinyin::{Query, Spelling};
use domain::records::{Case, Cooperative, Demonstration, Membership, RadiationLink, Stage};
use domain::{Date, Id};

use crate::State;

mod candidates;
mod cooperatives;
mod demonstrations;
mod drafts;
mod ground;
mod links;
mod network;
mod outcomes;
mod planning;
mod selection;
pub mod tours;

pub use super::divisions::Nearness;
pub use candidates::{Candidate, Candidates, Reason, case_candidates};
pub use cooperatives::{
    CooperativeFilter, CooperativeLine, MembershipLine, can_join, cooperative_line, cooperatives, holds_place,
    membership_lines, membership_obstacle, memberships, memberships_of, other_membership, room, taken,
};
pub use demonstrations::{
    DemonstrationLine, chosen_count, demonstration_line, demonstration_name, demonstrations, demonstrations_of,
    is_proposed_outside, proposal_obstacle, years,
};
pub use drafts::{CountyCount, DraftLine, DraftSum, Picks, by_rule, drafts, only_in, picks, picks_of, sum_of};
pub use ground::{home, is_needy, is_same_industry};
pub use links::{Led, LinkLine, is_led_by_name, led_by, led_name, led_of, link_lines, link_obstacle, links};
pub use network::{
    Alone, Hub, LedHousehold, Network, NetworkFilter, NetworkLink, alone_name, chosen_years, industries_of, network,
};
pub use outcomes::{Outcome, OutcomeLine, cooperative_outcomes, demonstration_outcomes, sum_of_outcomes};
pub use planning::{PlannedLine, Planning, Seat, Unenrolled, bare_villages, planning};
pub use selection::{Contestant, Quota, contestants, places_of, quotas, reached, standing, weights};

/// What a case has to do with cooperatives and demonstration households.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseProsperity {
    /// Its memberships, those that hold a place first; each with the cooperative's name.
    pub memberships: Vec<(Id<Membership>, Membership, String)>,
    /// The demonstration households that it is or was, the latest year first.
    pub demonstrations: Vec<DemonstrationLine>,
    /// The links by which it is or was led, standing ones first; each with its leader's name.
    pub led_by: Vec<(Id<RadiationLink>, RadiationLink, String)>,
}

/// What a case has to do with cooperatives and demonstration households.
#[must_use]
pub fn of_case(state: &State, case: Id<Case>) -> CaseProsperity {
    let cooperative = |id: Option<Id<Cooperative>>| id.and_then(|id| state.get(id)).map(|found| found.name.clone());
    let leader = |id: Option<Id<Demonstration>>| id.and_then(|id| state.get(id)).map(|d| demonstration_name(state, d));
    let held = memberships_of(state, case);
    let mut memberships: Vec<_> =
        held.map(|(id, m)| (id, m.clone(), cooperative(m.cooperative).unwrap_or_default())).collect();
    memberships.arrange_by_key(|(_, membership, _)| (!holds_place(membership), membership.planned_on));
    let own = demonstrations_of(state, case);
    let mut demonstrations: Vec<_> = own.filter_map(|(id, _)| demonstration_line(state, id)).collect();
    demonstrations.arrange_by_key(|line| std::cmp::Reverse(line.year));
    let links = led_by(state, case);
    let mut led_by: Vec<_> =
        links.map(|(id, link)| (id, link.clone(), leader(link.demonstration).unwrap_or_default())).collect();
    led_by.arrange_by_key(|(_, link, _)| (link.until.is_some(), link.since));
    CaseProsperity { memberships, demonstrations, led_by }
}

/// The year of a day, as records count it.
#[must_use]
pub fn year_of(day: Date) -> u32 {
    u32::try_from(day.year()).unwrap_or(0)
}

/// Whether a case has left the register.
fn is_closed(state: &State, case: Id<Case>) -> bool {
    state.get(case).is_some_and(|case| case.stage == Some(Stage::Left))
}

/// What was typed into a search box: all its words must fit.
struct Words(Vec<Query>);

impl Words {
    fn of(typed: &str) -> Self {
        Self(typed.split_whitespace().map(Query::parse).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word fits one of the texts.
    fn fit(&self, texts: &[&str]) -> bool {
        let spelt: Vec<Spelling> = texts.iter().map(|text| Spelling::new(text)).collect();
        self.fit_spelt(&spelt)
    }

    /// Whether each word fits one of the texts, made ready before.
    fn fit_spelt(&self, texts: &[Spelling]) -> bool {
        self.0.iter().all(|word| texts.iter().any(|text| word.matches(text)))
    }
}
