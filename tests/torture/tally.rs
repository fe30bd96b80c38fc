//! What a run met, counted, and the table that shows it.

use std::collections::BTreeMap;
use std::fmt;

/// The counts of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Operations simulated.
    pub operations: u64,
    /// Saves that were answered as saved.
    pub saved: u64,
    /// Of these, those that are not in the end.
    pub lost: u64,
    /// Of these, those that stand set aside in a fork, shown and kept.
    pub aside: u64,
    /// Tablets killed in mid-write.
    pub kills: u64,
    /// Other counts, by name.
    pub met: BTreeMap<&'static str, u64>,
    /// Files damaged: which, and how it was answered.
    pub damaged: BTreeMap<(&'static str, &'static str), u64>,
}

impl Tally {
    /// Counts something.
    pub fn count(&mut self, what: &'static str) {
        *self.met.entry(what).or_default() += 1;
    }

    /// Counts a damaged file and what the store did about it.
    pub fn answer(&mut self, file: &'static str, answer: &'static str) {
        *self.damaged.entry((file, answer)).or_default() += 1;
    }

    /// Adds the counts of another run.
    pub fn add(&mut self, other: &Self) {
        self.operations += other.operations;
        self.saved += other.saved;
        self.lost += other.lost;
        self.aside += other.aside;
        self.kills += other.kills;
        other.met.iter().for_each(|(what, count)| *self.met.entry(what).or_default() += count);
        other.damaged.iter().for_each(|(what, count)| *self.damaged.entry(*what).or_default() += count);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut row = |name: &str, count: u64| writeln!(f, "| {name:<66} | {count:>10} |");
        row("operations simulated", self.operations)?;
        row("saves answered as saved", self.saved)?;
        row("acknowledged saves lost", self.lost)?;
        row("saves set aside in a fork, kept and shown", self.aside)?;
        row("kills in mid-write", self.kills)?;
        self.met.iter().try_for_each(|(name, count)| row(name, *count))?;
        row("files damaged", self.damaged.values().sum())?;
        self.damaged.iter().try_for_each(|((file, answer), count)| row(&format!("  {file}: {answer}"), *count))
    }
}
