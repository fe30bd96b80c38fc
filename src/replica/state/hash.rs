//! The canonical hash: equal for equal sets of changes, whatever the order, the road and the restarts.

use sha2::{Digest, Sha256};

use super::{Cell, State};
use crate::ChangeId;
use crate::change::Hash;
use crate::table::Mark;

impl State {
    /// The hash over every record, field, value and head, and over how far each chain is known.
    #[must_use]
    pub fn canonical_hash(&self) -> Hash {
        let mut hasher = Sha256::new();
        for ChangeId { replica, seq } in self.vector.iter() {
            hasher.update(replica.0);
            hasher.update(seq.to_be_bytes());
            hasher.update(self.vector.hash(replica));
        }
        for (replica, cut) in &self.side.cuts {
            hasher.update(replica.0);
            hasher.update(cut.to_be_bytes());
        }
        self.each_row(|kind, id, numbers| {
            hasher.update(kind.to_be_bytes());
            hasher.update(id.as_bytes());
            for number in numbers {
                self.hash_cell(&mut hasher, Cell { kind, id, number });
            }
        });
        hasher.finalize().into()
    }

    fn hash_cell(&self, hasher: &mut Sha256, cell: Cell) {
        hasher.update(cell.number.to_be_bytes());
        if let Some(mark) = self.mark(cell) {
            self.hash_mark(hasher, mark);
        }
        hasher.update(postcard::to_stdvec(&self.value(cell)).unwrap_or_default());
        let Some(contest) = self.side.contests.get(&cell) else { return };
        for (mark, value) in &contest.heads {
            self.hash_mark(hasher, *mark);
            hasher.update(postcard::to_stdvec(value).unwrap_or_default());
        }
        for (id, by) in contest.missing.iter().filter(|(id, _)| !self.vector.has(*id)) {
            hasher.update(id.replica.0);
            hasher.update(id.seq.to_be_bytes());
            self.hash_mark(hasher, *by);
        }
    }

    fn hash_mark(&self, hasher: &mut Sha256, mark: Mark) {
        let id = self.side.change_id(mark);
        hasher.update(mark.time.millis().to_be_bytes());
        hasher.update(id.replica.0);
        hasher.update(id.seq.to_be_bytes());
    }
}
