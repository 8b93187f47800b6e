//! The mailbox on the screen of the Kreis: what came and waits, what is on its way, and what cannot be opened with the
//! reason; each taken in, refused or put on a stick by one key. Opens and seals nothing itself.

mod cells;

use super::{Action, Message as Whole};
use crate::desk::handover::{Did, ENDING, Letter, Mail, Sent, Taken, Thrown, What};
use crate::desk::look::file_name;
use crate::domain::id::{CaseId, Digest};
use crate::domain::problem::Problem;
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{
    Button, Column, Dialog, button, dialog, panel, primary, small, state, table, text_field,
};
use crate::ui::layout::Space;
use crate::ui::screen::beside::{Outcome, elsewhere, sentence};
use crate::ui::screen::chooser::{self, Wanted as Folder};
use crate::ui::shortcut::Shortcut;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::widget::{container, row};
use iced::{Alignment, FillPortion};
use std::path::PathBuf;

/// Id of the list.
const LIST: &str = "mail";

/// What is shown and typed.
#[derive(Debug, Clone, Default)]
pub struct State {
    mail: Mail,
    selected: Option<usize>,
    reason: String,
    choosing: Option<(chooser::State, For)>,
    busy: bool,
    problems: Vec<Problem>,
}

/// What a file is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// To be taken in.
    TakeIn,
    /// To be made: what goes out of this case.
    Save(CaseId),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// What lies there.
    Loaded(Outcome<Mail>),
    /// A row was chosen.
    Chosen(usize),
    /// Enter on a row.
    Opened(usize),
    /// The chosen one is to be taken in.
    TakePressed,
    /// The chosen one is not taken.
    RefusePressed,
    /// The chosen one is dropped.
    DropPressed,
    /// In the field for the reason.
    ReasonTyped(String),
    /// A file is to be taken in.
    FilePressed,
    /// The chosen one is to be put on a stick.
    SavePressed,
    /// In the choosing.
    Chooser(chooser::Message),
    /// Esc in the choosing.
    ChooserClosed,
    /// It was taken in, or why not.
    Taken(Box<Outcome<Taken>>),
    /// It is done, or why not.
    Done(Outcome<()>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// What lies there.
    Load,
    /// This taken in.
    Take(Digest),
    /// This file taken in.
    TakeFile(PathBuf),
    /// This not taken, for this reason.
    Refuse(Digest, String),
    /// This dropped, for this reason; whether it is meant although another desk can open it.
    Drop(Digest, bool, String),
    /// The sealed file of a case in a file of its own.
    Save(CaseId, PathBuf),
    /// A folder to choose from.
    Choose(Folder),
    /// Said in the status line: what was done.
    Said(String),
}

/// A row: what came, then what went, then what was dropped.
enum Line<'a> {
    In(&'a Letter),
    Out(&'a Sent),
    Thrown(&'a Thrown),
}

impl State {
    fn line(&self, at: usize) -> Option<Line<'_>> {
        let Mail { incoming, outgoing, thrown } = &self.mail;
        let all = incoming.iter().map(Line::In).chain(outgoing.iter().map(Line::Out));
        all.chain(thrown.iter().map(Line::Thrown)).nth(at)
    }

    fn count(&self) -> usize {
        self.mail.incoming.len() + self.mail.outgoing.len() + self.mail.thrown.len()
    }

    fn chosen(&self) -> Option<Line<'_>> {
        self.selected.and_then(|at| self.line(at))
    }

    /// What can be taken in: what is chosen and can be opened.
    fn takes(&self) -> Option<&Letter> {
        match self.chosen()? {
            Line::In(letter) if letter.problem.is_none() => Some(letter),
            _ => None,
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Loaded(Ok(mail)) => {
                self.mail = mail;
                let last = self.count().checked_sub(1);
                self.selected = self.selected.unwrap_or(0).min(last.unwrap_or(0)).into();
                self.selected = self.selected.filter(|_| last.is_some());
            }
            Message::Loaded(Err(problems)) => self.problems = problems,
            Message::Chosen(at) => {
                self.selected = Some(at);
                self.problems.clear();
            }
            Message::Opened(at) => {
                self.selected = Some(at);
                if let Some(Line::Out(sent)) = self.line(at) {
                    return Action::Open(crate::desk::conflict::About::Case(sent.case));
                }
                return self.take();
            }
            Message::TakePressed => return self.take(),
            Message::RefusePressed => {
                let Some(id) = self.takes().map(|letter| letter.id).filter(|_| !self.busy) else {
                    return Action::None;
                };
                self.busy = true;
                return Action::Mail(Wanted::Refuse(id, self.reason.trim().to_owned()));
            }
            Message::DropPressed => {
                let Some(Line::In(letter)) = self.chosen().filter(|_| !self.busy) else {
                    return Action::None;
                };
                let id = letter.id;
                let wanted = Wanted::Drop(id, self.asked(), self.reason.trim().to_owned());
                self.busy = true;
                return Action::Mail(wanted);
            }
            Message::ReasonTyped(text) => self.reason = text,
            Message::FilePressed => return self.choose(chooser::State::open(), For::TakeIn),
            Message::SavePressed => {
                let Some(Line::Out(sent)) = self.chosen() else { return Action::None };
                let name = file_name(&format!("{}.{ENDING}", sent.number));
                let case = sent.case;
                return self.choose(chooser::State::save(name), For::Save(case));
            }
            Message::Chooser(message) => return self.chooses(message),
            Message::ChooserClosed => {
                self.choosing = None;
                return Action::Focus(LIST.to_owned());
            }
            Message::Taken(taken) => match *taken {
                Ok(taken) => return self.done(said(&taken)),
                Err(problems) => self.refused(problems),
            },
            Message::Done(Ok(())) => return self.done(fl!("mail-done")),
            Message::Done(Err(problems)) => self.refused(problems),
        }
        Action::None
    }

    /// Whether it was said already that another desk can open what is chosen.
    fn asked(&self) -> bool {
        self.problems.iter().any(|problem| problem.id == "mail-drop-other-desk")
    }

    fn take(&mut self) -> Action {
        match self.takes().map(|letter| letter.id).filter(|_| !self.busy) {
            Some(id) => {
                self.busy = true;
                Action::Mail(Wanted::Take(id))
            }
            None => Action::None,
        }
    }

    fn choose(&mut self, (chooser, wanted): (chooser::State, Folder), what: For) -> Action {
        self.problems.clear();
        self.choosing = Some((chooser, what));
        Action::Mail(Wanted::Choose(wanted))
    }

    fn chooses(&mut self, message: chooser::Message) -> Action {
        let Some((chooser, what)) = &mut self.choosing else { return Action::None };
        Action::Mail(match (chooser.update(message), *what) {
            (Folder::File(path), For::TakeIn) => Wanted::TakeFile(path),
            (Folder::File(path), For::Save(case)) => Wanted::Save(case, path),
            (wanted, _) => Wanted::Choose(wanted),
        })
    }

    /// What was refused is told where it was asked for.
    fn refused(&mut self, problems: Vec<Problem>) {
        self.busy = false;
        match &mut self.choosing {
            Some((chooser, _)) => chooser.refused(problems),
            None => self.problems = problems,
        }
    }

    fn done(&mut self, said: String) -> Action {
        self.busy = false;
        self.choosing = None;
        self.reason.clear();
        self.problems.clear();
        Action::All(vec![Action::Mail(Wanted::Said(said)), Action::Load, Action::Focus(LIST.to_owned())])
    }

    /// Whether a file is being chosen.
    pub fn asks(&self) -> bool {
        self.choosing.is_some()
    }

    /// What a command of the window is here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Finish if self.asks() => Some(Message::Chooser(chooser::Message::Taken)),
            Shortcut::Escape if self.asks() => Some(Message::ChooserClosed),
            Shortcut::Attach if !self.asks() => Some(Message::FilePressed),
            _ => None,
        }
    }

    /// The dialog, where a file is chosen.
    pub fn dialog(&self, room: Space) -> Option<Dialog<'_, Whole>> {
        let (chooser, what) = self.choosing.as_ref()?;
        let heading = match what {
            For::TakeIn => fl!("mail-open-file"),
            For::Save(_) => fl!("mail-save-file"),
        };
        let (go, ready) = chooser.deed();
        let wrap = |message| Whole::Mail(Message::Chooser(message));
        let take = ready.then_some(wrap(chooser::Message::Taken));
        let confirm = primary(go).id("chooser-go").keys(Shortcut::Finish.keys()).on_press_maybe(take);
        let close = Whole::Mail(Message::ChooserClosed);
        let cancel = button(fl!("cancel")).id("chooser-cancel").on_press(close.clone());
        let inside = chooser.view(room).map(wrap);
        let tall = chooser::fills(room);
        Some(dialog(heading, inside, close).width(760.0).tall(tall).button(confirm).button(cancel))
    }

    /// The list, with what can be done with the chosen one.
    pub fn view(&self, room: Space) -> Element<'_, Whole> {
        let titles = vec![
            Column::new(fl!("mail-what"), FillPortion(4)),
            Column::new(fl!("mail-office"), FillPortion(3)),
            Column::new(fl!("mail-case"), 190),
            Column::new(fl!("mail-since"), 110),
            Column::new(fl!("mail-state"), FillPortion(3)),
        ];
        let rows = table(LIST, fl!("mail-title"), titles, self.count(), |at| self.cells(at))
            .select(self.selected, |at| Whole::Mail(Message::Chosen(at)))
            .on_open(|at| Whole::Mail(Message::Opened(at)))
            .empty(fl!("mail-none"))
            .whole()
            .fit(room, room.middle(0.0, 0.0) - 48.0);
        let mut card = panel().title(fl!("mail-title")).spacing(space::M);
        for problem in elsewhere(&self.problems, &[]) {
            card = card.push(problem);
        }
        card = card.push(rows);
        match self.chosen() {
            Some(Line::In(letter)) => card = self.about(card, letter),
            Some(Line::Out(sent)) => {
                let why = sent.note.as_ref().map(|word| {
                    state(words::text(&format!("mail-note-{}", word.replace('_', "-"))), Tone::Warning)
                });
                card = card.push(why);
            }
            Some(Line::Thrown(thrown)) => {
                let (by, reason) = (thrown.by.clone(), thrown.reason.clone());
                card = card.push(small(if reason.is_empty() {
                    fl!("mail-thrown-elsewhere", by = by, desk = thrown.desk.clone())
                } else {
                    fl!("mail-says", by = by, reason = reason)
                }));
            }
            None => {}
        }
        let free = !self.busy;
        let takes = self.takes().is_some();
        let take = primary(fl!("mail-take-in")).id("mail-take");
        let take = take.on_press_maybe((free && takes).then_some(Whole::Mail(Message::TakePressed)));
        let out = matches!(self.chosen(), Some(Line::Out(_)));
        let save = button(fl!("mail-save-file")).id("mail-save");
        let save = save.on_press_maybe((free && out).then_some(Whole::Mail(Message::SavePressed)));
        let open = button(fl!("mail-open-file")).id("mail-open").keys(Shortcut::Attach.keys());
        let open = open.on_press_maybe(free.then_some(Whole::Mail(Message::FilePressed)));
        card.push(row![Element::from(take), Element::from(open), save].spacing(space::S).wrap()).into()
    }

    /// What the chosen one says, why it cannot be opened, and the way to refuse it.
    fn about<'a>(
        &'a self,
        mut card: crate::ui::control::Panel<'a, Whole>,
        letter: &Letter,
    ) -> crate::ui::control::Panel<'a, Whole> {
        let why = letter.problem.as_ref().map(|problem| state(sentence(problem), Tone::Warning));
        card = card.push(why);
        let Some(inside) = &letter.inside else {
            let label = if self.asked() { fl!("mail-throw-away-even-so") } else { fl!("mail-throw-away") };
            let drop = button(label).id("mail-drop");
            return card.push(self.with_reason(fl!("mail-throw-away-why"), drop, Message::DropPressed));
        };
        if !inside.reason.is_empty() {
            let said = fl!("mail-says", by = inside.by.clone(), reason = inside.reason.clone());
            card = card.push(small(said));
        }
        if inside.what != What::Handover {
            return card;
        }
        let refuse = button(fl!("mail-refuse")).id("mail-refuse");
        card.push(self.with_reason(fl!("mail-refuse-why"), refuse, Message::RefusePressed))
    }

    /// A reason, and the button that wants one.
    fn with_reason<'a>(
        &'a self,
        label: String,
        deed: Button<'a, Whole>,
        pressed: Message,
    ) -> Element<'a, Whole> {
        let reason = text_field("mail-reason", &self.reason, |text| Whole::Mail(Message::ReasonTyped(text)))
            .label(label);
        let ready = !self.busy && !self.reason.trim().is_empty();
        let deed = deed.on_press_maybe(ready.then_some(Whole::Mail(pressed)));
        let line = row![Element::from(container(reason).max_width(420.0)), Element::from(deed)];
        line.spacing(space::M).align_y(Alignment::End).wrap().into()
    }
}

/// What taking in did.
fn said(taken: &Taken) -> String {
    let (number, office) = (taken.number.clone(), taken.office.clone());
    match taken.did {
        Did::Opened => fl!("mail-taken", number = number, office = office),
        Did::Added => fl!("mail-added", number = number, office = office),
        Did::Answered => fl!("mail-answered", number = number, office = office),
        Did::Known => fl!("mail-known", number = number, office = office),
    }
}
