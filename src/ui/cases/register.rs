//! Registers a case in one form: where, who, why, what is needed. The draft holds all of it, with the number of rows.
//! Saving is one change, so that the whole registration can be undone at once.

use domain::records::{Case, Member, MemberField, Need, NeedField, Relation};
use domain::{Id, Kind, Problem};
use leptos::prelude::*;
use replica::command::RegisterCase;
use replica::query::cases;

use super::case_fields::{SituationSection, WhereSection};
use super::member_fields::MemberFields;
use super::need_details::NeedDetails;
use super::relatives::{next_member, suggest_relation, usual_ethnicity};
use super::repeated::{Repeated, RowEntry};
use crate::context::{Draft, Pages, use_desk, use_language};
use crate::entry::{Controls, Entry, PlaceEntry, RecordForm, draft_of};
use crate::route::{Route, use_go};
use crate::widget::button::{Button, ButtonKind};
use crate::widget::form::FormSection;
use crate::widget::icon::Icon;
use crate::widget::notice::use_notices;
use crate::widget::page::{Page, PageHeader, PageKind};

/// All that the form holds.
#[derive(Clone, Copy)]
struct Registration {
    place: PlaceEntry,
    case: Entry<Case>,
    members: Repeated<Member>,
    needs: Repeated<Need>,
}

impl Registration {
    fn new() -> Self {
        let desk = use_desk();
        let head = Member { relation: Some(Relation::Head), ethnicity: usual_ethnicity(), ..Member::default() };
        Self {
            place: PlaceEntry::new(desk, None),
            case: Entry::new(&Case { surveyed_on: Some(desk.today()), ..Case::default() }),
            members: Repeated::new(&[head], Member::default()),
            needs: Repeated::new(&[], Need::default()),
        }
    }

    /// The place, the case, then how many members there are, the members, and the needs.
    fn pages(self) -> Pages {
        let members = self.members.pages();
        let count = vec![(0, vec![members.len().to_string()])];
        let first = vec![self.place.pages(), self.case.pages(), count];
        first.into_iter().chain(members).chain(self.needs.pages()).collect()
    }

    fn restore(self, pages: Pages) {
        let mut pages = pages.into_iter();
        let (place, case, count) = (pages.next(), pages.next(), pages.next());
        self.place.restore(place.unwrap_or_default());
        self.case.restore(case.unwrap_or_default());
        self.case.show(vec![]);
        let count = count.and_then(|page| page.first()?.1.first()?.parse().ok()).unwrap_or(0);
        self.members.restore(pages.by_ref().take(count).collect());
        self.needs.restore(pages.collect());
    }

    /// The command, if everything can be read.
    fn read(self) -> Option<RegisterCase> {
        let (case, members, needs) = (self.case.read(), self.members.read(), self.needs.read());
        Some(RegisterCase { place: self.place.place(), case: case?, members: members?, needs: needs? })
    }

    fn show(self, problems: Vec<Problem>) {
        self.members.show(&problems);
        self.needs.show(&problems);
        let is_of_row =
            |problem: &Problem| problem.field.is_some_and(|field| matches!(field.kind, Kind::Member | Kind::Need));
        let no_row = self.members.is_empty();
        self.case.show(problems.into_iter().filter(|problem| no_row || !is_of_row(problem)).collect());
    }
}

/// The registration of a case.
#[component]
pub(super) fn RegisterPage() -> impl IntoView {
    let language = use_language();
    let registration = Registration::new();
    let (draft, afresh) =
        draft_of("case/new".into(), move || registration.pages(), move |pages| registration.restore(pages));
    let save = use_save(registration, draft);
    let error = registration.case.whole_error();
    view! {
        <Page kind=PageKind::Narrow>
            <PageHeader title=language.register_case() subtitle=language.register_subtitle() back=Route::Cases.href() back_label=language.nav_cases()/>
            <RecordForm label=language.register_case() draft error back=Route::Cases.href() on_afresh=afresh on_save=save>
                <WhereSection entry=registration.case place=registration.place/>
                <Household members=registration.members/>
                <SituationSection entry=registration.case/>
                <NeedRows needs=registration.needs label=language.add_need()/>
            </RecordForm>
        </Page>
    }
}

fn use_save(registration: Registration, draft: Draft) -> Callback<()> {
    let (desk, go) = (use_desk(), use_go());
    Callback::new(move |()| {
        let Some(command) = registration.read() else { return };
        let go = go.clone();
        desk.save(command, move |result| match result {
            Ok(()) => {
                draft.close();
                let made = untrack(|| desk.ask(cases::newest));
                go(made.map_or(Route::Cases, Route::Case));
            }
            Err(problems) => registration.show(problems),
        });
    })
}

#[component]
fn Household(members: Repeated<Member>) -> impl IntoView {
    let language = use_language();
    // Whoever fills all of the form for one member does so for the next.
    let whole = RwSignal::new(false);
    view! {
        <For each=move || members.rows() key=|row| row.key let:row>
            <MemberRow members row whole/>
        </For>
        <div class="button-row">
            <Button label=language.add_member() icon=Icon::Plus on_press=move || members.add_this(&next_member(members))/>
        </div>
    }
}

#[component]
fn MemberRow(members: Repeated<Member>, row: RowEntry<Member>, whole: RwSignal<bool>) -> impl IntoView {
    let (language, notices) = (use_language(), use_notices());
    let name = row.entry.one(MemberField::name);
    let open = RwSignal::new(whole.get_untracked());
    Effect::new(move |_| whole.set(open.get()));
    suggest_relation(members, row);
    let title = Signal::derive(move || match name.get() {
        name if name.trim().is_empty() => language.member_number(members.place(row.key) + 1),
        name => name,
    });
    let spoken = Signal::derive(move || language.remove_named(&title.get()));
    let remove = move || {
        let title = title.get_untracked();
        members.remove(row.key, notices, language.row_removed(&title));
    };
    // The head alone is the household: with the last row gone there would be nothing to fill in.
    let remove_button = move || {
        let button = move || view! { <RemoveRow label=language.row_remove() spoken on_remove=remove/> };
        (members.count() > 1).then(button)
    };
    view! { <FormSection title><MemberFields entry=row.entry except=None open/>{remove_button}</FormSection> }
}

/// The needs, and the press that adds one.
#[component]
pub(super) fn NeedRows(
    needs: Repeated<Need>,
    label: &'static str,
    /// The household, where it is there.
    #[prop(optional)]
    case: Option<Id<Case>>,
) -> impl IntoView {
    view! {
        <For each=move || needs.rows() key=|row| row.key let:row>
            <NeedRow needs row case/>
        </For>
        <div class="button-row">
            <Button label icon=Icon::Plus on_press=move || needs.add()/>
        </div>
    }
}

#[component]
fn NeedRow(needs: Repeated<Need>, row: RowEntry<Need>, case: Option<Id<Case>>) -> impl IntoView {
    let (language, notices) = (use_language(), use_notices());
    let title = Signal::derive(move || language.need_number(needs.place(row.key) + 1));
    let spoken = Signal::derive(move || language.remove_named(&title.get()));
    let remove = move || {
        let title = title.get_untracked();
        needs.remove(row.key, notices, language.row_removed(&title));
    };
    view! {
        <FormSection title>
            {row.entry.needed(NeedField::kind)}
            <NeedDetails entry=row.entry case/>
            {row.entry.field(NeedField::due_on)}
            {row.entry.field(NeedField::note)}
            <RemoveRow label=language.row_remove() spoken on_remove=remove/>
        </FormSection>
    }
}

/// Takes a row off the form.
#[component]
pub(super) fn RemoveRow(
    label: &'static str,
    spoken: Signal<String>,
    #[prop(into)] on_remove: Callback<()>,
) -> impl IntoView {
    let spoken = MaybeProp::derive(move || Some(spoken.get()));
    view! {
        <div class="form-section-end wide">
            <Button label spoken kind=ButtonKind::Quiet icon=Icon::Trash on_press=on_remove/>
        </div>
    }
}
