//! Does what the workshop wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::{Desk, Session};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::counter::run::of_form;
use crate::ui::screen::{Action as Window, Route, chooser, preview};
use crate::ui::theme::Tone;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Back => return Window::Go(Route::Catalogue),
        Action::SaidReadAgain => return Window::Say(fl!("workshop-read-again"), Tone::Good),
        Action::Form(action) => return of_form(action),
        Action::Focus(id) => focus::to(id),
        Action::Choose(wanted) => chooser::run(wanted, desk, &session).map(Message::Chooser),
        Action::Open(source) => {
            let asked = source.clone();
            beside(
                desk,
                move |desk| desk.workbench(&source),
                move |bench| Message::Opened(asked, Box::new(bench)),
            )
        }
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Preview),
    })
}
