//! An action against a decision, entered and ended by keys while an objection is open: what the court served, what comes first, the words
//! in which it ends.

use super::office::{Office, file_as};
use crate::hands::Hands;
use amtsstube::domain::case::{Notified, Objection, Outcome, Way};
use amtsstube::domain::decide::{Command, Proceed};
use amtsstube::domain::decision::Remedy;
use amtsstube::ui::screen::case;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

/// The tax on a dog, told on 24 November 2026 and objected to on the same day.
pub fn objected() -> Hands<Office<case::State>> {
    open(true)
}

/// The same before anybody objected.
pub fn granted() -> Hands<Office<case::State>> {
    open(false)
}

fn open(objects: bool) -> Hands<Office<case::State>> {
    Office::<case::State>::open(move |desk, session, _| {
        let demo: toml::Table = toml::from_str(include_str!("../../../assets/demo/names.toml")).unwrap();
        let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
        let town = demo["town"].as_table().unwrap().iter();
        desk.set_town(session, &town.map(|(key, value)| (key.clone(), text(value))).collect()).unwrap();
        let (tax, today) = (file_as(desk, session, "hundesteuer-anmeldung"), desk.today());
        let proceed = |wanted| Command::Proceed(Box::new(wanted));
        let outcome = Outcome::Granted;
        let decide = Command::Decide { outcome, reasons: String::new(), conditions: Vec::new() };
        let notified =
            Notified { way: Way::Hand, on: today, posted_on: None, of: None, proof: String::new() };
        let (remedy, text) = (Remedy::Objection, "Der Hund ist klein.".to_owned());
        let objection = Objection { remedy, received_on: today, text, by: None, court: None, against: None };
        let all = [decide, proceed(Proceed::Notify(notified)), proceed(Proceed::Object(objection))];
        desk.act_all(session, tax, all.into_iter().take(if objects { 3 } else { 2 }).collect()).unwrap();
        case::State::new(tax, session, today)
    })
}

/// An action comes too early while the objection is open.
#[test]
fn an_action_beside_an_objection_says_what_comes_first_and_ends_in_its_own_words() {
    let mut hands = objected();
    hands.tab_to("case-object");
    hands.key(Named::Enter);
    hands.key(Named::ArrowDown);
    assert!(hands.says("in der Regel erst nach dem Widerspruchsbescheid"), "what comes first");
    assert!(hands.says("Untätigkeit erst ab Do 25.02.2027"), "and from when without it");
    hands.ctrl(Named::Enter);
    assert!(hands.node("over-file-number").invalid, "whoever answers the court needs its number");
    hands.types("2 K 9/26");
    hands.picture("case-action-dialog", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Klage vom 24.11.2026:") && hands.says("Aktenzeichen 2 K 9/26"));
    assert!(hands.says("ihm die Akten vorlegen") && hands.has("case-object"), "somebody else may sue, too");
    hands.picture("case-action", Theme::Light);
    hands.tab_to("case-settle");
    hands.key(Named::Enter);
    assert!(hands.says("Abgeholfen") && !hands.says("Klage abgewiesen"), "the objection stands first");
    hands.key(Named::Escape);
    hands.tab_to("case-settle-action");
    hands.key(Named::Enter);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Hier ist noch nichts gewählt"), "nobody has said how it ended");
    hands.picture("case-action-end", Theme::Light);
    assert!(!hands.says("Abgeholfen"), "a court remedies no objection");
    (0..3).for_each(|_| hands.key(Named::ArrowDown));
    hands.tab_to("over-text");
    hands.types("Urteil vom 24.11.2026");
    hands.ctrl(Named::Enter);
    assert!(hands.says("Klage abgewiesen am 24.11.2026: Urteil vom 24.11.2026"));
    assert!(hands.has("case-settle") && !hands.has("case-settle-action"), "the objection is still open");
}
