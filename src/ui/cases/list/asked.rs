//! What the list is asked for: words and filters that combine, and those kept under a name.

use domain::Choice as _;
use domain::records::{Cause, Stage};
use leptos::prelude::*;
use locales::Language;
use replica::query::cases;
use replica::query::cases::having::{self, Having};
use replica::query::cases::lacking::{Lacking, lacks};
use replica::query::directory::{CaseFilter, Found};
use replica::query::divisions;
use replica::query::life::{self, OfYear};

use super::kept::KeptFilters;
use crate::context::{Desk, use_asked, use_desk, use_language, use_searches};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::field::{Choice, ChoiceField, TextField, TextKind};
use crate::widget::icon::Icon;

/// What the list is asked for, as fields hold it.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    typed: RwSignal<String>,
    county: RwSignal<String>,
    stage: RwSignal<String>,
    cause: RwSignal<String>,
    lacking: RwSignal<String>,
    having: RwSignal<String>,
    /// Which cases of this year.
    of_year: RwSignal<String>,
}

/// The cases of this year that can be asked for, as an address says it.
const OF_YEAR: [(&str, OfYear); 3] =
    [("supported", OfYear::Supported), ("waiting", OfYear::Waiting), ("lifted", OfYear::Lifted)];

impl Asked {
    pub(super) fn new() -> Self {
        Self {
            typed: use_searches().cases,
            county: use_asked("county"),
            stage: use_asked("stage"),
            cause: use_asked("cause"),
            lacking: use_asked("lacking"),
            having: use_asked("having"),
            of_year: use_asked("year"),
        }
    }

    /// In the order in which they are kept: only add at the end.
    const fn fields(self) -> [RwSignal<String>; 7] {
        [self.typed, self.county, self.stage, self.cause, self.lacking, self.of_year, self.having]
    }

    /// What stands in the fields.
    pub(super) fn values(self) -> Vec<String> {
        self.fields().iter().map(RwSignal::get).collect()
    }

    /// Puts that into the fields.
    pub(super) fn ask(self, values: &[String]) {
        let values = values.iter().cloned().chain(std::iter::repeat(String::new()));
        self.fields().iter().zip(values).for_each(|(field, value)| field.set(value));
    }

    pub(super) fn is_any(self) -> bool {
        self.fields().iter().any(|raw| raw.with(|text| !text.trim().is_empty()))
    }

    /// Which cases of this year are asked for.
    pub(super) fn of_year(self) -> Option<OfYear> {
        self.of_year.with(|tag| OF_YEAR.into_iter().find(|(known, _)| known == tag)).map(|(_, of)| of)
    }

    pub(super) fn clear(self) {
        self.ask(&[]);
    }

    /// The cases that fit.
    pub(super) fn found(self, desk: Desk) -> Vec<Found> {
        let stage = self.stage.get().parse().ok().and_then(Stage::from_number);
        let filter = CaseFilter { typed: self.typed.get(), county: self.county.get().parse().ok(), stage };
        let mut found = desk.directory().cases(&filter);
        let cause = self.cause.get().parse().ok().and_then(Cause::from_number);
        let lacking = self.lacking.get().parse().ok().and_then(Lacking::from_number);
        let having = self.having.get().parse().ok().and_then(Having::from_number);
        let of_year = self.of_year();
        if cause.is_some() || lacking.is_some() || having.is_some() || of_year.is_some() {
            let today = desk.today();
            desk.ask(|state| {
                if let Some(of_year) = of_year.map(|of| life::of_year(state, of, today.year())) {
                    found.retain(|found| of_year.contains(&found.case));
                }
                found.retain(|found| {
                    let has_cause = |cause| cases::has_cause(state, found.case, cause);
                    cause.is_none_or(has_cause)
                        && lacking.is_none_or(|lacking| lacks(state, found.case, lacking, today))
                        && having.is_none_or(|having| having::has(state, found.case, having))
                });
            });
        }
        found
    }
}

/// The search box, the filters, and those kept.
#[component]
pub(super) fn Filters(asked: Asked) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let counties = desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let stages = numbered(Stage::ALL.iter().map(|stage| (stage.number(), language.of(*stage))));
    let causes = numbered(Cause::ALL.iter().map(|cause| (cause.number(), language.of(*cause))));
    let lacks = numbered(Lacking::ALL.into_iter().map(|lacking| (lacking as u16, lacking_words(language, lacking))));
    let years = Signal::stored(OF_YEAR.map(|(tag, of)| Choice::new(tag, of_year_word(language, of))).to_vec());
    let havings = numbered(Having::ALL.into_iter().map(|having| (having as u16, having_words(language, having))));
    let Asked { typed, county, stage, cause, lacking, having, of_year } = asked;
    let clear = move || {
        let button = move || view! { <Button label=language.filters_clear() icon=Icon::Close kind=ButtonKind::Quiet on_press=move || asked.clear()/> };
        asked.is_any().then(button)
    };
    view! {
        <div class="filters" role="search">
            <TextField label=language.cases_search() value=typed kind=TextKind::Search placeholder=language.cases_search_example()/>
            <ChoiceField label=language.filter_county() value=county options=counties nothing=language.all_counties() menu=true/>
            <ChoiceField label=language.filter_stage() value=stage options=stages nothing=language.all_stages() menu=true/>
            <ChoiceField label=language.column_cause() value=cause options=causes nothing=language.all_causes() menu=true/>
            <ChoiceField label=language.filter_lacking() value=lacking options=lacks nothing=language.lacking_anything() menu=true/>
            <ChoiceField label=language.filter_having() value=having options=havings nothing=language.having_anybody() menu=true/>
            <ChoiceField label=language.filter_of_year() value=of_year options=years nothing=language.all_of_year() menu=true/>
            {clear}
            <KeptFilters asked/>
        </div>
    }
}

fn numbered<'a>(words: impl Iterator<Item = (u16, &'a str)>) -> Signal<Vec<Choice>> {
    Signal::stored(words.map(|(number, word)| Choice::new(number.to_string(), word)).collect())
}

fn lacking_words(language: Language, lacking: Lacking) -> &'static str {
    match lacking {
        Lacking::Helper => language.lacking_helper(),
        Lacking::Visit => language.lacking_visit(),
        Lacking::Help => language.lacking_help(),
        Lacking::Training => language.lacking_training(),
        Lacking::Cooperative => language.lacking_cooperative(),
    }
}

const fn having_words(language: Language, having: Having) -> &'static str {
    match having {
        Having::Student => language.having_student(),
        Having::Disabled => language.having_disabled(),
        Having::Ill => language.having_ill(),
        Having::Away => language.having_away(),
        Having::Uninsured => language.having_uninsured(),
    }
}

const fn of_year_word(language: Language, of: OfYear) -> &'static str {
    match of {
        OfYear::Supported => language.of_year_supported(),
        OfYear::Waiting => language.of_year_waiting(),
        OfYear::Lifted => language.of_year_lifted(),
    }
}
