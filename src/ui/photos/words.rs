//! What a photo is called, and its bytes as an address that the page shows.

use domain::records::Photo;
use locales::Language;

/// What it shows, in a word.
pub(super) fn shows(language: Language, photo: &Photo) -> &'static str {
    photo.shows.map_or_else(|| language.photo_unsaid(), |shows| language.of(shows))
}

/// What it is called: what it shows, and its caption.
pub(super) fn name(language: Language, photo: &Photo) -> String {
    let shows = shows(language, photo);
    if photo.caption.is_empty() { language.photo_shows(shows) } else { language.photo_of(shows, &photo.caption) }
}

/// The same where it may be seen by anyone: the caption of what is covered is covered, too.
pub(super) fn open_name(language: Language, photo: &Photo) -> String {
    if photo.is_private() { language.photo_shows(shows(language, photo)) } else { name(language, photo) }
}

/// A JPEG as an address of its own. It lies in the memory of the page alone: other addresses of pictures may end in files.
pub(super) fn address(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", base64(jpeg))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::records::PhotoSubject;

    #[test]
    fn base64_is_what_others_write() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(base64(bytes), expected);
        check(b"", "");
        check(b"f", "Zg==");
        check(b"fo", "Zm8=");
        check(b"foo", "Zm9v");
        check(b"foob", "Zm9vYg==");
        check(&[0xfb, 0xff, 0xfe], "+//+");
    }

    #[test]
    fn the_caption_of_what_is_covered_is_covered() {
        let photo = |shows| Photo { shows, caption: "a lung".into(), ..Photo::default() };
        let check = |shows, expected: &str| assert_eq!(open_name(Language::En, &photo(shows)), expected);
        check(Some(PhotoSubject::Scene), "Photo (On the spot): a lung");
        check(Some(PhotoSubject::Diagnosis), "Photo (Diagnosis)");
        check(None, "Photo (Not said yet)");
    }
}
