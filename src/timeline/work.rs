//! What does not count, and what was written in a role that had been taken away meanwhile, as sentences.

use crate::desk::clock::legal_moment;
use crate::desk::kreis::{Meanwhile, Refused};
use crate::fl;
use crate::words;

/// What does not count, of what, by whom, when and why not.
pub fn refused(refused: &Refused) -> String {
    let kind = words::text(&format!("kreis-act-{}", refused.kind.replace('_', "-")));
    let why = words::text(&format!("kreis-refused-{}", refused.reason.replace('_', "-")));
    let what = if refused.number.is_empty() { &refused.subject } else { &refused.number };
    let at = refused.at.map(|at| words::moment(legal_moment(at))).unwrap_or_default();
    let origin = [what.as_str(), refused.by.as_str(), at.as_str()];
    let known: Vec<&str> = origin.into_iter().filter(|text| !text.is_empty()).collect();
    fl!("kreis-refused-line", what = kind, case = known.join(", "), why = why)
}

/// Who wrote how much in which role after it had been taken from them, up to when and in which cases.
pub fn meanwhile(meanwhile: &Meanwhile) -> String {
    let role = words::text(&format!("role-{}", meanwhile.role.name()));
    let moment = |at| words::moment(legal_moment(at));
    let (taken, until) = (moment(meanwhile.taken_at), moment(meanwhile.until));
    let (by, count) = (meanwhile.by.clone(), meanwhile.events.len());
    let said = fl!("kreis-meanwhile", by = by, role = role, taken = taken, count = count, until = until);
    if meanwhile.numbers.is_empty() {
        return said;
    }
    let numbers: Vec<&str> = meanwhile.numbers.iter().map(String::as_str).collect();
    format!("{said} {}", fl!("kreis-meanwhile-cases", numbers = numbers.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{DeviceId, EventRef, UserId};
    use crate::domain::user::Role;

    #[test]
    fn who_wrote_in_a_role_that_was_gone_is_told_with_since_when_and_where() {
        let event = EventRef { device: DeviceId(uuid::Uuid::nil()), seq: 7 };
        let at = |text: &str| text.parse().expect("a moment");
        let mut found = Meanwhile {
            user: UserId(uuid::Uuid::nil()),
            by: "Karla Kasse".to_owned(),
            role: Role::Counter,
            taken_at: at("2026-11-24T09:00:00Z"),
            events: vec![event],
            until: at("2026-11-24T10:30:00Z"),
            numbers: ["32.10-2026-A-000417".to_owned()].into(),
        };
        let told = meanwhile(&found);
        for part in ["Karla Kasse", "Schalter", "24.11.2026 10:00", "ein Eintrag", "11:30", "A-000417"] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
        found.numbers.clear();
        assert!(!meanwhile(&found).contains("Vorgänge"));
    }

    #[test]
    fn what_does_not_count_is_told_with_why() {
        let event = EventRef { device: DeviceId(uuid::Uuid::nil()), seq: 7 };
        let mut found = Refused {
            event,
            subject: "town".to_owned(),
            user: None,
            number: "32.10-2026-A-000417".to_owned(),
            by: "Karla Kasse".to_owned(),
            at: None,
            kind: "note_added".to_owned(),
            reason: "not_held".to_owned(),
        };
        assert_eq!(
            refused(&found),
            "Notiz (32.10-2026-A-000417, Karla Kasse): Die Rolle war nicht vergeben oder schon entzogen."
        );
        found.by.clear();
        assert!(refused(&found).starts_with("Notiz (32.10-2026-A-000417): "), "nobody knows who wrote it");
    }

    #[test]
    fn every_kind_of_event_that_may_not_count_has_its_words() {
        let bare: Vec<&str> = crate::domain::user::kinds()
            .filter(|kind| !words::knows(&format!("kreis-act-{}", kind.replace('_', "-"))))
            .collect();
        assert!(bare.is_empty(), "{bare:?} are told by their names");
    }
}
