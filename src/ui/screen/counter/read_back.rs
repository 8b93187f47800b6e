//! All answers as one reads them out: label and value, section by section. Leaves out what is not asked or not answered.

use super::sentence::local;
use super::work::{Work, citizenship, country_name, written_date};
use crate::catalogue::{Choice, Field, FieldKind, country, is_in_form, wz};
use crate::domain::case::AppearsAs;
use crate::domain::money::Cents;
use crate::fl;
use crate::ui::control::write_amount;
use crate::words;
use serde_json::Value;

/// Who it is for, how they appear, who acts for them and what was seen of whom: nothing where nobody is entered.
pub fn who(work: &Work) -> Option<(String, Vec<(String, String)>)> {
    let applicant = work.intake.applicant()?;
    let named = |prefix: &str, name: &str| words::text(&format!("{prefix}-{}", name.replace('_', "-")));
    let mut lines = vec![
        (fl!("counter-who-for"), work.person_name()),
        (fl!("counter-who-appears"), named("appears-as", applicant.appears_as.name())),
    ];
    if work.intake.is_represented() && !work.representative_name().is_empty() {
        lines.push((fl!("counter-who-acts"), work.representative_name()));
    }
    let seen = |paper: &String| fl!("counter-seen-this", paper = named("identity-paper", paper));
    let identity = match (&applicant.seen, applicant.appears_as) {
        (Some(paper), _) => seen(paper),
        (None, AppearsAs::InWriting) => fl!("counter-who-nobody"),
        (None, _) => fl!("counter-who-unseen"),
    };
    lines.push((fl!("counter-who-identity"), identity));
    Some((fl!("counter-who"), lines))
}

/// Sections with their answers.
pub fn read_back(work: &Work) -> Vec<(String, Vec<(String, String)>)> {
    let mut all = Vec::new();
    for section in work.sections() {
        let mut answers = Vec::new();
        for field in section.fields.iter().filter(|field| is_in_form(field)) {
            let Some(value) = work.assessment.values.0.get(&field.id) else { continue };
            let no = field.no.as_ref().map_or_else(String::new, |no| format!("{no} "));
            let text = said(field, value);
            if !text.is_empty() {
                answers.push((format!("{no}{}", local(&field.label)), text));
            }
        }
        if !answers.is_empty() {
            all.push((local(&section.title), answers));
        }
    }
    all
}

fn said(field: &Field, value: &Value) -> String {
    match (&field.kind, value) {
        (FieldKind::Group { fields, .. }, Value::Object(_)) => group(fields, value),
        (FieldKind::List { item, .. }, Value::Array(items)) => items
            .iter()
            .map(|value| said(item, value))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        (FieldKind::Choices(choices), Value::Array(ids)) => ids
            .iter()
            .filter_map(Value::as_str)
            .map(|id| label_of(choices, id))
            .collect::<Vec<_>>()
            .join(", "),
        (FieldKind::Choice(choices), Value::String(id)) => label_of(choices, id),
        (FieldKind::YesNo, Value::Bool(yes)) => {
            if *yes {
                fl!("yes")
            } else {
                fl!("no")
            }
        }
        (FieldKind::Money, Value::Number(cents)) => write_amount(Cents(cents.as_i64().unwrap_or_default())),
        (FieldKind::Date | FieldKind::PartialDate, Value::String(date)) => {
            written_date(date).unwrap_or_else(|| date.clone())
        }
        (FieldKind::Country, Value::String(code)) => {
            country::by_code(code).map_or_else(|| code.clone(), |country| country_name(&country).to_owned())
        }
        (FieldKind::Nationality, Value::String(code)) => {
            country::by_code(code).map_or_else(|| code.clone(), |country| citizenship(&country).to_owned())
        }
        (FieldKind::Wz, Value::String(code)) => {
            wz::by_code(code).map_or_else(|| code.clone(), |class| format!("{} {}", class.code, class.title))
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Parts one after the other; a box that is ticked says its own name.
fn group(fields: &[Field], value: &Value) -> String {
    let spoken = |field: &Field| {
        let value = value.get(&field.id)?;
        Some(match (&field.kind, value) {
            (FieldKind::YesNo, Value::Bool(true)) => local(&field.label),
            (FieldKind::YesNo, Value::Bool(false)) if field.required == crate::catalogue::Required::Never => {
                return None;
            }
            (FieldKind::YesNo | FieldKind::Integer, _) => {
                format!("{}: {}", local(&field.label), said(field, value))
            }
            _ => said(field, value),
        })
    };
    let mut text = String::new();
    for field in fields {
        let Some(part) = spoken(field).filter(|part| !part.is_empty()) else { continue };
        let gap = match field.id.as_str() {
            _ if text.is_empty() => "",
            "hausnummer" | "ort" => " ",
            _ => ", ",
        };
        text.push_str(gap);
        text.push_str(&part);
    }
    text
}

fn label_of(choices: &[Choice], id: &str) -> String {
    choices.iter().find(|choice| choice.id == id).map_or_else(|| id.to_owned(), |choice| local(&choice.label))
}
