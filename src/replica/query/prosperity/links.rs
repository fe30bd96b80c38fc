//! Whom a demonstration household leads, and by whom a case is led.

use domain::Sorting as _;
use domain::pinyin::sort_key;
use domain::records::{Case, Demonstration, RadiationLink, RadiationLinkField};
use domain::value::Fen;
use domain::{Fault, Id};

use crate::State;
use crate::query::{cases, divisions};

/// A link's line.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkLine {
    /// The link.
    pub id: Id<RadiationLink>,
    /// The link as it is.
    pub link: RadiationLink,
    /// What the led household is called.
    pub name: String,
    /// Its village; empty for a household without a case.
    pub village: String,
}

/// What comes of a demonstration household's links.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Led {
    /// How many households it leads now.
    pub count: usize,
    /// How many of them have a gain written down.
    pub with_gain: usize,
    /// Their gain in a year, on average over those that have one written down; in whole yuan.
    pub gain: Fen,
}

/// The households that a demonstration household leads.
pub fn links(state: &State, id: Id<Demonstration>) -> impl Iterator<Item = (Id<RadiationLink>, &RadiationLink)> {
    state.referring(RadiationLinkField::demonstration, id.raw())
}

/// The links by which a case is led.
pub fn led_by(state: &State, case: Id<Case>) -> impl Iterator<Item = (Id<RadiationLink>, &RadiationLink)> {
    state.referring(RadiationLinkField::case, case.raw())
}

/// What a led household is called.
#[must_use]
pub fn led_name(state: &State, link: &RadiationLink) -> String {
    link.case.map_or_else(|| link.name.clone(), |case| cases::name(state, case))
}

/// The links of a demonstration household: standing ones first, those of the register first, then by name.
#[must_use]
pub fn link_lines(state: &State, id: Id<Demonstration>) -> Vec<LinkLine> {
    let mut lines: Vec<_> = links(state, id).map(|(id, link)| line(state, id, link)).collect();
    lines.arrange_by_cached_key(|line| (line.link.until.is_some(), line.link.case.is_none(), sort_key(&line.name)));
    lines
}

fn line(state: &State, id: Id<RadiationLink>, link: &RadiationLink) -> LinkLine {
    let village = link.case.and_then(|case| state.get(case)).and_then(|case| case.village);
    LinkLine { id, link: link.clone(), name: led_name(state, link), village: divisions::name(state, village) }
}

/// What comes of links: how many stand, and what they earn on average.
#[must_use]
pub fn led_of(lines: &[LinkLine]) -> Led {
    let standing = || lines.iter().filter(|line| line.link.until.is_none());
    let gains: Vec<i64> = standing().map(|line| line.link.gain.0).filter(|gain| *gain != 0).collect();
    let average = gains.iter().sum::<i64>().checked_div(i64::try_from(gains.len()).unwrap_or(0));
    Led { count: standing().count(), with_gain: gains.len(), gain: Fen(average.unwrap_or(0) / 100 * 100) }
}

/// What makes it impossible that a demonstration household leads a case.
#[must_use]
pub fn link_obstacle(
    state: &State,
    demonstration: Id<Demonstration>,
    case: Id<Case>,
    except: Option<Id<RadiationLink>>,
) -> Option<Fault> {
    let leader = state.get(demonstration)?.case;
    if state.get(case).is_none() {
        return Some(Fault::Gone);
    }
    if leader == Some(case) {
        return Some(Fault::LeadsItself);
    }
    let mut standing = links(state, demonstration).filter(|(id, link)| Some(*id) != except && link.until.is_none());
    if standing.any(|(_, link)| link.case == Some(case)) {
        return Some(Fault::AlreadyLed(cases::name(state, case)));
    }
    leader.filter(|leader| is_led_by(state, *leader, case, 8)).map(|_| Fault::Ring)
}

/// Whether a demonstration household leads a household of that name, without a case, already.
#[must_use]
pub fn is_led_by_name(
    state: &State,
    demonstration: Id<Demonstration>,
    name: &str,
    except: Option<Id<RadiationLink>>,
) -> bool {
    let mut standing = links(state, demonstration).filter(|(id, link)| Some(*id) != except && link.until.is_none());
    standing.any(|(_, link)| link.case.is_none() && link.name == name)
}

/// Whether `case` is led, over any number of links, by `by`.
fn is_led_by(state: &State, case: Id<Case>, by: Id<Case>, depth: u32) -> bool {
    let standing = led_by(state, case).filter(|(_, link)| link.until.is_none());
    let leaders = standing.filter_map(|(_, link)| state.get(link.demonstration?)?.case);
    depth > 0 && leaders.into_iter().any(|leader| leader == by || is_led_by(state, leader, by, depth - 1))
}
