//! The counter (Schalter): pick a service, find the person, fill the form, then check, sign and pay; the case, its
//! receipt and its papers come in one go. Everything by keyboard. Holds what is typed; files, saves and prints nothing
//! itself: [`outcome::Action`] says what is wanted.

pub mod done;
pub mod files;
pub mod form;
mod goes;
mod keys;
pub mod outcome;
pub mod person;
mod read_back;
pub mod run;
mod saving;
mod sentence;
pub mod side;
pub mod start;
pub mod stops;
mod takeover;
mod view;
pub mod work;

pub use sentence::{explanation, place_in};

use crate::catalogue::Catalogue;
use crate::desk::intake::Intake;
use crate::desk::print::PrintJob;
use crate::domain::answers::Answers;
use crate::domain::id::CaseId;
use crate::domain::person::fields;
use crate::domain::problem::Problem;
use crate::domain::town::Town;
use chrono::{NaiveDate, NaiveDateTime};
use outcome::{Action, Earlier, Filed, Outcome};
use work::Work;

/// Which page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// The service and the parked drafts.
    #[default]
    Start,
    /// The person.
    Person,
    /// The form.
    Form,
    /// Check, sign, pay.
    Stops,
    /// Filed.
    Done,
}

/// The counter.
#[derive(Debug, Clone)]
pub struct State {
    catalogue: &'static Catalogue,
    town: Town,
    today: NaiveDate,
    page: Page,
    start: start::State,
    work: Option<Work>,
    person: person::State,
    form: form::State,
    stops: stops::State,
    files: files::Files,
    filed: Option<Filed>,
    prints: Vec<PrintJob>,
    earlier: Option<Vec<Earlier>>,
    saved: Option<NaiveDateTime>,
    /// Whether something changed since the last save, and whether a save is due or on its way.
    unsaved: bool,
    waiting: bool,
    /// Whether a save is on its way, and whether the intake is left once it is saved.
    saving: bool,
    parking: bool,
    trouble: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// On the first page.
    Start(start::Message),
    /// An intake was begun, or a draft opened; nothing where the draft is gone.
    Begun(Box<Outcome<Option<Intake>>>),
    /// On the person's page.
    Person(person::Message),
    /// To the person's page.
    PersonPressed,
    /// On from the person to the form.
    FormPressed,
    /// In the form.
    Form(form::Message),
    /// A document was seen or not.
    DocumentTicked(String, bool),
    /// About the files of the intake.
    File(files::Message),
    /// At one of the three stops.
    Stops(stops::Message),
    /// The case is there, or what was against it.
    Filed(Box<Outcome<Filed>>),
    /// On the last page.
    Done(done::Message),
    /// About a second went by.
    Paused,
    /// The draft of this case is saved, at this moment of the counter's clock.
    Saved(CaseId, Outcome<NaiveDateTime>),
    /// Ctrl+Enter.
    FinishPressed,
    /// Esc.
    EscapePressed,
    /// Ctrl+W: the draft is parked.
    ParkPressed,
    /// Ctrl+U: earlier cases are wanted.
    TakeOverPressed,
    /// Earlier cases.
    EarlierFound(Outcome<Vec<Earlier>>),
    /// One of them.
    EarlierTaken(CaseId),
    /// Its answers.
    Copied(Outcome<Answers>),
    /// So many papers were put into the print queue.
    Printed(Outcome<usize>),
    /// How the print jobs stand.
    PrintsSeen(Vec<PrintJob>),
    /// The dialog is closed.
    OverClosed,
    /// F2 while the counter is open.
    NextPressed,
}

impl State {
    /// The counter of a town on a day, empty. The action fetches the parked drafts.
    /// Begins new cases with what the catalogue has become; the intake at hand keeps its version.
    pub fn follow(&mut self, catalogue: &'static Catalogue) {
        self.catalogue = catalogue;
    }

    /// An empty counter.
    pub fn new(catalogue: &'static Catalogue, town: Town, today: NaiveDate) -> (Self, Action) {
        let state = Self {
            catalogue,
            town,
            today,
            page: Page::Start,
            start: start::State::default(),
            work: None,
            person: person::State::default(),
            form: form::State::default(),
            stops: stops::State::default(),
            files: files::Files::default(),
            filed: None,
            prints: Vec::new(),
            earlier: None,
            saved: None,
            unsaved: false,
            waiting: false,
            saving: false,
            parking: false,
            trouble: Vec::new(),
        };
        (state, Action::LoadDrafts.and(Action::focus("service")))
    }

    /// The page that is open.
    pub fn page(&self) -> Page {
        self.page
    }

    /// The intake in hand.
    pub fn work(&self) -> Option<&Work> {
        self.work.as_ref()
    }

    /// What the desk refused and is shown on top.
    pub fn trouble(&self) -> &[Problem] {
        &self.trouble
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match self.take(message) {
            Ok(action) => action,
            Err(problems) => {
                self.trouble = problems;
                Action::None
            }
        }
    }

    fn take(&mut self, message: Message) -> Result<Action, Vec<Problem>> {
        match message {
            Message::Start(message) => {
                self.trouble.clear();
                return self.start.update(message, self.catalogue, self.today);
            }
            Message::Begun(intake) => {
                let Some(intake) = (*intake)? else { return Ok(Action::LoadDrafts) };
                return Ok(self.begin(intake));
            }
            Message::Person(message) => return self.on_person(message),
            Message::PersonPressed => return Ok(self.open_person()),
            Message::FormPressed => return Ok(self.open_form()),
            Message::FinishPressed if self.page == Page::Person && self.person.is_entering() => {
                return self.on_person(person::Message::NewFinished);
            }
            Message::FinishPressed | Message::Form(form::Message::FinishPressed) => return Ok(self.finish()),
            Message::Form(form::Message::OtherPerson) => return Ok(self.other_person()),
            Message::Form(message) => return Ok(self.on_form(message)),
            Message::DocumentTicked(id, on) => {
                if let Some(work) = &mut self.work {
                    work.see_document(id, on);
                }
            }
            Message::File(message) | Message::Stops(stops::Message::File(message)) => {
                return Ok(self.on_file(message));
            }
            Message::Stops(message) => return Ok(self.on_stop(message)),
            Message::Filed(filed) => return Ok(self.on_filed(*filed)),
            Message::Done(message) => return Ok(self.on_done(&message)),
            Message::NextPressed if matches!(self.page, Page::Done | Page::Start) => return Ok(self.afresh()),
            Message::NextPressed => return Ok(Action::None),
            Message::Paused => return Ok(self.on_pause()),
            Message::Saved(case, at) => return Ok(self.on_saved(case, at)),
            Message::Printed(count) => {
                return Ok(Action::SaidPrinting(count?));
            }
            Message::PrintsSeen(jobs) => {
                self.prints = jobs;
                return Ok(Action::None);
            }
            Message::EscapePressed => return Ok(self.escape()),
            Message::ParkPressed => return Ok(self.park()),
            other => return self.on_over(other),
        }
        Ok(self.changed())
    }

    fn begin(&mut self, intake: Intake) -> Action {
        let parties = [intake.applicant(), intake.representative()];
        let known = parties.into_iter().flatten().filter_map(|participant| match participant.party {
            crate::desk::intake::Party::Known(id) => Some(Action::LoadPerson(id)),
            crate::desk::intake::Party::New(_) => None,
        });
        let known = known.fold(Action::None, Action::and);
        let Some(work) = Work::new(self.catalogue, intake, &self.town, self.today) else {
            self.trouble = vec![Problem::error("service", "service-unknown")];
            return Action::None;
        };
        self.person = person::State::of(&work);
        self.form = form::State::of(&work);
        self.stops = stops::State::default();
        self.files = files::Files::default();
        self.saved = None;
        self.unsaved = false;
        self.parking = false;
        self.trouble.clear();
        self.work = Some(work);
        self.page = Page::Person;
        let complete = self.work.as_ref().is_some_and(|work| work.intake.applicant().is_some());
        let entering = !self.person.entering().is_empty();
        known.and(match complete {
            true => self.open_form(),
            false if entering => Action::focus(fields::FAMILY),
            false => Action::focus("person"),
        })
    }

    fn on_person(&mut self, message: person::Message) -> Result<Action, Vec<Problem>> {
        let Some(work) = &mut self.work else { return Ok(Action::None) };
        let asks = matches!(message, person::Message::Typed(_) | person::Message::PersonsFound(..));
        let before = work.intake.clone();
        let action = self.person.update(message, work)?;
        work.intake.entering = self.person.entering();
        self.trouble.clear();
        let same = asks || work.intake == before;
        Ok(if same { action } else { action.and(self.changed()) })
    }

    fn open_person(&mut self) -> Action {
        let Some(work) = &self.work else { return Action::None };
        self.page = Page::Person;
        Action::focus(if work.intake.applicant().is_some() { "seen" } else { "person" })
    }

    /// It is for somebody else than the one who was chosen.
    fn other_person(&mut self) -> Action {
        let Some(work) = &mut self.work else { return Action::None };
        self.page = Page::Person;
        let action = self.person.search_again(work);
        action.and(self.changed())
    }

    fn open_form(&mut self) -> Action {
        let Some(work) = &self.work else { return Action::None };
        if let Some(missing) = self.person.incomplete(work, false) {
            self.person.strict = true;
            return Action::focus(missing);
        }
        self.page = Page::Form;
        self.form.open(self.form.section, work)
    }

    fn on_form(&mut self, message: form::Message) -> Action {
        let Some(work) = &mut self.work else { return Action::None };
        let only_looks = matches!(message, form::Message::Left(_) | form::Message::MorePressed(_));
        if matches!(message, form::Message::SectionPressed(_) | form::Message::JumpPressed(_)) {
            self.page = Page::Form;
        }
        let before = work.intake.answers.clone();
        let action = self.form.update(message, work);
        if work.intake.answers != before {
            // What was signed is not what stands there now.
            work.intake.signature = None;
        }
        if only_looks { action } else { action.and(self.changed()) }
    }

    /// Ctrl+Enter: on to where nothing is missing.
    fn finish(&mut self) -> Action {
        if self.chooses_file() {
            return self.on_file(files::Message::Chooser(crate::ui::screen::chooser::Message::Taken));
        }
        let Some(work) = self.work.as_ref().filter(|_| !self.parking) else { return Action::None };
        match self.page {
            Page::Person => self.open_form(),
            Page::Form => {
                if let Some(action) = self.form.be_strict(work) {
                    return action;
                }
                if let Some(missing) = self.person.incomplete(work, true) {
                    self.page = Page::Person;
                    self.person.strict = true;
                    return Action::focus(missing);
                }
                if let Some(other) = work.assessment.errors().next() {
                    return Action::focus(other.field.clone());
                }
                self.page = Page::Stops;
                self.stops.stop = stops::Stop::Check;
                Action::focus(self.stops.first(work))
            }
            Page::Stops => self.on_stop(stops::Message::GoOn),
            Page::Start | Page::Done => Action::None,
        }
    }
}
