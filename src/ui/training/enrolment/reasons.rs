//! Why somebody should come, or why they cannot, in words.

use locales::{Language, fault};
use replica::query::training::{Candidate, Reason};

/// What speaks for a candidate, or against.
pub(super) fn said(language: Language, candidate: &Candidate) -> String {
    match &candidate.obstacle {
        Some(obstacle) => fault::sentence(language, obstacle),
        None => candidate.reasons.iter().map(|reason| word(language, reason)).collect::<Vec<_>>().join(" · "),
    }
}

fn word(language: Language, reason: &Reason) -> String {
    match reason {
        Reason::Wish(subject) => language.reason_wish(subject),
        Reason::Need(need) => language.reason_need(language.of(*need)),
        Reason::Supported => language.reason_supported().to_owned(),
        Reason::PartyMember => language.reason_party().to_owned(),
        Reason::Near => language.reason_near().to_owned(),
    }
}
