//! The directory of persons, made for search as one types: name, pinyin, initials, telephone, the end of an identity
//! number, village. Made from the state, and made anew when members or cases change.

use domain::pinyin::{Query, Spelling};
use domain::records::{Case, Member, Stage};
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
    village_spelling: usize,
    /// Telephone and end of identity number, in digits.
    digits: String,
}

/// Everybody in the register.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    people: Vec<Person>,
    villages: Vec<(String, Spelling)>,
}

impl Directory {
    /// The kinds of record that a directory is made from.
    #[must_use]
    pub fn kinds() -> KindSet {
        KindSet::default().with(Kind::Member).with(Kind::Case).with(Kind::Division)
    }

    /// Everybody whose case has not left the register.
    #[must_use]
    pub fn new(state: &State) -> Self {
        let mut directory = Self::default();
        let mut places = std::collections::HashMap::new();
        for (id, member) in state.all::<Member>().iter() {
            let Some(case) = member.case.and_then(|case| state.get(case)) else { continue };
            if case.stage == Some(Stage::Left) {
                continue;
            }
            let place = *places.entry(case.village).or_insert_with(|| directory.add_village(state, case));
            directory.people.push(directory.person(id, member, place));
        }
        directory.people.sort_by_cached_key(|person| domain::pinyin::sort_key(&person.name));
        directory
    }

    fn add_village(&mut self, state: &State, case: &Case) -> usize {
        let name = divisions::name(state, case.village);
        let spelling = Spelling::new(&name);
        self.villages.push((name, spelling));
        self.villages.len() - 1
    }

    fn person(&self, id: Id<Member>, member: &Member, village_spelling: usize) -> Person {
        let tail: String = member.id_number.chars().skip(14).collect();
        Person {
            member: id,
            case: member.case.unwrap_or_default(),
            name: member.name.clone(),
            village: self.villages[village_spelling].0.clone(),
            spelling: Spelling::new(&member.name),
            village_spelling,
            digits: format!("{}\n{tail}", member.phone),
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

    /// Everybody, by name.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The people that fit what was typed, by name; all words of it must fit.
    pub fn search<'a>(&'a self, typed: &str) -> impl Iterator<Item = &'a Person> {
        let words: Vec<Word> = typed.split_whitespace().map(|word| self.word(word)).collect();
        self.people.iter().filter(move |person| words.iter().all(|word| word.fits(person)))
    }

    fn word(&self, typed: &str) -> Word {
        let query = Query::parse(typed);
        let is_digits =
            typed.len() >= 3 && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X' || byte == b'x');
        let villages = self.villages.iter().map(|(_, spelling)| query.matches(spelling)).collect();
        Word { query, digits: is_digits.then(|| typed.to_uppercase()), villages }
    }
}

struct Word {
    query: Query,
    digits: Option<String>,
    villages: Vec<bool>,
}

impl Word {
    fn fits(&self, person: &Person) -> bool {
        match &self.digits {
            Some(digits) => person.digits.contains(digits.as_str()),
            None => self.query.matches(&person.spelling) || self.villages[person.village_spelling],
        }
    }
}
