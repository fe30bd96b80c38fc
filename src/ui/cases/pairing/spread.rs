//! Many households, each with a helper of its own: the proposal with its reasons, and the press that pairs them all.

use domain::Id;
use domain::records::Case;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::PairEach;
use replica::query::pairing::{self, Match, Spread};

use super::reasons;
use crate::context::{use_desk, use_language};
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::icon::Icon;
use crate::widget::list::{EmptyState, Row, Rows};

/// The way to the proposal, once several are taken.
#[component]
pub(super) fn SpreadOut(taken: RwSignal<Vec<Id<Case>>>) -> impl IntoView {
    let (desk, language, open) = (use_desk(), use_language(), RwSignal::new(false));
    let many = Memo::new(move |_| taken.read().len() > 1);
    let proposal = move || {
        let cases: Vec<Id<Case>> = taken.get().into_iter().take(PairEach::MOST).collect();
        let (spread, cut) = (desk.ask(|state| pairing::spread(state, &cases)), cases.len() < taken.read().len());
        view! { <Proposal spread open cut/> }
    };
    let button =
        move || view! { <Button label=language.spread_out() icon=Icon::People on_press=move || open.set(true)/> };
    view! {
        <Show when=move || many.get()><div class="button-row">{button}</div></Show>
        <Dialog open title=language.spread_out() close_label=language.close()>{move || untrack(proposal)}</Dialog>
    }
}

/// Who would go to whom, and the press.
#[component]
fn Proposal(spread: Spread, open: RwSignal<bool>, cut: bool) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let Spread { pairs, left } = spread;
    if pairs.is_empty() {
        return view! { <EmptyState title=language.spread_none() next=language.nobody_has_room_next() icon=Icon::People/> }
            .into_any();
    }
    let (count, chosen) = (numbers::size(pairs.len()), pairs.iter().map(|one| (one.helper.helper, one.case)).collect());
    let command = StoredValue::new(PairEach { pairs: chosen });
    let press = move || {
        desk.act(command.get_value());
        open.set(false);
    };
    let left = (!left.is_empty()).then(|| language.spread_left(&numbers::size(left.len())));
    let rest =
        dotted([left.unwrap_or_default(), if cut { language.spread_in_parts(PairEach::MOST) } else { String::new() }]);
    let rows = pairs.into_iter().map(|one| row(language, one)).collect_view();
    view! {
        <p class="subtitle">{language.spread_text()}</p>
        <Rows>{rows}</Rows>
        <p role="status">{rest}</p>
        <DialogActions>
            <Button label=language.cancel() on_press=move || open.set(false)/>
            <Button label=language.spread_pair(&count) kind=ButtonKind::Primary icon=Icon::Check on_press=press/>
        </DialogActions>
    }
    .into_any()
}

fn row(language: Language, one: Match) -> impl IntoView {
    let title = language.from_to(&one.name, &one.helper.name);
    view! { <Row title why=reasons::said(language, &one.helper)/> }
}
