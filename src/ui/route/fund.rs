//! The addresses of the fund's books. A part of [`super::Route`].

use domain::Id;
use domain::records::{Account, Budget, Entry};

use super::{Route, Target, edit_path, id_of};

/// A place in the books.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fund {
    /// What there is, by source and use.
    Overview,
    /// Every posting.
    Journal,
    /// A posting to be made.
    Post(Deed),
    /// One posting.
    Entry(Id<Entry>),
    /// A posting to be reversed.
    Reverse(Id<Entry>),
    /// The accounts.
    Accounts,
    /// The statement of an account.
    Account(Id<Account>),
    /// The form of an account.
    AccountForm(Target<Account>),
    /// What there was before the ledger.
    Opening,
    /// The trial balance.
    Trial,
    /// Months and years that are closed, or can be.
    Closing,
    /// The year's budget.
    Budget,
    /// The form of a budget.
    BudgetForm(Target<Budget>),
}

/// What a posting to be made is, in a clerk's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Money came in.
    Receive,
    /// Money was spent.
    Pay,
    /// Money moved between bank and cash.
    Move,
    /// Anything, by its accounts.
    Accounts,
}

impl Deed {
    pub(crate) const ALL: [Self; 4] = [Self::Receive, Self::Pay, Self::Move, Self::Accounts];

    const fn name(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::Pay => "pay",
            Self::Move => "move",
            Self::Accounts => "accounts",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.name() == name)
    }
}

impl Fund {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Overview,
            ["journal"] => Self::Journal,
            ["post", deed] => Self::Post(Deed::parse(deed)?),
            ["entries", id] => Self::Entry(id_of(id)?),
            ["entries", id, "reverse"] => Self::Reverse(id_of(id)?),
            ["accounts"] => Self::Accounts,
            ["accounts", "new"] => Self::AccountForm(None),
            ["accounts", id] => Self::Account(id_of(id)?),
            ["accounts", id, "edit"] => Self::AccountForm(Some(id_of(id)?)),
            ["opening"] => Self::Opening,
            ["trial"] => Self::Trial,
            ["closing"] => Self::Closing,
            ["budget"] => Self::Budget,
            ["budget", "new"] => Self::BudgetForm(None),
            ["budget", id, "edit"] => Self::BudgetForm(Some(id_of(id)?)),
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Overview => "/fund".into(),
            Self::Journal => "/fund/journal".into(),
            Self::Post(deed) => format!("/fund/post/{}", deed.name()),
            Self::Entry(id) => format!("/fund/entries/{id}"),
            Self::Reverse(id) => format!("/fund/entries/{id}/reverse"),
            Self::Accounts => "/fund/accounts".into(),
            Self::Account(id) => format!("/fund/accounts/{id}"),
            Self::AccountForm(id) => edit_path("/fund/accounts", id),
            Self::Opening => "/fund/opening".into(),
            Self::Trial => "/fund/trial".into(),
            Self::Closing => "/fund/closing".into(),
            Self::Budget => "/fund/budget".into(),
            Self::BudgetForm(id) => edit_path("/fund/budget", id),
        }
    }

    /// The address for a link.
    pub(crate) fn href(self) -> String {
        Route::from(self).href()
    }
}

impl From<Fund> for Route {
    fn from(place: Fund) -> Self {
        Self::Fund(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        let uuid = domain::Uuid::from_u128(7);
        let places = [
            Fund::Overview,
            Fund::Journal,
            Fund::Entry(Id::new(uuid)),
            Fund::Reverse(Id::new(uuid)),
            Fund::Accounts,
            Fund::Account(Id::new(uuid)),
            Fund::AccountForm(None),
            Fund::AccountForm(Some(Id::new(uuid))),
            Fund::Opening,
            Fund::Trial,
            Fund::Closing,
            Fund::Budget,
            Fund::BudgetForm(None),
            Fund::BudgetForm(Some(Id::new(uuid))),
        ];
        for place in places.into_iter().chain(Deed::ALL.map(Fund::Post)) {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
