//! Draws the administration. Changes nothing.

use super::town::heading;
use super::{Asked, CATALOGUE, Message, RETENTION, State};
use crate::catalogue::TownKind;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    KeyHint, button, choice, link, money_field, panel, primary, section, small, state, tabs, text_field,
    title, with_dialog,
};
use crate::ui::layout::{Space, beside, columns};
use crate::ui::screen::beside::{at, elsewhere, local};
use crate::ui::screen::decided;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, container, row};
use iced::{Alignment, Fill};

impl State {
    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        let pages = vec![
            fl!("settings-town"),
            fl!("settings-users"),
            fl!("settings-catalogue"),
            fl!("retention-title"),
            fl!("settings-appearance"),
        ];
        let head = column![
            title(fl!("settings-title")),
            tabs("settings", fl!("settings-pages"), pages, self.page, Message::PageChosen)
        ];
        let page = match self.page {
            0 => self.town(space_of),
            CATALOGUE => self.packs.view(space_of),
            RETENTION => self.retention.view(space_of),
            _ => self.working(space_of),
        };
        let all = column![head.spacing(space::S), page].spacing(space::M);
        let page = columns(space_of, space_of.scrolls(container(all).max_width(860.0)));
        let dialog = self.arms.dialog(space_of).or_else(|| self.packs.dialog(space_of));
        let dialog = dialog.or_else(|| self.backup.dialog(space_of));
        with_dialog(page, dialog, space_of)
    }

    fn town(&self, space_of: Space) -> Element<'_, Message> {
        let fields: Vec<&str> = self.asked.iter().map(|asked| asked.key.as_str()).collect();
        let mut form = panel().spacing(space::M);
        if !self.may_town {
            form = form.push(small(fl!("settings-town-read")));
        }
        for problem in elsewhere(&self.problems, &fields) {
            form = form.push(problem);
        }
        let open = self.open_suggestions().count();
        if self.may_town && open > 0 {
            let enter = button(fl!("settings-take-suggested", count = open))
                .id("settings-take-suggested")
                .on_press(Message::SuggestedPressed);
            form = form.push(enter).push(small(fl!("settings-suggested-hint")));
        }
        for topic in self.asked.chunk_by(|one, next| one.topic == next.topic) {
            let Some(first) = topic.first() else { continue };
            form = form.push(section(heading(&first.topic, first)));
            for two in topic.chunks(2) {
                form = form.push(beside(space_of, two.iter().map(|asked| self.field(asked))));
            }
        }
        form = form.push_maybe(self.may_town.then(|| self.not_saved()).flatten());
        let save = self.may_town.then(|| {
            primary(fl!("settings-save"))
                .id("settings-save")
                .keys(Shortcut::Finish.keys())
                .on_press_maybe((!self.busy).then_some(Message::TownSaved))
        });
        let cards = column![Element::from(form.push_maybe(save)), self.arms.view(self.may_town)];
        let cards = cards.push(decided::card(&self.decided, "settings-key"));
        let cards = cards.push(self.inbox.view(self.may_town));
        cards.push(self.backup.view(space_of)).spacing(space::M).into()
    }

    /// That something is typed and not saved, and taking it back.
    fn not_saved(&self) -> Option<Element<'_, Message>> {
        let count = self.unsaved()?.len();
        let says = state(fl!("settings-unsaved", count = count), Tone::Warning);
        let drop = link(fl!("settings-unsaved-drop")).id("settings-drop").on_press(Message::TypedDropped);
        Some(row![says, Element::from(drop)].spacing(space::M).align_y(Alignment::Center).wrap().into())
    }

    /// Who suggests what for a value, and whether just that stands there.
    fn hint(&self, key: &str, typed: &str) -> Option<String> {
        let one = self.suggested.get(key)?;
        let (publisher, pack, version) = (one.publisher.clone(), local(&one.title), one.version);
        Some(if typed.trim() == one.typed {
            fl!("settings-suggested-taken", publisher = publisher, pack = pack, version = version)
        } else {
            let value = one.typed.clone();
            fl!("settings-suggested", value = value, publisher = publisher, pack = pack, version = version)
        })
    }

    fn field<'a>(&'a self, asked: &'a Asked) -> Element<'a, Message> {
        let key = asked.key.as_str();
        let typed = self.town.get(key).map_or("", String::as_str);
        let on_input = move |text| Message::ValueTyped(key.to_owned(), text);
        let problem = at(&self.problems, key);
        let Some(value) = &asked.value else {
            let label = words::text(&format!("settings-key-{}", key.replace('.', "-")));
            let field = text_field(key.to_owned(), typed, on_input).label(label).problem(problem);
            let field = field.placeholder(asked.otherwise()).read_only(!self.may_town);
            return match self.hint(key, typed) {
                Some(hint) => field.hint(hint).into(),
                None => field.into(),
            };
        };
        let label = local(&value.label);
        let help = self.hint(key, typed).or_else(|| value.help.as_ref().map(local));
        let field = match &value.kind {
            TownKind::Choice(choices) => {
                let names: Vec<String> = std::iter::once(fl!("settings-not-set"))
                    .chain(choices.iter().map(|choice| local(&choice.label)))
                    .collect();
                let at = choices.iter().position(|choice| choice.id == typed).map_or(0, |at| at + 1);
                let chosen = move |at: usize| {
                    let id = at.checked_sub(1).and_then(|at| choices.get(at)).map(|choice| choice.id.clone());
                    on_input(id.unwrap_or_default())
                };
                let field = choice(key.to_owned(), names, Some(at), chosen).label(label).problem(problem);
                let field = field.read_only(!self.may_town);
                return match help {
                    Some(help) => field.hint(help).into(),
                    None => field.into(),
                };
            }
            TownKind::Money => money_field(key.to_owned(), typed, on_input).width(Fill),
            TownKind::Days | TownKind::Number | TownKind::Text => text_field(key.to_owned(), typed, on_input),
        };
        let field = field.label(label).problem(problem).placeholder(asked.otherwise());
        let field = field.read_only(!self.may_town);
        match help {
            Some(help) => field.hint(help).into(),
            None => field.into(),
        }
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        match self.page {
            0 if self.may_town => vec![KeyHint::new(Shortcut::Finish.keys(), fl!("settings-save"))],
            CATALOGUE if self.packs.takes() => vec![KeyHint::new(Shortcut::Finish.keys(), fl!("packs-take"))],
            CATALOGUE => vec![KeyHint::new(Shortcut::Attach.keys(), fl!("workshop-title"))],
            RETENTION => self.retention.finishes().iter().map(retention_key).collect(),
            _ => Vec::new(),
        }
    }
}

/// What the key of the page of destruction does.
fn retention_key(what: &super::retention::Message) -> KeyHint {
    let does = match what {
        super::retention::Message::ConfirmPressed => fl!("retention-confirm-button"),
        _ => fl!("retention-propose-button"),
    };
    KeyHint::new(Shortcut::Finish.keys(), does)
}
