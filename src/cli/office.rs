//! Opening the office for a command: folder, key, who acts. And making one: demo town, first administrator.

use super::Next;
use super::say::{self, Fail, Said};
use crate::desk::chance::Chance;
use crate::desk::clock::Clock;
use crate::desk::open::{self, Given, Place};
use crate::desk::{Desk, Session, demo, kreis};
use crate::domain::case::Case;
use crate::domain::holiday::Land;
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use crate::words;
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

/// A desk and who acts at it.
pub(super) struct Office {
    /// The desk.
    pub desk: Desk,
    /// Who acts.
    pub session: Session,
}

pub(super) fn place(args: &ArgMatches) -> Result<Place, Fail> {
    Ok(open::place(args.get_one::<PathBuf>("data").cloned())?)
}

pub(super) fn given(args: &ArgMatches) -> Given {
    let text = std::env::var("AMTSSTUBE_KEY").ok().filter(|text| !text.trim().is_empty());
    Given { text, file: args.get_one::<PathBuf>("key-file").cloned() }
}

fn pin() -> Result<String, Fail> {
    let pin = std::env::var("AMTSSTUBE_PIN").ok().filter(|pin| !pin.is_empty());
    Ok(pin.ok_or_else(|| Problem::error("AMTSSTUBE_PIN", "pin-missing"))?)
}

pub(super) fn desk(args: &ArgMatches) -> Result<Desk, Fail> {
    let place = place(args)?;
    let key = open::key(&place, &given(args))?;
    let desk = Desk::open(&place, &key, Clock::of_this_program(), Chance::System)?;
    if let Some(land) = desk.town().ok().and_then(|town| Land::of_ags(town.get(keys::AGS))) {
        words::cite_by(move |law| land.cites(law));
    }
    Ok(desk)
}

/// The desk for the window, and what keeps a second window away; its folders where nothing is set up yet.
pub(super) fn window(args: &ArgMatches) -> Result<Next, Fail> {
    let place = place(args)?;
    if !place.database().exists() {
        return Ok(Next::Begin(place, given(args)));
    }
    let lock = open::window_lock(&place)?;
    let key = open::key(&place, &given(args))?;
    // The window brings it up to date itself and shows how far that is.
    let desk = Desk::open_as_it_is(&place, &key, Clock::System, Chance::System)?;
    Ok(Next::Window((Box::new(desk), lock)))
}

/// The desk that is to be enrolled, made where the folder is empty, and who does it where somebody signs in.
pub(super) fn to_enrol(args: &ArgMatches) -> Result<(Desk, Option<Session>), Fail> {
    let place = place(args)?;
    let key = kreis::prepare(&place, &given(args), Clock::of_this_program())?;
    let desk = Desk::open(&place, &key, Clock::of_this_program(), Chance::System)?;
    let session = match args.get_one::<String>("as") {
        Some(login) => Some(desk.sign_in(login, &pin()?)?),
        None => None,
    };
    Ok((desk, session))
}

impl Office {
    /// Opens the database and signs in.
    pub fn open(args: &ArgMatches) -> Result<Self, Fail> {
        let login = args.get_one::<String>("as");
        let login = login.ok_or_else(|| Problem::error("--as", "sign-in-needed"))?;
        let pin = pin()?;
        let desk = desk(args)?;
        let session = desk.sign_in(login, &pin)?;
        Ok(Self { desk, session })
    }

    /// The case that an argument names by id or number.
    pub fn case_id(&self, args: &ArgMatches) -> Result<CaseId, Fail> {
        let named = args.get_one::<String>("case").map_or("", String::as_str).trim();
        if let Ok(id) = named.parse() {
            return Ok(id);
        }
        let rows = self.desk.cases_by_number(&self.session, named)?;
        if rows.len() > 1 {
            let numbers = rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>().join(", ");
            return Err(Problem::error("case", "case-number-several").with("numbers", numbers).into());
        }
        if rows.is_empty() && self.desk.was_erased(&self.session, named)? {
            return Err(Problem::error("case", "case-erased").with("number", named).into());
        }
        Ok(rows.first().ok_or_else(|| Problem::error("case", "case-unknown"))?.id)
    }

    /// The case that an argument names.
    pub fn case(&self, args: &ArgMatches) -> Result<Case, Fail> {
        let id = self.case_id(args)?;
        Ok(self.desk.sheet(&self.session, id)?.case)
    }
}

/// Makes a demo town.
pub(super) fn demo(args: &ArgMatches) -> Result<Said, Fail> {
    let cases = args.get_one::<usize>("cases").copied().unwrap_or(120);
    let seed = args.get_one::<u64>("seed").copied().unwrap_or(1);
    let place = place(args)?;
    let made = demo::make(&place, &given(args), seed, cases)?;
    let users: Vec<_> = made
        .users
        .iter()
        .map(|(login, name)| json!({ "login": login, "pin": demo::PIN, "name": name }))
        .collect();
    let count = |name: &str, count: usize| (name.to_owned(), count.to_string());
    let folder = ("folder".to_owned(), place.data.display().to_string());
    let mut lines = vec![words::said("cli-demo-made", &[count("cases", made.cases), folder].into())];
    if made.with_papers < made.cases {
        lines.push(words::said("cli-demo-papers", &[count("papers", made.with_papers)].into()));
    }
    lines.push(words::said("cli-demo-users", &[("pin".to_owned(), demo::PIN.to_owned())].into()));
    lines.extend(made.users.iter().map(|(login, name)| format!("  {login:<12} {name}")));
    Ok(Said::new(json!({ "users": users, "cases": made.cases, "with_papers": made.with_papers }), lines))
}

/// Makes an empty office with its first administrator; an office that is there and has nobody gets one.
pub(super) fn setup(args: &ArgMatches) -> Result<Said, Fail> {
    let text = |name: &str| args.get_one::<String>(name).cloned().unwrap_or_default();
    let pin = pin()?;
    let (place, given) = (place(args)?, given(args));
    let key = if place.database().exists() {
        open::key(&place, &given)?
    } else {
        open::create(&place, &given, Clock::of_this_program(), &Chance::System)?
    };
    let desk = Desk::open(&place, &key, Clock::of_this_program(), Chance::System)?;
    let session = desk.first_administrator(&text("login"), &text("name"), &pin)?;
    let line = words::said("cli-setup-made", &[("name".to_owned(), session.name.clone())].into());
    Ok(Said::line(json!({ "id": session.user, "login": text("login"), "name": session.name }), line))
}

/// Looks at the whole file.
pub(super) fn verify(args: &ArgMatches) -> Result<Said, Fail> {
    let report = desk(args)?.verify()?;
    if !report.is_clean() {
        return Err(Fail(report.problems));
    }
    let checks: Vec<_> =
        report.checks.iter().map(|check| json!({ "name": check.name, "count": check.count })).collect();
    let told: Vec<_> = report.told.iter().map(say::as_json).collect();
    let lines = [words::text("cli-verify-clean")].into_iter().chain(report.told.iter().map(say::line));
    Ok(Said::new(json!({ "checks": checks, "problems": [], "told": told }), lines.collect()))
}

/// Goes on as a new desk, where the database is not the newest this desk had.
pub(super) fn go_on(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let reason = args.get_one::<String>("reason").map_or("", String::as_str);
    let code = office.desk.continue_as_new(&office.session, reason)?;
    let line = words::said("cli-went-on", &[("code".to_owned(), code.clone())].into());
    Ok(Said::line(json!({ "code": code }), line))
}
