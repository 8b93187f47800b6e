//! Files at the counter: scans attached to the intake, the form to be signed looked at and printed, its signed sheet
//! attached. Reads, prints and stores none itself.

pub(super) mod view;

use super::outcome::{Action, Outcome};
use super::{State, done};
use crate::desk::intake::Enclosure;
use crate::desk::look::Viewable;
use crate::domain::case::Signature;
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::Problem;
use crate::ui::screen::chooser::{self, Wanted};
use crate::ui::screen::preview::{self, Preview};
pub(super) use view::list;

/// What is open beside the intake.
#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    choosing: Option<(chooser::State, For)>,
    pub(super) preview: Option<Preview>,
    /// The printer that took the form.
    printed: Option<String>,
    printing: bool,
    trouble: Vec<Problem>,
}

/// What a file is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// To attach: as the service's document with this index, or freely.
    Attach(Option<usize>),
    /// The form as it was signed.
    Signed,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A file is to be attached, as this document or freely.
    AttachPressed(Option<String>),
    /// The signed form is to be attached.
    SignedPressed,
    /// What the file is: the first is none of the service's documents.
    DocumentChosen(usize),
    /// In the choosing.
    Chooser(chooser::Message),
    /// A file of this intake is attached, or why not.
    Attached(CaseId, Box<Outcome<Enclosure>>),
    /// A file is taken out again: its content, and as what it was attached.
    RemovePressed(Digest, Option<String>),
    /// A file is to be looked at.
    ViewPressed(Digest),
    /// The form is to be looked at.
    FormPressed,
    /// The form is to be printed.
    PrintFormPressed,
    /// The form went to this printer, or why not.
    FormPrinted(Outcome<String>),
    /// In the preview.
    Preview(preview::Message),
    /// Enough seen.
    PreviewClosed,
    /// Esc in the choosing.
    ChooserClosed,
}

impl State {
    pub(super) fn on_file(&mut self, message: Message) -> Action {
        match message {
            Message::AttachPressed(document) => {
                let documents = self.work.iter().flat_map(|work| &work.service.documents);
                let at = document.and_then(|id| documents.into_iter().position(|known| known.id == id));
                self.choose(For::Attach(at))
            }
            Message::SignedPressed => self.choose(For::Signed),
            Message::DocumentChosen(at) => {
                if let Some((_, what)) = &mut self.files.choosing {
                    *what = For::Attach(at.checked_sub(1));
                }
                Action::None
            }
            Message::Chooser(message) => {
                let Some((chooser, what)) = &mut self.files.choosing else { return Action::None };
                let (wanted, what) = (chooser.update(message), *what);
                self.chooses(wanted, what)
            }
            Message::Attached(case, enclosure) => self.attached(case, *enclosure),
            Message::RemovePressed(blob, document) => self.remove_file(blob, document.as_deref()),
            Message::ViewPressed(blob) => self.look_at_file(blob),
            Message::FormPressed => {
                let Some(work) = &self.work else { return Action::None };
                let what = Viewable::Form(Box::new(work.intake.clone()));
                self.look(Preview::new(what, super::sentence::local(&work.service.name), 1))
            }
            Message::PrintFormPressed => {
                let Some(work) = self.work.as_ref().filter(|_| !self.files.printing) else {
                    return Action::None;
                };
                self.files.printing = true;
                self.files.printed = None;
                Action::PrintForm(Box::new(work.intake.clone()))
            }
            Message::FormPrinted(printed) => {
                self.files.printing = false;
                match printed {
                    Ok(printer) => self.files.printed = Some(printer),
                    Err(problems) => self.files.trouble = problems,
                }
                Action::None
            }
            Message::Preview(message) => {
                let wanted = self.files.preview.as_mut().and_then(|preview| preview.update(message));
                wanted.map_or(Action::None, |wanted| Action::Picture(Box::new(wanted)))
            }
            Message::PreviewClosed => {
                let paper = self.looked_at();
                self.files.preview = None;
                paper.map_or_else(|| self.back_to_field(), |paper| Action::focus(done::look_id(paper)))
            }
            Message::ChooserClosed => {
                self.files.choosing = None;
                self.back_to_field()
            }
        }
    }

    fn choose(&mut self, what: For) -> Action {
        if self.work.is_none()
            || !matches!(self.page, super::Page::Person | super::Page::Form | super::Page::Stops)
        {
            return Action::None;
        }
        let (chooser, wanted) = chooser::State::open();
        self.files.choosing = Some((chooser, what));
        self.files.trouble.clear();
        Action::Choose(wanted)
    }

    fn chooses(&self, wanted: Wanted, what: For) -> Action {
        let (Wanted::File(path), Some(work)) = (&wanted, &self.work) else { return Action::Choose(wanted) };
        let document = match what {
            For::Attach(at) => at.and_then(|at| work.service.documents.get(at)).map(|known| known.id.clone()),
            For::Signed => None,
        };
        Action::Attach(Box::new(work.intake.clone()), path.clone(), document)
    }

    fn attached(&mut self, case: CaseId, enclosure: Outcome<Enclosure>) -> Action {
        // The answer for an intake that was parked meanwhile stands in its draft.
        let Some(work) = self.work.as_mut().filter(|work| work.intake.case == case) else {
            return Action::None;
        };
        let Some((mut chooser, what)) = self.files.choosing.take() else { return Action::None };
        match enclosure {
            // It was to be parked: without this file then.
            Err(problems) if self.parking => {
                self.files.trouble = problems;
                self.save()
            }
            Err(problems) => {
                chooser.refused(problems);
                self.files.choosing = Some((chooser, what));
                Action::None
            }
            Ok(file) => {
                if what == For::Signed {
                    work.intake.signature = Some(Signature::Scanned { blob: file.blob });
                }
                if let Some(document) = &file.document {
                    // What was scanned was seen.
                    work.see_document(document.clone(), true);
                }
                work.intake.enclosures.push(file);
                if self.parking {
                    self.unsaved = true;
                    return self.save();
                }
                self.back_to_field().and(self.changed())
            }
        }
    }

    fn remove_file(&mut self, blob: Digest, document: Option<&str>) -> Action {
        let Some(work) = &mut self.work else { return Action::None };
        let intake = &mut work.intake;
        intake.enclosures.retain(|file| (file.blob, file.document.as_deref()) != (blob, document));
        let gone = !intake.enclosures.iter().any(|file| file.blob == blob);
        if gone && intake.signature == Some(Signature::Scanned { blob }) {
            intake.signature = None;
        }
        self.changed().and(self.back_to_field())
    }

    fn look_at_file(&mut self, blob: Digest) -> Action {
        let Some(work) = &self.work else { return Action::None };
        let Some(file) = work.intake.enclosures.iter().find(|file| file.blob == blob) else {
            return Action::None;
        };
        self.look(Preview::new(Viewable::Enclosure(work.intake.case, blob), file.name.clone(), 1))
    }

    pub(super) fn look(&mut self, preview: Preview) -> Action {
        let picture = Action::Picture(Box::new(preview.wanted()));
        self.files.preview = Some(preview);
        picture.and(Action::focus(preview::PAGE))
    }

    /// Esc: closes what is open here; nothing where nothing is.
    pub(super) fn close_file(&mut self) -> Option<Action> {
        if self.files.choosing.is_some() {
            return Some(self.on_file(Message::ChooserClosed));
        }
        self.files.preview.is_some().then(|| self.on_file(Message::PreviewClosed))
    }

    /// Whether a file is on its way into the draft.
    pub(super) fn reads_file(&self) -> bool {
        self.files.choosing.as_ref().is_some_and(|(chooser, _)| chooser.is_busy())
    }

    /// Whether a file is being chosen or read, so that nothing else may be saved or left.
    pub(super) fn chooses_file(&self) -> bool {
        self.files.choosing.is_some()
    }
}
