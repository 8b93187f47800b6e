//! Whom an intake is about, by keyboard: somebody new, a blocked address, a name that is typed over the known one.

use super::desk::{Counter, found, id};
use super::{answers, to_the_form};
use crate::hands::Hands;
use amtsstube::desk::intake::Party;
use amtsstube::ui::screen::counter::Page;
use iced::keyboard::key::Named;
use std::collections::BTreeMap;

#[test]
fn somebody_new_is_compared_before_being_entered() {
    let mut hands = Counter::open();
    hands.screen.similar = vec![found()];
    hands.types("gew");
    hands.key(Named::Enter);
    hands.types("Duris, Zdenka 140387");
    hands.tab_to("person-new");
    hands.key(Named::Enter);
    assert_eq!(hands.node("family").value.as_deref(), Some("Duris"));
    assert_eq!(hands.node("birth_date").value.as_deref(), Some("140387"));
    hands.enter_to("new-take");
    hands.key(Named::Enter);
    assert!(hands.says("Vielleicht schon bekannt"));
    assert_eq!(hands.focused(), Some(format!("similar.{}", id(7))));
    hands.tab_to("new-take");
    hands.key(Named::Enter);
    let intake = &hands.screen.state.work().unwrap().intake;
    let Party::New(fields) = &intake.applicant().unwrap().party else { panic!("somebody new") };
    let expected: BTreeMap<String, String> =
        [("kind", "natural"), ("family", "Duris"), ("given", "Zdenka"), ("birth_date", "140387")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
    assert_eq!(*fields, expected);
}

#[test]
fn a_blocked_address_is_told_first_and_never_filled_in() {
    let mut hands = Counter::open();
    let _ = hands.screen.person.fields.insert("blocked".to_owned(), "yes".to_owned());
    to_the_form(&mut hands);
    assert!(hands.says("Auskunftssperre"));
    assert!(!hands.says("Große Mühlenstiege"));
    assert_eq!(answers(&hands).text("familienname"), "Ďuriš-Şengül");
    assert!(!answers(&hands).is_set("anschrift.strasse"));
}

/// Types another family name over the one of the person who was chosen.
fn overwrite_the_name(hands: &mut Hands<Counter>) {
    to_the_form(hands);
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    hands.enter_to("familienname");
    hands.types("Meier");
    hands.key(Named::Enter);
    assert!(hands.says("Bei der Person steht: Ďuriš-Şengül."), "the field says what is known");
    assert_eq!(hands.screen.state.page(), Page::Form, "a warning holds nothing up");
}

#[test]
fn a_name_typed_over_the_persons_own_is_noticed_and_taken_back() {
    let mut hands = Counter::open();
    overwrite_the_name(&mut hands);
    assert_eq!(answers(&hands).text("familienname"), "Meier", "Enter goes on and takes nothing back");
    hands.shift(Named::Tab);
    hands.tab_to("familienname");
    hands.key(Named::Tab);
    hands.key(Named::Space);
    assert_eq!(answers(&hands).text("familienname"), "Ďuriš-Şengül");
    assert_eq!(hands.focused().as_deref(), Some("familienname"));
    assert!(!hands.says("Bei der Person steht"));
}

#[test]
fn a_name_typed_over_the_persons_own_changes_the_person_if_that_is_meant() {
    let mut hands = Counter::open();
    overwrite_the_name(&mut hands);
    hands.tab_to("familienname");
    hands.key(Named::Tab);
    hands.key(Named::Tab);
    hands.key(Named::Space);
    assert_eq!(hands.screen.person.fields["family"], "Meier");
    assert_eq!(hands.screen.person.fields["birth_date"], "1987-03-14", "nothing else changes");
    assert!(!hands.says("Bei der Person steht"));
}

#[test]
fn a_name_typed_over_the_persons_own_may_mean_somebody_else() {
    let mut hands = Counter::open();
    overwrite_the_name(&mut hands);
    hands.tab_to("familienname");
    for _ in 0..3 {
        hands.key(Named::Tab);
    }
    hands.key(Named::Space);
    assert_eq!(hands.screen.state.page(), Page::Person);
    assert_eq!(hands.focused().as_deref(), Some("person"));
    let intake = &hands.screen.state.work().unwrap().intake;
    assert!(intake.applicant().is_none());
    assert_eq!(intake.answers.text("familienname"), "Meier", "what was typed stays");
}

/// The address of somebody whose address must not be told (§ 51 BMG) is not told by a warning either.
#[test]
fn a_warning_tells_no_address_that_must_not_be_told() {
    let mut hands = Counter::open();
    let _ = hands.screen.person.fields.insert("blocked".to_owned(), "yes".to_owned());
    to_the_form(&mut hands);
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    hands.enter_to("anschrift.strasse");
    hands.types("Hofweg");
    hands.key(Named::Enter);
    assert!(!hands.says("Große Mühlenstiege"));
}
