//! Adds an account of the fund, or names and closes one; and sets up those that every fund has.

use domain::fund::{self, Class};
use domain::records::{Account, AccountField, AccountKind};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::fund::{Ledger, accounts};

/// Adds or revises an account. What an account stands for never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveAccount {
    /// Which; nothing for a new one.
    pub id: Option<Id<Account>>,
    /// The account as it shall be.
    pub account: Account,
}

impl Command for SaveAccount {
    fn intent(&self) -> Intent {
        Intent::SaveAccount
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let accounts = accounts(state);
        let there = self.id.map(|id| accounts.get(&id));
        let mut problems = Vec::new();
        match there {
            Some(None) => return vec![Problem::of_entry(Fault::Gone)],
            Some(Some(before)) if before.kind != self.account.kind => {
                problems.push(Problem::at(AccountField::kind, Fault::NotInList));
            }
            None if !self.can_be_made() => problems.push(Problem::at(AccountField::kind, Fault::NotInList)),
            _ => {}
        }
        let is_standard = self.id.is_some_and(|id| fund::chart().any(|(standard, _)| standard == id));
        let name = &self.account.name;
        if name.is_empty() && !is_standard {
            problems.push(Problem::at(AccountField::name, Fault::Missing));
        }
        let mut others = accounts.iter().filter(|(id, _)| Some(**id) != self.id);
        if !name.is_empty() && others.any(|(_, other)| other.name == *name) {
            problems.push(Problem::at(AccountField::name, Fault::NameTaken(name.clone())));
        }
        problems.extend(self.check_closing(state));
        problems
    }

    fn write(&self, draft: &mut Draft<'_>) {
        match self.id {
            Some(id) => draft.put(id, &self.account),
            None => {
                draft.create(&self.account);
            }
        }
    }
}

impl SaveAccount {
    /// There is one account of loans, of what is written off, and of what was there before.
    const fn can_be_made(&self) -> bool {
        let kind = self.account.kind;
        kind.is_some() && !matches!(kind, Some(AccountKind::Loans | AccountKind::WrittenOff | AccountKind::Opening))
    }

    /// No money lies in a closed account.
    fn check_closing(&self, state: &State) -> Option<Problem> {
        let (id, _) = (self.id?, self.account.closed_on?);
        let ledger = Ledger::of(state);
        let holds = matches!(ledger.class(id), Class::Money | Class::Loans);
        let (account, left) = (self.account.name.clone(), ledger.balance(id));
        (holds && left.0 != 0).then(|| Problem::at(AccountField::closed_on, Fault::AboveBalance { account, left }))
    }
}

/// Sets up the accounts that every fund has. Those that are there stay as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SetUpAccounts;

impl Command for SetUpAccounts {
    fn intent(&self) -> Intent {
        Intent::SaveAccount
    }

    fn check(&self, _: &State, _: Date) -> Vec<Problem> {
        Vec::new()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        for (id, account) in fund::chart() {
            if draft.state().get(id).is_none() {
                draft.put(id, &account);
            }
        }
    }
}
