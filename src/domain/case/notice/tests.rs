//! A body is told once, again where something changed, and two desks that both sent are told of it.

use super::*;
use crate::domain::case::{ClashKind, Opened};
use crate::domain::decide::{Command, Context, decide};
use crate::domain::event::{Payload, Recorded};
use crate::domain::id::{CaseId, DeviceId, UserId};
use crate::domain::user::{Group, Role, User};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn id(device: u128, seq: u64) -> EventRef {
    EventRef { device: DeviceId(Uuid::from_u128(device)), seq }
}

fn recorded(id: EventRef, parents: &[EventRef], event: CaseEvent) -> Recorded<CaseEvent> {
    Recorded {
        id,
        parents: parents.to_vec(),
        at: DateTime::UNIX_EPOCH,
        actor: UserId(Uuid::nil()),
        payload: Payload::Known(event),
    }
}

fn opened() -> Recorded<CaseEvent> {
    let opened = Opened::sample("32.10-2026-A-00001", "gewerbe-anmeldung", Group::Trade, day("2026-11-24"));
    recorded(id(1, 1), &[], CaseEvent::CaseOpened(Box::new(opened)))
}

fn prepared(notice: u128, content: u8) -> Packages {
    let package = Package { content: Digest([content; 32]), corrects: None, reason: String::new() };
    let bodies = [("ihk".to_owned(), package)].into();
    Packages { notice: NoticeId(Uuid::from_u128(notice)), bodies, prepared_on: day("2026-11-24") }
}

fn noted(notice: u128, step: NoticeStep) -> Noted {
    let notice = NoticeId(Uuid::from_u128(notice));
    Noted { notice, bodies: vec!["ihk".into()], step, on: day("2026-11-25"), note: String::new() }
}

struct Desk(Vec<Recorded<CaseEvent>>);

impl Desk {
    fn case(&self) -> Case {
        Case::fold(CaseId(Uuid::nil()), &self.0).expect("opened")
    }

    /// The first refusal's id.
    fn does(&mut self, command: Command) -> Result<(), String> {
        let case = self.case();
        let roles = [(Role::Clerk, [Group::Trade].into())].into();
        let actor = User {
            id: UserId(Uuid::nil()),
            login: "wes".into(),
            name: "Wes".into(),
            pin_hash: String::new(),
            roles,
            heads: Vec::new(),
        };
        let context = Context { actor: &actor, today: day("2026-11-26"), assessment: None };
        let events = decide(Some(&case), command, &context).map_err(|refusal| refusal.0[0].id.clone())?;
        for event in events {
            let seq = self.0.len() as u64 + 1;
            self.0.push(recorded(id(1, seq), &self.case().heads, event));
        }
        Ok(())
    }

    fn prepares(&mut self, notice: u128, content: u8) -> Result<(), String> {
        self.does(Command::PrepareNotices(prepared(notice, content)))
    }

    fn notes(&mut self, notice: u128, step: NoticeStep) -> Result<(), String> {
        self.does(Command::NoteNotices(noted(notice, step)))
    }
}

#[test]
fn a_body_is_told_once_and_again_where_something_changed() {
    let mut desk = Desk(vec![opened()]);
    desk.prepares(1, 1).expect("the first");
    assert_eq!(desk.prepares(2, 1), Err("notice-waits".into()));
    assert_eq!(desk.notes(1, NoticeStep::Acknowledged), Err("notice-not-sent".into()));
    desk.notes(1, NoticeStep::Sent).expect("it goes out");
    assert_eq!(desk.notes(1, NoticeStep::Sent), Err("notice-noted".into()), "sent once");
    assert_eq!(desk.prepares(3, 1), Err("notice-there".into()), "it has just that");
    desk.notes(1, NoticeStep::Acknowledged).expect("it came");
    desk.prepares(4, 2).expect("something changed");
    let case = desk.case();
    let correction = case.notice_waiting("ihk").expect("one");
    assert_eq!(correction.package.corrects, Some(NoticeId(Uuid::from_u128(1))));
    assert_eq!(case.notice_out("ihk").expect("the first").notice, NoticeId(Uuid::from_u128(1)));
    assert_eq!(desk.notes(9, NoticeStep::Sent), Err("notice-unknown".into()));
    assert_eq!(desk.notes(4, NoticeStep::Withdrawn), Err("text-missing".into()), "a reason is asked for");
}

#[test]
fn two_desks_that_both_sent_are_told_and_both_stand() {
    let sent = |notice| CaseEvent::NoticesNoted(Box::new(noted(notice, NoticeStep::Sent)));
    let made = |notice| CaseEvent::NoticesPrepared(Box::new(prepared(notice, 1)));
    let events = vec![
        opened(),
        recorded(id(1, 2), &[id(1, 1)], made(1)),
        recorded(id(1, 3), &[id(1, 2)], sent(1)),
        recorded(id(2, 1), &[id(1, 1)], made(2)),
        recorded(id(2, 2), &[id(2, 1)], sent(2)),
    ];
    let desk = Desk(events);
    let case = desk.case();
    assert_eq!(case.notices().iter().filter(|notice| notice.is_out()).count(), 2);
    let clashes = case.clashes();
    assert_eq!(clashes.len(), 1);
    assert_eq!((clashes[0].kind, clashes[0].events.len()), (ClashKind::SentTwice, 2));
    // Whoever saw the first and sends a correction clashes with nobody.
    let mut seen = desk.0[..3].to_vec();
    seen.push(recorded(id(2, 1), &[id(1, 3)], made(2)));
    seen.push(recorded(id(2, 2), &[id(2, 1)], sent(2)));
    assert_eq!(Desk(seen).case().clashes(), []);
}

/// What a newer package replaces must not be noted as sent by mistake; it is once the newer one is withdrawn.
#[test]
fn a_package_that_a_newer_one_replaces_is_not_sent() {
    let mut desk = Desk(vec![opened()]);
    desk.prepares(1, 1).expect("the first");
    desk.prepares(2, 2).expect("what was corrected before it went out");
    assert_eq!(desk.notes(1, NoticeStep::Sent), Err("notice-superseded".to_owned()));
    desk.does(Command::NoteNotices(Noted {
        note: "Doch die alte".into(),
        ..noted(2, NoticeStep::Withdrawn)
    }))
    .expect("withdrawn");
    desk.notes(1, NoticeStep::Sent).expect("sent");
}
