//! What the till's screen wants of the desk. Keeps nothing.

use super::{Action, Message};
use crate::desk::till::Wanted;
use crate::desk::{Desk, DeskError, Session};
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::{Action as Window, Route, chooser, preview};
use crate::ui::theme::Tone;
use chrono::Days;

/// Closings that are listed.
const SHOWN: usize = 400;
/// Days back for which they are.
const BACK: Days = Days::new(400);

/// Does what is wanted, by the desk.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(all) => {
            return Window::All(all.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Open(case, None) => return Window::Go(Route::Case(case)),
        Action::Open(case, Some(paper)) => return Window::Go(Route::CasePaper(case, paper)),
        Action::Say(words) => return Window::Say(words, Tone::Good),
        Action::Watch => return Window::Watch,
        Action::Focus(id) => focus::to(id),
        Action::Mend(id) => focus::to_mend(id),
        Action::Load => {
            let load = move |desk: &Desk| -> Result<_, DeskError> {
                let today = desk.today();
                let from = today.checked_sub_days(BACK).unwrap_or(today);
                Ok((desk.till(&session, Wanted::default())?, desk.closings(&session, from, today, SHOWN)?))
            };
            beside(desk, load, |loaded| Message::Loaded(Box::new(loaded)))
        }
        Action::Begin(corrects) => {
            let begin = move |desk: &Desk| -> Result<_, DeskError> {
                let wanted = Wanted { corrects, ..Wanted::default() };
                Ok((desk.till(&session, wanted)?, desk.new_closing()?))
            };
            beside(desk, begin, move |begun| Message::Begun(Box::new(begun), corrects))
        }
        Action::Recount(wanted) => {
            let recount = move |desk: &Desk| desk.till(&session, wanted);
            beside(desk, recount, move |till| Message::Recounted(Box::new(till), wanted))
        }
        Action::Close(id, counting, second) => {
            let close = move |desk: &Desk| {
                let second = second.map(|(login, pin)| desk.sign_in(&login, &pin)).transpose()?;
                desk.close_till(&session, id, &counting, second.as_ref())
            };
            beside(desk, close, |closed| Message::Closed(Box::new(closed)))
        }
        Action::Cancel(receipt, reason) => {
            let cancel = move |desk: &Desk| desk.cancel_receipt(&session, &receipt, &reason);
            beside(desk, cancel, Message::Cancelled)
        }
        Action::Journal(from, until) => {
            let journal = move |desk: &Desk| desk.journal_between(&session, from, until);
            beside(desk, journal, Message::Journal)
        }
        Action::Choose(wanted) => chooser::run(wanted, desk, &session).map(Message::Chooser),
        Action::Save(journal, path) => {
            let file = path.clone();
            beside(
                desk,
                move |desk| desk.save_journal(&session, &journal, &path),
                move |saved| Message::Saved(file, saved),
            )
        }
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Preview),
        Action::Print(id) => {
            let print = move |desk: &Desk| {
                let printer = desk.default_printer()?;
                Ok::<_, DeskError>(desk.print_closing(&session, id, &printer)?.order.printer)
            };
            beside(desk, print, Message::Printed)
        }
    })
}
