//! All routes of the service, in one place. Each reads, asks the store once, and answers; nothing is kept between two.

use super::auth::{self, Caller};
use super::clock;
use super::judge::judge;
use super::store::{NotEnrolled, Store, StoreError};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::{Certificate, EnrolRequest, PART, SecretKey, Segment, Signed, Welcome, WireError};
use axum::body::{Body, Bytes};
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// Longest wait of a long poll.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often a long poll looks for what another node has written.
const LOOK: Duration = Duration::from_secs(1);

/// Largest paper or attachment.
const LARGEST_BLOB: u64 = 64 << 20;

/// What every request can reach.
pub(super) struct App<S> {
    pub store: S,
    pub key: Arc<SecretKey>,
    /// Rings when something is new in some town.
    pub news: Arc<watch::Sender<u64>>,
    /// Turns true when the service stops: nobody waits any longer.
    pub stopping: watch::Receiver<bool>,
}

impl<S: Clone> Clone for App<S> {
    fn clone(&self) -> Self {
        let (key, news) = (Arc::clone(&self.key), Arc::clone(&self.news));
        Self { store: self.store.clone(), key, news, stopping: self.stopping.clone() }
    }
}

/// All routes.
pub(super) fn router<S: Store>(app: App<S>) -> Router {
    Router::new()
        .route("/t/{town}/d/{device}/{first_seq}", post(push::<S>))
        .route("/t/{town}/since/{seq}", get(since::<S>))
        .route("/t/{town}/blobs", post(blobs::<S>))
        .route("/t/{town}/blob/{digest}/{part}", get(part::<S>).put(put_part::<S>))
        .route_layer(from_fn_with_state(app.clone(), auth::signed::<S>))
        .route("/t/{town}/enrol", post(enrol::<S>))
        .route("/hello", get(hello::<S>))
        .route("/health", get(|| async { "ok" }))
        .route("/ready", get(ready::<S>))
        .with_state(app)
}

/// Why there is no answer. What is wrong inside is logged and not told.
pub(super) enum Trouble {
    /// Sign this one, please.
    Challenge(Welcome),
    /// No desk of this town, or not its signature.
    Stranger,
    /// A desk that was cut off.
    Revoked,
    /// Not understood.
    Malformed(WireError),
    /// More than anybody should send.
    TooLarge,
    /// It took too long.
    TooSlow,
    /// Not let in.
    NotEnrolled(NotEnrolled),
    /// The town's sequence has not come that far: the service was put back.
    PutBack,
    /// There is no such thing.
    Nothing,
    /// The database.
    Store(StoreError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<WireError> for Trouble {
    fn from(error: WireError) -> Self {
        Self::Malformed(error)
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let say = |status, problem: &str| (status, Json(json!({ "problem": problem }))).into_response();
        match self {
            Self::Challenge(welcome) => (StatusCode::UNAUTHORIZED, Json(welcome)).into_response(),
            Self::Stranger => say(StatusCode::FORBIDDEN, "stranger"),
            Self::Revoked => say(StatusCode::FORBIDDEN, "revoked"),
            Self::Malformed(error) => {
                tracing::warn!(%error, "not understood");
                say(StatusCode::BAD_REQUEST, "malformed")
            }
            Self::TooLarge => say(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Self::TooSlow => say(StatusCode::REQUEST_TIMEOUT, "too_slow"),
            Self::NotEnrolled(why) => say(
                StatusCode::FORBIDDEN,
                match why {
                    NotEnrolled::UnknownCode => "unknown_code",
                    NotEnrolled::Expired => "expired_code",
                    NotEnrolled::Used => "used_code",
                    NotEnrolled::CodeTaken => "desk_code_taken",
                    NotEnrolled::DeviceTaken => "device_taken",
                },
            ),
            Self::PutBack => say(StatusCode::GONE, "put_back"),
            Self::Nothing => say(StatusCode::NOT_FOUND, "nothing"),
            Self::Store(error) => {
                tracing::error!(%error, "the database refused");
                say(StatusCode::SERVICE_UNAVAILABLE, "database")
            }
        }
    }
}

async fn hello<S: Store>(State(app): State<App<S>>) -> Json<Welcome> {
    Json(auth::welcome(&app.key))
}

async fn ready<S: Store>(State(app): State<App<S>>) -> Result<&'static str, Trouble> {
    let _ = app.store.desks().await?;
    Ok("ready")
}

async fn enrol<S: Store>(
    State(app): State<App<S>>,
    Path(town): Path<String>,
    body: Body,
) -> Result<Vec<u8>, Trouble> {
    let body = auth::whole(body).await?;
    let request: EnrolRequest =
        serde_json::from_slice(&body).map_err(|_| WireError::Malformed("no enrolment"))?;
    let writes = request.desks.last().ok_or(WireError::Malformed("no desk"))?.device;
    let key = Arc::clone(&app.key);
    let certify = Box::new(move |certificate: &Certificate| certificate.sign(&key));
    let enrolled = app.store.enrol(town.clone(), request, clock::now(), certify).await?;
    let signed = enrolled.map_err(Trouble::NotEnrolled)?;
    app.news.send_modify(|count| *count += 1);
    tracing::info!(town, device = %writes, "enrolled");
    Ok(signed.bytes().to_vec())
}

async fn push<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, device, first_seq)): Path<(String, DeviceId, u64)>,
    body: Bytes,
) -> Result<Response, Trouble> {
    // What a database was before it was put back is sent by what it is now.
    let key = if device == caller.device {
        caller.key
    } else {
        let known = app.store.device(caller.town.clone(), device).await?;
        known.filter(|known| known.key == caller.key).ok_or(Trouble::Stranger)?.key
    };
    let segment = Segment::read(&body, &key)?;
    if (segment.device, segment.after.seq + 1) != (device, first_seq) {
        return Err(WireError::Malformed("another segment than the path says").into());
    }
    let verdicts: Vec<Signed> =
        judge(&segment).iter().map(|verdict| verdict.sign(&app.key)).collect::<Result<_, _>>()?;
    let (events, refused, town) = (segment.events.len(), verdicts.len(), caller.town.clone());
    let answer = app.store.append(caller.town, segment, body.to_vec(), verdicts).await?;
    app.news.send_modify(|count| *count += 1);
    tracing::info!(town, %device, first_seq, events, refused, status = answer.status(), "pushed");
    let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok((status, Json(answer)).into_response())
}

/// How long a caller would like to wait for news, in seconds.
#[derive(Debug, Default, Deserialize)]
struct Wait {
    #[serde(default)]
    wait: u64,
}

async fn since<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, seq)): Path<(String, u64)>,
    Query(wait): Query<Wait>,
) -> Result<Vec<u8>, Trouble> {
    let end = Instant::now() + Duration::from_secs(wait.wait).min(LONGEST_WAIT);
    let (mut news, mut stopping) = (app.news.subscribe(), app.stopping.clone());
    loop {
        let page = app.store.since(caller.town.clone(), caller.device, seq).await?;
        let page = page.ok_or(Trouble::PutBack)?;
        if !page.entries.is_empty() || Instant::now() >= end || *stopping.borrow() {
            return Ok(page.bytes()?);
        }
        let look = (Instant::now() + LOOK).min(end);
        tokio::select! {
            _ = news.changed() => {}
            _ = stopping.changed() => {}
            () = tokio::time::sleep_until(look) => {}
        }
    }
}

async fn blobs<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Json(digests): Json<Vec<Digest>>,
) -> Result<Response, Trouble> {
    let states = app.store.blob_states(caller.town, digests).await?;
    Ok(Json(states).into_response())
}

/// How large the blob will be.
#[derive(Debug, Deserialize)]
struct Size {
    size: u64,
}

async fn put_part<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, digest, part)): Path<(String, Digest, u64)>,
    Query(Size { size }): Query<Size>,
    body: Bytes,
) -> Result<Response, Trouble> {
    let begin = part.checked_mul(PART as u64).ok_or(Trouble::TooLarge)?;
    let wanted = size.saturating_sub(begin).min(PART as u64);
    if size > LARGEST_BLOB || body.len() as u64 > PART as u64 {
        return Err(Trouble::TooLarge);
    }
    if body.is_empty() || body.len() as u64 != wanted {
        return Err(WireError::Malformed("part of a blob").into());
    }
    let state = app.store.put_part(caller.town, digest, size, part, body.to_vec()).await?;
    Ok(Json(state).into_response())
}

async fn part<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, digest, part)): Path<(String, Digest, u64)>,
) -> Result<Vec<u8>, Trouble> {
    app.store.part(caller.town, digest, part).await?.ok_or(Trouble::Nothing)
}
