//! The rows of the mailbox: what it is, from whom or for whom, whose case, since when, how it stands. Decides nothing.

use super::{Line, State};
use crate::desk::clock::legal_moment;
use crate::desk::handover::{DROPPED, What};
use crate::fl;
use crate::ui::control::{Cell, Row};
use crate::ui::screen::beside::local;
use crate::ui::theme::Tone;
use crate::words;

impl State {
    pub(super) fn cells(&self, at: usize) -> Row {
        match self.line(at) {
            None => Row::default(),
            Some(Line::In(letter)) => {
                let inside = letter.inside.as_ref();
                let what = inside
                    .map_or_else(|| fl!("mail-closed"), |inside| named(inside.what, &local(&inside.service)));
                let number = inside.map(|inside| inside.here.as_ref().unwrap_or(&inside.number).clone());
                let (stands, tone) = match &letter.problem {
                    Some(_) => (fl!("mail-not-opened"), Tone::Warning),
                    None if inside.is_none() => (fl!("mail-other-group"), Tone::Muted),
                    None => (fl!("mail-waits-here"), Tone::Accent),
                };
                Row::new([
                    Cell::new(what),
                    Cell::new(letter.from.clone()),
                    Cell::new(number.unwrap_or_default()),
                    Cell::new(words::date(legal_moment(letter.arrived_at).date())),
                    Cell::toned(stands, tone),
                ])
            }
            Some(Line::Thrown(thrown)) => Row::new([
                Cell::new(fl!("mail-thrown")),
                Cell::new(thrown.from.clone()),
                Cell::new(String::new()),
                Cell::new(words::date(legal_moment(thrown.at).date())),
                Cell::toned(fl!("mail-thrown-by", by = thrown.by.clone()), Tone::Muted),
            ]),
            Some(Line::Out(sent)) => {
                let (stands, tone) = match (&sent.note, sent.delivered) {
                    (Some(word), _) if word == DROPPED => (fl!("mail-dropped"), Tone::Warning),
                    (Some(_), _) => (fl!("mail-not-taken"), Tone::Warning),
                    (None, true) => (fl!("mail-lies-there"), Tone::Good),
                    (None, false) => (fl!("mail-not-sent"), Tone::Muted),
                };
                Row::new([
                    Cell::new(words::text(&format!("mail-{}-out", sent.what.name()))),
                    Cell::new(sent.to.name.clone()),
                    Cell::new(sent.number.clone()),
                    Cell::new(words::date(sent.since)),
                    Cell::toned(stands, tone),
                ])
            }
        }
    }
}

/// What it is, with the service where that is news.
fn named(what: What, service: &str) -> String {
    words::text_with(&format!("mail-{}", what.name()), [("service", service.into())])
}
