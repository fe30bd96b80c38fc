//! What waits for a decision: what it is, why, and the choices; and the versions of something side by side.
//! A task must never decide by itself, nor hide what the other choices are.

use leptos::prelude::*;

/// One thing to decide; goes straight into [`super::list::Rows`].
#[component]
pub fn Task(
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// Where the title leads, if it is a link.
    #[prop(optional, into)]
    href: MaybeProp<String>,
    /// Why it waits.
    #[prop(optional, into)]
    why: MaybeProp<String>,
    /// A quiet way out beside the title.
    #[prop(optional, into)]
    aside: ViewFn,
    /// The choices.
    children: Children,
) -> impl IntoView {
    let name = move || match href.get() {
        Some(href) => view! { <a class="row-title" href=href>{title}</a> }.into_any(),
        None => view! { <span class="row-title">{title}</span> }.into_any(),
    };
    view! {
        <li class="task">
            <div class="task-head"><p class="row-line">{name}</p>{aside.run()}</div>
            {move || why.get().map(|why| view! { <p class="why">{why}</p> })}
            {children()}
        </li>
    }
}

/// Versions side by side, one under another where there is no room.
#[component]
pub fn Versions(
    /// [`Version`]s.
    children: Children,
) -> impl IntoView {
    view! { <ul class="versions" role="list">{children()}</ul> }
}

/// One of the versions.
#[component]
pub fn Version(
    /// Whose it is, and of when.
    #[prop(into)]
    whose: Signal<String>,
    /// Tags beside that.
    #[prop(optional, into)]
    tags: ViewFn,
    /// What chooses it.
    #[prop(optional, into)]
    action: ViewFn,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="version">
            <div class="version-value">{children()}</div>
            <p class="why version-whose">{whose} {tags.run()}</p>
            <div class="button-row">{action.run()}</div>
        </li>
    }
}
