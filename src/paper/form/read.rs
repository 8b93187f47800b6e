//! Reads a layout file: TOML into the model, all problems with file and line. Where boxes may stand is
//! [`super::check`]'s to say; what the answers are called is the service's.

mod raw;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use self::raw::{RawBlock, RawForm, RawPage, RawPart};
use super::model::{Block, Form, FormPage, Part};
use crate::domain::problem::Problem;

/// What was found wrong so far.
pub(super) struct Faults<'a> {
    name: &'a str,
    text: &'a str,
    found: Vec<(usize, Problem)>,
}

impl<'a> Faults<'a> {
    fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text, found: Vec::new() }
    }

    /// Tells a problem at a place in the file; its field becomes `file:line`.
    pub(super) fn tell(&mut self, offset: usize, problem: Problem) {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let problem = Problem { field: format!("{}:{line}", self.name), ..problem };
        self.found.push((line, problem));
    }

    fn not_understood(&mut self, offset: usize, message: &str) {
        self.tell(offset, Problem::error("", "form-not-understood").with("message", message.trim()));
    }

    /// A value as what it should be, or the reason why it is not.
    fn take<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        let start = value.span().start;
        let taken = T::deserialize(ValueDeserializer::from(value));
        taken
            .map_err(|error| {
                let offset = error.span().map_or(start, |span| span.start);
                self.not_understood(offset, error.message());
            })
            .ok()
    }

    /// All that was told, in the order of the lines.
    fn finish(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|(line, _)| *line);
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }
}

/// A page and where it, its blocks and their parts begin in the file.
pub(super) struct Placed {
    pub(super) page: FormPage,
    pub(super) offset: usize,
    pub(super) blocks: Vec<(usize, Vec<usize>)>,
}

impl Form {
    /// Reads and checks a layout file. `name` is what problems call it.
    ///
    /// # Errors
    /// Everything that is wrong with it, each at its `file:line`.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut faults = Faults::new(name, text);
        match read(&mut faults) {
            Some(form) if faults.found.is_empty() => Ok(form),
            _ => Err(faults.finish()),
        }
    }
}

fn read(faults: &mut Faults<'_>) -> Option<Form> {
    let (table, errors) = DeTable::parse_recoverable(faults.text);
    for error in errors {
        faults.not_understood(error.span().map_or(0, |span| span.start), error.message());
    }
    let whole = Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let (head, pages) = split(whole, "page");
    let pages: Vec<Placed> = pages.into_iter().filter_map(|page| read_page(faults, page)).collect();
    let raw: RawForm = faults.take(head)?;
    let form = raw.with(pages.iter().map(|placed| placed.page.clone()).collect());
    super::check::check(&form, &pages, faults);
    Some(form)
}

fn read_page(faults: &mut Faults<'_>, value: Spanned<DeValue<'_>>) -> Option<Placed> {
    let offset = value.span().start;
    let (value, blocks) = split(value, "block");
    let read: Vec<_> = blocks.into_iter().filter_map(|block| read_block(faults, block)).collect();
    let raw: RawPage = faults.take(value)?;
    let (mut page, mut places) = (raw.into_page(), Vec::new());
    for (block, place) in read {
        page.blocks.push(block);
        places.push(place);
    }
    Some(Placed { page, offset, blocks: places })
}

fn read_block(faults: &mut Faults<'_>, value: Spanned<DeValue<'_>>) -> Option<(Block, (usize, Vec<usize>))> {
    let offset = value.span().start;
    let (value, parts) = split(value, "parts");
    let (mut read, mut places) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = part.span().start;
        if let Some(part) = read_part(faults, part) {
            read.push(part);
            places.push(offset);
        }
    }
    let raw: RawBlock = faults.take(value)?;
    Some((raw.with(read), (offset, places)))
}

fn read_part(faults: &mut Faults<'_>, value: Spanned<DeValue<'_>>) -> Option<Part> {
    let offset = value.span().start;
    let raw: RawPart = faults.take(value)?;
    raw.into_part().map_err(|why| faults.tell(offset, *why)).ok()
}

/// Takes a list out of a table; anything else under that name stays, to be refused with the rest.
fn split<'a>(value: Spanned<DeValue<'a>>, key: &str) -> (Spanned<DeValue<'a>>, Vec<Spanned<DeValue<'a>>>) {
    let span = value.span();
    let DeValue::Table(mut table) = value.into_inner() else {
        return (Spanned::new(span, DeValue::Boolean(false)), Vec::new());
    };
    let mut items = Vec::new();
    let is_list = matches!(table.get(key).map(Spanned::get_ref), Some(DeValue::Array(_)));
    if is_list
        && let Some(list) = table.remove(key)
        && let DeValue::Array(list) = list.into_inner()
    {
        items = list.into_iter().collect();
    }
    (Spanned::new(span, DeValue::Table(table)), items)
}
