//! The state as it was: what had been made up to a moment, folded anew. Nothing is written into the past.

use std::cell::{Cell as Flag, RefCell};
use std::rc::Rc;

use domain::Date;

use super::Store;
use crate::change::Signed;
use crate::{Signer, State, StorageError, World};

/// How many bytes of changes are folded between two breaths: some changes are a word, some a village.
const MEAL: usize = 200_000;

/// The world on a day of the past.
struct PastWorld {
    world: Rc<dyn World>,
    day: Date,
}

#[async_trait::async_trait(?Send)]
impl World for PastWorld {
    fn now(&self) -> u64 {
        self.world.now()
    }

    fn today(&self) -> Date {
        self.day
    }

    fn random(&self) -> [u8; 16] {
        self.world.random()
    }

    async fn signer(&self, seed: &[u8; 32]) -> Rc<dyn Signer> {
        self.world.signer(seed).await
    }
}

impl Store {
    /// The store as it was at that moment (milliseconds since 1970), on that day. `step` hears how many of how many
    /// changes are folded, and ends it by answering `false`; then there is nothing.
    ///
    /// # Errors
    /// What the storage says.
    pub async fn at(
        &self,
        millis: u64,
        day: Date,
        mut step: impl AsyncFnMut(usize, usize) -> bool,
    ) -> Result<Option<Self>, StorageError> {
        let mut state = State::with_cuts(self.state.borrow().cuts().clone());
        let frames = self.whole_log().await?;
        let mut eaten = MEAL;
        for (number, frame) in frames.iter().enumerate() {
            if eaten >= MEAL {
                eaten = 0;
                if !step(number, frames.len()).await {
                    return Ok(None);
                }
            }
            eaten += frame.bytes.len();
            let signed = Signed::decode(&frame.bytes).ok().filter(|signed| signed.change.time.millis() <= millis);
            if let Some(signed) = signed {
                state.fold(&signed.change, signed.hash);
            }
        }
        Ok(Some(self.over(state, day)))
    }

    fn over(&self, state: State, day: Date) -> Self {
        Self {
            storage: Rc::clone(&self.storage),
            world: Rc::new(PastWorld { world: Rc::clone(&self.world), day }),
            state: RefCell::new(state),
            own: RefCell::default(),
            author: Flag::new(self.author.get()),
            pieces: RefCell::default(),
            tail: Flag::default(),
            forks: self.forks.clone(),
            outside: self.outside.clone(),
            broken: RefCell::default(),
            is_past: true,
            photos: super::photos::Begun::default(),
            gate: futures::lock::Mutex::new(()),
        }
    }

    /// Whether this is a state of the past.
    #[must_use]
    pub const fn is_past(&self) -> bool {
        self.is_past
    }
}
