//! What the paper of a daily closing says. Its wording is `assets/letters/tagesabschluss`.

use super::{Entry, time_of};
use crate::desk::error::DeskError;
use crate::desk::paper::{day, euros};
use crate::domain::assessment::Vat;
use crate::domain::case::Payment;
use crate::domain::money::Cents;
use crate::domain::number::ClosingNumber;
use crate::domain::till::{Closed, Item, by_share, by_vat};
use crate::domain::town::{Town, keys};
use crate::paper::Rendered;
use crate::paper::letter::Letterhead;
use crate::paper::template::{self, Values, word};
use chrono::{DateTime, Utc};

/// Everything that it is written from.
pub(super) struct Sheet<'a> {
    pub closed: &'a Closed,
    pub entries: &'a [Entry],
    /// Receipts from before a till's first closing, which it leaves out.
    pub left_out: usize,
    /// For which desk the till goes on, and how many of that one's bookings are among these.
    pub goes_on: Option<(String, usize)>,
    /// Who closes, and the second person.
    pub names: (&'a str, &'a str),
    pub at: DateTime<Utc>,
}

type Rows = Vec<Vec<String>>;

impl Sheet<'_> {
    pub fn render(&self, town: &Town, head: &Letterhead) -> Result<Rendered, DeskError> {
        let mut values = Values::new(self.closed.closed_on);
        values.set("place", town.get(keys::PLACE));
        self.facts(&mut values);
        self.cash(&mut values);
        self.sums(&mut values);
        self.lists(&mut values);
        Ok(template::render("tagesabschluss/1", &values, head)?)
    }

    fn facts(&self, values: &mut Values) {
        let closed = self.closed;
        let number = |count| ClosingNumber { desk: &closed.code, count }.to_string();
        values.set("closing_number", number(closed.number));
        values.set("cash_desk", &closed.code);
        values.set("closed_at", time_of(self.at));
        values.set("cashier", self.names.0);
        values.set("second", self.names.1);
        values.set("corrects", closed.corrects.map(number).unwrap_or_default());
        values.set("mistake", &closed.mistake);
        values.set("since", closed.since.map(day).unwrap_or_default());
        let left_out = if self.left_out > 0 { self.left_out.to_string() } else { String::new() };
        values.set("left_out", left_out);
        if let Some((code, count)) = &self.goes_on {
            values.set("goes_on", code);
            values.set("taken_over", count.to_string());
        }
        values.set("reason", &closed.reason);
        if let Some(says) = closed.terminal {
            values.set("terminal", euros(says));
            values.set("terminal_difference", signed(closed.terminal_difference()));
        }
    }

    /// From the change of the morning to what stays in the till.
    fn cash(&self, values: &mut Values) {
        let closed = self.closed;
        let part = |back: bool| {
            let cash = closed.bookings.iter().filter(|booking| booking.how == Payment::Cash);
            cash.filter(|booking| booking.cancels == back).map(|booking| booking.cents).sum::<Cents>()
        };
        let row = |name: &str, amount: String| vec![word(&format!("till_{name}"), &[]), amount];
        values.set_table(
            "cash",
            vec![
                row("opening", euros(closed.opening)),
                row("cash_in", euros(part(false))),
                row("cash_back", euros(part(true))),
                row("expected", euros(closed.expected())),
                row("counted", euros(closed.cash())),
                row("difference", signed(closed.difference())),
                row("delivered", euros(closed.delivered)),
                row("left", euros(closed.left())),
            ],
        );
        let counted = closed.counted.iter();
        let counted = counted.map(|one| vec![euros(one.value), one.pieces.to_string(), euros(one.cents())]);
        values.set_table("counted", counted.collect());
        values.set("cash_total", euros(closed.cash()));
    }

    fn sums(&self, values: &mut Values) {
        let closed = self.closed;
        let means = [(Payment::Cash, "paid_cash"), (Payment::Card, "paid_card")];
        let row = |(how, name): (Payment, &str)| {
            let count = closed.bookings.iter().filter(|booking| booking.how == how).count();
            vec![word(name, &[]), count.to_string(), euros(closed.taken(how))]
        };
        values.set_table("means", means.map(row).into());
        values.set("total", euros(closed.bookings.iter().map(|booking| booking.cents).sum()));
        let item = |item: &Item| {
            vec![item.label.clone(), item.tariff.clone(), item.count.to_string(), euros(item.cents)]
        };
        values.set_table("items", closed.items.iter().map(item).collect());
        let taxes = by_vat(&closed.items).into_iter();
        let taxes = taxes.map(|(vat, gross, tax)| vec![vat_name(vat), euros(gross), euros(tax)]);
        values.set_table("taxes", taxes.collect());
        let shares = by_share(&closed.items).into_iter();
        values.set_table("shares", shares.map(|share| vec![share.to, euros(share.cents)]).collect());
    }

    fn lists(&self, values: &mut Values) {
        let how = |entry: &Entry| match (entry.how, entry.cancels) {
            (Payment::Cash, false) => word("paid_cash", &[]),
            (Payment::Card, false) => word("paid_card", &[]),
            (Payment::Cash, true) => word("till_back_cash", &[]),
            (Payment::Card, true) => word("till_back_card", &[]),
        };
        let case = |entry: &Entry| entry.case.as_ref().map_or_else(|| "–".to_owned(), |(_, no)| no.clone());
        let line = |entry: &Entry| {
            vec![entry.receipt.clone(), day(entry.on), case(entry), how(entry), euros(entry.cents)]
        };
        values.set_table("receipts", self.entries.iter().map(line).collect());
        let hidden = self.entries.iter().any(|entry| entry.case.is_none());
        values.set("hidden", if hidden { word("yes", &[]) } else { String::new() });
        let cancelled = self.entries.iter().filter(|entry| entry.cancels);
        let reason =
            |entry: &Entry| if entry.reason.is_empty() { "–".to_owned() } else { entry.reason.clone() };
        let cancelled: Rows =
            cancelled.map(|entry| vec![entry.receipt.clone(), reason(entry), euros(-entry.cents)]).collect();
        values.set_table("cancelled", cancelled);
    }
}

/// With its sign, also where it is more.
fn signed(cents: Cents) -> String {
    let plus = if cents > Cents::ZERO { "+" } else { "" };
    format!("{plus}{}", euros(cents))
}

/// What a tax is called.
pub(super) fn vat_name(vat: Vat) -> String {
    word(
        match vat {
            Vat::Sovereign => "till_vat_sovereign",
            Vat::Zero => "till_vat_zero",
            Vat::Reduced => "till_vat_reduced",
            Vat::Standard => "till_vat_standard",
        },
        &[],
    )
}
