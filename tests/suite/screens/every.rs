//! Every service through the window, by keys: filed at the counter, completed, decided, paid, closed. The catalogue is read, so a new
//! service needs no new test. The desk behind both screens is the real one.

use super::office::Office;
use crate::counter::desk::Page;
use crate::counter::real::Office as Counter;
use crate::hands::Hands;
use crate::town::Town;
use amtsstube::catalogue::{Catalogue, Responsible, Service};
use amtsstube::desk::look::{Filter, Page as Stretch, Sort, View};
use amtsstube::domain::answers::Answers;
use amtsstube::domain::case::{Case, Outcome, Stage};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::user::Role;
use amtsstube::ui::screen::case;
use amtsstube::ui::screen::counter::Message;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;
use std::collections::BTreeMap;

/// A town that has said everything, or its Kreis.
fn hall(ags: &str) -> Town {
    let town = Town::new(&[Role::Counter, Role::Clerk, Role::Cashier]);
    let demo: toml::Table = toml::from_str(include_str!("../../../assets/demo/names.toml")).unwrap();
    let said = demo["town"].as_table().unwrap().iter();
    let mut values: BTreeMap<String, String> =
        said.map(|(key, value)| (key.clone(), value.as_str().unwrap().to_owned())).collect();
    let own =
        [("ags", ags), ("bewohnerparkausweis.gebuehr", "30"), ("wohnberechtigungsschein.gebuehr", "20")];
    let own = own.map(|(key, value)| (key.to_owned(), value.to_owned()));
    values.extend(own);
    let _ = values.remove("accent");
    town.desk.set_town(&town.admin, &values).unwrap();
    let mut person = crate::counter::desk::zdenka().fields;
    person.extend(crate::town::texts(&[("kind", "natural")]));
    let _ = town.desk.save_person(&town.clerk, None, &person).unwrap();
    town
}

/// What is answered at the counter: the example without what whoever decides enters.
fn asked(service: &Service) -> Answers {
    let mut answers = service.example.clone();
    for own in service.fields().filter(|field| field.to_grant) {
        let _ = answers.0.remove(&own.id);
    }
    answers
}

/// Files it: the service by its name, a known person, the form, the three stops.
fn files(town: &Town, service: &Service, answers: Answers) -> CaseId {
    let mut hands = Counter::at(&town.desk, &town.clerk);
    hands.types(&service.name.de);
    hands.key(Named::Enter);
    hands.types("Duris Zdenka");
    hands.key(Named::Enter);
    // The answers of an earlier case, as Ctrl+U brings them.
    hands.tell(Message::Copied(Ok(answers)));
    for document in &service.documents {
        hands.tell(Message::DocumentTicked(document.id.clone(), true));
    }
    if hands.has("seen") {
        hands.tab_to("seen");
        hands.types("p");
    }
    hands.ctrl(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Form, "{}", service.slug);
    hands.ctrl(Named::Enter);
    let problems = &hands.screen.state.work().unwrap().assessment.problems;
    assert_eq!(hands.screen.state.page(), Page::Stops, "{}: {problems:#?}", service.slug);
    hands.key(Named::Enter);
    if service.signature {
        hands.key(Named::Space);
        hands.ctrl(Named::Enter);
    }
    if hands.screen.state.page() == Page::Stops {
        hands.key(Named::Enter);
    }
    let trouble = hands.screen.state.trouble();
    assert_eq!(hands.screen.state.page(), Page::Done, "{}: {trouble:?}", service.slug);
    let all = Filter { view: View::All, service: Some(service.slug.clone()), text: None };
    let rows = town.desk.cases(&town.clerk, &all, Sort::default(), &Stretch::first(2)).unwrap();
    assert_eq!(rows.len(), 1, "{}", service.slug);
    rows[0].id
}

fn stands(town: &Town, id: CaseId) -> Case {
    town.desk.sheet_again(&town.clerk, id).unwrap().case
}

/// Opens a dialog by its button and says yes.
fn does(hands: &mut Hands<Office<case::State>>, button: &str) {
    hands.tab_to(button);
    hands.key(Named::Enter);
    hands.ctrl(Named::Enter);
}

/// Grants it, with what the decision sets typed in its fields.
fn grants(hands: &mut Hands<Office<case::State>>, service: &Service) {
    hands.tab_to("case-decide");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("over-choice"), "{}", service.slug);
    hands.ctrl(Named::Enter);
    assert!(hands.has("over-go") && hands.says("Hier ist noch nichts gewählt"), "{}", service.slug);
    hands.key(Named::Space);
    for own in service.fields().filter(|field| field.to_grant) {
        let value = service.example.at(&own.path).unwrap();
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        hands.tab_to(&format!("grant.{}", own.path));
        hands.types(&text);
    }
    if service.fields().any(|field| field.to_grant) {
        hands.picture(&format!("case-grant-{}", service.slug), Theme::Light);
    }
    hands.ctrl(Named::Enter);
    assert!(!hands.has("over-go"), "{}: it is not decided", service.slug);
}

/// What is done with a case until it is closed.
fn finishes(town: &Town, service: &Service, id: CaseId) -> Case {
    let session = town.clerk.clone();
    let mut hands =
        Office::at(&town.desk, &session, |desk, session| case::State::new(id, session, desk.today()));
    if hands.has("case-decide") {
        grants(&mut hands, service);
    }
    if hands.has("case-pay") {
        does(&mut hands, "case-pay");
        assert!(!hands.has("case-pay"), "{}: it is not paid", service.slug);
    }
    if stands(town, id).stage() != Stage::Closed {
        does(&mut hands, "case-close");
    }
    stands(town, id)
}

/// Each paper is there, and a decision has the letter that tells it.
fn has_its_papers(town: &Town, service: &Service, case: &Case) {
    assert!(!case.papers.is_empty(), "{}: nobody gets anything to take home", service.slug);
    for paper in &case.papers {
        let bytes = town.desk.paper_bytes(&town.clerk, paper.issued.paper).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{} {}", service.slug, paper.issued.kind);
    }
    let tells = |kind: &str| {
        let mut papers = service.papers.iter();
        papers.any(|paper| {
            paper.kind == kind && paper.at == "decided" && paper.outcomes.contains(&Outcome::Granted)
        })
    };
    let letters = service.papers.iter().any(|paper| tells(&paper.kind));
    if !case.decisions.is_empty() && letters {
        assert!(case.papers.iter().any(|paper| tells(&paper.issued.kind)), "{}: no letter", service.slug);
    }
}

#[test]
fn every_service_is_filed_decided_paid_and_closed_by_keys() {
    let (mut decided, mut kreis) = (0, 0);
    for (ags, own) in [("05554016", Responsible::Town), ("05554000", Responsible::Kreis)] {
        let town = hall(ags);
        let services = Catalogue::built_in().find("", town.desk.today());
        for service in services.into_iter().filter(|service| service.responsible == own) {
            let id = files(&town, service, asked(service));
            let case = finishes(&town, service, id);
            assert_eq!(case.stage(), Stage::Closed, "{}", service.slug);
            assert_eq!(case.owes().0, 0, "{}", service.slug);
            let decides = service.steps.contains_key("decided");
            assert_eq!(case.decisions.len(), usize::from(decides), "{}", service.slug);
            has_its_papers(&town, service, &case);
            decided += usize::from(decides);
            kreis += usize::from(own == Responsible::Kreis);
        }
        assert!(town.desk.verify().unwrap().is_clean(), "{ags}");
    }
    assert!(decided > 8 && kreis > 1, "{decided} decided, {kreis} at the Kreis");
}

/// What was known before and is emptied in the dialog stands on no permit.
#[test]
fn a_field_of_the_grant_that_is_emptied_keeps_the_permit_from_being_issued() {
    let town = hall("05554000");
    let service = Catalogue::built_in().current("bewohnerparkausweis", town.desk.today()).unwrap();
    let id = files(&town, service, service.example.clone());
    let mut hands =
        Office::at(&town.desk, &town.clerk, |desk, session| case::State::new(id, session, desk.today()));
    hands.tab_to("case-decide");
    hands.key(Named::Enter);
    hands.key(Named::Space);
    hands.tab_to("grant.gueltig_bis");
    hands.key(Named::End);
    (0..10).for_each(|_| hands.key(Named::Backspace));
    hands.ctrl(Named::Enter);
    assert!(hands.has("over-go") && hands.says("Gültig bis"), "it is asked for");
    assert!(stands(&town, id).decisions.is_empty());
    hands.tab_to("grant.gueltig_bis");
    hands.types("30.06.2027");
    hands.ctrl(Named::Enter);
    let case = stands(&town, id);
    assert_eq!((case.decisions.len(), case.answers().text("gueltig_bis")), (1, "2027-06-30"));
}
