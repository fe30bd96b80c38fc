//! Where something is: county, township and village as they are typed. Known names are offered; a name that is not
//! there yet is made when the record is saved, by the command. Nothing here makes a division by itself.

use domain::records::{Division, DivisionLevel};
use domain::{Id, entry, pinyin};
use leptos::prelude::*;
use replica::State;
use replica::command::Place;
use replica::query::divisions;

use crate::context::{Desk, use_language};
use crate::widget::field::{Choice, ChoiceField, Pick, SearchPick};
use crate::widget::form::Wide;

/// How many known names are offered.
const MOST: usize = 60;

/// A place on its way through a form.
#[derive(Clone, Copy)]
pub(crate) struct PlaceEntry {
    desk: Desk,
    county: RwSignal<String>,
    township: RwSignal<String>,
    village: RwSignal<String>,
}

impl PlaceEntry {
    /// An entry that begins with a village, or with nothing.
    pub(crate) fn new(desk: Desk, village: Option<Id<Division>>) -> Self {
        let (county, names) = untrack(|| {
            desk.ask(|state| (divisions::county_of(state, village), divisions::whereabouts(state, village)))
        });
        Self {
            desk,
            county: RwSignal::new(county.map(|id| id.to_string()).unwrap_or_default()),
            township: RwSignal::new(names.township),
            village: RwSignal::new(names.village),
        }
    }

    /// The place as typed.
    pub(crate) fn place(self) -> Place {
        Place {
            county: self.county.get_untracked().parse().ok(),
            township: entry::text(&self.township.get_untracked()),
            village: entry::text(&self.village.get_untracked()),
        }
    }

    /// What is typed, for the draft.
    pub(crate) fn pages(self) -> Vec<(u16, Vec<String>)> {
        (0..).zip(self.raws()).map(|(number, raw)| (number, vec![raw.get()])).collect()
    }

    /// Puts back what was typed.
    pub(crate) fn restore(self, pages: Vec<(u16, Vec<String>)>) {
        for (number, texts) in pages {
            if let (Some(raw), Some(text)) = (self.raws().get(usize::from(number)), texts.into_iter().next()) {
                raw.set(text);
            }
        }
    }

    fn raws(self) -> [RwSignal<String>; 3] {
        [self.county, self.township, self.village]
    }

    /// The names right below the county, or below the township, that fit what is typed there.
    fn known(self, level: DivisionLevel) -> Memo<Vec<Pick>> {
        let typed = if level == DivisionLevel::Township { self.township } else { self.village };
        self.desk.memo(move |state| {
            let parent = match level {
                DivisionLevel::Township => self.county.get().parse().ok(),
                _ => child(state, self.county.get().parse().ok(), &self.township.get()),
            };
            let names = parent.map(|parent| divisions::children(state, parent)).unwrap_or_default();
            let typed = typed.get();
            offered(names.into_iter().map(|(_, name)| name).collect(), &entry::text(&typed))
        })
    }
}

/// The division of that name right below another one.
fn child(state: &State, parent: Option<Id<Division>>, name: &str) -> Option<Id<Division>> {
    let name = entry::text(name);
    divisions::children(state, parent?).into_iter().find(|(_, known)| *known == name).map(|(id, _)| id)
}

/// The names to offer: those that fit what is typed, all of them once one of them is typed out.
fn offered(names: Vec<String>, typed: &str) -> Vec<Pick> {
    let is_chosen = names.iter().any(|name| name == typed);
    let fits = |name: &String| is_chosen || typed.is_empty() || pinyin::matches(name, typed);
    let pick = |name: String| Pick { value: name.clone(), title: name, detail: String::new() };
    names.into_iter().filter(fits).take(MOST).map(pick).collect()
}

/// The three fields of a place. `error` is what is wrong with the place as a whole; it is said where something is missing.
#[component]
pub(crate) fn PlaceFields(
    /// The place.
    place: PlaceEntry,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let counties = place.desk.memo(|state| {
        let all = divisions::counties(state).into_iter();
        all.map(|(id, name)| Choice::new(id.to_string(), name)).collect::<Vec<_>>()
    });
    let (county, label) = (place.county, language.of(DivisionLevel::County));
    view! {
        <Wide><ChoiceField label value=county options=counties error=where_empty(county, error) required=true/></Wide>
        <NameField place level=DivisionLevel::Township error/>
        <NameField place level=DivisionLevel::Village error/>
    }
}

/// The name of a township or a village: one that is known, or a new one.
#[component]
fn NameField(place: PlaceEntry, level: DivisionLevel, error: Signal<Option<String>>) -> impl IntoView {
    let language = use_language();
    let (query, example) = match level {
        DivisionLevel::Township => (place.township, language.place_township_example()),
        _ => (place.village, language.place_village_example()),
    };
    let options = place.known(level);
    let nothing = Signal::derive(move || {
        let is_empty = query.with(|typed| typed.trim().is_empty());
        if is_empty { example } else { language.place_is_new() }.to_owned()
    });
    let (label, error) = (language.of(level), where_empty(query, error));
    view! {
        <SearchPick label query value=RwSignal::new(String::new()) options nothing placeholder=example error required=true/>
    }
}

/// The error of the whole, at a field that is empty.
fn where_empty(raw: RwSignal<String>, error: Signal<Option<String>>) -> Signal<Option<String>> {
    Signal::derive(move || error.get().filter(|_| raw.with(|typed| typed.trim().is_empty())))
}

#[cfg(test)]
mod tests {
    use super::offered;

    #[test]
    fn known_names_are_offered_while_one_types() {
        let names = || vec!["十家堡镇".to_owned(), "郭家店镇".to_owned()];
        let check = |typed: &str, expected: &[&str]| {
            let titles: Vec<String> = offered(names(), typed).into_iter().map(|pick| pick.title).collect();
            assert_eq!(titles, expected, "{typed}");
        };
        check("", &["十家堡镇", "郭家店镇"]);
        check("gjd", &["郭家店镇"]);
        check("十家堡镇", &["十家堡镇", "郭家店镇"]);
        check("新镇", &[]);
    }
}
