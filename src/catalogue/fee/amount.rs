//! One fee: base amount, pieces, limits, reasons not to charge it, shares. Each step says what it did. Takes no money.

use crate::catalogue::condition::count;
use crate::catalogue::facts::Facts;
use crate::catalogue::service::{Base, Count, Fee, FeeAmount, PerPiece, Share};
use crate::catalogue::town::amount_of;
use crate::domain::deadline::Unit;
use crate::domain::explain::{Explanation, Step};
use crate::domain::holiday::Land;
use crate::domain::levy::amount_named;
use crate::domain::money::Cents;
use crate::domain::town::{Town, keys};
use chrono::{Datelike, Months, NaiveDate};
use serde_json::Value;

/// An amount on its way.
pub(super) struct Sum {
    pub cents: Cents,
    /// Whether it is certain.
    pub confirmed: bool,
    /// Whether the town has set all that it rests on.
    pub known: bool,
    pub why: Explanation,
}

/// What the fee comes to.
pub(super) fn sum(fee: &Fee, amount: &FeeAmount, facts: &Facts<'_>, town: &Town) -> Sum {
    let mut sum = Sum { cents: Cents::ZERO, confirmed: true, known: true, why: Explanation::new() };
    if let Some(waiver) = fee.waivers.iter().find(|waiver| waiver.when.holds(facts)) {
        sum.why.push(Step { says: Some(waiver.says.clone()), ..Step::new("fee-waived", &waiver.law) });
        sum.confirmed = fee.confirmed;
        sum.end();
        return sum;
    }
    if let Some(says) = &amount.says {
        sum.why.push(Step { says: Some(says.clone()), ..Step::new("fee-because", &fee.tariff) });
    }
    // A base of nothing beside pieces says nothing about how certain the amount is.
    if amount.per.is_none() || amount.base != Base::Cents(Cents::ZERO) {
        sum.cents = sum.base(&amount.base, fee, town);
    }
    if let Some(per) = &amount.per {
        sum.pieces(per, fee, facts, town);
    }
    sum.limits(amount, fee);
    sum.end();
    if let Some(share) = &fee.share {
        sum.shared(share);
    }
    sum
}

fn is_foreign(tariff: &str, town: &Town) -> bool {
    Land::of_ags(town.get(keys::AGS)).is_some_and(|land| !land.knows(tariff))
}

impl Sum {
    fn base(&mut self, base: &Base, fee: &Fee, town: &Town) -> Cents {
        let cents = self.price(base, fee, town);
        let step = match base {
            _ if !self.known => return cents,
            Base::Either(key, _) if amount_of(town, key).is_none() => Step::new("fee-base", &fee.tariff),
            Base::Cents(_) if cents == Cents::ZERO => return cents,
            Base::Cents(_) => Step::new("fee-base", &fee.tariff),
            Base::Town(key) | Base::Either(key, _) => Step::new("fee-town", "").with("key", key),
        };
        self.why.push(amount_named(step, "amount", cents));
        cents
    }

    /// An amount of the service or the town, and whether it is certain. What the town has entered it has confirmed.
    fn price(&mut self, base: &Base, fee: &Fee, town: &Town) -> Cents {
        match (base, base.key().and_then(|key| amount_of(town, key))) {
            (Base::Cents(cents), _) => {
                self.confirmed &= fee.confirmed;
                *cents
            }
            // What a tariff of another Land says is no amount here.
            (Base::Either(key, _), None) if is_foreign(&fee.tariff, town) => self.missing(key),
            (Base::Either(_, cents), None) => {
                self.confirmed = false;
                *cents
            }
            (Base::Either(..) | Base::Town(_), Some(cents)) => cents,
            (Base::Town(key), None) => self.missing(key),
        }
    }

    fn missing(&mut self, key: &str) -> Cents {
        let step = Step::new("fee-town-missing", "").with("key", key);
        self.why.push(amount_named(step, "amount", Cents::ZERO));
        (self.known, self.confirmed) = (false, false);
        Cents::ZERO
    }

    fn pieces(&mut self, per: &PerPiece, fee: &Fee, facts: &Facts<'_>, town: &Town) {
        let each = self.price(&per.price, fee, town);
        let counted: Vec<i64> = per.counts.iter().map(|one| pieces_of(one, facts)).collect();
        let all = counted.iter().fold(1, |all: i64, one| all.saturating_mul(*one));
        let pieces = all.saturating_sub(per.free).max(0);
        if pieces == 0 || !self.known {
            return;
        }
        if let ([first, rest @ ..], true) = (counted.as_slice(), counted.len() > 1) {
            let product = rest.iter().fold(first.to_string(), |text, more| format!("{text} × {more}"));
            self.why
                .push(Step::new("fee-pieces", &fee.tariff).with("product", product).with("count", pieces));
        }
        let more = each * pieces;
        let mut step = Step::new("fee-per-piece", &fee.tariff).with("count", pieces);
        if let Some(measured) = measured(per, &counted) {
            step = step.with("measured", measured);
        }
        self.why.push(amount_named(amount_named(step, "each", each), "amount", more));
        self.cents = self.cents + more;
    }

    fn limits(&mut self, amount: &FeeAmount, fee: &Fee) {
        let limits = [
            amount.min.filter(|min| self.cents < *min).map(|min| ("fee-min", min)),
            amount.max.filter(|max| self.cents > *max).map(|max| ("fee-max", max)),
        ];
        for (id, cents) in limits.into_iter().flatten().filter(|_| self.known) {
            self.why.push(amount_named(Step::new(id, &fee.tariff), "amount", cents));
            self.cents = cents;
            self.confirmed &= fee.confirmed;
        }
    }

    fn end(&mut self) {
        self.why.push(amount_named(Step::new("fee-total", ""), "amount", self.cents));
        if !self.confirmed {
            self.why.push(Step::new("fee-unconfirmed", ""));
        }
    }

    /// The town keeps its part, rounded down to the cent; the rest is due to the other.
    fn shared(&mut self, share: &Share) {
        let [parts, of] = share.keeps;
        if self.cents == Cents::ZERO || of == 0 {
            return;
        }
        let kept = Cents(self.cents.0.saturating_mul(parts).div_euclid(of));
        let step = Step::new("fee-share", &share.law).with("to", &share.to.de);
        let step = step.with("to-en", share.to.get("en"));
        self.why.push(amount_named(amount_named(step, "amount", self.cents - kept), "kept", kept));
    }
}

fn pieces_of(one: &Count, facts: &Facts<'_>) -> i64 {
    match one {
        Count::Field(path) => {
            let values = facts.values(path);
            match values.as_slice() {
                [Value::String(decimal)] => begun(decimal),
                values => count(values).unwrap_or_default(),
            }
        }
        Count::Span { from, to, unit } => {
            let day = |path: &str| facts.values(path).first()?.as_str()?.parse::<NaiveDate>().ok();
            day(from).zip(day(to)).map_or(0, |(from, to)| begun_units(from, to, *unit))
        }
    }
}

/// `12.5` are thirteen begun pieces.
fn begun(decimal: &str) -> i64 {
    let (whole, rest) = decimal.split_once('.').unwrap_or((decimal, ""));
    let more = rest.bytes().any(|digit| digit != b'0');
    let most = if whole.is_empty() { 0 } else { i64::MAX };
    whole.parse::<i64>().unwrap_or(most).saturating_add(i64::from(more))
}

/// Begun units between two days that both count; none where the second lies before the first.
pub(super) fn begun_units(from: NaiveDate, to: NaiveDate, unit: crate::domain::deadline::Unit) -> i64 {
    use crate::domain::deadline::Unit;
    let days = (to - from).num_days() + 1;
    if days < 1 {
        return 0;
    }
    match unit {
        Unit::Days => days,
        Unit::Weeks => (days + 6).div_euclid(7),
        Unit::Months => months(from, to),
        Unit::Years => (months(from, to) + 11).div_euclid(12),
    }
}

/// The first day counts: a month from the 15th ends on the 14th (§ 188 (2) BGB), one from the 31st with the next month.
fn months(from: NaiveDate, to: NaiveDate) -> i64 {
    let ends = |count: u32| match from.day() {
        1 => from.checked_add_months(Months::new(count))?.pred_opt(),
        _ => from.pred_opt()?.checked_add_months(Months::new(count)),
    };
    let months = to.month0().cast_signed() - from.month0().cast_signed();
    let whole = (to.year() - from.year()) * 12 + months;
    let first = u32::try_from(whole).unwrap_or_default().max(1);
    let count = if ends(first).is_some_and(|end| end >= to) { first } else { first + 1 };
    i64::from(count)
}

/// What was counted, each number with the name of its unit: `25 m²;6 months`. Nothing where a unit has no name.
fn measured(per: &PerPiece, counted: &[i64]) -> Option<String> {
    let unit = |count: &Count| match count {
        Count::Field(_) => per.unit.as_deref(),
        Count::Span { unit, .. } => Some(match unit {
            Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        }),
    };
    let of = per.counts.iter().zip(counted).map(|(count, number)| Some(format!("{number} {}", unit(count)?)));
    of.collect::<Option<Vec<_>>>().map(|parts| parts.join(";"))
}
