//! One contract for every database behind [`Store`], and the routes as a desk meets them, without a socket.

mod contract;
mod crowd;
mod encrypted;
mod erased;
mod judged;
mod mail;
mod present;
mod routes;
mod server;
mod standing;
mod withdrawn;

use super::store::{NewCode, Term};
use super::*;
use crate::domain::id::{DeviceId, Digest};
use crate::wire::tests::key;
use crate::wire::{Certificate, EnrolRequest, OwnDesk, SecretKey};
use chrono::{DateTime, Utc};
use std::future::Future;

pub const TOWN: &str = "05554024";
pub const OTHER_TOWN: &str = "05554012";

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("a moment")
}

/// Runs something that comes later.
pub fn run<F: Future>(work: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

pub fn asks(proof: u8, desk: DeviceId, key: &SecretKey, code: &str, has_events: bool) -> EnrolRequest {
    EnrolRequest {
        secret: Digest([proof; 32]),
        key: key.public(),
        desks: vec![OwnDesk { device: desk, code: code.to_owned() }],
        has_events,
    }
}

pub async fn code<S: Store>(store: &S, town: &str, proof: u8) {
    let expires = now() + chrono::Duration::days(7);
    let code =
        NewCode { town: town.into(), proof: Digest([proof; 32]), name: format!("Platz {proof}"), expires };
    store.add_code(code).await.expect("kept");
}

pub async fn enrol<S: Store>(
    store: &S,
    town: &str,
    request: EnrolRequest,
    at: DateTime<Utc>,
) -> Result<Certificate, store::NotEnrolled> {
    let certify = Box::new(|certificate: &Certificate| certificate.sign(&key(200)));
    let term = Term { given: at, until: at + chrono::Duration::days(400) };
    let enrolled = store.enrol(town.into(), request, term, certify).await.expect("answered");
    enrolled.map(|signed| Certificate::read(&signed, &key(200).public()).expect("signed"))
}
