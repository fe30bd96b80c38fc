//! Key strokes as the DevTools protocol wants them. Only keys that flows press.

use serde_json::{Value, json};

/// The down and up of a key with its modifiers, from a chord such as "Shift+Tab".
pub(super) fn strokes(chord: &str) -> [Value; 2] {
    let mut parts: Vec<&str> = chord.split('+').collect();
    let name = parts.pop().unwrap_or_default();
    let modifiers: u32 = parts.iter().map(|part| modifier(part)).sum();
    let (code, number, text) = key(name);
    // With Control or Alt a letter is a command, not a text.
    let text = if modifiers & 3 == 0 { text } else { String::new() };
    let name = if name == "Space" { " " } else { name };
    let stroke = |kind: &str, text: &str| json!({ "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers, "text": text });
    [stroke(if text.is_empty() { "rawKeyDown" } else { "keyDown" }, &text), stroke("keyUp", "")]
}

fn modifier(name: &str) -> u32 {
    match name {
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => 8,
        _ => panic!("{name} is no modifier"),
    }
}

fn key(name: &str) -> (String, u32, String) {
    let named = |number, text: &str| (name.to_owned(), number, text.to_owned());
    match name {
        "Backspace" => named(8, ""),
        "Tab" => named(9, ""),
        "Enter" => named(13, "\r"),
        "Escape" => named(27, ""),
        "Space" => named(32, " "),
        "PageUp" => named(33, ""),
        "PageDown" => named(34, ""),
        "End" => named(35, ""),
        "Home" => named(36, ""),
        "ArrowLeft" => named(37, ""),
        "ArrowUp" => named(38, ""),
        "ArrowRight" => named(39, ""),
        "ArrowDown" => named(40, ""),
        "Delete" => named(46, ""),
        _ => character(name),
    }
}

fn character(name: &str) -> (String, u32, String) {
    let mut characters = name.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        panic!("{name} is no key that the harness knows")
    };
    let upper = character.to_ascii_uppercase();
    let code = match upper {
        'A'..='Z' => format!("Key{upper}"),
        '0'..='9' => format!("Digit{upper}"),
        _ => String::new(),
    };
    (code, u32::from(upper), name.to_owned())
}
