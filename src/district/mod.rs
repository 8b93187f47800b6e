//! The service of the Kreis: takes the segments of all desks, judges what is in them, and tells each town's desks what is
//! new. Folds nothing and knows no case; towns never see each other.
//!
//! What is decided about bytes from outside is decided in [`crate::wire`]; here are routes, two kinds of proof (who asks,
//! who wrote), limits, and the database behind [`Store`].

mod answers;
mod aside;
mod auth;
mod check;
mod clock;
pub mod config;
mod enrol;
mod erase;
mod inbox;
mod judge;
mod mail;
mod metrics;
mod office;
mod places;
mod presence;
mod publish;
mod rate;
mod routes;
mod serve;
pub mod store;
pub mod tls;
mod trouble;
mod withdraw;

#[cfg(test)]
mod tests;

pub use answers::{answer, answers, handed_on};
pub use aside::{AsideError, decide_aside};
pub use check::{Checked, Fault, check};
pub use enrol::code;
pub use inbox::{Laid, NotLaid, lay};
pub use publish::{Publication, PublishError, publish};
pub use serve::{Running, serve};
pub use store::{Postgres, Sqlite, Store, StoreError};
pub use withdraw::withdraw;
