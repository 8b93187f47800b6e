//! Sections and fields from their tables; named groups are opened into their parts. Judges no answer.

use super::condition::Place;
use super::raw::{RawField, RawSection};
use super::{Shelf, Source};
use crate::catalogue::field::{Choice, Default, Field, FieldKind, Required, Section};
use crate::catalogue::json;
use crate::domain::problem::Problem;
use toml::Value;

/// A section; its fields come later, each from its own table.
pub fn section(source: &Source<'_>, shelf: &Shelf, at: usize, raw: RawSection) -> Section {
    let place = Place { source, shelf, at, prefix: "" };
    let visible = raw.visible.and_then(|value| place.condition(value));
    Section { id: raw.id, title: raw.title, help: raw.help, visible, fields: Vec::new() }
}

/// A field below `parent`, with all its parts. `None` where its type is not known.
pub fn field(
    source: &Source<'_>,
    shelf: &Shelf,
    at: usize,
    raw: RawField,
    parent: Option<(&str, Option<&str>)>,
) -> Option<Field> {
    let (above, no_above) = parent.map_or(("", None), |(path, no)| (path, no));
    let path = join(above, &raw.id);
    let no = raw.no.clone().or_else(|| no_above.map(str::to_owned));
    let place = Place { source, shelf, at, prefix: above };
    let kind = kind(&place, &raw, &path, no.as_deref())?;
    let required = match raw.required {
        None | Some(Value::Boolean(false)) => Required::Never,
        Some(Value::Boolean(true)) => Required::Always,
        Some(value) => place.condition(value).map_or(Required::Never, Required::When),
    };
    let visible = raw.visible.and_then(|value| place.condition(value));
    let default = raw.default.and_then(|value| default(&place, value));
    let (label, help, person) = (raw.label, raw.help, raw.person);
    Some(Field {
        id: raw.id,
        path,
        no,
        kind,
        label,
        help,
        required,
        visible,
        default,
        person,
        by_town: raw.by_town || raw.to_grant,
        to_grant: raw.to_grant,
        min: raw.min,
        max: raw.max,
    })
}

fn join(above: &str, id: &str) -> String {
    match (above.is_empty(), id.is_empty()) {
        (true, _) => id.to_owned(),
        (_, true) => above.to_owned(),
        _ => format!("{above}.{id}"),
    }
}

fn kind(place: &Place<'_>, raw: &RawField, path: &str, no: Option<&str>) -> Option<FieldKind> {
    let options =
        || raw.options.iter().map(|o| Choice { id: o.id.clone(), label: o.label.clone() }).collect();
    let parts = |fields: &[RawField]| {
        let part =
            |part: &RawField| field(place.source, place.shelf, place.at, part.clone(), Some((path, no)));
        fields.iter().filter_map(part).collect()
    };
    Some(match raw.kind.as_str() {
        "name" => FieldKind::Name,
        "text" => FieldKind::Text,
        "long_text" => FieldKind::LongText,
        "date" => FieldKind::Date,
        "partial_date" => FieldKind::PartialDate,
        "year" => FieldKind::Year,
        "integer" => FieldKind::Integer,
        "decimal" => FieldKind::Decimal,
        "money" => FieldKind::Money,
        "yes_no" => FieldKind::YesNo,
        "signature" => FieldKind::Signature,
        "choice" => FieldKind::Choice(options()),
        "choices" => FieldKind::Choices(options()),
        "postcode" => FieldKind::Postcode,
        "email" => FieldKind::Email,
        "phone" => FieldKind::Phone,
        "iban" => FieldKind::Iban,
        "country" => FieldKind::Country,
        "nationality" => FieldKind::Nationality,
        "wz" => FieldKind::Wz,
        "file" => FieldKind::File,
        "group" => FieldKind::Group { of: String::new(), fields: parts(&raw.fields) },
        "list" => {
            let of = raw.of.clone().unwrap_or_default();
            let (no, label) = (no.map(str::to_owned), raw.label.clone());
            let item =
                RawField { id: String::new(), no, kind: of, label, required: Some(true.into()), ..bare(raw) };
            let item = field(place.source, place.shelf, place.at, item, Some((path, None)))?;
            FieldKind::List { item: Box::new(item), one: raw.one.clone() }
        }
        named => {
            let Some(fields) = place.shelf.groups.get(named) else {
                let problem = Problem::error("", "catalogue-type-unknown").with("type", named);
                place.source.tell_at(place.at, named, 0, problem);
                return None;
            };
            FieldKind::Group { of: named.to_owned(), fields: parts(fields) }
        }
    })
}

/// What an item takes over from its list: the choices and the parts.
fn bare(raw: &RawField) -> RawField {
    RawField {
        id: String::new(),
        no: None,
        kind: String::new(),
        label: raw.label.clone(),
        help: None,
        required: None,
        visible: None,
        default: None,
        person: None,
        by_town: raw.by_town,
        to_grant: false,
        min: None,
        max: None,
        options: raw.options.clone(),
        of: None,
        one: None,
        fields: raw.fields.clone(),
    }
}

/// `default = "haupt"`, `{ from = "today" }`, `{ from = "town", key = "postcode" }`.
fn default(place: &Place<'_>, value: Value) -> Option<Default> {
    let Value::Table(table) = &value else { return Some(Default::Value(json(&value))) };
    let text = |key: &str| table.get(key).and_then(Value::as_str);
    match (text("from"), text("key")) {
        (Some("today"), None) => Some(Default::Today),
        (Some("received"), None) => Some(Default::Received),
        (Some("town"), Some(key)) => Some(Default::Town(key.to_owned())),
        _ => {
            let problem = Problem::error("", "catalogue-default-unknown").with("default", value.to_string());
            place.source.tell(place.at, problem);
            None
        }
    }
}
