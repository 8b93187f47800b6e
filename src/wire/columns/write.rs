//! Lays events out in columns: of each what the receiver cannot know. Packs nothing.

use super::{COLUMNS, Column, Known, Laid, Layout, mark, text};
use crate::domain::event::{Outline, Subject};
use crate::domain::id::{CaseId, EventRef, ListId, PersonId, UserId};
use crate::wire::bytes::{put_number, put_signed};
use crate::wire::ids::squeeze;
use crate::wire::segment::Event;
use uuid::Uuid;

/// The events; where not `short`, each envelope as it is.
pub(super) fn columns(layout: Layout, events: &[Event], outlines: &[Outline], short: bool) -> Laid {
    let (mut columns, mut loose, mut known) = (Writer::default(), Vec::new(), Known::new(layout));
    for (event, outline) in events.iter().zip(outlines) {
        let outline = Some(outline).filter(|_| short);
        let mut mark = columns.envelope(event, outline, &mut known, &mut loose);
        if let Some((salt, bytes)) = &event.payload {
            mark |= mark::PAYLOAD;
            // Of an envelope that is whole nobody looks which subject it has.
            let subject = known.subject.filter(|_| mark & mark::WHOLE == 0);
            let is_loose = known.salt(subject) != Some(*salt);
            if is_loose {
                mark |= mark::SALT;
                loose.extend_from_slice(salt);
            }
            known.salted(subject, *salt, is_loose);
            let squeezed = outline.and_then(|_| squeeze(bytes, &mut known.ids, &mut loose));
            if squeezed.is_none() {
                mark |= mark::PLAIN;
            }
            let bytes = squeezed.as_deref().unwrap_or(bytes);
            let kind = outline.filter(|_| mark & mark::WHOLE == 0);
            let [sizes, payloads] =
                columns.payloads(kind.and_then(|outline| known.kinds.index(&outline.kind)));
            put_number(sizes, bytes.len() as u64);
            payloads.extend_from_slice(bytes);
        }
        columns.of(Column::Marks).push(mark);
    }
    Laid { loose, plain: columns.plain() }
}

/// A length and the column.
fn put(plain: &mut Vec<u8>, column: &[u8]) {
    put_number(plain, column.len() as u64);
    plain.extend_from_slice(column);
}

#[derive(Default)]
struct Writer {
    columns: [Vec<u8>; COLUMNS],
    /// Sizes and payloads of each kind.
    kinds: Vec<[Vec<u8>; 2]>,
}

impl Writer {
    fn of(&mut self, column: Column) -> &mut Vec<u8> {
        &mut self.columns[column as usize]
    }

    /// Where sizes and payloads of a kind go; of none, those of events whose envelope is whole.
    fn payloads(&mut self, kind: Option<usize>) -> [&mut Vec<u8>; 2] {
        let Some(kind) = kind else {
            let [.., sizes, _, _, payloads] = &mut self.columns;
            return [sizes, payloads];
        };
        if self.kinds.len() <= kind {
            self.kinds.resize_with(kind + 1, Default::default);
        }
        self.kinds[kind].each_mut()
    }

    fn plain(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        self.columns.iter().for_each(|column| put(&mut plain, column));
        put_number(&mut plain, self.kinds.len() as u64);
        self.kinds.iter().flatten().for_each(|column| put(&mut plain, column));
        plain
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
        let subject = subject.filter(|(_, subject)| letter(*subject).is_some());
        let Some((outline, subject)) = subject else {
            put_number(self.of(Column::Sizes), event.envelope.len() as u64);
            self.of(Column::Whole).extend_from_slice(&event.envelope);
            return mark::WHOLE;
        };
        let mut mark = 0;
        let before = known.seconds;
        self.time(outline, before);
        known.at(outline.at);
        if known.subject != Some(subject) {
            mark |= mark::SUBJECT;
            let place = known.subjects.place(&subject);
            put_number(self.of(Column::Subjects), place);
            if place == 0 {
                self.subject(subject, known, loose);
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
        known.heard(outline.id(), subject, writer);
        mark
    }

    fn word(&mut self, word: &str) {
        put_number(self.of(Column::Words), word.len() as u64);
        self.of(Column::Words).extend_from_slice(word.as_bytes());
    }

    fn subject(&mut self, subject: Subject, known: &mut Known, loose: &mut Vec<u8>) {
        let Some((letter, id)) = letter(subject) else { return };
        let subjects = self.of(Column::Subjects);
        subjects.push(letter);
        if let Some(id) = id {
            known.ids.put_uuid(id, subjects, loose);
        }
    }

    /// Whether parts of a second follow, then the seconds since the event before.
    fn time(&mut self, outline: &Outline, before: i64) {
        let passed = outline.at.timestamp().wrapping_sub(before);
        let nanos = outline.at.timestamp_subsec_nanos();
        let times = self.of(Column::Times);
        times.push(u8::from(nanos > 0));
        put_signed(times, passed);
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

/// The letter of a subject and its id. A closing has none: its envelope travels whole, so that programs from before there were
/// closings read the segment and pass it on.
fn letter(subject: Subject) -> Option<(u8, Option<Uuid>)> {
    Some(match subject {
        Subject::Case(CaseId(id)) => (b'c', Some(id)),
        Subject::Person(PersonId(id)) => (b'p', Some(id)),
        Subject::User(UserId(id)) => (b'u', Some(id)),
        Subject::Disposal(ListId(id)) => (b'd', Some(id)),
        Subject::Town => (b't', None),
        Subject::Closing(_) => return None,
    })
}
