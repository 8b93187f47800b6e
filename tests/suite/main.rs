//! What holds across the layers: one binary, a module for each topic. Units are tested beside their code.
//!
//! The suite never reads a clock to decide, never skips where a tool is missing, and leaves nothing behind but
//! pictures in `target/pictures`. Set `SOAK=10` for ten times as many rounds where a test draws at random.

mod harness;
mod source;
mod tidy;
