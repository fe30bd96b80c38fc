//! A candidate's score with all its parts: what each was marked, how much it counts, and what it adds.

use domain::Id;
use domain::leading::{BEST, Part};
use domain::records::{Demonstration, ScoreWeightsField};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::{self, Contestant};

use crate::context::{use_desk, use_language};
use crate::route::Leading;
use crate::widget::button::{ButtonKind, LinkButton};
use crate::widget::list::{Card, Pad};
use crate::widget::table::{CardPlace, Column, PlainTable};

/// The parts of a score, in their order.
pub(super) const PARTS: [ScoreWeightsField; 6] = [
    ScoreWeightsField::skill,
    ScoreWeightsField::experience,
    ScoreWeightsField::base,
    ScoreWeightsField::willingness,
    ScoreWeightsField::means,
    ScoreWeightsField::reach,
];

/// Tenths with their decimal.
pub(super) fn points(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A candidate's score.
#[component]
pub(super) fn ScoreCard(id: Id<Demonstration>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let found = desk.memo(move |state| prosperity::standing(state, id));
    let year = desk.memo(move |state| state.get(id).map_or(0, |one| one.year));
    let rules = move || {
        let href = Leading::Rules.href_with(&format!("year={}", year.get()));
        view! { <LinkButton label=language.selection_rules() href kind=ButtonKind::Quiet/> }
    };
    let columns = vec![
        Column::new(language.score_part(), "1fr", CardPlace::Title),
        Column::new(language.score_mark(), "1fr", CardPlace::Detail).number(),
        Column::new(language.score_weight(), "1fr", CardPlace::Detail).number(),
        Column::new(language.score_adds(), "1fr", CardPlace::End).number(),
    ];
    let rows = move || found.get().map(|one| rows(language, &one)).unwrap_or_default();
    let count = Signal::derive(move || found.get().map(|one| language.score_points(&points(one.score))));
    let unrated = move || {
        found.get().filter(|one| one.is_unrated).map(|_| view! { <Pad><p>{language.score_unrated()}</p></Pad> })
    };
    view! {
        <Card title=language.score() count=MaybeProp::from(count) action=rules>
            {unrated}
            <PlainTable caption=language.score() caption_hidden=true columns rows=Callback::from(rows)/>
        </Card>
    }
}

fn rows(language: Language, one: &Contestant) -> Vec<Vec<AnyView>> {
    let whole: u32 = one.parts.iter().map(|part| part.weight).sum();
    let row = |(field, part): (ScoreWeightsField, &Part)| {
        let adds = part.weight.saturating_mul(part.mark).saturating_mul(10).checked_div(whole).unwrap_or(0);
        let mark = match field {
            ScoreWeightsField::reach => language.households(&numbers::size(one.reach.len())),
            _ => format!("{} / {BEST}", part.mark / 10),
        };
        let cells = [language.field(field), mark, numbers::count(part.weight), points(adds)];
        cells.map(IntoAny::into_any).into()
    };
    PARTS.into_iter().zip(&one.parts).map(row).collect()
}
