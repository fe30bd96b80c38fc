//! The card that a member shows at the door: what its code says. It is the member's number and nothing about the person.

use crate::Id;
use crate::records::Member;

/// What every card begins with; capitals and digits make the smallest code.
const BEGIN: &str = "BANGFU:MEMBER:";

/// What the code of a member's card says.
#[must_use]
pub fn text(member: Id<Member>) -> String {
    format!("{BEGIN}{}", member.to_string().to_uppercase())
}

/// Whose card says that; nothing where it is no card of ours.
#[must_use]
pub fn owner(text: &str) -> Option<Id<Member>> {
    let text = text.trim();
    let (begin, id) = text.split_at_checked(BEGIN.len())?;
    if begin.eq_ignore_ascii_case(BEGIN) { id.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Uuid;

    #[test]
    fn a_card_leads_back_to_its_owner() {
        for number in [0, 7, u128::MAX] {
            let member = Id::new(Uuid::from_u128(number));
            assert_eq!(owner(&text(member)), Some(member));
            assert_eq!(owner(&format!(" {}\n", text(member).to_lowercase())), Some(member));
        }
    }

    #[test]
    fn what_is_no_card_has_no_owner() {
        let no_id = format!("{BEGIN}4711");
        for text in ["", "https://example.org", "BANGFU:MEMBER", "帮扶帮扶帮扶帮扶帮扶", &no_id, "BANGFU:SITE:0"]
        {
            assert_eq!(owner(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_needs_no_more_than_capitals_digits_and_two_signs() {
        let text = text(Id::new(Uuid::from_u128(0xabcd)));
        assert!(text.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || ":-".contains(sign)));
    }
}
