//! Sentences from templates: what stands in braces is filled in. A part that is not given is left out.

use crate::dice::Dice;

/// The template with its parts.
pub(crate) fn filled(template: &str, parts: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(parts.iter().find(|(of, _)| *of == name).map_or("", |(_, part)| part));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// One of the sentences that fit: each character before a colon is a tag that must be among the tags. It is left off.
pub(crate) fn fitting<'a>(dice: &mut Dice, sentences: &[&'a str], tags: &str) -> &'a str {
    fitting_one(dice, sentences, tags, |sentence| sentence).map_or("", |sentence| untagged(sentence))
}

/// One of the rows whose tagged sentence fits.
pub(crate) fn fitting_one<'r, R>(
    dice: &mut Dice,
    rows: &'r [R],
    tags: &str,
    tagged: impl Fn(&R) -> &str,
) -> Option<&'r R> {
    let fits = |row: &&R| tagged(row).split_once(':').is_none_or(|(tag, _)| tag.chars().all(|tag| tags.contains(tag)));
    let count = rows.iter().filter(fits).count();
    rows.iter().filter(fits).nth(dice.below(count))
}

/// A sentence without its tag.
pub(crate) fn untagged(sentence: &str) -> &str {
    sentence.split_once(':').map_or(sentence, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fitting_sentences_are_taken() {
        let sentences = ["ad:one", "b:two", "three"];
        for stream in 0..50 {
            let mut dice = Dice::new(stream);
            assert_eq!(fitting(&mut dice, &sentences[..2], "cb"), "two");
            assert!(["two", "three"].contains(&fitting(&mut dice, &sentences, "b")));
            assert_eq!(fitting(&mut dice, &sentences, "a"), "three");
            assert_eq!(fitting(&mut dice, &[], ""), "");
        }
    }

    #[test]
    fn parts_are_filled_in() {
        let parts = [("a", "1"), ("b", "22")];
        for (template, expected) in [("", ""), ("x", "x"), ("{a}x{b}{a}", "1x221"), ("x{c}y", "xy"), ("x{a", "x1")] {
            assert_eq!(filled(template, &parts), expected, "{template}");
        }
    }
}
