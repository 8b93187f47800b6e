//! How a segment lays its events out since the second form: column by column, so that alike stands beside alike, and without
//! what the receiver can compute: the hash of the envelope before, and what binds the payload. Random bytes stand loose,
//! before the packing, which they only disturb. Checks no chain and no signature.
//!
//! Frozen. Numbers are LEB128. Unpacked, each of the ten columns is a length and its bytes. For each event `marks` says in
//! one byte what the others hold of it; an envelope that would not come back bit by bit travels whole.
//!
//! The third form (`AMS3`) says less. A salt that follows from the subject's last one in the segment ([`next_salt`]) is left
//! out. A subject is a letter and its id as [`super::ids`] writes one, and ids of subjects and writers need not be told again
//! in payloads. Payloads stand apart by kind: behind the ten columns comes the number of kinds, then for each, in the order
//! in which they were met, sizes and payloads, each a length and its bytes. The second form, which nobody writes any longer,
//! has each salt loose, a subject's id whole, and all payloads in one column. The fourth form (`AMS4`) is the third, with ids
//! and status codes that follow from a salt left out.

mod read;
mod write;

pub(super) use read::rebuild;

use super::WireError;
use super::ids::{self, Ids};
use super::segment::{Event, Head, MAX_PLAIN};
use crate::domain::event::{Outline, Subject, next_salt};
use crate::domain::id::{DeviceId, EventRef, UserId};
use chrono::{DateTime, SecondsFormat, Utc};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What `marks` says of an event.
mod mark {
    /// The envelope stands in `whole` as it is; the other columns hold nothing of it.
    pub const WHOLE: u8 = 1;
    /// Its payload is there; else 32 loose bytes bind what was erased, unless the envelope is whole.
    pub const PAYLOAD: u8 = 2;
    /// Another subject than the event before.
    pub const SUBJECT: u8 = 4;
    /// Another person or role than the event before.
    pub const WRITER: u8 = 8;
    /// Other parents than the subject's last event of this segment.
    pub const PARENTS: u8 = 16;
    /// Something new was seen of other desks.
    pub const SEEN: u8 = 32;
    /// The payload is as it was written; else its ids stand loose.
    pub const PLAIN: u8 = 64;
    /// Another salt than the one that follows on the subject's last in this segment: it stands loose.
    pub const SALT: u8 = 128;
}

/// Which of the forms that have columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// `AMS2`.
    Second,
    /// `AMS3`.
    Third,
    /// `AMS4`.
    Fourth,
}

impl Layout {
    /// Whether it says less than the second: salts that follow, ids once, payloads apart by kind.
    fn is_terse(self) -> bool {
        self != Self::Second
    }
}

/// The columns, in their order.
#[derive(Debug, Clone, Copy)]
enum Column {
    Marks,
    Times,
    Kinds,
    Subjects,
    Writers,
    Links,
    Sizes,
    Words,
    Whole,
    Payloads,
}

const COLUMNS: usize = 10;

/// More of them are longer, written out, than anybody could send whole: two bytes here are sixty there.
const MOST_LINKS: u64 = MAX_PLAIN as u64 / 57;

/// Most kinds of events in a segment: there are some fifty.
const MOST_KINDS: u64 = 1000;

/// What both sides know after the same events. Places in its lists are told from their ends.
struct Known {
    layout: Layout,
    kinds: List<String>,
    subjects: List<Subject>,
    writers: List<(UserId, String)>,
    desks: List<DeviceId>,
    ids: Ids,
    /// The last event of each subject.
    last: BTreeMap<Subject, EventRef>,
    /// The last salt of each subject.
    salts: BTreeMap<Subject, [u8; 16]>,
    /// The last salt of each subject that stood loose.
    loose: BTreeMap<Subject, [u8; 16]>,
    subject: Option<Subject>,
    writer: Option<(UserId, String)>,
    seconds: i64,
}

struct List<T>(Vec<T>, BTreeMap<T, usize>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new(), BTreeMap::new())
    }
}

impl<T: Ord + Clone> List<T> {
    /// Its number from the end, from 1; 0 where it is new, and then it is known from now on.
    fn place(&mut self, item: &T) -> u64 {
        if let Some(at) = self.1.get(item) {
            return (self.0.len() - at) as u64;
        }
        self.learn(item.clone());
        0
    }

    fn learn(&mut self, item: T) {
        let _ = self.1.insert(item.clone(), self.0.len());
        self.0.push(item);
    }

    fn at(&self, place: u64) -> Result<T, WireError> {
        let at = usize::try_from(place).ok().and_then(|place| self.0.len().checked_sub(place));
        at.and_then(|at| self.0.get(at)).cloned().ok_or(WireError::Malformed("a place in a list"))
    }

    /// Its number from the start, from 0.
    fn index(&self, item: &T) -> Option<usize> {
        self.1.get(item).copied()
    }
}

impl Known {
    fn new(layout: Layout) -> Self {
        Self {
            layout,
            kinds: List::default(),
            subjects: List::default(),
            writers: List::default(),
            desks: List::default(),
            ids: Ids::new(match layout {
                Layout::Second => ids::AGAIN,
                Layout::Third => ids::NEAR,
                Layout::Fourth => ids::CODE,
            }),
            last: BTreeMap::new(),
            salts: BTreeMap::new(),
            loose: BTreeMap::new(),
            subject: None,
            writer: None,
            seconds: 0,
        }
    }

    /// The salt that follows, where the subject had one.
    fn salt(&self, subject: Option<Subject>) -> Option<[u8; 16]> {
        self.salts.get(&subject?).map(next_salt)
    }

    /// Notes the salt of an event's payload, and whether it stands loose. Of an envelope that is whole nobody looks which
    /// subject it has.
    fn salted(&mut self, subject: Option<Subject>, salt: [u8; 16], is_loose: bool) {
        if let Some(subject) = subject {
            let _ = self.salts.insert(subject, salt);
            if is_loose {
                let _ = self.loose.insert(subject, salt);
            }
        }
        self.ids.follow(subject.and_then(|subject| self.loose.get(&subject).copied()));
    }

    /// Notes an event's moment, which stands before whatever else has ids.
    fn at(&mut self, moment: DateTime<Utc>) {
        (self.seconds, self.ids.moment) = (moment.timestamp(), moment.timestamp_millis());
        self.ids.follow(None);
    }

    /// The parents of an event about a subject, unless it says others.
    fn parents(&self, subject: Subject) -> Vec<EventRef> {
        self.last.get(&subject).copied().into_iter().collect()
    }

    fn heard(&mut self, event: EventRef, subject: Subject, writer: (UserId, String)) {
        let _ = self.last.insert(subject, event);
        if self.layout.is_terse() {
            self.ids.learn_uuid(writer.0.0);
        }
        (self.subject, self.writer) = (Some(subject), Some(writer));
    }
}

/// The JSON of an envelope, as [`crate::domain::event::Envelope`] has always been written.
fn text(outline: &Outline) -> Vec<u8> {
    let Outline { alg, ver, device, seq, prev, actor, role, subject, kind, payload_commit, .. } = outline;
    let at = outline.at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let mut out = format!(
        "{{\"alg\":\"{alg}\",\"ver\":{ver},\"device\":\"{device}\",\"seq\":{seq},\"prev\":\"{prev}\",\"at\":\"{at}\",\
         \"actor\":\"{actor}\",\"role\":\"{role}\",\"subject\":\"{subject}\",\"kind\":\"{kind}\",\"parents\":"
    );
    put_refs(&mut out, &outline.parents);
    if !outline.seen.is_empty() {
        out.push_str(",\"seen\":");
        put_refs(&mut out, &outline.seen);
    }
    let _ = write!(out, ",\"payload_commit\":\"{payload_commit}\"}}");
    out.into_bytes()
}

fn put_refs(out: &mut String, refs: &[EventRef]) {
    out.push('[');
    for (at, EventRef { device, seq }) in refs.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(out, "{comma}{{\"device\":\"{device}\",\"seq\":{seq}}}");
    }
    out.push(']');
}

/// Events laid out.
#[derive(Default)]
pub(super) struct Laid {
    /// Random bytes: salts, ids, digests.
    pub loose: Vec<u8>,
    /// What is to be packed.
    pub plain: Vec<u8>,
}

/// Lays out events whose chain holds: each without what can be computed where that gives back the same bytes, else whole.
pub(super) fn lay_out(
    layout: Layout,
    device: DeviceId,
    after: Head,
    events: &[Event],
    outlines: &[Outline],
) -> Laid {
    let laid = write::columns(layout, events, outlines, true);
    let count = u32::try_from(events.len()).unwrap_or(u32::MAX);
    match rebuild(layout, device, after, &laid.loose, &laid.plain, count) {
        Ok(again) if again.events.iter().map(|(_, event)| event).eq(events) => laid,
        _ => write::columns(layout, events, outlines, false),
    }
}
