//! The picture as it is drawn: for each county a few paths of many strokes, so that thousands of links cost little; names
//! only where one has come near; and whoever was pressed, with its own links.

use leptos::prelude::*;
use locales::numbers;

use super::layout::{Block, Who, lines_of};
use super::{View, detail::Detail};
use crate::context::use_language;
use crate::widget::glass::{Glass, GlassBox};

/// From how many units to a pixel names are shown, and how many at most.
const NAMES_FROM: f64 = 0.75;
const MOST_NAMES: usize = 60;

/// The picture beside what is said of whoever was pressed.
#[component]
pub(super) fn Drawing(view: View) -> impl IntoView {
    let language = use_language();
    let glass = Glass::new(Signal::derive(move || view.layout.with(|layout| (layout.width, layout.height))));
    let find = move |(at, near): ((f64, f64), f64)| {
        view.chosen.set(view.layout.with_untracked(|layout| layout.nearest(at, near)));
    };
    let label = Signal::derive(move || {
        let network = view.network.read();
        language.picture_label(&numbers::size(network.hubs.len()), &numbers::size(network.links.len()))
    });
    let words = [language.glass_nearer(), language.glass_farther(), language.glass_all()];
    view! {
        <div class="who">
            <GlassBox glass label words on_press=Callback::new(move |(at, near)| find((at, near)))>
                <Blocks view/>
                <Chosen view/>
                <Names view glass/>
            </GlassBox>
            <Detail view/>
        </div>
    }
}

#[component]
fn Blocks(view: View) -> impl IntoView {
    move || view.layout.with(|layout| layout.blocks.iter().map(block).collect_view())
}

fn block(block: &Block) -> impl IntoView + use<> {
    let Block { name, x, y, links, inside, outside, alone, hubs, .. } = block.clone();
    let (across, down) = (x.to_string(), (y + 46.0).to_string());
    view! {
        <g>
            <text class="who-county" x=across y=down>{name}</text>
            <path class="who-links" d=links/>
            <path class="who-alone" d=alone/>
            <path class="who-outside" d=outside/>
            <path class="who-inside" d=inside/>
            <path class="who-hubs" d=hubs/>
        </g>
    }
}

/// Whoever was pressed, with its links.
#[component]
fn Chosen(view: View) -> impl IntoView {
    move || {
        let who = view.chosen.get()?;
        let (layout, network) = (view.layout.read(), view.network.read());
        let (x, y) = layout.place(who)?;
        let links = match who {
            Who::Hub(hub) => network.hubs.get(hub).map(|hub| hub.links.clone()),
            Who::Led(led) => network.led.get(led).map(|led| led.links.clone()),
            Who::Alone(_) => None,
        };
        let lines = lines_of(&layout, &network, &links.unwrap_or_default());
        let ring = format!("M{x:.1} {y:.1}h0");
        Some(
            view! { <g><path class="who-own" d=lines/><path class="who-ring" d=ring.clone()/><path class="who-core" d=ring/></g> },
        )
    }
}

/// The names of those who lead and are in sight, once one has come near.
#[component]
fn Names(view: View, glass: Glass) -> impl IntoView {
    let seen = Memo::new(move |_| {
        if glass.sight().unit > NAMES_FROM {
            return vec![];
        }
        let [left, top, width, height] = glass.seen();
        let is_in = |(x, y): &(f64, f64)| (left..left + width).contains(x) && (top..top + height).contains(y);
        let layout = view.layout.read();
        let there = layout.hubs.iter().enumerate().filter(|(_, at)| is_in(at));
        there.map(|(hub, _)| hub).take(MOST_NAMES).collect::<Vec<_>>()
    });
    let name = move |hub: usize| {
        let (layout, network) = (view.layout.read(), view.network.read());
        let ((x, y), one) = (layout.hubs.get(hub).copied()?, network.hubs.get(hub)?);
        Some(view! { <text class="who-name" x=x.to_string() y=(y - 11.0).to_string()>{one.name.clone()}</text> })
    };
    move || seen.get().into_iter().map(name).collect_view()
}
