//! What is asked of CUPS (RFC 8011 and its own operations), and its answers in plain data. Decides nothing.

use super::http::post;
use super::ipp::{Group, Request, Response};
use super::server::{Around, Server};
use super::{Sides, Trouble, Wish};
use ipp::model::Operation;
use ipp::value::IppValue;

const WANTED_OF_A_PRINTER: [&str; 10] = [
    "printer-name",
    "printer-info",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "printer-state-change-time",
    "printer-is-accepting-jobs",
    "sides-supported",
    "media-source-supported",
    "printer-type",
];
const WANTED_OF_A_JOB: [&str; 6] = [
    "job-name",
    "job-state",
    "job-hold-until",
    "job-printer-state-message",
    "number-of-documents",
    "time-at-processing",
];

/// A queue of the printing system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Its name in the printing system.
    pub name: String,
    /// What people call it; its name where nobody said.
    pub title: String,
    /// Whether it is the one that is taken unless somebody says otherwise.
    pub is_default: bool,
    /// Whether it is stopped.
    pub stopped: bool,
    /// Whether it takes jobs.
    pub accepts: bool,
    /// Since when it is as it is, in seconds since 1970.
    pub since: Option<i64>,
    /// What it says about itself, in its own words.
    pub says: String,
    /// What is the matter with it, in the protocol's words (`media-empty-error`).
    pub reasons: Vec<String>,
    /// The sides it can print.
    pub sides: Vec<Sides>,
    /// Its trays, by the protocol's words.
    pub trays: Vec<String>,
}

/// How far a job has come in the printing system (RFC 8011, 5.3.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// In the queue.
    Pending,
    /// Somebody holds it back, or the paper is not here yet.
    Held,
    /// At the printer.
    Processing,
    /// Stopped in the middle.
    Stopped,
    /// Somebody cancelled it.
    Cancelled,
    /// Given up.
    Aborted,
    /// Done.
    Completed,
}

/// A job of the printing system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// How far it has come.
    pub state: JobState,
    /// Its name, where this user may see it.
    pub name: Option<String>,
    /// How many documents were handed over.
    pub documents: i32,
    /// Whether the printer ever began.
    pub begun: bool,
    /// Whether the printer refused it and the printing system tries again by itself: then it is held, and nobody holds it.
    pub retried: bool,
    /// What the printer says about it, in its own words.
    pub says: String,
}

/// The printing system, as this user reaches it.
#[derive(Debug, Clone)]
pub struct Cups {
    server: Server,
    user: String,
    preferred: Option<String>,
}

impl Cups {
    /// The printing system that the surroundings name. Connects to nothing yet.
    pub fn of_this_machine() -> Self {
        let around = Around {
            variable: &|name| std::env::var(name).ok(),
            file: &|path| std::fs::read_to_string(path).ok(),
        };
        Self { server: around.server(), user: around.user(), preferred: around.preferred() }
    }

    fn ask(&self, path: &str, request: Request, document: &[u8]) -> Result<Response, Trouble> {
        let body = post(&self.server, path, &self.user, &request.bytes(), document)?;
        let answer = Response::read(body)?;
        let says = || answer.operation().text("status-message").unwrap_or_default().to_owned();
        match answer.status {
            // 0x0001 and 0x0002: done, some wishes were left out. The paper comes all the same.
            0x0000..=0x00ff => Ok(answer),
            0x0401..=0x0403 => Err(Trouble::Denied),
            0x0404 => Err(Trouble::Late(says())),
            0x0406 | 0x0407 => Err(Trouble::Unknown),
            0x0408 => Err(Trouble::Full),
            // Not accepting jobs, and the ways to say that it will do so again soon.
            0x0502 | 0x0505..=0x0507 => Err(Trouble::Closed(says())),
            status => Err(Trouble::Refused(format!("{} (IPP 0x{status:04x})", says()))),
        }
    }

    fn server_request(&self, operation: Operation) -> Result<Request, Trouble> {
        Request::new(operation, ("printer-uri", "ipp://localhost/"), &self.user)
    }

    fn job_request(&self, operation: Operation, job: i64) -> Result<Request, Trouble> {
        Request::new(operation, ("job-uri", &format!("ipp://localhost/jobs/{job}")), &self.user)
    }

    /// The queues, the default one first.
    pub fn printers(&self) -> Result<Vec<Printer>, Trouble> {
        let wanted = self
            .server_request(Operation::CupsGetPrinters)?
            .with_all("requested-attributes", &WANTED_OF_A_PRINTER)?;
        let answer = match self.ask("/", wanted, &[]) {
            // Its way to say that there is none.
            Err(Trouble::Unknown) => return Ok(Vec::new()),
            answer => answer?,
        };
        let mut printers: Vec<Printer> = answer.things().filter_map(printer).collect();
        let default = self.default_printer()?;
        let preferred =
            self.preferred.clone().filter(|own| printers.iter().any(|printer| printer.name == *own));
        let default = preferred.or(default);
        for printer in &mut printers {
            printer.is_default = Some(&printer.name) == default.as_ref();
        }
        printers.sort_by_key(|printer| (!printer.is_default, printer.title.to_lowercase()));
        Ok(printers)
    }

    fn default_printer(&self) -> Result<Option<String>, Trouble> {
        let wanted = self
            .server_request(Operation::CupsGetDefault)?
            .with_all("requested-attributes", &["printer-name"])?;
        match self.ask("/", wanted, &[]) {
            Err(Trouble::Unknown) => Ok(None),
            answer => Ok(answer?.things().find_map(|group| group.text("printer-name")).map(str::to_owned)),
        }
    }

    /// Begins a job and gives its number. It has nothing to print yet.
    pub fn create(&self, wish: &Wish, name: &str) -> Result<i64, Trouble> {
        let path = format!("/printers/{}", encoded(&wish.printer));
        let mut wanted = Request::new(
            Operation::CreateJob,
            ("printer-uri", &format!("ipp://localhost{path}")),
            &self.user,
        )?
        .with("job-name", IppValue::new_name_without_language(name))?
        .job()
        .with("copies", Ok(IppValue::new_integer(i32::from(wish.copies))))?;
        if let Some(sides) = wish.sides {
            wanted = wanted.with("sides", IppValue::new_keyword(sides.name()))?;
        }
        if let Some(tray) = &wish.tray {
            wanted = wanted.with_member("media-col", "media-source", tray)?;
        }
        let answer = self.ask(&path, wanted, &[])?;
        let job = answer.things().find_map(|group| group.number("job-id"));
        job.map(i64::from).ok_or_else(|| Trouble::Refused("job-id?".to_owned()))
    }

    /// Hands the paper of a job over: its only document, so the job begins.
    pub fn send(&self, job: i64, pdf: &[u8]) -> Result<(), Trouble> {
        let wanted = self
            .job_request(Operation::SendDocument, job)?
            .with("document-format", IppValue::new_mime_media_type("application/pdf"))?
            .with("last-document", Ok(IppValue::new_boolean(true)))?;
        self.ask("/jobs/", wanted, pdf).map(drop)
    }

    /// How a job stands; `None` where the printing system does not know it any more.
    pub fn job(&self, job: i64) -> Result<Option<Job>, Trouble> {
        let wanted = self
            .job_request(Operation::GetJobAttributes, job)?
            .with_all("requested-attributes", &WANTED_OF_A_JOB)?;
        match self.ask("/jobs/", wanted, &[]) {
            Err(Trouble::Unknown) => Ok(None),
            answer => Ok(answer?.things().find_map(job_of)),
        }
    }

    /// The user's jobs that are not done and bear this name.
    pub fn jobs_named(&self, name: &str) -> Result<Vec<i64>, Trouble> {
        let wanted = self
            .server_request(Operation::GetJobs)?
            .with("my-jobs", Ok(IppValue::new_boolean(true)))?
            .with_all("requested-attributes", &["job-id", "job-name"])?;
        let answer = match self.ask("/jobs/", wanted, &[]) {
            Err(Trouble::Unknown) => return Ok(Vec::new()),
            answer => answer?,
        };
        let ours = answer.things().filter(|group| group.text("job-name") == Some(name));
        Ok(ours.filter_map(|group| group.number("job-id")).map(i64::from).collect())
    }

    /// Cancels a job.
    pub fn cancel(&self, job: i64) -> Result<(), Trouble> {
        self.ask("/jobs/", self.job_request(Operation::CancelJob, job)?, &[]).map(drop)
    }
}

fn printer(group: Group<'_>) -> Option<Printer> {
    let name = group.text("printer-name")?.to_owned();
    let title = group.text("printer-info").map(str::trim).filter(|title| !title.is_empty());
    let reasons = group.texts("printer-state-reasons").filter(|reason| *reason != "none");
    Some(Printer {
        title: title.unwrap_or(&name).to_owned(),
        is_default: false,
        stopped: group.number("printer-state") == Some(5),
        accepts: group.flag("printer-is-accepting-jobs").unwrap_or(true),
        since: group.number("printer-state-change-time").map(i64::from),
        says: group.text("printer-state-message").unwrap_or_default().trim().to_owned(),
        reasons: reasons.map(str::to_owned).collect(),
        sides: group.texts("sides-supported").filter_map(Sides::read).collect(),
        trays: group.texts("media-source-supported").map(str::to_owned).collect(),
        name,
    })
}

fn job_of(group: Group<'_>) -> Option<Job> {
    let state = match group.number("job-state")? {
        3 => JobState::Pending,
        4 => JobState::Held,
        5 => JobState::Processing,
        6 => JobState::Stopped,
        7 => JobState::Cancelled,
        8 => JobState::Aborted,
        9 => JobState::Completed,
        _ => return None,
    };
    Some(Job {
        state,
        name: group.text("job-name").map(str::to_owned),
        documents: group.number("number-of-documents").unwrap_or(0),
        begun: group.number("time-at-processing").is_some(),
        retried: state == JobState::Held && group.text("job-hold-until") == Some("no-hold"),
        says: group.text("job-printer-state-message").unwrap_or_default().trim().to_owned(),
    })
}

/// A printer's name as part of an address.
fn encoded(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    name.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_part_of_an_address() {
        assert_eq!(encoded("Büro-1_a"), "B%C3%BCro-1_a");
        assert_eq!(encoded("a/../b c"), "a%2F..%2Fb%20c");
    }
}
