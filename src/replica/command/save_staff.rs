//! Adds or revises a person who works with this installation, and names a tablet. Who opens the books is decided by the
//! vault; these records say who they are, on every tablet.

use domain::records::{Staff, StaffField, Tablet, TabletField};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;

/// Adds or revises a person of the staff.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveStaff {
    /// Who; nothing for a new person.
    pub id: Option<Id<Staff>>,
    /// The person.
    pub staff: Staff,
}

impl Command for SaveStaff {
    fn intent(&self) -> Intent {
        Intent::SaveStaff
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let is_missing = self.staff.name.trim().is_empty();
        if is_missing { vec![Problem::at(StaffField::name, Fault::Missing)] } else { vec![] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.staff);
    }
}

/// Names a tablet, and says with which key bundles are locked for it.
#[derive(Clone, Debug, PartialEq)]
pub struct NameTablet {
    /// Which; nothing for one that has no name yet.
    pub id: Option<Id<Tablet>>,
    /// The tablet.
    pub tablet: Tablet,
}

impl Command for NameTablet {
    fn intent(&self) -> Intent {
        Intent::NameTablet
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        let is_missing = self.tablet.name.trim().is_empty();
        if is_missing { vec![Problem::at(TabletField::name, Fault::Missing)] } else { vec![] }
    }

    fn write(&self, draft: &mut Draft<'_>) {
        draft.save(self.id, &self.tablet);
    }
}
