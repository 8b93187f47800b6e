//! Telling the receiving bodies of a trade notice (§ 14 (8) GewO, § 3 GewAnzV): who gets it and why, one package for each
//! with its fields and no other, and what became of it. Sends nothing: a person does, or another program.

mod lot;
mod package;
mod told;

use super::Desk;
use super::case::assess;
use super::error::DeskError;
use super::folder::Purpose;
use super::hand::Hand;
use super::outside;
use super::session::Session;
use crate::catalogue::{Body, Receiving, Service};
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, Noted, Package, Packages};
use crate::domain::decide::Command;
use crate::domain::id::{CaseId, Digest, NoticeId};
use crate::domain::problem::{LocalText, Problem};
use crate::domain::town::Town;
use crate::exchange::{Share, share};
use serde_json::Value;
use std::path::Path;

pub use crate::domain::case::{BodyNotice, NoticeStep};
pub use crate::exchange::Withheld;
pub use lot::Lot;
pub use told::{Cut, Standing, Told, Wanted, Written};

/// The body that is told by the month: the statistical office (§ 3 (2) GewAnzV).
const MONTHLY: &str = "statistik";

/// What a case is to receiving bodies.
struct View<'a> {
    case: &'a Case,
    service: &'static Service,
    receiving: &'static Receiving,
    town: &'a Town,
    assessment: Assessment,
}

impl<'a> View<'a> {
    /// Judged as on the day of filing, like a correction: the days that go by change nobody's right to be told.
    fn new(desk: &Desk, case: &'a Case, town: &'a Town) -> Result<Self, DeskError> {
        let service = desk.service_of(&case.opened)?;
        let receiving = service.receiving.as_ref().ok_or_else(|| DeskError::because("notice-no-trade"))?;
        let assessment = assess(service, case, &case.answers(), town, case.opened.filed_on);
        Ok(Self { case, service, receiving, town, assessment })
    }

    fn share(&self, body: &Body) -> Share {
        share(self.service, &body.fields, &self.case.answers())
    }

    /// In the order of the form.
    fn withheld(&self, body: &Body) -> Vec<Withheld> {
        let mut withheld = self.share(body).withheld;
        withheld.sort_by_key(|field| field.no);
        withheld
    }

    fn content(&self, body: &Body) -> Digest {
        let answers = Value::Object(self.share(body).answers.0.into_iter().collect()).to_string();
        let (id, form) = (body.id.as_bytes(), self.receiving.form.as_bytes());
        Digest::of(&[id, b"\n", form, b"\n", answers.as_bytes()])
    }

    fn is_asked(&self, body: &str) -> bool {
        self.assessment.receivers.iter().any(|to| to.id == body)
    }

    fn standing(&self, body: &Body) -> Standing {
        let content = self.content(body);
        let waits = self.case.notice_waiting(&body.id).filter(|waits| waits.package.content == content);
        match (waits, self.case.notice_out(&body.id)) {
            (Some(_), _) => Standing::Waits,
            (None, Some(out)) if out.package.content != content => Standing::Again,
            (None, Some(out)) if out.on(NoticeStep::Acknowledged).is_some() => Standing::Acknowledged,
            (None, Some(_)) => Standing::Sent,
            (None, None) if !self.is_asked(&body.id) => Standing::NotAsked,
            (None, None) if body.id == MONTHLY => Standing::Monthly,
            (None, None) => Standing::Due,
        }
    }

    fn told(&self, body: &Body) -> Told {
        Told {
            id: body.id.clone(),
            label: body.label.clone(),
            law: body.law.clone(),
            why: body.why.clone(),
            fields: body.fields.len(),
            withheld: self.withheld(body),
            source: body.source.clone(),
            address: package::address(self.town, &body.id).to_owned(),
            standing: self.standing(body),
            notice: self.case.notices().iter().rfind(|notice| notice.body == body.id).cloned(),
        }
    }

    /// The bodies that are meant, and every reason against it.
    fn chosen(&self, wanted: &Wanted) -> Result<Vec<&'static Body>, DeskError> {
        let bodies = &self.receiving.bodies;
        if wanted.bodies.is_empty() {
            let open: Vec<&Body> = bodies.iter().filter(|body| self.standing(body).is_open()).collect();
            return if open.is_empty() { Err(DeskError::because("notice-nothing")) } else { Ok(open) };
        }
        let (mut chosen, mut problems) = (Vec::new(), Vec::new());
        for id in &wanted.bodies {
            let Some(body) = bodies.iter().find(|body| body.id == *id) else {
                let known = bodies.iter().map(|body| body.id.as_str()).collect::<Vec<_>>().join(", ");
                problems.push(Problem::error(id, "notice-body").with("bodies", known));
                continue;
            };
            let standing = self.standing(body);
            if standing == Standing::NotAsked && wanted.reason.trim().is_empty() {
                problems.push(Problem::error(id, "notice-not-asked").with("body", &body.label.de));
            }
            if matches!(standing, Standing::Sent | Standing::Acknowledged) {
                problems.push(Problem::error(id, "notice-there").with("date", self.sent_on(id)));
            }
            chosen.push(body);
        }
        if problems.is_empty() { Ok(chosen) } else { Err(crate::domain::problem::Refusal(problems).into()) }
    }

    fn sent_on(&self, body: &str) -> String {
        let out = self.case.notice_out(body).and_then(|out| out.on(NoticeStep::Sent));
        out.map(|on| on.to_string()).unwrap_or_default()
    }

    /// What is to be made for these; nothing for those whose package waits.
    fn packages(&self, bodies: &[&Body], reason: &str) -> std::collections::BTreeMap<String, Package> {
        let new = bodies.iter().filter(|body| self.standing(body) != Standing::Waits);
        let package = |body: &&&Body| {
            let reason = if self.is_asked(&body.id) { String::new() } else { reason.trim().to_owned() };
            (body.id.clone(), Package { content: self.content(body), corrects: None, reason })
        };
        new.collect::<Vec<_>>().iter().map(package).collect()
    }
}

/// The receiving bodies of a case; none where it is no trade notice.
pub(super) fn told(desk: &Desk, case: &Case, town: &Town) -> Result<Vec<Told>, DeskError> {
    if desk.service_of(&case.opened)?.receiving.is_none() {
        return Ok(Vec::new());
    }
    let view = View::new(desk, case, town)?;
    Ok(view.receiving.bodies.iter().map(|body| view.told(body)).collect())
}

impl Desk {
    /// The receiving bodies of a trade notice, in the order of the law; none where the case is no trade notice.
    pub fn receiving(&self, session: &Session, case: CaseId) -> Result<Vec<Told>, DeskError> {
        Ok(self.sheet_again(session, case)?.bodies)
    }

    /// The form as a body gets it, or would. Nothing is made or noted.
    pub fn preview_for(&self, session: &Session, case: CaseId, body: &str) -> Result<Vec<u8>, DeskError> {
        let sheet = self.sheet_again(session, case)?;
        let view = View::new(self, &sheet.case, &sheet.town)?;
        let found = view.receiving.bodies.iter().find(|known| known.id == body);
        let found = found.ok_or_else(|| Problem::error(body, "notice-body").with("bodies", ""))?;
        let notice = view.case.notices().iter().rfind(|notice| notice.body == body);
        let same = notice.filter(|notice| notice.package.content == view.content(found));
        let today = self.today();
        let corrects = view.case.notice_out(body).is_some() && same.is_none();
        let (on, corrects) =
            same.map_or((today, corrects), |n| (n.prepared_on, n.package.corrects.is_some()));
        Ok(package::pdf(&view, found, on, corrects)?)
    }

    /// What a body does not get of it, and where the regulation says so.
    pub fn cut_for(&self, session: &Session, case: CaseId, body: &str) -> Result<Cut, DeskError> {
        let told = self.receiving(session, case)?.into_iter().find(|told| told.id == body);
        let told = told.ok_or_else(|| Problem::error(body, "notice-body").with("bodies", ""))?;
        Ok(Cut { body: told.label, source: told.source, withheld: told.withheld })
    }

    /// The same for everybody who is still to be told, as a new folder of this very path. The folder around it is
    /// remembered.
    pub fn write_notices_at(&self, session: &Session, id: CaseId, path: &Path) -> Result<Written, DeskError> {
        let out = path.parent().unwrap_or(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let written = self.write(session, id, &Wanted::default(), out, name)?;
        self.remember_folder(session, Purpose::Save, path)?;
        Ok(written)
    }

    /// Makes packages for the bodies that have to be told, and writes them as new files: a folder for each body, in one
    /// of the case's number. Those that wait already are written again as they are.
    pub fn write_notices(
        &self,
        session: &Session,
        id: CaseId,
        wanted: &Wanted,
        out: &Path,
    ) -> Result<Written, DeskError> {
        self.write(session, id, wanted, out, None)
    }

    fn write(
        &self,
        session: &Session,
        id: CaseId,
        wanted: &Wanted,
        out: &Path,
        called: Option<String>,
    ) -> Result<Written, DeskError> {
        let (name, files, bodies, unknown) = self.act_as(session, |hand| {
            let made = prepare(hand, id, wanted)?;
            let case = hand.case(id)?;
            let view = View::new(hand.desk, &case, &hand.town)?;
            let mut files = Vec::new();
            for body in &made {
                let notice = view.case.notice_waiting(&body.id);
                let notice = notice.ok_or_else(|| DeskError::because("notice-unknown"))?;
                files.extend(package::files(&view, body, notice)?);
            }
            let rounds: std::collections::BTreeSet<NoticeId> =
                case.notices().iter().map(|notice| notice.notice).collect();
            let number = &case.opened.number;
            let name = if rounds.len() > 1 { format!("{number}_{}", rounds.len()) } else { number.clone() };
            let nowhere = made.iter().filter(|body| package::address(&hand.town, &body.id).is_empty());
            let unknown: Vec<LocalText> = nowhere.map(|body| body.label.clone()).collect();
            let bodies: Vec<_> = made.iter().map(|body| (body.id.clone(), body.label.clone())).collect();
            Ok((name, files, bodies, unknown))
        })?;
        let folder = outside::write_folder(out, &called.unwrap_or(name), &files)?;
        Ok(Written { folder, bodies, unknown })
    }

    /// Notes what became of the newest packages of these bodies; without any, of all that the step can be noted of.
    pub fn note_notices(
        &self,
        session: &Session,
        id: CaseId,
        bodies: &[String],
        step: NoticeStep,
        on: Option<chrono::NaiveDate>,
        note: &str,
    ) -> Result<Vec<String>, DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let newest = newest(&case);
            let fits = |notice: &&&BodyNotice| match step {
                NoticeStep::Sent => notice.waits(),
                NoticeStep::Acknowledged => notice.is_out() && notice.on(step).is_none(),
                NoticeStep::Withdrawn => false,
            };
            let meant: Vec<&BodyNotice> = if bodies.is_empty() {
                newest.iter().filter(fits).copied().collect()
            } else {
                let unknown: Vec<Problem> = bodies
                    .iter()
                    .filter(|body| newest.iter().all(|notice| notice.body != **body))
                    .map(|body| Problem::error(body, "notice-unknown"))
                    .collect();
                if !unknown.is_empty() {
                    return Err(crate::domain::problem::Refusal(unknown).into());
                }
                newest.iter().filter(|notice| bodies.contains(&notice.body)).copied().collect()
            };
            if meant.is_empty() {
                return Err(DeskError::because("notice-none"));
            }
            let mut rounds: std::collections::BTreeMap<NoticeId, Vec<String>> =
                std::collections::BTreeMap::new();
            for notice in &meant {
                rounds.entry(notice.notice).or_default().push(notice.body.clone());
            }
            let (on, note) = (on.unwrap_or(hand.today), note.trim());
            for (notice, bodies) in rounds {
                let case = hand.case(id)?;
                let noted = Noted { notice, bodies, step, on, note: note.to_owned() };
                hand.command(id, Some(&case), Command::NoteNotices(noted), None)?;
            }
            Ok(meant.iter().map(|notice| notice.body.clone()).collect())
        })
    }
}

/// The form of a package as it was made, from what was known then; none where the body or its form is gone.
pub(super) fn as_it_was(
    desk: &Desk,
    then: &Case,
    town: &Town,
    notice: &BodyNotice,
) -> Result<Option<(LocalText, Vec<u8>)>, DeskError> {
    let Ok(view) = View::new(desk, then, town) else { return Ok(None) };
    let Some(body) = view.receiving.bodies.iter().find(|body| body.id == notice.body) else {
        return Ok(None);
    };
    let bytes = package::pdf(&view, body, notice.prepared_on, notice.package.corrects.is_some())?;
    Ok(Some((body.label.clone(), bytes)))
}

/// The newest package of each body.
fn newest(case: &Case) -> Vec<&BodyNotice> {
    let last = |notice: &&BodyNotice| {
        case.notices().iter().rfind(|other| other.body == notice.body).is_some_and(|last| last == *notice)
    };
    case.notices().iter().filter(last).collect()
}

/// Writes down that packages exist, for those bodies that have none waiting. In a transaction that somebody else commits.
fn prepare(
    hand: &mut Hand<'_, '_, '_>,
    id: CaseId,
    wanted: &Wanted,
) -> Result<Vec<&'static Body>, DeskError> {
    let case = hand.case(id)?;
    let town = hand.town.clone();
    let view = View::new(hand.desk, &case, &town)?;
    let chosen = view.chosen(wanted)?;
    let bodies = view.packages(&chosen, &wanted.reason);
    if !bodies.is_empty() {
        let prepared = Packages { notice: NoticeId(hand.id_in(id)?), bodies, prepared_on: hand.today };
        hand.command(id, Some(&case), Command::PrepareNotices(prepared), None)?;
    }
    Ok(chosen)
}
