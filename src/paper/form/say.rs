//! One answer as printed text: dates, countries, groups, numbers. Knows no box.

use serde_json::Value;

use super::model::{Form, Format, Source};
use crate::catalogue::country;

/// The lines that a value becomes; none where it says nothing.
pub(super) fn lines(form: &Form, source: &Source, value: &Value) -> Vec<String> {
    match &source.format {
        Format::Group(name) => group(form, name, value),
        _ => plain(source, value)
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(Into::into)
            .collect(),
    }
}

/// The lines of a group by the form's own format.
fn group(form: &Form, name: &str, value: &Value) -> Vec<String> {
    let Some(format) = form.formats.get(name) else { return Vec::new() };
    let line = |parts: &[Source]| {
        let there = parts.iter().filter_map(|part| Some((part, at(value, &part.path)?)));
        let said = there.filter(|(part, value)| !part.without.contains(value));
        said.map(|(part, value)| plain(part, value))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    format.iter().map(|parts| line(&parts.0)).filter(|line| !line.is_empty()).collect()
}

/// What stands at a path inside a value.
pub(super) fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |value, part| match value {
        Value::Array(items) => items.get(part.parse::<usize>().ok()?),
        other => other.get(part),
    })
}

fn plain(source: &Source, value: &Value) -> String {
    match value {
        Value::String(text) => word(source, text),
        Value::Number(number) => number.to_string(),
        Value::Bool(is) => source.words.get(if *is { "true" } else { "false" }).cloned().unwrap_or_default(),
        Value::Array(items) => {
            let said = items.iter().map(|item| plain(source, item)).filter(|text| !text.is_empty());
            said.collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

fn word(source: &Source, text: &str) -> String {
    if let Some(word) = source.words.get(text) {
        return word.clone();
    }
    match source.format {
        Format::Date => date(text),
        Format::Country => country::by_code(text).map_or(text, |country| country.de).to_owned(),
        Format::Nationality => country::by_code(text).map_or(text, |country| country.nationality).to_owned(),
        Format::Text | Format::Group(_) => text.to_owned(),
    }
}

/// `1987-03-14` as 14.03.1987; anything else as it is.
pub(super) fn date(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            format!("{day}.{month}.{year}")
        }
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_turned_round_and_unknown_parts_stay() {
        assert_eq!(date("1987-03-14"), "14.03.1987");
        assert_eq!(date("1990-00-00"), "00.00.1990");
        assert_eq!(date("um 1990"), "um 1990");
    }
}
