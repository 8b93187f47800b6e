//! What two frames of a control have in common, drawn without a window.

use super::{Column, Row, button, dialog, table, with_dialog};
use crate::ui::layout::Space;
use crate::ui::theme::{FONT, Theme, size};
use crate::ui::{Element, focus};
use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};
use iced::widget::{column, text};
use iced::{Color, Event, Point, Renderer, Size, mouse, window};
use iced_test::core::clipboard;
use iced_test::core::renderer::{Headless, Style};
use iced_test::core::time::Instant;
use iced_test::core::widget::operation::Outcome;
use iced_test::futures::futures::{StreamExt, executor::block_on};
use iced_test::runtime::user_interface::{Cache, UserInterface};
use iced_test::runtime::{Action, task};

const ROOM: Size = Size::new(600.0, 400.0);

fn renderer() -> Renderer {
    let renderer = block_on(<Renderer as Headless>::new(FONT, size::TEXT.into(), Some("tiny-skia")));
    renderer.expect("a renderer without a window")
}

fn give(view: Element<'_, ()>, cache: Cache, renderer: &mut Renderer, id: &'static str) -> Cache {
    let mut ui = UserInterface::build(view, ROOM, cache, renderer);
    let mut stream = task::into_stream(focus::to::<()>(id)).expect("something to do");
    let Some(Action::Widget(mut operation)) = block_on(stream.next()) else { panic!("no walk") };
    loop {
        ui.operate(renderer, operation.as_mut());
        match operation.finish() {
            Outcome::Chain(next) => operation = next,
            _ => break,
        }
    }
    ui.into_cache()
}

/// Draws it as a window does: it hears of that before.
fn hears(
    view: Element<'_, ()>,
    cache: Cache,
    renderer: &mut Renderer,
    event: Option<(Event, Point)>,
) -> Cache {
    let mut ui = UserInterface::build(view, ROOM, cache, renderer);
    let drawn = (Event::Window(window::Event::RedrawRequested(Instant::now())), Point::ORIGIN);
    for (event, at) in event.into_iter().chain([drawn]) {
        let at = mouse::Cursor::Available(at);
        let _ = ui.update(&[event], at, renderer, &mut clipboard::Null, &mut Vec::new());
    }
    ui.into_cache()
}

/// How many pixels have the colour of the ring.
fn ringed(view: Element<'_, ()>, cache: Cache, renderer: &mut Renderer) -> (usize, Cache) {
    let tokens = Theme::Light.tokens();
    let mut ui = UserInterface::build(view, ROOM, cache, renderer);
    ui.draw(renderer, &Theme::Light, &Style { text_color: tokens.text }, mouse::Cursor::Unavailable);
    let rgba = renderer.screenshot(Size::new(600, 400), 1.0, tokens.background);
    let [red, green, blue, _] = Color::into_rgba8(tokens.ring);
    let count = rgba.chunks_exact(4).filter(|pixel| pixel[..3] == [red, green, blue]).count();
    (count, ui.into_cache())
}

#[test]
fn a_list_that_is_filled_keeps_the_keyboard() {
    let list = |count: usize| -> Element<'static, ()> {
        let columns = vec![Column::new("Tag", 96)];
        table("rows", "Tage", columns, count, |_| Row::default()).select(None, |_| ()).empty("lädt").into()
    };
    let mut renderer = renderer();
    let cache = give(list(0), Cache::default(), &mut renderer, "rows");
    let (empty, cache) = ringed(list(0), cache, &mut renderer);
    let (filled, cache) = ringed(list(3), cache, &mut renderer);
    let (again, _) = ringed(list(0), cache, &mut renderer);
    assert!(empty > 100 && filled > 100 && again > 100, "{empty}, {filled}, {again}");
}

#[test]
fn behind_a_dialog_there_is_no_second_ring() {
    let screen = |asks: bool| -> Element<'static, ()> {
        let behind = button("dahinter").id("behind").on_press(());
        let inside = button("darin").id("inside").on_press(());
        with_dialog(behind, asks.then(|| dialog("Frage", inside, ())), Space::new(600.0, 400.0))
    };
    let mut renderer = renderer();
    let cache = give(screen(false), Cache::default(), &mut renderer, "behind");
    let (before, cache) = ringed(screen(false), cache, &mut renderer);
    let (nobody, cache) = ringed(screen(true), cache, &mut renderer);
    assert!(before > 100 && nobody == 0, "{before}, {nobody}");
    let cache = give(screen(true), cache, &mut renderer, "inside");
    let (inside, cache) = ringed(screen(true), cache, &mut renderer);
    assert!(inside > 100, "{inside}");
    let (after, _) = ringed(screen(false), cache, &mut renderer);
    assert_eq!(after, before, "the keyboard is where it was");
}

#[test]
fn what_is_drawn_anew_at_another_place_or_was_switched_off_keeps_the_keyboard() {
    let screen = |told: bool, free: bool| -> Element<'static, ()> {
        let told = told.then(|| text("So geht das nicht."));
        let inside = column![]
            .push(told)
            .push(text("Darunter"))
            .push(button("Verwerfen").id("deed").on_press_maybe(free.then_some(())));
        focus::keeper(inside)
    };
    let mut renderer = renderer();
    let mut frame = |told: bool, free: bool, cache: Cache| {
        let cache = hears(screen(told, free), cache, &mut renderer, None);
        ringed(screen(told, free), cache, &mut renderer)
    };
    let cache = give(screen(false, true), Cache::default(), &mut self::renderer(), "deed");
    let (before, cache) = frame(false, true, cache);
    let (told, cache) = frame(true, true, cache);
    let (busy, cache) = frame(true, false, cache);
    let (again, cache) = frame(false, true, cache);
    assert!(before > 100 && told > 100 && again > 100, "{before}, {told}, {again}");
    assert_eq!(busy, 0, "what is switched off has no keyboard");
    let press = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    let beside = Some((press, Point::new(590.0, 390.0)));
    let cache = hears(screen(false, true), cache, &mut renderer, beside);
    let cache = hears(screen(true, true), cache, &mut renderer, None);
    assert_eq!(ringed(screen(true, true), cache, &mut renderer).0, 0, "it was taken away on purpose");
}

/// A fast hand presses several keys before the list is drawn again: each counts from where the one before led.
#[test]
fn keys_that_come_at_once_each_go_a_row_further() {
    let columns = vec![Column::new("Tag", 96)];
    let list = table("rows", "Tage", columns, 9, |_| Row::default());
    let list: Element<'_, usize> = list.select(None, |at| at).on_open(|at| 100 + at).into();
    let mut renderer = renderer();
    let mut ui = UserInterface::build(list, ROOM, Cache::default(), &mut renderer);
    let key = |name: Named| {
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: Key::Named(name),
            modified_key: Key::Named(name),
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers: Modifiers::empty(),
            repeat: false,
            text: None,
        })
    };
    let press = Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    let events = [press, key(Named::ArrowDown), key(Named::ArrowDown), key(Named::Enter)];
    let at = mouse::Cursor::Available(Point::new(40.0, 100.0));
    let mut said = Vec::new();
    let _ = ui.update(&events, at, &mut renderer, &mut clipboard::Null, &mut said);
    let Some(first) = said.first().copied() else { panic!("no row was pressed") };
    assert_eq!(said, [first, first + 1, first + 2, 100 + first + 2]);
}
