//! A new passphrase, typed twice. What is too short or too plain is refused with the reason; nothing else is asked of it,
//! since rules about signs and digits make people write it on the tablet (NIST SP 800-63B, 3.1.1.2).

use leptos::prelude::*;
use locales::Language;
use replica::keyring::SHORTEST;

use crate::context::use_language;
use crate::widget::field::{CheckField, TextField, TextKind};

/// Fewer different letters than this are no secret.
const VARIETY: usize = 4;

/// The drafts of a new passphrase.
#[derive(Clone, Copy)]
pub(crate) struct NewPassphrase {
    first: RwSignal<String>,
    again: RwSignal<String>,
    is_shown: RwSignal<String>,
    errors: [RwSignal<Option<String>>; 2],
}

/// What is wrong with a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weakness {
    TooShort,
    TooPlain,
}

impl NewPassphrase {
    /// Nothing typed yet.
    pub(crate) fn new() -> Self {
        let nothing = || RwSignal::new(None);
        Self {
            first: RwSignal::default(),
            again: RwSignal::default(),
            is_shown: RwSignal::default(),
            errors: [nothing(), nothing()],
        }
    }

    /// The passphrase, if it is one and was typed twice; else it says at the fields what is wrong.
    pub(crate) fn read(self, language: Language) -> Option<String> {
        let first = self.first.get_untracked();
        let weak = weakness(&first).map(|weakness| sentence(language, weakness));
        let differs = (weak.is_none() && self.again.get_untracked() != first).then(|| language.passphrase_differs());
        self.errors[0].set(weak.clone());
        self.errors[1].set(differs.map(str::to_owned));
        (weak.is_none() && differs.is_none()).then_some(first)
    }
}

fn weakness(passphrase: &str) -> Option<Weakness> {
    let letters: Vec<char> = passphrase.chars().collect();
    let mut different = letters.clone();
    different.sort_unstable();
    different.dedup();
    let is_row = letters.windows(2).all(|pair| u32::from(pair[1]) == u32::from(pair[0]) + 1);
    match letters.len() {
        length if length < SHORTEST => Some(Weakness::TooShort),
        _ if different.len() < VARIETY || is_row => Some(Weakness::TooPlain),
        _ => None,
    }
}

fn sentence(language: Language, weakness: Weakness) -> String {
    match weakness {
        Weakness::TooShort => language.passphrase_too_short(SHORTEST),
        Weakness::TooPlain => language.passphrase_too_plain().to_owned(),
    }
}

/// The fields of a new passphrase.
#[component]
pub(crate) fn PassphraseFields(passphrase: NewPassphrase) -> impl IntoView {
    let language = use_language();
    let NewPassphrase { first, again, is_shown, errors } = passphrase;
    let shown = Signal::derive(move || !is_shown.with(String::is_empty));
    view! {
        <TextField label=language.new_passphrase() value=first error=errors[0] kind=TextKind::Secret shown
            hint=language.passphrase_hint(SHORTEST) autocomplete="new-password" required=true/>
        <TextField label=language.passphrase_again() value=again error=errors[1] kind=TextKind::Secret shown
            autocomplete="new-password" required=true/>
        <CheckField label=language.passphrase_show() value=is_shown/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_secret_is_refused() {
        for (typed, expected) in [
            ("", Some(Weakness::TooShort)),
            ("春天来了", Some(Weakness::TooShort)),
            ("11111111", Some(Weakness::TooPlain)),
            ("12345678", Some(Weakness::TooPlain)),
            ("abcdefgh", Some(Weakness::TooPlain)),
            ("12121212", Some(Weakness::TooPlain)),
            ("四平的春天来得晚", None),
            ("wheat field 7", None),
        ] {
            assert_eq!(weakness(typed), expected, "{typed}");
        }
    }
}
