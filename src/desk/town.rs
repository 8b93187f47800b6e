//! The town's values and those who work here: the first start, users, roles, PINs. Knows no service by name.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::catalogue::{Catalogue, File, Service, TownValue, own_blocks, plan, second_signature};
use crate::domain::din91379::{self, Kind};
use crate::domain::iban;
use crate::domain::id::UserId;
use crate::domain::postcode;
use crate::domain::problem::{Problem, Refusal};
use crate::domain::town::{AUDIT_MONTHS_AT_MOST, Town, TownEvent, WEEKS_AT_MOST, keys};
use crate::domain::user::{Group, Role, User, UserEvent};
use crate::paper::accent;
use crate::store::{Stamp, StoreError};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// Whether nobody works here yet.
    pub fn is_first_start(&self) -> Result<bool, DeskError> {
        Ok(self.store.read(|db| Ok::<_, StoreError>(db.users()?.is_empty()))?)
    }

    /// The first start: makes the first administrator, who can then add everybody else. Refused on every later start.
    pub fn first_administrator(&self, login: &str, name: &str, pin: &str) -> Result<Session, DeskError> {
        let (login, name) = checked_user(login, name, &[])?;
        let hash = self.hash_pin(pin)?;
        let id = UserId(self.chance.id(self.clock.now().timestamp_millis())?);
        let stamp = Stamp { at: self.clock.now(), actor: id, role: Role::Administrator };
        let changed = self.store.write(|tx| {
            if !tx.users()?.is_empty() {
                return Err(DeskError::because("not-first-start"));
            }
            let role = UserEvent::RoleGranted { role: Role::Administrator, groups: BTreeSet::new() };
            for event in [UserEvent::UserAdded { login, name }, UserEvent::PinSet { hash }, role] {
                let _ = tx.append_user(id, &event, &stamp)?;
            }
            Ok(tx.user(id)?)
        })?;
        changed.value.as_ref().map(Session::from).ok_or_else(|| DeskError::because("user-unknown"))
    }

    /// Everybody who works here.
    pub fn users(&self, _session: &Session) -> Result<Vec<User>, DeskError> {
        self.store.read(|db| Ok(db.users()?))
    }

    /// Adds somebody, with a PIN to begin with and no role yet.
    pub fn add_user(
        &self,
        session: &Session,
        login: &str,
        name: &str,
        pin: &str,
    ) -> Result<UserId, DeskError> {
        let hash = self.hash_pin(pin)?;
        self.act_as(session, |hand| {
            let (login, name) = checked_user(login, name, &hand.tx.users()?)?;
            let id = UserId(hand.id()?);
            hand.write_user(id, &UserEvent::UserAdded { login, name })?;
            hand.write_user(id, &UserEvent::PinSet { hash })?;
            Ok(id)
        })
    }

    /// Sets somebody's PIN.
    pub fn set_pin(&self, session: &Session, user: UserId, pin: &str) -> Result<(), DeskError> {
        let hash = self.hash_pin(pin)?;
        self.act_as(session, |hand| {
            hand.write_user(known(hand.tx.user(user)?)?.id, &UserEvent::PinSet { hash })
        })
    }

    /// Lets somebody act in a role, for the groups.
    pub fn grant(
        &self,
        session: &Session,
        user: UserId,
        role: Role,
        groups: BTreeSet<Group>,
    ) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let user = known(hand.tx.user(user)?)?;
            hand.write_user(user.id, &UserEvent::RoleGranted { role, groups })
        })
    }

    /// Takes a role from somebody. The last administrator stays.
    pub fn revoke(&self, session: &Session, user: UserId, role: Role) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let is_administrator = |user: &User| user.roles.contains_key(&Role::Administrator);
            let administrators = hand.tx.users()?.iter().filter(|user| is_administrator(user)).count();
            let user = known(hand.tx.user(user)?)?;
            if role == Role::Administrator && is_administrator(&user) && administrators == 1 {
                return Err(DeskError::because("last-administrator"));
            }
            hand.write_user(user.id, &UserEvent::RoleRevoked { role })
        })
    }

    /// The town's values.
    pub fn town(&self) -> Result<Town, DeskError> {
        self.store.read(|db| Ok(db.town()?))
    }

    /// Sets values of the town as they are typed: amounts in euros. Writes only what differs, and only if nothing is
    /// wrong.
    pub fn set_town(&self, session: &Session, typed: &BTreeMap<String, String>) -> Result<(), DeskError> {
        let asked = self.catalogue().town_values();
        let (mut values, mut problems) = (Vec::new(), Vec::new());
        for (key, typed) in typed {
            match stored(self.catalogue(), &asked, key, typed) {
                Ok(value) => values.push((key, value)),
                Err(refused) => problems.extend(refused.0),
            }
        }
        if !problems.is_empty() {
            return Err(Refusal(problems).into());
        }
        self.act_as(session, |hand| {
            for (key, value) in values {
                if hand.town.get(key) != value {
                    hand.write_town(&TownEvent::set(key, value))?;
                }
            }
            Ok(())
        })
    }
}

impl Desk {
    /// The town's own building blocks for a service, as they were written; empty where there are none.
    pub fn own_blocks(&self, slug: &str) -> Result<String, DeskError> {
        let _ = self.newest(slug)?;
        Ok(self.town()?.get(&own_blocks::key(slug)).to_owned())
    }

    /// Puts these in their place; an empty text takes them out. Returns how many there are now.
    ///
    /// Errors: everything that is wrong in the file, with its line; whoever asks may set no value of the town.
    pub fn set_own_blocks(&self, session: &Session, slug: &str, file: &File) -> Result<usize, DeskError> {
        let blocks = own_blocks::read(self.newest(slug)?, file).map_err(Refusal)?;
        let value = if blocks.is_empty() { String::new() } else { file.text.clone() };
        let key = own_blocks::key(slug);
        self.act_as(session, |hand| {
            if hand.town.get(&key) != value {
                hand.write_town(&TownEvent::set(key, value))?;
            }
            Ok(blocks.len())
        })
    }

    fn newest(&self, slug: &str) -> Result<&'static Service, DeskError> {
        let service = self.catalogue().current(slug, self.today());
        service.ok_or_else(|| DeskError::because("service-unknown"))
    }
}

fn known(user: Option<User>) -> Result<User, DeskError> {
    user.ok_or_else(|| DeskError::because("user-unknown"))
}

fn checked_user(login: &str, name: &str, others: &[User]) -> Result<(String, String), DeskError> {
    let (login, name) = (login.trim().to_lowercase(), din91379::normalise(name.trim()));
    let mut problems = Vec::new();
    if login.is_empty() || !login.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) {
        problems.push(Problem::error("login", "login-form").with("login", &login));
    }
    if others.iter().any(|user| user.login == login) {
        problems.push(Problem::error("login", "login-taken").with("login", &login));
    }
    if name.is_empty() {
        problems.push(Problem::error("name", "user-name-missing"));
    }
    if problems.is_empty() { Ok((login, name)) } else { Err(Refusal(problems).into()) }
}

impl Desk {
    /// What is stored for a value of the town as it is typed. Errors: what is wrong with it.
    pub(super) fn value_typed(&self, key: &str, typed: &str) -> Result<String, Refusal> {
        stored(self.catalogue(), &self.catalogue().town_values(), key, typed)
    }
}

/// What is stored for a value as it is typed.
fn stored(catalogue: &Catalogue, asked: &[&TownValue], key: &str, typed: &str) -> Result<String, Refusal> {
    if let Some(problem) = problem(key, typed) {
        return Err(problem.into());
    }
    match asked.iter().find(|value| value.key == key) {
        Some(value) => value.read(typed),
        None if keys::ALL.contains(&key) || is_old_number(catalogue, key) => {
            Ok(din91379::normalise(typed.trim()))
        }
        None => Err(Problem::error(key, "town-key-unknown").with("key", key).into()),
    }
}

/// Whether it is the number that an entry of the filing plan has in the town's old one.
fn is_old_number(catalogue: &Catalogue, key: &str) -> bool {
    plan::of_old_number_key(key).is_some_and(|no| catalogue.plan().entry(no).is_some())
}

/// What is wrong with a value of the town.
fn problem(key: &str, value: &str) -> Option<Problem> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    if let Some(forbidden) =
        din91379::check(value, Kind::Extended).err().and_then(|all| all.into_iter().next())
    {
        let problem = Problem::error(key, "answer-forbidden-character");
        return Some(problem.with("character", forbidden.sequence).with("position", forbidden.position));
    }
    match key {
        // A picture comes by its own way, which looks at it.
        keys::ARMS => Some(Problem::error(key, "arms-not-typed")),
        keys::AGS => (value.len() != 8 || !value.bytes().all(|b| b.is_ascii_digit()))
            .then(|| Problem::error(key, "ags-form").with("ags", value)),
        keys::POSTCODE => postcode::check(value).is_none().then(|| Problem::error(key, "postcode-form")),
        keys::AUDIT_MONTHS => {
            let fits = value.parse().is_ok_and(|months| (1..=AUDIT_MONTHS_AT_MOST).contains(&months));
            (!fits).then(|| Problem::error(key, "audit-months-form").with("most", AUDIT_MONTHS_AT_MOST))
        }
        keys::SECOND_SIGNATURE => {
            second_signature(value).is_none().then(|| Problem::error(key, "second-signature-form"))
        }
        keys::ACCENT => accent::read(value).err().map(|fault| {
            let id = if fault == accent::Fault::Form { "accent-form" } else { "accent-light" };
            Problem::error(key, id).with("value", value)
        }),
        keys::ANSWER_WEEKS | keys::PAY_WEEKS => {
            let fits = value.parse().is_ok_and(|weeks| (1..=WEEKS_AT_MOST).contains(&weeks));
            (!fits).then(|| Problem::error(key, "weeks-form").with("most", WEEKS_AT_MOST))
        }
        keys::TAX_NOTIFICATION | keys::REMEDY_CONFIRMED => {
            (value != keys::YES).then(|| Problem::error(key, "yes-form"))
        }
        keys::DEEMED_FEE => {
            (![keys::YES, keys::NO].contains(&value)).then(|| Problem::error(key, "yes-no-form"))
        }
        keys::CASH_SECOND => (value != keys::YES).then(|| Problem::error(key, "cash-second-form")),
        keys::BANK_IBAN => iban::check(value).err().map(|why| why.problem(key)),
        _ => None,
    }
}
