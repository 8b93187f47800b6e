//! What was found out about a form, as the town's Land cites it. The catalogue is written in North Rhine-Westphalia's law; judges nothing.

use crate::domain::assessment::{Assessment, ChargeDue};
use crate::domain::explain::Explanation;
use crate::domain::holiday::Land;

/// Every citation as this Land has it.
pub(super) fn cited(mut of: Assessment, land: Land) -> Assessment {
    let problems = of.problems.iter_mut().map(|problem| &mut problem.law);
    let documents = of.documents.iter_mut().map(|document| &mut document.law);
    for law in problems.chain(documents).flatten() {
        *law = land.cites(law);
    }
    for charge in of.charges.iter_mut().chain(of.levies.iter_mut()).chain(of.duplicates.values_mut()) {
        charged(charge, land);
    }
    for due in &mut of.due {
        explained(&mut due.why, land);
    }
    of
}

fn charged(charge: &mut ChargeDue, land: Land) {
    charge.tariff = land.cites(&charge.tariff);
    explained(&mut charge.why, land);
}

fn explained(why: &mut Explanation, land: Land) {
    for step in why {
        step.law = land.cites(&step.law);
    }
}
