//! Arguments and logging, then the window or the command line. Holds no logic of its own.
fn main() {}
