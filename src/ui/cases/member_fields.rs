//! The fields of a member: who it is first, the rest of the registration form behind a line that opens it.

use domain::Id;
use domain::records::{Category, Member, MemberField};
use leptos::prelude::*;

use super::identity::{AlreadyThere, IdentityFields};
use crate::context::use_language;
use crate::entry::{Controls, Entry, named_picks};
use crate::widget::form::Fold;

/// The fields behind the line.
const FOLDED: [MemberField; 11] = [
    MemberField::health,
    MemberField::labour,
    MemberField::education,
    MemberField::school,
    MemberField::ethnicity,
    MemberField::phone,
    MemberField::work,
    MemberField::category,
    MemberField::party_joined_on,
    MemberField::party_branch,
    MemberField::wish,
];

/// The fields of a member.
#[component]
pub(super) fn MemberFields(
    /// The member as typed.
    entry: Entry<Member>,
    /// The member that is being revised.
    except: Option<Id<Member>>,
    /// Whether everything is shown at once.
    #[prop(optional)]
    whole: bool,
) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(whole);
    open_for_errors(entry, open);
    let categories = named_picks::<Category>(|_, category| category.name.clone());
    let folded = FOLDED.map(|field| match field {
        MemberField::category => entry.among(field, categories, false),
        field => entry.field(field),
    });
    view! {
        {entry.needed(MemberField::name)}
        {entry.needed(MemberField::relation)}
        <IdentityFields entry/>
        <AlreadyThere entry except/>
        <Fold title=language.member_more() open>{folded.into_iter().collect_view()}</Fold>
    }
}

/// Opens the fold when something behind it is wrong.
fn open_for_errors(entry: Entry<Member>, open: RwSignal<bool>) {
    let errors = FOLDED.map(|field| entry.error(field));
    Effect::new(move |_| {
        if errors.iter().any(|error| error.get().is_some()) {
            open.set(true);
        }
    });
}
