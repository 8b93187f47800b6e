//! What is entered before something is done to a case: one dialog of a few fields for each. Does nothing itself.

mod blocks;
mod court;
mod deciding;
pub mod kept;
mod kind;
mod mended;
mod money;
pub mod proxy;
mod remedy;
mod remind;
pub mod revoke;
pub mod ruling;
mod signed;
mod step;
pub mod steps;

pub use kind::Kind;

use super::history::outdated;
use super::{Action, print};
use crate::desk::case::Sheet;
use crate::desk::paper::issuable;
use crate::desk::print::{Printer, Wish};
use crate::domain::block::Block;
use crate::domain::case::Outcome as Decision;
use crate::domain::decide::{Command, Proceed};
use crate::domain::decision::Remedy;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Dialog, Problem as Wrong, body, button, check, choice, date_field, dialog, long_text, primary, read_date,
    state, strong, toned,
};
use crate::ui::screen::beside::{at, elsewhere, local};
use crate::ui::screen::prints::say;
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use chrono::NaiveDate;
use iced::Padding;
use iced::widget::column;

/// The outcomes, in the order of the dialog.
const OUTCOMES: [Decision; 4] =
    [Decision::Granted, Decision::Conditional, Decision::Refused, Decision::Withdrawn];

/// What is typed in the dialog.
#[derive(Debug, Clone)]
pub struct Over {
    /// What is to be done.
    pub kind: Kind,
    /// Note or reason.
    text: String,
    /// Conditions of a decision, one a line.
    conditions: String,
    date: String,
    money: money::Form,
    chosen: Option<usize>,
    call: bool,
    print: print::Form,
    proxy: proxy::State,
    steps: steps::Form,
    /// Whether it was left and is there again as it was written.
    resumed: bool,
}

/// What happened in the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// In the field for text.
    TextTyped(String),
    /// In the field for conditions.
    ConditionsTyped(String),
    /// In the field for the day.
    DateTyped(String),
    /// In the field for the amount.
    AmountTyped(String),
    /// How to print.
    Print(print::Message),
    /// One of several.
    Chosen(usize),
    /// A paper of this kind.
    IssueChosen(String),
    /// A telephone call or not.
    CallTicked(bool),
    /// Who acts for the applicant.
    Proxy(proxy::Message),
    /// A building block goes into the text.
    BlockChosen(Box<Block>),
    /// In a step of the procedure.
    Step(steps::Message),
    /// What was written before is not wanted any more.
    Anew,
}

impl Over {
    /// An empty dialog.
    pub fn new(kind: Kind, today: NaiveDate) -> Self {
        let date = remind::in_two_weeks(today);
        let text = match kind {
            Kind::HandOver => fl!("case-hand-over-default"),
            Kind::SendAfter => fl!("handover-supplement-reason"),
            _ => String::new(),
        };
        let kind_begins = kind.begins_with();
        Self {
            kind,
            text,
            conditions: String::new(),
            date: crate::ui::control::write_date(date),
            money: money::Form::default(),
            chosen: kind_begins,
            call: false,
            print: print::Form::default(),
            proxy: proxy::State::default(),
            steps: steps::Form::default(),
            resumed: false,
        }
    }

    /// What the case says to begin with: what is missing, by when, who signs.
    #[must_use]
    pub fn about(mut self, sheet: &Sheet, today: NaiveDate) -> Self {
        if self.kind == Kind::FollowUp {
            self.date = crate::ui::control::write_date(remind::on(sheet, today));
        }
        if let Kind::Step(step) = &self.kind
            && let Some(date) = steps::begins_with(*step, sheet, today)
        {
            self.date = crate::ui::control::write_date(date);
        }
        self.steps = steps::Form::about(sheet, self.kind == Kind::Step(steps::Step::HearBefore));
        ruling::begin(&mut self, sheet);
        match self.kind {
            Kind::Step(steps::Step::Object) => self.chosen = remedy::begins_with(sheet),
            Kind::Step(steps::Step::Notify) => remedy::resume(&mut self, sheet),
            _ => {}
        }
        self
    }

    /// The dialog for printing; it begins as this desk last printed.
    pub fn print(paper: PaperId, printers: Vec<Printer>, last: Option<&Wish>) -> Self {
        Self {
            print: print::Form::new(printers, last),
            ..Self::new(Kind::Print(paper), NaiveDate::default())
        }
    }

    /// Takes a message in; somebody to be found, if that is asked for.
    pub fn update(&mut self, message: Message) -> Option<String> {
        match message {
            Message::TextTyped(text) => self.text = text,
            Message::ConditionsTyped(text) => self.conditions = text,
            Message::DateTyped(text) => self.date = text,
            Message::AmountTyped(text) => self.money.amount = text,
            Message::Print(message) => self.print.update(message),
            Message::Chosen(at) => self.chosen = Some(at),
            Message::IssueChosen(kind) => self.kind = Kind::Issue(kind),
            Message::CallTicked(on) => self.call = on,
            Message::Proxy(message) => return self.proxy.update(message),
            Message::BlockChosen(block) => self.takes(&block),
            Message::Step(message) => self.steps.update(message),
            Message::Anew => {}
        }
        None
    }

    /// The control with which it begins.
    pub fn first(&self) -> &'static str {
        match self.kind {
            Kind::Print(_) if self.print.is_nowhere() => "over-cancel",
            Kind::FollowUp => "over-date",
            Kind::Proxy => "over-proxy",
            Kind::Step(step) => step.first(),
            Kind::GiveBack => "over-go",
            Kind::Pay | Kind::Duplicate(_) | Kind::Decide | Kind::Issue(_) | Kind::Print(_) => "over-choice",
            _ => "over-text",
        }
    }

    /// Fields of the dialog that bear what is wrong with them: it is told there and not above.
    fn marked(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Decide => self.granted_fields().chain(["outcome", "reasons"]).collect(),
            Kind::Step(steps::Step::Settle(..) | steps::Step::Undo(_)) => ruling::FIELDS.to_vec(),
            Kind::Step(steps::Step::SueEnd) => vec!["how", "reason"],
            Kind::Pay | Kind::Duplicate(_) if self.asks_given() => vec!["given"],
            Kind::Step(_) if self.is_action() => court::FIELDS.to_vec(),
            Kind::Step(steps::Step::Object) => vec!["objector"],
            Kind::Step(_) | Kind::Pay | Kind::Duplicate(_) | Kind::Issue(_) | Kind::Print(_) => Vec::new(),
            Kind::Proxy | Kind::GiveBack => Vec::new(),
            _ => vec!["due_on", "reason", "text"],
        }
    }

    /// What it asks for, or what is missing.
    pub fn wanted(
        &self,
        id: CaseId,
        today: NaiveDate,
        sheet: Option<&Sheet>,
    ) -> Result<Action, Vec<Problem>> {
        let reason = self.text.trim().to_owned();
        let act = |command| Ok(Action::Do(id, Box::new(command)));
        let wrong = |field: &str, problem: &str| Err(vec![Problem::error(field, problem)]);
        match &self.kind {
            Kind::Note => act(Command::Note { text: reason, call: self.call }),
            Kind::CancelReceipt(receipt) => act(Command::CancelReceipt { receipt: receipt.clone(), reason }),
            Kind::Decide => self.decides(id, reason, today),
            Kind::Step(step) => self.step_wanted(*step, id, today),
            Kind::Close => act(Command::Close { reason }),
            Kind::Reopen => act(Command::Reopen { reason }),
            Kind::RefuseDocument(document) => {
                let wanted = Proceed::RefuseDocument { document: document.clone(), reason };
                act(Command::Proceed(Box::new(wanted)))
            }
            Kind::WithdrawNotice(body) => Ok(Action::WithdrawNotice(id, body.clone(), reason)),
            Kind::HandOver | Kind::SendAfter => Ok(Action::HandOver(id, reason)),
            Kind::GiveBack => Ok(Action::GiveBack(id, None)),
            Kind::GiveBackUndecided => Ok(Action::GiveBack(id, Some(reason))),
            Kind::FollowUp => match read_date(&self.date, today) {
                Some(date) => Ok(Action::FollowUp(id, date, reason)),
                None => wrong("due_on", "problem-date"),
            },
            Kind::Pay => {
                let due = sheet.map_or(Cents::ZERO, |sheet| self.due(sheet));
                Ok(Action::Settle(id, self.settlement(due)?))
            }
            Kind::Duplicate(paper) => {
                Ok(Action::Duplicate(id, *paper, self.settles_duplicate(sheet, *paper)?))
            }
            Kind::Issue(kind) => Ok(Action::Issue(id, kind.clone())),
            Kind::Print(paper) => Ok(Action::Print(*paper, self.print.wanted()?)),
            Kind::Proxy => match self.proxy.taken() {
                Some(person) => Ok(Action::Appoint(id, person)),
                None => wrong("", "proxy-missing"),
            },
        }
    }

    /// What is chosen of these.
    fn picked<T: Copy>(&self, of: &[T]) -> Option<T> {
        self.chosen.and_then(|at| of.get(at)).copied()
    }

    /// The outcome, once somebody has chosen it: a decision is nobody's default.
    fn outcome(&self) -> Option<Decision> {
        self.picked(&OUTCOMES)
    }

    /// Whether an action at court is being entered.
    fn is_action(&self) -> bool {
        match self.kind {
            Kind::Step(steps::Step::Sue) => true,
            Kind::Step(steps::Step::Object) => self.picked(&remedy::REMEDIES) == Some(Remedy::Action),
            _ => false,
        }
    }

    /// The conditions as typed, one a line; none for an outcome that has none.
    fn conditions(&self) -> Vec<String> {
        let typed = self.conditions.lines().map(|line| line.trim().to_owned());
        let has = self.outcome() == Some(Decision::Conditional);
        typed.filter(|line| has && !line.is_empty()).collect()
    }

    /// What Ctrl+Enter does in it.
    pub fn does(&self) -> String {
        self.kind.words(self.asks_second()).1
    }

    /// Draws the dialog.
    pub fn view<'a>(
        &'a self,
        sheet: &Sheet,
        today: NaiveDate,
        busy: bool,
        problems: &[Problem],
    ) -> Dialog<'a, super::Message> {
        let (heading, go) = self.kind.words(self.asks_second());
        let again = self.again().map(|says| says.map(super::Message::Over));
        let mut page = column![].push(again).spacing(space::M);
        if let Kind::Print(paper) = &self.kind {
            page = page.push(outdated(sheet, *paper).map(|words| toned(words, Tone::Warning)));
        }
        for field in self.fields(sheet, today, problems) {
            page = page.push(field.map(super::Message::Over));
        }
        let nowhere = matches!(self.kind, Kind::Print(_)) && self.print.is_nowhere();
        let confirm = primary(go)
            .id("over-go")
            .keys(Shortcut::Finish.keys())
            .on_press_maybe((!busy && !nowhere).then_some(super::Message::OverConfirmed));
        let ends = matches!(self.kind, Kind::Proxy) && !sheet.case.representatives().is_empty();
        let end = button(fl!("case-proxy-end")).id("over-proxy-end");
        let end = end.on_press_maybe((!busy).then_some(super::Message::ProxyEnded));
        // In a column of their own: what comes and goes there leaves the keyboard where it is.
        let below = Padding::default().bottom(if problems.is_empty() { 0.0 } else { space::M });
        let told = column(elsewhere(problems, &self.marked())).spacing(space::M).padding(below);
        let dialog = dialog(heading, column![told, page], super::Message::OverClosed).button(confirm);
        let dialog = if ends { dialog.button(end) } else { dialog };
        dialog.button(button(fl!("cancel")).id("over-cancel").on_press(super::Message::OverClosed))
    }

    /// The field for words: a note, a reason; with what is wrong with it, where that is told here.
    fn said(&self, label: String, wrong: Option<Wrong<Message>>) -> Element<'_, Message> {
        long_text("over-text", &self.text, Message::TextTyped).label(label).problem(wrong).into()
    }

    fn fields<'a>(
        &'a self,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        let wrong = || at(problems, "reason").or_else(|| at(problems, "text"));
        let text = |label: String| self.said(label, wrong());
        match &self.kind {
            Kind::Note => {
                vec![
                    text(fl!("case-note")),
                    check("over-call", fl!("case-note-call"), self.call, Message::CallTicked).into(),
                ]
            }
            Kind::FollowUp => vec![
                date_field("over-date", &self.date, today, Message::DateTyped)
                    .label(fl!("case-follow-up-day"))
                    .problem(at(problems, "due_on"))
                    .into(),
                text(fl!("case-follow-up-text")),
            ],
            Kind::Pay => self.pay(sheet, problems),
            Kind::Proxy => self.proxy.fields(sheet),
            Kind::Duplicate(paper) => self.duplicate(sheet, *paper, problems),
            Kind::CancelReceipt(number) => self.cancels(sheet, number, wrong()),
            Kind::Reopen | Kind::WithdrawNotice(_) => vec![text(fl!("case-reason"))],
            Kind::RefuseDocument(id) => {
                let known = sheet.assessment.documents.iter().find(|document| document.id == *id);
                let named = known.map(|document| strong(local(&document.label)).into());
                let says = [body(fl!("case-document-refuse-says")).into(), text(fl!("case-reason"))];
                named.into_iter().chain(says).collect()
            }
            Kind::Close => vec![text(fl!("case-close-reason"))],
            Kind::HandOver | Kind::SendAfter => {
                let missing = steps::missing(sheet).map(|says| state(says, Tone::Warning));
                let says = [body(fl!("case-hand-over-says")).into(), text(fl!("case-hand-over-why"))];
                missing.into_iter().chain(says).collect()
            }
            Kind::GiveBack => vec![body(fl!("case-give-back-says")).into()],
            Kind::GiveBackUndecided => vec![text(fl!("case-give-back-why"))],
            Kind::Decide => self.decide_fields(sheet, today, problems),
            Kind::Step(step) => self.step_fields(*step, sheet, today, problems),
            Kind::Issue(kind) => {
                let papers = issuable(&sheet.case, sheet.service, &sheet.assessment);
                let labels: Vec<String> = papers.iter().map(|paper| local(&paper.label)).collect();
                // The list may be read anew under the dialog: it is the kind that was chosen, not its place.
                let at = papers.iter().position(|paper| paper.kind == *kind);
                let kinds: Vec<String> = papers.into_iter().map(|paper| paper.kind).collect();
                let choose =
                    move |at: usize| Message::IssueChosen(kinds.get(at).cloned().unwrap_or_default());
                vec![choice("over-choice", labels, at, choose).label(fl!("case-issue-which")).into()]
            }
            Kind::Print(paper) => {
                let earlier = sheet.prints.get(paper).filter(|job| job.standing.state.is_open());
                let earlier = earlier.map(|job| state(say::sentence(job), Tone::Warning));
                let fields = self.print.fields().into_iter().map(|field| field.map(Message::Print));
                earlier.into_iter().chain(fields).collect()
            }
        }
    }
}
