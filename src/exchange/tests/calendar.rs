//! Calendar files by the rules of RFC 5545: lines, folding, texts, zones, days as wholes.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use domain::Date;
use exchange::{Event, icalendar};
use proptest::prelude::*;

/// 23 November 2026.
fn day() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

fn event() -> Event {
    Event {
        uid: "0192f0c1-2e3d-7a4b-8c5d-6e7f80910a1b@bangfu".into(),
        on: day(),
        days: 1,
        begins_at: Some(8 * 60 + 30),
        minutes: 180,
        summary: "食用菌栽培 第 2 期".into(),
        place: "梨树县培训基地".into(),
        note: String::new(),
    }
}

/// The lines of a file, unfolded; folded ones are looked at first.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("\r\n"), "the last line ends, too");
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "no line ends otherwise");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// A value as a program reads it back.
fn read(value: &str) -> String {
    let mut words = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, sign == '\\') {
            (_, true) => match signs.next().expect("something is marked") {
                'n' | 'N' => words.push('\n'),
                marked => words.push(marked),
            },
            (sign, _) => words.push(sign),
        }
    }
    words
}

fn value<'a>(lines: &'a [String], name: &str) -> &'a str {
    lines.iter().find_map(|line| line.strip_prefix(name)).expect("the property is there")
}

#[test]
fn a_class_is_an_event_with_all_that_one_must_have() {
    let file = icalendar("梨树县培训基地", 1_795_408_200, &[event()]);
    let lines = lines(&file);
    assert_eq!([&lines[0], lines.last().expect("a line")], ["BEGIN:VCALENDAR", "END:VCALENDAR"]);
    assert_eq!(value(&lines, "VERSION:"), "2.0");
    assert!(!value(&lines, "PRODID:").is_empty());
    assert_eq!(value(&lines, "DTSTAMP:"), "20261123T043000Z");
    assert_eq!(value(&lines, "DTSTART;TZID=Asia/Shanghai:"), "20261123T083000");
    assert_eq!(value(&lines, "DTEND;TZID=Asia/Shanghai:"), "20261123T113000");
    assert_eq!(value(&lines, "TZID:"), "Asia/Shanghai");
    assert_eq!(value(&lines, "SUMMARY:"), "食用菌栽培 第 2 期");
    assert!(lines.iter().all(|line| !line.starts_with("DESCRIPTION") && !line.starts_with("RRULE")));
}

#[test]
fn several_days_are_one_event_that_comes_again() {
    let file = icalendar("x", 0, &[Event { days: 3, ..event() }]);
    assert_eq!(value(&lines(&file), "RRULE:"), "FREQ=DAILY;COUNT=3");
}

#[test]
fn without_an_hour_the_days_are_whole() {
    let file = icalendar("x", 0, &[Event { days: 3, begins_at: None, ..event() }]);
    let lines = lines(&file);
    assert_eq!(value(&lines, "DTSTART;VALUE=DATE:"), "20261123");
    assert_eq!(value(&lines, "DTEND;VALUE=DATE:"), "20261126", "the day after the last");
    assert!(lines.iter().all(|line| !line.starts_with("RRULE")));
}

#[test]
fn a_class_ends_after_it_begins_and_before_midnight() {
    for (begins_at, minutes) in [(0, 0), (18 * 60, 120), (23 * 60, 600), (24 * 60 - 1, 60), (9999, 1)] {
        let file = icalendar("x", 0, &[Event { begins_at: Some(begins_at), minutes, ..event() }]);
        let lines = lines(&file);
        let start = value(&lines, "DTSTART;TZID=Asia/Shanghai:").to_owned();
        let end = lines.iter().find_map(|line| line.strip_prefix("DTEND;TZID=Asia/Shanghai:"));
        assert!(end.is_none_or(|end| start.as_str() < end && end.starts_with("20261123")), "{start} {end:?}");
    }
}

proptest! {
    /// Whatever is written into a field, the file keeps its lines, and programs read back the same words.
    #[test]
    fn any_words_come_back(summary in "\\PC{0,120}", note in "[\\PC\n;,\\\\:\"]{0,200}", place in "[ -~]{0,90}") {
        let file = icalendar(&summary, 7, &[Event { summary: summary.clone(), note: note.clone(), place: place.clone(), ..event() }]);
        let lines = lines(&file);
        let count = |what: &str| lines.iter().filter(|line| *line == what).count();
        prop_assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT")), (1, 1));
        prop_assert_eq!(read(value(&lines, "SUMMARY:")), summary.trim());
        if !note.trim().is_empty() {
            prop_assert_eq!(read(value(&lines, "DESCRIPTION:")), note.trim());
        }
        if !place.trim().is_empty() {
            prop_assert_eq!(read(value(&lines, "LOCATION:")), place.trim());
        }
    }
}
