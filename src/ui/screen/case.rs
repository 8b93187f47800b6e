//! A case (Vorgang) as a whole: its answers, persons, documents, papers and money, what happened, and everything that
//! can be done to it. Decides nothing and stores nothing itself.

mod away;
pub mod bodies;
pub mod correct;
mod correction;
mod decide;
mod deemed;
mod dialog;
pub mod files;
mod history;
mod inaction;
mod kept;
mod keys;
mod message;
pub mod over;
pub mod print;
mod remedy;
mod revoked;
mod ruling;
mod run;
mod signing;
mod steps;
mod view;

pub use message::{Action, Message};
pub use run::run;

use super::beside::Outcome;
use super::preview::{self, Preview};
use crate::desk::Session;
use crate::desk::case::Sheet;
use crate::desk::look::{Viewable, file_name};
use crate::desk::presence::Elsewhere;
use crate::domain::decide::{Command, offers, revocable};
use crate::domain::id::{CaseId, PaperId, UserId};
use crate::domain::problem::Problem;
use crate::domain::user::{Role, may};
use crate::ui::shortcut::Shortcut;
use chrono::NaiveDate;
use over::Over;
use std::collections::BTreeSet;

/// The case that is open.
#[derive(Debug, Clone)]
pub struct State {
    id: CaseId,
    user: UserId,
    roles: BTreeSet<Role>,
    today: NaiveDate,
    sheet: Option<Box<Sheet>>,
    paper: Option<usize>,
    preview: Option<Preview>,
    over: Option<Over>,
    /// Dialogs that were left half-written.
    drafts: over::kept::Drafts,
    /// What is to be done as soon as the case is here.
    then: Option<Shortcut>,
    correct: Option<Box<correct::State>>,
    /// A paper that was just issued: it is chosen once the case is here again.
    newest: Option<PaperId>,
    choosing: Option<files::Choosing>,
    /// Other desks that have it open.
    elsewhere: Vec<Elsewhere>,
    busy: bool,
    problems: Vec<Problem>,
}

impl State {
    /// A case for somebody. The action fetches it.
    pub fn new(id: CaseId, session: &Session, today: NaiveDate) -> (Self, Action) {
        let state = Self {
            id,
            user: session.user,
            roles: session.roles.clone(),
            today,
            sheet: None,
            paper: None,
            preview: None,
            over: None,
            drafts: over::kept::Drafts::default(),
            then: None,
            correct: None,
            newest: None,
            choosing: None,
            elsewhere: Vec::new(),
            busy: false,
            problems: Vec::new(),
        };
        (state, Action::Load(id))
    }

    /// Does this as soon as the case is here.
    pub fn begin_with(&mut self, command: Shortcut) {
        self.then = Some(command);
    }

    /// Chooses this paper as soon as the case is here.
    pub fn begin_at(&mut self, paper: PaperId) {
        self.newest = Some(paper);
    }

    /// What other desks have open.
    pub fn hears_of(&mut self, mut elsewhere: Vec<Elsewhere>) {
        elsewhere.retain(|open| open.case == self.id);
        self.elsewhere = elsewhere;
    }

    /// Which case.
    pub fn id(&self) -> CaseId {
        self.id
    }

    /// Whether the user may do what is written as this kind of event; the rules ask the log again.
    fn may(&self, kind: &str) -> bool {
        self.roles.iter().any(|role| may(*role, kind))
    }

    /// The same for a step of the procedure, as far as the case has come.
    fn may_step(&self, sheet: &Sheet, kind: &str) -> bool {
        offers(&sheet.case, kind, self.roles.iter().copied(), &sheet.assessment)
    }

    /// The paper that is looked at, or chosen.
    fn chosen(&self) -> Option<(PaperId, String)> {
        let papers = &self.sheet.as_ref()?.case.papers;
        let looked = self.preview.as_ref().and_then(|preview| {
            papers.iter().find(|paper| Viewable::Paper(paper.issued.paper) == preview.what)
        });
        let paper = looked.or_else(|| papers.get(self.paper.unwrap_or(0)))?;
        Some((paper.issued.paper, paper.issued.title.clone()))
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match self.take(message) {
            Ok(action) => action,
            Err(problems) => {
                self.busy = false;
                self.problems = problems;
                // The sentence moves what stands below it: the keyboard stays in the dialog.
                self.over.as_ref().map_or(Action::None, |over| Action::Mend(over.wrong(&self.problems)))
            }
        }
    }

    fn take(&mut self, message: Message) -> Outcome<Action> {
        match message {
            Message::Loaded(sheet) => return (*sheet).map(|sheet| self.loaded(sheet)),
            Message::OverOpened(kind) => {
                let over = self.drafts.resumed(self.begins(kind));
                return Ok(self.open(over));
            }
            Message::Over(over::Message::Anew) => return Ok(self.begin_anew()),
            Message::Over(message) => {
                if let Some(over) = &self.over {
                    self.problems.retain(|problem| !over.mends(&message, &problem.field));
                }
                let wanted = self.over.as_mut().and_then(|over| over.update(message));
                return Ok(wanted.map_or(Action::None, Action::FindPerson));
            }
            Message::ProxyEnded if !self.busy => {
                self.busy = true;
                return Ok(Action::EndProxy(self.id));
            }
            Message::ProxyEnded => {}
            Message::OverConfirmed => return self.confirm(),
            Message::OverClosed if self.busy => {}
            Message::OverClosed => self.leave_over(),
            Message::DoPressed(command) => return Ok(self.act(*command)),
            Message::TakePressed => return Ok(self.act(Command::Assign { to: Some(self.user) })),
            Message::OwnPaperPressed(kind) if !self.busy => {
                self.busy = true;
                return Ok(Action::Issue(self.id, kind.to_owned()));
            }
            Message::OwnPaperPressed(_) => {}
            Message::RevokePressed => return Ok(self.revoke_pressed()),
            Message::DocumentTicked(document) => {
                return Ok(self.act(Command::ReceiveDocument { document, received_on: self.today }));
            }
            Message::FollowUpDone(follow_up) => return Ok(self.act(Command::FinishFollowUp { follow_up })),
            Message::Done(Err(problems)) if self.chooser_waits() => {
                return Ok(self.chooser_refused(problems));
            }
            Message::Done(done) => {
                done?;
                self.choosing = None;
                self.closed();
                return Ok(Action::All(vec![Action::SaidDone, Action::LoadAfter(self.id)]));
            }
            Message::LoadedAfter(held, sheet) => {
                let sheet = (*sheet)?;
                return Ok(self.loaded_after(held, sheet));
            }
            Message::CorrectPressed => return Ok(self.begin_correction()),
            Message::Correct(message) => return Ok(self.on_correction(message)),
            Message::Kept(kept) => return self.kept(kept),
            Message::Duplicated(duplicated) => {
                self.newest = Some(duplicated?.paper);
                return self.take(Message::Done(Ok(())));
            }
            Message::PaperChosen(at) => self.paper = Some(at),
            Message::PaperOpened(at) => {
                self.paper = Some(at);
                return Ok(self.look());
            }
            Message::PrintPressed => {
                return Ok(self.chosen().map_or(Action::None, |(paper, _)| Action::Printers(paper)));
            }
            Message::SavePressed => return Ok(self.save_pressed()),
            Message::HandOverPressed => return Ok(self.hand_over_pressed()),
            Message::BundlePressed => return Ok(self.bundle_pressed()),
            Message::File(message) => return Ok(self.on_file(message)),
            Message::Bodies(message) => return Ok(self.on_bodies(message)),
            Message::PrintersFound(paper, printers) => {
                let (printers, last) = printers?;
                return Ok(self.open(Over::print(paper, printers, last.as_ref())));
            }
            Message::PrintAsked(asked) => {
                asked?;
                self.closed();
                return Ok(Action::All(vec![Action::SaidPrinting, Action::LoadAfter(self.id)]));
            }
            Message::Preview(message) => {
                let wanted = self.preview.as_mut().and_then(|preview| preview.update(message));
                return Ok(wanted.map_or(Action::None, Action::Picture));
            }
            Message::PreviewClosed => {
                let file = self.looks_at_file();
                self.preview = None;
                return Ok(Action::Focus(if file { "case-attach" } else { "papers" }));
            }
            Message::PersonPressed(person) => return Ok(Action::Person(person)),
            Message::BackPressed => return Ok(Action::Back),
            Message::ProcedurePressed => return Ok(Action::Focus(steps::CARD)),
            Message::Stale => {
                return Ok(self.sheet.as_ref().map_or(Action::None, |_| Action::LoadAgain(self.id)));
            }
            Message::ReadAgain(sheet) => {
                let sheet = (*sheet)?;
                if sheet.case.id == self.id {
                    self.sheet = Some(Box::new(sheet));
                    self.drafts.case_was_read();
                }
            }
        }
        Ok(Action::None)
    }

    fn loaded(&mut self, sheet: Sheet) -> Action {
        // The answer for a case that was open before.
        if sheet.case.id != self.id {
            return Action::None;
        }
        let first = self.sheet.is_none();
        let papers = !sheet.case.papers.is_empty();
        self.paper = self.paper.or(papers.then_some(0));
        let newest = self.newest.take();
        let newest =
            newest.and_then(|id| sheet.case.papers.iter().position(|paper| paper.issued.paper == id));
        // What was issued since is at hand: what is printed next is that, and not what was chosen before.
        let had = self.sheet.as_ref().map_or(0, |sheet| sheet.case.papers.len());
        let issued = (!first && sheet.case.papers.len() > had).then_some(had);
        self.paper = newest.or(issued).or(self.paper);
        self.sheet = Some(Box::new(sheet));
        self.drafts.case_was_read();
        self.problems.clear();
        let place = match first {
            true if papers => Action::Focus("papers"),
            true => Action::Focus("case-note"),
            false if newest.is_some() => Action::Focus("papers"),
            false => Action::None,
        };
        match self.then.take().and_then(|command| self.shortcut(command)) {
            Some(message) => Action::All(vec![place, self.update(message)]),
            None => place,
        }
    }

    fn closed(&mut self) {
        self.busy = false;
        if let Some(done) = self.over.take() {
            self.drafts.forget(&done.kind);
        }
        self.problems.clear();
    }

    fn open(&mut self, over: Over) -> Action {
        let first = over.first();
        self.problems.clear();
        self.over = Some(over);
        Action::Focus(first)
    }

    /// The dialog, where there is something to be taken back or revoked; else why not.
    fn revoke_pressed(&mut self) -> Action {
        let Some(sheet) = self.sheet.as_deref() else { return Action::None };
        if !self.may("decision_revoked") {
            return Action::None;
        }
        match revocable(&sheet.case) {
            Ok(_) => self.update(Message::OverOpened(over::Kind::Step(over::steps::Step::Revoke))),
            Err(refusal) => {
                self.problems = refusal.0;
                Action::None
            }
        }
    }

    fn act(&mut self, command: Command) -> Action {
        if std::mem::replace(&mut self.busy, true) {
            Action::None
        } else {
            Action::Do(self.id, Box::new(command))
        }
    }

    fn confirm(&mut self) -> Outcome<Action> {
        let Some(over) = self.over.as_mut().filter(|_| !self.busy) else { return Ok(Action::None) };
        over.asks_back(self.sheet.as_deref())?;
        let action = over.wanted(self.id, self.today, self.sheet.as_deref())?;
        self.busy = true;
        self.problems.clear();
        Ok(action)
    }

    /// What is looked at is saved, else the chosen paper.
    fn save_pressed(&mut self) -> Action {
        let looked = self.preview.as_ref().map(|preview| preview.what.clone());
        match looked {
            Some(Viewable::Attachment(_, blob)) => return self.on_file(files::Message::SavePressed(blob)),
            // What a body gets leaves the office as a package, not as a copy of a look at it.
            Some(Viewable::Notice(..)) => return self.on_bodies(bodies::Message::WritePressed),
            _ => {}
        }
        let (Some((paper, title)), Some(sheet)) = (self.chosen(), &self.sheet) else { return Action::None };
        let name = file_name(&format!("{} {title}.pdf", sheet.case.opened.number));
        self.save_as(Viewable::Paper(paper), name)
    }

    fn look(&mut self) -> Action {
        let at = self.paper.unwrap_or(0);
        let paper = self.sheet.as_ref().and_then(|sheet| sheet.case.papers.get(at));
        let Some(paper) = paper else { return Action::None };
        let (what, title) = (Viewable::Paper(paper.issued.paper), paper.issued.title.clone());
        let preview = Preview::new(what, title, paper.issued.pages);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some(preview);
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }
}

#[cfg(test)]
mod tests;
