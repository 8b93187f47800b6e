//! Work in a role that was taken away meanwhile: what is asked for it, and that nothing is where nothing came.

use super::town::*;
use crate::domain::case::CaseEvent;
use crate::domain::user::{Group, Role, UserEvent};
use crate::store::read::sql;
use crate::store::{Meanwhile, Store, StoreError};
use tempfile::TempDir;

/// What one desk wrote comes to another one.
fn hears(to: &Store, from: &Store) {
    let chain = |db: &crate::store::Reader<'_>| db.chain_after(db.device()?.id, 0, 1000);
    let events = from.read(chain).expect("read");
    let _ = to
        .write(|tx| {
            for event in &events {
                let payload = event.payload.as_ref().map(|(salt, bytes)| (salt, bytes.as_slice()));
                let _ = tx.insert_foreign(&event.envelope, payload)?;
            }
            Ok::<_, StoreError>(())
        })
        .expect("heard");
}

fn writes(desk: &Store, event: &CaseEvent) {
    let _ = desk.write(|tx| tx.append_case(case_id(1), event, &stamp())).expect("written");
}

fn told(desk: &Store) -> Vec<Meanwhile> {
    desk.read(|db| desk.meanwhile(db)).expect("told")
}

/// Two desks; the second opened a case and wrote a note when the first had taken the role away.
fn both() -> ([TempDir; 2], [Store; 2]) {
    let ((a, one), (b, two)) = (desk(1), desk(2));
    let user = |event: UserEvent| {
        let _ = one.write(|tx| tx.append_user(stamp().actor, &event, &stamp())).expect("written");
    };
    user(UserEvent::UserAdded { login: "ada".into(), name: "Ada Terhürne".into() });
    user(UserEvent::RoleGranted { role: Role::Counter, groups: [Group::General].into() });
    hears(&two, &one);
    user(UserEvent::RoleRevoked { role: Role::Counter });
    writes(&two, &opened("10.20-2026-B-00001"));
    writes(&two, &note("ahnungslos"));
    hears(&one, &two);
    hears(&two, &one);
    ([a, b], [one, two])
}

#[test]
fn it_is_asked_anew_only_where_something_came_or_was_judged() {
    let (_dirs, [one, two]) = both();
    let _ = sql::tests::SEEN.take();
    let first = told(&one);
    assert_eq!(first.iter().map(|one| one.events.len()).collect::<Vec<_>>(), [2]);
    assert_ne!(sql::tests::SEEN.take().len(), 0, "it was asked");
    assert_eq!(told(&one), first);
    assert_eq!(sql::tests::SEEN.take(), [].into(), "nothing came, and it was asked again");

    writes(&two, &note("im Bilde"));
    hears(&one, &two);
    assert_eq!(told(&one), first, "what was written knowing it is not told");
    assert_ne!(sql::tests::SEEN.take().len(), 0, "something came");
    let _ = one.write(|tx| tx.skip(first[0].events[1], "not_held")).expect("judged");
    assert_eq!(told(&one)[0].events, first[0].events[..1], "what does not count anyhow");
    let _ = one.write(|tx| tx.skip(first[0].events[0], "not_held")).expect("judged");
    assert_eq!(told(&one), []);
}

/// However long the desks have talked to each other, each is asked at one place of an index.
#[test]
fn it_is_found_by_an_index() {
    let (_dirs, [one, _]) = both();
    let _ = sql::tests::SEEN.take();
    assert_eq!(told(&one).len(), 1);
    let plans: Vec<String> = one
        .read(|db| {
            let mut plans = Vec::new();
            for statement in sql::tests::SEEN.take() {
                let mut explain = db.rows().prepare(&format!("EXPLAIN QUERY PLAN {statement}"))?;
                let values = vec![1; explain.parameter_count()];
                let rows = explain
                    .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))?
                    .collect::<Result<Vec<_>, _>>()?;
                plans.extend(rows);
            }
            Ok::<_, StoreError>(plans)
        })
        .expect("explained");
    for wanted in [
        "INDEX seen_since (device=? AND other=? AND upto>?)",
        "SEARCH seen USING PRIMARY KEY (device=? AND other=? AND seq<?)",
        "SEARCH e USING INDEX sqlite_autoindex_event_1 (device=? AND seq>? AND seq<?)",
    ] {
        assert!(plans.iter().any(|line| line.contains(wanted)), "{wanted}: {plans:?}");
    }
    assert!(plans.iter().all(|line| line.starts_with("SEARCH")), "{plans:?}");
}
