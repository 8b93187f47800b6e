//! Printing: a queue that says waiting, at the printer, printed, failed and why. A paper exists before it is printed, and
//! printing it again is the same bytes and charges nothing. Talks to the printing system only in its parts.

mod follow;
mod form;
mod work;

pub use self::work::Worked;
pub use crate::printer::{Printer, Sides, Wish};
pub use crate::store::read::{Belongs, PrintJob, PrintOrder, PrintState, Standing};

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::domain::decide::role_for;
use crate::domain::id::{CaseId, ClosingId, PaperId};
use crate::domain::problem::Problem;
use crate::paper::template::word;
use crate::printer::{Cups, Trouble};
use crate::store::StoreError;
use crate::store::read;

/// Under this key lies how this desk last printed.
const LAST: &str = "print";

/// Most copies of one paper in one job.
pub const MOST_COPIES: u16 = 99;

impl Desk {
    /// The printers of the printing system, the default one first.
    pub fn printers(&self) -> Result<Vec<Printer>, DeskError> {
        Cups::of_this_machine().printers().map_err(|trouble| said(&trouble, "").into())
    }

    /// The name of the printer that is taken where nobody chooses; refused where there is none.
    pub fn default_printer(&self) -> Result<String, DeskError> {
        let first = self.printers()?.into_iter().next();
        Ok(first.ok_or_else(|| DeskError::because("counter-no-printer"))?.name)
    }

    /// The printers, and how this desk last printed a paper that somebody chose the printer for.
    pub fn printers_and_last(&self) -> Result<(Vec<Printer>, Option<Wish>), DeskError> {
        let last = self.store.read(|db| db.preference(None, LAST))?;
        Ok((self.printers()?, last.and_then(|json| serde_json::from_slice(&json).ok())))
    }

    /// Puts a paper into the print queue as somebody chose it, and remembers the choice for this desk: printer, sides and
    /// tray, one copy.
    pub fn print_as_chosen(&self, session: &Session, paper: PaperId, wish: &Wish) -> Result<i64, DeskError> {
        let last = serde_json::to_vec(&Wish { copies: 1, ..wish.clone() }).map_err(StoreError::from)?;
        self.act_as(session, |hand| {
            hand.tx.set_preference(None, LAST, Some(&last))?;
            enqueue(hand, paper, wish)
        })
    }

    /// Puts a paper into the print queue and gives the job's number. [`Desk::work_off_prints`] hands it over.
    pub fn print(&self, session: &Session, paper: PaperId, wish: &Wish) -> Result<i64, DeskError> {
        self.act_as(session, |hand| enqueue(hand, paper, wish))
    }

    /// The same, unless the paper is on its way already: a key pressed twice prints once.
    pub fn print_once(
        &self,
        session: &Session,
        paper: PaperId,
        wish: &Wish,
    ) -> Result<Option<i64>, DeskError> {
        self.act_as(session, |hand| {
            let jobs = read::print_jobs_of(hand.tx.rows(), &hand.user.reads(), paper);
            let newest = jobs.map_err(StoreError::from)?.into_iter().next();
            let under_way = newest.is_some_and(|job| job.standing.state.is_open());
            if under_way { Ok(None) } else { enqueue(hand, paper, wish).map(Some) }
        })
    }

    /// Puts the paper of a closing into the print queue, unless it is on its way already, and gives the job. Refused for whoever
    /// may not have the paper.
    pub fn print_closing(
        &self,
        session: &Session,
        id: ClosingId,
        printer: &str,
    ) -> Result<PrintJob, DeskError> {
        let paper = self.closing_paper(session, id)?;
        let wish = Wish { printer: printer.to_owned(), copies: 1, ..Wish::default() };
        let job = self.act_as(session, |hand| {
            let jobs = read::print_jobs_of(hand.tx.rows(), &hand.user.reads(), paper);
            let newest = jobs.map_err(StoreError::from)?.into_iter().next();
            let under_way = newest.filter(|job| job.standing.state.is_open());
            under_way.map_or_else(|| order(hand, paper, &wish), |job| Ok(job.job))
        })?;
        self.print_job(session, job)
    }

    /// The newest jobs whose papers the session may read, those that are not printed first.
    pub fn print_jobs(&self, session: &Session, limit: usize) -> Result<Vec<PrintJob>, DeskError> {
        let jobs = self.query(|db| read::print_jobs(db, &session.reads, limit))?;
        Ok(jobs.into_iter().filter_map(|job| seen_by(session, job)).collect())
    }

    /// A job, where the session may read its paper.
    pub fn print_job(&self, session: &Session, job: i64) -> Result<PrintJob, DeskError> {
        let found = self.query(|db| read::print_job(db, &session.reads, job))?;
        found
            .and_then(|found| seen_by(session, found))
            .ok_or_else(|| Problem::error("job", "print-job-unknown").with("job", job).into())
    }

    /// Takes a job back: nothing of it is printed any more. Refused where it is printed already, and where the printing
    /// system has it and cannot be asked.
    pub fn withdraw_print(&self, session: &Session, job: i64) -> Result<(), DeskError> {
        let _lock = self.store.print_lock()?;
        let job = self.print_job(session, job)?;
        let job = self.taken_back(job)?;
        let _ = self.mark(&job, &self.standing(&job, PrintState::Withdrawn, "", ""))?;
        Ok(())
    }

    /// Lets a job that is not printed begin anew, at another printer where one is named.
    pub fn print_again(&self, session: &Session, job: i64, printer: Option<&str>) -> Result<(), DeskError> {
        let _lock = self.store.print_lock()?;
        let job = self.print_job(session, job)?;
        let mut job = self.taken_back(job)?;
        if let Some(printer) = printer {
            printer.clone_into(&mut job.order.printer);
        }
        let anew = Standing {
            ticket: String::new(),
            system_id: None,
            ..self.standing(&job, PrintState::Waiting, "", "")
        };
        let _ = self.mark(&job, &anew)?;
        Ok(())
    }

    /// How a job stands from now on; since when, only where that is new.
    fn standing(&self, job: &PrintJob, state: PrintState, why: &str, detail: &str) -> Standing {
        let was = &job.standing;
        let same = was.state == state && was.why == why;
        Standing {
            state,
            why: why.to_owned(),
            detail: detail.to_owned(),
            since: if same { was.since } else { self.clock.now() },
            ticket: was.ticket.clone(),
            system_id: was.system_id,
        }
    }

    /// Writes down how a job stands; gives it as it is now, or nothing where somebody else was quicker.
    fn mark(&self, job: &PrintJob, standing: &Standing) -> Result<Option<PrintJob>, DeskError> {
        let marked =
            self.store.write(|tx| Ok::<_, StoreError>(read::mark_print(tx.rows(), job, standing)?))?.value;
        Ok(marked.then(|| PrintJob { standing: standing.clone(), ..job.clone() }))
    }
}

fn enqueue(hand: &mut Hand<'_, '_, '_>, paper: PaperId, wish: &Wish) -> Result<i64, DeskError> {
    if wish.copies == 0 || wish.copies > MOST_COPIES {
        return Err(Problem::error("copies", "copies-range").with("most", MOST_COPIES).into());
    }
    let row = read::paper_by_id(hand.tx.rows(), &hand.user.reads(), paper).map_err(StoreError::from)?;
    let row = row.ok_or_else(|| DeskError::because("paper-unknown"))?;
    enqueue_new(hand, row.case, paper, wish)
}

/// The same for a paper that this very transaction issues, which no list knows yet.
pub(super) fn enqueue_new(
    hand: &mut Hand<'_, '_, '_>,
    case: CaseId,
    paper: PaperId,
    wish: &Wish,
) -> Result<i64, DeskError> {
    let group = hand.case(case)?.opened.group;
    // What comes out of the printer has to be noted in the case later, in this user's name.
    let _ = role_for(&hand.user, "printed", Some(group), None)?;
    order(hand, paper, wish)
}

fn order(hand: &mut Hand<'_, '_, '_>, paper: PaperId, wish: &Wish) -> Result<i64, DeskError> {
    let order = PrintOrder {
        paper,
        printer: wish.printer.clone(),
        copies: wish.copies,
        sides: wish.sides.map(|sides| sides.name().to_owned()),
        tray: wish.tray.clone(),
        asked_by: hand.user.id,
        asked_at: hand.now,
    };
    Ok(read::enqueue_print(hand.tx.rows(), &order).map_err(StoreError::from)?)
}

/// A job as the session may see it: that of a closing only whoever counted or wanted it printed, since its paper names cases
/// (§ 30 AO).
fn seen_by(session: &Session, mut job: PrintJob) -> Option<PrintJob> {
    if let Some(Belongs::Closing(_, counted)) = &job.of {
        let is_theirs = job.order.asked_by == session.user || counted.contains(&session.user);
        if !is_theirs || !Desk::may_close(session) {
            return None;
        }
        job.title = word("till_job", &[]);
    }
    Some(job)
}

/// What is the matter with a job, where something is.
pub fn matter(job: &PrintJob) -> Option<Problem> {
    let standing = &job.standing;
    (!standing.why.is_empty()).then(|| {
        let problem = Problem::warning("printer", &standing.why).with("printer", &job.order.printer);
        problem.with("detail", in_brackets(&standing.detail))
    })
}

/// Why the printing system did not do it, as a message id and in its own words.
fn reason(trouble: &Trouble) -> (&'static str, String) {
    match trouble {
        Trouble::Away(detail) => ("print-away", detail.clone()),
        Trouble::Denied => ("print-denied", String::new()),
        Trouble::Full => ("print-spool-full", String::new()),
        Trouble::Unknown => ("print-gone", String::new()),
        Trouble::Closed(detail) => ("print-closed", detail.clone()),
        Trouble::Late(detail) | Trouble::Refused(detail) => ("print-refused", detail.clone()),
    }
}

fn said(trouble: &Trouble, printer: &str) -> Problem {
    let (why, detail) = reason(trouble);
    Problem::error("printer", why).with("printer", printer).with("detail", in_brackets(&detail))
}

/// The printing system's own words, behind a sentence of ours.
fn in_brackets(detail: &str) -> String {
    if detail.is_empty() { String::new() } else { format!(" ({detail})") }
}
