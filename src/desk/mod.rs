//! What a clerk does, one function each: brings time, ids and randomness, opens the transaction. Draws nothing.
//!
//! Every write is one transaction of the store: read the case, let the catalogue assess, let the domain decide,
//! append and fold, render papers. What is refused leaves nothing behind. Every method blocks: the window calls
//! them beside its own thread.

pub mod arms;
pub mod attachment;
mod audit;
pub mod backup;
pub mod begun;
pub mod bodies;
pub mod case;
pub mod chance;
pub mod clock;
pub mod conflict;
mod continued;
pub mod correct;
pub mod counter;
pub mod days;
pub mod demo;
pub mod disclose;
pub mod double;
pub mod duplicate;
mod error;
pub mod file;
pub mod folder;
pub mod found;
mod hand;
pub mod handover;
pub mod inbox;
pub mod intake;
pub mod journal;
pub mod kreis;
pub mod look;
pub mod merge;
pub mod money;
pub mod open;
pub mod outside;
pub mod pack;
pub mod paper;
pub mod person;
pub mod preference;
pub mod presence;
pub mod print;
pub mod procedure;
mod projector;
pub mod proof;
pub mod represent;
pub mod retention;
pub mod revoke;
mod ruling;
pub mod serial;
pub mod session;
mod shelf;
pub mod signed;
pub mod similar;
pub mod suggested;
pub mod till;
pub mod town;
pub mod work_list;
pub mod workshop;

pub use error::DeskError;
pub use session::Session;

#[cfg(test)]
pub(crate) mod tests;

use crate::catalogue::{Catalogue, Service};
use crate::store::Store;
use chance::Chance;
use chrono::NaiveDate;
use clock::Clock;

/// One installation at work: its database, the catalogue, time and chance. Clones are the same.
#[derive(Debug, Clone)]
pub struct Desk {
    pub(crate) store: Store,
    shelf: shelf::Shelf,
    /// Where time comes from.
    pub clock: Clock,
    chance: Chance,
    unnoted: session::Unnoted,
    presence: crate::sync::Presence,
    brake: kreis::Brake,
    glances: handover::Glances,
    founds: inbox::Founds,
}

impl Desk {
    /// The services, as they stand now.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.shelf.catalogue()
    }

    /// Today at the counter.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// A service in a version, wherever it comes from.
    pub fn service(&self, slug: &str, version: &str) -> Result<&'static Service, DeskError> {
        self.catalogue().service(slug, version).ok_or_else(|| DeskError::because("service-unknown"))
    }
}
