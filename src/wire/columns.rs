//! How a segment of the second version lays its events out: column by column, so that alike stands beside alike, and without
//! what the receiver can compute: the hash of the envelope before, and what binds the payload. Random bytes stand loose,
//! before the packing, which they only disturb. Checks no chain and no signature.
//!
//! Frozen. Numbers are LEB128. Unpacked, each of the ten columns is a length and its bytes. For each event `marks` says in
//! one byte what the others hold of it; an envelope that would not come back bit by bit travels whole.

use super::WireError;
use super::bytes::{Reader, put_number};
use super::ids::{Ids, expand, squeeze};
use super::segment::{Event, Head, MAX_PLAIN};
use crate::domain::event::{Outline, Subject, commitment};
use crate::domain::id::{CaseId, DeviceId, Digest, EventRef, ListId, PersonId, UserId};
use chrono::{DateTime, SecondsFormat};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use uuid::Uuid;

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

/// What both sides know after the same events. Places in its lists are told from their ends.
#[derive(Default)]
struct Known {
    kinds: List<String>,
    subjects: List<Subject>,
    writers: List<(UserId, String)>,
    desks: List<DeviceId>,
    ids: Ids,
    /// The last event of each subject.
    last: BTreeMap<Subject, EventRef>,
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
}

impl Known {
    /// The parents of an event about a subject, unless it says others.
    fn parents(&self, subject: Subject) -> Vec<EventRef> {
        self.last.get(&subject).copied().into_iter().collect()
    }

    fn heard(&mut self, event: EventRef, subject: Subject, writer: (UserId, String), seconds: i64) {
        let _ = self.last.insert(subject, event);
        (self.subject, self.writer, self.seconds) = (Some(subject), Some(writer), seconds);
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
pub(super) fn lay_out(device: DeviceId, after: Head, events: &[Event], outlines: &[Outline]) -> Laid {
    let laid = columns(events, outlines, true);
    let count = u32::try_from(events.len()).unwrap_or(u32::MAX);
    match rebuild(device, after, &laid.loose, &laid.plain, count) {
        Ok(again) if again == events => laid,
        _ => columns(events, outlines, false),
    }
}

fn columns(events: &[Event], outlines: &[Outline], short: bool) -> Laid {
    let (mut columns, mut loose, mut known) = (Writer::default(), Vec::new(), Known::default());
    for (event, outline) in events.iter().zip(outlines) {
        let outline = Some(outline).filter(|_| short);
        let mut mark = columns.envelope(event, outline, &mut known, &mut loose);
        if let Some((salt, bytes)) = &event.payload {
            mark |= mark::PAYLOAD;
            loose.extend_from_slice(salt);
            let squeezed = outline.and_then(|_| squeeze(bytes, &mut known.ids, &mut loose));
            if let Some(squeezed) = squeezed {
                put_number(columns.of(Column::Sizes), squeezed.len() as u64);
                columns.of(Column::Payloads).extend_from_slice(&squeezed);
            } else {
                mark |= mark::PLAIN;
                put_number(columns.of(Column::Sizes), bytes.len() as u64);
                columns.of(Column::Payloads).extend_from_slice(bytes);
            }
        }
        columns.of(Column::Marks).push(mark);
    }
    let mut plain = Vec::new();
    for column in columns.0 {
        put_number(&mut plain, column.len() as u64);
        plain.extend_from_slice(&column);
    }
    Laid { loose, plain }
}

#[derive(Default)]
struct Writer([Vec<u8>; COLUMNS]);

impl Writer {
    fn of(&mut self, column: Column) -> &mut Vec<u8> {
        &mut self.0[column as usize]
    }

    /// Writes what the receiver cannot know of an envelope, and gives its mark.
    fn envelope(
        &mut self,
        event: &Event,
        outline: Option<&Outline>,
        known: &mut Known,
        loose: &mut Vec<u8>,
    ) -> u8 {
        let outline = outline.filter(|outline| text(outline) == event.envelope);
        let subject = outline.and_then(|outline| Some((outline, outline.subject.parse().ok()?)));
        let Some((outline, subject)) = subject else {
            put_number(self.of(Column::Sizes), event.envelope.len() as u64);
            self.of(Column::Whole).extend_from_slice(&event.envelope);
            return mark::WHOLE;
        };
        let mut mark = 0;
        if known.subject != Some(subject) {
            mark |= mark::SUBJECT;
            let place = known.subjects.place(&subject);
            put_number(self.of(Column::Subjects), place);
            if place == 0 {
                self.subject(subject, loose);
            }
        }
        let writer = (outline.actor, outline.role.clone());
        if known.writer.as_ref() != Some(&writer) {
            mark |= mark::WRITER;
            let place = known.writers.place(&writer);
            put_number(self.of(Column::Writers), place);
            if place == 0 {
                loose.extend_from_slice(writer.0.0.as_bytes());
                self.word(&writer.1);
            }
        }
        let place = known.kinds.place(&outline.kind);
        put_number(self.of(Column::Kinds), place);
        if place == 0 {
            self.word(&outline.kind);
        }
        self.time(outline, known.seconds);
        if outline.parents != known.parents(subject) {
            mark |= mark::PARENTS;
            self.links(&outline.parents, outline.id(), known, loose);
        }
        if !outline.seen.is_empty() {
            mark |= mark::SEEN;
            self.links(&outline.seen, outline.id(), known, loose);
        }
        if event.payload.is_none() {
            loose.extend_from_slice(&outline.payload_commit.0);
        }
        known.heard(outline.id(), subject, writer, outline.at.timestamp());
        mark
    }

    fn word(&mut self, word: &str) {
        put_number(self.of(Column::Words), word.len() as u64);
        self.of(Column::Words).extend_from_slice(word.as_bytes());
    }

    fn subject(&mut self, subject: Subject, loose: &mut Vec<u8>) {
        let (letter, id) = match subject {
            Subject::Case(CaseId(id)) => (b'c', Some(id)),
            Subject::Person(PersonId(id)) => (b'p', Some(id)),
            Subject::User(UserId(id)) => (b'u', Some(id)),
            Subject::Disposal(ListId(id)) => (b'd', Some(id)),
            Subject::Town => (b't', None),
        };
        self.of(Column::Subjects).push(letter);
        loose.extend_from_slice(id.as_ref().map_or(&[][..], |id| &id.as_bytes()[..]));
    }

    /// Seconds since the event before, back and forth by turns, twice; one more where parts of a second follow.
    fn time(&mut self, outline: &Outline, before: i64) {
        let passed = outline.at.timestamp().wrapping_sub(before);
        let turned = (passed.wrapping_shl(1) ^ (passed >> 63)).cast_unsigned();
        let nanos = outline.at.timestamp_subsec_nanos();
        let times = self.of(Column::Times);
        times.push(u8::from(nanos > 0));
        put_number(times, turned);
        if nanos > 0 {
            put_number(times, nanos.into());
        }
    }

    fn links(&mut self, refs: &[EventRef], own: EventRef, known: &mut Known, loose: &mut Vec<u8>) {
        put_number(self.of(Column::Links), refs.len() as u64);
        for EventRef { device, seq } in refs {
            // Of the own chain by how far back, of others by number.
            let (place, number) = if *device == own.device {
                (0, own.seq.wrapping_sub(*seq))
            } else {
                (known.desks.place(device) + 1, *seq)
            };
            put_number(self.of(Column::Links), place);
            put_number(self.of(Column::Links), number);
            if place == 1 {
                loose.extend_from_slice(device.0.as_bytes());
            }
        }
    }
}

/// Builds the events again. Their chain and what was signed is still to be checked.
pub(super) fn rebuild(
    device: DeviceId,
    after: Head,
    loose: &[u8],
    plain: &[u8],
    count: u32,
) -> Result<Vec<Event>, WireError> {
    let mut plain = Reader(plain);
    let mut columns = [const { Reader(&[]) }; COLUMNS];
    for column in &mut columns {
        let length = plain.number()?;
        *column = Reader(plain.take(usize::try_from(length).map_err(|_| WireError::TooLarge("column"))?)?);
    }
    plain.end()?;
    let mut builder = Builder { device, head: after, columns, loose: Reader(loose), known: Known::default() };
    let (mut events, mut size) = (Vec::new(), 0);
    for _ in 0..count {
        let event = builder.event()?;
        // What was left out may not come back as more than anybody could send whole.
        size += event.size();
        if size > MAX_PLAIN {
            return Err(WireError::TooLarge("segment"));
        }
        events.push(event);
    }
    builder.columns.iter().chain([&builder.loose]).try_for_each(Reader::end)?;
    Ok(events)
}

struct Builder<'a> {
    device: DeviceId,
    head: Head,
    columns: [Reader<'a>; COLUMNS],
    loose: Reader<'a>,
    known: Known,
}

impl<'a> Builder<'a> {
    fn of(&mut self, column: Column) -> &mut Reader<'a> {
        &mut self.columns[column as usize]
    }

    fn sized(&mut self, sizes: Column, bytes: Column) -> Result<&'a [u8], WireError> {
        let size = self.of(sizes).number()?;
        self.of(bytes).take(usize::try_from(size).map_err(|_| WireError::TooLarge("length"))?)
    }

    fn event(&mut self) -> Result<Event, WireError> {
        let seq = self.head.seq.checked_add(1).ok_or(WireError::Malformed("event number"))?;
        let [mark] = self.of(Column::Marks).array()?;
        let (mut envelope, mut outline) = (Vec::new(), None);
        if mark & mark::WHOLE != 0 {
            envelope = self.sized(Column::Sizes, Column::Whole)?.to_vec();
        } else {
            outline = Some(self.outline(seq, mark)?);
        }
        let mut payload = None;
        if mark & mark::PAYLOAD != 0 {
            let salt = self.loose.array()?;
            let bytes = self.sized(Column::Sizes, Column::Payloads)?;
            let bytes = if mark & mark::PLAIN == 0 {
                expand(bytes, &mut self.known.ids, &mut self.loose)?
            } else {
                bytes.to_vec()
            };
            payload = Some((salt, bytes));
        }
        if let Some(mut outline) = outline {
            if let Some((salt, bytes)) = &payload {
                outline.payload_commit = commitment(salt, bytes);
            }
            envelope = text(&outline);
        }
        self.head = Head { seq, hash: Digest::of(&[&envelope]) };
        Ok(Event { envelope, payload })
    }

    fn outline(&mut self, seq: u64, mark: u8) -> Result<Outline, WireError> {
        const NOBODY: WireError = WireError::Malformed("as the event before, and there is none");
        let subject =
            if mark & mark::SUBJECT != 0 { self.subject()? } else { self.known.subject.ok_or(NOBODY)? };
        let writer = if mark & mark::WRITER != 0 {
            self.writer()?
        } else {
            self.known.writer.clone().ok_or(NOBODY)?
        };
        let kind = match self.of(Column::Kinds).number()? {
            0 => {
                let kind = self.word()?;
                self.known.kinds.learn(kind.clone());
                kind
            }
            place => self.known.kinds.at(place)?,
        };
        let at = self.time()?;
        let own = EventRef { device: self.device, seq };
        let parents = if mark & mark::PARENTS != 0 { self.links(own)? } else { self.known.parents(subject) };
        let seen = if mark & mark::SEEN != 0 { self.links(own)? } else { Vec::new() };
        let payload_commit =
            if mark & mark::PAYLOAD == 0 { Digest(self.loose.array()?) } else { Digest::default() };
        self.known.heard(own, subject, writer.clone(), at.timestamp());
        let (alg, ver, device, prev) = ("sha256".to_owned(), 1, self.device, self.head.hash);
        let (actor, role, subject) = (writer.0, writer.1, subject.to_string());
        Ok(Outline {
            alg,
            ver,
            device,
            seq,
            prev,
            at,
            actor,
            role,
            subject,
            kind,
            parents,
            seen,
            payload_commit,
        })
    }

    fn word(&mut self) -> Result<String, WireError> {
        let word = self.sized(Column::Words, Column::Words)?.to_vec();
        String::from_utf8(word).map_err(|_| WireError::Malformed("a word"))
    }

    fn uuid(&mut self) -> Result<Uuid, WireError> {
        self.loose.array().map(Uuid::from_bytes)
    }

    fn subject(&mut self) -> Result<Subject, WireError> {
        let place = self.of(Column::Subjects).number()?;
        if place > 0 {
            return self.known.subjects.at(place);
        }
        let subject = match self.of(Column::Subjects).array()? {
            [b'c'] => Subject::Case(CaseId(self.uuid()?)),
            [b'p'] => Subject::Person(PersonId(self.uuid()?)),
            [b'u'] => Subject::User(UserId(self.uuid()?)),
            [b'd'] => Subject::Disposal(ListId(self.uuid()?)),
            [b't'] => Subject::Town,
            _ => return Err(WireError::Malformed("a subject")),
        };
        self.known.subjects.learn(subject);
        Ok(subject)
    }

    fn writer(&mut self) -> Result<(UserId, String), WireError> {
        let place = self.of(Column::Writers).number()?;
        if place > 0 {
            return self.known.writers.at(place);
        }
        let writer = (UserId(self.uuid()?), self.word()?);
        self.known.writers.learn(writer.clone());
        Ok(writer)
    }

    fn time(&mut self) -> Result<DateTime<chrono::Utc>, WireError> {
        let before = self.known.seconds;
        let times = self.of(Column::Times);
        let [has_nanos] = times.array()?;
        let turned = times.number()?.cast_signed();
        let passed = (turned.cast_unsigned() >> 1).cast_signed() ^ -(turned & 1);
        let nanos = if has_nanos == 0 { 0 } else { times.number()? };
        let nanos = u32::try_from(nanos).map_err(|_| WireError::Malformed("a moment"))?;
        let at = DateTime::from_timestamp(before.wrapping_add(passed), nanos);
        at.ok_or(WireError::Malformed("a moment"))
    }

    fn links(&mut self, own: EventRef) -> Result<Vec<EventRef>, WireError> {
        let count = self.of(Column::Links).number()?;
        if count > MOST_LINKS {
            return Err(WireError::TooLarge("links"));
        }
        let mut refs = Vec::new();
        for _ in 0..count {
            let place = self.of(Column::Links).number()?;
            let number = self.of(Column::Links).number()?;
            refs.push(match place {
                0 => EventRef { device: own.device, seq: own.seq.wrapping_sub(number) },
                1 => {
                    let device = DeviceId(self.uuid()?);
                    self.known.desks.learn(device);
                    EventRef { device, seq: number }
                }
                place => EventRef { device: self.known.desks.at(place - 1)?, seq: number },
            });
        }
        Ok(refs)
    }
}
