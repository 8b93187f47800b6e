//! All routes of the service, in one place. Each reads, asks the store once, and answers; nothing is kept between two.

use super::auth::{self, Caller};
use super::clock;
use super::config::Limits;
use super::enrol;
use super::mail;
use super::metrics::Metrics;
use super::places::Places;
use super::presence;
use super::rate::Rate;
use super::store::{Store, StoreError, Taken};
use super::trouble::{Trouble, Word};
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::Answer;
use crate::wire::{
    Certificate, EnrolRequest, Form, Greeting, Head, Kind, PART, Page, SecretKey, Segment, Verdict, Welcome,
    WireError,
};
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Extension, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// Longest wait of a long poll.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How often a long poll looks for what another node has written.
const LOOK: Duration = Duration::from_secs(1);

/// How long the database may take to say that it is there.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// Most blobs that are asked about at once.
const MOST_BLOBS: usize = 1000;

/// Largest paper or attachment.
const LARGEST_BLOB: u64 = 64 << 20;

/// What every request can reach.
#[derive(Clone)]
pub(super) struct App<S> {
    pub store: S,
    pub key: Arc<SecretKey>,
    /// Rings when something is new in some town.
    pub news: Arc<watch::Sender<u64>>,
    /// Turns true when the service stops: nobody waits any longer.
    pub stopping: watch::Receiver<bool>,
    pub limits: Limits,
    pub rate: Arc<Rate>,
    pub places: Places,
    pub metrics: Arc<Metrics>,
}

impl<S> App<S> {
    /// With nothing counted yet.
    pub fn new(store: S, key: SecretKey, limits: Limits, stopping: watch::Receiver<bool>) -> Self {
        Self {
            store,
            key: Arc::new(key),
            news: Arc::new(watch::channel(0).0),
            stopping,
            limits,
            rate: Arc::new(Rate::new(limits.requests_per_second, limits.burst)),
            places: Places::new(limits.connections, limits.connections_per_address),
            metrics: Arc::default(),
        }
    }
}

/// A route: a test holds the document of the interface against this table.
pub(super) struct Route<S> {
    /// Method and address.
    pub asked: (&'static str, &'static str),
    /// Whether only a desk of the town may ask, signed.
    pub signed: bool,
    answer: MethodRouter<App<S>>,
}

/// All routes.
pub(super) fn table<S: Store>() -> Vec<Route<S>> {
    let desks = |method, path, answer| Route { asked: (method, path), signed: true, answer };
    let open = |path, answer| Route { asked: ("GET", path), signed: false, answer };
    vec![
        desks("POST", "/t/{town}/d/{device}/{first_seq}", post(push::<S>)),
        desks("GET", "/t/{town}/since/{seq}", get(since::<S>)),
        desks("GET", "/t/{town}/waiting/{seq}", get(waiting::<S>)),
        desks("POST", "/t/{town}/present", post(presence::present::<S>)),
        desks("POST", "/t/{town}/blobs", post(blobs::<S>)),
        desks("GET", "/t/{town}/blob/{digest}/{part}", get(part::<S>)),
        desks("PUT", "/t/{town}/blob/{digest}/{part}", put(put_part::<S>)),
        desks("GET", "/t/{town}/packs", get(packs::<S>)),
        desks("GET", "/t/{town}/pack/{digest}", get(pack::<S>)),
        desks("POST", "/t/{town}/renew", post(renew::<S>)),
        desks("POST", "/t/{town}/mail", post(mail::ask::<S>)),
        desks("PUT", "/t/{town}/mail/to/{office}/{digest}/{part}", put(mail::put::<S>)),
        desks("GET", "/t/{town}/mail/from/{office}/{digest}/{part}", get(mail::part::<S>)),
        desks("DELETE", "/t/{town}/mail/from/{office}/{digest}", delete(mail::take::<S>)),
        desks("GET", "/t/{town}/office/{office}", get(mail::desks::<S>)),
        Route { asked: ("POST", "/t/{town}/enrol"), signed: false, answer: post(let_in::<S>) },
        open("/hello", get(hello::<S>)),
        open("/health", get(async || "ok")),
        open("/ready", get(ready::<S>)),
        open("/metrics", get(metrics::<S>)),
        open("/openapi.json", get(async || ([(CONTENT_TYPE, "application/json")], OPENAPI))),
    ]
}

/// The interface, described for other programs.
pub(super) const OPENAPI: &str = include_str!("../../assets/api/kreisdienst.json");

/// The table as what answers: each route counted, those of desks signed.
pub(super) fn router<S: Store>(app: App<S>) -> Router {
    let mut router = Router::new();
    for route in table::<S>() {
        let signed = from_fn_with_state(app.clone(), auth::signed::<S>);
        let answer = if route.signed { route.answer.route_layer(signed) } else { route.answer };
        let counted = from_fn_with_state((Arc::clone(&app.metrics), route.asked), count);
        router = router.route(route.asked.1, answer.route_layer(counted));
    }
    let elsewhere = from_fn_with_state((Arc::clone(&app.metrics), ("other", "other")), count);
    let nothing = get(async || Trouble::Nothing).fallback(async || Trouble::Nothing).layer(elsewhere);
    router.fallback_service(nothing.with_state(app.clone())).with_state(app)
}

/// Counts how a request ended. The log hears of refusals: which route and why, and nobody's name.
async fn count(
    State((metrics, (method, route))): State<(Arc<Metrics>, (&'static str, &'static str))>,
    request: Request,
    next: Next,
) -> Response {
    let (began, sent) = (Instant::now(), request.body().size_hint().lower());
    let answer = next.run(request).await;
    let status = answer.status().as_u16();
    metrics.answered(method, route, status, began.elapsed());
    metrics.carried(sent, answer.body().size_hint().lower());
    // What a route cannot even read gets no word of its own.
    let word = answer.extensions().get::<Word>().map(|word| word.0);
    if let Some(word) = word.or((status == 400 || status == 415 || status == 422).then_some("malformed")) {
        metrics.refused(word);
        if word == "challenge" {
            tracing::debug!(method, route, status, word, "refused");
        } else {
            tracing::info!(method, route, status, word, "refused");
        }
    }
    answer
}

async fn hello<S: Store>(State(app): State<App<S>>) -> Json<Welcome> {
    Json(auth::welcome(&app.key))
}

async fn ready<S: Store>(State(app): State<App<S>>) -> Result<&'static str, Trouble> {
    let asked = tokio::time::timeout(HEARTBEAT, app.store.ready()).await;
    let _ = asked.map_err(|_| StoreError::Database("no answer".to_owned()))??;
    Ok("ready")
}

async fn metrics<S: Store>(State(app): State<App<S>>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], app.metrics.text(&app.places))
}

async fn let_in<S: Store>(
    State(app): State<App<S>>,
    Path(town): Path<String>,
    body: Body,
) -> Result<Vec<u8>, Trouble> {
    let body = auth::whole(body, app.limits.patience()).await?;
    let request: EnrolRequest =
        serde_json::from_slice(&body).map_err(|_| WireError::Malformed("no enrolment"))?;
    let writes = request.desks.last().ok_or(WireError::Malformed("no desk"))?.device;
    let key = Arc::clone(&app.key);
    let certify = Box::new(move |certificate: &Certificate| certificate.sign(&key));
    let enrolled = app.store.enrol(town.clone(), request, enrol::term(), certify).await?;
    let signed = enrolled.map_err(Trouble::NotEnrolled)?;
    app.news.send_modify(|count| *count += 1);
    tracing::info!(town, device = %writes, "enrolled");
    Ok(signed.bytes().to_vec())
}

async fn renew<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
) -> Result<Vec<u8>, Trouble> {
    let key = Arc::clone(&app.key);
    let certify = Box::new(move |certificate: &Certificate| certificate.sign(&key));
    let renewed = app.store.renew(caller.town.clone(), caller.device, enrol::term(), certify).await?;
    let signed = renewed.ok_or(Trouble::Stranger)?;
    app.news.send_modify(|count| *count += 1);
    tracing::info!(town = caller.town, device = %caller.device, "renewed");
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
    if caller.revoked {
        return lay_aside(&app, caller.town, segment, &body).await;
    }
    let (events, town, key) = (segment.events.len(), caller.town.clone(), Arc::clone(&app.key));
    let sign = Arc::new(move |verdict: &Verdict| verdict.sign(&key));
    let Taken { answer, refused, .. } = app.store.append(caller.town, segment, body.to_vec(), sign).await?;
    app.news.send_modify(|count| *count += 1);
    if matches!(answer, Answer::Stored { .. }) {
        app.metrics.taken(events as u64);
    }
    tracing::info!(town, %device, first_seq, events, refused, status = answer.status(), "pushed");
    let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok((status, Json(answer)).into_response())
}

/// Keeps what a desk that was cut off sends, and lets it count for nobody.
async fn lay_aside<S: Store>(
    app: &App<S>,
    town: String,
    segment: Segment,
    body: &[u8],
) -> Result<Response, Trouble> {
    let (device, events) = (segment.device, segment.events.len());
    let answer = app.store.put_aside(town.clone(), segment, body.to_vec(), clock::now()).await?;
    let answer = answer.ok_or(Trouble::Revoked)?;
    app.metrics.set_aside(events as u64);
    tracing::warn!(town, %device, events, status = answer.status(), "a desk that was cut off: set aside");
    let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Ok((status, Json(answer)).into_response())
}

/// How a caller asks for news.
#[derive(Debug, Default, Deserialize)]
struct Since {
    /// The mark of the place that was heard last.
    #[serde(default)]
    mark: Digest,
    /// How long it would like to wait, in seconds.
    #[serde(default)]
    wait: u64,
    /// The mark of what the other desks have open, where it wants to hear of that too.
    presence: Option<String>,
}

/// The page for a desk that reads no later form of segments than that. Packing takes a while, so it is done where nobody waits.
async fn for_older<S: Store>(app: &App<S>, town: &str, form: Form, mut page: Page) -> Result<Page, Trouble> {
    let mut keys = BTreeMap::new();
    for entry in page.entries.iter().filter(|entry| entry.kind == Kind::Segment) {
        let device = Segment::device_of(&entry.bytes)?;
        if !keys.contains_key(&device)
            && let Some(known) = app.store.device(town.to_owned(), device).await?
        {
            let _ = keys.insert(device, known.key);
        }
    }
    let packed = tokio::task::spawn_blocking(move || {
        for entry in page.entries.iter_mut().filter(|entry| entry.kind == Kind::Segment) {
            let Some(key) = keys.get(&Segment::device_of(&entry.bytes)?) else { continue };
            if let Some(older) = Segment::for_older(&entry.bytes, key, form)? {
                entry.bytes = older;
            }
        }
        Ok(page)
    });
    packed.await.map_err(|error| StoreError::Database(error.to_string()))?
}

async fn since<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    greeting: Option<Extension<Greeting>>,
    Path((_, seq)): Path<(String, u64)>,
    Query(asked): Query<Since>,
) -> Result<Response, Trouble> {
    let place = Head { seq, hash: asked.mark };
    let end = Instant::now() + Duration::from_secs(asked.wait).min(LONGEST_WAIT);
    let (mut news, mut stopping) = (app.news.subscribe(), app.stopping.clone());
    loop {
        let page = app.store.since(caller.town.clone(), caller.device, place).await?;
        let page = page.ok_or(Trouble::PutBack)?;
        let open = match &asked.presence {
            Some(_) => Some(presence::mark(&app, &caller).await?),
            None => None,
        };
        let is_news = !page.entries.is_empty() || open != asked.presence;
        if is_news || Instant::now() >= end || *stopping.borrow() {
            // Whoever comes without a greeting came through no socket.
            let form = greeting.map_or_else(Form::default, |greeting| greeting.form);
            let page = if form == Form::default() {
                page
            } else {
                for_older(&app, &caller.town, form, page).await?
            };
            let bytes = page.bytes()?;
            return Ok(match open {
                Some(mark) => ([(presence::MARK, mark)], bytes).into_response(),
                None => bytes.into_response(),
            });
        }
        let _waits = app.metrics.waits();
        let look = (Instant::now() + LOOK).min(end);
        tokio::select! {
            _ = news.changed() => {}
            _ = stopping.changed() => {}
            () = tokio::time::sleep_until(look) => {}
        }
    }
}

async fn waiting<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, seq)): Path<(String, u64)>,
) -> Result<Response, Trouble> {
    Ok(Json(app.store.waiting(caller.town, caller.device, seq).await?).into_response())
}

async fn blobs<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Json(digests): Json<Vec<Digest>>,
) -> Result<Response, Trouble> {
    if digests.len() > MOST_BLOBS {
        return Err(Trouble::TooLarge);
    }
    let states = app.store.blob_states(caller.town, digests).await?;
    Ok(Json(states).into_response())
}

/// How large the blob or the bundle will be.
#[derive(Debug, Deserialize)]
pub(super) struct Size {
    pub size: u64,
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

async fn packs<S: Store>(State(app): State<App<S>>) -> Result<Response, Trouble> {
    Ok(Json(app.store.packs().await?).into_response())
}

async fn pack<S: Store>(
    State(app): State<App<S>>,
    Path((_, digest)): Path<(String, Digest)>,
) -> Result<Vec<u8>, Trouble> {
    app.store.pack(digest).await?.ok_or(Trouble::Nothing)
}
