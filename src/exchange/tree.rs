//! An XML file as a tree: elements in their order, attributes, text. Knows no message.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name as it is written, with its prefix.
    pub name: String,
    /// Attributes, in their order.
    pub attributes: Vec<(String, String)>,
    /// Elements in it, in their order.
    pub children: Vec<Element>,
    /// Text in it.
    pub text: String,
    /// The line it begins in; 0 where it was never read.
    pub line: usize,
}

impl Element {
    /// An empty one.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// One with text.
    pub fn of(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::new(name) }
    }

    /// The same with an attribute.
    #[must_use]
    pub fn attribute(mut self, name: &str, value: impl Into<String>) -> Self {
        self.attributes.push((name.to_owned(), value.into()));
        self
    }

    /// The same with another element in it.
    #[must_use]
    pub fn with(mut self, child: Element) -> Self {
        self.children.push(child);
        self
    }

    /// The same with a text element in it, unless the text is empty.
    #[must_use]
    pub fn with_text(self, name: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.with(Self::of(name, text)) }
    }

    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// The value of an attribute.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first element at a path of local names: `gewerbe/anschrift/ort`.
    pub fn at(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |here, name| here.children.iter().find(|child| child.local() == name))
    }

    /// The text at a path; empty where there is none.
    pub fn text_at(&self, path: &str) -> &str {
        self.at(path).map_or("", |found| found.text.trim())
    }

    /// The element at a path, made where it is missing. The last one of each name is gone into.
    pub fn place(&mut self, path: &str) -> &mut Element {
        path.split('/').fold(self, |here, name| {
            let at = here.children.iter().rposition(|child| child.name == name).unwrap_or_else(|| {
                here.children.push(Element::new(name));
                here.children.len() - 1
            });
            &mut here.children[at]
        })
    }

    /// The whole file, with a comment before its root.
    pub fn write(&self, comment: &str) -> std::io::Result<Vec<u8>> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer.write_event(Event::Comment(BytesText::new(&format!(" {comment} "))))?;
        element(&mut writer, self)?;
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }
}

fn element(writer: &mut Writer<Vec<u8>>, element: &Element) -> std::io::Result<()> {
    let mut start = BytesStart::new(element.name.as_str());
    for (name, value) in &element.attributes {
        start.push_attribute((name.as_str(), value.as_str()));
    }
    if element.children.is_empty() && element.text.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    if !element.text.is_empty() {
        writer.write_event(Event::Text(BytesText::new(&element.text)))?;
    }
    for child in &element.children {
        self::element(writer, child)?;
    }
    writer.write_event(Event::End(BytesEnd::new(element.name.as_str())))
}
