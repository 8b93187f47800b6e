//! Whether a form and the service that names it speak of the same answers. Fills nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Form, Part, Source, Tick};
use crate::catalogue::{Field, Service};
use crate::domain::problem::Problem;

/// What does not fit: paths that the service does not ask, choices it does not offer, and choices of a field with
/// check boxes that have none. Each is told at the form's id and the box.
pub fn fits(form: &Form, service: &Service) -> Vec<Problem> {
    let fields = service.sections.iter().flat_map(|section| &section.fields).flat_map(Field::all);
    let fields: BTreeMap<&str, &Field> = fields.map(|field| (field.path.as_str(), field)).collect();
    let mut problems = Vec::new();
    let mut boxes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for part in form.blocks().flat_map(|block| &block.parts) {
        let place = format!("{}, {}", form.id, part.id().unwrap_or_default());
        for path in asked(part) {
            if !path.starts_with('@') && !fields.contains_key(path.as_str()) {
                let problem = Problem::error(&place, "form-path-unknown");
                problems.push(problem.with("path", path).with("service", &service.slug));
            }
        }
        let Part::Tick(tick) = part else { continue };
        for (path, choice) in choices(tick) {
            let known = fields.get(path).is_none_or(|field| offers(field, choice));
            let _ = boxes.entry(path).or_default().insert(choice);
            if !known {
                problems.push(
                    Problem::error(&place, "form-choice-unknown").with("path", path).with("choice", choice),
                );
            }
        }
    }
    for (path, ticked) in boxes {
        let options = fields.get(path).map_or(&[][..], |field| field.options());
        for option in options.iter().filter(|option| !ticked.contains(option.id.as_str())) {
            let problem = Problem::error(&form.id, "form-choice-without-box");
            problems.push(problem.with("path", path).with("choice", &option.id));
        }
    }
    let repeated = form.repeat.iter().filter(|repeat| !fields.contains_key(repeat.from.as_str()));
    problems.extend(repeated.map(|repeat| {
        let problem = Problem::error(&form.id, "form-path-unknown");
        problem.with("path", &repeat.from).with("service", &service.slug)
    }));
    problems
}

/// Paths that a part looks at, those inside the items of a list included.
fn asked(part: &Part) -> Vec<String> {
    let of_source = |source: &Source| {
        let inner = source.each.iter().chain(&source.underline);
        let inner = inner.map(|name| format!("{}.{name}", source.path));
        std::iter::once(source.path.clone()).chain(inner).collect::<Vec<_>>()
    };
    match part {
        Part::Text(_) => Vec::new(),
        Part::Area(area) => area.from.iter().flat_map(of_source).collect(),
        Part::Tick(tick) => tick.from.clone(),
    }
}

/// Each path with each word that crosses the box.
fn choices(tick: &Tick) -> Vec<(&str, &str)> {
    let words: Vec<&str> = tick.is.iter().filter_map(|value| value.as_str()).collect();
    tick.from.iter().flat_map(|path| words.iter().map(move |word| (path.as_str(), *word))).collect()
}

/// Whether a field can be answered like that; only choices are looked at.
fn offers(field: &Field, choice: &str) -> bool {
    let options = field.options();
    options.is_empty() || options.iter().any(|option| option.id == choice)
}
