//! Reads a finished PDF as a screen reader does: what stands on a page, in reading order, by the file's own tags. Reads
//! whatever bytes it is given, within limits; draws nothing and judges nothing.

mod marks;
mod open;
mod tree;

pub use open::{Opened, Unreadable, open};

use lopdf::Document;

/// What a part of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph, or anything else that is read by itself.
    Paragraph,
    /// A table of rows.
    Table,
    /// A row of cells.
    Row,
    /// A cell that names its column.
    ColumnHead,
    /// A cell that names its row.
    RowHead,
    /// A cell.
    Cell,
    /// A list of items.
    List,
    /// An item, with its number or sign.
    Item,
    /// A picture, read by the words that stand for it.
    Figure,
    /// A link.
    Link,
}

/// A part of a page as it is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// What it says itself.
    pub text: String,
    /// What stands in it.
    pub parts: Vec<Part>,
}

impl Part {
    /// Everything that it says, the parts in it one behind the other.
    pub fn all_text(&self) -> String {
        let inner = self.parts.iter().map(Self::all_text);
        let texts = std::iter::once(self.text.clone()).chain(inner);
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// What is read on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Whether the file says what is what. Where it does not, the text comes as it was drawn.
    pub tagged: bool,
    /// The parts, in reading order.
    pub parts: Vec<Part>,
}

/// What is read on a page, counted from 0; nothing past the last one.
pub fn page(pdf: &Document, page: u16) -> Option<Spoken> {
    let ids: Vec<_> = pdf.page_iter().take(usize::from(u16::MAX)).collect();
    let own = *ids.get(usize::from(page))?;
    let marks = marks::of(pdf, own);
    if let Some(parts) = tree::parts(pdf, own, &marks) {
        return Some(Spoken { tagged: true, parts });
    }
    let lines = marks.lines().map(|text| Part { kind: Kind::Paragraph, text, parts: Vec::new() });
    Some(Spoken { tagged: false, parts: lines.collect() })
}

/// The lines that stand in the file, page by page, as they were drawn: what is compared with another file.
pub fn lines(pdf: &Document) -> Vec<String> {
    pdf.page_iter()
        .take(open::MOST_PAGES)
        .flat_map(|page| marks::of(pdf, page).lines().collect::<Vec<_>>())
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
