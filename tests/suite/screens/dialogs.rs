//! Dialogs of a case as they look: a Storno with the way back of the money, and words that are there again.

use super::office::Office;
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
