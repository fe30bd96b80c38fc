//! The messages of the screens, one file for each area.

mod case_list;
mod case_sheet;
mod cases;
mod casework;
mod fund_books;
mod fund_books_budget;
mod fund_books_reports;
mod fund_loans;
mod fund_requests;
mod guide;
mod inbox;
mod joins;
mod log;
mod opening;
mod photos;
mod prosperity;
mod roll;
mod settings;
mod shell;
mod today;
mod tours;
mod training;
mod training_plan;
mod transfer;
mod visits;
