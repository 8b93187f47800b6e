//! Dialogs of a case as they look: a Storno with the way back of the money, words that are there again, and who acts for whom.

use super::office::{Office, file_as};
use amtsstube::ui::screen::case;
use amtsstube::ui::screen::case::over::Kind;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

#[test]
fn a_storno_says_how_much_goes_back_and_from_where() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tell(case::Message::OverOpened(Kind::CancelReceipt("A-2026-000001".to_owned())));
    assert_eq!(hands.focused().as_deref(), Some("over-text"));
    assert!(hands.says("26,00\u{a0}€ bar aus der Kasse zurückgeben"));
    hands.picture("case-storno", Theme::Light);
    hands.types("Falscher Betrag");
    hands.key(Named::Escape);
    hands.tell(case::Message::OverOpened(Kind::CancelReceipt("A-2026-000001".to_owned())));
    assert!(hands.says("steht wieder da") && hands.says("Falscher Betrag"));
    hands.picture("case-storno-again", Theme::Light);
    hands.ctrl(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("papers"), "the Storno is there to be printed");
    hands.picture("case-storno-done", Theme::Light);
}

/// Red is the field, not only a sentence over it.
#[test]
fn what_is_wrong_in_a_dialog_stands_at_its_field() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.ctrl_letter("t");
    hands.types("morgen");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-date").invalid && hands.says("Das ist kein Datum"));
    assert_eq!(hands.focused().as_deref(), Some("over-date"));
    hands.picture("case-follow-up-wrong", Theme::Light);
    hands.key(Named::Escape);
    for kind in [Kind::Note, Kind::CancelReceipt("A-2026-000001".to_owned())] {
        hands.tell(case::Message::OverOpened(kind));
        hands.ctrl(Named::Enter);
        assert!(hands.node("over-text").invalid && hands.says("Der Text fehlt"));
        assert_eq!(hands.texts().iter().filter(|text| text.contains("Der Text fehlt")).count(), 1, "once");
        hands.key(Named::Escape);
    }
}

/// Whoever reads the history sees who acts for whom, and not two people who were entered; and whose case it is without scrolling.
#[test]
fn the_history_says_who_acts_for_the_applicant() {
    let mut hands = Office::<case::State>::open(|desk, session, _| {
        let tax = file_as(desk, session, "hundesteuer-anmeldung");
        let known = [("kind", "natural"), ("family", "Nienhaus"), ("given", "Käthe")];
        let known = known.map(|(field, value)| (field.to_owned(), value.to_owned())).into();
        let acts = desk.save_person(session, None, &known).unwrap();
        desk.appoint(session, tax, acts).unwrap();
        case::State::new(tax, session, desk.today())
    });
    assert!(hands.says("Vertretung eingetragen: Nienhaus, Käthe"));
    assert!(hands.says("eingetragen (mit Vollmacht)"));
    let office = &hands.screen;
    let case = office.desk.sheet(&office.session, office.state.id()).unwrap();
    let name = case.persons[&case.case.applicant().expect("somebody")].name();
    assert!(hands.texts().contains(&name), "whose case it is stands at its head: {name}");
}
