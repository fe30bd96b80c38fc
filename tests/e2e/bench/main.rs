//! `./dev bench`: the app as a whole, then its store beside its peers. Figures for people: it must never fail because of
//! a slow machine.

mod app;
mod peers;
mod table;

use std::env;

fn main() {
    let asked = env::args().nth(1);
    let is_asked = |part: &str| asked.as_deref().is_none_or(|name| name == part);
    if is_asked("app") {
        app::measure();
    }
    if is_asked("peers") {
        peers::measure();
    }
}
