//! The files of a case: attached, looked at, saved; papers are saved in the same way. Reads and writes none itself.

use super::history::outdated;
use super::signing;
use super::{Action, Message as Whole, State};
use crate::desk::case::Sheet;
use crate::desk::look::Viewable;
use crate::domain::case::{Attachment, Signature};
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Dialog, badge, body, button, choice, link, panel, small, toned};
use crate::ui::layout::Space;
use crate::ui::screen::beside::local;
use crate::ui::screen::chooser::{self, Wanted};
use crate::ui::screen::preview::{self, Preview};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{column, row};
use iced::{Alignment, Fill, Length};

/// A file or a place that is being chosen.
#[derive(Debug, Clone)]
pub(super) struct Choosing {
    chooser: chooser::State,
    what: For,
    /// The signature behind a paper, where whoever saves it may sign.
    signing: Option<signing::State>,
}

/// What for.
#[derive(Debug, Clone)]
enum For {
    /// To attach, as the service's document with this index, or freely.
    Attach(Option<usize>),
    /// To save this.
    Save(Box<Viewable>),
    /// To write the packages for receiving bodies into a new folder of this name.
    Notices,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A file is to be attached, as this document or freely.
    AttachPressed(Option<String>),
    /// What the file is: the first is none of the service's documents.
    DocumentChosen(usize),
    /// A file is to be looked at.
    ViewPressed(Digest),
    /// A file is to be saved.
    SavePressed(Digest),
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// About the signature.
    Sign(signing::Message),
}

impl State {
    pub(super) fn on_file(&mut self, message: Message) -> Action {
        match message {
            Message::AttachPressed(document) => {
                let documents = self.sheet.iter().flat_map(|sheet| &sheet.service.documents);
                let at = document.and_then(|id| documents.into_iter().position(|known| known.id == id));
                self.choose(chooser::State::open(), For::Attach(at))
            }
            Message::DocumentChosen(at) => {
                if let Some(Choosing { what: For::Attach(document), .. }) = &mut self.choosing {
                    *document = at.checked_sub(1);
                }
                Action::None
            }
            Message::ViewPressed(blob) => self.look_at(blob),
            Message::SavePressed(blob) => {
                let Some(file) = self.attachment(blob) else { return Action::None };
                let name = file.name.clone();
                self.save_as(Viewable::Attachment(self.id, blob), name)
            }
            Message::Chooser(message) => {
                let Some(choosing) = &mut self.choosing else { return Action::None };
                let wanted = choosing.chooser.update(message);
                self.chooses(wanted)
            }
            Message::ChooserClosed => {
                self.choosing = None;
                Action::None
            }
            Message::Sign(message) => {
                let signing = self.choosing.as_mut().filter(|choosing| !choosing.chooser.is_busy());
                let signing = signing.and_then(|choosing| choosing.signing.as_mut());
                let place = signing.and_then(|signing| signing.update(message));
                place.map_or(Action::None, Action::Focus)
            }
        }
    }

    /// Asks where something is to be saved.
    pub(super) fn save_as(&mut self, what: Viewable, name: String) -> Action {
        let signs = matches!(what, Viewable::Paper(_)) && self.may("copy_signed");
        let chooses = self.choose(chooser::State::save(name), For::Save(Box::new(what)));
        match &mut self.choosing {
            Some(choosing) if signs => {
                choosing.signing = Some(signing::State::default());
                Action::All(vec![chooses, Action::RecallCertificate])
            }
            _ => chooses,
        }
    }

    /// Asks where the packages for receiving bodies are to be written.
    pub(super) fn save_notices(&mut self, name: String) -> Action {
        self.choose(chooser::State::save_folder(name), For::Notices)
    }

    fn choose(&mut self, (chooser, wanted): (chooser::State, Wanted), what: For) -> Action {
        self.problems.clear();
        self.choosing = Some(Choosing { chooser, what, signing: None });
        Action::Choose(wanted)
    }

    fn chooses(&mut self, wanted: Wanted) -> Action {
        let (Wanted::File(path), Some(choosing)) = (&wanted, &mut self.choosing) else {
            return Action::Choose(wanted);
        };
        match &choosing.what {
            For::Attach(at) => {
                let documents = self.sheet.as_ref().map(|sheet| &sheet.service.documents);
                let document = at.and_then(|at| documents?.get(at)).map(|document| document.id.clone());
                Action::Attach(self.id, path.clone(), document)
            }
            For::Save(what) => {
                match (&**what, choosing.signing.as_ref().map_or(Ok(None), signing::State::wanted)) {
                    (_, Err(problems)) => self.chooser_refused(problems),
                    (Viewable::Paper(paper), Ok(Some(signing))) => {
                        Action::SaveSigned(*paper, Box::new(signing), path.clone())
                    }
                    _ => Action::SaveCopy(what.clone(), path.clone()),
                }
            }
            For::Notices => Action::WriteNotices(self.id, path.clone()),
        }
    }

    /// Whether something that was chosen is being read or written.
    pub(super) fn chooser_waits(&self) -> bool {
        self.choosing.as_ref().is_some_and(|choosing| choosing.chooser.is_busy())
    }

    /// What was refused is told in the choosing, and something else can be chosen.
    pub(super) fn chooser_refused(&mut self, problems: Vec<Problem>) -> Action {
        let Some(choosing) = &mut self.choosing else { return Action::None };
        let (rest, place) = match &mut choosing.signing {
            Some(signing) => signing.refused(problems),
            None => (problems, None),
        };
        choosing.chooser.refused(rest);
        place.map_or(Action::None, Action::Focus)
    }

    fn attachment(&self, blob: Digest) -> Option<&Attachment> {
        self.sheet.as_ref()?.case.attachments.iter().find(|file| file.blob == blob)
    }

    fn look_at(&mut self, blob: Digest) -> Action {
        let Some(name) = self.attachment(blob).map(|file| file.name.clone()) else { return Action::None };
        let preview = Preview::new(Viewable::Attachment(self.id, blob), name, 1);
        let picture = Action::Picture(preview.wanted());
        self.preview = Some(preview);
        Action::All(vec![picture, Action::Focus(preview::PAGE)])
    }

    /// The dialog, where something is being chosen.
    pub(super) fn chooser_dialog(&self, sheet: &Sheet, room: Space) -> Option<Dialog<'_, Whole>> {
        let choosing = self.choosing.as_ref()?;
        let room = choosing.signing.as_ref().map_or(room, |signing| signing.leaves(room));
        let height = if chooser::fills(room) { Fill } else { Length::Shrink };
        let old = match &choosing.what {
            For::Save(what) => match **what {
                Viewable::Paper(paper) => outdated(sheet, paper),
                _ => None,
            },
            For::Attach(_) | For::Notices => None,
        };
        let old = column![].push(old.map(|words| toned(words, Tone::Warning)));
        let (heading, document) = match &choosing.what {
            For::Save(_) => (fl!("case-save-title"), None),
            For::Notices => (fl!("bodies-write-title"), None),
            For::Attach(at) => {
                let names = sheet.service.documents.iter().map(|document| local(&document.label));
                let names: Vec<String> = std::iter::once(fl!("file-free")).chain(names).collect();
                let chosen = Some(at.map_or(0, |at| at + 1));
                let document =
                    choice("file-document", names, chosen, |at| Whole::File(Message::DocumentChosen(at)));
                (fl!("file-attach-title"), Some(document.label(fl!("file-what"))))
            }
        };
        let inside = choosing.chooser.view(room).map(|message| Whole::File(Message::Chooser(message)));
        let wrap: fn(chooser::Message) -> Whole = |message| Whole::File(Message::Chooser(message));
        let signs: fn(signing::Message) -> Whole = |message| Whole::File(Message::Sign(message));
        let sign = choosing.signing.as_ref();
        let sign = sign.map(|signing| signing.view(signs, wrap(chooser::Message::Taken)));
        let inside = column![old, inside].push(document.map(Element::from)).push(sign);
        let inside = inside.spacing(space::M).height(height);
        let go = (choosing.chooser.deed().0, wrap);
        Some(choosing.chooser.dialog_with(heading, inside, room, go, Whole::File(Message::ChooserClosed)))
    }

    /// The files, with what can be done with them.
    pub(super) fn files<'a>(&self, sheet: &Sheet) -> Element<'a, Whole> {
        let rows = sheet.case.attachments.iter().map(|file| file_row(sheet, file));
        let none = sheet.case.attachments.is_empty().then(|| small(fl!("file-none")));
        let attach = self.may("attachment_added").then(|| {
            button(fl!("file-attach"))
                .id("case-attach")
                .keys(Shortcut::Attach.keys())
                .on_press(Whole::File(Message::AttachPressed(None)))
        });
        panel()
            .title(fl!("file-title"))
            .push(column(rows).push(none).spacing(space::XS).width(Fill))
            .push(row![].push(attach))
            .into()
    }
}

fn file_row<'a>(sheet: &Sheet, file: &Attachment) -> Element<'a, Whole> {
    let document = file.document.as_ref().map(|id| {
        let known = sheet.service.documents.iter().find(|known| known.id == *id);
        small(known.map_or_else(|| id.clone(), |known| local(&known.label)))
    });
    let signed = matches!(sheet.case.opened.signature, Signature::Scanned { blob } if blob == file.blob);
    let signed = signed.then(|| badge(fl!("file-signed"), Tone::Good));
    let look = link(fl!("case-look"))
        .id(format!("file-view.{}", file.blob))
        .says(fl!("file-view-this", name = file.name.clone()))
        .on_press(Whole::File(Message::ViewPressed(file.blob)));
    let save = link(fl!("case-save"))
        .id(format!("file-save.{}", file.blob))
        .says(fl!("file-save-this", name = file.name.clone()))
        .on_press(Whole::File(Message::SavePressed(file.blob)));
    let line = row![body(file.name.clone()), small(words::bytes(file.size))].push(document).push(signed);
    line.push(Element::from(look))
        .push(Element::from(save))
        .spacing(space::M)
        .align_y(Alignment::Center)
        .wrap()
        .into()
}
