//! An objection decided by keys: how it ends, why, who bears the costs, the letter, and the service from which one may sue.

use super::action::objected;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

/// The tax on a dog is objected to and the objection rejected on 24 November 2026, and the letter served on that day.
#[test]
fn an_objection_is_rejected_with_a_letter_that_is_served() {
    let mut hands = objected();
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Hier ist noch nichts gewählt"), "nobody has said how it ends");
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(hands.says("förmlich zuzustellen"), "what follows stands below");
    assert!(hands.says("wird nichts erstattet"), "and who pays what");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-text").invalid, "whoever rejects says why");
    hands.tab_to("over-text");
    hands.types("Der Hund ist im Haushalt gemeldet.");
    hands.picture("case-ruling-dialog", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("noch nicht zugestellt") && hands.says("Zurückgewiesen am 24.11.2026"));
    assert!(!hands.has("case-settle") && hands.has("case-settle-undo"));
    hands.picture("case-ruling", Theme::Light);
    hands.tab_to("case-notify");
    hands.key(Named::Enter);
    assert!(hands.says("nicht als bestandskräftig geführt"), "plain post is no service");
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(hands.says("Rechtsbehelf möglich bis Do 24.12.2026") && !hands.says("nicht als bestandskräftig"));
    hands.picture("case-ruling-service", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(
        hands.says("ab 25.12.2026 bestandskräftig") && hands.says("in der Gestalt des Widerspruchsbescheids")
    );
    assert!(!hands.has("case-settle-undo"), "what was told has effect");
}

/// Right in part: what is lifted and the share of the costs are asked for, each told at its field.
#[test]
fn what_is_right_in_part_asks_for_the_part_and_the_costs() {
    let mut hands = objected();
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    (0..2).for_each(|_| hands.key(Named::ArrowDown));
    hands.tab_to("over-text");
    hands.types("Das Tier ist erst im November eingezogen.");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-part").invalid && hands.node("over-share").invalid);
    hands.tab_to("over-part");
    hands.types("Die Steuer beginnt am 01.11.2026.");
    hands.tab_to("over-share");
    hands.types("50");
    hands.picture("case-ruling-in-part", Theme::Light);
}
