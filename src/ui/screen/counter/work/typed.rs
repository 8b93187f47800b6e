//! Stored values as one types them: dates with points, amounts in euros, countries by name. Reads nothing back.

use super::Work;
use crate::catalogue::{Field, FieldKind, country};
use crate::domain::money::Cents;
use crate::ui::control::{write_amount, write_date};
use crate::words;
use chrono::NaiveDate;
use serde_json::Value;

impl Work {
    /// Writes stored values as one types them: dates with points, amounts in euros, countries by name.
    pub(super) fn as_typed(&mut self) {
        let answers = &mut self.intake.answers.0;
        for field in self.service.fields() {
            if let Some(value) = answers.get_mut(&field.id) {
                write_as_typed(field, value);
            }
        }
    }
}

fn write_as_typed(field: &Field, value: &mut Value) {
    match (&field.kind, &mut *value) {
        (FieldKind::Group { fields, .. }, Value::Object(parts)) => {
            for part in fields {
                if let Some(value) = parts.get_mut(&part.id) {
                    write_as_typed(part, value);
                }
            }
        }
        (FieldKind::List { item, .. }, Value::Array(items)) => {
            for value in items {
                write_as_typed(item, value);
            }
        }
        (FieldKind::Money, Value::Number(cents)) => {
            *value = write_amount(Cents(cents.as_i64().unwrap_or_default())).into();
        }
        (FieldKind::Year | FieldKind::Integer, Value::Number(number)) => *value = number.to_string().into(),
        (FieldKind::Date | FieldKind::PartialDate, Value::String(text)) => {
            if let Some(date) = written_date(text) {
                *value = date.into();
            }
        }
        (FieldKind::Country | FieldKind::Nationality, Value::String(code)) => {
            if let Some(country) = country::by_code(code) {
                *value = country_name(&country).into();
            }
        }
        _ => {}
    }
}

/// `1987-03-14` as `14.03.1987`, unknown parts as zeros; `None` for what is not stored like that.
pub fn written_date(stored: &str) -> Option<String> {
    if let Ok(date) = stored.parse::<NaiveDate>() {
        return Some(write_date(date));
    }
    words::partial_day(stored)
}

/// A country's name in the language of the window.
pub fn country_name(country: &country::Country) -> &'static str {
    if words::language() == words::Language::English { country.en } else { country.de }
}

/// The citizenship in the language of the screen: `deutsch`; English has no list of adjectives, so the country.
pub fn citizenship(country: &country::Country) -> &'static str {
    if words::language() == words::Language::English { country.en } else { country.nationality }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_dates_are_written_as_one_types_them() {
        assert_eq!(written_date("1987-03-14").as_deref(), Some("14.03.1987"));
        assert_eq!(written_date("1990-00-00").as_deref(), Some("00.00.1990"));
        assert_eq!(written_date("14.03.1987"), None);
        assert_eq!(written_date("140387"), None);
    }
}
