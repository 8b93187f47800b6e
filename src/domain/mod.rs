//! Cases, persons, money, deadlines: pure rules. Knows no database, no clock, no randomness.

pub mod answers;
pub mod assessment;
pub mod case;
pub mod correct;
pub mod deadline;
pub mod decide;
pub mod decision;
pub mod din91379;
pub mod event;
pub mod explain;
pub mod fold;
pub mod holiday;
pub mod iban;
pub mod id;
pub mod levy;
pub mod money;
pub mod number;
pub mod partial_date;
pub mod person;
pub mod phonetic;
pub mod postcode;
pub mod problem;
pub mod similar;
pub mod town;
pub mod user;
