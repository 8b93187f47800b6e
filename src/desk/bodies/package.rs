//! The files of one receiving body: the form with its fields and nothing else, and the same as a message. Notes nothing.

use super::{BodyNotice, View};
use crate::catalogue::{Body, TownValue};
use crate::desk::error::DeskError;
use crate::domain::id::Digest;
use crate::domain::town::{Town, keys};
use crate::exchange::Standard;
use crate::exchange::xga::{self, Message, Office};
use crate::paper::form::{self, FormHead, Purpose};
use crate::paper::template::word;
use crate::paper::{Mark, PaperError};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Europe::Berlin;
use std::path::PathBuf;
use uuid::Builder;

/// Name and address of a body, as the town says it; empty where it has said nothing.
pub(super) fn address<'t>(town: &'t Town, body: &str) -> &'t str {
    town.get(&TownValue::body_key(body))
}

/// The form as a body gets it.
pub(super) fn pdf(
    view: &View<'_>,
    body: &Body,
    on: NaiveDate,
    corrects: bool,
) -> Result<Vec<u8>, PaperError> {
    let id = view.service.papers.iter().find_map(|paper| paper.form.as_deref()).unwrap_or_default();
    let (kind, label) = (if corrects { "notice_correction" } else { "notice" }, &body.label.de);
    let mark = Mark {
        // It stands on every sheet: the extra sheets go to the same body.
        title: word(kind, &[("body", label)]),
        note: word(&format!("{kind}_note"), &[("law", &body.law)]),
    };
    let mut head = FormHead::of(view.town, on, Purpose::Marked(mark));
    head.case_number.clone_from(&view.case.opened.number);
    // The day of receipt is that of the notice but for a day or two: who does not get the one does not get the other.
    let dated = view.service.field("datum").and_then(|field| field.no.as_ref()?.parse().ok());
    if dated.is_some_and(|no| body.fields.contains(&no)) {
        head.received_on = Some(view.case.opened.received_on);
    }
    let answers = view.share(body).answers;
    Ok(form::render_for(form::builtin(id)?, &answers, &head, &body.fields)?.bytes)
}

/// Both files, in a folder of the body's.
pub(super) fn files(
    view: &View<'_>,
    body: &Body,
    notice: &BodyNotice,
) -> Result<Vec<(PathBuf, Vec<u8>)>, DeskError> {
    let name = |ending: &str| {
        PathBuf::from(&body.id).join(format!("{}_{}.{ending}", view.case.opened.number, body.id))
    };
    let pdf = pdf(view, body, notice.prepared_on, notice.package.corrects.is_some())?;
    let standard = Standard::newest().ok_or(DeskError::because("exchange-not-written"))?;
    let xml = xga::write(standard, &message(view, body, notice), view.service, &view.share(body).answers);
    let xml = xml.map_err(|_| DeskError::because("exchange-not-written"))?;
    Ok(vec![(name("pdf"), pdf), (name("xml"), xml)])
}

/// What stands around the answers in a message.
pub(super) fn message<'v>(view: &'v View<'_>, body: &'v Body, notice: &BodyNotice) -> Message<'v> {
    let id = Digest::of(&[notice.notice.0.as_bytes(), body.id.as_bytes()]);
    let mut uuid = [0; 16];
    uuid.copy_from_slice(&id.0[..16]);
    Message {
        body: &body.id,
        to: reader(view.town, body),
        from: author(view.town),
        uuid: Builder::from_custom_bytes(uuid).into_uuid().to_string(),
        notice: view.case.id.to_string(),
        made_at: moment(notice.made_at),
        municipality: view.town.get(keys::AGS),
        number: &view.case.opened.number,
        corrects: notice.package.corrects.is_some(),
        form: &view.receiving.form,
    }
}

pub(super) fn reader(town: &Town, body: &Body) -> Office {
    let address = address(town, &body.id).to_owned();
    Office { name: body.label.de.clone(), address, ..Office::default() }
}

pub(super) fn author(town: &Town) -> Office {
    let place = format!("{} {}", town.get(keys::POSTCODE), town.get(keys::PLACE));
    let place = [town.get(keys::STREET), place.trim()];
    Office {
        key: town.get(keys::AGS).to_owned(),
        name: town.get(keys::AUTHORITY).to_owned(),
        address: place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        email: town.get(keys::EMAIL).to_owned(),
    }
}

/// `2026-11-24T11:04:00+01:00`.
pub(super) fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Berlin).to_rfc3339_opts(SecondsFormat::Secs, false)
}
