//! What a screen lays its matter out with: cards, rows, tags, facts, tabs, banners, and what stands where there is nothing.
//! They must never decide what matters; order and loudness come from the caller.

use leptos::prelude::*;

use super::{
    fresh_id,
    icon::{Icon, Picture},
};

/// The colour of a tag or banner; the words must say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// Needs a look.
    Warn,
    /// Needs a hand.
    Bad,
    /// Worth knowing.
    Info,
}

impl Tone {
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
        }
    }
}

/// A titled part of a page.
#[component]
pub fn Card(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// How many there are, or another short word after the heading.
    #[prop(optional, into)]
    count: MaybeProp<String>,
    /// A button or link at the end of the heading.
    #[prop(optional, into)]
    action: ViewFn,
    /// Rows, or anything in a [`Pad`].
    children: Children,
) -> impl IntoView {
    let id = fresh_id("card");
    view! {
        <section class="card" aria-labelledby=id>
            <header class="card-head">
                <h2 id=id.clone()>{title}</h2>
                {move || count.get().map(|count| view! { <span class="count num">{count}</span> })}
                <div class="card-action">{action.run()}</div>
            </header>
            {children()}
        </section>
    }
}

/// The inside of a card that holds no rows.
#[component]
pub fn Pad(
    /// The content.
    children: Children,
) -> impl IntoView {
    view! { <div class="pad">{children()}</div> }
}

/// Rows one under another; goes straight into a card.
#[component]
pub fn Rows(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="rows" role="list">{children()}</ul> }
}

/// One thing to do or to open: what it is, why it is here, and the way on.
#[component]
pub fn Row(
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// Where the title leads, if it is a link.
    #[prop(optional, into)]
    href: MaybeProp<String>,
    /// Tags after the title.
    #[prop(optional, into)]
    tags: ViewFn,
    /// Why it is here, or what tells it from others.
    #[prop(optional, into)]
    why: MaybeProp<String>,
    /// Button, link or tag at the end.
    #[prop(optional, into)]
    action: ViewFn,
) -> impl IntoView {
    let name = move || match href.get() {
        Some(href) => view! { <a class="row-title" href=href>{title}</a> }.into_any(),
        None => view! { <span class="row-title">{title}</span> }.into_any(),
    };
    view! {
        <li class="row">
            <div class="row-text">
                <p class="row-line">{name} {tags.run()}</p>
                {move || why.get().map(|why| view! { <p class="why">{why}</p> })}
            </div>
            <div class="row-action">{action.run()}</div>
        </li>
    }
}

/// A short word in a coloured pill.
#[component]
pub fn Tag(
    /// The word.
    #[prop(into)]
    text: Signal<String>,
    /// Its colour.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    view! { <span class=format!("tag {}", tone.class())>{text}</span> }
}

/// Facts, each with its name before it.
#[component]
pub fn Facts(
    /// [`Fact`]s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One fact.
#[component]
pub fn Fact(
    /// Its name.
    #[prop(into)]
    name: Signal<String>,
    /// Its value.
    children: Children,
) -> impl IntoView {
    view! { <div class="fact"><dt>{name}</dt><dd>{children()}</dd></div> }
}

/// Something private: covered until the button beside it is pressed.
#[component]
pub fn Covered(
    /// What stands there while it is covered.
    #[prop(into)]
    cover: String,
    /// What is under it.
    #[prop(into)]
    text: String,
    /// The words that uncover it, and those that cover it again.
    labels: [&'static str; 2],
    /// What a screen reader hears after those words: which fact of whom.
    #[prop(into)]
    spoken: String,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let label = move || labels[usize::from(is_open.get())];
    let spoken = move || format!("{} {spoken}", label());
    view! {
        <span class="covered">
            <span class="num">{move || if is_open.get() { text.clone() } else { cover.clone() }}</span>
            <button type="button" class="link" aria-label=spoken on:click=move |_| is_open.update(|open| *open = !*open)>{label}</button>
        </span>
    }
}

/// What happened, newest or oldest first as given.
#[component]
pub fn Timeline(
    /// [`TimelineItem`]s.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline" role="list">{children()}</ol> }
}

/// One thing that happened.
#[component]
pub fn TimelineItem(
    /// When, as people write it.
    #[prop(into)]
    when: Signal<String>,
    /// What.
    #[prop(into)]
    title: Signal<String>,
    /// The colour of its dot.
    #[prop(optional)]
    tone: Tone,
    /// More about it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class=format!("event {}", tone.class())>
            <span class="event-when num">{when}</span>
            <div class="event-what">
                <p class="event-title">{title}</p>
                {children.map(|children| children())}
            </div>
        </li>
    }
}

/// What stands where there is nothing yet, and what to do next.
#[component]
pub fn EmptyState(
    /// That there is nothing.
    #[prop(into)]
    title: Signal<String>,
    /// What to do next.
    #[prop(optional, into)]
    next: MaybeProp<String>,
    /// A picture.
    #[prop(default = Icon::Sprout)]
    icon: Icon,
    /// The button that does it.
    #[prop(optional, into)]
    action: ViewFn,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty-picture"><Picture icon/></span>
            <p class="empty-title">{title}</p>
            {move || next.get().map(|next| view! { <p class="empty-next">{next}</p> })}
            <div class="button-row">{action.run()}</div>
        </div>
    }
}

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// How many are behind it.
    pub count: Option<String>,
    /// Whether it is the one shown.
    pub current: bool,
}

/// Tabs as links: what is looked at is in the address.
#[component]
pub fn Tabs(
    /// What the tabs are about.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Tab>>,
) -> impl IntoView {
    let tab = |Tab { href, label, count, current }: Tab| {
        let count = count.map(|count| view! { <span class="tab-count num">{count}</span> });
        view! { <a class="tab" href=href aria-current=current.then_some("page")><span>{label}</span>{count}</a> }
    };
    view! { <nav class="tabs" aria-label=label>{move || tabs.get().into_iter().map(tab).collect_view()}</nav> }
}

/// A sentence across the page about the state of things.
#[component]
pub fn Banner(
    /// Its colour; `Bad` is read out at once.
    #[prop(optional)]
    tone: Tone,
    /// The sentence.
    #[prop(into)]
    text: Signal<String>,
    /// A button or link at the end.
    #[prop(optional, into)]
    action: ViewFn,
) -> impl IntoView {
    let icon = match tone {
        Tone::Good => Icon::Check,
        Tone::Warn | Tone::Bad => Icon::Warning,
        Tone::Plain | Tone::Info => Icon::Info,
    };
    view! {
        <div class=format!("banner {}", tone.class()) role=if tone == Tone::Bad { "alert" } else { "note" }>
            <Picture icon/>
            <p>{text}</p>
            {action.run()}
        </div>
    }
}
