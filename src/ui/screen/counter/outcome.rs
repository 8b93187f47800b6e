//! What the counter wants done and what comes back: plain data between the screen and whoever does it.

use crate::desk::intake::Intake;
use crate::domain::id::{CaseId, PaperId, PersonId};
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::ui::screen::{chooser, preview};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the counter wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Nothing more.
    None,
    /// Several, in their order.
    All(Vec<Action>),
    /// An empty intake for a service, by slug.
    Begin(String),
    /// The parked drafts.
    LoadDrafts,
    /// A parked draft to go on with.
    OpenDraft(CaseId),
    /// A draft thrown away.
    DiscardDraft(CaseId),
    /// People and businesses by what was typed.
    FindPerson(String),
    /// Everything that is known of somebody.
    LoadPerson(PersonId),
    /// Somebody changed, as the form says, and then everything that is known of them.
    ChangePerson(PersonId, BTreeMap<String, String>),
    /// Who is likely the same as somebody to be entered.
    SimilarPersons(BTreeMap<String, String>),
    /// To be told after about a second: [`super::Message::Paused`].
    Wait,
    /// The intake saved as a draft.
    SaveDraft(Box<Intake>),
    /// Earlier cases of a person for a service.
    EarlierCases(String, PersonId),
    /// The answers of an earlier case.
    CopyAnswers(CaseId),
    /// The intake filed.
    File(Box<Intake>),
    /// A folder to choose a file from.
    Choose(chooser::Wanted),
    /// A file attached to the intake, as one of the service's documents or freely.
    Attach(Box<Intake>, PathBuf, Option<String>),
    /// A page as a picture.
    Picture(Box<preview::Wanted>),
    /// The form of the intake printed, to be signed.
    PrintForm(Box<Intake>),
    /// Papers printed.
    Print(Vec<PaperId>),
    /// Said in the status line: so many papers go to the printer.
    SaidPrinting(usize),
    /// A case opened.
    OpenCase(CaseId),
    /// The keyboard at the control with this id.
    Focus(String),
    /// The keyboard at the control with this id, where something is to be mended.
    Mend(String),
    /// The keyboard at the next control.
    FocusNext,
    /// What has the keyboard in sight.
    Reveal,
}

impl Action {
    /// This and then that.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, action) | (action, Self::None) => action,
            (Self::All(mut all), Self::All(more)) => {
                all.extend(more);
                Self::All(all)
            }
            (Self::All(mut all), action) => {
                all.push(action);
                Self::All(all)
            }
            (action, Self::All(mut all)) => {
                all.insert(0, action);
                Self::All(all)
            }
            (one, two) => Self::All(vec![one, two]),
        }
    }

    /// The keyboard at a control.
    pub fn focus(id: impl Into<String>) -> Self {
        Self::Focus(id.into())
    }

    /// The keyboard at a control where something is to be mended.
    pub fn mend(id: impl Into<String>) -> Self {
        Self::Mend(id.into())
    }
}

/// What came of it, or everything that is against it.
pub type Outcome<T> = Result<T, Vec<Problem>>;

/// A parked draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// The id that the case will have.
    pub id: CaseId,
    /// Slug of the service.
    pub service: String,
    /// The applicant's name; empty while there is none.
    pub person: String,
    /// When it was last saved, at the counter's clock.
    pub saved_at: NaiveDateTime,
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Birth date as stored, `1987-03-14`; empty where unknown.
    pub birth: String,
    /// Street with number, place; never shown where the address is blocked.
    pub address: String,
    /// Message ids of what fits.
    pub why: Vec<String>,
    /// Whether the address must not be told (§ 51 BMG).
    pub blocked: bool,
}

/// An earlier case whose answers can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Which.
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// When it came in.
    pub received_on: NaiveDate,
    /// What it was about.
    pub subject: String,
}

/// What filing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Number of the receipt, if money was taken.
    pub receipt: Option<String>,
    /// What goes back, if cash was handed over.
    pub change: Option<Cents>,
    /// Papers, in the order in which they are handed over.
    pub papers: Vec<FiledPaper>,
}

/// A paper that filing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledPaper {
    /// Identity.
    pub id: PaperId,
    /// What it is called.
    pub title: String,
    /// Pages.
    pub pages: u16,
}
