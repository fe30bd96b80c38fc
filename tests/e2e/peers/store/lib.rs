//! The store as one of the peers that `./dev bench` measures in one page: the real replica over the real IndexedDB,
//! without the app. It also makes the records, so that all peers hold the same ones. It must never measure: the page
//! has the only clock. Off the browser it is empty.
#![cfg(target_arch = "wasm32")]

mod foreign;
mod records;

pub use foreign::Foreign;
pub use records::Records;

use std::rc::Rc;

use domain::{for_each_kind, records as kinds};
use platform::{BrowserWorld, IndexedDbStorage};
use replica::command::RecordVisit;
use replica::{Intent, State, Store};
use wasm_bindgen::prelude::*;

/// An open store.
#[wasm_bindgen]
pub struct Peer {
    store: Store,
}

#[wasm_bindgen]
impl Peer {
    /// Opens the database of that name: all its records are in memory then.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn open(name: String) -> Result<Self, JsError> {
        let storage = IndexedDbStorage::open(&name, || ()).await.map_err(told)?;
        let store = Store::open(Rc::new(storage), Rc::new(BrowserWorld)).await.map_err(told)?;
        Ok(Self { store })
    }

    /// How many records are in memory.
    #[must_use]
    pub fn count(&self) -> usize {
        count(&self.store.state())
    }

    /// Writes a stretch of the records, durably.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn load(&self, records: &Records, from: usize, to: usize) -> Result<(), JsError> {
        self.store.fill(Intent::LoadDemonstration, records.stretch(from, to)).await.map(drop).map_err(told)
    }

    /// Writes the snapshot, which the app does when nobody waits.
    ///
    /// # Errors
    /// What the disk says.
    pub async fn tidy(&self) -> Result<(), JsError> {
        self.store.tidy().await.map(drop).map_err(told)
    }

    /// Saves a visit as a person does: checked, durable, folded.
    ///
    /// # Errors
    /// What speaks against it.
    pub async fn save(&self, records: &Records, number: u32) -> Result<(), JsError> {
        let command = RecordVisit { id: None, visit: records.new_visit(number) };
        self.store.run(&command).await.map(drop).map_err(told)
    }

    /// What another tablet, which had all these records, has changed meanwhile.
    #[must_use]
    pub fn foreign(&self, records: &Records, round: u8) -> Foreign {
        Foreign::made(&self.store.state(), records, round)
    }

    /// Takes in what another tablet has changed.
    ///
    /// # Errors
    /// What the disk says, or that a chain does not hold together.
    pub async fn merge(&self, foreign: Foreign) -> Result<(), JsError> {
        foreign.merge_into(&self.store).await.map_err(told)
    }
}

fn told(error: impl std::fmt::Debug) -> JsError {
    JsError::new(&format!("{error:?}"))
}

macro_rules! counts {
    ($($(#[$meta:meta])* $kind:ident = $number:literal, $table:ident;)+) => {
        fn count(state: &State) -> usize {
            [$(state.all::<kinds::$kind>().iter().count()),+].iter().sum()
        }
    };
}
for_each_kind!(counts);
