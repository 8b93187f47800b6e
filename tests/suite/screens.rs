//! The list, the case, the persons, the search and the administration by keyboard, with the desk itself behind them on
//! an encrypted database.

mod action;
mod aloud;
mod correct;
mod dialogs;
mod every;
mod inaction;
mod land;
mod office;
mod preview;
mod ruling;
mod signing;

use crate::hands::Hands;
use amtsstube::desk::procedure::Intends;
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::case::Outcome;
use amtsstube::domain::id::CaseId;
use amtsstube::ui::screen::{Route, calendar, case, cases, persons, search, settings};
use amtsstube::ui::theme::Theme;
use chrono::Months;
use iced::keyboard::key::Named;
use office::{Office, file_as};

#[test]
fn the_list_shows_the_case_and_enter_opens_it() {
    let mut hands = Office::<cases::State>::open(|desk, session, _| cases::State::new(session, desk.today()));
    assert!(hands.says("Meine 1") && hands.says("Offen 1"), "who filed a case and may work on it has it");
    hands.picture("cases", Theme::Light);
    assert!(hands.says("Empfangsbescheinigung"), "papers stand beside the chosen case");
    hands.tell(cases::Message::RowOpened(0));
    assert!(matches!(hands.screen.gone, Some(Route::Case(_))));
}

/// A calendar on which the filed case has a reminder today and one in arrears, on a licence that is to be decided.
fn with_days(desk: &Desk, session: &Session, filed: CaseId) {
    let today = desk.today();
    desk.follow_up(session, filed, today, "Gewerbeschein abholen lassen").expect("a reminder");
    let licence = file_as(desk, session, "gestattung");
    let intends = Intends { outcome: Outcome::Refused, reasons: "Lärm".to_owned(), due_on: None };
    let _ = desk.hear(session, licence, &intends).expect("heard");
}

#[test]
fn the_calendar_is_gone_through_by_keys_down_to_the_case() {
    let open = |desk: &Desk, session: &Session, filed| {
        with_days(desk, session, filed);
        calendar::State::new(session, desk.today(), None)
    };
    let mut hands = Office::<calendar::State>::open(open);
    assert_eq!(hands.focused().as_deref(), Some("calendar-month"));
    assert!(hands.says("heute, 1 Wiedervorlage"), "the grid says the day in full");
    assert!(hands.says("Di 24.11. · Wiedervorlage"), "the week's list has its line");
    hands.picture("calendar", Theme::Light);
    hands.picture("calendar-dark", Theme::Dark);
    hands.picture("calendar-contrast", Theme::HighContrast);
    let month = |hands: &mut Hands<Office<calendar::State>>, ahead: u32| {
        let day = hands.screen.desk.today() + Months::new(ahead);
        hands.says(&format!("Kalender {}", amtsstube::words::month(day)))
    };
    assert!(month(&mut hands, 0));
    hands.key(Named::PageDown);
    assert!(month(&mut hands, 1) && !month(&mut hands, 0), "a month on");
    hands.key(Named::Home);
    assert!(month(&mut hands, 0), "back at today");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("calendar-days"), "the day's list");
    assert!(hands.says("Von der Stelle selbst gesetzt"), "why the day is that day");
    hands.key(Named::Tab);
    assert_eq!(hands.focused().as_deref(), Some("calendar-why"), "one key behind the list");
    hands.key(Named::Escape);
    assert_eq!(hands.focused().as_deref(), Some("calendar-month"));
    hands.types("2");
    assert_eq!(hands.focused().as_deref(), Some("calendar-date"), "a digit begins a date");
    hands.types("41226");
    assert!(hands.says("Kalender Dezember 2026") && hands.says("25. Dezember 2026, Erster Weihnachtstag"));
    hands.picture("calendar-december", Theme::Light);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("calendar-month"));
    hands.ctrl_letter("r");
    assert_eq!(hands.focused().as_deref(), Some("calculator-on"));
    assert!(hands.says("Ende: Montag, 25. Januar 2027"), "a month from 24 December, a Sunday passed over");
    hands.picture("calculator", Theme::Light);
    hands.key(Named::Escape);
    hands.key(Named::Home);
    hands.key(Named::Enter);
    hands.key(Named::Enter);
    assert!(matches!(hands.screen.gone, Some(Route::Case(_))));
}

/// Beside each other on a large screen, below each other where the text is large; a cell too narrow says it in short.
#[test]
fn the_calendar_stands_in_every_window() {
    for (name, window) in [
        ("calendar-1920", (1920.0, 1080.0)),
        ("calendar-150", (1366.0 / 1.5, 768.0 / 1.5)),
        ("calendar-200", (683.0, 384.0)),
        ("calendar-400", (320.0, 256.0)),
    ] {
        let mut hands = Office::<calendar::State>::open_in(window, |desk, session, filed| {
            with_days(desk, session, filed);
            calendar::State::new(session, desk.today(), None)
        });
        hands.picture(name, Theme::Light);
        hands.key(Named::Enter);
        assert_eq!(hands.focused().as_deref(), Some("calendar-days"), "{name}");
    }
}

#[test]
fn a_case_is_noted_in_remembered_and_looked_at() {
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.picture("case", Theme::Light);
    assert!(hands.says("Quittung"), "the receipt stands in the case");
    hands.ctrl_letter("n");
    assert_eq!(hands.focused().as_deref(), Some("over-text"));
    hands.types("Rueckruf erbeten");
    hands.picture("case-note", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Notiz: Rueckruf erbeten"), "the note stands in the history");
    hands.ctrl_letter("t");
    assert_eq!(hands.focused().as_deref(), Some("over-date"));
    hands.ctrl(Named::Enter);
    hands.tell(case::Message::OverClosed);
    hands.tell(case::Message::TakePressed);
    assert!(hands.says("Ada Terhürne"));
    hands.tell(case::Message::PaperOpened(0));
    assert_eq!(hands.focused().as_deref(), Some("page"));
    hands.picture("case-paper", Theme::Light);
    hands.key(Named::PageDown);
    hands.key(Named::Escape);
    assert!(!hands.has("page"), "Esc closes the paper");
}

#[test]
fn somebody_is_found_and_opened() {
    let mut hands = Office::<persons::State>::open(|desk, _, _| persons::State::new(desk.today()));
    assert_eq!(hands.focused().as_deref(), Some("persons-text"));
    hands.types("dur");
    hands.picture("persons", Theme::Light);
    hands.tell(persons::Message::RowOpened(0));
    assert_eq!(hands.focused().as_deref(), Some("family"));
    hands.picture("person", Theme::Dark);
    assert!(hands.says("Ein Vorgang"));
    hands.ctrl(Named::Enter);
    assert!(hands.has("persons-save"));
}

#[test]
fn one_field_finds_the_case() {
    let mut hands = Office::<search::State>::open(|_, _, _| (search::State::default(), search::Action::None));
    hands.tell(search::Message::Typed("gewerbe".into()));
    hands.tell(search::Message::Taken(0));
    assert!(matches!(hands.screen.gone, Some(Route::Case(_))));
}

#[test]
fn the_town_is_changed_and_somebody_is_added() {
    let mut hands =
        Office::<settings::State>::open(|desk, session, _| settings::State::new(desk.catalogue(), session));
    hands.picture("settings-town", Theme::Light);
    hands.tell(settings::Message::ValueTyped("ags".into(), "12".into()));
    hands.ctrl(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("ags"), "a wrong value is shown at its field");
    hands.tell(settings::Message::ValueTyped("ags".into(), "05554020".into()));
    hands.ctrl(Named::Enter);
    assert_eq!(hands.screen.desk.town().unwrap().get("ags"), "05554020");
    hands.tell(settings::Message::PageChosen(1));
    hands.picture("settings-users", Theme::Light);
    hands.tell(settings::Message::LoginTyped("neu".into()));
    hands.tell(settings::Message::NameTyped("Nora Neu".into()));
    hands.tell(settings::Message::PinTyped("1470".into()));
    hands.tell(settings::Message::AddPressed);
    assert_eq!(hands.screen.desk.users(&hands.screen.session).unwrap().len(), 3);
}

#[test]
fn money_comes_back_in_and_the_case_is_closed_and_opened_again() {
    use amtsstube::ui::screen::preview::Message as Page;
    use case::over::{Kind, Message as Over};
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tell(case::Message::OverOpened(Kind::CancelReceipt("A-2026-000001".into())));
    hands.ctrl(Named::Enter);
    assert!(hands.says("Der Text fehlt"), "a cancelled receipt needs its reason");
    hands.types("Vertippt");
    hands.tell(case::Message::Over(Over::TextTyped("Vertippt".into())));
    hands.ctrl(Named::Enter);
    assert!(hands.says("storniert: Vertippt"));
    hands.tell(case::Message::OverOpened(Kind::Pay));
    hands.tell(case::Message::Over(Over::AmountTyped("30".into())));
    assert!(hands.says("Zurück: 4,00"));
    hands.ctrl(Named::Enter);
    assert!(hands.says("A-2026-000002"), "paid anew under a new number");
    hands.tell(case::Message::OverOpened(Kind::Close));
    hands.ctrl(Named::Enter);
    assert!(hands.has("case-reopen"), "closed");
    hands.tell(case::Message::OverOpened(Kind::Reopen));
    hands.tell(case::Message::Over(Over::TextTyped("Nachtrag".into())));
    hands.ctrl(Named::Enter);
    assert!(hands.says("Wieder aufgenommen: Nachtrag"));
    assert!(!hands.has("case-decide") && hands.has("case-close"), "a notice is not granted");
    hands.tell(case::Message::DocumentTicked("handwerkskarte".into()));
    hands.picture("case-reopened", Theme::HighContrast);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("papier.pdf");
    hands.tell(case::Message::SavePressed);
    assert_eq!(hands.focused().as_deref(), Some("chooser"));
    hands.types(&path.display().to_string());
    hands.key(Named::Enter);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    hands.tell(case::Message::PaperOpened(0));
    hands.tell(case::Message::Preview(Page::NextPressed));
    assert!(hands.says("Seite 2 von 2"));
    // The text of the page itself, from the PDF: its heading is one, a box says whether it is crossed.
    assert!(hands.says("Text der Seite, Seite 2 von 2"), "read from the file");
}

#[test]
fn what_a_service_decides_is_decided_once() {
    use case::over::{Kind, Message as Over};
    let mut hands = Office::<case::State>::open(|desk, session, _| {
        let id = file_as(desk, session, "hundesteuer-anmeldung");
        case::State::new(id, session, desk.today())
    });
    assert!(hands.has("case-decide"));
    hands.tell(case::Message::OverOpened(Kind::Decide));
    hands.tell(case::Message::Over(Over::Chosen(2)));
    hands.ctrl(Named::Enter);
    assert!(hands.says("Die Begründung fehlt"), "a refusal has its reasons");
    hands.tell(case::Message::Over(Over::TextTyped("Der Hund lebt in Borken.".into())));
    hands.ctrl(Named::Enter);
    assert!(!hands.says("Entschieden: abgelehnt"), "nobody is refused unheard");
    hands.tell(case::Message::Over(Over::Step(case::over::steps::Message::GroundChosen(0))));
    hands.ctrl(Named::Enter);
    assert!(hands.says("Entschieden: abgelehnt") && !hands.has("case-decide"));
    hands.picture("case-decided", Theme::HighContrast);
}

#[test]
fn a_lost_paper_has_its_duplicate_and_a_receipt_has_it_free() {
    use case::over::Message as Over;
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    hands.tab_to("case-duplicate");
    hands.key(Named::Enter);
    assert!(hands.says("Nachdruck"), "what a duplicate is not stands there");
    assert!(hands.says("15,00"), "and what it costs");
    hands.tell(case::Message::Over(Over::AmountTyped("20".into())));
    assert!(hands.says("Zurück: 5,00"));
    hands.picture("case-duplicate", Theme::Light);
    hands.ctrl(Named::Enter);
    assert!(hands.says("Zweitschrift ausgestellt: Empfangsbescheinigung vom 24.11.2026"));
    assert!(hands.says("A-2026-000002"), "its fee has its receipt");
    hands.tell(case::Message::PaperChosen(2));
    hands.tab_to("case-duplicate");
    hands.key(Named::Enter);
    assert!(hands.says("Diese Zweitschrift kostet nichts"));
    hands.ctrl(Named::Enter);
    assert!(hands.says("Zweitschrift ausgestellt: Quittung vom 24.11.2026"));
    assert!(!hands.says("A-2026-000003"));
}

#[test]
fn a_document_brought_later_is_attached_by_keyboard_looked_at_and_saved() {
    let scans = tempfile::tempdir().unwrap();
    let at = |name: &str| scans.path().join(name);
    std::fs::write(at("alt.pdf"), b"%PDF-1.7 old").unwrap();
    let earlier = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    std::fs::File::options().write(true).open(at("alt.pdf")).unwrap().set_modified(earlier).unwrap();
    let mut hands =
        Office::<case::State>::open(|desk, session, id| case::State::new(id, session, desk.today()));
    let office = &hands.screen;
    let paper = office.desk.papers_of(&office.session, office.state.id()).unwrap()[0].id;
    let picture = office.desk.paper_bytes(&office.session, paper).unwrap();
    std::fs::write(at("Scan0007.pdf"), &picture).unwrap();
    hands.ctrl_letter("o");
    assert_eq!(hands.focused().as_deref(), Some("chooser"));
    hands.types(&format!("{}/", scans.path().display()));
    assert!(hands.says("Scan0007.pdf") && hands.says("alt.pdf"), "the folder is read");
    hands.picture("case-attach", Theme::Light);
    hands.tab_to("file-document");
    hands.types("Hand");
    hands.ctrl(Named::Enter);
    assert!(!hands.has("chooser"), "attached");
    let office = &hands.screen;
    let case = office.desk.sheet(&office.session, office.state.id()).unwrap().case;
    let file = case.attachments.first().cloned().expect("one file");
    assert_eq!((file.name.as_str(), file.document.as_deref()), ("Scan0007.pdf", Some("handwerkskarte")));
    assert!(case.documents.contains_key("handwerkskarte"), "completeness follows");
    assert!(hands.says("Scan0007.pdf"));
    hands.tell(case::Message::File(case::files::Message::ViewPressed(file.blob)));
    assert!(hands.says("Seite 1 von"));
    assert_eq!(hands.focused().as_deref(), Some("page"));
    hands.picture("case-attachment", Theme::Light);
    hands.tell(case::Message::SavePressed);
    hands.types(&format!("{}/Scan0007.pdf", scans.path().display()));
    hands.key(Named::Enter);
    assert!(hands.says("gibt es schon") && hands.says("Scan0007 (2).pdf"), "nothing is overwritten");
    hands.picture("case-save-there", Theme::Light);
    hands.tab_to("chooser-offer");
    hands.key(Named::Enter);
    hands.ctrl(Named::Enter);
    assert_eq!(std::fs::read(at("Scan0007 (2).pdf")).unwrap(), picture);
    hands.key(Named::Escape);
    hands.ctrl_letter("o");
    hands.types("nirgends/");
    assert!(hands.says("gibt es nicht"), "told, and the folder stays");
    hands.key(Named::Escape);
    assert!(!hands.has("chooser"));
}

#[test]
fn the_town_gets_its_arms_by_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let arms = crate::harness::project().join("assets/demo/wappen.png");
    let _ = std::fs::copy(arms, folder.path().join("Wappen.png")).unwrap();
    std::fs::write(folder.path().join("Brief.pdf"), b"%PDF-1.7").unwrap();
    let mut hands =
        Office::<settings::State>::open(|desk, session, _| settings::State::new(desk.catalogue(), session));
    hands.tab_to("arms-choose");
    hands.key(Named::Enter);
    hands.types(&format!("{}/Brief", folder.path().display()));
    hands.key(Named::Enter);
    assert!(hands.says("kein lesbares PNG"), "told above the line");
    hands.tell(settings::Message::Arms(settings::arms::Message::Chooser(
        amtsstube::ui::screen::chooser::Message::Typed("Wappen".into()),
    )));
    hands.key(Named::Enter);
    hands.picture("settings-arms", Theme::Light);
    assert!(!hands.has("chooser"), "taken");
    assert!(hands.has("arms"), "shown");
    assert!(hands.screen.desk.arms().unwrap().is_some());
    hands.tab_to("arms-remove");
    hands.key(Named::Enter);
    assert!(!hands.has("arms"));
}

#[test]
fn a_pack_is_looked_at_before_it_is_taken_over() {
    use amtsstube::catalogue::pack::from_folder;
    use amtsstube::wire::{SecretKey, pack};
    let folder = tempfile::tempdir().unwrap();
    let draft = from_folder(&crate::harness::project().join("examples/trauzimmer")).unwrap();
    let bytes = pack::seal(&SecretKey::new(&[9; 32]), &draft);
    std::fs::write(folder.path().join("Trauzimmer.pack"), &bytes).unwrap();
    std::fs::write(folder.path().join("Kaputt.pack"), &bytes[..bytes.len() - 1]).unwrap();
    let mut hands =
        Office::<settings::State>::open(|desk, session, _| settings::State::new(desk.catalogue(), session));
    let offered = |hands: &Hands<Office<settings::State>>| {
        let desk = &hands.screen.desk;
        desk.catalogue().current("trauzimmer", desk.today()).is_some()
    };
    hands.tell(settings::Message::PageChosen(settings::CATALOGUE));
    hands.picture("settings-catalogue", Theme::Light);
    assert!(hands.says("im Programm enthalten"));
    hands.tab_to("pack-import");
    hands.key(Named::Enter);
    hands.types(&format!("{}/Kaputt.pack", folder.path().display()));
    hands.key(Named::Enter);
    assert!(hands.says("Das ist kein Paket"), "told above the line");
    hands.tell(settings::Message::Packs(settings::catalogue::Message::Chooser(
        amtsstube::ui::screen::chooser::Message::Typed("Trauzimmer".into()),
    )));
    hands.key(Named::Enter);
    assert!(hands.says("Musterstadt") && hands.says("Neu: Anmeldung eines Trauzimmer-Termins"));
    hands.picture("settings-pack", Theme::Light);
    // An unknown publisher is trusted only by saying so.
    hands.ctrl(Named::Enter);
    assert!(!offered(&hands));
    hands.tell(settings::Message::Packs(settings::catalogue::Message::AcceptTicked(true)));
    hands.ctrl(Named::Enter);
    assert!(offered(&hands) && !hands.has("pack-take"));
    hands.tell(settings::Message::Packs(settings::catalogue::Message::PackChosen(0)));
    hands.picture("settings-packs", Theme::Dark);
    assert!(hands.says("services/trauzimmer/2026-01-01"));
}
