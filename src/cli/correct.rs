//! `case correct`: answers that were wrong, what rested on them, and the papers that come of it.

use super::Office;
use super::case::text;
use super::say::{Fail, Said};
use crate::desk::correct::{Effects, Wanted};
use crate::domain::answers::Answers;
use crate::domain::case::{Fees, Issued};
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};

/// Corrects a case, or with `--look` only says what that would change.
pub(super) fn act(office: &Office, args: &ArgMatches, answers: &Answers) -> Result<Said, Fail> {
    let (desk, session, language) = (&office.desk, &office.session, words::language().tag());
    let case = office.case(args)?;
    if args.get_flag("look") {
        let effects = desk.look_at_correction(session, case.id, &answers.0, language)?;
        return Ok(Said::new(as_json(&effects), lines(&effects)));
    }
    let fees = args.get_one::<String>("fees").map(|how| match how.as_str() {
        "keep" => Fees::Kept,
        _ => Fees::Revised,
    });
    let wanted = Wanted {
        answers: answers.0.clone(),
        reason: text(args, "reason"),
        own_mistake: Some(args.get_flag("own-mistake")),
        fees,
        ..Wanted::default()
    };
    let done = desk.correct(session, case.id, &wanted, language)?;
    let mut said = as_json(&done.effects);
    said["id"] = json!(case.id);
    said["number"] = json!(case.opened.number);
    said["papers"] = json!(done.papers);
    let number = [("number".to_owned(), case.opened.number)].into();
    let mut all = vec![words::said("cli-case-changed", &number)];
    all.extend(lines(&done.effects));
    Ok(Said::new(said, all))
}

fn as_json(effects: &Effects) -> Value {
    let paper = |issued: &Issued| json!({ "id": issued.paper, "kind": issued.kind, "title": issued.title, "issued_at": issued.issued_on });
    let fees = effects.fees.iter().map(|change| {
        json!({ "fee": change.fee, "charged_cents": change.charged, "due_cents": change.due,
                "receipts": change.receipts })
    });
    let receivers: Vec<&str> = effects.receivers.iter().map(|to| to.get(words::language().tag())).collect();
    json!({
        "changes": effects.changes.iter().map(|change| {
            json!({ "field": change.field, "old": change.old, "new": change.new })
        }).collect::<Vec<_>>(),
        "replaced": effects.reissued.iter().map(paper).collect::<Vec<_>>(),
        "void": effects.void.iter().map(paper).collect::<Vec<_>>(),
        "fees": fees.collect::<Vec<_>>(),
        "person": effects.person.iter().map(|(field, old, new)| json!({ "field": field, "old": old, "new": new }))
            .collect::<Vec<_>>(),
        "receivers": receivers,
    })
}

fn lines(effects: &Effects) -> Vec<String> {
    let changes = effects.changes.iter().map(|change| {
        let or_none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.replace('\n', "; ") };
        format!("{}: {} → {}", change.label, or_none(&change.old), or_none(&change.new))
    });
    let fees = effects.fees.iter().map(|change| {
        let label = change.label.get(words::language().tag());
        format!("{label}: {} → {}", words::amount(change.charged.0), words::amount(change.due.0))
    });
    let papers = effects.reissued.iter().map(|paper| {
        let args =
            [("title".to_owned(), paper.title.clone()), ("date".to_owned(), paper.issued_on.to_string())];
        words::said("cli-paper-corrected", &args.into())
    });
    changes.chain(fees).chain(papers).collect()
}
