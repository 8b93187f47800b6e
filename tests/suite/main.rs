//! What holds across the layers: one binary, a module for each topic. Units are tested beside their code.
//!
//! The suite never reads a clock to decide, never skips where a tool is missing, and leaves nothing behind but
//! pictures in `target/pictures`. Set `SOAK=10` for ten times as many rounds where a test draws at random.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::unused_self,
    missing_docs,
    reason = "a test that cannot go on says so by panicking, and has no readers but the person who sees it fail"
)]

mod again;
mod answers;
mod beside;
mod bodies;
mod catalogue;
#[cfg(feature = "district")]
mod complaints;
#[cfg(feature = "district")]
mod converge;
mod counter;
mod damage;
mod decision;
mod drawn;
mod files;
mod form;
mod hands;
mod harness;
mod incoming;
mod job;
mod keyring;
mod keys;
mod kill;
#[cfg(feature = "district")]
mod kreis;
mod letters;
mod manned;
mod manners;
mod names;
mod office;
mod on_paper;
mod oracle;
mod packs;
mod paper;
mod printing;
mod procedure;
mod proof;
mod screen;
mod screens;
mod signing;
mod sizes;
mod source;
mod stands;
mod tidy;
mod till;
mod town;
mod ui;
mod window;
mod workshop;
