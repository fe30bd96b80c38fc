//! What the state remembers of what was: which changes a day brought, and what a record held before it was removed.

use std::collections::BTreeMap;

use domain::{Kind, Uuid, Value};

use super::{Cell, State};
use crate::{ChangeId, Timestamp};

impl State {
    /// The changes made from one moment until before another (milliseconds since 1970), the latest first.
    #[must_use]
    pub fn made_between(&self, from: u64, until: u64) -> Vec<ChangeId> {
        self.observe_all();
        let mut made: BTreeMap<(u16, u32), Timestamp> = BTreeMap::new();
        self.each_touch(|mark| {
            if (from..until).contains(&mark.time.millis()) {
                made.insert((mark.replica, mark.seq), mark.time);
            }
        });
        let replica = |number: u16| self.side.replicas[usize::from(number)];
        let mut made: Vec<_> =
            made.into_iter().map(|((number, seq), time)| (time, ChangeId { replica: replica(number), seq })).collect();
        made.sort_unstable_by(|a, b| b.cmp(a));
        made.into_iter().map(|(_, id)| id).collect()
    }

    /// The value of a field, also of a record that was removed.
    #[must_use]
    pub fn last_value(&self, kind: Kind, id: Uuid, number: u16) -> Value {
        self.read.set(self.read.get().with(kind));
        self.value(Cell { kind: kind.number(), id, number })
    }
}
