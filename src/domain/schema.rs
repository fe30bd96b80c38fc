//! How a record is described: its kind and its numbered fields, once, as data.
//! The same description drives the fold, the forms, the history and later the sheets. Numbers are never reused.

use crate::{Value, ValueType};

/// A type of record that the programme keeps.
pub trait Record: Clone + Default + PartialEq + 'static {
    /// Its kind.
    const KIND: Kind;
    /// Its fields, in the order of their numbers.
    const FIELDS: &'static [FieldSpec];
    /// The value of the field with that number; `Empty` when it is unset or unknown.
    fn get(&self, number: u16) -> Value;
    /// Writes a field, or says why this version cannot.
    fn set(&mut self, number: u16, value: &Value) -> Fit;
}

/// One field of a kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its number, 1 to 63; 0 is `removed` for every kind.
    pub number: u16,
    /// Its name in the code, also in exported sheets.
    pub name: &'static str,
    /// Its type.
    pub value_type: ValueType,
}

/// The field of every record that says why it was removed; empty while it stands.
pub const REMOVED: u16 = 0;

/// Whether a value found its place in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Written.
    Known,
    /// The field or the value is of a newer version: to be kept as it is.
    Unknown,
}

/// A field of a certain kind of record, named in code.
pub trait Field: Copy {
    /// Kind and number.
    fn reference(self) -> FieldRef;
}

/// Kind of record and number of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldRef {
    /// The kind of record.
    pub kind: Kind,
    /// The number of the field.
    pub number: u16,
}

impl<F: Field> From<F> for FieldRef {
    fn from(field: F) -> Self {
        field.reference()
    }
}

/// Declares a record: a struct of typed fields, an enum that names them, and their numbers.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $name:ident, $fields:ident { $($(#[$fmeta:meta])* $number:literal $field:ident : $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),+ }

        #[doc = concat!("The fields of [`", stringify!($name), "`], by name.")]
        #[expect(non_camel_case_types, reason = "each variant is spelt as its field")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $fields { $($(#[$fmeta])* $field = $number),+ }

        impl $crate::Field for $fields {
            fn reference(self) -> $crate::FieldRef {
                $crate::FieldRef { kind: <$name as $crate::Record>::KIND, number: self as u16 }
            }
        }

        impl $fields {
            /// The field of that number.
            #[must_use]
            pub fn from_number(number: u16) -> Option<Self> {
                match number {
                    $($number => Some(Self::$field),)+
                    _ => None,
                }
            }
        }

        impl $crate::Record for $name {
            const KIND: $crate::Kind = $crate::Kind::$name;
            const FIELDS: &'static [$crate::FieldSpec] = &[$($crate::FieldSpec {
                number: $number,
                name: stringify!($field),
                value_type: <$type as $crate::FieldValue>::TYPE,
            }),+];
            fn get(&self, number: u16) -> $crate::Value {
                match number {
                    $($number => $crate::FieldValue::to_value(&self.$field),)+
                    _ => $crate::Value::Empty,
                }
            }
            fn set(&mut self, number: u16, value: &$crate::Value) -> $crate::Fit {
                match number {
                    $($number => match $crate::FieldValue::from_value(value) {
                        Some(known) => {
                            self.$field = known;
                            $crate::Fit::Known
                        }
                        None => $crate::Fit::Unknown,
                    },)+
                    _ => $crate::Fit::Unknown,
                }
            }
        }
    };
}

/// The list of all kinds, handed to another macro as `/// doc` `Kind = number, table;`.
#[macro_export]
macro_rules! for_each_kind {
    ($callback:ident) => {
        $callback! {
            /// A division of the country, from city to village.
            Division = 1, divisions;
            /// A place where the programme works: centre, base, station, point.
            Site = 2, sites;
            /// A target of a year.
            Target = 3, targets;
            /// A person who works with an installation.
            Staff = 5, staff;
            /// A tablet.
            Tablet = 6, tablets;
            /// A finding that was settled by a person's word.
            Settlement = 7, settlements;
            /// The poverty line of a year.
            PovertyLine = 8, poverty_lines;
            /// A case: one household's file.
            Case = 10, cases;
            /// A member of a household.
            Member = 11, members;
            /// A need of a case.
            Need = 12, needs;
            /// A visit to a case.
            Visit = 13, visits;
            /// A helper: an organisation or a cadre.
            Helper = 14, helpers;
            /// A helper and a case, from a day to a day.
            Pairing = 15, pairings;
            /// An emergency of a household.
            Emergency = 16, emergencies;
            /// A public notice.
            Notice = 17, notices;
            /// A household's income of a year.
            Income = 18, incomes;
            /// A step in the life of a case.
            CaseStep = 19, case_steps;
            /// An account of the fund.
            Account = 20, accounts;
            /// A posting of the fund, never changed.
            Entry = 21, entries;
            /// A request to the fund.
            Request = 22, requests;
            /// A loan of the fund.
            Loan = 23, loans;
            /// An instalment of a loan.
            Instalment = 24, instalments;
            /// What the fund means to spend in a year.
            Budget = 25, budgets;
            /// What the fund gives at most.
            Ceiling = 26, ceilings;
            /// A month or a year of the fund that is closed.
            Closing = 27, closings;
            /// Who may do a step of a request.
            Duty = 28, duties;
            /// A specialty that is taught.
            Specialty = 30, specialties;
            /// A category of trainees.
            Category = 31, categories;
            /// A course.
            Course = 32, courses;
            /// A person who teaches.
            Instructor = 33, instructors;
            /// One holding of a course.
            Session = 34, sessions;
            /// A member's place in a session.
            Enrolment = 35, enrolments;
            /// How a person took part in a half-day of a session.
            Attendance = 36, attendances;
            /// A plan of a year's sessions.
            Plan = 38, plans;
            /// A session as a plan means it.
            PlannedSession = 39, planned_sessions;
            /// A guidance team.
            GuidanceTeam = 41, guidance_teams;
            /// Science brought to a village.
            Outreach = 42, outreaches;
            /// A cooperative.
            Cooperative = 50, cooperatives;
            /// A case's membership of a cooperative.
            Membership = 51, memberships;
            /// A demonstration household.
            Demonstration = 52, demonstrations;
            /// A demonstration household and a household that it leads.
            RadiationLink = 53, radiation_links;
            /// What was promised to a household on a visit.
            Promise = 61, promises;
            /// A guided visit.
            Tour = 54, tours;
            /// A stop of a tour.
            Stop = 55, stops;
            /// A draft of whom to choose as demonstration households of a year.
            SelectionDraft = 59, selection_drafts;
            /// A demonstration household in a draft.
            SelectionPick = 62, selection_picks;
            /// How much each part counts when candidates are ranked.
            ScoreWeights = 63, score_weights;
            /// Somebody who came along on a tour.
            Visitor = 56, visitors;
            /// A photo.
            Photo = 60, photos;
        }
    };
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        /// The kinds of record, each with a number that is never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$meta])* $kind = $number),+ }

        impl Kind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The number that is stored.
            #[must_use]
            pub const fn number(self) -> u16 {
                self as u16
            }

            /// The kind of that number, if this version knows it.
            #[must_use]
            pub const fn from_number(number: u16) -> Option<Self> {
                match number {
                    $($number => Some(Self::$kind),)+
                    _ => None,
                }
            }

            /// Whether its records are made once: never updated, never removed, never undone.
            #[must_use]
            pub const fn is_made_once(self) -> bool {
                matches!(self, Self::Entry)
            }

            /// Its fields.
            #[must_use]
            pub const fn fields(self) -> &'static [FieldSpec] {
                match self {
                    $(Self::$kind => <$crate::records::$kind as Record>::FIELDS,)+
                }
            }
        }
    };
}

for_each_kind!(kinds);
