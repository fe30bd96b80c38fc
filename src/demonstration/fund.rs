//! The special fund over the year before a day: where its three million yuan came from, requests in every state, what was
//! paid, lent and paid back, the budget, the rules, and the months that are closed. Each as its command would let it be.

mod books;
mod loans;
mod requests;

use domain::fund::{chart, duty_of, standard, standard_roles};
use domain::records::{
    Account, AccountKind, Budget, Ceiling, Closing, Duty, Entry, Instalment, Loan, Need, Purpose, Request, RequestStep,
};
use domain::value::Fen;
use domain::{Choice as _, Date, Id};

use crate::data::fund::{BANK, BUDGETS};
use crate::dice::Dice;
use crate::households::Household;
use crate::number::id;
use crate::places::Village;

/// All records of the fund.
#[derive(Default)]
pub(crate) struct Fund {
    /// The accounts that every fund has.
    pub(crate) accounts: Vec<(Id<Account>, Account)>,
    /// Who may do what.
    pub(crate) duties: Vec<(Id<Duty>, Duty)>,
    /// What is given at most.
    pub(crate) ceilings: Vec<(Id<Ceiling>, Ceiling)>,
    /// What the years mean to spend.
    pub(crate) budgets: Vec<(Id<Budget>, Budget)>,
    /// The requests for money.
    pub(crate) requests: Vec<(Id<Request>, Request)>,
    /// The loans.
    pub(crate) loans: Vec<(Id<Loan>, Loan)>,
    /// Their instalments.
    pub(crate) instalments: Vec<(Id<Instalment>, Instalment)>,
    /// The requests to write loans off: they refer to loans.
    pub(crate) write_offs: Vec<(Id<Request>, Request)>,
    /// The entries; a reversal after what it reverses.
    pub(crate) entries: Vec<(Id<Entry>, Entry)>,
    /// The months that are closed.
    pub(crate) closings: Vec<(Id<Closing>, Closing)>,
}

/// A fund in the making.
struct Making<'a> {
    today: Date,
    dice: Dice,
    households: Vec<&'a Household>,
    villages: &'a [Village],
    needs: &'a [(Id<Need>, Need)],
    fund: Fund,
    /// What was posted, in no order yet.
    postings: Vec<Entry>,
}

/// The fund as it stands on a day.
pub(crate) fn fund(households: &[Household], villages: &[Village], needs: &[(Id<Need>, Need)], today: Date) -> Fund {
    let mut making = Making {
        today,
        dice: Dice::new(31),
        households: households.iter().collect(),
        villages,
        needs,
        fund: Fund {
            accounts: accounts(),
            duties: duties(),
            ceilings: ceilings(),
            budgets: budgets(today.year()),
            ..Fund::default()
        },
        postings: Vec::new(),
    };
    let mut all = std::mem::take(&mut making.households);
    making.dice.shuffle(&mut all);
    making.households = all;
    making.open();
    making.receive();
    making.fetch_cash();
    making.grant();
    making.lend();
    making.ask();
    making.write_off();
    making.post();
    making.close();
    making.fund
}

fn accounts() -> Vec<(Id<Account>, Account)> {
    let with_bank = |(id, account): (Id<Account>, Account)| {
        let bank = if account.kind == Some(AccountKind::Bank) { BANK.to_owned() } else { String::new() };
        (id, Account { bank, ..account })
    };
    chart().map(with_bank).collect()
}

fn duties() -> Vec<(Id<Duty>, Duty)> {
    let duty = |step: &RequestStep| (duty_of(*step), Duty { step: Some(*step), roles: standard_roles(*step).to_vec() });
    RequestStep::ALL.iter().map(duty).collect()
}

fn ceilings() -> Vec<(Id<Ceiling>, Ceiling)> {
    let ceiling = |purpose, request, case, year| {
        let two_persons = domain::fund::TWO_PERSONS;
        let ceiling = Ceiling { purpose, request: yuan(request), case: yuan(case), year: yuan(year), two_persons };
        (domain::fund::ceiling_of(purpose), ceiling)
    };
    vec![
        ceiling(None, 20_000, 30_000, 0),
        ceiling(Some(Purpose::Illness), 10_000, 15_000, 1_000_000),
        ceiling(Some(Purpose::Schooling), 5_000, 8_000, 400_000),
    ]
}

/// This year's budget and that of the year before, for the city; and what two counties may spend.
fn budgets(year: i32) -> Vec<(Id<Budget>, Budget)> {
    let years = [year - 1, year].map(i32::unsigned_abs);
    let budget = |year: u32, (purpose, amount): (Purpose, i64)| Budget {
        year,
        purpose: Some(purpose),
        division: None,
        amount: yuan(amount),
    };
    let budgets = years.into_iter().flat_map(|year| BUDGETS.into_iter().map(move |one| budget(year, one)));
    (1..).map(id).zip(budgets).collect()
}

const fn yuan(yuan: i64) -> Fen {
    Fen(yuan * 100)
}

/// An entry between two of the standard accounts, with the fund's cashier.
fn entry(on: Date, narration: &str, debit: AccountKind, credit: AccountKind, amount: Fen) -> Entry {
    Entry {
        on: Some(on),
        narration: narration.to_owned(),
        debit: Some(standard(debit)),
        credit: Some(standard(credit)),
        amount,
        posted_by: crate::data::fund::CASHIER.to_owned(),
        ..Entry::default()
    }
}
