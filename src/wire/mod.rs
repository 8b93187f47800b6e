//! What travels between a desk and the service of the Kreis: segments of whole events, signed; what the service answers;
//! and both sides' decisions as plain functions. Opens no socket, no database, and makes no randomness.
//!
//! Whatever is read here came from outside: every length is checked before it is used, every size before it is unpacked,
//! and a message that is cut anywhere is refused as a whole. What both sides then do about it is decided in [`push`] and
//! [`pull`], which a test can drive byte by byte.

mod bundle;
mod bytes;
mod certificate;
mod code;
mod columns;
mod greeting;
mod ids;
mod key;
mod mail;
mod notice;
pub mod pack;
mod page;
mod presence;
mod protocol;
pub mod pull;
pub mod push;
mod request;
mod seal;
mod segment;
mod verdict;
mod words;

pub use bundle::{Bundle, BundleError, Delivery, Manifest, Opener, Piece, Traveller};
pub use certificate::Certificate;
pub use code::{EnrolmentCode, is_town};
pub use greeting::{ALPN, Greeting};
pub use key::{PublicKey, Purpose, SecretKey, Signature, Signed};
pub use mail::{
    Lying, MOST_ASKED, MailAsk, MailName, MailState, Mailbox, OfficeMark, Posted, may_know, may_send,
    may_write,
};
pub use notice::{MAX_NOTICE, Notice};
pub use page::{Entry, Kind, Page, mark};
pub use presence::{Here, LONGEST_NAME, Present, presence_mark};
pub use protocol::{BlobState, Door, PART, Service};
pub use request::{Challenge, Credentials, EnrolRequest, OwnDesk, Welcome};
pub use seal::{Cover, MAX_SEALED, is_sealed_for};
pub use segment::{Event, Form, Head, MAX_PLAIN, MAX_WIRE, Segment, cut};
pub use verdict::Verdict;

/// Version of everything that travels. A service that speaks another says so in its welcome.
pub const VERSION: u16 = 1;

/// Why bytes from outside are not what they should be. Nothing of them is used then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The bytes end too early, go on too long, or say nonsense.
    #[error("not understood: {0}")]
    Malformed(&'static str),
    /// More bytes than anybody should send.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// An event does not follow the one before it, or a payload is not the one its envelope names.
    #[error("the chain does not hold at event {0}")]
    Chain(u64),
    /// The signature is somebody else's, or what was signed was changed.
    #[error("the signature does not hold")]
    Signature,
}

#[cfg(test)]
pub(crate) mod tests;
