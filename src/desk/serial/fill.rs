//! The placeholders of a serial letter: which there are, what is wrong in a text, and what a case puts in.

use super::super::paper::Scene;
use super::super::paper::{addressee, day};
use super::Text;
use crate::domain::problem::Problem;

/// What may stand in braces.
pub const PLACEHOLDERS: [&str; 5] = ["aktenzeichen", "leistung", "name", "eingang", "behoerde"];

/// Paragraphs of a letter at most.
pub const PARAGRAPHS: usize = 12;

/// Characters of subject and text at most: each case keeps its letter.
const LONGEST: [(&str, usize); 2] = [("subject", 200), ("text", 8000)];

/// The paragraphs of a text: an empty line begins another one.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let parts = lines.split(|line| line.trim().is_empty());
    parts.map(|part| part.join("\n").trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Everything that is wrong with a text.
pub fn problems(text: &Text) -> Vec<Problem> {
    let mut problems = Vec::new();
    if text.kind.is_some() {
        // The paper of a service has its own words.
        if !text.subject.trim().is_empty() || !text.text.trim().is_empty() {
            problems.push(Problem::error("text", "serial-words-and-kind"));
        }
        return problems;
    }
    for ((field, most), said) in LONGEST.into_iter().zip([&text.subject, &text.text]) {
        if said.chars().count() > most {
            problems.push(Problem::error(field, "serial-long").with("most", most));
        }
        if said.trim().is_empty() {
            problems.push(Problem::error(field, "serial-empty"));
        }
        for name in named(said).filter(|name| !PLACEHOLDERS.contains(&name.as_str())) {
            let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(", ");
            problems
                .push(Problem::error(field, "serial-placeholder").with("name", name).with("known", known));
        }
    }
    if paragraphs(&text.text).len() > PARAGRAPHS {
        problems.push(Problem::error("text", "serial-paragraphs").with("most", PARAGRAPHS));
    }
    problems
}

/// What stands in braces.
fn named(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name).trim().to_owned())
}

/// The text of one case.
pub fn filled(text: &str, scene: &Scene) -> String {
    let opened = &scene.case.opened;
    let values = [
        ("aktenzeichen", opened.number.clone()),
        ("leistung", scene.service.name.de.clone()),
        ("name", addressee(scene)),
        ("eingang", day(opened.received_on)),
        ("behoerde", scene.town.get(crate::domain::town::keys::AUTHORITY).to_owned()),
    ];
    // One way through the text: what a value brings along is text, never a placeholder.
    let mut said = String::new();
    let mut parts = text.split('{');
    said.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let value = values.iter().find(|(known, _)| *known == name.trim());
        said.push_str(value.map_or("", |(_, value)| value.as_str()));
        said.push_str(rest);
    }
    said.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(subject: &str, text: &str) -> Vec<String> {
        let text = Text { subject: subject.into(), text: text.into(), kind: None };
        problems(&text).into_iter().map(|problem| problem.id).collect()
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        assert!(wrong("Hund {name}", "Zu {aktenzeichen}:\n\nBitte.").is_empty());
        assert_eq!(
            wrong("", "An {vorname} und {"),
            ["serial-empty", "serial-placeholder", "serial-placeholder"]
        );
        assert_eq!(wrong("A", &"Absatz\n\n".repeat(13)), ["serial-paragraphs"]);
        assert_eq!(paragraphs("eins\nzwei\n \n\ndrei\n"), ["eins\nzwei", "drei"]);
    }
}
