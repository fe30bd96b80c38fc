//! What comes in: opened, looked through without writing anything, and then taken whole or not at all.

use domain::Kind;
use exchange::Bundle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locales::{Language, numbers};
use replica::state::KindSet;
use replica::{Access, GivenFile, Import, ImportError, PhotosTaken, ReplicaId, Report};

use super::tablets::own_identity;
use super::{OpenBundle, import_sentence};
use crate::context::{Desk, Tablet, refusal_sentence, storage_sentence, use_desk, use_language, use_tablet};
use crate::route::Route;
use crate::widget::button::{Button, ButtonKind, LinkButton};
use crate::widget::list::{Banner, Card, Fact, Facts, Pad, Tone};
use crate::widget::meter::Progress;
use crate::widget::page::Stack;

/// An import that was looked through.
struct Seen {
    import: Import,
    from: ReplicaId,
    photos: Vec<Vec<u8>>,
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

/// An import on its way.
#[derive(Clone, Copy)]
struct Course {
    desk: Desk,
    tablet: Tablet,
    language: Language,
    step: RwSignal<Step>,
    report: RwSignal<Report>,
    /// How many photos would come with it, and what came of them.
    photos: RwSignal<(usize, PhotosTaken)>,
    seen: StoredValue<Option<Seen>, LocalStorage>,
    share: RwSignal<Option<f64>>,
    is_cancelled: RwSignal<bool>,
    error: RwSignal<Option<String>>,
}

impl Course {
    fn new() -> Self {
        Self {
            desk: use_desk(),
            tablet: use_tablet(),
            language: use_language(),
            step: RwSignal::new(Step::Asking),
            report: RwSignal::new(Report::default()),
            photos: RwSignal::new((0, PhotosTaken::default())),
            seen: StoredValue::new_local(None),
            share: RwSignal::new(None),
            is_cancelled: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Looks a bundle through; nothing is written.
    fn look(self, bundle: Bundle) {
        self.step.set(Step::Looking);
        self.share.set(Some(0.0));
        self.error.set(None);
        self.is_cancelled.set(false);
        spawn_local(async move {
            let device = self.tablet.device();
            let follow = async |done: usize, of: usize| {
                self.share.try_set(Some(done as f64 / of.max(1) as f64));
                device.breathe().await;
                !self.is_cancelled.try_get_untracked().unwrap_or(true)
            };
            match self.desk.store().examine(&bundle.changes, follow).await {
                Ok(import) => {
                    // Where that cannot be told, taking them will tell.
                    let lacking = self.desk.store().lacking_photos(&bundle.photos).await.unwrap_or(bundle.photos.len());
                    self.photos.try_set((lacking, PhotosTaken::default()));
                    self.show(Seen { import, from: ReplicaId(bundle.from), photos: bundle.photos });
                }
                Err(ImportError::Cancelled) => self.ask_again(None),
                Err(failed) => self.ask_again(Some(import_sentence(self.language, &failed))),
            }
        });
    }

    fn show(self, seen: Seen) {
        self.report.try_set(seen.import.report.clone());
        self.seen.try_set_value(Some(seen));
        self.step.try_set(Step::Seen);
    }

    fn ask_again(self, error: Option<String>) {
        self.seen.try_set_value(None);
        self.error.try_set(error);
        self.step.try_set(Step::Asking);
    }

    /// Takes in what was looked through.
    fn take(self) {
        let Some(Seen { import, from, photos }) = self.seen.try_update_value(Option::take).flatten() else { return };
        spawn_local(async move {
            match self.desk.store().accept(import, from).await {
                Ok(kinds) => {
                    self.desk.wrote(kinds);
                    self.take_photos(photos).await;
                }
                Err(refusal) => self.ask_again(Some(refusal_sentence(self.language, &refusal))),
            }
        });
    }

    /// Takes in the bytes of photos, now that their records are here. What the disk refuses can come with a later bundle.
    async fn take_photos(self, photos: Vec<Vec<u8>>) {
        let (device, store) = (self.tablet.device(), self.desk.store());
        let mut taken = PhotosTaken::default();
        for file in photos {
            if let Err(error) = store.take_photo(&file, &mut taken).await {
                self.error.try_set(Some(storage_sentence(self.language, &error)));
                break;
            }
            device.breathe().await;
        }
        self.photos.try_update(|photos| photos.1 = taken);
        self.desk.wrote(KindSet::default().with(Kind::Photo));
        self.step.try_set(Step::Taken);
    }

    fn body(self, file: RwSignal<Option<GivenFile>, LocalStorage>, identity: StoredValue<Option<String>>) -> AnyView {
        let language = self.language;
        match self.step.get() {
            Step::Asking => view! {
                {move || self.error.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
                <p>{language.bring_in_text()}</p>
                <OpenBundle file identity on_open=move |bundle| self.look(bundle)/>
            }
            .into_any(),
            Step::Looking => view! {
                <Progress label=language.bring_in_looking() share=self.share cancel=language.cancel()
                    on_cancel=move || self.is_cancelled.set(true)/>
            }
            .into_any(),
            Step::Seen => self.seen_body(),
            Step::Taken => self.taken_body(),
        }
    }

    fn seen_body(self) -> AnyView {
        let (language, desk) = (self.language, self.desk);
        let photos = self.photos.get().0;
        if self.report.with(is_nothing) && photos == 0 {
            return view! {
                <Banner tone=Tone::Good text=language.bring_in_nothing()/>
                <div class="button-row"><Button label=language.close() on_press=move || self.ask_again(None)/></div>
            }
            .into_any();
        }
        let cannot_take = Signal::derive(move || desk.access.get() != Access::Writer);
        view! {
            <p>{language.bring_in_would()}</p>
            {lines(language, &self.report.get(), photos)}
            <div class="button-row">
                <Button label=language.cancel() on_press=move || self.ask_again(None)/>
                <Button label=language.bring_in_take() kind=ButtonKind::Primary disabled=cannot_take on_press=move || self.take()/>
            </div>
        }
        .into_any()
    }

    fn taken_body(self) -> AnyView {
        let (language, report) = (self.language, self.report.get());
        let settle = has_more_to_do(&report).then(|| {
            view! { <LinkButton label=language.inbox_open() href=Route::Inbox.href() kind=ButtonKind::Primary/> }
        });
        let (_, PhotosTaken { taken, foreign, .. }) = self.photos.get();
        let photos = (taken > 0).then(|| {
            view! { <Banner tone=Tone::Good text=language.bring_in_photos(&numbers::size(taken))/> }
        });
        let foreign = (foreign > 0).then(|| {
            view! { <Banner tone=Tone::Warn text=language.bring_in_photos_foreign(&numbers::size(foreign))/> }
        });
        view! {
            {move || self.error.get().map(|text| view! { <Banner tone=Tone::Bad text/> })}
            <Banner tone=Tone::Good text=language.bring_in_taken(&numbers::size(report.changes))/>
            {photos}
            {foreign}
            <div class="button-row">
                {settle}
                <Button label=language.close() on_press=move || self.ask_again(None)/>
            </div>
        }
        .into_any()
    }
}

/// Opens a bundle, says what is in it, and takes it in.
#[component]
pub(super) fn BringIn(file: RwSignal<Option<GivenFile>, LocalStorage>) -> impl IntoView {
    let course = Course::new();
    let identity = StoredValue::new(None);
    spawn_local(async move {
        let own = own_identity(&*course.desk.store().storage()).await;
        identity.try_set_value(own);
    });
    let body = move || course.body(file, identity);
    view! { <Card title=course.language.bring_in()><Pad><Stack>{body}</Stack></Pad></Card> }
}

fn is_nothing(report: &Report) -> bool {
    report.changes == 0 && report.forks.is_empty() && report.waiting == 0
}

fn has_more_to_do(report: &Report) -> bool {
    report.conflicts + report.findings + report.forks.len() > 0
}

/// What would come of it, line by line; zeros that say nothing are left out.
fn lines(language: Language, report: &Report, photos: usize) -> impl IntoView + use<> {
    let always = [
        (language.report_changes(), report.changes),
        (language.report_added(), report.added),
        (language.report_changed(), report.changed),
        (language.report_conflicts(), report.conflicts),
        (language.report_findings(), report.findings),
    ];
    let sometimes = [
        (language.report_photos(), photos),
        (language.report_known(), report.known),
        (language.report_forks(), report.forks.len()),
        (language.report_waiting(), report.waiting),
        (language.report_newer(), report.newer),
    ];
    let lines = always.into_iter().chain(sometimes.into_iter().filter(|(_, count)| *count > 0));
    let lines = lines.map(|(name, count)| view! { <Fact name>{numbers::size(count)}</Fact> }).collect_view();
    view! { <Facts>{lines}</Facts> }
}
