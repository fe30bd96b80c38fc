//! The state as it was on a day: the pages over a store of the past. Nothing is saved there and nothing is drafted; the
//! present stays open behind it, and one press leads back.

use std::rc::Rc;

use domain::{Date, Fault, civil_day, entry};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{dates, fault};
use replica::{Access, StorageError, Store};

use crate::context::{Desk, storage_sentence, use_desk, use_language, use_tablet};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::DateField;
use crate::widget::form::Fold;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, EmptyState, Tone};
use crate::widget::meter::Progress;
use crate::widget::notice::{Notices, use_notices};
use crate::widget::page::{Page, PageKind};

/// The books as they were.
#[derive(Clone)]
struct Was {
    store: Rc<Store>,
    day: Date,
}

/// Which time the pages show.
#[derive(Clone, Copy)]
pub(crate) struct Past {
    present: StoredValue<Rc<Store>, LocalStorage>,
    was: RwSignal<Option<Was>, LocalStorage>,
    notices: Notices,
}

/// Shows the pages over the books as they are, or as they were while somebody looks at the past.
pub(crate) fn in_time(
    present: Rc<Store>,
    access: RwSignal<Access>,
    pages: impl Fn(Rc<Store>, RwSignal<Access>) -> AnyView + Send + 'static,
) -> AnyView {
    let past =
        Past { present: StoredValue::new_local(present), was: RwSignal::new_local(None), notices: use_notices() };
    provide_context(past);
    let shown = move || match past.was.get() {
        None => pages(past.present.get_value(), access),
        Some(was) => pages(was.store, RwSignal::new(Access::Reader)),
    };
    view! { {shown} }.into_any()
}

/// Which time the pages show; nothing where only the present can be.
pub(crate) fn use_past() -> Option<Past> {
    use_context()
}

impl Past {
    /// Back to the present, and to what came meanwhile.
    fn leave(self) {
        let language = use_language();
        spawn_local(async move {
            if let Err(error) = self.present.get_value().catch_up().await {
                self.notices.failed(storage_sentence(language, &error));
            }
            self.was.try_set(None);
        });
    }
}

/// What every page of the past says, with the way back.
pub(crate) fn banner() -> Option<AnyView> {
    let (language, past) = (use_language(), use_past()?);
    let day = past.was.get()?.day;
    let leave = move || view! { <Button label=language.past_leave() icon=Icon::Undo on_press=move || past.leave()/> };
    let text = language.past_banner(&dates::iso(day));
    Some(view! { <Banner tone=Tone::Warn text action=leave/> }.into_any())
}

/// What stands where only the present can be dealt with; the banner above leads there.
#[component]
pub(crate) fn OnlyNow() -> impl IntoView {
    view! { <Page kind=PageKind::Narrow><EmptyState title=use_language().past_read_only() icon=Icon::Clock/></Page> }
}

/// The day that a desk calls today, by the clock that dates its changes.
pub(crate) fn today(desk: Desk) -> Date {
    if desk.is_past() { desk.today() } else { civil_day::of(desk.store().world().now()) }
}

/// A date, and a button that shows the books as they were at its end.
#[component]
pub(crate) fn AsItWas() -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (open, typed) = (RwSignal::new(false), RwSignal::new(String::new()));
    let latest = today(desk);
    let day = Memo::new(move |_| day_before(&typed.get(), latest));
    let error = Signal::derive(move || {
        let fault = day.get().err().filter(|_| !typed.read().is_empty());
        fault.map(|found| fault::sentence(language, &found))
    });
    let chosen = Signal::derive(move || day.get().ok());
    view! {
        <Fold title=language.history_as_it_was() open>
            <DateField label=language.past_day() value=typed max=dates::iso(latest) error hint=language.past_hint()/>
            <Recall day=chosen/>
        </Fold>
    }
}

/// A day gone by, as typed.
fn day_before(typed: &str, today: Date) -> Result<Date, Fault> {
    match entry::date(typed)? {
        day if day > today => Err(Fault::InFuture),
        day => Ok(day),
    }
}

/// The button that shows the books as they were at the end of a day, and how far it is while it goes back.
#[component]
pub(crate) fn Recall(
    /// The day; nothing while it is not known.
    #[prop(into)]
    day: Signal<Option<Date>>,
    /// Where it leads; nothing means that it stays on the page.
    #[prop(optional)]
    lead: Option<Route>,
) -> impl IntoView {
    let (language, go) = (use_language(), use_go());
    let work = Recalling { share: RwSignal::new(None), is_cancelled: RwSignal::new(false) };
    let tablet = use_tablet();
    let past = use_past();
    let show = move || {
        let (Some(past), Some(day)) = (past, day.get_untracked()) else { return };
        let (go, lead) = (go.clone(), lead.clone());
        work.begin();
        spawn_local(async move {
            let device = tablet.device();
            let breathe = async || device.breathe().await;
            match work.carry_out(past, day, breathe).await {
                Ok(Some(store)) => {
                    lead.into_iter().for_each(&go);
                    past.was.try_set(Some(Was { store: Rc::new(store), day }));
                }
                Ok(None) => {}
                Err(error) => past.notices.failed(storage_sentence(language, &error)),
            }
            work.share.try_set(None);
        });
    };
    let show = Callback::new(move |()| show());
    let spoken = move || day.get().map(|day| language.past_show_of(&language.date(day)));
    move || {
        match work.share.get().is_some() {
        true => view! { <Progress label=language.past_making() share=work.share cancel=language.cancel() on_cancel=move || work.is_cancelled.set(true)/> }.into_any(),
        false => {
            let spoken = Signal::derive(spoken);
            view! { <div class="button-row"><Button label=language.past_show() spoken kind=ButtonKind::Plain icon=Icon::Clock disabled=Signal::derive(move || day.get().is_none()) on_press=show/></div> }.into_any()
        }
    }
    }
}

/// How far the way back is.
#[derive(Clone, Copy)]
struct Recalling {
    share: RwSignal<Option<f64>>,
    is_cancelled: RwSignal<bool>,
}

impl Recalling {
    fn begin(self) {
        self.is_cancelled.set(false);
        self.share.set(Some(0.0));
    }

    async fn carry_out(self, past: Past, day: Date, breathe: impl AsyncFn()) -> Result<Option<Store>, StorageError> {
        let step = async |done: usize, all: usize| {
            self.share.try_set(Some(done as f64 / all.max(1) as f64));
            breathe().await;
            // A page that was left has no use for it any more.
            !self.is_cancelled.try_get_untracked().unwrap_or(true)
        };
        past.present.get_value().at(civil_day::end(day), day, step).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_gone_by_is_looked_back_to() {
        let today = Date::from_ordinal_date(2026, 327).expect("a day");
        let check = |typed: &str, expected: Result<u16, Fault>| {
            assert_eq!(day_before(typed, today).map(Date::ordinal), expected, "{typed}");
        };
        check("2026-11-23", Ok(327));
        check("2026-11-22", Ok(326));
        check("2026-11-24", Err(Fault::InFuture));
        check("", Err(Fault::NotADate));
    }
}
