//! Why a request is refused: a status, and a word that desks understand and the service counts. Sentences are the desk's.

use super::store::{NotEnrolled, StoreError};
use crate::wire::{Welcome, WireError};
use axum::Json;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::time::Duration;

/// Why there is no answer. What is wrong inside is logged and not told.
pub(super) enum Trouble {
    /// Sign this one, please.
    Challenge(Welcome),
    /// No desk of this town, or not its signature.
    Stranger,
    /// A desk that was cut off.
    Revoked,
    /// A desk whose certificate was not renewed in time.
    Expired,
    /// Not understood.
    Malformed(WireError),
    /// More than anybody should send.
    TooLarge,
    /// It took too long.
    TooSlow,
    /// More often than anybody should ask; this long later it may.
    TooOften(Duration),
    /// Not let in.
    NotEnrolled(NotEnrolled),
    /// The town's sequence has not come that far: the service was put back.
    PutBack,
    /// There is no such thing.
    Nothing,
    /// An office that this one has nothing to do with.
    OtherOffice,
    /// The cover of a bundle says another sender or receiver.
    OtherCover,
    /// The office that a bundle is for has no desk here.
    NoOffice,
    /// Too much lies there already.
    MailFull,
    /// The database.
    Store(StoreError),
}

/// The word of a refusal, left with the answer for whoever counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word(pub &'static str);

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

impl Trouble {
    /// Status and word.
    fn said(&self) -> (StatusCode, &'static str) {
        match self {
            Self::Challenge(_) => (StatusCode::UNAUTHORIZED, "challenge"),
            Self::Stranger => (StatusCode::FORBIDDEN, "stranger"),
            Self::Revoked => (StatusCode::FORBIDDEN, "revoked"),
            Self::Expired => (StatusCode::FORBIDDEN, "expired"),
            Self::Malformed(WireError::TooLarge(_)) | Self::TooLarge => {
                (StatusCode::PAYLOAD_TOO_LARGE, "too_large")
            }
            Self::Malformed(WireError::Signature) => (StatusCode::BAD_REQUEST, "signature"),
            Self::Malformed(WireError::Chain(_)) => (StatusCode::BAD_REQUEST, "chain"),
            Self::Malformed(WireError::Malformed(_)) => (StatusCode::BAD_REQUEST, "malformed"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too_slow"),
            Self::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, "too_often"),
            Self::NotEnrolled(why) => (StatusCode::FORBIDDEN, not_enrolled(*why)),
            Self::PutBack => (StatusCode::GONE, "put_back"),
            Self::Nothing => (StatusCode::NOT_FOUND, "nothing"),
            Self::OtherOffice => (StatusCode::FORBIDDEN, "other_office"),
            Self::OtherCover => (StatusCode::FORBIDDEN, "other_cover"),
            Self::NoOffice => (StatusCode::NOT_FOUND, "no_office"),
            Self::MailFull => (StatusCode::INSUFFICIENT_STORAGE, "mail_full"),
            Self::Store(_) => (StatusCode::SERVICE_UNAVAILABLE, "database"),
        }
    }
}

fn not_enrolled(why: NotEnrolled) -> &'static str {
    match why {
        NotEnrolled::UnknownCode => "unknown_code",
        NotEnrolled::Expired => "expired_code",
        NotEnrolled::Used => "used_code",
        NotEnrolled::CodeTaken => "desk_code_taken",
        NotEnrolled::DeviceTaken => "device_taken",
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, word) = self.said();
        match &self {
            Self::Malformed(error) => tracing::warn!(%error, "not understood"),
            Self::Store(error) => tracing::error!(%error, "the database refused"),
            _ => {}
        }
        let wait = if let Self::TooOften(wait) = &self { Some(wait.as_secs() + 1) } else { None };
        let mut response = match self {
            Self::Challenge(welcome) => (status, Json(welcome)).into_response(),
            _ => (status, Json(json!({ "problem": word }))).into_response(),
        };
        let _ = response.extensions_mut().insert(Word(word));
        if let Some(wait) = wait {
            let _ = response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
        }
        response
    }
}
