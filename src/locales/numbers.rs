//! Numbers and money as people write them.

use domain::value::Fen;

use crate::Language;

/// A whole number, in groups of three.
#[must_use]
pub fn count(number: impl Into<i64>) -> String {
    let number: i64 = number.into();
    let digits = number.unsigned_abs().to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", groups.join(","))
}

/// How many there are of something.
#[must_use]
pub fn size(count_of: usize) -> String {
    count(i64::try_from(count_of).unwrap_or(i64::MAX))
}

/// Hundredths, with one decimal.
#[must_use]
pub fn hundredths(number: u32) -> String {
    format!("{}.{}", number / 100, number % 100 / 10)
}

/// An angle on the globe, given in hundred-thousandths of a degree.
#[must_use]
pub fn degrees(parts: i64) -> String {
    let sign = if parts < 0 { "−" } else { "" };
    let parts = parts.unsigned_abs();
    format!("{sign}{}.{:05}°", parts / 100_000, parts % 100_000)
}

/// An amount in yuan without its unit, for columns whose heading says it.
#[must_use]
pub fn yuan(amount: Fen) -> String {
    let sign = if amount.0 < 0 { "−" } else { "" };
    let (yuan, fen) = (amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100);
    let yuan = count(i64::try_from(yuan).unwrap_or(i64::MAX));
    if fen == 0 { format!("{sign}{yuan}") } else { format!("{sign}{yuan}.{fen:02}") }
}

/// An amount of money.
#[must_use]
pub fn money(language: Language, amount: Fen) -> String {
    let number = yuan(amount);
    match language {
        Language::En => format!("¥{number}"),
        Language::Hans | Language::Hant => format!("{number} 元"),
    }
}

const CAPITALS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
const GROUPS: [&str; 4] = ["", "万", "亿", "万亿"];

/// An amount as it is written on vouchers, so that no digit can be added: 叁仟元整. For any language of the screen.
#[must_use]
pub fn capitals(amount: Fen) -> String {
    let (yuan, rest) = (amount.0.unsigned_abs() / 100, amount.0.unsigned_abs() % 100);
    let (jiao, fen) = (rest / 10, rest % 10);
    let digit = |number: u64| CAPITALS[usize::try_from(number % 10).unwrap_or(0)];
    let sign = if amount.0 < 0 { "负" } else { "" };
    let whole = if yuan == 0 && rest > 0 { String::new() } else { format!("{}元", whole_capitals(yuan)) };
    let end = match (jiao, fen) {
        (0, 0) => "整".to_owned(),
        (0, _) if yuan > 0 => format!("零{}分", digit(fen)),
        (0, _) => format!("{}分", digit(fen)),
        (_, 0) => format!("{}角整", digit(jiao)),
        _ => format!("{}角{}分", digit(jiao), digit(fen)),
    };
    [sign, &whole, &end].concat()
}

/// A whole number in capitals, in groups of four; zeros in between are said once.
fn whole_capitals(number: u64) -> String {
    if number == 0 {
        return CAPITALS[0].to_owned();
    }
    let mut text = String::new();
    let mut is_zero_due = false;
    for place in (0..16_u32).rev() {
        let digit = usize::try_from(number / 10_u64.pow(place) % 10).unwrap_or(0);
        let (in_group, group) = (usize::try_from(place % 4).unwrap_or(0), usize::try_from(place / 4).unwrap_or(0));
        if digit == 0 {
            is_zero_due = true;
        } else {
            if is_zero_due && !text.is_empty() {
                text.push_str(CAPITALS[0]);
            }
            is_zero_due = false;
            text.push_str(CAPITALS[digit]);
            text.push_str(PLACES[in_group]);
        }
        let is_group_there = !(number / 10_u64.pow(place)).is_multiple_of(10_000);
        if in_group == 0 && is_group_there {
            text.push_str(GROUPS[group]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (19_910_000, "19,910,000"), (-1234, "−1,234")]
        {
            assert_eq!(count(number), text);
        }
        assert_eq!(hundredths(267), "2.6");
        assert_eq!([4_317_123, -5, 0].map(degrees), ["43.17123°", "−0.00005°", "0.00000°"]);
    }

    #[test]
    fn amounts_are_written_in_capitals() {
        let check = |fen, text| assert_eq!(capitals(Fen(fen)), text, "{fen}");
        check(0, "零元整");
        check(300_000, "叁仟元整");
        check(1_000_500, "壹万零伍元整");
        check(10_050_000, "壹拾万零伍佰元整");
        check(123_456_789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分");
        check(100_000_000, "壹佰万元整");
        check(100_005, "壹仟元零伍分");
        check(50, "伍角整");
        check(5, "伍分");
        check(1_000_000_000_000, "壹佰亿元整");
        check(2_000_100_000_000, "贰佰亿零壹佰万元整");
    }

    #[test]
    fn money_is_said_in_yuan() {
        assert_eq!(money(Language::Hans, Fen(300_000)), "3,000 元");
        assert_eq!(money(Language::En, Fen(300_050)), "¥3,000.50");
        assert_eq!([yuan(Fen(-50)), yuan(Fen(-123_400))], ["−0.50", "−1,234"]);
    }
}
