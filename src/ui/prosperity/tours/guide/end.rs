//! The end of a tour: what was seen, and the tablet goes round for a word.

use leptos::prelude::*;
use locales::numbers;
use replica::query::prosperity::tours::What;

use super::Walk;
use super::figures::{Figure, Numbers};
use crate::context::use_language;
use crate::route::Tours;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::icon::Icon;

/// The end of the tour.
#[component]
pub(super) fn End(walk: Walk) -> impl IntoView {
    let language = use_language();
    let title = untrack(|| walk.show.with(|show| show.as_ref().map(|show| show.title.clone()).unwrap_or_default()));
    let figures = move || {
        let [led, lifted, joined] = totals(walk);
        let households = |count: usize| language.households(&numbers::size(count));
        let all = [
            (walk.count(), language.stops_count(&numbers::size(walk.count())), language.figure_stops()),
            (led, households(led), language.figure_led()),
            (lifted, households(lifted), language.figure_lifted()),
            (joined, households(joined), language.figure_joined()),
        ];
        let figures = all.into_iter().filter(|(count, _, _)| *count > 0).map(|(_, number, label)| (number, label));
        let figures: Vec<Figure> = figures.collect();
        view! { <Numbers figures/> }
    };
    let href = Tours::Sign(walk.tour).href();
    view! {
        <div class="guide-words">
            <p class="guide-above">{title}</p>
            <h1>{language.guide_thanks()}</h1>
            <p class="guide-story">{language.guide_thanks_next()}</p>
            <p class="guide-sign"><LinkButton label=language.sign_in() href kind=ButtonKind::Primary icon=Icon::Edit/></p>
        </div>
        <div class="guide-side">{figures}</div>
    }
}

/// Households led, lifted and joined at all stops together.
fn totals(walk: Walk) -> [usize; 3] {
    walk.show.with(|show| {
        let stops = show.iter().flat_map(|show| &show.stops);
        stops.fold([0; 3], |[led, lifted, joined], stop| match &stop.story.what {
            What::Household(one) => [led + one.led, lifted + one.lifted, joined],
            What::Cooperative(one) => [led, lifted + one.lifted, joined + one.households],
            What::Site(_) | What::Gone => [led, lifted, joined],
        })
    })
}
