//! An objection decided by keys: how it ends, why, who bears the costs, the letter, and the service from which one may sue.

use super::action::{granted, objected};
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
    hands.tab_to("case-notify");
    hands.key(Named::Enter);
    assert!(hands.says("Schon eingetragen: mit Postzustellungsurkunde, Di 24.11.2026"));
    hands.ctrl(Named::Enter);
    assert!(hands.says("ab 25.12.2026 bestandskräftig"), "a key pressed by mistake changes no day");
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

/// A neighbour objects: their name is asked for, nothing is called late, and the dialog offers no letter, only the result entered by hand.
#[test]
fn what_somebody_else_objected_has_no_letter_in_the_window() {
    let mut hands = granted();
    hands.tab_to("case-object");
    hands.key(Named::Enter);
    hands.tab_to("over-objector");
    assert!(hands.says("Erhoben von, falls nicht von der antragstellenden Person"));
    assert!(hands.says("Rechtzeitig: Fristende"));
    hands.types("Nora Nachbar");
    assert!(hands.says("gilt hier nicht") && !hands.says("Rechtzeitig"), "the day is not theirs");
    hands.picture("case-object-of-another", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Widerspruch vom 24.11.2026, erhoben von Nora Nachbar"));
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(hands.says("Bescheide gehen von hier nur an sie") && !hands.has("over-facts"));
    assert!(!hands.has("over-elsewhere") && !hands.has("over-share"), "there is nothing to choose");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-decided-on").invalid, "when it was decided is asked for");
    hands.picture("case-ruling-of-another", Theme::Light);
    let authority = hands.node("over-authority").value;
    assert_eq!(authority.as_deref(), Some("Stadt Gescher"), "most often the town decides itself");
    hands.tab_to("over-decided-on");
    hands.types("24112026");
    assert!(!hands.node("over-decided-on").invalid, "what is typed mends it at once");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-text").invalid, "and why");
    hands.tab_to("over-text");
    hands.types("Siehe Bescheid vom selben Tag.");
    hands.ctrl(Named::Enter);
    assert!(hands.says("Zurückgewiesen am 24.11.2026: Siehe Bescheid"));
}

/// Of an action whoever sues is named anyway: one tick says that it is not the applicant, and no day of theirs is told.
#[test]
fn an_action_of_somebody_else_is_ticked() {
    let mut hands = granted();
    hands.tab_to("case-object");
    hands.key(Named::Enter);
    hands.key(Named::ArrowDown);
    assert!(!hands.has("over-objector"), "nobody is asked for one name twice");
    hands.tab_to("over-file-number");
    hands.types("2 K 9/26");
    hands.tab_to("over-of-another");
    hands.key(Named::Space);
    assert!(
        hands.says("gilt hier nicht") && !hands.says("nach einem Widerspruch"),
        "their notice is not meant"
    );
    hands.ctrl(Named::Enter);
    assert!(
        hands.says("Klage vom 24.11.2026:") && hands.says("Nicht von der antragstellenden Person erhoben")
    );
}

/// A neighbour objects beside the applicant: each objection has a button of its own, its dialog says whose it is, and each ends by itself.
#[test]
fn two_objections_are_open_at_once_and_each_is_decided_by_itself() {
    let mut hands = objected();
    hands.tab_to("case-object");
    hands.key(Named::Enter);
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-objector").invalid, "the applicant has objected already");
    assert_eq!(hands.focused().as_deref(), Some("over-objector"));
    hands.types("Nora Nachbar");
    assert!(!hands.node("over-objector").invalid, "somebody else may");
    hands.ctrl(Named::Enter);
    assert!(hands.says("erhoben von Nora Nachbar") && hands.has("case-settle") && hands.has("case-settle.2"));
    hands.picture("case-objections", Theme::Light);
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(
        hands.says("Widerspruch der antragstellenden Person") && hands.has("over-facts"),
        "with a letter"
    );
    hands.key(Named::Escape);
    hands.tab_to("case-settle.2");
    hands.key(Named::Enter);
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(hands.says("Widerspruch von Nora Nachbar") && !hands.has("over-facts"), "by hand");
    hands.picture("case-objections-dialog", Theme::Light);
    hands.tab_to("over-decided-on");
    hands.types("24112026");
    hands.tab_to("over-text");
    hands.types("Siehe Bescheid vom selben Tag.");
    hands.ctrl(Named::Enter);
    assert!(hands.says("Zurückgewiesen am 24.11.2026: Siehe Bescheid"));
    assert!(hands.has("case-settle") && !hands.has("case-settle.2"), "the applicant's own is open");
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    assert!(
        hands.has("over-facts") && !hands.has("over-authority"),
        "what was decided by hand was the other one"
    );
    hands.tab_to("over-text");
    hands.types("Der Hund ist im Haushalt gemeldet.");
    hands.ctrl(Named::Enter);
    assert!(!hands.has("case-settle") && hands.has("case-settle-undo") && hands.has("case-settle-undo.2"));
    hands.tab_to("case-notify");
    hands.key(Named::Enter);
    let of_nora = "Widerspruchsbescheid vom 24.11.2026 auf den Widerspruch von Nora Nachbar";
    assert!(hands.has("over-told") && hands.says(of_nora), "which letter it was is chosen");
    hands.picture("case-objections-notify", Theme::Light);
    hands.key(Named::Escape);
    hands.tab_to("case-settle-undo.2");
    hands.key(Named::Enter);
    assert!(hands.says("Widerspruch von Nora Nachbar"), "and each is taken back by itself");
    hands.picture("case-objections-undo", Theme::Light);
}
