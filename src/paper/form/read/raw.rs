//! The layout file as it is written, one struct a table. Checks spelling only.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::super::model::{
    Area, Block, Form, FormPage, Format, GroupLine, Look, Part, Repeat, Source, Text, TextAlign, Tick, Words,
};
use crate::domain::problem::Problem;
use crate::paper::page::Rect;

/// From baseline to baseline where the file says nothing: one row of the form.
const PITCH: f32 = 4.5;

/// The file without its pages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawForm {
    id: String,
    mark: String,
    title: String,
    fields: u16,
    look: Look,
    words: Words,
    #[serde(default)]
    format: BTreeMap<String, Vec<Vec<RawSource>>>,
    repeat: Option<Repeat>,
}

impl RawForm {
    pub(super) fn with(self, pages: Vec<FormPage>) -> Form {
        let Self { id, mark, title, fields, look, words, format, repeat } = self;
        let line = |parts: Vec<RawSource>| GroupLine(parts.into_iter().map(RawSource::into_source).collect());
        let formats = format.into_iter().map(|(name, lines)| (name, lines.into_iter().map(line).collect()));
        let formats = formats.collect();
        let mut form = Form { id, mark, title, fields, look, words, formats, repeat, pages };
        let label = form.look.label;
        let parts =
            form.pages.iter_mut().flat_map(|page| &mut page.blocks).flat_map(|block| &mut block.parts);
        for part in parts {
            if let Part::Text(text) = part
                && text.size == 0.0
            {
                text.size = label;
            }
        }
        form
    }
}

/// A page without its blocks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPage {
    ground: Vec<[f32; 4]>,
    rules: Vec<[f32; 4]>,
}

impl RawPage {
    pub(super) fn into_page(self) -> FormPage {
        let ground = self.ground.into_iter().map(rect).collect();
        FormPage { ground, rules: self.rules, blocks: Vec::new() }
    }
}

/// A block without its parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBlock {
    no: Option<String>,
    #[serde(default)]
    name: String,
    heading: Option<u8>,
    number: Option<[f32; 2]>,
}

impl RawBlock {
    pub(super) fn with(self, parts: Vec<Part>) -> Block {
        let Self { no, name, heading, number } = self;
        Block { no, name, heading, number, parts }
    }
}

/// A label, a box or a check box: which of them shows in which of the first three is there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPart {
    text: Option<OneOrMore<String>>,
    area: Option<[f32; 4]>,
    tick: Option<[f32; 4]>,
    at: Option<[f32; 2]>,
    align: Option<TextAlign>,
    bold: Option<bool>,
    size: Option<f32>,
    pitch: Option<f32>,
    id: Option<String>,
    name: Option<String>,
    label: Option<String>,
    from: Option<OneOrMore<RawSource>>,
    join: Option<String>,
    is: Option<OneOrMore<Value>>,
}

impl RawPart {
    /// What it is, or why it is nothing.
    pub(super) fn into_part(self) -> Result<Part, Box<Problem>> {
        let surplus = |names: &[(&str, bool)]| {
            let found: Vec<&str> = names.iter().filter(|(_, there)| *there).map(|(name, _)| *name).collect();
            Box::new(Problem::error("", "form-part-surplus").with("names", found.join(", ")))
        };
        let of_text = [
            ("at", self.at.is_some()),
            ("align", self.align.is_some()),
            ("bold", self.bold.is_some()),
            ("size", self.size.is_some()),
            ("pitch", self.pitch.is_some()),
        ];
        let of_area = [("name", self.name.is_some()), ("join", self.join.is_some())];
        let of_tick = [("label", self.label.is_some()), ("is", self.is.is_some())];
        let of_box = [("id", self.id.is_some()), ("from", self.from.is_some())];
        let any = |names: &[(&str, bool)]| names.iter().any(|(_, there)| *there);
        match (&self.text, self.area, self.tick) {
            (Some(_), None, None) => {
                let wrong = [&of_area[..], &of_tick, &of_box].concat();
                if any(&wrong) { Err(surplus(&wrong)) } else { self.into_text() }
            }
            (None, Some(at), None) => {
                let wrong = [&of_text[..], &of_tick].concat();
                if any(&wrong) { Err(surplus(&wrong)) } else { self.into_area(rect(at)) }
            }
            (None, None, Some(at)) => {
                let wrong = [&of_text[..], &of_area].concat();
                if any(&wrong) { Err(surplus(&wrong)) } else { self.into_tick(rect(at)) }
            }
            _ => Err(Box::new(Problem::error("", "form-part-kind"))),
        }
    }

    fn into_text(self) -> Result<Part, Box<Problem>> {
        Ok(Part::Text(Text {
            lines: self.text.map(OneOrMore::all).unwrap_or_default(),
            at: self.at.ok_or_else(|| missing("at"))?,
            align: self.align.unwrap_or_default(),
            bold: self.bold.unwrap_or_default(),
            size: self.size.unwrap_or_default(),
            pitch: self.pitch.unwrap_or(PITCH),
        }))
    }

    fn into_area(self, rect: Rect) -> Result<Part, Box<Problem>> {
        let from = self.from.map(OneOrMore::all).unwrap_or_default();
        Ok(Part::Area(Area {
            id: self.id.ok_or_else(|| missing("id"))?,
            rect,
            name: self.name.unwrap_or_default(),
            from: from.into_iter().map(RawSource::into_source).collect(),
            join: self.join,
        }))
    }

    fn into_tick(self, rect: Rect) -> Result<Part, Box<Problem>> {
        let from = self.from.map(OneOrMore::all).unwrap_or_default();
        Ok(Part::Tick(Tick {
            id: self.id.ok_or_else(|| missing("id"))?,
            rect,
            label: self.label.ok_or_else(|| missing("label"))?,
            from: from.into_iter().map(|source| source.into_source().path).collect(),
            is: self.is.map(OneOrMore::all).unwrap_or_default(),
        }))
    }
}

/// A path alone, or a path with how its answer is written.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a path, or a table with path, as, each, underline, without, words")]
enum RawSource {
    Path(String),
    Table(RawSourceTable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSourceTable {
    path: String,
    #[serde(rename = "as")]
    format: Option<String>,
    each: Option<String>,
    underline: Option<String>,
    without: Option<OneOrMore<Value>>,
    #[serde(default)]
    words: BTreeMap<String, String>,
}

impl RawSource {
    fn into_source(self) -> Source {
        match self {
            Self::Path(path) => Source {
                path,
                format: Format::Text,
                each: None,
                underline: None,
                without: Vec::new(),
                words: BTreeMap::new(),
            },
            Self::Table(RawSourceTable { path, format, each, underline, without, words }) => {
                let format = match format.as_deref() {
                    None | Some("text") => Format::Text,
                    Some("date") => Format::Date,
                    Some("country") => Format::Country,
                    Some("nationality") => Format::Nationality,
                    Some(group) => Format::Group(group.to_owned()),
                };
                let without = without.map(OneOrMore::all).unwrap_or_default();
                Source { path, format, each, underline, without, words }
            }
        }
    }
}

/// One value or a list of them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a value or a list of values")]
enum OneOrMore<T> {
    // First: where any value is taken, a list is one as well.
    More(Vec<T>),
    One(T),
}

impl<T> OneOrMore<T> {
    fn all(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::More(more) => more,
        }
    }
}

fn rect([x, y, w, h]: [f32; 4]) -> Rect {
    Rect::new(x, y, w, h)
}

fn missing(name: &str) -> Box<Problem> {
    Box::new(Problem::error("", "form-part-incomplete").with("name", name))
}
