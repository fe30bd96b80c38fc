//! A picture that is walked with a finger: pushed, pinched, pressed; with buttons and keys that do the same. It knows
//! nothing of what it shows: what is drawn and what a press means is the caller's.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::{html, prelude::*};

use super::button::IconButton;
use super::icon::Icon;
use super::pointer;

/// How far a finger may slip and still press, in pixels.
const SLIP: f64 = 8.0;
/// How near a press must be to what it means, in pixels: half a finger.
const FINGER: f64 = 22.0;
/// One step of the zoom.
const STEP: f64 = 1.5;
/// The closest view: pixels for each unit of the picture.
const CLOSEST: f64 = 6.0;

/// What of a picture is seen: its middle, and how many of the picture's units a pixel is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Across.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// Units of the picture in a pixel.
    pub unit: f64,
}

impl Sight {
    /// All of a picture in a box.
    fn whole((width, height): (f64, f64), (across, down): (f64, f64)) -> Self {
        let unit = (width / across.max(1.0)).max(height / down.max(1.0)) * 1.04;
        Self { x: width / 2.0, y: height / 2.0, unit: unit.max(1.0 / CLOSEST) }
    }

    /// Zoomed by a factor, with one point of the box in its place.
    fn zoomed(self, factor: f64, (across, down): (f64, f64), most: f64) -> Self {
        let unit = (self.unit / factor).clamp(1.0 / CLOSEST, most.max(1.0 / CLOSEST));
        let moved = self.unit - unit;
        Self { x: self.x + across * moved, y: self.y + down * moved, unit }
    }

    fn pushed(self, across: f64, down: f64) -> Self {
        Self { x: self.x - across * self.unit, y: self.y - down * self.unit, ..self }
    }

    /// What is seen of the picture in a box: left, top, width, height.
    #[must_use]
    pub fn seen(self, (across, down): (f64, f64)) -> [f64; 4] {
        let (width, height) = (across * self.unit, down * self.unit);
        [self.x - width / 2.0, self.y - height / 2.0, width, height]
    }
}

/// The picture's state, which the caller makes and may read.
#[derive(Clone, Copy)]
pub struct Glass {
    size: Signal<(f64, f64)>,
    moved: RwSignal<Option<Sight>>,
    frame: RwSignal<(f64, f64)>,
    node: NodeRef<html::Div>,
    fingers: StoredValue<Vec<(i32, (f64, f64))>>,
    slipped: StoredValue<f64>,
}

impl Glass {
    /// Of a picture of that size.
    pub fn new(size: Signal<(f64, f64)>) -> Self {
        Self {
            size,
            moved: RwSignal::new(None),
            frame: RwSignal::new((800.0, 500.0)),
            node: NodeRef::new(),
            fingers: StoredValue::new(vec![]),
            slipped: StoredValue::new(0.0),
        }
    }

    /// What is seen now.
    #[must_use]
    pub fn sight(self) -> Sight {
        self.moved.get().unwrap_or_else(|| Sight::whole(self.size.get(), self.frame.get()))
    }

    /// What is seen of the picture: left, top, width, height.
    #[must_use]
    pub fn seen(self) -> [f64; 4] {
        self.sight().seen(self.frame.get())
    }

    /// Shows all of it.
    pub fn show_all(self) {
        self.moved.set(None);
    }

    fn measure(self) {
        if let Some(node) = self.node.try_get_untracked().flatten() {
            let size = (f64::from(node.client_width()).max(1.0), f64::from(node.client_height()).max(1.0));
            if self.frame.get_untracked() != size {
                self.frame.set(size);
            }
        }
    }

    fn change(self, change: impl FnOnce(Sight) -> Sight) {
        let now = untrack(|| self.sight());
        self.moved.set(Some(change(now)));
    }

    fn zoom(self, factor: f64, at: (f64, f64)) {
        let most = Sight::whole(self.size.get_untracked(), self.frame.get_untracked()).unit * 1.5;
        self.change(|sight| sight.zoomed(factor, at, most));
    }

    /// From the middle of the box.
    fn off_middle(self, (x, y): (f64, f64)) -> (f64, f64) {
        let (width, height) = self.frame.get_untracked();
        (x - width / 2.0, y - height / 2.0)
    }

    fn press(self, ev: &PointerEvent) {
        self.measure();
        if let Some(node) = self.node.get_untracked() {
            let _ = node.set_pointer_capture(ev.pointer_id());
        }
        let at = pointer::in_element(ev);
        self.fingers.update_value(|fingers| {
            fingers.retain(|(id, _)| *id != ev.pointer_id());
            fingers.push((ev.pointer_id(), at));
        });
        let count = self.fingers.with_value(Vec::len);
        self.slipped.set_value(if count > 1 { SLIP * 2.0 } else { 0.0 });
    }

    fn follow(self, ev: &PointerEvent) {
        let (id, to) = (ev.pointer_id(), pointer::in_element(ev));
        let fingers = self.fingers.get_value();
        let Some((_, from)) = fingers.iter().find(|(finger, _)| *finger == id).copied() else { return };
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        self.slipped.update_value(|slipped| *slipped += across.hypot(down));
        match fingers.iter().find(|(finger, _)| *finger != id) {
            Some((_, other)) => {
                let apart = |at: (f64, f64)| (at.0 - other.0).hypot(at.1 - other.1).max(1.0);
                self.zoom(apart(to) / apart(from), self.off_middle(*other));
                self.change(|sight| sight.pushed(across / 2.0, down / 2.0));
            }
            None => self.change(|sight| sight.pushed(across, down)),
        }
        self.fingers.update_value(|fingers| {
            fingers.iter_mut().filter(|(finger, _)| *finger == id).for_each(|(_, at)| *at = to);
        });
    }

    /// The finger is lifted; where it pressed, if it did, in the picture's units, and how near counts.
    fn lift(self, ev: &PointerEvent) -> Option<((f64, f64), f64)> {
        self.fingers.update_value(|fingers| fingers.retain(|(id, _)| *id != ev.pointer_id()));
        if self.slipped.get_value() > SLIP {
            return None;
        }
        let sight = untrack(|| self.sight());
        let (across, down) = self.off_middle(pointer::in_element(ev));
        Some(((sight.x + across * sight.unit, sight.y + down * sight.unit), FINGER * sight.unit))
    }

    fn key(self, ev: &KeyboardEvent) {
        let (width, height) = self.frame.get_untracked();
        let push = |across: f64, down: f64| self.change(|sight| sight.pushed(across * width, down * height));
        match ev.key().as_str() {
            "ArrowLeft" => push(0.15, 0.0),
            "ArrowRight" => push(-0.15, 0.0),
            "ArrowUp" => push(0.0, 0.15),
            "ArrowDown" => push(0.0, -0.15),
            "+" | "=" => self.zoom(STEP, (0.0, 0.0)),
            "-" => self.zoom(1.0 / STEP, (0.0, 0.0)),
            "Home" | "0" => self.show_all(),
            _ => return,
        }
        ev.prevent_default();
    }
}

/// The picture in its box, with its buttons.
#[component]
pub fn GlassBox(
    /// Its state.
    glass: Glass,
    /// What it shows, in words.
    #[prop(into)]
    label: Signal<String>,
    /// The words of the buttons: nearer, farther, all of it.
    words: [&'static str; 3],
    /// What a press means: where, and how near counts.
    #[prop(into)]
    on_press: Callback<((f64, f64), f64)>,
    /// What is drawn, as parts of an SVG.
    children: Children,
) -> impl IntoView {
    let resized = window_event_listener(leptos::ev::resize, move |_| glass.measure());
    on_cleanup(move || resized.remove());
    Effect::new(move |_| {
        if glass.node.get().is_some() {
            request_animation_frame(move || glass.measure());
        }
    });
    let view_box = move || glass.seen().map(|number| format!("{number:.1}")).join(" ");
    let lift = move |ev: PointerEvent| {
        if let Some((at, near)) = glass.lift(&ev) {
            on_press.run((at, near));
        }
    };
    let [nearer, farther, all] = words;
    view! {
        <div class="glass">
            <div class="glass-box" role="application" tabindex="0" aria-label=label node_ref=glass.node
                on:pointerdown=move |ev| glass.press(&ev) on:pointermove=move |ev| glass.follow(&ev) on:pointerup=lift
                on:pointercancel=move |ev| { glass.lift(&ev); } on:keydown=move |ev| glass.key(&ev)>
                <svg viewBox=view_box aria-hidden="true" focusable="false">{children()}</svg>
            </div>
            <div class="glass-buttons">
                <IconButton label=nearer icon=Icon::ZoomIn on_press=move || glass.zoom(STEP, (0.0, 0.0))/>
                <IconButton label=farther icon=Icon::ZoomOut on_press=move || glass.zoom(1.0 / STEP, (0.0, 0.0))/>
                <IconButton label=all icon=Icon::Home on_press=move || glass.show_all()/>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_under_the_finger_stays_where_it_is() {
        let sight = Sight { x: 100.0, y: 50.0, unit: 2.0 };
        let under =
            |sight: Sight, (across, down): (f64, f64)| (sight.x + across * sight.unit, sight.y + down * sight.unit);
        let zoomed = sight.zoomed(2.0, (30.0, -10.0), 10.0);
        assert_eq!((zoomed.unit, under(zoomed, (30.0, -10.0))), (1.0, under(sight, (30.0, -10.0))));
        assert_eq!(sight.pushed(10.0, 0.0), Sight { x: 80.0, ..sight });
        assert_eq!(sight.zoomed(1000.0, (0.0, 0.0), 10.0).unit, 1.0 / CLOSEST, "no nearer than the closest");
        assert_eq!(sight.zoomed(0.001, (0.0, 0.0), 10.0).unit, 10.0, "no farther than the farthest");
    }

    #[test]
    fn all_of_a_picture_is_seen_at_first() {
        let [left, top, width, height] = Sight::whole((1000.0, 200.0), (500.0, 500.0)).seen((500.0, 500.0));
        assert!(left <= 0.0 && top <= 0.0 && left + width >= 1000.0 && top + height >= 200.0);
    }
}
