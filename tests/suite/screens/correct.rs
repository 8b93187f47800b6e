//! Correcting a case in the form of the counter: made, gone on with, kept while one types.

use super::office::Office;
use crate::hands::Hands;
use amtsstube::ui::screen::case::{self, correct};
use amtsstube::ui::screen::counter::form;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

/// Opens the correction and types another house number of the business.
fn correct_the_house_number(hands: &mut Hands<Office<case::State>>) {
    hands.tell(case::Message::CorrectPressed);
    assert_eq!(hands.focused().as_deref(), Some("rechtsform"), "the form begins where the counter's does");
    let typed = form::Message::Typed("betriebsstaette.hausnummer".into(), "32".into());
    hands.tell(case::Message::Correct(correct::Message::Form(typed)));
    hands.tell(case::Message::Correct(correct::Message::Form(form::Message::JumpPressed(
        "betriebsstaette.hausnummer".into(),
    ))));
}

#[test]
fn a_wrong_answer_is_corrected_in_the_form_of_the_counter() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tell(case::Message::CorrectPressed);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Es ist nichts anders als vorher"), "nothing is corrected by nothing");
    hands.key(Named::Escape);
    assert!(hands.has("case-correct"), "unchanged, Esc goes back at once");
    correct_the_house_number(&mut hands);
    assert_eq!(hands.focused().as_deref(), Some("betriebsstaette.hausnummer"));
    assert!(hands.says("bisher: Hofstraße 23") && hands.says("jetzt: Hofstraße 32"));
    hands.picture("case-correct", Theme::Light);
    hands.ctrl(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("correct-whose"));
    assert!(hands.says("Berichtigung gekennzeichnet: Empfangsbescheinigung vom 24.11.2026"));
    assert!(!hands.says("gekennzeichnet: Quittung"), "the receipt does not tell the address");
    hands.ctrl(Named::Enter);
    assert!(
        hands.says("Der Text fehlt") && hands.says("Es ist nicht gesagt"),
        "all at once, at their fields"
    );
    assert_eq!(hands.focused().as_deref(), Some("correct-whose"));
    hands.tell(case::Message::Correct(correct::Message::WhoseChosen(0)));
    hands.tab_to("correct-reason");
    hands.types("Zahlendreher");
    hands.picture("case-correct-check", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Angaben berichtigt (eigenes Versehen): Zahlendreher"));
    assert!(hands.says("ersetzt durch Empfangsbescheinigung, Berichtigung vom 24.11.2026"));
    assert!(hands.says("Hofstraße 23, 48712 Gescher → Hofstraße 32, 48712 Gescher"));
    assert_eq!(hands.focused().as_deref(), Some("papers"), "the new papers are at hand");
    hands.picture("case-corrected", Theme::Light);
}

/// Esc goes back and keeps it; only whoever says so throws it away.
#[test]
fn a_correction_that_was_begun_is_gone_on_with() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    correct_the_house_number(&mut hands);
    hands.key(Named::Escape);
    assert_eq!(hands.focused().as_deref(), Some("case-correct"));
    assert!(hands.says("Berichtigung fortsetzen") && hands.says("Eine Berichtigung ist begonnen"));
    assert!(!hands.says("Hofstraße 32"), "nothing is corrected yet");
    hands.picture("case-begun", Theme::Light);
    hands.key(Named::Enter);
    assert_eq!(hands.node("betriebsstaette.hausnummer").value.as_deref(), Some("32"));
    hands.tab_to("correct-discard");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("correct-stay"), "asked first");
    hands.tab_to("correct-gone");
    hands.key(Named::Enter);
    assert!(!hands.says("Berichtigung fortsetzen") && hands.has("case-correct"));
    let office = &hands.screen;
    let sheet = office.desk.sheet(&office.session, office.state.id()).unwrap();
    assert_eq!(sheet.begun, None);
}

/// What is typed is saved while one types, and gone when the correction is made.
#[test]
fn a_correction_saves_itself_and_is_done_once() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    correct_the_house_number(&mut hands);
    let begun = |hands: &Hands<Office<case::State>>| {
        let office = &hands.screen;
        office.desk.sheet(&office.session, office.state.id()).unwrap().begun
    };
    let kept = begun(&hands).expect("within a second, with nothing pressed");
    assert_eq!(kept.answers.keys().collect::<Vec<_>>(), ["betriebsstaette"]);
    assert!(hands.says("Entwurf gesichert"));
    hands.ctrl(Named::Enter);
    hands.tell(case::Message::Correct(correct::Message::WhoseChosen(0)));
    hands.tell(case::Message::Correct(correct::Message::ReasonTyped("Zahlendreher".into())));
    assert_eq!(begun(&hands).expect("the reason too").reason, "Zahlendreher");
    hands.ctrl(Named::Enter);
    assert!(hands.says("Angaben berichtigt (eigenes Versehen): Zahlendreher"));
    assert_eq!(begun(&hands), None);
}
