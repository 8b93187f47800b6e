//! The count: a field for each coin and note, what goes to the bank, and the difference as it stands. Closes nothing.

mod view;

use super::Action;
use crate::desk::till::{Counting, DENOMINATIONS, Pieces, Till, Wanted, pieces};
use crate::domain::id::ClosingId;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::ui::control::read_date;
use crate::ui::screen::beside::Outcome;
use chrono::NaiveDate;

/// The first field.
pub const FIRST: &str = "count-50000";

/// Ids of the fields, by coin and note.
const IDS: [&str; 15] = [
    FIRST,
    "count-20000",
    "count-10000",
    "count-5000",
    "count-2000",
    "count-1000",
    "count-500",
    "count-200",
    "count-100",
    "count-50",
    "count-20",
    "count-10",
    "count-5",
    "count-2",
    "count-1",
];

/// Fields of the desk that this form shows, so that their problems stand at them.
const FIELDS: [&str; 8] = ["terminal", "delivered", "opening", "since", "reason", "mistake", "second", "pin"];

/// The first field, in the order of the form, that something is wrong with.
pub fn first_wrong(problems: &[Problem]) -> Option<&'static str> {
    IDS.into_iter().chain(FIELDS).find(|id| problems.iter().any(|problem| problem.field == *id))
}

/// A field that is no coin and no note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What the card terminal says.
    Terminal,
    /// What goes to the bank.
    Delivered,
    /// The change at the beginning, of a first closing.
    Opening,
    /// From which day on receipts count, of a first closing.
    Since,
    /// Why there is a difference.
    Reason,
    /// What was wrong with the closing that is corrected.
    Mistake,
    /// The second person.
    Second,
    /// Their PIN.
    Pin,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// So many pieces of this coin or note.
    Counted(usize, String),
    /// In another field.
    Typed(Field, String),
    /// The desk for which this till goes on is at work elsewhere.
    Alone(bool),
}

impl Message {
    /// Whether what was wrong with this field is over: something else stands there now, or the difference is another one.
    pub fn mends(&self, wrong: &str) -> bool {
        match self {
            Self::Counted(at, _) => wrong == "reason" || IDS.get(*at).is_some_and(|id| *id == wrong),
            Self::Typed(field, _) => {
                let counts = matches!(field, Field::Terminal | Field::Opening | Field::Since);
                FIELDS[*field as usize] == wrong || (counts && wrong == "reason")
            }
            Self::Alone(_) => wrong == "reason",
        }
    }
}

/// What is counted.
#[derive(Debug, Clone)]
pub struct Form {
    /// The closing that it becomes: pressed twice it is one.
    pub id: ClosingId,
    till: Till,
    corrects: bool,
    today: NaiveDate,
    counted: [String; 15],
    texts: [String; 8],
    /// As it was ticked, of a first closing that goes on for another desk.
    alone: Option<bool>,
}

impl Form {
    /// Nothing counted yet.
    pub fn new(id: ClosingId, till: Till, corrects: bool, today: NaiveDate) -> Self {
        Self {
            id,
            till,
            corrects,
            today,
            counted: Default::default(),
            texts: Default::default(),
            alone: None,
        }
    }

    /// What is kept of it while one does something else: all but the PIN, if anything is typed.
    pub fn to_keep(&self) -> Option<Self> {
        let mut kept = self.clone();
        kept.texts[Field::Pin as usize].clear();
        let typed = kept.counted.iter().chain(&kept.texts).any(|text| !text.trim().is_empty());
        (typed || kept.alone.is_some()).then_some(kept)
    }

    /// Whether it counts this till still: nobody has closed it meanwhile, and it is counted for the same.
    pub fn is_of(&self, till: &Till, corrects: bool) -> bool {
        let last = |till: &Till| till.last.as_ref().map(|last| last.row.id);
        (self.till.code.as_str(), last(&self.till), self.corrects)
            == (till.code.as_str(), last(till), corrects)
    }

    /// The same count, of the till as it stands now.
    #[must_use]
    pub fn goes_on(self, till: Till, today: NaiveDate) -> Self {
        Self { till, today, ..self }
    }

    /// Takes a message in; whether it changes what has to be counted.
    pub fn take(&mut self, message: Message) -> bool {
        let wanted = self.wanted();
        match message {
            Message::Counted(at, text) => {
                if let Some(counted) = self.counted.get_mut(at) {
                    *counted = text;
                }
            }
            Message::Typed(field, text) => self.texts[field as usize] = text,
            Message::Alone(alone) => self.alone = Some(alone),
        }
        self.wanted() != wanted
    }

    /// From which day on a first closing counts, as far as it can be read.
    fn since(&self) -> Option<NaiveDate> {
        read_date(self.text(Field::Since).trim(), self.today).filter(|_| self.is_first())
    }

    /// What is counted.
    fn wanted(&self) -> Wanted {
        Wanted { corrects: self.corrects, since: self.since(), alone: self.alone }
    }

    /// How the till stands is to be asked again.
    pub fn recount(&self) -> Action {
        Action::Recount(self.wanted())
    }

    /// That is how it stands, unless something else is wanted meanwhile.
    pub fn recounted(&mut self, till: Till, wanted: Wanted) {
        if wanted == self.wanted() {
            self.till = till;
        }
    }

    fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    fn is_first(&self) -> bool {
        self.till.last.is_none()
    }

    /// Coins and notes as far as they can be read.
    fn pieces(&self) -> Vec<Pieces> {
        let read = |(value, text): (&Cents, &String)| {
            Some(Pieces { value: *value, pieces: pieces("", text).ok()? }).filter(|read| read.pieces > 0)
        };
        DENOMINATIONS.iter().zip(&self.counted).filter_map(read).collect()
    }

    /// An amount; nothing where nothing is typed.
    fn amount(&self, field: Field, name: &str) -> Result<Option<Cents>, Box<Problem>> {
        let text = self.text(field).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || Box::new(Problem::error(name, "till-amount-form").with("value", text));
        Cents::parse(text).map(Some).ok_or_else(wrong)
    }

    fn expected(&self) -> Cents {
        let opening = self.amount(Field::Opening, "").ok().flatten().filter(|_| self.is_first());
        let begun = self.till.expected() - self.till.opening;
        begun + opening.unwrap_or(self.till.opening)
    }

    /// What is typed, and the second person's login and PIN; or everything that cannot be read.
    pub fn read(&self) -> Outcome<(Counting, Option<(String, String)>)> {
        let mut problems: Vec<Problem> = Vec::new();
        for (id, text) in IDS.iter().zip(&self.counted) {
            problems.extend(pieces(id, text).err().map(|problem| *problem));
        }
        let mut amount = |field, name| {
            self.amount(field, name).unwrap_or_else(|problem| {
                problems.push(*problem);
                None
            })
        };
        let terminal = amount(Field::Terminal, "terminal");
        let delivered = amount(Field::Delivered, "delivered").unwrap_or_default();
        let opening = amount(Field::Opening, "opening").filter(|_| self.is_first());
        let typed = self.text(Field::Since).trim();
        let since = self.since();
        if self.is_first() && !typed.is_empty() && since.is_none() {
            problems.push(Problem::error("since", "problem-date"));
        }
        let last = self.till.last.as_ref().map(|last| last.row.number);
        let counting = Counting {
            counted: self.pieces(),
            terminal,
            reason: self.text(Field::Reason).to_owned(),
            delivered,
            opening,
            since,
            alone: self.alone.filter(|_| self.is_first()),
            corrects: last.filter(|_| self.corrects),
            mistake: self.text(Field::Mistake).to_owned(),
        };
        let (login, pin) = (self.text(Field::Second).trim(), self.text(Field::Pin));
        let second = (!login.is_empty()).then(|| (login.to_owned(), pin.to_owned()));
        if problems.is_empty() { Ok((counting, second)) } else { Err(problems) }
    }
}
