//! What the head notes about numbers that were given out twice, and about work that does not count or was written in a role that
//! was gone. Nobody settles what they wrote themselves while there is another head.

use super::settled::{is_destroyed, noted_beside};
use crate::desk::Desk;
use crate::desk::error::DeskError;
use crate::desk::kreis::{Outbox, ToSettle};
use crate::desk::session::Session;
use crate::domain::event::Subject;
use crate::domain::id::{DeviceId, EventRef, UserId};
use crate::domain::problem::Problem;
use crate::domain::town::TownEvent;
use crate::domain::user::User;
use crate::store::{Reader, StoreError};
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// The same as [`Desk::outbox`]; of the work that somebody has to look at, and of numbers that were given out twice, only what is the
    /// session's to see: all of it where they may settle it, else what they have to do with.
    pub fn outbox_of(&self, session: &Session) -> Result<Outbox, DeskError> {
        let mut outbox = self.outbox()?;
        self.store.read(|db| {
            outbox.doubled = numbers_shown(db, session)?;
            if sees_all(db, session.user)? {
                outbox.to_settle = self.to_settle(db, session)?;
            } else {
                outbox.refused.retain(|refused| refused.user == Some(session.user));
                outbox.meanwhile.retain(|one| one.user == session.user);
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(outbox)
    }

    /// What a head may settle: of cases that they may read, and nothing that they wrote themselves while there is another head.
    fn to_settle(&self, db: &Reader<'_>, session: &Session) -> Result<ToSettle, StoreError> {
        let is_alone = !has_other_head(db, session.user)?;
        let mut known = BTreeMap::new();
        let (mut events, mut destroyed) = (BTreeSet::new(), BTreeSet::new());
        for (event, by) in self.open_work(db)? {
            let subject = db.subject_of(event)?;
            let (hidden, gone) = match (known.get(&subject), subject) {
                (Some(stands), _) => *stands,
                (None, None) => (false, false),
                (None, Some(about)) => (is_hidden(db, session, about)?, is_destroyed(db, about)?),
            };
            let _ = known.insert(subject, (hidden, gone));
            if !hidden && (is_alone || by != Some(session.user)) {
                let _ = events.insert(event);
                if gone {
                    let _ = destroyed.insert(event);
                }
            }
        }
        Ok(ToSettle { events, destroyed, numbers: true })
    }

    /// How many matters that is: what does not count is one.
    pub(super) fn work_shown(&self, db: &Reader<'_>, session: &Session) -> Result<usize, StoreError> {
        let (user, all) = (session.user, sees_all(db, session.user)?);
        let is_refused = db.refused()?.iter().any(|refused| all || refused.user == Some(user));
        let meanwhile = self.store.meanwhile(db)?.iter().filter(|one| all || one.user == user).count();
        Ok(usize::from(is_refused) + meanwhile + numbers_shown(db, session)?.len())
    }

    /// Notes what was done about a number that was given out twice: `verify` tells it from then on, and finds nothing wrong in it.
    /// The head does it.
    pub fn settle_number(&self, session: &Session, number: &str, reason: &str) -> Result<(), DeskError> {
        let doubled = self.store.read(|db| -> Result<_, StoreError> { db.doubled() })?;
        if !doubled.iter().any(|doubled| doubled == number) {
            return Err(Problem::error("number", "number-not-twice").into());
        }
        self.act_as(session, |hand| {
            let events: Vec<EventRef> =
                hand.tx.bearing(number)?.into_iter().map(|(event, _)| event).collect();
            let reason = noted_beside(hand, &events, reason.trim())?;
            hand.write_town(&TownEvent::NumberSettled { number: number.to_owned(), reason })
        })
    }

    /// Notes that events were looked at that do not count or were written in a role that was gone, and what was done about them:
    /// those that are for this head to settle, which are counted.
    ///
    /// Errors: nobody has to look at one of them; all of them are own work, and there is another head; all of it is about cases that the
    /// head may not read.
    pub fn settle_work(
        &self,
        session: &Session,
        events: &[EventRef],
        reason: &str,
    ) -> Result<usize, DeskError> {
        let reason = reason.trim();
        let (open, is_alone) = self
            .store
            .read(|db| Ok::<_, StoreError>((self.open_work(db)?, !has_other_head(db, session.user)?)))?;
        if events.is_empty() || events.iter().any(|event| !open.contains_key(event)) {
            return Err(Problem::error("events", "work-none").into());
        }
        let is_anothers = |event: &&EventRef| open.get(event).is_some_and(|by| *by != Some(session.user));
        let events: Vec<EventRef> =
            events.iter().filter(|event| is_alone || is_anothers(event)).copied().collect();
        if events.is_empty() {
            return Err(Problem::error("events", "work-own").into());
        }
        let count = events.len();
        self.act_as(session, |hand| {
            let reason = noted_beside(hand, &events, reason)?;
            hand.write_town(&TownEvent::WorkSettled { events, reason })
        })?;
        Ok(count)
    }

    /// Every event of the kind that nobody has looked at, in no order that means anything.
    pub fn work_to_settle(&self) -> Result<Vec<EventRef>, DeskError> {
        Ok(self.store.read(|db| self.open_work(db))?.into_keys().collect())
    }

    /// The same with who wrote each; nothing where it has not arrived.
    fn open_work(&self, db: &Reader<'_>) -> Result<BTreeMap<EventRef, Option<UserId>>, StoreError> {
        let mut open: BTreeMap<_, _> =
            db.refused()?.into_iter().map(|refused| (refused.event, refused.user)).collect();
        for one in self.store.meanwhile(db)? {
            open.extend(one.events.into_iter().map(|event| (event, Some(one.user))));
        }
        Ok(open)
    }
}

fn may_settle(user: &User) -> bool {
    user.role_for("work_settled", None).is_some()
}

/// Whether the user sees what others wrote.
fn sees_all(db: &Reader<'_>, user: UserId) -> Result<bool, StoreError> {
    Ok(db.user(user)?.as_ref().is_some_and(may_settle))
}

/// Whether it is about a case that may not be read.
fn is_hidden(db: &Reader<'_>, session: &Session, subject: Subject) -> Result<bool, StoreError> {
    let Subject::Case(id) = subject else { return Ok(false) };
    Ok(db.case(id)?.is_some_and(|case| !session.reads.contains(&case.opened.group)))
}

/// Numbers that were given out twice and concern whoever looks: of cases that they may read, the head at every desk, everybody else at
/// the two that gave it out.
fn numbers_shown(db: &Reader<'_>, session: &Session) -> Result<Vec<String>, StoreError> {
    let doubled = db.doubled()?;
    if doubled.is_empty() {
        return Ok(doubled);
    }
    let all = sees_all(db, session.user)?;
    let own: BTreeSet<DeviceId> = db.own_desks()?.into_iter().map(|desk| desk.id).collect();
    let mut shown = Vec::new();
    for number in doubled {
        let bearing = db.bearing(&number)?;
        let mut readable = false;
        for (_, subject) in &bearing {
            readable |= !is_hidden(db, session, *subject)?;
        }
        if readable && (all || bearing.iter().any(|(event, _)| own.contains(&event.device))) {
            shown.push(number);
        }
    }
    Ok(shown)
}

/// Whether somebody else may settle it, too.
fn has_other_head(db: &Reader<'_>, user: UserId) -> Result<bool, StoreError> {
    Ok(db.users()?.iter().any(|other| other.id != user && may_settle(other)))
}
