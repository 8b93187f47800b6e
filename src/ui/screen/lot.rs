//! The month's trade notices for the statistical office (§ 3 (2) GewAnzV): which there are, what it gets of each, the file, and
//! that it was sent and confirmed. Sends nothing: a person does.

mod view;

use super::beside::{Outcome, beside};
use super::chooser::{self, Wanted};
use super::preview::{self, Preview};
use super::{Action as Window, Route};
use crate::desk::bodies::{Lot, NoticeStep};
use crate::desk::look::Viewable;
use crate::desk::{Desk, Session};
use crate::domain::id::{CaseId, NoticeId};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::focus;
use crate::ui::shortcut::{Area, Shortcut};
use crate::ui::theme::Tone;
use chrono::{Datelike, Months, NaiveDate};
use std::path::PathBuf;

/// Months that can be chosen, this one first.
const MONTHS: u32 = 12;

/// The month's notices, and what is done with them.
#[derive(Debug, Clone)]
pub struct State {
    /// The first day of the month that is chosen.
    month: NaiveDate,
    months: Vec<NaiveDate>,
    lot: Option<Lot>,
    chosen: usize,
    preview: Option<Preview>,
    chooser: Option<chooser::State>,
    /// What the file that was written here is made of; that is what was sent then.
    written: Vec<(CaseId, NoticeId)>,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another month.
    MonthChosen(usize),
    /// What is in the lot.
    Loaded(NaiveDate, Box<Outcome<Lot>>),
    /// A row was chosen.
    Chosen(usize),
    /// What the office gets of a row's case is to be looked at.
    Opened(usize),
    /// In the preview.
    Preview(preview::Message),
    /// Enough seen.
    PreviewClosed,
    /// The file is to be written.
    WritePressed,
    /// In the choosing of its place.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// It is written, with those that are not in it; or why not.
    Written(Box<Outcome<(Lot, PathBuf)>>),
    /// It was sent, or has been confirmed.
    NotePressed(NoticeStep),
    /// That is noted, at so many cases.
    Noted(Outcome<usize>),
    /// Back to the work list.
    BackPressed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// What is in the lot of the month.
    Load(NaiveDate),
    /// A page as a picture.
    Picture(preview::Wanted),
    /// A folder to choose from.
    Choose(Wanted),
    /// The file written into a folder.
    Write(NaiveDate, PathBuf),
    /// What became of it noted at every case.
    Note(NaiveDate, NoticeStep),
    /// What the file is made of noted as sent.
    NoteSent(Vec<(CaseId, NoticeId)>),
    /// Said in the status line.
    Said(String),
    /// The keyboard at this control.
    Focus(&'static str),
    /// Back to the work list.
    Back,
}

impl State {
    /// The month that is due: the one that the work list named, else the last one in the first days of the next, else this one.
    pub fn new(today: NaiveDate, due: Option<NaiveDate>) -> (Self, Action) {
        let this = today.with_day(1).unwrap_or(today);
        let months: Vec<NaiveDate> =
            (0..MONTHS).filter_map(|back| this.checked_sub_months(Months::new(back))).collect();
        let due = due.filter(|due| months.contains(due));
        let month = due.or_else(|| months.get(usize::from(today.day() <= 10)).copied()).unwrap_or(this);
        let state = Self {
            month,
            months,
            lot: None,
            chosen: 0,
            preview: None,
            chooser: None,
            written: Vec::new(),
            busy: false,
            problems: Vec::new(),
        };
        (state, Action::Load(month))
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.chooser.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.chooser.is_some() {
            return chooser::shortcut(shortcut, Message::Chooser, Message::ChooserClosed);
        }
        match shortcut {
            Shortcut::Escape if self.preview.is_some() => Some(Message::PreviewClosed),
            Shortcut::Escape | Shortcut::Close => Some(Message::BackPressed),
            Shortcut::Finish if self.preview.is_none() => Some(Message::WritePressed),
            _ => None,
        }
    }

    /// The cases in the order of the table: what is to be told, then what was.
    fn rows(&self) -> Vec<(CaseId, &str, Option<bool>)> {
        let Some(lot) = &self.lot else { return Vec::new() };
        let open = lot.cases.iter().map(|(id, number)| (*id, number.as_str(), None));
        open.chain(lot.sent.iter().map(|(id, number, confirmed)| (*id, number.as_str(), Some(*confirmed))))
            .collect()
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::MonthChosen(at) => {
                self.month = self.months.get(at).copied().unwrap_or(self.month);
                self.problems.clear();
                self.written.clear();
                // Until its lot is read, the table still shows the month before.
                self.busy = true;
                return Action::Load(self.month);
            }
            Message::Loaded(month, lot) if month == self.month => {
                self.busy = false;
                match *lot {
                    Ok(lot) => {
                        let first = self.lot.is_none();
                        self.lot = Some(lot);
                        self.chosen = self.chosen.min(self.rows().len().saturating_sub(1));
                        // The table takes the keyboard once, as soon as there is one.
                        if first {
                            return Action::Focus("lot");
                        }
                    }
                    Err(problems) => {
                        self.lot = None;
                        self.problems = problems;
                    }
                }
            }
            Message::Loaded(..) => {}
            Message::Chosen(at) => self.chosen = at,
            Message::Opened(at) => {
                self.chosen = at;
                return self.look();
            }
            Message::Preview(message) => {
                let wanted = self.preview.as_mut().and_then(|preview| preview.update(message));
                return wanted.map_or(Action::None, Action::Picture);
            }
            Message::PreviewClosed => {
                self.preview = None;
                return Action::Focus("lot");
            }
            Message::WritePressed => return self.write(),
            Message::Chooser(message) => {
                let Some(chooser) = &mut self.chooser else { return Action::None };
                return match chooser.update(message) {
                    Wanted::File(path) => Action::Write(self.month, path),
                    wanted => Action::Choose(wanted),
                };
            }
            Message::ChooserClosed => {
                self.chooser = None;
                return Action::Focus("lot");
            }
            Message::Written(written) => return self.written(*written),
            Message::NotePressed(step) if !self.busy => {
                self.busy = true;
                let written = std::mem::take(&mut self.written);
                return match step {
                    NoticeStep::Sent if !written.is_empty() => Action::NoteSent(written),
                    _ => Action::Note(self.month, step),
                };
            }
            Message::NotePressed(_) => {}
            Message::Noted(noted) => {
                self.busy = false;
                match noted {
                    Ok(count) => {
                        let said = Action::Said(fl!("lot-noted", count = count));
                        return Action::All(vec![said, Action::Load(self.month), Action::Focus("lot")]);
                    }
                    Err(problems) => {
                        self.problems = problems;
                        return Action::Focus("lot");
                    }
                }
            }
            Message::BackPressed => return Action::Back,
        }
        Action::None
    }

    fn look(&mut self) -> Action {
        let Some((id, number, _)) = self.rows().get(self.chosen).copied() else { return Action::None };
        let what = Viewable::Notice(id, "statistik".to_owned());
        let preview = Preview::new(what, number.to_owned(), 1);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some(preview);
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }

    /// Asks where, if there is something to be told.
    fn write(&mut self) -> Action {
        self.problems.clear();
        if self.lot.as_ref().is_none_or(|lot| lot.cases.is_empty()) {
            return Action::Said(fl!("lot-nothing"));
        }
        let name = format!("{}_statistik.xml", self.month.format("%Y-%m"));
        let (chooser, wanted) = chooser::State::save(name);
        self.chooser = Some(chooser);
        Action::Choose(wanted)
    }

    fn written(&mut self, written: Outcome<(Lot, PathBuf)>) -> Action {
        match (written, &mut self.chooser) {
            (Ok((lot, path)), _) => {
                self.chooser = None;
                self.written = lot.packages;
                // What had to stay out says why.
                self.problems = lot.left.into_iter().flat_map(|(_, why)| why).collect();
                let said = Action::Said(fl!("lot-written", file = path.display().to_string()));
                Action::All(vec![said, Action::Load(self.month), Action::Focus("lot-note-sent")])
            }
            (Err(problems), Some(chooser)) => {
                chooser.refused(problems);
                Action::None
            }
            (Err(problems), None) => {
                self.problems = problems;
                Action::None
            }
        }
    }
}

/// Does what is wanted, by the desk.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::All(actions) => {
            return Window::All(actions.into_iter().map(|action| run(action, desk, &session)).collect());
        }
        Action::Back => return Window::Go(Route::Area(Area::Cases)),
        Action::Said(words) => return Window::Say(words, Tone::Good),
        Action::Focus(id) => focus::to(id),
        Action::Load(month) => beside(
            desk,
            move |desk| desk.lot(&session, month),
            move |lot| Message::Loaded(month, Box::new(lot)),
        ),
        Action::Picture(wanted) => preview::draw(wanted, desk, &session).map(Message::Preview),
        Action::Choose(wanted) => chooser::run(wanted, desk, &session).map(Message::Chooser),
        Action::Write(month, path) => beside(
            desk,
            move |desk| desk.write_lot_at(&session, month, &path),
            |written| Message::Written(Box::new(written)),
        ),
        Action::NoteSent(packages) => {
            beside(desk, move |desk| desk.note_lot_sent(&session, &packages), Message::Noted)
        }
        Action::Note(month, step) => {
            beside(desk, move |desk| desk.note_lot(&session, month, step), Message::Noted)
        }
    })
}
