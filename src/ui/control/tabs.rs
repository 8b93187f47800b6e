//! Filters beside a title ("Meine 14", "Offen 41") and tabs over a page. One stop of Tab; arrows choose.

use super::check::arrow;
use super::press::{Look, press};
use super::text::body;
use crate::ui::Element;
use crate::ui::a11y::{Role, child_id};
use crate::ui::theme::{Tokens, size, space};
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Id, container, row};
use iced::{Alignment, Border};
use std::rc::Rc;

/// One of them has to be chosen. `name` is for the screen reader.
pub fn tabs<'a, M: Clone + 'static>(
    id: impl Into<Id>,
    name: impl Into<String>,
    entries: Vec<String>,
    chosen: usize,
    on_choose: impl Fn(usize) -> M + 'a,
) -> Element<'a, M> {
    tabs_over(id, name, entries, chosen, on_choose, |_| None)
}

/// The same over a list: a letter or digit that is typed here means to narrow it, as in the list itself.
pub fn tabs_over<'a, M: Clone + 'static>(
    id: impl Into<Id>,
    name: impl Into<String>,
    entries: Vec<String>,
    chosen: usize,
    on_choose: impl Fn(usize) -> M + 'a,
    on_type: impl Fn(String) -> Option<M> + 'a,
) -> Element<'a, M> {
    let (id, count) = (id.into(), entries.len());
    let active = child_id(&id, chosen);
    let value = entries.get(chosen).cloned();
    let on_choose = Rc::new(on_choose);
    let chips = entries.into_iter().enumerate().map(|(index, words)| {
        let on = index == chosen;
        let inside = container(body(words.clone())).padding([6.0, 10.0]);
        press(inside, Some(on_choose(index)))
            .named(Role::Tab, words)
            .info(|info| info.selected = Some(on))
            .look(move |tokens, status| look(tokens, on, status.hovered))
            .id(child_id(&id, index))
            .stops(false)
            .into()
    });
    let line = row(chips).spacing(space::S).align_y(Alignment::Center).wrap();
    let message = on_choose(chosen);
    press(line, Some(message))
        .id(id)
        .named(Role::TabList, name)
        .on_key(move |key, modifiers| {
            let moved = arrow(key, modifiers, Some(chosen), count).map(|at| on_choose(at));
            moved.or_else(|| on_type(letter(key, modifiers)?))
        })
        .info(|info| {
            info.value = value;
            info.active_child = Some(active);
            info.covers_children = false;
        })
        .into()
}

/// A letter or digit that was typed, and no command.
fn letter(key: &Key, modifiers: Modifiers) -> Option<String> {
    let Key::Character(letter) = key else { return None };
    let typed = modifiers.difference(Modifiers::SHIFT).is_empty();
    (typed && letter.chars().next().is_some_and(char::is_alphanumeric)).then(|| letter.to_string())
}

fn look(tokens: &Tokens, on: bool, hovered: bool) -> Look {
    let color = if on || hovered { tokens.accent } else { tokens.field_border };
    let width = if on { 2.0 } else { 1.0 };
    Look {
        background: if on { tokens.accent_tint } else { tokens.panel },
        border: Border::default().rounded(size::RADIUS).width(width).color(color),
        ..Look::plain(tokens)
    }
}
