//! The counter with a desk that answers from memory: one person, one earlier case, every refusal that is asked for.

use crate::hands::{Hands, Shown};
use amtsstube::catalogue::{Catalogue, Situation, initial_answers};
use amtsstube::desk::intake::{Intake, Settlement};
use amtsstube::domain::case::{AppearsAs, Channel};
use amtsstube::domain::id::{CaseId, PaperId, PersonId};
use amtsstube::domain::money::Cents;
use amtsstube::domain::person::Person;
use amtsstube::domain::problem::Problem;
use amtsstube::domain::town::Town;
use amtsstube::ui::control::KeyHint;
use amtsstube::ui::layout::Space;
pub use amtsstube::ui::screen::counter::Page;
use amtsstube::ui::screen::counter::outcome::{Action, Earlier, Filed, FiledPaper, Found, Parked};
use amtsstube::ui::screen::counter::{Message, State, person, start};
use amtsstube::ui::shell::frame;
use amtsstube::ui::shortcut::{Area, Shortcut};
use amtsstube::ui::{Element, focus};
use chrono::{NaiveDate, NaiveDateTime};
use iced::Task;
use iced::keyboard::key::Named;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub const WINDOW: (f32, f32) = (1366.0, 768.0);

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub fn town() -> Town {
    Town::of([
        ("name", "Gescher"),
        ("authority", "Stadt Gescher"),
        ("ags", "05554020"),
        ("postcode", "48712"),
        ("place", "Gescher"),
    ])
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn zdenka() -> Person {
    let fields = [
        ("kind", "natural"),
        ("family", "Ďuriš-Şengül"),
        ("given", "Zdeňka Ayşe"),
        ("gender", "weiblich"),
        ("birth_date", "1987-03-14"),
        ("birth_place", "Nové Zámky"),
        ("birth_country", "SK"),
        ("nationalities", "SK"),
        ("street", "Große Mühlenstiege"),
        ("house", "12 a"),
        ("postcode", "48712"),
        ("place", "Gescher"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Person {
        id: PersonId(id(7)),
        fields: fields.into(),
        conflicts: Vec::new(),
        versions: BTreeMap::default(),
        records: std::collections::BTreeSet::new(),
        written_by: BTreeMap::new(),
        also: std::collections::BTreeSet::new(),
    }
}

pub fn found() -> Found {
    Found {
        id: PersonId(id(7)),
        name: "Ďuriš-Şengül, Zdeňka Ayşe".to_owned(),
        birth: "1987-03-14".to_owned(),
        address: "Große Mühlenstiege 12 a, Gescher".to_owned(),
        why: vec!["similar-same-name".to_owned()],
        blocked: false,
    }
}

/// The counter with a desk that knows one person and remembers what it was asked.
pub struct Counter {
    pub state: State,
    pub person: Person,
    pub similar: Vec<Found>,
    pub refuses: Vec<Problem>,
    /// Whether the disk takes nothing more.
    pub full: bool,
    pub waits: u32,
    pub saved: Vec<Intake>,
    pub filed: Vec<Intake>,
    pub printed: Vec<PaperId>,
    pub opened: Vec<CaseId>,
}

impl Counter {
    pub fn open() -> Hands<Self> {
        Self::open_in(WINDOW)
    }

    pub fn open_in(size: (f32, f32)) -> Hands<Self> {
        amtsstube::words::speak(amtsstube::words::Language::German);
        let (state, action) = State::new(Catalogue::built_in(), town(), today());
        let mut counter = Self {
            state,
            person: zdenka(),
            similar: Vec::new(),
            refuses: Vec::new(),
            full: false,
            waits: 0,
            saved: Vec::new(),
            filed: Vec::new(),
            printed: Vec::new(),
            opened: Vec::new(),
        };
        let task = counter.does(action);
        Hands::new(counter, size, task)
    }

    fn does(&mut self, action: Action) -> Task<Message> {
        let answer = match action {
            Action::None => return Task::none(),
            Action::All(all) => {
                return Task::batch(all.into_iter().map(|action| self.does(action)).collect::<Vec<_>>());
            }
            Action::Focus(to) => return focus::to(to),
            Action::Mend(to) => return focus::to_mend(to),
            Action::FocusNext => return focus::next(),
            Action::Reveal => return focus::reveal(),
            Action::Begin(slug) => Message::Begun(Box::new(Ok(Some(begin(&slug))))),
            Action::LoadDrafts => Message::Start(start::Message::ParkedFound(Ok(self.parked()))),
            Action::OpenDraft(draft) => {
                let intake = self.saved.iter().rev().find(|intake| intake.case == draft);
                Message::Begun(Box::new(Ok(intake.cloned())))
            }
            Action::DiscardDraft(draft) => {
                self.saved.retain(|intake| intake.case != draft);
                return Task::none();
            }
            Action::ChangePerson(_, fields) => {
                self.person.fields = fields;
                let person = Box::new(Ok(self.person.clone()));
                Message::Person(person::Message::Loaded(person))
            }
            Action::FindPerson(typed) => {
                let hits = if typed.starts_with("Zd") || typed.starts_with("Ďu") {
                    vec![found()]
                } else {
                    Vec::new()
                };
                Message::Person(person::Message::PersonsFound(typed, Ok(hits)))
            }
            Action::LoadPerson(_) => {
                Message::Person(person::Message::Loaded(Box::new(Ok(self.person.clone()))))
            }
            Action::SimilarPersons(_) => {
                Message::Person(person::Message::SimilarFound(Ok(self.similar.clone())))
            }
            Action::Wait => {
                self.waits += 1;
                return Task::none();
            }
            Action::SaveDraft(intake) => {
                let case = intake.case;
                if self.full {
                    Message::Saved(case, Err(vec![Problem::error("", "store-full")]))
                } else {
                    self.saved.push(*intake);
                    Message::Saved(case, Ok(moment()))
                }
            }
            Action::EarlierCases(..) => Message::EarlierFound(Ok(vec![Earlier {
                id: CaseId(id(40)),
                number: "32.10-2025-A-00017".to_owned(),
                received_on: today(),
                subject: "Fahrradladen".to_owned(),
            }])),
            Action::CopyAnswers(_) => {
                let service = Catalogue::built_in().current("gewerbe-anmeldung", today()).unwrap();
                Message::Copied(Ok(service.example.clone()))
            }
            Action::File(intake) => {
                self.filed.push(*intake);
                Message::Filed(Box::new(self.file()))
            }
            Action::Print(papers) => {
                self.printed.extend(papers);
                return Task::none();
            }
            Action::SaidPrinting(_) => return Task::none(),
            // Files are tried with the desk itself behind the counter.
            Action::Choose(_) | Action::Attach(..) | Action::Picture(_) | Action::PrintForm(_) => {
                return Task::none();
            }
            Action::OpenCase(case) => {
                self.opened.push(case);
                return Task::none();
            }
        };
        Task::done(answer)
    }

    fn parked(&self) -> Vec<Parked> {
        let last = self.saved.last();
        last.map(|intake| Parked {
            id: intake.case,
            service: intake.service.clone(),
            person: "Ďuriš-Şengül, Zdeňka Ayşe".to_owned(),
            saved_at: moment(),
        })
        .into_iter()
        .collect()
    }

    fn file(&self) -> Result<Filed, Vec<Problem>> {
        if !self.refuses.is_empty() {
            return Err(self.refuses.clone());
        }
        let paper =
            |number, title: &str| FiledPaper { id: PaperId(id(number)), title: title.to_owned(), pages: 2 };
        let change = match self.filed.last().map(|intake| &intake.settlement) {
            Some(Settlement::Cash { given }) => Some(*given - Cents(2600)),
            _ => None,
        };
        Ok(Filed {
            case: CaseId(id(1)),
            number: "32.10-2026-A-00412".to_owned(),
            receipt: Some("A-2026-000147".to_owned()),
            change,
            papers: vec![paper(21, "Empfangsbescheinigung"), paper(22, "Gewerbe-Anmeldung (GewA 1)")],
        })
    }
}

pub fn moment() -> NaiveDateTime {
    today().and_hms_opt(10, 58, 0).unwrap()
}

pub fn begin(slug: &str) -> Intake {
    let service = Catalogue::built_in().current(slug, today()).unwrap();
    let mut intake = Intake::new(CaseId(id(1)), slug, &service.version);
    let (town, seen) = (town(), BTreeSet::new());
    let (appears_as, channel) = (AppearsAs::InPerson, Channel::Counter);
    let situation = Situation {
        today: today(),
        received_on: today(),
        town: &town,
        documents_seen: &seen,
        brought: None,
        appears_as,
        channel,
    };
    intake.answers = initial_answers(service, &situation);
    intake
}

impl Shown for Counter {
    type Message = Message;

    fn view(&self, room: Space) -> Element<'_, Message> {
        let keys: Vec<KeyHint> = self.state.keys();
        frame(room, self.state.view(room))
            .town("Stadt Gescher")
            .areas(vec![Area::Counter, Area::Cases, Area::Persons], Some(Area::Counter), |_| {
                Message::NextPressed
            })
            .user("A. Terhürne", Message::NextPressed)
            .keys(keys)
            .into()
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let action = self.state.update(message);
        self.does(action)
    }

    fn command(&mut self, shortcut: Shortcut) -> Task<Message> {
        match self.state.shortcut(shortcut) {
            Some(message) => self.update(message),
            None => Task::none(),
        }
    }
}

/// Everything of the form that the person did not answer.
pub fn fill_the_form<S: Shown>(hands: &mut Hands<S>) {
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("familienname"));
    assert_eq!(hands.node("familienname").value.as_deref(), Some("Ďuriš-Şengül"));
    assert_eq!(hands.node("geburtsdatum").value.as_deref(), Some("14.03.1987"));
    hands.enter_to("next-section");
    hands.key(Named::Enter);
    hands.enter_to("betriebsstaette.strasse");
    hands.types("Hofstraße");
    hands.key(Named::Enter);
    hands.types("23");
    hands.enter_to("taetigkeit.0.text");
    hands.types("Reparatur von Fahrrädern");
    hands.key(Named::ArrowDown);
    hands.key(Named::Enter);
    hands.enter_to("nebenerwerb");
    hands.key(Named::ArrowLeft);
    hands.key(Named::Enter);
    assert_eq!(hands.focused().as_deref(), Some("beginn"));
    hands.types("011226");
    hands.enter_to("betriebsart=handwerk");
    hands.key(Named::Space);
    hands.enter_to("taetige_personen.teilzeit");
    hands.types("1");
    hands.enter_to("niederlassung");
    hands.key(Named::ArrowDown);
}
