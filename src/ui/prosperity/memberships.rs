//! Who is in a cooperative: those who are to join, those who have, those who left; each with its next step, which a
//! dialog with the day of today asks for once more.

use domain::records::{Cooperative, Membership, MembershipField, MembershipState};
use domain::{Fault, Id, Problem};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::command::AdvanceMembership;
use replica::query::prosperity::{self, MembershipLine};

use crate::context::{use_desk, use_language};
use crate::entry::{Controls, Entry};
use crate::route::Route;
use crate::values::dotted;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::dialog::{Dialog, DialogActions};
use crate::widget::form::Form;
use crate::widget::icon::Icon;
use crate::widget::list::{Card, EmptyState, Row, Rows};

/// A step that a membership can take.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    id: Id<Membership>,
    name: String,
    from: Option<MembershipState>,
    to: MembershipState,
}

impl Step {
    /// What the step is called, on its button and over its dialog.
    fn label(&self, language: Language) -> &'static str {
        match (self.from, self.to) {
            (_, MembershipState::InForce) => language.membership_join(),
            (Some(MembershipState::Planned), _) => language.membership_give_up(),
            _ => language.membership_leave(),
        }
    }

    fn spoken(&self, language: Language) -> String {
        format!("{} {}", self.label(language), self.name)
    }
}

/// The step that a dialog asks about, and whether it is open.
#[derive(Clone, Copy)]
struct Asking {
    step: RwSignal<Option<Step>>,
    open: RwSignal<bool>,
}

impl Asking {
    fn about(self, step: Step) {
        self.step.set(Some(step));
        self.open.set(true);
    }
}

/// Who is in a cooperative.
#[component]
pub(super) fn Memberships(id: Id<Cooperative>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let lines = desk.memo(move |state| prosperity::membership_lines(state, id));
    let asking = Asking { step: RwSignal::new(None), open: RwSignal::new(false) };
    let is_empty = Memo::new(move |_| lines.read().is_empty());
    let enrol = move || {
        view! { <LinkButton label=language.plan_memberships() href=Route::CooperativeEnrolment(id).href() kind=ButtonKind::Primary icon=Icon::Plus/> }
    };
    let nobody = move || {
        is_empty.get().then(|| view! {
            <Card title=language.memberships()>
                <EmptyState title=language.no_memberships() next=language.no_memberships_next() icon=Icon::People action=enrol/>
            </Card>
        })
    };
    view! {
        {nobody}
        <Group lines asking of=MembershipState::Planned/>
        <Group lines asking of=MembershipState::InForce/>
        <Group lines asking of=MembershipState::Left/>
        <StepDialog asking/>
    }
}

/// The memberships in one state.
#[component]
fn Group(lines: Memo<Vec<MembershipLine>>, asking: Asking, of: MembershipState) -> impl IntoView {
    let language = use_language();
    move || {
        let mut lines = lines.get();
        lines.retain(|line| line.membership.state == Some(of));
        let count = language.households(&numbers::size(lines.len()));
        let is_any = !lines.is_empty();
        let rows = lines.into_iter().map(|line| row(language, asking, line)).collect_view();
        is_any.then(|| view! { <Card title=language.of(of) count><Rows>{rows}</Rows></Card> })
    }
}

fn row(language: Language, asking: Asking, line: MembershipLine) -> impl IntoView {
    let href = line.membership.case.map(|case| Route::Case(case).href());
    let why = why(language, &line);
    let steps = StoredValue::new(steps(&line));
    let buttons = move || steps.get_value().into_iter().map(|step| step_button(language, asking, step)).collect_view();
    view! { <Row title=line.name href=MaybeProp::from(href) why action=buttons/> }
}

/// The steps that are open, the likely one last.
fn steps(line: &MembershipLine) -> Vec<Step> {
    let from = line.membership.state;
    let open: &[MembershipState] = match from {
        Some(MembershipState::Planned) => &[MembershipState::Left, MembershipState::InForce],
        Some(MembershipState::InForce) => &[MembershipState::Left],
        _ => &[],
    };
    open.iter().map(|to| Step { id: line.id, name: line.name.clone(), from, to: *to }).collect()
}

fn step_button(language: Language, asking: Asking, step: Step) -> impl IntoView {
    let (label, spoken) = (step.label(language), step.spoken(language));
    let kind = if step.to == MembershipState::Left { ButtonKind::Quiet } else { ButtonKind::Plain };
    view! { <Button label spoken kind on_press=move || asking.about(step.clone())/> }
}

fn why(language: Language, line: &MembershipLine) -> String {
    let membership = &line.membership;
    let has_share = membership.share.0 != 0;
    let share = if has_share { numbers::money(language, membership.share) } else { String::new() };
    let said = |day: Option<domain::Date>, say: fn(Language, &str) -> String| {
        day.map(|day| say(language, &language.date(day))).unwrap_or_default()
    };
    let when = match membership.state {
        Some(MembershipState::Planned) => said(membership.planned_on, Language::planned_on),
        Some(MembershipState::InForce) => said(membership.joined_on, Language::joined_on),
        _ if membership.joined_on.is_none() => said(membership.left_on, Language::given_up_on),
        _ => said(membership.left_on, Language::left_on),
    };
    dotted([line.village.clone(), when, share, membership.reason.clone()])
}

#[component]
fn StepDialog(asking: Asking) -> impl IntoView {
    let language = use_language();
    let title = Signal::derive(move || asking.step.get().map(|step| step.spoken(language)).unwrap_or_default());
    view! {
        <Dialog open=asking.open title close_label=language.close()>
            {asking.step.get_untracked().map(|step| view! { <StepForm step open=asking.open/> })}
        </Dialog>
    }
}

#[component]
fn StepForm(step: Step, open: RwSignal<bool>) -> impl IntoView {
    let (desk, language) = (use_desk(), use_language());
    let (id, state, label) = (step.id, step.to, step.label(language));
    let is_leaving = state == MembershipState::Left;
    let field = if is_leaving { MembershipField::left_on } else { MembershipField::joined_on };
    let today = Some(desk.today());
    let entry = Entry::new(&Membership { joined_on: today, left_on: today, ..Membership::default() });
    let save = move || {
        let Some(read) = entry.read() else { return };
        let Some(on) = (if is_leaving { read.left_on } else { read.joined_on }) else {
            return entry.show(vec![Problem::at(field, Fault::Missing)]);
        };
        desk.save(AdvanceMembership { id, state, on, reason: read.reason }, move |result| match result {
            Ok(()) => drop(open.try_set(false)),
            Err(problems) => entry.show(problems),
        });
    };
    let reason = is_leaving.then(|| entry.field(MembershipField::reason));
    view! {
        <Form label wrong_title=language.form_wrong() error=entry.whole_error() on_submit=save>
            {entry.needed(field)}
            {reason}
            <DialogActions>
                <Button label=language.cancel() on_press=move || open.set(false)/>
                <Button label kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </Form>
    }
}
