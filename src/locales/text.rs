//! The messages of the screens, one file for each area.

mod case_list;
mod case_sheet;
mod cases;
mod casework;
mod fund_books;
mod fund_requests;
mod inbox;
mod joins;
mod log;
mod opening;
mod photos;
mod prosperity;
mod settings;
mod shell;
mod today;
mod training;
mod transfer;
