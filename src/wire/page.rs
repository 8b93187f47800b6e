//! What the service answers to "what is new in my town": entries of the town's sequence, in order. Understands none.
//!
//! Frozen, all numbers little endian: `AMP2`, number of entries (4), where to ask from next (8 + 32), 1 where more waits
//! (1), the head of the asking desk's chain at the service (8 + 32); for each entry its place (8), its kind (1), length and
//! bytes. A town's sequence is a chain too: a place is its number and its [`mark`], so that a service that was put back and
//! has grown again is told from the one that was heard.

use super::WireError;
use super::bytes::{Reader, put_sized};
use super::segment::Head;
use crate::domain::id::Digest;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Which desks write with which key.
    Certificate,
    /// Events of a desk.
    Segment,
    /// An event does not count.
    Verdict,
    /// A later version's; it is skipped here.
    Later(u8),
}

impl Kind {
    /// The kind as a number. Frozen.
    pub fn number(self) -> u8 {
        match self {
            Self::Certificate => 1,
            Self::Segment => 2,
            Self::Verdict => 3,
            Self::Later(number) => number,
        }
    }

    /// The kind of a number.
    pub fn of(number: u8) -> Self {
        match number {
            1 => Self::Certificate,
            2 => Self::Segment,
            3 => Self::Verdict,
            later => Self::Later(later),
        }
    }
}

/// One entry of a town's sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place; places rise and may have gaps, since a desk is not told its own segments.
    pub town_seq: u64,
    /// What it is.
    pub kind: Kind,
    /// It.
    pub bytes: Vec<u8>,
}

/// Entries that follow the place that was asked from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// In order.
    pub entries: Vec<Entry>,
    /// Where to ask from next: the place, and its mark.
    pub next: Head,
    /// Whether more waits.
    pub more: bool,
    /// Where the asking desk's own chain stands at the service: a desk that was put back hears it even when it has
    /// nothing to send.
    pub own: Head,
}

/// The mark of a place: of the place before it and of what stands there. The first follows on zeros.
pub fn mark(before: Digest, kind: Kind, bytes: &[u8]) -> Digest {
    Digest::of(&[&before.0, &[kind.number()], bytes])
}

/// Most bytes of a page: one segment of the largest size and some.
const MAX_PAGE: usize = 2 << 20;

impl Page {
    /// The bytes as they travel.
    pub fn bytes(&self) -> Result<Vec<u8>, WireError> {
        let count = u32::try_from(self.entries.len()).map_err(|_| WireError::TooLarge("page"))?;
        let mut out = b"AMP2".to_vec();
        out.extend_from_slice(&count.to_le_bytes());
        out.extend_from_slice(&self.next.seq.to_le_bytes());
        out.extend_from_slice(&self.next.hash.0);
        out.push(u8::from(self.more));
        out.extend_from_slice(&self.own.seq.to_le_bytes());
        out.extend_from_slice(&self.own.hash.0);
        for entry in &self.entries {
            out.extend_from_slice(&entry.town_seq.to_le_bytes());
            out.push(entry.kind.number());
            put_sized(&mut out, &entry.bytes)?;
        }
        Ok(out)
    }

    /// Reads a page that came from `since`: places rise from there to `next`.
    pub fn read(bytes: &[u8], since: u64) -> Result<Self, WireError> {
        if bytes.len() > MAX_PAGE {
            return Err(WireError::TooLarge("page"));
        }
        let mut reader = Reader(bytes);
        if &reader.array()? != b"AMP2" {
            return Err(WireError::Malformed("no page"));
        }
        let count = reader.u32()?;
        let next = Head { seq: reader.u64()?, hash: Digest(reader.array()?) };
        let more = match reader.array()? {
            [0] => false,
            [1] => true,
            _ => return Err(WireError::Malformed("page")),
        };
        let own = Head { seq: reader.u64()?, hash: Digest(reader.array()?) };
        let (mut entries, mut last) = (Vec::new(), since);
        for _ in 0..count {
            let town_seq = reader.u64()?;
            let [kind] = reader.array()?;
            let bytes = reader.sized()?.to_vec();
            if town_seq <= last {
                return Err(WireError::Malformed("places of a page do not rise"));
            }
            last = town_seq;
            entries.push(Entry { town_seq, kind: Kind::of(kind), bytes });
        }
        reader.end()?;
        if next.seq < last || (more && next.seq == since) {
            return Err(WireError::Malformed("a page leads nowhere"));
        }
        Ok(Self { entries, next, more, own })
    }
}
