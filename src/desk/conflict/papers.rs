//! Papers that were issued already and may bear one of the versions: whoever decides has to know what is out. Only papers that
//! count are named. Reads none of them: which version a paper bears stands on it.

use super::{About, Conflict};
use crate::desk::Desk;
use crate::desk::case::assess;
use crate::desk::clock::legal_moment;
use crate::desk::look::Page;
use crate::desk::session::Session;
use crate::domain::case::{Case, Issued, Validity};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::procedure::CANCELLATION;
use crate::domain::town::{Town, keys};
use crate::store::{Reader, StoreError, read};
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Cases of a person that are read at once, the newest first.
const CASES: usize = if cfg!(test) { 2 } else { 200 };
/// Papers that are named at once.
const NAMED: usize = 12;

/// Values of the town that stand on no paper: what the program itself goes by.
const ON_NONE: [&str; 7] = [
    keys::AUDIT_MONTHS,
    keys::SECOND_SIGNATURE,
    keys::CASH_SECOND,
    keys::TAX_NOTIFICATION,
    keys::REMEDY_CONFIRMED,
    keys::DELIVERY_LAW,
    keys::DEEMED_FEE,
];

/// Papers that were issued already and may bear one of the versions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Papers {
    /// Those that count, the newest first.
    pub named: Vec<Printed>,
    /// Whether there are more than those.
    pub more: bool,
    /// Where a value may stand on any paper of the town: how many there are since it differs.
    pub since: Option<Since>,
}

impl Papers {
    /// Whether nothing is out.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty() && !self.more && self.since.as_ref().is_none_or(|since| since.titles.is_empty())
    }
}

/// A paper that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// What the paper is called.
    pub title: String,
    /// Day it was issued.
    pub issued_on: NaiveDate,
    /// Whether the decision that it tells was taken back or revoked: it counts until that takes effect.
    pub falls: bool,
}

/// Papers issued since a day, by what they are called. An index counts them; whether each still counts only its case knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The day on which the first version was written.
    pub day: NaiveDate,
    /// What they are called and how many there are, of cases that may be read.
    pub titles: BTreeMap<String, u64>,
}

/// Names the papers of those conflicts that are about people and the town.
pub(super) fn name(
    desk: &Desk,
    db: &Reader<'_>,
    session: &Session,
    conflicts: &mut [Conflict],
) -> Result<(), StoreError> {
    let mut people: BTreeMap<PersonId, Papers> = BTreeMap::new();
    for conflict in conflicts {
        match conflict.about {
            About::Case(_) => {}
            About::Person(id) => {
                let known = match people.entry(id) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(room) => room.insert(of_person(desk, db, session, id)?),
                };
                conflict.papers = known.clone();
            }
            About::Town => conflict.papers = of_town(db, session, conflict)?,
        }
    }
    Ok(())
}

impl Desk {
    /// Those of a case.
    pub(in crate::desk) fn papers_out(&self, case: &Case, town: &Town) -> Papers {
        shortened(self.counting(case, town))
    }

    /// Papers of a case that count: none that another one replaced or repeats, that does not hold any more, be it because its
    /// revocation took effect, or whose receipt was cancelled; that it was has its own.
    fn counting(&self, case: &Case, town: &Town) -> Vec<Printed> {
        let is_cancelled =
            |receipt: &String| case.receipts.get(receipt).is_some_and(|receipt| receipt.cancelled.is_some());
        let tells = |issued: &Issued| {
            issued.kind == CANCELLATION || !issued.receipt.as_ref().is_some_and(is_cancelled)
        };
        let counts = case.to_pass_on().filter(|paper| tells(&paper.issued));
        // Of a service that only a later version knows, what is revoked is named: it may still count.
        let law = OnceCell::new();
        let procedure = || {
            let service = self.service_of(&case.opened).ok()?;
            Some(assess(service, case, &case.answers(), town, self.today()).procedure)
        };
        let has_fallen = |issued: &Issued| {
            let validity = case.validity_without_law(issued.paper).or_else(|| {
                let procedure = law.get_or_init(procedure).as_ref()?;
                Some(case.validity(issued.paper, procedure, self.today()))
            });
            matches!(validity, Some(Validity::Void(_)))
        };
        let counts = counts.filter(|paper| !has_fallen(&paper.issued));
        let printed = counts.map(|paper| Printed {
            case: case.id,
            number: case.opened.number.clone(),
            title: paper.issued.title.clone(),
            issued_on: paper.issued.issued_on,
            falls: !paper.falls.is_empty(),
        });
        printed.collect()
    }
}

/// Those of all cases in which somebody stands, as far as the session may read them.
fn of_person(
    desk: &Desk,
    db: &Reader<'_>,
    session: &Session,
    person: PersonId,
) -> Result<Papers, StoreError> {
    let (town, mut all, mut page) = (db.town()?, Vec::new(), Page::first(CASES));
    loop {
        let rows = read::cases_of_person(db.rows(), &session.reads, person, &page)?;
        for row in &rows {
            if !read::papers_of_case(db.rows(), &session.reads, row.id)?.is_empty() {
                all.extend(db.case(row.id)?.iter().flat_map(|case| desk.counting(case, &town)));
            }
        }
        match rows.last().filter(|_| rows.len() == CASES) {
            Some(last) => page.after = Some(last.cursor.clone()),
            None => return Ok(shortened(all)),
        }
    }
}

/// Every paper of the town that was issued since it has two values there.
fn of_town(db: &Reader<'_>, session: &Session, conflict: &Conflict) -> Result<Papers, StoreError> {
    if ON_NONE.contains(&conflict.field.as_str()) {
        return Ok(Papers::default());
    }
    let first = conflict.versions.iter().filter_map(|version| version.origin.at).min();
    let Some(day) = first.map(|at| legal_moment(at).date()) else { return Ok(Papers::default()) };
    let titles = read::papers_since(db.rows(), &session.reads, day)?;
    Ok(Papers { since: Some(Since { day, titles }), ..Papers::default() })
}

fn shortened(mut named: Vec<Printed>) -> Papers {
    // Those of one day stay in the order in which they were issued.
    named.sort_by_key(|paper| Reverse(paper.issued_on));
    let more = named.len() > NAMED;
    named.truncate(NAMED);
    Papers { named, more, since: None }
}
