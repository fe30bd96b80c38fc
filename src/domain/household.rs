//! What a household's form can tell by itself: who somebody is to the head, by sex and age. A suggestion, never a rule.

use time::Date;

use crate::identity::age;
use crate::records::{Relation, Sex};

/// A generation, in years.
const GENERATION: i64 = 16;
/// The same, the other way.
const BEFORE: i64 = -GENERATION;
/// Two generations and some years.
const TWO: i64 = 2 * GENERATION + 6;

/// Who somebody is, as far as a relation can be told from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// Sex.
    pub sex: Sex,
    /// Date of birth.
    pub born_on: Date,
}

/// The likely relation to the head of whoever is entered next: the husband or wife comes second, then children or parents
/// by their age. Nothing where the form cannot tell.
#[must_use]
pub fn likely_relation(head: Option<Who>, who: Option<Who>, has_spouse: bool) -> Option<Relation> {
    let Some((head, who)) = head.zip(who) else { return (!has_spouse).then_some(Relation::Spouse) };
    let days = (who.born_on - head.born_on).whole_days();
    let years = days.div_euclid(365);
    Some(match years {
        TWO.. => Relation::Grandchild,
        GENERATION.. => child(who.sex),
        ..=BEFORE => Relation::Parent,
        _ if !has_spouse && who.sex != head.sex => Relation::Spouse,
        _ => Relation::Sibling,
    })
}

const fn child(sex: Sex) -> Relation {
    match sex {
        Sex::Male => Relation::Son,
        Sex::Female => Relation::Daughter,
    }
}

/// Whether somebody of that age is sure to be past school.
#[must_use]
pub fn is_past_school(born_on: Date, today: Date) -> bool {
    age(born_on, today).is_some_and(|years| years >= 25)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(sex: Sex, year: i32) -> Option<Who> {
        Date::from_ordinal_date(year, 100).ok().map(|born_on| Who { sex, born_on })
    }

    #[test]
    fn relations_are_told_by_sex_and_age() {
        use Sex::{Female, Male};
        let check = |other: Option<Who>, has_spouse, expected| {
            assert_eq!(likely_relation(who(Male, 1970), other, has_spouse), expected, "{other:?}");
        };
        check(None, false, Some(Relation::Spouse));
        check(None, true, None);
        check(who(Female, 1972), false, Some(Relation::Spouse));
        check(who(Female, 1972), true, Some(Relation::Sibling));
        check(who(Male, 1975), false, Some(Relation::Sibling));
        check(who(Male, 1995), true, Some(Relation::Son));
        check(who(Female, 2001), true, Some(Relation::Daughter));
        check(who(Female, 1945), true, Some(Relation::Parent));
        check(who(Female, 2020), true, Some(Relation::Grandchild));
        assert_eq!(
            likely_relation(None, who(Male, 1995), false),
            Some(Relation::Spouse),
            "nothing is known of the head"
        );
    }

    #[test]
    fn adults_are_past_school() {
        let today = Date::from_ordinal_date(2026, 330).expect("a day");
        let born = |year| Date::from_ordinal_date(year, 100).expect("a day");
        assert!(is_past_school(born(1990), today) && !is_past_school(born(2005), today));
    }
}
