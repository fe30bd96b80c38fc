//! Closed lists of choices (kinds, states, causes …), each with a number that is never reused.
//! Their words are in `locales`; a choice that this version does not know stays an unknown value.

use crate::value::ChoiceList;

/// One of a closed list, numbered for storage.
pub trait Choice: Copy + Eq + 'static {
    /// The list's name and numbers.
    const LIST: ChoiceList;
    /// Every choice, in the order in which a form shows them.
    const ALL: &'static [Self];
    /// The number that is stored.
    fn number(self) -> u16;
    /// The choice of that number, if this version knows it.
    fn from_number(number: u16) -> Option<Self>;
}

/// Declares a list of choices: an enum, its numbers, and its use as a field (one, or several).
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $number:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant = $number),+ }

        impl $crate::Choice for $name {
            const LIST: $crate::value::ChoiceList =
                $crate::value::ChoiceList { name: stringify!($name), numbers: &[$($number),+] };
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn number(self) -> u16 {
                self as u16
            }
            fn from_number(number: u16) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl $crate::FieldValue for Option<$name> {
            const TYPE: $crate::ValueType = $crate::ValueType::Choice(<$name as $crate::Choice>::LIST);
            fn to_value(&self) -> $crate::Value {
                self.map_or($crate::Value::Empty, |choice| $crate::Value::Int(i64::from($crate::Choice::number(choice))))
            }
            fn from_value(value: &$crate::Value) -> Option<Self> {
                match value {
                    $crate::Value::Empty => Some(None),
                    $crate::Value::Int(n) => $crate::Choice::from_number(u16::try_from(*n).ok()?).map(Some),
                    _ => None,
                }
            }
        }

        impl $crate::FieldValue for Vec<$name> {
            const TYPE: $crate::ValueType = $crate::ValueType::Choices(<$name as $crate::Choice>::LIST);
            fn to_value(&self) -> $crate::Value {
                if self.is_empty() {
                    return $crate::Value::Empty;
                }
                $crate::Value::List(self.iter().map(|choice| $crate::FieldValue::to_value(&Some(*choice))).collect())
            }
            fn from_value(value: &$crate::Value) -> Option<Self> {
                match value {
                    $crate::Value::Empty => Some(Self::new()),
                    $crate::Value::List(values) => values
                        .iter()
                        .map(|value| <Option<$name> as $crate::FieldValue>::from_value(value).flatten())
                        .collect(),
                    _ => None,
                }
            }
        }
    };
}
