//! Files that rot: bits flipped, ends cut off, things in each other's place, things gone. Each time the store must notice, or
//! show exactly what it showed before; it never shows anything else.
//!
//! Two losses are not simulated, because the store cannot tell them: the slot of forks gone without a trace, and an older
//! image of the whole disk that a fork has since made shorter.

use replica::testing::Files;

use crate::chance::Chance;
use crate::tablet::{Broken, Start, Tablet, hold};
use crate::tally::Tally;

/// Damages something and starts the tablet anew.
///
/// # Errors
/// When the store shows something else than before.
pub fn rot(tablet: &mut Tablet, chance: &Chance, tally: &mut Tally) -> Result<(), Broken> {
    if chance.is(1, 5) {
        return rot_copy(tablet, chance, tally);
    }
    let before = tablet.hash();
    let Some(file) = damage(&mut tablet.disk.files.borrow_mut(), chance) else { return Ok(()) };
    let answer = match tablet.start() {
        Start::Refused => "refused at the start, recovered",
        Start::Broken => "noticed at the start, recovered",
        Start::Shorter => "noticed by the witness, recovered",
        Start::Whole => {
            hold!(tablet.hash() == before, "{file}: damage went unnoticed, and it shows something else");
            return rot_below(tablet, file, chance, tally);
        }
    };
    tally.answer(file, answer);
    tablet.recover(chance)?;
    hold!(tablet.hash() == before, "{file}: {answer}, to something else");
    Ok(())
}

/// The start saw nothing, because it did not have to read it. Whoever reads it sees it.
fn rot_below(tablet: &mut Tablet, file: &'static str, chance: &Chance, tally: &mut Tally) -> Result<(), Broken> {
    let carried = futures::executor::block_on(tablet.store.outgoing(None));
    match (file, carried) {
        (_, Err(_)) if chance.is(1, 2) => {
            tally.answer(file, "under the snapshot, left until it is read");
            tablet.is_hurt = true;
            Ok(())
        }
        (_, Err(_)) => {
            tally.answer(file, "under the snapshot, noticed when carried out, recovered");
            tablet.recover(chance)
        }
        // What a fork set aside stands on nothing: that it is gone shows only beside the second copy.
        ("log", Ok(_)) if tablet.lacks_what_was_copied() => {
            tally.answer(file, "a change set aside gone, noticed beside the second copy, recovered");
            tablet.recover(chance)
        }
        ("log", Ok(_)) => Err("the log is damaged, and it is carried out".into()),
        (_, Ok(_)) => {
            tally.answer(file, "thrown away, and made anew");
            tablet.check_whole()
        }
    }
}

fn damage(files: &mut Files, chance: &Chance) -> Option<&'static str> {
    match chance.below(10) {
        0..=4 => damage_log(files, chance),
        5..=6 => {
            let (numbers, mut pieces): (Vec<u32>, Vec<Vec<u8>>) = std::mem::take(&mut files.pieces).into_iter().unzip();
            let is_done = spoil(&mut pieces, chance);
            files.pieces = numbers.into_iter().zip(pieces).filter(|(_, bytes)| !bytes.is_empty()).collect();
            is_done.then_some("snapshot")
        }
        7..=8 => {
            let names: Vec<String> = files.slots.keys().cloned().collect();
            let name = names.get(chance.below(names.len()))?.clone();
            let mut content = vec![files.slots.get(&name)?.clone()];
            let is_done = spoil(&mut content, chance) && !content[0].is_empty();
            files.slots.extend(content.pop().filter(|_| is_done).map(|content| (name.clone(), content)));
            is_done.then_some(if name == "keep/forks" { "slot of forks" } else { "slot of hints" })
        }
        _ if files.log.is_empty() => None,
        _ => {
            *files = Files::default();
            Some("whole database")
        }
    }
}

fn damage_log(files: &mut Files, chance: &Chance) -> Option<&'static str> {
    let mut bytes: Vec<Vec<u8>> = files.log.values().map(|frame| frame.bytes.clone()).collect();
    let is_done = spoil(&mut bytes, chance);
    for (frame, bytes) in files.log.values_mut().zip(bytes) {
        frame.bytes = bytes;
    }
    files.log.retain(|_, frame| !frame.bytes.is_empty());
    is_done.then_some("log")
}

/// Spoils one of several; what is gone is left empty. Answers whether anything is other than it was.
fn spoil(parts: &mut [Vec<u8>], chance: &Chance) -> bool {
    if parts.is_empty() {
        return false;
    }
    let (at, other) = (chance.below(parts.len()), chance.below(parts.len()));
    let before = parts[at].clone();
    let length = before.len();
    match chance.below(5) {
        0 => parts[at].truncate(chance.below(length)),
        1 => parts[at].clear(),
        2 => parts.swap(at, other),
        _ if length > 0 => parts[at][chance.below(length)] ^= 1 << chance.below(8),
        _ => {}
    }
    parts[at] != before
}

fn rot_copy(tablet: &mut Tablet, chance: &Chance, tally: &mut Tally) -> Result<(), Broken> {
    if tablet.is_hurt || damage_log(&mut tablet.copy, chance).is_none() {
        return Ok(());
    }
    hold!(tablet.unreadable_in_copy() > 0, "the second copy is damaged, and it reads whole");
    tally.answer("second copy", "noticed, and written anew");
    tablet.copy.log = tablet.disk.files.borrow().log.clone();
    Ok(())
}
