//! The counter with the desk itself behind it, on an encrypted database: what is typed stands in the log.

use super::desk::{Page, WINDOW, fill_the_form};
use crate::hands::{Hands, Shown};
use amtsstube::desk::chance::Chance;
use amtsstube::desk::clock::Clock;
use amtsstube::desk::{Desk, Session};
use amtsstube::domain::money::Cents;
use amtsstube::domain::user::{Group, Role};
use amtsstube::store::Place;
use amtsstube::ui::Element;
use amtsstube::ui::layout::Space;
use amtsstube::ui::screen;
use amtsstube::ui::screen::counter::outcome::Action;
use amtsstube::ui::screen::counter::{Message, State, run};
use amtsstube::ui::shortcut::Shortcut;
use iced::Task;
use iced::keyboard::key::Named;
use std::collections::BTreeMap;

struct Office {
    state: State,
    desk: Desk,
    clerk: Session,
    _folder: tempfile::TempDir,
}

fn texts<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

impl Office {
    fn open() -> Hands<Self> {
        amtsstube::words::speak(amtsstube::words::Language::German);
        let folder = tempfile::tempdir().unwrap();
        let place = Place { data: folder.path().join("data"), state: folder.path().join("state") };
        let clock = Clock::Fixed("2026-11-24T09:58:00Z".parse().unwrap());
        let chance = Chance::seeded(1);
        let key = Desk::new_key(&chance).unwrap();
        Desk::create(&place, &key, clock, &chance).unwrap();
        let desk = Desk::open(&place, &key, clock, chance).unwrap();
        let admin = desk.first_administrator("admin", "Admina Muster", "2468").unwrap();
        let town = [
            ("name", "Gescher"),
            ("authority", "Stadt Gescher"),
            ("ags", "05554016"),
            ("street", "Marktplatz 1"),
        ];
        let mut town = texts(town);
        town.extend(texts([("postcode", "48712"), ("place", "Gescher")]));
        desk.set_town(&admin, &town).unwrap();
        let clerk = desk.add_user(&admin, "clerk", "Ada Terhürne", "1357").unwrap();
        desk.grant(&admin, clerk, Role::Counter, Group::ALL.into()).unwrap();
        let clerk = desk.sign_in("clerk", "1357").unwrap();
        let mut known = super::desk::zdenka().fields;
        known.extend(texts([("kind", "natural")]));
        let _ = desk.save_person(&clerk, None, &known).unwrap();
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
