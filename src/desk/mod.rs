//! What a clerk does, one function each: brings time, ids and randomness, opens the transaction. Draws nothing.
//!
//! Every write is one transaction of the store: read the case, let the catalogue assess, let the domain decide,
//! append and fold, render papers. What is refused leaves nothing behind.

pub mod chance;
pub mod clock;
pub mod intake;
