//! What lists and search need to know of a case beyond the case: what its service says. Stores nothing.

use super::days::{of_case, reminders};
use super::shelf::Shelf;
use crate::catalogue::{Catalogue, show};
use crate::domain::case::{Case, Stage};
use crate::domain::id::Digest;
use crate::domain::town::{Town, keys};
use crate::store::Projector;
use crate::store::read::{AWAY, CaseView, DayKind, RETURNED, REVOKED, SUED, TO_SIGN};
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
            let days = reminders(case).into_iter().map(|day| day.day).collect();
            return CaseView { service_name: case.opened.service.clone(), days, ..CaseView::default() };
        };
        let answers = case.answers();
        // The day of filing stands in for today: rows must not change by being made again.
        let assessment = super::case::assess(service, case, &answers, town, case.opened.filed_on);
        let days: Vec<_> = of_case(service, case, &assessment).into_iter().map(|day| day.day).collect();
        // Reminders stand beside it, and what others may file waits for nobody.
        let binds = [DayKind::Deadline, DayKind::Decide, DayKind::Sue, DayKind::Hearing];
        let due = days.iter().filter(|day| binds.contains(&day.kind)).min_by_key(|day| day.on);
        let (due_on, due_label) = due.map(|due| (due.on, due.label.de.clone())).unzip();
        let missing =
            assessment.documents.iter().filter(|document| document.needed && !document.received).count();
        CaseView {
            service_name: service.name.de.clone(),
            due_on,
            due_label: due_label.unwrap_or_default(),
            days,
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

fn state(case: &Case, missing: usize) -> &'static str {
    match case.stage() {
        _ if case.is_sued() => SUED,
        // An objection comes when a case is closed, too.
        _ if case.ruling_to_sign().is_some_and(|draft| draft.returned.is_none()) => TO_SIGN,
        Stage::Filed if case.away().is_some() => AWAY,
        Stage::Decided if case.decisions.is_empty() => RETURNED,
        Stage::Filed | Stage::Decided
            if case.revocation_to_sign().is_some_and(|draft| draft.returned.is_none()) =>
        {
            TO_SIGN
        }
        Stage::Decided if case.standing_decision().is_none() => REVOKED,
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
