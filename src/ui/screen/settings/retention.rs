//! The page of destruction (Aussonderung): what is due and why, proposing a list, confirming it as the second person.
//! Decides nothing.

mod view;

use super::{Action, Message as Whole, State};
use crate::desk::Session;
use crate::desk::retention::{Overview, Shown};
use crate::domain::id::{ListId, UserId};
use crate::domain::problem::Problem;
use crate::domain::user::may;
use crate::ui::screen::beside::Outcome;

/// What is seen of it.
#[derive(Debug, Clone)]
pub struct Retention {
    /// Whoever looks, and what their roles allow; the rules ask again.
    user: UserId,
    may_propose: bool,
    may_confirm: bool,
    overview: Option<Overview>,
    selected: Option<usize>,
    /// Whether the second person says that they have looked at the list.
    checked: bool,
    reason: String,
    busy: bool,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// How files stand today.
    Loaded(Box<Outcome<Overview>>),
    /// A row was chosen.
    RowChosen(usize),
    /// Everything that is due is to be proposed.
    ProposePressed,
    /// The second person has looked at the list, or has not.
    CheckTicked(bool),
    /// The second person confirms.
    ConfirmPressed,
    /// In the field for a reason.
    ReasonTyped(String),
    /// The proposal is to be withdrawn.
    WithdrawPressed,
    /// Done, or why not.
    Done(Outcome<()>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// How files stand today.
    Load,
    /// A list proposed.
    Propose,
    /// A list confirmed.
    Confirm(ListId),
    /// A list withdrawn, with a reason.
    Withdraw(ListId, String),
}

impl Retention {
    /// Nothing seen yet.
    pub(super) fn new(session: &Session) -> Self {
        let may = |kind| session.roles.iter().any(|role| may(*role, kind));
        Self {
            user: session.user,
            may_propose: may("disposal_proposed"),
            may_confirm: may("disposal_confirmed"),
            overview: None,
            selected: None,
            checked: false,
            reason: String::new(),
            busy: false,
            problems: Vec::new(),
        }
    }

    fn open(&self) -> Option<&Shown> {
        self.overview.as_ref()?.open()
    }

    /// The list that whoever looks can confirm.
    fn mine_to_confirm(&self) -> Option<ListId> {
        let shown = self.open().filter(|shown| self.may_confirm && shown.list.by != self.user)?;
        Some(shown.list.id)
    }

    fn can_propose(&self) -> bool {
        let any = self.overview.as_ref().is_some_and(|overview| !overview.due.is_empty());
        self.may_propose && self.open().is_none() && any
    }

    /// What Ctrl+Enter does here.
    pub(super) fn finishes(&self) -> Option<Message> {
        match self.mine_to_confirm() {
            Some(_) => Some(Message::ConfirmPressed),
            None => self.can_propose().then_some(Message::ProposePressed),
        }
    }

    /// What a button asks for.
    fn wanted(&self, message: &Message) -> Option<Wanted> {
        if self.busy {
            return None;
        }
        match message {
            Message::ProposePressed => self.can_propose().then_some(Wanted::Propose),
            Message::ConfirmPressed => self.mine_to_confirm().filter(|_| self.checked).map(Wanted::Confirm),
            Message::WithdrawPressed => {
                Some(Wanted::Withdraw(self.open()?.list.id, self.reason.trim().to_owned()))
            }
            _ => None,
        }
    }
}

impl State {
    pub(super) fn on_retention(&mut self, message: Message) -> Action {
        let page = &mut self.retention;
        match message {
            Message::Loaded(loaded) => match *loaded {
                Ok(overview) => page.overview = Some(overview),
                Err(problems) => page.problems = problems,
            },
            Message::RowChosen(at) => page.selected = Some(at),
            Message::CheckTicked(checked) => page.checked = checked,
            Message::ReasonTyped(text) => page.reason = text,
            Message::Done(Ok(())) => {
                page.busy = false;
                page.checked = false;
                page.reason.clear();
                page.problems.clear();
                return Action::All(vec![Action::SaidSaved, Action::Retention(Wanted::Load)]);
            }
            Message::Done(Err(problems)) => {
                page.busy = false;
                page.problems = problems;
            }
            other => {
                if let Some(wanted) = page.wanted(&other) {
                    page.busy = true;
                    page.problems.clear();
                    return Action::Retention(wanted);
                }
            }
        }
        Action::None
    }
}

/// A message of this page.
pub(super) fn whole(message: Message) -> Whole {
    Whole::Retention(message)
}
