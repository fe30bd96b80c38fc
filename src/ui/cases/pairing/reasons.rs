//! What speaks for a helper, or against, in words.

use locales::{Language, fault, numbers};
use replica::query::pairing::{Reason, Suggestion};

/// What speaks for a suggestion, or what makes it impossible.
pub(super) fn said(language: Language, suggestion: &Suggestion) -> String {
    match &suggestion.obstacle {
        Some(obstacle) => fault::sentence(language, obstacle),
        None => suggestion.reasons.iter().map(|reason| word(language, reason)).collect::<Vec<_>>().join(" · "),
    }
}

fn word(language: Language, reason: &Reason) -> String {
    match reason {
        Reason::SameVillage => language.reason_same_village().to_owned(),
        Reason::SameTownship => language.reason_same_township().to_owned(),
        Reason::SameCounty => language.reason_same_county().to_owned(),
        Reason::Skill(need) => language.reason_skill(language.of(*need)),
        Reason::Industry(industry) => language.reason_industry(industry),
        Reason::Free => language.reason_free().to_owned(),
        Reason::Load { paired, most } => load(language, *paired, *most),
    }
}

/// How many a helper has, of how many it can take.
pub(super) fn load(language: Language, paired: usize, most: usize) -> String {
    language.load_of(&numbers::size(paired), &numbers::size(most))
}
