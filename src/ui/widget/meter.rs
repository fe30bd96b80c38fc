//! How far along things are: a result against its target, and long work that can be stopped.
//! They must never round a missed target up to a met one; the words beside the bar are the caller's.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};

/// A share of the whole as a percentage between 0 and 100, never 100 unless whole.
fn percent(share: f64) -> f64 {
    match share {
        share if !share.is_finite() || share <= 0.0 => 0.0,
        share if share >= 1.0 => 100.0,
        share => (share * 1000.0).floor() / 10.0,
    }
}

/// A result against its target.
#[component]
pub fn Meter(
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// What was reached, as people write it.
    #[prop(into)]
    value: Signal<String>,
    /// What follows it: the target and its unit.
    #[prop(into)]
    target: Signal<String>,
    /// What was reached as a share of the target; 1 is all.
    #[prop(into)]
    share: Signal<f64>,
    /// The share that the calendar would have by now, as a mark on the bar.
    #[prop(optional, into)]
    pace: MaybeProp<f64>,
    /// Whether more than the target is a fault (a budget) and not a feat.
    #[prop(optional)]
    limit: bool,
) -> impl IntoView {
    let reached = Memo::new(move |_| percent(share.get()));
    let is_over = move || limit && share.get() > 1.0;
    let spoken = move || format!("{} {}", value.get(), target.get());
    view! {
        <div class="meter">
            <span class="meter-label">{label}</span>
            <span class="meter-value num"><b>{value}</b> " " <span class="meter-target">{target}</span></span>
            <div class="bar" role="meter" aria-label=label aria-valuemin="0" aria-valuemax="100" aria-valuenow=reached aria-valuetext=spoken>
                <span class="bar-fill" class:over=is_over style:width=move || format!("{}%", reached.get())></span>
                {move || pace.get().map(|pace| view! { <span class="bar-pace" style:left=format!("{}%", percent(pace))></span> })}
            </div>
        </div>
    }
}

/// Long work: how far it is, and a way to stop it.
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// The share done, or nothing when it is not known.
    #[prop(into)]
    share: Signal<Option<f64>>,
    /// The words of the button that stops it.
    #[prop(optional, into)]
    cancel: MaybeProp<String>,
    /// Stops it; without it there is no such button.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let words = Signal::derive(move || cancel.get().unwrap_or_default());
    view! {
        <div class="progress">
            <span class="progress-label">{label}</span>
            <progress max="1" value=move || share.get() aria-label=label></progress>
            {on_cancel.map(|stop| view! { <Button label=words kind=ButtonKind::Quiet on_press=stop/> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn never_rounds_up_to_whole() {
        let check = |share: f64, expected: f64| assert!((percent(share) - expected).abs() < 1e-9, "{share}");
        check(f64::NAN, 0.0);
        check(-1.0, 0.0);
        check(0.5, 50.0);
        check(0.9999, 99.9);
        check(1.2, 100.0);
    }
}
