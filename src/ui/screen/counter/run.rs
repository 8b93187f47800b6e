//! Does what the counter wants, beside the window's thread: one use case of the desk for each action, its result or
//! everything that is against it back as a message. Decides nothing.

use super::outcome::{Action, Earlier, Filed, FiledPaper, Found, Outcome, Parked};
use super::{Message, files, person, start};
use crate::desk::print::Wish;
use crate::desk::similar::PersonRow;
use crate::desk::{Desk, DeskError, Session};
use crate::domain::id::{PaperId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::similar::{Likeness, Reason};
use crate::fl;
use crate::ui::focus;
use crate::ui::screen::{self, Route, chooser, preview};
use crate::ui::theme::Tone;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Berlin;
use futures::channel::oneshot;
use iced::Task;
use std::collections::BTreeMap;
use std::time::Duration;

/// How many people are offered while one types.
const OFFERED: usize = 8;
/// How long after a change the draft is saved: the most that a power cut can take, with the time the disk needs.
const PAUSE: Duration = Duration::from_millis(900);

/// What the window has to do for an action.
pub fn run(desk: &Desk, session: &Session, action: Action) -> screen::Action<Message> {
    let at = Desks { desk: desk.clone(), session: session.clone() };
    screen::Action::Run(match action {
        Action::None => return screen::Action::None,
        Action::All(all) => {
            return screen::Action::All(all.into_iter().map(|action| run(desk, session, action)).collect());
        }
        Action::OpenCase(case) => return screen::Action::Go(Route::Case(case)),
        Action::Focus(id) => focus::to(id),
        Action::Mend(id) => focus::to_mend(id),
        Action::FocusNext => focus::next(),
        Action::Reveal => focus::reveal(),
        Action::Wait => {
            let clock = at.desk.clock;
            beside(move || clock.wait(PAUSE), |_| Message::Paused)
        }
        Action::Begin(slug) => at.ask(move |at| at.desk.new_intake(&at.session, &slug).map(Some), begun),
        Action::OpenDraft(id) => at.ask(move |at| at.desk.draft(&at.session, id), begun),
        Action::LoadDrafts => {
            at.ask(Desks::parked, |parked| Message::Start(start::Message::ParkedFound(parked)))
        }
        Action::DiscardDraft(id) => at.ask(
            move |at| {
                at.desk.discard_draft(&at.session, id)?;
                at.parked()
            },
            |parked| Message::Start(start::Message::ParkedFound(parked)),
        ),
        Action::FindPerson(text) => {
            let asked = text.clone();
            at.ask(
                move |at| at.find(&text),
                move |found| Message::Person(person::Message::PersonsFound(asked.clone(), found)),
            )
        }
        Action::LoadPerson(id) => at.ask(
            move |at| at.desk.person(&at.session, id),
            |person| Message::Person(person::Message::Loaded(Box::new(person))),
        ),
        Action::ChangePerson(id, fields) => at.ask(
            move |at| {
                let id = at.desk.save_person(&at.session, Some(id), &fields)?;
                at.desk.person(&at.session, id)
            },
            |person| Message::Person(person::Message::Loaded(Box::new(person))),
        ),
        Action::SimilarPersons(fields) => at.ask(
            move |at| at.similar(&fields),
            |similar| Message::Person(person::Message::SimilarFound(similar)),
        ),
        Action::SaveDraft(intake) => {
            let case = intake.case;
            at.ask(
                move |at| {
                    at.desk.save_draft(&at.session, &intake)?;
                    Ok(local(at.desk.clock.now()))
                },
                move |saved| Message::Saved(case, saved),
            )
        }
        Action::EarlierCases(slug, person) => {
            at.ask(move |at| at.earlier(&slug, person), Message::EarlierFound)
        }
        Action::CopyAnswers(case) => {
            at.ask(move |at| at.desk.copy_answers(&at.session, case), Message::Copied)
        }
        Action::File(intake) => at.ask(
            move |at| at.desk.file_case(&at.session, &intake).map(filed),
            |filed| Message::Filed(Box::new(filed)),
        ),
        Action::SaidPrinting(0) => return screen::Action::None,
        Action::SaidPrinting(count) => {
            let said = screen::Action::Say(fl!("prints-asked", count = count), Tone::Good);
            return screen::Action::All(vec![said, screen::Action::Watch]);
        }
        Action::Choose(wanted) => {
            chooser::run(wanted, desk, session).map(|message| Message::File(files::Message::Chooser(message)))
        }
        Action::Attach(intake, path, document) => {
            let case = intake.case;
            at.ask(
                move |at| at.desk.attach(&at.session, &intake, &path, document.as_deref()),
                move |enclosure| Message::File(files::Message::Attached(case, Box::new(enclosure))),
            )
        }
        Action::Picture(wanted) => preview::draw(*wanted, desk, session)
            .map(|message| Message::File(files::Message::Preview(message))),
        Action::PrintForm(intake) => at.ask(
            move |at| at.desk.print_form(&at.session, &intake),
            |printer| Message::File(files::Message::FormPrinted(printer)),
        ),
        Action::Print(papers) => at.ask(move |at| at.print(&papers), Message::Printed),
    })
}

/// What a form wants that saves and files nothing: the keyboard somewhere.
pub fn of_form<M: Send + 'static>(action: Action) -> screen::Action<M> {
    match action {
        Action::Focus(id) => screen::Action::Run(focus::to(id)),
        Action::Mend(id) => screen::Action::Run(focus::to_mend(id)),
        Action::FocusNext => screen::Action::Run(focus::next()),
        Action::Reveal => screen::Action::Run(focus::reveal()),
        Action::All(all) => screen::Action::All(all.into_iter().map(of_form).collect()),
        _ => screen::Action::None,
    }
}

/// The desk, and who works at it.
struct Desks {
    desk: Desk,
    session: Session,
}

impl Desks {
    fn ask<T: Send + 'static>(
        self,
        work: impl FnOnce(&Self) -> Result<T, DeskError> + Send + 'static,
        say: impl Fn(Outcome<T>) -> Message + Send + 'static,
    ) -> Task<Message> {
        beside(
            move || work(&self).map_err(|error| error.problems()),
            move |answer| {
                // A thread that ended without an answer is a fault of the program; the intake is still there.
                say(answer.unwrap_or_else(|| Err(vec![Problem::error("", "counter-no-answer")])))
            },
        )
    }

    fn parked(&self) -> Result<Vec<Parked>, DeskError> {
        let drafts = self.desk.drafts(&self.session)?;
        Ok(drafts
            .into_iter()
            .map(|draft| Parked {
                id: draft.id,
                service: draft.service,
                person: draft.person,
                saved_at: local(draft.updated_at),
            })
            .collect())
    }

    fn find(&self, text: &str) -> Result<Vec<Found>, DeskError> {
        let hits = self.desk.find_person(&self.session, text, OFFERED)?;
        let why = |hit: &str| vec![format!("found-by-{}", hit.replace('_', "-"))];
        Ok(hits.iter().map(|hit| found_of(&hit.row, why(hit.why.name()))).collect())
    }

    /// Those who are likely enough to be asked about.
    fn similar(&self, fields: &BTreeMap<String, String>) -> Result<Vec<Found>, DeskError> {
        let similar = self.desk.similar_persons(&self.session, fields, None)?;
        let asked = similar.iter().filter(|likely| likely.similar.likeness >= Likeness::Likely).take(OFFERED);
        let why = |reasons: &[Reason]| reasons.iter().map(|reason| reason.id().to_owned()).collect();
        Ok(asked.map(|likely| found_of(&likely.row, why(&likely.similar.reasons))).collect())
    }

    fn earlier(&self, slug: &str, person: PersonId) -> Result<Vec<Earlier>, DeskError> {
        let cases = self.desk.cases_of_person(&self.session, person)?;
        Ok(cases
            .into_iter()
            .filter(|case| case.service == slug)
            .map(|case| Earlier {
                id: case.id,
                number: case.number,
                received_on: case.received_on,
                subject: case.applicant_name,
            })
            .collect())
    }

    /// Puts each paper into the print queue once, at the default printer; says how many. One that is on its way already
    /// is not printed a second time because a key was pressed twice.
    fn print(&self, papers: &[PaperId]) -> Result<usize, DeskError> {
        let printer = self.desk.default_printer()?;
        let wish = Wish { printer, copies: 1, ..Wish::default() };
        let mut asked = 0;
        for paper in papers {
            asked += usize::from(self.desk.print_once(&self.session, *paper, &wish)?.is_some());
        }
        Ok(asked)
    }
}

fn begun(intake: Outcome<Option<crate::desk::intake::Intake>>) -> Message {
    Message::Begun(Box::new(intake))
}

fn filed(filed: crate::desk::file::Filed) -> Filed {
    let papers = filed.papers.into_iter().map(|paper| FiledPaper {
        id: paper.id,
        title: paper.title,
        pages: paper.pages,
    });
    Filed {
        case: filed.case,
        number: filed.number,
        receipt: filed.receipt,
        change: filed.change,
        papers: papers.collect(),
    }
}

fn found_of(row: &PersonRow, why: Vec<String>) -> Found {
    let street = format!("{} {}", row.street, row.house);
    let address = [street.trim(), row.place.as_str()].into_iter().filter(|part| !part.is_empty());
    Found {
        id: row.id,
        name: row.name.clone(),
        birth: row.birth.clone(),
        address: address.collect::<Vec<_>>().join(", "),
        why,
        blocked: row.blocked,
    }
}

/// A moment as the clock at the counter shows it.
fn local(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&Berlin).naive_local()
}

/// Work on a thread of its own; `None` where it ended without an answer. The window never waits.
fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    say: impl Fn(Option<T>) -> Message + Send + 'static,
) -> Task<Message> {
    let (sender, receiver) = oneshot::channel();
    let thread = std::thread::Builder::new().name("desk".to_owned());
    let started = thread.spawn(move || {
        let _ = sender.send(work());
    });
    if let Err(error) = started {
        tracing::error!(%error, "no thread for the desk");
    }
    Task::perform(receiver, move |answer| say(answer.ok()))
}
