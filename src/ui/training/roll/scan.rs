//! Cards before the camera: each card that comes into sight marks its owner, as a tap on the name would. A card that was
//! marked before, a code that is no card, and who is not enrolled each get their sentence.

use std::collections::HashMap;

use domain::records::{Member, Presence};
use domain::{Id, card};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, fault};
use replica::command::{AdmitAtDoor, CallRoll, Command};
use replica::{Camera, NoCamera};

use super::{Door, counts};
use crate::context::{Tablet, use_tablet};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::Dialog;
use crate::widget::fresh_id;
use crate::widget::icon::Icon;
use crate::widget::list::{Banner, Tone};

/// A card that was out of sight for so many looks and comes back is held up again.
const GONE: u32 = 6;

/// What the last card said.
#[derive(Clone, Debug, PartialEq)]
enum Seen {
    /// None yet.
    Nothing,
    /// That person is marked, in these words.
    Marked(String, &'static str),
    /// That person had been marked before.
    Before(String),
    /// That person is not enrolled.
    Stranger(Id<Member>, String),
    /// Nobody here has that card.
    Unknown,
    /// It is no card.
    Foreign,
    /// That person could not be marked.
    Refused(String, String),
}

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Scan {
    door: Door,
    seen: RwSignal<Seen>,
    /// The cards that came into sight with the last look.
    cards: RwSignal<Vec<String>>,
    /// Why there is no camera; nothing while it is opened.
    state: RwSignal<Option<Result<(), NoCamera>>>,
    /// Which camera, and how often it was asked for.
    aim: RwSignal<(bool, u32)>,
    /// Whether a camera is on.
    is_on: RwSignal<bool>,
}

/// The dialog, whose camera is on while it is open.
#[component]
pub(super) fn ScanDialog(door: Door, open: RwSignal<bool>) -> impl IntoView {
    let language = door.language;
    view! {
        <Dialog open title=language.scan_title() close_label=language.close() wide=true><Scanner door/></Dialog>
    }
}

#[component]
fn Scanner(door: Door) -> impl IntoView {
    let (language, tablet) = (door.language, use_tablet());
    let (seen, cards, state) = (RwSignal::new(Seen::Nothing), RwSignal::new(vec![]), RwSignal::new(None));
    let scan = Scan { door, seen, cards, state, aim: RwSignal::new((false, 0)), is_on: RwSignal::new(false) };
    let screen = StoredValue::new(fresh_id("camera"));
    Effect::new(move |_| {
        let aim = scan.aim.get();
        scan.state.set(None);
        spawn_local(look_on(tablet, scan, screen.get_value(), aim));
    });
    Effect::new(move |_| scan.cards.get().iter().for_each(|text| untrack(|| scan.take(text))));
    let turn = move || scan.aim.update(|(is_front, _)| *is_front = !*is_front);
    let status = move || match scan.state.get() {
        None => view! { <p class="subtitle">{language.scan_opening()}</p> }.into_any(),
        Some(Ok(())) => view! { <p class="subtitle">{language.scan_hint()}</p> }.into_any(),
        Some(Err(why)) => view! { <Trouble scan why/> }.into_any(),
    };
    view! {
        <div class="scan">
            <div>
                <video class="scan-view" id=screen.get_value() playsinline=true muted=true aria-label=language.scan_view()></video>
                {status}
            </div>
            <div class="scan-said">
                <p class="roll-count num"><b>{move || { let (there, all, _) = counts(&door.lines.read()); language.roll_there(there, all) }}</b></p>
                <div role="status">{move || said(language, scan.seen.get())}</div>
                <Admit scan/>
                <Button label=language.scan_turn() kind=ButtonKind::Quiet icon=Icon::Turn on_press=turn/>
            </div>
        </div>
    }
}

/// Looks through the camera until the dialog is closed or another camera is asked for.
async fn look_on(tablet: Tablet, scan: Scan, screen: String, aim: (bool, u32)) {
    let device = tablet.device();
    // The element must stand in the page, and the camera that was on before must be off.
    device.breathe().await;
    while scan.is_on.try_get_untracked() == Some(true) {
        device.breathe().await;
    }
    let opened = device.open_camera(&screen, aim.0).await;
    if scan.aim.try_get_untracked() != Some(aim) {
        return;
    }
    let camera: Box<dyn Camera> = match opened {
        Ok(camera) => camera,
        Err(why) => return scan.state.set(Some(Err(why))),
    };
    scan.state.set(Some(Ok(())));
    scan.is_on.set(true);
    let mut sight = Sight::default();
    while scan.aim.try_get_untracked() == Some(aim) {
        let fresh = sight.fresh(camera.look().await);
        if !fresh.is_empty() {
            scan.cards.try_set(fresh);
        }
    }
    drop(camera);
    scan.is_on.try_set(false);
}

/// What is in sight of the camera, so that a card is taken once each time that it is held up.
#[derive(Default)]
struct Sight {
    look: u32,
    last: HashMap<String, u32>,
}

impl Sight {
    /// Those that were not in sight a moment ago.
    fn fresh(&mut self, texts: Vec<String>) -> Vec<String> {
        self.look += 1;
        let look = self.look;
        let mut fresh: Vec<String> = Vec::new();
        for text in texts {
            let before = self.last.insert(text.clone(), look);
            if before.is_none_or(|before| look - before > GONE) {
                fresh.push(text);
            }
        }
        self.last.retain(|_, last| look - *last <= GONE);
        fresh
    }
}

impl Scan {
    /// Does what a card asks for.
    fn take(self, text: &str) {
        let Some(member) = card::owner(text) else { return self.seen.set(Seen::Foreign) };
        let lines = self.door.lines.get_untracked();
        let Some(line) = lines.iter().find(|line| line.person.member == member) else {
            let name = self.door.desk.ask(|state| state.get(member).map(|member| member.name.clone()));
            return self.seen.set(name.map_or(Seen::Unknown, |name| Seen::Stranger(member, name)));
        };
        let name = line.person.name.clone();
        if line.presence.is_some_and(Presence::is_there) {
            return self.seen.set(Seen::Before(name));
        }
        let Some(time) = self.door.time() else { return };
        let chosen = self.door.presence().filter(|presence| presence.is_there());
        let presence = chosen.unwrap_or(Presence::Present);
        let reason = if presence == Presence::Present { String::new() } else { self.door.reason.get_untracked() };
        let (session, presence_word) = (self.door.session, self.door.language.of(presence));
        let call = CallRoll { session, member, time, presence: Some(presence), reason, signature: None };
        self.save(call, Seen::Marked(name.clone(), presence_word), name);
    }

    /// Lets somebody in who is not enrolled.
    fn admit(self, member: Id<Member>, name: String) {
        let Some(time) = self.door.time() else { return };
        let marked = Seen::Marked(name.clone(), self.door.language.of(Presence::Present));
        self.save(AdmitAtDoor { session: self.door.session, member, time }, marked, name);
    }

    fn save(self, command: impl Command + 'static, marked: Seen, name: String) {
        let language = self.door.language;
        self.door.desk.save(command, move |result| {
            let problems = result.err();
            let said = match problems.as_ref().map(|problems| problems.first()) {
                None => Some(marked),
                Some(Some(problem)) => Some(Seen::Refused(name, fault::sentence(language, &problem.fault))),
                // A notice says it.
                Some(None) => None,
            };
            said.into_iter().for_each(|said| drop(self.seen.try_set(said)));
        });
    }
}

/// The name, large, and what became of it.
fn said(language: Language, seen: Seen) -> impl IntoView {
    let (name, words, class) = match seen {
        Seen::Nothing => (String::new(), String::new(), ""),
        Seen::Marked(name, word) => (name, word.to_owned(), "is-good"),
        Seen::Before(name) => (name, language.scan_marked_before().to_owned(), "is-warn"),
        Seen::Stranger(_, name) => (name, language.scan_stranger().to_owned(), "is-warn"),
        Seen::Unknown => (language.scan_unknown().to_owned(), language.scan_unknown_next().to_owned(), "is-warn"),
        Seen::Foreign => (language.scan_foreign().to_owned(), language.scan_foreign_next().to_owned(), "is-warn"),
        Seen::Refused(name, why) => (name, why, "is-warn"),
    };
    (!name.is_empty()).then(|| view! { <h3 class=class>{name}</h3><p>{words}</p> })
}

/// The way in for who is not enrolled.
#[component]
fn Admit(scan: Scan) -> impl IntoView {
    let language = scan.door.language;
    move || {
        let Seen::Stranger(member, name) = scan.seen.get() else { return None };
        let spoken = language.scan_admit_name(&name);
        let admit = move || scan.admit(member, name.clone());
        Some(
            view! { <Button label=language.walk_in() spoken kind=ButtonKind::Primary icon=Icon::Plus on_press=admit/> },
        )
    }
}

/// Why there is no camera, and the way to try again.
#[component]
fn Trouble(scan: Scan, why: NoCamera) -> impl IntoView {
    let language = scan.door.language;
    let text = match why {
        NoCamera::Refused => language.scan_refused(),
        NoCamera::Missing => language.scan_missing(),
        NoCamera::Busy => language.scan_busy(),
    };
    let again = move || scan.aim.update(|(_, attempt)| *attempt += 1);
    let action = move || view! { <Button label=language.scan_again() icon=Icon::Camera on_press=again/> };
    view! { <Banner tone=Tone::Warn text action/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_taken_once_each_time_it_is_held_up() {
        let mut sight = Sight::default();
        let mut look = |texts: &[&str]| sight.fresh(texts.iter().map(|text| (*text).to_owned()).collect());
        assert_eq!(look(&["a"]), ["a"]);
        assert_eq!(look(&["a", "b"]), ["b"]);
        for _ in 0..GONE - 1 {
            assert!(look(&["b"]).is_empty());
        }
        assert!(look(&["a"]).is_empty(), "a blurred look is not a card taken away");
        for _ in 0..GONE {
            assert!(look(&[]).is_empty());
        }
        assert_eq!(look(&["a"]), ["a"]);
    }
}
