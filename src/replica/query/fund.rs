//! The special fund: its ledger and balances, where each fen came from and whom it reached, requests and loans.
//!
//! An entry holds both legs of a posting and is made once. Since records are set field by field, nothing keeps a
//! faulty or hostile change from writing over one: such an entry is listed in [`altered`], and one that is removed
//! goes on counting, because a ledger's sum is the sum of what was ever posted. Corrections are reversals.

mod balances;
mod budget;
mod ceilings;
mod closings;
mod drawable;
mod duties;
mod findings;
mod journal;
mod ledger;
mod loans;
mod moves;
mod outlook;
mod report;
mod requests;
mod trace;
mod waiting;

pub use domain::fund::check_code;

pub use balances::{
    SourceLine, SpentLine, StatementLine, Trial, TrialLine, by_source_and_use, sources, spent_since, statement, trial,
};
pub use budget::{BudgetLine, budgets};
pub use ceilings::{Limit, Scope, ceiling_left, limits};
pub use closings::{Period, closed, closed_by, closing_of, is_closed};
pub use drawable::{Drawable, MoneyLine, drawable, money_accounts};
pub use duties::{is_held, may, roles_held, roles_of};
pub use findings::{Below, Contender, Late, after_closing, altered, below_zero, reversed_twice};
pub use journal::{Draw, JournalLine, Movement, Side, Sought, draws, journal, journal_line};
pub use ledger::{Ledger, Posting, account, accounts, class, narration};
pub use loans::{
    InstalmentLine, LoanLine, Overpaid, Reminder, loan, loans, loans_of, overpaid, owed, reminders, split,
};
pub use moves::{MoneyMove, MoveKind, moves_of_case, moves_of_loan};
pub use outlook::{Outlook, outlook};
pub use report::{
    AccountLine, Check, SourcePeriod, account_lines, checks, is_begun, is_opened, month_of, open_months,
    source_periods, years,
};
pub use requests::{
    AboveCeiling, RequestLine, above_ceiling, ceiling, entries_of, is_paid, needs_second, open_steps, paid_twice,
    request, request_of_need, requests, requests_of, waiting_for,
};
pub use trace::{Flow, Left, Origin, Reached, Trace, Traced, flows, is_outside, origins, reached, traced};
pub use waiting::{has_approved, is_shared_out, steps_for, waits_for, who_may};
