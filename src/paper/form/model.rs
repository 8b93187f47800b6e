//! A form's layout: what its file says, checked. Lengths are millimetres from the top left corner of A4, sizes
//! of type points. Draws nothing.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::paper::page::Rect;

/// An official form in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its name in services: `gewa1/2023`.
    pub id: String,
    /// The mark in its corner: `GewA 1`.
    pub mark: String,
    /// What it is called.
    pub title: String,
    /// Field numbers run from 1 to this.
    pub fields: u16,
    /// Sizes and shades.
    pub look: Look,
    /// Words that are not printed at a fixed place.
    pub words: Words,
    /// How groups of answers become lines, by name (`address`).
    pub formats: BTreeMap<String, Vec<GroupLine>>,
    /// Fields that are repeated for further persons on extra sheets.
    pub repeat: Option<Repeat>,
    /// Its pages.
    pub pages: Vec<FormPage>,
}

/// Sizes and shades.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Labels, in points.
    pub label: f32,
    /// Answers, in points.
    pub answer: f32,
    /// Answers shrink to this before they go on on an extra sheet.
    pub least: f32,
    /// Digits in a number box.
    pub number: f32,
    /// Width and height of a number box in millimetres.
    pub number_box: [f32; 2],
    /// How dark the ground is, in percent.
    pub ground: u8,
    /// Thickness of rules and frames, in points.
    pub rule: f32,
}

/// Words that are not printed at a fixed place. `{no}`, `{name}`, `{page}` and `{pages}` are filled in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// At the foot of each page.
    pub page: String,
    /// What a check box with a cross is read as.
    pub ticked: String,
    /// What an empty check box is read as.
    pub unticked: String,
    /// In a box whose answer is not for whom the print is for.
    pub withheld: String,
    /// Above a print that is to be signed.
    pub draft: String,
    /// In a box whose answer has no room.
    pub see_sheet: String,
    /// Heading of an extra sheet.
    pub sheet: String,
    /// At the foot of an extra sheet.
    pub sheet_page: String,
    /// Label of the rest of an answer on an extra sheet.
    pub continued: String,
    /// Label of the office on an extra sheet.
    pub office: String,
    /// Label of the case number.
    pub case: String,
    /// The day of receipt, with `{date}`.
    pub received: String,
}

impl Words {
    /// "Vorgang 32.10-2026-A-00417", or nothing.
    pub(super) fn case_line(&self, number: &str) -> String {
        if number.is_empty() { String::new() } else { format!("{} {number}", self.case) }
    }
}

/// Further persons on extra sheets.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Path of the list that holds them.
    pub from: String,
    /// Field numbers given for each.
    pub fields: Vec<String>,
    /// What the fields' paths begin with on the form and must lose inside the list's items; may be empty.
    #[serde(default)]
    pub base: String,
    /// Heading for each, with `{n}` and `{count}`.
    pub title: String,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct FormPage {
    /// Grey areas.
    pub ground: Vec<Rect>,
    /// Rules: from x, y to x, y.
    pub rules: Vec<[f32; 4]>,
    /// What stands on it, in reading order.
    pub blocks: Vec<Block>,
}

/// What is read together: a heading, a note, or a field with its number, labels and boxes.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Number of the field.
    pub no: Option<String>,
    /// What the field is called on extra sheets.
    pub name: String,
    /// Level of the heading, 1 to 3.
    pub heading: Option<u8>,
    /// Left upper corner of the number box.
    pub number: Option<[f32; 2]>,
    /// Labels and boxes, in reading order.
    pub parts: Vec<Part>,
}

/// A label or a box.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Printed words.
    Text(Text),
    /// A white box that takes text.
    Area(Area),
    /// A check box.
    Tick(Tick),
}

/// Printed words.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Line by line.
    pub lines: Vec<String>,
    /// Where the first baseline begins, ends or has its middle.
    pub at: [f32; 2],
    /// What `at` means.
    pub align: TextAlign,
    /// In bold.
    pub bold: bool,
    /// Points.
    pub size: f32,
    /// From baseline to baseline, millimetres.
    pub pitch: f32,
}

/// Where words stand at their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextAlign {
    /// They begin there.
    #[default]
    Left,
    /// Their middle is there.
    Centre,
    /// They end there.
    Right,
}

/// A white box that takes text.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Unique on the form.
    pub id: String,
    /// Where.
    pub rect: Rect,
    /// What it is called on extra sheets; the block's name where it is empty.
    pub name: String,
    /// The answers it takes.
    pub from: Vec<Source>,
    /// Between the answers of one line; without it every answer has its own line.
    pub join: Option<String>,
}

/// A check box.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Unique on the form.
    pub id: String,
    /// Where.
    pub rect: Rect,
    /// The words to its left.
    pub label: String,
    /// Paths of the answers it looks at.
    pub from: Vec<String>,
    /// Values of which any gives a cross; where there is none, any answer other than "no" does.
    pub is: Vec<Value>,
}

/// An answer on its way into a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Path of the answer, or `@` and a value of the head.
    pub path: String,
    /// How it is written.
    pub format: Format,
    /// Of each item of a list, this part.
    pub each: Option<String>,
    /// Items in which this part is "yes" are underlined, if there are several.
    pub underline: Option<String>,
    /// Values left out.
    pub without: Vec<Value>,
    /// What is written for a value: choice ids to words.
    pub words: BTreeMap<String, String>,
}

/// How an answer is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// As it is; numbers in digits.
    Text,
    /// `1987-03-14` as 14.03.1987; unknown parts stay 00.
    Date,
    /// A country's code as its German name.
    Country,
    /// A country's code as its German adjective of nationality.
    Nationality,
    /// A group by the file's own format of that name.
    Group(String),
}

/// One line made of parts of a group, with blanks between them.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupLine(pub Vec<Source>);

impl Form {
    /// All blocks, page by page.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.pages.iter().flat_map(|page| &page.blocks)
    }

    /// Paths of all answers that the form uses, `@` values left out; for a check against a service.
    pub fn paths(&self) -> std::collections::BTreeSet<&str> {
        let parts = self.blocks().flat_map(|block| &block.parts);
        let mut found: std::collections::BTreeSet<&str> = parts.flat_map(Part::paths).collect();
        found.extend(self.repeat.iter().map(|repeat| repeat.from.as_str()));
        found.retain(|path| !path.starts_with('@'));
        found
    }
}

impl Part {
    /// Its box, if it is one.
    pub fn rect(&self) -> Option<Rect> {
        match self {
            Self::Text(_) => None,
            Self::Area(area) => Some(area.rect),
            Self::Tick(tick) => Some(tick.rect),
        }
    }

    /// Its id, if it is a box.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Area(area) => Some(&area.id),
            Self::Tick(tick) => Some(&tick.id),
        }
    }

    fn paths(&self) -> Vec<&str> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Area(area) => area.from.iter().map(|source| source.path.as_str()).collect(),
            Self::Tick(tick) => tick.from.iter().map(String::as_str).collect(),
        }
    }
}
