//! The frame around every screen: the rail, the bar at the top, the head of a page, its columns.
//! It must never know which screens there are; links and words come as props.

use leptos::{html, prelude::*};

use super::icon::{Icon, Picture};

/// Id of the main part, where the skip link leads.
const MAIN: &str = "main";

/// One link of the rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RailItem {
    /// Where it leads.
    pub href: String,
    /// Its picture.
    pub icon: Icon,
    /// Its word.
    pub label: String,
    /// Whether it is where the user is.
    pub current: bool,
    /// Whether it stands at the far end.
    pub end: bool,
}

/// The frame: rail at the left (below in portrait), bar at the top, one main part.
#[component]
pub fn Shell(
    /// What the link says that jumps to the main part.
    #[prop(into)]
    skip: Signal<String>,
    /// Whether only the screen is shown: no rail, no bar.
    #[prop(optional, into)]
    whole: Signal<bool>,
    /// The rail: [`Rail`].
    rail: Children,
    /// The bar: [`TopBar`].
    top: Children,
    /// The screen.
    children: Children,
) -> impl IntoView {
    let main = NodeRef::<html::Main>::new();
    view! {
        <SkipLink label=skip main/>
        <div class="shell" class:whole=whole>
            {rail()}
            {top()}
            <main class="main" id=MAIN tabindex="-1" node_ref=main>{children()}</main>
        </div>
    }
}

/// A link, seen only with the focus on it, that jumps over rail and bar.
#[component]
fn SkipLink(#[prop(into)] label: Signal<String>, main: NodeRef<html::Main>) -> impl IntoView {
    let jump = move || {
        if let Some(main) = main.get_untracked() {
            let _ = main.focus();
        }
    };
    // A router must not take it for an address.
    view! { <a class="skip" href=format!("#{MAIN}") on:click=move |ev| { ev.prevent_default(); ev.stop_propagation(); jump(); }>{label}</a> }
}

/// The main links.
#[component]
pub fn Rail(
    /// What the links are, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The name at the top.
    #[prop(into)]
    mark: Signal<String>,
    /// The links.
    #[prop(into)]
    items: Signal<Vec<RailItem>>,
) -> impl IntoView {
    let item = |RailItem { href, icon, label, current, end }: RailItem| {
        view! {
            <a class="rail-item" class:end=end href=href aria-current=current.then_some("page")>
                <span class="rail-picture"><Picture icon/></span>
                <span class="rail-word">{label}</span>
            </a>
        }
    };
    view! {
        <nav class="rail" aria-label=label>
            <span class="mark" aria-hidden="true">{mark}</span>
            {move || items.get().into_iter().map(item).collect_view()}
        </nav>
    }
}

/// The bar at the top: something to search with, and the state of things at the end.
#[component]
pub fn TopBar(
    /// What stands at the start: a search box, or nothing.
    #[prop(optional, into)]
    start: ViewFn,
    /// What stands at the end.
    #[prop(optional, into)]
    end: ViewFn,
) -> impl IntoView {
    view! { <header class="top"><div class="top-start">{start.run()}</div><div class="top-end">{end.run()}</div></header> }
}

/// A state in the bar at the top, as a link to what can be done about it.
#[component]
pub fn StateLink(
    /// The state.
    #[prop(into)]
    text: Signal<String>,
    /// Where something can be done.
    #[prop(into)]
    href: Signal<String>,
    /// Whether all is well.
    #[prop(into)]
    good: Signal<bool>,
) -> impl IntoView {
    let icon = move || if good.get() { Icon::Check } else { Icon::Upload };
    view! {
        <a class="state" class:good=good href=href>
            {move || view! { <Picture icon=icon()/> }}
            <span>{text}</span>
        </a>
    }
}

/// The head of a page: where we are, and what can be done with all of it.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is said under it.
    #[prop(optional, into)]
    subtitle: MaybeProp<String>,
    /// Tags after the heading.
    #[prop(optional, into)]
    tags: ViewFn,
    /// Where the way back leads.
    #[prop(optional, into)]
    back: MaybeProp<String>,
    /// What the way back is called.
    #[prop(optional, into)]
    back_label: MaybeProp<String>,
    /// Buttons; the primary one last.
    #[prop(optional, into)]
    actions: ViewFn,
) -> impl IntoView {
    let way_back = move || {
        back.get().map(|href| {
            let label = back_label.get();
            view! { <a class="button quiet square" href=href aria-label=label.clone() title=label><Picture icon=Icon::Back/></a> }
        })
    };
    view! {
        <div class="page-head">
            {way_back}
            <div class="page-words">
                <div class="page-line"><h1>{title}</h1>{tags.run()}</div>
                {move || subtitle.get().map(|text| view! { <p class="subtitle">{text}</p> })}
            </div>
            <div class="button-row page-actions">{actions.run()}</div>
        </div>
    }
}

/// How a page lies in the main part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageKind {
    /// As long as it needs; the whole scrolls.
    #[default]
    Flow,
    /// As high as the screen; its last part ([`super::table::VirtualTable`]) takes what is left and scrolls by itself.
    Fill,
    /// Narrow, for reading and for forms.
    Narrow,
}

/// One page: a head, then cards.
#[component]
pub fn Page(
    /// How it lies.
    #[prop(optional)]
    kind: PageKind,
    /// The head and the parts.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        PageKind::Flow => "page",
        PageKind::Fill => "page fill",
        PageKind::Narrow => "page narrow",
    };
    view! { <div class=class>{children()}</div> }
}

/// Two columns, the first wider; one under the other in portrait.
#[component]
pub fn Columns(
    /// Whether both are of the same width.
    #[prop(optional)]
    even: bool,
    /// Two [`Stack`]s.
    children: Children,
) -> impl IntoView {
    view! { <div class="columns" class:even=even>{children()}</div> }
}

/// Parts one under another.
#[component]
pub fn Stack(
    /// The parts.
    children: Children,
) -> impl IntoView {
    view! { <div class="stack">{children()}</div> }
}
