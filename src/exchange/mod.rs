//! Files for other systems: what each receiving body of a trade notice may see ([`share()`]), and messages as XML, written
//! ([`xga`]). Sends nothing, stores nothing, draws nothing.

pub mod share;
mod standard;
pub mod tree;
pub mod xga;

pub use share::{Share, Withheld, share};
pub use standard::Standard;
