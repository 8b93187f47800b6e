//! Builds events from their columns, bit by bit as they were. Believes nothing of what it builds, and checks the chain where
//! it does not make it itself.

use super::{COLUMNS, Column, Known, Layout, MOST_KINDS, MOST_LINKS, mark, text};
use crate::domain::event::{Outline, Subject, commitment};
use crate::domain::id::{CaseId, DeviceId, Digest, EventRef, ListId, PersonId, UserId};
use crate::wire::WireError;
use crate::wire::bytes::Reader;
use crate::wire::ids::expand;
use crate::wire::segment::{Chained, Event, Head, MAX_PLAIN, follows};
use chrono::{DateTime, Datelike as _};
use uuid::Uuid;

/// Builds the events again, in a chain that holds. What was signed is still to be checked.
pub(in crate::wire) fn rebuild(
    layout: Layout,
    device: DeviceId,
    after: Head,
    loose: &[u8],
    plain: &[u8],
    count: u32,
) -> Result<Chained, WireError> {
    let mut plain = Reader(plain);
    let mut columns = [const { Reader(&[]) }; COLUMNS];
    for column in &mut columns {
        *column = Reader(counted(&mut plain)?);
    }
    let mut kinds = Vec::new();
    if layout.is_terse() {
        let count = plain.number()?;
        if count > MOST_KINDS {
            return Err(WireError::TooLarge("kinds"));
        }
        for _ in 0..count {
            kinds.push([Reader(counted(&mut plain)?), Reader(counted(&mut plain)?)]);
        }
    }
    plain.end()?;
    let known = Known::new(layout);
    let mut builder = Builder { device, head: after, columns, kinds, loose: Reader(loose), known };
    let (mut events, mut size) = (Vec::new(), 0);
    for _ in 0..count {
        let event = builder.event()?;
        // What was left out may not come back as more than anybody could send whole.
        size += event.1.size();
        if size > MAX_PLAIN {
            return Err(WireError::TooLarge("segment"));
        }
        events.push(event);
    }
    let all = builder.columns.iter().chain(builder.kinds.iter().flatten()).chain([&builder.loose]);
    all.into_iter().try_for_each(Reader::end)?;
    Ok(Chained { events, head: builder.head })
}

/// Whether the envelope's text says the same when it is read: nothing in it that JSON would have written otherwise.
fn reads_back(outline: &Outline) -> bool {
    let is_as_it_is = |byte: u8| byte >= b' ' && !matches!(byte, b'"' | b'\\');
    let is_usual =
        (0..=9999).contains(&outline.at.year()) && outline.at.timestamp_subsec_nanos() < 1_000_000_000;
    is_usual && outline.role.bytes().chain(outline.kind.bytes()).all(is_as_it_is)
}

/// A length, then that many bytes.
fn counted<'a>(plain: &mut Reader<'a>) -> Result<&'a [u8], WireError> {
    let length = plain.number()?;
    plain.take(usize::try_from(length).map_err(|_| WireError::TooLarge("column"))?)
}

struct Builder<'a> {
    device: DeviceId,
    head: Head,
    columns: [Reader<'a>; COLUMNS],
    /// Sizes and payloads of each kind; none in the second form.
    kinds: Vec<[Reader<'a>; 2]>,
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

    fn event(&mut self) -> Result<(Outline, Event), WireError> {
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
            let salt = self.salt(mark)?;
            let bytes = self.payload(outline.as_ref())?;
            let bytes = if mark & mark::PLAIN == 0 {
                expand(bytes, &mut self.known.ids, &mut self.loose)?
            } else {
                bytes.to_vec()
            };
            payload = Some((salt, bytes));
        }
        if let Some(outline) = &mut outline {
            if let Some((salt, bytes)) = &payload {
                outline.payload_commit = commitment(salt, bytes);
            }
            envelope = text(outline);
        }
        let event = Event { envelope, payload };
        // Number, predecessor and what binds the payload were just put in: what would be read of it is known.
        if let Some(outline) = outline.filter(reads_back) {
            self.head = Head { seq, hash: Digest::of(&[&event.envelope]) };
            return Ok((outline, event));
        }
        let (outline, head) = follows(self.device, self.head, &event)?;
        self.head = head;
        Ok((outline, event))
    }

    fn salt(&mut self, mark: u8) -> Result<[u8; 16], WireError> {
        if !self.known.layout.is_terse() {
            return self.loose.array();
        }
        let subject = self.known.subject.filter(|_| mark & mark::WHOLE == 0);
        let is_loose = mark & mark::SALT != 0;
        let salt = if is_loose {
            self.loose.array()?
        } else {
            self.known.salt(subject).ok_or(WireError::Malformed("a salt that follows on none"))?
        };
        self.known.salted(subject, salt, is_loose);
        Ok(salt)
    }

    /// The payload of an event, as it travels.
    fn payload(&mut self, outline: Option<&Outline>) -> Result<&'a [u8], WireError> {
        let outline = outline.filter(|_| self.known.layout.is_terse());
        let Some(outline) = outline else { return self.sized(Column::Sizes, Column::Payloads) };
        let kind = self.known.kinds.index(&outline.kind);
        let [sizes, payloads] =
            kind.and_then(|kind| self.kinds.get_mut(kind)).ok_or(WireError::Malformed("a kind"))?;
        payloads.take(usize::try_from(sizes.number()?).map_err(|_| WireError::TooLarge("length"))?)
    }

    fn outline(&mut self, seq: u64, mark: u8) -> Result<Outline, WireError> {
        const NOBODY: WireError = WireError::Malformed("as the event before, and there is none");
        let at = self.time()?;
        self.known.at(at);
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
        let own = EventRef { device: self.device, seq };
        let parents = if mark & mark::PARENTS != 0 { self.links(own)? } else { self.known.parents(subject) };
        let seen = if mark & mark::SEEN != 0 { self.links(own)? } else { Vec::new() };
        let payload_commit =
            if mark & mark::PAYLOAD == 0 { Digest(self.loose.array()?) } else { Digest::default() };
        self.known.heard(own, subject, writer.clone());
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
        let [letter] = self.of(Column::Subjects).array()?;
        let subject = match letter {
            b'c' => Subject::Case(CaseId(self.subject_id()?)),
            b'p' => Subject::Person(PersonId(self.subject_id()?)),
            b'u' => Subject::User(UserId(self.subject_id()?)),
            b'd' => Subject::Disposal(ListId(self.subject_id()?)),
            b't' => Subject::Town,
            _ => return Err(WireError::Malformed("a subject")),
        };
        self.known.subjects.learn(subject);
        Ok(subject)
    }

    fn subject_id(&mut self) -> Result<Uuid, WireError> {
        if self.known.layout.is_terse() {
            self.known.ids.uuid(&mut self.columns[Column::Subjects as usize], &mut self.loose)
        } else {
            self.uuid()
        }
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
        let passed = times.signed()?;
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
