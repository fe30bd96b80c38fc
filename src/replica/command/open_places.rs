//! Opens places at which a broadcast session is followed: each is a session of its own, with its seats and its roll, of
//! the same course at the same time.

use std::collections::HashSet;

use domain::records::{Session, SessionField, SessionState, Site};
use domain::{Date, Fault, Id, Problem};

use super::{Command, Draft, Intent};
use crate::State;
use crate::query::training;

/// More places than this one broadcast does not have.
const MOST: usize = 200;

/// Opens places, all of them or none.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPlaces {
    /// The session that is broadcast.
    pub session: Id<Session>,
    /// Where it is followed.
    pub sites: Vec<Id<Site>>,
}

impl Command for OpenPlaces {
    fn intent(&self) -> Intent {
        Intent::OpenPlaces
    }

    fn check(&self, state: &State, _: Date) -> Vec<Problem> {
        let Some(session) = state.get(self.session) else { return vec![Problem::of_entry(Fault::Gone)] };
        if session.broadcast.is_some() {
            return vec![Problem::of_entry(Fault::PlaceOfBroadcast)];
        }
        if session.state == Some(SessionState::Cancelled) {
            return vec![Problem::of_entry(Fault::SessionClosed)];
        }
        if self.sites.is_empty() {
            return vec![Problem::at(SessionField::site, Fault::Missing)];
        }
        if self.sites.len() > MOST {
            return vec![Problem::at(SessionField::site, Fault::TooMany(MOST))];
        }
        let places = training::places_of(state, self.session).filter_map(|(_, place)| place.site);
        let mut taken: HashSet<Id<Site>> = places.chain(session.site).collect();
        let fault = |site: &Id<Site>| match state.get(*site) {
            None => Some(Fault::Gone),
            Some(there) => (!taken.insert(*site)).then(|| Fault::PlaceThere(there.name.clone())),
        };
        self.sites.iter().filter_map(fault).map(|fault| Problem::at(SessionField::site, fault)).collect()
    }

    fn write(&self, draft: &mut Draft<'_>) {
        let state = draft.state();
        let Some(session) = state.get(self.session) else { return };
        for site in &self.sites {
            let seats = state.get(*site).map_or(0, |site| site.seats);
            draft.create(&Session {
                site: Some(*site),
                room: String::new(),
                seats: if seats == 0 { session.seats } else { seats },
                minimum: 0,
                broadcast: Some(self.session),
                ..session.clone()
            });
        }
    }
}
