//! What case events are called, written and allowed to whom.

use super::*;
use crate::domain::case::Fate;
use crate::domain::id::DeviceId;
use crate::domain::revocation::Clause;
use crate::domain::user::{Role, may};
use uuid::Uuid;

/// The tag that is written is the kind that the envelope names and the role table knows.
#[test]
fn kinds_are_what_is_written() {
    let events = [
        CaseEvent::NoteAdded { text: "Rückruf".into(), call: true },
        CaseEvent::Closed { closed_on: NaiveDate::MIN, reason: String::new() },
        CaseEvent::FeeWaived { charge: ChargeId(Uuid::nil()), reason: "Ehrenamt".into() },
        CaseEvent::FollowUpDone { follow_up: FollowUpId(Uuid::nil()) },
        CaseEvent::DocumentRefused {
            document: "lageplan".into(),
            reason: "Ohne Maßstab".into(),
            refused_on: NaiveDate::MIN,
        },
        CaseEvent::AnswersReceived { text: String::new(), received_on: NaiveDate::MIN },
        CaseEvent::ApprovalDeemed { since: NaiveDate::MIN, entered_on: NaiveDate::MIN, levies: Vec::new() },
        CaseEvent::DecisionTimeExtended(Extended {
            until: NaiveDate::MIN,
            reason: "Gutachten".into(),
            extended_on: NaiveDate::MIN,
        }),
        CaseEvent::DecisionRevoked(Box::new(Revoked {
            revocation: Revocation {
                decision: EventRef { device: DeviceId(Uuid::nil()), seq: 3 },
                clause: Clause::named("49-2-2").expect("a paragraph"),
                untrusted: None,
                known_on: Some(NaiveDate::MIN),
                from: None,
                part: String::new(),
                reasons: "Die Auflage wurde nicht erfüllt.".into(),
                unheard: Some(Ground::Danger),
                hand_back: vec!["Gestattung".into()],
                anew: false,
                fees: Some(Fate::Kept),
                withdrawn: Vec::new(),
                void: vec![PaperId(Uuid::nil())],
                notice: None,
                revoked_on: NaiveDate::MIN,
            },
            signs: None,
        })),
        CaseEvent::PaperIssued(Issued {
            paper: PaperId(Uuid::nil()),
            kind: "gewa1".into(),
            title: "GewA 1".into(),
            sha256: Digest::default(),
            size: 1,
            pages: 2,
            issued_on: NaiveDate::MIN,
            receipt: None,
            replaces: None,
            repeats: None,
            letter: None,
        }),
        CaseEvent::CopySigned(SignedCopy {
            paper: PaperId(Uuid::nil()),
            sha256: Digest::default(),
            subject: "CN=Siegel der Stadt".into(),
        }),
    ];
    for event in events {
        // Through text: a name that is written twice is lost in a `Value`.
        let text = serde_json::to_string(&event).expect("writes");
        let written: Value = serde_json::from_str(&text).expect("reads");
        assert_eq!(written["kind"], event.kind());
        assert!(
            Role::ALL.into_iter().any(|role| may(role, event.kind())),
            "nobody may write {}",
            event.kind()
        );
        assert_eq!(serde_json::from_value::<CaseEvent>(written).expect("reads"), event);
    }
}
