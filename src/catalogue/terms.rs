//! What a decision of a service needs beside the answers: the notice of legal remedy, and what the town has yet to say.

use super::fee::unset;
use super::field::{Field, FieldKind};
use super::service::{Remedy, Service};
use crate::domain::answers::Answers;
use crate::domain::assessment::ChargeDue;
use crate::domain::decision::{Notice, Remedy as Filed, Terms, ToGrant};
use crate::domain::problem::Problem;
use crate::domain::town::{Town, keys};
use std::collections::BTreeSet;

/// What a decision needs, by the service's kind of remedy, the town's values, and what is answered of what the town sets.
pub(super) fn terms(service: &Service, levies: &[ChargeDue], town: &Town, answered: &Answered<'_>) -> Terms {
    if service.remedy == Remedy::None {
        return Terms::default();
    }
    let (notice, lacking) = remedy(service.remedy, town);
    let (action, lacking_to_rule) = remedy(Remedy::Klage, town);
    let mut lacking_to_grant = unset(service, levies, town);
    lacking_to_grant.extend(unsaid(service, answered));
    let to_grant = own(service, answered).map(|field| ToGrant {
        path: field.path.clone(),
        label: field.label.clone(),
        help: field.help.clone(),
        is_day: field.kind == FieldKind::Date,
    });
    let to_grant = to_grant.collect();
    let remedy_open = !service.remedy_confirmed && !town.says_yes(keys::REMEDY_CONFIRMED);
    Terms { notice, lacking, lacking_to_grant, action, lacking_to_rule, remedy_open, to_grant }
}

/// The fields that count, and their values.
pub(super) struct Answered<'a> {
    pub visible: &'a BTreeSet<String>,
    pub values: &'a Answers,
}

/// What stands on the permit and nobody has entered: a permit without its place or its end permits nothing that could be checked.
fn unsaid(service: &Service, answered: &Answered<'_>) -> Vec<Problem> {
    let unsaid = own(service, answered).filter(|field| answered.values.at(&field.path).is_none());
    let told = |field: &Field| {
        let problem = Problem::error(&field.path, "decision-needs-field").with("label", &field.label.de);
        problem.with("label-en", field.label.get("en"))
    };
    unsaid.map(told).collect()
}

/// The fields that whoever decides enters.
fn own<'a>(service: &'a Service, answered: &Answered<'a>) -> impl Iterator<Item = &'a Field> {
    let visible = answered.visible;
    let all = service.fields().flat_map(|field| std::iter::once(field).chain(field.parts()));
    all.filter(move |field| field.to_grant && visible.contains(&field.path))
}

/// The notice of legal remedy of a kind, and what the town has yet to say for a decision that bears it.
pub fn remedy(kind: Remedy, town: &Town) -> (Option<Notice>, Vec<Problem>) {
    let mut lacking = Vec::new();
    let authority = authority(town);
    let notice = match kind {
        Remedy::None => return (None, lacking),
        Remedy::Widerspruch => authority.clone(),
        Remedy::Klage => {
            let court =
                notice(Filed::Action, town, keys::COURT_NAME, &[keys::COURT_STREET, keys::COURT_PLACE]);
            if court.is_none() {
                lacking.push(Problem::error(keys::COURT_NAME, "decision-needs-court"));
            }
            court
        }
    };
    // Whatever the remedy is, the decision has to show which authority took it (§ 37 (3) VwVfG, § 119 (3) AO).
    if authority.is_none() {
        lacking.push(Problem::error(keys::AUTHORITY, "decision-needs-authority"));
    }
    (notice, lacking)
}

fn authority(town: &Town) -> Option<Notice> {
    let place = format!("{} {}", town.get(keys::POSTCODE), town.get(keys::PLACE));
    let whole = [keys::POSTCODE, keys::PLACE].iter().all(|key| !town.get(key).is_empty());
    let street = notice(Filed::Objection, town, keys::AUTHORITY, &[keys::STREET])?;
    whole.then(|| Notice { address: format!("{}, {place}", street.address), ..street })
}

/// The notice, if all that it names is known.
fn notice(remedy: Filed, town: &Town, body: &str, address: &[&str]) -> Option<Notice> {
    let known = std::iter::once(&body).chain(address).all(|key| !town.get(key).trim().is_empty());
    let address = address.iter().map(|key| town.get(key)).collect::<Vec<_>>().join(", ");
    known.then(|| Notice { remedy, body: town.get(body).to_owned(), address })
}
