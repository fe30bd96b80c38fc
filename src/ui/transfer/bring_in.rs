//! What comes in: opened, looked through without writing anything, and then taken whole or not at all.

use exchange::Bundle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::{Access, GivenFile, Import, ImportError, ReplicaId, Report};

use super::tablets::own_identity;
use super::{OpenBundle, import_sentence};
use crate::context::{refusal_sentence, use_desk, use_language, use_tablet};
use crate::route::Route;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::Stack;

/// An import that was looked through.
struct Seen {
    import: Import,
    from: ReplicaId,
}

/// Where an import stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A file is asked for.
    Asking,
    /// It is being looked through.
    Looking,
    /// What would come of it stands here.
    Seen,
    /// It is taken in.
    Taken,
}

/// Opens a bundle, says what is in it, and takes it in.
#[component]
pub(super) fn BringIn(file: RwSignal<Option<GivenFile>, LocalStorage>) -> impl IntoView {
    let (desk, tablet, language) = (use_desk(), use_tablet(), use_language());
    let (step, report) = (RwSignal::new(Step::Asking), RwSignal::new(Report::default()));
    let seen = StoredValue::new_local(None::<Seen>);
    let (share, is_cancelled) = (RwSignal::new(None::<f64>), RwSignal::new(false));
    let error = RwSignal::new(None::<String>);
    let identity = StoredValue::new(None);
    spawn_local(async move {
        let own = own_identity(&*desk.store().storage()).await;
        identity.try_set_value(own);
    });
    let look = move |bundle: Bundle| {
        step.set(Step::Looking);
        share.set(Some(0.0));
        error.set(None);
        is_cancelled.set(false);
        spawn_local(async move {
            let device = tablet.device();
            let follow = async |done: usize, of: usize| {
                share.try_set(Some(done as f64 / of.max(1) as f64));
                device.breathe().await;
                !is_cancelled.try_get_untracked().unwrap_or(true)
            };
            match desk.store().examine(&bundle.changes, follow).await {
                Ok(import) => {
                    report.set(import.report.clone());
                    seen.set_value(Some(Seen { import, from: ReplicaId(bundle.from) }));
                    step.set(Step::Seen);
                }
                Err(failed) => {
                    let is_wanted = failed == ImportError::Cancelled;
                    error.set((!is_wanted).then(|| import_sentence(language, &failed)));
                    step.set(Step::Asking);
                }
            }
        });
    };
    let take = move || {
        let Some(Seen { import, from }) = seen.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            match desk.store().accept(import, from).await {
                Ok(kinds) => {
                    desk.wrote(kinds);
                    step.set(Step::Taken);
                }
                Err(refusal) => {
                    error.set(Some(refusal_sentence(language, &refusal)));
                    step.set(Step::Asking);
                }
            }
        });
    };
    let leave = move || {
        seen.set_value(None);
        step.set(Step::Asking);
    };
    let cannot_take = Signal::derive(move || desk.access.get() != Access::Writer);
    let body = move || {
        match step.get() {
        Step::Asking => view! {
            {move || error.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
            <p>{language.bring_in_text()}</p>
            <OpenBundle file identity on_open=look/>
        }
        .into_any(),
        Step::Looking => view! {
            <Progress label=language.bring_in_looking() share cancel=language.cancel() on_cancel=move || is_cancelled.set(true)/>
        }
        .into_any(),
        Step::Seen if report.with(is_nothing) => view! {
            <Banner tone=Tone::Good text=language.bring_in_nothing()/>
            <div class="button-row"><Button label=language.close() on_press=leave/></div>
        }
        .into_any(),
        Step::Seen => view! {
            <p>{language.bring_in_would()}</p>
            {lines(language, &report.get())}
            <div class="button-row">
                <Button label=language.cancel() on_press=leave/>
                <Button label=language.bring_in_take() kind=ButtonKind::Primary disabled=cannot_take on_press=take/>
            </div>
        }
        .into_any(),
        Step::Taken => view! {
            <Banner tone=Tone::Good text=language.bring_in_taken(&numbers::size(report.get().changes))/>
            <div class="button-row">
                {has_more_to_do(&report.get()).then(|| view! { <LinkButton label=language.inbox_open() href=Route::Inbox.href() kind=ButtonKind::Primary/> })}
                <Button label=language.close() on_press=leave/>
            </div>
        }
        .into_any(),
    }
    };
    view! { <Card title=language.bring_in()><Pad><Stack>{body}</Stack></Pad></Card> }
}

fn is_nothing(report: &Report) -> bool {
    report.changes == 0 && report.forks.is_empty() && report.waiting == 0
}

fn has_more_to_do(report: &Report) -> bool {
    report.conflicts + report.findings + report.forks.len() > 0
}

/// What would come of it, line by line; zeros that say nothing are left out.
fn lines(language: Language, report: &Report) -> impl IntoView + use<> {
    let always = [
        (language.report_changes(), report.changes),
        (language.report_added(), report.added),
        (language.report_changed(), report.changed),
        (language.report_conflicts(), report.conflicts),
        (language.report_findings(), report.findings),
    ];
    let sometimes = [
        (language.report_known(), report.known),
        (language.report_forks(), report.forks.len()),
        (language.report_waiting(), report.waiting),
        (language.report_newer(), report.newer),
    ];
    let lines = always.into_iter().chain(sometimes.into_iter().filter(|(_, count)| *count > 0));
    let lines = lines.map(|(name, count)| view! { <Fact name>{numbers::size(count)}</Fact> }).collect_view();
    view! { <Facts>{lines}</Facts> }
}
