//! Who writes for an office now: what another office seals for. Signs nothing anew; the certificates are those that the
//! office's own desks were told.

use super::store::{OfficeDesk, Store, StoreError};
use crate::domain::id::Digest;
use crate::domain::office::{is_kreis, kreis_of};
use crate::wire::{Certificate, OfficeMark, PublicKey, Signed};
use std::collections::{BTreeMap, BTreeSet};

/// The desks of one office that write now: their keys, and until when.
type Live = BTreeSet<(PublicKey, Option<i64>)>;

/// The offices that one may know, with what their desks are told from.
pub(super) async fn marks<S: Store>(
    store: &S,
    asking: &str,
    now: i64,
) -> Result<Vec<OfficeMark>, StoreError> {
    let kreis = kreis_of(asking).unwrap_or_default();
    let mut desks = Vec::new();
    if is_kreis(asking) {
        desks = store.office_desks(kreis.clone(), format!("{}999", &kreis[..5])).await?;
    } else {
        for office in [kreis, asking.to_owned()] {
            desks.extend(store.office_desks(office.clone(), office).await?);
        }
    }
    let mut offices: BTreeMap<String, Vec<OfficeDesk>> = BTreeMap::new();
    for desk in desks {
        offices.entry(desk.town.clone()).or_default().push(desk);
    }
    Ok(offices.into_iter().map(|(ags, desks)| OfficeMark { ags, mark: mark(&live(&desks, now)) }).collect())
}

/// From what all offices are told together.
pub(super) fn together(offices: &[OfficeMark]) -> Digest {
    let mut said = Vec::new();
    for office in offices {
        said.extend_from_slice(office.ags.as_bytes());
        said.extend_from_slice(&office.mark.0);
    }
    Digest::of(&[b"amtsstube offices 1", &said])
}

fn mark(live: &Live) -> Digest {
    let mut said = Vec::new();
    for (key, until) in live {
        said.extend_from_slice(&key.0);
        said.extend_from_slice(&until.unwrap_or_default().to_le_bytes());
    }
    Digest::of(&[b"amtsstube office 1", &said])
}

/// A machine may be several desks under one key; cut off as one of them, it is cut off.
fn live(desks: &[OfficeDesk], now: i64) -> Live {
    let is_out = |desk: &&OfficeDesk| desk.revoked || desk.valid_until.is_some_and(|until| until < now);
    let out: BTreeSet<PublicKey> = desks.iter().filter(is_out).map(|desk| desk.key).collect();
    let writes = desks.iter().filter(|desk| !out.contains(&desk.key));
    writes.map(|desk| (desk.key, desk.valid_until)).collect()
}

/// The last certificate of each desk of the office that writes now.
pub(super) async fn certificates<S: Store>(
    store: &S,
    service: &PublicKey,
    office: &str,
    now: i64,
) -> Result<Vec<Signed>, StoreError> {
    let desks = store.office_desks(office.to_owned(), office.to_owned()).await?;
    let live: BTreeSet<PublicKey> = live(&desks, now).into_iter().map(|(key, _)| key).collect();
    let mut last = BTreeMap::new();
    for bytes in store.certificates(office.to_owned()).await? {
        let signed = Signed::from_bytes(bytes);
        let certificate = Certificate::read(&signed, service)?;
        if live.contains(&certificate.key) {
            let _ = last.insert(certificate.key, signed);
        }
    }
    Ok(last.into_values().collect())
}
