//! What the stops ask of whom: nothing of a portal that only somebody at the counter could give.

use super::*;
use crate::domain::case::Channel;

fn work(slug: &str, channel: Channel) -> Work {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let catalogue = crate::catalogue::Catalogue::built_in();
    let service = catalogue.current(slug, day).expect("a service");
    let id = crate::domain::id::CaseId(uuid::Uuid::nil());
    let mut intake = crate::desk::intake::Intake::new(id, &service.slug, &service.version);
    (intake.answers, intake.channel) = (service.example.clone(), channel);
    Work::new(catalogue, intake, &crate::domain::town::Town::default(), day).expect("work")
}

#[test]
fn a_portal_signs_nothing_here_and_hands_over_no_cash() {
    let counter = work("gewerbe-anmeldung", Channel::Counter);
    assert_eq!(State::stops(&counter), [Stop::Check, Stop::Sign, Stop::Pay]);
    let portal = work("gewerbe-anmeldung", Channel::Portal);
    assert_eq!(State::stops(&portal), [Stop::Check, Stop::Pay]);
    let at_till = State { stop: Stop::Pay, ..State::default() };
    assert_eq!((at_till.how(&counter), at_till.first(&counter)), (How::Cash, "given"));
    assert_eq!((at_till.how(&portal), at_till.first(&portal)), (How::Invoice, "how"));
    assert_eq!(at_till.settlement(&portal), Settlement::Later, "it stays owed");
    let chosen = State { how: Some(How::Card), ..at_till };
    assert_eq!(chosen.how(&portal), How::Card, "what somebody chooses counts");
}
