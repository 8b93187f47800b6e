//! What the store promises, hidden behind a small town: one desk, one counter, people who file and pay.

mod arrival;
mod damage;
mod erase;
mod first;
mod format;
mod mail;
mod many;
mod meanwhile;
pub(crate) mod pages;
pub(crate) mod town;
mod writes;
