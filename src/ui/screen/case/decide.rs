//! What a decision sets and which letters tell it, shown before it is taken and after. Decides and computes nothing.

use crate::catalogue::Remedy as Lies;
use crate::desk::case::Sheet;
use crate::domain::assessment::grants;
use crate::domain::case::Outcome;
use crate::domain::decision::{Notice, Remedy};
use crate::domain::explain::Explanation;
use crate::domain::levy::FirstYear;
use crate::domain::money::Cents;
use crate::domain::problem::{LocalText, Problem as Lack};
use crate::fl;
use crate::ui::Element;
use crate::ui::control::{Problem, body, small, small_toned, state, strong};
use crate::ui::screen::beside::{local, sentence};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::NaiveDate;
use iced::widget::column;

/// What a decision with this outcome would set today, its letter, and what the town has yet to say.
pub fn about<'a, M: Clone + 'static>(sheet: &Sheet, outcome: Outcome, today: NaiveDate) -> Element<'a, M> {
    let told = &sheet.assessment;
    // What is entered in the dialog itself is marked at its field.
    let own = |problem: &&Lack| told.terms.to_grant.iter().any(|field| field.path == problem.field);
    let lacking = told.lacking(outcome).into_iter().filter(|problem| !own(problem));
    let lacking = lacking.map(|problem| Problem::error(sentence(problem)).into());
    let letters: Vec<String> = told.decision_papers(outcome).map(|paper| local(&paper.label)).collect();
    let mut page = column(lacking).spacing(space::S).push(by_hand(sheet, today));
    if grants(outcome) && !letters.is_empty() {
        for levy in &told.levies {
            page = page.push(amounts(&levy.label, levy.cents, levy.first.as_ref(), &levy.why));
        }
    }
    if letters.is_empty() {
        // A service that decides nothing has no letter either; only where one would be expected is that said.
        let expected = sheet.service.remedy != Lies::None || outcome == Outcome::Refused;
        return page.push(expected.then(|| small(fl!("case-decide-no-letter")))).into();
    }
    page.push(small(fl!("case-decide-letter", letters = letters.join(", "))))
        .push(told.terms.notice.as_ref().map(|notice| small(remedy(notice))))
        .push(told.terms.remedy_open.then(|| small_toned(fl!("case-decide-remedy-open"), Tone::Warning)))
        .into()
}

/// That the post is too slow where what is not notified in time may count as granted.
fn by_hand<'a, M: Clone + 'static>(sheet: &Sheet, today: NaiveDate) -> Option<Element<'a, M>> {
    let by = sheet.case.to_decide_by(&sheet.assessment)?.date;
    let notified = sheet.assessment.procedure.notified(today).ok()?;
    let says = fl!("deemed-decide-by-hand", by = words::date_with_day(by));
    (notified > by).then(|| state(says, Tone::Warning))
}

/// What was set by the decisions that were taken.
pub fn was_set<'a, M: Clone + 'static>(sheet: &Sheet) -> Option<Element<'a, M>> {
    let all: Vec<Element<'a, M>> = sheet
        .case
        .levied()
        .map(|levy| (&levy.amount, &levy.first))
        .map(|(levy, first)| amounts(&levy.label, levy.cents, first.as_ref(), &levy.why))
        .collect();
    (!all.is_empty()).then(|| column(all).spacing(space::S).into())
}

fn amounts<'a, M: Clone + 'static>(
    label: &LocalText,
    annual: Cents,
    first: Option<&FirstYear>,
    why: &Explanation,
) -> Element<'a, M> {
    let mut lines = column![strong(format!("{}: {}", local(label), words::amount(annual.0)))].spacing(2);
    if let Some(first) = first {
        let (amount, from) = (words::amount(first.cents.0), words::date(first.from));
        lines = lines.push(body(fl!(
            "case-levy-first",
            year = first.year.to_string(),
            amount = amount,
            from = from
        )));
        let due = if first.in_one { fl!("case-levy-in-one") } else { fl!("case-levy-by-law") };
        lines = lines.push(small(due));
        if !first.instalments.is_empty() {
            let part = |part: &crate::domain::levy::Instalment| {
                format!("{:02}.{:02}. {}", part.on.day, part.on.month, words::amount(part.cents.0))
            };
            let parts = first.instalments.iter().map(part).collect::<Vec<_>>().join(", ");
            lines = lines.push(small(fl!("case-levy-each-year", parts = parts)));
        }
        if let Some(earlier) = first.earlier {
            lines = lines.push(small_toned(
                fl!("case-levy-earlier", date = words::date(earlier), year = first.year.to_string()),
                Tone::Warning,
            ));
        }
        lines = lines.push(small(explanation(&first.why)));
    }
    lines.push(small(explanation(why))).into()
}

fn remedy(notice: &Notice) -> String {
    let (body, address) = (notice.body.clone(), notice.address.clone());
    match notice.remedy {
        Remedy::Action => fl!("case-decide-action", body = body, address = address),
        Remedy::Objection => fl!("case-decide-objection", body = body, address = address),
    }
}
