//! Calendars for other programs (iCalendar, RFC 5545): events in, the text of a file out. Times are those of Siping.

use domain::Date;

/// Octets that a line has at most, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;
const MINUTES: u32 = 60;
const DAY: u32 = 24 * MINUTES;
/// The zone of all events: one without summer time, said in full, as a file must say each zone that it names (3.6.5).
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19920101T000000\r\n\
                    TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Something on one day, or at the same hour of several days that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What it is known by: the same whenever it is taken out.
    pub uid: String,
    /// The first day.
    pub on: Date,
    /// On how many days, one after the other; at least one.
    pub days: u32,
    /// From when, in minutes after midnight; nothing where the hour is not known.
    pub begins_at: Option<u32>,
    /// For how many minutes each day.
    pub minutes: u32,
    /// What it is called.
    pub summary: String,
    /// Where it is.
    pub place: String,
    /// What else is to be known.
    pub note: String,
}

/// A calendar file. `made_at` is when it is made, in seconds since 1970.
#[must_use]
pub fn icalendar(name: &str, made_at: i64, events: &[Event]) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Bangfu//Bangfu//ZH");
    line(&mut file, "CALSCALE:GREGORIAN");
    // The first is of RFC 7986; the second is what most programs read.
    line(&mut file, &format!("NAME:{}", text(name)));
    line(&mut file, &format!("X-WR-CALNAME:{}", text(name)));
    file.push_str(ZONE);
    events.iter().for_each(|event| write(&mut file, event, made_at));
    line(&mut file, "END:VCALENDAR");
    file
}

fn write(file: &mut String, event: &Event, made_at: i64) {
    line(file, "BEGIN:VEVENT");
    line(file, &format!("UID:{}", text(&event.uid)));
    line(file, &format!("DTSTAMP:{}", moment(made_at)));
    match event.begins_at {
        Some(begins_at) => hours(file, event, begins_at),
        None => whole_days(file, event),
    }
    line(file, &format!("SUMMARY:{}", text(&event.summary)));
    for (name, value) in [("LOCATION", &event.place), ("DESCRIPTION", &event.note)] {
        if !value.trim().is_empty() {
            line(file, &format!("{name}:{}", text(value)));
        }
    }
    line(file, "END:VEVENT");
}

/// The same hours of each day.
fn hours(file: &mut String, event: &Event, begins_at: u32) {
    let begin = begins_at.min(DAY - 1);
    let end = (begin + event.minutes.max(1)).min(DAY - 1).max(begin + 1);
    line(file, &format!("DTSTART;TZID=Asia/Shanghai:{}", local(event.on, begin)));
    // A class does not run past midnight.
    match end {
        DAY.. => line(file, "DURATION:PT1M"),
        _ => line(file, &format!("DTEND;TZID=Asia/Shanghai:{}", local(event.on, end))),
    }
    if event.days > 1 {
        line(file, &format!("RRULE:FREQ=DAILY;COUNT={}", event.days));
    }
}

/// Days as wholes; the end is the day after the last (3.6.1).
fn whole_days(file: &mut String, event: &Event) {
    let after = event.on.saturating_add(time::Duration::days(i64::from(event.days.max(1))));
    line(file, &format!("DTSTART;VALUE=DATE:{}", day(event.on)));
    line(file, &format!("DTEND;VALUE=DATE:{}", day(after)));
}

fn day(on: Date) -> String {
    format!("{:04}{:02}{:02}", on.year(), u8::from(on.month()), on.day())
}

fn local(on: Date, minutes: u32) -> String {
    format!("{}T{:02}{:02}00", day(on), minutes / MINUTES, minutes % MINUTES)
}

/// A moment of the whole world.
fn moment(seconds: i64) -> String {
    let moment = time::OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    let (hour, minute, second) = moment.to_hms();
    format!("{}T{hour:02}{minute:02}{second:02}Z", day(moment.date()))
}

/// A text as a value (3.3.11): what would end it is marked, what no text may hold is left out.
fn text(words: &str) -> String {
    let mut value = String::with_capacity(words.len());
    for sign in words.replace("\r\n", "\n").trim().chars() {
        match sign {
            '\\' | ';' | ',' => value.extend(['\\', sign]),
            '\n' => value.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => value.push(sign),
        }
    }
    value
}

/// A line, folded where it is too long (3.1): each further one begins with a space, and no character is torn.
fn line(file: &mut String, content: &str) {
    let mut octets = 0;
    for sign in content.chars() {
        if octets + sign.len_utf8() > LINE {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(sign);
        octets += sign.len_utf8();
    }
    file.push_str("\r\n");
}
