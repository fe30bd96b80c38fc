//! The special fund: accounts, postings, requests, loans, and what an office sets for them.
//! An [`Entry`] is a posting with both its legs: it is made once and never updated; a correction is another entry.

use time::Date;

use crate::records::{Case, Division, Need, Staff};
use crate::value::Fen;
use crate::{Id, choice};

choice! {
    /// What an account stands for.
    AccountKind {
        /// Money at a bank.
        Bank = 1,
        /// Cash.
        Cash = 2,
        /// Loans outstanding.
        Loans = 3,
        /// Source: fiscal input.
        Fiscal = 11,
        /// Source: donations.
        Donation = 12,
        /// Source: Party dues.
        PartyDues = 13,
        /// Source: existing relief funds, consolidated.
        Consolidated = 14,
        /// Source: interest and other returns.
        Returns = 15,
        /// Use: start-up and employment.
        StartUp = 21,
        /// Use: major illness.
        Illness = 22,
        /// Use: reward for a child's admission to school.
        Schooling = 23,
        /// Use: large and demonstration households.
        Households = 24,
        /// Use: emergencies.
        Emergency = 25,
        /// Loans written off.
        WrittenOff = 26,
        /// What was there before the ledger began.
        Opening = 31,
    }
}

choice! {
    /// What money of the fund is for.
    Purpose {
        /// Start-up and employment.
        StartUp = 1,
        /// Major illness.
        Illness = 2,
        /// Schooling.
        Schooling = 3,
        /// Large and demonstration households.
        Households = 4,
        /// Emergencies.
        Emergency = 5,
    }
}

choice! {
    /// What a request asks for.
    RequestKind {
        /// Money that is not paid back.
        Grant = 1,
        /// Money that is paid back.
        Loan = 2,
        /// That a loan need not be paid back.
        WriteOff = 3,
    }
}

choice! {
    /// Where a request stands.
    RequestState {
        /// Being written.
        Drafted = 1,
        /// Handed in.
        Submitted = 2,
        /// Looked at and found in order.
        Reviewed = 3,
        /// Approved, to be paid.
        Approved = 4,
        /// Paid.
        Paid = 5,
        /// Seen on site.
        Verified = 6,
        /// Refused.
        Refused = 7,
        /// Returned, to be put right.
        Returned = 8,
    }
}

choice! {
    /// A step of a request.
    RequestStep {
        /// Hands it in.
        Submit = 1,
        /// Finds it in order.
        Review = 2,
        /// Approves it.
        Approve = 3,
        /// Pays it.
        Pay = 4,
        /// Sees on site what became of the money.
        Verify = 5,
        /// Refuses it.
        Refuse = 6,
        /// Returns it.
        Return = 7,
    }
}

choice! {
    /// What a person does for the fund.
    FundRole {
        /// Writes requests.
        Clerk = 1,
        /// Reviews them.
        Reviewer = 2,
        /// Approves them.
        Approver = 3,
        /// Pays.
        Cashier = 4,
        /// Verifies on site.
        Inspector = 5,
    }
}

record! {
    /// An account of the fund.
    Account, AccountField {
        /// What it stands for.
        1 kind: Option<AccountKind>,
        /// Its name; empty when its kind says all.
        2 name: String,
        /// The bank and the number there.
        3 bank: String,
        /// The day from which nothing is posted to it.
        4 closed_on: Option<Date>,
        /// What else to know.
        5 note: String,
    }
}

record! {
    /// A posting: one amount from one account to another. Made once, never updated, never removed.
    Entry, EntryField {
        /// The day.
        1 on: Option<Date>,
        /// What it was.
        2 narration: String,
        /// The account that gains: money comes in, a use is paid.
        3 debit: Option<Id<Account>>,
        /// The account that gives: money goes out, a source is received from.
        4 credit: Option<Id<Account>>,
        /// How much; always above zero.
        5 amount: Fen,
        /// What money received is earmarked for; what money lent is for.
        6 purpose: Option<Purpose>,
        /// The source that a payment draws on, where somebody chose one.
        7 source: Option<Id<Account>>,
        /// The receipt that a payment draws on, where somebody chose one.
        8 receipt: Option<Id<Entry>>,
        /// The case that it is about.
        9 case: Option<Id<Case>>,
        /// The request that it pays.
        10 request: Option<Id<Request>>,
        /// The loan that it pays out, pays back or writes off.
        11 loan: Option<Id<Loan>>,
        /// The entry that it cancels.
        12 reverses: Option<Id<Entry>>,
        /// The number of the voucher.
        13 voucher: String,
        /// Who gave or got the money.
        14 party: String,
        /// Who posted it.
        15 posted_by: String,
    }
}

record! {
    /// A request to the fund, from its draft until what was paid is verified.
    Request, RequestField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// What is asked for.
        2 kind: Option<RequestKind>,
        /// What for.
        3 purpose: Option<Purpose>,
        /// How much.
        4 amount: Fen,
        /// Why, in the household's words.
        5 grounds: String,
        /// The need that it meets.
        6 need: Option<Id<Need>>,
        /// Where it stands.
        7 state: Option<RequestState>,
        /// The day it was drafted.
        8 drafted_on: Option<Date>,
        /// Who submitted it.
        9 submitted_by: String,
        /// When.
        10 submitted_on: Option<Date>,
        /// Who reviewed it.
        11 reviewed_by: String,
        /// When.
        12 reviewed_on: Option<Date>,
        /// What the review found.
        13 review: String,
        /// Who approved it.
        14 approved_by: String,
        /// When.
        15 approved_on: Option<Date>,
        /// Who approved it as the second person.
        16 seconded_by: String,
        /// When.
        17 seconded_on: Option<Date>,
        /// Who paid it.
        18 paid_by: String,
        /// When.
        19 paid_on: Option<Date>,
        /// Who verified it.
        20 verified_by: String,
        /// When.
        21 verified_on: Option<Date>,
        /// What was found on site.
        22 verification: String,
        /// Who refused or returned it.
        23 answered_by: String,
        /// When.
        24 answered_on: Option<Date>,
        /// Why.
        25 answer: String,
        /// For how many months a loan is asked.
        26 months: u32,
        /// In how many instalments it is paid back.
        27 instalments: u32,
        /// Interest of a year, in hundredths of a percent.
        28 rate: u32,
        /// A fee, due with the first instalment.
        29 fee: Fen,
        /// The loan that is to be written off.
        30 loan: Option<Id<Loan>>,
        /// Who approved it, where that is a person of the staff.
        31 approver: Option<Id<Staff>>,
        /// How much was approved: only that is paid.
        32 approved: Fen,
        /// The check code of what was approved: whom it is for, what for, and on what terms.
        33 approved_as: String,
    }
}

record! {
    /// A loan of the fund. What was paid back of it is in the entries.
    Loan, LoanField {
        /// The case.
        1 case: Option<Id<Case>>,
        /// The request that it was given on.
        2 request: Option<Id<Request>>,
        /// How much was lent.
        3 principal: Fen,
        /// The day.
        4 lent_on: Option<Date>,
        /// For how many months.
        5 months: u32,
        /// Interest of a year, in hundredths of a percent.
        6 rate: u32,
        /// What it is for.
        7 purpose: Option<Purpose>,
        /// What else to know.
        8 note: String,
    }
}

record! {
    /// An instalment of a loan.
    Instalment, InstalmentField {
        /// The loan.
        1 loan: Option<Id<Loan>>,
        /// 1, 2, 3 …
        2 number: u32,
        /// By when.
        3 due_on: Option<Date>,
        /// How much of the principal.
        4 principal: Fen,
        /// How much interest and fee.
        5 charge: Fen,
        /// Why it was put off.
        6 reason: String,
    }
}

record! {
    /// What the fund means to spend in a year.
    Budget, BudgetField {
        /// The year.
        1 year: u32,
        /// What for.
        2 purpose: Option<Purpose>,
        /// Where; nowhere means the whole city.
        3 division: Option<Id<Division>>,
        /// How much.
        4 amount: Fen,
    }
}

record! {
    /// What the fund gives at most. An amount of zero sets no limit.
    Ceiling, CeilingField {
        /// What for; nothing means whatever it is for.
        1 purpose: Option<Purpose>,
        /// For one request.
        2 request: Fen,
        /// For one case in a year.
        3 case: Fen,
        /// For all in a year.
        4 year: Fen,
        /// Above this, two persons approve.
        5 two_persons: Fen,
    }
}

record! {
    /// A month or a year of the fund that is closed: nothing more is posted to its days.
    Closing, ClosingField {
        /// The year.
        1 year: u32,
        /// The month, 1 to 12; 0 for the whole year.
        2 month: u32,
        /// The day it was closed.
        3 closed_on: Option<Date>,
        /// Who closed it.
        4 closed_by: String,
        /// The money that the fund had at the end of it.
        5 money: Fen,
        /// What was lent out at the end of it.
        6 lent: Fen,
    }
}

record! {
    /// Who may do a step of a request.
    Duty, DutyField {
        /// The step.
        1 step: Option<RequestStep>,
        /// Who may.
        2 roles: Vec<FundRole>,
    }
}
