//! An office with somebody in it, and its whole window in memory: real desk, real database, keys. Tries nothing itself.

use crate::town::Town;
use crate::window::Window;
use amtsstube::desk::intake::{Intake, Participant, Party, Settlement};
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::case::{AppearsAs, Signature};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::money::Cents;
use amtsstube::domain::person::fields;
use amtsstube::domain::user::{Group, Role};
use amtsstube::ui::app::App;
use amtsstube::ui::preferences::Preferences;
use iced::Size;
use iced::keyboard::{Key, Modifiers, key::Named};

/// As long as names of people, streets and firms are at their worst.
const LONG_NAME: &str = "Freifrau von Ďuriš-Şengül-Wołodkowicz zu Hohenlohe-Schillingsfürst-Bartenstein";
const LONG_GIVEN: &str = "Maximiliane Wilhelmine Đorđevićová-Æthelþryð";
const LONG_STREET: &str = "Straße-der-Vereinten-Nationen-und-der-Europäischen-Verständigung";

/// An office with somebody in it who may do everything.
pub struct Office {
    /// What stands behind the window.
    pub desk: Desk,
    /// Somebody who may do everything: `clerk`, PIN 1357.
    pub session: Session,
    _folder: tempfile::TempDir,
}

impl Office {
    /// An office with cases and a draft.
    pub fn new() -> Self {
        let roles = [Role::Counter, Role::Clerk, Role::Cashier, Role::Administrator];
        let Town { desk, clerk: session, folder, .. } = Town::with_clerk("Ada Terhürne-Sträterhoff", &roles);
        let office = Self { desk, session, _folder: folder };
        for _ in 0..6 {
            let _ = office.file("beglaubigung", false);
        }
        let _ = office.file("gewerbe-anmeldung", true);
        // The only one of these services that decides.
        let _ = office.file("hundesteuer-anmeldung", true);
        office.desk.save_draft(&office.session, &office.intake("gewerbe-anmeldung", true)).unwrap();
        office
    }

    /// An intake that is complete; `long` with the longest names there are, and paid.
    pub fn intake(&self, service: &str, long: bool) -> Intake {
        let mut intake = self.desk.new_intake(&self.session, service).unwrap();
        let service = self.desk.service(&intake.service, &intake.version).unwrap();
        intake.answers = service.example.clone();
        for field in service.fields().flat_map(amtsstube::catalogue::Field::all).filter(|_| long) {
            let value = match field.person.as_deref() {
                Some(fields::FAMILY) => LONG_NAME,
                Some(fields::GIVEN) => LONG_GIVEN,
                Some(fields::STREET) => LONG_STREET,
                _ => continue,
            };
            intake.answers.set(&field.path, value.into());
        }
        let name = if long { [LONG_NAME, LONG_GIVEN] } else { ["Nienhaus", "Käthe"] };
        let name = [fields::FAMILY, fields::GIVEN].into_iter().zip(name);
        let name = name.map(|(field, name)| (field.to_owned(), name.to_owned()));
        intake.participants = vec![Participant {
            party: Party::New(name.collect()),
            part: "applicant".to_owned(),
            appears_as: AppearsAs::InPerson,
            seen: Some("personalausweis".to_owned()),
            certain: true,
        }];
        intake.documents = service.documents.iter().filter(|d| d.blocking).map(|d| d.id.clone()).collect();
        intake.signature = Some(Signature::Seen);
        // What is paid and handed over closes by itself; the list is of open ones.
        intake.settlement = if long { Settlement::Cash { given: Cents(5000) } } else { Settlement::Later };
        intake
    }

    /// Files one.
    pub fn file(&self, service: &str, long: bool) -> CaseId {
        self.desk.file_case(&self.session, &self.intake(service, long)).unwrap().case
    }

    /// Somebody else who works here in one role, with the PIN 1357.
    pub fn user(&self, login: &str, role: Role) {
        let admin = self.desk.sign_in("admin", "2468").unwrap();
        let user = self.desk.add_user(&admin, login, "Nora Neu", "1357").unwrap();
        self.desk.grant(&admin, user, role, Group::ALL.into()).unwrap();
    }

    /// The window of this office, with nobody signed in.
    pub fn window(&self, width: f32, height: f32) -> Window<App> {
        let (app, _) = App::of(self.desk.clone(), Preferences::default());
        Window::open(app, Size::new(width, height))
    }
}

/// What one does at the window, in words.
pub trait ByHand {
    fn ctrl(&mut self, letter: &str);
    fn finish(&mut self);
    fn tab_to(&mut self, id: &str);
    fn tab_to_prefix(&mut self, prefix: &str);
    fn enter(&mut self, id: &str);
    /// Signs in and waits at the counter.
    fn sign_in(&mut self, login: &str, pin: &str);
    /// The id of the control that has the keyboard.
    fn at(&mut self) -> String;
    /// Whether something is written that says this.
    fn says(&mut self, text: &str) -> bool;
    /// Whether it is written, or stands in a field.
    fn has_text(&mut self, text: &str) -> bool;
}

impl ByHand for Window<App> {
    fn ctrl(&mut self, letter: &str) {
        self.press(Key::Character(letter.into()), Modifiers::CTRL, Some(letter.into()));
    }

    fn finish(&mut self) {
        self.chord(Modifiers::CTRL, Key::Named(Named::Enter));
    }

    #[track_caller]
    fn tab_to(&mut self, id: &str) {
        let mut way = Vec::new();
        for _ in 0..150 {
            let at = self.standing().map(|stop| stop.id).unwrap_or_default();
            if at == id || id.strip_suffix('*').is_some_and(|prefix| at.starts_with(prefix)) {
                return;
            }
            way.push(at);
            self.key(Named::Tab);
        }
        panic!("Tab never came to {id}, but to {way:?}");
    }

    #[track_caller]
    fn tab_to_prefix(&mut self, prefix: &str) {
        self.tab_to(&format!("{prefix}*"));
    }

    #[track_caller]
    fn enter(&mut self, id: &str) {
        self.tab_to(id);
        self.key(Named::Enter);
    }

    fn sign_in(&mut self, login: &str, pin: &str) {
        self.type_text(login);
        self.key(Named::Enter);
        self.type_text(pin);
        self.key(Named::Enter);
    }

    fn at(&mut self) -> String {
        self.standing().map(|stop| stop.id).unwrap_or_default()
    }

    fn has_text(&mut self, text: &str) -> bool {
        let held = |node: &accesskit::Node| node.value().is_some_and(|value| value.contains(text));
        self.says(text) || self.tree().nodes.iter().any(|(_, node)| held(node))
    }

    fn says(&mut self, text: &str) -> bool {
        self.placed_texts().iter().any(|placed| placed.text.contains(text))
    }
}
