//! Draws the administration. Changes nothing.

use super::{Message, State};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{KeyHint, panel, primary, tabs, text_field, title};
use crate::ui::layout::{Space, beside, columns};
use crate::ui::screen::beside::{at, elsewhere};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::space;
use crate::words;
use iced::widget::{column, container};

impl State {
    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        let pages = vec![fl!("settings-town"), fl!("settings-users"), fl!("settings-appearance")];
        let head = column![
            title(fl!("settings-title")),
            tabs("settings", fl!("settings-pages"), pages, self.page, Message::PageChosen)
        ];
        let page = if self.page == 0 { self.town(space_of) } else { self.working(space_of) };
        let all = column![head.spacing(space::S), page].spacing(space::M);
        columns(space_of, space_of.scrolls(container(all).max_width(860.0))).into()
    }

    fn town(&self, space_of: Space) -> Element<'_, Message> {
        let fields: Vec<&str> = self.keys.iter().map(|(key, _)| key.as_str()).collect();
        let mut form = panel().spacing(space::M);
        for problem in elsewhere(&self.problems, &fields) {
            form = form.push(problem);
        }
        for two in self.keys.chunks(2) {
            form = form.push(beside(space_of, two.iter().map(|(key, says)| self.field(key, says))));
        }
        let save = primary(fl!("settings-save"))
            .id("settings-save")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!self.busy).then_some(Message::TownSaved));
        form.push(save).into()
    }

    fn field<'a>(&'a self, key: &'a str, says: &str) -> Element<'a, Message> {
        let value = self.town.get(key).map_or("", String::as_str);
        let field = text_field(key.to_owned(), value, move |text| Message::ValueTyped(key.to_owned(), text));
        let field = field.problem(at(&self.problems, key));
        if says.is_empty() {
            field.label(words::text(&format!("settings-key-{}", key.replace('.', "-")))).into()
        } else {
            field.label(fl!("settings-cents", says = says.to_owned())).hint(key.to_owned()).into()
        }
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.page == 0 {
            vec![KeyHint::new(Shortcut::Finish.keys(), fl!("settings-save"))]
        } else {
            Vec::new()
        }
    }
}
