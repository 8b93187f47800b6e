//! Fees of a service made up for it: pieces, limits, reasons not to charge, shares, what the town has not said.

use super::amount::begun_units;
use crate::catalogue::{Catalogue, File, Situation, check, evaluate};
use crate::domain::answers::Answers;
use crate::domain::assessment::Assessment;
use crate::domain::case::{AppearsAs, Channel};
use crate::domain::deadline::Unit;
use crate::domain::town::Town;
use chrono::NaiveDate;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A stall: area, days, and what is put in for the fee.
fn stall(fee: &str) -> File {
    let text = format!(
        r#"
slug = "stand"
version = "2026-01-01"
name = {{ de = "Stand", en = "Stall" }}
leika = "99108012005009"
filing_plan = "66.11"
responsible = "town"
group = "ordnung"
proxy = "allowed"
person = "optional"
regime = "vwvfg"
remedy = "none"
valid = {{ from = 2026-01-01 }}
[[section]]
id = "stand"
title = {{ de = "Stand", en = "Stall" }}
[[section.field]]
id = "flaeche"
type = "decimal"
label = {{ de = "Fläche", en = "Area" }}
[[section.field]]
id = "von"
type = "date"
label = {{ de = "von", en = "from" }}
[[section.field]]
id = "bis"
type = "date"
label = {{ de = "bis", en = "to" }}
[[section.field]]
id = "verein"
type = "yes_no"
label = {{ de = "Verein", en = "Club" }}
[[town]]
key = "stand.satz"
type = "money"
label = {{ de = "Satz", en = "Rate" }}
[[town]]
key = "stand.vorlauf"
type = "number"
label = {{ de = "Vorlauf", en = "Lead" }}
[[fee]]
id = "stand"
label = {{ de = "Stand", en = "Stall" }}
tariff = "Satzung"
vat = "hoheitlich"
charged = "filed"
confirmed = true
{fee}
[[step]]
id = "filed"
by = ["clerk"]
then = ["closed"]
[[step]]
id = "closed"
by = ["clerk"]
[example]
flaeche = "12.5"
"#
    );
    File { name: "services/stand/2026-01-01.toml".into(), text }
}

fn judged(file: File, town: &Town, answers: Value) -> Assessment {
    let files = [crate::catalogue::built_in::shelf_without(&[]), vec![file]].concat();
    let (catalogue, problems) = Catalogue::read(&files);
    assert_eq!(problems, []);
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let situation = Situation {
        today: day,
        received_on: day,
        town,
        documents_seen: &BTreeSet::new(),
        brought: None,
        appears_as: AppearsAs::InPerson,
        channel: Channel::Counter,
    };
    let answers: Answers = serde_json::from_value(answers).unwrap();
    evaluate(catalogue.service("stand", "2026-01-01").unwrap(), &answers, &situation)
}

/// Cents, whether they are certain, and the steps.
fn fee(rule: &str, town: &[(&str, &str)], answers: Value) -> (i64, bool, Vec<String>) {
    let charge = judged(stall(rule), &Town::of(town.iter().copied()), answers).charges.remove(0);
    (charge.cents.0, charge.confirmed, charge.why.into_iter().map(|step| step.id).collect())
}

const BY_AREA_AND_WEEK: &str = r#"
[[fee.amount]]
min = 2500
max = 20000
[fee.amount.per]
field = "flaeche"
times = [{ from = "von", to = "bis", unit = "weeks" }]
town = "stand.satz"
"#;

#[test]
fn begun_square_metres_by_begun_weeks_within_limits() {
    let set = [("stand.satz", "150")];
    let cost = |area: &str, to: &str| {
        fee(BY_AREA_AND_WEEK, &set, json!({ "flaeche": area, "von": "2026-06-01", "bis": to }))
    };
    // 13 begun square metres, two begun weeks, 1.50 euros each.
    assert_eq!(
        cost("12,5", "2026-06-08"),
        (3900, true, ["fee-pieces", "fee-per-piece", "fee-total"].map(String::from).into())
    );
    assert_eq!(cost("12", "2026-06-07").0, 2500, "1 800 cents are raised to the least");
    assert_eq!(cost("80", "2026-06-30").0, 20_000, "60 000 cents are lowered to the most");
    assert!(cost("80", "2026-06-30").2.contains(&"fee-max".to_owned()));
}

#[test]
fn units_that_have_begun_are_whole() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (from, to, unit, count) in [
        ("2026-05-01", "2026-05-01", Unit::Days, 1),
        ("2026-05-01", "2026-04-30", Unit::Days, 0),
        ("2026-05-01", "2026-05-07", Unit::Weeks, 1),
        ("2026-05-01", "2026-05-08", Unit::Weeks, 2),
        ("2026-05-01", "2026-05-31", Unit::Months, 1),
        ("2026-05-01", "2026-06-01", Unit::Months, 2),
        ("2026-05-15", "2026-06-14", Unit::Months, 1),
        ("2026-05-15", "2026-06-15", Unit::Months, 2),
        ("2026-01-31", "2026-02-28", Unit::Months, 1),
        ("2026-01-31", "2026-03-01", Unit::Months, 2),
        ("2026-12-30", "2027-01-02", Unit::Months, 1),
        ("2026-01-01", "2026-12-31", Unit::Years, 1),
        ("2026-01-01", "2027-01-01", Unit::Years, 2),
    ] {
        assert_eq!(begun_units(day(from), day(to), unit), count, "{from} to {to}");
    }
}

#[test]
fn nothing_is_taken_in_at_a_price_that_nobody_has_set() {
    let answers = json!({ "flaeche": "3", "von": "2026-06-01", "bis": "2026-06-01" });
    let told = judged(stall(BY_AREA_AND_WEEK), &Town::of([]), answers.clone());
    let errors: Vec<_> = told.errors().map(|error| (error.field.as_str(), error.id.as_str())).collect();
    assert_eq!(errors, [("charges.stand.satz", "filing-needs-value")]);
    assert!(
        !told.charges[0].confirmed && told.charges[0].cents.0 == 0,
        "no limit makes an amount of nothing"
    );
    let told = judged(stall(BY_AREA_AND_WEEK), &Town::of([("stand.satz", "0")]), answers);
    assert_eq!(told.errors().count(), 0, "nothing is an amount too");
}

/// What a tariff leaves open is uncertain; what the town has entered is not, unless the tariff's limit changes it.
#[test]
fn an_amount_that_the_town_has_set_is_not_to_be_confirmed_once_more() {
    let uncertain = |set: &str| {
        let mut file = stall("[[fee.amount]]\ntown = \"stand.satz\"\nmax = 5000");
        file.text = file.text.replace("confirmed = true", "confirmed = false");
        let charge = judged(file, &Town::of([("stand.satz", set)]), json!({})).charges.remove(0);
        (charge.cents.0, charge.confirmed)
    };
    assert_eq!(uncertain("2800"), (2800, true));
    assert_eq!(uncertain("9000"), (5000, false), "the tariff's limit is not confirmed");
}

#[test]
fn an_amount_of_the_service_counts_until_the_town_has_set_its_own() {
    let rule = "[[fee.amount]]\ncents = 2600\ntown = \"stand.satz\"";
    let unset = ["fee-base", "fee-total", "fee-unconfirmed"].map(String::from).to_vec();
    assert_eq!(fee(rule, &[], json!({})), (2600, false, unset));
    let set = ["fee-town", "fee-total"].map(String::from).to_vec();
    assert_eq!(fee(rule, &[("stand.satz", "2800")], json!({})), (2800, true, set));
}

#[test]
fn a_reason_not_to_charge_says_which_and_by_what_law() {
    let rule = r#"
[[fee.amount]]
cents = 1300
[[fee.waiver]]
when = { field = "verein", is = true }
says = { de = "Gemeinnützig.", en = "Charitable." }
law = "§ 5 Satzung"
"#;
    assert_eq!(fee(rule, &[], json!({ "verein": false })).0, 1300);
    let told = judged(stall(rule), &Town::of([]), json!({ "verein": true }));
    let why = &told.charges[0].why[0];
    assert_eq!((told.total().0, why.id.as_str(), why.law.as_str()), (0, "fee-waived", "§ 5 Satzung"));
    assert_eq!(why.says.as_ref().unwrap().de, "Gemeinnützig.");
}

/// 13 euros: of two fifths the town keeps 5.20, of three eighths 4.875, and so 4.87.
#[test]
fn what_is_due_to_somebody_else_is_told_to_the_cent() {
    for (keeps, due, kept) in [("[2, 5]", "7,80 €", "5,20 €"), ("[3, 8]", "8,13 €", "4,87 €")] {
        let rule = format!(
            "share = {{ to = {{ de = \"das Bundesamt\", en = \"the office\" }}, keeps = {keeps}, law = \"§ 1\" }}\n\
             [[fee.amount]]\ncents = 1300"
        );
        let told = judged(stall(&rule), &Town::of([]), json!({}));
        let step = told.charges[0].why.iter().find(|step| step.id == "fee-share").unwrap();
        assert_eq!((step.args["amount"].as_str(), step.args["kept"].as_str()), (due, kept));
    }
}

/// Easter Sunday is 28 March 2027 and 16 April 2028.
#[test]
fn a_day_is_counted_from_easter_and_a_length_from_the_town() {
    let rule = r#"
[[fee.amount]]
cents = 0
[[deadline]]
id = "ostern"
label = { de = "Gründonnerstag", en = "Maundy Thursday" }
from = { easter = -3, year = "von" }
kind = "termin"
rule = "days"
value = 0
law = "Satzung"
confirmed = false
[[deadline]]
id = "vorlauf"
label = { de = "Vorher", en = "Before" }
from = { field = "von" }
kind = "rueckwaerts"
rule = "weeks"
value = { town = "stand.vorlauf" }
law = "Satzung"
"#;
    let due = |town: &Town, on: &str| {
        let told = judged(stall(rule), town, json!({ "von": on })).due;
        told.into_iter().map(|due| (due.id, due.date.to_string(), due.why)).collect::<Vec<_>>()
    };
    let told = due(&Town::of([]), "2027-03-27");
    assert_eq!(told.len(), 1, "how long before, the town has not said");
    let steps: Vec<&str> = told[0].2.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(told[0].1, "2027-03-25");
    assert_eq!(
        steps,
        [
            "deadline-because",
            "deadline-before-easter",
            "deadline-result",
            "deadline-land-assumed",
            "deadline-unconfirmed"
        ]
    );
    assert_eq!(due(&Town::of([]), "2028-01-01")[0].1, "2028-04-13");
    assert_eq!(due(&Town::of([("stand.vorlauf", "2")]), "2027-03-27")[1].1, "2027-03-13");
}

#[test]
fn a_fee_that_contradicts_itself_is_told() {
    let problems =
        |rule: &str| check(&[stall(rule)]).into_iter().map(|problem| problem.id).collect::<Vec<_>>();
    for (rule, id) in [
        ("[[fee.amount]]", "catalogue-amount-shape"),
        ("[[fee.amount]]\ncents = 1\nmin = 3\nmax = 2", "catalogue-amount-shape"),
        ("[[fee.amount]]\nper = { cents = 1 }", "catalogue-amount-shape"),
        ("[[fee.amount]]\nper = { field = \"hoehe\", cents = 1 }", "catalogue-field-unknown"),
        (
            "[[fee.amount]]\nper = { field = \"flaeche\", town = \"stand.vorlauf\" }",
            "catalogue-town-undeclared",
        ),
        (
            "share = { to = { de = \"A\", en = \"A\" }, keeps = [5, 2], law = \"\" }\n[[fee.amount]]\ncents = 1",
            "catalogue-share-shape",
        ),
    ] {
        assert_eq!(problems(rule), [id], "{rule}");
    }
}
