//! The steps of a service: which may be taken now, and by whom. A role that may write a kind of event anywhere may take a
//! step of the procedure only where the service names it.

use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, CaseEvent};
use crate::domain::problem::{Problem, Refusal};
use crate::domain::user::{Group, Role, User, may};

/// The step of the procedure that an event of the kind takes; most kinds take none.
pub(super) fn of(kind: &str) -> Option<&'static str> {
    let steps = [
        ("case_opened", "filed"),
        ("decided", "decided"),
        ("decision_revoked", "decided"),
        ("closed", "closed"),
    ];
    steps.into_iter().find_map(|(own, step)| (own == kind).then_some(step))
}

/// The role in which the actor may do what an event of the kind says; a refusal names the roles that may. Kinds that take
/// a step of the procedure ask the service, whose word the assessment brings.
pub fn role_for(
    actor: &User,
    kind: &str,
    group: Option<Group>,
    assessment: Option<&Assessment>,
) -> Result<Role, Refusal> {
    let by = who(kind, assessment)?;
    actor.role_among(kind, group, &by).ok_or_else(|| {
        let roles: Vec<&str> = by.into_iter().map(Role::name).collect();
        Problem::error("", "not-allowed").with("kind", kind).with("roles", roles.join(" ")).into()
    })
}

/// The roles that may write an event of the kind, for the service that the assessment speaks of.
fn who(kind: &str, assessment: Option<&Assessment>) -> Result<Vec<Role>, Refusal> {
    let roles = Role::ALL.into_iter().filter(|role| may(*role, kind));
    let Some(step) = of(kind) else { return Ok(roles.collect()) };
    let assessment = assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    let by = assessment.steps.get(step).map(|step| step.by.as_slice()).unwrap_or_default();
    Ok(roles.filter(|role| by.contains(role)).collect())
}

/// Whether the case may go on to the step, by the service.
pub(super) fn follows(case: &Case, step: &str, assessment: Option<&Assessment>) -> Result<(), Refusal> {
    let assessment = assessment.ok_or_else(|| Refusal::because("case-not-assessed"))?;
    if assessment.follows(case.stage(), step) {
        return Ok(());
    }
    let known = assessment.steps.contains_key(step);
    Err(Refusal::because(match step {
        "decided" if !known => "case-decides-nothing",
        _ => "case-step-not-now",
    }))
}

/// Whether one of the roles may take the step that an event of the kind is, as the case stands: what a screen offers.
pub fn offers(case: &Case, kind: &str, roles: impl IntoIterator<Item = Role>, told: &Assessment) -> bool {
    let by = who(kind, Some(told)).unwrap_or_default();
    roles.into_iter().any(|role| by.contains(&role))
        && of(kind).is_none_or(|step| told.follows(case.stage(), step))
}

/// Every event is for a role that the actor has.
pub(super) fn permit(
    actor: &User,
    events: &[CaseEvent],
    group: Option<Group>,
    assessment: Option<&Assessment>,
) -> Result<(), Refusal> {
    events.iter().try_for_each(|event| role_for(actor, event.kind(), group, assessment).map(drop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Step;
    use crate::domain::case::{Opened, Outcome};
    use crate::domain::decide::{Command, Context, decide};
    use crate::domain::event::{Payload, Recorded};
    use crate::domain::id::{CaseId, DeviceId, EventRef, UserId};
    use chrono::NaiveDate;
    use std::collections::{BTreeMap, BTreeSet};
    use uuid::Uuid;

    fn steps(all: &[(&str, &[Role], &[&str])]) -> Assessment {
        let step = |by: &[Role], then: &[&str]| Step {
            by: by.to_vec(),
            then: then.iter().map(|next| (*next).to_owned()).collect(),
        };
        let steps = all.iter().map(|(id, by, then)| ((*id).to_owned(), step(by, then)));
        Assessment { steps: steps.collect(), ..Assessment::default() }
    }

    fn actor(roles: &[Role]) -> User {
        let groups: BTreeSet<Group> = [Group::Trade].into();
        User {
            id: UserId(Uuid::nil()),
            login: "wes".into(),
            name: "Wes".into(),
            pin_hash: String::new(),
            roles: roles.iter().map(|role| (*role, groups.clone())).collect::<BTreeMap<_, _>>(),
            heads: Vec::new(),
        }
    }

    fn case() -> Case {
        let opened =
            Opened::sample("32.10-2026-A-00001", "gewerbe-anmeldung", Group::Trade, NaiveDate::default());
        let event = Recorded {
            id: EventRef { device: DeviceId(Uuid::nil()), seq: 1 },
            parents: Vec::new(),
            at: chrono::DateTime::UNIX_EPOCH,
            actor: UserId(Uuid::nil()),
            payload: Payload::Known(CaseEvent::CaseOpened(Box::new(opened))),
        };
        Case::fold(CaseId(Uuid::nil()), &[event]).expect("opened")
    }

    fn tried(roles: &[Role], command: Command, told: &Assessment) -> Result<(), (String, Option<String>)> {
        let actor = actor(roles);
        let context = Context { actor: &actor, today: NaiveDate::default(), assessment: Some(told) };
        decide(Some(&case()), command, &context).map(drop).map_err(|refusal| {
            let problem = &refusal.0[0];
            (problem.id.clone(), problem.args.get("roles").cloned())
        })
    }

    fn close() -> Command {
        Command::Close { reason: String::new() }
    }

    fn grant() -> Command {
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() }
    }

    const FILED: &[Role] = &[Role::Counter, Role::Clerk];

    #[test]
    fn a_service_without_the_step_decides_nothing() {
        let notice = steps(&[
            ("filed", FILED, &["forwarded"]),
            ("forwarded", FILED, &["closed"]),
            ("closed", FILED, &[]),
        ]);
        assert_eq!(tried(&[Role::Clerk], grant(), &notice), Err(("case-decides-nothing".into(), None)));
        assert!(!offers(&case(), "decided", [Role::Clerk], &notice));
        // Nothing notes that a case was forwarded, so it does not stand in the way.
        assert_eq!(tried(&[Role::Clerk], close(), &notice), Ok(()));
    }

    #[test]
    fn only_the_roles_of_the_step_take_it_and_the_refusal_names_them() {
        let told = steps(&[("filed", FILED, &["closed"]), ("closed", &[Role::Clerk, Role::Head], &[])]);
        assert_eq!(
            tried(&[Role::Counter], close(), &told),
            Err(("not-allowed".into(), Some("clerk head".into())))
        );
        assert_eq!(tried(&[Role::Counter, Role::Clerk], close(), &told), Ok(()));
        assert!(
            offers(&case(), "closed", [Role::Head], &told)
                && !offers(&case(), "closed", [Role::Counter], &told)
        );
        // Who has both closes as the one who may.
        let both = actor(&[Role::Counter, Role::Clerk]);
        assert_eq!(role_for(&both, "closed", Some(Group::Trade), Some(&told)), Ok(Role::Clerk));
        // A service does not give what the table of roles does not.
        let wide = steps(&[("filed", FILED, &["decided"]), ("decided", &[Role::Counter], &[])]);
        assert_eq!(tried(&[Role::Counter], grant(), &wide), Err(("not-allowed".into(), Some(String::new()))));
    }

    #[test]
    fn a_case_is_decided_before_it_is_closed_where_the_service_says_so() {
        let told = steps(&[
            ("filed", FILED, &["decided"]),
            ("decided", &[Role::Clerk], &["closed"]),
            ("closed", FILED, &[]),
        ]);
        assert_eq!(tried(&[Role::Clerk], close(), &told), Err(("case-step-not-now".into(), None)));
        assert_eq!(tried(&[Role::Clerk], grant(), &told), Ok(()));
        // Conditions stand in a letter; without one nobody would hear of them.
        let conditional = Command::Decide {
            outcome: Outcome::Conditional,
            reasons: "Grund".into(),
            conditions: vec!["Bedingung".into()],
        };
        assert_eq!(tried(&[Role::Clerk], conditional, &told), Err(("conditions-not-here".into(), None)));
    }
}
