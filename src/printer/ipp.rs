//! Messages of the Internet Printing Protocol (RFC 8010) as this program needs them, made and read by the crate `ipp`.
//! Sends nothing and means nothing.

use super::Trouble;
use ipp::IppHeader;
use ipp::attribute::{IppAttribute, IppAttributeGroup, IppAttributes};
use ipp::model::{DelimiterTag, IppVersion, Operation};
use ipp::parser::{IppParseError, IppParser};
use ipp::reader::IppReader;
use ipp::value::IppValue;
use std::collections::BTreeMap;
use std::io::Cursor;

impl From<IppParseError> for Trouble {
    fn from(error: IppParseError) -> Self {
        Self::Refused(error.to_string())
    }
}

/// A question or an order.
pub struct Request {
    header: IppHeader,
    attributes: IppAttributes,
    group: DelimiterTag,
}

impl Request {
    /// A request of an operation about `target`, in the name of `user`. CUPS answers in German.
    pub fn new(operation: Operation, target: (&str, &str), user: &str) -> Result<Self, Trouble> {
        let request = Self {
            header: IppHeader::new(IppVersion::v2_0(), operation as i16, 1),
            attributes: IppAttributes::new(),
            group: DelimiterTag::OperationAttributes,
        };
        request
            .with("attributes-charset", IppValue::new_charset("utf-8"))?
            .with("attributes-natural-language", IppValue::new_natural_language("de"))?
            .with(target.0, IppValue::new_uri(target.1))?
            .with("requesting-user-name", IppValue::new_name_without_language(user))
    }

    /// What follows belongs to the job, not to the operation.
    #[must_use]
    pub fn job(self) -> Self {
        Self { group: DelimiterTag::JobAttributes, ..self }
    }

    /// With an attribute.
    pub fn with(mut self, name: &str, value: Result<IppValue, IppParseError>) -> Result<Self, Trouble> {
        self.attributes.add(self.group, IppAttribute::with_name(name, value?)?);
        Ok(self)
    }

    /// With an attribute of several words.
    pub fn with_all(self, name: &str, words: &[&str]) -> Result<Self, Trouble> {
        let words: Result<_, _> = words.iter().map(|word| IppValue::new_keyword(*word)).collect();
        self.with(name, words.map(IppValue::Array))
    }

    /// With a collection of one member.
    pub fn with_member(self, name: &str, member: &str, word: &str) -> Result<Self, Trouble> {
        let collection = BTreeMap::from([(member.try_into()?, IppValue::new_keyword(word)?)]);
        self.with(name, Ok(IppValue::Collection(collection)))
    }

    /// The finished bytes; a document follows them as it is.
    pub fn bytes(&self) -> Vec<u8> {
        [self.header.to_bytes(), self.attributes.to_bytes()].concat()
    }
}

/// An answer.
pub struct Response {
    /// How it went (RFC 8011, 4.1.6 and appendix B).
    pub status: u16,
    attributes: IppAttributes,
}

impl Response {
    /// Reads an answer; none where it breaks off.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Trouble> {
        let (header, attributes, _) = IppParser::new(IppReader::new(Cursor::new(bytes))).parse_parts()?;
        Ok(Self { status: header.operation_or_status.cast_unsigned(), attributes })
    }

    /// What is said about the operation as a whole.
    pub fn operation(&self) -> Group<'_> {
        Group(self.attributes.first_of(DelimiterTag::OperationAttributes))
    }

    /// What is said about jobs or printers, one after the other.
    pub fn things(&self) -> impl Iterator<Item = Group<'_>> {
        let things = self.attributes.groups().iter();
        things
            .filter(|group| group.tag() != DelimiterTag::OperationAttributes)
            .map(|group| Group(Some(group)))
    }
}

/// Attributes of a printer, a job or the operation.
#[derive(Clone, Copy)]
pub struct Group<'a>(Option<&'a IppAttributeGroup>);

impl<'a> Group<'a> {
    fn values(self, name: &str) -> impl Iterator<Item = &'a IppValue> {
        let attribute = self.0.and_then(|group| group.get(name));
        // The members of a collection are no values of the attribute, though the crate walks them.
        let plain = attribute.filter(|attribute| !matches!(attribute.value(), IppValue::Collection(_)));
        plain.into_iter().flat_map(IppAttribute::value)
    }

    /// All texts of an attribute.
    pub fn texts(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.values(name).filter_map(|value| match value {
            IppValue::Keyword(text) => Some(text.as_str()),
            IppValue::NameWithoutLanguage(name) | IppValue::NameWithLanguage { name, .. } => {
                Some(name.as_str())
            }
            IppValue::TextWithoutLanguage(text) | IppValue::TextWithLanguage { text, .. } => Some(text),
            _ => None,
        })
    }

    /// The first text of an attribute.
    pub fn text(self, name: &str) -> Option<&'a str> {
        self.texts(name).next()
    }

    /// The first number of an attribute.
    pub fn number(self, name: &str) -> Option<i32> {
        self.values(name).find_map(|value| match value {
            IppValue::Integer(number) | IppValue::Enum(number) => Some(*number),
            _ => None,
        })
    }

    /// Yes or no, where the attribute says so.
    pub fn flag(self, name: &str) -> Option<bool> {
        self.values(name).find_map(|value| value.as_boolean().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> Vec<u8> {
        let build = || {
            Request::new(Operation::CreateJob, ("printer-uri", "ipp://localhost/printers/x"), "ö")?
                .job()
                .with("copies", Ok(IppValue::new_integer(2)))?
                .with_member("media-col", "media-source", "tray-2")?
                .with("kept", Ok(IppValue::new_boolean(true)))?
                .with_all("asked", &["a", "b"])
        };
        build().expect("well formed").bytes()
    }

    #[test]
    fn what_is_written_reads_back() {
        let read = Response::read(request()).expect("well formed");
        assert_eq!(read.status, 5);
        assert_eq!(read.operation().text("requesting-user-name"), Some("ö"));
        let job = read.things().next().expect("the job's part");
        assert_eq!((job.number("copies"), job.flag("kept")), (Some(2), Some(true)));
        assert_eq!(job.texts("asked").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(job.text("media-col"), None, "a collection is no text");
    }

    #[test]
    fn an_answer_that_breaks_off_is_none() {
        let whole = request();
        for end in 0..whole.len() {
            assert!(Response::read(whole[..end].to_vec()).is_err(), "cut at {end}");
        }
    }
}
