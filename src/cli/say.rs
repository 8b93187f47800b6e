//! What a command says: JSON for scripts, sentences for people, and the exit code. Decides nothing.

use crate::desk::DeskError;
use crate::desk::case::Sheet;
use crate::domain::explain::Step;
use crate::domain::problem::{Problem, Severity};
use crate::timeline;
use crate::words;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::ExitCode;

/// What was done, for scripts and for people.
#[derive(Debug)]
pub(super) struct Said {
    /// For scripts.
    pub json: Value,
    /// For people.
    pub lines: Vec<String>,
    /// The exit code, where it is a finding rather than done or refused.
    pub code: u8,
}

impl Said {
    /// For scripts and people.
    pub fn new(json: Value, lines: Vec<String>) -> Self {
        Self { json, lines, code: 0 }
    }

    /// One line for people.
    pub fn line(json: Value, line: impl Into<String>) -> Self {
        Self::new(json, vec![line.into()])
    }

    /// The same with this exit code.
    pub fn with_code(mut self, code: u8) -> Self {
        self.code = code;
        self
    }
}

/// Why nothing was done: every problem that was found.
#[derive(Debug)]
pub(super) struct Fail(pub Vec<Problem>);

impl From<DeskError> for Fail {
    fn from(error: DeskError) -> Self {
        Self(error.problems())
    }
}

impl From<Problem> for Fail {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

/// What was done to a case: a line for each event behind the first `before`, with its number.
pub(super) fn did(sheet: &Sheet, before: usize) -> Vec<String> {
    let number = &sheet.case.opened.number;
    let line = |what: String| {
        let args = [("number".to_owned(), number.clone()), ("what".to_owned(), what)];
        words::said("cli-case-did", &args.into())
    };
    sheet.case.timeline.iter().skip(before).map(|event| line(timeline::sentence(sheet, event))).collect()
}

/// A step of an explanation as a sentence, with its paragraph.
pub(super) fn explained(step: &Step) -> String {
    let own = step.says.as_ref().map(|says| says.get(words::language().tag()).to_owned());
    let said = own.unwrap_or_else(|| words::said(&step.id, &step.args));
    if step.law.is_empty() { said } else { format!("{said} ({})", step.law) }
}

/// What is wrong, as a sentence.
pub(super) fn what(problem: &Problem) -> String {
    let own = problem.says.as_ref().map(|says| says.get(words::language().tag()).to_owned());
    own.unwrap_or_else(|| words::said(&problem.id, &problem.args))
}

/// What to do about it.
pub(super) fn remedy(problem: &Problem) -> String {
    let offered = || {
        let fix = problem.fix.as_ref()?;
        Some(words::said("cli-fix", &[("fix".to_owned(), fix.clone())].into()))
    };
    words::remedy(&problem.id, &problem.args).or_else(offered).unwrap_or_default()
}

/// A problem for scripts.
pub(super) fn as_json(problem: &Problem) -> Value {
    json!({
        "where": problem.field,
        "no": problem.no,
        "what": what(problem),
        "remedy": remedy(problem),
        "id": problem.id,
        "args": problem.args,
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
    })
}

/// Where it is wrong, as people call it: what the rules name by an inner name is an option here, or says itself. A path of
/// answers is what the file says.
fn place(field: &str) -> String {
    let id = format!("cli-at-{}", field.replace('_', "-"));
    if words::knows(&id) { words::text(&id) } else { field.to_owned() }
}

/// A problem for people.
pub(super) fn line(problem: &Problem) -> String {
    let place = place(&problem.field);
    let place = if place.is_empty() { place } else { format!("{place}: ") };
    format!("{place}{} {}", what(problem), remedy(problem))
}

/// Says what was done.
pub(super) fn done(said: &Said, json: bool) -> ExitCode {
    if !json && said.lines.is_empty() && said.json.as_array().is_some_and(Vec::is_empty) {
        // For people alone, and beside the list: what is piped on stays empty.
        let text = format!("{}\n", words::text("cli-nothing-found"));
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
    let text = if json {
        format!("{:#}\n", said.json)
    } else {
        said.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    };
    // A reader that went away (a closed pipe) needs no answer.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    ExitCode::from(said.code)
}

/// Says why nothing was done.
pub(super) fn refused(fail: &Fail, json: bool) -> ExitCode {
    if json {
        let problems: Vec<Value> = fail.0.iter().map(as_json).collect();
        let text = format!("{:#}\n", json!({ "problems": problems }));
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    } else {
        let text: String = fail.0.iter().flat_map(|problem| [line(problem), "\n".to_owned()]).collect();
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
    ExitCode::FAILURE
}
