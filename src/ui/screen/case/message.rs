//! What happens on the screen of a case, and what it wants of the desk. Does nothing.

use super::over::{self, Kind};
use super::{correct, files};
use crate::desk::begun::Begun;
use crate::desk::bodies::NoticeStep;
use crate::desk::case::Sheet;
use crate::desk::correct::Wanted;
use crate::desk::duplicate::Duplicated;
use crate::desk::intake::Settlement;
use crate::desk::look::Viewable;
use crate::desk::print::{Printer, Wish};
use crate::desk::procedure::{Ask, Intends};
use crate::desk::revoke::IntendsToRevoke;
use crate::desk::signed::Signing;
use crate::domain::decide::{Command, Revoke};
use crate::domain::id::{CaseId, FollowUpId, PaperId, PersonId};
use crate::ui::screen::beside::Outcome;
use crate::ui::screen::counter::outcome::Action as FormAction;
use crate::ui::screen::{chooser, preview};
use chrono::NaiveDate;
use iced::widget::Id;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The case is here.
    Loaded(Box<Outcome<Sheet>>),
    /// The case is here again after something was done in it; the control that had the keyboard before.
    LoadedAfter(Option<Id>, Box<Outcome<Sheet>>),
    /// Something is to be entered first.
    OverOpened(Kind),
    /// In the dialog.
    Over(over::Message),
    /// Enter or the button in the dialog.
    OverConfirmed,
    /// Esc in the dialog.
    OverClosed,
    /// Nobody acts for the applicant any more.
    ProxyEnded,
    /// Something is to be done at once.
    DoPressed(Box<Command>),
    /// The user takes the case.
    TakePressed,
    /// A paper of the procedure is to be issued: a receipt to be signed, a certificate.
    OwnPaperPressed(&'static str),
    /// The decision is to be taken back or revoked.
    RevokePressed,
    /// A document is there.
    DocumentTicked(String),
    /// A reminder has served.
    FollowUpDone(FollowUpId),
    /// Something was done, or why not.
    Done(Outcome<()>),
    /// The answers are to be corrected.
    CorrectPressed,
    /// In the correction.
    Correct(correct::Message),
    /// The draft of a correction that was left is saved or thrown away.
    Kept(Outcome<()>),
    /// A duplicate was issued, or why not.
    Duplicated(Outcome<Duplicated>),
    /// A paper was chosen.
    PaperChosen(usize),
    /// A paper is to be looked at.
    PaperOpened(usize),
    /// A paper is to be printed: the chosen one.
    PrintPressed,
    /// A paper is to be saved: the chosen one.
    SavePressed,
    /// The case goes to another office, or back to the one that it came from.
    HandOverPressed,
    /// The sealed file is to be saved.
    BundlePressed,
    /// The system's printers.
    PrintersFound(PaperId, Outcome<(Vec<Printer>, Option<Wish>)>),
    /// A paper is in the print queue.
    PrintAsked(Outcome<()>),
    /// Something changed elsewhere.
    Stale,
    /// About receiving bodies.
    Bodies(super::bodies::Message),
    /// About the files.
    File(files::Message),
    /// In the preview.
    Preview(preview::Message),
    /// Enough seen.
    PreviewClosed,
    /// A person is to be shown.
    PersonPressed(PersonId),
    /// Back to the list.
    BackPressed,
    /// To how far the procedure is.
    ProcedurePressed,
    /// The case once more.
    ReadAgain(Box<Outcome<Sheet>>),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several of these.
    All(Vec<Action>),
    /// The case.
    Load(CaseId),
    /// The case once more, after something was done in it.
    LoadAfter(CaseId),
    /// The case once more, for somebody who has it before their eyes.
    LoadAgain(CaseId),
    /// Something done to it.
    Do(CaseId, Box<Command>),
    /// Several things done to it, all or none.
    DoAll(CaseId, Vec<Command>),
    /// What is missing asked for.
    Ask(CaseId, Ask),
    /// The applicant heard.
    Hear(CaseId, Intends),
    /// More time taken to decide, for this reason; longer than the period itself only where it is said that this was looked at.
    Extend(CaseId, NaiveDate, String, bool),
    /// Whoever was granted something heard before it is taken back or revoked.
    HearBefore(CaseId, IntendsToRevoke),
    /// The decision taken back or revoked.
    Revoke(CaseId, Box<Revoke>),
    /// A reminder.
    FollowUp(CaseId, NaiveDate, String),
    /// It handed over to the office that decides it, for this reason.
    HandOver(CaseId, String),
    /// It given back: decided, or undecided for this reason.
    GiveBack(CaseId, Option<String>),
    /// What is owed settled.
    Settle(CaseId, Settlement),
    /// One more paper, by its kind in the service.
    Issue(CaseId, String),
    /// A duplicate of a lost paper, its fee settled like this.
    Duplicate(CaseId, PaperId, Settlement),
    /// What these answers would change.
    LookAtCorrection(CaseId, BTreeMap<String, Value>),
    /// Wrong answers corrected.
    Correct(CaseId, Box<Wanted>),
    /// To be told in a moment that the draft of the correction is to be saved.
    RestCorrection,
    /// The draft of a correction saved, while it is worked at or as it is left.
    KeepCorrection(Box<Begun>, bool),
    /// The draft of a correction thrown away.
    DropCorrection(CaseId),
    /// What the form of a correction wants.
    Form(FormAction),
    /// The system's printers, to print this paper.
    Printers(PaperId),
    /// A paper printed.
    Print(PaperId, Wish),
    /// Said in the status line: it goes to the printer.
    SaidPrinting,
    /// A folder to choose from.
    Choose(chooser::Wanted),
    /// A file attached, as one of the service's documents or freely.
    Attach(CaseId, PathBuf, Option<String>),
    /// A paper or file saved in a file of its own.
    SaveCopy(Box<Viewable>, PathBuf),
    /// A paper saved with an electronic signature.
    SaveSigned(PaperId, Box<Signing>, PathBuf),
    /// The certificate that was last signed with at this desk.
    RecallCertificate,
    /// Packages for receiving bodies written into a new folder.
    WriteNotices(CaseId, PathBuf),
    /// A package that waits for a body taken back, for this reason.
    WithdrawNotice(CaseId, String, String),
    /// Noted what became of packages.
    NoteNotices(CaseId, Vec<String>, NoticeStep),
    /// A page as a picture.
    Picture(preview::Wanted),
    /// People by what was typed.
    FindPerson(String),
    /// This person acts for the applicant.
    Appoint(CaseId, PersonId),
    /// Nobody acts for the applicant any more.
    EndProxy(CaseId),
    /// A person to be shown.
    Person(PersonId),
    /// Back to the list.
    Back,
    /// Said in the status line: nobody is to be told anything now.
    SaidNothingToTell,
    /// Said in the status line: done.
    SaidDone,
    /// The keyboard at this control.
    Focus(&'static str),
    /// The keyboard at the first of these controls that is there.
    FocusFirst(Vec<Id>),
    /// The keyboard at this control, where something is to be mended.
    Mend(&'static str),
}
