//! Every service with its example, and the sample notices, as the counter judges them.

use super::desk::{self, Counter, id};
use crate::catalogue::{answers as catalogue_answers, notices, numbers};
use amtsstube::catalogue::Catalogue;
use amtsstube::desk::intake::{Intake, Participant, Party, Settlement};
use amtsstube::domain::case::AppearsAs;
use amtsstube::domain::id::CaseId;
use amtsstube::domain::problem::Severity;
use amtsstube::ui::screen::counter::{Message, Page};
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;
use std::collections::BTreeMap;

/// Goes through every section of every service with its example, and files it.
#[test]
fn every_service_of_the_catalogue_is_filed_with_its_example() {
    for service in amtsstube::catalogue::Catalogue::built_in().services() {
        let mut hands = Counter::open();
        hands.types(&service.name.de);
        hands.key(Named::Enter);
        hands.types("Zd");
        hands.key(Named::Enter);
        hands.tell(Message::Copied(Ok(service.example.clone())));
        for document in &service.documents {
            hands.tell(Message::DocumentTicked(document.id.clone(), true));
        }
        hands.tell(Message::FormPressed);
        for section in 1..=hands.screen.state.work().unwrap().sections().len() {
            hands.picture(&format!("counter-{}-{section}", service.slug), Theme::Light);
            if hands.has("next-section") {
                hands.tab_to("next-section");
                hands.key(Named::Enter);
            }
        }
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
        assert_eq!(hands.screen.state.page(), Page::Done, "{}", service.slug);
        let settled = &hands.screen.filed.last().unwrap().settlement;
        assert!(matches!(settled, Settlement::Cash { .. } | Settlement::Later), "{}", service.slug);
    }
}

/// The sample notices at the counter: the same errors, warnings and fee as by command line; with an error nobody gets to
/// the stops, and the keyboard goes to one that is wrong.
#[test]
fn the_sample_notices_are_judged_in_the_window_as_they_should_be() {
    let all = notices("trade-notices.json").into_iter().chain(notices("trade-notices-more.json"));
    let mut faults = Vec::new();
    for notice in all {
        let mut hands = Counter::open();
        let version = &Catalogue::built_in().current("gewerbe-anmeldung", desk::today()).unwrap().version;
        let mut intake = Intake::new(CaseId(id(1)), "gewerbe-anmeldung", version);
        intake.answers = catalogue_answers(&notice);
        intake.participants = vec![Participant {
            party: Party::New(BTreeMap::new()),
            part: "applicant".to_owned(),
            appears_as: AppearsAs::InPerson,
            seen: Some("personalausweis".to_owned()),
            certain: false,
        }];
        hands.tell(Message::Begun(Box::new(Ok(Some(intake)))));
        assert_eq!(hands.screen.state.page(), Page::Form, "{}", notice.name);
        let assessment = &hands.screen.state.work().unwrap().assessment;
        let (errors, warnings) =
            (numbers(assessment, Severity::Error), numbers(assessment, Severity::Warning));
        let fee = errors.is_empty().then(|| assessment.total().0);
        let found = (&errors, &warnings, fee);
        let wanted = (&notice.errors_at, &notice.warnings_at, notice.fee_cents_unconfirmed);
        if found != wanted {
            faults.push(format!("{}: {found:?}, not {wanted:?}", notice.name));
        }
        hands.ctrl(Named::Enter);
        let page = if notice.errors_at.is_empty() { Page::Stops } else { Page::Form };
        if hands.screen.state.page() != page {
            faults.push(format!("{}: the counter is at {:?}", notice.name, hands.screen.state.page()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
