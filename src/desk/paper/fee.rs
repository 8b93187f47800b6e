//! Fees that are asked for in writing: which notice (Gebührenbescheid) or demand a case lacks, what it says, and issuing it.
//! Sets no fee and takes no money.

use super::super::error::DeskError;
use super::super::hand::Hand;
use super::scene::{Again, Scene};
use super::values::{day, euros, payable};
use super::{lifted, own, put};
use crate::catalogue::{Remedy, Service, remedy};
use crate::domain::assessment::{PaperDue, Vat};
use crate::domain::case::{Case, Charge, ToAsk};
use crate::domain::decide::Command;
use crate::domain::decision::Remedy as Files;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::money::Cents;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::procedure::{DEMAND, FEE_NOTICE, FEES_LIFTED};
use crate::paper::template::{Values, word};
use std::collections::BTreeMap;

/// The papers by which fees are asked for.
pub(in crate::desk) const KINDS: [&str; 2] = [FEE_NOTICE, DEMAND];

/// What may be filed against a fee's being set.
fn remedy_of(service: &Service, charge: &Charge) -> Remedy {
    let fee = service.fees.iter().find(|fee| fee.id == charge.fee.amount.fee);
    fee.map_or(Remedy::None, |fee| fee.remedy)
}

/// Whether a paper of the kind asks for the fee: a notice sets what can be fought, a demand asks for the rest. What a decision
/// sets its own letter asks for; what the law granted has no letter.
pub(super) fn asks(case: &Case, service: &Service, kind: &str, charge: &Charge) -> bool {
    charge.fee.decision.is_none_or(|event| case.is_deemed(event))
        && (remedy_of(service, charge) == Remedy::None) == (kind == DEMAND)
}

fn to_ask(case: &Case, service: &Service, kind: &str) -> Option<ToAsk> {
    case.to_ask(kind, |charge| asks(case, service, kind, charge))
}

/// The papers that a case lacks to have asked for everything that it is owed, and for nothing else.
pub(super) fn lacking(case: &Case, service: &Service) -> Vec<PaperDue> {
    let lacks = |kind: &&str| case.applicant().is_some() && to_ask(case, service, kind).is_some();
    let asked = KINDS.into_iter().filter(lacks).filter_map(|kind| own::due(kind).cloned());
    asked.chain(lifted::lacking(case, service)).collect()
}

/// Issues what a case lacks to have asked for all that it is owed; `again` only where a paper had asked before. What the town
/// has yet to say for it holds nothing up: the paper can be issued later.
pub(in crate::desk) fn ask(hand: &mut Hand<'_, '_, '_>, id: CaseId, again: bool) -> Result<(), DeskError> {
    if !hand.issues {
        return Ok(());
    }
    for kind in KINDS {
        let scene = Scene::now(hand, id, None)?;
        let asked = scene.case.papers.iter().any(|paper| paper.issued.kind == kind);
        let is_lacking = lacking(&scene.case, scene.service).iter().any(|due| due.kind == kind);
        if is_lacking && (asked || !again) && unsaid(&scene, kind).is_empty() {
            let _ = issue(hand, id, kind)?;
        }
    }
    lifted::issue_all(hand, id)
}

/// Issues one of them. Refused where there is nothing to ask for, or the town has not said what it needs.
pub(super) fn issue(hand: &mut Hand<'_, '_, '_>, id: CaseId, kind: &str) -> Result<PaperId, DeskError> {
    if kind == FEES_LIFTED {
        return lifted::issue(hand, id);
    }
    let mut scene = Scene::now(hand, id, None)?;
    let ask = to_ask(&scene.case, scene.service, kind);
    let ask = ask.ok_or_else(|| Problem::error("kind", "paper-nothing-to-ask"))?;
    if scene.applicant.is_none() {
        return Err(DeskError::because("serial-nobody"));
    }
    let unsaid = unsaid(&scene, kind);
    if !unsaid.is_empty() {
        return Err(Refusal(unsaid).into());
    }
    let before = ask.replaces.and_then(|paper| scene.case.paper(paper)).map(|paper| paper.issued.clone());
    scene.mark = before.as_ref().map(|before| scene.marked(Again::Corrects, hand.today, before));
    let label = word(kind, &[]);
    let title = match &before {
        Some(_) => word("title_correction", &[("title", &label)]),
        None => label,
    };
    let mut issued = put(hand, &scene, kind, title)?;
    issued.replaces = before.map(|before| before.paper);
    let paper = issued.paper;
    hand.command(id, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    Ok(paper)
}

/// The fees that a paper of the kind asks for.
fn asked<'a>(scene: &'a Scene, kind: &str) -> Vec<&'a Charge> {
    let ask = to_ask(&scene.case, scene.service, kind).map(|ask| ask.charges).unwrap_or_default();
    ask.iter().filter_map(|charge| scene.case.charges.get(charge)).collect()
}

/// What the town has yet to say for a notice that bears its remedies.
fn unsaid(scene: &Scene, kind: &str) -> Vec<Problem> {
    let mut all: Vec<Problem> = Vec::new();
    for charge in asked(scene, kind) {
        for problem in remedy(remedy_of(scene.service, charge), &scene.town).1 {
            if !all.contains(&problem) {
                all.push(problem);
            }
        }
    }
    all
}

/// What the letter of the kind says.
pub(super) fn fill(values: &mut Values, scene: &Scene, kind: &str) {
    let charges = asked(scene, kind);
    let total: Cents = charges.iter().map(|charge| charge.fee.amount.cents).sum();
    if total <= Cents::ZERO {
        return;
    }
    values.set("total", euros(total));
    let by = scene.assessment.procedure.pay_by(scene.today).map(day);
    values.set("pay_by", by.unwrap_or_default());
    payable(values, scene, total);
    let row = |charge: &&Charge| {
        let amount = &charge.fee.amount;
        vec![amount.label.de.clone(), amount.tariff.clone(), rate(amount.vat), euros(amount.cents)]
    };
    values.set_table("items", charges.iter().map(row).collect());
    values.set("vat_note", vat_note(&charges));
    values.set("why", why(&charges));
    remedies(values, scene, &charges);
}

fn rate(vat: Vat) -> String {
    match (vat, vat.percent()) {
        (_, Some(percent)) => word("vat_rate", &[("percent", &percent.to_string())]),
        (Vat::Zero, None) => word("vat_zero", &[]),
        (_, None) => word("vat_none", &[]),
    }
}

/// The tax that the amounts contain, rate by rate; that there is none where all are acts of authority.
fn vat_note(charges: &[&Charge]) -> String {
    if charges.iter().all(|charge| charge.fee.amount.vat == Vat::Sovereign) {
        return word("vat_sovereign", &[]);
    }
    let mut rates: BTreeMap<i64, (Vat, Cents)> = BTreeMap::new();
    for charge in charges {
        let amount = &charge.fee.amount;
        if let Some(percent) = amount.vat.percent() {
            let sum = rates.entry(percent).or_insert((amount.vat, Cents::ZERO));
            sum.1 = sum.1 + amount.cents;
        }
    }
    let said = rates.into_iter().filter_map(|(percent, (vat, gross))| {
        let (percent, tax) = (percent.to_string(), euros(vat.contained(gross)?));
        Some(word("vat_contained", &[("percent", percent.as_str()), ("amount", tax.as_str())]))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// The grounds of the amounts, as the service says them (§ 39 (1) VwVfG).
fn why(charges: &[&Charge]) -> String {
    let said = charges.iter().flat_map(|charge| {
        let amount = &charge.fee.amount;
        let says = amount.why.iter().filter_map(|step| step.says.as_ref());
        let alone = charges.len() == 1;
        says.map(
            move |says| if alone { says.de.clone() } else { format!("{}: {}", amount.label.de, says.de) },
        )
    });
    said.collect::<Vec<_>>().join("\n")
}

/// The remedy that fits; where the fees have two kinds, each with the tariffs that it is for.
fn remedies(values: &mut Values, scene: &Scene, charges: &[&Charge]) {
    let mut kinds: Vec<(Remedy, Vec<&str>)> = Vec::new();
    for charge in charges {
        let (kind, tariff) = (remedy_of(scene.service, charge), charge.fee.amount.tariff.as_str());
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, tariffs)) if tariffs.contains(&tariff) => {}
            Some((_, tariffs)) => tariffs.push(tariff),
            None => kinds.push((kind, vec![tariff])),
        }
    }
    let mixed = kinds.len() > 1;
    for (kind, tariffs) in kinds {
        let Some(notice) = remedy(kind, &scene.town).0 else { continue };
        let (body, address, part) = match notice.remedy {
            Files::Action => ("court_name", "court_address", "court_part"),
            Files::Objection => ("objection_body", "objection_address", "objection_part"),
        };
        values.set(body, notice.body);
        values.set(address, notice.address);
        values.set(part, if mixed { tariffs.join(", ") } else { String::new() });
    }
}
