//! The controls by keyboard alone, in a window without a screen.

mod form;
mod reader;
mod whole;

use crate::window::Window;
use accesskit::Role;
use amtsstube::ui::control::text_field;
use amtsstube::ui::{Element, focus};
use form::{Form, KINDS, Message, TRADES, at, form};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::column;
use reader::named;

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
