//! What a decision of a service needs beside the answers: the notice of legal remedy, and what the town has yet to say.

use super::fee::unset;
use super::service::{Remedy, Service};
use crate::domain::assessment::ChargeDue;
use crate::domain::decision::{Notice, Remedy as Filed, Terms};
use crate::domain::problem::Problem;
use crate::domain::town::{Town, keys};

/// What a decision needs, by the service's kind of remedy and the town's values.
pub(super) fn terms(service: &Service, levies: &[ChargeDue], town: &Town) -> Terms {
    if service.remedy == Remedy::None {
        return Terms::default();
    }
    let (notice, lacking) = remedy(service.remedy, town);
    let lacking_to_grant = unset(service, levies, town);
    Terms { notice, lacking, lacking_to_grant }
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
