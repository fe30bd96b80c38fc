//! The addresses of the fund's books. A part of [`super::Route`].

use super::Route;

/// A place in the books.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fund {
    /// What there is, by source and use.
    Overview,
}

impl Fund {
    pub(super) fn parse(rest: &[&str]) -> Option<Self> {
        Some(match rest {
            [] => Self::Overview,
            _ => return None,
        })
    }

    pub(super) fn path(self) -> String {
        match self {
            Self::Overview => "/fund".into(),
        }
    }
}

impl From<Fund> for Route {
    fn from(place: Fund) -> Self {
        Self::Fund(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_leads_back_to_its_place() {
        for place in [Fund::Overview] {
            assert_eq!(Route::parse(&Route::from(place).path()), Route::from(place));
        }
    }
}
