//! How much room there is and how a screen uses it: three columns, two, or one below the other. Knows no screen.

use super::Element;
use super::control::{column as area, reader, scroll};
use super::theme::space as gap_of;
use crate::fl;
use iced::widget::{column, container, row};
use iced::{Fill, Length};

/// Width classes by effective width: the window divided by the zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Below 500: one column, rows become cards.
    Tiny,
    /// Below 800: the navigation is a menu, the left column a header line.
    Narrow,
    /// Below 1100: the right column is a summary strip.
    Medium,
    /// Three columns.
    Wide,
}

/// Width of the navigation, where it stands beside the screen.
pub const NAVIGATION: f32 = 188.0;
/// Below this height a screen of less than three columns scrolls as one page.
const LOW: f32 = 440.0;
/// Height that bars and edges take from what is seen of a page.
const BARS: f32 = 76.0;
/// The least height of a part that scrolls on its own.
const LEAST: f32 = 160.0;

/// The room a screen has, in logical pixels at the zoom of now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// Effective width.
    pub width: f32,
    /// Effective height.
    pub height: f32,
}

impl Space {
    /// A window of this size.
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height }
    }

    /// Its class.
    pub fn class(self) -> Class {
        match self.width {
            width if width < 500.0 => Class::Tiny,
            width if width < 800.0 => Class::Narrow,
            width if width < 1100.0 => Class::Medium,
            _ => Class::Wide,
        }
    }

    /// Width of the middle column beside a left and a right one of these widths, where there is room for them.
    pub fn middle(self, left: f32, right: f32) -> f32 {
        let beside = |width: f32| if width > 0.0 { width + gap_of::L } else { 0.0 };
        let navigation = if self.class() >= Class::Medium { NAVIGATION + beside(left) } else { 0.0 };
        let right = if self.class() == Class::Wide { beside(right) } else { 0.0 };
        self.width - navigation - right - 2.0 * gap_of::L
    }

    /// Whether the screen scrolls as one page. In a window that is only a hand high, or one column wide, a part that
    /// scrolled on its own would have no height left.
    pub fn is_page(self) -> bool {
        self.class() == Class::Tiny || (self.height < LOW && self.class() < Class::Wide)
    }

    /// The height of what takes all the room there is: on a page, its own.
    pub fn fill(self) -> Length {
        if self.is_page() { Length::Shrink } else { Fill }
    }

    /// The height of a part that scrolls on its own even on a page, such as a table: as much as is seen at once.
    pub fn pane(self) -> Length {
        if self.is_page() { Length::Fixed((self.height - BARS).max(LEAST)) } else { Fill }
    }

    /// Scrolls content that may be longer than the room; on a page, the page does.
    pub fn scrolls<'a, M: 'a>(self, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
        if self.is_page() { content.into() } else { scroll(content).height(Fill).into() }
    }

    /// Whether fields that belong together still fit beside each other.
    pub fn fields_beside(self) -> bool {
        self.class() > Class::Tiny
    }
}

/// See [`columns`].
pub struct Columns<'a, M> {
    space: Space,
    left: Option<(Element<'a, M>, Element<'a, M>)>,
    middle: Element<'a, M>,
    right: Option<(Element<'a, M>, Element<'a, M>)>,
    left_width: f32,
    right_width: f32,
    reads: bool,
}

/// The body of a screen. `middle` takes the room; give it [`Space::scrolls`] inside if it may be long. F6 goes from
/// column to column, whichever of them are there.
pub fn columns<'a, M: 'a>(space: Space, middle: impl Into<Element<'a, M>>) -> Columns<'a, M> {
    Columns {
        space,
        left: None,
        middle: middle.into(),
        right: None,
        left_width: 246.0,
        right_width: 286.0,
        reads: false,
    }
}

impl<'a, M: 'a> Columns<'a, M> {
    /// What and who: panels at the left, or, below 800, `header`, one line that says the same in short.
    #[must_use]
    pub fn left(mut self, panels: impl Into<Element<'a, M>>, header: impl Into<Element<'a, M>>) -> Self {
        self.left = Some((panels.into(), header.into()));
        self
    }

    /// What the law says: panels at the right, or, below 1100, `strip`, a summary over the middle.
    #[must_use]
    pub fn right(mut self, panels: impl Into<Element<'a, M>>, strip: impl Into<Element<'a, M>>) -> Self {
        self.right = Some((panels.into(), strip.into()));
        self
    }

    /// Nothing in the right column can be pressed: the column itself takes the keyboard, so that it can be turned.
    #[must_use]
    pub fn right_is_read(mut self) -> Self {
        self.reads = true;
        self
    }

    /// Width of the left column, 246 unless told.
    #[must_use]
    pub fn left_width(mut self, width: f32) -> Self {
        self.left_width = width;
        self
    }

    /// Width of the right column, 286 unless told.
    #[must_use]
    pub fn right_width(mut self, width: f32) -> Self {
        self.right_width = width;
        self
    }
}

/// Panels below each other that scroll on their own.
fn side<'a, M: 'a>(
    space: Space,
    id: &'static str,
    name: String,
    panels: Element<'a, M>,
    width: f32,
) -> Element<'a, M> {
    container(area(id, name, space.scrolls(panels))).width(Length::Fixed(width)).height(space.fill()).into()
}

impl<'a, M: 'a> From<Columns<'a, M>> for Element<'a, M> {
    fn from(columns: Columns<'a, M>) -> Self {
        let class = columns.space.class();
        let (mut before, mut over, mut after) = (None, Vec::new(), None);
        if let Some((panels, header)) = columns.left {
            if class >= Class::Medium {
                before =
                    Some(side(columns.space, "column-left", fl!("region-left"), panels, columns.left_width));
            } else {
                over.push(area("column-left", fl!("region-left"), header));
            }
        }
        if let Some((panels, strip)) = columns.right {
            if class == Class::Wide {
                let panels =
                    if columns.reads { reader("right", fl!("region-right"), panels) } else { panels };
                after = Some(side(
                    columns.space,
                    "column-right",
                    fl!("region-right"),
                    panels,
                    columns.right_width,
                ));
            } else {
                over.push(area("column-right", fl!("region-right"), strip));
            }
        }
        let high = columns.space.fill();
        let middle = container(columns.middle).width(Fill).height(high);
        let middle = area("column-middle", fl!("region-middle"), middle);
        let gap = if class == Class::Tiny { gap_of::S } else { gap_of::L };
        over.push(container(middle).width(Fill).height(high).into());
        let main = column(over).spacing(gap_of::S).width(Fill).height(high);
        let all =
            row![].push(before).push(main).push(after).spacing(gap).padding(gap).width(Fill).height(high);
        if columns.space.is_page() { scroll(all).height(Fill).into() } else { all.into() }
    }
}

/// Panels below each other, as the side columns want them.
pub fn stack<'a, M: 'a>(panels: impl IntoIterator<Item = Element<'a, M>>) -> Element<'a, M> {
    column(panels).spacing(gap_of::M).width(Fill).into()
}

/// Fields beside each other where there is room, else below each other.
pub fn beside<'a, M: 'a>(space: Space, fields: impl IntoIterator<Item = Element<'a, M>>) -> Element<'a, M> {
    if space.fields_beside() {
        row(fields).spacing(gap_of::M).width(Fill).into()
    } else {
        column(fields).spacing(gap_of::M).width(Fill).into()
    }
}

/// What something is, and at its end what can be done with it; below it where there is hardly any width.
pub fn named_beside<'a, M: 'a>(
    space: Space,
    what: impl Into<Element<'a, M>>,
    buttons: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let what = container(what).width(Fill);
    if space.fields_beside() {
        row![what, buttons.into()].spacing(gap_of::M).align_y(iced::Alignment::Center).width(Fill).into()
    } else {
        column![what, buttons.into()].spacing(gap_of::XS).width(Fill).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_low_window_scrolls_as_one_page() {
        assert!(!Space::new(1366.0, 700.0).is_page());
        assert!(!Space::new(1366.0, 300.0).is_page(), "three columns scroll each on its own");
        assert!(!Space::new(799.0, 700.0).is_page());
        assert!(Space::new(1366.0 / 2.5, 280.0).is_page());
        assert!(Space::new(499.0, 700.0).is_page());
    }

    #[test]
    fn the_zoom_narrows_the_window() {
        assert_eq!(Space::new(1366.0, 700.0).class(), Class::Wide);
        assert_eq!(Space::new(1366.0 / 1.5, 466.0).class(), Class::Medium);
        assert_eq!(Space::new(1280.0 / 2.0, 512.0).class(), Class::Narrow);
        assert_eq!(Space::new(1280.0 / 4.0, 256.0).class(), Class::Tiny);
    }
}
