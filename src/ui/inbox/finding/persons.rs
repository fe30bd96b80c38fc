//! What is said of persons and households that are there twice, and of those who have two helpers.

use domain::Id;
use domain::records::Case;
use locales::Language;
use replica::query::findings::{Paired, Person};

use super::{Said, verbs};
use crate::route::{Casework, Route};

pub(super) fn same_number(language: Language, first: &Person, later: &Person) -> Said {
    Said {
        title: match first.name == later.name {
            true => language.finding_same_person_title(&first.name),
            false => language.finding_same_id_title(&first.name, &later.name),
        },
        why: language.finding_same_id_why(&lives(first), &lives(later)),
        verbs: verbs([language.finding_same_id_settle(), language.finding_same_id_accept()]),
        about: same_person(language, first, later),
    }
}

/// Where to look at two records of one person: two files are compared; in one file, it is looked at.
fn same_person(language: Language, first: &Person, later: &Person) -> Vec<(String, Route)> {
    if first.case == later.case {
        return vec![(language.look_at(&first.name), Route::Case(first.case))];
    }
    vec![
        (language.doubles_compare().to_owned(), Casework::Join(first.case, later.case).into()),
        (language.finding_same_id_first().to_owned(), Route::Case(first.case)),
        (language.finding_same_id_later().to_owned(), Route::Case(later.case)),
    ]
}

fn lives(person: &Person) -> String {
    format!("{} {}", person.name, person.village).trim().to_owned()
}

pub(super) fn written_to_joined(language: Language, keep: Id<Case>, name: &str, count: usize) -> Said {
    Said {
        title: language.finding_joined_title(name),
        why: language.finding_joined_why(count),
        verbs: verbs([language.finding_joined_settle()]),
        about: vec![(language.look_at(name), Route::Case(keep))],
    }
}

pub(super) fn two_helpers(language: Language, case: Id<Case>, name: &str, pairings: &[Paired]) -> Said {
    let helpers: Vec<&str> = pairings.iter().map(|paired| paired.helper.as_str()).collect();
    Said {
        title: language.finding_helpers_title(name, helpers.len()),
        why: language.finding_helpers_why(&helpers.join(language.list_comma())),
        verbs: helpers.iter().rev().map(|helper| language.finding_helpers_settle(helper)).collect(),
        about: vec![(language.look_at(name), Route::Case(case))],
    }
}
