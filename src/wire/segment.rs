//! A segment: whole events of one desk, in the order of its chain, packed and signed. The bytes that were hashed are the
//! bytes that arrive. Judges no event.
//!
//! Frozen, all numbers little endian: `AMS4`, device (16), first seq (8), hash before it (32), number of events (4), size
//! unpacked (4), signature over device, last seq and its hash (64), length and loose bytes, then one zstd frame, both as
//! [`super::columns`] says, the frame packed with the dictionary [`super::words`]. `AMS3` has older columns and no dictionary;
//! it is written for whoever reads no `AMS4` yet. Nobody writes any longer `AMS2`, with columns that are older still, and
//! `AMS1`, which has no loose bytes; unpacked, for each event: length and envelope; 0 where the payload was erased, else 1, salt
//! (16), length and payload.

use super::WireError;
use super::bytes::{Reader, put_sized};
use super::columns::{self, Layout};
use super::key::{PublicKey, Purpose, SecretKey, Signature};
use super::words;
use crate::domain::event::{Outline, commitment};
use crate::domain::id::{DeviceId, Digest};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most bytes of a segment on the wire.
pub const MAX_WIRE: usize = 1 << 20;

/// Most bytes of a segment unpacked: checked before anything is unpacked.
pub const MAX_PLAIN: usize = 4 << 20;

/// Where a segment is cut: bytes of whole events that give some 30 to 60 kB on the wire.
const CUT: usize = 2 << 20;

/// Most events of a segment; more would be sorted by hand before a line that slow.
const MAX_EVENTS: u32 = 20_000;

/// How hard it is packed: at 9, the columns of a thousand cases are a tenth smaller than at 3.
const LEVEL: i32 = 9;

/// How hard where a segment is not full, and so no other one waits behind it: a tenth smaller again, for a tenth of a second.
const HARD: i32 = 19;

/// Bytes of whole events up to which a segment counts as not full.
const LITTLE: usize = CUT / 4 * 3;

/// How a segment is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Laid {
    /// `AMS1`: event by event, each whole.
    Whole,
    /// From `AMS2` on: column by column, without what the receiver can compute.
    Columns(Layout),
}

impl Laid {
    fn of(magic: [u8; 4]) -> Result<Self, WireError> {
        match &magic {
            b"AMS1" => Ok(Self::Whole),
            b"AMS2" => Ok(Self::Columns(Layout::Second)),
            b"AMS3" => Ok(Self::Columns(Layout::Third)),
            b"AMS4" => Ok(Self::Columns(Layout::Fourth)),
            _ => Err(WireError::Malformed("no segment")),
        }
    }

    /// What its frame was packed with.
    fn words(self) -> &'static [u8] {
        if self == Self::Columns(Layout::Fourth) { words::FIRST } else { &[] }
    }
}

/// The forms that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Form {
    /// `AMS3`, for whoever reads no later one.
    Third,
    /// `AMS4`.
    #[default]
    Fourth,
}

impl Form {
    fn magic(self) -> [u8; 4] {
        match self {
            Self::Third => *b"AMS3",
            Self::Fourth => *b"AMS4",
        }
    }

    fn layout(self) -> Layout {
        match self {
            Self::Third => Layout::Third,
            Self::Fourth => Layout::Fourth,
        }
    }
}

/// How far a desk's chain goes: its last event and that event's hash; zeros before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// Number of the last event.
    pub seq: u64,
    /// Digest of its envelope.
    pub hash: Digest,
}

/// An event as it travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The bytes that were hashed.
    pub envelope: Vec<u8>,
    /// Salt and bytes; nothing once it was erased.
    pub payload: Option<([u8; 16], Vec<u8>)>,
}

impl Event {
    /// Bytes it takes unpacked.
    pub(super) fn size(&self) -> usize {
        self.envelope.len() + self.payload.as_ref().map_or(0, |(_, bytes)| bytes.len() + 20) + 5
    }
}

/// A segment whose chain and signature were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The desk that wrote and signed it.
    pub device: DeviceId,
    /// What it follows.
    pub after: Head,
    /// Its events with what every version reads of them.
    pub events: Vec<(Outline, Event)>,
    /// Where the desk's chain stands after it.
    pub head: Head,
}

/// How many of the events, from the front, make one segment.
pub fn cut(events: &[Event]) -> usize {
    let mut size = 0;
    let full = events.iter().position(|event| {
        size += event.size();
        size > CUT
    });
    // One event larger than that goes alone.
    full.map_or(events.len(), |at| at.max(1))
}

impl Segment {
    /// Packs and signs events of the desk that follow `after`, in the newest form. Refused where they do not.
    pub fn pack(
        key: &SecretKey,
        device: DeviceId,
        after: Head,
        events: &[Event],
    ) -> Result<Vec<u8>, WireError> {
        Self::pack_as(Form::default(), key, device, after, events)
    }

    /// The same in a form that the other side reads.
    pub fn pack_as(
        form: Form,
        key: &SecretKey,
        device: DeviceId,
        after: Head,
        events: &[Event],
    ) -> Result<Vec<u8>, WireError> {
        let (outlines, head) = chain(device, after, events)?;
        let signature = key.sign(Purpose::Segment, &signed(device, head).each_ref().map(|part| &part[..]));
        packed(form, device, after, &signature, events, &outlines)
    }

    /// The desk that a segment says it is of; nothing is checked yet.
    pub fn device_of(bytes: &[u8]) -> Result<DeviceId, WireError> {
        let mut reader = Reader(bytes);
        let _ = Laid::of(reader.array()?)?;
        Ok(DeviceId(Uuid::from_bytes(reader.array()?)))
    }

    /// Unpacks a segment and checks it: sizes first, then the chain and what binds the payloads, then the signature.
    pub fn read(bytes: &[u8], key: &PublicKey) -> Result<Self, WireError> {
        if bytes.len() > MAX_WIRE {
            return Err(WireError::TooLarge("segment"));
        }
        let device = Self::device_of(bytes)?;
        let mut reader = Reader(bytes);
        let (laid, _) = (Laid::of(reader.array()?)?, reader.take(16)?);
        let first = reader.u64()?;
        let hash = Digest(reader.array()?);
        let seq = first.checked_sub(1).ok_or(WireError::Malformed("events count from 1"))?;
        let (after, count, size) = (Head { seq, hash }, reader.u32()?, reader.u32()?);
        let signature = Signature(reader.array()?);
        let size = usize::try_from(size).map_err(|_| WireError::TooLarge("segment"))?;
        if size > MAX_PLAIN || count > MAX_EVENTS {
            return Err(WireError::TooLarge("segment"));
        }
        let loose = if laid == Laid::Whole { &[] } else { reader.sized()? };
        // A frame that says itself that it holds more is not begun; one that lies is stopped at the promised size.
        if zstd::zstd_safe::get_frame_content_size(reader.0).is_ok_and(|held| held > Some(size as u64)) {
            return Err(WireError::TooLarge("segment"));
        }
        let plain = zstd::bulk::Decompressor::with_dictionary(laid.words());
        let plain = plain.and_then(|mut frame| frame.decompress(reader.0, size));
        let plain = plain.map_err(|_| WireError::Malformed("not packed"))?;
        if plain.len() != size {
            return Err(WireError::Malformed("unpacked size"));
        }
        let Chained { events, head } = match laid {
            Laid::Whole => {
                let events = unplain(&plain, count)?;
                let (outlines, head) = chain(device, after, &events)?;
                Chained { events: outlines.into_iter().zip(events).collect(), head }
            }
            Laid::Columns(layout) => columns::rebuild(layout, device, after, loose, &plain, count)?,
        };
        if events.is_empty() {
            return Err(NO_EVENT);
        }
        key.verify(Purpose::Segment, &signed(device, head).each_ref().map(|part| &part[..]), &signature)?;
        Ok(Self { device, after, events, head })
    }

    /// The segment without the payloads of some events; nothing where it has none of them. Head and signature stay as they
    /// are: they cover envelopes, and what an envelope commits to need not be there.
    pub fn without(
        bytes: &[u8],
        key: &PublicKey,
        erased: impl Fn(&Outline) -> bool,
    ) -> Result<Option<Vec<u8>>, WireError> {
        let segment = Self::read(bytes, key)?;
        let (outlines, mut events): (Vec<Outline>, Vec<Event>) = segment.events.into_iter().unzip();
        let mut any = false;
        for (outline, event) in outlines.iter().zip(&mut events) {
            if event.payload.is_some() && erased(outline) {
                (event.payload, any) = (None, true);
            }
        }
        if !any {
            return Ok(None);
        }
        let signature = Signature(Reader(bytes.get(68..132).unwrap_or_default()).array()?);
        packed(Form::default(), segment.device, segment.after, &signature, &events, &outlines).map(Some)
    }

    /// The same events below the same signature for a desk that reads no later form than that; nothing where it reads this one.
    pub fn for_older(bytes: &[u8], key: &PublicKey, form: Form) -> Result<Option<Vec<u8>>, WireError> {
        if form == Form::Fourth || !bytes.starts_with(&Form::Fourth.magic()) {
            return Ok(None);
        }
        let Self { device, after, events, .. } = Self::read(bytes, key)?;
        let (outlines, events): (Vec<Outline>, Vec<Event>) = events.into_iter().unzip();
        let signature = Signature(Reader(bytes.get(68..132).unwrap_or_default()).array()?);
        packed(form, device, after, &signature, &events, &outlines).map(Some)
    }

    /// The hash of the event with that number, if it is in here or the one before.
    pub fn hash_at(&self, seq: u64) -> Option<Digest> {
        if seq == self.after.seq {
            return Some(self.after.hash);
        }
        let at = usize::try_from(seq.checked_sub(self.after.seq + 1)?).ok()?;
        self.events.get(at).map(|(_, event)| Digest::of(&[&event.envelope]))
    }
}

/// The bytes of events whose chain holds, below a signature over its head.
fn packed(
    form: Form,
    device: DeviceId,
    after: Head,
    signature: &Signature,
    events: &[Event],
    outlines: &[Outline],
) -> Result<Vec<u8>, WireError> {
    let columns::Laid { loose, plain } = columns::lay_out(form.layout(), device, after, events, outlines);
    let size = u32::try_from(plain.len()).map_err(|_| WireError::TooLarge("segment"))?;
    let count = u32::try_from(events.len()).map_err(|_| WireError::TooLarge("segment"))?;
    let whole: usize = events.iter().map(Event::size).sum();
    if plain.len().max(whole) > MAX_PLAIN || count > MAX_EVENTS {
        return Err(WireError::TooLarge("segment"));
    }
    let level = if whole <= LITTLE { HARD } else { LEVEL };
    let packed = zstd::bulk::Compressor::with_dictionary(level, Laid::Columns(form.layout()).words());
    let packed = packed.and_then(|mut frame| frame.compress(&plain));
    let packed = packed.map_err(|_| WireError::Malformed("not packed"))?;
    let mut out = Vec::with_capacity(packed.len() + loose.len() + 136);
    out.extend_from_slice(&form.magic());
    out.extend_from_slice(device.0.as_bytes());
    out.extend_from_slice(&(after.seq + 1).to_le_bytes());
    out.extend_from_slice(&after.hash.0);
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(&signature.0);
    put_sized(&mut out, &loose)?;
    out.extend_from_slice(&packed);
    if out.len() > MAX_WIRE { Err(WireError::TooLarge("segment")) } else { Ok(out) }
}

/// What is signed: the head commits to every envelope before it, and each envelope to its payload.
fn signed(device: DeviceId, head: Head) -> [Vec<u8>; 3] {
    [device.0.as_bytes().to_vec(), head.seq.to_le_bytes().to_vec(), head.hash.0.to_vec()]
}

/// Events whose chain holds, with what every version reads of them, and where it then stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Chained {
    /// In their order.
    pub events: Vec<(Outline, Event)>,
    /// The last one.
    pub head: Head,
}

const NO_EVENT: WireError = WireError::Malformed("no event");

/// Whether the events follow each other and `after`, and each payload is the one its envelope names.
fn chain(device: DeviceId, after: Head, events: &[Event]) -> Result<(Vec<Outline>, Head), WireError> {
    if events.is_empty() {
        return Err(NO_EVENT);
    }
    let mut head = after;
    let mut outlines = Vec::with_capacity(events.len());
    for event in events {
        let (outline, next) = follows(device, head, event)?;
        outlines.push(outline);
        head = next;
    }
    Ok((outlines, head))
}

/// Whether an event follows a head and its payload is the one its envelope names; what every version reads of it, and where
/// the chain then stands.
pub(super) fn follows(device: DeviceId, head: Head, event: &Event) -> Result<(Outline, Head), WireError> {
    let seq = head.seq.checked_add(1).ok_or(WireError::Malformed("event number"))?;
    let outline: Outline =
        serde_json::from_slice(&event.envelope).map_err(|_| WireError::Malformed("envelope"))?;
    let bound = event.payload.as_ref();
    let bound = bound.is_none_or(|(salt, bytes)| commitment(salt, bytes) == outline.payload_commit);
    let follows = (outline.device, outline.seq, outline.prev) == (device, seq, head.hash);
    if outline.alg != "sha256" || !bound || !follows {
        return Err(WireError::Chain(seq));
    }
    Ok((outline, Head { seq, hash: Digest::of(&[&event.envelope]) }))
}

/// The events of `AMS1`.
fn unplain(plain: &[u8], count: u32) -> Result<Vec<Event>, WireError> {
    let mut reader = Reader(plain);
    let mut events = Vec::new();
    for _ in 0..count {
        let envelope = reader.sized()?.to_vec();
        let payload = match reader.array()? {
            [0] => None,
            [1] => Some((reader.array()?, reader.sized()?.to_vec())),
            _ => return Err(WireError::Malformed("payload mark")),
        };
        events.push(Event { envelope, payload });
    }
    reader.end()?;
    Ok(events)
}
