//! What the letter says that decides about an objection: the operative part, the costs, the notice. Decides nothing.

use super::scene::Scene;
use super::values::{day, euros};
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, Outcome, Ruled, Settled};
use crate::domain::deadline::Regime;
use crate::domain::money::Cents;
use crate::domain::ruling::{REDRESS, RULING, Reimburses};
use crate::paper::template::{Values, word};

/// The letter that tells it.
pub fn kind(ruled: &Ruled) -> &'static str {
    if ruled.is_served() { RULING } else { REDRESS }
}

/// The last decision about an objection that was taken here.
pub fn last(case: &Case) -> Option<&Ruled> {
    case.rulings().iter().rfind(|ruled| ruled.ruling.elsewhere.is_none())
}

/// What it is about, as a sentence names it.
fn challenged(ruled: &Ruled) -> String {
    let date = day(ruled.against_on);
    let is_deemed = ruled.of.deemed && ruled.against == ruled.of.event;
    word(if is_deemed { "ruling_of_approval" } else { "ruling_of_decision" }, &[("date", date.as_str())])
}

/// What is decided, sentence by sentence.
fn operative(scene: &Scene, ruled: &Ruled) -> Vec<String> {
    let what = challenged(ruled);
    let named = [("what", what.as_str())];
    let mut says = Vec::new();
    match ruled.what.how {
        Settled::RemediedInPart | Settled::Remedied if !ruled.what.part.is_empty() => {
            let part = ruled.what.part.as_str();
            let stop = if part.ends_with(['.', '!', '?']) { "" } else { "." };
            let part = format!("{part}{stop}");
            says.push(word("ruling_changes", &[("what", what.as_str()), ("part", part.as_str())]));
            says.extend(money(scene, ruled));
            if ruled.what.how == Settled::RemediedInPart {
                says.push(word("ruling_rest", &[]));
            }
        }
        Settled::Remedied if ruled.against != ruled.of.event => {
            says.push(word("ruling_lifts_revocation", &named));
        }
        Settled::Remedied => {
            says.push(word("ruling_lifts", &named));
            let filed = word(&format!("filed_{}_acc", scene.service.filed.name()), &[]);
            let refused = ruled.of.outcome == Outcome::Refused;
            let id = if refused { "ruling_anew" } else { "ruling_anew_if" };
            says.push(word(id, &[("filed_acc", filed.as_str())]));
        }
        _ => says.push(word("ruling_rejects", &[])),
    }
    says.push(costs(ruled.ruling.town_bears));
    let law = scene.assessment.procedure.counsel_law();
    let counsel = ruled.ruling.counsel.zip(law).map(|(needed, law)| {
        let id = if needed { "ruling_counsel_needed" } else { "ruling_counsel_unneeded" };
        word(id, &[("law", law.as_str())])
    });
    says.extend(counsel);
    says
}

/// What becomes of the fee that the decision had set.
fn money(scene: &Scene, ruled: &Ruled) -> Option<String> {
    if let Some(lowered) = ruled.what.lowers {
        let fee = &scene.case.charges.get(&lowered.charge)?.fee.amount;
        let before =
            fee.why.iter().rfind(|step| step.id == "fee-lowered")?.args.get("cents")?.parse().ok()?;
        let (before, amount) = (euros(Cents(before)), euros(lowered.to));
        let args =
            [("before", before.as_str()), ("amount", amount.as_str()), ("label", fee.label.de.as_str())];
        // Of what is owed each year the first one alone was charged: a whole year stays what it is.
        let of_it = ruled.of.levies.iter().find(|levied| levied.amount.fee == fee.fee);
        let year = of_it.and_then(|levied| levied.first.as_ref()).map(|first| first.year.to_string());
        return Some(match &year {
            Some(year) => word("ruling_lowers_year", &[args.as_slice(), &[("year", year)]].concat()),
            None => word("ruling_lowers", &args),
        });
    }
    let fell = ruled.what.withdrawn.iter().filter_map(|charge| scene.case.charges.get(charge));
    let sum: Cents = fell.map(|charge| charge.fee.amount.cents).sum();
    (sum > Cents::ZERO).then(|| word("ruling_drops", &[("amount", euros(sum).as_str())]))
}

/// Who bears the costs.
fn costs(town: u8) -> String {
    let rest = (100_u8.saturating_sub(town)).to_string();
    match town {
        0 => word("ruling_costs_objector", &[]),
        100 => word("ruling_costs_town", &[]),
        _ => word("ruling_costs_shared", &[("town", town.to_string().as_str()), ("objector", rest.as_str())]),
    }
}

/// What is reimbursed, or why nothing is; nothing where nobody has read how the Land has it.
fn reimbursement(values: &mut Values, told: &Assessment, ruled: &Ruled) {
    let land = told.procedure.calendar.land();
    let (name, id, law) = match told.procedure.reimburses() {
        Reimburses::By(law) if ruled.ruling.town_bears == 0 => ("own_costs", "ruling_not_reimbursed", law),
        Reimburses::By(law) => ("reimbursed", "ruling_reimbursed", law),
        Reimburses::Not(_) => {
            let law = land.cites("§ 2 Abs. 2 Nr. 1 VwVfG, § 80 VwVfG");
            ("own_costs", "ruling_not_reimbursed_tax", law)
        }
        Reimburses::Open => return,
    };
    values.set(name, word(id, &[("law", law.as_str())]));
}

/// Whether a tax or charge that it leaves is still to be paid, whoever sues.
fn is_to_pay(case: &Case, ruled: &Ruled) -> bool {
    let levied = ruled.against == ruled.of.event && case.levied().next().is_some();
    levied && case.owed_of(ruled.of.event) != Some(Cents::ZERO)
}

/// What the last one says.
pub fn fill(values: &mut Values, scene: &Scene) {
    let Some(ruled) = last(&scene.case) else { return };
    values.set("decided_by", &scene.clerk);
    values.set("objected_on", day(ruled.objected_on));
    values.set("against", challenged(ruled));
    values.set("facts", &ruled.ruling.facts);
    values.set("reasons", &ruled.what.reason);
    let says = operative(scene, ruled);
    let numbered = says.into_iter().zip(1..).map(|(text, number)| vec![format!("{number}."), text]);
    values.set_table("operative", numbered.collect());
    values.set("costs", costs(ruled.ruling.town_bears));
    let law = if ruled.is_served() { "§ 73 Abs. 3 Satz 3 VwGO" } else { "§ 72 VwGO" };
    values.set("costs_law", law);
    reimbursement(values, &scene.assessment, ruled);
    if scene.assessment.procedure.regime == Regime::Ao && is_to_pay(&scene.case, ruled) {
        values.set("taxes", word("yes", &[]));
    }
    if let Some(notice) = &ruled.ruling.notice {
        values.set("court_name", &notice.body);
        values.set("court_address", &notice.address);
    }
}
