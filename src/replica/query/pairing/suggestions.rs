//! Which helpers might take a case: near ones first, those who can meet its needs, those with least to do; and why.
//! Nobody is left out, so that whoever is looked for is found and the reason is said.

use std::cmp::Reverse;

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Helper, NeedKind};
use domain::{Fault, Id};

use super::{helper_obstacle, load, needs};
use crate::State;
use crate::query::divisions::{self, Around, Nearness};

/// What speaks for a helper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Works in the case's village.
    SameVillage,
    /// Works in its township.
    SameTownship,
    /// Works in its county.
    SameCounty,
    /// Is good at what the case needs.
    Skill(NeedKind),
    /// Knows its industry.
    Industry(String),
    /// Has no case yet.
    Free,
    /// Has so many cases, and can take so many.
    Load {
        /// How many it has.
        paired: usize,
        /// How many it can take.
        most: usize,
    },
}

/// A helper that might take a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The helper.
    pub helper: Id<Helper>,
    /// Its name.
    pub name: String,
    /// The organisation that a cadre belongs to.
    pub organisation: String,
    /// Where it works.
    pub division: String,
    /// How near it works.
    pub nearness: Nearness,
    /// How many cases it has.
    pub paired: usize,
    /// What speaks for it: place, need and skill, load.
    pub reasons: Vec<Reason>,
    /// What makes it impossible.
    pub obstacle: Option<Fault>,
}

/// The helpers that might take a case: those who can before those who cannot, then by place, by how many of its needs
/// they are good at, by how little of their room is taken, and by name.
#[must_use]
pub fn suggestions(state: &State, id: Id<Case>) -> Vec<Suggestion> {
    let Some(case) = state.get(id) else { return Vec::new() };
    let (around, needs) = (Around::of(state, case.village), needs(state, id));
    let helpers = state.all::<Helper>().iter();
    let mut all: Vec<Suggestion> =
        helpers.map(|(id, helper)| suggestion(state, case, &around, &needs, id, helper)).collect();
    all.arrange_by_cached_key(|one| {
        let skills = one.reasons.iter().filter(|reason| matches!(reason, Reason::Skill(_) | Reason::Industry(_)));
        let rank = (one.obstacle.is_some(), one.nearness, Reverse(skills.count()), one.paired);
        (rank, sort_key(&one.name), one.helper)
    });
    all
}

fn suggestion(
    state: &State,
    case: &Case,
    around: &Around,
    needs: &[NeedKind],
    id: Id<Helper>,
    helper: &Helper,
) -> Suggestion {
    let nearness = around.nearness(&Around::of(state, helper.division));
    let paired = load(state, id);
    Suggestion {
        helper: id,
        name: helper.name.clone(),
        organisation: helper.organisation.clone(),
        division: divisions::full_name(state, helper.division),
        nearness,
        paired,
        reasons: reasons(case, needs, helper, nearness, paired),
        obstacle: helper_obstacle(state, id),
    }
}

fn reasons(case: &Case, needs: &[NeedKind], helper: &Helper, nearness: Nearness, paired: usize) -> Vec<Reason> {
    let place = match nearness {
        Nearness::Village => Some(Reason::SameVillage),
        Nearness::Township => Some(Reason::SameTownship),
        Nearness::County => Some(Reason::SameCounty),
        Nearness::Far => None,
    };
    let skills = needs.iter().filter(|need| helper.skills.contains(need)).map(|need| Reason::Skill(*need));
    let knows_industry = !helper.industry.is_empty() && helper.industry == case.industry;
    let industry = knows_industry.then(|| Reason::Industry(helper.industry.clone()));
    let load = if paired == 0 { Reason::Free } else { Reason::Load { paired, most: helper.most() as usize } };
    place.into_iter().chain(skills).chain(industry).chain([load]).collect()
}
