//! A copy that is signed from the window, by keyboard: what is asked, what is refused, what is noted.

use super::office::Office;
use crate::hands::Hands;
use crate::keys::{self, PASSPHRASE, Wish};
use amtsstube::domain::case::CaseEvent;
use amtsstube::domain::event::Payload;
use amtsstube::ui::screen::case;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

/// Names of the events of a case, the newest last.
fn kinds(hands: &Hands<Office<case::State>>) -> Vec<&'static str> {
    let office = &hands.screen;
    let case = office.desk.sheet(&office.session, office.state.id()).unwrap().case;
    let known = case.timeline.iter().filter_map(|event| match &event.payload {
        Payload::Known(event) => Some(CaseEvent::kind(event)),
        _ => None,
    });
    known.collect()
}

#[test]
fn a_copy_is_signed_by_keyboard_and_the_case_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("siegel.p12"), keys::store(&Wish::of(keys::p256()))).unwrap();
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tell(case::Message::SavePressed);
    hands.types(&at("signiert.pdf").display().to_string());
    hands.tab_to("sign");
    hands.key(Named::Space);
    assert_eq!(hands.focused().as_deref(), Some("sign-certificate"), "nothing is remembered yet");
    // Everything that is missing is told at once, and nothing is written.
    hands.ctrl(Named::Enter);
    assert!(hands.says("Die Zertifikatsdatei ist nicht angegeben") && hands.says("Die Passphrase"));
    hands.tab_to("sign-certificate");
    hands.types(&at("siegel.p12").display().to_string());
    hands.tab_to("sign-passphrase");
    hands.types("falsch");
    hands.picture("case-sign", Theme::Light);
    hands.key(Named::Enter);
    assert!(hands.says("passt nicht zum Zertifikat"), "in the dialog, in words");
    hands.picture("case-sign-refused", Theme::HighContrast);
    assert!(!at("signiert.pdf").exists() && !kinds(&hands).contains(&"copy_signed"));

    // A new dialog remembers the file only once something was signed with it, and the passphrase never.
    hands.key(Named::Escape);
    for (out, remembered) in [("signiert.pdf", false), ("noch eine.pdf", true)] {
        hands.tell(case::Message::SavePressed);
        hands.types(&at(out).display().to_string());
        hands.tab_to("sign");
        hands.key(Named::Space);
        let first = if remembered { "sign-passphrase" } else { "sign-certificate" };
        assert_eq!(hands.focused().as_deref(), Some(first));
        if !remembered {
            hands.types(&at("siegel.p12").display().to_string());
            hands.tab_to("sign-passphrase");
        }
        hands.types(PASSPHRASE);
        hands.key(Named::Enter);
        assert!(!hands.has("chooser"), "saved");
        assert!(std::fs::read(at(out)).unwrap().ends_with(b"%%EOF"));
    }
    assert_eq!(kinds(&hands).iter().filter(|kind| **kind == "copy_signed").count(), 2);
    assert!(hands.says("elektronisch signierte Kopie gespeichert, Zertifikat „CN=Siegel der Stadt Gescher"));

    // A file of the case is no paper of the office, and without the tick a copy is what was issued.
    hands.tell(case::Message::SavePressed);
    hands.types(&at("schlicht.pdf").display().to_string());
    hands.ctrl(Named::Enter);
    let issued = std::fs::read(at("schlicht.pdf")).unwrap();
    assert!(std::fs::read(at("signiert.pdf")).unwrap().starts_with(&issued));
    assert_eq!(kinds(&hands).iter().filter(|kind| **kind == "copy_signed").count(), 2);
}
