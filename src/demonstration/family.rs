//! Who is in a household: relations, sexes, years of birth and names that fit each other.
//! Nobody here is a child of someone less than twenty years older.

use domain::records::{Relation, Sex};

use crate::data::households::Shape;
use crate::dice::Dice;
use crate::names::{given_name, surname};

/// The part that somebody has in a shape of household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Husband or wife of the head.
    Spouse,
    /// A child that may still learn.
    Child,
    /// A child who has grown up.
    GrownChild,
    /// The grown child's husband or wife.
    ChildInLaw,
    /// A child of the grown child.
    Grandchild,
    /// A grandchild whose parents live elsewhere.
    LateGrandchild,
    /// Father or mother of the head.
    Parent,
    /// Brother or sister of the head.
    Sibling,
}

/// Somebody, before anything else is known of them.
#[derive(Clone, Debug)]
pub(crate) struct Someone {
    /// Their part; nothing for the head.
    pub(crate) role: Option<Role>,
    /// Their sex.
    pub(crate) sex: Sex,
    /// Their year of birth.
    pub(crate) born: i32,
    /// Their family name.
    pub(crate) surname: &'static str,
    /// Their whole name.
    pub(crate) name: String,
}

impl Someone {
    /// Their relation to the head.
    pub(crate) const fn relation(&self) -> Relation {
        match (self.role, self.sex) {
            (None, _) => Relation::Head,
            (Some(Role::Spouse), _) => Relation::Spouse,
            (Some(Role::Child | Role::GrownChild), Sex::Male) => Relation::Son,
            (Some(Role::Child | Role::GrownChild), _) => Relation::Daughter,
            (Some(Role::ChildInLaw), _) => Relation::ChildInLaw,
            (Some(Role::Grandchild | Role::LateGrandchild), _) => Relation::Grandchild,
            (Some(Role::Parent), _) => Relation::Parent,
            (Some(Role::Sibling), _) => Relation::Sibling,
        }
    }
}

/// The people of a household of that shape and nationality, the head first, as they are in that year.
pub(crate) fn people(dice: &mut Dice, shape: &Shape, people: usize, year: i32) -> Vec<Someone> {
    let sex = if dice.percent(84) { Sex::Male } else { Sex::Female };
    let born = year - dice.between(shape.head.0, shape.head.1);
    let surname = surname(dice, people);
    let head = Someone { role: None, sex, born, surname, name: full_name(dice, surname, sex, born) };
    let mut all = vec![head];
    for role in shape.others {
        let one = someone(dice, *role, &all, people, year);
        all.push(one);
    }
    all
}

fn someone(dice: &mut Dice, role: Role, all: &[Someone], people: usize, year: i32) -> Someone {
    let sex = sex(dice, role, all);
    let born = born(dice, role, all, year);
    let surname = inherited(role, sex, all).unwrap_or_else(|| surname(dice, people));
    let mut name = full_name(dice, surname, sex, born);
    while all.iter().any(|other| other.name == name) {
        name = full_name(dice, surname, sex, born);
    }
    Someone { role: Some(role), sex, born, surname, name }
}

fn full_name(dice: &mut Dice, surname: &str, sex: Sex, born: i32) -> String {
    format!("{surname}{}", given_name(dice, sex, born))
}

fn of_role(all: &[Someone], role: Option<Role>) -> Option<&Someone> {
    all.iter().find(|someone| someone.role == role)
}

const fn opposite(sex: Sex) -> Sex {
    match sex {
        Sex::Male => Sex::Female,
        _ => Sex::Male,
    }
}

fn sex(dice: &mut Dice, role: Role, all: &[Someone]) -> Sex {
    let wed = match role {
        Role::Spouse => of_role(all, None),
        Role::ChildInLaw => of_role(all, Some(Role::GrownChild)),
        Role::Parent => of_role(all, Some(Role::Parent)),
        _ => None,
    };
    let males = match role {
        Role::Parent => 38,
        Role::GrownChild => 75,
        Role::Sibling => 70,
        _ => 51,
    };
    let drawn = if dice.percent(males) { Sex::Male } else { Sex::Female };
    wed.map_or(drawn, |someone| opposite(someone.sex))
}

/// A year of birth that fits those on whom it depends.
fn born(dice: &mut Dice, role: Role, all: &[Someone], year: i32) -> i32 {
    let head = of_role(all, None).map_or(year, |head| head.born);
    let parents = of_role(all, Some(Role::Spouse)).map_or(head, |spouse| spouse.born.max(head));
    let grown = of_role(all, Some(Role::GrownChild)).map_or(parents + 22, |child| child.born);
    let young = of_role(all, Some(Role::ChildInLaw)).map_or(grown, |one| one.born.max(grown));
    let (least, most) = match role {
        Role::Spouse => (head - 4, (head + 5).min(year - 23)),
        Role::Child => child_years(all, parents, year),
        Role::GrownChild => (parents + 21, parents + 25),
        Role::ChildInLaw => (grown - 2, grown + 2),
        Role::Grandchild => (young + 21, (young + 26).min(year - 1)),
        Role::LateGrandchild => (parents + 44, (parents + 50).min(year - 4)),
        Role::Parent => (head - 31, head - 21),
        Role::Sibling => (head - 6, head + 6),
    };
    dice.between(least, most)
}

/// A first child within some twenty years of the younger parent's youth, a second one two to seven years after it.
fn child_years(all: &[Someone], parents: i32, year: i32) -> (i32, i32) {
    match of_role(all, Some(Role::Child)) {
        Some(first) => ((first.born + 2).min(year - 1), (first.born + 7).min(year - 1)),
        None => (parents + 21, (parents + 34).min(year - 4).max(parents + 21)),
    }
}

/// The family name that somebody has from their father, if he is known.
fn inherited(role: Role, sex: Sex, all: &[Someone]) -> Option<&'static str> {
    let father = |pair: [Option<&Someone>; 2]| {
        let known = pair.into_iter().flatten();
        known.min_by_key(|someone| someone.sex != Sex::Male).map(|someone| someone.surname)
    };
    let head = of_role(all, None);
    match role {
        Role::Child | Role::GrownChild | Role::LateGrandchild => father([head, of_role(all, Some(Role::Spouse))]),
        Role::Grandchild => father([of_role(all, Some(Role::GrownChild)), of_role(all, Some(Role::ChildInLaw))]),
        Role::Sibling => head.map(|head| head.surname),
        Role::Parent => head.filter(|_| sex == Sex::Male).map(|head| head.surname),
        Role::Spouse | Role::ChildInLaw => None,
    }
}
