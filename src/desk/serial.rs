//! Serial letters: one letter of the clerk's own words for each of many cases, every one an official paper of its case.
//! Chooses no case itself and waits for no printer.
//!
//! Each letter is a transaction: the paper, its event, its print job and the mark in the run, or nothing. So a run that was
//! cut off anywhere knows what is issued, and going on issues only the rest.

mod fill;

pub use fill::PLACEHOLDERS;
pub(super) use fill::paragraphs;

use super::Desk;
use super::error::DeskError;
use super::hand::Hand;
use super::paper::{Scene, put};
use super::print::{self, Wish};
use super::session::Session;
use crate::domain::case::{Case, FreeLetter};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::problem::{LocalText, Problem, Refusal};
use crate::store::StoreError;
use crate::store::read::{self, CaseRow, Filter, Page, SerialCase, SerialRun, Sort};
use chrono::NaiveDate;
use chrono_tz::Europe::Berlin;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Most letters in one run.
pub const MOST: usize = 1000;

/// Kind of a letter in the clerk's own words.
pub const KIND: &str = "serienbrief";

/// The letter around the clerk's words: what is issued from now on.
pub(super) const WORDING: &str = "serienbrief/2";

/// What is written to everybody: words with placeholders, or a paper of the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The subject.
    pub subject: String,
    /// The text; an empty line begins another paragraph.
    pub text: String,
    /// Instead of words: the kind of paper that each case lacks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

impl Text {
    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        fill::problems(self)
    }
}

/// A run as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Which.
    pub id: Uuid,
    /// The day it was begun.
    pub begun_on: NaiveDate,
    /// What is written.
    pub text: Text,
    /// Cases of it.
    pub cases: u64,
    /// Letters that are issued.
    pub issued: u64,
}

/// What came of going on with a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The run.
    pub run: Uuid,
    /// Cases of it.
    pub cases: usize,
    /// Letters that are issued by now.
    pub issued: Vec<PaperId>,
    /// Numbers of cases that got none, and why.
    pub left: Vec<(String, Problem)>,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

impl Desk {
    /// The cases that a filter names. Refused where there are none, or more than [`MOST`].
    pub fn serial_choice(&self, session: &Session, filter: &Filter) -> Result<Vec<CaseRow>, DeskError> {
        let rows = self.cases(session, filter, Sort::default(), &Page::first(MOST + 1))?;
        if rows.is_empty() {
            return Err(DeskError::because("serial-no-case"));
        }
        if rows.len() > MOST {
            return Err(Problem::error("filter", "serial-too-many").with("most", MOST).into());
        }
        Ok(rows)
    }

    /// Begins a run for these cases. Nothing is issued yet: [`Desk::serial_go_on`] does that.
    pub fn serial_begin(&self, session: &Session, cases: &[CaseId], text: &Text) -> Result<Uuid, DeskError> {
        let problems = fill::problems(text);
        if !problems.is_empty() {
            return Err(Refusal(problems).into());
        }
        let body = serde_json::to_vec(text).map_err(StoreError::from)?;
        self.act_as(session, |hand| {
            let run = hand.id()?;
            let whose = (run, hand.user.id, hand.now);
            read::begin_serial(hand.tx.rows(), whose, &body, cases).map_err(StoreError::from)?;
            Ok(run)
        })
    }

    /// A look at the letter of one case, as it would be issued now. Nothing of it is stored.
    pub fn serial_preview(&self, session: &Session, case: CaseId, text: &Text) -> Result<Vec<u8>, DeskError> {
        self.act_as(session, |hand| {
            let folded = hand.case(case)?;
            blocked(hand, &folded)?;
            let mut scene = Scene::now(hand, case, None)?;
            let kind = if let Some(kind) = &text.kind {
                kind
            } else {
                scene.letter = Some(worded(&scene, Uuid::nil(), text)?);
                KIND
            };
            Ok(scene.render(kind)?.bytes)
        })
    }

    /// The papers of their services that these cases may lack: kind and name.
    pub fn serial_kinds(&self, cases: &[CaseRow]) -> Vec<(String, LocalText)> {
        let slugs: BTreeSet<&str> = cases.iter().map(|case| case.service.as_str()).collect();
        let offers = slugs.into_iter().filter_map(|slug| self.catalogue().offer(slug, self.today()));
        let mut kinds = BTreeMap::new();
        for paper in offers.flat_map(|offer| &offer.service.papers) {
            let _ = kinds.entry(paper.kind.clone()).or_insert_with(|| paper.label.clone());
        }
        kinds.into_iter().collect()
    }

    /// The runs of this user as the window lists them, the newest first.
    pub fn serial_earlier(&self, session: &Session) -> Result<Vec<Earlier>, DeskError> {
        let runs = self.serial_runs(session)?.into_iter();
        let earlier = runs.filter_map(|run| {
            Some(Earlier {
                id: run.id,
                begun_on: run.begun_at.with_timezone(&Berlin).date_naive(),
                text: serde_json::from_slice(&run.body).ok()?,
                cases: run.cases,
                issued: run.issued,
            })
        });
        Ok(earlier.collect())
    }

    /// The runs of this user, the newest first.
    pub fn serial_runs(&self, session: &Session) -> Result<Vec<SerialRun>, DeskError> {
        self.query(|db| read::serial_runs(db, session.user))
    }

    /// Issues what a run still lacks, in its order; `told` hears how many are done of how many, and says whether to go on.
    /// What was left out before is tried again.
    pub fn serial_go_on(
        &self,
        session: &Session,
        run: Uuid,
        print: Option<&Wish>,
        told: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Progress, DeskError> {
        let own = self.query(|db| read::serial_run(db, run))?.filter(|own| own.owner == session.user);
        let own = own.ok_or_else(|| Problem::error("run", "serial-run-unknown").with("run", run))?;
        let text: Text = serde_json::from_slice(&own.body).map_err(StoreError::from)?;
        self.act_as(session, |hand| {
            read::retry_serial(hand.tx.rows(), run).map_err(StoreError::from)?;
            Ok(())
        })?;
        let cases = self.query(|db| read::serial_cases(db, run))?;
        let (mut issued, mut left, mut stopped) = (Vec::new(), Vec::new(), false);
        for (done, one) in cases.iter().enumerate() {
            if let Some(paper) = one.paper {
                issued.push(paper);
                continue;
            }
            if !told(done, cases.len()) {
                stopped = true;
                break;
            }
            match self.act_as(session, |hand| write(hand, run, one, &text, print)) {
                Ok(paper) => issued.push(paper),
                // What is against one letter is told at the end; what is against all of them ends the run.
                Err(error @ (DeskError::Refused(_) | DeskError::Paper(_))) => {
                    let problem = error.problems().into_iter().next();
                    let problem = problem.unwrap_or_else(|| Problem::error("", "serial-left"));
                    self.act_as(session, |hand| {
                        let why = Some(problem.id.as_str());
                        let marked = read::mark_serial(hand.tx.rows(), run, one.ord, None, why);
                        marked.map(drop).map_err(|error| StoreError::from(error).into())
                    })?;
                    let row = self.query(|db| read::case_by_id(db, &session.reads, one.case))?;
                    left.push((row.map_or_else(|| one.case.to_string(), |row| row.number), problem));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(Progress { run, cases: cases.len(), issued, left, stopped })
    }
}

/// One letter: issued, noted and put into the print queue, in a transaction that somebody else commits.
fn write(
    hand: &mut Hand<'_, '_, '_>,
    run: Uuid,
    one: &SerialCase,
    text: &Text,
    print: Option<&Wish>,
) -> Result<PaperId, DeskError> {
    let case = hand.case(one.case)?;
    blocked(hand, &case)?;
    let paper = match &text.kind {
        // Whoever has it already gets it a second time from nobody.
        Some(kind) if case.standing().any(|paper| paper.issued.kind == *kind) => {
            return Err(DeskError::because("serial-has-it"));
        }
        Some(kind) => {
            let paper = super::paper::issue_kind(hand, one.case, kind)?;
            super::inbox::back::send_back(hand, one.case)?;
            paper
        }
        None => in_words(hand, run, one.case, text)?,
    };
    if !read::mark_serial(hand.tx.rows(), run, one.ord, Some(paper), None).map_err(StoreError::from)? {
        return Err(DeskError::because("serial-elsewhere"));
    }
    if let Some(wish) = print {
        // The row of the paper is there once this commits; the job only needs its name.
        let _ = print::enqueue_new(hand, one.case, paper, wish)?;
    }
    Ok(paper)
}

/// Whoever has a block of disclosure (§ 51 BMG) has no address on paper: their letter is a matter of its own.
fn blocked(hand: &Hand<'_, '_, '_>, case: &Case) -> Result<(), DeskError> {
    for person in case.persons.values() {
        if hand.tx.person(person.person)?.is_some_and(|person| person.is_blocked()) {
            return Err(DeskError::because("serial-blocked"));
        }
    }
    Ok(())
}

/// The clerk's words, filled in for a case.
fn worded(scene: &Scene, run: Uuid, text: &Text) -> Result<FreeLetter, DeskError> {
    if scene.applicant.is_none() {
        return Err(DeskError::because("serial-nobody"));
    }
    Ok(FreeLetter {
        run,
        subject: fill::filled(&text.subject, scene),
        text: fill::filled(&text.text, scene),
        wording: Some(WORDING.to_owned()),
    })
}

/// A letter in the clerk's own words.
fn in_words(hand: &mut Hand<'_, '_, '_>, run: Uuid, case: CaseId, text: &Text) -> Result<PaperId, DeskError> {
    let mut scene = Scene::now(hand, case, None)?;
    let letter = worded(&scene, run, text)?;
    scene.letter = Some(letter.clone());
    let mut issued = put(hand, &scene, KIND, letter.subject.clone())?;
    issued.letter = Some(Box::new(letter));
    let paper = issued.paper;
    hand.command(case, Some(&scene.case), Command::Issue(issued), Some(&scene.assessment))?;
    Ok(paper)
}
