//! Watches the print queue while something in it goes on by itself, beside the window's thread, and tells the screen that
//! is open. Does nothing while nothing is printed.

use super::App;
use crate::desk::print::{PrintJob, Worked};
use crate::ui::screen::beside::{Outcome, after, beside};
use crate::ui::screen::prints::{SHOWN, say};
use crate::ui::theme::Tone;
use iced::Task;
use std::time::Duration;

/// Between two questions about the jobs at the printer.
const PAUSE: Duration = Duration::from_secs(2);
/// The same for jobs that have stood as they stand for [`PATIENT`] questions: a printer that is stopped for days.
const LONG_PAUSE: Duration = Duration::from_secs(15);
const PATIENT: u32 = 15;

/// What is known of the print queue.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    jobs: Vec<PrintJob>,
    /// Which look at the queue is the newest: only that one is followed by another.
    round: u64,
    /// Questions since something changed.
    quiet: u32,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The queue was worked off: in which round, what it came to, and the jobs as they stand.
    Seen(u64, Outcome<(Worked, Vec<PrintJob>)>),
    /// The pause of a round is over.
    Due(u64),
}

impl Watch {
    /// Forgets what the next person at this desk may not see (§ 30 AO).
    pub fn forget(&mut self) {
        self.jobs.clear();
    }

    /// What is not printed yet, for the status line.
    pub fn summary(&self) -> Option<(String, Tone)> {
        say::summary(&self.jobs)
    }
}

impl App {
    /// Looks at the print queue now.
    pub(super) fn watch(&mut self) -> Task<super::Message> {
        let Some(desk) = &self.desk else { return Task::none() };
        self.watch.round += 1;
        let (round, session) = (self.watch.round, self.session.clone());
        let look = beside(
            desk,
            move |desk| {
                let worked = desk.work_off_prints()?;
                let jobs = session.map_or(Ok(Vec::new()), |session| desk.print_jobs(&session, SHOWN))?;
                Ok((worked, jobs))
            },
            move |seen| Message::Seen(round, seen),
        );
        look.map(super::Message::Watch)
    }

    pub(super) fn on_watch(&mut self, message: Message) -> Task<super::Message> {
        match message {
            Message::Due(round) if round == self.watch.round => self.watch(),
            Message::Due(_) => Task::none(),
            Message::Seen(round, seen) => {
                if round != self.watch.round {
                    return Task::none();
                }
                self.watch.quiet += 1;
                if seen.as_ref().is_ok_and(|(worked, _)| worked.changed) {
                    self.watch.quiet = 0;
                }
                let pause = if self.watch.quiet < PATIENT { PAUSE } else { LONG_PAUSE };
                let again = || after(pause, super::Message::Watch(Message::Due(round)));
                match seen {
                    // Told where it matters, when somebody prints; the queue itself is safe on the disk.
                    Err(problems) => {
                        tracing::warn!(?problems, "the print queue was not worked off");
                        again()
                    }
                    Ok((worked, jobs)) => {
                        let told = self.prints_seen(jobs);
                        let again = if worked.open { again() } else { Task::none() };
                        Task::batch([told, again])
                    }
                }
            }
        }
    }

    fn prints_seen(&mut self, jobs: Vec<PrintJob>) -> Task<super::Message> {
        if jobs == self.watch.jobs || self.session.is_none() {
            return Task::none();
        }
        let before = self.watch.summary();
        self.watch.jobs = jobs;
        let now = self.watch.summary();
        if now != before && now.is_some_and(|(_, tone)| tone != Tone::Accent) {
            // What does not come out is more important than what was done before.
            self.status = None;
        }
        let told = self.screen.on_prints(&self.watch.jobs);
        told.map_or_else(Task::none, |message| self.on_screen(message))
    }
}
