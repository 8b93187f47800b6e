//! `person merge`, `split`, `list-duplicates`, `conflicts same`, `different`: who and what was entered twice.

use super::Office;
use super::say::{Fail, Said};
use crate::desk::conflict::Origin;
use crate::desk::double::{Doubles, SameCases, SamePersons};
use crate::desk::look::{CaseRow, PersonRow};
use crate::desk::merge::SideBySide;
use crate::domain::id::PersonId;
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn text<'a>(args: &'a ArgMatches, name: &str) -> &'a str {
    args.get_one::<String>(name).map_or("", String::as_str).trim()
}

fn person_id(args: &ArgMatches, name: &str) -> Result<PersonId, Fail> {
    Ok(text(args, name).parse().map_err(|_| Problem::error(name, "person-unknown"))?)
}

fn say(id: &str, args: &[(&str, &str)]) -> String {
    words::said(id, &args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// Makes two people one, or with `--look` only says what that would be.
pub(super) fn merge(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (one, two) = (person_id(args, "one")?, person_id(args, "two")?);
    let shown = office.desk.side_by_side(&office.session, one, two)?;
    let chosen = chosen(args, &shown, one)?;
    if args.get_flag("look") {
        return Ok(Said::new(as_json(&shown, &chosen), lines(&shown, &chosen)));
    }
    let merged = office.desk.merge_persons(&office.session, one, two, &chosen)?;
    let mut all = vec![say("cli-persons-merged", &[("name", &merged.one.name())])];
    all.extend(lines(&merged, &chosen));
    let mut json = as_json(&merged, &chosen);
    json["id"] = json!(merged.one.id);
    json["records"] = json!(merged.one.records);
    Ok(Said::new(json, all))
}

/// `--take FIELD=1` is the value of the person that was named first, `=2` that of the second.
fn chosen(args: &ArgMatches, shown: &SideBySide, one: PersonId) -> Result<BTreeMap<String, String>, Fail> {
    let swapped = !shown.one.records.contains(&one);
    let mut chosen = BTreeMap::new();
    for take in args.get_many::<String>("take").into_iter().flatten() {
        let (field, which) = take.split_once('=').unwrap_or((take, ""));
        let at = match which {
            "1" => usize::from(swapped),
            "2" => usize::from(!swapped),
            _ => return Err(Problem::error("--take", "merge-which").into()),
        };
        let differ = shown.differences.iter().find(|(differ, _)| differ.field == field);
        let (differ, _) = differ.ok_or_else(|| Problem::error(field, "merge-not-different"))?;
        let _ = chosen.insert(field.to_owned(), differ.values.get(at).cloned().unwrap_or_default());
    }
    Ok(chosen)
}

fn as_json(shown: &SideBySide, chosen: &BTreeMap<String, String>) -> Value {
    let differences = shown.differences.iter().map(|(differ, at)| {
        let stands = chosen.get(&differ.field).or_else(|| differ.values.get(*at));
        json!({ "field": differ.field, "values": differ.values, "stands": stands })
    });
    let papers = shown
        .papers
        .iter()
        .map(|(case, number, title)| json!({ "case": case, "number": number, "title": title }));
    json!({
        "one": shown.one.id, "two": shown.two.id, "blocked": shown.one.is_blocked() || shown.two.is_blocked(),
        "differences": differences.collect::<Vec<_>>(), "papers": papers.collect::<Vec<_>>(),
    })
}

fn lines(shown: &SideBySide, chosen: &BTreeMap<String, String>) -> Vec<String> {
    let or_none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let differences = shown.differences.iter().map(|(differ, at)| {
        let stands = chosen.get(&differ.field).or_else(|| differ.values.get(*at)).map_or("", String::as_str);
        let other = differ.values.iter().find(|value| *value != stands).map_or("", String::as_str);
        let (stands, other) = (or_none(stands), or_none(other));
        let field = words::field("persons-field", &differ.field);
        say("cli-merge-stands", &[("field", &field), ("stands", &stands), ("other", &other)])
    });
    let papers = shown.papers.iter().map(|(_, number, title)| format!("  {number}  {title}"));
    let stay = (!shown.papers.is_empty()).then(|| words::text("merge-papers"));
    differences.chain(stay).chain(papers).collect()
}

/// Takes a record out of the person that it is part of.
pub(super) fn split(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let record = person_id(args, "one")?;
    office.desk.split_person(&office.session, record)?;
    let alone = office.desk.person(&office.session, record)?;
    let line = say("cli-person-was-split", &[("name", &alone.name())]);
    Ok(Said::line(json!({ "id": record, "records": alone.records }), line))
}

/// Everybody who is there twice by name and birth date.
pub(super) fn list(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let same = office.desk.same_persons(&office.session)?;
    let lines = same.persons.iter().flat_map(persons_lines).chain(left_out(&same)).collect();
    Ok(Said::new(same.persons.iter().map(persons_json).collect(), lines))
}

/// That there is more, where there is.
pub(super) fn left_out(doubles: &Doubles) -> Option<String> {
    doubles.cut.then(|| words::text("doubles-cut"))
}

/// Says of two that they are one person or one matter, or that they are not.
pub(super) fn judge(args: &ArgMatches, same: bool) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (desk, session) = (&office.desk, &office.session);
    let (one, two) = (text(args, "one"), text(args, "two"));
    let is = |names: [(String, &str); 2]| {
        let names_it = |wanted: &str| names.iter().any(|(id, number)| id == wanted || *number == wanted);
        one != two && names_it(one) && names_it(two)
    };
    let line = |id: &str, name: &str| say(id, &[("name", name)]);
    let persons = desk.same_persons(session)?.persons;
    let found = persons.into_iter().find(|found| is(found.rows.each_ref().map(person_names)));
    if let Some(SamePersons { rows: [one, two], .. }) = found {
        if same {
            let _ = desk.merge_persons(session, one.id, two.id, &BTreeMap::new())?;
        } else {
            desk.tell_apart(session, one.id, two.id)?;
        }
        let id = if same { "cli-persons-merged" } else { "cli-told-apart" };
        return Ok(Said::line(json!({ "persons": [one.id, two.id], "same": same }), line(id, &one.name)));
    }
    let open = desk.conflicts(session, words::language().tag())?.doubles.cases;
    let found = open.into_iter().find(|found| is(found.cases.each_ref().map(case_names)));
    let found = found.ok_or_else(|| Problem::error("one", "double-none"))?;
    let [one, two] = &found.cases;
    let reason = match text(args, "reason") {
        "" if same => words::text("double-reason"),
        said => said.to_owned(),
    };
    desk.judge_double(session, one.id, two.id, same, &reason)?;
    let mut lines = vec![line(if same { "cli-case-double" } else { "cli-told-apart" }, &two.number)];
    if same {
        lines.extend(money_lines(&found, true));
    }
    let mut json = cases_json(&found);
    json["same"] = json!(same);
    Ok(Said::new(json, lines))
}

fn person_names(row: &PersonRow) -> (String, &str) {
    (row.id.to_string(), "")
}

fn case_names(row: &CaseRow) -> (String, &str) {
    (row.id.to_string(), &row.number)
}

fn origin(Origin { by, at, desk }: &Origin) -> Value {
    json!({ "by": by, "at": at, "desk": desk })
}

/// Two people, for scripts.
pub(super) fn persons_json(same: &SamePersons) -> Value {
    let persons = same.rows.iter().zip(&same.entered).map(|(row, entered)| {
        json!({ "id": row.id, "name": row.name, "birth": row.birth, "street": row.street, "house": row.house,
                "place": row.place, "blocked": row.blocked, "entered": origin(entered) })
    });
    json!({ "persons": persons.collect::<Vec<_>>(), "unseen": same.unseen })
}

/// The same for people.
pub(super) fn persons_lines(same: &SamePersons) -> Vec<String> {
    let mut lines = vec![words::text("double-persons")];
    lines.extend(same.rows.iter().zip(&same.entered).map(|(row, entered)| {
        format!(
            "  {}  {}  {}  {} {}  {}",
            row.id,
            row.name,
            words::stored_day(&row.birth),
            row.street,
            row.house,
            super::conflict::from(entered)
        )
    }));
    lines
}

/// Two cases, for scripts.
pub(super) fn cases_json(same: &SameCases) -> Value {
    let cases = same.cases.iter().zip(&same.entered).map(|(row, entered)| {
        json!({ "id": row.id, "number": row.number, "service": row.service, "applicant": row.applicant_name,
                "received_on": row.received_on, "entered": origin(entered) })
    });
    let money = same.money.iter().map(|(receipt, cents)| json!({ "receipt": receipt, "cents": cents.0 }));
    json!({ "cases": cases.collect::<Vec<_>>(), "money": money.collect::<Vec<_>>(), "papers": same.papers,
            "judged": same.judged })
}

/// The same for people.
pub(super) fn cases_lines(same: &SameCases) -> Vec<String> {
    let mut lines = vec![words::text(if same.judged { "double-money" } else { "double-cases" })];
    lines.extend(same.cases.iter().zip(&same.entered).map(|(row, entered)| {
        format!(
            "  {}  {}  {}  {}",
            row.number,
            row.service_name,
            row.applicant_name,
            super::conflict::from(entered)
        )
    }));
    lines.extend(money_lines(same, same.judged));
    lines
}

/// The money of the younger case: to be given back, or what would be where it is the same matter.
fn money_lines(same: &SameCases, judged: bool) -> Vec<String> {
    let id = if judged { "double-give-back" } else { "double-would-give-back" };
    let line = |(receipt, cents): &(String, crate::domain::money::Cents)| {
        say(id, &[("receipt", receipt), ("amount", &words::amount(cents.0))])
    };
    same.money.iter().map(line).collect()
}
