//! Who acts for the applicant of a filed case: appointed after filing, or no longer (§ 14 `VwVfG`). Links only; letters
//! follow by themselves.

use super::Desk;
use super::case::assess;
use super::error::DeskError;
use super::hand::Hand;
use super::session::Session;
use crate::catalogue::APPEARS_AS;
use crate::domain::case::{APPLICANT, AppearsAs, Case, Linked, REPRESENTATIVE};
use crate::domain::decide::{Command, Link};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::problem::Problem;

impl Desk {
    /// From now on this person acts for the applicant by proxy (Bevollmächtigte); letters go to them.
    ///
    /// Errors: there is no applicant, it is the applicant themselves, or the service is for those who come in person.
    pub fn appoint(&self, session: &Session, id: CaseId, person: PersonId) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let known = hand.tx.person(person)?.ok_or_else(|| DeskError::because("person-unknown"))?;
            let (person, applicant) = (known.id, applicant(&case)?);
            if known.records.contains(&applicant.person) {
                return Err(Problem::error("person", "proxy-is-applicant").into());
            }
            may_be_represented(hand, &case, &applicant)?;
            if applicant.appears_as != AppearsAs::Proxy {
                appears(hand, &case, &applicant, AppearsAs::Proxy)?;
            }
            let (part, appears_as) = (REPRESENTATIVE.to_owned(), AppearsAs::InPerson);
            hand.command(id, Some(&case), Command::Link(Link { person, part, appears_as, seen: None }), None)
        })
    }

    /// Nobody acts for the applicant any more: letters go to them again. Who did stays in the file.
    pub fn end_proxy(&self, session: &Session, id: CaseId) -> Result<(), DeskError> {
        self.act_as(session, |hand| {
            let case = hand.case(id)?;
            let applicant = applicant(&case)?;
            if applicant.appears_as.is_represented() {
                appears(hand, &case, &applicant, AppearsAs::InPerson)?;
            }
            Ok(())
        })
    }
}

fn applicant(case: &Case) -> Result<Linked, DeskError> {
    let linked = case.applicant().and_then(|id| case.persons.get(&(APPLICANT.to_owned(), id)));
    linked.cloned().ok_or_else(|| DeskError::because("proxy-without-applicant"))
}

/// A service for those who come in person (§ 30 (2) `BZRG`, for instance) knows no proxy after filing either.
fn may_be_represented(hand: &Hand<'_, '_, '_>, case: &Case, applicant: &Linked) -> Result<(), DeskError> {
    let mut by_proxy = case.clone();
    let as_proxy = Linked { appears_as: AppearsAs::Proxy, ..applicant.clone() };
    let _ = by_proxy.persons.insert((APPLICANT.to_owned(), applicant.person), as_proxy);
    let service = hand.desk.service_of(&case.opened)?;
    let assessment = assess(service, &by_proxy, &case.answers(), &hand.town, case.opened.filed_on);
    let never = assessment.errors().find(|problem| problem.field == APPEARS_AS);
    never.map_or(Ok(()), |never| Err(never.clone().into()))
}

fn appears(
    hand: &mut Hand<'_, '_, '_>,
    case: &Case,
    applicant: &Linked,
    appears_as: AppearsAs,
) -> Result<(), DeskError> {
    let (part, seen) = (applicant.part.clone(), applicant.seen.clone());
    let link = Link { person: applicant.person, part, appears_as, seen };
    hand.command(case.id, Some(case), Command::Link(link), None)
}
