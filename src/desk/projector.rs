//! What lists and search need to know of a case beyond the case: what its service says. Stores nothing.

use super::shelf::Shelf;
use crate::catalogue::{Catalogue, DeadlineRule, From, show};
use crate::domain::assessment::{Assessment, Due};
use crate::domain::case::{Case, Stage};
use crate::domain::deadline::Computed;
use crate::domain::id::Digest;
use crate::domain::town::{Town, keys};
use crate::paper::template::local_word;
use crate::store::Projector;
use crate::store::read::{AWAY, CaseView, RETURNED, TO_SIGN};
use chrono::NaiveDate;

/// The catalogue's words about cases.
pub(super) struct CatalogueView {
    pub shelf: Shelf,
}

impl Projector for CatalogueView {
    fn view(&self, case: &Case, town: &Town) -> CaseView {
        let Some(service) =
            self.shelf.catalogue().begun(&case.opened.service, &case.opened.version, case.opened.pack)
        else {
            return CaseView { service_name: case.opened.service.clone(), ..CaseView::default() };
        };
        let answers = case.answers();
        // The day of filing stands in for today: rows must not change by being made again.
        let assessment = super::case::assess(service, case, &answers, town, case.opened.filed_on);
        let open = case.stage() == Stage::Filed;
        // Only what runs from the day of receipt, or from complete documents, binds the office; a citizen's own period makes no
        // case overdue.
        let office = |rule: &DeadlineRule| matches!(rule.from, From::Received | From::Complete);
        let binds = |due: &Due| service.deadlines.iter().any(|rule| rule.id == due.id && office(rule));
        // What another office has binds that office.
        let is_here = case.away().is_none() && case.given_back().is_none();
        let waits = |due: &Due| open && is_here && binds(due) && case.met_on(due).is_none();
        let decides = open && is_here && !assessment.for_kreis && assessment.steps.contains_key("decided");
        let own = if decides { to_decide(case, &assessment) } else { Vec::new() };
        let due = assessment.due.into_iter().filter(waits).chain(own).min_by_key(|due| due.date);
        let missing =
            assessment.documents.iter().filter(|document| document.needed && !document.received).count();
        CaseView {
            service_name: service.name.de.clone(),
            due_on: due.as_ref().map(|due| due.date),
            due_label: due.map(|due| due.label.de).unwrap_or_default(),
            missing: u32::try_from(missing).unwrap_or(u32::MAX),
            state: state(case, missing).to_owned(),
            search_text: search_text(&show(service, &answers, "de"), town),
        }
    }

    fn learn(&self, pack: Digest, bytes: &dyn Fn() -> Option<Vec<u8>>) {
        self.shelf.learn(pack, bytes);
    }

    // Packs do not come into it: a case keeps the one that it began with, and is made again when that arrives.
    fn version(&self, town: &Town) -> String {
        // Another Land has other holidays, so other days.
        format!(
            "{} {}",
            Catalogue::built_in().fingerprint(),
            town.get(keys::AGS).get(..2).unwrap_or_default()
        )
    }
}

/// The days that the law sets for deciding at all: after the one the approval counts as given (§ 42a VwVfG), after the other
/// the office can be sued (§ 75 VwGO).
fn to_decide(case: &Case, told: &Assessment) -> Vec<Due> {
    let due = |id: &str, by: Computed| Due {
        id: id.to_owned(),
        label: local_word(id),
        date: by.date,
        why: by.explanation,
        met_by: None,
    };
    let sued = told.procedure.failure_to_act(case.opened.received_on).ok();
    let deemed = case.to_decide_by(told).map(|by| due("due_deemed", by));
    deemed.into_iter().chain(sued.map(|by| due("due_failure_to_act", by))).collect()
}

fn state(case: &Case, missing: usize) -> &'static str {
    match case.stage() {
        Stage::Filed if case.away().is_some() => AWAY,
        Stage::Decided if case.decisions.is_empty() => RETURNED,
        Stage::Filed if case.to_sign().is_some_and(|draft| draft.returned.is_none()) => TO_SIGN,
        Stage::Filed if missing > 0 => "documents_missing",
        stage => stage.name(),
    }
}

fn search_text(shown: &[crate::catalogue::Shown], town: &Town) -> String {
    let place = format!("{} {}", town.get(keys::POSTCODE), town.get(keys::PLACE));
    let values = shown.iter().map(|shown| shown.value.replace(place.as_str(), ""));
    values.filter(|value| value.parse::<NaiveDate>().is_err()).collect::<Vec<_>>().join("\n")
}
