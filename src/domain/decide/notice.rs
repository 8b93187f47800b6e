//! Telling receiving bodies: once each, again only where something changed. Knows no matrix.

use super::{Context, refuse_if, said, undisputed};
use crate::domain::case::{BodyNotice, Case, CaseEvent, Noted, NoticeStep, Packages};
use crate::domain::problem::{Problem, Refusal};

/// Makes packages. A body that has the same gets none; one that has another gets a correction.
pub(super) fn prepare(case: &Case, mut prepared: Packages) -> Result<CaseEvent, Refusal> {
    undisputed(case)?;
    refuse_if(prepared.bodies.is_empty(), "notice-none")?;
    let mut problems = Vec::new();
    for (body, package) in &mut prepared.bodies {
        let same = |notice: &crate::domain::case::BodyNotice| notice.package.content == package.content;
        if let Some(out) = case.notice_out(body).filter(|out| same(out)) {
            let on = out.on(NoticeStep::Sent).unwrap_or(out.prepared_on);
            problems.push(Problem::error(body.clone(), "notice-there").with("date", on));
        } else if let Some(waits) = case.notice_waiting(body).filter(|waits| same(waits)) {
            problems.push(Problem::error(body.clone(), "notice-waits").with("date", waits.prepared_on));
        }
        package.corrects = case.notice_out(body).map(|out| out.notice);
    }
    if problems.is_empty() {
        Ok(CaseEvent::NoticesPrepared(Box::new(prepared)))
    } else {
        Err(Refusal(problems))
    }
}

/// Whether a newer package for the same body was made meanwhile, so that this one must not go out any more.
fn superseded(case: &Case, package: &BodyNotice) -> bool {
    let own = case.notices().iter().filter(|known| known.body == package.body);
    let newer = own.skip_while(|known| known.notice != package.notice).skip(1);
    package.waits() && newer.into_iter().any(|known| known.on(NoticeStep::Withdrawn).is_none())
}

/// Notes what became of packages: all of them, or none and every reason.
pub(super) fn note(case: &Case, noted: Noted, context: &Context<'_>) -> Result<CaseEvent, Refusal> {
    let mut problems = Vec::new();
    refuse_if(noted.bodies.is_empty(), "notice-none")?;
    if noted.step == NoticeStep::Withdrawn {
        said(&noted.note, "reason")?;
    }
    if noted.on > context.today {
        problems.push(Problem::error("on", "notice-in-future").with("date", noted.on));
    }
    for body in &noted.bodies {
        let notice = case.notices().iter().find(|known| known.notice == noted.notice && known.body == *body);
        let wrong = match notice {
            None => Some("notice-unknown"),
            Some(known) if known.on(NoticeStep::Withdrawn).is_some() => Some("notice-withdrawn"),
            Some(known) if known.on(noted.step).is_some() => Some("notice-noted"),
            Some(known) if noted.step == NoticeStep::Sent && superseded(case, known) => {
                Some("notice-superseded")
            }
            Some(known) if noted.on < known.prepared_on => Some("notice-before"),
            Some(known) if noted.step == NoticeStep::Acknowledged && known.on(NoticeStep::Sent).is_none() => {
                Some("notice-not-sent")
            }
            Some(_) => None,
        };
        problems.extend(wrong.map(|id| Problem::error(body.clone(), id)));
    }
    if problems.is_empty() { Ok(CaseEvent::NoticesNoted(Box::new(noted))) } else { Err(Refusal(problems)) }
}
