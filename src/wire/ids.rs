//! Ids and digests inside of payloads: random bytes that JSON writes twice as long. They are taken out of the text and put
//! back bit by bit. Understands no payload.
//!
//! Frozen. In the text stands instead: 1 for a digest (64 hexadecimal digits, 32 loose bytes), 2 for a UUID (16 loose bytes),
//! 3 and a LEB128 number for one that was there before, told from the end of the list of all. JSON has none of these bytes.

use super::WireError;
use super::bytes::{Reader, put_number};
use super::segment::MAX_PLAIN;
use std::collections::BTreeMap;
use uuid::Uuid;

const DIGEST: u8 = 1;
const UUID: u8 = 2;
const AGAIN: u8 = 3;

/// Those that were met so far, in their order.
#[derive(Default)]
pub(super) struct Ids(Vec<Id>, BTreeMap<Id, usize>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
                (uuid.hyphenated().to_string() == text).then_some(Self::Uuid(uuid.into_bytes()))
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
                out.extend_from_slice(Uuid::from_bytes(bytes).hyphenated().to_string().as_bytes());
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

fn value(digit: u8) -> u8 {
    if digit.is_ascii_digit() { digit - b'0' } else { digit - b'a' + 10 }
}

impl Ids {
    fn learn(&mut self, id: Id) {
        let _ = self.1.insert(id, self.0.len());
        self.0.push(id);
    }
}

/// The text without its ids; nothing where it has bytes that mean them.
pub(super) fn squeeze(text: &[u8], ids: &mut Ids, loose: &mut Vec<u8>) -> Option<Vec<u8>> {
    if text.iter().any(|byte| (DIGEST..=AGAIN).contains(byte)) {
        return None;
    }
    let (mut out, mut at) = (Vec::with_capacity(text.len()), 0);
    while let Some(byte) = text.get(at) {
        // An id begins where a text does, or behind a colon in it.
        let begins = at > 0 && matches!(text[at - 1], b'"' | b':');
        let Some(id) = begins.then(|| Id::at(&text[at..])).flatten() else {
            out.push(*byte);
            at += 1;
            continue;
        };
        at += id.length();
        if let Some(place) = ids.1.get(&id) {
            out.push(AGAIN);
            put_number(&mut out, (ids.0.len() - place) as u64);
            continue;
        }
        ids.learn(id);
        match id {
            Id::Digest(bytes) => {
                out.push(DIGEST);
                loose.extend_from_slice(&bytes);
            }
            Id::Uuid(bytes) => {
                out.push(UUID);
                loose.extend_from_slice(&bytes);
            }
        }
    }
    Some(out)
}

/// The text as it was; stopped where it grows beyond what anybody could send whole.
pub(super) fn expand(squeezed: &[u8], ids: &mut Ids, loose: &mut Reader<'_>) -> Result<Vec<u8>, WireError> {
    const NOWHERE: WireError = WireError::Malformed("an id from before");
    let (mut out, mut reader) = (Vec::with_capacity(squeezed.len()), Reader(squeezed));
    while !reader.0.is_empty() {
        if out.len() > MAX_PLAIN {
            return Err(WireError::TooLarge("payload"));
        }
        let id = match reader.array()? {
            [DIGEST] => Id::Digest(loose.array()?),
            [UUID] => Id::Uuid(loose.array()?),
            [AGAIN] => {
                let place = usize::try_from(reader.number()?).map_err(|_| NOWHERE)?;
                let at = ids.0.len().checked_sub(place).ok_or(NOWHERE)?;
                ids.0.get(at).ok_or(NOWHERE)?.put(&mut out);
                continue;
            }
            [byte] => {
                out.push(byte);
                continue;
            }
        };
        ids.learn(id);
        id.put(&mut out);
    }
    Ok(out)
}
