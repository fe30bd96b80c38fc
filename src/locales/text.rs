//! The messages of the screens, one file for each area.

mod case_list;
mod cases;
mod casework;
mod fund_books;
mod fund_books_budget;
mod fund_books_reports;
mod fund_loans;
mod fund_requests;
mod inbox;
mod joins;
mod log;
mod opening;
mod prosperity;
mod settings;
mod shell;
mod today;
mod training;
mod transfer;
