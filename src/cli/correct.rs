//! `case correct`: answers that were wrong, what rested on them, and the papers that come of it.

use super::Office;
use super::case::text;
use super::say::{Fail, Said, did};
use crate::desk::correct::{Effects, Wanted};
use crate::domain::answers::Answers;
use crate::domain::case::{Fees, Issued};
use crate::domain::problem::LocalText;
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
    // Neither and both say nothing: the desk asks whose mistake it was.
    let own_mistake = match (args.get_flag("own-mistake"), args.get_flag("as-told")) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let wanted = Wanted {
        answers: answers.0.clone(),
        reason: text(args, "reason"),
        own_mistake,
        fees,
        ..Wanted::default()
    };
    let done = desk.correct(session, case.id, &wanted, language).map_err(|error| {
        let mut problems = error.problems();
        for problem in problems.iter_mut().filter(|problem| problem.id == "correction-whose-mistake") {
            // Here it is told by an option and not chosen in a form.
            "cli-whose-mistake".clone_into(&mut problem.id);
        }
        Fail(problems)
    })?;
    let mut said = as_json(&done.effects);
    said["id"] = json!(case.id);
    said["number"] = json!(case.opened.number);
    said["papers"] = json!(done.papers);
    let mut all = did(&desk.sheet_again(session, case.id)?, case.timeline.len());
    all.extend(lines(&done.effects));
    Ok(Said::new(said, all))
}

fn as_json(effects: &Effects) -> Value {
    let paper = |issued: &Issued| json!({ "id": issued.paper, "kind": issued.kind, "title": issued.title, "issued_at": issued.issued_on });
    let fees = effects.fees.iter().map(|change| {
        json!({ "fee": change.fee, "charged_cents": change.charged, "due_cents": change.due,
                "receipts": change.receipts })
    });
    let (new, receivers) = (said(&effects.new), said(&effects.receivers));
    json!({
        "changes": effects.changes.iter().map(|change| {
            json!({ "field": change.field, "old": change.old, "new": change.new })
        }).collect::<Vec<_>>(),
        "replaced": effects.reissued.iter().map(paper).collect::<Vec<_>>(),
        "kept": effects.kept.iter().map(paper).collect::<Vec<_>>(),
        "new": new,
        "void": effects.void.iter().map(paper).collect::<Vec<_>>(),
        "fees": fees.collect::<Vec<_>>(),
        "person": effects.person.iter().map(|(field, old, new)| json!({ "field": field, "old": old, "new": new }))
            .collect::<Vec<_>>(),
        "receivers": receivers,
    })
}

/// In the language of who reads.
fn said(texts: &[LocalText]) -> Vec<&str> {
    texts.iter().map(|text| text.get(words::language().tag())).collect()
}

/// The same as in the window, a line each.
fn lines(effects: &Effects) -> Vec<String> {
    let changes = effects.changes.iter().map(|change| {
        let or_none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.replace('\n', "; ") };
        format!("{}: {} → {}", change.label, or_none(&change.old), or_none(&change.new))
    });
    let fees = effects.fees.iter().map(|change| {
        let label = change.label.get(words::language().tag());
        format!("{label}: {} → {}", words::amount(change.charged.0), words::amount(change.due.0))
    });
    let say = |id: &str, args: &[(&str, &str)]| {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        words::said(id, &args)
    };
    let paper = |id: &str, paper: &Issued| {
        say(id, &[("title", &paper.title), ("date", &paper.issued_on.to_string())])
    };
    let reissued = effects.reissued.iter().map(|issued| paper("cli-paper-corrected", issued));
    let kept = effects.kept.iter().map(|issued| paper("cli-receipt-kept", issued));
    let void = effects.void.iter().map(|issued| paper("cli-paper-void-then", issued));
    let new = said(&effects.new).into_iter().map(|title| say("correct-new-paper", &[("title", title)]));
    let person = (!effects.person.is_empty()).then(|| say("correct-person", &[]));
    let told = said(&effects.receivers).join(" · ");
    let told = (!told.is_empty()).then(|| format!("{}: {told}", say("correct-receivers", &[])));
    changes.chain(fees).chain(reissued).chain(kept).chain(void).chain(new).chain(person).chain(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_everything_that_scripts_do() {
        let text = |de: &str| LocalText { de: de.to_owned(), en: String::new() };
        let effects = Effects {
            new: vec![text("Beiblatt")],
            person: vec![("family".to_owned(), "Alt".to_owned(), "Neu".to_owned())],
            receivers: vec![text("Kammer"), text("Finanzamt")],
            ..Effects::default()
        };
        assert_eq!(as_json(&effects)["new"], json!(["Beiblatt"]));
        let all = lines(&effects);
        assert_eq!(all.len(), 3, "{all:?}");
        for (line, says) in all.iter().zip(["Beiblatt", "Person", "Kammer · Finanzamt"]) {
            assert!(line.contains(says), "{line}");
        }
    }
}
