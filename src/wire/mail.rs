//! What a desk and the service say to each other about bundles between offices. Opens none. Frozen JSON.

use crate::domain::id::Digest;
use crate::domain::office::{OUTSIDE, is_kreis, is_office, kreis_of};
use serde::{Deserialize, Serialize};

/// A bundle as the service knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MailName {
    /// The other office (AGS): the one that gets it, where it goes; the one that sent it, where it came.
    pub office: String,
    /// Digest of the sealed bytes.
    pub blob: Digest,
}

/// What a desk wants to know.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MailAsk {
    /// Bundles of this office for others.
    pub out: Vec<MailName>,
    /// Bundles that came and are here.
    pub held: Vec<MailName>,
    /// From what the offices are told that are known here.
    pub offices: Digest,
    /// The last bundle of the page before, where what lies is more than one page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Lying>,
}

/// Most bundles that are asked about at once.
pub const MOST_ASKED: usize = 500;

/// A bundle that lies at the service and waits for the asking office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lying {
    /// The office that sent it (AGS).
    pub from: String,
    /// Digest of the sealed bytes.
    pub blob: Digest,
    /// Bytes.
    pub size: u64,
    /// When it was here as a whole, in seconds since 1970.
    pub came: i64,
}

/// How much of a bundle the service has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MailState {
    /// How many parts from the front are there.
    pub parts: u64,
    /// Whether it is there as a whole, or was.
    pub whole: bool,
    /// Whether the office took it.
    pub taken: bool,
    /// Whether it was dropped there without being entered: nobody could open it, or nobody wanted it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dropped: bool,
}

/// An office as the service knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeMark {
    /// Its key (AGS).
    pub ags: String,
    /// What its desks are told from: another one where a desk came, went or was renewed.
    pub mark: Digest,
}

/// What the service says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mailbox {
    /// What waits for the asking office, the oldest first.
    pub lying: Vec<Lying>,
    /// Whether more lies behind these.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more: bool,
    /// The bundles that were asked about, in their order.
    pub out: Vec<MailState>,
    /// Of the bundles that are held, those that a desk of the office took.
    pub taken: Vec<MailName>,
    /// From what all offices below are told.
    pub offices: Digest,
    /// The offices that the asking one may know; none where nothing is new.
    pub marks: Vec<OfficeMark>,
}

/// What became of a part of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// How much is there now.
    There(MailState),
    /// It is not taken, for this reason: a word.
    Refused(String),
}

/// Whether one office may send bundles to another: a town to its Kreis, a Kreis to its towns.
pub fn may_write(from: &str, to: &str) -> bool {
    let Some(kreis) = kreis_of(from) else { return false };
    from != to && kreis_of(to).as_ref() == Some(&kreis) && (is_kreis(from) || is_kreis(to))
}

/// Whether one office may send something: bundles to whom it may write, and answers to the portals whose files came over the service.
pub fn may_send(from: &str, to: &str) -> bool {
    may_write(from, to) || (to == OUTSIDE && is_office(from))
}

/// Whether one office may know the desks of another: those it may write to, and itself.
pub fn may_know(asking: &str, office: &str) -> bool {
    may_write(asking, office) || (asking == office && kreis_of(asking).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_writes_to_its_kreis_and_the_kreis_to_its_towns() {
        for (from, to, may) in [
            ("05554024", "05554000", true),
            ("05554000", "05554024", true),
            ("05554024", "05554008", false),
            ("05554024", "05558000", false),
            ("05558000", "05554024", false),
            ("05554000", "05558000", false),
            ("05512000", "05512000", false),
            ("", "05554000", false),
        ] {
            assert_eq!(may_write(from, to), may, "{from} {to}");
            assert_eq!(may_send(from, to), may, "{from} {to}");
        }
        assert!(may_send("05554024", OUTSIDE) && !may_write("05554024", OUTSIDE));
        assert!(!may_send(OUTSIDE, OUTSIDE) && !may_know("05554024", OUTSIDE));
        assert!(may_know("05554024", "05554024") && may_know("05554024", "05554000"));
        assert!(!may_know("05554024", "05554008") && !may_know("x", "x"));
    }
}
