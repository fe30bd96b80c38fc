//! Ids, identity numbers and telephone numbers of the demonstration: always the same, and never anyone's.

use domain::identity::check_character;
use domain::records::Sex;
use domain::{Date, Id, Kind, Record};
use uuid::Uuid;

use crate::dice::{Dice, mixed};

/// 2026-01-01 in milliseconds: the time that the ids carry counts on from here.
const EPOCH: u64 = 1_767_225_600_000;

/// A region that GB/T 2260 has not assigned (Jilin's prefectures are 2201 to 2208 and 2224), so that an identity
/// number of the demonstration passes every check and belongs to no person.
const REGION: [u32; 6] = [2, 2, 9, 9, 0, 0];

/// 154 is a range that no Chinese network has opened (0434 is Siping's area code): nobody's telephone rings.
const TELEPHONES: u64 = 154_0434_0000;

/// The id of the record of that kind with that number, in the form of a UUIDv7.
pub(crate) fn id<T: Record>(number: u32) -> Id<T> {
    Id::new(uuid(T::KIND, number))
}

fn uuid(kind: Kind, number: u32) -> Uuid {
    let chance = mixed(mixed(u64::from(kind.number())) ^ u64::from(number));
    let time = u128::from(EPOCH + u64::from(number));
    let high = u128::from(kind.number()) & 0xFFF;
    let low = u128::from(chance) & 0x3FFF_FFFF_FFFF_FFFF;
    Uuid::from_u128(time << 80 | 7 << 76 | high << 64 | 2 << 62 | low)
}

/// An identity number for a birthday and a sex.
pub(crate) fn identity_number(born_on: Date, sex: Sex, dice: &mut Dice) -> String {
    let order = u32::try_from(dice.between(0, 498)).unwrap_or(0) * 2 + u32::from(sex == Sex::Male);
    let year = u32::try_from(born_on.year()).unwrap_or(0);
    let parts = [(year, 4), (u32::from(u8::from(born_on.month())), 2), (u32::from(born_on.day()), 2), (order, 3)];
    let mut digits = [0; 17];
    digits[..6].copy_from_slice(&REGION);
    let spelt =
        parts.iter().flat_map(|(number, width)| (0..*width).rev().map(move |place| number / 10u32.pow(place) % 10));
    for (slot, digit) in digits.iter_mut().skip(6).zip(spelt) {
        *slot = digit;
    }
    let mut text: String = digits.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
    text.push(check_character(&digits));
    text
}

/// Telephone numbers, one after the other.
#[derive(Default)]
pub(crate) struct Telephones(u64);

impl Telephones {
    /// The next one.
    pub(crate) fn next(&mut self) -> String {
        self.0 += 1;
        (TELEPHONES + self.0).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::identity::IdNumber;
    use domain::records::{Case, Member};
    use proptest::prelude::*;

    #[test]
    fn ids_have_the_form_of_version_7() {
        let id = id::<Case>(7).raw();
        assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        assert_eq!(id, super::id::<Case>(7).raw());
        assert_ne!(id, super::id::<Case>(8).raw());
        assert_ne!(id, super::id::<Member>(7).raw());
    }

    proptest! {
        #[test]
        fn identity_numbers_are_valid(day in 2_415_021i32..2_465_000, male: bool, stream: u64) {
            let born_on = Date::from_julian_day(day).expect("a day");
            let sex = if male { Sex::Male } else { Sex::Female };
            let number = IdNumber::parse(&identity_number(born_on, sex, &mut Dice::new(stream))).expect("valid");
            prop_assert_eq!((number.born_on(), number.sex()), (born_on, sex));
        }
    }
}
