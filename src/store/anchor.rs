//! The anchor: a desk's last event, noted a second time outside the data folder, so that an older database put back
//! is noticed before it hands out a number. Decides nothing; it compares.

use super::error::StoreError;
use super::place::{Place, sync_dir, write_private};
use crate::domain::id::{DeviceId, Digest, EventRef};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::path::PathBuf;

/// Why this database hands out no number and takes no event: it is not the newest this desk had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Behind {
    /// There is no anchor: the data folder came from elsewhere, or the state folder was lost.
    #[error("no anchor")]
    NoAnchor,
    /// The anchor was written on another machine: both folders were copied.
    #[error("the anchor belongs to another machine")]
    OtherMachine,
    /// The desk had already written more: an older copy was put back, or the log lost its end.
    #[error("this desk had written {anchor} events, the database has {database}")]
    Older {
        /// Events that this desk had written.
        anchor: u64,
        /// Events of this desk in the database.
        database: u64,
    },
    /// The desk had written something else at that place: an older copy was put back and written to.
    #[error("event {seq} of this desk is not the one that was anchored")]
    Differs {
        /// The place in the desk's chain.
        seq: u64,
    },
    /// It began with a neighbour's backup and has no letters for its numbers yet.
    #[error("this desk has not been let in yet")]
    NotLetIn,
    /// The service has something else of this desk: another machine writes as it too.
    #[error("another machine writes as this desk, from event {shared} on")]
    Twin {
        /// The last event that both have.
        shared: u64,
    },
}

/// Frozen: read by every later version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Anchor {
    device: DeviceId,
    seq: u64,
    hash: Digest,
    machine: Digest,
}

/// The anchor as it stood at a moment. It follows its commit, so whoever compares it with the database notes it first: what
/// others commit meanwhile is then more than the anchor knows, and never less.
pub(super) struct Noted(Option<Anchor>);

/// The anchors of one state folder.
#[derive(Debug, Clone)]
pub(super) struct Anchors {
    dir: PathBuf,
    machine: Digest,
}

/// An anchor on disk under a name of its own; nothing can fail for want of space any more.
#[must_use]
pub(super) struct Prepared {
    anchors: Anchors,
    anchor: Anchor,
    file: PathBuf,
}

impl Anchors {
    pub(super) fn of(place: &Place) -> Self {
        let machine = fs::read("/etc/machine-id").unwrap_or_default();
        Self { dir: place.state.clone(), machine: Digest::of(&[b"amtsstube machine", machine.trim_ascii()]) }
    }

    fn file(&self, device: DeviceId) -> PathBuf {
        self.dir.join(format!("anchor-{device}.json"))
    }

    fn read(&self, device: DeviceId) -> Option<Anchor> {
        serde_json::from_slice(&fs::read(self.file(device)).ok()?).ok()
    }

    /// The desk's anchor now.
    pub(super) fn noted(&self, device: DeviceId) -> Noted {
        Noted(self.read(device))
    }

    /// Whether the database is the newest this desk had. Inside a write transaction the answer holds until its end.
    pub(super) fn check(&self, db: &Connection, device: DeviceId, noted: &Noted) -> Result<(), StoreError> {
        let anchor = noted.0.as_ref().ok_or(Behind::NoAnchor)?;
        if anchor.machine != self.machine {
            return Err(Behind::OtherMachine.into());
        }
        if anchor.seq == 0 {
            return Ok(());
        }
        let hash = db
            .prepare_cached("SELECT hash FROM event WHERE device = ?1 AND seq = ?2")?
            .query_row(params![device.0.into_bytes(), anchor.seq.cast_signed()], |row| {
                row.get::<_, [u8; 32]>(0)
            })
            .optional()?;
        match hash {
            Some(hash) if hash == anchor.hash.0 => Ok(()),
            Some(_) => Err(Behind::Differs { seq: anchor.seq }.into()),
            None => {
                let database = super::log::head(db, device)?.0;
                Err(Behind::Older { anchor: anchor.seq, database }.into())
            }
        }
    }

    /// Writes the anchor to be, synced, under a name of its own: called before the commit it is for.
    pub(super) fn prepare(&self, head: EventRef, hash: Digest) -> Result<Prepared, StoreError> {
        let anchor = Anchor { device: head.device, seq: head.seq, hash, machine: self.machine };
        let file = self.dir.join(format!(".anchor-{}-{}.new", head.device, head.seq));
        write_private(&file, &serde_json::to_vec(&anchor)?).map_err(StoreError::at(&file))?;
        Ok(Prepared { anchors: self.clone(), anchor, file })
    }
}

impl Prepared {
    /// Puts the anchor in its place, synced, unless a later one stands there: several programs write.
    pub(super) fn keep(mut self) -> Result<(), StoreError> {
        let file = std::mem::take(&mut self.file);
        let keep = || {
            let lock = File::create(self.anchors.dir.join("anchor.lock"))?;
            lock.lock()?;
            let later = self
                .anchors
                .read(self.anchor.device)
                .is_some_and(|kept| kept.seq >= self.anchor.seq && kept.machine == self.anchor.machine);
            if later {
                fs::remove_file(&file)
            } else {
                fs::rename(&file, self.anchors.file(self.anchor.device))?;
                sync_dir(&self.anchors.dir)
            }
        };
        keep().map_err(StoreError::NotAnchored)
    }
}

impl Drop for Prepared {
    /// The commit did not happen.
    fn drop(&mut self) {
        if !self.file.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.file);
        }
    }
}
