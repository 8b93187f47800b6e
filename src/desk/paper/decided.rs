//! What the letter of a decision says, as it was decided then: outcome, conditions, reasons, amounts, notice. Reads no
//! value of the town, since those may have changed.

use super::values::{day, euros};
use crate::domain::case::{Decision, Outcome};
use crate::domain::decision::{Levied, Remedy};
use crate::domain::levy::FirstYear;
use crate::paper::template::{Values, word};
use chrono::NaiveDate;

/// Puts the decision into a letter's values. `by` is the name of who took it.
pub fn decided(values: &mut Values, decision: &Decision, by: &str) {
    values.set("decided_by", by);
    let outcome = match decision.outcome {
        Outcome::Granted => "granted",
        Outcome::Conditional => "conditional",
        Outcome::Refused => "refused",
        Outcome::Withdrawn => "withdrawn",
    };
    flag(values, outcome);
    values.set("reasons", &decision.reasons);
    let numbered = decision.conditions.iter().zip(1..);
    let conditions = numbered.map(|(text, number)| vec![format!("{number}."), text.clone()]);
    values.set_table("conditions", conditions.collect());
    if let Some(notice) = &decision.notice {
        let (body, address) = match notice.remedy {
            Remedy::Action => ("court_name", "court_address"),
            Remedy::Objection => ("objection_body", "objection_address"),
        };
        values.set(body, &notice.body);
        values.set(address, &notice.address);
    }
    if let Some(levied) = decision.levies.first() {
        levy(values, levied, decision.decided_on);
    }
}

fn levy(values: &mut Values, levied: &Levied, decided_on: NaiveDate) {
    values.set("tax_amount", euros(levied.amount.cents));
    values.set("tax_basis", &levied.amount.tariff);
    let says = levied.amount.why.iter().find_map(|step| step.says.as_ref());
    values.set("tax_why", says.map_or("", |says| says.de.as_str()));
    counted(values, levied);
    let Some(first) = &levied.first else { return };
    values.set("tax_year", first.year.to_string());
    values.set("tax_from", day(first.from));
    values.set("tax_first", euros(first.cents));
    values.set("tax_earlier", first.earlier.map(day).unwrap_or_default());
    match (first.in_one, first.is_ahead(decided_on)) {
        (true, _) => flag(values, "tax_in_one"),
        (false, false) => flag(values, "tax_not_in_one"),
        // It is due with the whole years, of which the letter speaks anyway.
        (false, true) => {}
    }
    if first.lasts {
        flag(values, "tax_lasts");
    }
    how(values, first);
    let due = |on: &crate::domain::levy::Instalment| {
        vec![format!("{:02}.{:02}.", on.on.day, on.on.month), euros(on.cents)]
    };
    values.set_table("dues", first.instalments.iter().map(due).collect());
}

/// How an amount was counted: so many pieces at so much each, raised or lowered to a limit.
fn counted(values: &mut Values, levied: &Levied) {
    for step in &levied.amount.why {
        let put = |values: &mut Values, name: &str, arg: &str| {
            values.set(name, step.args.get(arg).map(String::as_str).unwrap_or_default());
        };
        match step.id.as_str() {
            "fee-pieces" => put(values, "tax_product", "product"),
            "fee-per-piece" => {
                put(values, "tax_count", "count");
                put(values, "tax_each", "each");
                values.set("tax_measured", measured(step.args.get("measured").map_or("", String::as_str)));
            }
            "fee-min" => put(values, "tax_min", "amount"),
            "fee-max" => put(values, "tax_max", "amount"),
            "fee-waived" => values.set("tax_free", step.says.as_ref().map_or("", |says| says.de.as_str())),
            _ => {}
        }
    }
}

/// `25 m²;6 months` as `25 m² × 6 Monate`.
fn measured(parts: &str) -> String {
    let said = parts.split(';').filter_map(|part| {
        let (number, unit) = part.split_once(' ')?;
        let id = format!("unit_{unit}{}", if number == "1" { "_one" } else { "" });
        let named = word(&id, &[]);
        // A sign of measure has no word of its own.
        let unit = if named == id { unit } else { named.as_str() };
        Some(format!("{number}\u{a0}{unit}"))
    });
    said.collect::<Vec<_>>().join(" × ")
}

/// How the first year came about: what the explanation's steps are called is what the letter asks for.
fn how(values: &mut Values, first: &FirstYear) {
    for step in &first.why {
        match step.id.as_str() {
            "levy-months" if first.months == 1 => values.set("tax_months", word("one_month", &[])),
            "levy-months" => {
                values.set("tax_months", word("months", &[("count", &first.months.to_string())]));
            }
            "levy-whole-year" => flag(values, "tax_whole_year"),
            begins if begins.starts_with("levy-begins") => flag(values, &begins.replace('-', "_")),
            _ => {}
        }
    }
}

fn flag(values: &mut Values, name: &str) {
    values.set(name, word("yes", &[]));
}

#[cfg(test)]
mod tests {
    use super::measured;

    #[test]
    fn what_was_counted_is_said_with_its_units() {
        assert_eq!(measured("25 m²;6 months"), "25\u{a0}m² × 6\u{a0}Monate");
        assert_eq!(measured("1 days"), "1\u{a0}Tag");
        assert_eq!(measured("3 m²;1 weeks"), "3\u{a0}m² × 1\u{a0}Woche");
        assert_eq!(measured(""), "");
    }
}
