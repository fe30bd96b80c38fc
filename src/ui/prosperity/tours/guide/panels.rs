//! Who follows: in which villages and how they are led, as counts. And what they earned before and after, as averages.

use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::tours::{Story, What};

use crate::context::use_language;

/// So many villages are named.
const VILLAGES: usize = 6;

/// A bar: what it is, how long, and its number.
struct Bar {
    label: String,
    share: f64,
    number: String,
}

/// Who follows, by village and by what is given.
#[component]
pub(super) fn Followers(story: StoredValue<Story>) -> impl IntoView {
    let language = use_language();
    let (villages, supports) = story.with_value(|story| match &story.what {
        What::Household(leading) => {
            let supports = leading.supports.iter().map(|(support, count)| (language.of(*support).to_owned(), *count));
            (first_of(language, &leading.villages), supports.collect())
        }
        What::Cooperative(belonging) => (first_of(language, &belonging.villages), vec![]),
        What::Site(_) | What::Gone => (vec![], vec![]),
    });
    let group = move |title: &'static str, counts: Vec<(String, usize)>| {
        (!counts.is_empty()).then(|| view! { <h2>{title}</h2><Bars bars=counted(language, counts)/> })
    };
    view! {
        <div class="guide-panel">
            {group(language.by_village(), villages)}
            {group(language.by_support(), supports)}
        </div>
    }
}

/// The first villages by name, the others together, then who lives outside of the register.
fn first_of(language: Language, villages: &[(String, usize)]) -> Vec<(String, usize)> {
    let (named, outside): (Vec<_>, Vec<_>) = villages.iter().cloned().partition(|(name, _)| !name.is_empty());
    let mut all: Vec<(String, usize)> = named.iter().take(VILLAGES).cloned().collect();
    let rest: Vec<&(String, usize)> = named.iter().skip(VILLAGES).collect();
    if !rest.is_empty() {
        all.push((language.other_villages(rest.len()), rest.iter().map(|(_, count)| count).sum()));
    }
    let outside: usize = outside.iter().map(|(_, count)| count).sum();
    all.extend((outside > 0).then(|| (language.neighbours_outside().to_owned(), outside)));
    all
}

fn share(part: i64, most: i64) -> f64 {
    let small = |number: i64| f64::from(i32::try_from(number.max(0)).unwrap_or(i32::MAX));
    small(part) / small(most).max(1.0)
}

fn counted(language: Language, counts: Vec<(String, usize)>) -> Vec<Bar> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let most = counts.iter().map(|(_, count)| number(*count)).max().unwrap_or(1);
    let bar = |(label, count): (String, usize)| Bar {
        label,
        share: share(number(count), most),
        number: language.households(&numbers::size(count)),
    };
    counts.into_iter().map(bar).collect()
}

/// What led households earned before, and with what they gain.
#[component]
pub(super) fn BeforeAfter(story: StoredValue<Story>) -> impl IntoView {
    let language = use_language();
    let incomes = story.with_value(|story| match &story.what {
        What::Household(leading) => leading.incomes,
        _ => None,
    });
    incomes.map(|[before, with]| {
        let most = before.0.max(with.0);
        let bar = |label: &str, amount: domain::value::Fen| Bar {
            label: label.to_owned(),
            share: share(amount.0 / 100, most / 100),
            number: numbers::money(language, amount),
        };
        let bars = vec![bar(language.income_before(), before), bar(language.income_with(), with)];
        view! { <div class="guide-panel tall"><Bars bars/><p class="guide-note">{language.income_note()}</p></div> }
    })
}

/// Bars one under another; the words and the number say all.
#[component]
fn Bars(bars: Vec<Bar>) -> impl IntoView {
    let bar = |Bar { label, share, number }: Bar| {
        let width = format!("{:.1}%", share * 100.0);
        view! {
            <li class="guide-bar">
                <span>{label}</span><b class="num">{number}</b>
                <i aria-hidden="true"><i style:width=width></i></i>
            </li>
        }
    };
    view! { <ul role="list">{bars.into_iter().map(bar).collect_view()}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_villages_are_told_together() {
        let village = |name: &str, count| (name.to_owned(), count);
        let mut villages: Vec<(String, usize)> = ('a'..='h').map(|name| (name.to_string(), 2)).collect();
        villages.push(village("", 5));
        let told = first_of(Language::En, &villages);
        assert_eq!(told.len(), 8);
        assert_eq!(told[6..], [village("2 other villages", 4), village("Other neighbours", 5)]);
    }
}
