//! What may be longer than the window. The focus brings its control into view by itself ([`crate::ui::focus`]).

use crate::ui::Element;
use crate::ui::theme::Theme;
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Scrollable, container, scrollable};
use iced::{Fill, Padding};

/// Scrolls its content up and down. Leaves room for the focus ring at the edges.
pub fn scroll<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Scrollable<'a, M, Theme> {
    let bar = Scrollbar::new().width(8).scroller_width(8).margin(1);
    let room = Padding { top: 5.0, right: 14.0, bottom: 5.0, left: 5.0 };
    scrollable(container(content).padding(room).width(Fill)).direction(Direction::Vertical(bar)).width(Fill)
}
