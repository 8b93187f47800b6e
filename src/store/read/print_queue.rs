//! The print queue: what waits, what prints, what failed and why. Prints nothing; `desk` does.

use super::paper;
use super::sql::{self, Key, Moment};
use crate::domain::id::{PaperId, UserId};
use crate::domain::user::Group;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Result, Row, params};
use std::collections::BTreeSet;

/// How far a job has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrintState {
    /// Nobody has begun.
    Waiting,
    /// It was handed to the printing system.
    Printing,
    /// The printing system says it is done.
    Printed,
    /// It did not work; the job says why.
    Failed,
}

impl PrintState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Printing, Self::Printed, Self::Failed];

    /// The name in the table and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Printing => "printing",
            Self::Printed => "printed",
            Self::Failed => "failed",
        }
    }

    fn read(name: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.name() == name).unwrap_or(Self::Failed)
    }
}

/// A job of the print queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Number of the job.
    pub job: i64,
    /// What to print.
    pub paper: PaperId,
    /// Where.
    pub printer: String,
    /// How often.
    pub copies: u16,
    /// How far it has come.
    pub state: PrintState,
    /// Why it failed; empty otherwise.
    pub why: String,
    /// Who wants it.
    pub asked_by: UserId,
    /// Since when.
    pub asked_at: DateTime<Utc>,
    /// The job's name in the printing system; empty before it has one.
    pub system_id: String,
    /// What the paper is called and the case's number; nothing where the case may not be read.
    pub paper_title: Option<(String, String)>,
}

const COLUMNS: &str =
    "j.job, j.paper, j.printer, j.copies, j.state, j.why, j.asked_by, j.asked_at, j.system_id";

fn read(row: &Row<'_>) -> Result<PrintJob> {
    Ok(PrintJob {
        job: row.get(0)?,
        paper: PaperId(row.get::<_, Key>(1)?.0),
        printer: row.get(2)?,
        copies: row.get(3)?,
        state: PrintState::read(row.get_ref(4)?.as_str()?),
        why: row.get(5)?,
        asked_by: UserId(row.get::<_, Key>(6)?.0),
        asked_at: row.get::<_, Moment>(7)?.0,
        system_id: row.get(8)?,
        paper_title: None,
    })
}

/// Puts a paper into the queue and gives the job's number. Call it in the transaction that issued the paper, or later.
pub fn enqueue_print(
    conn: &Connection,
    paper: PaperId,
    printer: &str,
    copies: u16,
    asked_by: UserId,
    asked_at: DateTime<Utc>,
) -> Result<i64> {
    let sql = "INSERT INTO print_job (paper, printer, copies, state, why, asked_by, asked_at, system_id)
               VALUES (?1, ?2, ?3, 'waiting', '', ?4, ?5, '')";
    let values = params![Key(paper.0), printer, copies, Key(asked_by.0), Moment(asked_at)];
    let _ = sql::run(conn, sql, values)?;
    Ok(conn.last_insert_rowid())
}

/// Takes the oldest waiting job and marks it as printing; `None` where nothing waits.
pub fn next_print(conn: &Connection) -> Result<Option<PrintJob>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM print_job j INDEXED BY print_job_by_state WHERE j.state = 'waiting' ORDER BY j.job LIMIT 1"
    );
    let Some(mut job) = sql::first(conn, &sql, [], read)? else { return Ok(None) };
    mark_print(conn, job.job, PrintState::Printing, "", "")?;
    job.state = PrintState::Printing;
    Ok(Some(job))
}

/// Says how far a job has come. `why` for a failure; an empty `system_id` keeps the one that is known.
pub fn mark_print(conn: &Connection, job: i64, state: PrintState, why: &str, system_id: &str) -> Result<()> {
    let sql = "UPDATE print_job SET state = ?2, why = ?3, system_id = coalesce(nullif(?4, ''), system_id) WHERE job = ?1";
    sql::run(conn, sql, params![job, state.name(), why, system_id]).map(drop)
}

/// The newest jobs, those that are not printed first.
pub fn print_jobs(conn: &Connection, reads: &BTreeSet<Group>, limit: usize) -> Result<Vec<PrintJob>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM print_job j INDEXED BY print_job_by_state WHERE j.state = ?1 ORDER BY j.job DESC LIMIT ?2"
    );
    let mut jobs = Vec::new();
    for state in [PrintState::Failed, PrintState::Printing, PrintState::Waiting, PrintState::Printed] {
        let rest = sql::int(limit - jobs.len());
        jobs.extend(sql::all(conn, &sql, params![state.name(), rest], read)?);
    }
    titled(conn, reads, jobs)
}

/// All jobs of a paper, the newest first.
pub fn print_jobs_of(conn: &Connection, reads: &BTreeSet<Group>, paper: PaperId) -> Result<Vec<PrintJob>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM print_job j INDEXED BY print_job_by_paper WHERE j.paper = ?1 ORDER BY j.job DESC"
    );
    let jobs = sql::all(conn, &sql, [Key(paper.0)], read)?;
    titled(conn, reads, jobs)
}

fn titled(conn: &Connection, reads: &BTreeSet<Group>, mut jobs: Vec<PrintJob>) -> Result<Vec<PrintJob>> {
    for job in &mut jobs {
        job.paper_title =
            paper::paper_by_id(conn, reads, job.paper)?.map(|paper| (paper.title, paper.number));
    }
    Ok(jobs)
}
