//! Routes of the mailbox: bundles from office to office, and whose desks can open them. Reads nothing but covers.

use super::auth::Caller;
use super::clock;
use super::office;
use super::routes::{App, Size};
use super::store::{MOST_LYING, Post, Put, Store};
use super::trouble::Trouble;
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;
use crate::wire::{
    Cover, MAX_NOTICE, MAX_SEALED, MOST_ASKED, MailAsk, MailName, PART, Signed, WireError, may_know, may_send,
};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

/// What lies for the caller's office, how what it sent stands, and the offices where they are news.
pub(super) async fn ask<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    body: Bytes,
) -> Result<Response, Trouble> {
    let asked: MailAsk = serde_json::from_slice(&body).map_err(|_| WireError::Malformed("no question"))?;
    if asked.out.len().max(asked.held.len()) > MOST_ASKED {
        return Err(Trouble::TooLarge);
    }
    let marks = office::marks(&app.store, &caller.town, clock::now().timestamp()).await?;
    let offices = office::together(&marks);
    let known = asked.offices;
    let mut mailbox = app.store.mail(caller.town, asked, MOST_LYING).await?;
    mailbox.marks = if offices == known { Vec::new() } else { marks };
    mailbox.offices = offices;
    Ok(Json(mailbox).into_response())
}

/// Most bytes of a sealed answer to a portal.
const MAX_ANSWER: usize = MAX_NOTICE + (64 << 10);

/// Takes a part of a bundle for another office, or of an answer to a portal.
pub(super) async fn put<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, to, blob, part)): Path<(String, String, Digest, u64)>,
    Query(Size { size }): Query<Size>,
    body: Bytes,
) -> Result<Response, Trouble> {
    if !may_send(&caller.town, &to) {
        return Err(Trouble::OtherOffice);
    }
    let begin = part.checked_mul(PART as u64).ok_or(Trouble::TooLarge)?;
    let most = if to == OUTSIDE { MAX_ANSWER } else { MAX_SEALED };
    if size > most as u64 || body.len() > PART {
        return Err(Trouble::TooLarge);
    }
    if body.is_empty() || body.len() as u64 != size.saturating_sub(begin).min(PART as u64) {
        return Err(WireError::Malformed("part of a bundle").into());
    }
    if part == 0 {
        let cover = Cover::read(&body)?;
        if (cover.from, &cover.to) != (caller.town.clone(), &to) {
            return Err(Trouble::OtherCover);
        }
    }
    let post = Post {
        to: to.clone(),
        from: caller.town.clone(),
        blob,
        size,
        part,
        bytes: body.to_vec(),
        now: clock::now().timestamp(),
        most: app.limits.bundles_per_office,
        most_bytes: app.limits.bundle_megabytes_per_office << 20,
    };
    match app.store.put_mail(post).await? {
        Put::There(state) => {
            // The part that makes it whole is the last one; said again, it counts again.
            if state.whole && begin + body.len() as u64 == size {
                app.metrics.brought();
                tracing::info!(from = caller.town, to, size, "a bundle");
            }
            Ok(Json(state).into_response())
        }
        Put::Full => Err(Trouble::MailFull),
        Put::Nobody => Err(Trouble::NoOffice),
    }
}

/// A part of a bundle that lies for the caller's office.
pub(super) async fn part<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, office, blob, part)): Path<(String, String, Digest, u64)>,
) -> Result<Vec<u8>, Trouble> {
    app.store.mail_part(caller.town, MailName { office, blob }, part).await?.ok_or(Trouble::Nothing)
}

/// Whether a bundle was dropped instead of entered.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Fate {
    #[serde(default)]
    dropped: bool,
}

/// The caller's office has a bundle in its own log now, or dropped it.
pub(super) async fn take<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, office, blob)): Path<(String, String, Digest)>,
    Query(Fate { dropped }): Query<Fate>,
) -> Result<Response, Trouble> {
    let taken = app.store.take_mail(caller.town, MailName { office, blob }, dropped).await?;
    if taken {
        app.metrics.handed_on();
    }
    Ok(Json(taken).into_response())
}

/// Certificates of the desks of an office, in hexadecimal digits.
pub(super) async fn desks<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    Path((_, office)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    if !may_know(&caller.town, &office) {
        return Err(Trouble::OtherOffice);
    }
    let now = clock::now().timestamp();
    let certificates = office::certificates(&app.store, &app.key.public(), &office, now).await?;
    Ok(Json(certificates.iter().map(Signed::to_hex).collect::<Vec<_>>()).into_response())
}
