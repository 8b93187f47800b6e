//! What is printed, waits or did not come out (Druckaufträge), newest first, and what can be done about it; and whether a
//! file that somebody brings is a paper of this office. Hands nothing to a printer itself.

pub mod proof;
pub mod say;

use super::beside::{Outcome, beside, elsewhere};
use super::{Action as Window, Route};
use crate::desk::print::{Belongs, PrintJob, PrintState, Printer};
use crate::desk::{Desk, Session};
use crate::domain::id::{CaseId, ClosingId};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::control::{
    Cell, Column, KeyHint, Row, body, button, choice, dialog, link, panel, primary, state, table, with_dialog,
};
use crate::ui::layout::{Space, columns};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::ui::{Element, focus};
use iced::widget::row;
use iced::{Alignment, Fill};

/// Jobs that are listed.
pub const SHOWN: usize = 200;

/// The list and what is chosen in it.
#[derive(Debug, Clone, Default)]
pub struct State {
    jobs: Vec<PrintJob>,
    chosen: usize,
    /// The printers to choose another from.
    others: Option<Others>,
    /// A file that is verified.
    proof: proof::State,
    busy: bool,
    problems: Vec<Problem>,
}

/// Another printer is chosen for a job, whatever becomes of the list meanwhile.
#[derive(Debug, Clone)]
struct Others {
    job: i64,
    printers: Vec<Printer>,
    at: usize,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The jobs as they stand.
    Listed(Outcome<Vec<PrintJob>>),
    /// A row was chosen.
    Chosen(usize),
    /// The case of a row is to be opened.
    Opened(usize),
    /// The chosen job is to begin anew.
    AgainPressed,
    /// At another printer.
    OtherPressed,
    /// Which there are, for this job.
    PrintersFound(i64, Outcome<Vec<Printer>>),
    /// One of them.
    PrinterChosen(usize),
    /// That one.
    PrinterTaken,
    /// None of them.
    OtherClosed,
    /// The chosen job is not wanted any more.
    WithdrawPressed,
    /// It was done, with this sentence; or why not.
    Done(Outcome<String>),
    /// About a file that somebody brings.
    Proof(proof::Message),
    /// Back to where one was.
    BackPressed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// The jobs.
    List,
    /// A job to begin anew, at this printer where one is named.
    Again(i64, Option<String>),
    /// A job taken back.
    Withdraw(i64),
    /// The printers, for a job.
    Printers(i64),
    /// A case to be opened.
    Open(CaseId),
    /// A closing to be looked at.
    Closing(ClosingId),
    /// Said, and the queue worked off.
    Said(String),
    /// About a file that somebody brings.
    Proof(proof::Action),
    /// The keyboard at this control.
    Focus(&'static str),
    /// Back to where one was.
    Back,
}

impl State {
    /// An empty list. The action fetches it.
    pub fn new() -> (Self, Action) {
        (Self::default(), Action::List)
    }

    fn job(&self) -> Option<&PrintJob> {
        self.jobs.get(self.chosen)
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.others.is_some() || self.proof.asks()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.proof.asks() {
            return match shortcut {
                Shortcut::Escape => Some(Message::Proof(proof::Message::Closed)),
                Shortcut::Finish => Some(Message::Proof(self.proof.finish())),
                _ => None,
            };
        }
        match (shortcut, self.others.is_some()) {
            (Shortcut::Escape, true) => Some(Message::OtherClosed),
            (Shortcut::Finish, true) => Some(Message::PrinterTaken),
            (_, true) => None,
            (Shortcut::Print, _) => Some(Message::AgainPressed),
            (Shortcut::Attach, _) => Some(Message::Proof(proof::Message::Pressed)),
            (Shortcut::Escape | Shortcut::Close, _) => Some(Message::BackPressed),
            _ => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        let done = match message {
            Message::Listed(jobs) => jobs.map(|jobs| self.listed(jobs)),
            Message::Chosen(at) => {
                self.chosen = at;
                self.problems.clear();
                Ok(Action::None)
            }
            Message::Opened(at) => Ok(match self.jobs.get(at).and_then(|job| job.of.as_ref()) {
                Some(Belongs::Case(case)) => Action::Open(*case),
                Some(Belongs::Closing(closing, _)) => Action::Closing(*closing),
                None => Action::None,
            }),
            Message::AgainPressed => Ok(self.act(|job| Action::Again(job, None), can_begin_anew)),
            Message::OtherPressed => Ok(self.job().map_or(Action::None, |job| Action::Printers(job.job))),
            Message::PrintersFound(job, printers) => printers.map(|printers| {
                self.others = Some(Others { job, printers, at: 0 });
                Action::Focus("prints-printer")
            }),
            Message::PrinterChosen(at) => {
                if let Some(others) = &mut self.others {
                    others.at = at;
                }
                Ok(Action::None)
            }
            Message::PrinterTaken => {
                let Some(Others { job, printers, at }) = self.others.take() else { return Action::None };
                let Some(printer) = printers.into_iter().nth(at) else { return Action::None };
                // One that has left the list is for the desk to judge.
                let here = self.jobs.iter().find(|here| here.job == job);
                if here.is_some_and(|here| !can_move(here.standing.state)) {
                    return Action::None;
                }
                Ok(self.begin(Action::Again(job, Some(printer.name))))
            }
            Message::OtherClosed => {
                self.others = None;
                Ok(Action::Focus("prints"))
            }
            Message::WithdrawPressed => Ok(self.act(Action::Withdraw, can_move)),
            Message::Done(done) => {
                self.busy = false;
                done.map(Action::Said)
            }
            Message::Proof(message) => Ok(match self.proof.update(message) {
                proof::Action::Open(case) => Action::Open(case),
                action => Action::Proof(action),
            }),
            Message::BackPressed => Ok(Action::Back),
        };
        done.unwrap_or_else(|problems| {
            self.problems = problems;
            Action::None
        })
    }

    fn listed(&mut self, jobs: Vec<PrintJob>) -> Action {
        let kept = self.job().map(|job| job.job);
        let first = self.jobs.is_empty();
        self.jobs = jobs;
        let at = kept.and_then(|kept| self.jobs.iter().position(|job| job.job == kept));
        self.chosen = at.unwrap_or(0);
        if first { Action::Focus("prints") } else { Action::None }
    }

    fn act(&mut self, action: impl FnOnce(i64) -> Action, can: fn(PrintState) -> bool) -> Action {
        let Some(job) = self.job().filter(|job| can(job.standing.state)).map(|job| job.job) else {
            return Action::None;
        };
        self.begin(action(job))
    }

    /// One thing at a time.
    fn begin(&mut self, action: Action) -> Action {
        self.problems.clear();
        if std::mem::replace(&mut self.busy, true) { Action::None } else { action }
    }

    /// Draws the screen.
    pub fn view(&self, space_of: Space) -> Element<'_, Message> {
        let titles = vec![
            Column::new(fl!("case-paper"), Fill),
            Column::new(fl!("prints-case"), 170),
            Column::new(fl!("case-printer"), 150),
            Column::new(fl!("prints-state"), 130),
            Column::new(fl!("prints-since"), 150),
        ];
        let cells = |at: usize| {
            let Some(job) = self.jobs.get(at) else { return Row::default() };
            let (stand, tone) = say::state(job);
            Row::new([
                Cell::new(&job.title),
                Cell::new(&job.number),
                Cell::new(&job.order.printer),
                Cell::toned(stand, tone),
                Cell::new(say::since(job)),
            ])
        };
        let rows = table("prints", fl!("prints-title"), titles, self.jobs.len(), cells)
            .select((!self.jobs.is_empty()).then_some(self.chosen), Message::Chosen)
            .on_open(Message::Opened)
            .fit(space_of, space_of.middle(0.0, 0.0) - 2.0 * space::L)
            .empty(fl!("prints-none"));
        let mut card = panel().title(fl!("prints-title")).height(space_of.fill()).push(rows);
        for problem in elsewhere(&self.problems, &[]) {
            card = card.push(problem);
        }
        if let Some(job) = self.job() {
            card = card.push(state(say::sentence(job), say::state(job).1)).push(self.bar(job));
        }
        let verify = button(fl!("proof-title")).id("prints-verify").keys(Shortcut::Attach.keys());
        card = card.push(row![Element::from(verify.on_press(Message::Proof(proof::Message::Pressed)))]);
        let over = self.others.as_ref().map(|Others { printers, at, .. }| {
            let names: Vec<String> = printers.iter().map(say::printer).collect();
            let page = if names.is_empty() {
                Element::from(body(fl!("case-printers-none")))
            } else {
                choice("prints-printer", names, Some(*at), Message::PrinterChosen)
                    .label(fl!("case-printer"))
                    .into()
            };
            let go = primary(fl!("case-print"))
                .id("prints-go")
                .keys(Shortcut::Finish.keys())
                .on_press_maybe((!printers.is_empty()).then_some(Message::PrinterTaken));
            let no = button(fl!("cancel")).id("prints-cancel").on_press(Message::OtherClosed);
            dialog(fl!("prints-other"), page, Message::OtherClosed).button(go).button(no)
        });
        let over = self.proof.view(space_of).or(over);
        with_dialog(columns(space_of, card), over, space_of)
    }

    fn bar(&self, job: &PrintJob) -> Element<'_, Message> {
        let standing = job.standing.state;
        let free = |can: bool, message: Message| (can && !self.busy).then_some(message);
        let again = primary(fl!("prints-again")).id("prints-again").keys(Shortcut::Print.keys());
        let other = button(fl!("prints-other")).id("prints-other");
        let withdraw = button(fl!("prints-withdraw")).id("prints-withdraw");
        let open = link(fl!("prints-open-case")).id("prints-case");
        row![
            Element::from(again.on_press_maybe(free(can_begin_anew(standing), Message::AgainPressed))),
            Element::from(other.on_press_maybe(free(can_move(standing), Message::OtherPressed))),
            Element::from(withdraw.on_press_maybe(free(can_move(standing), Message::WithdrawPressed))),
            Element::from(open.on_press(Message::Opened(self.chosen))),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap()
        .into()
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if self.proof.asks() {
            return vec![KeyHint::new(Shortcut::Escape.keys(), fl!("close"))];
        }
        if self.asks() {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), fl!("case-print")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("cancel")),
            ];
        }
        vec![
            KeyHint::new(Shortcut::Print.keys(), fl!("prints-again")),
            KeyHint::new(crate::words::text("key-enter"), fl!("prints-open-case")),
            KeyHint::new(Shortcut::Attach.keys(), fl!("proof-title")),
            KeyHint::new(Shortcut::Escape.keys(), fl!("prints-back")),
        ]
    }
}

fn can_begin_anew(state: PrintState) -> bool {
    matches!(state, PrintState::Failed | PrintState::Withdrawn)
}

fn can_move(state: PrintState) -> bool {
    state.is_open() || state == PrintState::Failed
}

/// Does what is wanted, by the desk.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Window<Message> {
    let session = session.clone();
    Window::Run(match action {
        Action::None => return Window::None,
        Action::Open(case) => return Window::Go(Route::Case(case)),
        Action::Closing(closing) => return Window::Go(Route::Closing(closing)),
        Action::Back => return Window::Go(Route::Back),
        Action::Said(words) => {
            let list = run(Action::List, desk, &session);
            return Window::All(vec![Window::Say(words, Tone::Good), list, Window::Watch]);
        }
        Action::Focus(id) => focus::to(id),
        Action::Proof(action) => proof::run(action, desk, &session).map(Message::Proof),
        Action::List => beside(desk, move |desk| desk.print_jobs(&session, SHOWN), Message::Listed),
        Action::Printers(job) => {
            beside(desk, Desk::printers, move |printers| Message::PrintersFound(job, printers))
        }
        Action::Again(job, printer) => {
            let again = move |desk: &Desk| desk.print_again(&session, job, printer.as_deref());
            beside(desk, again, |done| Message::Done(done.map(|()| fl!("prints-done"))))
        }
        Action::Withdraw(job) => {
            let withdraw = move |desk: &Desk| desk.withdraw_print(&session, job);
            beside(desk, withdraw, |done| Message::Done(done.map(|()| fl!("prints-withdrawn"))))
        }
    })
}

#[cfg(test)]
mod tests;
