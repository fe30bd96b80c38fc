//! Whom a demonstration household leads: with what, since when, with what gain; and the end of a link.

use domain::records::{Demonstration, RadiationLink, RadiationLinkField};
use domain::{Fault, Id, Problem};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::LinkHousehold;
use replica::query::prosperity::{self, LinkLine};

use super::tabs::FactList;
use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::form::Form;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag};
use crate::widget::meter::Meter;

/// The link whose end a dialog asks about, and whether it is open.
#[derive(Clone, Copy)]
struct Ending {
    line: RwSignal<Option<LinkLine>>,
    open: RwSignal<bool>,
}

impl Ending {
    fn of(self, line: LinkLine) {
        self.line.set(Some(line));
        self.open.set(true);
    }
}

/// Whom a demonstration household leads.
#[component]
pub(super) fn Links(id: Id<Demonstration>, can_add: bool) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| prosperity::link_lines(state, id));
    let ending = Ending { line: RwSignal::new(None), open: RwSignal::new(false) };
    view! {
        <Standing id lines ending can_add/>
        <Ended lines/>
        <Dialog open=ending.open title=Signal::derive(move || end_title(language, ending)) close_label=language.close()>
            {ending.line.get_untracked().map(|line| view! { <EndForm line open=ending.open/> })}
        </Dialog>
    }
}

fn end_title(language: Language, ending: Ending) -> String {
    ending.line.get().map(|line| format!("{} {}", language.end_link(), line.name)).unwrap_or_default()
}

#[component]
fn Standing(id: Id<Demonstration>, lines: Memo<Vec<LinkLine>>, ending: Ending, can_add: bool) -> impl IntoView {
    let language = use_language();
    let add = move |kind| {
        view! { <LinkButton label=language.add_link() href=Route::LinkNew(id).href() kind icon=Icon::Plus/> }
    };
    let standing = Memo::new(move |_| {
        let lines = lines.get().into_iter();
        lines.filter(|line| line.link.until.is_none()).collect::<Vec<_>>()
    });
    let is_any = Memo::new(move |_| !standing.read().is_empty());
    let count = Signal::derive(move || language.households(&numbers::size(standing.read().len())));
    // Asked once by the card; what is inside follows.
    let action = move || move || (can_add && is_any.get()).then(|| add(ButtonKind::Plain));
    let rows = move || match is_any.get() {
        true => {
            let rows = standing.get().into_iter().map(|line| row(language, line, Some(ending))).collect_view();
            view! { <Rows>{rows}</Rows> }.into_any()
        }
        false => {
            let first = move || can_add.then(|| add(ButtonKind::Primary));
            let (title, next) = (language.no_links(), language.no_links_next());
            view! { <EmptyState title next icon=Icon::People action=first/> }.into_any()
        }
    };
    view! { <Card title=language.led_households() count action>{rows}</Card> }
}

#[component]
fn Ended(lines: Memo<Vec<LinkLine>>) -> impl IntoView {
    let language = use_language();
    move || {
        let mut lines = lines.get();
        lines.retain(|line| line.link.until.is_some());
        let count = language.households(&numbers::size(lines.len()));
        let is_any = !lines.is_empty();
        let rows = lines.into_iter().map(|line| row(language, line, None)).collect_view();
        is_any.then(|| view! { <Card title=language.links_ended() count><Rows>{rows}</Rows></Card> })
    }
}

fn row(language: Language, line: LinkLine, ending: Option<Ending>) -> impl IntoView {
    let href = line.link.case.map(|case| Route::Case(case).href());
    let (why, title) = (why(language, &line), line.name.clone());
    let support = line.link.support.clone();
    let tags = move || support.iter().map(|support| view! { <Tag text=language.of(*support)/> }).collect_view();
    let action = move || buttons(language, line.clone(), ending);
    view! { <Row title href=MaybeProp::from(href) tags why action/> }
}

fn buttons(language: Language, line: LinkLine, ending: Option<Ending>) -> impl IntoView {
    let (edit, end) = (language.edit(), language.end_link());
    let (edit_spoken, end_spoken) = (format!("{edit} {}", line.name), format!("{end} {}", line.name));
    let href = Route::LinkEdit(line.id).href();
    let end = ending.map(|ending| {
        let ask = move || ending.of(line.clone());
        view! { <Button label=end spoken=end_spoken kind=ButtonKind::Quiet on_press=ask/> }
    });
    view! { {end}<LinkButton label=edit href spoken=edit_spoken/> }
}

fn why(language: Language, line: &LinkLine) -> String {
    let day = |day: Option<domain::Date>| day.map(|day| language.date(day)).unwrap_or_default();
    let days = match line.link.until {
        Some(_) => language.since_until(&day(line.link.since), &day(line.link.until)),
        None => language.since(&day(line.link.since)),
    };
    let has_gain = line.link.gain.0 != 0;
    let gain = has_gain.then(|| language.gain_of(&numbers::money(language, line.link.gain)));
    dotted([line.village.clone(), days, gain.unwrap_or_default()])
}

/// How many are led of those who could be, and what they gain.
#[component]
pub(super) fn Totals(id: Id<Demonstration>, reach: u32) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let led = desk.memo(move |state| prosperity::led_of(&prosperity::link_lines(state, id)));
    let totals = move || {
        let led = led.get();
        let has_gain = led.with_gain > 0;
        let gain = if has_gain { numbers::money(language, led.gain) } else { language.no_gain_yet().to_owned() };
        let with_gain = if has_gain { language.households(&numbers::size(led.with_gain)) } else { String::new() };
        let facts = vec![(language.gain_average().to_owned(), gain), (language.gain_known().to_owned(), with_gain)];
        view! { {reach_meter(language, led.count, reach)}<FactList facts/> }
    };
    view! { <Card title=language.led_totals()><Pad>{totals}</Pad></Card> }
}

/// The households led against those that could be; without such a number, only how many.
fn reach_meter(language: Language, count: usize, reach: u32) -> AnyView {
    let (label, value) = (language.leads(), numbers::size(count));
    if reach == 0 {
        let facts = vec![(label.to_owned(), language.households(&value))];
        return view! { <FactList facts/> }.into_any();
    }
    let share = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / f64::from(reach);
    view! { <Meter label value target=language.of_places(&numbers::count(reach)) share/> }.into_any()
}

/// Asks from when on a household is led no more.
#[component]
fn EndForm(line: LinkLine, open: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (id, label) = (line.id, language.end_link());
    let entry = Entry::new(&RadiationLink { until: Some(desk.today()), ..line.link });
    let save = move || {
        let Some(link) = entry.read() else { return };
        if link.until.is_none() {
            return entry.show(vec![Problem::at(RadiationLinkField::until, Fault::Missing)]);
        }
        desk.save(LinkHousehold { id: Some(id), link }, move |result| match result {
            Ok(()) => drop(open.try_set(false)),
            Err(problems) => entry.show(problems),
        });
    };
    view! {
        <Form label wrong_title=language.form_wrong() error=entry.whole_error() on_submit=save>
            {entry.needed(RadiationLinkField::until)}
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </Form>
    }
}
