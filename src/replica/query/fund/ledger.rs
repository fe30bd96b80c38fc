//! The ledger: every posting that was ever made, in order, and which of them cancel each other.
//! A pure function of the set of entries; what is no posting (a side or an amount is missing) is set aside and listed.

use std::collections::{BTreeMap, BTreeSet};

use domain::Sorting as _;
use domain::fund::{self, Class};
use domain::records::{Account, AccountKind, Case, Entry};
use domain::value::Fen;
use domain::{Date, Id, Kind};

use crate::query::joins;
use crate::{ReplicaId, State, Timestamp};

/// The place of a change among all: its time, its replica, its place in the chain.
pub(super) type Place = (Timestamp, ReplicaId, u32);

/// An entry that is a posting.
#[derive(Clone, Debug, PartialEq)]
pub struct Posting {
    /// The entry.
    pub id: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// The account that gains.
    pub debit: Id<Account>,
    /// The account that gives.
    pub credit: Id<Account>,
    /// How much, above zero.
    pub amount: Fen,
    /// The case it is for; where that file was joined into another one, that one.
    pub case: Option<Id<Case>>,
    /// The entry as it is.
    pub entry: Entry,
    /// When and where it was made; nothing for one that is only being weighed.
    pub(super) made: Option<Place>,
}

impl Posting {
    /// The posting of an entry; nothing when it is none.
    #[must_use]
    pub(super) fn of(id: Id<Entry>, entry: &Entry, made: Option<Place>) -> Option<Self> {
        let (on, debit, credit, amount) = (entry.on?, entry.debit?, entry.credit?, entry.amount);
        let is_one = debit != credit && amount > Fen(0) && amount <= fund::MOST;
        is_one.then(|| Self { id, on, debit, credit, amount, case: entry.case, entry: entry.clone(), made })
    }

    /// The same, for the file that its case was joined into.
    fn for_standing(self, state: &State) -> Self {
        Self { case: self.case.map(|case| joins::standing(state, case)), ..self }
    }

    /// The order of the ledger: by day, then by who came first. What is only being weighed comes last on its day.
    fn order(&self) -> (Date, bool, Option<Place>, Id<Entry>) {
        (self.on, self.made.is_none(), self.made, self.id)
    }

    /// Whether it is the exact opposite of another one.
    fn mirrors(&self, other: &Self) -> bool {
        self.debit == other.credit && self.credit == other.debit && self.amount == other.amount
    }
}

/// All postings, in the order of their days, those of one day by who came first.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    postings: Vec<Posting>,
    /// Where each of them is.
    places: BTreeMap<Id<Entry>, usize>,
    accounts: BTreeMap<Id<Account>, Account>,
    /// Reversed entries, each with the entry that reverses it.
    reversed: BTreeMap<Id<Entry>, Id<Entry>>,
    /// Entries that reverse one.
    reversing: BTreeSet<Id<Entry>>,
    /// Entries that are no postings.
    faulty: Vec<Id<Entry>>,
}

impl Ledger {
    /// The ledger of a state. Entries count whether they were removed or not.
    #[must_use]
    pub fn of(state: &State) -> Self {
        let mut ledger = Self { accounts: accounts(state), ..Self::default() };
        for row in state.all::<Entry>().rows() {
            let id = Id::new(row.id);
            match Posting::of(id, &row.value, state.made(Kind::Entry, row.id)) {
                Some(posting) => ledger.postings.push(posting.for_standing(state)),
                None => ledger.faulty.push(id),
            }
        }
        ledger.faulty.sort_unstable();
        ledger.settle();
        ledger
    }

    /// The ledger as it stood at the end of a day.
    #[must_use]
    pub fn until(&self, day: Date) -> Self {
        let mut ledger = self.clone();
        ledger.postings.retain(|posting| posting.on <= day);
        ledger.settle();
        ledger
    }

    /// The ledger with entries that are only being weighed; those that are no postings are left out.
    #[must_use]
    pub fn with<'a>(&self, entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut ledger = self.clone();
        let numbered = (1u128..).zip(entries);
        let weighed =
            numbered.filter_map(|(number, entry)| Posting::of(Id::new(domain::Uuid::from_u128(number)), entry, None));
        ledger.postings.extend(weighed);
        ledger.settle();
        ledger
    }

    /// Puts the postings in order and finds which cancel each other.
    fn settle(&mut self) {
        self.postings.arrange_by_key(Posting::order);
        self.places = self.postings.iter().enumerate().map(|(place, posting)| (posting.id, place)).collect();
        let mut reversals: Vec<(usize, usize)> = Vec::new();
        for (place, posting) in self.postings.iter().enumerate() {
            let target = posting.entry.reverses.and_then(|id| self.places.get(&id)).copied();
            reversals
                .extend(target.filter(|target| self.postings[*target].mirrors(posting)).map(|target| (target, place)));
        }
        self.cancel(&mut reversals);
    }

    /// An entry is cancelled by the first reversal of it that was not itself reversed. Later reversals are weighed
    /// first; one that claims to be older than what it reverses is none, so that no ring can hold us.
    fn cancel(&mut self, reversals: &mut [(usize, usize)]) {
        let age = |place: usize| {
            let posting = &self.postings[place];
            (posting.made.is_none(), posting.made, posting.id)
        };
        // By target from the youngest to the oldest, of one target the first reversal in front.
        reversals.arrange_by_key(|(target, place)| (std::cmp::Reverse(age(*target)), age(*place)));
        let (mut reversed, mut reversing) = (BTreeMap::new(), BTreeSet::new());
        for (target, place) in reversals.iter().filter(|(target, place)| age(*place) > age(*target)) {
            let (target, by) = (self.postings[*target].id, self.postings[*place].id);
            if !reversed.contains_key(&target) && !reversed.contains_key(&by) {
                reversed.insert(target, by);
                reversing.insert(by);
            }
        }
        (self.reversed, self.reversing) = (reversed, reversing);
    }

    /// All postings, reversed or not.
    #[must_use]
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }

    /// The postings that stand: neither reversed nor a reversal of one that is.
    pub fn standing(&self) -> impl Iterator<Item = &Posting> {
        self.postings.iter().filter(|posting| self.stands(posting.id))
    }

    /// Whether an entry is neither reversed nor reverses one.
    #[must_use]
    pub fn stands(&self, id: Id<Entry>) -> bool {
        !self.reversed.contains_key(&id) && !self.reversing.contains(&id)
    }

    /// The entry that reverses one.
    #[must_use]
    pub fn reversal_of(&self, id: Id<Entry>) -> Option<Id<Entry>> {
        self.reversed.get(&id).copied()
    }

    /// A posting.
    #[must_use]
    pub fn posting(&self, id: Id<Entry>) -> Option<&Posting> {
        self.places.get(&id).map(|place| &self.postings[*place])
    }

    /// The entries that are no postings: a side, the day or the amount is missing, or both sides are one account.
    #[must_use]
    pub fn faulty(&self) -> &[Id<Entry>] {
        &self.faulty
    }

    /// The side on which an account stands. One that is not known counts as money whose place is not known.
    #[must_use]
    pub fn class(&self, id: Id<Account>) -> Class {
        class(self.accounts.get(&id))
    }

    /// What kind of account it is.
    #[must_use]
    pub fn kind(&self, id: Id<Account>) -> Option<AccountKind> {
        self.accounts.get(&id).and_then(|account| account.kind)
    }

    /// The accounts.
    #[must_use]
    pub const fn accounts(&self) -> &BTreeMap<Id<Account>, Account> {
        &self.accounts
    }

    /// What an account gained less what it gave.
    #[must_use]
    pub fn balance(&self, account: Id<Account>) -> Fen {
        Fen(self.postings.iter().map(|posting| effect(posting, account)).sum())
    }

    /// What all accounts of a side gained less what they gave.
    #[must_use]
    pub fn balance_of(&self, class: Class) -> Fen {
        let ids = self.accounts.keys().filter(|id| self.class(**id) == class);
        Fen(ids.map(|id| self.balance(*id).0).sum())
    }

    /// The least that an account has at the end of any day from `day` on.
    #[must_use]
    pub fn least_from(&self, account: Id<Account>, day: Date) -> Fen {
        let is_before_all = self.postings.first().is_none_or(|first| first.on > day);
        let (mut balance, mut least) = (0, is_before_all.then_some(0));
        let mut days = self.postings.chunk_by(|one, two| one.on == two.on).peekable();
        while let Some(postings) = days.next() {
            balance += postings.iter().map(|posting| effect(posting, account)).sum::<i64>();
            let is_seen = days.peek().is_none_or(|next| next[0].on > day);
            if is_seen {
                least = Some(least.map_or(balance, |least: i64| least.min(balance)));
            }
        }
        Fen(least.unwrap_or(0))
    }
}

/// What an entry says of itself. Nothing where it pays a request: earlier versions wrote the grounds there, which may speak
/// of an illness, and whoever reads the books need not know of it.
#[must_use]
pub fn narration(entry: &Entry) -> &str {
    let pays_a_request = entry.request.is_some() && entry.reverses.is_none();
    if pays_a_request { "" } else { &entry.narration }
}

/// What a posting does to the balance of an account.
pub(super) fn effect(posting: &Posting, account: Id<Account>) -> i64 {
    let gains = if posting.debit == account { posting.amount.0 } else { 0 };
    let gives = if posting.credit == account { posting.amount.0 } else { 0 };
    gains - gives
}

/// The accounts: those that every installation has, and those that were made. Removed ones too: what was posted stays.
#[must_use]
pub fn accounts(state: &State) -> BTreeMap<Id<Account>, Account> {
    let made = state.all::<Account>().rows().iter().map(|row| (Id::new(row.id), row.value.clone()));
    let mut accounts: BTreeMap<_, _> = fund::chart().collect();
    for (id, account) in made {
        // What a standard account stands for is not for anybody to change.
        let kind = accounts.get(&id).map_or(account.kind, |standard: &Account| standard.kind);
        accounts.insert(id, Account { kind, ..account });
    }
    accounts
}

/// An account that can be posted to.
#[must_use]
pub fn account(state: &State, id: Id<Account>) -> Option<Account> {
    let standard = || fund::chart().find(|(standard, _)| *standard == id).map(|(_, account)| account);
    state.get(id).cloned().or_else(standard)
}

/// The side on which an account stands.
#[must_use]
pub fn class(account: Option<&Account>) -> Class {
    account.and_then(|account| account.kind).map_or(Class::Opening, AccountKind::class)
}
