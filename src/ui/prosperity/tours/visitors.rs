//! The visitors of a tour for the office: how many, their words, and who wants to learn what.

use domain::Id;
use domain::records::Tour;
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::query::prosperity::tours::{self, Tally, VisitorLine};

use crate::context::{use_desk, use_language};
use crate::route::Tours;
use crate::values::dotted;
use crate::widget::button::LinkButton;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Pad, Row, Rows, Tag, Tone};

/// The visitors of a tour.
#[component]
pub(super) fn VisitorsCard(id: Id<Tour>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| tours::visitors(state, id));
    let tally = desk.memo(move |state| tours::tally(state, id));
    let count = Signal::derive(move || language.heads(&numbers::size(lines.read().len())));
    let sign = move || view! { <LinkButton label=language.sign_in() href=Tours::Sign(id).href() icon=Icon::Edit/> };
    let rows = move || match lines.read().is_empty() {
        true => {
            let (title, next) = (language.visitors_none(), language.visitors_none_next());
            view! { <EmptyState title next icon=Icon::People/> }.into_any()
        }
        false => {
            let rows = lines.get().into_iter().map(|line| row(language, line)).collect_view();
            let said = said(language, &tally.read());
            view! { <Pad><p class="subtitle">{said}</p></Pad><Rows>{rows}</Rows> }.into_any()
        }
    };
    view! { <Card title=language.visitors_card() count action=sign>{rows}</Card> }
}

/// The visitors in figures, in words.
fn said(language: Language, tally: &Tally) -> String {
    let best = tally.best.as_ref().map(|(name, count)| language.visitors_best(name, *count));
    let said = |count: usize, text: String| if count > 0 { text } else { String::new() };
    dotted([
        said(tally.words, language.visitors_words(&numbers::size(tally.words))),
        said(tally.wishes, language.visitors_wishes(&numbers::size(tally.wishes), &numbers::size(tally.members))),
        best.unwrap_or_default(),
    ])
}

fn row(language: Language, line: VisitorLine) -> impl IntoView {
    let visitor = line.visitor;
    let (is_member, has_wish) = (visitor.member.is_some(), !line.wish.is_empty());
    let title = dotted([visitor.name.clone(), visitor.organisation]);
    let wish = if has_wish { language.wants_to_learn(&line.wish) } else { String::new() };
    let why = dotted([wish, visitor.words, line.stop, visitor.phone]);
    let tags = move || {
        has_wish.then(|| match is_member {
            true => view! { <Tag text=language.wish_kept() tone=Tone::Good/> }.into_any(),
            false => view! { <Tag text=language.wish_open() tone=Tone::Warn/> }.into_any(),
        })
    };
    let (href, spoken) = (Tours::Visitor(line.id).href(), format!("{} {}", language.find_member(), visitor.name));
    let find = move || {
        let (href, spoken) = (href.clone(), spoken.clone());
        (has_wish && !is_member).then(|| view! { <LinkButton label=language.find_member() href spoken/> })
    };
    view! { <Row title why tags action=find/> }
}
