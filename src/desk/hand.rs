//! The hand that writes: who acts now, in which role, with which ids. Knows no rule; the domain decides.

use super::Desk;
use super::error::DeskError;
use super::session::Session;
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, CaseEvent};
use crate::domain::decide::{Command, Context, decide, role_for};
use crate::domain::disposal::DisposalEvent;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, EventRef, ListId, PersonId, UserId};
use crate::domain::person::PersonEvent;
use crate::domain::town::{Town, TownEvent};
use crate::domain::user::{Role, User, UserEvent};
use crate::store::{Stamp, Tx};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Somebody acting in a transaction.
pub(super) struct Hand<'a, 't, 'c> {
    pub desk: &'a Desk,
    pub tx: &'t mut Tx<'c>,
    pub user: User,
    pub town: Town,
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
    /// Whether papers that fall due are issued; a large demo town leaves most of them out.
    pub issues: bool,
}

impl<'a, 't, 'c> Hand<'a, 't, 'c> {
    /// Takes the session's user as the log knows them now: a role revoked meanwhile counts.
    pub fn new(desk: &'a Desk, tx: &'t mut Tx<'c>, session: &Session) -> Result<Self, DeskError> {
        Self::of(desk, tx, session.user)
    }

    /// Takes a user as the log knows them now, signed in or not: for what they wanted and what is done only now.
    pub fn of(desk: &'a Desk, tx: &'t mut Tx<'c>, user: UserId) -> Result<Self, DeskError> {
        let user = tx.user(user)?.ok_or_else(|| DeskError::because("user-unknown"))?;
        let town = tx.town()?;
        Ok(Self { now: desk.clock.now(), today: desk.clock.today(), desk, tx, user, town, issues: true })
    }

    /// A new id.
    pub fn id(&self) -> Result<Uuid, DeskError> {
        Ok(self.desk.chance.id(self.now.timestamp_millis())?)
    }

    /// A new id of something that comes with events of the case.
    pub fn id_in(&mut self, case: CaseId) -> Result<Uuid, DeskError> {
        Ok(self.tx.id_for(Subject::Case(case), self.now.timestamp_millis())?)
    }

    /// A case that the actor may see; to everybody else it does not exist (§ 30 AO).
    pub fn case(&self, id: CaseId) -> Result<Case, DeskError> {
        let case = self.tx.case(id)?.filter(|case| self.user.reads().contains(&case.opened.group));
        case.ok_or_else(|| DeskError::because("case-unknown"))
    }

    /// Lets the domain decide, and writes what it decided.
    pub fn command(
        &mut self,
        id: CaseId,
        case: Option<&Case>,
        command: Command,
        assessment: Option<&Assessment>,
    ) -> Result<(), DeskError> {
        let context = Context { actor: &self.user, today: self.today, assessment };
        let events = decide(case, command, &context)?;
        let group = events.iter().find_map(|event| match event {
            CaseEvent::CaseOpened(opened) => Some(opened.group),
            _ => case.map(|case| case.opened.group),
        });
        for event in &events {
            let role = match event {
                // Who signs what another prepared does so as the head, whatever else they are; that they are it was asked.
                CaseEvent::Decided { signs: Some(_), .. } => Role::Head,
                CaseEvent::DecisionRevoked(revoked) if revoked.signs.is_some() => Role::Head,
                CaseEvent::ObjectionSettled(settlement) if settlement.signs.is_some() => Role::Head,
                _ => role_for(&self.user, event.kind(), group, assessment)?,
            };
            let stamp = Stamp { at: self.now, actor: self.user.id, role };
            let _ = self.tx.append_case(id, event, &stamp)?;
        }
        Ok(())
    }

    /// Writes about a person.
    pub fn person(&mut self, id: PersonId, event: &PersonEvent) -> Result<(), DeskError> {
        let stamp = self.stamp(event.kind())?;
        let _ = self.tx.append_person(id, event, &stamp)?;
        Ok(())
    }

    /// Changes what is known of a person, whichever of their records is named, having seen all of them. The reason is empty where
    /// nothing was decided between two versions.
    pub fn change_person(
        &mut self,
        id: PersonId,
        fields: BTreeMap<String, String>,
        reason: &str,
    ) -> Result<(), DeskError> {
        let mut records = self.tx.records(id)?;
        let stands = records.pop_first().unwrap_or(id);
        let saw = self.heads_of(&records)?;
        self.person(stands, &PersonEvent::PersonChanged { fields, saw, reason: reason.to_owned() })
    }

    /// What nothing builds on yet, of these records.
    pub fn heads_of<'r>(
        &mut self,
        records: impl IntoIterator<Item = &'r PersonId>,
    ) -> Result<Vec<EventRef>, DeskError> {
        let mut heads = Vec::new();
        for record in records {
            heads.extend(self.tx.heads(Subject::Person(*record))?);
        }
        Ok(heads)
    }

    /// Writes about a user.
    pub fn write_user(&mut self, id: UserId, event: &UserEvent) -> Result<(), DeskError> {
        let stamp = self.stamp(event.kind())?;
        let _ = self.tx.append_user(id, event, &stamp)?;
        Ok(())
    }

    /// Writes a value of the town.
    pub fn write_town(&mut self, event: &TownEvent) -> Result<(), DeskError> {
        let stamp = self.stamp(event.kind())?;
        let _ = self.tx.append_town(event, &stamp)?;
        Ok(())
    }

    /// Writes about a destruction list.
    pub fn write_disposal(&mut self, id: ListId, event: &DisposalEvent) -> Result<(), DeskError> {
        let stamp = self.stamp(event.kind())?;
        let _ = self.tx.append_disposal(id, event, &stamp)?;
        Ok(())
    }

    fn stamp(&self, kind: &str) -> Result<Stamp, DeskError> {
        Ok(Stamp { at: self.now, actor: self.user.id, role: role_for(&self.user, kind, None, None)? })
    }
}

impl Desk {
    /// One transaction in which the session's user acts: everything, or nothing.
    pub(super) fn act_as<T>(
        &self,
        session: &Session,
        work: impl FnOnce(&mut Hand<'_, '_, '_>) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        let changed = self.store.write(|tx| work(&mut Hand::new(self, tx, session)?))?;
        Ok(changed.value)
    }
}
