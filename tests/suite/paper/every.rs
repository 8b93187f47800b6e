//! Every paper once: each letter short, in large print, long and as a duplicate; the trade forms empty, filed, more than full and as
//! the receiving bodies get them; the card of the fishing permit. Checks nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use amtsstube::catalogue::{Catalogue, Service};
use amtsstube::domain::answers::Answers;
use amtsstube::domain::town::Town;
use amtsstube::paper::form::{self, Form, FormHead, Purpose, builtin};
use amtsstube::paper::template::render;
use amtsstube::paper::{Mark, Rendered};

use super::samples;

/// Drawn once for all tests.
pub static PAPERS: LazyLock<Vec<(String, Rendered)>> = LazyLock::new(papers);

/// What is drawn in large print as well.
const LARGE: [&str; 3] = ["hundesteuer/2-long", "quittung/1-short", "eingangsbestaetigung/2-short"];

fn papers() -> Vec<(String, Rendered)> {
    let mut papers = Vec::new();
    for (case, name, mut values) in samples::all() {
        let long = case.ends_with("long");
        let head = if long { samples::head_with_crest() } else { samples::head() };
        values.mark = long.then(mark);
        papers.push((case.clone(), render(name, &values, &head).unwrap()));
        if LARGE.contains(&case.as_str()) {
            values.large = true;
            papers.push((format!("{case}-in-large-print"), render(name, &values, &head).unwrap()));
        }
    }
    papers.extend(trade());
    papers.extend(cards());
    papers.extend(copies());
    papers
}

pub fn mark() -> Mark {
    Mark { title: "Zweitschrift vom 25.11.2026".into(), note: "Gleicher Inhalt.".into() }
}

fn service(slug: &str) -> &'static Service {
    Catalogue::built_in().services().find(|service| service.slug == slug).unwrap()
}

/// A trade form: its mark, its file, its service and answers of a day that stays, whatever day the example is of.
fn notices() -> [(&'static str, &'static Form, &'static Service, Answers); 3] {
    [("gewa1", "gewerbe-anmeldung"), ("gewa2", "gewerbe-ummeldung"), ("gewa3", "gewerbe-abmeldung")].map(
        |(name, slug)| {
            let service = service(slug);
            let mut answers = service.example.clone();
            if name == "gewa1" {
                answers.set("datum", "2025-11-03".into());
            }
            (name, builtin(&format!("{name}/2023")).unwrap(), service, answers)
        },
    )
}

fn head(purpose: Purpose) -> FormHead {
    FormHead::of(&Town::default(), samples::day(), purpose)
}

/// The trade forms as they are filed; the first one empty and more than full as well.
fn trade() -> Vec<(String, Rendered)> {
    let mut papers = Vec::new();
    for (name, form, _, answers) in notices() {
        papers.push((format!("{name}-filed"), form::render(form, &answers, &head(Purpose::Final)).unwrap()));
        if name == "gewa1" {
            let empty = form::render(form, &Answers::default(), &head(Purpose::Draft)).unwrap();
            papers.push((format!("{name}-empty"), empty));
            let again = form::render(form, &full(&answers), &head(Purpose::Marked(mark()))).unwrap();
            papers.push((format!("{name}-again"), again));
        }
    }
    papers
}

/// The card of the fishing permit, also for a long name.
fn cards() -> Vec<(String, Rendered)> {
    let card = builtin("fischereischein/2026").unwrap();
    let example = service("fischereischein").example.clone();
    let mut long = example.clone();
    for field in ["familienname", "vornamen", "geburtsort", "anschrift.strasse"] {
        long.set(field, samples::LONG_NAME.into());
    }
    long.set("art", "jugend".into());
    let draw = |answers: &Answers, purpose| {
        let head =
            FormHead { case_number: "32.70-2026-A-00042".into(), office: samples::office(), ..head(purpose) };
        form::render(card, answers, &head).unwrap()
    };
    vec![
        ("fischereischein/2026-card".into(), draw(&example, Purpose::Final)),
        ("fischereischein/2026-long".into(), draw(&long, Purpose::Marked(mark()))),
    ]
}

/// The trade forms as the receiving bodies get them; of bodies that see the same fields the first one. The last of each form gets
/// more than the form has room for.
fn copies() -> Vec<(String, Rendered)> {
    let mut papers = Vec::new();
    for (name, form, service, answers) in notices() {
        let mut known = BTreeSet::new();
        let bodies = &service.receiving.as_ref().unwrap().bodies;
        for body in bodies.iter().filter(|body| known.insert(&body.fields)) {
            let mark = Mark { title: format!("Für: {}", body.label.de), note: body.law.clone() };
            let fields = |answers| {
                form::render_for(form, answers, &head(Purpose::Marked(mark.clone())), &body.fields).unwrap()
            };
            papers.push((format!("{name}-for_{}", body.id), fields(&answers)));
            if name == "gewa1" && body.id == "finanzamt" {
                papers.push((format!("{name}-all_for_{}", body.id), fields(&full(&answers))));
            }
        }
    }
    papers
}

/// Nine activities that fill their box more than once.
fn full(example: &Answers) -> Answers {
    let mut answers = example.clone();
    let one = serde_json::json!({ "text": "Einzelhandel mit Fahrrädern, Zubehör und Ersatzteilen aller Art, ".repeat(3), "wz": "47.64" });
    answers.set("taetigkeit", serde_json::Value::Array(vec![one; 9]));
    answers.set("familienname", samples::LONG_NAME.into());
    answers
}
