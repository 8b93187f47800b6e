//! The frame around every screen: navigation, top bar, key bar. Shows only what exists; knows no screen.

use super::Element;
use super::control::{
    KeyHint, Look, Suggestion, about, announced, badge, body, button, choice, column as area, fitting,
    key_bar, press, status_line, strong,
};
use super::layout::{Class, NAVIGATION, Space};
use super::shortcut::{Area, Shortcut};
use super::theme::{BOLD, FONT, Theme, Tone, size, space};
use crate::fl;
use crate::ui::a11y::{Live, Role};
use iced::widget::{Column, Row, column, container, row, space as gap, text};
use iced::{Alignment, Border, Fill, FillPortion, Length};
use std::rc::Rc;

const TOP: f32 = 44.0;

/// See [`frame`].
pub struct Frame<'a, M> {
    space: Space,
    body: Element<'a, M>,
    town: String,
    areas: Vec<Area>,
    here: Option<Area>,
    on_area: Option<Rc<dyn Fn(Area) -> M + 'a>>,
    search: Option<Element<'a, M>>,
    connection: Option<(String, Tone)>,
    user: Option<String>,
    on_lock: Option<M>,
    on_help: Option<M>,
    keys: Vec<KeyHint>,
    status: Option<(String, Tone)>,
}

/// Puts the frame around a screen.
pub fn frame<'a, M>(space: Space, body: impl Into<Element<'a, M>>) -> Frame<'a, M> {
    Frame {
        space,
        body: body.into(),
        town: String::new(),
        areas: Vec::new(),
        here: None,
        on_area: None,
        search: None,
        connection: None,
        user: None,
        on_lock: None,
        on_help: None,
        keys: Vec::new(),
        status: None,
    }
}

impl<'a, M> Frame<'a, M> {
    /// Whose window this is: "Stadt Gescher".
    #[must_use]
    pub fn town(mut self, town: impl Into<String>) -> Self {
        self.town = town.into();
        self
    }

    /// The areas whose screens exist, and the one that is open.
    #[must_use]
    pub fn areas(mut self, areas: Vec<Area>, here: Option<Area>, on_area: impl Fn(Area) -> M + 'a) -> Self {
        self.areas = areas;
        self.here = here;
        self.on_area = Some(Rc::new(on_area));
        self
    }

    /// The search field. Give it the id `search`: Ctrl+F goes there.
    #[must_use]
    pub fn search(mut self, field: impl Into<Element<'a, M>>) -> Self {
        self.search = Some(field.into());
        self
    }

    /// The connection as a sentence: "Ohne Netz seit 10:42, 3 Vorgänge warten".
    #[must_use]
    pub fn connection(mut self, sentence: impl Into<String>, tone: Tone) -> Self {
        self.connection = Some((sentence.into(), tone));
        self
    }

    /// Who works here, and what locks the window.
    #[must_use]
    pub fn user(mut self, name: impl Into<String>, on_lock: M) -> Self {
        self.user = Some(name.into());
        self.on_lock = Some(on_lock);
        self
    }

    /// What opens the help.
    #[must_use]
    pub fn help(mut self, on_help: M) -> Self {
        self.on_help = Some(on_help);
        self
    }

    /// The keys that work now, the most important first; the last one, help, always stays.
    #[must_use]
    pub fn keys(mut self, keys: Vec<KeyHint>) -> Self {
        self.keys = keys;
        self
    }

    /// What was just done. Stands at the bottom right and is read out.
    #[must_use]
    pub fn status(mut self, status: Option<(String, Tone)>) -> Self {
        self.status = status;
        self
    }
}

fn bar(theme: &Theme) -> container::Style {
    container::Style { background: Some(theme.tokens().panel.into()), ..container::Style::default() }
}

fn hairline<'a, M: 'a>() -> Element<'a, M> {
    let style = |theme: &Theme| container::Style {
        background: Some(theme.tokens().line.into()),
        ..container::Style::default()
    };
    container(gap().height(1)).width(Fill).style(style).into()
}

fn entry<'a, M: Clone + 'static>(to: Area, chosen: bool, message: M) -> Element<'a, M> {
    let line = |height: f32| text::LineHeight::Absolute(height.into());
    let font = if chosen { BOLD } else { FONT };
    let muted = |theme: &Theme| text::Style { color: Some(theme.tokens().nav_muted) };
    let name = text(to.name()).font(font).size(size::TEXT).line_height(line(size::TEXT_LINE)).width(Fill);
    let key = text(to.key()).font(font).size(size::SMALL).line_height(line(size::SMALL_LINE)).style(muted);
    let inside = row![name, key].align_y(Alignment::Center);
    press(container(inside).padding([0.0, space::XL]).center_y(36.0).width(Fill), Some(message))
        .id(to.key())
        .named(Role::MenuItem, to.name())
        .info(|info| {
            info.selected = Some(chosen);
            info.description = Some(to.key().to_owned());
        })
        .look(move |tokens, status| Look {
            background: if chosen || status.hovered { tokens.nav_chosen } else { tokens.nav },
            border: Border::default(),
            text: tokens.nav_text,
            bar: chosen.then_some(tokens.nav_bar),
            underline: None,
            ring: tokens.nav_ring,
        })
        .into()
}

impl<'a, M: Clone + 'static> Frame<'a, M> {
    fn navigation(&self) -> Element<'a, M> {
        let on_area = self.on_area.clone();
        let entries = self.areas.iter().filter_map(|to| {
            let message = on_area.as_ref().map(|on_area| on_area(*to))?;
            Some(entry(*to, self.here == Some(*to), message))
        });
        let list = Column::with_children(entries).padding([space::M, 0.0]).width(Fill);
        let style = |theme: &Theme| container::Style {
            background: Some(theme.tokens().nav.into()),
            ..container::Style::default()
        };
        let list = container(list).width(Fill).height(Fill).style(style);
        container(area("navigation", fl!("nav"), list)).width(Length::Fixed(NAVIGATION)).height(Fill).into()
    }

    /// The navigation where there is no room for it beside the screen, with help and lock.
    fn menu(&self) -> Option<Element<'a, M>> {
        let on_area = self.on_area.clone()?;
        let mut entries: Vec<(Suggestion, M)> = Vec::new();
        for to in &self.areas {
            entries.push((Suggestion::new(to.name()).note(to.key()), on_area(*to)));
        }
        if let Some(help) = self.on_help.clone() {
            entries.push((Suggestion::new(fl!("help")).note(Shortcut::Help.keys()), help));
        }
        if let (Some(lock), Some(user)) = (self.on_lock.clone(), &self.user) {
            let words = fl!("top-lock-this", user = user.clone());
            entries.push((Suggestion::new(words).note(Shortcut::Lock.keys()), lock));
        }
        let here = self.areas.iter().position(|to| Some(*to) == self.here);
        let (names, messages): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        let first = messages.first()?.clone();
        let menu = choice("menu", names, here, move |at| messages.get(at).unwrap_or(&first).clone());
        Some(menu.waits().says(fl!("nav-menu")).into())
    }

    fn lock(&mut self) -> Option<Element<'a, M>> {
        let lock = self.on_lock.take()?;
        Some(button(fl!("top-lock")).id("lock").keys_told(Shortcut::Lock.keys()).on_press(lock).into())
    }

    fn top(&mut self, class: Class) -> Element<'a, M> {
        // Where there is little room nothing is told that asks for nothing.
        let matters = |(_, tone): &(String, Tone)| class >= Class::Medium || *tone != Tone::Muted;
        let connection = self.connection.take().filter(matters);
        let connection =
            connection.map(|(says, tone)| announced(says.clone(), Live::Polite, badge(says, tone)));
        let search = self.search.take();
        let bar_of = |inside: Row<'a, M, Theme>| {
            container(inside.spacing(space::M).align_y(Alignment::Center))
                .padding([4.0, if class == Class::Tiny { space::S } else { space::XL }])
                .width(Fill)
                .center_y(TOP)
                .style(bar)
        };
        let top: Element<'a, M> = if class >= Class::Medium {
            let user = self.user.take().map(body);
            let lock = self.lock();
            let town =
                container(strong(self.town.clone())).width(Length::Fixed(NAVIGATION - space::XL - space::M));
            let search = search.map(|field| container(field).max_width(390.0));
            // Where room is short the search field takes all that the words leave.
            let free = (class == Class::Wide).then(gap::horizontal);
            bar_of(row![town].push(search).push(free).push(connection).push(user).push(lock)).into()
        } else {
            // One line: what is high is dear where the window is narrow. Who works here stands in the menu.
            let menu = self.menu().map(|menu| container(menu).width(FillPortion(2)));
            let search = search.map(|field| container(field).width(FillPortion(3)));
            let lock = self.lock().filter(|_| class > Class::Tiny);
            column![bar_of(row![].push(menu).push(search).push(lock))]
                .push(connection.map(|words| bar_of(row![words])))
                .into()
        };
        area("top", fl!("region-top"), column![top, hairline()])
    }

    /// The keys that work now and what was just done. A window that is only a hand high has more need of the form than
    /// of the keys; a narrow one shows the first of them. F1 tells them all.
    fn bottom(&mut self, class: Class) -> Option<Element<'a, M>> {
        let said = self.status.as_ref().map_or(0.0, |(words, _)| about(words, 7.8) + space::XL);
        let status = self.status.take().map(|(words, tone)| status_line(words, tone));
        let low = self.space.height < 400.0;
        if low && status.is_none() {
            return None;
        }
        let most = match class {
            Class::Tiny => 2,
            Class::Narrow => 4,
            Class::Medium => 5,
            Class::Wide => usize::MAX,
        };
        let help = self.keys.pop();
        let keys: Vec<KeyHint> = self.keys.drain(..).take(most - 1).chain(help).collect();
        // Two lines in all: what was done stands beside the keys, or above one line of them.
        let room = self.space.width - 2.0 * space::XL;
        let above = class == Class::Tiny || said > room / 2.0;
        let (free, lines) = if above && status.is_some() { (room, 1) } else { (room - said, 2) };
        let keys = fitting(keys, free, lines);
        let keys = (!low).then(|| container(key_bar(&keys)).width(Fill));
        let inside = if above {
            Element::from(column![].push(status).push(keys).spacing(space::XS))
        } else {
            row![].push(keys).push(status).spacing(space::XL).align_y(Alignment::Center).into()
        };
        Some(column![hairline(), container(inside).padding([6.0, space::XL]).width(Fill).style(bar)].into())
    }
}

impl<'a, M: Clone + 'static> From<Frame<'a, M>> for Element<'a, M> {
    fn from(mut frame: Frame<'a, M>) -> Self {
        let class = frame.space.class();
        let top = frame.top(class);
        let navigation = (class >= Class::Medium && !frame.areas.is_empty()).then(|| frame.navigation());
        let bottom = frame.bottom(class);
        let middle = row![].push(navigation).push(container(frame.body).width(Fill).height(Fill));
        column![top, middle.height(Fill)].push(bottom).width(Fill).height(Fill).into()
    }
}
