//! How long a closed case is kept, and what stands in the way of destroying it although that time is over. Pure.

use crate::domain::case::{Case, Hold};
use crate::domain::explain::{Explanation, Step};
use crate::domain::problem::{Problem, Refusal};
use chrono::{Datelike as _, NaiveDate};

/// What a term counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The case was closed.
    CaseClosed,
    /// The business was given up.
    BusinessClosed,
    /// The council adopted the accounts of the year (§ 59 KomHVO NRW).
    AccountsAdopted,
    /// The last was written of what never became a case: nothing else happens to it.
    LastWritten,
}

impl Start {
    /// By the name in services.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "case_closed" => Some(Self::CaseClosed),
            "business_closed" => Some(Self::BusinessClosed),
            "accounts_adopted" => Some(Self::AccountsAdopted),
            _ => None,
        }
    }

    /// What says that it has happened, and what asks for it.
    fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::CaseClosed => ("retention-closed", "retention-open"),
            Self::BusinessClosed => ("retention-business", "retention-no-business"),
            Self::AccountsAdopted => ("retention-accounts", "retention-no-accounts"),
            Self::LastWritten => ("retention-void", "retention-open"),
        }
    }
}

/// How long files of an entry of the filing plan are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    /// The entry's number: `32.10`.
    pub plan: String,
    /// What that counts from.
    pub from: Start,
    /// How many years, from the end of the year in which that happened.
    pub years: u16,
    /// Where that is taken from.
    pub law: String,
}

/// The term of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// How long.
    pub keeping: Keeping,
    /// When the case was closed.
    pub closed_on: NaiveDate,
    /// When what the term counts from happened.
    pub began_on: NaiveDate,
    /// First day of the term: 1 January of the year after.
    pub begins: NaiveDate,
    /// Last day of the term. It is no deadline: it moves over no weekend.
    pub last_day: NaiveDate,
}

impl Term {
    /// The term of a case that was closed on one day, where what it counts from happened on the other; nothing where the
    /// calendar ends.
    pub fn of(keeping: &Keeping, closed_on: NaiveDate, began_on: NaiveDate) -> Option<Self> {
        let first = closed_on.max(began_on).year() + 1;
        let begins = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let last_day = NaiveDate::from_ymd_opt(first + i32::from(keeping.years), 1, 1)?.pred_opt()?;
        Some(Self { keeping: keeping.clone(), closed_on, began_on, begins, last_day })
    }

    /// Whether it is over on that day.
    pub fn is_over(&self, on: NaiveDate) -> bool {
        on > self.last_day
    }

    /// Why it ends when it ends.
    pub fn explanation(&self) -> Explanation {
        let Keeping { plan, from, years, law } = &self.keeping;
        let mut steps = Vec::new();
        if *from != Start::LastWritten {
            steps.push(Step::new("retention-closed", "").with("date", self.closed_on));
        }
        if *from != Start::CaseClosed {
            steps.push(Step::new(from.sentences().0, "").with("date", self.began_on));
        }
        steps.push(Step::new("retention-years", law).with("plan", plan).with("years", years));
        steps.push(Step::new("retention-begins", "").with("date", self.begins));
        steps.push(Step::new("retention-ends", "").with("date", self.last_day));
        steps
    }
}

/// The day from which the term of a case counts, or what is missing to know it.
pub fn began(case: &Case, keeping: &Keeping) -> Result<NaiveDate, Refusal> {
    let day = match keeping.from {
        Start::CaseClosed | Start::LastWritten => case.closed_on(),
        Start::BusinessClosed | Start::AccountsAdopted => case.term_begun(),
    };
    let missing = || Problem::error("", keeping.from.sentences().1).with("number", &case.opened.number);
    day.ok_or_else(|| missing().into())
}

/// Everything that stands in the way of destroying what never became a case: somebody has to have looked at it, nothing of it may
/// be on its way, and nobody may have said that it is kept.
pub fn obstacles_of_void<'a>(
    number: &str,
    looked_at: bool,
    parked: bool,
    holds: impl IntoIterator<Item = (Hold, &'a str)>,
) -> Vec<Problem> {
    let unseen = (!looked_at).then_some("retention-unseen");
    let found = unseen.into_iter().chain(parked.then_some("retention-parked"));
    let found = found.map(|id| Problem::error("", id)).chain(holds.into_iter().map(held));
    found.map(|problem| problem.with("number", number)).collect()
}

fn held((hold, reason): (Hold, &str)) -> Problem {
    let id = match hold {
        Hold::Legal => "retention-held",
        Hold::Archive => "retention-archive",
    };
    Problem::error("", id).with("reason", reason)
}

/// Everything that stands in the way of destroying a case: empty where nothing does. `parked` says that events of it wait
/// for others which have not arrived, `undelivered` that something of it has not come to another office.
pub fn obstacles(case: &Case, parked: bool, undelivered: bool) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut say = |problem: Problem| found.push(problem.with("number", &case.opened.number));
    if case.closed_on().is_none() {
        say(Problem::error("", "retention-open"));
    }
    case.holds().into_iter().map(held).for_each(&mut say);
    if let Some(away) = case.away() {
        say(Problem::error("", "retention-away").with("office", &away.given.bundle.to.name));
    }
    if undelivered && case.away().is_none() {
        say(Problem::error("", "retention-undelivered"));
    }
    if !case.conflicts().is_empty() || !case.clashes().is_empty() {
        say(Problem::error("", "retention-disputed"));
    }
    if case.open_suit().is_some() {
        say(Problem::error("", "retention-sued"));
    }
    if case.open_objection().is_some() {
        say(Problem::error("", "retention-objection"));
    }
    let stands = case.receipts.values().any(|receipt| receipt.cancelled.is_none());
    let owed = case.owed_at_closing().next().is_some() || case.to_give_back().next().is_some();
    if owed || (stands && case.double_of().next().is_some()) {
        say(Problem::error("", "retention-money"));
    }
    if case.needs_update {
        say(Problem::error("", "retention-later"));
    }
    if parked {
        say(Problem::error("", "retention-parked"));
    }
    found
}
