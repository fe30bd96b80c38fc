//! A table of figures: each as it is, and as a multiple of the first column's and of the last one's. What was not
//! measured is a dash, never a nought.

use std::fmt::{Display, Formatter, Result};

/// In what a row counts.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Milliseconds,
    Bytes,
}

/// One thing that was measured of all.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) unit: Unit,
    pub(crate) values: Vec<f64>,
}

/// The first column is measured against; the last is the limit.
pub(crate) struct Table {
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Row>,
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        line(f, "", self.columns.iter().map(|name| (*name).to_owned()))?;
        for row in &self.rows {
            line(f, row.name, row.values.iter().map(|value| figure(*value, row.unit)))?;
            for (name, against) in [("  × the first", row.values.first()), ("  × the last", row.values.last())] {
                let against = against.copied().unwrap_or(f64::NAN);
                line(f, name, row.values.iter().map(|value| ratio(value / against)))?;
            }
        }
        Ok(())
    }
}

fn line(f: &mut Formatter<'_>, name: &str, cells: impl Iterator<Item = String>) -> Result {
    write!(f, "{name:<46}")?;
    for cell in cells {
        write!(f, "{cell:>19}")?;
    }
    writeln!(f)
}

fn figure(value: f64, unit: Unit) -> String {
    match unit {
        _ if value.is_nan() => "–".to_owned(),
        Unit::Milliseconds if value < 100.0 => format!("{value:.1} ms"),
        Unit::Milliseconds => format!("{value:.0} ms"),
        Unit::Bytes => format!("{:.1} MB", value / 1e6),
    }
}

fn ratio(value: f64) -> String {
    match value {
        _ if value.is_nan() => "–".to_owned(),
        _ if value < 10.0 => format!("{value:.2}"),
        _ => format!("{value:.0}"),
    }
}
