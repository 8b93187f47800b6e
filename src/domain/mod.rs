//! Cases, persons, money, deadlines: pure rules. Knows no database, no clock, no randomness.

pub mod deadline;
pub mod din91379;
pub mod holiday;
pub mod phonetic;
