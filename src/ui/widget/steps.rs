//! The steps of something on its way: which are done, by whom and when, and which comes next.
//! It must never decide which step is next; the caller says it.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// It was taken.
    Done,
    /// It comes next.
    Now,
    /// It comes later.
    Ahead,
    /// It ended here.
    Stopped,
}

impl StepState {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "step done",
            Self::Now => "step now",
            Self::Ahead => "step",
            Self::Stopped => "step stopped",
        }
    }

    fn icon(self) -> Option<Icon> {
        match self {
            Self::Done => Some(Icon::Check),
            Self::Stopped => Some(Icon::Close),
            Self::Now | Self::Ahead => None,
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub title: String,
    /// Who took it, or who may.
    pub who: String,
    /// When it was taken.
    pub when: String,
    /// How far it is.
    pub state: StepState,
    /// How far it is, in a word for screen readers.
    pub spoken: String,
}

/// Steps side by side, one under another on a phone.
#[component]
pub fn Steps(
    /// What they are the steps of.
    #[prop(into)]
    label: Signal<String>,
    /// The steps.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
) -> impl IntoView {
    let items = move || steps.get().into_iter().enumerate().map(|(at, step)| item(at + 1, step)).collect_view();
    view! { <ol class="steps" role="list" aria-label=label>{items}</ol> }
}

fn item(number: usize, step: Step) -> impl IntoView {
    let Step { title, who, when, state, spoken } = step;
    let dot = match state.icon() {
        Some(icon) => view! { <Picture icon/> }.into_any(),
        None => number.into_any(),
    };
    view! {
        <li class=state.class() aria-current=(state == StepState::Now).then_some("step")>
            <span class="step-dot num" aria-hidden="true">{dot}</span>
            <div class="step-words">
                <p class="step-title">{title} <span class="visually-hidden">{spoken}</span></p>
                {(!who.is_empty()).then(|| view! { <p class="step-who">{who}</p> })}
                {(!when.is_empty()).then(|| view! { <p class="step-when num">{when}</p> })}
            </div>
        </li>
    }
}
