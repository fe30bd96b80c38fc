//! How the books are said: accounts, movements, amounts, and who posts. It decides nothing.

use domain::fund::Class;
use domain::records::{Account, AccountKind, Staff};
use domain::value::Fen;
use domain::{Date, Id};
use leptos::prelude::*;
use locales::{Language, numbers};
use replica::State;
use replica::query::fund::{self, JournalLine, Movement, Side};

use crate::context::{use_desk, use_keys};
use crate::widget::field::Choice;
use crate::widget::list::Tone;

/// What an account is called.
pub(super) fn side_name(language: Language, side: &Side) -> String {
    named(language, side.kind, &side.name)
}

/// What an account of a kind and a name is called.
pub(super) fn named(language: Language, kind: Option<AccountKind>, name: &str) -> String {
    let of_kind = || language.maybe(kind).to_owned();
    let name = if name.is_empty() { of_kind() } else { name.to_owned() };
    if name.is_empty() { language.fund_unknown_account().to_owned() } else { name }
}

/// What an account is called, by its id.
pub(super) fn account_name(language: Language, state: &State, id: Id<Account>) -> String {
    let accounts = fund::accounts(state);
    let account = accounts.get(&id);
    named(language, account.and_then(|one| one.kind), account.map_or("", |one| one.name.as_str()))
}

/// What stands on a side of the fund.
pub(super) const fn class_word(language: Language, class: Class) -> &'static str {
    match class {
        Class::Money => language.fund_class_money(),
        Class::Loans => language.fund_class_loans(),
        Class::Source => language.fund_class_sources(),
        Class::Use => language.fund_class_uses(),
        Class::Opening => language.fund_class_opening(),
    }
}

/// What a posting is, in a word.
pub(super) const fn movement_word(language: Language, movement: Movement) -> &'static str {
    match movement {
        Movement::Opened => language.movement_opened(),
        Movement::Received => language.movement_received(),
        Movement::Returned => language.movement_returned(),
        Movement::Paid => language.movement_paid(),
        Movement::Lent => language.movement_lent(),
        Movement::Repaid => language.movement_repaid(),
        Movement::WrittenOff => language.movement_written_off(),
        Movement::Moved => language.movement_moved(),
        Movement::Reversal => language.movement_reversal(),
        Movement::Other => language.movement_other(),
    }
}

/// The colour of a posting.
pub(super) const fn movement_tone(movement: Movement) -> Tone {
    match movement {
        Movement::Received | Movement::Repaid | Movement::Opened => Tone::Good,
        Movement::Paid | Movement::Lent => Tone::Info,
        Movement::Reversal | Movement::WrittenOff | Movement::Returned => Tone::Warn,
        _ => Tone::Plain,
    }
}

/// What a line of the journal was and for whom; one that says nothing of itself is what its accounts say.
pub(super) fn line_told(language: Language, line: &JournalLine) -> String {
    let about = match line.movement {
        Movement::Lent => movement_word(language, line.movement).to_owned(),
        _ => side_name(language, &line.debit),
    };
    told(language, if line.narration.is_empty() { &about } else { &line.narration }, &line.who)
}

/// What a posting was and for whom; a name that its words say already is not said again.
pub(super) fn told(language: Language, narration: &str, who: &str) -> String {
    if who.is_empty() || narration.contains(who) {
        return narration.to_owned();
    }
    language.joined(narration, who)
}

/// An amount of a posting, with a sign where the fund gained or gave.
pub(super) fn signed(line: &JournalLine) -> String {
    let yuan = numbers::yuan(line.amount);
    match line.movement {
        Movement::Received | Movement::Repaid => format!("+{yuan}"),
        Movement::Paid | Movement::Lent | Movement::Returned => format!("−{yuan}"),
        _ => yuan,
    }
}

/// An amount in a column of amounts: nothing is a dash.
pub(super) fn cell(fen: Fen) -> AnyView {
    if fen.0 == 0 {
        return view! { <span class="nothing">"–"</span> }.into_any();
    }
    view! { <span>{numbers::yuan(fen)}</span> }.into_any()
}

/// A cell of words.
pub(super) fn words(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <span>{text}</span> }.into_any()
}

/// A cell of a total.
pub(super) fn total(text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <b>{text}</b> }.into_any()
}

/// The accounts of some sides that can be posted to on a day, as choices in the order of the chart.
pub(super) fn account_choices(classes: &'static [Class]) -> Signal<Vec<Choice>> {
    let (desk, language) = (use_desk(), crate::context::use_language());
    let today = desk.today();
    let choices = desk.memo(move |state| {
        let mut open: Vec<_> = fund::accounts(state).into_iter().collect();
        open.retain(|(_, account)| is_open(account, today) && classes.contains(&fund::class(Some(account))));
        domain::Sorting::arrange_by_key(open.as_mut_slice(), |(id, account)| (account.kind, account.name.clone(), *id));
        let choice = |(id, account): (Id<Account>, Account)| {
            Choice::new(id.to_string(), named(language, account.kind, &account.name))
        };
        open.into_iter().filter(|(id, _)| *id != written_off()).map(choice).collect::<Vec<_>>()
    });
    choices.into()
}

/// Nothing is paid out as written off by hand: that is a request's.
const fn written_off() -> Id<Account> {
    domain::fund::standard(AccountKind::WrittenOff)
}

fn is_open(account: &Account, today: Date) -> bool {
    account.closed_on.is_none_or(|closed| closed > today)
}

/// The name of who works here, for what is signed; empty where the books know nobody.
pub(crate) fn signer() -> String {
    let Some(staff) = use_keys().open().and_then(|lock| lock.keyring.staff()) else { return String::new() };
    let id = Id::<Staff>::new(staff);
    untrack(|| use_desk().ask(|state| state.get(id).map(|person| person.name.clone()).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_once() {
        let check = |narration: &str, who: &str, expected: &str| {
            assert_eq!(told(Language::En, narration, who), expected);
        };
        check("gift", "", "gift");
        check("gift", "Li", "gift · Li");
        check("gift · Li", "Li", "gift · Li");
    }
}
