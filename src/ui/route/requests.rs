//! The addresses of requests to the fund and of its loans. A part of [`super::Route`].

use super::Route;

/// A place among requests and loans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Requests {
    /// All requests, by where they stand.
    List,
}

impl Requests {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::List,
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::List => "/requests".into(),
        }
    }
}

impl From<Requests> for Route {
    fn from(place: Requests) -> Self {
        Self::Requests(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        for place in [Requests::List] {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
