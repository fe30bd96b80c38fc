//! Makes a directory from the state. It is made anew after every save of a person or a household, so each person costs
//! two look-ups and no text of its own; what several have in common is made once.

use std::collections::HashMap;
use std::rc::Rc;

use domain::Id;
use domain::pinyin::sort_key;
use domain::records::{Case, Division, Member, Relation};

use super::{Directory, File, Name, Person, Places};
use crate::State;
use crate::query::divisions;

/// A household on its way into the directory.
struct Household<'a> {
    id: Id<Case>,
    case: &'a Case,
    /// By whom lists name it, and by which name.
    head: Option<(Id<Member>, u32)>,
    is_headed: bool,
}

/// A person on the way into the directory: places of name and household are those of their coming first.
struct Listed<'a> {
    name: u32,
    household: u32,
    id: Id<Member>,
    member: &'a Member,
}

/// The directory of everybody.
pub(super) fn directory(state: &State) -> Directory {
    let mut households = households(state);
    let (mut people, names) = people(state, &mut households);
    let (names, order) = in_order(&names);
    people.iter_mut().for_each(|person| person.name = order[person.name as usize]);
    people.sort_by_key(|person| person.name);
    let mut directory = Directory { names, ..Directory::default() };
    let files = add_files(&mut directory, state, &households, &order);
    directory.people.reserve(people.len());
    directory.places.reserve(people.len());
    for person in &people {
        add_person(&mut directory, &households[person.household as usize], files[person.household as usize], person);
    }
    directory
}

fn households(state: &State) -> Vec<Household<'_>> {
    let all = state.all::<Case>().iter();
    all.map(|(id, case)| Household { id, case, head: None, is_headed: false }).collect()
}

/// Everybody in these households, and their names, each once. Each household learns who its head is.
fn people<'a>(state: &'a State, households: &mut [Household<'a>]) -> (Vec<Listed<'a>>, Vec<&'a str>) {
    let places: HashMap<Id<Case>, u32> = households.iter().map(|household| household.id).zip(0..).collect();
    let mut known: HashMap<&str, u32> = HashMap::new();
    let (mut people, mut names) = (Vec::new(), Vec::new());
    for (id, member) in state.all::<Member>().iter() {
        let Some(household) = member.case.and_then(|case| places.get(&case)).copied() else { continue };
        let name = *known.entry(&member.name).or_insert_with(|| {
            names.push(member.name.as_str());
            names.len() as u32 - 1
        });
        households[household as usize].meet(id, member, name);
        people.push(Listed { name, household, id, member });
    }
    (people, names)
}

impl Household<'_> {
    /// Lists name a household by its head, or else by who came first.
    fn meet(&mut self, id: Id<Member>, member: &Member, name: u32) {
        let is_head = member.relation == Some(Relation::Head);
        if self.head.is_none() || is_head && !self.is_headed {
            self.head = Some((id, name));
            self.is_headed = is_head;
        }
    }
}

/// The names as they sort, and the place there of each one that came.
fn in_order(names: &[&str]) -> (Vec<Name>, Vec<u32>) {
    let mut sorted: Vec<u32> = (0..names.len() as u32).collect();
    sorted.sort_by_cached_key(|at| (sort_key(names[*at as usize]), names[*at as usize]));
    let mut order = vec![0; names.len()];
    for (place, at) in (0..).zip(&sorted) {
        order[*at as usize] = place;
    }
    (sorted.into_iter().map(|at| Name::new(names[at as usize])).collect(), order)
}

/// Adds the households by their heads' names, and tells for each that came where it stands.
fn add_files(directory: &mut Directory, state: &State, households: &[Household<'_>], order: &[u32]) -> Vec<u32> {
    let mut villages = HashMap::new();
    let mut sorted: Vec<u32> = (0..households.len() as u32).collect();
    sorted.sort_by_key(|at| households[*at as usize].head.map(|(_, name)| order[name as usize]));
    let mut files = vec![0; households.len()];
    for (place, at) in (0..).zip(sorted) {
        let Household { id, case, head, .. } = &households[at as usize];
        let (village, county) =
            *villages.entry(case.village).or_insert_with(|| add_village(directory, state, case.village));
        let head = head.map(|(member, _)| member);
        directory.files.push(File { case: *id, county, stage: case.stage, village, head });
        files[at as usize] = place;
    }
    files
}

fn add_village(directory: &mut Directory, state: &State, village: Option<Id<Division>>) -> (u32, Option<Id<Division>>) {
    directory.villages.push(Name::new(&divisions::name(state, village)));
    (directory.villages.len() as u32 - 1, divisions::county_of(state, village))
}

fn add_person(directory: &mut Directory, household: &Household<'_>, file: u32, person: &Listed<'_>) {
    let village = directory.files[file as usize].village;
    let is_head = household.head.is_some_and(|(head, _)| head == person.id);
    directory.numbers.add(person.member, is_head.then_some(household.case));
    directory.places.push(Places { name: person.name, village, file });
    directory.people.push(Person {
        member: person.id,
        case: household.id,
        name: Rc::clone(&directory.names[person.name as usize].text),
        village: Rc::clone(&directory.villages[village as usize].text),
    });
}
