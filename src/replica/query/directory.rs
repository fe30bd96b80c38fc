//! The directory of persons and households, made for search as one types: name, pinyin, initials, telephone, the end
//! of an identity number, village. Made from the state, and made anew when members or cases change; a search reads
//! nothing else, so that a key costs one look at each name and each village, and a glance at each person.

mod making;

use std::rc::Rc;

use domain::pinyin::{Query, Spelling};
use domain::records::{Case, Division, Member, Stage};
use domain::{Id, Kind};

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
    pub name: Rc<str>,
    /// The village's name.
    pub village: Rc<str>,
}

/// Where a person's name, village and household stand in the directory. A search goes over these alone: they are small.
#[derive(Clone, Copy, Debug)]
struct Places {
    name: u32,
    village: u32,
    file: u32,
}

/// What the directory knows of a household.
#[derive(Clone, Debug)]
struct File {
    case: Id<Case>,
    county: Option<Id<Division>>,
    stage: Option<Stage>,
    village: u32,
    /// The member by whom lists name it: the head, or else who came first.
    head: Option<Id<Member>>,
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

/// A name that one or more have, ready to be searched.
#[derive(Clone, Debug)]
struct Name {
    text: Rc<str>,
    spelling: Spelling,
}

/// Everybody in the register, by name.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    people: Vec<Person>,
    /// As many as people, in their order.
    places: Vec<Places>,
    /// The households, by their heads' names; those without members first.
    files: Vec<File>,
    /// Each name once, in the order of names.
    names: Vec<Name>,
    villages: Vec<Name>,
    numbers: Numbers,
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
        making::directory(state)
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
            let places = self.places.iter().enumerate();
            let found = places.filter(move |(at, places)| fit(&words, *at, places) == Some(wanted));
            found.filter(|(_, places)| self.files[places.file as usize].stage != Some(Stage::Left))
        };
        of.clone()(Fit::Name).chain(of(Fit::Village)).map(|(at, _)| &self.people[at])
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
        for (at, places) in self.places.iter().enumerate() {
            let Some(fit) = fit(words, at, places) else { continue };
            let (file, member) = (places.file as usize, self.people[at].member);
            let slot = &mut best[file];
            if slot.is_none_or(|(other, _)| fit < other || fit == other && self.files[file].head == Some(member)) {
                *slot = Some((fit, member));
            }
        }
        best
    }

    fn words(&self, typed: &str) -> Vec<Word> {
        typed.split_whitespace().map(|word| self.word(word)).collect()
    }

    /// A word of what was typed, tried on everything that it could mean.
    fn word(&self, typed: &str) -> Word {
        let is_number =
            typed.len() >= 3 && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X' || byte == b'x');
        if is_number {
            return Word::Number(self.numbers.holding(&typed.to_uppercase()));
        }
        let query = Query::parse(typed);
        let fitting = |names: &[Name]| names.iter().map(|name| query.matches(&name.spelling)).collect();
        Word::Sound { names: fitting(&self.names), villages: fitting(&self.villages) }
    }
}

impl Name {
    fn new(text: &str) -> Self {
        Self { text: text.into(), spelling: Spelling::new(text) }
    }
}

impl File {
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

/// Telephones and ends of identity numbers, those of all persons one after the other.
#[derive(Clone, Debug, Default)]
struct Numbers {
    text: String,
    /// Where each person's numbers end.
    ends: Vec<usize>,
}

impl Numbers {
    /// The numbers of the next person; a household's telephone is also its head's.
    fn add(&mut self, member: &Member, of_household: Option<&Case>) {
        let tail = member.id_number.char_indices().nth(14).map_or("", |(at, _)| &member.id_number[at..]);
        let phone = of_household.map_or("", |case| case.phone.as_str());
        for number in [member.phone.as_str(), phone, tail] {
            self.text.push_str(number);
            self.text.push('\n');
        }
        self.ends.push(self.text.len());
    }

    /// For each person, whether one of the numbers holds these digits.
    fn holding(&self, digits: &str) -> Vec<bool> {
        let mut holding = vec![false; self.ends.len()];
        for (at, _) in self.text.match_indices(digits) {
            if let Some(person) = holding.get_mut(self.ends.partition_point(|end| *end <= at)) {
                *person = true;
            }
        }
        holding
    }
}

/// One word of what was typed, and what it fits.
enum Word {
    /// By the places of persons.
    Number(Vec<bool>),
    /// By the places of names, and of villages.
    Sound { names: Vec<bool>, villages: Vec<bool> },
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
    fn fit(&self, at: usize, places: &Places) -> Option<Fit> {
        match self {
            Self::Number(people) => people[at].then_some(Fit::Name),
            Self::Sound { names, .. } if names[places.name as usize] => Some(Fit::Name),
            Self::Sound { villages, .. } => villages[places.village as usize].then_some(Fit::Village),
        }
    }
}

/// How a person fits all words: as the worst of them does.
fn fit(words: &[Word], at: usize, places: &Places) -> Option<Fit> {
    words.iter().map(|word| word.fit(at, places)).try_fold(Fit::Name, |worst, fit| Some(worst.max(fit?)))
}
