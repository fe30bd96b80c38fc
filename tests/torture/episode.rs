//! One run: some tablets, and what happens to them, one thing after the other, as the seed has it.

use std::collections::BTreeMap;

use futures::executor::block_on;
use replica::change::Hash;
use replica::{ChangeId, Intent, StorageError};

use crate::chance::Chance;
use crate::newer::Newer;
use crate::tablet::{Broken, Start, Tablet, hold};
use crate::tally::Tally;
use crate::{checks, rot, save};

/// The most tablets at a time.
const MOST: usize = 6;

/// A run.
pub struct Episode {
    chance: Chance,
    tablets: Vec<Tablet>,
    newer: Newer,
    /// Everything that was answered as saved.
    saved: BTreeMap<Hash, ChangeId>,
    /// Bundles that lie around.
    bundles: Vec<Vec<Vec<u8>>>,
    tally: Tally,
}

impl Episode {
    /// Runs so many operations with so many kills, roughly; then all tell each other everything. The counts say what was
    /// lost.
    ///
    /// # Errors
    /// The first promise that did not hold.
    pub fn run(seed: u64, operations: usize, kills: usize) -> Result<Tally, Broken> {
        let chance = Chance::new(seed);
        let newer = Newer::new(&chance);
        let (tablets, saved, bundles) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut episode = Self { chance, tablets, newer, saved, bundles, tally: Tally::default() };
        for _ in 0..2 + episode.chance.below(3) {
            episode.tablets.push(Tablet::new(episode.chance.bits())?);
        }
        for operation in 0..operations {
            let at = episode.chance.below(episode.tablets.len());
            let is_kill = episode.chance.is(kills, operations);
            let step = if is_kill { episode.kill(at) } else { episode.step(at) };
            step.and_then(|()| episode.keep_upright()).map_err(|broken| format!("operation {operation}: {broken}"))?;
            episode.tally.operations += 1;
        }
        episode.end().map_err(|broken| format!("in the end: {broken}"))?;
        Ok(episode.tally)
    }

    fn step(&mut self, at: usize) -> Result<(), Broken> {
        match self.chance.below(1000) {
            0..560 => self.save(at),
            560..565 => self.fill(at),
            565..600 => self.undo(at),
            600..790 => self.exchange(at),
            790..830 => self.newer(at),
            830..860 => self.tidy(at),
            860..890 => self.restart(at),
            890..910 => {
                self.tablets[at].world.jump();
                Ok(())
            }
            910..930 => self.rot(at),
            930..945 => self.follow(at),
            945..950 => self.look_back(at),
            950..953 => self.clone_tablet(at),
            953..957 => self.lose_tablet(at),
            957..980 => self.hear_old_bundle(at),
            _ => self.hear_hostile_bundle(at),
        }
    }

    /// In mid-write the power goes.
    fn kill(&mut self, at: usize) -> Result<(), Broken> {
        self.tablets[at].order_fault(&self.chance);
        match self.chance.below(10) {
            0..4 => self.save(at)?,
            4 => self.fill(at)?,
            5 => self.tidy(at)?,
            _ => self.exchange(at)?,
        }
        self.tally.kills += 1;
        self.restart(at)
    }

    fn save(&mut self, at: usize) -> Result<(), Broken> {
        let tablet = &mut self.tablets[at];
        if self.chance.is(1, 50) {
            tablet.order_fault(&self.chance);
        }
        let command = save::command(&self.chance, &tablet.store.state());
        let saved = tablet.run(&*command)?;
        self.note(saved);
        Ok(())
    }

    fn note(&mut self, saved: Vec<(Hash, ChangeId)>) {
        self.tally.saved += saved.len() as u64;
        self.saved.extend(saved);
    }

    fn fill(&mut self, at: usize) -> Result<(), Broken> {
        let tablet = &mut self.tablets[at];
        let before = tablet.store.state().vector().clone();
        let answer = block_on(tablet.store.fill(Intent::SetUp, &save::filling(&self.chance)));
        let saved = tablet.heard(answer, &before)?;
        self.note(saved);
        Ok(())
    }

    fn undo(&mut self, at: usize) -> Result<(), Broken> {
        let tablet = &mut self.tablets[at];
        let Some(last) = tablet.last.filter(|_| !tablet.is_hurt) else { return Ok(()) };
        let before = tablet.store.state().vector().clone();
        let answer = block_on(tablet.store.undo(last));
        let saved = tablet.heard(answer, &before)?;
        if !saved.is_empty() {
            self.tally.count("undone");
        }
        self.note(saved);
        Ok(())
    }

    /// A bundle on its way from a tablet to another: it may come in pieces, twice, or not at all.
    fn exchange(&mut self, to: usize) -> Result<(), Broken> {
        let from = self.chance.below(self.tablets.len());
        let peer = self.chance.is(1, 2).then(|| self.tablets[to].name());
        let Some(mut bundle) = self.outgoing(from, peer)? else { return Ok(()) };
        match self.chance.below(8) {
            0 => bundle.retain(|_| !self.chance.is(1, 4)),
            1 => bundle.truncate(self.chance.below(bundle.len())),
            2 => self.chance.shuffle(&mut bundle),
            3 => bundle.extend_from_within(..),
            4 => {
                self.bundles.push(bundle);
                self.tally.count("bundles that lay around");
                return Ok(());
            }
            _ => {}
        }
        let name = self.tablets[from].name();
        self.tally.count("bundles taken in");
        self.tablets[to].take(&bundle, name, true).map(drop)
    }

    fn outgoing(&mut self, from: usize, peer: Option<replica::ReplicaId>) -> Result<Option<Vec<Vec<u8>>>, Broken> {
        let tablet = &mut self.tablets[from];
        match block_on(tablet.store.outgoing(peer)) {
            Ok((bundle, vector)) => {
                // Whether it is remembered or not makes no difference to what must hold.
                let _ = block_on(tablet.store.carried(&vector));
                Ok(Some(bundle))
            }
            Err(StorageError::Damaged) if tablet.is_hurt || tablet.is_vague => {
                self.tally.answer("log", "left under the snapshot, noticed when carried out, recovered");
                tablet.recover(&self.chance)?;
                Ok(None)
            }
            Err(error) => Err(format!("carrying out: {error:?}")),
        }
    }

    fn newer(&mut self, at: usize) -> Result<(), Broken> {
        if self.chance.is(1, 3) {
            if let Some(bundle) = self.outgoing(at, None)? {
                self.newer.hear(&bundle);
            }
            return Ok(());
        }
        let saved = self.newer.write(&self.chance).into_iter().collect();
        self.note(saved);
        self.tally.count("changes of a newer version");
        let name = self.newer.replica();
        self.tablets[at].take(&self.newer.all(), name, true).map(drop)
    }

    fn tidy(&mut self, at: usize) -> Result<(), Broken> {
        if block_on(self.tablets[at].store.tidy()) == Ok(true) {
            self.tally.count("snapshots written");
        }
        Ok(())
    }

    fn restart(&mut self, at: usize) -> Result<(), Broken> {
        let tablet = &mut self.tablets[at];
        let was_vague = tablet.is_vague;
        match tablet.start() {
            Start::Whole => tablet.check_whole(),
            found => {
                hold!(tablet.is_hurt || was_vague, "a start without a reason found {found:?}");
                let met = if tablet.is_hurt { "left under the snapshot, noticed at the start, recovered" } else { "" };
                match met.is_empty() {
                    true => self.tally.count("alarms after a write that was not answered"),
                    false => self.tally.answer("log", met),
                }
                tablet.recover(&self.chance)
            }
        }
    }

    /// Whoever may differ from its disk is started anew before more happens to it; so does the app.
    fn keep_upright(&mut self) -> Result<(), Broken> {
        for at in 0..self.tablets.len() {
            self.tablets[at].disk.calm();
            if self.tablets[at].is_vague && self.chance.is(1, 2) {
                self.restart(at)?;
            }
        }
        Ok(())
    }

    fn rot(&mut self, at: usize) -> Result<(), Broken> {
        if self.tablets[at].is_vague || self.tablets[at].is_hurt {
            return Ok(());
        }
        rot::rot(&mut self.tablets[at], &self.chance, &mut self.tally)
    }

    /// Another tab follows, and may take over.
    fn follow(&mut self, at: usize) -> Result<(), Broken> {
        if self.tablets[at].is_vague || self.tablets[at].is_hurt {
            return Ok(());
        }
        let follower = self.tablets[at].follower()?;
        for _ in 0..self.chance.below(4) {
            if self.chance.is(1, 3) { self.exchange(at)? } else { self.save(at)? }
        }
        let tablet = &mut self.tablets[at];
        if tablet.is_vague || tablet.is_hurt {
            return Ok(());
        }
        block_on(follower.catch_up()).map_err(|error| format!("catching up: {error:?}"))?;
        hold!(follower.state().canonical_hash() == tablet.hash(), "a follower shows something else");
        if self.chance.is(1, 2) {
            tablet.store = follower;
            self.tally.count("tabs that took over");
        }
        Ok(())
    }

    fn look_back(&mut self, at: usize) -> Result<(), Broken> {
        let tablet = &self.tablets[at];
        if tablet.is_vague || tablet.is_hurt {
            return Ok(());
        }
        let day = replica::World::today(&*tablet.world);
        let past = block_on(tablet.store.at(u64::MAX, day, async |_, _| true));
        let past = past.map_err(|error| format!("the past: {error:?}"))?.ok_or("the past ended early")?;
        hold!(past.state().canonical_hash() == tablet.hash(), "all that was made is not what is");
        Ok(())
    }

    fn clone_tablet(&mut self, at: usize) -> Result<(), Broken> {
        if self.tablets.len() == MOST || self.tablets[at].is_vague || self.tablets[at].is_hurt {
            return Ok(());
        }
        let clone = self.tablets[at].cloned(self.chance.bits())?;
        self.tablets.push(clone);
        self.tally.count("tablets cloned");
        Ok(())
    }

    /// A tablet is lost. What was carried out of it just before goes into a new one.
    fn lose_tablet(&mut self, at: usize) -> Result<(), Broken> {
        if self.tablets[at].is_vague {
            return Ok(());
        }
        let Some(bundle) = self.outgoing(at, None)? else { return Ok(()) };
        let before = self.tablets[at].hash();
        let mut tablet = Tablet::new(self.chance.bits())?;
        tablet.take(&bundle, self.tablets[at].name(), true)?;
        hold!(tablet.hash() == before, "a bundle of everything restores something else");
        self.tablets[at] = tablet;
        self.tally.count("tablets lost and restored from a bundle");
        Ok(())
    }

    fn hear_old_bundle(&mut self, at: usize) -> Result<(), Broken> {
        let Some(bundle) = self.bundles.get(self.chance.below(self.bundles.len())).cloned() else { return Ok(()) };
        let name = self.tablets[at].name();
        self.tablets[at].take(&bundle, name, true).map(drop)
    }

    fn hear_hostile_bundle(&mut self, at: usize) -> Result<(), Broken> {
        let from = self.chance.below(self.tablets.len());
        let Some(mut bundle) = self.outgoing(from, None)? else { return Ok(()) };
        if bundle.is_empty() {
            return Ok(());
        }
        let hurt = self.chance.below(bundle.len());
        let bytes = &mut bundle[hurt];
        match self.chance.below(3) {
            0 => bytes.truncate(self.chance.below(bytes.len())),
            1 => bytes.extend([0; 3]),
            _ => {
                let byte = self.chance.below(bytes.len());
                bytes[byte] ^= 1 << self.chance.below(8);
            }
        }
        let name = self.tablets[from].name();
        let refused = self.tablets[at].take(&bundle, name, false)?;
        hold!(refused.is_some(), "a bundle that was tampered with was taken");
        self.tally.count("hostile bundles refused");
        Ok(())
    }

    /// All tell each other everything, and then everything must be right.
    fn end(&mut self) -> Result<(), Broken> {
        for at in 0..self.tablets.len() {
            self.restart(at)?;
            if self.outgoing(at, None)?.is_none() {
                self.tally.count("recovered in the end");
            }
        }
        let (name, newer) = (self.newer.replica(), self.newer.all());
        self.tablets[0].take(&newer, name, true)?;
        for at in (1..self.tablets.len()).chain(0..1) {
            self.tell(at, 0)?;
        }
        for at in 1..self.tablets.len() {
            self.tell(0, at)?;
        }
        checks::all_show_the_same(&self.tablets)?;
        checks::count_saves(&self.tablets[0], &self.saved, &mut self.tally)?;
        checks::means_what_the_rules_say(&self.tablets[0])?;
        self.tally.met.insert("chains that forked", self.tablets[0].store.forks().len() as u64);
        for at in 0..self.tablets.len() {
            checks::lies_under_its_seal(&self.tablets[at])?;
            self.restart(at)?;
        }
        checks::all_show_the_same(&self.tablets)
    }

    fn tell(&mut self, from: usize, to: usize) -> Result<(), Broken> {
        let bundle = self.outgoing(from, None)?.ok_or("a tablet that was whole is not")?;
        let name = self.tablets[from].name();
        let refused = self.tablets[to].take(&bundle, name, true)?;
        hold!(refused.is_none(), "a bundle in the end was refused with {refused:?}");
        Ok(())
    }
}
