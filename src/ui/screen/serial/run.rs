//! Does what the screen of serial letters wants, by the desk; the letters on a thread of their own, which ends with the screen.

use super::{Action, Message};
use crate::desk::print::Wish;
use crate::desk::serial::Progress;
use crate::desk::{Desk, DeskError, Session};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::long::{Stop, long};
use crate::ui::screen::preview;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use iced::Task;

/// Does what is wanted.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(all) => {
            return Window::All(all.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Back => return Window::Go(Route::Area(Area::Cases)),
        Action::Open(id) => return Window::Go(Route::Case(id)),
        Action::Said(issued, of) => {
            return Window::All(vec![
                Window::Say(fl!("serial-said", issued = issued, of = of), Tone::Good),
                Window::Watch,
            ]);
        }
        Action::Focus(id) => focus::to(id),
        Action::Load(filter) => beside(
            desk,
            move |desk| {
                let cases = desk.serial_choice(&session, &filter)?;
                let kinds = desk.serial_kinds(&cases);
                Ok((cases, kinds, desk.serial_earlier(&session)?))
            },
            Message::Loaded,
        ),
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Preview),
        Action::Write(cases, letter, print, stop) => on_thread(desk, &stop, move |desk, told| {
            let wish = wish(desk, print)?;
            let run = desk.serial_begin(&session, &cases, &letter)?;
            desk.serial_go_on(&session, run, wish.as_ref(), told)
        }),
        Action::GoOn(run, print, stop) => on_thread(desk, &stop, move |desk, told| {
            let wish = wish(desk, print)?;
            desk.serial_go_on(&session, run, wish.as_ref(), told)
        }),
    })
}

/// As this desk last printed; where that printer is gone, at the first there is.
fn wish(desk: &Desk, print: bool) -> Result<Option<Wish>, DeskError> {
    if !print {
        return Ok(None);
    }
    let (printers, last) = desk.printers_and_last()?;
    let last = last.filter(|last| printers.iter().any(|printer| printer.name == last.printer));
    let first = printers.into_iter().next();
    let first = first.map(|printer| Wish { printer: printer.name, copies: 1, ..Wish::default() });
    let wish = last.map(|last| Wish { copies: 1, ..last }).or(first);
    Ok(Some(wish.ok_or_else(|| Problem::error("printer", "case-no-printer"))?))
}

/// Lets the desk write on a thread and tells how far it is.
fn on_thread(
    desk: &Desk,
    stop: &Stop,
    job: impl FnOnce(&Desk, &mut dyn FnMut(usize, usize) -> bool) -> Result<Progress, DeskError> + Send + 'static,
) -> Task<Message> {
    let desk = desk.clone();
    let job = move |go_on: &mut dyn FnMut(usize, usize) -> bool| {
        Message::Done(job(&desk, go_on).map_err(|error| error.problems()))
    };
    long(stop, Message::Went, job, |broke| Message::Done(Err(broke)))
}
