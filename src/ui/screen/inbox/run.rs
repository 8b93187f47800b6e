//! Does what the inbox wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::Draft(id) => return Window::Go(Route::Draft(id)),
        Action::Case(id) => return Window::Go(Route::Case(id)),
        Action::Back => return Window::Go(Route::Area(Area::Cases)),
        Action::Focus(id) => focus::to(id),
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::SaidGiven => return Window::Say(fl!("inbox-answer-given"), Tone::Good),
        Action::Otherwise(file) => {
            beside(desk, move |desk| desk.answered_otherwise(&session, &file), Message::Given)
        }
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
