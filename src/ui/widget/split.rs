//! Ways to lay a working screen out: a bar of filters, meters side by side, a list with what is done to it beside.
//! They must never scroll the whole page where a part can scroll by itself.

use leptos::prelude::*;

/// Filters and views in one line, wrapping where there is no room. The labels of its fields are for screen readers.
#[component]
pub fn Toolbar(
    /// The filters.
    children: Children,
) -> impl IntoView {
    view! { <div class="toolbar">{children()}</div> }
}

/// Buttons that belong together, such as the views of one thing.
#[component]
pub fn ButtonGroup(
    /// What they are about.
    #[prop(into)]
    label: Signal<String>,
    /// The buttons.
    children: Children,
) -> impl IntoView {
    view! { <div class="button-row" role="group" aria-label=label>{children()}</div> }
}

/// Meters side by side in a card without a head.
#[component]
pub fn MeterCard(
    /// What they measure, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// What the marks on them mean.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// The meters.
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <section class="card meter-card" aria-label=label>
            <div class="meters">{children()}</div>
            {move || hint.get().map(|hint| view! { <p class="count">{hint}</p> })}
        </section>
    }
}

/// A list that takes what height is left, and what is done to it beside (below in portrait). Goes into a page that
/// fills the screen.
#[component]
pub fn Split(
    /// The list and its filters.
    main: Children,
    /// What is done to it.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="split">
            <div class="split-main">{main()}</div>
            <div class="split-side">{children()}</div>
        </div>
    }
}
