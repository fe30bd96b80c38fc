//! What the ceilings leave for a request, while it is being written and on its page.

use domain::Id;
use domain::records::{Request, RequestKind};
use domain::value::Fen;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::fund::{self, Limit, Scope};

use crate::context::{use_desk, use_language};
use crate::widget::list::{Banner, Tone};
use crate::widget::meter::Meter;
use crate::widget::page::Stack;

/// The ceilings of a request, with what it asks for counted in.
#[component]
pub(super) fn Ceilings(
    /// Which; nothing for one that is not there yet.
    id: Option<Id<Request>>,
    /// The request as it is.
    #[prop(into)]
    request: Signal<Request>,
) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let year = desk.today().year();
    let known = desk.memo(move |state| {
        let request = request.get();
        let two = fund::ceiling(state, request.purpose).two_persons;
        (fund::limits(state, id, &request, year), two)
    });
    let shown = move || {
        let (limits, two) = known.get();
        let request = request.get();
        if request.kind == Some(RequestKind::WriteOff) {
            return second(language, &request, two).into_any();
        }
        if request.purpose.is_none() {
            return view! { <p class="subtitle">{language.ask_choose_purpose()}</p> }.into_any();
        }
        let meters = limits.iter().map(|limit| meter(language, *limit, request.amount, year)).collect_view();
        view! { <Stack>{meters}{sentence(language, &limits, request.amount)}{second(language, &request, two)}</Stack> }
            .into_any()
    };
    view! { <div role="status">{shown}</div> }
}

fn meter(language: Language, limit: Limit, asked: Fen, year: i32) -> impl IntoView {
    let label = match limit.scope {
        Scope::Request => language.ask_limit_request().to_owned(),
        Scope::Case => language.ask_limit_case(year),
        Scope::Year => language.ask_limit_year(year),
    };
    let with_it = Fen(limit.given.0.saturating_add(asked.0));
    let target = language.ask_limit_of(&numbers::money(language, limit.most));
    view! { <Meter label value=numbers::money(language, with_it) target share=share(with_it, limit.most) limit=true/> }
}

#[expect(clippy::cast_precision_loss, reason = "a bar is not exact to the fen")]
pub(super) fn share(part: Fen, whole: Fen) -> f64 {
    part.0 as f64 / whole.0.max(1) as f64
}

/// What is left, or by how much it is too much.
fn sentence(language: Language, limits: &[Limit], asked: Fen) -> AnyView {
    let Some(left) = limits.iter().map(|limit| limit.left()).min() else {
        return view! { <p class="subtitle">{language.ask_no_limit()}</p> }.into_any();
    };
    let said = numbers::money(language, left);
    if asked > left {
        return view! { <Banner tone=Tone::Warn text=language.ask_over(&said)/> }.into_any();
    }
    view! { <p class="subtitle">{language.ask_left(&said)}</p> }.into_any()
}

/// Whether two persons approve it.
fn second(language: Language, request: &Request, limit: Fen) -> Option<impl IntoView + use<>> {
    let is_large = request.amount > limit;
    let text = language.ask_two_persons(&numbers::money(language, limit));
    is_large.then(|| view! { <Banner tone=Tone::Info text/> })
}
