//! Official forms as data: a layout file says where every rule, label, text and check box stands and which
//! answer goes there; this module reads it, fills it and draws it. Knows no service and no form by name.
//!
//! [`Form::read`] makes a [`Form`] of a file and tells all that is wrong with it; [`fill()`] turns answers into
//! [`FormValues`] by the mapping in the file; [`render`] draws the pages and, where something has no room or
//! the form asks for further persons, extra sheets (Beiblatt) behind them.

mod check;
mod draw;
mod fill;
mod model;
mod place;
mod read;
mod say;
mod service;
mod sheet;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::{Value, json};

pub use fill::{Entry, ExtraPerson, FormValues, SheetRow, fill};
pub use model::{
    Area, Block, Form, FormPage, Format, GroupLine, Look, Part, Repeat, Source, Text, TextAlign, Tick, Words,
};
pub use service::fits;

use super::canvas::{Canvas, Meta};
use super::data::attachment;
use super::page::Document;
use super::{Mark, PaperError, Rendered};
use crate::domain::answers::Answers;
use crate::domain::town::{Town, keys};

/// The forms that come with the program.
const FILES: &[(&str, &str)] = &[
    ("assets/forms/fischereischein/2026.toml", include_str!("../../assets/forms/fischereischein/2026.toml")),
    ("assets/forms/gewa1/2023.toml", include_str!("../../assets/forms/gewa1/2023.toml")),
    ("assets/forms/gewa2/2023.toml", include_str!("../../assets/forms/gewa2/2023.toml")),
    ("assets/forms/gewa3/2023.toml", include_str!("../../assets/forms/gewa3/2023.toml")),
];

/// What stands on the form beside the answers. The layout reaches it by `@office`, `@ags`, `@case`, `@issued` and
/// `@note` (case number and day of receipt). A signature is never among it: its line is left to a pen, also where one was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormHead {
    /// Name and address of the office that takes the notice, line by line.
    pub office: Vec<String>,
    /// Official municipality key of the place of business, eight digits.
    pub municipality_key: String,
    /// Case number; empty before filing.
    pub case_number: String,
    /// Day of receipt; none before filing.
    pub received_on: Option<NaiveDate>,
    /// Whom the notice is about, shown on extra sheets; may be empty.
    pub subject: String,
    /// The issuing authority, for the file's properties.
    pub authority: String,
    /// Day of issue, the only date that gets into the file's properties.
    pub issued_on: NaiveDate,
    /// Print to be signed, or the filed form.
    pub purpose: Purpose,
}

impl FormHead {
    /// The town's office, before a case is filed.
    pub fn of(town: &Town, issued_on: NaiveDate, purpose: Purpose) -> Self {
        let place = format!("{} {}", town.get(keys::POSTCODE), town.get(keys::PLACE));
        let place = [town.get(keys::STREET), place.trim()];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let lines = [town.get(keys::AUTHORITY).to_owned(), place.join(", ")];
        Self {
            office: lines.into_iter().filter(|line| !line.is_empty()).collect(),
            municipality_key: town.get(keys::AGS).to_owned(),
            case_number: String::new(),
            received_on: None,
            subject: String::new(),
            authority: town.get(keys::AUTHORITY).to_owned(),
            issued_on,
            purpose,
        }
    }
}

/// What the print is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To be read and signed at the counter before anything is filed; says so above the form.
    Draft,
    /// The filed form.
    Final,
    /// The filed form once more, in place of another; says so above the form.
    Marked(Mark),
}

/// A form that comes with the program, by its id (`gewa1/2023`).
///
/// # Errors
/// [`PaperError::NoSuchForm`].
pub fn builtin(id: &str) -> Result<&'static Form, PaperError> {
    static FORMS: LazyLock<Vec<Form>> =
        LazyLock::new(|| FILES.iter().filter_map(|(name, text)| Form::read(name, text).ok()).collect());
    FORMS.iter().find(|form| form.id == id).ok_or_else(|| PaperError::NoSuchForm(id.to_owned()))
}

/// The form with its answers as a PDF.
pub fn render(form: &Form, answers: &Answers, head: &FormHead) -> Result<Rendered, PaperError> {
    render_values(form, &fill(form, answers, head), head)
}

/// The form for somebody who may see just these fields: the others are grey, and nothing of them is in the file.
pub fn render_for(
    form: &Form,
    answers: &Answers,
    head: &FormHead,
    fields: &[u8],
) -> Result<Rendered, PaperError> {
    render_values(form, &fill(form, answers, head).only(form, fields), head)
}

/// The form with values that are already in their boxes.
pub fn render_values(form: &Form, values: &FormValues, head: &FormHead) -> Result<Rendered, PaperError> {
    Rendered::of(&document(form, values, head)?)
}

fn document(form: &Form, values: &FormValues, head: &FormHead) -> Result<Document, PaperError> {
    let title = match &head.purpose {
        Purpose::Draft => format!("{} ({}) – {}", form.title, form.mark, form.words.draft),
        Purpose::Final => format!("{} ({})", form.title, form.mark),
        Purpose::Marked(mark) => format!("{} ({}) – {}", form.title, form.mark, mark.title),
    };
    let mut canvas = Canvas::new(Meta::german(&title, &head.authority, head.issued_on));
    let overflow = draw::pages(&mut canvas, form, values, head)?;
    sheet::pages(&mut canvas, form, values, overflow, head)?;
    canvas.attach(attachment(&told(form, values)));
    Ok(canvas.finish())
}

/// What stands in the boxes, box by box, for programs that read the form.
fn told(form: &Form, values: &FormValues) -> Value {
    let lines =
        |entries: &[Entry]| -> Vec<String> { entries.iter().map(|entry| entry.text.clone()).collect() };
    let mut fields = BTreeMap::new();
    let mut checked = Vec::new();
    for part in form.blocks().flat_map(|block| &block.parts) {
        match part {
            Part::Area(area) => {
                fields.extend(values.text.get(&area.id).map(|entries| (area.id.as_str(), lines(entries))));
            }
            Part::Tick(tick) if values.checked.contains(&tick.id) => checked.push(tick.id.as_str()),
            _ => {}
        }
    }
    let row = |row: &SheetRow| json!({ "no": row.no, "label": row.label, "text": lines(&row.entries) });
    let persons = values.extra.iter().map(|person| person.0.iter().map(row).collect::<Value>());
    let mut told = json!({ "paper": form.id, "fields": fields, "checked": checked, "persons": persons.collect::<Value>() });
    if !values.withheld.is_empty() {
        told["withheld"] = json!(values.withheld);
    }
    told
}

#[cfg(test)]
mod tests;
