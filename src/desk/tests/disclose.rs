//! Disclosure (Art. 15 DSGVO): all that may be read, nothing that may not, confirmed where there is a ban, and noted.

use super::*;
use crate::desk::disclose::Made;
use crate::desk::outside::Waiting;
use crate::domain::event::Payload;
use crate::domain::id::{Digest, PersonId};
use crate::domain::person::PersonEvent;
use serde_json::Value;
use std::path::Path;

/// A trade notice, a dog and a case that somebody else applied for, all of one person.
fn known(office: &Office) -> PersonId {
    let filed = office.desk.file_case(&office.clerk, &example(office, "gewerbe-anmeldung")).expect("filed");
    let case = office.desk.sheet(&office.clerk, filed.case).expect("the case").case;
    let person = case.applicant().expect("an applicant");
    let note = Command::Note { text: "ruft am Montag an".to_owned(), call: true };
    office.desk.act(&office.clerk, filed.case, note).expect("noted");
    let mut dog = example(office, "hundesteuer-anmeldung");
    dog.participants[0].party = Party::Known(person);
    let _ = office.desk.file_case(&office.clerk, &dog).expect("filed");
    let mut other = example(office, "fundsache");
    other.participants[0].appears_as = AppearsAs::Proxy;
    other.participants.push(Participant {
        party: Party::Known(person),
        part: "representative".to_owned(),
        appears_as: AppearsAs::Proxy,
        seen: None,
        certain: true,
    });
    let _ = office.desk.file_case(&office.clerk, &other).expect("filed");
    person
}

/// The disclosures of a person that are in the log.
fn noted(office: &Office, person: PersonId) -> Vec<PersonEvent> {
    let log = office.desk.store.read(|db| db.person_log(person)).expect("events");
    let known = log.into_iter().filter_map(|event| match event.payload {
        Payload::Known(event @ PersonEvent::PersonDisclosed { .. }) => Some(event),
        _ => None,
    });
    known.collect()
}

fn data(folder: &Path) -> Value {
    let bytes = std::fs::read(folder.join("Auskunft.json")).expect("the data");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn text(folder: &Path) -> String {
    let bytes = std::fs::read(folder.join("Auskunft.pdf")).expect("the paper");
    let lines = crate::paper::aloud::lines(&crate::paper::aloud::open(&bytes).expect("opened").pdf);
    lines.join(" ").replace('\u{202f}', " ")
}

#[test]
fn everything_that_may_be_read_is_told_and_what_is_others_is_not() {
    let office = office();
    let person = known(&office);
    let told = office.desk.disclose(&office.clerk, person, false, office.dir.path()).expect("disclosed");
    assert_eq!((told.cases, told.left.len()), (3, 0));
    let data = data(&told.folder);
    let services: Vec<&str> =
        data["cases"].as_array().expect("cases").iter().filter_map(|case| case["service"].as_str()).collect();
    assert!(services.contains(&"Gewerbe-Anmeldung"), "{services:?}");
    let case = |service: &str| {
        let mut all = data["cases"].as_array().expect("cases").iter();
        all.find(|case| case["service"].as_str().is_some_and(|of| of.contains(service)))
            .expect("the case")
            .clone()
    };
    assert!(case("Gewerbe")["own"]["notes"][0][1].as_str().is_some_and(|note| note.contains("Montag")));
    assert!(case("Fund")["own"].is_null(), "what the finder said is the finder's");
    assert_eq!(case("Fund")["parts"][0], "Vertretende Person");
    let said = text(&told.folder);
    for part in
        ["ruft am Montag an", "Hundesteuer", "Art. 77", "10 Jahre", "Slowakei", "Wer Daten bekommen hat"]
    {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let looked = said
        .split_once("Wann jemand Ihre Daten angesehen hat")
        .and_then(|(_, after)| after.split_once("Ihre Rechte"));
    let (looked, _) = looked.expect("who looked");
    assert!(looked.contains("24.11.2026") && !looked.contains("Terhürne"), "by day, not by name: {looked}");
}

#[test]
fn what_another_group_holds_is_neither_told_nor_hinted_and_its_office_is_named() {
    let office = office();
    let person = known(&office);
    let other = office.desk.add_user(&office.admin, "other", "Bo Ostendarp", "1122").expect("added");
    office
        .desk
        .grant(&office.admin, other, Role::Clerk, [Group::Trade, Group::PublicOrder].into())
        .expect("granted");
    let other = office.desk.sign_in("other", "1122").expect("signed in");
    let told = office.desk.disclose(&other, person, false, office.dir.path()).expect("disclosed");
    assert!(told.left.contains(&Group::Taxes) && !told.left.contains(&Group::Trade));
    let whole = format!("{} {}", text(&told.folder), data(&told.folder));
    assert!(!whole.contains("Hund"), "{whole}");
    assert!(whole.contains("Steuern") && whole.contains("§ 30 AO"));
}

#[test]
fn a_ban_on_disclosure_is_confirmed_and_every_disclosure_is_in_the_log() {
    let office = office();
    let person = known(&office);
    let ban = [("blocked".to_owned(), "yes".to_owned()), ("family".to_owned(), "Sperr".to_owned())].into();
    let _ = office.desk.save_person(&office.clerk, Some(person), &ban).expect("saved");
    let refused = office.desk.disclose(&office.clerk, person, false, office.dir.path()).expect_err("a ban");
    assert_eq!(refused.problems()[0].id, "disclose-blocked");
    let events = || noted(&office, person);
    assert_eq!(events().len(), 0, "what is refused is not noted");
    let told = office.desk.disclose(&office.clerk, person, true, office.dir.path()).expect("disclosed");
    let bytes = std::fs::read(told.folder.join("Auskunft.pdf")).expect("the paper");
    let [PersonEvent::PersonDisclosed { paper, .. }] = &events()[..] else { panic!("noted once") };
    assert_eq!(*paper, Digest::of(&[&bytes]));
    // What cannot be written was not disclosed.
    let again = office
        .desk
        .disclose(&office.clerk, person, true, office.dir.path())
        .expect_err("the folder is there");
    assert_eq!(again.problems()[0].id, "file-there");
    assert_eq!(events().len(), 1);
    assert!(office.desk.verify().expect("looked at").is_clean());
}

#[test]
fn what_cannot_be_written_is_not_noted_and_what_is_not_noted_is_not_there() {
    let office = office();
    let person = known(&office);
    let folder = office.dir.path().join("Stick");
    let gone = office.desk.disclose(&office.clerk, person, false, &folder).expect_err("no such folder");
    assert_eq!(gone.problems()[0].id, "file-gone");
    std::fs::create_dir(&folder).expect("made");
    let left = || std::fs::read_dir(&folder).expect("listed").count();
    // A file that lies where the second one would: the first is on the disk by then.
    let made = office.desk.act_as(&office.clerk, |hand| Made::of(hand, person, false)).expect("made");
    let mut twice = made.files.clone();
    twice[1].0 = twice[0].0.clone();
    let half = Waiting::write(&folder, "Auskunft", &twice).expect_err("half of it");
    assert_eq!((half.problems()[0].id.as_str(), left()), ("file-there", 0), "no half folder");
    assert_eq!(noted(&office, person).len(), 0);
    // A ban that is entered while it is being written.
    let waits = Waiting::write(&folder, "Auskunft", &made.files).expect("written");
    let ban = [("blocked".to_owned(), "yes".to_owned()), ("family".to_owned(), "Sperr".to_owned())].into();
    let _ = office.desk.save_person(&office.clerk, Some(person), &ban).expect("saved");
    let refused = office.desk.act_as(&office.clerk, |hand| made.note(hand, false)).expect_err("a ban");
    assert_eq!(refused.problems()[0].id, "disclose-blocked");
    assert!(!folder.join("Auskunft").exists(), "nobody is shown it");
    drop(waits);
    assert_eq!((left(), noted(&office, person).len()), (0, 0));
    let told = office.desk.disclose_at(&office.clerk, person, true, &folder.join("Auskunft")).expect("given");
    assert_eq!((told.folder, left()), (folder.join("Auskunft"), 1), "nothing beside it");
    assert_eq!(noted(&office, person).len(), 1);
}
