//! Who has which case open: desks tell and are told, a minute and a half behind each word nothing is left of it. Logs no
//! name and no case.

use super::auth::Caller;
use super::clock;
use super::routes::App;
use super::store::Store;
use super::trouble::Trouble;
use crate::wire::{Here, LONGEST_NAME, WireError, presence_mark};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// Says with an answer what the others have open: a mark, for a desk that asked with the one it knows.
pub(super) const MARK: &str = "presence";

/// Says with a request that what was told last is still on the screen.
pub(super) const STILL: &str = "still-open";

/// Says with an answer that it had run out, and is to be told anew.
pub(super) const GONE: &str = "presence-gone";

/// Takes what the desk has open, or that it has nothing open, and says what the others have.
pub(super) async fn present<S: Store>(
    State(app): State<App<S>>,
    Extension(caller): Extension<Caller>,
    body: Bytes,
) -> Result<Response, Trouble> {
    let wrong = WireError::Malformed("what is open");
    let here: Option<Here> = serde_json::from_slice(&body).map_err(|_| wrong)?;
    if here.as_ref().is_some_and(|here| here.name.chars().count() > LONGEST_NAME) {
        return Err(wrong.into());
    }
    let (town, device, now) = (caller.town, caller.device, clock::now().timestamp());
    app.store.set_present(town.clone(), device, here, now).await?;
    app.news.send_modify(|count| *count += 1);
    let others = app.store.present(town, device, now).await?;
    Ok(([(MARK, presence_mark(&others))], Json(others)).into_response())
}

/// The mark of what the others have open, for whoever asks along with the news.
pub(super) async fn mark<S: Store>(app: &App<S>, caller: &Caller) -> Result<String, Trouble> {
    let now = clock::now().timestamp();
    Ok(presence_mark(&app.store.present(caller.town.clone(), caller.device, now).await?))
}

/// How often what ran out is deleted that nobody asked for.
const SWEPT: Duration = Duration::from_mins(1);

/// Deletes again and again what ran out: where a whole town has gone home, no desk asks and nothing else would.
pub(super) async fn sweep<S: Store>(store: S) {
    loop {
        tokio::time::sleep(SWEPT).await;
        if let Err(error) = store.sweep_presence(clock::now().timestamp()).await {
            tracing::warn!(%error, "what ran out is not swept");
        }
    }
}

/// It is still open there; whether that had not run out.
pub(super) async fn stays<S: Store>(app: &App<S>, caller: &Caller) -> Result<bool, Trouble> {
    let now = clock::now().timestamp();
    Ok(caller.revoked || app.store.stay(caller.town.clone(), caller.device, now).await?)
}
