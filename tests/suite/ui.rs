//! The controls by keyboard alone, in a window without a screen.

use crate::window::{Program, Window};
use accesskit::{Node, NodeId, Role, TreeUpdate};
use amtsstube::ui::app::{App, Message as AppMessage};
use amtsstube::ui::control::{
    Column, Problem, Row, Suggestion, button, check, choice, column as area, date_field, dialog, link,
    long_text, radio, scroll, table, tabs, text_field, with_dialog,
};
use amtsstube::ui::keys::Heard;
use amtsstube::ui::layout::Space;
use amtsstube::ui::preferences::Preferences;
use amtsstube::ui::shortcut::Shortcut;
use amtsstube::ui::{Element, focus};
use iced::Task;
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::column;

const KINDS: [&str; 3] = ["Hauptniederlassung", "Zweigniederlassung", "Zweigstelle"];
const TRADES: [&str; 3] = ["Reparatur von Fahrrädern", "Einzelhandel mit Fahrrädern", "Vermietung"];

#[derive(Debug, Clone, PartialEq)]
enum Message {
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
struct Form {
    name: String,
    trade: String,
    date: String,
    kind: Option<usize>,
    share: Option<usize>,
    note: String,
    seen: bool,
    filter: usize,
    row: Option<usize>,
    opened: Option<usize>,
    sorted: Option<usize>,
    mended: bool,
    asked: bool,
    finished: usize,
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

fn form() -> Window<Form> {
    Window::open(Form::default(), (900.0, 400.0))
}

fn at(id: &'static str) -> Window<Form> {
    let mut window = form();
    while !window.is_focused(id) {
        window.key(Named::Tab);
    }
    window
}

#[test]
fn tab_visits_every_control_once_and_comes_round() {
    let mut window = form();
    let order = [
        "name",
        "#übernehmen",
        "trade",
        "date",
        "kind",
        "share",
        "note",
        "seen",
        "ask",
        "filter",
        "#",
        "list",
        "more",
    ];
    for id in order {
        if !id.starts_with('#') {
            assert!(window.is_focused(id), "{id} expected, found {:?}", window.focused());
        }
        window.key(Named::Tab);
    }
    assert!(window.is_focused("name"));
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    assert!(window.is_focused("more"));
}

#[test]
fn enter_goes_to_the_next_field_and_ctrl_enter_finishes() {
    let mut window = form();
    window.type_text("Öztürk");
    window.key(Named::Enter);
    window.key(Named::Enter);
    assert_eq!(window.program.name, "Öztürk");
    assert!(window.program.mended, "Enter presses the remedy");
    window.key(Named::Tab);
    window.key(Named::Enter);
    assert!(window.is_focused("date"));
    window.chord(Modifiers::CTRL, Key::Named(Named::Enter));
    assert_eq!(window.program.finished, 1);
    assert!(window.is_focused("date"));
    window = at("note");
    window.chord(Modifiers::CTRL, Key::Named(Named::Enter));
    assert_eq!((window.program.finished, window.program.note.as_str()), (1, ""));
}

#[test]
fn letters_of_several_code_points_arrive_whole() {
    let mut window = form();
    window.type_keys(["D\u{302}", "a", "m", "ja", "e\u{301}"]);
    assert_eq!(window.program.name, "D\u{302}amjaé");
    // A mark typed on its own joins the letter before it, in the middle of a word too.
    window.key(Named::Home);
    window.key(Named::ArrowRight);
    window.type_keys(["M", "\u{302}", "x"]);
    assert_eq!(window.program.name, "D\u{302}M\u{302}xamjaé");
    window.key(Named::Backspace);
    window.key(Named::Backspace);
    assert_eq!(window.program.name, "D\u{302}amjaé");
    window = at("note");
    window.type_keys(["D\u{302}", "x"]);
    window.key(Named::Enter);
    window.type_keys(["M\u{302}"]);
    assert_eq!(window.program.note, "D\u{302}x\nM\u{302}");
}

#[test]
fn ctrl_dot_offers_the_letters_that_no_keyboard_types() {
    let mut window = form();
    window.type_text("Zolc");
    window.key(Named::Home);
    window.key(Named::ArrowRight);
    let ask = |window: &mut Window<Form>| {
        window.press(Key::Character(".".into()), Modifiers::CTRL, Some(".".into()));
    };
    ask(&mut window);
    assert!(window.texts().contains(&"Ż".to_owned()), "{:?}", window.texts());
    window.key(Named::Escape);
    assert_eq!(window.program.name, "Zolc");
    ask(&mut window);
    window.key(Named::Enter);
    let first = window.program.name.clone();
    assert!(first != "Zolc" && first.ends_with("olc"), "{first}");
    assert!(window.is_focused("name"));
    window.type_text("x");
    assert!(window.program.name.ends_with("xolc"), "the caret stands behind the letter");
}

#[test]
fn an_input_method_commits_whole_words() {
    use iced::advanced::input_method;
    let mut window = form();
    window.feed(iced::Event::InputMethod(input_method::Event::Commit("Z\u{30c}ółć".to_owned())));
    assert_eq!(window.program.name, "Žółć");
}

#[test]
fn shortcuts_type_nothing_and_alt_graph_does() {
    let mut window = form();
    for key in [".", "+", "f", "p"] {
        window.press(Key::Character(key.into()), Modifiers::CTRL, Some(key.into()));
        window.press(Key::Character(key.into()), Modifiers::ALT, Some(key.into()));
    }
    assert_eq!(window.program.name, "");
    window.press(Key::Character("q".into()), Modifiers::CTRL | Modifiers::ALT, Some("@".into()));
    assert_eq!(window.program.name, "@");
}

#[test]
fn tab_selects_what_stands_in_the_field() {
    let mut window = form();
    window.type_text("alt");
    window.key(Named::Tab);
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    window.type_text("neu");
    assert_eq!(window.program.name, "neu");
}

#[test]
fn a_date_takes_its_form_when_it_is_left() {
    let mut window = at("date");
    window.type_text("241126");
    assert_eq!(window.program.date, "241126");
    window.key(Named::Tab);
    assert_eq!(window.program.date, "24.11.2026");
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    window.key(Named::ArrowUp);
    assert_eq!(window.program.date, "25.11.2026");
    window.type_text("3.2.27");
    window.key(Named::Enter);
    assert_eq!(window.program.date, "03.02.2027");
}

#[test]
fn suggestions_are_chosen_with_arrows_and_taken_with_enter() {
    let mut window = at("trade");
    window.type_text("Fahr");
    window.key(Named::ArrowDown);
    window.key(Named::ArrowDown);
    assert!(window.texts().contains(&TRADES[1].to_owned()), "the list is open");
    window.key(Named::Enter);
    assert_eq!(window.program.trade, TRADES[1]);
    assert!(window.is_focused("trade"), "Enter took the row, it did not go on");
    window.key(Named::ArrowDown);
    window.key(Named::Escape);
    assert!(window.is_focused("trade"));
    window.key(Named::Enter);
    assert!(window.is_focused("date"), "closed, Enter goes on");
    assert_eq!(window.program.trade, TRADES[1]);
}

#[test]
fn a_choice_is_made_with_arrows_letters_and_the_open_list() {
    let mut window = at("kind");
    window.key(Named::ArrowDown);
    assert_eq!(window.program.kind, Some(0));
    window.type_text("z");
    assert_eq!(window.program.kind, Some(1));
    window.key(Named::Space);
    assert!(window.texts().contains(&KINDS[2].to_owned()), "the list is open");
    window.key(Named::ArrowDown);
    assert_eq!(window.program.kind, Some(1), "nothing is chosen before Enter");
    window.key(Named::Enter);
    assert_eq!(window.program.kind, Some(2));
    window.chord(Modifiers::ALT, Key::Named(Named::ArrowDown));
    window.key(Named::Home);
    window.key(Named::Escape);
    assert_eq!(window.program.kind, Some(2), "Esc takes nothing");
    window.key(Named::Enter);
    assert!(window.is_focused("share"));
}

#[test]
fn answers_are_chosen_with_arrows_and_boxes_ticked_with_space() {
    let mut window = at("share");
    window.key(Named::ArrowRight);
    window.key(Named::ArrowRight);
    assert_eq!(window.program.share, Some(1));
    window.key(Named::ArrowUp);
    assert_eq!(window.program.share, Some(0));
    window.type_text("u");
    assert_eq!(window.program.share, Some(2), "unbekannt");
    window.type_text("j");
    assert_eq!(window.program.share, Some(0), "ja");
    window.type_text("x");
    assert_eq!(window.program.share, Some(0), "no answer begins with it");
    window.key(Named::Enter);
    assert!(window.is_focused("note"));
    window = at("seen");
    window.key(Named::Space);
    assert!(window.program.seen);
    window = at("filter");
    window.key(Named::ArrowRight);
    assert_eq!(window.program.filter, 1);
}

#[test]
fn a_long_list_is_walked_and_opened() {
    let mut window = at("list");
    window.key(Named::ArrowDown);
    assert_eq!(window.program.row, Some(0));
    window.key(Named::End);
    assert_eq!(window.program.row, Some(99_999));
    assert!(window.texts().contains(&"Zeile 99999".to_owned()), "the selected row is seen");
    assert!(window.texts().len() < 200, "only what is seen is asked for");
    window.key(Named::PageUp);
    assert!((99_980..99_999).contains(&window.program.row.expect("a row")));
    window.key(Named::Home);
    window.key(Named::ArrowDown);
    window.key(Named::Enter);
    assert_eq!((window.program.row, window.program.opened), (Some(1), Some(1)));
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    window.key(Named::Space);
    assert_eq!(window.program.sorted, Some(0));
}

#[test]
fn the_pointer_does_what_the_keys_do() {
    let mut window = form();
    window.click("trade");
    assert!(window.is_focused("trade"));
    window.type_text("F");
    window.click("filter");
    assert!(window.is_focused("filter"), "one focus, and the list is closed: {:?}", window.focused());
    let list = window.bounds("list").expect("the list");
    window.click_at(iced::Point::new(list.x + 30.0, list.y + 33.0 * 2.5));
    assert_eq!(window.program.row, Some(2));
    window.click_at(iced::Point::new(list.x + 30.0, list.y + 33.0 * 2.5));
    assert_eq!(window.program.opened, Some(2), "a double click opens");
}

#[test]
fn f6_goes_from_column_to_column() {
    let mut window = at("kind");
    window.key(Named::F6);
    assert!(window.is_focused("filter"));
    window.key(Named::F6);
    assert!(window.is_focused("name"));
    window.chord(Modifiers::SHIFT, Key::Named(Named::F6));
    assert!(window.is_focused("filter"));
}

#[test]
fn a_dialog_keeps_the_focus_until_it_is_answered() {
    let mut window = at("ask");
    window.key(Named::Enter);
    assert!(window.program.asked && window.is_focused("yes"));
    window.key(Named::Tab);
    assert!(window.is_focused("no"));
    window.key(Named::Tab);
    assert!(window.is_focused("yes"));
    window.type_text("x");
    window.key(Named::Escape);
    assert!(!window.program.asked);
    assert!(window.is_focused("ask"), "the focus is where it was");
}

#[test]
fn the_focus_is_scrolled_into_view() {
    let mut window = at("ask");
    let tree = window.tree();
    let (_, node) = named(&tree, Role::Button, "Fragen");
    let bounds = node.bounds().expect("bounds");
    assert!(bounds.y0 >= 0.0 && bounds.y1 <= 400.0, "{bounds:?}");
}

fn named<'t>(tree: &'t TreeUpdate, role: Role, label: &str) -> &'t (NodeId, Node) {
    let found = tree.nodes.iter().find(|(_, node)| node.role() == role && node.label() == Some(label));
    found.unwrap_or_else(|| panic!("no {role:?} {label}"))
}

#[test]
fn a_screen_reader_finds_every_control_by_role_and_name() {
    let mut window = form();
    window.type_text("Kaya");
    let tree = window.tree();
    let (id, name) = named(&tree, Role::TextInput, "4 Name");
    assert_eq!(tree.focus, *id);
    assert_eq!((name.value(), name.description()), (Some("Kaya"), Some("Der Name fehlt.")));
    assert!(name.invalid().is_some());
    let (_, kind) = named(&tree, Role::ComboBox, "Art");
    assert_eq!((kind.value(), kind.is_expanded()), (Some("bitte wählen"), Some(false)));
    let _ = named(&tree, Role::RadioGroup, "Beteiligung");
    let _ = named(&tree, Role::RadioButton, "nein");
    let _ = named(&tree, Role::MultilineTextInput, "Bemerkung");
    let _ = named(&tree, Role::CheckBox, "gesehen");
    let _ = named(&tree, Role::TabList, "Filter");
    let _ = named(&tree, Role::ColumnHeader, "Nummer");
    let (_, row) = named(&tree, Role::Row, "Zeile 3 · offen");
    assert_eq!(row.children().len(), 2);
    assert!(named(&tree, Role::Button, "Gesperrt").1.is_disabled());
    window = at("share");
    window.key(Named::ArrowLeft);
    let tree = window.tree();
    assert_eq!(tree.focus, named(&tree, Role::RadioButton, "unbekannt").0, "the chosen button is read out");
    let ids: std::collections::HashSet<_> = tree.nodes.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), tree.nodes.len(), "every node once");
}

#[test]
fn a_screen_reader_fills_presses_and_moves() {
    use accesskit::{Action, ActionData, ActionRequest, TreeId};
    let mut window = form();
    let tree = window.tree();
    let wish = |role, label: &str, action, data| {
        let target_node = named(&tree, role, label).0;
        ActionRequest { action, target_tree: TreeId::ROOT, target_node, data }
    };
    let value = Some(ActionData::Value("Yıldız".into()));
    let wishes = [
        wish(Role::TextInput, "4 Name", Action::SetValue, value),
        wish(Role::CheckBox, "gesehen", Action::Click, None),
        wish(Role::Row, "Zeile 2 · offen", Action::Click, None),
        wish(Role::ComboBox, "Art", Action::Focus, None),
    ];
    for wish in wishes {
        window.run(amtsstube::ui::a11y::perform(wish));
    }
    let form = &window.program;
    assert_eq!((form.name.as_str(), form.seen, form.row), ("Yıldız", true, Some(2)));
    assert!(window.is_focused("kind"));
}

impl Program for App {
    type Message = AppMessage;

    fn update(&mut self, message: AppMessage) -> Task<AppMessage> {
        Self::update(self, message)
    }

    fn view(&self) -> Element<'_, AppMessage> {
        Self::view(self)
    }

    fn heard(&self, heard: Heard) -> Option<AppMessage> {
        Some(AppMessage::Heard(heard))
    }
}

#[test]
fn the_window_zooms_by_key_and_keeps_the_focus() {
    let (app, _) = App::new(Preferences::default());
    let mut window = Window::open(app, (1366.0, 700.0));
    assert!(window.is_focused("theme"));
    for _ in 0..20 {
        window.press(Key::Character("+".into()), Modifiers::CTRL, Some("+".into()));
    }
    assert!((window.program.scale() - 4.0).abs() < f32::EPSILON);
    assert!(window.is_focused("theme"));
    window.press(Key::Character("0".into()), Modifiers::CTRL, Some("0".into()));
    window.key(Named::ArrowRight);
    assert_eq!(window.program.theme(), Some(amtsstube::ui::theme::Theme::Light));
}

/// A scanner types faster than the window draws: nothing is lost and nothing lands in the field before.
#[test]
fn what_follows_enter_lands_in_the_next_field_at_once() {
    let fields: Element<'_, Message> =
        column![text_field("plz", "", Message::Name), text_field("ort", "", Message::Note)].into();
    let mut window =
        iced_test::Simulator::with_settings(amtsstube::ui::app::settings(), focus::keeper::<Message>(fields));
    let _ = window.tap_key(Key::Named(Named::Tab));
    let _ = window.typewrite("1");
    let _ = window.tap_key(Key::Named(Named::Enter));
    let _ = window.typewrite("g");
    let typed: Vec<Message> = window.into_messages().collect();
    assert_eq!(typed, [Message::Name("1".to_owned()), Message::Note("g".to_owned())]);
}
