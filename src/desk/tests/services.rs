//! Every service of the catalogue: its example is filed, paid, decided each way and closed, and all its papers are
//! written. A new service needs no test of its own.

use super::*;
use crate::catalogue::{Responsible, Service, TownKind};
use crate::domain::case::{CaseEvent, Outcome};

/// An office that has said everything that any service leaves to it.
fn hall(ags: &str) -> Office {
    let office = office();
    let mut town: BTreeMap<String, String> = BTreeMap::new();
    for value in office.desk.catalogue().town_values() {
        let typed = match &value.kind {
            TownKind::Money => "15",
            TownKind::Choice(choices) => &choices[0].id,
            TownKind::Days => "15.02., 15.08.",
            TownKind::Number => "2",
            TownKind::Text => "DE98ZZZ09999999999",
        };
        let _ = town.insert(value.key.clone(), typed.to_owned());
    }
    let court = [(keys::COURT_NAME, "Verwaltungsgericht"), (keys::COURT_STREET, "Weg 1")];
    town.extend(court.map(|(key, value)| (key.to_owned(), value.to_owned())));
    let _ = town.insert(keys::COURT_PLACE.to_owned(), "48000 Münster".to_owned());
    let _ = town.insert(keys::AGS.to_owned(), ags.to_owned());
    office.desk.set_town(&office.admin, &town).expect("all values");
    office
}

fn filed(office: &Office, service: &Service) -> file::Filed {
    let mut intake = example(office, &service.slug);
    // Where the answers name nobody, somebody is chosen.
    if !service.fields().any(|field| field.person.is_some()) {
        let known = [("family", "Ďuriš"), ("given", "Zdeňka")];
        intake.participants[0].party = Party::New(known.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    }
    let filed = office.desk.file_case(&office.clerk, &intake);
    let filed = filed.unwrap_or_else(|error| panic!("{}: {:#?}", service.slug, error.problems()));
    assert_eq!(office.desk.file_case(&office.clerk, &intake).expect("twice is once"), filed);
    assert!(!filed.papers.is_empty(), "{} gives no paper", service.slug);
    filed
}

/// The case from filing to closing, with all papers of its way.
fn goes_through(office: &Office, service: &Service, outcome: Option<Outcome>) {
    let filed = filed(office, service);
    let by_itself = service.steps["closed"].by_itself;
    let case = || office.desk.sheet(&office.clerk, filed.case).expect("the case").case;
    let stage = if by_itself { Stage::Closed } else { Stage::Filed };
    assert_eq!((case().stage(), case().owes()), (stage, Cents::ZERO), "{}", service.slug);
    let act = |command: Command| {
        let done = office.desk.act(&office.clerk, filed.case, command);
        done.unwrap_or_else(|error| panic!("{} {outcome:?}: {:#?}", service.slug, error.problems()));
    };
    if let Some(outcome) = outcome {
        let conditions = Vec::from_iter((outcome == Outcome::Conditional).then(|| "Nur bei Tag.".to_owned()));
        if outcome == Outcome::Refused {
            act(super::unheard());
        }
        act(Command::Decide { outcome, reasons: "Nach Prüfung.".to_owned(), conditions });
    }
    if !by_itself {
        act(Command::Close { reason: String::new() });
    }
    let papers = office.desk.papers_of(&office.clerk, filed.case).expect("papers");
    for paper in &papers {
        let bytes = office.desk.paper_bytes(&office.clerk, paper.id).expect("the bytes");
        assert!(bytes.starts_with(b"%PDF-"), "{} {}", service.slug, paper.kind);
    }
    if let Some(outcome) = outcome {
        let tells = |kind: &str| {
            service
                .papers
                .iter()
                .any(|paper| paper.kind == kind && paper.at == "decided" && paper.outcomes.contains(&outcome))
        };
        assert!(papers.iter().any(|paper| tells(&paper.kind)), "{} {outcome:?}: no letter", service.slug);
    }
}

#[test]
fn every_service_is_filed_paid_decided_and_closed() {
    for (ags, own) in [("05554016", Responsible::Town), ("05554000", Responsible::Kreis)] {
        let office = hall(ags);
        for service in office.desk.catalogue().find("", office.desk.today()) {
            if service.responsible != own {
                continue;
            }
            if !service.steps.contains_key("decided") {
                goes_through(&office, service, None);
                continue;
            }
            // A decision with conditions has the letter of one without.
            let granted = service.papers.iter().filter(|paper| paper.outcomes.contains(&Outcome::Granted));
            for paper in granted {
                assert!(paper.outcomes.contains(&Outcome::Conditional), "{} {}", service.slug, paper.kind);
            }
            for outcome in [Outcome::Conditional, Outcome::Refused] {
                goes_through(&office, service, Some(outcome));
            }
        }
    }
}

/// The Kreis says zone and end with the permit itself: all that is wrong is told at its field, nothing is stored of a grant that is
/// refused, no correction is written, and the letter bears what was set.
#[test]
fn what_the_decision_sets_is_entered_with_it() {
    use crate::domain::decide::Proceed;
    let office = hall("05554000");
    let mut intake = example(&office, "bewohnerparkausweis");
    for own in ["zone", "gueltig_bis"] {
        let _ = intake.answers.0.remove(own);
    }
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let decide =
        || Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    let grant = |fields: &[(&str, &str)]| {
        let fields = fields.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
        let commands = vec![Command::Proceed(Box::new(Proceed::Grant { fields })), decide()];
        office.desk.act_all(&office.clerk, case, commands)
    };
    let told = |error: crate::desk::DeskError| {
        error.problems().into_iter().map(|problem| (problem.field, problem.id)).collect::<Vec<_>>()
    };
    let lacks = |field: &str| (field.to_owned(), "decision-needs-field".to_owned());
    let bare = office.desk.act(&office.clerk, case, decide()).expect_err("nothing is set");
    assert_eq!(told(bare), [lacks("zone"), lacks("gueltig_bis")]);
    let half = grant(&[("zone", "Altstadt (B)")]).expect_err("no end");
    assert_eq!(told(half), [lacks("gueltig_bis")]);
    let not_own = grant(&[("zone", "Altstadt (B)"), ("kennzeichen", "X")]).expect_err("a correction");
    assert_eq!(told(not_own), [("kennzeichen".to_owned(), "grant-unknown".to_owned())]);
    let no_day = grant(&[("zone", "Altstadt (B)"), ("gueltig_bis", "bald")]).expect_err("no day");
    assert_eq!(told(no_day)[0].0, "gueltig_bis");
    let stands = || office.desk.sheet(&office.clerk, case).expect("the case").case;
    assert!(stands().answers().at("zone").is_none(), "nothing is stored of what was refused");
    grant(&[("zone", "Altstadt (B)"), ("gueltig_bis", "2027-06-30")]).expect("granted");
    let decided = stands();
    assert_eq!(decided.answers().text("gueltig_bis"), "2027-06-30");
    // What was known and is emptied is known no more: a permit bears nothing that nobody sees in the dialog.
    let known =
        office.desk.file_case(&office.clerk, &example(&office, "bewohnerparkausweis")).expect("filed").case;
    let emptied = BTreeMap::from([("gueltig_bis".to_owned(), String::new())]);
    let commands = vec![Command::Proceed(Box::new(Proceed::Grant { fields: emptied })), decide()];
    let refused = office.desk.act_all(&office.clerk, known, commands).expect_err("no end");
    assert_eq!(told(refused), [lacks("gueltig_bis")]);
    let corrects = |event: &crate::domain::event::Recorded<CaseEvent>| {
        matches!(&event.payload, crate::domain::event::Payload::Known(CaseEvent::Corrected(_)))
    };
    assert!(!decided.timeline.iter().any(corrects));
    let letter = decided.papers.iter().find(|paper| paper.issued.kind == "parkausweis");
    let letter = letter.unwrap_or_else(|| panic!("{:#?}", decided.papers));
    let bytes = office.desk.paper_bytes(&office.clerk, letter.issued.paper).expect("bytes");
    let says = crate::paper::aloud::lines(&crate::paper::aloud::open(&bytes).expect("opened").pdf).join(" ");
    assert!(says.contains("Altstadt (B)") && says.contains("30.06.2027"), "{says}");
}
