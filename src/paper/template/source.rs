//! The shape of a letter's file. Reads it; judges nothing.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::check::{Fault, TemplateProblem, line_of};
use crate::paper::canvas::Align;

/// A whole letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    /// Title of the file and, unless `subject` is given, subject line.
    pub(super) title: Text,
    pub(super) subject: Option<Text>,
    pub(super) sheet: Sheet,
    /// Legal basis, for readers of the file.
    #[serde(rename = "law")]
    _law: Option<String>,
    /// Values without which the letter is not made.
    #[serde(default)]
    pub(super) needs: Vec<Spanned<String>>,
    /// Values that may be missing.
    #[serde(default)]
    pub(super) may: Vec<Spanned<String>>,
    /// Tables and how many columns they have; any may be empty.
    #[serde(default)]
    pub(super) tables: BTreeMap<String, usize>,
    /// Information block beside the address.
    #[serde(default)]
    pub(super) info: Vec<Fact>,
    /// Head of further pages, after the authority's name.
    pub(super) running: Option<Text>,
    /// The values travel inside the PDF as JSON.
    #[serde(default = "yes")]
    pub(super) data: bool,
    #[serde(rename = "block", default)]
    pub(super) blocks: Vec<Block>,
}

fn yes() -> bool {
    true
}

/// Where the text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Sheet {
    /// Address field, information block, folding marks.
    Letter,
    /// Head and text only.
    Plain,
}

/// A text by language; `de` is always there.
pub(super) type Text = BTreeMap<String, Spanned<String>>;

/// Label and value; left out where a value of it is not given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) label: Text,
    pub(super) value: Spanned<String>,
}

/// One block. Exactly one of the first nine says what it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Block {
    pub(super) heading: Option<Text>,
    pub(super) text: Option<Text>,
    pub(super) small: Option<Text>,
    pub(super) facts: Option<Vec<Fact>>,
    pub(super) table: Option<Spanned<String>>,
    pub(super) list: Option<Spanned<String>>,
    pub(super) code: Option<Spanned<String>>,
    pub(super) signature: Option<Signature>,
    pub(super) gap: Option<f32>,

    /// Names of a table's columns.
    pub(super) head: Vec<Text>,
    /// A last row in bold.
    pub(super) foot: Vec<Text>,
    /// Shares of the width.
    pub(super) shares: Vec<f32>,
    /// Alignment of the columns, left unless said.
    pub(super) align: Vec<Side>,
    /// The first column names its row.
    pub(super) row_heads: bool,
    /// Beside a code.
    pub(super) caption: Option<Text>,
    /// Read instead of a code.
    pub(super) alt: Option<Text>,

    /// Shown only if all of these are given.
    pub(super) when: Vec<Spanned<String>>,
    /// Shown only if none of these is given.
    pub(super) unless: Vec<Spanned<String>>,
    /// Neighbours of one group stay on one page.
    pub(super) group: Option<String>,
}

/// Place and day, room to sign, who signs, seal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signature {
    pub(super) place: Text,
    pub(super) name: Text,
    pub(super) seal: Option<Text>,
}

/// Alignment as it stands in the file.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Side {
    Left,
    Centre,
    Right,
}

impl From<Side> for Align {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Centre => Self::Centre,
            Side::Right => Self::Right,
        }
    }
}

pub(super) fn parse(file: &str, text: &str) -> Result<Source, TemplateProblem> {
    toml::from_str(text).map_err(|error| TemplateProblem {
        file: file.to_owned(),
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        fault: Fault::Syntax(error.message().to_owned()),
    })
}
