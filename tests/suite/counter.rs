//! The counter by keyboard alone, against the real catalogue; the desk behind it answers from memory.

mod catalogue;
pub mod desk;
mod person;
pub mod real;

use crate::hands::Hands;
use amtsstube::catalogue::Catalogue;
use amtsstube::desk::intake::{Party, Settlement};
use amtsstube::domain::case::Signature;
use amtsstube::domain::id::{CaseId, PaperId, PersonId};
use amtsstube::domain::money::Cents;
use amtsstube::domain::problem::Problem;
use amtsstube::ui::screen::counter::outcome::Action;
use amtsstube::ui::screen::counter::{Message, Page, State};
use amtsstube::ui::theme::Theme;
use desk::{Counter, WINDOW, fill_the_form, id};
use iced::keyboard::key::Named;

fn answers(hands: &Hands<Counter>) -> &amtsstube::domain::answers::Answers {
    &hands.screen.state.work().unwrap().assessment.values
}

/// Service and person, up to the open form.
fn to_the_form(hands: &mut Hands<Counter>) {
    assert_eq!(hands.focused().as_deref(), Some("service"));
    hands.types("gew");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Person);
    assert_eq!(hands.focused().as_deref(), Some("person"));
    hands.types("Zde");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("seen"));
    hands.types("p");
    hands.ctrl(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Form);
    assert_eq!(hands.focused().as_deref(), Some("rechtsform"));
}

/// The three stops, paid with fifty euros.
fn check_sign_pay(hands: &mut Hands<Counter>) {
    hands.ctrl(Named::Enter);
    assert_eq!(
        hands.screen.state.page(),
        Page::Stops,
        "{:#?}",
        hands.screen.state.work().unwrap().assessment.problems
    );
    assert_eq!(hands.focused().as_deref(), Some("stop-next"));
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("signed"));
    hands.key(Named::Space);
    hands.key(Named::Enter);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("given"));
    hands.types("50");
    assert!(hands.says("24,00"), "the change stands there while one types");
    hands.key(Named::Enter);
}

#[test]
fn a_trade_is_registered_by_keyboard_alone() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    fill_the_form(&mut hands);
    check_sign_pay(&mut hands);
    assert_eq!(hands.screen.state.page(), Page::Done);
    let intake = hands.screen.filed.last().unwrap().clone();
    assert_eq!(intake.signature, Some(Signature::Seen));
    assert_eq!(intake.settlement, Settlement::Cash { given: Cents(5000) });
    assert_eq!(intake.applicant().unwrap().party, Party::Known(PersonId(id(7))));
    assert_eq!(intake.applicant().unwrap().seen.as_deref(), Some("personalausweis"));
    assert!(intake.documents.contains("ausweis"));
    let values = answers(&hands);
    assert_eq!(values.text("betriebsstaette.strasse"), "Hofstraße");
    assert_eq!(values.text("betriebsstaette.plz"), "48712");
    assert_eq!(values.text("taetigkeit.0.text"), "Reparatur von Fahrrädern");
    assert!(!values.text("taetigkeit.0.wz").is_empty());
    assert_eq!(values.text("beginn"), "2026-12-01");
    assert_eq!(values.text("niederlassung"), "hauptniederlassung");
    assert_eq!(values.text("geburtsdatum"), "1987-03-14");
    assert_eq!(values.text("staatsangehoerigkeit.0"), "SK");
    assert!(hands.says("32.10-2026-A-00412") && hands.says("A-2026-000147") && hands.says("24,00"));
    hands.ctrl_letter("p");
    assert_eq!(hands.screen.printed.len(), 2);
    assert_eq!(hands.focused().as_deref(), Some("next-intake"));
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Start);
    assert_eq!(hands.focused().as_deref(), Some("service"));
}

/// "Ansehen" shows the paper and nothing else; Esc is back at its button, and the bar at the bottom tells what is true.
#[test]
fn a_paper_is_looked_at_where_it_was_made() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    fill_the_form(&mut hands);
    check_sign_pay(&mut hands);
    let look = format!("view.{}", id(22));
    hands.tab_to(&look);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("page"));
    assert!(hands.screen.opened.is_empty(), "the case stays closed");
    hands.ctrl_letter("p");
    assert_eq!(hands.screen.printed, [PaperId(id(22))], "what is looked at is printed");
    hands.key(Named::Escape);
    assert_eq!(hands.focused().as_deref(), Some(look.as_str()));
    let keys = hands.screen.state.keys();
    assert!(keys.iter().all(|hint| hint.keys != "Enter"), "Enter does what the button says");
    assert!(keys.iter().any(|hint| hint.keys == "F2"));
    hands.tab_to("open-case");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.opened, [CaseId(id(1))]);
}

#[test]
fn a_wrong_postcode_says_so_at_its_field_and_is_mended_by_a_key() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    hands.enter_to("betriebsstaette.plz");
    hands.types("4871");
    assert!(!hands.node("betriebsstaette.plz").invalid, "nothing is wrong while one types");
    hands.key(Named::Tab);
    assert_eq!(hands.focused().as_deref(), Some("betriebsstaette.ort"));
    assert!(hands.node("betriebsstaette.plz").invalid);
    assert!(hands.says("15 Betriebsstätte: PLZ"), "the strip on top names it");
    // The remedy stands below the row of the address: the next control.
    hands.key(Named::Tab);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("betriebsstaette.plz"));
    assert!(!hands.node("betriebsstaette.plz").invalid);
    assert_eq!(answers(&hands).text("betriebsstaette.plz"), "48712");
}

#[test]
fn nothing_is_filed_before_everything_is_right_and_the_keyboard_goes_there() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    hands.ctrl(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Form);
    let at = hands.focused();
    assert_eq!(at.as_deref(), Some("betriebsstaette.strasse"), "the first thing that is missing");
    assert!(hands.node("beginn").invalid && hands.node("nebenerwerb").invalid);
}

#[test]
fn esc_goes_back_stop_by_stop_and_loses_nothing() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    fill_the_form(&mut hands);
    hands.ctrl(Named::Enter);
    hands.key(Named::Enter);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("stop-next"), "unsigned, Enter goes to the button");
    hands.key(Named::Enter);
    assert!(hands.says("Ohne Unterschrift"), "and the button asks for the signature");
    assert_eq!(hands.focused().as_deref(), Some("signed"));
    hands.key(Named::Space);
    hands.ctrl(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("given"));
    hands.types("20");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.filed.len(), 0, "too little money files nothing");
    assert!(hands.says("6,00"));
    for page in [Page::Stops, Page::Stops, Page::Form] {
        hands.key(Named::Escape);
        assert_eq!(hands.screen.state.page(), page);
    }
    assert_eq!(answers(&hands).text("betriebsstaette.strasse"), "Hofstraße");
    hands.ctrl(Named::Enter);
    hands.ctrl(Named::Enter);
    assert!(hands.screen.state.work().unwrap().intake.signature.is_some());
    hands.ctrl(Named::Enter);
    hands.types("50");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Done);
}

#[test]
fn too_little_is_typed_over_and_far_too_much_is_asked_about() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    fill_the_form(&mut hands);
    hands.ctrl(Named::Enter);
    hands.key(Named::Enter);
    hands.key(Named::Space);
    hands.key(Named::Enter);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("given"));
    hands.types("20");
    hands.key(Named::Enter);
    assert!(hands.says("6,00"), "so much is missing");
    hands.types("500");
    assert!(hands.says("474,00"), "what is typed then stands in the place of what was too little");
    hands.key(Named::Enter);
    assert!(hands.screen.filed.is_empty() && hands.says("noch einmal bestätigen"));
    hands.types("50");
    assert!(!hands.says("noch einmal bestätigen") && hands.says("24,00"));
    hands.types("0");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.filed.len(), 1, "it was asked about already, and is meant");
}

#[test]
fn a_refusal_is_shown_and_the_intake_stays() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    fill_the_form(&mut hands);
    hands.screen.refuses = vec![Problem::error("signature", "counter-signature-missing")];
    check_sign_pay(&mut hands);
    assert_eq!(hands.screen.state.page(), Page::Stops);
    assert!(hands.says("Ohne Unterschrift"));
    hands.screen.refuses.clear();
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Done);
    assert_eq!(hands.screen.filed.len(), 2);
}

#[test]
fn nine_activities_have_one_that_is_the_main_one() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    for _ in 0..2 {
        hands.enter_to("next-section");
        hands.key(Named::Enter);
    }
    hands.enter_to("taetigkeit.0.text");
    for at in 0..9 {
        if at > 0 {
            hands.tab_to("taetigkeit+");
            hands.key(Named::Space);
        }
        assert_eq!(hands.focused(), Some(format!("taetigkeit.{at}.text")));
        hands.types(&format!("Handel mit Ware {at}"));
    }
    assert_eq!(answers(&hands).at("taetigkeit").unwrap().as_array().unwrap().len(), 9);
    hands.tab_to("taetigkeit.8.schwerpunkt");
    hands.key(Named::Space);
    let marked: Vec<bool> = (0..9)
        .map(|at| answers(&hands).at(&format!("taetigkeit.{at}.schwerpunkt")) == Some(&true.into()))
        .collect();
    assert_eq!(marked.iter().filter(|marked| **marked).count(), 1);
    assert!(marked[8]);
    hands.tab_to("taetigkeit.8-");
    hands.key(Named::Space);
    assert_eq!(answers(&hands).at("taetigkeit").unwrap().as_array().unwrap().len(), 8);
    assert_eq!(hands.focused().as_deref(), Some("taetigkeit.7.text"));
}

#[test]
fn the_draft_saves_itself_and_is_resumed() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    assert_eq!(hands.screen.waits, 1, "one look is due, however much is typed");
    hands.enter_to("geschaeftsbezeichnung");
    hands.types("Radhaus");
    hands.tell(Message::Paused);
    assert_eq!(hands.screen.saved.len(), 1, "saved however fast one types on");
    assert!(hands.says("Entwurf gesichert 10:58"));
    hands.tell(Message::Paused);
    assert_eq!(hands.screen.saved.len(), 1, "what is saved is not saved again");
    hands.types(" Hof");
    hands.screen.full = true;
    hands.ctrl_letter("w");
    assert_eq!(hands.screen.state.page(), Page::Form, "what is not saved is not left");
    assert_eq!(hands.screen.state.trouble().len(), 1);
    assert!(hands.screen.state.is_unsaved());
    hands.screen.full = false;
    hands.ctrl_letter("w");
    assert!(!hands.screen.state.is_unsaved());
    assert_eq!(hands.screen.state.page(), Page::Start);
    assert_eq!(hands.screen.saved.last().unwrap().answers.text("geschaeftsbezeichnung"), "Radhaus Hof");
    hands.enter_to(&format!("parked.{}", id(1)));
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Form);
    assert_eq!(hands.node("geschaeftsbezeichnung").value.as_deref(), Some("Radhaus Hof"));
    let work = hands.screen.state.work().unwrap();
    assert_eq!(work.intake.applicant().unwrap().seen.as_deref(), Some("personalausweis"));
    assert_eq!(work.person_name(), "Ďuriš-Şengül, Zdeňka Ayşe");
}

#[test]
fn a_draft_is_left_when_its_last_state_is_saved_and_saved_once_at_a_time() {
    let case = CaseId(id(1));
    let (mut state, _) = State::new(Catalogue::built_in(), desk::town(), desk::today());
    let _ = state.update(Message::Begun(Box::new(Ok(Some(desk::begin("gewerbe-anmeldung"))))));
    let _ = state.update(Message::DocumentTicked("handwerkskarte".to_owned(), true));
    let Action::SaveDraft(first) = state.update(Message::Paused) else { panic!("not saved") };
    let _ = state.update(Message::DocumentTicked("handwerkskarte".to_owned(), false));
    assert_eq!(state.update(Message::ParkPressed), Action::None, "one is on its way");
    let Action::SaveDraft(last) = state.update(Message::Saved(case, Ok(desk::moment()))) else {
        panic!("not saved")
    };
    assert!(first != last && state.is_unsaved() && state.page() == Page::Person);
    let _ = state.update(Message::Saved(case, Ok(desk::moment())));
    assert!(!state.is_unsaved() && state.page() == Page::Start);
}

#[test]
fn answers_come_from_an_earlier_case() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    hands.ctrl_letter("u");
    assert_eq!(hands.focused(), Some(format!("earlier.{}", id(40))));
    hands.key(Named::Enter);
    assert_eq!(answers(&hands).text("betriebsstaette.strasse"), "Hofstraße");
    assert_eq!(answers(&hands).text("datum"), "2026-11-24", "the day of the notice is today's");
}

/// Says what a key costs; fails by no clock.
#[test]
fn a_key_is_answered_at_once() {
    let mut hands = Counter::open();
    to_the_form(&mut hands);
    for _ in 0..2 {
        hands.enter_to("next-section");
        hands.key(Named::Enter);
    }
    hands.enter_to("taetigkeit.0.text");
    let words = "Reparatur und Verkauf von Fahrrädern und Zubehör";
    let before = std::time::Instant::now();
    hands.types(words);
    let each = before.elapsed() / u32::try_from(words.chars().count()).unwrap();
    println!("a key in the longest section, with suggestions, assessment, layout twice: {each:?}");
    assert_eq!(answers(&hands).text("taetigkeit.0.text"), words);
}

/// Leaves pictures to look at: every page in every theme, and narrow.
#[test]
fn the_counter_is_drawn_at_every_width() {
    for (name, size, theme) in [
        ("light", WINDOW, Theme::Light),
        ("dark", WINDOW, Theme::Dark),
        ("contrast", WINDOW, Theme::HighContrast),
        ("narrow", (683.0, 512.0), Theme::Light),
        ("tiny", (400.0, 640.0), Theme::Light),
    ] {
        let mut hands = Counter::open_in(size);
        let show =
            |hands: &mut Hands<Counter>, page: &str| hands.picture(&format!("counter-{page}-{name}"), theme);
        hands.types("gew");
        show(&mut hands, "start");
        hands.key(Named::Enter);
        hands.types("Zd");
        show(&mut hands, "search");
        hands.key(Named::Enter);
        hands.types("p");
        show(&mut hands, "person");
        hands.ctrl(Named::Enter);
        show(&mut hands, "owner");
        hands.ctrl(Named::Enter);
        show(&mut hands, "wrong");
        hands.tell(Message::Form(amtsstube::ui::screen::counter::form::Message::SectionPressed(0)));
        fill_the_form(&mut hands);
        show(&mut hands, "form");
        hands.shift(Named::Tab);
        hands.ctrl(Named::Enter);
        show(&mut hands, "check");
        hands.key(Named::Enter);
        hands.key(Named::Space);
        show(&mut hands, "sign");
        hands.ctrl(Named::Enter);
        hands.types("50");
        show(&mut hands, "pay");
        hands.key(Named::Enter);
        show(&mut hands, "done");
        assert_eq!(hands.screen.state.page(), Page::Done, "{name}");
    }
}
