//! Does what the work list wants, by the desk. Decides nothing.

use super::{Action, Message};
use crate::desk::{Desk, Session};
use crate::domain::decide::Command;
use crate::ui::focus;
use crate::ui::screen::beside::{beside, soon};
use crate::ui::screen::{Action as Window, Route, preview};
use crate::ui::theme::Tone;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Serial(filter) => return Window::Go(Route::Serial(filter)),
        Action::Lot(month) => return Window::Go(Route::Lot(month)),
        Action::LookForLot => beside(desk, move |desk| desk.lot_due(&session), Message::LotSeen),
        Action::Inbox => return Window::Go(Route::Inbox),
        Action::Open(id) => return Window::Go(Route::Case(id)),
        Action::Say(words) => return Window::Say(words, Tone::Good),
        Action::Warn(words) => return Window::Say(words, Tone::Warning),
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Paper),
        Action::Print(listing) => {
            beside(desk, move |desk| desk.print_work_list(&session, &listing), Message::Printed)
        }
        Action::OpenFor(id, command) => return Window::Go(Route::CaseFor(id, command)),
        Action::Focus(id) => focus::to(id),
        Action::GoOnTyping(id) => focus::to_end_of(id),
        Action::RowRests(id) => soon(desk, Message::RowRested(id)),
        Action::TextRests(typed) => soon(desk, Message::TextRested(typed)),
        Action::Count => beside(
            desk,
            move |desk| {
                let users = desk.users(&session)?.into_iter().map(|user| (user.id, user.name)).collect();
                Ok((desk.counts(&session)?, users))
            },
            Message::Counted,
        ),
        Action::List(asked, behind, filter, sort, page) => beside(
            desk,
            move |desk| desk.cases(&session, &filter, sort, &page),
            move |rows| Message::Listed(asked, behind, rows),
        ),
        Action::Look(id) => beside(
            desk,
            move |desk| desk.sheet(&session, id),
            move |sheet| Message::Looked(id, Box::new(sheet)),
        ),
        Action::LookAgain(id) => beside(
            desk,
            move |desk| desk.sheet_again(&session, id),
            move |sheet| Message::Looked(id, Box::new(sheet)),
        ),
        Action::Take(id) => beside(
            desk,
            move |desk| desk.act(&session, id, Command::Assign { to: Some(session.user) }),
            Message::Taken,
        ),
    })
}
