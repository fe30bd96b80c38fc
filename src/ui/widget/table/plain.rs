//! A table of a few rows: a native `<table>` for dashboards, reports and the printed page.
//! It must never be given thousands of rows.

use leptos::prelude::*;

use super::Column;

/// A native table.
#[component]
pub fn PlainTable(
    /// What it shows.
    #[prop(into)]
    caption: Signal<String>,
    /// Whether the caption is for screen readers only, since a heading says the same.
    #[prop(optional)]
    caption_hidden: bool,
    /// The columns; the first names the row.
    columns: Vec<Column>,
    /// The cells of each row.
    #[prop(into)]
    rows: Callback<(), Vec<Vec<AnyView>>>,
) -> impl IntoView {
    let numbers: Vec<bool> = columns.iter().map(|column| column.number).collect();
    let heads = columns
        .into_iter()
        .map(|Column { title, number, .. }| view! { <th scope="col" class:number=number>{title}</th> });
    let cell = move |at: usize, number: bool, content: AnyView| {
        if at == 0 {
            view! { <th scope="row">{content}</th> }.into_any()
        } else {
            view! { <td class:number=number class:num=number>{content}</td> }.into_any()
        }
    };
    let line = move |cells: Vec<AnyView>| {
        let cells =
            cells.into_iter().enumerate().map(|(at, content)| cell(at, numbers.get(at) == Some(&true), content));
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="table-box">
            <table class="table">
                <caption class:visually-hidden=caption_hidden>{caption}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{move || rows.run(()).into_iter().map(&line).collect_view()}</tbody>
            </table>
        </div>
    }
}
