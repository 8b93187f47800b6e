//! Amtsstube: the front desk of a small town hall, on one machine, without a network; and the service of the Kreis, over
//! which desks agree when there is one.
//!
//! Layers, each importing only what stands above it:
//! [`domain`] cases, persons, money, deadlines: pure rules.
//! [`catalogue`] services as data, and what they say about answers.
//! `paper` (bytes of a PDF), `store` (the local database), `printer` (the printing system): side by side, none knows
//! the others.
//! `exchange` files for other systems: trade notices to the bodies that get them.
//! `wire` what travels between a desk and the service of the Kreis; `sync` the desk's side of it over HTTPS.
//! `desk` one function for each thing a clerk does: brings time, ids and randomness, opens the transaction.
//! `words` sentences, `timeline` those about what happened to a case, `usage` those of
//! a command line about itself. `ui` and `cli` what a person sees and types; no rule lives there.
//! `district` the service: it knows `wire` and the layers above it, and no desk.
//!
//! Data flows one way: a screen asks `desk`, `desk` opens one transaction in which the catalogue assesses,
//! the domain decides, the store appends and folds, and papers are rendered; then screens reload.

pub mod catalogue;
#[cfg(feature = "desktop")]
pub mod cli;
#[cfg(feature = "desktop")]
pub mod desk;
#[cfg(feature = "district")]
pub mod district;
pub mod domain;
#[cfg(feature = "exchange")]
pub mod exchange;
#[cfg(feature = "desktop")]
pub mod paper;
#[cfg(feature = "desktop")]
pub mod printer;
#[cfg(feature = "desktop")]
pub mod store;
#[cfg(feature = "desktop")]
pub mod sync;
#[cfg(feature = "desktop")]
pub mod timeline;
#[cfg(feature = "desktop")]
pub mod ui;
#[cfg(any(feature = "desktop", feature = "district"))]
pub mod usage;
#[cfg(feature = "wire")]
pub mod wire;
#[cfg(any(feature = "desktop", feature = "district"))]
pub mod words;
