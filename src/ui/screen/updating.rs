//! After an update of the program, before anybody signs in: what the lists show is made anew from the log, on a thread of
//! its own, and one sees how far it is. Makes nothing itself.

use super::beside::{Outcome, elsewhere};
use crate::desk::Desk;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{body, panel, primary, progress, reader, title};
use crate::ui::layout::{Space, columns};
use iced::futures::channel::mpsc;
use iced::widget::{column, container};
use iced::{Fill, Task};

/// How far it is.
#[derive(Debug, Clone, Default)]
pub struct State {
    done: usize,
    of: usize,
    problems: Vec<Problem>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// So many are done, of so many.
    Went(usize, usize),
    /// All of it is there, or why not.
    Done(Outcome<()>),
    /// Once more.
    AgainPressed,
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// The work begun.
    Begin,
    /// It is done: for the window.
    Done,
}

impl State {
    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Went(done, of) => (self.done, self.of) = (done, of),
            Message::Done(Ok(())) => return Action::Done,
            Message::Done(Err(problems)) => self.problems = problems,
            Message::AgainPressed => {
                *self = Self::default();
                return Action::Begin;
            }
        }
        Action::None
    }

    /// Draws the screen.
    pub fn view(&self, space: Space) -> Element<'_, Message> {
        let words = column![title(fl!("updating-title")), body(fl!("updating-words"))].spacing(12.0);
        let mut card = panel().spacing(12.0).push(reader("updating", fl!("updating-title"), words));
        if self.problems.is_empty() {
            let (part, words) = match self.of {
                0 => (None, fl!("updating-begins")),
                of => (Some(part(self.done, of)), fl!("updating-done", done = self.done, of = of)),
            };
            card = card.push(progress(words, part, None));
        } else {
            for problem in elsewhere(&self.problems, &[]) {
                card = card.push(problem);
            }
            let again = primary(fl!("updating-again")).id("updating-again");
            card = card.push(again.on_press(Message::AgainPressed));
        }
        let page = container(container(card).max_width(520.0)).center_x(Fill).padding([24.0, 0.0]);
        columns(space, space.scrolls(page)).into()
    }
}

/// From 0 to 1; a bar has no more than a thousand steps.
#[expect(clippy::cast_precision_loss, reason = "a bar is no count")]
fn part(done: usize, of: usize) -> f32 {
    done as f32 / of as f32
}

/// Makes it anew on a thread of its own and tells how far it is.
pub fn run(desk: &Desk) -> Task<Message> {
    let (tell, told) = mpsc::unbounded();
    let (desk, went) = (desk.clone(), tell.clone());
    let begun = std::thread::Builder::new().name("update".to_owned()).spawn(move || {
        // Nobody listens any more once the window is closed.
        let updated = desk.update(|done, of| drop(went.unbounded_send(Message::Went(done, of))));
        let updated = updated.map_err(|error| error.problems());
        let _ = went.unbounded_send(Message::Done(updated));
    });
    if begun.is_err() {
        let _ = tell.unbounded_send(Message::Done(Err(vec![Problem::error("", "work-broke-off")])));
    }
    Task::run(told, |message| message)
}
