//! Ids and digests inside of payloads: random bytes that JSON writes twice as long. They are taken out of the text and put
//! back bit by bit. Understands no payload.
//!
//! Frozen. In the text stands instead: 1 for a digest (64 hexadecimal digits, 32 loose bytes), 2 for a UUID (16 loose bytes),
//! 3 and a LEB128 number for one that was there before, told from the end of the list of all. JSON has none of these bytes.
//! Since `AMS3` also 4, for a UUID of version 7 whose first six bytes are a moment near the event's: a signed LEB128 number,
//! milliseconds from there, and the other 10 bytes loose. Since `AMS4` also 5, for one whose other bytes follow from the
//! subject's last salt in the segment that stands loose ([`id_of_salt`]): moment as before, and which it is, LEB128; and 6 for
//! the status code that follows from that salt.

use super::WireError;
use super::bytes::{Reader, put_number, put_signed};
use super::segment::MAX_PLAIN;
use crate::domain::event::{code_of_salt, id_of_salt};
use crate::domain::number::status_code;
use std::collections::HashMap;
use uuid::{Builder, Uuid};

const DIGEST: u8 = 1;
const UUID: u8 = 2;
pub(super) const AGAIN: u8 = 3;
pub(super) const NEAR: u8 = 4;
const MADE: u8 = 5;
pub(super) const CODE: u8 = 6;

/// Letters of a status code as it is written.
const CODE_LENGTH: usize = 14;

/// So many ids of one salt are looked for: an act brings fewer.
const MOST_MADE: u32 = 16;

/// A moment is told by its distance up to here (199 days): five bytes, which is less than six.
const NEAREST: u64 = 1 << 34;

/// Those that were met so far, in their order.
pub(super) struct Ids {
    all: Vec<Id>,
    places: HashMap<Id, usize>,
    /// The last byte that means an id.
    marks: u8,
    /// When the event was written that they are in, in milliseconds.
    pub moment: i64,
    /// The salt that the event's ids may follow from.
    salt: Option<[u8; 16]>,
    /// The status code that followed from a salt when one was last wanted.
    code: Option<([u8; 16], String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Id {
    Digest([u8; 32]),
    Uuid([u8; 16]),
}

impl Id {
    /// One that stands at the front of the text.
    fn at(text: &[u8]) -> Option<Self> {
        let digits =
            text.iter().take(64).take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).count();
        match digits {
            64 => {
                let mut bytes = [0; 32];
                for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
                    *byte = value(pair[0]) << 4 | value(pair[1]);
                }
                Some(Self::Digest(bytes))
            }
            8 => {
                let text = std::str::from_utf8(text.get(..36)?).ok()?;
                let uuid = Uuid::try_parse(text).ok()?;
                (*written(uuid, &mut [0; 36]) == *text).then_some(Self::Uuid(uuid.into_bytes()))
            }
            _ => None,
        }
    }

    fn put(self, out: &mut Vec<u8>) {
        match self {
            Self::Digest(bytes) => {
                for byte in bytes {
                    out.extend([byte >> 4, byte & 15].map(|half| b"0123456789abcdef"[usize::from(half)]));
                }
            }
            Self::Uuid(bytes) => {
                out.extend_from_slice(written(Uuid::from_bytes(bytes), &mut [0; 36]).as_bytes());
            }
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Digest(_) => 64,
            Self::Uuid(_) => 36,
        }
    }
}

fn written(uuid: Uuid, into: &mut [u8; 36]) -> &str {
    uuid.hyphenated().encode_lower(into)
}

fn value(digit: u8) -> u8 {
    if digit.is_ascii_digit() { digit - b'0' } else { digit - b'a' + 10 }
}

impl Ids {
    /// None yet. Which mark is the last is the form's business.
    pub fn new(last: u8) -> Self {
        Self { all: Vec::new(), places: HashMap::new(), marks: last, moment: 0, salt: None, code: None }
    }

    /// From now on ids may follow from this salt, or from none.
    pub fn follow(&mut self, salt: Option<[u8; 16]>) {
        self.salt = salt;
    }

    /// The status code that is left out here.
    fn code(&mut self) -> Option<&str> {
        let salt = self.salt.filter(|_| self.marks >= CODE)?;
        if self.code.as_ref().is_none_or(|(of, _)| *of != salt) {
            self.code = Some((salt, status_code(code_of_salt(&salt))));
        }
        self.code.as_ref().map(|(_, code)| code.as_str())
    }

    /// Whether it stands at the front of the text.
    fn is_code(&mut self, text: &[u8]) -> bool {
        let looks_like = text.get(4) == Some(&b'-') && text.get(9) == Some(&b'-');
        looks_like && self.code().is_some_and(|code| text.starts_with(code.as_bytes()))
    }

    /// Which id of the salt has these bytes behind its moment.
    fn made(&self, random: &[u8]) -> Option<u32> {
        let salt = self.salt.filter(|_| self.marks >= MADE)?;
        (0..MOST_MADE).find(|number| behind_moment(&salt, *number) == random)
    }

    fn learn(&mut self, id: Id) {
        let _ = self.places.insert(id, self.all.len());
        self.all.push(id);
    }

    /// From now on it need not be told; nothing where it is known.
    pub fn learn_uuid(&mut self, uuid: Uuid) {
        let id = Id::Uuid(uuid.into_bytes());
        if !self.places.contains_key(&id) {
            self.learn(id);
        }
    }

    /// Writes an id, which is known from then on.
    pub fn put_uuid(&mut self, uuid: Uuid, out: &mut Vec<u8>, loose: &mut Vec<u8>) {
        self.put(Id::Uuid(uuid.into_bytes()), out, loose);
    }

    fn put(&mut self, id: Id, out: &mut Vec<u8>, loose: &mut Vec<u8>) {
        if let Some(place) = self.places.get(&id) {
            out.push(AGAIN);
            put_number(out, (self.all.len() - place) as u64);
            return;
        }
        self.learn(id);
        match id {
            Id::Digest(bytes) => {
                out.push(DIGEST);
                loose.extend_from_slice(&bytes);
            }
            Id::Uuid(bytes) => {
                if let Some((passed, number)) = self.distance(bytes).zip(self.made(&bytes[6..])) {
                    out.push(MADE);
                    put_signed(out, passed);
                    put_number(out, number.into());
                } else if let Some(passed) = self.distance(bytes) {
                    out.push(NEAR);
                    put_signed(out, passed);
                    loose.extend_from_slice(&bytes[6..]);
                } else {
                    out.push(UUID);
                    loose.extend_from_slice(&bytes);
                }
            }
        }
    }

    /// How far the moment in a UUID of version 7 is from the event's, where it is near.
    fn distance(&self, bytes: [u8; 16]) -> Option<i64> {
        let then = bytes[..6].iter().fold(0, |number, byte| number << 8 | i64::from(*byte));
        let passed = then.wrapping_sub(self.moment);
        (self.marks >= NEAR && bytes[6] >> 4 == 7 && passed.unsigned_abs() < NEAREST).then_some(passed)
    }

    /// A UUID as [`Ids::put_uuid`] wrote it.
    pub fn uuid(&mut self, from: &mut Reader<'_>, loose: &mut Reader<'_>) -> Result<Uuid, WireError> {
        let [mark] = from.array()?;
        match self.id(mark, from, loose)? {
            Some(Id::Uuid(bytes)) => Ok(Uuid::from_bytes(bytes)),
            _ => Err(WireError::Malformed("no id")),
        }
    }

    /// What stands behind the mark of an id; nothing where it is no mark.
    fn id(
        &mut self,
        mark: u8,
        from: &mut Reader<'_>,
        loose: &mut Reader<'_>,
    ) -> Result<Option<Id>, WireError> {
        const NOWHERE: WireError = WireError::Malformed("an id from before");
        let id = match mark {
            DIGEST => Id::Digest(loose.array()?),
            UUID => Id::Uuid(loose.array()?),
            AGAIN => {
                let place = usize::try_from(from.number()?).map_err(|_| NOWHERE)?;
                let at = self.all.len().checked_sub(place).ok_or(NOWHERE)?;
                return self.all.get(at).copied().ok_or(NOWHERE).map(Some);
            }
            NEAR if self.marks >= NEAR => {
                let moment = self.moment_of(from)?;
                Id::Uuid(id_at(moment, loose.array()?))
            }
            MADE if self.marks >= MADE => {
                let moment = self.moment_of(from)?;
                let number = u32::try_from(from.number()?).map_err(|_| NOWHERE)?;
                let salt = self.salt.ok_or(NOWHERE)?;
                Id::Uuid(id_at(moment, behind_moment(&salt, number)))
            }
            _ => return Ok(None),
        };
        self.learn(id);
        Ok(Some(id))
    }

    /// The first six bytes of an id: a moment, told by its distance from the event's.
    fn moment_of(&self, from: &mut Reader<'_>) -> Result<[u8; 6], WireError> {
        let then = self.moment.wrapping_add(from.signed()?);
        match then.to_be_bytes() {
            [0, 0, moment @ ..] => Ok(moment),
            _ => Err(WireError::Malformed("the moment of an id")),
        }
    }
}

/// What stands behind the moment of an id of version 7 that follows from a salt.
fn behind_moment(salt: &[u8; 16], number: u32) -> [u8; 10] {
    let made = Builder::from_unix_timestamp_millis(0, &id_of_salt(salt, number)).into_uuid();
    let mut random = [0; 10];
    random.copy_from_slice(&made.as_bytes()[6..]);
    random
}

fn id_at(moment: [u8; 6], random: [u8; 10]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&moment);
    bytes[6..].copy_from_slice(&random);
    bytes
}

/// The text without its ids; nothing where it has bytes that mean them.
pub(super) fn squeeze(text: &[u8], ids: &mut Ids, loose: &mut Vec<u8>) -> Option<Vec<u8>> {
    if text.iter().any(|byte| (DIGEST..=ids.marks).contains(byte)) {
        return None;
    }
    let (mut out, mut rest) = (Vec::with_capacity(text.len()), text);
    // An id begins where a text does, or behind a colon in it.
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | b':')) {
        let (before, behind) = rest.split_at(at + 1);
        out.extend_from_slice(before);
        rest = behind;
        if let Some(id) = Id::at(rest) {
            rest = &rest[id.length()..];
            ids.put(id, &mut out, loose);
        } else if ids.is_code(rest) {
            rest = &rest[CODE_LENGTH..];
            out.push(CODE);
        }
    }
    out.extend_from_slice(rest);
    Some(out)
}

/// The text as it was; stopped where it grows beyond what anybody could send whole.
pub(super) fn expand(squeezed: &[u8], ids: &mut Ids, loose: &mut Reader<'_>) -> Result<Vec<u8>, WireError> {
    let (mut out, mut reader) = (Vec::with_capacity(squeezed.len()), Reader(squeezed));
    while !reader.0.is_empty() {
        if out.len() > MAX_PLAIN {
            return Err(WireError::TooLarge("payload"));
        }
        let plain = reader.0.iter().take_while(|byte| !(DIGEST..=CODE).contains(byte)).count();
        out.extend_from_slice(reader.take(plain)?);
        let Ok([byte]) = reader.array() else { break };
        if byte == CODE
            && let Some(code) = ids.code()
        {
            out.extend_from_slice(code.as_bytes());
            continue;
        }
        match ids.id(byte, &mut reader, loose)? {
            Some(id) => id.put(&mut out),
            None => out.push(byte),
        }
    }
    Ok(out)
}
