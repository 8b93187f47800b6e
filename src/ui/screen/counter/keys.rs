//! Which commands the counter has, and the keys that work now. Listens to none.

use super::stops::Stop;
use super::{Message, Page, State, done, files};
use crate::fl;
use crate::ui::control::KeyHint;
use crate::ui::shortcut::{Area, Shortcut};

impl State {
    /// The message of a command, if the counter has one for it.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Finish => Some(Message::FinishPressed),
            Shortcut::Escape => Some(Message::EscapePressed),
            Shortcut::Close => Some(Message::ParkPressed),
            Shortcut::TakeOver => Some(Message::TakeOverPressed),
            Shortcut::Attach if self.work.is_some() => {
                Some(Message::File(files::Message::AttachPressed(None)))
            }
            Shortcut::Print if self.page == Page::Stops && self.stops.stop == Stop::Sign => {
                Some(Message::File(files::Message::PrintFormPressed))
            }
            Shortcut::Print if self.page == Page::Done => Some(Message::Done(match self.looked_at() {
                Some(paper) => done::Message::PrintOnePressed(paper),
                None => done::Message::PrintPressed,
            })),
            // In the middle of an intake it brings the keyboard back, as everywhere.
            Shortcut::Go(Area::Counter) if matches!(self.page, Page::Done | Page::Start) => {
                Some(Message::NextPressed)
            }
            _ => None,
        }
    }

    /// The id of the text that says what one does on the page that is open.
    pub fn help(&self) -> &'static str {
        match self.page {
            Page::Start => "help-counter-start",
            Page::Person => "help-counter-person",
            Page::Form => "help-counter-form",
            Page::Stops => "help-counter-stops",
            Page::Done => "help-counter-done",
        }
    }

    /// Whether something has to be answered before anything else.
    pub fn asks(&self) -> bool {
        self.earlier.is_some() || self.chooses_file()
    }

    /// The keys that work now.
    pub fn keys(&self) -> Vec<KeyHint> {
        let key = |shortcut: Shortcut, does: String| KeyHint::new(shortcut.keys(), does);
        let park = || key(Shortcut::Close, fl!("counter-key-park"));
        if self.asks() {
            return vec![
                KeyHint::new(fl!("key-enter"), fl!("counter-key-take")),
                key(Shortcut::Escape, fl!("cancel")),
            ];
        }
        if self.files.preview.is_some() {
            let print = (self.page == Page::Done).then(|| key(Shortcut::Print, fl!("counter-print")));
            let turn = KeyHint::new(fl!("case-key-page"), fl!("case-key-turn"));
            let larger = KeyHint::new("+ −", fl!("key-larger"));
            let close = key(Shortcut::Escape, fl!("close"));
            return print.into_iter().chain([turn, larger, close]).collect();
        }
        match self.page {
            Page::Start => vec![key(Shortcut::NextField, fl!("counter-key-take"))],
            Page::Person => vec![
                key(
                    Shortcut::Finish,
                    if self.person.is_entering() { fl!("counter-new-take") } else { fl!("counter-key-form") },
                ),
                key(Shortcut::NextField, fl!("key-next-field")),
                key(Shortcut::Escape, fl!("counter-go-back")),
                park(),
            ],
            Page::Form => {
                let mut keys = vec![
                    key(Shortcut::NextField, fl!("key-next-field")),
                    KeyHint::new(fl!("key-space"), fl!("counter-key-space")),
                    key(Shortcut::Finish, fl!("counter-key-finish")),
                ];
                // Only somebody who is known has earlier cases.
                if self.known_applicant().is_some() {
                    keys.push(key(Shortcut::TakeOver, fl!("counter-key-takeover")));
                }
                keys.extend([
                    key(Shortcut::Escape, fl!("counter-go-back")),
                    key(Shortcut::Attach, fl!("file-attach")),
                    park(),
                ]);
                keys
            }
            Page::Stops => vec![
                key(Shortcut::NextField, fl!("counter-go-on")),
                key(Shortcut::Escape, fl!("counter-go-back")),
                park(),
            ],
            // Enter does what the button says that has the keyboard.
            Page::Done => vec![
                key(Shortcut::Go(Area::Counter), fl!("counter-next-intake")),
                key(Shortcut::Print, fl!("counter-print-all")),
            ],
        }
    }
}
