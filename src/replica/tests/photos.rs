//! Photos: no record that was saved is without its bytes, whatever the disk does in the middle; what was written for nothing
//! goes; what is removed comes back; a bundle's bytes are taken where a record speaks of these very bytes, and nowhere else.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod tablet;

use domain::records::{Case, Emergency, Photo, PhotoSubject, Visit};
use domain::{AnyRecord, Date, Fault, Id, Kind, Uuid};
use futures::executor::block_on;
use proptest::prelude::*;
use replica::command::{RemovePhoto, RevisePhoto};
use replica::photo::{LARGEST, PIECE, PhotoFile, digest};
use replica::query::photos::{self, PhotosOf};
use replica::testing::Fault as DiskFault;
use replica::{Intent, PhotoStorage as _, PhotosTaken, Picture, Refusal, StorageError};
use tablet::{Tablet, today};

fn case() -> Id<Case> {
    Id::new(Uuid::from_u128(1))
}

fn visit() -> Id<Visit> {
    Id::new(Uuid::from_u128(2))
}

fn office(seed: u64) -> Tablet {
    let tablet = Tablet::new(seed);
    let records: [(Uuid, AnyRecord); 2] = [
        (case().raw(), Case::default().into()),
        (visit().raw(), Visit { case: Some(case()), ..Visit::default() }.into()),
    ];
    block_on(tablet.store.fill(Intent::SetUp, &records)).expect("fills");
    tablet
}

fn picture(seed: u8, length: usize) -> Picture {
    let bytes = (0..length).map(|at| seed.wrapping_add((at % 251) as u8)).collect();
    Picture { bytes, thumbnail: vec![seed; 40], width: 1_600, height: 1_200, taken_on: Some(today()) }
}

fn add(tablet: &Tablet, of: PhotosOf, picture: &Picture) -> Result<Id<Photo>, Refusal> {
    let photo = photos::begun(&tablet.store.state(), of).expect("it is there");
    block_on(tablet.store.add_photo(&photo, picture)).map(|(id, _)| id)
}

fn bytes(tablet: &Tablet, id: Id<Photo>) -> Option<Vec<u8>> {
    block_on(tablet.store.picture(id)).expect("reads")
}

fn files(tablet: &Tablet) -> Vec<Vec<u8>> {
    let [here, _] = block_on(tablet.store.photos_here()).expect("reads");
    here.iter().filter_map(|(id, _)| block_on(tablet.store.outgoing_photo(*id)).expect("reads")).collect()
}

fn take(tablet: &Tablet, files: &[Vec<u8>]) -> PhotosTaken {
    let mut taken = PhotosTaken::default();
    files.iter().for_each(|file| block_on(tablet.store.take_photo(file, &mut taken)).expect("takes"));
    taken
}

#[test]
fn a_photo_is_described_kept_and_read_again() {
    let office = office(1);
    let picture = picture(7, 2 * PIECE + 9);
    let id = add(&office, PhotosOf::Visit(visit()), &picture).expect("adds");
    let photo = office.store.state().get(id).cloned().expect("it is there");
    assert_eq!((photo.case, photo.visit, photo.pieces), (Some(case()), Some(visit()), 4));
    assert_eq!((photo.size, photo.digest), ((2 * PIECE + 9) as u32, digest(&picture.bytes)));
    assert_eq!(bytes(&office, id), Some(picture.bytes));
    assert_eq!(block_on(office.store.thumbnail(id)), Ok(Some(picture.thumbnail)));
    let listed = |of| photos::of(&office.store.state(), of).len();
    assert_eq!((listed(PhotosOf::Visit(visit())), listed(PhotosOf::Case(case()))), (1, 1));
    assert_eq!(office.disk.files.borrow().log.len(), 2, "the bytes are not in the log");
}

#[test]
fn what_speaks_against_a_photo_is_said_and_nothing_lies_about() {
    let office = office(1);
    let check = |photo: &Photo, picture: &Picture, expected: Fault| {
        let refused = block_on(office.store.add_photo(photo, picture)).expect_err("is refused");
        let Refusal::Problems(problems) = refused else { panic!("{refused:?}") };
        assert_eq!(problems[0].fault, expected);
        assert_eq!(block_on(office.disk.photos()), Ok(vec![]));
    };
    let of_case = Photo { case: Some(case()), ..Photo::default() };
    check(&Photo::default(), &picture(1, 9), Fault::Gone);
    let emergency = Some(Id::<Emergency>::new(Uuid::from_u128(9)));
    check(&Photo { emergency, ..of_case.clone() }, &picture(1, 9), Fault::Gone);
    check(&of_case, &picture(1, LARGEST + 1), Fault::TooLong(LARGEST));
    check(&of_case, &picture(1, 0), Fault::TooLong(LARGEST));
}

#[test]
fn a_camera_that_is_ahead_of_its_time_is_put_right_and_a_person_is_asked() {
    let office = office(1);
    let tomorrow = today().next_day();
    let id = add(&office, PhotosOf::Case(case()), &Picture { taken_on: tomorrow, ..picture(1, 9) }).expect("adds");
    assert_eq!(office.store.state().get(id).expect("it is there").taken_on, Some(today()));
    let revise = |taken_on: Option<Date>| {
        let caption = "屋顶".into();
        office.run(&RevisePhoto { id, shows: Some(PhotoSubject::Scene), caption, taken_on })
    };
    assert!(matches!(revise(tomorrow), Err(Refusal::Problems(problems)) if problems[0].fault == Fault::InFuture));
    assert!(office.store.state().get(id).expect("it is there").is_private(), "nobody has said what it shows");
    revise(today().previous_day()).expect("revises");
    assert!(!office.store.state().get(id).expect("it is there").is_private());
}

#[test]
fn a_photo_is_removed_comes_back_and_the_past_has_it() {
    let office = office(1);
    let id = add(&office, PhotosOf::Case(case()), &picture(3, 100)).expect("adds");
    let removed = office.run(&RemovePhoto { id }).expect("removes").change.expect("a change");
    let listed = || photos::of(&office.store.state(), PhotosOf::Case(case())).len();
    assert_eq!((listed(), bytes(&office, id)), (0, None));
    let before = block_on(office.store.read(&[removed])).expect("reads")[0].time.millis() - 1;
    let past = block_on(office.store.at(before, today(), async |_, _| true)).expect("reads").expect("is made");
    assert!(block_on(past.picture(id)).expect("reads").is_some());
    let refused = block_on(past.add_photo(&Photo { case: Some(case()), ..Photo::default() }, &picture(1, 9)));
    assert!(matches!(refused, Err(Refusal::Storage(StorageError::ReadOnly))));
    block_on(office.store.undo(removed)).expect("undoes");
    assert_eq!((listed(), bytes(&office, id)), (1, Some(picture(3, 100).bytes)));
    let events = block_on(office.store.history(Kind::Photo, id.raw())).expect("reads");
    assert_eq!(events.len(), 3);
}

#[test]
fn bytes_for_a_change_that_never_came_go_at_the_next_opening() {
    let office = office(1);
    add(&office, PhotosOf::Case(case()), &picture(1, 100)).expect("adds");
    // The mark, the pieces, and then the change is refused.
    office.disk.order(2, DiskFault::Refused);
    assert!(add(&office, PhotosOf::Case(case()), &picture(2, 100)).is_err());
    assert_eq!(block_on(office.disk.photos()).map(|ids| ids.len()), Ok(2));
    assert_eq!(block_on(office.store.tidy_photos()), Ok(0), "not while the store that began it is open");
    let reopened = office.reopened();
    assert_eq!(block_on(reopened.tidy_photos()), Ok(1));
    assert_eq!(block_on(office.disk.photos()).map(|ids| ids.len()), Ok(1));
    assert_eq!(block_on(reopened.tidy_photos()), Ok(0));
}

#[test]
fn bytes_that_are_not_what_they_were_are_not_shown() {
    let office = office(1);
    let id = add(&office, PhotosOf::Case(case()), &picture(1, PIECE + 5)).expect("adds");
    let damage = |how: &dyn Fn(&mut Vec<u8>)| {
        let mut files = office.disk.files.borrow_mut();
        how(files.photos.get_mut(&(id.raw(), 1)).expect("a piece"));
    };
    damage(&|piece| piece[9] ^= 1);
    assert_eq!(bytes(&office, id), None);
    assert!(block_on(office.store.thumbnail(id)).expect("reads").is_some(), "the small one is whole");
    damage(&|piece| piece[9] ^= 1);
    assert!(bytes(&office, id).is_some());
    office.disk.files.borrow_mut().photos.remove(&(id.raw(), 2));
    assert_eq!(bytes(&office, id), None);
}

#[test]
fn a_bundle_s_bytes_are_taken_where_a_record_speaks_of_them() {
    let (here, there) = (office(1), office(2));
    let id = add(&there, PhotosOf::Case(case()), &picture(1, 3 * PIECE)).expect("adds");
    let removed = add(&there, PhotosOf::Case(case()), &picture(2, 50)).expect("adds");
    there.run(&RemovePhoto { id: removed }).expect("removes");
    let files = files(&there);
    assert_eq!(files.len(), 1, "what was removed stays");
    assert_eq!(take(&here, &files), PhotosTaken { foreign: 1, ..PhotosTaken::default() }, "no record yet");
    here.merge(&there);
    let [_, lacking] = block_on(here.store.photos_here()).expect("reads");
    assert_eq!((lacking.len(), bytes(&here, id)), (1, None), "its record came without it");
    let mut forged: PhotoFile = postcard::from_bytes(&files[0]).expect("a file");
    forged.bytes[3] ^= 1;
    let forged = postcard::to_stdvec(&forged).expect("a file");
    assert_eq!(take(&here, &[forged, vec![1, 2, 3]]), PhotosTaken { foreign: 2, ..PhotosTaken::default() });
    assert_eq!(take(&here, &files), PhotosTaken { taken: 1, ..PhotosTaken::default() });
    assert_eq!(bytes(&here, id), Some(picture(1, 3 * PIECE).bytes));
    assert_eq!(take(&here, &files), PhotosTaken { known: 1, ..PhotosTaken::default() });
    here.disk.files.borrow_mut().photos.get_mut(&(id.raw(), 2)).expect("a piece")[0] ^= 1;
    assert_eq!(take(&here, &files), PhotosTaken { taken: 1, ..PhotosTaken::default() }, "a damaged one is mended");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn whatever_the_disk_does_no_saved_photo_is_without_its_bytes(
        steps in prop::collection::vec((0..6_u32, 0..4_u8, 1..3 * PIECE, any::<bool>()), 1..12),
    ) {
        let mut office = office(1);
        let mut saved = Vec::new();
        for (number, (writes, fault, length, is_reopened)) in (1..).zip(steps) {
            let fault = [None, Some(DiskFault::Refused), Some(DiskFault::Unanswered), Some(DiskFault::Torn(1))][usize::from(fault)];
            fault.into_iter().for_each(|fault| office.disk.order(writes, fault));
            let picture = picture(number, length);
            if let Ok(id) = add(&office, PhotosOf::Case(case()), &picture) {
                saved.push((id, picture.bytes));
            }
            office.disk.calm();
            if is_reopened || block_on(office.store.catch_up()).is_err() {
                office = Tablet::over(office.disk.clone(), 100 + u64::from(number));
                block_on(office.store.tidy_photos()).expect("tidies");
            }
        }
        let office = Tablet::over(office.disk.clone(), 200);
        block_on(office.store.tidy_photos()).expect("tidies");
        for (id, expected) in saved {
            prop_assert_eq!(bytes(&office, id), Some(expected));
        }
        let [here, lacking] = block_on(office.store.photos_here()).expect("reads");
        prop_assert!(lacking.is_empty(), "a record without bytes: {:?}", lacking);
        prop_assert_eq!(here.len(), block_on(office.disk.photos()).expect("reads").len(), "no orphans");
    }
}
