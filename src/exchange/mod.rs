//! Files for other systems: what each receiving body of a trade notice may see ([`share()`]), and messages as XML, written
//! ([`xga`]) and taken in ([`read`], [`take_in`]). Sends nothing, stores nothing, draws nothing.

pub mod read;
pub mod share;
mod standard;
pub mod take_in;
pub mod tree;
pub mod xga;

pub use share::{Share, Withheld, share};
pub use standard::Standard;
