//! Which commands the screen of a case has, and the keys that work now. Listens to none.

use super::away::Goes;
use super::over::Kind;
use super::{Message, State, bodies, files};
use crate::desk::look::Viewable;
use crate::fl;
use crate::ui::control::KeyHint;
use crate::ui::screen::chooser;
use crate::ui::shortcut::Shortcut;

impl State {
    /// The id of the text that says what one does here.
    pub fn help(&self) -> &'static str {
        if self.preview.is_some() { "help-paper" } else { "help-case" }
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        let asks = self.correct.as_ref().is_some_and(|correct| correct.asks());
        self.over.is_some() || self.choosing.is_some() || asks
    }

    /// Whether answers are being corrected.
    pub fn is_corrected(&self) -> bool {
        self.correct.is_some()
    }

    pub(super) fn looks_at_file(&self) -> bool {
        self.preview.as_ref().is_some_and(|preview| !matches!(preview.what, Viewable::Paper(_)))
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if let Some(correct) = &self.correct {
            return correct.shortcut(shortcut).map(Message::Correct);
        }
        if self.choosing.is_some() {
            let wrap = |message| Message::File(files::Message::Chooser(message));
            return chooser::shortcut(shortcut, wrap, Message::File(files::Message::ChooserClosed));
        }
        if self.over.is_some() {
            return match shortcut {
                Shortcut::Finish => Some(Message::OverConfirmed),
                Shortcut::Escape => Some(Message::OverClosed),
                _ => None,
            };
        }
        match shortcut {
            // A file is not the office's paper: it is saved and printed elsewhere.
            Shortcut::Print if self.looks_at_file() => None,
            Shortcut::Print => Some(Message::PrintPressed),
            Shortcut::FollowUp => Some(Message::OverOpened(Kind::FollowUp)),
            Shortcut::TakeOver => Some(Message::TakePressed),
            Shortcut::HandOver => Some(Message::HandOverPressed),
            Shortcut::Attach => Some(Message::File(files::Message::AttachPressed(None))),
            Shortcut::Bodies => Some(Message::Bodies(bodies::Message::WritePressed)),
            Shortcut::Note => Some(Message::OverOpened(Kind::Note)),
            Shortcut::Procedure => Some(Message::ProcedurePressed),
            Shortcut::Revoke => Some(Message::RevokePressed),
            Shortcut::Escape if self.preview.is_some() => Some(Message::PreviewClosed),
            Shortcut::Escape | Shortcut::Close => Some(Message::BackPressed),
            _ => None,
        }
    }

    /// The keys that work here.
    pub fn keys(&self) -> Vec<KeyHint> {
        if let Some(correct) = &self.correct {
            return correct.keys();
        }
        if let Some(over) = &self.over {
            return vec![
                KeyHint::new(Shortcut::Finish.keys(), over.does()),
                KeyHint::new(Shortcut::Escape.keys(), fl!("cancel")),
            ];
        }
        if self.preview.is_some() {
            return vec![
                KeyHint::new(fl!("case-key-page"), fl!("case-key-turn")),
                KeyHint::new("+ −", fl!("key-larger")),
                KeyHint::new(format!("{} −", Shortcut::ZoomIn.keys()), fl!("key-by-ten")),
                KeyHint::new(Shortcut::Print.keys(), fl!("case-print")),
                KeyHint::new(Shortcut::Escape.keys(), fl!("close")),
            ];
        }
        let goes = self.sheet.as_ref().and_then(|sheet| self.goes(sheet)).map(Goes::name);
        let goes = goes.map(|name| KeyHint::new(Shortcut::HandOver.keys(), name));
        let mut keys = vec![
            KeyHint::new(Shortcut::Print.keys(), fl!("case-print")),
            KeyHint::new(Shortcut::FollowUp.keys(), fl!("case-follow-up")),
            KeyHint::new(Shortcut::Note.keys(), fl!("case-note")),
            KeyHint::new(Shortcut::TakeOver.keys(), fl!("cases-take")),
            KeyHint::new(Shortcut::Attach.keys(), fl!("file-attach")),
        ];
        keys.extend(goes);
        let proceeds = self.sheet.as_ref().is_some_and(|sheet| self.steps(sheet).is_some());
        keys.extend(proceeds.then(|| KeyHint::new(Shortcut::Procedure.keys(), fl!("step-title"))));
        let revokes = self.sheet.as_ref().is_some_and(|sheet| self.revokes(sheet));
        keys.extend(revokes.then(|| KeyHint::new(Shortcut::Revoke.keys(), fl!("revoke-button"))));
        let tells =
            self.sheet.as_ref().is_some_and(|sheet| sheet.bodies.iter().any(|told| told.standing.is_open()));
        keys.extend(tells.then(|| KeyHint::new(Shortcut::Bodies.keys(), fl!("bodies-write"))));
        keys.push(KeyHint::new(Shortcut::Escape.keys(), fl!("case-back")));
        keys
    }
}
