//! `case settle`, `case unsettle`: what becomes of what was filed, deciding about an objection, and how far that is. Decides nothing.

use super::case::text;
use super::say::{Fail, explained};
use super::steps::{all, blocks, remedy, settled};
use crate::desk::case::Sheet;
use crate::domain::block::Part;
use crate::domain::case::{Fate, Filed, Ruled, Settled};
use crate::domain::decide::{Conclude, Elsewhere, Rule, whose};
use crate::domain::decision::Remedy;
use crate::domain::id::EventRef;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::remedy::Remedied;
use crate::timeline::timely::{finality, until};
use chrono::NaiveDate;
use clap::ArgMatches;
use serde_json::{Value, json};

/// What was filed and bears this number at court; refused where nothing that is open does.
fn by_number(sheet: &Sheet, number: &str) -> Result<EventRef, Fail> {
    let is_it = |filed: &&Filed| filed.objection.court.as_ref().is_some_and(|court| court.has_number(number));
    let found = sheet.case.all_open().find(is_it).map(|filed| filed.event);
    Ok(found.ok_or_else(|| Problem::error("--file-number", "objection-none"))?)
}

/// Whose objection is meant, where it is said: of somebody else by name, or the applicant's own. Refused where there is none among these.
fn by_objector<'a>(args: &ArgMatches, among: &[&'a Filed]) -> Result<Option<&'a Filed>, Fail> {
    let by = args.get_one::<String>("objector").map(String::as_str);
    if by.is_none() && !args.get_flag("own") {
        return Ok(None);
    }
    match among.iter().rfind(|filed| filed.objection.is_of(by)) {
        Some(found) => Ok(Some(found)),
        None if among.is_empty() => Err(Problem::error("--objector", "objection-none").into()),
        None => Err(whose("objector-none", among).into()),
    }
}

/// What is to be entered.
pub(super) fn wanted(sheet: &Sheet, args: &ArgMatches, today: NaiveDate) -> Result<Conclude, Fail> {
    let said = |option: &str| args.get_one::<String>(option).cloned().unwrap_or_default();
    let (how, mut reason) = (settled(args), text(args, "reason"));
    let of = args.get_one::<String>("of").and_then(|of| remedy(of));
    let number = args.get_one::<String>("file-number").map(|number| by_number(sheet, number)).transpose()?;
    let open: Vec<&Filed> = sheet.case.open_objections().collect();
    let named = by_objector(args, &open)?;
    let objection = named.or(open.last().copied()).and_then(|filed| sheet.case.objected(filed));
    if let Some(act) = objection.filter(|_| how.rules()) {
        let chosen = blocks(sheet, act.decision.outcome, &all(args, "block"))?;
        for block in chosen.into_iter().filter(|block| block.part == Part::Reasons) {
            reason = block.added_to(&reason);
        }
    }
    let by = args.get_one::<String>("decided-by").cloned();
    let elsewhere = by.map(|by| Elsewhere {
        by,
        on: args.get_one::<NaiveDate>("on").copied().unwrap_or(today),
        has_notice: !args.get_flag("no-notice"),
    });
    let counsel = args.get_one::<String>("counsel").map(|counsel| counsel == "needed");
    let town_bears = args.get_one::<u8>("town-bears").copied();
    let rule = Rule { facts: text(args, "facts"), town_bears, counsel, elsewhere };
    let amount = args.get_one::<String>("amount");
    let lowered = amount.and_then(|typed| Cents::parse(typed));
    if amount.is_some() && lowered.is_none() {
        return Err(Problem::error("--amount", "ruling-lowered-missing").into());
    }
    Ok(Conclude {
        filed: number.or(named.map(|filed| filed.event)),
        of,
        how,
        reason,
        part: text(args, "part"),
        fees: [Fate::Kept, Fate::Dropped].into_iter().find(|fate| fate.name() == said("fees")),
        lowered,
        ruling: how.rules().then_some(rule),
    })
}

/// The decision that was notified, where it is said about whose objection it is.
pub(super) fn told(sheet: &Sheet, args: &ArgMatches) -> Result<Option<EventRef>, Fail> {
    let ruled = |filed: &&Filed| sheet.case.rulings().iter().any(|ruled| ruled.objection == filed.event);
    let among: Vec<&Filed> = sheet.case.objections().iter().filter(ruled).collect();
    Ok(by_objector(args, &among)?.and_then(|filed| filed.settled_by))
}

/// The entry that is to be taken back: of the objection that is named, else the last that counts. Whose it is has to be said where that is
/// about an objection and those of several can be taken back.
pub(super) fn last(sheet: &Sheet, args: &ArgMatches) -> Result<EventRef, Fail> {
    let is_settled =
        |filed: &&Filed| filed.objection.remedy == Remedy::Objection && filed.settled_by.is_some();
    let settled: Vec<&Filed> = sheet.case.objections().iter().filter(is_settled).collect();
    if let Some(named) = by_objector(args, &settled)?.and_then(|filed| filed.settled_by) {
        return Ok(named);
    }
    let last = sheet.case.last_settlement().ok_or_else(|| Problem::error("case", "settlement-unknown"))?;
    let among: Vec<&Filed> = sheet.case.undoable().collect();
    if among.len() > 1 && among.iter().any(|filed| filed.settled_by == Some(last)) {
        return Err(whose("unsettle-whose", &among).into());
    }
    Ok(last)
}

/// For scripts.
pub(super) fn json(sheet: &Sheet) -> Vec<Value> {
    let one = |ruled: &Ruled| {
        let act = sheet.case.as_act(ruled.event);
        let ends = act.and_then(|act| until(sheet, act));
        let why = ends.iter().flat_map(|ends| &ends.why).map(explained).collect::<Vec<_>>();
        let lowered = ruled.what.lowers.map(|lowers| lowers.to);
        json!({
            "how": ruled.what.how, "decided_on": ruled.what.settled_on, "objected_on": ruled.objected_on, "objector": ruled.objector,
            "part": ruled.what.part, "lowered": lowered, "withdrawn": ruled.what.withdrawn,
            "facts": ruled.ruling.facts, "reasons": ruled.what.reason, "town_bears": ruled.ruling.town_bears,
            "counsel": ruled.ruling.counsel, "notice": ruled.ruling.notice, "elsewhere": ruled.ruling.elsewhere,
            "gives_form": ruled.what.how != Settled::Remedied,
            "served_on": ends.as_ref().map(|ends| ends.notified_on), "ends_on": ends.as_ref().map(|ends| ends.ends_on),
            "final_from": ends.as_ref().map(Remedied::final_from), "why": why,
            "stands": act.and_then(|act| finality(sheet, act)),
        })
    };
    sheet.case.rulings().iter().map(one).collect()
}
