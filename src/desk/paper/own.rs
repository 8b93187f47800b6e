//! The letters of the procedure, which belong to no service: what they are called and what they say. Issues none.

use super::scene::Scene;
use super::values::day;
use crate::catalogue::{fill as fill_in, show};
use crate::domain::assessment::PaperDue;
use crate::domain::case::{Decision, Ground, Hearing, Outcome};
use crate::domain::deemed::DeemedFee;
use crate::domain::problem::LocalText;
use crate::domain::procedure::{
    CERTIFICATE, DEMAND, EXTENSION, FEE_NOTICE, FEES_LIFTED, HANDOVER, HEARING, OWN_PAPERS, PAYMENT, RECEIPT,
    REQUEST, REVOCATION, REVOCATION_HEARING,
};
use crate::domain::ruling::{REDRESS, RULING};
use crate::domain::town::keys;
use crate::paper::template::{Values, word};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The step at which they are issued: none of a service.
const AT: &str = "procedure";

static OWN: LazyLock<Vec<PaperDue>> = LazyLock::new(|| {
    let paper = |kind: &str| PaperDue {
        kind: kind.to_owned(),
        label: LocalText { de: word(kind, &[]), en: String::new() },
        letter: Some(format!("{kind}/{}", version(kind))),
        form: None,
        at: if kind == PAYMENT { "paid" } else { AT }.to_owned(),
        outcomes: Vec::new(),
        fill: BTreeMap::new(),
    };
    OWN_PAPERS.into_iter().chain([PAYMENT]).map(paper).collect()
});

/// The version of the letter that is written now.
fn version(kind: &str) -> u8 {
    match kind {
        HANDOVER | REQUEST => 3,
        HEARING | FEE_NOTICE | FEES_LIFTED | REVOCATION | REVOCATION_HEARING => 2,
        _ => 1,
    }
}

/// A letter of the procedure by its kind.
pub fn due(kind: &str) -> Option<&'static PaperDue> {
    OWN.iter().find(|due| due.kind == kind)
}

/// Names of what was asked for, as the service calls it.
pub fn wanted(scene: &Scene) -> Vec<String> {
    let Some(asked) = scene.case.requested() else { return Vec::new() };
    let label = |id: &String| {
        let known = scene.service.documents.iter().find(|known| known.id == *id);
        known.map_or_else(|| id.clone(), |known| known.label.de.clone())
    };
    asked.documents.iter().map(label).chain(asked.answers.iter().cloned()).collect()
}

/// What the letter of the kind says.
pub fn fill(values: &mut Values, scene: &Scene, kind: &str) {
    match kind {
        REQUEST => {
            let by = scene.case.requested().map(|asked| day(asked.due_on));
            values.set("answer_by", by.unwrap_or_default());
            values.set_table("wanted", wanted(scene).into_iter().map(|wanted| vec![wanted]).collect());
        }
        HEARING => {
            let Some(hearing) = scene.case.hearing() else { return };
            values.set("answer_by", day(hearing.due_on));
            values.set_table("about", about(scene));
            values.set("intended_reasons", &hearing.reasons);
            let law = scene.assessment.procedure.law("§ 28 Abs. 1 VwVfG", "§ 91 Abs. 1 AO");
            values.set("hearing_law", &law);
            let refuses = hearing.intended == Outcome::Refused;
            if refuses {
                values.set("refusal", refusal(scene));
            }
            values.set(if refuses { "intends_refusal" } else { "intends_conditions" }, word("yes", &[]));
        }
        FEE_NOTICE | DEMAND => super::fee::fill(values, scene, kind),
        FEES_LIFTED => super::lifted::fill(values, scene),
        REVOCATION => super::revoked::fill(values, scene),
        REVOCATION_HEARING => super::revoked::heard_before(values, scene),
        RULING | REDRESS => super::ruled::fill(values, scene),
        HANDOVER => handed(values, scene),
        EXTENSION => {
            let Some(extended) = scene.case.extended() else { return };
            values.set("extended_to", day(extended.until));
            values.set("extended_reasons", &extended.reason);
            values.set("deemed_law", scene.assessment.procedure.deemed_law());
        }
        CERTIFICATE => {
            let Some(deemed) = scene.case.standing_decision().filter(|known| known.deemed) else { return };
            values.set("deemed_since", day(deemed.decided_on));
            let extended = scene.case.extended().map(|extended| day(extended.until));
            values.set("extended_to", extended.unwrap_or_default());
            values.set("complete_since", scene.assessment.complete.since.map(day).unwrap_or_default());
            values.set("deemed_law", scene.assessment.procedure.deemed_law());
            let law = scene.assessment.procedure.law("§ 42a Abs. 3 VwVfG", "");
            values.set("certificate_law", law);
            let fee = scene.assessment.procedure.deemed.as_ref().and_then(|known| known.fee_of(deemed));
            let fee = fee.filter(|_| !scene.assessment.levies.is_empty());
            let says =
                |wanted| fee.filter(|fee| *fee == wanted).map(|_| word("yes", &[])).unwrap_or_default();
            values.set("deemed_fee_due", says(DeemedFee::Due));
            values.set("deemed_fee_free", says(DeemedFee::Free));
        }
        RECEIPT => {
            let decided = scene.case.act().map(|act| day(act.on));
            values.set("decided_on", decided.unwrap_or_default());
        }
        _ => {}
    }
}

/// What the case is about, by the fields that name it in lists; those aside that say who applies.
fn about(scene: &Scene) -> Vec<Vec<String>> {
    let (service, answers) = (scene.service, &scene.answers);
    let is_person = |id: &str| service.field(id).is_none_or(|field| field.person.is_some());
    let all = show(service, answers, "de");
    let shown = |id: &String| all.iter().find(|shown| shown.field == *id && !shown.value.is_empty());
    let named = service.subject.iter().filter(|id| !is_person(id)).filter_map(shown);
    named.map(|shown| vec![shown.label.clone(), shown.value.clone()]).collect()
}

/// What is decided where nothing was asked for that could be refused, as the service says it in its letter; else nothing.
fn refusal(scene: &Scene) -> String {
    let says = scene.assessment.decision_papers(Outcome::Refused).find_map(|due| due.fill.get("refusal"));
    says.map(|says| fill_in(scene.service, &scene.answers, says, "de")).unwrap_or_default()
}

/// Who has the case from now on, and where to ask.
fn handed(values: &mut Values, scene: &Scene) {
    let Some(handed) = &scene.handed else { return };
    values.set("passed_to", &handed.to);
    values.set("passed_on", day(handed.on));
    values.set("passed_why", &handed.reason);
    values.set("passed_address", scene.town.get(keys::KREIS_ADDRESS));
    values.set("passed_contact", scene.town.get(keys::KREIS_CONTACT));
}

/// The paragraph by which nobody was heard.
pub fn by(ground: Ground) -> [&'static str; 2] {
    match ground {
        Ground::Danger => ["§ 28 Abs. 2 Nr. 1 VwVfG", "§ 91 Abs. 2 Nr. 1 AO"],
        Ground::Deadline => ["§ 28 Abs. 2 Nr. 2 VwVfG", "§ 91 Abs. 2 Nr. 2 AO"],
        Ground::AsDeclared => ["§ 28 Abs. 2 Nr. 3 VwVfG", "§ 91 Abs. 2 Nr. 3 AO"],
        Ground::Many => ["§ 28 Abs. 2 Nr. 4 VwVfG", "§ 91 Abs. 2 Nr. 4 AO"],
        Ground::Enforcement => ["§ 28 Abs. 2 Nr. 5 VwVfG", "§ 91 Abs. 2 Nr. 5 AO"],
        Ground::Forbidden => ["§ 28 Abs. 3 VwVfG", "§ 91 Abs. 3 AO"],
    }
}

/// That somebody could say something until a day, or still can, and whether they did.
pub fn had_their_say(scene: &Scene, hearing: &Hearing) -> String {
    let law = scene.assessment.procedure.law("§ 28 Abs. 1 VwVfG", "§ 91 Abs. 1 AO");
    // Whoever has said something need not be waited for; then the day lies ahead.
    let ahead = hearing.due_on >= scene.today;
    let (until, last) = (day(hearing.due_on), scene.case.said_to(hearing).last());
    let last = last.map(|statement| day(statement.received_on));
    let args =
        [("date", until.as_str()), ("law", law.as_str()), ("said", last.as_deref().unwrap_or_default())];
    let id = match (last.is_some(), ahead) {
        (true, false) => "heard_said",
        (true, true) => "heard_said_open",
        (false, false) => "heard",
        (false, true) => "heard_open",
    };
    word(id, &args)
}

/// The reasons of a decision end with whether the applicant was heard: it is a part of them (§ 39 (1) VwVfG).
pub fn heard(values: &mut Values, scene: &Scene, decision: &Decision) {
    let (case, procedure) = (&scene.case, &scene.assessment.procedure);
    let burdens = matches!(decision.outcome, Outcome::Refused | Outcome::Conditional);
    let before = case.hearing_now().filter(|hearing| hearing.revokes.is_none());
    let said = match (case.unheard().filter(|_| decision.outcome == Outcome::Refused), before) {
        (Some(ground), _) => {
            let [vwvfg, ao] = by(ground);
            word(&format!("unheard_{}", ground.name()), &[("law", &procedure.law(vwvfg, ao))])
        }
        (None, Some(hearing)) if burdens => had_their_say(scene, hearing),
        _ => return,
    };
    let reasons = values.get("reasons").map(|reasons| format!("{reasons}\n\n{said}"));
    values.set("reasons", reasons.unwrap_or(said));
}
