//! The desk's side of the protocol: sends what the service has not, takes what is new in the town, then the papers. Decides
//! nothing about bytes ([`crate::wire`] does) and reads no clock. No transaction is open while the line is used: read a
//! batch, send it, then note what was acknowledged.

mod blobs;
mod enrol;
mod http;
mod line;
mod mail;
mod packs;
mod pinned;
mod presence;
mod run;
mod twin;

pub use enrol::{Enrolled, enrol};
pub use http::{Http, Lost};
pub use mail::exchange as mail;
pub use packs::fetch as packs;
pub use presence::Presence;
pub use run::{Report, once};

#[cfg(test)]
mod tests;

use crate::store::StoreError;
use crate::wire::WireError;
use crate::wire::push::Stop;

/// Why desk and service do not agree yet. What was acknowledged before stays acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The service did not answer, or said no.
    #[error(transparent)]
    Lost(#[from] Lost),
    /// A person has to look.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// What came is not what it should be.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The local database.
    #[error(transparent)]
    Store(#[from] StoreError),
}
