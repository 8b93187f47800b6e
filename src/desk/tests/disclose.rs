//! Disclosure (Art. 15 DSGVO): all that may be read, nothing that may not, confirmed where there is a ban, and noted.

use super::*;
use crate::desk::disclose::{Disclosed, Looked, Made, Verdict};
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

/// Everything gone through and told.
fn looked(office: &Office, session: &Session, person: PersonId, confirmed: bool) -> Looked {
    let asked = office.desk.review_disclosure(session, person).expect("reviewed").asked;
    let verdicts = asked.into_iter().map(|asked| (asked.item, Verdict::Told)).collect();
    Looked { confirmed, alone: true, verdicts }
}

/// The same, written into the office's folder.
fn disclose(
    office: &Office,
    session: &Session,
    person: PersonId,
    confirmed: bool,
) -> Result<Disclosed, DeskError> {
    let looked = looked(office, session, person, confirmed);
    office.desk.disclose(session, person, &looked, office.dir.path())
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
    let told = disclose(&office, &office.clerk, person, false).expect("disclosed");
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
    let told = disclose(&office, &other, person, false).expect("disclosed");
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
    let refused = disclose(&office, &office.clerk, person, false).expect_err("a ban");
    assert_eq!(refused.problems()[0].id, "disclose-blocked");
    let events = || noted(&office, person);
    assert_eq!(events().len(), 0, "what is refused is not noted");
    let told = disclose(&office, &office.clerk, person, true).expect("disclosed");
    let bytes = std::fs::read(told.folder.join("Auskunft.pdf")).expect("the paper");
    let [PersonEvent::PersonDisclosed { paper, .. }] = &events()[..] else { panic!("noted once") };
    assert_eq!(*paper, Digest::of(&[&bytes]));
    // What cannot be written was not disclosed.
    let again = disclose(&office, &office.clerk, person, true).expect_err("the folder is there");
    assert_eq!(again.problems()[0].id, "file-there");
    assert_eq!(events().len(), 1);
    assert!(office.desk.verify().expect("looked at").is_clean());
}

#[test]
fn what_cannot_be_written_is_not_noted_and_what_is_not_noted_is_not_there() {
    let office = office();
    let person = known(&office);
    let folder = office.dir.path().join("Stick");
    let read = looked(&office, &office.clerk, person, false);
    let gone = office.desk.disclose(&office.clerk, person, &read, &folder).expect_err("no such folder");
    assert_eq!(gone.problems()[0].id, "folder-gone");
    std::fs::create_dir(&folder).expect("made");
    let left = || std::fs::read_dir(&folder).expect("listed").count();
    // A file that lies where the second one would: the first is on the disk by then.
    let made = office.desk.act_as(&office.clerk, |hand| Made::of(hand, person, &read)).expect("made");
    let mut twice = made.files.clone();
    twice[1].0 = twice[0].0.clone();
    let half = Waiting::folder(&folder, "Auskunft", &twice).expect_err("half of it");
    assert_eq!((half.problems()[0].id.as_str(), left()), ("file-there", 0), "no half folder");
    assert_eq!(noted(&office, person).len(), 0);
    // A ban that is entered while it is being written.
    let waits = Waiting::folder(&folder, "Auskunft", &made.files).expect("written");
    let ban = [("blocked".to_owned(), "yes".to_owned()), ("family".to_owned(), "Sperr".to_owned())].into();
    let _ = office.desk.save_person(&office.clerk, Some(person), &ban).expect("saved");
    let refused = office.desk.act_as(&office.clerk, |hand| made.note(hand, false)).expect_err("a ban");
    assert_eq!(refused.problems()[0].id, "disclose-blocked");
    assert!(!folder.join("Auskunft").exists(), "nobody is shown it");
    drop(waits);
    assert_eq!((left(), noted(&office, person).len()), (0, 0));
    let read = Looked { confirmed: true, ..read };
    let told =
        office.desk.disclose_at(&office.clerk, person, &read, &folder.join("Auskunft")).expect("given");
    assert_eq!((told.folder, left()), (folder.join("Auskunft"), 1), "nothing beside it");
    assert_eq!(noted(&office, person).len(), 1);
}

#[test]
fn a_note_and_the_banned_address_of_another_are_gone_through_and_what_is_withheld_says_why() {
    let office = office();
    let person = known(&office);
    let street = example(&office, "gewerbe-anmeldung").answers;
    let of = |part: &str| street.text(&format!("betriebsstaette.{part}")).to_owned();
    let other = [
        ("family", "Geheim".to_owned()),
        ("given", "Gisa".to_owned()),
        ("blocked", "yes".to_owned()),
        ("street", of("strasse")),
        ("house", of("hausnummer")),
        ("postcode", of("plz")),
        ("place", of("ort")),
    ];
    let other = other.map(|(field, value)| (field.to_owned(), value)).into();
    let _ = office.desk.save_person(&office.clerk, None, &other).expect("saved");
    let review = office.desk.review_disclosure(&office.clerk, person).expect("reviewed");
    let (banned, notes): (Vec<_>, Vec<_>) = review.asked.iter().partition(|asked| asked.on.is_none());
    assert_eq!((banned.len(), notes.len(), review.doubles.len()), (1, 1, 0), "{review:?}");
    assert!(banned[0].whose.as_deref().is_some_and(|name| name.contains("Geheim")), "{banned:?}");

    let folder = office.dir.path();
    let unread = office.desk.disclose(&office.clerk, person, &Looked::default(), folder).expect_err("unread");
    let ids: Vec<String> = unread.problems().into_iter().map(|problem| problem.id).collect();
    assert_eq!(ids, ["disclose-unread", "disclose-unread"], "both at once");
    let mut verdicts: crate::desk::disclose::Verdicts =
        review.asked.iter().map(|asked| (asked.item.clone(), Verdict::Withheld(" ".into()))).collect();
    let looked = |verdicts: &_| Looked { verdicts: Clone::clone(verdicts), ..Looked::default() };
    let why = office.desk.disclose(&office.clerk, person, &looked(&verdicts), folder).expect_err("no reason");
    assert_eq!(why.problems()[0].id, "disclose-reason");
    for asked in &review.asked {
        let reason = Verdict::Withheld("Schutz einer anderen Person".into());
        let _ = verdicts.insert(asked.item.clone(), reason);
    }
    let told = office.desk.disclose(&office.clerk, person, &looked(&verdicts), folder).expect("disclosed");
    let (said, data) = (text(&told.folder), data(&told.folder).to_string());
    for whole in [&said, &data] {
        assert!(!whole.contains("ruft am Montag an"), "the note stays here: {whole}");
        assert!(whole.contains("Schutz einer anderen Person"), "{whole}");
    }
    assert!(said.contains("Art. 79") && said.contains("nicht mitgeteilt"), "{said}");
}

#[test]
fn why_a_persons_data_were_decided_is_gone_through_and_told_or_says_why_not() {
    let office = office();
    let person = known(&office);
    let decided = |reason: &str| {
        let fields = [("phone".to_owned(), "02542 1234".to_owned())].into();
        office
            .desk
            .act_as(&office.clerk, |hand| hand.change_person(person, fields, reason))
            .expect("decided");
    };
    decided("laut Ausweis");
    decided("sagt die Nachbarin Frau Horch");
    decided("");
    let review = office.desk.review_disclosure(&office.clerk, person).expect("reviewed");
    let reasons: Vec<_> = review.asked.iter().filter(|asked| asked.number == "Daten zur Person").collect();
    let told: Vec<_> = reasons.iter().map(|asked| (asked.label.as_str(), asked.text.as_str())).collect();
    let label = "Grund einer Änderung vom 24.11.2026";
    assert_eq!(told, [(label, "laut Ausweis"), (label, "sagt die Nachbarin Frau Horch")]);

    let mut looked = looked(&office, &office.clerk, person, false);
    let _ = looked.verdicts.remove(&reasons[1].item);
    let folder = office.dir.path();
    let unread = office.desk.disclose(&office.clerk, person, &looked, folder).expect_err("unread");
    assert_eq!(unread.problems()[0].id, "disclose-unread");
    let verdict = Verdict::Withheld("Schutz einer anderen Person".into());
    let _ = looked.verdicts.insert(reasons[1].item.clone(), verdict);
    let told = office.desk.disclose(&office.clerk, person, &looked, folder).expect("disclosed");
    for whole in [text(&told.folder), data(&told.folder).to_string()] {
        assert!(whole.contains("laut Ausweis") && whole.contains("Schutz einer anderen Person"), "{whole}");
        assert!(!whole.contains("Horch"), "the neighbour stays here: {whole}");
    }
}

#[test]
fn who_is_perhaps_entered_twice_is_told_before_anything_is_disclosed() {
    let office = office();
    let person = known(&office);
    let twin = office.desk.person(&office.clerk, person).expect("the person").fields;
    let twin = office.desk.save_person(&office.clerk, None, &twin).expect("entered once more");
    let review = office.desk.review_disclosure(&office.clerk, person).expect("reviewed");
    assert_eq!(review.doubles.len(), 1, "{review:?}");
    let verdicts = review.asked.iter().map(|asked| (asked.item.clone(), Verdict::Told)).collect();
    let looked = Looked { verdicts, ..Looked::default() };
    let folder = office.dir.path();
    let refused = office.desk.disclose(&office.clerk, person, &looked, folder).expect_err("a double");
    assert_eq!(refused.problems()[0].id, "disclose-doubles");
    office.desk.tell_apart(&office.clerk, person, twin).expect("told apart");
    let told = office.desk.disclose(&office.clerk, person, &looked, folder);
    let _ = told.expect("nobody is perhaps the same any more");
}

/// Whoever got a package is named with the day it was sent and its paragraph; one that only waits was told nothing.
#[test]
fn bodies_that_got_packages_are_named() {
    let office = office();
    let person = known(&office);
    let cases = office.desk.cases_of_person(&office.clerk, person).expect("cases");
    let trade = cases.iter().find(|row| row.service == "gewerbe-anmeldung").expect("the notice").id;
    let folder = office.dir.path().join("Mitteilungen");
    let written = office.desk.write_notices_at(&office.clerk, trade, &folder);
    let _ = written.unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    let sheet = office.desk.sheet(&office.clerk, trade).expect("the case");
    let bodies: Vec<String> = sheet.case.notices().iter().map(|notice| notice.body.clone()).collect();
    let sent = &bodies[..1];
    let step = crate::domain::case::NoticeStep::Sent;
    let _ = office.desk.note_notices(&office.clerk, trade, sent, step, None, "").expect("noted");
    let told = disclose(&office, &office.clerk, person, false).expect("disclosed");
    let recipients = data(&told.folder).to_string();
    let labels = sheet.service.receiving.iter().flat_map(|receiving| &receiving.bodies);
    let label = |id: &String| {
        let body = labels.clone().find(|body| body.id == *id).expect("a body");
        (body.label.de.clone(), body.law.clone())
    };
    let (name, law) = label(&bodies[0]);
    let said = text(&told.folder);
    for part in [name.as_str(), law.as_str(), "24.11.2026"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let (waits, _) = label(&bodies[1]);
    assert!(recipients.contains(&name) && !recipients.contains(&waits), "{waits} was told nothing");
}
