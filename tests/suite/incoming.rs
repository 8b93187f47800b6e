//! The inbox and the monthly lot in the window: notices of a portal become drafts once, whoever took them; what the statistical
//! office has not got is written, sent and confirmed by keyboard.

mod answer;
mod foreign;

use crate::manned::{ByHand as _, Office};
use crate::window::Window;
use amtsstube::catalogue::{Body, Service};
use amtsstube::desk::Desk;
use amtsstube::desk::inbox::Came;
use amtsstube::desk::inbox::folder::Standing;
use amtsstube::domain::case::NoticeStep;
use amtsstube::domain::decide::Command;
use amtsstube::exchange::read::read;
use amtsstube::exchange::xga::{Message, Office as Sender, write};
use amtsstube::exchange::{Standard, share};
use amtsstube::ui::app::{App, Message as InWindow};
use amtsstube::ui::theme::Theme;
use iced::keyboard::{Key, Modifiers, key::Named};
use std::path::Path;

const UUID: &str = "7d3c9a52-0000-4000-8000-000000000001";

/// A message of the portal for this office.
fn message(office: &Office, uuid: &str) -> String {
    notice(&office.desk, uuid, "05554016")
}

/// A message of a portal for a town.
pub fn notice(desk: &Desk, uuid: &str, municipality: &str) -> String {
    let service: &'static Service = desk.catalogue().current("gewerbe-anmeldung", desk.today()).unwrap();
    let bodies: &[Body] = &service.receiving.as_ref().unwrap().bodies;
    let body = bodies.iter().find(|body| body.id == "erlaubnisbehoerde").unwrap();
    let answers = share(service, &body.fields, &service.example).answers;
    let message = Message {
        body: "ihk",
        to: Sender::default(),
        from: Sender::default(),
        uuid: uuid.into(),
        notice: "n".into(),
        made_at: "2026-11-24T10:00:00+01:00".into(),
        municipality,
        number: "P-1",
        corrects: false,
        form: "GewA1",
    };
    String::from_utf8(write(Standard::newest().unwrap(), &message, service, &answers).unwrap()).unwrap()
}

fn signed_in(office: &Office) -> Window<App> {
    let mut window = office.window(1366.0, 768.0);
    window.sign_in("clerk", "1357");
    window
}

fn news(window: &mut Window<App>) {
    let task = window.program.update(InWindow::FilesChanged);
    window.run(task);
}

/// Sets the folder in the administration and opens the inbox.
fn at_the_inbox(office: &Office, folder: &Path) -> Window<App> {
    let mut window = signed_in(office);
    window.key(Named::F3);
    window.ctrl("o");
    assert!(window.says("Kein Ordner eingestellt"), "{:?}", window.texts());
    window.key(Named::F8);
    window.tab_to("inbox_folder");
    window.type_text("/gibt/es/nicht");
    window.key(Named::Enter);
    assert!(window.says("ist kein Ordner"), "{:?}", window.texts());
    window.key(Named::End);
    for _ in 0..20 {
        window.key(Named::Backspace);
    }
    window.type_text(folder.to_str().unwrap());
    window.key(Named::Enter);
    assert_eq!(office.desk.inbox_folder().unwrap().as_deref(), Some(folder));
    window.key(Named::F3);
    window.ctrl("o");
    window
}

#[test]
fn a_notice_of_the_portal_becomes_a_draft_at_the_counter_and_is_taken_once() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let mut window = at_the_inbox(&office, folder.path());
    assert!(window.says("Im Ordner liegt keine Gewerbeanzeige"), "{:?}", window.texts());
    let right = message(&office, UUID);
    std::fs::write(folder.path().join("anzeige.xml"), &right).unwrap();
    let bomb = right.replacen("<!--", "<!DOCTYPE x [<!ENTITY a \"b\">]><!--", 1);
    std::fs::write(folder.path().join("boese.xml"), bomb).unwrap();
    let large = std::fs::File::create(folder.path().join("riesig.xml")).unwrap();
    large.set_len(100 << 20).unwrap();
    std::fs::write(folder.path().join("liesmich.txt"), "nichts").unwrap();
    news(&mut window);
    window.tab_to("inbox");
    window.key(Named::End);
    window.key(Named::Home);
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.extend(window.texts());
        window.key(Named::ArrowDown);
    }
    for part in ["anzeige.xml", "neu", "boese.xml", "nicht lesbar", "Zeile 2", "riesig.xml"] {
        assert!(seen.iter().any(|text| text.contains(part)), "{part}: {seen:?}");
    }
    assert!(!seen.iter().any(|text| text.contains("liesmich")));
    window.picture("inbox", Theme::Light);
    // To the one that can be taken.
    window.key(Named::Home);
    for _ in 0..3 {
        if window.says("Annehmen und öffnen") {
            break;
        }
        window.key(Named::ArrowDown);
    }
    window.key(Named::Enter);
    assert!(window.has_text("Gewerbe-Anmeldung") && !window.says("Posteingang"), "{:?}", window.texts());
    window.picture("inbox-counter", Theme::Light);
    let draft = office.desk.drafts(&office.session).unwrap().remove(0);
    let intake = office.desk.draft(&office.session, draft.id).unwrap().unwrap();
    assert_eq!(intake.channel.name(), "portal");
    assert_eq!(intake.enclosures[0].name, "anzeige.xml", "the original is attached");
    // The same message as another file, and the same bytes again: neither becomes a second draft.
    std::fs::write(folder.path().join("nochmal.xml"), right.replace("10:00:00", "11:00:00")).unwrap();
    let _ = std::fs::copy(folder.path().join("anzeige.xml"), folder.path().join("kopie.xml")).unwrap();
    let standing = |name: &str| {
        let inbox = office.desk.inbox(&office.session).unwrap();
        inbox.letters.into_iter().find(|letter| letter.name == name).unwrap().standing
    };
    assert_eq!(standing("anzeige.xml"), Standing::Taken(Came::Draft(draft.id)));
    assert_eq!(standing("kopie.xml"), Standing::Taken(Came::Draft(draft.id)));
    assert_eq!(standing("nochmal.xml"), Standing::Known);
    let path = folder.path().join("kopie.xml");
    let again = office.desk.take_in_file(&office.session, &path, None).unwrap_err();
    assert_eq!(again.problems()[0].id, "inbox-there");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 6, "nothing was deleted");
}

#[test]
fn the_same_bytes_at_an_unrelated_case_keep_no_notice_away_and_a_filed_one_names_its_case() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let path = folder.path().join("anzeige.xml");
    std::fs::write(&path, message(&office, UUID)).unwrap();
    let other = office.file("beglaubigung", false);
    office.desk.attach_to_case(&office.session, other, &path, None).unwrap();
    office.desk.set_inbox_folder(&office.session, folder.path().to_str().unwrap()).unwrap();
    let standing = || office.desk.inbox(&office.session).unwrap().letters.remove(0).standing;
    assert!(matches!(standing(), Standing::Waits(_)), "{:?}", standing());
    let came = office.desk.take_in_file(&office.session, &path, None).unwrap();
    let mut intake = office.desk.draft(&office.session, came.draft).unwrap().unwrap();
    let service = office.desk.service(&intake.service, &intake.version).unwrap();
    intake.documents = service.documents.iter().map(|document| document.id.clone()).collect();
    let filed = office.desk.file_case(&office.session, &intake).unwrap();
    assert!(matches!(standing(), Standing::Taken(Came::Case(id, _)) if id == filed.case), "{:?}", standing());
}

#[test]
fn the_months_notices_are_seen_written_sent_and_confirmed_by_keyboard() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let (desk, session) = (&office.desk, &office.session);
    let month = desk.today();
    let lot = desk.lot(session, month).unwrap();
    assert_eq!(lot.cases.len(), 1, "the trade notice of the office");
    let mut window = signed_in(&office);
    window.key(Named::F3);
    window.ctrl("e");
    window.tab_to("lot-month");
    window.key(Named::Home);
    window.tab_to("lot");
    assert!(window.says(&lot.cases[0].1) && window.says("mitzuteilen"), "{:?}", window.texts());
    window.picture("lot", Theme::Light);
    window.key(Named::Enter);
    assert!(window.has_text("Seite 1 von"), "{:?}", window.texts());
    window.picture("lot-preview", Theme::Light);
    window.key(Named::Escape);
    window.finish();
    window.chord(Modifiers::CTRL, Key::Character("a".into()));
    window.type_text(&format!("{}/lot.xml", folder.path().display()));
    window.key(Named::Enter);
    window.picture("lot-written", Theme::Light);
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files, [folder.path().join("lot.xml")]);
    let root = read(&std::fs::read(&files[0]).unwrap()).unwrap();
    let records = root.children.iter().filter(|child| child.local() == "satz");
    let numbers: Vec<&str> = records.map(|record| record.text_at("anmeldung/gemeindeMeldungNr")).collect();
    assert_eq!(numbers, [lot.cases[0].1.as_str()], "the notice that was seen, and no other");
    assert!(window.says("Geschrieben: ") && window.says("lot.xml"), "{:?}", window.texts());
    window.enter("lot-note-sent");
    assert!(window.says("mitgeteilt"), "{:?}", window.texts());
    window.enter("lot-note-confirmed");
    assert!(window.says("Eingang bestätigt"), "{:?}", window.texts());
    let lot = desk.lot(session, month).unwrap();
    assert_eq!((lot.cases.len(), lot.sent.len()), (0, 1));
    assert_eq!(
        desk.note_lot(session, month, NoticeStep::Sent).unwrap_err().problems()[0].id,
        "lot-note-none"
    );
    // A month later nothing of it is looked at again.
    let later = month.checked_add_months(chrono::Months::new(1)).unwrap();
    let judged = || desk.lot(session, later).unwrap().judged;
    assert_eq!(judged(), 0);
    let note = Command::Note { text: "angerufen".into(), call: true };
    desk.act(session, lot.sent[0].0, note).unwrap();
    assert_eq!((judged(), judged()), (1, 0), "once, because it was written to");
}

#[test]
fn letters_typed_on_the_tabs_narrow_the_list_and_esc_in_the_print_jobs_goes_back() {
    let office = Office::new();
    let mut window = signed_in(&office);
    window.key(Named::F3);
    window.tab_to("cases-list");
    window.type_text("wuest");
    assert!(window.has_text("wuest") && window.at() == "cases-text", "{}", window.at());
    window.key(Named::F4);
    window.ctrl("d");
    assert!(window.says("Druckaufträge"));
    window.key(Named::Escape);
    assert!(!window.says("Druckaufträge") && window.has_text("Personen"), "{:?}", window.texts());
}

/// Between writing the file and noting it as sent somebody files another notice, and it goes into a file of its own.
#[test]
fn what_is_noted_as_sent_is_what_the_file_is_made_of() {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let (desk, session) = (&office.desk, &office.session);
    let month = desk.today();
    let (first, _) = desk.write_lot_at(session, month, &folder.path().join("a.xml")).unwrap();
    let later = office.file("gewerbe-anmeldung", true);
    let (both, _) = desk.write_lot_at(session, month, &folder.path().join("b.xml")).unwrap();
    assert_eq!((first.packages.len(), both.packages.len()), (1, 2));
    assert_eq!(desk.note_lot_sent(session, &first.packages).unwrap(), 1);
    let lot = desk.lot(session, month).unwrap();
    assert_eq!(lot.cases.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [later]);
    assert_eq!(lot.sent.len(), 1);
}
