//! Draws two people side by side. Changes nothing.

use super::super::view::{address, birth};
use super::{Message, Together, control};
use crate::desk::look::PersonHit;
use crate::desk::merge::SideBySide;
use crate::domain::person::{Person, fields};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    KeyHint, Suggestion, badge, body, button, panel, primary, radio, section, small, text_field, title,
};
use crate::ui::layout::Space;
use crate::ui::screen::beside::elsewhere;
use crate::ui::screen::counter::work::written_date;
use crate::ui::screen::persons::Message as Screen;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{container, row};

impl Together {
    /// Draws it in the middle column.
    pub fn view(&self, space_of: Space) -> Element<'_, Screen> {
        let mut page = panel().spacing(space::M).push(title(fl!("together-title")));
        for problem in elsewhere(&self.problems, &[]) {
            page = page.push(problem);
        }
        page = match &self.shown {
            None => page.push(self.asked()),
            Some(shown) => self.both(page, shown),
        };
        let go = primary(fl!("together-go")).id("together-go").keys(Shortcut::Finish.keys());
        let may = self.shown.is_some() && !self.busy;
        let go = go.on_press_maybe(may.then_some(Screen::Together(Message::GoPressed)));
        let back = button(fl!("together-back")).id("together-back").on_press(Screen::BackPressed);
        page = page.push(row![go, back].spacing(space::S).wrap());
        space_of.scrolls(container(page).max_width(760.0))
    }

    fn asked(&self) -> Element<'_, Screen> {
        let rows = self.found.iter().map(offered).collect();
        text_field("together-text", &self.typed, |typed| Screen::Together(Message::Typed(typed)))
            .label(fl!("together-other"))
            .hint(fl!("persons-search-hint"))
            .suggestions(rows, |at| Screen::Together(Message::Taken(at)))
            .first()
            .into()
    }

    fn both<'a>(
        &'a self,
        page: crate::ui::control::Panel<'a, Screen>,
        shown: &'a SideBySide,
    ) -> crate::ui::control::Panel<'a, Screen> {
        let mut page = page
            .push(body(fl!("together-first", name = named(&shown.one))))
            .push(body(fl!("together-second", name = named(&shown.two))));
        if shown.one.is_blocked() || shown.two.is_blocked() {
            page = page.push(badge(fl!("persons-blocked"), Tone::Error)).push(small(fl!("together-blocked")));
        }
        if shown.differences.is_empty() {
            page = page.push(small(fl!("together-alike")));
        } else {
            page = page.push(small(fl!("together-choose")));
        }
        for (differ, proposed) in &shown.differences {
            let field = differ.field.clone();
            let values = differ.values.iter().map(|value| said(&differ.field, value)).collect();
            let at = self.stands.get(&differ.field).copied().unwrap_or(*proposed);
            let choose = radio(control(&differ.field), values, Some(at), move |at| {
                Screen::Together(Message::Chosen(field.clone(), at))
            });
            page = page.push(choose.label(words::field("persons-field", &differ.field)));
        }
        if !shown.papers.is_empty() {
            page = page.push(section(fl!("merge-papers")));
        }
        for (_, number, paper) in &shown.papers {
            page = page.push(small(format!("{number} · {paper}")));
        }
        page.push(small(fl!("together-says")))
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        let go = self.shown.as_ref().map(|_| KeyHint::new(Shortcut::Finish.keys(), fl!("together-go")));
        go.into_iter().chain([KeyHint::new(Shortcut::Escape.keys(), fl!("together-back"))]).collect()
    }
}

fn offered(hit: &PersonHit) -> Suggestion {
    let address = if hit.row.blocked { fl!("persons-blocked") } else { address(&hit.row) };
    let about = [birth(&hit.row), address].into_iter().filter(|part| !part.is_empty());
    Suggestion::new(about.collect::<Vec<_>>().join(" · ")).strong(hit.row.name.clone())
}

/// A person as they are told from others.
fn named(person: &Person) -> String {
    let born = written_date(person.get(fields::BIRTH_DATE));
    let born = born.unwrap_or_else(|| person.get(fields::BIRTH_DATE).to_owned());
    [person.name(), born].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A value as a person reads it.
fn said(field: &str, value: &str) -> String {
    match (field, value) {
        (_, "") => fl!("together-nothing"),
        (fields::BIRTH_DATE, _) => written_date(value).unwrap_or_else(|| value.to_owned()),
        (fields::GENDER, _) => words::text(&format!("persons-gender-{}", value.replace('_', "-"))),
        (_, "yes") => fl!("together-yes"),
        _ => value.to_owned(),
    }
}
