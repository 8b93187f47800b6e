//! A paper that is looked at in any size, by keyboard.

use super::office::Office;
use crate::hands::Hands;
use amtsstube::ui::screen::case;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

fn zoom(hands: &mut Hands<Office<case::State>>) -> String {
    hands.node("page-zoom").value.unwrap_or_default()
}

#[test]
fn a_paper_is_shown_in_steps_of_ten_per_cent_and_as_typed() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tell(case::Message::PaperOpened(0));
    assert_eq!((hands.focused().as_deref(), zoom(&mut hands).as_str()), (Some("page"), "80 %"));
    hands.ctrl_letter("+");
    assert_eq!(zoom(&mut hands), "90 %");
    hands.ctrl_letter("-");
    hands.ctrl_letter("-");
    assert_eq!(zoom(&mut hands), "70 %");
    hands.ctrl_letter("0");
    assert_eq!(zoom(&mut hands), "80 %");
    hands.tab_to("page-zoom");
    hands.types("999");
    hands.key(Named::Enter);
    assert!(hands.says("Bitte eine Zahl von 25 bis 400 eingeben"), "told beside the field");
    for _ in "999".chars() {
        hands.key(Named::Backspace);
    }
    hands.types("125");
    hands.key(Named::Enter);
    assert_eq!(zoom(&mut hands), "125 %");
    hands.picture("case-paper-zoomed", Theme::Light);
}
