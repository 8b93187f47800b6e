//! Since when everything is there that a service asks for: what a period counts from that begins with complete documents
//! (§ 42a (2) sentence 2 VwVfG). Knows no case and no service.

use super::assessment::DocumentNeed;
use super::explain::{Explanation, Step};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What came after the application, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Brought {
    /// Documents that are there, by id, each with the day on which it came.
    pub documents: BTreeMap<String, NaiveDate>,
    /// Whether answers that were asked for are still to come.
    pub awaits_answers: bool,
    /// The day on which the last answers that were asked for came.
    pub answered_on: Option<NaiveDate>,
}

/// Whether everything is there, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Complete {
    /// The day with which everything is there; none while something is missing.
    pub since: Option<NaiveDate>,
    /// What came when, the last of it at the end.
    pub why: Explanation,
}

impl Complete {
    /// Of an application that came in on a day: complete with the last thing that is needed. A document that was there with
    /// the application came with it; one that was refused as unusable is not there.
    pub fn of(received_on: NaiveDate, documents: &[DocumentNeed], brought: &Brought) -> Self {
        let mut why = vec![Step::new("complete-received", "").with("date", received_on)];
        let mut since = received_on;
        let needed = documents.iter().filter(|document| document.needed);
        if brought.awaits_answers || needed.clone().any(|document| !document.received) {
            return Self::default();
        }
        let later = needed.filter_map(|document| Some((document, *brought.documents.get(&document.id)?)));
        let mut later: Vec<_> = later.filter(|(_, on)| *on > received_on).collect();
        later.sort_by_key(|(_, on)| *on);
        for (document, on) in later {
            since = since.max(on);
            why.push(
                Step::new("complete-document", "")
                    .with("date", on)
                    .with("document", &document.label.de)
                    .with("document-en", &document.label.en),
            );
        }
        if let Some(on) = brought.answered_on.filter(|on| *on > received_on) {
            since = since.max(on);
            why.push(Step::new("complete-answers", "").with("date", on));
        }
        why.push(Step::new("complete-since", "").with("date", since));
        Self { since: Some(since), why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::problem::LocalText;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn document(id: &str, needed: bool, received: bool) -> DocumentNeed {
        let label = LocalText { de: id.to_owned(), en: id.to_owned() };
        DocumentNeed {
            id: id.to_owned(),
            label: label.clone(),
            needed,
            received,
            blocking: false,
            says: label,
            law: None,
        }
    }

    fn since(documents: &[DocumentNeed], brought: &Brought) -> Option<NaiveDate> {
        Complete::of(day("2026-11-02"), documents, brought).since
    }

    #[test]
    fn it_is_complete_with_the_last_thing_that_is_needed() {
        let none = Brought::default();
        assert_eq!(since(&[], &none), Some(day("2026-11-02")));
        assert_eq!(
            since(&[document("plan", false, false)], &none),
            Some(day("2026-11-02")),
            "nobody needs it"
        );
        assert_eq!(since(&[document("plan", true, false)], &none), None);
        let both = [document("plan", true, true), document("ausweis", true, true)];
        let documents: BTreeMap<String, NaiveDate> =
            [("plan".to_owned(), day("2026-11-20")), ("ausweis".to_owned(), day("2026-11-02"))].into();
        let mut brought = Brought { documents, ..Brought::default() };
        let complete = Complete::of(day("2026-11-02"), &both, &brought);
        assert_eq!(complete.since, Some(day("2026-11-20")));
        let ids: Vec<&str> = complete.why.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids, ["complete-received", "complete-document", "complete-since"]);
        brought.awaits_answers = true;
        assert_eq!(since(&both, &brought), None, "what was asked for is not said yet");
        brought = Brought { awaits_answers: false, answered_on: Some(day("2026-11-23")), ..brought };
        assert_eq!(since(&both, &brought), Some(day("2026-11-23")));
    }

    /// A document that was seen before the application came does not make it complete earlier.
    #[test]
    fn nothing_is_complete_before_it_was_filed() {
        let documents = [("plan".to_owned(), day("2026-10-01"))].into();
        let brought = Brought { documents, ..Brought::default() };
        assert_eq!(since(&[document("plan", true, true)], &brought), Some(day("2026-11-02")));
    }
}
