//! Drafts: what is being typed into a form, kept in the storage from the first key on, so that a reload or a dead
//! battery costs nothing. A draft is thrown away only when it is saved or when the user says so. Where nothing may be
//! saved, nothing is drafted either: not while another tab writes, and never in the past.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;

/// The raw values of a form: for each of its entries, by field number, what was typed or chosen.
pub(crate) type Pages = Vec<Vec<(u16, Vec<String>)>>;

/// A handle to the draft of a form.
#[derive(Clone, Copy)]
pub(crate) struct Draft {
    desk: Desk,
    key: StoredValue<String>,
    /// Whether something typed earlier came back.
    pub(crate) restored: RwSignal<bool>,
    phase: StoredValue<Phase>,
    waiting: StoredValue<Option<Pages>>,
}

/// Where a draft is between the form's opening and its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Being read.
    Reading,
    /// Kept as it is typed.
    Open,
    /// Kept as it is typed, and being written just now.
    Writing,
    /// Saved or thrown away: nothing is to be written any more.
    Closed,
}

/// Keeps the draft of a form under a key. `collect` gives what is typed (and is watched), `restore` puts it back.
pub(crate) fn keep_draft(
    desk: Desk,
    key: String,
    collect: impl Fn() -> Pages + 'static,
    restore: impl Fn(Pages) + 'static,
) -> Draft {
    let draft = Draft {
        desk,
        key: StoredValue::new(format!("draft/{key}")),
        restored: RwSignal::new(false),
        phase: StoredValue::new(Phase::Reading),
        waiting: StoredValue::new(None),
    };
    let opened = RwSignal::new(false);
    let untouched = untrack(&collect);
    spawn_local(async move {
        if let Some(pages) = draft.read().await {
            restore(pages);
            draft.restored.try_set(true);
        }
        draft.phase.try_set_value(Phase::Open);
        opened.try_set(true);
    });
    Effect::new(move |_| {
        let pages = collect();
        if opened.get() && (pages != untouched || draft.restored.get_untracked()) {
            draft.keep(pages);
        }
    });
    draft
}

impl Draft {
    /// Throws the draft away: it is saved, or not wanted.
    pub(crate) fn close(self) {
        // A form that is gone by now keeps its draft: it is offered again.
        let Some(key) = self.key.try_get_value() else { return };
        let storage = self.desk.store().storage();
        self.waiting.set_value(None);
        self.phase.set_value(Phase::Closed);
        self.restored.try_set(false);
        if !self.desk.may_write() {
            return;
        }
        spawn_local(async move {
            // A draft that stays behind is offered again; nothing is lost by it.
            let _ = storage.set_slot(&key, None).await;
        });
    }

    /// Throws away what was typed and keeps what comes.
    pub(crate) fn start_afresh(self) {
        self.close();
        self.phase.set_value(Phase::Open);
    }

    async fn read(self) -> Option<Pages> {
        let key = self.key.try_get_value().filter(|_| !self.desk.is_past())?;
        let bytes = self.desk.store().storage().slot(&key).await.ok()??;
        postcard::from_bytes(&bytes).ok()
    }

    fn keep(self, pages: Pages) {
        let is_kept = |phase: &Phase| *phase != Phase::Closed && self.desk.may_write();
        let Some(phase) = self.phase.try_get_value().filter(is_kept) else { return };
        self.waiting.set_value(Some(pages));
        if phase != Phase::Writing {
            self.phase.set_value(Phase::Writing);
            self.write();
        }
    }

    /// Writes what waits, and what came to wait meanwhile.
    fn write(self) {
        let (storage, key) = (self.desk.store().storage(), self.key.get_value());
        spawn_local(async move {
            while let Some(Some(pages)) = self.waiting.try_update_value(Option::take) {
                let bytes = postcard::to_stdvec(&pages).unwrap_or_default();
                // A draft that cannot be kept is no reason to disturb the one who types; saving will say it.
                let _ = storage.set_slot(&key, Some(&bytes)).await;
            }
            self.phase.try_update_value(|phase| {
                if *phase == Phase::Writing {
                    *phase = Phase::Open;
                }
            });
        });
    }
}
