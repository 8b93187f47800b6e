//! Hands waiting jobs to the printing system, so that a crash at any point neither loses a paper nor prints it twice: the
//! job's number is on the disk before the paper leaves. Asks nothing about jobs that are there; `follow` does.

use super::{PrintJob, PrintState, reason};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::domain::id::PaperId;
use crate::domain::problem::Problem;
use crate::domain::user::Group;
use crate::paper::template::word;
use crate::printer::{Cups, JobState, Printer, Sides, Trouble, Wish};
use crate::store::read::{self, Standing};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What working the queue off came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worked {
    /// Whether a job goes on by itself: ask again later.
    pub open: bool,
    /// Whether a job stands otherwise than before.
    pub changed: bool,
}

/// Steps of a job at one occasion: found again, handed over, asked after.
const STEPS: usize = 3;

/// The printing system and its printers, at one occasion.
pub(super) struct System {
    pub(super) cups: Cups,
    printers: Vec<Printer>,
}

impl System {
    fn reach() -> Result<Self, Trouble> {
        let cups = Cups::of_this_machine();
        Ok(Self { printers: cups.printers()?, cups })
    }

    /// A printer by its name in the printing system.
    pub(super) fn printer(&self, name: &str) -> Option<&Printer> {
        self.printers.iter().find(|printer| printer.name == name)
    }
}

impl Desk {
    /// Works the print queue off: hands over what waits, asks what became of the rest. No transaction is open while the
    /// printing system is asked. Needs nobody signed in: who wanted a job is written beside it.
    pub fn work_off_prints(&self) -> Result<Worked, DeskError> {
        if self.query(read::open_prints)?.is_empty() {
            return Ok(Worked::default());
        }
        let _lock = self.store.print_lock()?;
        let system = System::reach();
        let mut worked = Worked::default();
        for job in self.query(read::open_prints)? {
            let before = job.standing.clone();
            let after = match &system {
                Ok(system) => self.go_on(system, job)?,
                Err(trouble) => self.unreachable(&job, trouble)?.unwrap_or(job),
            };
            worked.changed |= before != after.standing;
            worked.open |= after.standing.state.is_open();
        }
        Ok(worked)
    }

    /// As far as a job comes now.
    fn go_on(&self, system: &System, mut job: PrintJob) -> Result<PrintJob, DeskError> {
        for _ in 0..STEPS {
            let state = job.standing.state;
            let next = match state {
                PrintState::Waiting => self.hand_to_printer(system, &job)?,
                PrintState::Handing => self.find_again(&system.cups, &job)?,
                PrintState::Printing => self.follow(system, &job)?,
                _ => return Ok(job),
            };
            let Some(next) = next else { return Ok(job) };
            job = next;
            if job.standing.state == state {
                break;
            }
        }
        Ok(job)
    }

    fn hand_to_printer(&self, system: &System, job: &PrintJob) -> Result<Option<PrintJob>, DeskError> {
        let cups = &system.cups;
        match system.printer(&job.order.printer) {
            None => return self.mark(job, &self.standing(job, PrintState::Failed, "print-gone", "")),
            Some(printer) if !printer.accepts => {
                return self
                    .rest(job, &self.standing(job, PrintState::Waiting, "print-closed", &printer.says));
            }
            Some(_) => {}
        }
        let (name, bytes) = match self.paper_of(job.order.paper) {
            Ok(paper) => paper,
            Err(error) => {
                let broken = self.standing(job, PrintState::Failed, "print-no-paper", &error.to_string());
                return self.mark(job, &broken);
            }
        };
        let ticket = format!("{name} {}", self.mark_of_attempt()?);
        let handing = Standing { ticket: ticket.clone(), ..self.standing(job, PrintState::Handing, "", "") };
        let (before, Some(job)) = (job, self.mark(job, &handing)?) else { return Ok(None) };
        let wish = Wish {
            printer: job.order.printer.clone(),
            copies: job.order.copies,
            sides: job.order.sides.as_deref().and_then(Sides::read),
            tray: job.order.tray.clone(),
        };
        let id = match cups.create(&wish, &ticket) {
            Ok(id) => id,
            Err(trouble) => return self.not_begun(before, &job, &trouble),
        };
        let known = Standing { system_id: Some(id), ..job.standing.clone() };
        let Some(job) = self.mark(&job, &known)? else { return Ok(None) };
        match cups.send(id, &bytes) {
            Ok(()) => self.mark(&job, &self.standing(&job, PrintState::Printing, "", "")),
            // Whether it arrived is asked for at the next occasion.
            Err(Trouble::Away(detail)) => {
                self.mark(&job, &self.standing(&job, PrintState::Handing, "print-away", &detail))
            }
            Err(trouble) => {
                // The begun job has no paper and ends by itself where this does not reach it.
                let _ = cups.cancel(id);
                let (why, detail) = reason(&trouble);
                self.mark(&job, &self.standing(&job, PrintState::Failed, why, &detail))
            }
        }
    }

    /// The printing system took no job: it waits where that passes by itself, else it has failed.
    fn not_begun(
        &self,
        before: &PrintJob,
        job: &PrintJob,
        trouble: &Trouble,
    ) -> Result<Option<PrintJob>, DeskError> {
        let (why, detail) = reason(trouble);
        let passes = matches!(trouble, Trouble::Away(_) | Trouble::Closed(_));
        let state = if passes { PrintState::Waiting } else { PrintState::Failed };
        self.mark(job, &self.standing(before, state, why, &detail))
    }

    /// What became of a job in whose handing over the program ended, or the printing system. The paper leaves only after
    /// the number is written down: without one, nothing was printed.
    fn find_again(&self, cups: &Cups, job: &PrintJob) -> Result<Option<PrintJob>, DeskError> {
        let waits = Standing { system_id: None, ..self.standing(job, PrintState::Waiting, "", "") };
        let Some(id) = job.standing.system_id else {
            clear_away(cups, &job.standing.ticket);
            return self.mark(job, &waits);
        };
        let found = match cups.job(id) {
            Ok(found) => found,
            Err(trouble) => return self.unreachable(job, &trouble),
        };
        // Where the printing system keeps no history, a person has to look: better than printing twice.
        let lost = || self.mark(job, &self.standing(job, PrintState::Failed, "print-lost", ""));
        let ours = found.filter(|there| there.name.as_ref().is_none_or(|name| *name == job.standing.ticket));
        let Some(there) = ours else { return lost() };
        if there.documents > 0 {
            return self.mark(job, &self.standing(job, PrintState::Printing, "", ""));
        }
        // What is still on its way must not arrive later: cancelled first, then asked once more.
        match cups.cancel(id) {
            Ok(()) | Err(Trouble::Late(_) | Trouble::Unknown) => {}
            Err(trouble) => return self.unreachable(job, &trouble),
        }
        match cups.job(id) {
            Err(trouble) => self.unreachable(job, &trouble),
            Ok(Some(there)) if there.documents > 0 && there.begun => {
                self.mark(job, &self.standing(job, PrintState::Printing, "", ""))
            }
            Ok(Some(there)) if there.state == JobState::Completed => {
                self.mark(job, &self.standing(job, PrintState::Printing, "", ""))
            }
            Ok(Some(_)) => self.mark(job, &waits),
            Ok(None) => lost(),
        }
    }

    /// It stays as it is; why nothing is known of it is written beside it.
    pub(super) fn unreachable(
        &self,
        job: &PrintJob,
        trouble: &Trouble,
    ) -> Result<Option<PrintJob>, DeskError> {
        let (why, detail) = reason(trouble);
        self.rest(job, &self.standing(job, job.standing.state, why, &detail))
    }

    /// As it is, where it is as it was: nothing is written then.
    pub(super) fn rest(&self, job: &PrintJob, now: &Standing) -> Result<Option<PrintJob>, DeskError> {
        if *now == job.standing { Ok(Some(job.clone())) } else { self.mark(job, now) }
    }

    /// A job that the printing system does not work on any more: cancelled there where it has it.
    pub(super) fn taken_back(&self, job: PrintJob) -> Result<PrintJob, DeskError> {
        let late = || DeskError::from(Problem::error("job", "print-late"));
        match (job.standing.state, job.standing.system_id) {
            (PrintState::Printed, _) => return Err(late()),
            (PrintState::Handing | PrintState::Printing, Some(id)) => {
                let refused = |trouble: &Trouble| DeskError::from(super::said(trouble, &job.order.printer));
                let system = System::reach().map_err(|trouble| refused(&trouble))?;
                match system.cups.cancel(id) {
                    Ok(()) | Err(Trouble::Unknown) => {}
                    Err(Trouble::Late(_)) => {
                        // Done meanwhile: whether printed or given up is for `follow` to say.
                        let ended = self.go_on(&system, job)?;
                        return if ended.standing.state == PrintState::Failed {
                            Ok(ended)
                        } else {
                            Err(late())
                        };
                    }
                    Err(trouble) => return Err(refused(&trouble)),
                }
            }
            _ => {}
        }
        Ok(job)
    }

    /// The paper of a job and what the job is called in the printing system, whose queue everybody can read. Whoever is signed
    /// in: that somebody may print it was asked when the job was made.
    fn paper_of(&self, paper: PaperId) -> Result<(String, Vec<u8>), DeskError> {
        let everything: BTreeSet<Group> = Group::ALL.into_iter().collect();
        let row = self.query(|db| read::paper_by_id(db, &everything, paper))?;
        let (name, digest) = if let Some(row) = row {
            (row.number, row.sha256)
        } else {
            let closing = self.query(|db| read::closing_by_paper(db, paper))?;
            let closing = closing.ok_or_else(|| DeskError::because("paper-unknown"))?;
            (word("till_job", &[]), closing.sha256)
        };
        Ok((name, self.store.read(|db| db.blob(digest))?))
    }

    /// What tells this attempt from every other, also from those of another desk in the same printing system.
    pub(super) fn mark_of_attempt(&self) -> Result<String, DeskError> {
        let bytes: [u8; 6] = self.chance.bytes()?;
        Ok(bytes.iter().fold(String::new(), |mut mark, byte| {
            // Writing to a text cannot fail.
            let _ = write!(mark, "{byte:02x}");
            mark
        }))
    }
}

/// Clears away jobs that were begun for an attempt and have no paper. They would end by themselves.
fn clear_away(cups: &Cups, ticket: &str) {
    for id in cups.jobs_named(ticket).unwrap_or_default() {
        if let Err(trouble) = cups.cancel(id) {
            tracing::warn!(%trouble, id, "a begun print job was not cleared away");
        }
    }
}
