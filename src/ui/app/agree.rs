//! Desk and Kreis agree beside the window, as long as it is open; each round tells how they stand, and the last one why it ended. Draws nothing.

use crate::desk::kreis::{Agreed, Connection, Outbox};
use crate::desk::{Desk, DeskError};
use crate::ui::screen::beside::Outcome;
use iced::Task;
use iced::futures::channel::mpsc::unbounded;

/// What a round came to.
#[derive(Debug, Clone)]
pub struct Round {
    /// How desk and Kreis stand.
    pub outbox: Outbox,
    /// Whether something of other desks arrived: what is shown is read again.
    pub arrived: bool,
}

/// How desk and Kreis stand, after each round; nothing where this desk is not enrolled.
pub fn with_kreis(desk: &Desk) -> Task<Outcome<Round>> {
    if !matches!(desk.connection(), Ok(Connection::Connected { .. } | Connection::Silent { .. })) {
        return Task::none();
    }
    let (send, receive) = unbounded();
    let desk = desk.clone();
    let begun = std::thread::Builder::new().name("kreis".to_owned()).spawn(move || {
        // A window that was closed hears nothing and ends it.
        let mut tell = |agreed: Result<&Agreed, &DeskError>| {
            let arrived = agreed.is_ok_and(|agreed| agreed.received > 0);
            desk.outbox().is_ok_and(|outbox| send.unbounded_send(Ok(Round { outbox, arrived })).is_ok())
        };
        if let Err(error) = desk.keep_agreeing(&mut tell) {
            let _ = send.unbounded_send(Err(error.problems()));
        }
    });
    if begun.is_ok() { Task::run(receive, |agreed| agreed) } else { Task::none() }
}
