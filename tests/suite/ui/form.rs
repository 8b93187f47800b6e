//! A form with one of everything, and a list: what the controls are tried on.

use crate::window::{Program, Window};
use amtsstube::ui::control::{
    Column, Problem, Row, Suggestion, button, check, choice, column as area, date_field, dialog, link,
    long_text, radio, scroll, table, tabs, text_field, with_dialog,
};
use amtsstube::ui::keys::Heard;
use amtsstube::ui::layout::Space;
use amtsstube::ui::shortcut::Shortcut;
use amtsstube::ui::{Element, focus};
use iced::Task;
use iced::keyboard::key::Named;
use iced::widget::column;

pub const KINDS: [&str; 3] = ["Hauptniederlassung", "Zweigniederlassung", "Zweigstelle"];
pub const TRADES: [&str; 3] = ["Reparatur von Fahrrädern", "Einzelhandel mit Fahrrädern", "Vermietung"];

#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Name(String),
    Trade(String),
    TradeTaken(usize),
    Date(String),
    Kind(usize),
    Share(usize),
    Note(String),
    Seen(bool),
    Filter(usize),
    Row(usize),
    Opened(usize),
    Sorted(usize),
    Mended,
    Ask(bool),
    Heard(Heard),
}

/// A form with one of everything, and a list.
#[derive(Default)]
pub struct Form {
    pub name: String,
    pub trade: String,
    pub date: String,
    pub kind: Option<usize>,
    pub share: Option<usize>,
    pub note: String,
    pub seen: bool,
    pub filter: usize,
    pub row: Option<usize>,
    pub opened: Option<usize>,
    pub sorted: Option<usize>,
    pub mended: bool,
    pub asked: bool,
    pub finished: usize,
}

impl Program for Form {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Name(text) => self.name = text,
            Message::Trade(text) => self.trade = text,
            Message::TradeTaken(row) => TRADES[row].clone_into(&mut self.trade),
            Message::Date(text) => self.date = text,
            Message::Kind(index) => self.kind = Some(index),
            Message::Share(index) => self.share = Some(index),
            Message::Note(text) => self.note = text,
            Message::Seen(on) => self.seen = on,
            Message::Filter(index) => self.filter = index,
            Message::Row(index) => self.row = Some(index),
            Message::Opened(index) => self.opened = Some(index),
            Message::Sorted(index) => self.sorted = Some(index),
            Message::Mended => self.mended = true,
            Message::Ask(open) => {
                self.asked = open;
                return if open { focus::to("yes") } else { Task::none() };
            }
            Message::Heard(Heard::Opened(_)) => return focus::to("name"),
            Message::Heard(Heard::Shortcut(shortcut)) => {
                return match shortcut {
                    Shortcut::Next | Shortcut::NextField => focus::next(),
                    Shortcut::Previous => focus::previous(),
                    Shortcut::NextColumn => focus::next_column(),
                    Shortcut::PreviousColumn => focus::previous_column(),
                    Shortcut::Finish => {
                        self.finished += 1;
                        Task::none()
                    }
                    _ => Task::none(),
                };
            }
            Message::Heard(_) => {}
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let problem = Problem::error("Der Name fehlt.").remedy("übernehmen", Message::Mended);
        let trades = TRADES.map(Suggestion::new).to_vec();
        let answers = ["ja", "nein", "unbekannt"].map(str::to_owned).to_vec();
        let form = column![
            text_field("name", &self.name, Message::Name).label("Name").number("4").problem(Some(problem)),
            text_field("trade", &self.trade, Message::Trade)
                .label("Tätigkeit")
                .suggestions(trades, Message::TradeTaken),
            date_field("date", &self.date, today, Message::Date).label("Beginn"),
            choice("kind", KINDS, self.kind, Message::Kind).label("Art"),
            radio("share", answers, self.share, Message::Share).label("Beteiligung"),
            long_text("note", &self.note, Message::Note).label("Bemerkung"),
            check("seen", "gesehen", self.seen, Message::Seen),
            button("Fragen").id("ask").on_press(Message::Ask(true)),
            button("Gesperrt").id("disabled"),
        ]
        .spacing(12);
        let row = |index: usize| Row::new([format!("Zeile {index}"), "offen".to_owned()]);
        let columns = vec![Column::new("Nummer", 200.0).sorts(), Column::new("Stand", iced::Fill)];
        let list = table("list", "Liste", columns, 100_000, row)
            .select(self.row, Message::Row)
            .on_open(Message::Opened)
            .sort(None, Message::Sorted);
        let filters =
            tabs("filter", "Filter", vec!["Meine".into(), "Alle".into()], self.filter, Message::Filter);
        let body = iced::widget::row![
            area("left", "Formular", scroll(form)),
            area("right", "Liste", column![filters, list, link("mehr").id("more").on_press(Message::Mended)])
        ];
        let ask = self.asked.then(|| {
            dialog("Sicher?", iced::widget::space(), Message::Ask(false))
                .button(button("Ja").id("yes").on_press(Message::Ask(false)))
                .button(button("Nein").id("no").on_press(Message::Ask(false)))
        });
        with_dialog(body, ask, Space::new(900.0, 700.0))
    }

    fn heard(&self, heard: Heard) -> Option<Message> {
        Some(Message::Heard(heard))
    }
}

pub fn form() -> Window<Form> {
    Window::open(Form::default(), (900.0, 400.0))
}

pub fn at(id: &'static str) -> Window<Form> {
    let mut window = form();
    while !window.is_focused(id) {
        window.key(Named::Tab);
    }
    window
}
