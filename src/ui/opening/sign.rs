//! The sign by which a person finds their lock on a tablet that several use. Names must not stand there: the lock screen
//! is seen by everybody.

use leptos::prelude::*;
use locales::Language;
use replica::vault::Holder;

use crate::context::use_language;
use crate::widget::field::{Choice, ChoiceField};

/// The signs, as they are kept.
const SIGNS: [&str; 12] =
    ["pine", "bamboo", "plum", "orchid", "mountain", "river", "star", "moon", "cloud", "horse", "wheat", "swallow"];

/// The first sign that nobody has.
pub(crate) fn first_free_sign(holders: &[Holder]) -> String {
    let is_free = |sign: &&&str| holders.iter().all(|holder| sign_of(holder) != Some(**sign));
    SIGNS.iter().find(is_free).unwrap_or(&SIGNS[0]).to_string()
}

/// A holder's sign; the recovery sheet has none.
pub(crate) fn sign_of(holder: &Holder) -> Option<&str> {
    match holder {
        Holder::Staff { sign, .. } => Some(sign),
        Holder::Recovery => None,
    }
}

/// The word of a sign.
pub(crate) fn word(language: Language, sign: &str) -> String {
    let words = SIGNS.iter().zip(language.signs().split(' '));
    words.into_iter().find(|(known, _)| **known == sign).map_or_else(|| sign.to_owned(), |(_, word)| word.to_owned())
}

/// A field for a sign that none of the holders has.
#[component]
pub(crate) fn SignField(value: RwSignal<String>, holders: Vec<Holder>) -> impl IntoView {
    let language = use_language();
    let is_free = |sign: &&str| holders.iter().all(|holder| sign_of(holder) != Some(*sign));
    let options: Vec<Choice> =
        SIGNS.into_iter().filter(is_free).map(|sign| Choice::new(sign, word(language, sign))).collect();
    view! { <ChoiceField label=language.sign_label() value options=Signal::stored(options) hint=language.sign_hint()/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_a_word() {
        for language in Language::ALL {
            assert_eq!(language.signs().split(' ').count(), SIGNS.len());
            assert!(SIGNS.iter().all(|sign| !word(language, sign).is_empty()));
        }
    }
}
