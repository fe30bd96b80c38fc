//! A simulation of whole tablets: the production store under clocks that jump, disks that fail, tear and rot, clones, kills
//! in mid-save, and bundles that are lost, repeated, mixed up and cut. One seed is one run. It has no rules of its own
//! about the store: it only checks what the store promises.

pub mod chance;
pub mod checks;
pub mod episode;
pub mod newer;
pub mod rot;
pub mod save;
pub mod tablet;
pub mod tally;
pub mod world;

pub use episode::Episode;
pub use tally::Tally;
