//! The journal: every posting in the words of who keeps the books, the newest first, and what of it is asked for.

use domain::fund::Class;
use domain::records::{Account, AccountKind, Case, Entry, Purpose};
use domain::value::Fen;
use domain::{Date, Id, entry, pinyin};

use super::ledger::{Ledger, Posting, narration};
use super::trace::{Trace, origins};
use crate::State;
use crate::query::cases;

/// What a posting is, in the words of who keeps the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// What was there before the ledger began.
    Opened,
    /// Money came from a source.
    Received,
    /// Money went back to its source.
    Returned,
    /// Money was spent on a use.
    Paid,
    /// Money was lent.
    Lent,
    /// A loan was paid back.
    Repaid,
    /// A loan was given up.
    WrittenOff,
    /// Money moved from one place to another.
    Moved,
    /// An earlier posting was reversed.
    Reversal,
    /// Anything else.
    Other,
}

/// An account as a line names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The account.
    pub account: Id<Account>,
    /// What it stands for.
    pub kind: Option<AccountKind>,
    /// Its own name; empty when its kind says all.
    pub name: String,
}

impl Side {
    /// An account as the ledger knows it.
    #[must_use]
    pub fn of(ledger: &Ledger, account: Id<Account>) -> Self {
        let name = ledger.accounts().get(&account).map(|one| one.name.clone()).unwrap_or_default();
        Self { account, kind: ledger.kind(account), name }
    }
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalLine {
    /// The entry.
    pub id: Id<Entry>,
    /// Its day.
    pub on: Date,
    /// What it was, where it says more than its accounts do.
    pub narration: String,
    /// The household that it is about, by name, or else who gave or got it.
    pub who: String,
    /// The case, where it is about one.
    pub case: Option<Id<Case>>,
    /// The number of the voucher.
    pub voucher: String,
    /// The account that gained.
    pub debit: Side,
    /// The account that gave.
    pub credit: Side,
    /// How much.
    pub amount: Fen,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// What it is.
    pub movement: Movement,
    /// Whether another entry reverses it.
    pub is_reversed: bool,
}

/// What of the journal is asked for; nothing of everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sought {
    /// From which day.
    pub from: Option<Date>,
    /// Until which day.
    pub until: Option<Date>,
    /// That touch an account.
    pub account: Option<Id<Account>>,
    /// That are for a purpose.
    pub purpose: Option<Purpose>,
    /// Words, a name in pinyin, a voucher's number, or an amount.
    pub text: String,
}

/// The journal, the newest entries first.
#[must_use]
pub fn journal(state: &State, sought: &Sought) -> Vec<JournalLine> {
    let ledger = Ledger::of(state);
    let all = ledger.postings().iter().rev().filter(|posting| sought.takes_in(posting));
    let lines = all.map(|posting| line(state, &ledger, posting));
    lines
        .filter(|line| sought.purpose.is_none_or(|purpose| line.purpose == Some(purpose)) && sought.says(line))
        .collect()
}

/// A line of the journal by its entry.
#[must_use]
pub fn journal_line(state: &State, id: Id<Entry>) -> Option<JournalLine> {
    let ledger = Ledger::of(state);
    ledger.posting(id).map(|posting| line(state, &ledger, posting))
}

impl Sought {
    fn takes_in(&self, posting: &Posting) -> bool {
        let touches = |account| posting.debit == account || posting.credit == account;
        let is_within =
            self.from.is_none_or(|from| posting.on >= from) && self.until.is_none_or(|until| posting.on <= until);
        is_within && self.account.is_none_or(touches)
    }

    fn says(&self, line: &JournalLine) -> bool {
        let typed = self.text.trim();
        let has = |text: &str| text.to_lowercase().contains(&typed.to_lowercase());
        let is_amount = || entry::money(typed) == Ok(line.amount);
        typed.is_empty()
            || has(&line.narration)
            || has(&line.voucher)
            || has(&line.who)
            || pinyin::matches(&line.who, typed)
            || is_amount()
    }
}

fn line(state: &State, ledger: &Ledger, posting: &Posting) -> JournalLine {
    let entry = &posting.entry;
    let of_use = ledger.kind(posting.debit).and_then(AccountKind::purpose);
    JournalLine {
        id: posting.id,
        on: posting.on,
        narration: narration(&posting.entry).to_owned(),
        who: who(state, posting),
        case: posting.case,
        voucher: entry.voucher.clone(),
        debit: Side::of(ledger, posting.debit),
        credit: Side::of(ledger, posting.credit),
        amount: posting.amount,
        purpose: of_use.or(entry.purpose),
        movement: movement(ledger, posting),
        is_reversed: ledger.reversal_of(posting.id).is_some(),
    }
}

/// The household that a posting is about, by name, or else who gave or got it.
pub(super) fn who(state: &State, posting: &Posting) -> String {
    let name = cases::name_of(state, posting.case);
    if name.is_empty() { posting.entry.party.clone() } else { name }
}

fn movement(ledger: &Ledger, posting: &Posting) -> Movement {
    if posting.entry.reverses.is_some() {
        return Movement::Reversal;
    }
    match (ledger.class(posting.debit), ledger.class(posting.credit)) {
        (Class::Opening, _) | (_, Class::Opening) => Movement::Opened,
        (Class::Money, Class::Money) => Movement::Moved,
        (Class::Money, Class::Source) => Movement::Received,
        (Class::Source, Class::Money) => Movement::Returned,
        (Class::Use, Class::Money) => Movement::Paid,
        (Class::Loans, Class::Money) => Movement::Lent,
        (Class::Money, Class::Loans) => Movement::Repaid,
        (Class::Use, Class::Loans) => Movement::WrittenOff,
        _ => Movement::Other,
    }
}

/// Money that a payment would draw on.
#[derive(Clone, Debug, PartialEq)]
pub struct Draw {
    /// The source; nothing where it is not known, or where there is none.
    pub source: Option<Side>,
    /// Who gave it.
    pub party: String,
    /// What it is earmarked for.
    pub earmark: Option<Purpose>,
    /// How much.
    pub fen: Fen,
    /// Whether this much no source covers.
    pub is_short: bool,
}

/// What a payment would draw on, were it posted now: of each source, donor and earmark how much.
#[must_use]
pub fn draws(state: &State, payment: &Entry) -> Vec<Draw> {
    let ledger = Ledger::of(state).with([payment]);
    let Some(weighed) = ledger.postings().iter().find(|posting| posting.made.is_none()) else { return Vec::new() };
    let trace = Trace::of(&ledger);
    let mut draws: Vec<Draw> = Vec::new();
    for origin in origins(&ledger, &trace, weighed.id) {
        let earmark = ledger.posting(origin.receipt).and_then(|receipt| receipt.entry.purpose);
        let source = origin.source.map(|source| Side::of(&ledger, source));
        let party = if earmark.is_some() { origin.party } else { String::new() };
        let same = |draw: &&mut Draw| draw.source == source && draw.earmark == earmark && draw.party == party;
        match draws.iter_mut().find(same) {
            Some(draw) => draw.fen.0 += origin.fen.0,
            None => draws.push(Draw { source, party, earmark, fen: origin.fen, is_short: false }),
        }
    }
    let short = trace.uncovered.iter().find(|(id, _)| *id == weighed.id).map(|(_, fen)| *fen);
    draws.extend(short.map(|fen| Draw { source: None, party: String::new(), earmark: None, fen, is_short: true }));
    draws
}
