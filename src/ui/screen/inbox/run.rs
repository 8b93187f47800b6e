//! Does what the inbox wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::{Desk, Session};
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::shortcut::Area;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::Draft(id) => return Window::Go(Route::Draft(id)),
        Action::Case(id) => return Window::Go(Route::Case(id)),
        Action::Back => return Window::Go(Route::Area(Area::Cases)),
        Action::Focus(id) => focus::to(id),
        Action::List => {
            beside(desk, move |desk| desk.inbox(&session), |inbox| Message::Listed(Box::new(inbox)))
        }
        Action::Answer => {
            beside(desk, move |desk| desk.lay_answers(&session), |answered| Message::Laid(Box::new(answered)))
        }
        Action::Take(at) => beside(
            desk,
            move |desk| desk.take_in_from(&session, &at),
            |taken| Message::Taken(Box::new(taken)),
        ),
    })
}
