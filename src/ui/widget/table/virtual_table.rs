//! A table of any length: only the rows in sight (at most 60) stand in the page; in a narrow box each becomes a card of two lines.
//! It must never move the scroll position by itself, except to show the row that the keyboard went to.

use domain::Sorting as _;
use leptos::{ev, html, prelude::*};

use super::{
    super::{fresh_id, reveal},
    CardPlace, Column, Sorting,
    window::{factor, in_sight, moved, page},
};

/// The parts of a table that its pieces share.
#[derive(Clone, Copy)]
struct Grid {
    count: Signal<usize>,
    active: RwSignal<Option<usize>>,
    scroll: RwSignal<f64>,
    scroller: NodeRef<html::Div>,
    probe: NodeRef<html::Div>,
    /// Columns in the order of their places, each with its number as the caller counts.
    columns: StoredValue<Vec<(usize, Column)>>,
    stem: StoredValue<String>,
    row: Callback<(usize,), Vec<AnyView>>,
    on_activate: Option<Callback<(usize,)>>,
    selected: Option<Callback<(usize,), bool>>,
}

impl Grid {
    /// The height of a row now; it follows the text size. The probe is a thousand rows high: whole pixels of one row would
    /// be a screen off after a few thousand.
    fn row_height(self) -> f64 {
        let probe = self.probe.get_untracked();
        probe.map_or(64.0, |probe| f64::from(probe.offset_height()).max(1000.0) / 1000.0)
    }

    /// The height of the box now.
    fn viewport(self) -> f64 {
        self.scroller.get_untracked().map_or(0.0, |scroller| scroller.client_height().into())
    }

    fn measure(self) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.scroll.set(scroller.scroll_top() as _);
        }
    }

    fn activate(self, at: usize) {
        self.active.set(Some(at));
        if let Some(activate) = self.on_activate {
            activate.run((at,));
        }
    }

    fn key(self, ev: &ev::KeyboardEvent) {
        // A key pressed on a button inside (a heading that sorts) is that button's.
        if ev.target() != ev.current_target() {
            return;
        }
        let key = ev.key();
        let active = self.active.get_untracked();
        if key == "Enter" || key == " " {
            ev.prevent_default();
            active.into_iter().for_each(|at| self.activate(at));
            return;
        }
        let row = self.row_height();
        if let Some(to) = moved(&key, active, page(self.viewport(), row), self.count.get_untracked()) {
            ev.prevent_default();
            self.active.set(Some(to));
            self.show(to, row);
        }
    }

    /// Scrolls as far as needed to bring a row into sight.
    fn show(self, at: usize, row: f64) {
        if let Some(scroller) = self.scroller.get_untracked() {
            let head = f64::from(scroller.scroll_height()) - factor(self.count.get_untracked()) * row;
            let to = reveal::reveal(factor(at) * row, row, scroller.scroll_top() as _, self.viewport() - head.max(0.0));
            scroller.set_scroll_top(to as _);
        }
    }
}

/// A table of any length. It fills the height its parent leaves it; give the page `PageKind::Fill`.
#[component]
pub fn VirtualTable(
    /// What the rows are.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// The columns.
    columns: Vec<Column>,
    /// The cells of a row, one for each column in their order. It is run reactively: read the data inside, and a row follows it.
    #[prop(into)]
    row: Callback<(usize,), Vec<AnyView>>,
    /// Opens or ticks a row (press, Enter or Space).
    #[prop(optional, into)]
    on_activate: Option<Callback<(usize,)>>,
    /// Whether a row is ticked, for a table of which several rows can be; it is run reactively.
    #[prop(optional, into)]
    selected: Option<Callback<(usize,), bool>>,
    /// By which column the rows are sorted.
    #[prop(optional, into)]
    sorting: Signal<Option<Sorting>>,
    /// Sorts by a column.
    #[prop(optional, into)]
    on_sort: Option<Callback<(usize,)>>,
    /// What stands there when there are no rows.
    #[prop(optional, into)]
    empty: ViewFn,
) -> impl IntoView {
    let mut columns: Vec<(usize, Column)> = columns.into_iter().enumerate().collect();
    columns.arrange_by_key(|(_, column)| column.place);
    let tracks = columns.iter().map(|(_, column)| format!("minmax(0,{})", column.track)).collect::<Vec<_>>().join(" ");
    let width = columns.len();
    let grid = Grid {
        count,
        active: RwSignal::new(None),
        scroll: RwSignal::new(0.0),
        scroller: NodeRef::new(),
        probe: NodeRef::new(),
        columns: StoredValue::new(columns),
        stem: StoredValue::new(fresh_id("row")),
        row,
        on_activate,
        selected,
    };
    let resized = window_event_listener(ev::resize, move |_| grid.measure());
    on_cleanup(move || resized.remove());
    let active = move || grid.active.get().map(|at| format!("{}-{at}", grid.stem.get_value()));
    let none = Memo::new(move |_| count.get() == 0);
    view! {
        <div node_ref=grid.scroller class="grid" role="grid" tabindex="0" aria-label=label
            aria-rowcount=move || count.get() + 1 aria-colcount=width aria-activedescendant=active
            aria-multiselectable=selected.is_some().then_some("true") style:--tracks=tracks
            on:scroll=move |_| grid.measure() on:keydown=move |ev| grid.key(&ev)>
            <div class="grid-probe" aria-hidden="true"><div node_ref=grid.probe></div></div>
            {head(grid, sorting, on_sort)}
            {body(grid)}
            {move || none.get().then(|| empty.run())}
        </div>
    }
}

/// The headings.
fn head(grid: Grid, sorting: Signal<Option<Sorting>>, on_sort: Option<Callback<(usize,)>>) -> impl IntoView {
    let cell = move |(at, column): (usize, Column)| {
        let sorted = move || {
            sorting
                .get()
                .filter(|sorting| sorting.column == at)
                .map(|sorting| if sorting.descending { "descending" } else { "ascending" })
        };
        let title = column.title;
        let words = match on_sort.filter(|_| column.sorts) {
            Some(sort) => {
                view! { <button type="button" class="grid-sort" on:click=move |_| sort.run((at,))>{title}</button> }
                    .into_any()
            }
            None => view! { <span>{title}</span> }.into_any(),
        };
        view! { <div class="grid-cell" class:number=column.number role="columnheader" aria-sort=sorted>{words}</div> }
    };
    view! { <div class="grid-head" role="row" aria-rowindex="1">{grid.columns.get_value().into_iter().map(cell).collect_view()}</div> }
}

/// As much room as all rows need, with those in sight in their places.
fn body(grid: Grid) -> impl IntoView {
    let height = move || grid.count.get().to_string();
    let rows = Memo::new(move |_| {
        // Read first, so that rows follow every scroll; the box is measured each time because its height may have changed unseen.
        let (scroll, count) = (grid.scroll.get(), grid.count.get());
        let viewport = grid.scroller.get().map_or(0.0, |_| grid.viewport());
        in_sight(scroll, viewport, grid.row_height(), count)
    });
    // The first layout comes after the first rows are built.
    Effect::new(move |_| {
        if grid.scroller.get().is_some() {
            request_animation_frame(move || grid.measure_if_there())
        }
    });
    view! {
        <div class="grid-body" role="rowgroup" style:--rows=height>
            <For each=move || rows.get() key=|at| *at let:at>{one(grid, at)}</For>
        </div>
    }
}

impl Grid {
    fn measure_if_there(self) {
        if self.scroll.try_get_untracked().is_some() {
            self.measure();
        }
    }
}

/// One row.
fn one(grid: Grid, at: usize) -> impl IntoView {
    let is_active = Memo::new(move |_| grid.active.get() == Some(at));
    let is_selected = move || grid.selected.map_or_else(|| is_active.get(), |selected| selected.run((at,)));
    let id = format!("{}-{at}", grid.stem.get_value());
    view! {
        <div class="grid-row" class:odd=at % 2 == 1 class:active=is_active role="row" id=id aria-rowindex=at + 2 aria-selected=move || is_selected().to_string()
            style:--at=at.to_string() on:click=move |_| grid.activate(at)>
            {move || cells(grid, at)}
        </div>
    }
}

/// The cells of a row, in groups that are the lines of a card and dissolve where there is room for columns.
fn cells(grid: Grid, at: usize) -> impl IntoView {
    if at >= grid.count.get() {
        return ().into_any();
    }
    let mut given: Vec<Option<AnyView>> = grid.row.run((at,)).into_iter().map(Some).collect();
    let mut group = |place, class| {
        let cells = grid.columns.with_value(|columns| {
            let of_place = columns.iter().filter(|(_, column)| column.place == place);
            of_place
                .map(|(number, column)| cell(column.number, given.get_mut(*number).and_then(Option::take)))
                .collect_view()
        });
        view! { <div class=class role="presentation">{cells}</div> }
    };
    let title = group(CardPlace::Title, "grid-title");
    let detail = group(CardPlace::Detail, "grid-detail");
    let end = group(CardPlace::End, "grid-end");
    let hidden = group(CardPlace::Hidden, "grid-hidden");
    view! { {title} {detail} {end} {hidden} }.into_any()
}

/// One cell.
fn cell(number: bool, content: Option<AnyView>) -> impl IntoView {
    view! { <div class="grid-cell" class:number=number class:num=number role="gridcell">{content}</div> }
}
