//! Whose a change is, in words: a person's name, or else the tablet's. Decides nothing: see the query of that name.

use domain::Uuid;
use locales::Language;
use replica::query::authors::{self, Author};
use replica::{ReplicaId, State};

/// Whose a change of that author and replica is; `own` is the replica of this tablet.
pub(crate) fn author(
    language: Language,
    state: &State,
    author: Option<Uuid>,
    replica: ReplicaId,
    own: Option<ReplicaId>,
) -> String {
    words(language, authors::author(state, author, replica), own == Some(replica))
}

/// The tablet of a replica; `own` is that of this one.
pub(crate) fn tablet(language: Language, state: &State, replica: ReplicaId, own: Option<ReplicaId>) -> String {
    words(language, authors::tablet(state, replica), own == Some(replica))
}

fn words(language: Language, author: Author, is_own: bool) -> String {
    match author {
        Author::Staff(name) => name,
        Author::Tablet(name) => language.tablet_named(&name),
        Author::Unnamed(_) if is_own => language.this_tablet().to_owned(),
        Author::Unnamed(digits) => language.tablet_unnamed(&digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_is_said_as_well_as_is_known() {
        let check = |author: Author, is_own, expected| assert_eq!(words(Language::En, author, is_own), expected);
        check(Author::Staff("Li".into()), true, "Li");
        check(Author::Tablet("office".into()), true, "tablet “office”");
        check(Author::Unnamed("3fa2".into()), true, "this tablet");
        check(Author::Unnamed("3fa2".into()), false, "tablet 3fa2");
    }
}
