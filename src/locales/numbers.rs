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
    fn money_is_said_in_yuan() {
        assert_eq!(money(Language::Hans, Fen(300_000)), "3,000 元");
        assert_eq!(money(Language::En, Fen(300_050)), "¥3,000.50");
        assert_eq!([yuan(Fen(-50)), yuan(Fen(-123_400))], ["−0.50", "−1,234"]);
    }
}
