//! How much room a field takes and which fields stand beside each other. Draws nothing.

use super::super::sentence::local;
use crate::catalogue::{Choice, Field, FieldKind, Required};

/// Sixths of a row.
pub const ROW: u16 = 6;

/// Parts of an address that have a row of their own kind: street, number, postcode, place.
const ADDRESS: [(&str, u16); 4] = [("strasse", 8), ("hausnummer", 3), ("plz", 4), ("ort", 7)];
/// Parts that are asked for in most cases; the others of an address wait behind a link.
const OFTEN: [&str; 3] = ["ohne_festen_wohnsitz", "telefon", "email"];

/// Whether a group is an address.
pub fn is_address(field: &Field) -> bool {
    let has = |id: &str| field.parts().iter().any(|part| part.id == id);
    has("strasse") && has("plz") && has("ort")
}

/// The row of an address, each part with its share of the row.
pub fn address_row(field: &Field) -> impl Iterator<Item = (&Field, u16)> {
    let of =
        |(id, share): (&str, u16)| field.parts().iter().find(|part| part.id == id).map(|part| (part, share));
    ADDRESS.into_iter().filter_map(of)
}

/// Parts of an address before the row, and those after it that are often asked for.
pub fn often(field: &Field) -> impl Iterator<Item = &Field> {
    field.parts().iter().filter(|part| OFTEN.contains(&part.id.as_str()))
}

/// Parts of an address that are rarely used.
pub fn spare(field: &Field) -> impl Iterator<Item = &Field> {
    let in_row = |part: &Field| ADDRESS.iter().any(|(id, _)| *id == part.id);
    field.parts().iter().filter(move |part| {
        is_address(field)
            && !in_row(part)
            && !OFTEN.contains(&part.id.as_str())
            && part.required == Required::Never
    })
}

/// How many sixths of a row a field takes: by its kind, and by how long its label is.
pub fn span(field: &Field) -> u16 {
    let label = local(&field.label).chars().count();
    let by_label = match label {
        0..=22 => 2,
        23..=42 => 3,
        _ => ROW,
    };
    let by_kind = match &field.kind {
        FieldKind::Date
        | FieldKind::PartialDate
        | FieldKind::Year
        | FieldKind::Integer
        | FieldKind::Decimal
        | FieldKind::Money
        | FieldKind::Postcode => 2,
        FieldKind::Name
        | FieldKind::Country
        | FieldKind::Nationality
        | FieldKind::Phone
        | FieldKind::Email
        | FieldKind::Iban => 3,
        FieldKind::Text if field.max.is_some_and(|max| max <= 100) => 3,
        FieldKind::Choice(choices) if as_radio(field) && radio_length(choices) > 30 => ROW,
        FieldKind::Choice(choices) => {
            let longest =
                choices.iter().map(|choice| local(&choice.label).chars().count()).max().unwrap_or(0);
            if longest > 34 { ROW } else { 3 }
        }
        FieldKind::YesNo if field.required == Required::Never && label <= 12 => 2,
        FieldKind::YesNo => 3,
        _ => ROW,
    };
    by_label.max(by_kind)
}

/// Whether the answers of a choice stand beside each other instead of in a list that opens.
pub fn as_radio(field: &Field) -> bool {
    let FieldKind::Choice(choices) = &field.kind else { return false };
    choices.len() <= 4 && radio_length(choices) <= 52
}

/// Characters of all answers that stand beside each other, with the room between them.
fn radio_length(choices: &[Choice]) -> usize {
    choices.iter().map(|choice| local(&choice.label).chars().count() + 3).sum()
}

/// Fields in rows, in their order, as many beside each other as fit.
pub fn rows<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Vec<Vec<(&'a Field, u16)>> {
    let mut rows: Vec<Vec<(&Field, u16)>> = Vec::new();
    for field in fields {
        let span = span(field);
        let used = |row: &Vec<(&Field, u16)>| row.iter().map(|(_, span)| *span).sum::<u16>();
        match rows.last_mut() {
            Some(row) if used(row) + span <= ROW => row.push((field, span)),
            _ => rows.push(vec![(field, span)]),
        }
    }
    rows
}
