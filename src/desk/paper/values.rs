//! What papers are filled with: the case's own facts for every letter, and what the service fills in by its patterns.

use super::scene::Scene;
use super::to::{self, addressed};
use super::{fee, own};
use crate::catalogue::{Filed, From, Service, amount, fill, show};
use crate::domain::assessment::{ChargeDue, Due, PaperDue, Vat};
use crate::domain::case::{Charge, FreeLetter, IDENTITY_PAPERS, Outcome, Payment};
use crate::domain::decision::Levied;
use crate::domain::holiday::Land;
use crate::domain::iban;
use crate::domain::money::Cents;
use crate::domain::person::Person;
use crate::domain::town::{Town, keys};
use crate::domain::transfer;
use crate::paper::accent;
use crate::paper::form::{FormHead, Purpose};
use crate::paper::letter::Letterhead;
use crate::paper::template::{Values, word};
use chrono::NaiveDate;

/// A day as letters write it.
pub fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

pub fn euros(cents: Cents) -> String {
    amount(cents, "de")
}

/// Name and address of the office, line by line.
pub fn office(town: &Town) -> Vec<String> {
    let place = format!("{} {}", town.get(keys::POSTCODE), town.get(keys::PLACE));
    let lines = [town.get(keys::AUTHORITY), town.get(keys::STREET), place.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The town's side of every letter, without its coat of arms.
pub fn letterhead(town: &Town) -> Letterhead {
    let lines = |keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| town.get(key)).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let columns = [
        office(town),
        lines(&[keys::PHONE, keys::EMAIL, keys::WEB]),
        lines(&[keys::HOURS]),
        [town.get(keys::BANK_NAME).to_owned(), iban::grouped(town.get(keys::BANK_IBAN))]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect(),
    ];
    Letterhead {
        authority: town.get(keys::AUTHORITY).to_owned(),
        office: town.get(keys::HEAD).to_owned(),
        return_address: office(town).join(" · "),
        accent: accent::read(town.get(keys::ACCENT)).ok(),
        footer: columns.into_iter().filter(|column| !column.is_empty()).collect(),
        ..Letterhead::default()
    }
}

/// What stands on an official form beside the answers.
pub fn form_head(scene: &Scene) -> FormHead {
    let opened = &scene.case.opened;
    FormHead {
        office: office(&scene.town),
        municipality_key: scene.town.get(keys::AGS).to_owned(),
        received_on: Some(opened.received_on),
        case_number: opened.number.clone(),
        subject: scene.applicant.as_ref().map(Person::name).unwrap_or_default(),
        authority: scene.town.get(keys::AUTHORITY).to_owned(),
        issued_on: scene.today,
        purpose: scene.mark.clone().map_or(Purpose::Final, Purpose::Marked),
    }
}

/// Everything a letter may ask for. What the letter does not name is left aside.
pub fn letter_values(scene: &Scene, due: &PaperDue) -> Values {
    let (service, answers) = (scene.service, &scene.answers);
    let mut values = Values::new(scene.today);
    values.mark.clone_from(&scene.mark);
    facts(&mut values, scene);
    addressed(&mut values, scene);
    outlook(&mut values, scene);
    if let Some(number) = &scene.receipt {
        receipt_values(&mut values, scene, number);
    }
    if let Some(decision) = scene.case.decisions.last().filter(|_| due.at == "decided") {
        values.set("clerk", &scene.decided_by);
        super::decided::decided(&mut values, decision, &scene.decided_by);
        // What was not asked for is not refused: no dog tax is set.
        let refused = decision.outcome == Outcome::Refused && !due.fill.contains_key("refusal");
        let title = if refused { "decision_title_refused" } else { "decision_title" };
        values.set("decision_title", word(title, &[]));
        own::heard(&mut values, scene, decision);
        // The letter asks for what it sets, not for whatever else is open.
        // Issued anew after that was paid or waived, it asks for nothing.
        let asks = scene.owed != Some(Cents::ZERO);
        let asked = decision.levies.first().and_then(Levied::asked).filter(|_| asks).unwrap_or(Cents::ZERO);
        payable(&mut values, scene, asked);
        if asked > Cents::ZERO {
            values.set("pay_by", scene.assessment.procedure.pay_by(scene.today).map(day).unwrap_or_default());
        }
        if !asks {
            values.set("tax_in_one", String::new());
        }
    }
    own::fill(&mut values, scene, &due.kind);
    let said = |id: &str| service.field(id).is_none_or(|field| !field.by_town);
    let shown = show(service, answers, "de").into_iter().filter(|shown| said(&shown.field));
    values.set_table("answers", shown.map(|shown| vec![shown.label, shown.value]).collect());
    for (name, pattern) in &due.fill {
        let text = fill(service, answers, pattern, "de");
        if !text.is_empty() {
            values.set(name, text);
        }
    }
    values
}

/// What a letter in the clerk's own words is filled with.
pub fn free_values(scene: &Scene, letter: &FreeLetter) -> Values {
    let mut values = Values::new(scene.today);
    values.mark.clone_from(&scene.mark);
    facts(&mut values, scene);
    addressed(&mut values, scene);
    values.set("subject_text", &letter.subject);
    for (number, text) in (1..).zip(crate::desk::serial::paragraphs(&letter.text)) {
        values.set(&format!("paragraph_{number}"), text);
    }
    values
}

fn facts(values: &mut Values, scene: &Scene) {
    let (service, opened, town) = (scene.service, &scene.case.opened, &scene.town);
    values.set("case_number", &opened.number);
    values.set("service", &service.name.de);
    values.set("notice", &service.name.de);
    filed(values, service);
    let by_name = scene.assessment.procedure.law("§ 37 Abs. 3 VwVfG", "§ 119 Abs. 3 AO");
    values.set("unsigned_law", by_name);
    let land = scene.assessment.procedure.calendar.land();
    values.set("copy_law", land.cites("§ 33 VwVfG"));
    values.set("signature_law", land.cites("§ 34 VwVfG"));
    values.set("notice_law", service.laws.first().map(|law| land.cites(&law.reference)).unwrap_or_default());
    values.set("charges_law", land.cites("§ 3 KAG NRW"));
    values.set("dog_tax_act", land.dog_tax_act().unwrap_or_default());
    values.set("noise_law", if land == Land::Nw { "§ 9 LImSchG NRW" } else { "" });
    values.set("received_on", day(opened.received_on));
    values.set("reported_on", day(opened.received_on));
    values.set("channel", word(&format!("channel_{}", opened.channel.name()), &[]));
    values.set("status_code", &opened.status_code);
    values.set("clerk", &scene.clerk);
    values.set("signed_by", &scene.clerk);
    values.set("cashier", &scene.clerk);
    values.set("phone", town.get(keys::PHONE));
    values.set("email", town.get(keys::EMAIL));
    values.set("place", town.get(keys::PLACE));
    values.set("authority_address", office(town).get(1..).unwrap_or_default().join(", "));
    values.set("bank_holder", town.get(keys::BANK_HOLDER));
    values.set("bank_iban", iban::grouped(town.get(keys::BANK_IBAN)));
    values.set("bank_name", town.get(keys::BANK_NAME));
    let seen = scene.case.persons.values().find_map(|linked| linked.seen.as_deref());
    // What is no known identity paper has no name that could be printed.
    let seen = seen.filter(|seen| IDENTITY_PAPERS.contains(seen));
    values.set("identity_seen", seen.map(|seen| word(&format!("identity_{seen}"), &[])).unwrap_or_default());
}

/// What was filed, as the service calls it, in the cases that sentences need: "Ihr Antrag", "Ihre Anzeige".
fn filed(values: &mut Values, service: &Service) {
    let kind = service.filed;
    for (name, case) in [("filed", ""), ("filed_acc", "_acc"), ("filed_dat", "_dat")] {
        values.set(name, word(&format!("filed_{}{case}", kind.name()), &[]));
    }
    let flag = if kind == Filed::Antrag { "application" } else { "notification" };
    values.set(flag, word("yes", &[]));
}

/// What is missing, when it will be done, and what it costs.
fn outlook(values: &mut Values, scene: &Scene) {
    let (case, service, assessment) = (&scene.case, scene.service, &scene.assessment);
    if let Some(due) = assessment.due.first() {
        values.set("six_months_on", day(due.date));
    }
    for due in &assessment.due {
        values.set(&format!("due_{}", due.id), day(due.date));
    }
    // What runs from the day of receipt binds the office; the other dates bind the citizen.
    let binds =
        |due: &&Due| service.deadlines.iter().any(|rule| rule.id == due.id && rule.from == From::Received);
    if let Some(due) = assessment.due.iter().find(binds) {
        values.set("due_on", day(due.date));
    }
    let by = assessment.procedure.decided_by(&assessment.complete, None).ok().flatten();
    if let Some(deemed) = assessment.procedure.deemed.as_ref().filter(|_| !assessment.for_kreis) {
        values.set("deemed_law", assessment.procedure.deemed_law());
        match by {
            Some(by) => values.set("deemed_on", day(by.date)),
            None => values.set("deemed_months", deemed.months.to_string()),
        }
    }
    if assessment.for_kreis {
        let name = scene.town.get(keys::KREIS_NAME);
        let kreis = if name.is_empty() { word("kreis", &[]) } else { word("kreis_named", &[("name", name)]) };
        values.set("passed_to", kreis);
    }
    let missing = assessment.missing().map(|document| vec![document.label.de.clone()]).collect();
    values.set_table("missing", missing);
    let received = assessment.documents.iter().filter(|document| document.received);
    values.set_table("documents", received.map(|document| vec![document.label.de.clone()]).collect());
    let hints = assessment.problems.iter().filter(|problem| !problem.is_error());
    let hints = hints.filter_map(|problem| Some(vec![problem.tells.as_ref()?.de.clone()])).collect();
    values.set_table("hints", hints);
    values.set_table("fees_ahead", fees_ahead(scene));
    let total: Cents = case.own_charges().map(|charge| charge.fee.amount.cents).sum();
    if total > Cents::ZERO {
        values.set("fee", euros(total));
        let mut tariffs: Vec<&str> =
            case.own_charges().map(|charge| charge.fee.amount.tariff.as_str()).collect();
        tariffs.dedup();
        values.set("fee_basis", tariffs.join(", "));
        let owed = case.owed().any(|charge| charge.fee.duplicate.is_none());
        let state = match (owed, case.own_charges().any(|charge| charge.waived.is_some())) {
            (true, _) => "fee_open",
            (false, true) => "fee_waived",
            (false, false) => "fee_paid",
        };
        let notice = case.standing().find(|paper| fee::KINDS.contains(&paper.issued.kind.as_str()));
        values.set("fee_state", word(state, &[]));
        // It is asked for once: where a paper of its own does, no other has the code.
        if let Some(notice) = notice.filter(|_| owed) {
            values.set("fee_state", word("fee_on_notice", &[("title", &notice.issued.title)]));
            return;
        }
        if owed {
            values.set("fee_is_open", word("yes", &[]));
        }
        let open = case.owed().filter(|charge| charge.fee.duplicate.is_none());
        let open: Cents = open.map(|charge| charge.fee.amount.cents).sum();
        payable(values, scene, open);
    }
}

/// What a decision will cost, as far as the catalogue knows it: what for, and how much, or by which tariff where the amount follows
/// from something that is not known yet. What is decided is asked for by its own letter.
fn fees_ahead(scene: &Scene) -> Vec<Vec<String>> {
    if scene.assessment.for_kreis || !scene.case.decisions.is_empty() {
        return Vec::new();
    }
    let row = |due: &ChargeDue| {
        let by_tariff = || word("fee_by_tariff", &[("tariff", due.tariff.as_str())]);
        vec![due.label.de.clone(), if due.is_known() { euros(due.cents) } else { by_tariff() }]
    };
    let costs = |due: &&ChargeDue| !due.is_known() || due.cents > Cents::ZERO;
    scene.assessment.levies.iter().filter(costs).map(row).collect()
}

/// What a banking app fills a transfer from, where the town has an account.
pub fn payable(values: &mut Values, scene: &Scene, amount: Cents) {
    let (town, number) = (&scene.town, &scene.case.opened.number);
    let code = transfer::code(town.get(keys::BANK_HOLDER), town.get(keys::BANK_IBAN), amount, number);
    values.set("payment_code", code.unwrap_or_default());
}

fn receipt_values(values: &mut Values, scene: &Scene, number: &str) {
    let case = &scene.case;
    let Some(receipt) = case.receipts.get(number) else { return };
    let paid = &receipt.paid;
    values.set("receipt_number", number);
    values.set("total", euros(paid.cents));
    values.set("paid_on", day(paid.paid_on));
    let payment = match paid.how {
        Payment::Cash => "paid_cash",
        Payment::Card => "paid_card",
    };
    values.set("payment", word(payment, &[]));
    values.set("cash_desk", number.split('-').next().unwrap_or_default());
    let payer = to::owner(scene).or_else(|| scene.applicant.clone());
    values.set("payer", payer.as_ref().map(to::full_name).unwrap_or_default());
    if let Some(given) = paid.given {
        let row = |name: &str, cents| vec![word(name, &[]), euros(cents)];
        values.set_table("cash", vec![row("cash_given", given), row("cash_change", given - paid.cents)]);
    }
    let charges = paid.charges.iter().filter_map(|charge| case.charges.get(charge));
    let item = |charge: &Charge| {
        vec![
            charge.fee.amount.label.de.clone(),
            charge.fee.amount.tariff.clone(),
            euros(charge.fee.amount.cents),
        ]
    };
    values.set_table("items", charges.map(item).collect());
    if let Some(cancelled) = &receipt.cancelled {
        let owed = case.owed().filter(|owed| paid.charges.contains(&owed.fee.charge));
        let owed: Cents = owed.map(|owed| owed.fee.amount.cents).sum();
        values.set("cancelled_on", day(cancelled.on));
        values.set("reason", &cancelled.reason);
        values.set("owed", if owed > Cents::ZERO { euros(owed) } else { String::new() });
        let went = if paid.how == Payment::Cash { "in_cash" } else { "by_card" };
        values.set(went, word("yes", &[]));
    }
    let charged = || paid.charges.iter().filter_map(|charge| case.charges.get(charge));
    if charged().next().is_some() && charged().all(|charge| charge.fee.amount.vat == Vat::Sovereign) {
        values.set("vat_note", word("vat_sovereign", &[]));
    }
}
