//! Messages of the Internet Printing Protocol (RFC 8010) as bytes and back. Sends nothing and means nothing.

use std::collections::BTreeMap;

const OPERATION: u8 = 0x01;
const JOB: u8 = 0x02;
const END: u8 = 0x03;
/// Tags below this one begin a group.
const FIRST_VALUE: u8 = 0x10;

const INTEGER: u8 = 0x21;
const BOOLEAN: u8 = 0x22;
const ENUM: u8 = 0x23;
const BEGIN_COLLECTION: u8 = 0x34;
const TEXT_WITH_LANGUAGE: u8 = 0x35;
const NAME_WITH_LANGUAGE: u8 = 0x36;
const END_COLLECTION: u8 = 0x37;
const NAME: u8 = 0x42;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;
const MIME: u8 = 0x49;
const MEMBER: u8 = 0x4a;

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number, also of an enumeration or a moment.
    Integer(i32),
    /// Yes or no.
    Boolean(bool),
    /// A name that somebody gave.
    Name(String),
    /// A word of the protocol; in an answer, text of any kind.
    Keyword(String),
    /// The kind of a document.
    Mime(String),
    /// One member of a collection.
    Member(&'static str, String),
    /// Nothing that is needed here.
    Other,
}

/// A question or an order.
#[derive(Debug, Clone)]
pub struct Request {
    bytes: Vec<u8>,
}

impl Request {
    /// A request of an operation about `target`, in the name of `user`.
    pub fn new(operation: u16, target: (&str, &str), user: &str) -> Self {
        let mut bytes = vec![2, 0];
        bytes.extend(operation.to_be_bytes());
        bytes.extend(1_u32.to_be_bytes());
        bytes.push(OPERATION);
        attribute(&mut bytes, CHARSET, "attributes-charset", b"utf-8");
        attribute(&mut bytes, LANGUAGE, "attributes-natural-language", b"de");
        attribute(&mut bytes, URI, target.0, target.1.as_bytes());
        Self { bytes }.with("requesting-user-name", &Value::Name(user.to_owned()))
    }

    /// What follows belongs to the job, not to the operation.
    #[must_use]
    pub fn job(mut self) -> Self {
        self.bytes.push(JOB);
        self
    }

    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: &Value) -> Self {
        let bytes = &mut self.bytes;
        match value {
            Value::Integer(number) => attribute(bytes, INTEGER, name, &number.to_be_bytes()),
            Value::Boolean(yes) => attribute(bytes, BOOLEAN, name, &[u8::from(*yes)]),
            Value::Name(text) => attribute(bytes, NAME, name, text.as_bytes()),
            Value::Keyword(text) => attribute(bytes, KEYWORD, name, text.as_bytes()),
            Value::Mime(text) => attribute(bytes, MIME, name, text.as_bytes()),
            Value::Member(member, text) => {
                attribute(bytes, BEGIN_COLLECTION, name, b"");
                attribute(bytes, MEMBER, "", member.as_bytes());
                attribute(bytes, KEYWORD, "", text.as_bytes());
                attribute(bytes, END_COLLECTION, "", b"");
            }
            Value::Other => {}
        }
        self
    }

    /// With an attribute of several words.
    #[must_use]
    pub fn with_all(mut self, name: &str, words: &[&str]) -> Self {
        for (at, word) in words.iter().enumerate() {
            attribute(&mut self.bytes, KEYWORD, if at == 0 { name } else { "" }, word.as_bytes());
        }
        self
    }

    /// The finished bytes; a document follows them as it is.
    pub fn bytes(mut self) -> Vec<u8> {
        self.bytes.push(END);
        self.bytes
    }
}

/// No name or value here is longer than a few hundred bytes; what were, would be cut rather than shift what follows.
fn attribute(bytes: &mut Vec<u8>, tag: u8, name: &str, value: &[u8]) {
    bytes.push(tag);
    for part in [name.as_bytes(), value] {
        let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
        bytes.extend(length.to_be_bytes());
        bytes.extend(part.iter().take(usize::from(length)));
    }
}

/// Attributes of a printer, a job or the operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    tag: u8,
    attributes: BTreeMap<String, Vec<Value>>,
}

impl Group {
    /// All texts of an attribute.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.attributes.get(name).into_iter().flatten().filter_map(|value| match value {
            Value::Keyword(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The first text of an attribute.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts(name).next()
    }

    /// The first number of an attribute.
    pub fn number(&self, name: &str) -> Option<i32> {
        self.attributes.get(name)?.iter().find_map(|value| match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        })
    }

    /// Yes or no, where the attribute says so.
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.attributes.get(name)?.iter().find_map(|value| match value {
            Value::Boolean(yes) => Some(*yes),
            _ => None,
        })
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// How it went (RFC 8011, 4.1.6 and appendix B).
    pub status: u16,
    groups: Vec<Group>,
}

impl Response {
    /// Reads an answer; `None` where it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let head = take(&mut rest, 8)?;
        let status = u16::from_be_bytes([*head.get(2)?, *head.get(3)?]);
        let mut groups: Vec<Group> = Vec::new();
        let (mut name, mut depth) = (String::new(), 0_usize);
        loop {
            let tag = *take(&mut rest, 1)?.first()?;
            if tag == END {
                return Some(Self { status, groups });
            }
            if tag < FIRST_VALUE {
                groups.push(Group { tag, attributes: BTreeMap::new() });
                continue;
            }
            let own = String::from_utf8_lossy(sized(&mut rest)?).into_owned();
            let value = sized(&mut rest)?;
            match tag {
                BEGIN_COLLECTION => depth += 1,
                END_COLLECTION => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 || tag == END_COLLECTION {
                continue;
            }
            if !own.is_empty() {
                name = own;
            }
            let attributes = &mut groups.last_mut()?.attributes;
            attributes.entry(name.clone()).or_default().push(value_of(tag, value));
        }
    }

    /// What is said about the operation as a whole.
    pub fn operation(&self) -> Group {
        self.groups.iter().find(|group| group.tag == OPERATION).cloned().unwrap_or_default()
    }

    /// What is said about jobs or printers, one after the other.
    pub fn things(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.tag != OPERATION)
    }
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

fn sized<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take(rest, 2)?;
    take(rest, usize::from(u16::from_be_bytes([*length.first()?, *length.get(1)?])))
}

fn value_of(tag: u8, bytes: &[u8]) -> Value {
    let text = |bytes: &[u8]| Value::Keyword(String::from_utf8_lossy(bytes).into_owned());
    match tag {
        INTEGER | ENUM => {
            bytes.try_into().map_or(Value::Other, |bytes| Value::Integer(i32::from_be_bytes(bytes)))
        }
        BOOLEAN => Value::Boolean(bytes.first().is_some_and(|byte| *byte != 0)),
        TEXT_WITH_LANGUAGE | NAME_WITH_LANGUAGE => {
            let mut rest = bytes;
            let _ = sized(&mut rest);
            sized(&mut rest).map_or(Value::Other, text)
        }
        0x40..=MIME => text(bytes),
        _ => Value::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An answer with a job and a collection that is of no interest.
    fn answer() -> Vec<u8> {
        let mut bytes = vec![2, 0, 0x04, 0x06, 0, 0, 0, 1, OPERATION];
        attribute(&mut bytes, CHARSET, "attributes-charset", b"utf-8");
        attribute(&mut bytes, TEXT_WITH_LANGUAGE, "status-message", b"\x00\x02de\x00\x04nein");
        bytes.push(JOB);
        attribute(&mut bytes, INTEGER, "job-id", &17_i32.to_be_bytes());
        attribute(&mut bytes, BEGIN_COLLECTION, "media-col", b"");
        attribute(&mut bytes, MEMBER, "", b"media-source");
        attribute(&mut bytes, KEYWORD, "", b"tray-1");
        attribute(&mut bytes, END_COLLECTION, "", b"");
        attribute(&mut bytes, KEYWORD, "job-state-reasons", b"job-incoming");
        attribute(&mut bytes, KEYWORD, "", b"job-stopped");
        attribute(&mut bytes, BOOLEAN, "job-preserved", &[1]);
        bytes.push(END);
        bytes
    }

    #[test]
    fn an_answer_is_read() {
        let answer = Response::read(&answer()).expect("an answer");
        assert_eq!(answer.status, 0x0406);
        assert_eq!(answer.operation().text("status-message"), Some("nein"));
        let job = answer.things().next().expect("a job");
        assert_eq!((job.number("job-id"), job.flag("job-preserved")), (Some(17), Some(true)));
        assert_eq!(job.texts("job-state-reasons").collect::<Vec<_>>(), ["job-incoming", "job-stopped"]);
        assert_eq!(job.text("media-col"), None);
    }

    #[test]
    fn an_answer_that_breaks_off_is_none() {
        let whole = answer();
        for end in 0..whole.len() {
            assert_eq!(Response::read(&whole[..end]), None, "cut at {end}");
        }
    }

    #[test]
    fn a_request_reads_back() {
        let request = Request::new(5, ("printer-uri", "ipp://localhost/printers/x"), "ö")
            .job()
            .with("copies", &Value::Integer(2))
            .with("media-col", &Value::Member("media-source", "tray-2".into()))
            .with_all("asked", &["a", "b"]);
        let read = Response::read(&request.bytes()).expect("well formed");
        assert_eq!(read.status, 5);
        assert_eq!(read.operation().text("requesting-user-name"), Some("ö"));
        let job = read.things().next().expect("the job's part");
        assert_eq!(job.number("copies"), Some(2));
        assert_eq!(job.texts("asked").collect::<Vec<_>>(), ["a", "b"]);
    }
}
