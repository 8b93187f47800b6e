//! Decisions and their letters through the desk: amounts, conditions, reasons, the notice of legal remedy, read back from
//! the PDF by a foreign tool.

use crate::harness::{pictures, text_of};
use crate::town::{Town, texts};
use amtsstube::desk::file::Filed;
use amtsstube::desk::intake::{Intake, Participant, Party};
use amtsstube::desk::{Desk, DeskError, Session};
use amtsstube::domain::case::{AppearsAs, Ground, Outcome, Signature, Stage};
use amtsstube::domain::decide::{Command, Proceed};
use amtsstube::domain::id::{CaseId, PaperId};
use amtsstube::domain::user::{Group, Role};
use serde_json::{Value, json};
use std::collections::BTreeMap;

struct Office {
    desk: Desk,
    clerk: Session,
    admin: Session,
    _folder: tempfile::TempDir,
}

/// Nobody is heard, since what was declared is not departed from (§ 28 (2) No. 3 VwVfG).
pub fn unheard() -> Command {
    Command::Proceed(Box::new(Proceed::Omit { ground: Ground::AsDeclared }))
}

/// What the town has said: all of it, but what a test leaves out.
const SAID: &[(&str, &str)] = &[
    ("street", "Marktplatz 1"),
    ("court.name", "Verwaltungsgericht Münster"),
    ("court.street", "Gerichtsstraße 1"),
    ("court.place", "48000 Münster"),
    ("bank.holder", "Stadtkasse Gescher"),
    ("bank.iban", "DE02120300000000202051"),
    ("hundesteuer.erster", "48"),
    ("hundesteuer.zweiter", "60,00"),
    ("hundesteuer.dritter", "72,00 €"),
    ("hundesteuer.gefaehrlich", "480"),
    ("hundesteuer.gefaehrlich_mehrere", "600"),
    ("hundesteuer.beginn", "monat"),
    ("hundesteuer.anteil", "monate"),
    ("hundesteuer.erste_zahlung", "monat"),
    ("hundesteuer.folgejahre", "weiter"),
    ("hundesteuer.termine", "15.02., 15.05., 15.08., 15.11."),
];

impl Office {
    /// Tuesday, 24 November 2026, with everything said but these values.
    fn without(left_out: &[&str]) -> Self {
        let Town { desk, admin, clerk, folder, .. } = Town::new(&[Role::Clerk]);
        let said = SAID.iter().map(|(key, value)| (*key, if left_out.contains(key) { "" } else { *value }));
        desk.set_town(&admin, &texts(&said.collect::<Vec<_>>())).unwrap();
        Self { desk, clerk, admin, _folder: folder }
    }

    fn intake(&self, slug: &str, changes: Value) -> Intake {
        let mut intake = self.desk.new_intake(&self.clerk, slug).unwrap();
        intake.answers = self.desk.service(&intake.service, &intake.version).unwrap().example.clone();
        for (path, value) in changes.as_object().unwrap() {
            intake.answers.set(path, value.clone());
        }
        intake.participants = vec![Participant {
            party: Party::New(BTreeMap::new()),
            part: "applicant".to_owned(),
            appears_as: AppearsAs::InPerson,
            seen: None,
            certain: true,
        }];
        intake.signature = Some(Signature::Seen);
        intake
    }

    fn files(&self, slug: &str, changes: Value) -> Filed {
        self.desk.file_case(&self.clerk, &self.intake(slug, changes)).unwrap()
    }

    fn decides(&self, case: CaseId, outcome: Outcome, reasons: &str) -> Result<(), DeskError> {
        let command = Command::Decide { outcome, reasons: reasons.to_owned(), conditions: Vec::new() };
        let unheard = (outcome == Outcome::Refused).then(unheard);
        self.desk.act_all(&self.clerk, case, unheard.into_iter().chain([command]).collect())
    }

    fn paper(&self, case: CaseId, kind: &str) -> Option<PaperId> {
        let papers = self.desk.papers_of(&self.clerk, case).unwrap();
        papers.into_iter().find(|paper| paper.kind == kind).map(|paper| paper.id)
    }

    /// What a paper says, on one line, with ordinary spaces.
    fn text(&self, paper: PaperId, name: &str) -> String {
        let path = pictures().join(format!("papers/{name}.pdf"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, self.desk.paper_bytes(&self.clerk, paper).unwrap()).unwrap();
        text_of(&path).replace(['\u{202f}', '\u{a0}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

fn fields(error: &DeskError) -> Vec<(String, String)> {
    error.problems().into_iter().map(|problem| (problem.field, problem.id)).collect()
}

/// Taken in on 14 November 2026, decided on the 24th: November and December, two twelfths of 48 euros.
#[test]
fn the_dog_tax_decision_sets_the_tax_and_says_why_when_and_what_can_be_filed() {
    let office = Office::without(&[]);
    let filed = office.files("hundesteuer-anmeldung", json!({ "steuermarke": "0815" }));
    let before = office.desk.sheet(&office.clerk, filed.case).unwrap();
    assert!(before.assessment.lacking(Outcome::Granted).is_empty());
    let first = before.assessment.levies[0].first.clone().unwrap();
    assert_eq!((first.cents.0, first.months, first.year), (800, 2, 2026));
    office.decides(filed.case, Outcome::Granted, "").unwrap();
    let text = office.text(office.paper(filed.case, "bescheid").unwrap(), "hundesteuer-decided");
    says(
        &text,
        &[
            "Hundesteuerbescheid 2026",
            "Steuerpflichtige Person Björk Ößmann",
            "Steuermarke Nr. 0815",
            "Steuer ab 01.11.2026",
            "Steuer für 2026 8,00 €",
            "Steuer im Jahr 48,00 €",
            "gilt auch für die Jahre nach 2026",
            "15.02. 12,00 €",
            "15.11. 12,00 €",
            "innerhalb eines Monats nach Bekanntgabe dieses Bescheids",
            "Ein Hund im Haushalt.",
            "2 Monate",
            "ein Zwölftel von 48,00 €",
            "Ersten des Monats, in dem Sie den Hund aufgenommen haben (14.11.2026)",
            "Rechtsbehelfsbelehrung",
            "Widerspruch",
            "Stadt Gescher, Marktplatz 1, 48712 Gescher",
            "innerhalb eines Monats nach seiner Bekanntgabe",
            "DE02 1203 0000 0000 2020 51",
            "Ada Terhürne",
            "24.11.2026",
        ],
    );
    assert!(!text.contains("Klage") && !text.contains("bestimmt die Hundesteuersatzung"), "{text}");
    let case = office.desk.sheet(&office.clerk, filed.case).unwrap().case;
    assert_eq!(case.decisions[0].levies[0].first.as_ref().unwrap().cents.0, 800, "it stands in the log");
}

#[test]
fn amounts_follow_the_towns_rule() {
    let office = Office::without(&[]);
    let first = |town: &[(&str, &str)], changes: Value| {
        office.desk.set_town(&office.admin, &texts(town)).unwrap();
        let assessment =
            office.desk.assess(&office.clerk, &office.intake("hundesteuer-anmeldung", changes)).unwrap();
        let levy = &assessment.levies[0];
        let first = levy.first.clone().unwrap();
        (levy.cents.0, first.from.to_string(), first.cents.0)
    };
    let start = |from: &str| from.to_owned();
    assert_eq!(first(&[], json!({ "anzahl": 2 })), (6000, start("2026-11-01"), 1000));
    assert_eq!(first(&[], json!({ "anzahl": 4 })), (7200, start("2026-11-01"), 1200));
    assert_eq!(first(&[], json!({ "rasse": "Bullterrier" })), (48_000, start("2026-11-01"), 8000));
    assert_eq!(
        first(&[], json!({ "rasse": "Bullterrier", "anzahl": 2 })),
        (60_000, start("2026-11-01"), 10_000)
    );
    assert_eq!(first(&[], json!({ "steuer_ab": "01.12.2026" })), (4800, start("2026-12-01"), 400));
    let next = [("hundesteuer.beginn", "folgemonat")];
    assert_eq!(first(&next, json!({})), (4800, start("2026-12-01"), 400));
    assert_eq!(first(&[("hundesteuer.anteil", "jahr")], json!({})), (4800, start("2026-12-01"), 4800));
}

#[test]
fn a_dog_kept_for_years_gets_no_amount_for_years_whose_amounts_are_not_known() {
    let office =
        Office::without(&["hundesteuer.termine", "hundesteuer.erste_zahlung", "hundesteuer.folgejahre"]);
    let filed = office.files("hundesteuer-anmeldung", json!({ "aufgenommen_am": "10.06.2024" }));
    office.decides(filed.case, Outcome::Granted, "").unwrap();
    let text = office.text(office.paper(filed.case, "bescheid").unwrap(), "hundesteuer-late");
    says(
        &text,
        &[
            "Steuer ab 01.01.2026",
            "Steuer für 2026 48,00 €",
            "begann schon am 01.06.2024",
            "für die Zeit vor dem 01.01.2026 erhalten Sie einen eigenen Bescheid",
            "bestimmt die Hundesteuersatzung",
        ],
    );
    assert!(!text.contains("gilt auch für die Jahre nach"), "only where the town says so: {text}");
}

#[test]
fn what_the_town_has_not_said_is_told_before_and_nothing_is_written() {
    let left = ["hundesteuer.erster", "hundesteuer.beginn", "hundesteuer.anteil", "street", "court.place"];
    let office = Office::without(&left);
    let filed = office.files("hundesteuer-anmeldung", json!({}));
    let lacks = |field: &str, id: &str| (field.to_owned(), id.to_owned());
    let value = "decision-needs-value";
    let authority = lacks("authority", "decision-needs-authority");
    let refused = office.decides(filed.case, Outcome::Granted, "").unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            authority.clone(),
            lacks("hundesteuer.erster", value),
            lacks("hundesteuer.beginn", value),
            lacks("hundesteuer.anteil", value),
        ]
    );
    // A refusal sets no amount, but its letter names the authority.
    let refused = office.decides(filed.case, Outcome::Refused, "Der Hund lebt in Borken.").unwrap_err();
    assert_eq!(fields(&refused), std::slice::from_ref(&authority));
    let refused = office.decides(filed.case, Outcome::Refused, "").unwrap_err();
    assert_eq!(fields(&refused), [authority, lacks("reasons", "reasons-missing")]);
    let sheet = office.desk.sheet(&office.clerk, filed.case).unwrap();
    assert_eq!((sheet.case.stage(), sheet.case.papers.len()), (Stage::Filed, 1));
    assert!(office.desk.verify().unwrap().is_clean());
}

#[test]
fn a_refusal_has_its_own_letter_with_the_remedy_of_its_kind() {
    let office = Office::without(&[]);
    let tax = office.files("hundesteuer-anmeldung", json!({}));
    office.decides(tax.case, Outcome::Refused, "Der Hund lebt in Borken.\nDort ist er angemeldet.").unwrap();
    assert_eq!(office.paper(tax.case, "bescheid"), None, "no letter that grants");
    let text = office.text(office.paper(tax.case, "ablehnung").unwrap(), "bescheid-refused-tax");
    says(
        &text,
        &[
            "Ihre Anmeldung ist am 24.11.2026",
            "Es wird keine Hundesteuer festgesetzt.",
            "Dort ist er angemeldet.",
            "Widerspruch",
            "Marktplatz 1, 48712 Gescher",
        ],
    );
    assert!(!text.contains("Klage"), "{text}");
    let other = office.desk.issue(&office.clerk, tax.case, "bescheid").unwrap_err();
    assert_eq!(other.problems()[0].id, "paper-other-outcome");
}

/// A notice is certified, a find registered, a copy certified: nothing of that is granted or refused.
#[test]
fn a_service_without_that_step_decides_nothing() {
    let office = Office::without(&[]);
    for slug in ["gewerbe-anmeldung", "fundsache"] {
        let filed = office.files(slug, json!({}));
        for outcome in [Outcome::Granted, Outcome::Refused, Outcome::Withdrawn] {
            let refused = office.decides(filed.case, outcome, "Ein Grund.").unwrap_err();
            assert_eq!(fields(&refused), [(String::new(), "case-decides-nothing".to_owned())], "{slug}");
        }
        let case = office.desk.sheet(&office.clerk, filed.case).unwrap().case;
        assert_eq!(case.stage(), Stage::Filed);
    }
}

/// Closing a find is for clerks and heads; who stands at the counter is told so, and by whom it is done.
#[test]
fn a_step_is_for_those_whom_the_service_names() {
    let office = Office::without(&[]);
    let counter = office.desk.add_user(&office.admin, "theke", "Bo Ostendarp", "1122").unwrap();
    office.desk.grant(&office.admin, counter, Role::Counter, Group::ALL.into()).unwrap();
    let counter = office.desk.sign_in("theke", "1122").unwrap();
    let filed = office.files("fundsache", json!({}));
    let close = || Command::Close { reason: String::new() };
    let refused = office.desk.act(&counter, filed.case, close()).unwrap_err();
    let problem = &refused.problems()[0];
    assert_eq!(problem.id, "not-allowed");
    let said = amtsstube::words::said(&problem.id, &problem.args);
    assert!(said.contains("Sachbearbeitung, Leitung"), "{said}");
    office.desk.act(&office.clerk, filed.case, close()).unwrap();
}

#[test]
fn conditions_stand_in_the_letter_and_only_where_they_belong() {
    let office = Office::without(&[]);
    let filed = office.files("hundesteuer-anmeldung", json!({}));
    let decide = |outcome, reasons: &str, conditions: &[&str]| {
        let conditions = conditions.iter().map(|text| (*text).to_owned()).collect();
        let command = Command::Decide { outcome, reasons: reasons.to_owned(), conditions };
        office.desk.act(&office.clerk, filed.case, command)
    };
    let ids = |error: DeskError| error.problems().into_iter().map(|problem| problem.id).collect::<Vec<_>>();
    let two = ["Der Nachweis der Rasse ist bis zum 31.01.2027 vorzulegen.", "Die Festsetzung ist vorläufig."];
    assert_eq!(
        ids(decide(Outcome::Conditional, "", &[" "]).unwrap_err()),
        ["conditions-missing", "reasons-missing"]
    );
    assert_eq!(ids(decide(Outcome::Granted, "", &two).unwrap_err()), ["conditions-without-outcome"]);
    decide(Outcome::Conditional, "Die Rasse steht nicht fest.", &two).unwrap();
    let text = office.text(office.paper(filed.case, "bescheid").unwrap(), "hundesteuer-conditional");
    says(
        &text,
        &[
            "1. Der Nachweis der Rasse",
            "2. Die Festsetzung ist vorläufig.",
            "Die Rasse steht nicht fest.",
            "8,00 €",
        ],
    );
}

#[test]
fn a_decision_letter_issued_later_is_the_one_of_then() {
    let office = Office::without(&[]);
    let filed = office.files("hundesteuer-anmeldung", json!({}));
    let early = office.desk.issue(&office.clerk, filed.case, "bescheid").unwrap_err();
    assert_eq!(early.problems()[0].id, "paper-without-decision");
    office.decides(filed.case, Outcome::Granted, "").unwrap();
    let then = office.paper(filed.case, "bescheid").unwrap();
    office
        .desk
        .set_town(&office.admin, &texts(&[("hundesteuer.erster", "66"), ("street", "Neuer Markt 9")]))
        .unwrap();
    let later = office.desk.issue(&office.clerk, filed.case, "bescheid").unwrap();
    assert_eq!(later, then, "the same paper");
    assert_eq!(office.desk.papers_of(&office.clerk, filed.case).unwrap().len(), 2);
    says(&office.text(later, "hundesteuer-later"), &["48,00 €", "8,00 €", "Marktplatz 1, 48712 Gescher"]);
}

#[test]
fn the_towns_values_are_typed_in_euros_and_refused_all_at_once() {
    let office = Office::without(&[]);
    let wrong = texts(&[
        ("hundesteuer.erster", "-5"),
        ("hundesteuer.zweiter", "sechzig"),
        ("hundesteuer.termine", "29.02."),
        ("hundesteuer.beginn", "irgendwann"),
        ("hundesteuer.vierter", "80"),
        ("hundesteuer.dritter", "75,50"),
    ]);
    let refused = office.desk.set_town(&office.admin, &wrong).unwrap_err();
    let ids: Vec<String> = refused.problems().into_iter().map(|problem| problem.id).collect();
    let expected =
        ["town-choice-form", "town-amount-form", "town-days-form", "town-key-unknown", "town-amount-form"];
    assert_eq!(ids, expected);
    assert_eq!(office.desk.town().unwrap().get("hundesteuer.dritter"), "7200", "nothing was written");
    office.desk.set_town(&office.admin, &texts(&[("hundesteuer.dritter", "75,50")])).unwrap();
    assert_eq!(office.desk.town().unwrap().get("hundesteuer.dritter"), "7550");
}

/// Somebody who is known and may act for others.
fn lawyer(office: &Office) -> Participant {
    let known = texts(&[
        ("kind", "natural"),
        ("family", "Ostendarp"),
        ("given", "Bo"),
        ("street", "Kanzleiweg"),
        ("house", "7"),
        ("postcode", "48712"),
        ("place", "Gescher"),
    ]);
    let id = office.desk.save_person(&office.clerk, None, &known).unwrap();
    let (party, part) = (Party::Known(id), "representative".to_owned());
    Participant { party, part, appears_as: AppearsAs::InPerson, seen: None, certain: true }
}

/// What the town finds in its register is no answer of whoever asks: the acknowledgement keeps silent about it.
#[test]
fn an_acknowledgement_tells_nothing_that_the_town_found() {
    let office = Office::without(&[]);
    let filed = office.desk.file_case(&office.clerk, &office.intake("gewerbeauskunft", json!({}))).unwrap();
    let text = office.text(office.paper(filed.case, "eingangsbestaetigung").unwrap(), "register-first");
    says(&text, &["Radwerk Beispiel", "Hofstraße 23, Gescher"]);
    for found in ["gefunden", "Zdeňka", "Reparatur von Fahrrädern"] {
        assert!(!text.contains(found), "{found}: {text}");
    }
}

/// § 14 (3) VwVfG, § 80 AO: the letter goes to whoever acts for the applicant and is entered, and says for whom. A
/// messenger acts for nobody.
#[test]
fn letters_go_to_the_proxy_who_is_entered_and_to_nobody_else() {
    let office = Office::without(&[]);
    let lawyer = lawyer(&office);
    let letter = |appears_as, name: &str| {
        let mut intake = office.intake("hundesteuer-anmeldung", json!({}));
        intake.participants[0].appears_as = appears_as;
        intake.participants.push(lawyer.clone());
        let filed = office.desk.file_case(&office.clerk, &intake).unwrap();
        office.decides(filed.case, Outcome::Granted, "").unwrap();
        let first =
            office.text(office.paper(filed.case, "eingangsbestaetigung").unwrap(), &format!("{name}-first"));
        (first, office.text(office.paper(filed.case, "bescheid").unwrap(), name))
    };
    for (appears_as, why) in [
        (AppearsAs::Proxy, "weil Sie für Björk Ößmann in Vollmacht auftreten"),
        (AppearsAs::Representative, "weil Sie Björk Ößmann gesetzlich vertreten"),
    ] {
        let (first, decision) = letter(appears_as, "hundesteuer-proxy");
        for text in [&first, &decision] {
            says(text, &["Bo Ostendarp Kanzleiweg 7 48712 Gescher", "Guten Tag Bo Ostendarp", why]);
            assert!(!text.contains("Katharinenstraße 2 48712"), "not to the applicant: {text}");
        }
        says(&decision, &["Steuerpflichtige Person Björk Ößmann", "er gilt für Björk Ößmann"]);
    }
    let mut unnamed = office.intake("hundesteuer-anmeldung", json!({}));
    for (way, id) in
        [(AppearsAs::Proxy, "proxy-unnamed"), (AppearsAs::Representative, "representative-unnamed")]
    {
        unnamed.participants[0].appears_as = way;
        let refused = office.desk.file_case(&office.clerk, &unnamed).unwrap_err();
        assert_eq!(
            (refused.problems()[0].field.as_str(), refused.problems()[0].id.as_str()),
            ("representative", id)
        );
    }
    for appears_as in [AppearsAs::Messenger, AppearsAs::InPerson] {
        let (first, decision) = letter(appears_as, "hundesteuer-no-proxy");
        for text in [&first, &decision] {
            says(text, &["Björk Ößmann Katharinenstraße 2 48712 Gescher", "Guten Tag Björk Ößmann"]);
            assert!(
                !text.contains("Ostendarp") && !text.contains("vertreten") && !text.contains("in Vollmacht"),
                "{text}"
            );
        }
    }
}

#[test]
fn a_business_is_written_to_at_its_address_for_the_attention_of_its_legal_representative() {
    let office = Office::without(&[]);
    let mut intake = office.intake("gewerbe-anmeldung", json!({}));
    let company =
        [("kind", "business"), ("family", "Radwerk Gescher GmbH"), ("street", "Hofstraße"), ("house", "23")];
    intake.participants[0].party = Party::New(texts(&company));
    intake.participants[0].appears_as = AppearsAs::Representative;
    intake.participants.push(lawyer(&office));
    let filed = office.desk.file_case(&office.clerk, &intake).unwrap();
    let text = office.text(office.paper(filed.case, "empfangsbescheinigung").unwrap(), "business-attention");
    says(&text, &["Radwerk Gescher GmbH z. Hd. Bo Ostendarp Hofstraße 23", "Sehr geehrte Damen und Herren"]);
    assert!(!text.contains("Kanzleiweg"), "{text}");
}

/// The tax is the same, the act on which it rests is another Land's: no paper of a Saxon town names one of North Rhine-Westphalia.
#[test]
fn a_tax_decision_in_another_land_cites_that_lands_act() {
    let office = Office::without(&[]);
    office.desk.set_town(&office.admin, &texts(&[("ags", "14612000")])).unwrap();
    let filed = office.files("hundesteuer-anmeldung", json!({}));
    office.decides(filed.case, Outcome::Granted, "").unwrap();
    let text = office.text(office.paper(filed.case, "bescheid").unwrap(), "hundesteuer-sachsen");
    says(&text, &["zahlt Hundesteuer (SächsKAG, "]);
    assert!(!text.contains("NRW"), "{text}");
}

/// Hamburg, Bremen and Berlin tax dogs by an act: no paper speaks of a by-law that nobody has made.
#[test]
fn a_city_that_is_a_land_taxes_dogs_by_its_act() {
    let office = Office::without(&[]);
    office.desk.set_town(&office.admin, &texts(&[("ags", "02000000")])).unwrap();
    let filed = office.files("hundesteuer-anmeldung", json!({}));
    office.decides(filed.case, Outcome::Granted, "").unwrap();
    let text = office.text(office.paper(filed.case, "bescheid").unwrap(), "hundesteuer-hamburg");
    says(&text, &["Hundesteuergesetz"]);
    let ended = office.files("hundesteuer-abmeldung", json!({}));
    office.decides(ended.case, Outcome::Granted, "").unwrap();
    let end = office.text(office.paper(ended.case, "bescheid").unwrap(), "hundesteuer-ende-hamburg");
    says(&end, &["endet nach dem Hundesteuergesetz mit Ablauf des"]);
    for text in [text, end] {
        assert!(!text.contains("atzung") && !text.contains("NRW") && !text.contains("KAG"), "{text}");
    }
}
