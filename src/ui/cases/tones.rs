//! The colours of stages and states in this area; the words beside them say the same.

use domain::records::{EnrolmentState, NeedState, Stage};
use leptos::prelude::*;

use crate::context::use_language;
use crate::widget::list::{Tag, Tone};

/// Where a case stands.
pub(super) fn stage_tag(stage: Option<Stage>) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let tone = match stage? {
        Stage::Surveyed => Tone::Warn,
        Stage::Supported => Tone::Info,
        Stage::Lifted => Tone::Good,
        _ => Tone::Plain,
    };
    Some(view! { <Tag text=language.maybe(stage) tone/> })
}

/// Where a need stands.
pub(super) fn need_tag(state: Option<NeedState>) -> impl IntoView {
    let state = state.unwrap_or(NeedState::Asked);
    let tone = match state {
        NeedState::Met => Tone::Good,
        NeedState::Planned => Tone::Info,
        _ => Tone::Warn,
    };
    view! { <Tag text=use_language().of(state) tone/> }
}

/// Where an enrolment stands.
pub(super) fn enrolment_tag(state: Option<EnrolmentState>) -> impl IntoView {
    let tone = match state {
        Some(EnrolmentState::Attended) => Tone::Good,
        Some(EnrolmentState::Enrolled) => Tone::Info,
        Some(EnrolmentState::Waiting | EnrolmentState::Absent) => Tone::Warn,
        _ => Tone::Plain,
    };
    view! { <Tag text=use_language().maybe(state) tone/> }
}
