//! The desk and the Kreis: being enrolled, agreeing with the other desks, and what waits. Decides no conflict.

pub use crate::store::{Later, Meanwhile, Refused, Waiting};
pub use crate::sync::Report as Agreed;

use super::Desk;
use super::error::{DeskError, store_problem};
use super::open::{self, Given, Place};
use super::session::Session;
use crate::domain::id::{DeviceId, Digest, EventRef};
use crate::domain::problem::Problem;
use crate::domain::town::keys;
use crate::domain::user::Role;
use crate::store::{Enrolment, StoreError, Tx};
use crate::sync::{self, Http, Lost, SyncError};
use crate::wire::push::Stop;
use crate::wire::{Door, EnrolmentCode, OwnDesk, SecretKey, Service};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Where the key of a desk lies until it has been let in: an answer that got lost is asked for again with the same one.
const PENDING_KEY: &str = "kreis-key";
/// How long a round waits for news of other desks: what is written here meanwhile goes out with the next one.
const NEWS: Duration = Duration::from_secs(5);
/// Seconds of rest while the service does not answer; the last one repeats.
const RESTS: [u64; 4] = [1, 2, 5, 10];

/// Whether a problem goes away by itself: no line, no service, a full disk over there.
fn passes(problem: &Problem) -> bool {
    ["kreis-no-answer", "kreis-database", "kreis-too-often", "store-busy"].contains(&problem.id.as_str())
}

/// Which desk, with which key, and the address, certificate and town that it goes to.
type Whereto = (DeviceId, [u8; 32], String, Digest, String);

/// A line that is kept from round to round: connecting costs more than most rounds have to say.
struct Line {
    to: Whereto,
    service: Http,
}

/// A desk that belongs to the Kreis now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// The town (AGS).
    pub town: String,
    /// What the Kreis calls the desk.
    pub name: String,
    /// What its numbers bear.
    pub code: String,
}

/// How desk and Kreis stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// This desk works alone.
    Alone,
    /// The service answered when it was last asked.
    Connected {
        /// When; nothing where it was never asked.
        heard_at: Option<DateTime<Utc>>,
    },
    /// It does not answer.
    Silent {
        /// Since when.
        from: DateTime<Utc>,
    },
}

/// What somebody may note as looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ToSettle {
    /// What does not count, or was written in a role that was gone.
    pub events: BTreeSet<EventRef>,
    /// Those of them that are about what was destroyed since: nothing is written about them any more.
    pub destroyed: BTreeSet<EventRef>,
    /// Whether numbers that were given out twice, too.
    pub numbers: bool,
}

/// What waits between desk and Kreis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outbox {
    /// How they stand.
    pub connection: Connection,
    /// What is to be sent.
    pub waiting: Waiting,
    /// Papers and attachments of other desks that are to come.
    pub awaited: usize,
    /// Sealed files of other offices that wait to be taken in.
    pub letters: usize,
    /// Answers to portals that are to go over the service and are not there yet.
    pub answers: usize,
    /// Those of them that the service did not take, or that cannot be sealed.
    pub answers_refused: usize,
    /// Events that do not count, and nobody has looked at that.
    pub refused: Vec<Refused>,
    /// What was written in roles that were taken away meanwhile, and nobody has looked at.
    pub meanwhile: Vec<Meanwhile>,
    /// Events that a later program wrote.
    pub later: Later,
    /// Numbers that were given out twice: by two machines that were one desk without knowing.
    pub doubled: Vec<String>,
    /// What of all that whoever looks may note as looked at; nothing where nobody in particular does.
    pub to_settle: ToSettle,
    /// Why this desk hands out no number, where it does not.
    pub behind: Option<Problem>,
}

/// Makes a new desk in an empty folder, for a code to be used on; a folder with a desk is left alone.
pub fn prepare(place: &Place, given: &Given, desk: super::clock::Clock) -> Result<open::Key, DeskError> {
    if place.database().exists() {
        open::key(place, given)
    } else {
        open::create(place, given, desk, &super::chance::Chance::System)
    }
}

impl Desk {
    /// Lets this desk into the Kreis. Where people work here already, an administrator does it.
    pub fn enrol(&self, session: Option<&Session>, url: &str, code: &str) -> Result<Enrolled, DeskError> {
        let read = read_code(code)?;
        let device = self.store.read(|db| -> Result<_, StoreError> { db.device() })?.id;
        let service = Http::new(url, read.pin, &read.town, device, self.kreis_key()?);
        self.enrol_at(&mut service.map_err(SyncError::from)?, session, url, code)
    }

    /// The same through a door of one's own: a service without a socket.
    pub fn enrol_at<D: Door<Lost = Lost>>(
        &self,
        service: &mut D,
        session: Option<&Session>,
        url: &str,
        code: &str,
    ) -> Result<Enrolled, DeskError> {
        let is_administrator = |session: &Session| session.roles.contains(&Role::Administrator);
        // A desk that began with a neighbour's backup has its people, and nobody has worked at it yet.
        let begins = self.is_first_start()?
            || self.store.read(|db| -> Result<_, StoreError> { db.is_to_be_let_in() })?;
        if !begins && !session.is_some_and(is_administrator) {
            return Err(Problem::error("--as", "kreis-administrator").into());
        }
        let code = read_code(code)?;
        if let Some(ags) = self.other_town(&code.town)? {
            return Err(Problem::error("code", "kreis-other-town").with("ags", ags).into());
        }
        let key = self.kreis_key()?;
        let (desks, has_events) = self.store.read(|db| {
            let desks = db.own_desks()?;
            let own = desks.iter().map(|desk| OwnDesk { device: desk.id, code: desk.code.clone() });
            let mut has_events = false;
            for desk in &desks {
                has_events |= db.chain_head(desk.id)?.0 > 0;
            }
            Ok::<_, StoreError>((own.collect::<Vec<_>>(), has_events))
        })?;
        let enrolled = sync::enrol(service, url, &code, &key, desks, has_events)?;
        let changed = self.store.write(|tx| {
            enrolled.note(tx)?;
            tx.set_preference(None, PENDING_KEY, None)?;
            Ok::<_, DeskError>(tx.device()?.code)
        })?;
        Ok(Enrolled { town: code.town, name: code.name, code: changed.value })
    }

    /// The town of this desk where it is another one than the code's.
    fn other_town(&self, town: &str) -> Result<Option<String>, DeskError> {
        let ags = self.town()?.get(keys::AGS).to_owned();
        Ok(Some(ags).filter(|ags| !ags.is_empty() && ags != town))
    }

    /// The key with which this desk signs; made once.
    fn kreis_key(&self) -> Result<SecretKey, DeskError> {
        let kept: Option<[u8; 32]> = self.store.read(|db| {
            let pending = db.preference(None, PENDING_KEY)?.and_then(|bytes| bytes.try_into().ok());
            Ok::<_, StoreError>(db.enrolment()?.map(|enrolment| enrolment.key).or(pending))
        })?;
        if let Some(seed) = kept {
            return Ok(SecretKey::new(&seed));
        }
        let seed = self.chance.bytes::<32>()?;
        let keep = |tx: &mut Tx<'_>| tx.set_preference(None, PENDING_KEY, Some(&seed));
        let _ = self.store.write(|tx| keep(tx).map_err(DeskError::from))?;
        Ok(SecretKey::new(&seed))
    }

    /// One round with the Kreis; waits up to `wait` for news of other desks. `go_on` hears how far it is and may stop it.
    pub fn agree(&self, wait: Duration, go_on: &mut dyn FnMut(&Agreed) -> bool) -> Result<Agreed, DeskError> {
        self.agree_along(&mut None, wait, go_on)
    }

    /// The same over the line that was kept, if it still leads to where this desk is enrolled; else over a new one, which
    /// is kept. A line that failed is not.
    fn agree_along(
        &self,
        line: &mut Option<Line>,
        wait: Duration,
        go_on: &mut dyn FnMut(&Agreed) -> bool,
    ) -> Result<Agreed, DeskError> {
        let (enrolment, device) =
            self.store.read(|db| Ok::<_, StoreError>((db.enrolment()?, db.device()?.id)))?;
        let enrolment = enrolment.ok_or_else(|| DeskError::because("kreis-not-enrolled"))?;
        let Enrolment { key, url, pin, town, .. } = enrolment;
        let to = (device, key, url, pin, town);
        let mut kept = match line.take().filter(|kept| kept.to == to) {
            Some(kept) => kept,
            None => Line { service: self.line(&to)?, to },
        };
        let agreed = self.agree_over(&mut kept.service, wait, go_on)?;
        *line = Some(kept);
        Ok(agreed)
    }

    fn line(&self, (device, key, url, pin, town): &Whereto) -> Result<Http, DeskError> {
        let service = Http::new(url, *pin, town, *device, SecretKey::new(key));
        Ok(service.map_err(SyncError::from)?.with_presence(self.presence.clone()))
    }

    /// The same over a line of one's own: a service without a socket.
    pub fn agree_over<S: Service<Lost = Lost>>(
        &self,
        service: &mut S,
        wait: Duration,
        go_on: &mut dyn FnMut(&Agreed) -> bool,
    ) -> Result<Agreed, DeskError> {
        let (enrolment, device, desks) =
            self.store.read(|db| Ok::<_, StoreError>((db.enrolment()?, db.device()?, db.town_desks()?)))?;
        let enrolment = enrolment.ok_or_else(|| DeskError::because("kreis-not-enrolled"))?;
        // It went on as a new desk, and the Kreis has not let that one in yet.
        if !desks.iter().any(|desk| desk.device == device.id) {
            return Err(DeskError::because("kreis-desk-is-new"));
        }
        // Packs behind the cases: none of them keeps a case waiting.
        let mut settled = Ok(0);
        let agreed = sync::once(&self.store, service, wait, go_on).and_then(|mut agreed| {
            if !agreed.stopped {
                // What has become a case is no longer kept at the service.
                settled = self.settle_arrived().and_then(|count| self.seal_answers().map(|()| count));
                sync::mail(&self.store, service, &mut agreed, go_on)?;
            }
            self.fetch_packs(service, wait)?;
            Ok(agreed)
        });
        let answered = !matches!(agreed, Err(SyncError::Lost(Lost::NoAnswer(_) | Lost::OtherCertificate)));
        if agreed.is_err() {
            self.presence.lost();
        }
        let now = self.clock.now();
        // Every answer is noted where it is news, else once a minute: a desk at rest writes nothing.
        let known = if answered {
            let lately = |at: DateTime<Utc>| (0..60).contains(&(now - at).num_seconds());
            enrolment.silent_from.is_none() && enrolment.heard_at.is_some_and(lately)
        } else {
            enrolment.silent_from.is_some()
        };
        if !known {
            let noted = |tx: &mut Tx<'_>| tx.heard(now, answered).map_err(DeskError::from);
            let _ = self.store.write(noted)?;
        }
        // A pack may have come with it, or a case that began with one.
        self.refresh_catalogue()?;
        let _ = settled?;
        Ok(agreed?)
    }

    /// Looks what the Kreis has published: when it is asked for once, and every ten minutes where rounds wait for news.
    fn fetch_packs<S: Service<Lost = Lost>>(&self, service: &mut S, wait: Duration) -> Result<(), SyncError> {
        let now = self.clock.now();
        let lately = self.shelf.asked_at().is_some_and(|at| (0..600).contains(&(now - at).num_seconds()));
        if wait.is_zero() || !lately {
            let _ = sync::packs(&self.store, service, env!("CARGO_PKG_VERSION"), self.today())?;
            self.shelf.asked(now);
        }
        Ok(())
    }

    /// One round after the other until `hears` says no. `goes` hears how far a round is, and may stop it. A problem that
    /// goes away by itself is waited for, longer each time; one that a person has to look at ends it.
    pub fn keep_agreeing(
        &self,
        hears: &mut dyn FnMut(Result<&Agreed, &DeskError>) -> bool,
        goes: &mut dyn FnMut(&Agreed) -> bool,
    ) -> Result<(), DeskError> {
        let (mut failures, mut line) = (0, None);
        loop {
            let mut go_on = |agreed: &Agreed| goes(agreed) && !self.brake.is_pulled();
            let agreed = self.agree_along(&mut line, NEWS, &mut go_on);
            if !hears(agreed.as_ref()) {
                return Ok(());
            }
            match agreed {
                Ok(_) => failures = 0,
                Err(error) if error.problems().iter().all(passes) => {
                    std::thread::sleep(Duration::from_secs(RESTS[failures.min(RESTS.len() - 1)]));
                    failures += 1;
                }
                Err(error) => return Err(error),
            }
            self.brake.wait();
        }
    }

    /// Stops agreeing with the Kreis at the next good place, until it is to go on. What was done stays done.
    pub fn hold_agreeing(&self, hold: bool) {
        self.brake.pull(hold);
    }

    /// Whether somebody stopped it.
    pub fn is_agreeing_held(&self) -> bool {
        self.brake.is_pulled()
    }

    /// How desk and Kreis stand.
    pub fn connection(&self) -> Result<Connection, DeskError> {
        let enrolment = self.store.read(|db| -> Result<_, StoreError> { db.enrolment() })?;
        Ok(enrolment.as_ref().map_or(Connection::Alone, connection))
    }

    /// What waits between desk and Kreis, for nobody in particular: whom its matters concern, [`Desk::outbox_of`] says.
    pub fn outbox(&self) -> Result<Outbox, DeskError> {
        let behind = self.store.standing()?.err().map(|behind| store_problem(&behind.into()));
        self.store.read(|db| {
            let answers = db.answers()?;
            Ok(Outbox {
                connection: db.enrolment()?.as_ref().map_or(Connection::Alone, connection),
                waiting: db.waiting()?,
                awaited: db.awaited_blobs()?.len(),
                letters: db.bundles_in()?.len(),
                answers: answers.len(),
                answers_refused: answers.iter().filter(|answer| answer.note.is_some()).count(),
                refused: db.refused()?,
                meanwhile: self.store.meanwhile(db)?,
                later: db.later()?,
                doubled: db.doubled()?,
                to_settle: ToSettle::default(),
                behind,
            })
        })
    }
}

/// Stops rounds with the Kreis, and lets them go on. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Brake(Arc<(Mutex<bool>, Condvar)>);

impl Brake {
    fn pull(&self, pulled: bool) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = pulled;
        self.0.1.notify_all();
    }

    fn is_pulled(&self) -> bool {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until it is let go.
    fn wait(&self) {
        let pulled = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.0.1.wait_while(pulled, |pulled| *pulled));
    }
}

fn read_code(code: &str) -> Result<EnrolmentCode, DeskError> {
    Ok(code.parse().map_err(|_| Problem::error("code", "kreis-code-form"))?)
}

fn connection(enrolment: &Enrolment) -> Connection {
    match enrolment.silent_from {
        Some(from) => Connection::Silent { from },
        None => Connection::Connected { heard_at: enrolment.heard_at },
    }
}

/// What a clerk is told where desk and Kreis do not agree.
pub(super) fn problems(error: &SyncError) -> Vec<Problem> {
    let id = match error {
        SyncError::Store(error) => return vec![store_problem(error)],
        SyncError::Lost(Lost::NoAnswer(_)) => "kreis-no-answer",
        SyncError::Lost(Lost::OtherCertificate) => "kreis-other-certificate",
        SyncError::Lost(Lost::OtherVersion(_)) => "kreis-other-version",
        SyncError::Lost(Lost::Said(word)) => match word.as_str() {
            "unknown_code" => "kreis-code-unknown",
            "expired_code" => "kreis-code-expired",
            "used_code" => "kreis-code-used",
            "desk_code_taken" => "kreis-desk-code-taken",
            "revoked" => "kreis-revoked",
            "expired" => "kreis-expired",
            "database" => "kreis-database",
            "too_often" | "too_slow" => "kreis-too-often",
            _ => "kreis-says-no",
        },
        SyncError::Stop(Stop::Fork { .. }) => "kreis-fork",
        SyncError::Stop(Stop::CutOff) => "kreis-revoked",
        SyncError::Stop(Stop::Behind { .. }) => "kreis-behind",
        SyncError::Stop(Stop::Stuck { .. }) | SyncError::Wire(_) => "kreis-not-understood",
    };
    vec![Problem::error("", id).with("why", error)]
}
