//! A stop as visitors see it: its story on one side, on the other its figures, who follows, and before and after.

use leptos::prelude::*;
use locales::Language;
use replica::query::prosperity::tours::{Story, What};

use super::Walk;
use super::figures::Figures;
use super::panels::{BeforeAfter, Followers};
use crate::context::{use_asked, use_language};
use crate::values::dotted;

/// Which side of a stop is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Figures,
    Followers,
    BeforeAfter,
}

impl Panel {
    const ALL: [Self; 3] = [Self::Figures, Self::Followers, Self::BeforeAfter];

    const fn key(self) -> &'static str {
        match self {
            Self::Figures => "",
            Self::Followers => "who",
            Self::BeforeAfter => "income",
        }
    }

    const fn label(self, language: Language) -> &'static str {
        match self {
            Self::Figures => language.guide_figures(),
            Self::Followers => language.guide_followers(),
            Self::BeforeAfter => language.guide_before_after(),
        }
    }

    /// Whether there is anything to see.
    fn is_filled(self, story: &Story) -> bool {
        match (self, &story.what) {
            (Self::Figures, _) => true,
            (Self::Followers, What::Household(leading)) => leading.led > 0,
            (Self::Followers, What::Cooperative(belonging)) => belonging.households > 0,
            (Self::BeforeAfter, What::Household(leading)) => leading.incomes.is_some(),
            _ => false,
        }
    }
}

/// What a stop is called where strangers read it.
pub(in crate::prosperity::tours) fn short_name(language: Language, story: &Story) -> String {
    match (&story.what, story.name.is_empty()) {
        (What::Gone, _) => language.stop_gone().to_owned(),
        (_, true) => language.guide_household(&story.village, &story.industry),
        (_, false) => story.name.clone(),
    }
}

/// The stop that the guide is at.
#[component]
pub(super) fn StopView(walk: Walk) -> impl IntoView {
    let panel = use_asked("panel");
    move || {
        walk.stop(walk.place()).map(|shown| {
            let story = StoredValue::new(shown.story);
            view! { <Words story/><Side story panel/> }
        })
    }
}

/// Its story in words.
#[component]
fn Words(story: StoredValue<Story>) -> impl IntoView {
    let language = use_language();
    let story = story.get_value();
    let name = short_name(language, &story);
    let headline = headline(language, &story);
    let kind = if let What::Site(taught) = &story.what { language.maybe(taught.kind) } else { "" }.to_owned();
    // The name says the village; without it stands where one is.
    let (above, title) = match headline {
        Some(headline) => (dotted([story.county.clone(), name]), headline),
        None => (dotted([story.county.clone(), story.village.clone(), kind]), name),
    };
    let text = telling(&story);
    let shows = (!story.stop.shows.is_empty()).then(|| language.guide_show(&story.stop.shows));
    view! {
        <div class="guide-words">
            <p class="guide-above">{above}</p>
            <h1>{title}</h1>
            {(!text.is_empty()).then(|| view! { <p class="guide-story">{text}</p> })}
            {shows.map(|text| view! { <p class="guide-shows">{text}</p> })}
        </div>
    }
}

fn headline(language: Language, story: &Story) -> Option<String> {
    if !story.stop.headline.is_empty() {
        return Some(story.stop.headline.clone());
    }
    match &story.what {
        What::Household(leading) if leading.led > 0 => Some(language.guide_leads(&locales::numbers::size(leading.led))),
        _ => None,
    }
}

/// What was written for the stop; else what its own record says to everybody.
fn telling(story: &Story) -> String {
    match &story.what {
        _ if !story.stop.story.is_empty() => story.stop.story.clone(),
        What::Cooperative(belonging) => belonging.terms.clone(),
        What::Site(taught) => taught.note.clone(),
        What::Household(_) | What::Gone => String::new(),
    }
}

/// The sides that there are to look at, and the one that is chosen.
#[component]
fn Side(story: StoredValue<Story>, panel: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let filled: Vec<Panel> =
        story.with_value(|story| Panel::ALL.into_iter().filter(|panel| panel.is_filled(story)).collect());
    let sides = StoredValue::new(filled.clone());
    let chosen = Memo::new(move |_| {
        let asked = panel.get();
        sides.with_value(|sides| sides.iter().copied().find(|side| side.key() == asked)).unwrap_or(Panel::Figures)
    });
    let tab = move |side: Panel| {
        let is_on = move || if chosen.get() == side { "true" } else { "false" };
        view! { <button type="button" class="button" aria-pressed=is_on on:click=move |_| panel.set(side.key().to_owned())>{side.label(language)}</button> }
    };
    let tabs = (filled.len() > 1).then(|| {
        let tabs = filled.into_iter().map(tab).collect_view();
        view! { <div class="guide-tabs" role="group" aria-label=language.guide_panels()>{tabs}</div> }
    });
    let shown = move || match chosen.get() {
        Panel::Figures => view! { <Figures story/> }.into_any(),
        Panel::Followers => view! { <Followers story/> }.into_any(),
        Panel::BeforeAfter => view! { <BeforeAfter story/> }.into_any(),
    };
    view! { <div class="guide-side">{tabs}{shown}</div> }
}
