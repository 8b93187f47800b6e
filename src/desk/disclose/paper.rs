//! The disclosure as a letter: what is held, as tables. Gathers nothing.

use super::super::error::DeskError;
use super::super::hand::Hand;
use super::super::paper::{about, day, euros};
use super::held::{Held, HeldCase, Own};
use crate::catalogue::country;
use crate::domain::holiday::Land;
use crate::domain::money::Cents;
use crate::domain::partial_date::PartialDate;
use crate::domain::person::fields;
use crate::domain::town::keys;
use crate::paper::template::{self, Values, word};

const LETTER: &str = "auskunft/2";

/// A row of a table.
type Row = Vec<String>;

/// The letter's bytes.
pub(super) fn render(hand: &Hand<'_, '_, '_>, held: &Held) -> Result<Vec<u8>, DeskError> {
    let (mut values, head) = about(hand, &held.person)?;
    // A town without a key is taken for one of North Rhine-Westphalia, as its holidays are.
    fill(&mut values, held, Land::of_ags(hand.town.get(keys::AGS)).unwrap_or(Land::Nw));
    Ok(template::render(LETTER, &values, &head)?.bytes)
}

fn fill(values: &mut Values, held: &Held, land: Land) {
    values.set("privacy_law", if land == Land::Nw { "§ 3 DSG NRW" } else { "" });
    values.set_table("person", person(held));
    let case = |case: &HeldCase| {
        vec![case.number.clone(), case.service.clone(), case.parts.join(", "), case.stage.clone()]
    };
    values.set_table("cases", held.cases.iter().map(case).collect());
    values.set_table(
        "answers",
        of_own(held, |own| own.answers.iter().map(|(l, v)| [l.clone(), v.clone()]).collect()),
    );
    values.set_table("acts", of_own(held, acts));
    let laws = |case: &HeldCase| case.laws.join(", ");
    let source = |case: &HeldCase| vec![case.number.clone(), case.source.clone(), laws(case)];
    values.set_table("sources", held.cases.iter().map(source).collect());
    let told = held.cases.iter().flat_map(|case| {
        let row = |to: &super::Received| {
            vec![
                case.number.clone(),
                to.to.clone(),
                [day(to.on), to.why.clone()].join("\n").trim().to_owned(),
            ]
        };
        case.recipients.iter().map(row)
    });
    values.set_table("recipients", told.collect());
    let kept = held.cases.iter().filter(|case| !case.kept.is_empty());
    values.set_table("kept", kept.map(|case| vec![case.number.clone(), case.kept.clone()]).collect());
    let look = |(on, what, count): &(_, String, usize)| vec![day(*on), what.clone(), count.to_string()];
    values.set_table("looks", held.looks.iter().map(look).collect());
    let left = held.left.iter().map(|group| vec![word(&format!("group_{}", group.name()), &[])]);
    values.set_table("left", left.collect());
    let before = held.disclosed.iter().map(|on| day(*on)).collect::<Vec<_>>().join(", ");
    values.set("disclosed", before);
    if held.withheld > 0 {
        values.set("withheld", word("yes", &[]));
    }
    if held.passed_on {
        values.set("passed_on", word("yes", &[]));
    }
}

/// The person's own data, in the order of the form, then why some of it was decided.
fn person(held: &Held) -> Vec<Row> {
    let said = fields::ALL.iter().map(|field| (*field, held.person.get(field)));
    let row = |(field, value): (&str, &str)| {
        let value = match field {
            fields::BIRTH_DATE => written(value, held),
            fields::BIRTH_COUNTRY => called(value),
            fields::NATIONALITIES => value.split("; ").map(national).collect::<Vec<_>>().join(", "),
            fields::KIND | fields::GENDER => word(&format!("{field}_{value}"), &[]),
            fields::NO_FIXED_ADDRESS | fields::BLOCKED | fields::LARGE_PRINT => word("yes", &[]),
            _ => value.to_owned(),
        };
        vec![word(&format!("field_{field}"), &[]), value]
    };
    let reason = |reason: &super::held::Reason| {
        vec![word("held_reason", &[("date", &day(reason.on))]), reason.text.clone()]
    };
    let said = said.filter(|(_, value)| !value.is_empty()).map(row);
    said.chain(held.reasons.iter().map(reason)).collect()
}

/// A country by its code; what is no code stays.
fn called(code: &str) -> String {
    country::by_code(code).map_or_else(|| code.to_owned(), |known| known.de.to_owned())
}

/// A nationality by its country's code, as forms want it.
fn national(code: &str) -> String {
    country::by_code(code).map_or_else(|| code.to_owned(), |known| known.nationality.to_owned())
}

/// `14.03.1987`, or the parts that are known.
fn written(value: &str, held: &Held) -> String {
    let known = PartialDate::parse(value, held.on).ok().and_then(PartialDate::whole);
    known.map_or_else(|| value.to_owned(), day)
}

/// Rows of all cases that the person applied for, each with its number.
fn of_own(held: &Held, rows: impl Fn(&Own) -> Vec<[String; 2]>) -> Vec<Row> {
    let own = held.cases.iter().filter_map(|case| Some((&case.number, case.own.as_ref()?)));
    own.flat_map(|(number, own)| {
        let with = |[what, said]: [String; 2]| vec![number.clone(), what, said];
        rows(own).into_iter().map(with).collect::<Vec<_>>()
    })
    .collect()
}

/// What was done and is kept of a case: documents, files, notes, papers, fees, decisions.
fn acts(own: &Own) -> Vec<[String; 2]> {
    let of = |id: &str, said: String| [word(id, &[]), said];
    let documents =
        own.documents.iter().map(|(label, on)| of("act_document", format!("{label}, {}", day(*on))));
    let files = own.files.iter().map(|name| of("act_file", name.clone()));
    let notes = own.notes.iter().map(|(on, text)| of("act_note", format!("{}: {text}", day(*on))));
    let papers = own.papers.iter().map(|(title, on)| of("act_paper", format!("{title}, {}", day(*on))));
    let fees = own
        .fees
        .iter()
        .map(|(label, cents, state)| of("act_fee", format!("{label}: {}, {state}", euros(Cents(*cents)))));
    let decisions = own.decisions.iter().map(|(on, outcome, reasons)| {
        let said = format!("{}: {outcome}", day(*on));
        of("act_decision", [said, reasons.clone()].join("\n").trim().to_owned())
    });
    documents.chain(files).chain(notes).chain(papers).chain(fees).chain(decisions).collect()
}
