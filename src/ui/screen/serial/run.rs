//! Does what the screen of serial letters wants, by the desk; the letters on a thread of their own, which ends with the screen.

use super::{Action, Message};
use crate::desk::print::Wish;
use crate::desk::serial::Progress;
use crate::desk::{Desk, DeskError, Session};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::beside::beside;
use crate::ui::screen::preview;
use crate::ui::screen::{Action as Window, Route};
use crate::ui::shortcut::Area;
use crate::ui::theme::Tone;
use iced::Task;
use iced::futures::channel::mpsc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often it is told how far it is.
const EVERY: Duration = Duration::from_millis(200);

/// A wish to stop. It is granted too once nobody can wish it any more: with the screen, and with a lock.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Wishes it.
    pub(super) fn wish(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is wished.
    pub(super) fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

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
        Action::Picture(wanted) => {
            let told = wanted.clone();
            beside(
                desk,
                move |desk| desk.leaf(&session, &wanted.what, wanted.page, wanted.step),
                move |leaf| Message::Preview(preview::Message::Drawn(Box::new(told), leaf)),
            )
        }
        Action::Write(cases, letter, print, stop) => on_thread(desk, stop, move |desk, told| {
            let wish = wish(desk, print)?;
            let run = desk.serial_begin(&session, &cases, &letter)?;
            desk.serial_go_on(&session, run, wish.as_ref(), told)
        }),
        Action::GoOn(run, print, stop) => on_thread(desk, stop, move |desk, told| {
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
    stop: Stop,
    job: impl FnOnce(&Desk, &mut dyn FnMut(usize, usize) -> bool) -> Result<Progress, DeskError> + Send + 'static,
) -> Task<Message> {
    let (tell, told) = mpsc::unbounded();
    let (desk, went, stop) = (desk.clone(), tell.clone(), Arc::downgrade(&stop.0));
    let begun = std::thread::Builder::new().name("serial".to_owned()).spawn(move || {
        let mut last: Option<Instant> = None;
        let mut go_on = |done, of| {
            if last.is_none_or(|last| last.elapsed() >= EVERY) {
                last = Some(Instant::now());
                let _ = went.unbounded_send(Message::Went(done, of));
            }
            stop.upgrade().is_some_and(|stop| !stop.load(Ordering::Relaxed))
        };
        let done = job(&desk, &mut go_on);
        let _ = went.unbounded_send(Message::Done(done.map_err(|error| error.problems())));
    });
    if begun.is_err() {
        let _ = tell.unbounded_send(Message::Done(Err(vec![Problem::error("", "work-broke-off")])));
    }
    Task::run(told, |message| message)
}
