//! Problems and explanations as sentences, and where a problem stands. Finds no problem and decides nothing.

use super::work::{Work, written_date};
use crate::catalogue::Service;
use crate::domain::explain::Step;
use crate::domain::person::fields;
use crate::domain::problem::{Args, LocalText, Problem};
use crate::words::{self, Arg};

/// A text of the catalogue in the language of the window.
pub fn local(text: &LocalText) -> String {
    text.get(words::language().tag()).to_owned()
}

/// What is wrong, and what to do about it where the sentence does not say it already.
pub fn problem(problem: &Problem) -> String {
    if let Some(says) = &problem.says {
        return local(says);
    }
    let what = words::text_with(&problem.id, args(&problem.args));
    let remedy = format!("{}-remedy", problem.id);
    if words::knows(&remedy) {
        return format!("{what} {}", words::text_with(&remedy, args(&problem.args)));
    }
    what
}

/// How a date or an amount came about, in one paragraph.
pub fn explanation(steps: &[Step]) -> String {
    let sentence = |step: &Step| {
        let says = step.says.as_ref().map_or_else(|| words::text_with(&step.id, args(&step.args)), local);
        match step.law.as_str() {
            "" => says,
            law => format!("{} ({law}).", says.trim_end_matches('.')),
        }
    };
    steps.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

/// Placeholders as one reads them: dates written out, amounts in euros, labels in the language of the window.
fn args(args: &Args) -> Vec<(String, Arg)> {
    let english = words::language() == words::Language::English;
    args.iter()
        .map(|(name, value)| {
            let value = args.get(&format!("{name}-en")).filter(|_| english).unwrap_or(value);
            let value = match (name.as_str(), value.parse::<i64>()) {
                ("cents" | "due" | "given", Ok(cents)) => words::amount(cents),
                _ => written(value),
            };
            (name.clone(), Arg::Text(value))
        })
        .collect()
}

fn written(value: &str) -> String {
    match value.parse::<chrono::NaiveDate>() {
        Ok(date) => words::date_with_day(date),
        Err(_) => written_date(value).unwrap_or_else(|| value.to_owned()),
    }
}

/// Where a problem stands: "15 Betriebsstätte: PLZ", "18 Angemeldete Tätigkeit 3: Beschreibung".
pub fn place(work: &Work, path: &str) -> String {
    place_in(work.service, path)
}

/// The same in a service's form.
pub fn place_in(service: &Service, path: &str) -> String {
    let mut plain: Vec<&str> = Vec::new();
    let mut words_of = String::new();
    for part in path.split('.') {
        if let Ok(index) = part.parse::<usize>() {
            words_of.extend([" ".to_owned(), (index + 1).to_string()]);
            continue;
        }
        plain.push(part);
        let Some(field) = service.field(&plain.join(".")) else { continue };
        if field.label.de.is_empty() {
            continue;
        }
        if words_of.is_empty() {
            let no = field.no.as_ref().map_or_else(String::new, |no| format!("{no} "));
            words_of = format!("{no}{}", short(&local(&field.label)));
        } else {
            words_of.extend([": ".to_owned(), local(&field.label)]);
        }
    }
    let document = |id: &str| {
        let known = service.documents.iter().find(|document| document.id == id);
        known.map(|document| local(&document.label))
    };
    let other = || match path {
        "" => words::text("counter-place-case"),
        path if path.starts_with("documents.") => {
            let id = path.trim_start_matches("documents.");
            document(id).unwrap_or_else(|| id.to_owned())
        }
        path if document(path).is_some() => document(path).unwrap_or_default(),
        path if fields::ALL.contains(&path) => {
            words::text(&format!("persons-field-{}", path.replace('_', "-")))
        }
        path => words::text(&format!("counter-place-{}", path.replace('_', "-"))),
    };
    if words_of.is_empty() { other() } else { words_of }
}

/// Longest label in a list of places, in characters.
const LONGEST: usize = 36;

/// A long label up to where it gets particular.
fn short(label: &str) -> String {
    let ends = [" (", ", wenn", ", where", ": ", "?"].into_iter().filter_map(|mark| label.find(mark));
    let label = label.get(..ends.min().unwrap_or(label.len())).unwrap_or(label);
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    let cut: String = label.chars().take(LONGEST).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{cut} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_cut_between_words() {
        assert_eq!(short("Geburtsland (leer: Deutschland)"), "Geburtsland");
        assert_eq!(
            short("Zahl der bei Geschäftsaufnahme tätigen Personen"),
            "Zahl der bei Geschäftsaufnahme …"
        );
        assert_eq!(short("Straße"), "Straße");
    }
}
