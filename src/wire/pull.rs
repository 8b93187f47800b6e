//! Taking what is new in the town: every entry is checked again here, against the service's key and the desks' own.
//! Stores nothing.

use super::WireError;
use super::certificate::Certificate;
use super::key::{PublicKey, Signed};
use super::page::{Kind, Page};
use super::segment::{Head, Segment};
use super::verdict::Verdict;
use crate::domain::id::DeviceId;
use std::collections::BTreeMap;

/// Something that arrived and holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrived {
    /// Other desks are known from now on.
    Certificate(Certificate),
    /// Events of another desk.
    Segment(Segment),
    /// An event does not count.
    Verdict(Verdict),
}

/// A page that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What arrived, in order.
    pub arrived: Vec<Arrived>,
    /// Whether more waits.
    pub more: bool,
    /// Where the own chain stands at the service.
    pub own: Head,
}

/// The town's sequence on its way to a desk.
#[derive(Debug, Clone)]
pub struct Pull {
    town: String,
    service: PublicKey,
    keys: BTreeMap<DeviceId, PublicKey>,
    since: Head,
}

impl Pull {
    /// Goes on from a place in the sequence of the town, with the desks that are known so far.
    pub fn new(town: String, service: PublicKey, keys: BTreeMap<DeviceId, PublicKey>, since: Head) -> Self {
        Self { town, service, keys, since }
    }

    /// The place to ask from, and its mark.
    pub fn since(&self) -> Head {
        self.since
    }

    /// Asks from the very beginning: the service has other places than those that were heard.
    pub fn begin_again(&mut self) {
        self.since = Head::default();
    }

    /// Takes a page, whole or not at all, and moves on behind it.
    pub fn take(&mut self, bytes: &[u8]) -> Result<Taken, WireError> {
        let page = Page::read(bytes, self.since.seq)?;
        let mut arrived = Vec::new();
        let mut keys = self.keys.clone();
        for entry in page.entries {
            match entry.kind {
                Kind::Certificate => {
                    let certificate = Certificate::read(&Signed::from_bytes(entry.bytes), &self.service)?;
                    if certificate.town != self.town {
                        return Err(WireError::Malformed("a desk of another town"));
                    }
                    keys.extend(certificate.desks.iter().map(|desk| (desk.device, certificate.key)));
                    arrived.push(Arrived::Certificate(certificate));
                }
                Kind::Segment => {
                    let device = Segment::device_of(&entry.bytes)?;
                    let key = keys.get(&device).ok_or(WireError::Malformed("a desk without certificate"))?;
                    arrived.push(Arrived::Segment(Segment::read(&entry.bytes, key)?));
                }
                Kind::Verdict => {
                    let verdict = Verdict::read(&Signed::from_bytes(entry.bytes), &self.service)?;
                    arrived.push(Arrived::Verdict(verdict));
                }
                Kind::Later(_) => {}
            }
        }
        (self.since, self.keys) = (page.next, keys);
        Ok(Taken { arrived, more: page.more, own: page.own })
    }
}
