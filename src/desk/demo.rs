//! A made-up town to look at: people who work there, residents, cases in every state. Never touches a town that is there.

mod cases;

use super::Desk;
use super::chance::Chance;
use super::clock::Clock;
use super::error::DeskError;
use super::open::{Given, Place, create};
use super::session::Session;
use crate::domain::id::PersonId;
use crate::domain::person::{PersonEvent, fields};
use crate::domain::user::{Group, Role};
use crate::store::StoreError;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc, Weekday};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The PIN of everybody in a demo town.
pub const PIN: &str = "2468";

/// The last cases get their papers; in a larger town the others have none.
pub const WITH_PAPERS: usize = 200;

/// The demo town's coat of arms: invented, no existing town's.
const ARMS: &[u8] = include_bytes!("../../assets/demo/wappen.png");

/// Residents of a small town; a larger one has one for every three cases.
const PERSONS: usize = 200;

/// What is written in one transaction.
const BATCH: usize = 500;
const DAYS_BACK: u64 = 84;

/// What a demo town is made of.
#[derive(Debug, Clone, Deserialize)]
struct Data {
    family: Vec<String>,
    given: Vec<String>,
    street: Vec<String>,
    item: Vec<String>,
    dog: Vec<String>,
    note: Vec<String>,
    follow_up: Vec<String>,
    reasons: String,
    user: Vec<Worker>,
    town: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Worker {
    login: String,
    name: String,
    roles: Vec<Role>,
    groups: Option<BTreeSet<Group>>,
}

/// A demo town that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// Login and name of those who work there; the first is the administrator.
    pub users: Vec<(String, String)>,
    /// Cases.
    pub cases: usize,
    /// How many of them, the last ones, have papers.
    pub with_papers: usize,
}

/// A resident as the cases name them.
struct Resident {
    id: PersonId,
    fields: BTreeMap<String, String>,
}

/// Draws from a seed.
struct Draw(Chance);

impl Draw {
    fn below(&self, end: usize) -> usize {
        let drawn = self.0.bytes::<8>().map_or(0, u64::from_le_bytes);
        usize::try_from(drawn % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn one<'a>(&self, from: &'a [String]) -> &'a str {
        from.get(self.below(from.len())).map_or("", String::as_str)
    }
}

/// Makes a demo town where nothing is yet: the same town for the same seed, day and number of cases.
pub fn make(place: &Place, given: &Given, seed: u64, cases: usize) -> Result<Demo, DeskError> {
    let data: Data = toml::from_str(include_str!("../../assets/demo/names.toml"))
        .map_err(|_| DeskError::because("demo-data-broken"))?;
    let days = working_days(Clock::of_this_program().today());
    let begin = days.first().map_or_else(|| Clock::of_this_program().now(), |day| moment(*day, 0));
    let clock = Clock::Fixed(begin);
    let key = create(place, given, clock, &Chance::System)?;
    let desk = Desk::open(place, &key, clock, Chance::seeded(seed))?;
    let workers = workers(&desk, &data)?;
    let draw = Draw(Chance::seeded(seed.wrapping_add(1)));
    let residents = residents(&desk, &data, &draw, &workers, PERSONS.max(cases / 3))?;
    cases::file_all(&desk, &data, &draw, &cases::Town { days, residents, workers }, cases)?;
    let users = data.user.into_iter().map(|user| (user.login, user.name)).collect();
    Ok(Demo { users, cases, with_papers: cases.min(WITH_PAPERS) })
}

/// The working days before today, the earliest first.
fn working_days(today: NaiveDate) -> Vec<NaiveDate> {
    let day = |back| today.checked_sub_days(Days::new(back));
    let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    (1..=DAYS_BACK).rev().filter_map(day).filter(works).collect()
}

/// A moment of a working day, `minute` of the nine hours from seven o'clock (UTC 6:00) on.
fn moment(day: NaiveDate, minute: usize) -> DateTime<Utc> {
    let minutes = i64::try_from(minute % 540).unwrap_or(0);
    day.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::minutes(360 + minutes)
}

/// Those who work there, signed in, by login.
fn workers(desk: &Desk, data: &Data) -> Result<BTreeMap<String, Session>, DeskError> {
    let mut users = data.user.iter();
    let first = users.next().ok_or_else(|| DeskError::because("demo-data-broken"))?;
    let admin = desk.first_administrator(&first.login, &first.name, PIN)?;
    for user in users {
        let id = desk.add_user(&admin, &user.login, &user.name, PIN)?;
        for role in &user.roles {
            let groups = user.groups.clone().unwrap_or_else(|| Group::ALL.into());
            desk.grant(&admin, id, *role, groups)?;
        }
    }
    desk.set_town(&admin, &data.town)?;
    desk.take_arms(&admin, ARMS)?;
    let users = desk.users(&admin)?;
    Ok(users.iter().map(|user| (user.login.clone(), Session::from(user))).collect())
}

fn residents(
    desk: &Desk,
    data: &Data,
    draw: &Draw,
    workers: &BTreeMap<String, Session>,
    count: usize,
) -> Result<Vec<Resident>, DeskError> {
    let session = worker(workers, "leitung")?;
    let mut residents = Vec::with_capacity(count);
    while residents.len() < count {
        desk.act_as(session, |hand| {
            for _ in 0..BATCH.min(count - residents.len()) {
                let fields = resident(data, draw);
                let id = PersonId(hand.id()?);
                hand.person(id, &PersonEvent::PersonCreated { fields: fields.clone() })?;
                residents.push(Resident { id, fields });
            }
            Ok(())
        })?;
    }
    Ok(residents)
}

fn worker<'a>(workers: &'a BTreeMap<String, Session>, login: &str) -> Result<&'a Session, DeskError> {
    workers.get(login).ok_or_else(|| DeskError::because("demo-data-broken"))
}

fn resident(data: &Data, draw: &Draw) -> BTreeMap<String, String> {
    let birth = format!("{}-{:02}-{:02}", 1945 + draw.below(60), 1 + draw.below(12), 1 + draw.below(28));
    let known = [
        (fields::KIND, "natural".to_owned()),
        (fields::FAMILY, draw.one(&data.family).to_owned()),
        (fields::GIVEN, draw.one(&data.given).to_owned()),
        (fields::BIRTH_DATE, birth),
        (fields::STREET, draw.one(&data.street).to_owned()),
        (fields::HOUSE, (1 + draw.below(80)).to_string()),
        (fields::POSTCODE, "48712".to_owned()),
        (fields::PLACE, "Gescher".to_owned()),
    ];
    known.map(|(field, value)| (field.to_owned(), value)).into()
}

impl Desk {
    /// One transaction in which several people act one after the other.
    fn act_as_many(
        &self,
        sessions: &BTreeMap<String, Session>,
        work: impl FnOnce(&mut super::hand::Hand<'_, '_, '_>, &cases::Users) -> Result<(), DeskError>,
    ) -> Result<(), DeskError> {
        let first = worker(sessions, "leitung")?;
        let known = self.store.read(|db| -> Result<_, StoreError> { db.users() })?;
        let users = known.into_iter().map(|user| (user.login.clone(), user)).collect();
        self.act_as(first, |hand| work(hand, &users))
    }
}
