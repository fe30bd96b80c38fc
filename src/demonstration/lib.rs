//! An invented Siping, at the programme's own size, for whoever tries Bangfu; and what a new installation starts with.
//! The same day gives the same records on every machine. Nothing in it is true of a real person: identity numbers lie
//! in a region that does not exist, telephone numbers in a range that nobody has opened.

mod calendar;
mod candidates;
#[cfg(test)]
mod check;
mod copies;
mod data;
mod demonstrations;
mod dice;
mod emergencies;
mod enrolments;
mod family;
mod form;
mod fund;
mod guidance;
mod households;
mod incomes;
mod industry;
mod life;
mod names;
mod needs;
mod number;
mod pairing;
mod person;
mod places;
mod plans;
mod promises;
mod prosperity;
mod rolls;
mod telling;
mod text;
mod tours;
mod training;
mod visits;

use domain::records::{AnyRecord, Category, Indicator, Specialty, Target};
use domain::{Date, Id, Uuid};

use crate::data::training::{CATEGORIES, SPECIALTIES};
use crate::number::{Telephones, id};

/// The targets of a year, as the programme sets them.
const TARGETS: [(Indicator, u32); 5] = [
    (Indicator::HouseholdsSupported, 300),
    (Indicator::MembersTrained, 2000),
    (Indicator::RuralTrained, 1000),
    (Indicator::TrainingsEach, 3),
    (Indicator::DemonstrationHouseholds, 200),
];

/// All records of the demonstration.
#[derive(Clone, Debug, PartialEq)]
pub struct Demonstration {
    records: Vec<(Uuid, AnyRecord)>,
}

impl Demonstration {
    /// The records with their ids, in an order in which each stands after those that it refers to.
    #[must_use]
    pub fn records(&self) -> &[(Uuid, AnyRecord)] {
        &self.records
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_records(self) -> Vec<(Uuid, AnyRecord)> {
        self.records
    }
}

/// The demonstration as it stands on a day: the year before that day lies behind, the rest of it is planned.
#[must_use]
pub fn demonstration(today: Date) -> Demonstration {
    let mut phones = Telephones::default();
    let ground = places::ground(&mut phones);
    let instructors = training::instructors(&mut phones);
    let households = households::households(&ground.villages, today, &mut phones);
    let needs = needs::needs(&households, &ground.villages, today);
    let cooperatives = prosperity::cooperatives(&ground.villages, today, &mut phones);
    let memberships = prosperity::memberships(&households, &ground.villages, &cooperatives, today);
    let training = enrolments::training(&households, &ground.villages, &ground.sites, today);
    let rolls = rolls::rolls(&training.sessions, &training.enrolments, today);
    let prosperity = demonstrations::prosperity(&households, &ground.villages, today);
    let candidates =
        candidates::candidates(&households, &ground.villages, &prosperity.links, today, &prosperity.demonstrations);
    let mut visits = visits::visits(&households, &ground.villages, &memberships, today);
    let paired = pairing::paired(&households, &ground.villages, today, &mut phones);
    let promises = promises::promises(&mut visits, &households, &paired, today);
    let life = life::life(&households, &ground.villages, today);
    let emergencies = emergencies::emergencies(&households, &ground.villages, today);
    let incomes = incomes::incomes(&households, today);
    let fund = fund::fund(&households, &ground.villages, &needs, today);
    let tours = tours::tours(&ground, &households, &prosperity.demonstrations, &cooperatives, today, &mut phones);
    let teams = guidance::teams(&mut phones);
    let outreaches = guidance::outreaches(&ground.villages, today);
    guidance::advise(&mut visits, &households, &ground.villages, today);
    let mut records = Records(Vec::with_capacity(60_000));
    records.add(ground.divisions);
    records.add(specialties());
    records.add(categories());
    records.add(ground.sites);
    records.0.extend(targets(today.year()));
    records.add(training::courses());
    records.add(instructors);
    records.add_households(households);
    records.add(needs);
    records.add(cooperatives);
    records.add_training(training);
    records.add(rolls);
    records.add(memberships);
    records.add(prosperity.demonstrations);
    records.add(candidates);
    records.add(prosperity.links);
    records.add(tours.tours);
    records.add(tours.stops);
    records.add(tours.visitors);
    records.add(paired.helpers);
    records.add(paired.pairings);
    records.add(life.notices);
    records.add(life.steps);
    records.add(incomes::lines(today));
    records.add(incomes);
    records.add(emergencies.emergencies);
    records.add(teams);
    records.add(outreaches);
    records.add(visits);
    records.add(emergencies.visits);
    records.add(promises);
    records.add_fund(fund);
    Demonstration { records: records.0 }
}

pub use copies::copied;
pub use telling::Telling;

/// What a new installation starts with: the city and its counties, the specialties, the categories. The ids are the
/// same everywhere, so that tablets that start apart mean the same.
#[must_use]
pub fn defaults() -> Vec<(Uuid, AnyRecord)> {
    let mut records = Records(Vec::new());
    records.add(places::city_and_counties());
    records.add(specialties());
    records.add(categories());
    records.0
}

/// The programme's targets for a year, with ids that are the same everywhere.
#[must_use]
pub fn targets(year: i32) -> Vec<(Uuid, AnyRecord)> {
    let year = u32::try_from(year).unwrap_or(0);
    let target = |(number, (indicator, value)): (u32, (Indicator, u32))| {
        (id::<Target>(year * 10 + number), Target { indicator: Some(indicator), year, value, division: None })
    };
    let mut records = Records(Vec::new());
    records.add((1..).zip(TARGETS).map(target));
    records.0
}

fn specialties() -> Vec<(Id<Specialty>, Specialty)> {
    let specialty = |(position, (name, is_technology, _)): (u32, &(&str, bool, usize))| {
        (id(position), Specialty { name: (*name).to_owned(), position, is_technology: *is_technology })
    };
    (1..).zip(&SPECIALTIES).map(specialty).collect()
}

fn categories() -> Vec<(Id<Category>, Category)> {
    let category = |(position, name): (u32, &&str)| (id(position), Category { name: (*name).to_owned(), position });
    (1..).zip(&CATEGORIES).map(category).collect()
}

/// Records of all kinds, one after the other.
struct Records(Vec<(Uuid, AnyRecord)>);

impl Records {
    fn add<T: Into<AnyRecord>>(&mut self, records: impl IntoIterator<Item = (Id<T>, T)>) {
        self.0.extend(records.into_iter().map(|(id, record)| (id.raw(), record.into())));
    }

    fn add_households(&mut self, households: Vec<households::Household>) {
        for household in households {
            self.add([(household.id, household.case)]);
            self.add(household.people.into_iter().map(|person| (person.id, person.member)));
        }
    }

    fn add_training(&mut self, training: enrolments::Training) {
        self.add(training.sessions);
        self.add(training.enrolments);
        self.add(training.plans.plans);
        self.add(training.plans.sessions);
    }

    fn add_fund(&mut self, fund: fund::Fund) {
        self.add(fund.accounts);
        self.add(fund.duties);
        self.add(fund.ceilings);
        self.add(fund.budgets);
        self.add(fund.requests);
        self.add(fund.loans);
        self.add(fund.instalments);
        self.add(fund.write_offs);
        self.add(fund.entries);
        self.add(fund.closings);
    }
}
