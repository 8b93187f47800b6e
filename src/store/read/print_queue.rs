//! The print queue: what waits, what is at the printer, what failed and why. Prints nothing; `desk` does.

use super::sql::{self, Key, Moment};
use super::{closing, paper};
use crate::domain::id::{CaseId, ClosingId, PaperId, UserId};
use crate::domain::number::ClosingNumber;
use crate::domain::user::Group;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Result, Row, params};
use std::collections::BTreeSet;

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintState {
    /// Nobody has begun.
    Waiting,
    /// It is being handed to the printing system: what a crash leaves here may be there or not.
    Handing,
    /// The printing system has it.
    Printing,
    /// The printing system says it is done.
    Printed,
    /// It did not work; the job says why.
    Failed,
    /// A clerk does not want it any more.
    Withdrawn,
}

impl PrintState {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Waiting, Self::Handing, Self::Printing, Self::Printed, Self::Failed, Self::Withdrawn];
    /// Those that go on by themselves.
    pub const OPEN: [Self; 3] = [Self::Waiting, Self::Handing, Self::Printing];

    /// The name in the table and in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Handing => "handing",
            Self::Printing => "printing",
            Self::Printed => "printed",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether it goes on by itself.
    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }

    fn read(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Failed)
    }
}

/// What is to be printed, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintOrder {
    /// What to print.
    pub paper: PaperId,
    /// Where: the printer's name in the printing system.
    pub printer: String,
    /// How often.
    pub copies: u16,
    /// Which sides, by the protocol's word; as the printer is set up where nothing is said.
    pub sides: Option<String>,
    /// From which tray, by the protocol's word.
    pub tray: Option<String>,
    /// Who wants it.
    pub asked_by: UserId,
    /// Since when.
    pub asked_at: DateTime<Utc>,
}

/// How a job stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How far it has come.
    pub state: PrintState,
    /// What is the matter, as a message id; empty where nothing is.
    pub why: String,
    /// What the printing system says about it, in its own words.
    pub detail: String,
    /// Since when it stands like this.
    pub since: DateTime<Utc>,
    /// The job's name in the printing system, new for each attempt; empty before the first.
    pub ticket: String,
    /// The job's number in the printing system.
    pub system_id: Option<i64>,
}

/// What a paper of the queue belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// A case that may be read.
    Case(CaseId),
    /// A daily closing, with those who counted. It names cases: who may see that it is printed is for the desk to say.
    Closing(ClosingId, Vec<UserId>),
}

/// A job of the print queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Number of the job.
    pub job: i64,
    /// What is to be printed, and how.
    pub order: PrintOrder,
    /// How it stands.
    pub standing: Standing,
    /// What the paper is called; empty of a closing, which every language calls its own way.
    pub title: String,
    /// What it belongs to; nothing of a job that was read without.
    pub of: Option<Belongs>,
    /// Number of the case or the closing.
    pub number: String,
}

const COLUMNS: &str =
    "j.job, j.paper, j.printer, j.copies, j.sides, j.tray, j.asked_by, j.asked_at, j.state, j.why,
     j.detail, j.since, j.ticket, j.system_id";

fn read(row: &Row<'_>) -> Result<PrintJob> {
    Ok(PrintJob {
        job: row.get(0)?,
        order: PrintOrder {
            paper: PaperId(row.get::<_, Key>(1)?.0),
            printer: row.get(2)?,
            copies: row.get(3)?,
            sides: row.get(4)?,
            tray: row.get(5)?,
            asked_by: UserId(row.get::<_, Key>(6)?.0),
            asked_at: row.get::<_, Moment>(7)?.0,
        },
        standing: Standing {
            state: PrintState::read(row.get_ref(8)?.as_str()?),
            why: row.get(9)?,
            detail: row.get(10)?,
            since: row.get::<_, Moment>(11)?.0,
            ticket: row.get(12)?,
            system_id: row.get(13)?,
        },
        title: String::new(),
        of: None,
        number: String::new(),
    })
}

/// Puts a paper into the queue and gives the job's number.
pub fn enqueue_print(conn: &Connection, order: &PrintOrder) -> Result<i64> {
    let sql = "INSERT INTO print_job (paper, printer, copies, sides, tray, asked_by, asked_at, state, why, detail, since, ticket)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', '', '', ?7, '')";
    let values = params![
        Key(order.paper.0),
        order.printer,
        order.copies,
        order.sides,
        order.tray,
        Key(order.asked_by.0),
        Moment(order.asked_at),
    ];
    let _ = sql::run(conn, sql, values)?;
    Ok(conn.last_insert_rowid())
}

/// Says how a job stands now. Does nothing, and says so, where it does not stand as it was read any more.
pub fn mark_print(conn: &Connection, job: &PrintJob, now: &Standing) -> Result<bool> {
    let sql = "UPDATE print_job SET printer = ?2, state = ?3, why = ?4, detail = ?5, since = ?6, ticket = ?7, system_id = ?8
               WHERE job = ?1 AND state = ?9 AND ticket = ?10 AND system_id IS ?11";
    let was = &job.standing;
    let values = params![
        job.job,
        job.order.printer,
        now.state.name(),
        now.why,
        now.detail,
        Moment(now.since),
        now.ticket,
        now.system_id,
        was.state.name(),
        was.ticket,
        was.system_id,
    ];
    Ok(sql::run(conn, sql, values)? == 1)
}

const BY_STATE: &str = "FROM print_job j INDEXED BY print_job_by_state WHERE j.state = ?1 ORDER BY j.job";

/// The jobs that go on by themselves, the oldest first.
pub fn open_prints(conn: &Connection) -> Result<Vec<PrintJob>> {
    let sql = format!("SELECT {COLUMNS} {BY_STATE}");
    let mut jobs = Vec::new();
    for state in PrintState::OPEN {
        jobs.extend(sql::all(conn, &sql, [state.name()], read)?);
    }
    jobs.sort_by_key(|job| job.job);
    Ok(jobs)
}

/// The job with this number, where its paper may be read.
pub fn print_job(conn: &Connection, reads: &BTreeSet<Group>, job: i64) -> Result<Option<PrintJob>> {
    let sql = format!("SELECT {COLUMNS} FROM print_job j WHERE j.job = ?1");
    let job = sql::first(conn, &sql, [job], read)?;
    Ok(titled(conn, reads, job.into_iter().collect())?.pop())
}

/// The newest jobs whose papers may be read: first what failed or goes on, then what is done.
pub fn print_jobs(conn: &Connection, reads: &BTreeSet<Group>, limit: usize) -> Result<Vec<PrintJob>> {
    let sql = format!("SELECT {COLUMNS} {BY_STATE} DESC LIMIT ?2");
    let mut jobs = Vec::new();
    for states in [
        [PrintState::Failed, PrintState::Handing, PrintState::Printing, PrintState::Waiting].as_slice(),
        [PrintState::Printed, PrintState::Withdrawn].as_slice(),
    ] {
        let mut part = Vec::new();
        for state in states {
            part.extend(sql::all(conn, &sql, params![state.name(), sql::int(limit)], read)?);
        }
        part.sort_by_key(|job: &PrintJob| std::cmp::Reverse(job.job));
        jobs.extend(part);
    }
    let mut jobs = titled(conn, reads, jobs)?;
    jobs.truncate(limit);
    Ok(jobs)
}

/// All jobs of a paper, the newest first.
pub fn print_jobs_of(conn: &Connection, reads: &BTreeSet<Group>, paper: PaperId) -> Result<Vec<PrintJob>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM print_job j INDEXED BY print_job_by_paper WHERE j.paper = ?1 ORDER BY j.job DESC"
    );
    let jobs = sql::all(conn, &sql, [Key(paper.0)], read)?;
    titled(conn, reads, jobs)
}

/// What may not be read is not there (§ 30 AO).
fn titled(conn: &Connection, reads: &BTreeSet<Group>, jobs: Vec<PrintJob>) -> Result<Vec<PrintJob>> {
    let mut known = Vec::new();
    for mut job in jobs {
        if let Some(paper) = paper::paper_by_id(conn, reads, job.order.paper)? {
            (job.title, job.of, job.number) = (paper.title, Some(Belongs::Case(paper.case)), paper.number);
        } else if let Some(row) = closing::closing_by_paper(conn, job.order.paper)? {
            job.number = ClosingNumber { desk: &row.code, count: row.number }.to_string();
            let counted = [row.by].into_iter().chain(row.second).collect();
            job.of = Some(Belongs::Closing(row.id, counted));
        } else {
            continue;
        }
        known.push(job);
    }
    Ok(known)
}
