//! Commands one after the other: what is typed behind one waits (see [`focus::Holding`]) until its screen has what the
//! keyboard is for. Does no command itself.

#[cfg(test)]
mod tests;

use super::{App, Message};
use crate::ui::focus;
use crate::ui::shortcut::Shortcut;
use iced::Task;

/// Commands that are done, and those that wait for one.
#[derive(Debug, Default)]
pub struct Holding {
    done: u64,
    /// Their keys are heard, too; they are obeyed when their turn comes.
    waiting: Vec<Shortcut>,
    /// A command is done as soon as the screen has what the keyboard is for.
    expected: bool,
}

impl Holding {
    /// How many commands are done.
    pub const fn done(&self) -> u64 {
        self.done
    }
}

impl App {
    /// The key of a command, unless that one waits for another.
    pub(super) fn pressed(&mut self, shortcut: Shortcut) -> Task<Message> {
        let waiting = &mut self.holding.waiting;
        match waiting.iter().position(|waits| *waits == shortcut) {
            Some(at) => {
                let _ = waiting.remove(at);
                Task::none()
            }
            None => self.comes(shortcut),
        }
    }

    pub(super) fn waits(&mut self, shortcut: Shortcut) -> Task<Message> {
        self.holding.waiting.push(shortcut);
        Task::none()
    }

    /// Does a command, and lets what is typed behind it go on afterwards.
    pub(super) fn comes(&mut self, shortcut: Shortcut) -> Task<Message> {
        if shortcut.begins() {
            self.status = None;
        }
        let task = self.command(shortcut);
        self.holding.expected = true;
        task
    }

    /// If a command is done by now, says so once the keyboard is where it leads.
    pub(super) fn let_go_on(&mut self) -> Task<Message> {
        if !self.holding.expected || self.screen.expects() {
            return Task::none();
        }
        self.holding.expected = false;
        // The second walk comes behind every first one, which is what a command gives the keyboard with.
        focus::held().then(|_| focus::held()).map(|_| Message::CommandDone)
    }

    pub(super) fn done(&mut self) -> Task<Message> {
        self.holding.done += 1;
        Task::none()
    }
}
