//! A signature on glass: the finger's strokes in a square of a thousand, kept with the mark of that half-day.

use domain::records::Presence;
use leptos::ev::PointerEvent;
use leptos::{html, prelude::*};

use super::Door;
use crate::widget::button::{Button, ButtonKind};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::icon::Icon;
use crate::widget::pointer;

/// Width and height of the square that strokes are kept in.
const SIDE: i32 = 1000;
/// Points nearer than this to the last are left out.
const NEAR: i32 = 6;

/// Strokes of points.
type Strokes = Vec<Vec<(i32, i32)>>;

/// The dialog in which a person signs.
#[component]
pub(super) fn SignDialog(door: Door) -> impl IntoView {
    let language = door.language;
    let open = RwSignal::new(false);
    let strokes = RwSignal::new(Strokes::new());
    // Each sets the other only where it differs: else they would never come to rest.
    Effect::new(move |_| {
        let is_open = door.signing.read().is_some();
        if open.get_untracked() != is_open {
            strokes.set(Strokes::new());
            open.set(is_open);
        }
    });
    Effect::new(move |_| {
        if !open.get() && door.signing.with_untracked(Option::is_some) {
            door.signing.set(None);
        }
    });
    let name = move || door.signing.read().as_ref().map(|line| line.person.name.clone()).unwrap_or_default();
    let title = Signal::derive(move || language.sign_title(&name()));
    let none = Signal::derive(move || strokes.read().is_empty());
    let done = move || {
        if let Some(line) = door.signing.get_untracked() {
            let presence = line.presence.filter(|presence| presence.is_there()).or(Some(Presence::Present));
            door.mark(&line, presence, line.reason.clone(), Some(written(&strokes.read_untracked())));
        }
        open.set(false);
    };
    view! {
        <Dialog open title close_label=language.cancel()>
            <Pad strokes label=language.sign_area()/>
            <DialogActions>
                <Button label=language.sign_clear() icon=Icon::Undo disabled=none on_press=move || strokes.set(Strokes::new())/>
                <Button label=language.sign_done() kind=ButtonKind::Primary icon=Icon::Check disabled=none on_press=done/>
            </DialogActions>
        </Dialog>
    }
}

/// The glass.
#[component]
fn Pad(strokes: RwSignal<Strokes>, label: &'static str) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let is_down = RwSignal::new(false);
    let at = move |ev: &PointerEvent| {
        let (width, height) = node.get_untracked().map(|glass| (glass.client_width(), glass.client_height()))?;
        let (across, down) = pointer::in_element(ev);
        Some((place(across, width), place(down, height)))
    };
    let begin = move |ev: PointerEvent| {
        ev.prevent_default();
        is_down.set(true);
        strokes.update(|all| all.push(at(&ev).into_iter().collect()));
    };
    let go_on = move |ev: PointerEvent| {
        if let Some(point) = at(&ev).filter(|_| is_down.get_untracked()) {
            strokes.update(|all| extend(all, point));
        }
    };
    let lines = move || {
        let line = |stroke: &Vec<(i32, i32)>| view! { <polyline points=points(stroke)/> };
        strokes.read().iter().map(line).collect_view()
    };
    view! {
        <div class="sign-pad" role="img" aria-label=label node_ref=node on:pointerdown=begin on:pointermove=go_on
            on:pointerup=move |_| is_down.set(false) on:pointerleave=move |_| is_down.set(false)>
            <svg viewBox=format!("0 0 {SIDE} {SIDE}") preserveAspectRatio="none" aria-hidden="true">{lines}</svg>
        </div>
    }
}

/// Where in the square of strokes an offset lies.
#[expect(clippy::cast_possible_truncation, reason = "it was held within the square before")]
fn place(offset: f64, size: i32) -> i32 {
    (offset / f64::from(size.max(1)) * f64::from(SIDE)).clamp(0.0, f64::from(SIDE)) as i32
}

fn extend(all: &mut Strokes, (x, y): (i32, i32)) {
    let Some(stroke) = all.last_mut() else { return };
    let is_far = |(a, b): &(i32, i32)| (a - x).abs() + (b - y).abs() >= NEAR;
    if stroke.last().is_none_or(is_far) {
        stroke.push((x, y));
    }
}

fn points(stroke: &[(i32, i32)]) -> String {
    stroke.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

/// The strokes as they are kept; points are thinned out until they fit.
fn written(strokes: &Strokes) -> String {
    let mut step = 1;
    loop {
        let thin = |stroke: &Vec<(i32, i32)>| points(&stroke.iter().step_by(step).copied().collect::<Vec<_>>());
        let text = strokes.iter().map(thin).collect::<Vec<_>>().join(";");
        if text.len() <= replica::command::SIGNATURE_MOST || step > strokes.iter().map(Vec::len).max().unwrap_or(0) {
            return text;
        }
        step += 1;
    }
}

/// A signature that was kept, as a picture.
#[component]
pub(super) fn Signature(
    /// As it is kept.
    text: String,
) -> impl IntoView {
    let lines = text.split(';').map(|stroke| view! { <polyline points=stroke.to_owned()/> }).collect_view();
    view! { <svg class="signature" viewBox=format!("0 0 {SIDE} {SIDE}") preserveAspectRatio="none" aria-hidden="true">{lines}</svg> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_are_kept_as_points_and_thinned_until_they_fit() {
        let two = vec![vec![(0, 0), (500, 250)], vec![(1000, 1000)]];
        assert_eq!(written(&two), "0,0 500,250;1000,1000");
        let long = vec![(0..5000).map(|x| (x % 1000, 0)).collect::<Vec<_>>()];
        let text = written(&long);
        assert!(text.len() <= replica::command::SIGNATURE_MOST && text.starts_with("0,0 "), "{}", text.len());
    }

    #[test]
    fn points_near_the_last_are_left_out() {
        let mut strokes = vec![vec![(10, 10)]];
        extend(&mut strokes, (12, 12));
        extend(&mut strokes, (20, 10));
        assert_eq!(strokes, vec![vec![(10, 10), (20, 10)]]);
        assert_eq!((place(-5.0, 100), place(50.0, 100), place(500.0, 100), place(1.0, 0)), (0, 500, SIDE, SIDE));
    }
}
