//! The day of a tour from stop to stop: what is closed when one is there is said at once, a better order is offered, and
//! each stop is moved by its buttons, by the arrow keys on its handle, or by dragging the handle.

use domain::Id;
use domain::records::{Stop, Tour};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::OrderStops;
use replica::query::prosperity::tours::{self, Day};

use super::words;
use crate::context::{Desk, use_desk, use_language};
use crate::route::Tours;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Card, EmptyState, Pad, Tone};

mod drag;
mod line;

use drag::Dragging;
use line::StopLine;

/// Which button of which stop moved it: it takes the focus again when the list is drawn anew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handle {
    Up,
    Down,
    Grip,
}

/// The order of the stops, and how it is changed.
#[derive(Clone, Copy)]
struct Order {
    desk: Desk,
    tour: Id<Tour>,
    day: Memo<Day>,
    moved: StoredValue<Option<(Id<Stop>, Handle)>>,
    drag: Dragging,
}

impl Order {
    /// Brings the stop at one place to another one, in one change.
    fn bring(self, from: usize, to: usize, by: Handle) {
        let mut order: Vec<Id<Stop>> = self.day.with_untracked(|day| day.stops.iter().map(|stop| stop.id).collect());
        if from == to || from >= order.len() || to >= order.len() {
            return;
        }
        let stop = order.remove(from);
        order.insert(to, stop);
        self.moved.set_value(Some((stop, by)));
        self.desk.act(OrderStops { tour: self.tour, order });
    }

    /// Whether that button is to take the focus; once.
    fn takes_focus(self, stop: Id<Stop>, handle: Handle) -> bool {
        let is_it = self.moved.get_value() == Some((stop, handle));
        if is_it {
            self.moved.set_value(None);
        }
        is_it
    }
}

/// The day of a tour.
#[component]
pub(super) fn Timetable(
    /// The tour.
    id: Id<Tour>,
    /// Its day.
    day: Memo<Day>,
    /// Whether it can be changed.
    can_change: bool,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let order = Order { desk, tour: id, day, moved: StoredValue::new(None), drag: Dragging::new() };
    let count = Signal::derive(move || language.stops_count(&numbers::size(day.read().stops.len())));
    let add = move || can_change.then(|| add_button(language, id));
    let stops = move || match day.read().stops.is_empty() {
        true => {
            let (title, next) = (language.no_stops(), language.no_stops_next());
            view! { <EmptyState title next icon=Icon::Pin action=add/> }.into_any()
        }
        false => lines(order, &day.read(), can_change).into_any(),
    };
    let add_more = move || (!day.read().stops.is_empty()).then(add);
    view! {
        <Card title=language.timetable() count action=move || view! { {add_more} }>
            <Doors day/>
            {can_change.then(|| view! { <Better order/> })}
            {stops}
        </Card>
    }
}

fn add_button(language: Language, id: Id<Tour>) -> impl IntoView {
    view! { <LinkButton label=language.add_stops() href=Tours::Add(id).href() icon=Icon::Plus/> }
}

/// How many stops are closed when one is there.
#[component]
fn Doors(day: Memo<Day>) -> impl IntoView {
    let language = use_language();
    let closed = Memo::new(move |_| day.read().closed());
    move || {
        let count = closed.get();
        (count > 0).then(|| view! { <Pad><Banner tone=Tone::Warn text=language.closed_count(count)/></Pad> })
    }
}

/// A better order, one press away.
#[component]
fn Better(order: Order) -> impl IntoView {
    let (desk, language) = (order.desk, use_language());
    let suggestion = desk.memo(move |state| tours::suggestion(state, order.tour));
    move || {
        suggestion.get().map(|better| {
            let text = words::better(language, &better);
            let take = move || {
                let better = better.clone();
                let act = move || desk.act(OrderStops { tour: order.tour, order: better.order.clone() });
                view! { <Button label=language.take_order() kind=ButtonKind::Quiet on_press=act/> }
            };
            view! { <Pad><Banner tone=Tone::Info text action=take/></Pad> }
        })
    }
}

fn lines(order: Order, day: &Day, can_change: bool) -> impl IntoView + use<> {
    let count = day.stops.len();
    order.drag.clear();
    let line = |(at, stop): (usize, &tours::DayStop)| {
        view! { <StopLine order at count stop=stop.clone() can_change/> }
    };
    let lines = day.stops.iter().enumerate().map(line).collect_view();
    view! { <ol class="stops" role="list">{lines}</ol> }
}
