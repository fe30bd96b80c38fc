//! Flows across the crates: the demonstration through the store and back, as queries and words see it.

use std::rc::Rc;

use domain::fund::standard;
use domain::records::{AccountKind, Case, Indicator, Member, RequestStep, Stage};
use domain::value::Fen;
use domain::{Date, Kind};
use futures::executor::block_on;
use locales::Language;
use replica::command::{AdvanceRequest, PayRequest, Signatory};
use replica::query::directory::Directory;
use replica::query::fund::{self, Ledger, Trace};
use replica::query::{due, prosperity, targets, training};
use replica::testing::TestWorld;
use replica::{Command as _, Intent, MemoryStorage, Store, World};

fn today() -> Date {
    Date::from_ordinal_date(2026, 327).expect("a day")
}

pub(crate) fn filled() -> (Rc<MemoryStorage>, Store) {
    let storage = Rc::new(MemoryStorage::default());
    let world: Rc<dyn World> = Rc::new(TestWorld::new(today(), 1));
    let store = block_on(Store::open(storage.clone(), world)).expect("an empty storage opens");
    let demonstration = demonstration::demonstration(today());
    for chunk in demonstration.records().chunks(1500) {
        block_on(store.fill(Intent::LoadDemonstration, chunk)).expect("fills");
    }
    (storage, store)
}

#[test]
fn the_demonstration_shows_the_programme_s_figures() {
    let (_, store) = filled();
    let state = store.state();
    assert_eq!(state.all::<Case>().iter().count(), 3054);
    let progress = targets::progress(&state, 2026);
    let reached =
        |indicator| progress.iter().find(|one| one.indicator == indicator).map(|one| (one.reached, one.target));
    assert_eq!(reached(Indicator::HouseholdsSupported), Some((300, Some(300))));
    assert_eq!(reached(Indicator::MembersTrained), Some((2000, Some(2000))));
    assert_eq!(reached(Indicator::RuralTrained), Some((1000, Some(1000))));
    assert_eq!(reached(Indicator::DemonstrationHouseholds), Some((200, Some(200))));
    assert_eq!(due::visits_until(&state, today().saturating_add(time::Duration::days(6))).len(), 45);
    assert!(!due::sessions_between(&state, today(), today()).is_empty(), "there is a session today");
    assert_eq!(prosperity::demonstrations(&state, 2026, None).len(), 240);
    assert_eq!(training::sessions_between(&state, Date::MIN, Date::MAX, None).len(), 99);
}

#[test]
fn the_demonstration_survives_being_reopened_with_and_without_a_snapshot() {
    let (storage, store) = filled();
    let hash = store.state().canonical_hash();
    let slow = block_on(Store::open(storage.clone(), store.world())).expect("opens");
    assert_eq!(slow.state().canonical_hash(), hash);
    assert_eq!(block_on(store.tidy()), Ok(true));
    let fast = block_on(Store::open(storage, store.world())).expect("opens");
    assert_eq!(fast.state().canonical_hash(), hash);
}

#[test]
fn everybody_is_found_by_name_and_by_initials() {
    let (_, store) = filled();
    let state = store.state();
    let directory = Directory::new(&state);
    for (id, member) in state.all::<Member>().iter().step_by(97) {
        let case = member.case.and_then(|case| state.get(case));
        let has_left = case.is_some_and(|case| case.stage == Some(Stage::Left));
        let typed = [member.name.clone(), initials(&member.name), member.phone.clone()];
        for typed in typed.iter().filter(|typed| !typed.is_empty()) {
            let is_found = directory.search(typed).any(|person| person.member == id);
            assert_eq!(is_found, !has_left, "{typed} for {}", member.name);
        }
    }
}

fn initials(name: &str) -> String {
    name.chars().filter_map(|c| domain::pinyin::readings(c).next()).filter_map(|sound| sound.chars().next()).collect()
}

#[test]
fn every_field_and_every_choice_has_a_word() {
    for language in Language::ALL {
        for kind in Kind::ALL {
            for field in kind.fields() {
                let name = language.field(domain::FieldRef { kind: *kind, number: field.number });
                assert_ne!(name, language.unknown_field(), "{kind:?} {}", field.name);
                let (domain::ValueType::Choice(list) | domain::ValueType::Choices(list)) = field.value_type else {
                    continue;
                };
                for number in list.numbers {
                    assert!(!language.choice(list, *number).contains(['?', '？']), "{} {number}", list.name);
                }
            }
        }
    }
}

#[test]
fn the_demonstration_s_fund_is_as_its_commands_would_let_it_be() {
    let (_, store) = filled();
    let state = store.state();
    let ledger = Ledger::of(&state);
    assert_eq!(fund::trial(&state, today()).difference(), Fen(0));
    assert_eq!((Trace::of(&ledger).short(), ledger.faulty().len()), (Fen(0), 0));
    assert_eq!((fund::below_zero(&state), fund::overpaid(&ledger)), (vec![], vec![]));
    assert_eq!((fund::paid_twice(&state), fund::reversed_twice(&state)), (vec![], vec![]));
    assert_eq!((fund::after_closing(&state), fund::above_ceiling(&state, 2026)), (vec![], vec![]));
    assert!(fund::reminders(&state, today()).len() >= 4, "some instalments are late");
    let received: i64 = fund::sources(&state, today()).iter().map(|line| line.received.0).sum();
    assert!(received > 300_000_000, "three million yuan and what came back with interest: {received}");
    for line in fund::requests(&state) {
        let by = Signatory { staff: None, name: "查账人".to_owned() };
        let step = line.steps.first().copied();
        let problems = match step {
            Some(RequestStep::Pay) => {
                let (account, on) = (standard(AccountKind::Bank), today());
                let pay =
                    PayRequest { id: line.id, account, on, by, voucher: String::new(), source: None, receipt: None };
                pay.check(&state, today())
            }
            Some(step) => {
                AdvanceRequest { id: line.id, step, by, on: today(), note: "无".to_owned() }.check(&state, today())
            }
            None => vec![],
        };
        assert_eq!(problems, [], "{step:?} of {:?}", line.request);
    }
}
