//! The figures of a stop in large numbers, and a picture of the households: one small house for each.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::tours::{Belonging, Leading, Story, Taught, What};

use crate::context::use_language;
use crate::widget::icon::{Icon, Picture};

/// A number and what it counts.
pub(super) type Figure = (String, &'static str);

/// A stop shows so many numbers at most.
const MOST: usize = 4;
/// The picture shows so many houses at most.
const HOUSES: usize = 60;

/// Large numbers side by side.
#[component]
pub(super) fn Numbers(figures: Vec<Figure>) -> impl IntoView {
    let one = |(number, label): Figure| {
        let is_long = number.chars().count() > 8;
        view! { <div class="guide-figure"><dt>{label}</dt><dd class="num" class:long=is_long>{number}</dd></div> }
    };
    view! { <dl class="guide-figures">{figures.into_iter().take(MOST).map(one).collect_view()}</dl> }
}

/// The figures of a stop.
#[component]
pub(super) fn Figures(story: StoredValue<Story>) -> impl IntoView {
    let language = use_language();
    let (figures, picture) = story.with_value(|story| (figures(language, story), picture(language, story)));
    view! { <Numbers figures/>{picture} }
}

fn figures(language: Language, story: &Story) -> Vec<Figure> {
    let since = story.since.map(|day| language.in_year(day.year()));
    match &story.what {
        What::Household(leading) => of_household(language, leading, since),
        What::Cooperative(belonging) => of_cooperative(language, belonging, since),
        What::Site(taught) => of_site(language, taught),
        What::Gone => vec![],
    }
}

fn households(language: Language, count: usize) -> Option<String> {
    (count > 0).then(|| language.households(&numbers::size(count)))
}

fn known(figures: impl IntoIterator<Item = (Option<String>, &'static str)>) -> Vec<Figure> {
    figures.into_iter().filter_map(|(number, label)| Some((number?, label))).collect()
}

fn of_household(language: Language, leading: &Leading, since: Option<String>) -> Vec<Figure> {
    let gain = leading.gain.map(|gain| format!("+{}", numbers::money(language, gain)));
    known([
        (households(language, leading.led), language.figure_led()),
        (households(language, leading.lifted), language.figure_lifted()),
        (gain, language.figure_gain()),
        (since, language.figure_since()),
        (households(language, leading.reach as usize), language.figure_reach()),
    ])
}

fn of_cooperative(language: Language, belonging: &Belonging, since: Option<String>) -> Vec<Figure> {
    let capital = (belonging.capital.0 > 0).then(|| numbers::money(language, belonging.capital));
    known([
        (households(language, belonging.households), language.figure_joined()),
        (households(language, belonging.lifted), language.figure_lifted()),
        (since, language.figure_founded()),
        (capital, language.figure_capital()),
        (households(language, belonging.capacity as usize), language.figure_capacity()),
    ])
}

fn of_site(language: Language, taught: &Taught) -> Vec<Figure> {
    let count = |count: usize| (count > 0).then(|| numbers::size(count));
    known([
        (count(taught.people), language.figure_people()),
        (count(taught.sessions), language.figure_sessions()),
        (households(language, taught.leaders), language.figure_county_leaders()),
        (households(language, taught.led), language.figure_county_led()),
        (count(taught.seats as usize), language.figure_seats()),
    ])
}

/// One house for each household, those that were lifted out of poverty bright.
fn picture(language: Language, story: &Story) -> Option<impl IntoView + use<>> {
    let (all, lifted, said) = match &story.what {
        What::Household(leading) => (leading.led, leading.lifted, language.led_picture(leading.led, leading.lifted)),
        What::Cooperative(one) => (one.households, one.lifted, language.joined_picture(one.households, one.lifted)),
        What::Site(_) | What::Gone => return None,
    };
    let house = move |at: usize| view! { <span class:bright=at < lifted><Picture icon=Icon::Home/></span> };
    let houses = (0..all).map(house).collect_view();
    (1..=HOUSES).contains(&all).then(|| {
        view! { <figure class="guide-houses"><div role="img" aria-label=said.clone()>{houses}</div><figcaption aria-hidden="true">{said}</figcaption></figure> }
    })
}
