//! What is said of money that tablets spent, reversed or took in apart. It says which posting came last, because that
//! is the one that its remedy reverses; it decides nothing.

use domain::fund::Class;
use domain::records::AccountKind;
use domain::value::Fen;
use locales::Language;
use locales::numbers::money;
use replica::query::findings::{Finding, Spent};

use super::{Said, verbs};

pub(super) fn below_zero(language: Language, finding: &Finding) -> Said {
    let Finding::BelowZero { kind, name, short, beyond, .. } = finding else { return Said::default() };
    Said {
        title: below_title(language, *kind, name, &money(language, *short)),
        why: language.finding_below_why(&in_order(language, beyond)),
        verbs: reverse_or(language, beyond, language.finding_below_accept()),
        about: vec![],
    }
}

pub(super) fn paid_twice(language: Language, name: &str, payments: &[Spent]) -> Said {
    Said {
        title: language.finding_paid_title(name, payments.len()),
        why: language.finding_paid_why(&in_order(language, payments)),
        verbs: reverse_or(language, payments, language.finding_paid_accept()),
        about: vec![],
    }
}

pub(super) fn reversed_twice(language: Language, entry: &Spent, reversals: &[Spent]) -> Said {
    Said {
        title: language.finding_reversed_twice_title(&payment(language, entry), reversals.len()),
        why: language.finding_reversed_twice_why().to_owned(),
        verbs: verbs([language.finding_reversed_twice_settle()]),
        about: vec![],
    }
}

pub(super) fn overpaid(language: Language, name: &str, over: Fen, repayments: &[Spent]) -> Said {
    Said {
        title: language.finding_overpaid_title(name, &money(language, over)),
        why: language.finding_overpaid_why(&in_order(language, repayments)),
        verbs: reverse_or(language, repayments, language.finding_overpaid_accept()),
        about: vec![],
    }
}

fn in_order(language: Language, postings: &[Spent]) -> String {
    let postings: Vec<String> = postings.iter().map(|spent| payment(language, spent)).collect();
    postings.join(language.list_comma())
}

/// Reverse the posting that came last, or say why it is right.
fn reverse_or(language: Language, postings: &[Spent], accept: &str) -> Vec<String> {
    let reverse = postings.last().map(|spent| language.finding_below_settle(&payment(language, spent)));
    reverse.into_iter().chain([accept.to_owned()]).collect()
}

fn below_title(language: Language, kind: Option<AccountKind>, name: &str, short: &str) -> String {
    let name = if name.is_empty() { language.maybe(kind) } else { name };
    match kind.map(AccountKind::class) {
        None => language.finding_below_all_title(short),
        Some(Class::Source) => language.finding_below_source_title(name, short),
        Some(_) => language.finding_below_title(name, short),
    }
}

fn payment(language: Language, spent: &Spent) -> String {
    let name = if spent.name.is_empty() { &spent.narration } else { &spent.name };
    language.finding_below_payment(name, &money(language, spent.fen), &language.date(spent.on))
}
