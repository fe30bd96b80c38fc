//! The columns of the list: which there are, what they say, and which ones this tablet shows. The head comes first, always.

use domain::Date;
use domain::records::Stage;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::cases::having::{self, Having};
use replica::query::cases::{self, CaseLine};
use replica::query::{life, pairing, promises};
use replica::{Preference, State};

use super::List;
use crate::cases::life::card::word;
use crate::cases::tones::stage_tag;
use crate::context::{Tablet, use_language, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::field::{Choice, MultiChoice};
use crate::widget::icon::Icon;
use crate::widget::table::{CardPlace, Column};

/// A column. The numbers are kept on the tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaseColumn {
    Address = 1,
    Kind = 2,
    Persons = 3,
    Cause = 4,
    Stage = 5,
    Phone = 6,
    Industry = 7,
    Helper = 8,
    Visited = 9,
    Trained = 10,
    Lacks = 11,
    Students = 12,
    Away = 13,
    Promises = 14,
}

impl CaseColumn {
    /// In the order in which they stand.
    const ALL: [Self; 14] = [
        Self::Address,
        Self::Kind,
        Self::Persons,
        Self::Cause,
        Self::Phone,
        Self::Industry,
        Self::Helper,
        Self::Visited,
        Self::Trained,
        Self::Students,
        Self::Away,
        Self::Promises,
        Self::Lacks,
        Self::Stage,
    ];
    /// What a new tablet shows.
    const FIRST: [Self; 5] = [Self::Address, Self::Kind, Self::Persons, Self::Cause, Self::Stage];

    fn title(self, language: Language) -> &'static str {
        match self {
            Self::Address => language.column_address(),
            Self::Kind => language.column_kind(),
            Self::Persons => language.column_persons(),
            Self::Cause => language.column_cause(),
            Self::Stage => language.filter_stage(),
            Self::Phone => language.column_phone(),
            Self::Industry => language.column_industry(),
            Self::Helper => language.column_helper(),
            Self::Visited => language.column_visited(),
            Self::Trained => language.column_trained(),
            Self::Lacks => language.column_lacks(),
            Self::Students => language.column_students(),
            Self::Away => language.having_away(),
            Self::Promises => language.promises(),
        }
    }

    fn head(self, language: Language) -> Column {
        let (track, place) = match self {
            Self::Address | Self::Lacks => ("2fr", CardPlace::Detail),
            Self::Persons => ("4rem", CardPlace::Detail),
            Self::Stage => ("6rem", CardPlace::End),
            Self::Phone | Self::Visited => ("8rem", CardPlace::Detail),
            _ => ("1fr", CardPlace::Detail),
        };
        Column::new(self.title(language), track, place)
    }

    /// What it says of a case.
    pub(super) fn text(self, language: Language, state: &State, line: &CaseLine, today: Date) -> String {
        let case = || state.get(line.id);
        match self {
            Self::Address => whereabouts(line),
            Self::Kind => language.maybe(line.household_kind).to_owned(),
            Self::Persons => language.persons(&numbers::size(line.persons)),
            Self::Cause => language.maybe(line.main_cause).to_owned(),
            Self::Stage => language.maybe(line.stage).to_owned(),
            Self::Phone => case().map(|case| case.phone.clone()).unwrap_or_default(),
            Self::Industry => case().map(|case| case.industry.clone()).unwrap_or_default(),
            Self::Helper => pairing::responsible_name(state, line.id),
            Self::Visited => cases::last_visit(state, line.id).map(|day| language.date(day)).unwrap_or_default(),
            Self::Trained => {
                let times: usize = cases::ties::trained(state, line.id, today).iter().map(|one| one.times).sum();
                language.trained_times(times)
            }
            Self::Lacks => lacks(language, state, line, today),
            Self::Students => names(state, line, Having::Student),
            Self::Away => names(state, line, Having::Away),
            Self::Promises => match promises::open(state, line.id).len() {
                0 => String::new(),
                open => language.items(&numbers::size(open)),
            },
        }
    }

    pub(super) fn cell(self, line: &CaseLine, text: String) -> AnyView {
        match self {
            Self::Stage => stage_tag(line.stage).into_any(),
            _ => text.into_any(),
        }
    }
}

/// Of whom in a household something is true.
fn names(state: &State, line: &CaseLine, having: Having) -> String {
    having::of(state, line.id, having).collect::<Vec<_>>().join(" ")
}

/// The headings of a table with these columns.
pub(super) fn heads(language: Language, columns: &[CaseColumn]) -> Vec<Column> {
    let first = Column::new(language.column_head(), "1.1fr", CardPlace::Title);
    std::iter::once(first).chain(columns.iter().map(|column| column.head(language))).collect()
}

/// What a case lacks until it can be lifted; nothing for one that is.
fn lacks(language: Language, state: &State, line: &CaseLine, today: Date) -> String {
    let lacks = life::lacks(state, line.id, today);
    if lacks.is_empty() && line.stage == Some(Stage::Supported) {
        return language.lacks_nothing().to_owned();
    }
    lacks.into_iter().map(|lack| word(language, lack)).collect::<Vec<_>>().join(" · ")
}

/// These columns, and what cases still lack: what one asks of the cases of a year.
pub(super) fn of_year(columns: &[CaseColumn]) -> Vec<CaseColumn> {
    let is_shown = |column: &CaseColumn| columns.contains(column) || *column == CaseColumn::Lacks;
    CaseColumn::ALL.into_iter().filter(is_shown).filter(|column| *column != CaseColumn::Cause).collect()
}

fn whereabouts(line: &CaseLine) -> String {
    let parts = [line.township.as_str(), line.village.as_str(), line.group.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The columns that this tablet shows.
pub(super) fn kept(tablet: Tablet) -> Vec<CaseColumn> {
    match tablet.device().preference(Preference::CaseColumns) {
        None => CaseColumn::FIRST.to_vec(),
        Some(text) => named(&text.split(' ').map(str::to_owned).collect::<Vec<_>>()),
    }
}

/// The columns of those numbers, in their order.
fn named(numbers: &[String]) -> Vec<CaseColumn> {
    let is_named = |column: &CaseColumn| numbers.iter().any(|number| *number == (*column as u16).to_string());
    CaseColumn::ALL.into_iter().filter(is_named).collect()
}

fn numbers_of(columns: &[CaseColumn]) -> Vec<String> {
    columns.iter().map(|column| (*column as u16).to_string()).collect()
}

/// Chooses the columns.
#[component]
pub(super) fn ColumnsButton(list: List) -> impl IntoView {
    let (tablet, language) = (use_tablet(), use_language());
    let (open, chosen) = (RwSignal::new(false), RwSignal::new(Vec::<String>::new()));
    let begin = move || {
        chosen.set(numbers_of(&list.columns.get_untracked()));
        open.set(true);
    };
    let all = CaseColumn::ALL.map(|column| Choice::new((column as u16).to_string(), column.title(language)));
    let options = Signal::stored(all.to_vec());
    let save = move || {
        let columns = named(&chosen.get_untracked());
        tablet.device().set_preference(Preference::CaseColumns, Some(&numbers_of(&columns).join(" ")));
        list.columns.set(columns);
        open.set(false);
    };
    view! {
        <Button label=language.columns() icon=Icon::More on_press=begin/>
        <Dialog open title=language.columns_title() close_label=language.close()>
            <MultiChoice label=language.columns() value=chosen options/>
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label=language.columns_show() kind=ButtonKind::Primary on_press=save/>
            </DialogActions>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back_in_their_order_by_number() {
        let check = |text: &str, expected: &[CaseColumn]| {
            assert_eq!(named(&text.split(' ').map(str::to_owned).collect::<Vec<_>>()), expected);
        };
        check("", &[]);
        check("5 1", &[CaseColumn::Address, CaseColumn::Stage]);
        check("99 8", &[CaseColumn::Helper]);
        assert_eq!(named(&numbers_of(&CaseColumn::ALL)), CaseColumn::ALL);
    }
}
