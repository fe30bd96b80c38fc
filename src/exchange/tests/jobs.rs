//! What a porter does, message for message, as it goes to another thread and comes back.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::cell::RefCell;

use domain::{Date, Uuid};
use exchange::readable::{Choice, Column, csv};
use exchange::{
    Archive, Bundle, Cell, Job, Key, KeyKind, Lock, Outcome, PackError, Progress, Table, UnpackError, Workbench,
    ZipError, beginning, key_kind, new_identity, pack,
};

/// Does the job on the other side of a message.
fn follow(workbench: &mut Workbench, job: &Job<'_>, follow: &dyn Fn(Progress)) -> Outcome {
    let asked = postcard::to_stdvec(job).unwrap();
    let outcome = workbench.work(postcard::from_bytes(&asked).unwrap(), follow);
    let answered = postcard::to_stdvec(&outcome).unwrap();
    assert_eq!(postcard::from_bytes::<Outcome>(&answered).unwrap(), outcome);
    outcome
}

fn work(job: &Job<'_>) -> Outcome {
    follow(&mut Workbench::default(), job, &|_| ())
}

fn bundle(changes: usize) -> Bundle {
    let change = |number: usize| number.to_le_bytes().repeat(1 + number % 200);
    Bundle { scope: 220_300, made_at: 7, from: [3; 16], changes: (0..changes).map(change).collect(), photos: vec![] }
}

fn packed(bundle: Bundle, lock: Lock) -> Vec<u8> {
    match work(&Job::Pack { bundle, lock }) {
        Outcome::Packed(Ok(bytes)) => bytes.0,
        other => panic!("{other:?}"),
    }
}

fn passphrase(text: &str) -> (Lock, Key) {
    (Lock::Passphrase(text.into()), Key::Passphrase(text.into()))
}

#[test]
fn a_bundle_goes_out_and_comes_in() {
    let (lock, key) = passphrase("铁东 correct horse");
    let bytes = packed(bundle(300), lock);
    assert_eq!(work(&Job::KeyKind(&bytes)), Outcome::KeyKind(Ok(KeyKind::Passphrase)));
    assert_eq!(work(&Job::Unpack { bytes: &bytes, key }), Outcome::Unpacked(Ok(bundle(300))));
    let wrong = passphrase("铁西 correct horse").1;
    assert_eq!(work(&Job::Unpack { bytes: &bytes, key: wrong }), Outcome::Unpacked(Err(UnpackError::WrongKey)));
    let cut = &bytes[..bytes.len() - 1];
    let key = passphrase("铁东 correct horse").1;
    assert_eq!(work(&Job::Unpack { bytes: cut, key }), Outcome::Unpacked(Err(UnpackError::Damaged)));
}

#[test]
fn a_key_that_was_made_opens_what_was_locked_for_it_and_no_other_does() {
    let made = || match work(&Job::NewIdentity) {
        Outcome::Identity { identity, recipient } => (Key::Identity(identity), recipient),
        other => panic!("{other:?}"),
    };
    let ((key, recipient), (other, _)) = (made(), made());
    let bytes = packed(bundle(3), Lock::Recipients(vec![recipient]));
    assert_eq!(work(&Job::KeyKind(&bytes)), Outcome::KeyKind(Ok(KeyKind::Identity)));
    assert_eq!(work(&Job::Unpack { bytes: &bytes, key }), Outcome::Unpacked(Ok(bundle(3))));
    let refused = work(&Job::Unpack { bytes: &bytes, key: other });
    assert_eq!(refused, Outcome::Unpacked(Err(UnpackError::NotForThisTablet)));
}

#[test]
fn what_cannot_be_locked_is_refused() {
    let refused = |lock| work(&Job::Pack { bundle: bundle(1), lock });
    assert_eq!(refused(passphrase("").0), Outcome::Packed(Err(PackError::NoPassphrase)));
    let recipients = vec![new_identity().1, "age1x".into()];
    assert_eq!(refused(Lock::Recipients(recipients)), Outcome::Packed(Err(PackError::BadRecipient(1))));
}

#[test]
fn it_is_said_how_far_it_is() {
    let heard = RefCell::new(Vec::new());
    let listen = |progress| heard.borrow_mut().push(progress);
    let (lock, key) = passphrase("x");
    let whole = Bundle { changes: vec![vec![9; 60_000]; 100], ..bundle(0) };
    let packing = follow(&mut Workbench::default(), &Job::Pack { bundle: whole.clone(), lock }, &listen);
    let Outcome::Packed(Ok(bytes)) = packing else { panic!("{packing:?}") };
    let share = |progress: &Progress| progress.done as f64 / progress.all as f64;
    let shares: Vec<f64> = heard.take().iter().map(share).collect();
    assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
    assert!(shares.first().is_some_and(|first| *first < 0.5), "packing is the first half: {shares:?}");
    assert!(shares.last().is_some_and(|last| *last > 0.5), "reading back is the second: {shares:?}");

    let unpacking = follow(&mut Workbench::default(), &Job::Unpack { bytes: &bytes.0, key }, &listen);
    assert_eq!(unpacking, Outcome::Unpacked(Ok(whole)));
    assert!(!heard.take().is_empty());
}

#[test]
fn the_beginning_says_as_much_as_the_whole() {
    let (_, recipient) = new_identity();
    let large = Bundle { changes: (0..100_000_u32).map(|seed| seed.to_le_bytes().to_vec()).collect(), ..bundle(0) };
    let bytes = pack(&large, &Lock::Recipients(vec![recipient])).unwrap();
    assert!(beginning(&bytes).unwrap().len() < bytes.len() / 2);
    let check = |bytes: &[u8]| assert_eq!(key_kind(beginning(bytes).unwrap()), key_kind(bytes));
    check(&bytes);
    check(&bytes[..300]);
    check(&bytes[..100]);
    check(b"");
    check(&[0; 100_000]);
    let endless = [b"age-encryption.org/v1\n".as_slice(), &[b'x'; 100_000]].concat();
    assert_eq!(key_kind(&endless), Err(UnpackError::TooLarge));
    check(&endless);
    assert_eq!(beginning(&vec![0; (128 << 20) + 1]), Err(UnpackError::TooLarge));
}

/// A table with every sort of cell.
fn table() -> Table {
    let choice = Choice { number: 3, word: "缺技术".into() };
    let cells = vec![
        Cell::Empty,
        Cell::Text("一\n二".into()),
        Cell::Int(-7),
        Cell::Written { value: 540, word: "9:00".into() },
        Cell::Money(-1_205),
        Cell::Bool { value: true, word: "是".into() },
        Cell::Date(Date::from_ordinal_date(2026, 60).unwrap()),
        Cell::Choice(choice.clone()),
        Cell::Choices(vec![choice.clone(), choice]),
        Cell::Reference { id: Uuid::from_u128(5), name: "张三".into() },
    ];
    let column = |number| Column { name: format!("c{number}"), word: format!("列{number}") };
    let columns = (0..cells.len()).map(column).collect();
    Table { name: "cases".into(), word: "户".into(), columns, rows: vec![cells] }
}

#[test]
fn tables_become_the_archive_that_they_would_have_become_here() {
    let mut workbench = Workbench::default();
    let mut work = |job| follow(&mut workbench, &job, &|_| ());
    assert_eq!(work(Job::BeginArchive("甲\n乙")), Outcome::Archiving(Ok(())));
    assert_eq!(work(Job::AddTable(table())), Outcome::Archiving(Ok(())));
    assert_eq!(work(Job::AddTable(table())), Outcome::Archiving(Err(ZipError::SameName)));
    let outcome = work(Job::FinishArchive);
    let Outcome::Archived(Ok(bytes)) = outcome else { panic!("{outcome:?}") };
    let mut here = Archive::begin("甲\n乙").unwrap();
    here.table(&table()).unwrap();
    assert_eq!(bytes.0, here.finish().unwrap());
    let csv = csv(&table());
    assert!(bytes.0.windows(csv.len()).any(|window| window == csv));
}

#[test]
fn an_archive_is_begun_first_and_closed_once() {
    let mut workbench = Workbench::default();
    let mut work = |job| follow(&mut workbench, &job, &|_| ());
    assert_eq!(work(Job::AddTable(table())), Outcome::NoArchive);
    assert_eq!(work(Job::FinishArchive), Outcome::NoArchive);
    assert_eq!(work(Job::BeginArchive("")), Outcome::Archiving(Ok(())));
    assert!(matches!(work(Job::FinishArchive), Outcome::Archived(Ok(_))));
    assert_eq!(work(Job::FinishArchive), Outcome::NoArchive);
}
