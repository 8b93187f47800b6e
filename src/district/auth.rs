//! Who asks: every request for a town is signed by a desk of that town, with a challenge that the service gave some minutes
//! ago. Looks at no content.

use super::clock;
use super::enrol::{Standing, standing};
use super::presence;
use super::routes::App;
use super::store::Store;
use super::trouble::Trouble;
use crate::domain::id::{DeviceId, Digest};
use crate::wire::{Challenge, Credentials, Greeting, MAX_WIRE, PublicKey, SecretKey, VERSION, Welcome};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::HeaderValue;
use axum::http::header::AUTHORIZATION;
use axum::middleware::Next;
use axum::response::Response;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::Instant;

/// How long a challenge may be signed, in seconds.
const FRESH: i64 = 600;

/// From this age on, an answer brings the next one: whoever goes on asking is never asked to sign again.
const STALE: i64 = 240;

/// Where an answer brings it.
const NEXT: &str = "challenge";

/// A desk that has shown who it is.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// Its town.
    pub town: String,
    /// The desk.
    pub device: DeviceId,
    /// Its key.
    pub key: PublicKey,
    /// Whether it was cut off: what it sends lies aside.
    pub revoked: bool,
}

/// Lets a request through that a desk of the town signed; the handler then finds [`Caller`] and the whole body.
pub(super) async fn signed<S: Store>(
    State(app): State<App<S>>,
    Path(path): Path<HashMap<String, String>>,
    request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let town = path.get("town").cloned().unwrap_or_default();
    let shown = request.headers().get(AUTHORIZATION).and_then(|header| header.to_str().ok());
    let shown: Option<Credentials> = shown.and_then(|text| text.parse().ok());
    // What is signed for this connection is worth nothing on another one, so it does not grow old.
    let own = request.extensions().get::<Greeting>().and_then(|greeting| greeting.challenge);
    let age = shown.and_then(|shown| match own {
        Some(own) if own == shown.challenge => Some(0),
        _ => age(&app.key, shown.challenge, clock::now().timestamp()),
    });
    let Some((shown, age)) = shown.zip(age) else { return Err(Trouble::Challenge(welcome(&app.key))) };
    // A desk that is not of this town learns no more than one that does not exist.
    let known = app.store.device(town.clone(), shown.device).await?.ok_or(Trouble::Stranger)?;
    let (mut parts, body) = request.into_parts();
    let body = whole(body, app.limits.patience()).await?;
    let asked = parts.uri.path_and_query().map_or("", |asked| asked.as_str());
    shown.check(&known.key, parts.method.as_str(), asked, &body).map_err(|_| Trouble::Stranger)?;
    // A desk that was cut off may still hand over what it has, and hears nothing.
    if known.revoked && !path.contains_key("first_seq") {
        return Err(Trouble::Revoked);
    }
    let standing = standing(known.valid_until, clock::now().timestamp());
    if standing == Standing::Expired {
        return Err(Trouble::Expired);
    }
    app.rate.take(shown.device, Instant::now()).map_err(Trouble::TooOften)?;
    let caller = Caller { town, device: shown.device, key: known.key, revoked: known.revoked };
    let is_gone = parts.headers.contains_key(presence::STILL) && !presence::stays(&app, &caller).await?;
    let _ = parts.extensions.insert(caller);
    let mut answer = next.run(Request::from_parts(parts, Body::from(body))).await;
    if is_gone {
        let _ = answer.headers_mut().insert(presence::GONE, HeaderValue::from_static("yes"));
    }
    if age > STALE {
        let next = challenge(&app.key, clock::now().timestamp()).0.to_string();
        if let Ok(next) = HeaderValue::from_str(&next) {
            let _ = answer.headers_mut().insert(NEXT, next);
        }
    }
    if standing == Standing::EndsSoon {
        let _ = answer.headers_mut().insert("certificate-ends", HeaderValue::from_static("soon"));
    }
    Ok(answer)
}

/// A body within its limits of size and time.
pub(super) async fn whole(body: Body, patience: Duration) -> Result<Bytes, Trouble> {
    match tokio::time::timeout(patience, to_bytes(body, MAX_WIRE)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Trouble::TooLarge),
        Err(_) => Err(Trouble::TooSlow),
    }
}

/// What everybody is told.
pub(super) fn welcome(key: &SecretKey) -> Welcome {
    Welcome { version: VERSION, service: key.public(), challenge: challenge(key, clock::now().timestamp()) }
}

/// The time, and what only the holder of the service's key can say about it.
pub(super) fn challenge(key: &SecretKey, seconds: i64) -> Challenge {
    let proof = Digest::of(&[b"amtsstube challenge 1", &key.seed(), &seconds.to_le_bytes()]);
    let mut bytes = proof.0;
    bytes[..8].copy_from_slice(&seconds.to_le_bytes());
    Challenge(Digest(bytes))
}

/// How old a challenge is, where it is one of ours and may still be signed. The clock of another node may be ahead.
fn age(key: &SecretKey, shown: Challenge, now: i64) -> Option<i64> {
    let mut time = [0; 8];
    time.copy_from_slice(&shown.0.0[..8]);
    let given = i64::from_le_bytes(time);
    let age = now.checked_sub(given).filter(|_| challenge(key, given) == shown)?;
    (-FRESH..=FRESH).contains(&age).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_fresh_for_ten_minutes_and_only_where_it_was_given() {
        let (ours, other) = (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]));
        let given = challenge(&ours, 1_800_000_000);
        let after = |seconds: i64| age(&ours, given, 1_800_000_000 + seconds);
        assert_eq!([0, 600, 601, -600, -601].map(after), [Some(0), Some(600), None, Some(-600), None]);
        assert_eq!(age(&other, given, 1_800_000_000), None);
        let mut later = given;
        later.0.0[0] ^= 1;
        assert_eq!(age(&ours, later, 1_800_000_000), None);
        assert_eq!(age(&ours, challenge(&ours, i64::MIN), 1_800_000_000), None);
    }
}
