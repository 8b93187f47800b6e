//! Checks all that the service keeps: signatures, chains, places, papers. Changes nothing, and may run beside a service.

use super::store::{Store, StoreError};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::{Certificate, Entry, Head, Kind, MailAsk, MailName, PublicKey, Segment, Signed, Verdict};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The town.
    pub town: String,
    /// What, as the end of a message id: `place`, `certificate`, `segment`, `chain`, `verdict`, `head`, `paper`, `bundle`.
    pub what: &'static str,
    /// Where: a place in the town's sequence, a desk, or a digest.
    pub at: String,
}

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Towns.
    pub towns: u64,
    /// Desks.
    pub desks: u64,
    /// Events, each once.
    pub events: u64,
    /// Papers and attachments that are whole.
    pub papers: u64,
    /// What does not hold.
    pub faults: Vec<Fault>,
}

/// One town on its way through.
struct Town {
    name: String,
    /// The service's key.
    service: PublicKey,
    keys: BTreeMap<DeviceId, PublicKey>,
    /// How far each chain was followed.
    chains: BTreeMap<DeviceId, Head>,
    /// Where the database says each chain stands, until it was met.
    claimed: BTreeMap<DeviceId, Head>,
}

/// Checks everything with the service's public key.
pub async fn check<S: Store>(store: &S, service: PublicKey) -> Result<Checked, StoreError> {
    let mut checked = Checked::default();
    let desks = store.desks().await?;
    checked.desks = desks.len() as u64;
    let towns: BTreeSet<&String> = desks.iter().map(|desk| &desk.town).collect();
    for name in towns {
        let mut town = Town {
            name: name.clone(),
            service,
            keys: BTreeMap::new(),
            chains: BTreeMap::new(),
            claimed: BTreeMap::new(),
        };
        // Heads first: what is written meanwhile only adds to them.
        for desk in desks.iter().filter(|desk| &desk.town == name) {
            let page = store.since(name.clone(), desk.device, Head::default()).await?;
            let own = page.map(|page| page.own).unwrap_or_default();
            if own.seq > 0 {
                let _ = town.claimed.insert(desk.device, own);
            }
        }
        checked.towns += 1;
        sequence(store, &mut town, &mut checked).await?;
        papers(store, name, &mut checked).await?;
        bundles(store, name, &mut checked).await?;
    }
    Ok(checked)
}

async fn sequence<S: Store>(store: &S, town: &mut Town, checked: &mut Checked) -> Result<(), StoreError> {
    // To a desk that does not exist everything is news.
    let (nobody, mut since, mut last) = (DeviceId(Uuid::nil()), Head::default(), 0);
    loop {
        let Some(page) = store.since(town.name.clone(), nobody, since).await? else { break };
        for entry in page.entries {
            let place = entry.town_seq;
            if place != last + 1 {
                checked.faults.push(town.fault("place", place));
            }
            last = place;
            match town.takes(&entry) {
                Ok(events) => checked.events += events,
                Err(what) => checked.faults.push(town.fault(what, place)),
            }
        }
        since = page.next;
        if !page.more {
            break;
        }
    }
    if since.seq != last {
        checked.faults.push(town.fault("place", since.seq));
    }
    for device in town.claimed.keys() {
        checked.faults.push(town.fault("head", device));
    }
    Ok(())
}

impl Town {
    fn fault(&self, what: &'static str, at: impl ToString) -> Fault {
        Fault { town: self.name.clone(), what, at: at.to_string() }
    }

    /// Checks an entry and gives how many events it brings, or what is wrong with it.
    fn takes(&mut self, entry: &Entry) -> Result<u64, &'static str> {
        match entry.kind {
            Kind::Certificate => {
                let signed = Signed::from_bytes(entry.bytes.clone());
                let certificate = Certificate::read(&signed, &self.service).map_err(|_| "certificate")?;
                if certificate.town != self.name {
                    return Err("certificate");
                }
                self.keys.extend(certificate.desks.iter().map(|desk| (desk.device, certificate.key)));
                Ok(0)
            }
            Kind::Segment => {
                let device = Segment::device_of(&entry.bytes).map_err(|_| "segment")?;
                let key = self.keys.get(&device).ok_or("segment")?;
                let segment = Segment::read(&entry.bytes, key).map_err(|_| "segment")?;
                let before = self.chains.insert(device, segment.head).unwrap_or_default();
                if before != segment.after {
                    return Err("chain");
                }
                if let Some(claimed) = self.claimed.get(&device).copied()
                    && claimed.seq <= segment.head.seq
                    && segment.hash_at(claimed.seq) == Some(claimed.hash)
                {
                    let _ = self.claimed.remove(&device);
                }
                Ok(segment.events.len() as u64)
            }
            Kind::Verdict => {
                let signed = Signed::from_bytes(entry.bytes.clone());
                Verdict::read(&signed, &self.service).map(|_| 0).map_err(|_| "verdict")
            }
            Kind::Later(_) => Ok(0),
        }
    }
}

async fn papers<S: Store>(store: &S, town: &str, checked: &mut Checked) -> Result<(), StoreError> {
    for digest in store.whole_blobs(town.to_owned()).await? {
        let mut hasher = Sha256::new();
        for part in 0.. {
            let Some(bytes) = store.part(town.to_owned(), digest, part).await? else { break };
            hasher.update(&bytes);
        }
        if Digest(hasher.finalize().into()) == digest {
            checked.papers += 1;
        } else {
            checked.faults.push(Fault { town: town.to_owned(), what: "paper", at: digest.to_string() });
        }
    }
    Ok(())
}

/// What lies for the town and was not taken yet.
async fn bundles<S: Store>(store: &S, town: &str, checked: &mut Checked) -> Result<(), StoreError> {
    for lying in store.mail(town.to_owned(), MailAsk::default(), usize::MAX).await?.lying {
        let mut hasher = Sha256::new();
        for part in 0.. {
            let name = MailName { office: lying.from.clone(), blob: lying.blob };
            let Some(bytes) = store.mail_part(town.to_owned(), name, part).await? else { break };
            hasher.update(&bytes);
        }
        if Digest(hasher.finalize().into()) != lying.blob {
            let at = lying.blob.to_string();
            checked.faults.push(Fault { town: town.to_owned(), what: "bundle", at });
        }
    }
    Ok(())
}
