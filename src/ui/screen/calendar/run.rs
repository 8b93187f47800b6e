//! Does what the calendar wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::{Desk, Session};
use crate::ui::focus;
use crate::ui::screen::beside::{beside, soon};
use crate::ui::screen::{Action as Window, Route};

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Open(id) => return Window::Go(Route::Case(id)),
        Action::OpenFor(id, command) => return Window::Go(Route::CaseFor(id, command)),
        Action::Lot(month) => return Window::Go(Route::Lot(Some(month))),
        Action::Focus(id) => focus::to(id),
        Action::GoOnTyping(id) => focus::to_end_of(id),
        Action::RowRests(id) => soon(desk, Message::RowRested(id)),
        Action::LookForLot => {
            beside(desk, move |desk| desk.lot_due(&session), |lot| Message::LotSeen(Box::new(lot)))
        }
        Action::Count(asked, day, mine) => beside(
            desk,
            move |desk| desk.month(&session, day, mine),
            move |month| Message::Counted(asked, Box::new(month)),
        ),
        Action::List(asked, stretch, mine) => beside(
            desk,
            move |desk| desk.days(&session, stretch, mine),
            move |items| Message::Listed(asked, Box::new(items)),
        ),
        Action::Explain(id) => beside(
            desk,
            move |desk| desk.days_of_case(&session, id),
            move |days| Message::Explained(id, Box::new(days)),
        ),
        Action::Holidays => beside(desk, Desk::holidays, |known| Message::Holidays(Box::new(known))),
    })
}
