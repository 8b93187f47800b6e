//! Reads an XML file from outside into a tree, or says why not and in which line. Opens no other file, resolves no entity but
//! the five of XML, and stops at sizes and depths that no message has. Knows no message.

use super::tree::Element;
use crate::domain::problem::Problem;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 4 * 1024 * 1024;
/// How deep elements may lie.
const DEEPEST: usize = 32;
/// How many elements a file may have.
const MOST: usize = 50_000;
/// How many attributes an element may have.
const ATTRIBUTES: usize = 64;

/// The file's root. Errors: what is wrong with it, with its line.
pub fn read(bytes: &[u8]) -> Result<Element, Box<Problem>> {
    if bytes.len() > LARGEST {
        return Err(Problem::error("", "xml-too-large").with("megabytes", LARGEST / 1024 / 1024).into());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = lines(&bytes[..error.valid_up_to()]) + 1;
        Problem::error("", "xml-encoding").with("line", line)
    })?;
    Tree { reader: Reader::from_str(text), text, seen: 0, line: 1, open: Vec::new(), root: None, count: 0 }
        .whole()
}

fn lines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count().saturating_sub(1)
}

/// A tree that is being read.
struct Tree<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// Bytes whose lines are counted.
    seen: usize,
    line: usize,
    open: Vec<Element>,
    root: Option<Element>,
    count: usize,
}

impl Tree<'_> {
    fn whole(mut self) -> Result<Element, Box<Problem>> {
        loop {
            let event = self.reader.read_event();
            let line = self.here();
            let wrong = |id: &str| Problem::error("", id).with("line", line);
            match event.map_err(|error| wrong("xml-broken").with("why", error))? {
                Event::Start(start) => {
                    let element = self.begun(&start, line)?;
                    self.open.push(element);
                }
                Event::Empty(start) => {
                    let element = self.begun(&start, line)?;
                    self.put(element, line)?;
                }
                Event::End(_) => {
                    if let Some(done) = self.open.pop() {
                        self.put(done, line)?;
                    }
                }
                Event::Text(text) => {
                    let text = text.decode().map_err(|error| wrong("xml-broken").with("why", error))?;
                    self.say(&text, line)?;
                }
                Event::CData(text) => {
                    let text = text.decode().map_err(|error| wrong("xml-broken").with("why", error))?;
                    self.say(&text, line)?;
                }
                Event::GeneralRef(reference) => {
                    let name = reference.decode().map_err(|error| wrong("xml-broken").with("why", error))?;
                    let known = match name.as_ref() {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "apos" => Some('\''),
                        "quot" => Some('"'),
                        _ => reference.resolve_char_ref().ok().flatten(),
                    };
                    let letter = known.ok_or_else(|| wrong("xml-entity").with("name", &name))?;
                    self.say(letter.encode_utf8(&mut [0; 4]), line)?;
                }
                Event::DocType(_) => return Err(wrong("xml-doctype").into()),
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().and_then(Result::ok);
                    if encoding.is_some_and(|name| !name.eq_ignore_ascii_case(b"utf-8")) {
                        return Err(wrong("xml-encoding").into());
                    }
                }
                Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => {
                    let whole = self.root.take().filter(|_| self.open.is_empty());
                    return whole.ok_or_else(|| wrong("xml-unfinished").into());
                }
            }
        }
    }

    /// The line that the reader has come to.
    fn here(&mut self) -> usize {
        let at = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len());
        let more = self.text.as_bytes().get(self.seen..at).unwrap_or_default();
        self.line += lines(more);
        self.seen = self.seen.max(at);
        self.line
    }

    fn begun(&mut self, start: &BytesStart<'_>, line: usize) -> Result<Element, Box<Problem>> {
        let wrong = |id: &str| Problem::error("", id).with("line", line);
        self.count += 1;
        if self.open.len() >= DEEPEST || self.count > MOST {
            return Err(wrong("xml-deep").into());
        }
        let name = start.name();
        let mut element = Element::new(String::from_utf8_lossy(name.as_ref()));
        element.line = line;
        for (at, attribute) in start.attributes().enumerate() {
            if at >= ATTRIBUTES {
                return Err(wrong("xml-deep").into());
            }
            let attribute = attribute.map_err(|error| wrong("xml-broken").with("why", error))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| wrong("xml-broken").with("why", error))?;
            let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            element.attributes.push((name, value.into_owned()));
        }
        Ok(element)
    }

    fn put(&mut self, done: Element, line: usize) -> Result<(), Box<Problem>> {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(done),
            None if self.root.is_some() => {
                return Err(Problem::error("", "xml-two-roots").with("line", line).into());
            }
            None => self.root = Some(done),
        }
        Ok(())
    }

    fn say(&mut self, text: &str, line: usize) -> Result<(), Box<Problem>> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(Problem::error("", "xml-stray-text").with("line", line).into()),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str) -> (String, String) {
        let problem = read(text.as_bytes()).expect_err("refused");
        (problem.id.clone(), problem.args.get("line").cloned().unwrap_or_default())
    }

    #[test]
    fn what_is_written_is_read() {
        let written =
            Element::new("a:b").attribute("x", "1 < 2 & \"3\"").with(Element::of("c", "Ößmann & <Söhne>"));
        let bytes = written.write("Gestalt").expect("written");
        let read = read(&bytes).expect("read");
        assert_eq!(
            (read.local(), read.text_at("c"), read.value("x")),
            ("b", "Ößmann & <Söhne>", Some("1 < 2 & \"3\""))
        );
        assert_eq!(read.at("c").map(|c| c.line), Some(4));
    }

    #[test]
    fn hostile_and_broken_files_are_refused_with_their_line() {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"yyyy\">]>\n<a>&x;</a>";
        assert_eq!(refused(bomb), ("xml-doctype".into(), "2".into()));
        assert_eq!(refused("<a>\n\n&nobody;</a>"), ("xml-entity".into(), "3".into()));
        assert_eq!(refused("<a>\n<b></a>").0, "xml-broken");
        assert_eq!(refused("<a>\n<b>").0, "xml-unfinished");
        assert_eq!(refused("<a/>\nSehr geehrte"), ("xml-stray-text".into(), "2".into()));
        assert_eq!(refused("").0, "xml-unfinished");
        assert_eq!(refused("<a/>\n<b/>"), ("xml-two-roots".into(), "2".into()));
        assert_eq!(refused(&format!("{}{}", "<a>".repeat(40), "</a>".repeat(40))).0, "xml-deep");
        assert_eq!(refused(&format!("<a>{}</a>", "<b/>".repeat(MOST + 1))).0, "xml-deep");
        assert_eq!(refused("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>").0, "xml-encoding");
        assert_eq!(
            read(b"<a>\n\xff</a>").expect_err("no UTF-8").args.get("line").map(String::as_str),
            Some("2")
        );
        assert_eq!(read(&vec![b' '; LARGEST + 1]).expect_err("too large").id, "xml-too-large");
        let attributes: Vec<String> = (0..70).map(|at| format!("a{at}=\"1\"")).collect();
        assert_eq!(refused(&format!("<a {}/>", attributes.join(" "))).0, "xml-deep");
    }
}
