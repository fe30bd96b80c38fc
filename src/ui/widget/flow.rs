//! What flows from where to where: boxes at both sides and bands between them, each as thick as what flows through it.
//! The boxes are lists that are read aloud; whoever shows one says the same in a table. It must never hide a band.

use leptos::prelude::*;

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowNode {
    /// What it is.
    pub title: String,
    /// More about it.
    pub detail: String,
    /// How much flows through it, as people write it.
    pub amount: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether it stands for what is left, or what is missing.
    pub is_rest: bool,
}

/// A band from a box at the left to one at the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowBand {
    /// The place of the box at the left.
    pub from: usize,
    /// The place of the box at the right.
    pub to: usize,
    /// How much.
    pub weight: i64,
}

/// The picture of a flow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// The boxes at the left.
    pub left: Vec<FlowNode>,
    /// The boxes at the right.
    pub right: Vec<FlowNode>,
    /// What is between them.
    pub bands: Vec<FlowBand>,
}

/// How much of its place a band takes at most.
const FILL: f64 = 0.7;
/// The thinnest band, in hundredths of the height.
const THIN: f64 = 0.5;

impl Flow {
    /// The outline of each band in a square of 100 by 100.
    fn outlines(&self) -> Vec<String> {
        let (lefts, rights) =
            (sums(self.left.len(), &self.bands, |band| band.from), sums(self.right.len(), &self.bands, |band| band.to));
        let most = |sums: &[f64]| FILL * 100.0 / share(sums.len()) / sums.iter().copied().fold(1.0, f64::max);
        let scale = most(&lefts).min(most(&rights));
        let begin = |sums: &[f64]| -> Vec<f64> {
            let places = sums.iter().enumerate();
            places.map(|(at, sum)| (share(at) + 0.5) * 100.0 / share(sums.len()) - sum * scale / 2.0).collect()
        };
        let (mut from, mut to) = (begin(&lefts), begin(&rights));
        let outline = |band: &FlowBand| {
            let (Some(left), Some(right)) = (from.get_mut(band.from), to.get_mut(band.to)) else {
                return String::new();
            };
            let thick = weight(band) * scale;
            let drawn = thick.max(THIN);
            let (a, b) = (*left, *right);
            (*left, *right) = (a + thick, b + thick);
            let (c, d) = (a + drawn, b + drawn);
            format!("M0 {a:.2}C50 {a:.2} 50 {b:.2} 100 {b:.2}V{d:.2}C50 {d:.2} 50 {c:.2} 0 {c:.2}Z")
        };
        self.bands.iter().map(outline).collect()
    }
}

/// A number of boxes as a factor.
fn share(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The weight of a band as a length.
#[expect(clippy::cast_precision_loss, reason = "a picture needs no last digit")]
fn weight(band: &FlowBand) -> f64 {
    band.weight.max(0) as f64
}

fn sums(count: usize, bands: &[FlowBand], end: impl Fn(&FlowBand) -> usize) -> Vec<f64> {
    let mut sums = vec![0.0; count];
    for band in bands {
        if let Some(sum) = sums.get_mut(end(band)) {
            *sum += weight(band);
        }
    }
    sums
}

/// Draws it.
#[component]
pub fn FlowDiagram(
    /// What flows, in a sentence.
    #[prop(into)]
    label: String,
    /// What the boxes at the left are, and those at the right.
    heads: [String; 2],
    /// The flow.
    flow: Flow,
) -> impl IntoView {
    let outlines = flow.outlines().into_iter().map(|d| view! { <path d=d/> }).collect_view();
    let rows = flow.left.len().max(flow.right.len()).max(1).to_string();
    let [from, to] = heads;
    let (left, right) =
        (flow.left.into_iter().map(node).collect_view(), flow.right.into_iter().map(node).collect_view());
    view! {
        <figure class="flow" aria-label=label style:--rows=rows>
            <figcaption class="flow-heads" aria-hidden="true"><span>{from.clone()}</span><span>{to.clone()}</span></figcaption>
            <div class="flow-body">
                <ul class="flow-side" role="list" aria-label=from>{left}</ul>
                <svg class="flow-bands" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">{outlines}</svg>
                <ul class="flow-side" role="list" aria-label=to>{right}</ul>
            </div>
        </figure>
    }
}

fn node(node: FlowNode) -> impl IntoView {
    let FlowNode { title, detail, amount, href, is_rest } = node;
    let title = match href {
        Some(href) => view! { <a class="row-title" href=href>{title}</a> }.into_any(),
        None => view! { <span class="row-title">{title}</span> }.into_any(),
    };
    let detail = (!detail.is_empty()).then(|| view! { <span class="why">{detail}</span> });
    view! {
        <li class="flow-place">
            <div class="flow-node" class:rest=is_rest>
                <span class="flow-words">{title}{detail}</span>
                <b class="num">{amount}</b>
            </div>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(left: usize, right: usize, bands: &[(usize, usize, i64)]) -> Flow {
        let node = || FlowNode {
            title: String::new(),
            detail: String::new(),
            amount: String::new(),
            href: None,
            is_rest: false,
        };
        Flow {
            left: (0..left).map(|_| node()).collect(),
            right: (0..right).map(|_| node()).collect(),
            bands: bands.iter().map(|(from, to, weight)| FlowBand { from: *from, to: *to, weight: *weight }).collect(),
        }
    }

    #[test]
    fn bands_leave_the_middle_of_their_boxes_side_by_side() {
        let outlines = flow(1, 2, &[(0, 0, 1), (0, 1, 1)]).outlines();
        // The right boxes allow 35 of 50 each; the left one 70 of 100 for both.
        assert_eq!(outlines[0], "M0 15.00C50 15.00 50 7.50 100 7.50V42.50C50 42.50 50 50.00 0 50.00Z");
        assert_eq!(outlines[1], "M0 50.00C50 50.00 50 57.50 100 57.50V92.50C50 92.50 50 85.00 0 85.00Z");
    }

    #[test]
    fn nothing_and_too_little_are_drawn_too() {
        assert!(flow(0, 0, &[]).outlines().is_empty());
        assert!(flow(1, 1, &[(0, 3, 5)]).outlines()[0].is_empty());
        let thin = flow(1, 2, &[(0, 0, 1_000_000), (0, 1, 1)]).outlines();
        assert!(thin[1].contains("V75.50"), "{}", thin[1]);
    }
}
