//! A text that was often typed before: the names that are there already are offered while one types, any other is taken.

use domain::{Field, Record, entry, pinyin};
use leptos::prelude::*;
use replica::State;

use crate::context::{use_desk, use_language};
use crate::entry::Entry;
use crate::widget::field::{Pick, SearchPick};

/// How many are offered.
const MOST: usize = 8;

/// A field of a record, with what stands in that field of others.
pub(super) fn known_field<T: Record + Send + Sync>(
    entry: Entry<T>,
    field: impl Field,
    known: impl Fn(&State) -> Vec<String> + Send + Sync + 'static,
) -> AnyView {
    let (desk, language) = (use_desk(), use_language());
    let (label, query, error) = (language.field(field.reference()), entry.one(field), entry.error(field.reference()));
    let known = desk.memo(known);
    let options = Signal::derive(move || offered(&known.read(), &entry::text(&query.get())));
    view! { <SearchPick label query value=RwSignal::new(String::new()) options nothing=language.any_text_goes() error/> }
        .into_any()
}

/// What fits; nothing once it is typed out.
fn offered(known: &[String], typed: &str) -> Vec<Pick> {
    let fits = |text: &&String| typed.is_empty() || text.as_str() != typed && pinyin::matches(text, typed);
    let pick = |text: &String| Pick { value: text.clone(), title: text.clone(), detail: String::new() };
    known.iter().filter(fits).take(MOST).map(pick).collect()
}

#[cfg(test)]
mod tests {
    use super::offered;

    #[test]
    fn what_was_typed_before_is_offered() {
        let known = ["汉族".to_owned(), "满族".to_owned()];
        let check = |typed: &str, expected: &[&str]| {
            let titles: Vec<String> = offered(&known, typed).into_iter().map(|pick| pick.title).collect();
            assert_eq!(titles, expected, "{typed}");
        };
        check("", &["汉族", "满族"]);
        check("mz", &["满族"]);
        check("汉族", &[]);
        check("回族", &[]);
    }
}
