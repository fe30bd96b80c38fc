//! Whose a change is, as well as is known: a person of the staff, or else the tablet, or else only its replica.

use std::fmt::Write as _;

use domain::Sorting as _;
use domain::records::{Staff, StaffField, Tablet};
use domain::{Record, Uuid, Value};

use crate::{ReplicaId, State};

/// Whose a change is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// A person of the staff, by name.
    Staff(String),
    /// A tablet, by name.
    Tablet(String),
    /// A tablet that nobody has named, by the first four digits of its replica.
    Unnamed(String),
}

/// Whose a change of that author and replica is. Who has left the staff keeps the name.
#[must_use]
pub fn author(state: &State, author: Option<Uuid>, replica: ReplicaId) -> Author {
    let name = author.map(|id| state.last_value(Staff::KIND, id, StaffField::name as u16));
    match name {
        Some(Value::Text(name)) if !name.is_empty() => Author::Staff(name),
        _ => tablet(state, replica),
    }
}

/// The tablet of a replica.
#[must_use]
pub fn tablet(state: &State, replica: ReplicaId) -> Author {
    let digits = digits(replica);
    let named = state.all::<Tablet>().iter().map(|(_, tablet)| tablet);
    let mut here = named.filter(|tablet| tablet.replica.eq_ignore_ascii_case(&digits) && !tablet.name.is_empty());
    match here.next() {
        Some(tablet) => Author::Tablet(tablet.name.clone()),
        None => Author::Unnamed(digits.chars().take(4).collect()),
    }
}

/// The staff, by name.
#[must_use]
pub fn staff(state: &State) -> Vec<(Uuid, String)> {
    let standing = state.all::<Staff>().iter().map(|(id, staff)| (id.raw(), staff.name.clone()));
    let mut staff: Vec<_> = standing.collect();
    staff.arrange_by_cached_key(|(_, name)| domain::pinyin::sort_key(name));
    staff
}

/// A replica as a tablet's record names it: 32 hexadecimal digits.
#[must_use]
pub fn digits(replica: ReplicaId) -> String {
    replica.0.iter().fold(String::new(), |mut digits, byte| {
        // Writing into a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
