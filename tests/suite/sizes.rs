//! Every screen at every size: at 100 % and at 400 %, in a broad window and in a narrow one, each control is reached by
//! Tab and seen when it has the keyboard, no word is squeezed and none lies over another.

use crate::manned::{ByHand as _, Office};
use crate::window::{Placed, Window};
use accesskit::{Action, NodeId, Role};
use amtsstube::ui::app::App;
use amtsstube::ui::preferences::Preferences;
use amtsstube::ui::theme::{FONT, Theme, size};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Rectangle, Size};
use std::collections::BTreeSet;

/// Effective sizes: the window divided by its zoom.
const SIZES: [(&str, f32, f32); 9] = [
    ("1366x700-100", 1366.0, 700.0),
    ("1099x700-100", 1099.0, 700.0),
    ("1366x700-150", 1366.0 / 1.5, 700.0 / 1.5),
    ("799x700-100", 799.0, 700.0),
    ("1366x700-250", 1366.0 / 2.5, 280.0),
    ("499x700-100", 499.0, 700.0),
    ("1366x700-300", 1366.0 / 3.0, 700.0 / 3.0),
    ("1280x1024-400", 320.0, 256.0),
    ("1366x640-150", 1366.0 / 1.5, 640.0 / 1.5),
];

/// A screen, and what is pressed to come there from the screen before.
type Way = (&'static str, fn(&mut Window<App>));

/// The ways to the screens, in their order.
fn ways() -> Vec<Way> {
    at_the_counter().into_iter().chain(with_cases()).chain(with_people()).collect()
}

fn at_the_counter() -> Vec<Way> {
    vec![
        ("sign-in", |_| {}),
        ("start", |w| {
            w.type_text("clerk");
            w.key(Named::Enter);
            w.type_text("1357");
            w.key(Named::Enter);
        }),
        ("start-offers", |w| w.type_text("an")),
        ("form", |w| {
            w.key(Named::Escape);
            w.tab_to_prefix("parked.");
            w.key(Named::Enter);
        }),
        ("form-person", |w| w.enter("next-section")),
        ("form-trade", |w| w.enter("next-section")),
        ("form-permits", |w| w.enter("next-section")),
        ("person", |w| w.enter("change-person")),
        ("check", |w| {
            w.finish();
            w.finish();
        }),
        ("sign", |w| w.finish()),
        ("pay", |w| w.finish()),
        ("done", |w| w.finish()),
    ]
}

fn with_cases() -> Vec<Way> {
    vec![
        ("cases", |w| {
            w.key(Named::F3);
            w.tab_to("cases-list");
            w.key(Named::End);
            w.tab_to("cases");
        }),
        ("inbox", |w| w.ctrl("o")),
        ("lot", |w| {
            w.key(Named::Escape);
            w.ctrl("e");
        }),
        ("case", |w| {
            w.key(Named::Escape);
            w.tab_to("cases");
            // Behind the two trade notices stands the case of the service that decides.
            w.key(Named::Home);
            w.key(Named::ArrowDown);
            w.key(Named::ArrowDown);
            w.key(Named::Enter);
        }),
        ("note", |w| w.ctrl("n")),
        ("follow-up", |w| {
            w.key(Named::Escape);
            w.ctrl("t");
        }),
        ("decide", |w| {
            w.key(Named::Escape);
            w.enter("case-decide");
        }),
        ("print", |w| {
            w.key(Named::Escape);
            w.ctrl("p");
        }),
        ("paper", |w| {
            // Whether there is a printer to ask for depends on the machine.
            if w.standing().is_some_and(|stop| stop.id.starts_with("over-")) {
                w.key(Named::Escape);
            }
            w.enter("papers");
        }),
        ("prints", |w| {
            w.key(Named::Escape);
            w.ctrl("d");
        }),
        ("search", |w| {
            w.ctrl("f");
            w.type_text("frei");
        }),
    ]
}

fn with_people() -> Vec<Way> {
    vec![
        ("persons", |w| {
            w.key(Named::Escape);
            w.key(Named::F4);
            w.type_text("frei");
        }),
        ("persons-person", |w| w.enter("persons")),
        ("persons-together", |w| {
            w.enter("persons-together");
            w.type_text("nienhaus");
            w.key(Named::Enter);
        }),
        ("settings-town", |w| w.key(Named::F8)),
        ("settings-users", |w| {
            w.tab_to("settings");
            w.key(Named::ArrowRight);
            w.tab_to("users");
            w.key(Named::ArrowDown);
        }),
        ("settings-catalogue", |w| {
            w.tab_to("settings");
            w.key(Named::ArrowRight);
            w.tab_to("services");
            w.key(Named::ArrowDown);
        }),
        ("workshop", |w| w.key(Named::Enter)),
        ("workshop-told", |w| {
            w.tab_to("workshop-pages");
            w.key(Named::ArrowRight);
        }),
        ("workshop-papers", |w| {
            w.tab_to("workshop-pages");
            w.key(Named::ArrowRight);
        }),
        ("workshop-changes", |w| {
            w.tab_to("workshop-pages");
            w.key(Named::ArrowRight);
        }),
        ("workshop-faults", |w| {
            w.tab_to("workshop-pages");
            w.key(Named::ArrowRight);
        }),
        ("appearance", |w| {
            w.key(Named::Escape);
            w.tab_to("settings");
            w.key(Named::ArrowRight);
        }),
        ("till", |w| w.key(Named::F5)),
        ("till-count", |w| w.finish()),
    ]
}

#[test]
fn the_work_list_shows_its_rows_at_250_per_cent() {
    let office = Office::new();
    for (name, width, height) in &SIZES[4..] {
        let mut window = office.window(*width, *height);
        for (screen, go) in ways() {
            if ["sign-in", "start", "cases"].contains(&screen) {
                go(&mut window);
            }
        }
        let number = |text: &str| {
            ["10.30", "20.40", "32.10"].iter().any(|plan| text.starts_with(&format!("{plan}-2026-A-")))
        };
        let whole = |placed: &&Placed| placed.seen.is_some_and(|seen| seen.height > 30.0);
        let rows = window.placed_texts();
        let rows = rows
            .iter()
            .filter(whole)
            .filter(|placed| number(&placed.text) && placed.place.y + placed.place.height <= *height);
        let rows = rows.count();
        assert!(rows >= 2, "{name}: {rows} rows are seen of the list");
    }
}

#[test]
fn help_opens_on_every_screen_and_gives_the_keyboard_back() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    for (screen, go) in ways() {
        go(&mut window);
        let before = window.standing().map(|stop| stop.id);
        window.key(Named::F1);
        let texts = window.texts();
        assert!(texts.iter().any(|text| text == "Tasten überall"), "{screen}: {texts:?}");
        assert!(
            !texts.iter().any(|text| text.starts_with("help-")),
            "{screen}: a text is missing: {texts:?}"
        );
        assert_eq!(window.standing().map(|stop| stop.id).as_deref(), Some("help-text"), "{screen}");
        let close =
            window.placed_texts().into_iter().find(|placed| placed.text == "Schließen").expect("a button");
        assert!(close.place.y + close.place.height < 700.0, "{screen}: the button is seen: {close:?}");
        window.key(Named::Escape);
        assert_eq!(window.standing().map(|stop| stop.id), before, "{screen}: the keyboard is where it was");
    }
    window.key(Named::F1);
    window.key(Named::F3);
    let at = window.standing().map(|stop| stop.id);
    assert_ne!(at.as_deref(), Some("help-text"), "whoever presses a key that help names goes there");
}

#[test]
fn help_says_what_a_field_asks_for() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    for (_, go) in ways().into_iter().take(5) {
        go(&mut window);
    }
    window.tab_to("vornamen");
    window.key(Named::F1);
    let texts = window.texts();
    let hint = "Leer lassen, wenn die Person nur einen Namen hat.";
    assert!(texts.iter().any(|text| text == hint), "{texts:?}");
}

/// Tab comes back to where it began in both directions without leaving the dialog, and a screen reader finds nothing beside it.
fn walks_in_a_ring(window: &mut Window<App>) {
    let at = |window: &mut Window<App>| window.standing().map(|stop| stop.id).unwrap_or_default();
    let begins = at(window);
    for modifiers in [Modifiers::empty(), Modifiers::SHIFT] {
        let mut walked = 0;
        loop {
            window.chord(modifiers, Key::Named(Named::Tab));
            let id = at(window);
            if id == begins {
                break;
            }
            walked += 1;
            assert!(id.starts_with("over-") && walked < 12, "{id} is behind the dialog");
        }
    }
    window.key(Named::F6);
    assert!(at(window).starts_with("over-"), "F6 stays as well");
    let tree = window.tree();
    let of = |role: Role| tree.nodes.iter().filter(move |(_, node)| node.role() == role);
    assert!(of(Role::Dialog).all(|(_, node)| node.is_modal()));
    assert!(of(Role::Region).count() > 0 && of(Role::Region).all(|(_, node)| node.is_hidden()));
}

#[test]
fn from_the_list_a_case_is_opened_for_what_is_to_be_done() {
    let office = Office::new();
    for (letter, place) in [("t", "over-date"), ("n", "over-text")] {
        let mut window = office.window(1366.0, 700.0);
        for (screen, go) in ways() {
            if ["sign-in", "start", "cases"].contains(&screen) {
                go(&mut window);
            }
        }
        window.ctrl(letter);
        let at = window.standing().map(|stop| stop.id).unwrap_or_default();
        assert_eq!(at, place, "Ctrl+{letter}");
        walks_in_a_ring(&mut window);
        window.type_keys(["1"]);
        window.key(Named::F2);
        let there = window.standing().map(|stop| stop.id).unwrap_or_default();
        assert!(!there.starts_with("over-"), "the dialog gives way: {there}");
        window.key(Named::F3);
        window.ctrl(letter);
        assert_eq!(window.standing().map(|stop| stop.id), Some(at.clone()), "the dialog is there again");
        window.ctrl("f");
        assert_eq!(window.standing().map(|stop| stop.id).as_deref(), Some("search"));
        window.key(Named::F3);
        window.ctrl(letter);
        window.ctrl("l");
        assert_eq!(window.standing().map(|stop| stop.id).as_deref(), Some("pin"), "Ctrl+L locks");
    }
}

/// What stands in no control is read to its end by keyboard.
#[test]
fn pages_are_turned_where_no_control_takes_the_key() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    for (screen, go) in ways() {
        go(&mut window);
        if screen == "check" {
            break;
        }
    }
    let last = |window: &mut Window<App>| {
        let texts = window.placed_texts();
        let last =
            texts.into_iter().find(|placed| placed.text.contains("Datum der Anzeige")).expect("an answer");
        last.seen.is_some_and(|seen| seen.height > 10.0)
    };
    assert!(!last(&mut window), "the answers are longer than the window");
    window.key(Named::End);
    assert!(last(&mut window), "End turns to the last one");
    assert_eq!(window.standing().map(|stop| stop.id).as_deref(), Some("stop-next"), "the keyboard stays");
}

/// Zoom and colours are kept: for the user, and for whoever signs in next.
#[test]
fn the_window_is_found_as_it_was_set() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    for (_, go) in ways().into_iter().take(2) {
        go(&mut window);
    }
    window.ctrl("+");
    window.ctrl("+");
    let kept: Option<Preferences> = office.desk.window_settings(None).unwrap();
    assert_eq!(kept.map(|kept| kept.zoom), Some(125));
    let mut other = office.window(1366.0, 700.0);
    for (_, go) in ways().into_iter().take(2) {
        go(&mut other);
    }
    assert!((other.program.scale() - 1.25).abs() < f32::EPSILON, "the user's own setting comes with them");
}

/// Windows that town halls have, and the longest number, day or amount that a cell has to show whole.
const DESKS: [(f32, f32); 2] = [(1366.0, 768.0), (1024.0, 768.0)];
const WHOLE: usize = 21;

/// How wide words are in a cell of a table, with its edges.
fn needs(text: &str) -> f32 {
    use iced::advanced::text::{Alignment, LineHeight, Paragraph as _, Shaping, Text, Wrapping};
    type Paragraph = <iced::Renderer as iced::advanced::text::Renderer>::Paragraph;
    let text = Text {
        content: text,
        bounds: Size::INFINITE,
        size: size::TEXT.into(),
        line_height: LineHeight::default(),
        font: FONT,
        align_x: Alignment::Default,
        align_y: iced::alignment::Vertical::Top,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    };
    Paragraph::with_text(text).min_bounds().width + 18.0
}

/// In the rows of a table every number, day and amount is read whole; where there is no room, words give way.
#[test]
fn no_number_is_cut() {
    let mut cut = BTreeSet::new();
    for (width, height) in DESKS {
        let office = Office::new();
        let mut window = office.window(width, height);
        for (screen, go) in ways() {
            go(&mut window);
            if std::env::var("GALLERY").is_ok() {
                window.picture(&format!("desk-{width}-{screen}"), Theme::Light);
            }
            let cells = window.placed_texts().into_iter();
            let cells = cells.filter(|placed| (placed.place.height - size::ROW - 1.0).abs() < 0.1);
            let whole =
                |text: &str| text.contains(|c: char| c.is_ascii_digit()) && text.chars().count() <= WHOLE;
            for cell in cells.filter(|cell| whole(&cell.text)) {
                if needs(&cell.text) > cell.place.width + 0.5 {
                    let _ = cut.insert(format!(
                        "{width} {screen}: {:?} needs {:.0} and has {:.0}",
                        cell.text,
                        needs(&cell.text),
                        cell.place.width
                    ));
                }
            }
        }
    }
    assert!(cut.is_empty(), "{}", cut.into_iter().collect::<Vec<_>>().join("\n"));
}

/// What is wrong with the screen as it stands.
fn faults(window: &mut Window<App>, size: Size) -> Vec<String> {
    let mut faults = Vec::new();
    let all = Rectangle::with_size(size);
    let texts = window.placed_texts();
    for Placed { text, place, .. } in &texts {
        let longest = text.split(|c: char| c.is_whitespace() || c == '-').map(|w| w.chars().count()).max();
        let least = 3.5 * longest.unwrap_or_default().min(12) as f32;
        if place.width < least {
            faults.push(format!("squeezed to {}: {text:?}", place.width));
        }
        if place.x < -0.5 || place.x + place.width > all.width + 0.5 {
            faults.push(format!("beyond the edge {place:?}: {text:?}"));
        }
    }
    let seen: Vec<_> = texts.iter().filter_map(|placed| Some((&placed.text, placed.seen?))).collect();
    for (at, (text, place)) in seen.iter().enumerate() {
        for (other, there) in &seen[at + 1..] {
            let over = place.intersection(there).is_some_and(|over| over.width > 1.5 && over.height > 3.0);
            if over && text != other {
                faults.push(format!("{text:?} {place:?} lies over {other:?} {there:?}"));
            }
        }
    }
    faults.extend(unreached(window, all));
    faults
}

/// How many controls Tab visits: while a dialog is open, those in it.
fn to_reach(window: &mut Window<App>) -> usize {
    let tree = window.tree();
    let node = |wanted: NodeId| tree.nodes.iter().find(|(id, _)| *id == wanted).map(|(_, node)| node);
    let Some((dialog, _)) = tree.nodes.iter().find(|(_, node)| node.role() == Role::Dialog) else {
        return window.stops();
    };
    let (mut open, mut count) = (vec![*dialog], 0);
    while let Some(inside) = open.pop().and_then(node) {
        count += usize::from(inside.supports_action(Action::Focus));
        open.extend(inside.children());
    }
    count
}

/// Goes round by Tab and says what is not reached, or not seen once it is.
fn unreached(window: &mut Window<App>, all: Rectangle) -> Vec<String> {
    let mut faults = Vec::new();
    let count = to_reach(window);
    let mut met = BTreeSet::new();
    for _ in 0..count {
        let Some(stop) = window.standing() else {
            faults.push("the keyboard is nowhere".to_owned());
            window.key(Named::Tab);
            continue;
        };
        let seen = stop.seen.and_then(|seen| seen.intersection(&all));
        let (wide, high) = seen.map_or((0.0, 0.0), |seen| (seen.width, seen.height));
        if high + 1.0 < stop.bounds.height.min(stop.room.height)
            || wide + 1.0 < stop.bounds.width.min(stop.room.width)
        {
            faults.push(format!(
                "{} has the keyboard and is seen only {wide} × {high}: {:?}",
                stop.id, stop.bounds
            ));
        }
        let _ = met.insert(stop.at);
        window.key(Named::Tab);
    }
    if met.len() < count {
        faults.push(format!("Tab reaches {} of {count} controls", met.len()));
    }
    faults
}

/// Screens that hold the keyboard themselves: going round by Tab would leave an open list.
const LISTS: [&str; 2] = ["start-offers", "search"];

fn walk_at(name: &str, width: f32, height: f32) -> Vec<String> {
    let office = Office::new();
    let mut window = office.window(width, height);
    let mut found = Vec::new();
    for (screen, go) in ways() {
        go(&mut window);
        // For the eye: GALLERY=light, dark or contrast leaves a picture of every screen.
        if let Ok(theme) = std::env::var("GALLERY") {
            let look = match theme.as_str() {
                "dark" => Theme::Dark,
                "contrast" => Theme::HighContrast,
                _ => Theme::Light,
            };
            window.picture(&format!("{name}-{screen}-{theme}"), look);
        }
        let list = LISTS.contains(&screen);
        let faults = if list { Vec::new() } else { faults(&mut window, Size::new(width, height)) };
        found.extend(faults.into_iter().map(|fault| format!("{name} {screen}: {fault}")));
    }
    found
}

macro_rules! sizes {
    ($($test:ident $at:literal,)*) => {$(
        #[test]
        fn $test() {
            let (name, width, height) = SIZES[$at];
            let found = walk_at(name, width, height);
            assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
        }
    )*};
}
sizes! {
    the_usual_window 0,
    just_below_three_columns 1,
    at_150_per_cent 2,
    just_below_the_navigation 3,
    at_250_per_cent 4,
    just_below_two_fields_beside_each_other 5,
    at_300_per_cent 6,
    at_400_per_cent_on_an_old_screen 7,
    low_and_of_two_columns 8,
}
