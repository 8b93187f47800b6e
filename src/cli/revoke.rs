//! `case revoke`, and `case hear --revokes`: what is wanted, how far it is, and which papers are out. Decides nothing.

use super::case::text;
use super::say::{Fail, explained};
use crate::desk::case::Sheet;
use crate::desk::revoke::IntendsToRevoke;
use crate::domain::case::{Annulled, Fate, Ground, Paper};
use crate::domain::decide::{Revoke, UNHEARD, revoked_late};
use crate::domain::problem::Problem;
use crate::domain::revocation::{Clause, Untrusted};
use crate::timeline::{fees_of, takes_effect};
use crate::words;
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

/// The paragraph that an option names.
pub(super) fn clause(args: &ArgMatches, option: &str) -> Option<Clause> {
    args.get_one::<String>(option).and_then(|named| Clause::named(named))
}

fn on(args: &ArgMatches, option: &str) -> Option<NaiveDate> {
    args.get_one::<NaiveDate>(option).copied()
}

/// What somebody is heard about.
pub(super) fn intends(clause: Clause, args: &ArgMatches, due_on: Option<NaiveDate>) -> IntendsToRevoke {
    IntendsToRevoke { clause, known_on: on(args, "known-on"), reasons: text(args, "reason"), due_on }
}

/// What is taken back or revoked.
pub(super) fn wanted(args: &ArgMatches) -> Result<Revoke, Fail> {
    let unknown = || Problem::error("ground", "revoke-other-law").with("law", "");
    let named = |option: &str| args.get_one::<String>(option).cloned().unwrap_or_default();
    let fate = [Fate::Kept, Fate::Dropped].into_iter().find(|fate| fate.name() == named("fees"));
    let lines = args.get_many::<String>("hand-back").into_iter().flatten().cloned();
    Ok(Revoke {
        clause: clause(args, "ground").ok_or_else(unknown)?,
        untrusted: Untrusted::ALL.into_iter().find(|why| why.name() == named("untrusted")),
        known_on: on(args, "known-on"),
        from: on(args, "effective"),
        part: text(args, "part"),
        reasons: text(args, "reason"),
        unheard: UNHEARD.into_iter().find(|ground: &Ground| ground.name() == named("no-hearing")),
        hand_back: lines.collect(),
        anew: args.get_flag("anew"),
        fees: fate,
    })
}

fn said(id: &str, args: &[(&str, String)]) -> String {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    words::said(id, &args.collect())
}

/// Papers that fall with the revocation that was just written or prepared and left the printer: whoever has them is to be told.
pub(super) fn printed(after: &Sheet) -> Vec<String> {
    let drafted = after.case.revocation_to_sign().map(|known| &known.draft);
    let known = drafted.or(after.case.revocations().last().map(|known| &known.what));
    let falls = known.map(|known| known.void.as_slice()).unwrap_or_default();
    let out =
        after.case.papers.iter().filter(|paper| falls.contains(&paper.issued.paper) && paper.copies > 0);
    let name = |paper: &Paper| {
        let (title, copies) = (paper.issued.title.clone(), paper.copies.to_string());
        said(
            "revoke-printed",
            &[("title", title), ("date", words::date(paper.issued.issued_on)), ("copies", copies)],
        )
    };
    out.map(name).collect()
}

/// The day on which the year was over, and the later one of notification.
fn late(sheet: &Sheet, known: &Annulled) -> Option<(NaiveDate, NaiveDate)> {
    let act = sheet.case.as_act(known.event)?;
    revoked_late(act, sheet.case.notified_of(known.event)?, &sheet.assessment)
}

/// For scripts.
pub(super) fn json(sheet: &Sheet) -> Vec<Value> {
    let one = |known: &Annulled| {
        let what = &known.what;
        let until = what.known_on.and_then(|on| {
            sheet.assessment.procedure.revocable_until(what.clause, what.untrusted, on).ok().flatten()
        });
        let effect = sheet.case.effect(known, &sheet.assessment.procedure);
        let late = late(sheet, known);
        json!({
            "ground": what.clause, "law": sheet.assessment.procedure.clause_law(what.clause, what.untrusted),
            "takes_back": what.clause.takes_back(), "decided_on": known.of.decided_on, "known_on": what.known_on,
            "until": until.as_ref().map(|until| until.date),
            "why": until.iter().flat_map(|until| &until.explanation).map(explained).collect::<Vec<_>>(),
            "effective": what.from, "takes_effect": effect.map(|effect| effect.on),
            "ineffective_since": effect.map(|effect| effect.since), "part": what.part, "reasons": what.reasons, "unheard": what.unheard,
            "hand_back": what.hand_back, "anew": what.anew, "fees": what.fees, "void": what.void,
            "revoked_on": what.revoked_on, "notice": what.notice, "late": late.map(|(by, _)| by),
        })
    };
    sheet.case.revocations().iter().map(one).collect()
}

/// How far it is: what somebody was heard about and until when there is time, a draft, what was taken back or revoked.
pub(super) fn lines(sheet: &Sheet) -> Vec<String> {
    let (case, procedure) = (&sheet.case, &sheet.assessment.procedure);
    let mut lines = Vec::new();
    if let Some(intended) = case.intends_to_revoke() {
        let law = procedure.clause_law(intended.clause, None);
        lines.push(said("revoke-intended", &[("law", law)]));
        let until =
            intended.known_on.and_then(|on| procedure.revocable_until(intended.clause, None, on).ok()?);
        if let Some(until) = until {
            lines.push(said("revoke-until", &[("by", words::date_with_day(until.date))]));
            lines.extend(until.explanation.iter().map(|step| format!("  {}", explained(step))));
        }
    }
    if let Some(draft) = case.revocation_to_sign() {
        lines.push(said("cli-to-sign", &[("date", draft.draft.revoked_on.to_string())]));
    }
    for known in case.revocations() {
        let what = &known.what;
        let args = [
            ("on", words::date(what.revoked_on)),
            ("date", words::date(known.of.decided_on)),
            ("law", procedure.clause_law(what.clause, what.untrusted)),
        ];
        lines.push(said(if what.clause.takes_back() { "revoked-back" } else { "revoked-revoked" }, &args));
        if !what.is_whole() {
            lines.push(said("revoked-part", &[("part", what.part.clone())]));
        }
        lines.push(takes_effect(sheet, known));
        lines.extend(fees_of(sheet, known));
        lines.extend(late(sheet, known).map(|(by, on)| {
            said("revoked-late", &[("by", words::date_with_day(by)), ("on", words::date_with_day(on))])
        }));
        if let Some(law) = procedure.compensation(what.clause, what.untrusted) {
            lines.push(said("revoke-compensates", &[("law", law)]));
        }
        if let Some(law) = procedure.refund(what.clause, what.from, what.revoked_on) {
            lines.push(said("revoke-refunds", &[("law", law)]));
        }
    }
    for (number, receipt) in case.to_give_back() {
        let args = [("number", number.to_owned()), ("amount", words::amount(receipt.paid.cents.0))];
        lines.push(said("case-give-back-money", &args));
    }
    lines
}
