//! What the letter says that takes a decision back or revokes it, and the one that hears somebody before. Decides nothing.

use super::own;
use super::scene::Scene;
use super::values::{day, euros};
use crate::domain::case::{Annulled, Charge, Decision, Fate};
use crate::domain::decide::heard_about;
use crate::domain::decision::Remedy;
use crate::domain::money::Cents;
use crate::domain::revocation::Clause;
use crate::paper::template::{Values, word};

/// The decision that it is about, as the sentence names it.
fn of(values: &mut Values, scene: &Scene, decision: &Decision) -> String {
    let date = day(decision.decided_on);
    if decision.deemed {
        values.set("deemed_since", &date);
        values.set("deemed_law", scene.assessment.procedure.deemed_law());
        return word("revoke_of_approval", &[("date", &date)]);
    }
    values.set("decided_on", &date);
    word("revoke_of_decision", &[("date", &date)])
}

fn does(clause: Clause) -> &'static str {
    if clause.takes_back() { "back" } else { "revoked" }
}

/// What is called what it is: Rücknahme or Widerruf.
pub fn title(clause: Clause) -> String {
    word(&format!("revoke_title_{}", does(clause)), &[])
}

/// The sentence that decides.
fn says(scene: &Scene, known: &Annulled, what: &str) -> String {
    let law = scene.assessment.procedure.clause_law(known.what.clause, known.what.untrusted);
    let stops = known.what.part.ends_with(['.', '!', '?']);
    let part = if stops { known.what.part.clone() } else { format!("{}.", known.what.part) };
    let id =
        format!("revoke_{}{}", does(known.what.clause), if known.what.is_whole() { "" } else { "_part" });
    let rest = word(if known.of.deemed { "revoke_rest_of_approval" } else { "revoke_rest_of_decision" }, &[]);
    word(&id, &[("what", what), ("law", law.as_str()), ("part", part.as_str()), ("rest", rest.as_str())])
}

fn takes_effect(known: &Annulled) -> String {
    let what = &known.what;
    match what.from {
        None => word("revoke_from_now", &[]),
        Some(from) => {
            let id = if from < what.revoked_on { "revoke_from_past" } else { "revoke_from_day" };
            word(id, &[("date", day(from).as_str())])
        }
    }
}

/// Since when the facts are known, and until when there was time; nothing where no period stands in law.
fn known_since(scene: &Scene, known: &Annulled) -> String {
    let what = &known.what;
    let Some(on) = what.known_on else { return String::new() };
    let until = scene.assessment.procedure.revocable_until(what.clause, what.untrusted, on);
    let until = until.ok().flatten();
    let Some(until) = until else { return String::new() };
    let law = until.explanation.first().map(|step| step.law.clone()).unwrap_or_default();
    let (on, until) = (day(on), day(until.date));
    word("revoke_known_since", &[("known", on.as_str()), ("date", until.as_str()), ("law", law.as_str())])
}

/// That somebody was heard, or why nobody was.
fn heard(scene: &Scene, known: &Annulled) -> String {
    if let Some(ground) = known.what.unheard {
        let [vwvfg, ao] = own::by(ground);
        let law = scene.assessment.procedure.law(vwvfg, ao);
        return word(&format!("unheard_{}", ground.name()), &[("law", law.as_str())]);
    }
    let hearing = heard_about(&scene.case, known.what.decision, known.what.clause);
    hearing.map(|hearing| own::had_their_say(scene, hearing)).unwrap_or_default()
}

/// What the last revocation of the case says.
pub fn fill(values: &mut Values, scene: &Scene) {
    let Some(known) = scene.case.revocations().last() else { return };
    let (what, procedure) = (&known.what, &scene.assessment.procedure);
    let named = of(values, scene, &known.of);
    values.set("revoke_title", title(what.clause));
    values.set("revokes", says(scene, known, &named));
    values.set("takes_effect", takes_effect(known));
    values.set("reasons", &what.reasons);
    values.set("decided_by", &scene.clerk);
    values.set("heard", heard(scene, known));
    values.set("known_since", known_since(scene, known));
    if what.anew {
        values.set("anew", word("yes", &[]));
    }
    let fees = set_by(scene, known);
    match what.fees.filter(|_| fees > Cents::ZERO) {
        Some(Fate::Kept) => values.set("fee_kept", euros(fees)),
        Some(Fate::Dropped) => values.set("fee_dropped", euros(fees)),
        None => {}
    }
    if !what.hand_back.is_empty() {
        values.set("hand_back_law", procedure.hand_back_law());
        values.set_table("hand_back", what.hand_back.iter().map(|line| vec![line.clone()]).collect());
    }
    values.set("compensation_law", procedure.compensation(what.clause, what.untrusted).unwrap_or_default());
    if procedure.compensation(what.clause, what.untrusted).is_some() {
        values.set("compensates", word(&format!("compensates_{}", does(what.clause)), &[]));
    }
    values.set("refund_law", procedure.refund(what.clause, what.from, what.revoked_on).unwrap_or_default());
    if let Some(notice) = &what.notice {
        let (body, address) = match notice.remedy {
            Remedy::Action => ("court_name", "court_address"),
            Remedy::Objection => ("objection_body", "objection_address"),
        };
        values.set(body, &notice.body);
        values.set(address, &notice.address);
    }
}

/// What the decision had set and what was neither waived nor withdrawn before.
fn set_by(scene: &Scene, known: &Annulled) -> Cents {
    let here = |charge: &&Charge| {
        let falls = known.what.withdrawn.contains(&charge.fee.charge);
        charge.fee.decision == Some(known.what.decision)
            && (falls || !charge.withdrawn && charge.waived.is_none())
    };
    scene.case.charges.values().filter(here).map(|charge| charge.fee.amount.cents).sum()
}

/// What the letter says that hears somebody before.
pub fn heard_before(values: &mut Values, scene: &Scene) {
    let Some(hearing) = scene.case.hearing() else { return };
    let Some(intended) = &hearing.revokes else { return };
    let decision = scene.case.decisions.iter().find(|known| known.event == intended.decision);
    let revoked = scene.case.revocation_of(intended.decision).map(|known| &known.of);
    let Some(decision) = decision.or(revoked) else { return };
    let what = of(values, scene, decision);
    let procedure = &scene.assessment.procedure;
    let law = procedure.clause_law(intended.clause, None);
    let id = format!("revoke_intends_{}", does(intended.clause));
    values.set("intends", word(&id, &[("what", what.as_str()), ("law", law.as_str())]));
    values.set("answer_by", day(hearing.due_on));
    values.set("intended_reasons", &hearing.reasons);
    values.set("hearing_law", procedure.law("§ 28 Abs. 1 VwVfG", "§ 91 Abs. 1 AO"));
}
