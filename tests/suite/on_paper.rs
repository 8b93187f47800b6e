//! What the whole window brings on paper or into a file: the work list, a till's journal, a disclosure that is gone through. By
//! keyboard alone.

use std::path::Path;

use amtsstube::desk::look::{Filter, Page, Sort, View};
use amtsstube::domain::decide::Command;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;

use crate::manned::{ByHand, Office};

#[test]
fn the_work_list_comes_as_a_paper_with_the_print_key_and_goes_again() {
    let office = Office::new();
    let mut window = office.window(1366.0, 768.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F3);
    window.tab_to("cases-list");
    window.key(Named::End);
    window.tab_to("cases");
    window.ctrl("p");
    assert_eq!(window.at(), "page", "the paper has the keyboard");
    window.picture("work-list", Theme::Light);
    for part in ["Arbeitsliste", "Alle Vorgänge", "Eingang, absteigend", "Ada Terhürne-Sträterhoff"] {
        assert!(window.has_text(part), "{part} is not told beside the picture");
    }
    let filter = Filter { view: View::All, ..Filter::default() };
    let rows = office.desk.cases(&office.session, &filter, Sort::default(), &Page::first(9)).unwrap();
    assert!(rows.len() > 6 && rows.iter().all(|row| window.has_text(&row.number)), "every case of the list");
    window.key(Named::Escape);
    assert_eq!(window.at(), "cases");
}

/// What was just issued is looked at before it is handed over: the page has the height, and what it says the side.
#[test]
fn a_paper_that_was_just_issued_is_seen_and_not_a_slice_of_it() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("clerk", "1357");
    let filed = office.intake("beglaubigung", false);
    office.desk.save_draft(&office.session, &filed).unwrap();
    window.key(Named::F2);
    let resumes = |window: &mut crate::window::Window<amtsstube::ui::app::App>| {
        let tree = window.tree();
        let label = tree.nodes.iter().find(|(id, _)| *id == tree.focus).and_then(|(_, node)| node.label());
        window.at().starts_with("parked.") && label.is_some_and(|label| label.contains("Beglaubigung"))
    };
    for _ in 0..20 {
        if resumes(&mut window) {
            break;
        }
        window.key(Named::Tab);
    }
    window.key(Named::Enter);
    for _ in 0..6 {
        if window.at() == "next-intake" {
            break;
        }
        window.finish();
    }
    assert_eq!(window.at(), "next-intake", "{:?}", window.texts());
    window.tab_to_prefix("view.");
    window.key(Named::Enter);
    assert_eq!(window.at(), "page");
    window.picture("counter-paper", Theme::Light);
    let seen = window.standing().and_then(|stop| stop.seen).expect("the page is seen");
    assert!(seen.height > 400.0 && seen.width > 600.0, "{seen:?}");
}

#[test]
fn the_journal_is_saved_as_a_file_from_the_window() {
    let office = Office::new();
    let folder = tempfile::tempdir().unwrap();
    let mut window = office.window(1366.0, 768.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F5);
    window.tab_to("till-pages");
    window.key(Named::ArrowRight);
    window.enter("till-save");
    assert_eq!(window.at(), "chooser");
    save_as(&mut window, &folder.path().join("journal.csv"));
    let csv = std::fs::read_to_string(folder.path().join("journal.csv")).expect("saved");
    assert!(csv.lines().count() > 1 && csv.contains(";26,00;"), "{csv}");
    assert_eq!(window.at(), "till-save");
    assert!(window.says("Gespeichert"));
}

/// The name that is offered makes room for a path.
fn save_as(window: &mut crate::window::Window<amtsstube::ui::app::App>, path: &Path) {
    window.key(Named::End);
    (0..300).for_each(|_| window.key(Named::Backspace));
    window.type_text(&path.display().to_string());
    window.finish();
}

#[test]
fn nothing_is_disclosed_before_each_note_was_read() {
    let office = Office::new();
    let folder = tempfile::tempdir().unwrap();
    let filter = Filter { view: View::All, ..Filter::default() };
    for row in office.desk.cases(&office.session, &filter, Sort::default(), &Page::first(99)).unwrap() {
        let note = Command::Note { text: "Hinweis einer Nachbarin".to_owned(), call: false };
        office.desk.act(&office.session, row.id, note).unwrap();
    }
    let mut window = office.window(1366.0, 768.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F4);
    window.type_text("Schillingsfürst");
    window.enter("persons");
    window.enter("persons-disclose");
    assert!(window.says("Vor der Auskunft durchsehen"), "{:?}", window.at());
    assert!(window.says("Hinweis einer Nachbarin"));
    window.picture("disclosure-review", Theme::Light);
    window.finish();
    assert!(window.says("noch nicht durchgesehen"), "what was not judged is told");
    if window.says("Vielleicht noch einmal eingetragen") {
        window.tab_to("review-alone");
        window.key(Named::Space);
    }
    window.tab_to("review-0");
    window.key(Named::Space);
    window.key(Named::ArrowRight);
    window.finish();
    assert!(window.says("fehlt der Grund"), "what is withheld wants a reason");
    window.tab_to("review-reason-0");
    window.type_text("Schutz einer Hinweisgeberin");
    window.finish();
    assert_eq!(window.at(), "chooser");
    save_as(&mut window, &folder.path().join("Auskunft"));
    let data = std::fs::read_to_string(folder.path().join("Auskunft/Auskunft.json")).expect("disclosed");
    assert!(!data.contains("Nachbarin") && data.contains("Schutz einer Hinweisgeberin"), "{data}");
    assert!(office.desk.verify().unwrap().is_clean());
}
