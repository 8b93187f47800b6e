//! A portal gets its answer: the receipt lies in the folder once the case is filed, by one key, once, and anew when it is corrected.

use super::{UUID, message, news, signed_in};
use crate::manned::{ByHand as _, Office};
use amtsstube::desk::correct::Wanted;
use amtsstube::desk::inbox::answer::{Answer, FOLDER};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::problem::Problem;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An office whose inbox holds one notice, which is a case.
fn filed() -> (Office, TempDir, CaseId) {
    let (office, folder) = (Office::new(), tempfile::tempdir().unwrap());
    let path = folder.path().join("anzeige.xml");
    std::fs::write(&path, message(&office, UUID)).unwrap();
    office.desk.set_inbox_folder(&office.session, folder.path().to_str().unwrap()).unwrap();
    let came = office.desk.take_in_file(&office.session, &path, None).unwrap();
    assert_eq!(answer(&office), None, "a draft has no receipt");
    let mut intake = office.desk.draft(&office.session, came.draft).unwrap().unwrap();
    let service = office.desk.service(&intake.service, &intake.version).unwrap();
    intake.documents = service.documents.iter().map(|document| document.id.clone()).collect();
    let filed = office.desk.file_case(&office.session, &intake).unwrap();
    (office, folder, filed.case)
}

fn answer(office: &Office) -> Option<Answer> {
    office.desk.inbox(&office.session).unwrap().letters.remove(0).answer
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn corrected(office: &Office, case: CaseId, field: &str, value: Value) {
    let wanted = Wanted {
        answers: [(field.to_owned(), value)].into(),
        seen: [].into(),
        reason: "verlesen".into(),
        own_mistake: Some(true),
        fees: None,
    };
    let _ = office.desk.correct(&office.session, case, &wanted, "de").unwrap();
}

#[test]
fn the_receipt_lies_there_by_one_key_and_once() {
    let (office, folder, case) = filed();
    assert!(matches!(answer(&office), Some(Answer::Due(..))), "{:?}", answer(&office));
    let mut window = signed_in(&office);
    window.key(Named::F3);
    window.ctrl("o");
    assert!(window.says("Eine Empfangsbescheinigung liegt noch nicht"), "{:?}", window.texts());
    window.picture("inbox-answer-due", Theme::Light);
    window.finish();
    assert!(window.says("Eine Antwort liegt für das Portal bereit"), "{:?}", window.texts());
    window.picture("inbox-answer-laid", Theme::Light);
    let laid = files(folder.path());
    let papers = office.desk.papers_of(&office.session, case).unwrap();
    let receipt = papers.iter().find(|paper| paper.kind == "empfangsbescheinigung").unwrap();
    let bytes = office.desk.paper_bytes(&office.session, receipt.id).unwrap();
    let name = laid[0].file_name().unwrap().to_str().unwrap().to_owned();
    let is_pdf = laid[0].extension().is_some_and(|own| own == "pdf");
    assert!(name.starts_with("anzeige-empfangsbescheinigung-") && is_pdf, "{name}");
    assert_eq!((laid.len(), std::fs::read(&laid[0]).unwrap() == bytes), (1, true));
    assert!(window.says(&format!("antworten/{name}")), "{:?}", window.texts());
    window.finish();
    news(&mut window);
    assert_eq!(files(folder.path()), laid, "nothing is due");
    window.key(Named::Enter);
    assert!(window.says("Antwort an das Portal bereitgelegt"), "{:?}", window.texts());
}

#[test]
fn a_corrected_receipt_is_another_answer_and_the_first_one_stays() {
    let (office, folder, case) = filed();
    assert_eq!(office.desk.lay_answers(&office.session).unwrap().laid.len(), 1);
    let first = files(folder.path());
    corrected(&office, case, "geschaeftsbezeichnung", json!("Rad und Tat"));
    assert!(matches!(answer(&office), Some(Answer::Due(..))), "{:?}", answer(&office));
    assert_eq!(office.desk.lay_answers(&office.session).unwrap().laid.len(), 1);
    let both = files(folder.path());
    assert!(both.len() == 2 && both.contains(&first[0]), "{both:?}");
    assert!(matches!(answer(&office), Some(Answer::Laid(_))));
}

#[test]
fn what_the_portal_has_fetched_is_not_laid_again() {
    let (office, folder, case) = filed();
    assert_eq!(office.desk.lay_answers(&office.session).unwrap().laid.len(), 1);
    let notes = || office.desk.sheet(&office.session, case).unwrap().case.timeline.len();
    let before = notes();
    std::fs::remove_file(&files(folder.path())[0]).unwrap();
    assert!(matches!(answer(&office), Some(Answer::Laid(_))), "{:?}", answer(&office));
    assert!(office.desk.lay_answers(&office.session).unwrap().laid.is_empty());
    assert_eq!((files(folder.path()), notes()), (Vec::new(), before));
}

#[test]
fn what_keeps_an_answer_away_is_told_and_nothing_half_lies_there() {
    let (office, folder, _) = filed();
    let Some(Answer::Due(_, name)) = answer(&office) else { panic!("not due") };
    let answers = folder.path().join(FOLDER);
    std::fs::write(&answers, b"in the way").unwrap();
    let told = office.desk.lay_answers(&office.session).unwrap();
    assert!(told.laid.is_empty(), "{told:?}");
    let [Problem { id, .. }] = &told.problems[..] else { panic!("{told:?}") };
    assert_eq!(id, "file-failed");
    std::fs::remove_file(&answers).unwrap();
    std::fs::create_dir(&answers).unwrap();
    // What another desk writes just now is no answer yet, and stays.
    let others = answers.join(format!(".{name}.another-desk.part"));
    std::fs::write(&others, b"half").unwrap();
    assert!(matches!(answer(&office), Some(Answer::Due(..))));
    assert_eq!(office.desk.lay_answers(&office.session).unwrap().laid.len(), 1);
    assert_eq!(files(folder.path()), [others, answers.join(name)]);
}

#[test]
fn an_answer_that_cannot_go_over_the_service_is_told_with_what_to_do() {
    let office = Office::new();
    let mut intake = office.intake("gewerbe-anmeldung", false);
    intake.answers_to = Some("anzeige.xml".to_owned());
    let number = office.desk.file_case(&office.session, &intake).unwrap().number;
    let mut window = signed_in(&office);
    window.key(Named::F3);
    window.ctrl("o");
    for said in
        [&format!("Vorgang {number}"), "gehört zu keinem Kreis", "Eilt es, bitte drucken und zusenden"]
    {
        assert!(window.says(said), "{said}: {:?}", window.texts());
    }
    window.picture("inbox-answer-unsent", Theme::Light);
    window.click("answer-otherwise-0");
    assert!(window.says("auf anderem Weg gegeben"), "{:?}", window.texts());
    assert!(!window.says("gehört zu keinem Kreis"), "{:?}", window.texts());
    assert_eq!(office.desk.unsent_answers(&office.session).unwrap(), []);
}
