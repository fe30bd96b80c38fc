//! The lines to sign at the foot of the sheet.

use leptos::prelude::*;

use crate::context::use_language;

/// Who signs, two in a row, with room for a seal.
pub(super) fn signatures() -> impl IntoView {
    let language = use_language();
    let place = |who: &'static str| {
        view! {
            <td class="paper-sign"><p>{who}</p><p class="paper-sign-day">{language.paper_sign_day()}</p></td>
        }
    };
    view! {
        <section class="paper-part" tabindex="0">
            <h3>{language.paper_signatures()}</h3>
            <table class="paper-table">
                <tbody>
                    <tr>{place(language.paper_sign_head())}{place(language.paper_sign_helper())}</tr>
                    <tr>{place(language.paper_sign_village())}{place(language.paper_sign_township())}</tr>
                </tbody>
            </table>
        </section>
    }
}
