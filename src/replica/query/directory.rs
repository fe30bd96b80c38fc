//! The directory of persons and households, made for search as one types: name, pinyin, initials, telephone, the end
//! of an identity number, village. Made from the state, and made anew when members or cases change; a search reads
//! nothing else, so that a key costs one pass over the persons.

use std::collections::HashMap;
use std::rc::Rc;

use domain::pinyin::{Query, Spelling, sort_key};
use domain::records::{Case, Division, Member, Relation, Stage};
use domain::{Id, Kind};

use super::divisions;
use crate::State;
use crate::state::KindSet;

/// One person.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The member.
    pub member: Id<Member>,
    /// The case.
    pub case: Id<Case>,
    /// The name.
    pub name: String,
    /// The village's name.
    pub village: String,
    spelling: Spelling,
    /// Its household's place in the directory.
    file: usize,
    /// Telephone and end of identity number, in digits.
    digits: String,
}

/// What the directory knows of a household.
#[derive(Clone, Debug)]
struct File {
    case: Id<Case>,
    county: Option<Id<Division>>,
    stage: Option<Stage>,
    village: usize,
    phone: String,
    /// The member by whom lists name it.
    head: Option<Id<Member>>,
    is_headed: bool,
    sort_key: String,
}

/// Which cases are asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFilter {
    /// What was typed.
    pub typed: String,
    /// The county-level unit.
    pub county: Option<Id<Division>>,
    /// Where they stand.
    pub stage: Option<Stage>,
}

/// A case that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The case.
    pub case: Id<Case>,
    /// By which member it was found, other than its head.
    pub by: Option<Id<Member>>,
}

/// Everybody in the register, by name.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    people: Vec<Person>,
    /// The households, by their heads' names.
    files: Vec<File>,
    villages: Vec<(String, Spelling)>,
}

impl Directory {
    /// The kinds of record that a directory is made from.
    #[must_use]
    pub fn kinds() -> KindSet {
        KindSet::default().with(Kind::Member).with(Kind::Case).with(Kind::Division)
    }

    /// Everybody, as the state is now.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let mut directory = Self::default();
        let mut places = HashMap::new();
        for (id, case) in state.all::<Case>().iter() {
            let village = *places.entry(case.village).or_insert_with(|| directory.add_village(state, case));
            directory.files.push(File::new(state, id, case, village));
        }
        directory.name_files(state);
        directory.files.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
        directory.add_people(state);
        directory
    }

    fn add_village(&mut self, state: &State, case: &Case) -> usize {
        let name = divisions::name(state, case.village);
        let spelling = Spelling::new(&name);
        self.villages.push((name, spelling));
        self.villages.len() - 1
    }

    /// Names each household by its head, or by its first member.
    fn name_files(&mut self, state: &State) {
        let places: HashMap<Id<Case>, usize> =
            self.files.iter().enumerate().map(|(at, file)| (file.case, at)).collect();
        for (id, member) in state.all::<Member>().iter() {
            let Some(file) = member.case.and_then(|case| places.get(&case)).map(|at| &mut self.files[*at]) else {
                continue;
            };
            let is_head = member.relation == Some(Relation::Head);
            if file.head.is_none() || is_head && !file.is_headed {
                file.head = Some(id);
                file.is_headed = is_head;
                file.sort_key = sort_key(&member.name);
            }
        }
    }

    fn add_people(&mut self, state: &State) {
        let places: HashMap<Id<Case>, usize> =
            self.files.iter().enumerate().map(|(at, file)| (file.case, at)).collect();
        let members = state.all::<Member>().iter();
        let mut people: Vec<(String, Person)> = members
            .filter_map(|(id, member)| {
                let file = *places.get(&member.case?)?;
                let is_head = self.files[file].head == Some(id);
                let key = if is_head { self.files[file].sort_key.clone() } else { sort_key(&member.name) };
                Some((key, self.person(id, member, file)))
            })
            .collect();
        people.sort_by(|a, b| a.0.cmp(&b.0));
        self.people = people.into_iter().map(|(_, person)| person).collect();
    }

    fn person(&self, id: Id<Member>, member: &Member, file: usize) -> Person {
        let household = &self.files[file];
        let tail: String = member.id_number.chars().skip(14).collect();
        let of_household = if household.head == Some(id) { household.phone.as_str() } else { "" };
        Person {
            member: id,
            case: household.case,
            name: member.name.clone(),
            village: self.villages[household.village].0.clone(),
            spelling: Spelling::new(&member.name),
            file,
            digits: format!("{}\n{of_household}\n{tail}", member.phone),
        }
    }

    /// How many people it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether it knows nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The people that fit what was typed and whose case has not left the register: first those whom it names, then
    /// those in whose village they live; each by name. All words must fit.
    pub fn search<'a>(&'a self, typed: &str) -> impl Iterator<Item = &'a Person> {
        let words = Rc::new(self.words(typed));
        let of = move |wanted: Fit| {
            let words = Rc::clone(&words);
            self.people.iter().filter(move |person| self.fit(&words, person) == Some(wanted))
        };
        let found = of.clone()(Fit::Name).chain(of(Fit::Village));
        found.filter(|person| self.files[person.file].stage != Some(Stage::Left))
    }

    /// The cases that fit, each once, by the head's name: first those whose head is named, then those with a member who
    /// is, then those of a village.
    #[must_use]
    pub fn cases(&self, filter: &CaseFilter) -> Vec<Found> {
        let standing = self.files.iter().filter(|file| file.fits(filter));
        if filter.typed.trim().is_empty() {
            return standing.map(|file| Found { case: file.case, by: None }).collect();
        }
        let best = self.best(&self.words(&filter.typed));
        let pairs = self.files.iter().zip(best).filter(|(file, _)| file.fits(filter));
        let mut ranked: Vec<(u8, Found)> = pairs.filter_map(|(file, best)| best.map(|best| file.found(best))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, found)| found).collect()
    }

    /// For each household the member who fits best.
    fn best(&self, words: &[Word]) -> Vec<Option<(Fit, Id<Member>)>> {
        let mut best: Vec<Option<(Fit, Id<Member>)>> = vec![None; self.files.len()];
        for person in &self.people {
            let Some(fit) = self.fit(words, person) else { continue };
            let is_head = self.files[person.file].head == Some(person.member);
            let slot = &mut best[person.file];
            if slot.is_none_or(|(other, _)| fit < other || fit == other && is_head) {
                *slot = Some((fit, person.member));
            }
        }
        best
    }

    fn fit(&self, words: &[Word], person: &Person) -> Option<Fit> {
        let village = self.files[person.file].village;
        words.iter().map(|word| word.fit(person, village)).try_fold(Fit::Name, |worst, fit| Some(worst.max(fit?)))
    }

    fn words(&self, typed: &str) -> Vec<Word> {
        typed.split_whitespace().map(|word| self.word(word)).collect()
    }

    fn word(&self, typed: &str) -> Word {
        let query = Query::parse(typed);
        let is_digits =
            typed.len() >= 3 && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X' || byte == b'x');
        let villages = self.villages.iter().map(|(_, spelling)| query.matches(spelling)).collect();
        Word { query, digits: is_digits.then(|| typed.to_uppercase()), villages }
    }
}

impl File {
    fn new(state: &State, id: Id<Case>, case: &Case, village: usize) -> Self {
        Self {
            case: id,
            county: divisions::county_of(state, case.village),
            stage: case.stage,
            village,
            phone: case.phone.clone(),
            head: None,
            is_headed: false,
            sort_key: String::new(),
        }
    }

    /// The case as it was found, and its rank among those found.
    fn found(&self, (fit, member): (Fit, Id<Member>)) -> (u8, Found) {
        let is_head = self.head == Some(member);
        let rank = match fit {
            Fit::Name if is_head => 0,
            Fit::Name => 1,
            Fit::Village => 2,
        };
        (rank, Found { case: self.case, by: (rank == 1).then_some(member) })
    }

    fn fits(&self, filter: &CaseFilter) -> bool {
        let is_of_county = filter.county.is_none_or(|county| self.county == Some(county));
        is_of_county && filter.stage.is_none_or(|stage| self.stage == Some(stage))
    }
}

/// One word of what was typed.
struct Word {
    query: Query,
    digits: Option<String>,
    villages: Vec<bool>,
}

/// By what a person fits; the better comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// By name or number.
    Name,
    /// By the village.
    Village,
}

impl Word {
    fn fit(&self, person: &Person, village: usize) -> Option<Fit> {
        let is_named = match &self.digits {
            Some(digits) => person.digits.contains(digits.as_str()),
            None => self.query.matches(&person.spelling),
        };
        let is_there = self.digits.is_none() && self.villages[village];
        if is_named { Some(Fit::Name) } else { is_there.then_some(Fit::Village) }
    }
}
