//! Where everything stands in the picture of who leads whom: demonstration households on a grid, county by county, those
//! whom they lead on rings round them, and below them the needy households that nobody leads. Pure: the same network
//! gives the same picture, and a household stands in it once.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use replica::query::prosperity::Network;

/// The side of the square in which a demonstration household and its rings stand.
const CELL: f64 = 120.0;
/// The first ring, and how far the next is from it.
const RING: f64 = 24.0;
/// How many stand on the first ring, and how many more on each further one.
const ON_RING: usize = 10;
/// How far apart those stand whom nobody leads.
const DOT: f64 = 9.0;
/// Room between counties, and for their names.
const GAP: f64 = 70.0;
/// How many counties stand beside each other.
const ACROSS: usize = 3;
/// How near a press must be, in the picture's measure, whatever the zoom.
const NEAREST: f64 = 4.0;

/// Somebody in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A demonstration household: a place among the hubs.
    Hub(usize),
    /// One that is led: a place among the led.
    Led(usize),
    /// One that nobody leads: a place among them.
    Alone(usize),
}

/// Somebody and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) who: Who,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A county's part of the picture: few paths with many strokes each, so that it is drawn quickly.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    pub(super) name: String,
    pub(super) hubs_count: usize,
    pub(super) alone_count: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Lines from who leads to who is led.
    pub(super) links: String,
    /// Those of the register who are led, as dots.
    pub(super) inside: String,
    /// Those outside of it.
    pub(super) outside: String,
    /// Those whom nobody leads.
    pub(super) alone: String,
    /// Those who lead.
    pub(super) hubs: String,
}

/// The whole picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) blocks: Vec<Block>,
    pub(super) nodes: Vec<Node>,
    /// Where each hub stands.
    pub(super) hubs: Vec<(f64, f64)>,
    /// Where each who is led stands.
    pub(super) led: Vec<(f64, f64)>,
}

impl Layout {
    /// Where everything of a network stands.
    pub(super) fn of(network: &Network) -> Self {
        let mut layout = Self { hubs: vec![(0.0, 0.0); network.hubs.len()], ..Self::default() };
        layout.led = vec![(0.0, 0.0); network.led.len()];
        let (mut top, mut left, mut row_height) = (0.0, 0.0_f64, 0.0_f64);
        let lost = Some((None, String::new())).filter(|_| network.hubs.iter().any(|hub| hub.county.is_none()));
        let counties = network.counties.iter().map(|(id, name)| (Some(*id), name.clone())).chain(lost);
        let mut placed = 0;
        for (county, name) in counties {
            let hubs: Vec<usize> = places(&network.hubs, |hub| hub.county == county);
            let alone: Vec<usize> = places(&network.alone, |one| one.county == county);
            if hubs.is_empty() && alone.is_empty() {
                continue;
            }
            if placed > 0 && placed % ACROSS == 0 {
                (top, left, row_height) = (top + row_height + GAP, 0.0, 0.0);
            }
            let block = layout.block(network, &name, (&hubs, &alone), (left, top));
            left += block.width + GAP;
            row_height = row_height.max(block.height);
            layout.width = layout.width.max(left - GAP);
            layout.height = layout.height.max(top + block.height);
            layout.blocks.push(block);
            placed += 1;
        }
        layout
    }

    fn block(
        &mut self,
        network: &Network,
        name: &str,
        (hubs, alone): (&[usize], &[usize]),
        (x, y): (f64, f64),
    ) -> Block {
        let columns = ceil_root(hubs.len().max(alone.len().div_ceil(140)).max(4) * 3 / 2);
        let mut block =
            Block { name: name.to_owned(), hubs_count: hubs.len(), alone_count: alone.len(), x, y, ..Block::default() };
        block.width = whole(columns) * CELL;
        let top = y + GAP;
        for (place, hub) in hubs.iter().enumerate() {
            let centre = (x + (whole(place % columns) + 0.5) * CELL, top + (whole(place / columns) + 0.5) * CELL);
            self.hub(network, &mut block, *hub, centre);
        }
        let below = top + whole(hubs.len().div_ceil(columns)) * CELL + GAP / 2.0;
        let in_row = floor(block.width / DOT).max(1);
        for (place, one) in alone.iter().enumerate() {
            let at = (x + (whole(place % in_row) + 0.5) * DOT, below + (whole(place / in_row) + 0.5) * DOT);
            dot(&mut block.alone, at);
            self.nodes.push(Node { who: Who::Alone(*one), x: at.0, y: at.1 });
        }
        block.height = below + whole(alone.len().div_ceil(in_row)) * DOT - y;
        self.lines(network, &mut block, hubs);
        block
    }

    /// A hub, and round it those who are led and stand nowhere yet.
    fn hub(&mut self, network: &Network, block: &mut Block, hub: usize, centre: (f64, f64)) {
        self.hubs[hub] = centre;
        dot(&mut block.hubs, centre);
        self.nodes.push(Node { who: Who::Hub(hub), x: centre.0, y: centre.1 });
        let own = network.hubs[hub].links.iter().map(|link| network.links[*link].led);
        let free: Vec<usize> = own.filter(|led| self.led[*led] == (0.0, 0.0)).collect();
        let rings = rings(free.len());
        let mut free = free.into_iter();
        for (ring, count) in rings.into_iter().enumerate() {
            let radius = RING + whole(ring) * (CELL / 2.0 - RING - 6.0) / 2.0;
            for (place, led) in free.by_ref().take(count).enumerate() {
                let turn = TAU * (whole(place) + whole(ring) / 2.0) / whole(count);
                let at = (centre.0 + radius * turn.sin(), centre.1 - radius * turn.cos());
                self.led[led] = at;
                dot(if network.led[led].case.is_some() { &mut block.inside } else { &mut block.outside }, at);
                self.nodes.push(Node { who: Who::Led(led), x: at.0, y: at.1 });
            }
        }
    }

    /// The lines of a block, once all stand in it.
    fn lines(&self, network: &Network, block: &mut Block, hubs: &[usize]) {
        for link in hubs.iter().flat_map(|hub| &network.hubs[*hub].links) {
            let link = &network.links[*link];
            line(&mut block.links, self.hubs[link.hub], self.led[link.led]);
        }
    }

    /// Who stands nearest to a point, within a distance; whoever leads comes before whom it leads.
    pub(super) fn nearest(&self, (x, y): (f64, f64), within: f64) -> Option<Who> {
        let within = within.max(NEAREST);
        let far = |node: &Node| {
            let bonus = if matches!(node.who, Who::Hub(_)) { 0.7 } else { 1.0 };
            (node.x - x).hypot(node.y - y) * bonus
        };
        let near = self.nodes.iter().map(|node| (far(node), node.who)).filter(|(far, _)| *far <= within);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, who)| who)
    }

    /// Where somebody stands.
    pub(super) fn place(&self, who: Who) -> Option<(f64, f64)> {
        match who {
            Who::Hub(hub) => self.hubs.get(hub).copied(),
            Who::Led(led) => self.led.get(led).copied(),
            Who::Alone(_) => self.nodes.iter().find(|node| node.who == who).map(|node| (node.x, node.y)),
        }
    }
}

/// The lines of some links.
pub(super) fn lines_of(layout: &Layout, network: &Network, links: &[usize]) -> String {
    let mut path = String::new();
    for link in links.iter().filter_map(|link| network.links.get(*link)) {
        line(&mut path, layout.hubs[link.hub], layout.led[link.led]);
    }
    path
}

fn places<T>(all: &[T], is_it: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, one)| is_it(one)).map(|(at, _)| at).collect()
}

/// How many stand on each ring: three rings at most, the last takes whoever is left.
fn rings(count: usize) -> Vec<usize> {
    let (first, second) = (count.min(ON_RING), count.saturating_sub(ON_RING).min(ON_RING * 2));
    let third = count - first - second;
    [first, second, third].into_iter().filter(|count| *count > 0).collect()
}

/// A line of no length: round ends make it a dot.
fn dot(path: &mut String, (x, y): (f64, f64)) {
    let _ = write!(path, "M{x:.1} {y:.1}h0");
}

fn line(path: &mut String, from: (f64, f64), to: (f64, f64)) {
    let _ = write!(path, "M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1);
}

fn whole(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of columns is small")]
fn floor(number: f64) -> usize {
    number.clamp(0.0, 100_000.0) as usize
}

fn ceil_root(number: usize) -> usize {
    floor(whole(number).sqrt().ceil()).max(1)
}

#[cfg(test)]
mod tests {
    use domain::{Id, Uuid};
    use replica::query::prosperity::{Alone, Hub, LedHousehold, NetworkLink};

    use super::*;

    fn id<T>(number: usize) -> Id<T> {
        Id::new(Uuid::from_u128(number as u128))
    }

    /// So many hubs in two counties, each leading so many; the last one leads also the first that the first one leads.
    fn network(hubs: usize, each: usize, alone: usize) -> Network {
        let mut network = Network { counties: vec![(id(1), "A".into()), (id(2), "B".into())], ..Network::default() };
        for hub in 0..hubs {
            let first = network.links.len();
            for place in 0..each {
                let led = network.led.len();
                let links = vec![first + place];
                let case = (place % 2 == 0).then(|| id(1000 + led));
                network.led.push(LedHousehold { case, name: String::new(), village: String::new(), links });
                network.links.push(link(hub, led));
            }
            let links = (first..first + each).collect();
            let county = Some(id(1 + hub % 2));
            let (name, village, industry) = (String::new(), String::new(), String::new());
            network.hubs.push(Hub { id: id(hub), name, village, county, industry, links });
        }
        if hubs > 1 {
            network.hubs[hubs - 1].links.push(network.links.len());
            network.led[0].links.push(network.links.len());
            network.links.push(link(hubs - 1, 0));
        }
        let one = |number| Alone { case: id(9000 + number), village: None, county: Some(id(1)) };
        network.alone = (0..alone).map(one).collect();
        network
    }

    fn link(hub: usize, led: usize) -> NetworkLink {
        NetworkLink { id: id(hub * 100 + led), hub, led, support: vec![], gain: domain::value::Fen(0), since: None }
    }

    #[test]
    fn everybody_stands_once_and_apart() {
        let network = network(9, 31, 500);
        let layout = Layout::of(&network);
        assert_eq!(layout.nodes.len(), 9 + 9 * 31 + 500);
        for (at, node) in layout.nodes.iter().enumerate() {
            assert!((0.0..=layout.width).contains(&node.x) && (0.0..=layout.height).contains(&node.y), "{node:?}");
            let near = layout.nodes[..at].iter().map(|other| (other.x - node.x).hypot(other.y - node.y));
            assert!(near.fold(f64::MAX, f64::min) > 3.0, "{node:?}");
        }
        let lines: usize = layout.blocks.iter().map(|block| block.links.matches('L').count()).sum();
        assert_eq!(lines, network.links.len(), "each link is drawn, also the second of one household");
    }

    #[test]
    fn a_press_finds_who_stands_there() {
        let network = network(3, 12, 20);
        let layout = Layout::of(&network);
        for node in &layout.nodes {
            assert_eq!(layout.nearest((node.x, node.y), 0.0), Some(node.who));
            assert_eq!(layout.place(node.who), Some((node.x, node.y)));
        }
        assert_eq!(layout.nearest((-500.0, -500.0), 20.0), None);
        assert_eq!(lines_of(&layout, &network, &network.led[0].links).matches('L').count(), 2);
    }

    #[test]
    fn the_same_network_gives_the_same_picture_and_none_gives_none() {
        assert_eq!(Layout::of(&network(5, 3, 7)), Layout::of(&network(5, 3, 7)));
        assert_eq!(Layout::of(&Network::default()), Layout::default());
    }
}
