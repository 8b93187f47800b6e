//! Desk and Kreis agree beside the window, as long as it is open: each round tells how far it is and then how they stand,
//! and the last one why it ended. Draws nothing.

use crate::desk::kreis::{Agreed, Connection, Outbox};
use crate::desk::{Desk, DeskError};
use crate::ui::screen::beside::Outcome;
use iced::Task;
use iced::futures::channel::mpsc::unbounded;
use std::time::{Duration, Instant};

/// How often a round tells how far it is: more is not read.
const EVERY: Duration = Duration::from_millis(200);

/// What the rounds tell.
#[derive(Debug, Clone)]
pub enum Told {
    /// How far the round is.
    Goes(Agreed),
    /// What it came to.
    Came(Box<Round>),
}

/// What a round came to.
#[derive(Debug, Clone)]
pub struct Round {
    /// How desk and Kreis stand.
    pub outbox: Outbox,
    /// Whether something of other desks arrived: what is shown is read again.
    pub arrived: bool,
    /// How far it had come, where somebody stopped it.
    pub stopped: Option<Agreed>,
}

/// How desk and Kreis stand, after each round and meanwhile; told once where this desk is not enrolled.
pub fn with_kreis(desk: &Desk) -> Task<Outcome<Told>> {
    if !matches!(desk.connection(), Ok(Connection::Connected { .. } | Connection::Silent { .. })) {
        let alone = desk.outbox().map(|outbox| Round { outbox, arrived: false, stopped: None });
        return alone.map_or_else(|_| Task::none(), |round| Task::done(Ok(Told::Came(Box::new(round)))));
    }
    let (send, receive) = unbounded();
    let desk = desk.clone();
    let begun = std::thread::Builder::new().name("kreis".to_owned()).spawn(move || {
        // A window that was closed hears nothing and ends it.
        let mut tell = |agreed: Result<&Agreed, &DeskError>| {
            let arrived = agreed.is_ok_and(|agreed| agreed.received > 0);
            let stopped = agreed.ok().filter(|_| desk.is_agreeing_held()).copied();
            let round = |outbox| Told::Came(Box::new(Round { outbox, arrived, stopped }));
            desk.outbox().is_ok_and(|outbox| send.unbounded_send(Ok(round(outbox))).is_ok())
        };
        let mut last: Option<Instant> = None;
        let mut goes = |agreed: &Agreed| {
            let is_news = !agreed.far().is_empty() && last.is_none_or(|last| last.elapsed() >= EVERY);
            if !is_news {
                return true;
            }
            last = Some(Instant::now());
            send.unbounded_send(Ok(Told::Goes(*agreed))).is_ok()
        };
        if let Err(error) = desk.keep_agreeing(&mut tell, &mut goes) {
            let _ = send.unbounded_send(Err(error.problems()));
        }
    });
    if begun.is_ok() { Task::run(receive, |agreed| agreed) } else { Task::none() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::first_start;
    use iced_test::futures::futures::{StreamExt, executor::block_on};
    use iced_test::runtime::{Action, task};

    #[test]
    fn a_desk_without_a_kreis_says_so_as_well() {
        let dir = tempfile::tempdir().expect("a folder");
        let (desk, _) = first_start(&dir);
        let mut told = task::into_stream(with_kreis(&desk)).expect("something is told");
        let Some(Action::Output(Ok(Told::Came(round)))) = block_on(told.next()) else { panic!("not told") };
        assert_eq!(round.outbox.connection, Connection::Alone);
    }
}
