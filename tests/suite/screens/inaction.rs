//! An action for failure to act, entered and ended by keys: the warning with its day before, what the court served, the red line
//! until it is over.

use super::office::{Office, file_as};
use amtsstube::ui::screen::case;
use amtsstube::ui::theme::Theme;
use amtsstube::words;
use iced::keyboard::key::Named;

/// Filed on 24 November 2026: three months end with 24 February 2027.
#[test]
fn an_action_for_failure_to_act_is_entered_and_ended_by_keys() {
    let mut hands = Office::<case::State>::open(|desk, session, _| {
        let licence = file_as(desk, session, "gestattung");
        case::State::new(licence, session, desk.today())
    });
    let from = words::date_with_day("2027-02-25".parse().unwrap());
    let warned = format!("Ab {from} ist eine Untätigkeitsklage möglich");
    assert!(hands.says(&warned), "the case says from when on");
    hands.tab_to("case-sued");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("over-file-number"));
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-file-number").invalid, "marked at the number");
    hands.types("1 K 7/26");
    hands.picture("case-sued-dialog", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Untätigkeitsklage vom 24.11.2026") && hands.says("Aktenzeichen 1 K 7/26"));
    assert_eq!(hands.focused().as_deref(), Some("case-procedure"), "the button is gone, the keyboard is not");
    assert!(hands.says(&format!("Vor dem {from} erhoben")), "the court decides what comes early");
    assert!(hands.says(&warned) && !hands.has("case-sued"), "one at a time, and the day stays");
    hands.picture("case-sued", Theme::Light);
    hands.tab_to("case-sued-end");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("over-choice"));
    hands.key(Named::ArrowUp);
    hands.tab_to("over-text");
    hands.types("Beschluss vom 24.11.2026");
    hands.ctrl(Named::Enter);
    assert!(
        hands.says("In der Hauptsache erledigt") && hands.says("am 24.11.2026: Beschluss vom 24.11.2026")
    );
    assert!(hands.has("case-sued"), "another one may come");
}
