//! The shape of a letter's file. Reads it; judges nothing.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::check::{at, line_of};
use crate::catalogue::read::fault::fault;
use crate::domain::problem::Problem;

/// A whole letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the file and, unless `subject` is given, subject line.
    pub title: Text,
    /// Subject line.
    pub subject: Option<Text>,
    /// Where the text begins.
    pub sheet: Sheet,
    /// Legal basis, for readers of the file.
    #[serde(rename = "law")]
    _law: Option<String>,
    /// Values without which the letter is not made.
    #[serde(default)]
    pub needs: Vec<Spanned<String>>,
    /// Values that may be missing.
    #[serde(default)]
    pub may: Vec<Spanned<String>>,
    /// Tables and how many columns they have; any may be empty.
    #[serde(default)]
    pub tables: BTreeMap<String, usize>,
    /// Information block beside the address.
    #[serde(default)]
    pub info: Vec<Fact>,
    /// Head of further pages, after the authority's name.
    pub running: Option<Text>,
    /// The values travel inside the PDF as JSON.
    #[serde(default = "yes")]
    pub data: bool,
    /// What it says, in order.
    #[serde(rename = "block", default)]
    pub blocks: Vec<Block>,
}

fn yes() -> bool {
    true
}

/// Where the text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sheet {
    /// Address field, information block, folding marks.
    Letter,
    /// Head and text only.
    Plain,
}

/// A text by language; `de` is always there.
pub type Text = BTreeMap<String, Spanned<String>>;

/// Label and value; left out where a value of it is not given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is.
    pub label: Text,
    /// What it says.
    pub value: Spanned<String>,
}

/// One block. Exactly one of the first nine says what it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Block {
    /// A heading.
    pub heading: Option<Text>,
    /// A paragraph.
    pub text: Option<Text>,
    /// An explanation.
    pub small: Option<Text>,
    /// Labels and values.
    pub facts: Option<Vec<Fact>>,
    /// A table by name.
    pub table: Option<Spanned<String>>,
    /// A table of one column, as items.
    pub list: Option<Spanned<String>>,
    /// A QR code.
    pub code: Option<Spanned<String>>,
    /// Room to sign.
    pub signature: Option<Signature>,
    /// Millimetres of room.
    pub gap: Option<f32>,

    /// Names of a table's columns.
    pub head: Vec<Text>,
    /// A last row in bold.
    pub foot: Vec<Text>,
    /// Shares of the width.
    pub shares: Vec<f32>,
    /// Alignment of the columns, left unless said.
    pub align: Vec<Side>,
    /// The first column names its row.
    pub row_heads: bool,
    /// Beside a code.
    pub caption: Option<Text>,
    /// Read instead of a code.
    pub alt: Option<Text>,

    /// Shown only if all of these are given.
    pub when: Vec<Spanned<String>>,
    /// Shown only if none of these is given.
    pub unless: Vec<Spanned<String>>,
    /// Neighbours of one group stay on one page.
    pub group: Option<String>,
}

/// Place and day, room to sign, who signs, seal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Place and day.
    pub place: Text,
    /// Who signs.
    pub name: Text,
    /// Where the seal goes.
    pub seal: Option<Text>,
}

/// Alignment as it stands in the file.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right, as numbers are.
    Right,
}

/// The file's shape, or what keeps it from having one.
pub(super) fn parse(file: &str, text: &str) -> Result<Source, Box<Problem>> {
    toml::from_str(text).map_err(|error| {
        let line = line_of(text, error.span().map_or(0, |span| span.start));
        let found = fault(error.message());
        Box::new(Problem { field: at(file, line, "").field, ..found })
    })
}
