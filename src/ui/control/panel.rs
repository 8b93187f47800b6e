//! The white cards that everything lies on.

use super::text::section;
use crate::ui::Element;
use crate::ui::theme::{Theme, size, space};
use iced::widget::{Column, column, container};
use iced::{Border, Fill, Length};

/// See [`panel`].
pub struct Panel<'a, M> {
    title: Option<String>,
    rows: Column<'a, M, Theme>,
    height: Length,
    padding: f32,
}

/// A card as wide as its column; what is pushed stands below each other.
pub fn panel<'a, M: 'a>() -> Panel<'a, M> {
    Panel { title: None, rows: column![].spacing(space::S), height: Length::Shrink, padding: space::L }
}

impl<'a, M: 'a> Panel<'a, M> {
    /// A name over the content.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Adds content below.
    #[must_use]
    pub fn push(mut self, content: impl Into<Element<'a, M>>) -> Self {
        self.rows = self.rows.push(content);
        self
    }

    /// Adds content below, if there is any.
    #[must_use]
    pub fn push_maybe(mut self, content: Option<impl Into<Element<'a, M>>>) -> Self {
        self.rows = self.rows.push(content.map(Into::into));
        self
    }

    /// Space between what was pushed; 8 unless told.
    #[must_use]
    pub fn spacing(mut self, spacing: f32) -> Self {
        self.rows = self.rows.spacing(spacing);
        self
    }

    /// How high; as its content unless told. [`crate::ui::layout::Space::fill`] is all the room there is.
    #[must_use]
    pub fn height(mut self, height: Length) -> Self {
        self.height = height;
        self.rows = self.rows.height(height);
        self
    }

    /// Space around the content; none for a panel that is all table.
    #[must_use]
    pub fn padding(mut self, padding: f32) -> Self {
        self.padding = padding;
        self
    }
}

/// How a panel looks; for containers that are panels of another shape.
pub fn surface(theme: &Theme) -> container::Style {
    let tokens = theme.tokens();
    container::Style {
        background: Some(tokens.panel.into()),
        text_color: Some(tokens.text),
        border: Border::default().rounded(size::PANEL_RADIUS).width(1.0).color(tokens.line),
        ..container::Style::default()
    }
}

impl<'a, M: 'a> From<Panel<'a, M>> for Element<'a, M> {
    fn from(panel: Panel<'a, M>) -> Self {
        let rows = panel.rows.width(Fill);
        let content: Element<'a, M> = match panel.title {
            Some(title) => column![section(title), rows].spacing(space::S).into(),
            None => rows.into(),
        };
        container(content).padding(panel.padding).width(Fill).height(panel.height).style(surface).into()
    }
}
