//! Who is likely there already: asked before somebody is entered. Weighs nothing itself; `domain::similar` does.

use super::Desk;
use super::error::DeskError;
use super::person::normalised;
use super::session::Session;
use crate::domain::id::PersonId;
use crate::domain::partial_date::PartialDate;
use crate::domain::person::fields;
use crate::domain::problem::Problem;
use crate::domain::similar::{Identity, Similar, compare};
use crate::store::read;
pub use crate::store::read::PersonRow;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The problem of a filing that would enter somebody who is likely there already.
pub const LIKELY_KNOWN: &str = "person-likely-known";

/// Somebody who is there and may be the one that is being entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// Who.
    pub row: PersonRow,
    /// How likely, and why.
    pub similar: Similar,
}

impl Desk {
    /// People who may be the one with these fields (names of [`fields`], as typed), the likeliest first; `but` is
    /// left out.
    pub fn similar_persons(
        &self,
        _session: &Session,
        entered: &BTreeMap<String, String>,
        but: Option<PersonId>,
    ) -> Result<Vec<Likely>, DeskError> {
        let today = self.today();
        self.query(|db| find(db, &normalised(entered, today), but, today))
    }
}

/// The same in a state of the database; the fields are normalised already.
pub(super) fn find(
    db: &read::Rows,
    entered: &BTreeMap<String, String>,
    but: Option<PersonId>,
    today: NaiveDate,
) -> read::Answer<Vec<Likely>> {
    let rows = read::similar_persons(db, entered, but)?;
    let get = |field: &str| entered.get(field).map_or("", String::as_str);
    let birth = |text: &str| PartialDate::parse(text, today).unwrap_or(PartialDate::UNKNOWN);
    let street = |street: &str, house: &str| format!("{street} {house}").trim().to_owned();
    let new_street = street(get(fields::STREET), get(fields::HOUSE));
    let new = Identity {
        family_name: get(fields::FAMILY),
        birth_name: get(fields::BIRTH_NAME),
        given_names: get(fields::GIVEN),
        birth: birth(get(fields::BIRTH_DATE)),
        street: &new_street,
        postcode: get(fields::POSTCODE),
    };
    let weigh = |row: PersonRow| {
        let known_street = street(&row.street, &row.house);
        let known = Identity {
            family_name: &row.family,
            birth_name: "",
            given_names: &row.given,
            birth: birth(&row.birth),
            street: &known_street,
            postcode: &row.postcode,
        };
        let similar = compare(&new, &known)?;
        Some(Likely { row, similar })
    };
    let mut likely: Vec<Likely> = rows.into_iter().filter_map(weigh).collect();
    likely.sort_by(|a, b| {
        b.similar.likeness.cmp(&a.similar.likeness).then_with(|| a.row.name.cmp(&b.row.name))
    });
    Ok(likely)
}

/// What keeps somebody from being entered a second time by the way: each who is likely there already, by name. A
/// blocked address (§ 51 BMG) is not told.
pub(super) fn problem(likely: &Likely) -> Problem {
    let row = &likely.row;
    let birth = row
        .birth
        .parse()
        .map_or_else(|_| row.birth.clone(), |day: NaiveDate| day.format("%d.%m.%Y").to_string());
    let street = format!("{} {}", row.street, row.house).trim().to_owned();
    let address = if row.blocked { [String::new(), String::new()] } else { [street, row.place.clone()] };
    let who = [row.name.clone(), birth].into_iter().chain(address).filter(|part| !part.is_empty());
    let problem = Problem::error("person", LIKELY_KNOWN).with("who", who.collect::<Vec<_>>().join(", "));
    problem.with("person", row.id)
}
