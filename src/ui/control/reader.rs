//! Text that is only read: a stop for Tab and F6, so that it can be turned by keyboard where no control stands in it
//! ([`crate::ui::focus::keeper`] turns it). Put it inside what scrolls.

use super::around::{Around, around};
use super::keyboard::Keyboard;
use super::ring;
use crate::ui::Element;
use crate::ui::a11y::{Info, Role};
use crate::ui::theme::{Theme, size};
use iced::advanced::widget::operation::Operation;
use iced::advanced::{Shell, mouse};
use iced::widget::Id;
use iced::{Event, Rectangle, Renderer};

/// Lets text take the keyboard. `name` is for the screen reader.
pub fn reader<'a, M: 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    around(content, Reader { id: id.into(), info: Info::new(Role::Document, name) })
}

struct Reader {
    id: Id,
    info: Info,
}

impl<M> Around<M> for Reader {
    type State = Keyboard;

    fn visited(&mut self, keyboard: &mut Keyboard, bounds: Rectangle, walk: &mut dyn Operation) {
        walk.custom(Some(&self.id), bounds, &mut self.info);
        walk.focusable(Some(&self.id), bounds, keyboard);
    }

    fn heard(
        &mut self,
        keyboard: &mut Keyboard,
        event: &Event,
        (bounds, cursor): (Rectangle, mouse::Cursor),
        shell: &mut Shell<'_, M>,
        _walk: &mut dyn FnMut(&mut dyn Operation),
    ) {
        if let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) = event {
            let focused = cursor.is_over(bounds);
            if std::mem::replace(&mut keyboard.here, focused) != focused {
                shell.request_redraw();
            }
        }
    }

    fn over(
        &self,
        keyboard: &Keyboard,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        viewport: &Rectangle,
    ) {
        if keyboard.here {
            let seen = bounds.intersection(viewport).unwrap_or(bounds);
            ring::draw(renderer, seen.shrink(3.0), viewport, size::RADIUS, theme.tokens().ring);
        }
    }
}
