//! What lies in the mailbox: sealed files that came and wait to be taken in, and those that went out and are on their way.
//! Everything is entered by a person, since it stands in the file under a name.

use super::drop::{self, Thrown, is_for_others};
use super::opened;
use super::{Say, Taken};
use crate::desk::error::DeskError;
use crate::desk::{Desk, Session};
use crate::domain::case::Case;
use crate::domain::id::{CaseId, Digest};
use crate::domain::office::Office;
use crate::domain::problem::{LocalText, Problem};
use crate::domain::town::Town;
use crate::paper::template::word;
use crate::store::{Incoming, Outgoing, Reader};
use crate::wire::{Delivery, Manifest};
use chrono::{DateTime, NaiveDate, Utc};

/// What a sealed file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A case is handed over.
    Handover,
    /// It arrived.
    Acknowledgement,
    /// It is not taken.
    Refusal,
    /// It comes back decided.
    Return,
}

impl What {
    fn of(delivery: &Delivery) -> Self {
        match delivery {
            Delivery::Handover { .. } => Self::Handover,
            Delivery::Acknowledgement => Self::Acknowledgement,
            Delivery::Refusal { .. } => Self::Refusal,
            Delivery::Return { .. } => Self::Return,
        }
    }

    /// The name for scripts and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Handover => "handover",
            Self::Acknowledgement => "acknowledgement",
            Self::Refusal => "refusal",
            Self::Return => "return",
        }
    }
}

/// Everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// What came and waits, the oldest first.
    pub incoming: Vec<Letter>,
    /// What went out and of which nothing was heard, by case.
    pub outgoing: Vec<Sent>,
    /// What was dropped unopened, the last one first.
    pub thrown: Vec<Thrown>,
}

/// A sealed file that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Digest of the sealed bytes.
    pub id: Digest,
    /// From whom, as its cover says until it is opened.
    pub from: String,
    /// When it came to the service.
    pub arrived_at: DateTime<Utc>,
    /// Bytes.
    pub size: u64,
    /// What is in it; nothing where whoever looks may not read such cases.
    pub inside: Option<Inside>,
    /// Why it cannot be opened.
    pub problem: Option<Problem>,
}

/// What a sealed file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside {
    /// What it is.
    pub what: What,
    /// The service's name.
    pub service: LocalText,
    /// The case's number at the office that sent it.
    pub number: String,
    /// The case's number here, where it is here.
    pub here: Option<String>,
    /// Why, as the sender says.
    pub reason: String,
    /// Who sent it, by name.
    pub by: String,
}

/// A sealed file that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// What it is.
    pub what: What,
    /// Who gets it.
    pub to: Office,
    /// When it was sealed.
    pub since: NaiveDate,
    /// Whether it lies in the receiver's mailbox.
    pub delivered: bool,
    /// Why the service did not take it: a word.
    pub note: Option<String>,
}

/// A sealed file that waited, and what taking it in gave.
pub type Tried = (Digest, Result<Taken, DeskError>);

impl Desk {
    /// What lies in the mailbox, as far as whoever looks may read it.
    pub fn mail(&self, session: &Session) -> Result<Mail, DeskError> {
        let (town, strays) = (self.town()?, self.strays(session)?);
        self.store.read(|db| {
            let mut mail = Mail::default();
            let waiting = db.bundles_in()?;
            self.glances.only(&waiting.iter().map(|incoming| incoming.blob).collect());
            for incoming in waiting {
                mail.incoming.push(self.letter(db, &town, session, &incoming)?);
            }
            mail.incoming.extend(strays);
            // An answer that lies in the receiver's mailbox is not answered: nobody waits for anything.
            for outgoing in db.mail_to_ask()? {
                let case = db.case(outgoing.case)?.filter(|case| session.reads.contains(&case.opened.group));
                mail.outgoing.extend(case.and_then(|case| sent(&case, outgoing)));
            }
            mail.thrown = drop::thrown(db)?;
            Ok(mail)
        })
    }

    /// Files of other systems that cannot be taken in, each with the reason: somebody has to drop them. What can be is told
    /// where other files are taken in.
    fn strays(&self, session: &Session) -> Result<Vec<Letter>, DeskError> {
        let mut strays = Vec::new();
        for incoming in self.store.read(|db| Ok::<_, DeskError>(db.notices_in()?))? {
            // Somebody of that group takes it in.
            let why = self.hinders(session, &incoming)?.filter(|why| !is_for_others(why));
            let problem = why.and_then(|why| why.0.into_iter().next());
            strays.extend(problem.map(|problem| Letter {
                id: incoming.blob,
                from: word("portal", &[]),
                arrived_at: incoming.arrived_at,
                size: incoming.size,
                inside: None,
                problem: Some(problem),
            }));
        }
        Ok(strays)
    }

    fn letter(
        &self,
        db: &Reader<'_>,
        town: &Town,
        session: &Session,
        incoming: &Incoming,
    ) -> Result<Letter, DeskError> {
        let called = super::own::called(db, &incoming.from)?;
        let mut letter = Letter {
            id: incoming.blob,
            from: called.unwrap_or_else(|| incoming.from.clone()),
            arrived_at: incoming.arrived_at,
            size: incoming.size,
            inside: None,
            problem: None,
        };
        // The service keeps what this desk has no key for.
        if !db.has_blob(incoming.blob)? {
            letter.problem = Some(Problem::error("", "mail-other-desk"));
            return Ok(letter);
        }
        match opened::glance(db, town, incoming.blob, &self.glances) {
            Ok(manifest) => {
                letter.from.clone_from(&manifest.from.name);
                letter.inside = self.inside(db, session, &manifest)?;
            }
            Err(DeskError::Refused(refusal)) => letter.problem = refusal.0.into_iter().next(),
            Err(error) => return Err(error),
        }
        Ok(letter)
    }

    fn inside(
        &self,
        db: &Reader<'_>,
        session: &Session,
        manifest: &Manifest,
    ) -> Result<Option<Inside>, DeskError> {
        let service = self.catalogue().service(&manifest.service, &manifest.version);
        let here = db.case(manifest.case)?;
        let group = here.as_ref().map(|case| case.opened.group).or(service.map(|service| service.group));
        if !group.is_some_and(|group| session.reads.contains(&group)) {
            return Ok(None);
        }
        let reason = match &manifest.delivery {
            Delivery::Handover { reason } | Delivery::Refusal { reason } => reason.clone(),
            Delivery::Return { reasons, .. } => reasons.clone(),
            Delivery::Acknowledgement => String::new(),
        };
        let name = LocalText { de: manifest.service.clone(), en: String::new() };
        Ok(Some(Inside {
            what: What::of(&manifest.delivery),
            service: service.map_or(name, |service| service.name.clone()),
            number: manifest.number.clone(),
            here: here.map(|case| case.opened.number),
            reason,
            by: manifest.by.clone(),
        }))
    }

    /// The sealed bytes of what came, by its digest or the beginning of it.
    pub fn letter_bytes(&self, id: &str) -> Result<Vec<u8>, DeskError> {
        self.store.read(|db| {
            let one = named(db, id)?;
            let is_here = db.has_blob(one.blob)?;
            if is_here { Ok(db.mail_bytes(one.blob)?) } else { Err(DeskError::because("mail-other-desk")) }
        })
    }

    /// Takes in everything that waits; what cannot be taken stays, with the reasons.
    pub fn take_in_all(&self, session: &Session, say: Say<'_>) -> Result<Vec<Tried>, DeskError> {
        let waiting = self.store.read(|db| Ok::<_, DeskError>(db.bundles_in()?))?;
        let take = |incoming: &Incoming| {
            let bytes = self.store.read(|db| {
                let is_here = db.has_blob(incoming.blob)?;
                if is_here {
                    Ok(db.mail_bytes(incoming.blob)?)
                } else {
                    Err(DeskError::because("mail-other-desk"))
                }
            })?;
            self.take_in(session, &bytes, say)
        };
        let done = waiting.iter().map(|incoming| (incoming.blob, take(incoming))).collect();
        Ok(done)
    }
}

/// What came and waits, by its digest or at least eight digits of the beginning of it.
pub(super) fn named(db: &Reader<'_>, id: &str) -> Result<Incoming, DeskError> {
    let is_it = |incoming: &Incoming| incoming.blob.to_string().starts_with(&id.to_lowercase());
    let mut found = db.mail_in()?.into_iter().filter(is_it);
    match (found.next(), found.next()) {
        (Some(one), None) if id.len() >= 8 => Ok(one),
        _ => Err(Problem::error("", "mail-unknown").with("id", id).into()),
    }
}

/// What went out, unless nobody waits for anything any more: an answer that lies there is not answered.
fn sent(case: &Case, outgoing: Outgoing) -> Option<Sent> {
    let Outgoing { content, to, delivered, note, .. } = outgoing;
    let handed = case.handovers().iter().find(|known| known.given.bundle.content == content);
    let taken = case.origins().find(|taken| taken.answer.content == content);
    let back = case.given_back().filter(|given| given.bundle.content == content);
    let (what, since) = match (handed, taken, back) {
        (Some(handover), ..) => (What::Handover, handover.given.handed_on),
        _ if delivered => return None,
        (_, Some(taken), _) => (What::Acknowledgement, taken.taken_on),
        (.., Some(given)) if given.refused.is_some() => (What::Refusal, given.given_on),
        (.., Some(given)) => (What::Return, given.given_on),
        _ => return None,
    };
    Some(Sent { case: case.id, number: case.opened.number.clone(), what, to, since, delivered, note })
}
