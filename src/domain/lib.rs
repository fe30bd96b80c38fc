//! Records, vocabulary, rules and indicators of the assistance programme.
//! Pure: no clock, no randomness, no input or output, no signals; what a rule needs of the world is an argument.

pub mod card;
pub mod choice;
pub mod civil_day;
pub mod entry;
pub mod fault;
pub mod festival;
pub mod fund;
pub mod household;
pub mod id;
pub mod identity;
pub mod intent;
pub mod leading;
pub mod pinyin;
#[macro_use]
pub mod schema;

pub mod records;
pub mod roll;
mod sorting;
pub mod value;

pub use choice::Choice;
pub use fault::{Fault, Problem};
pub use festival::Festival;
pub use id::Id;
pub use intent::Intent;
pub use records::AnyRecord;
pub use schema::{Field, FieldRef, FieldSpec, Fit, Kind, Record};
pub use sorting::Sorting;
pub use value::{FieldValue, Value, ValueType};

pub use time::Date;
pub use uuid::Uuid;
