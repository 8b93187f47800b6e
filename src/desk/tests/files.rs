//! Files through the desk: attached to a draft and a case, looked at, saved, and the town's coat of arms.

use super::*;
use crate::desk::look::Viewable;
use crate::desk::paper::Scene;
use crate::domain::case::Case;
use crate::paper::raster::{self, Pixels};
use std::path::PathBuf;

fn put(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.dir.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

fn shield(width: u32, height: u32) -> Vec<u8> {
    let colour = |x: u32, y: u32| if x * height > y * width { [200, 16, 46] } else { [255, 205, 0] };
    let rgb = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    Pixels { width, height, rgb }.png(16).expect("a picture")
}

fn case(office: &Office, id: crate::domain::id::CaseId) -> Case {
    office.desk.sheet(&office.clerk, id).expect("the case").case
}

#[test]
fn a_file_of_a_draft_survives_the_window_and_becomes_the_cases() {
    let office = office();
    let mut intake = example(&office, "gewerbe-anmeldung");
    let scan = put(&office, "Karte.png", &shield(120, 160));
    let (desk, clerk) = (&office.desk, &office.clerk);
    let file = desk.attach(clerk, &intake, &scan, Some("handwerkskarte")).expect("attached");
    // The window is killed here: the draft alone knows the file, and its bytes.
    std::fs::remove_file(&scan).expect("gone");
    intake = desk.draft(clerk, intake.case).expect("read").expect("the draft is there");
    assert_eq!(intake.enclosures, std::slice::from_ref(&file));
    let seen = desk.leaf(clerk, &Viewable::Enclosure(intake.case, file.blob), 0, 3.0).expect("a picture");
    assert_eq!((seen.pages, seen.picture.width), (1, 120));
    assert!(desk.enclosure_bytes(&office.admin, intake.case, file.blob).is_err(), "somebody else's draft");
    let filed = desk.file_case(clerk, &intake).expect("filed");
    let attached = case(&office, filed.case).attachments;
    assert_eq!(attached.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["Karte.png"]);
    let out = office.dir.path().join("Kopie.png");
    desk.save_copy(clerk, &Viewable::Attachment(filed.case, file.blob), &out).expect("saved");
    assert_eq!(std::fs::read(&out).expect("there"), shield(120, 160));
    assert!(desk.verify().expect("verified").is_clean());
}

#[test]
fn the_same_file_twice_and_one_that_is_gone_are_refused() {
    let office = office();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let scan = put(&office, "a.pdf", b"%PDF-1.7");
    let mut intake = example(&office, "gewerbe-anmeldung");
    let file = desk.attach(clerk, &intake, &scan, None).expect("attached");
    intake.enclosures.push(file);
    let twice = desk.attach(clerk, &intake, &scan, None).expect_err("twice");
    assert_eq!(twice.problems()[0].id, "attachment-there");
    let unknown = desk.attach(clerk, &intake, &scan, Some("geburtsurkunde")).expect_err("unknown");
    assert_eq!(unknown.problems()[0].id, "document-unknown");
    // Another window has taken the file out of the draft.
    desk.save_draft(clerk, &Intake { enclosures: Vec::new(), ..intake.clone() }).expect("saved");
    assert_eq!(desk.file_case(clerk, &intake).expect_err("gone").problems()[0].id, "attachment-gone");
    intake.enclosures.clear();
    let _ = desk.file_case(clerk, &intake).expect("filed without it");
}

#[test]
fn a_document_brought_later_completes_the_case_and_is_there_for_those_who_may_read_it() {
    let office = office();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let filed = desk.file_case(clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let missing = |office: &Office| {
        let sheet = office.desk.sheet(&office.clerk, filed.case).expect("the case");
        sheet.assessment.missing().map(|document| document.id.clone()).collect::<Vec<_>>()
    };
    assert!(missing(&office).contains(&"handwerkskarte".to_owned()), "{:?}", missing(&office));
    let scan = put(&office, "Scan0007.pdf", b"%PDF-1.7 not really");
    desk.attach_to_case(clerk, filed.case, &scan, Some("handwerkskarte")).expect("attached");
    assert!(!missing(&office).contains(&"handwerkskarte".to_owned()));
    let again = desk.attach_to_case(clerk, filed.case, &scan, Some("handwerkskarte")).expect_err("twice");
    assert_eq!(again.problems()[0].id, "attachment-there");
    desk.attach_to_case(clerk, filed.case, &scan, None).expect("free as well");
    let case = case(&office, filed.case);
    assert_eq!((case.attachments.len(), case.documents["handwerkskarte"]), (2, desk.today()));
    let blob = case.attachments.first().expect("one").blob;
    assert!(
        desk.attachment_bytes(&office.admin, filed.case, blob).is_err(),
        "an administrator reads no case"
    );
    let what = Viewable::Attachment(filed.case, blob);
    assert_eq!(desk.leaf(clerk, &what, 0, 3.0).expect_err("broken").problems()[0].id, "paper-unreadable");
}

#[test]
fn looking_begins_where_the_last_file_was() {
    let office = office();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let folder = office.dir.path().join("Scans");
    std::fs::create_dir(&folder).expect("made");
    std::fs::write(folder.join("a.pdf"), b"%PDF-1.7").expect("written");
    let intake = example(&office, "fundsache");
    let _ = desk.attach(clerk, &intake, &folder.join("a.pdf"), None).expect("attached");
    assert_eq!(desk.begin_folder(clerk, folder::Purpose::Attach).expect("a folder"), folder);
    assert_ne!(desk.begin_folder(clerk, folder::Purpose::Save).expect("a folder"), folder);
    std::fs::remove_dir_all(&folder).expect("gone");
    assert!(desk.begin_folder(clerk, folder::Purpose::Attach).expect("another").is_dir());
}

#[test]
fn arms_are_kept_small_drawn_in_letters_and_taken_out_again() {
    let office = office();
    let (desk, admin) = (&office.desk, &office.admin);
    // As awkward as arms can be: no pixel like its neighbour.
    let noise =
        (0..900_u32 * 1200 * 3).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap_or(0));
    let noise = Pixels { width: 900, height: 1200, rgb: noise.collect() }.png(256).expect("a picture");
    desk.set_arms(admin, &put(&office, "Rauschen.png", &noise)).expect("set");
    let without = desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    desk.set_arms(admin, &put(&office, "Wappen.png", &shield(600, 800))).expect("set");
    let shown = desk.arms().expect("read").expect("there");
    assert_eq!((shown.width, shown.height), (159, 213));
    let filed = desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    for case in [&without, &filed] {
        for paper in &case.papers {
            let bytes = desk.paper_bytes(&office.clerk, paper.id).expect("the bytes");
            assert!(bytes.len() < 45_000, "{} has {} bytes", paper.kind, bytes.len());
        }
    }
    assert!(
        desk.set_arms(&office.clerk, &put(&office, "x.png", &shield(300, 400))).is_err(),
        "not hers to set"
    );
    desk.remove_arms(admin).expect("removed");
    assert_eq!(desk.arms().expect("read"), None);
    // A paper of an earlier day is written again with the arms of that day.
    let again = |hand: &mut crate::desk::hand::Hand<'_, '_, '_>| {
        let case = hand.case(without.case)?;
        let papers = case.papers.iter().map(|paper| {
            let then = Scene::then(hand, &case, paper.issued.paper)?.render(&paper.issued.kind)?;
            Ok((paper.issued.sha256.0, then.sha256()))
        });
        papers.collect::<Result<Vec<_>, DeskError>>()
    };
    for (issued, again) in desk.act_as(&office.clerk, again).expect("written again") {
        assert_eq!(issued, again);
    }
    assert!(desk.verify().expect("verified").is_clean());
}

#[test]
fn a_picture_that_is_none_for_a_letterhead_is_refused_in_words() {
    let office = office();
    let refusal = |name: &str, bytes: &[u8]| {
        let path = put(&office, name, bytes);
        office.desk.set_arms(&office.admin, &path).expect_err("refused").problems().remove(0).id
    };
    assert_eq!(refusal("winzig.png", &shield(40, 50)), "arms-too-small");
    assert_eq!(refusal("Banner.png", &shield(800, 120)), "arms-drawn-out");
    assert_eq!(refusal("Brief.pdf", b"%PDF-1.7"), "picture-unreadable");
    assert_eq!(refusal("leer.png", b""), "file-empty");
    let typed = [(keys::ARMS.to_owned(), "0".repeat(64))].into();
    let problems = office.desk.set_town(&office.admin, &typed).expect_err("not typed").problems();
    assert_eq!(problems[0].id, "arms-not-typed");
    assert!(raster::read(&shield(40, 50)).is_ok());
}
