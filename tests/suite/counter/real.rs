//! The counter with the desk itself behind it, on an encrypted database: what is typed stands in the log.

use super::desk::{Page, WINDOW, fill_the_form};
use crate::hands::{Hands, Shown};
use crate::town::{Town, texts};
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::case::Signature;
use amtsstube::domain::money::Cents;
use amtsstube::domain::user::Role;
use amtsstube::ui::Element;
use amtsstube::ui::layout::Space;
use amtsstube::ui::screen;
use amtsstube::ui::screen::chooser;
use amtsstube::ui::screen::counter::outcome::Action;
use amtsstube::ui::screen::counter::{Message, State, files, run};
use amtsstube::ui::shortcut::Shortcut;
use iced::Task;
use iced::keyboard::key::Named;

pub struct Office {
    pub state: State,
    desk: Desk,
    clerk: Session,
    _folder: Option<tempfile::TempDir>,
}

impl Office {
    fn open() -> Hands<Self> {
        let Town { desk, clerk, folder, .. } = Town::new(&[Role::Counter]);
        let mut known = super::desk::zdenka().fields;
        known.extend(texts(&[("kind", "natural")]));
        let _ = desk.save_person(&clerk, None, &known).unwrap();
        Self::with(desk, clerk, Some(folder))
    }

    /// The counter of a desk that is there already.
    pub fn at(desk: &Desk, clerk: &Session) -> Hands<Self> {
        Self::with(desk.clone(), clerk.clone(), None)
    }

    fn with(desk: Desk, clerk: Session, folder: Option<tempfile::TempDir>) -> Hands<Self> {
        let (state, action) = State::new(desk.catalogue(), desk.town().unwrap(), desk.today());
        let mut office = Self { state, desk, clerk, _folder: folder };
        let task = office.does(action);
        Hands::new(office, WINDOW, task)
    }

    fn does(&mut self, action: Action) -> Task<Message> {
        match action {
            // Nothing here waits for a time.
            Action::Wait => Task::none(),
            Action::All(all) => {
                Task::batch(all.into_iter().map(|action| self.does(action)).collect::<Vec<_>>())
            }
            action => match run::run(&self.desk, &self.clerk, action) {
                screen::Action::Run(task) => task,
                _ => Task::none(),
            },
        }
    }
}

impl Shown for Office {
    type Message = Message;

    fn view(&self, room: Space) -> Element<'_, Message> {
        self.state.view(room)
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.state.update(message);
        self.does(action)
    }

    fn command(&mut self, shortcut: Shortcut) -> Task<Message> {
        self.state.shortcut(shortcut).map_or_else(Task::none, |message| self.update(message))
    }
}

#[test]
fn a_trade_typed_at_the_counter_is_a_case_with_its_papers() {
    let mut hands = Office::open();
    hands.types("gew");
    hands.key(Named::Enter);
    hands.types("Duris Zdenka");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("seen"), "{:?}", hands.screen.state.trouble());
    hands.types("p");
    hands.ctrl(Named::Enter);
    fill_the_form(&mut hands);
    hands.tell(Message::Paused);
    hands.tell(Message::Paused);
    assert_eq!(hands.screen.desk.drafts(&hands.screen.clerk).unwrap().len(), 1, "the draft is saved");
    assert!(hands.says("Entwurf gesichert 10:58"));
    hands.ctrl(Named::Enter);
    hands.key(Named::Enter);
    hands.key(Named::Space);
    hands.ctrl(Named::Enter);
    hands.types("50");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Done, "{:?}", hands.screen.state.trouble());
    assert!(hands.says("32.10-2026-A-00001") && hands.says("A-2026-000001") && hands.says("24,00"));
    let office = &hands.screen;
    let row = office.desk.case_by_number(&office.clerk, "32.10-2026-A-00001").unwrap().unwrap();
    assert_eq!(row.applicant_name, "Ďuriš-Şengül, Zdeňka Ayşe");
    let sheet = office.desk.sheet(&office.clerk, row.id).unwrap();
    assert_eq!(sheet.case.owes(), Cents::ZERO);
    assert_eq!(sheet.case.answers().text("betriebsstaette.strasse"), "Hofstraße");
    assert!(office.desk.papers_of(&office.clerk, row.id).unwrap().len() >= 3);
    assert!(office.desk.drafts(&office.clerk).unwrap().is_empty(), "the draft became the case");
}

#[test]
fn somebody_who_is_there_already_is_shown_before_being_entered_twice() {
    let mut hands = Office::open();
    hands.types("gew");
    hands.key(Named::Enter);
    hands.types("Durisch-Sengul, Zdenka 140387");
    hands.tab_to("person-new");
    hands.key(Named::Enter);
    hands.enter_to("new-take");
    hands.key(Named::Enter);
    assert!(hands.says("Vielleicht schon bekannt"), "{:?}", hands.screen.state.trouble());
    hands.key(Named::Enter);
    let intake = &hands.screen.state.work().unwrap().intake;
    assert!(matches!(intake.applicant().unwrap().party, amtsstube::desk::intake::Party::Known(_)));
}

/// An intake with its form filled, at the page with the form.
fn filled() -> Hands<Office> {
    let mut hands = Office::open();
    hands.types("gew");
    hands.key(Named::Enter);
    hands.types("Duris Zdenka");
    hands.key(Named::Enter);
    hands.types("p");
    hands.ctrl(Named::Enter);
    fill_the_form(&mut hands);
    hands
}

#[test]
fn a_scan_is_attached_at_the_counter_and_survives_a_kill() {
    let scans = tempfile::tempdir().unwrap();
    std::fs::write(scans.path().join("Handwerkskarte.pdf"), b"%PDF-1.7 x").unwrap();
    std::fs::write(scans.path().join("leer.pdf"), b"").unwrap();
    let mut hands = filled();
    hands.ctrl_letter("o");
    assert_eq!(hands.focused().as_deref(), Some("chooser"));
    hands.types(&format!("{}/leer", scans.path().display()));
    hands.tab_to("file-document");
    hands.types("Hand");
    hands.ctrl(Named::Enter);
    assert!(hands.says("ist leer"), "told where it was chosen");
    hands.picture("counter-attach", amtsstube::ui::theme::Theme::Light);
    hands.tell(Message::File(files::Message::Chooser(chooser::Message::Typed("hand".into()))));
    hands.ctrl(Named::Enter);
    assert!(!hands.has("chooser"));
    let intake = hands.screen.state.work().unwrap().intake.clone();
    let named = |file: &amtsstube::desk::intake::Enclosure| (file.name.clone(), file.document.clone());
    let wanted = ("Handwerkskarte.pdf".to_owned(), Some("handwerkskarte".to_owned()));
    assert_eq!(intake.enclosures.iter().map(named).collect::<Vec<_>>(), std::slice::from_ref(&wanted));
    assert!(intake.documents.contains("handwerkskarte"), "what was scanned was seen");
    // No autosave has come: the draft of the desk alone knows the file.
    let draft = hands.screen.desk.draft(&hands.screen.clerk, intake.case).unwrap().unwrap();
    assert_eq!(draft.enclosures.iter().map(named).collect::<Vec<_>>(), [wanted]);
    let blob = intake.enclosures[0].blob;
    hands.tell(Message::File(files::Message::RemovePressed(blob, Some("handwerkskarte".into()))));
    hands.tell(Message::Paused);
    hands.tell(Message::Paused);
    assert!(hands.screen.desk.enclosure_bytes(&hands.screen.clerk, intake.case, blob).is_err(), "gone");
    assert!(hands.says("Noch keine Datei angehängt"));
}

#[test]
fn the_form_is_looked_at_and_its_signed_sheet_attached_at_the_sign_stop() {
    let scans = tempfile::tempdir().unwrap();
    std::fs::write(scans.path().join("unterschrieben.jpg"), include_bytes!("../../files/red.jpg")).unwrap();
    let mut hands = filled();
    hands.ctrl(Named::Enter);
    hands.key(Named::Enter);
    hands.tab_to("form-view");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("page"));
    assert!(hands.says("Seite 1 von 2"), "both pages of GewA 1");
    hands.picture("counter-form", amtsstube::ui::theme::Theme::Light);
    hands.key(Named::PageDown);
    assert!(hands.says("Seite 2 von 2"));
    hands.key(Named::Escape);
    hands.tab_to("sign-attach");
    hands.key(Named::Enter);
    hands.types(&format!("{}/", scans.path().display()));
    hands.key(Named::Enter);
    assert!(hands.says("unterschriebener Vordruck"));
    assert_eq!(hands.focused().as_deref(), Some("stop-next"));
    hands.picture("counter-signed", amtsstube::ui::theme::Theme::Light);
    hands.key(Named::Enter);
    hands.types("26");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.page(), Page::Done, "{:?}", hands.screen.state.trouble());
    let office = &hands.screen;
    let row = office.desk.case_by_number(&office.clerk, "32.10-2026-A-00001").unwrap().unwrap();
    let case = office.desk.sheet(&office.clerk, row.id).unwrap().case;
    let blob = case.attachments.first().expect("the scan").blob;
    assert_eq!(case.opened.signature, Signature::Scanned { blob });
    assert!(office.desk.verify().unwrap().is_clean());
}

#[test]
fn what_was_signed_is_signed_anew_after_a_change() {
    let mut hands = filled();
    hands.ctrl(Named::Enter);
    hands.key(Named::Enter);
    hands.key(Named::Space);
    assert_eq!(hands.screen.state.work().unwrap().intake.signature, Some(Signature::Seen));
    hands.key(Named::Escape);
    hands.key(Named::Escape);
    let work = hands.screen.state.work().unwrap();
    assert_eq!(work.intake.signature, Some(Signature::Seen), "looking alone changes nothing");
    hands.tell(Message::Form(amtsstube::ui::screen::counter::form::Message::JumpPressed("beginn".into())));
    hands.types("021226");
    hands.key(Named::Enter);
    assert_eq!(hands.screen.state.work().unwrap().intake.signature, None);
}
