//! What never became a case, because its opening does not count: nobody finds it in a list, and it is destroyed all the same.

use super::*;
use crate::domain::id::{Digest, EventRef};

const WORDS: &str = "Zyxwvutmarke rief an";

/// Payloads that say the words.
fn saying(desk: &Desk, words: &str) -> i64 {
    let sql = "SELECT count(*) FROM payload WHERE instr(bytes, ?1)";
    let count = desk.store.read(|db| -> Result<i64, StoreError> {
        Ok(db.rows().query_row(sql, [words.as_bytes()], |row| row.get(0))?)
    });
    count.expect("counted")
}

fn first(desk: &Desk, subject: Subject) -> EventRef {
    desk.store.read(|db| db.events(subject)).expect("read").first().expect("an event").id
}

fn refuse(desk: &Desk, event: EventRef) {
    let _ = desk.store.write(|tx| tx.skip(event, "not_held").map_err(DeskError::from)).expect("heard");
}

fn at(desk: &Desk, moment: &str) -> Desk {
    Desk { clock: Clock::Fixed(moment.parse().expect("a moment")), ..desk.clone() }
}

/// Its opening was refused, and in the second town the entry of its person as well.
#[test]
fn what_never_became_a_case_goes_when_its_kind_does_with_its_words_people_and_papers() {
    for is_person_refused in [false, true] {
        let town = retired::town();
        let retired::Town { desk, clerk, head, case, number, .. } = &town;
        let file = desk.sheet(clerk, *case).expect("the case").case;
        let papers: Vec<Digest> = file.papers.iter().map(|paper| paper.issued.sha256).collect();
        assert!(!papers.is_empty());
        let person = file.persons.values().next().expect("somebody").person;
        let mut refused = vec![first(desk, Subject::Case(*case))];
        if is_person_refused {
            refused.push(first(desk, Subject::Person(person)));
        }
        for event in &refused {
            refuse(desk, *event);
        }
        let kept = desk.retention(clerk, desk.today()).expect("asked").kept;
        let why = kept.iter().filter(|due| due.case == *case).flat_map(|due| &due.obstacles);
        assert_eq!(why.map(|why| why.id.as_str()).collect::<Vec<_>>(), ["retention-unseen"]);
        let _ = desk.settle_work(head, &refused, WORDS).expect("noted");
        assert!(saying(desk, WORDS) >= 1);
        let early = at(desk, "2033-12-31T09:00:00Z");
        let nothing = early.propose_disposal(clerk, early.today()).expect_err("its last words are of 2032");
        assert_eq!(ids(&nothing), ["disposal-nothing"]);

        let desk = at(desk, "2034-01-02T09:00:00Z");
        let due = desk.retention(clerk, desk.today()).expect("asked").due;
        let steps: Vec<_> = due[0].term.explanation().into_iter().map(|step| step.id).collect();
        assert_eq!(steps, ["retention-void", "retention-years", "retention-begins", "retention-ends"]);
        let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
        assert_eq!(list.cases.iter().map(|listed| &listed.number).collect::<Vec<_>>(), [number]);
        let done = desk.confirm_disposal(head, list.id).expect("confirmed");
        assert_eq!((done.cases, done.persons), (1, 1));
        assert_eq!(saying(&desk, WORDS), 0);
        for subject in [Subject::Case(*case), Subject::Person(person)] {
            assert!(!desk.store.read(|db| db.says(subject)).expect("read"), "{subject:?}");
        }
        let said = desk.store.read(|db| db.events(Subject::Disposal(list.id))).expect("read");
        let said: String = said
            .iter()
            .filter_map(|logged| logged.payload.as_ref())
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        assert!(papers.iter().all(|paper| said.contains(&paper.to_string())), "the service has them, too");
        let report = desk.verify().expect("verified");
        assert!(report.is_clean(), "{:#?}", report.problems);
        assert!(desk.retention(clerk, desk.today()).expect("asked").due.is_empty());
    }
}

#[test]
fn what_never_became_a_case_stays_where_somebody_wrote_of_it_after_the_proposal() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, case, .. } = &town;
    let opened = first(desk, Subject::Case(*case));
    refuse(desk, opened);
    let _ = desk.settle_work(head, &[opened], "durchgesehen").expect("noted");
    let desk = at(desk, "2034-01-02T09:00:00Z");
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    let late = desk.store.read(|db| db.events(Subject::Case(*case))).expect("read")[1].id;
    refuse(&desk, late);
    let refused = desk.confirm_disposal(head, list.id).expect_err("nobody has looked at that");
    assert_eq!(ids(&refused), ["retention-unseen"]);
    let _ = desk.settle_work(head, &[late], "noch einmal durchgesehen").expect("noted");
    assert_eq!(ids(&desk.confirm_disposal(head, list.id).expect_err("it runs anew")), ["retention-not-over"]);
}

/// Whoever set that it is kept did so at the desk, before the word came that it is no case.
#[test]
fn what_never_became_a_case_stays_as_long_as_somebody_said_that_it_is_kept() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, case, .. } = &town;
    desk.hold_case(head, *case, Hold::Legal, true, "Klage").expect("held");
    let opened = first(desk, Subject::Case(*case));
    refuse(desk, opened);
    let _ = desk.settle_work(head, &[opened], "durchgesehen").expect("noted");
    let desk = at(desk, "2034-01-02T09:00:00Z");
    let kept = |desk: &Desk| desk.retention(clerk, desk.today()).expect("asked").kept;
    let why = |desk: &Desk| {
        kept(desk)
            .iter()
            .filter(|due| due.case == *case)
            .flat_map(|due| due.obstacles.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(why(&desk).iter().map(|why| why.id.as_str()).collect::<Vec<_>>(), ["retention-held"]);
    let lift = |reason| desk.hold_case(head, *case, Hold::Legal, false, reason);
    assert_eq!(ids(&lift(" ").expect_err("why?")), ["text-missing"]);
    lift("Klage zurückgenommen").expect("lifted");
    assert_eq!(ids(&lift("noch einmal").expect_err("nothing keeps it")), ["hold-none"]);
    let later = at(&desk, "2043-01-02T09:00:00Z");
    let due = later.retention(clerk, later.today()).expect("asked").due;
    assert!(due.iter().any(|due| due.case == *case));
}

#[test]
fn somebody_whose_entry_does_not_count_goes_with_the_next_list_once_it_was_looked_at() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, .. } = &town;
    let known = [("family", "Zyxwvutmarke"), ("given", "Ada")].map(|(key, text)| (key.into(), text.into()));
    let person = desk.save_person(clerk, None, &known.into()).expect("entered");
    let entered = first(desk, Subject::Person(person));
    refuse(desk, entered);
    let orphans = || desk.retention(clerk, desk.today()).expect("asked").orphans;
    assert_eq!((orphans(), saying(desk, "Zyxwvutmarke")), (0, 1));
    let _ = desk.settle_work(head, &[entered], "noch einmal eingetragen").expect("noted");
    assert_eq!(orphans(), 1);
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    assert_eq!(desk.confirm_disposal(head, list.id).expect("confirmed").persons, 2);
    assert_eq!((orphans(), saying(desk, "Zyxwvutmarke"), saying(desk, "noch einmal")), (0, 0, 0));
}

/// Whoever looks at work whose case is gone notes that they did, and nothing else: no word of theirs would be kept anywhere.
#[test]
fn about_what_was_destroyed_nothing_is_written_down_any_more() {
    let town = retired::town();
    let retired::Town { desk, clerk, head, case, trade, .. } = &town;
    let notes = [*case, *trade].map(|case| {
        let note = Command::Note { text: "Rückruf".to_owned(), call: false };
        desk.act(clerk, case, note).expect("noted");
        let written = desk.sheet(clerk, case).expect("the case").case.timeline.last().expect("the note").id;
        refuse(desk, written);
        written
    });
    let list = desk.propose_disposal(clerk, desk.today()).expect("proposed");
    let _ = desk.confirm_disposal(head, list.id).expect("confirmed");
    let asked = desk.outbox_of(head).expect("read").to_settle;
    assert_eq!((asked.events, asked.destroyed), (notes.into(), [notes[0]].into()));
    let settle = |events: &[EventRef], words: &str| desk.settle_work(head, events, words);
    assert_eq!(ids(&settle(&notes[..1], WORDS).expect_err("nothing keeps it")), ["work-destroyed"]);
    assert_eq!(ids(&settle(&notes[1..], " ").expect_err("it is there")), ["text-missing"]);
    assert_eq!(settle(&notes[..1], "").expect("noted"), 1);
    assert_eq!(desk.outbox_of(head).expect("read").to_settle.events, [notes[1]].into());
    assert_eq!(settle(&notes[1..], WORDS).expect("noted"), 1);
    assert_eq!(saying(desk, WORDS), 1, "beside the case that is there");
}
