//! A file that somebody brings: chosen, and said in words whether it is a paper of this office. Reads no file itself.

use super::Message as Whole;
use crate::desk::proof::{Found, Proof};
use crate::desk::{Desk, Session};
use crate::domain::id::CaseId;
use crate::fl;
use crate::ui::Element;
use crate::ui::a11y::Live;
use crate::ui::control::{Dialog, announced, button, dialog, primary, small, strong, toned};
use crate::ui::focus;
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, beside, sentence};
use crate::ui::screen::chooser::{self, Wanted};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use iced::widget::column;
use iced::{Fill, Length, Task};
use std::path::PathBuf;

/// Nothing, a file being chosen, or what was found about it.
#[derive(Debug, Clone, Default)]
pub enum State {
    /// Nothing is asked.
    #[default]
    Idle,
    /// A file is being chosen.
    Choosing(Box<chooser::State>),
    /// It is known what it is.
    Found(Box<Proof>),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A file is to be verified.
    Pressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// What a file is, or why that cannot be told.
    Proven(Box<Outcome<Proof>>),
    /// The case that it belongs to is to be opened.
    CasePressed,
    /// Enough.
    Closed,
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing more.
    None,
    /// For the choosing.
    Choose(Wanted),
    /// To be told what the file is.
    Prove(PathBuf),
    /// A case.
    Open(CaseId),
    /// The keyboard at this control.
    Focus(&'static str),
}

impl State {
    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        !matches!(self, Self::Idle)
    }

    /// What Ctrl+Enter does.
    pub fn finish(&self) -> Message {
        match self {
            Self::Found(_) => Message::CasePressed,
            _ => Message::Chooser(chooser::Message::Taken),
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Pressed => {
                let (chooser, wanted) = chooser::State::open();
                *self = Self::Choosing(Box::new(chooser));
                Action::Choose(wanted)
            }
            Message::Chooser(message) => {
                let Self::Choosing(chooser) = self else { return Action::None };
                match chooser.update(message) {
                    Wanted::File(path) => Action::Prove(path),
                    wanted => Action::Choose(wanted),
                }
            }
            Message::Proven(proof) => {
                let Self::Choosing(chooser) = self else { return Action::None };
                match *proof {
                    Ok(proof) => {
                        *self = Self::Found(Box::new(proof));
                        Action::Focus("proof-close")
                    }
                    Err(problems) => {
                        chooser.refused(problems);
                        Action::Focus(chooser::LINE)
                    }
                }
            }
            Message::CasePressed => match self {
                Self::Found(proof) => proof.found.case().map_or(Action::None, Action::Open),
                _ => Action::None,
            },
            Message::Closed => {
                *self = Self::Idle;
                Action::Focus("prints")
            }
        }
    }

    /// The dialog, where something is asked or told.
    pub fn view(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        match self {
            Self::Idle => None,
            Self::Choosing(chooser) => {
                let fills = chooser::fills(room);
                let (_, ready) = chooser.deed();
                let high = if fills { Fill } else { Length::Shrink };
                let inside = column![
                    small(fl!("proof-says")),
                    chooser.view(room).map(|message| of(Message::Chooser(message)))
                ];
                let go = primary(fl!("proof-go"))
                    .id("proof-go")
                    .keys(Shortcut::Finish.keys())
                    .on_press_maybe(ready.then_some(of(Message::Chooser(chooser::Message::Taken))));
                let no = button(fl!("cancel")).id("proof-cancel").on_press(of(Message::Closed));
                let inside = inside.spacing(space::M).height(high);
                let dialog = dialog(fl!("proof-title"), inside, of(Message::Closed)).width(760.0).tall(fills);
                Some(dialog.button(go).button(no))
            }
            Self::Found(proof) => Some(told(proof)),
        }
    }
}

/// As a message of the whole screen.
fn of(message: Message) -> Whole {
    Whole::Proof(message)
}

fn told(proof: &Proof) -> Dialog<'_, Whole> {
    let tone = match &proof.found {
        found if found.stands() => Tone::Good,
        Found::Issued(_) | Found::IssuedHidden | Found::Package(_) | Found::Closing(..) => Tone::Warning,
        _ => Tone::Error,
    };
    let mut lines = column![strong(proof.file.clone())].spacing(space::S).width(Fill);
    for (at, said) in proof.says().iter().enumerate() {
        let words = sentence(said);
        let shown: Element<'_, Whole> = toned(words.clone(), if at == 0 { tone } else { Tone::Plain }).into();
        lines = lines.push(if at == 0 { announced(words, Live::Polite, shown) } else { shown });
    }
    lines = lines.push(small(fl!("proof-digest", digest = proof.sha256.to_string())));
    let open = proof.found.case().map(|_| {
        button(fl!("prints-open-case"))
            .id("proof-case")
            .keys(Shortcut::Finish.keys())
            .on_press(of(Message::CasePressed))
    });
    let other = button(fl!("proof-other")).id("proof-other").on_press(of(Message::Pressed));
    let close =
        button(fl!("close")).id("proof-close").keys(Shortcut::Escape.keys()).on_press(of(Message::Closed));
    let dialog = dialog(fl!("proof-title"), lines, of(Message::Closed)).width(760.0);
    let dialog = match open {
        Some(open) => dialog.button(open),
        None => dialog,
    };
    dialog.button(other).button(close)
}

/// Does what is wanted; opening a case is the window's.
pub fn run(action: Action, desk: &Desk, session: &Session) -> Task<Message> {
    match action {
        Action::None | Action::Open(_) => Task::none(),
        Action::Focus(id) => focus::to(id),
        Action::Choose(wanted) => chooser::run(wanted, desk, session).map(Message::Chooser),
        Action::Prove(path) => {
            let session = session.clone();
            let prove = move |desk: &Desk| desk.prove(&session, &path, false);
            beside(desk, prove, |proof| Message::Proven(Box::new(proof)))
        }
    }
}
