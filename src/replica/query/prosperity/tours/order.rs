//! A better order for the stops of a tour: first as few closed doors as can be, then as little time on the way as can be.
//! Up to eight stops all orders are weighed; beyond that an order is bettered step by step. The same stops always get
//! the same answer, and an order that is good enough is left alone.

use domain::Id;
use domain::records::{Stop, Tour};

use super::day::{Spot, closed, first_way, spots, way};
use crate::State;

/// Up to so many stops, every order is weighed.
const EXACT: usize = 8;

/// An order that is better than the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The stops in that order.
    pub order: Vec<Id<Stop>>,
    /// How many minutes less one is on the way; below zero where more doors are open for a longer way.
    pub shorter: i64,
    /// How many more stops are open when one is there.
    pub opened: usize,
}

/// What an order costs: closed doors before minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    closed: usize,
    travel: u32,
}

struct Ways {
    begins_at: u32,
    stops: Vec<Stop>,
    first: Vec<u32>,
    between: Vec<Vec<u32>>,
}

impl Ways {
    fn of(begins_at: u32, spots: &[Spot]) -> Self {
        // The way from the meeting place is known for one stop at most; to leave it for another must not look like a gain.
        let usual = spots.iter().filter_map(first_way).max().unwrap_or(0);
        Self {
            begins_at,
            stops: spots.iter().map(|spot| spot.stop.clone()).collect(),
            first: spots.iter().map(|spot| first_way(spot).unwrap_or(usual)).collect(),
            between: spots.iter().map(|from| spots.iter().map(|to| way(from, to).0).collect()).collect(),
        }
    }

    /// The cost after one more stop, and when it is left.
    fn step(&self, (cost, at): (Cost, u32), last: Option<usize>, next: usize) -> (Cost, u32) {
        let travel = match last {
            Some(last) => self.between.get(last).and_then(|row| row.get(next)),
            None => self.first.get(next),
        };
        let (travel, Some(stop)) = (travel.copied().unwrap_or(0), self.stops.get(next)) else { return (cost, at) };
        let (arrives, leaves) = (at + travel, at + travel + stop.stay);
        let is_closed = closed(stop, arrives, leaves).is_some();
        (Cost { closed: cost.closed + usize::from(is_closed), travel: cost.travel + travel }, leaves)
    }

    fn cost(&self, order: &[usize]) -> Cost {
        let mut so_far = (Cost::default(), self.begins_at);
        let mut last = None;
        for next in order {
            so_far = self.step(so_far, last, *next);
            last = Some(*next);
        }
        so_far.0
    }
}

/// Every order, left as soon as it cannot be better than the best so far.
struct Search<'a> {
    ways: &'a Ways,
    best: (Cost, Vec<usize>),
    order: Vec<usize>,
}

impl Search<'_> {
    fn go(&mut self, so_far: (Cost, u32)) {
        if so_far.0 >= self.best.0 {
            return;
        }
        if self.order.len() == self.ways.stops.len() {
            self.best = (so_far.0, self.order.clone());
            return;
        }
        for next in 0..self.ways.stops.len() {
            if !self.order.contains(&next) {
                let after = self.ways.step(so_far, self.order.last().copied(), next);
                self.order.push(next);
                self.go(after);
                self.order.pop();
            }
        }
    }
}

fn exact(ways: &Ways) -> Vec<usize> {
    let present: Vec<usize> = (0..ways.stops.len()).collect();
    let best = (ways.cost(&present), present);
    let mut search = Search { ways, best, order: Vec::new() };
    search.go((Cost::default(), ways.begins_at));
    search.best.1
}

/// Turns stretches round and moves single stops for as long as that helps.
fn bettered(ways: &Ways) -> Vec<usize> {
    let mut best: Vec<usize> = (0..ways.stops.len()).collect();
    let mut cost = ways.cost(&best);
    while let Some((better, next)) = neighbours(&best).map(|order| (ways.cost(&order), order)).min() {
        if better >= cost {
            break;
        }
        (cost, best) = (better, next);
    }
    best
}

/// All orders that differ by one stretch turned round, or by one stop moved.
fn neighbours(order: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let pairs = || (0..order.len()).flat_map(|from| (0..order.len()).map(move |to| (from, to)));
    let turned = pairs().filter(|(from, to)| from < to).map(|(from, to)| {
        let mut next = order.to_vec();
        next[from..=to].reverse();
        next
    });
    let moved = pairs().filter(|(from, to)| from != to).map(|(from, to)| {
        let mut next = order.to_vec();
        let one = next.remove(from);
        next.insert(to, one);
        next
    });
    turned.chain(moved)
}

/// A better order for a tour; nothing when the present one is as good as any that was found.
#[must_use]
pub fn suggestion(state: &State, tour: Id<Tour>) -> Option<Suggestion> {
    let spots = spots(state, tour);
    let ways = Ways::of(state.get(tour)?.begins_at, &spots);
    let present: Vec<usize> = (0..spots.len()).collect();
    let best = if spots.len() <= EXACT { exact(&ways) } else { bettered(&ways) };
    let (before, after) = (ways.cost(&present), ways.cost(&best));
    (after < before).then(|| Suggestion {
        order: best.iter().filter_map(|place| spots.get(*place)).map(|spot| spot.id).collect(),
        shorter: i64::from(before.travel) - i64::from(after.travel),
        opened: before.closed - after.closed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stops on a line, each with where it lies and from when it is open.
    fn ways(places: &[(u32, u32)]) -> Ways {
        let stop = |opens_at| Stop { stay: 10, opens_at, ..Stop::default() };
        Ways {
            begins_at: 500,
            stops: places.iter().map(|(_, opens_at)| stop(*opens_at)).collect(),
            first: vec![0; places.len()],
            between: places.iter().map(|(a, _)| places.iter().map(|(b, _)| a.abs_diff(*b)).collect()).collect(),
        }
    }

    #[test]
    fn the_shortest_way_is_found() {
        let along = ways(&[(30, 0), (0, 0), (20, 0), (10, 0)]);
        for found in [exact(&along), bettered(&along)] {
            assert_eq!(along.cost(&found).travel, 30, "{found:?}");
        }
    }

    #[test]
    fn an_open_door_is_worth_a_longer_way() {
        // The middle one opens late: it is best seen last, for ten minutes more.
        let late = ways(&[(0, 0), (10, 540), (20, 0)]);
        let best = exact(&late);
        assert_eq!((best.as_slice(), late.cost(&best)), ([0, 2, 1].as_slice(), Cost { closed: 0, travel: 30 }));
    }

    #[test]
    fn a_good_order_is_left_alone() {
        let same = ways(&[(0, 0); 6]);
        assert_eq!(exact(&same), [0, 1, 2, 3, 4, 5]);
        assert_eq!(bettered(&same), [0, 1, 2, 3, 4, 5]);
        assert!(exact(&ways(&[])).is_empty());
    }
}
