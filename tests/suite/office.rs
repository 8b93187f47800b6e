//! A small demo town as the tests of crashes, damage and many writers use it: file, pay, issue, and count receipts.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use crate::harness::Desk;

/// Files cases of one simple service on a desk of its own.
#[derive(Debug)]
pub struct Office {
    /// The desk, signed in.
    pub desk: Desk,
    answers: PathBuf,
}

/// The service that every act is tried with: one field, a fee, a paper.
pub const SERVICE: &str = "beglaubigung";

impl Office {
    /// A demo town without cases.
    pub fn new() -> Self {
        let desk = Desk::demo(0, 1);
        let example = desk.does(["catalogue", "example", SERVICE]);
        let answers = desk.put_json("answers.json", &example);
        Self { desk, answers }
    }

    /// The arguments that file a case.
    pub fn filing(&self) -> Vec<String> {
        let answers = self.answers.display().to_string();
        // The example names one and the same person each time.
        ["case", "new", "--service", SERVICE, "--answers", &answers, "--new-person"]
            .map(str::to_owned)
            .to_vec()
    }

    /// Files a case that is not paid and returns its id.
    #[track_caller]
    pub fn files(&self) -> String {
        let case = self.desk.does(self.filing());
        case["id"].as_str().expect("the id of a case").to_owned()
    }

    /// Files a case and returns its number.
    #[track_caller]
    pub fn files_number(&self) -> String {
        let case = self.desk.does(self.filing());
        case["number"].as_str().expect("the number of a case").to_owned()
    }

    /// The arguments that take the fee of `case` in cash.
    pub fn paying(&self, case: &str) -> Vec<String> {
        ["cash", "receipt", case, "--cash"].map(str::to_owned).to_vec()
    }

    /// The arguments that issue another paper of `case`: the duplicate of one that was lost.
    pub fn issuing(&self, case: &str) -> Vec<String> {
        ["paper", "duplicate", case, "vermerk"].map(str::to_owned).to_vec()
    }
}

/// All receipt numbers that the cases show are consecutive from 1 and each is there once.
#[track_caller]
pub fn receipts_are_gapless(office: &Office) {
    let cases = office.desk.does(["case", "list", "--limit", "100000"]);
    let mut numbers = Vec::new();
    for case in cases.as_array().expect("a list of cases") {
        let shown = office.desk.does(["case", "show", case["id"].as_str().expect("an id")]);
        let mut seen = BTreeSet::new();
        collect(&shown, &mut seen);
        numbers.extend(seen);
    }
    numbers.sort_unstable();
    let expected: Vec<u32> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, expected, "receipt numbers with a gap or twice");
    assert!(!numbers.is_empty(), "no case shows a receipt");
}

/// Receipt numbers (`A-2026-000123`) anywhere in `value`.
fn collect(value: &Value, seen: &mut BTreeSet<u32>) {
    match value {
        Value::String(text) => seen.extend(receipt(text)),
        Value::Array(list) => list.iter().for_each(|value| collect(value, seen)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, seen)),
        _ => {}
    }
}

fn receipt(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.split('-').collect();
    match parts[..] {
        [desk, year, number] if desk.len() <= 4 && year.len() == 4 && number.len() == 6 => {
            number.parse().ok()
        }
        _ => None,
    }
}

#[test]
fn a_receipt_number_is_told_from_a_case_number() {
    assert_eq!(receipt("A-2026-000123"), Some(123));
    assert_eq!(receipt("32.10-2026-A-00417"), None);
    assert_eq!(receipt("2026-11-22"), None);
}
