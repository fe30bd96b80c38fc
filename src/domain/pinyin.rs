//! Names by their sound: how a Chinese character is read, how names sort, and whether typed letters mean a name.
//! Readings have no tones; ü is v, as Chinese keyboards take it. Nothing here may guess which of several readings
//! is meant: a search takes them all, a sort the commonest (of a family name, the family name's).

use crate::identity::half_width;

include!(concat!(env!("OUT_DIR"), "/pinyin_table.rs"));

/// The first character that the table knows.
const FIRST: usize = 0x4E00;
/// Bytes that each syllable takes in `SYLLABLES`, filled up with spaces.
const WIDTH: usize = 6;
/// How many syllables there are.
const SYLLABLE_COUNT: usize = SYLLABLES.len() / WIDTH;
/// Marks the last syllable of a list in `POOL`.
const END: u16 = 0x8000;
/// The longest text whose letters are read as sounds: one bit of a word for each place.
const LONGEST: usize = 63;

/// The readings of a character, the commonest first; none for a character that the table does not know.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> {
    numbers(u32::from(c)).map(syllable)
}

/// What to compare by, so that names stand as in a dictionary by pinyin: by the first character's syllable, then by the
/// character, then by the second's. Other characters stand for themselves, in lower case.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let name = name.trim();
    let mut key = String::with_capacity(name.len() * 3);
    let family = family_readings(name);
    for (at, c) in name.chars().enumerate() {
        let known = family.get(at).copied().flatten().or_else(|| numbers(u32::from(c)).next());
        match known {
            Some(number) => push_character(&mut key, syllable(number), c),
            None => key.extend(half_width(c).to_lowercase()),
        }
    }
    key
}

/// Whether typed text means a name. Letters stand for whole syllables and initials in any mixture, one after the other
/// from any character on; the last syllable may be unfinished. Chinese stands for itself.
#[must_use]
pub fn matches(name: &str, typed: &str) -> bool {
    Query::parse(typed).matches(&Spelling::new(name))
}

/// A name made ready for many searches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The letters with which some reading of some character begins, as bits.
    letters: u32,
    /// The name in UTF-16, in lower case.
    units: Box<[u16]>,
}

impl Spelling {
    /// Of that name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let units: Box<[u16]> = units(name).collect();
        let letters = units.iter().fold(0, |letters, unit| letters | unit_letters(*unit));
        Self { letters, units }
    }
}

/// What someone typed into a search box, made ready to be tried on many names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// As typed, in UTF-16, in lower case, without spaces and apostrophes.
    units: Vec<u16>,
    /// The letter with which it begins, as a bit; 0 when it begins otherwise.
    letter: u32,
    /// For each place in `units` and each syllable: the places, as bits, that are reached when the syllable is read there.
    /// Empty when nothing is to be read by its sound: then the text is looked for as it stands.
    steps: Vec<u64>,
}

impl Query {
    /// Of what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let kept = |unit: &u16| !matches!(u8::try_from(*unit), Ok(b' ' | b'\'' | b'\t'));
        let units: Vec<u16> = units(typed).filter(kept).collect();
        let letter = units.first().copied().map_or(0, letter_bit);
        let has_sound = units.len() <= LONGEST && units.iter().any(|unit| letter_bit(*unit) != 0);
        let steps = if has_sound { steps(&units) } else { Vec::new() };
        Self { units, letter, steps }
    }

    /// Whether nothing is asked: every name matches.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Whether it means that name.
    #[must_use]
    pub fn matches(&self, name: &Spelling) -> bool {
        if self.steps.is_empty() {
            return self.is_empty() || name.units.windows(self.units.len()).any(|window| window == self.units);
        }
        if self.letter != 0 && name.letters & self.letter == 0 {
            return false;
        }
        let end = 1 << self.units.len();
        let mut reached = 1;
        name.units.iter().any(|unit| {
            reached = self.after(reached, *unit) | 1;
            reached & end != 0
        })
    }

    /// The places that are reached when this unit of a name follows on those reached before.
    fn after(&self, reached: u64, unit: u16) -> u64 {
        let mut next = 0;
        for place in bits(reached) {
            if self.units.get(place) == Some(&unit) {
                next |= 1 << (place + 1);
            }
            let row = place * SYLLABLE_COUNT;
            for number in numbers(u32::from(unit)) {
                next |= self.steps.get(row + usize::from(number)).copied().unwrap_or(0);
            }
        }
        next
    }
}

/// The numbers of a character's syllables.
fn numbers(code: u32) -> impl Iterator<Item = u16> {
    let entry = (code as usize).checked_sub(FIRST).and_then(|at| CODES.get(at)).copied().unwrap_or(u16::MAX);
    let single = usize::from(entry) < SYLLABLE_COUNT;
    let pooled = if single { &[] } else { POOL.get(usize::from(entry) - SYLLABLE_COUNT..).unwrap_or(&[]) };
    let mut ended = false;
    let listed = pooled.iter().map_while(move |number| {
        let go_on = !ended;
        ended = number & END != 0;
        go_on.then_some(number & !END)
    });
    single.then_some(entry).into_iter().chain(listed)
}

fn syllable(number: u16) -> &'static str {
    let from = usize::from(number) * WIDTH;
    SYLLABLES.get(from..from + WIDTH).unwrap_or("").trim_end()
}

/// The readings of the characters at the beginning of a name that are those of a family name.
fn family_readings(name: &str) -> [Option<u16>; 2] {
    if let Some((_, readings)) = PAIRS.iter().find(|(pair, _)| name.starts_with(pair)) {
        return readings.map(Some);
    }
    let first = name.chars().next().unwrap_or_default();
    let at = SURNAMES.binary_search_by_key(&first, |(c, _)| *c).ok();
    [at.and_then(|at| SURNAMES.get(at)).map(|(_, number)| *number), None]
}

/// One character of a key. A space ends the syllable, so that all of `li` stand before `lia`; ü comes right after u.
fn push_character(key: &mut String, syllable: &str, c: char) {
    match syllable.split_once('v') {
        Some((consonant, vowel)) => key.extend([consonant, "u`", vowel]),
        None => key.push_str(syllable),
    }
    key.push(' ');
    key.push(c);
}

fn units(text: &str) -> impl Iterator<Item = u16> {
    let lower = text.trim().chars().map(half_width).flat_map(char::to_lowercase);
    lower.map(|c| if c == 'ü' { 'v' } else { c }).flat_map(|c| {
        let mut buffer = [0; 2];
        let count = c.encode_utf16(&mut buffer).len();
        buffer.into_iter().take(count)
    })
}

fn letter_bit(unit: u16) -> u32 {
    match u8::try_from(unit) {
        Ok(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 0,
    }
}

fn unit_letters(unit: u16) -> u32 {
    let begins = |number| syllable(number).bytes().next().map_or(0, |letter| letter_bit(u16::from(letter)));
    numbers(u32::from(unit)).fold(letter_bit(unit), |letters, number| letters | begins(number))
}

fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.checked_sub(1)?;
        Some(bit as usize)
    })
}

fn steps(units: &[u16]) -> Vec<u64> {
    let mut steps = vec![0; units.len() * SYLLABLE_COUNT];
    for (place, row) in steps.chunks_mut(SYLLABLE_COUNT).enumerate() {
        let rest: Vec<u8> = units[place..].iter().map_while(|unit| u8::try_from(*unit).ok()).collect();
        if rest.is_empty() {
            continue;
        }
        let is_last = place + rest.len() == units.len();
        for (number, step) in (0..).zip(row) {
            *step = step_lengths(syllable(number), &rest, is_last) << place;
        }
    }
    steps
}

/// How much of `rest` a syllable can stand for: bit n for its first n letters.
fn step_lengths(syllable: &str, rest: &[u8], is_last: bool) -> u64 {
    let Some((consonant, vowel)) = syllable.split_once('v') else {
        return spelt_lengths(syllable.as_bytes(), rest, is_last);
    };
    let spellings = ["v", "u", "yu"].map(|umlaut| format!("{consonant}{umlaut}{vowel}"));
    spellings.iter().fold(0, |lengths, spelt| lengths | spelt_lengths(spelt.as_bytes(), rest, is_last))
}

fn spelt_lengths(spelt: &[u8], rest: &[u8], is_last: bool) -> u64 {
    let same = spelt.iter().zip(rest).take_while(|(a, b)| a == b).count();
    let initial = if matches!(spelt, [b'z' | b'c' | b's', b'h', ..]) { 2 } else { 1 };
    let is_whole = |length: usize| length <= initial || length == spelt.len() || (is_last && length == rest.len());
    (1..=same).filter(|length| is_whole(*length)).fold(0, |lengths, length| lengths | 1 << length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn characters_have_their_readings() {
        let cases = [
            ('三', "san"),
            ('单', "dan shan chan"),
            ('曾', "ceng zeng"),
            ('仇', "chou qiu ju"),
            ('解', "jie xie"),
            ('区', "qu ou"),
            ('查', "cha zha chai"),
            ('盖', "gai ge"),
            ('乐', "le yue"),
            ('重', "zhong chong tong"),
            ('长', "chang zhang"),
            ('覃', "qin tan yan"),
            ('翟', "zhai di"),
            ('吕', "lv"),
            ('A', ""),
            ('，', ""),
        ];
        for (c, expected) in cases {
            assert_eq!(readings(c).collect::<Vec<_>>().join(" "), expected, "{c}");
        }
        for (c, wanted) in [('朴', "piao"), ('尉', "yu"), ('尉', "wei"), ('纪', "ji")] {
            assert!(readings(c).any(|reading| reading == wanted), "{c} {wanted}");
        }
    }

    #[test]
    fn letters_mean_names() {
        let found = [
            ("张三", "zs zhs zhangs zsan san s z zh zhang zhangsan ZS Zhang'san 张 三 张三 张s zhang三 ｚｓ zhsa"),
            ("单雄信", "sxx shanxx danx dan 雄 xin"),
            ("曾子墨", "zeng zzm ceng"),
            ("吕秀英", "lv lvxy lu luxiu lyuxy lü lxy"),
            ("欧阳修", "oyx ouyang oyangx yx"),
            ("尉迟恭", "yuchig yc weichi"),
            ("李安", "lian lia la an"),
            ("十家堡镇", "sjb shijiabao sjbz jbz 家堡"),
            ("Anna李", "anna annali annal nali nal l"),
            ("𠀀三", "𠀀 𠀀s san"),
            ("第3组", "3 di3zu d3z"),
        ];
        let missed = [
            ("张三", "sz zhas zan ng hang 三张 zhangsand szhang"),
            ("李安", "ln lianx ian"),
            ("十家堡镇", "sb jz"),
            ("", "a"),
        ];
        for (name, all) in found {
            all.split(' ').for_each(|typed| assert!(matches(name, typed), "{name} {typed}"));
        }
        for (name, all) in missed {
            all.split(' ').for_each(|typed| assert!(!matches(name, typed), "{name} {typed}"));
        }
        assert!(matches("张三", "") && matches("", "") && matches("张三", "  zhang san "));
    }

    #[test]
    fn names_sort_as_in_a_dictionary() {
        let sorted = [
            "艾青",
            "alice",
            "曹操",
            "单于夜",
            "盖叫天",
            "鲁大",
            "吕布",
            "吕蒙",
            "栾平",
            "罗成",
            "任强",
            "单雄信",
            "沈括",
            "尉迟恭",
            "翟让",
            "詹天",
            "张安",
            "张三",
            "章安",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, sorted);
        assert_eq!(sort_key("Ｂob 王"), "bob wang 王");
    }

    #[test]
    fn family_names_are_found_by_their_reading() {
        for (pair, numbers) in PAIRS {
            let spelt: String = numbers.map(syllable).concat();
            assert!(matches(pair, &spelt), "{pair} {spelt}");
        }
        for (c, number) in SURNAMES {
            assert!(readings(c).any(|reading| reading == syllable(number)), "{c}");
        }
    }

    #[test]
    fn the_table_is_small() {
        let bytes = SYLLABLES.len() + 2 * (CODES.len() + POOL.len());
        assert!(bytes <= 60 * 1024, "{bytes}");
    }

    /// What is searched for, said at length: each piece stands for the next character of the name.
    fn typed_for(name: &[char], ways: &[usize]) -> String {
        let piece = |c: &char, way: usize| -> String {
            let all: Vec<&str> = readings(*c).collect();
            let Some(reading) = all.get(way / 3 % all.len().max(1)) else { return c.to_string() };
            match way % 3 {
                0 => (*reading).to_owned(),
                1 => reading.chars().take(1).collect(),
                _ => c.to_string(),
            }
        };
        name.iter().zip(ways).map(|(c, way)| piece(c, *way)).collect()
    }

    proptest! {
        #[test]
        fn any_part_is_found_by_any_mixture(
            name in proptest::collection::vec(proptest::char::range('\u{4e00}', '\u{9fa5}'), 1..6),
            ways in proptest::collection::vec(0usize..9, 6),
            from in 0usize..6,
        ) {
            let from = from % name.len();
            let typed = typed_for(&name[from..], &ways);
            prop_assert!(matches(&name.iter().collect::<String>(), &typed), "{}", typed);
        }

        #[test]
        fn unfinished_text_is_found_too(name in "[张王李赵吕单曾]{1,2}[\u{4e00}-\u{4fff}]{1,2}", cut in 1usize..20) {
            let spelt: String = name.chars().filter_map(|c| readings(c).next()).collect();
            let typed: String = spelt.chars().take(cut).collect();
            prop_assert!(matches(&name, &typed), "{}", typed);
        }

        #[test]
        fn any_text_is_answered(name in "\\PC{0,12}", typed in "\\PC{0,80}") {
            let _ = (matches(&name, &typed), sort_key(&name), readings('中').count());
        }

        #[test]
        fn text_without_letters_is_found_as_it_stands(name in "[\u{4e00}-\u{4eff}]{0,5}", typed in "[\u{4e00}-\u{4e2f}]{1,3}") {
            prop_assert_eq!(matches(&name, &typed), name.contains(&typed));
        }

        #[test]
        fn keys_keep_the_order_of_first_syllables(a in "[\u{4e00}-\u{9fa5}]", b in "[\u{4e00}-\u{9fa5}]") {
            let first = |text: &str| sort_key(text).split(' ').next().map(str::to_owned);
            if first(&a) < first(&b) {
                prop_assert!(sort_key(&a) < sort_key(&b));
            }
        }
    }
}
