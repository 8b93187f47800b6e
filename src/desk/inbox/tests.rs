//! A portal's files at the desks of a town, each with a real database: looked at often and opened once, by whom they may be taken, and
//! until when each original is sure.

use super::arrived::OPENED;
use super::folder::{Letter, Standing};
use super::*;
use crate::desk::clock::Clock;
use crate::desk::handover::tests::office::{Office, TOWN, hears, now, plain};
use crate::desk::intake::Settlement;
use crate::domain::case::Signature;
use crate::domain::decide::Command;
use crate::domain::money::Cents;
use crate::domain::office::OUTSIDE;
use crate::domain::user::{Group, Role};
use crate::exchange::xga::{Message as Written, Office as Sender, write};
use crate::exchange::{Standard, share};
use crate::store::StoreError;
use crate::wire::{Notice, SecretKey};

const UUID: &str = "7d3c9a52-0000-4000-8000-000000000001";

fn town(seed: u64) -> Office {
    Office::new(TOWN, "Stadt Gescher", seed)
}

/// A message of a portal for the town, as one export writes it: another says something else in its comment.
fn message(office: &Office, export: &str) -> Vec<u8> {
    let service = office.desk.catalogue().current("gewerbe-anmeldung", office.desk.today()).expect("one");
    let bodies = &service.receiving.as_ref().expect("bodies").bodies;
    let body = bodies.iter().find(|body| body.id == "erlaubnisbehoerde").expect("the body");
    let answers = share(service, &body.fields, &service.example).answers;
    let message = Written {
        body: "ihk",
        to: Sender::default(),
        from: Sender::default(),
        uuid: UUID.into(),
        notice: "n".into(),
        made_at: "2026-11-24T10:00:00+01:00".into(),
        municipality: TOWN,
        number: "P-1",
        corrects: false,
        form: "GewA1",
    };
    let xml = write(Standard::newest().expect("a standard"), &message, service, &answers).expect("written");
    let xml = String::from_utf8(xml).expect("text");
    xml.replacen("<!--", &format!("<!-- {export} --><!--"), 1).into_bytes()
}

/// Lies in the mailbox of each desk, sealed for all of them. Gives the digest of the sealed bytes.
fn arrives(desks: &[&Office], name: &str, bytes: &[u8]) -> Digest {
    let keys: Vec<_> = desks.iter().map(|desk| desk.key.public()).collect();
    let notice = Notice { name: name.to_owned(), bytes: bytes.to_vec() };
    let sealed = notice.seal(TOWN, &keys, &[7; 32]).expect("sealed");
    for office in desks {
        let _ = office.desk.store.write(|tx| tx.mail_arrived(&sealed, OUTSIDE, now())).expect("kept");
    }
    Digest::of(&[&sealed])
}

fn letters(office: &Office) -> Vec<Letter> {
    office.desk.inbox(&office.clerk).expect("the inbox").letters
}

fn waits(office: &Office) -> usize {
    office.desk.store.read(|db| -> Result<_, StoreError> { db.notices_in() }).expect("read").len()
}

fn has(office: &Office, blob: Digest) -> bool {
    office.desk.store.read(|db| db.has_blob(blob)).expect("read")
}

/// Takes what lies there in and files it.
fn files(office: &Office, blob: Digest) -> CaseId {
    let came = office.desk.take_in_from(&office.clerk, &At::Service(blob)).expect("taken in");
    let mut intake = office.desk.draft(&office.clerk, came.draft).expect("read").expect("a draft");
    intake.signature = Some(Signature::Seen);
    intake.settlement = Settlement::Cash { given: Cents(5000) };
    let form = office.desk.service(&intake.service, &intake.version).expect("known");
    intake.documents = form.documents.iter().map(|document| document.id.clone()).collect();
    let filed = office.desk.file_case(&office.clerk, &intake);
    filed.unwrap_or_else(|error| panic!("{:#?}", error.problems())).case
}

fn head_of_town(office: &Office, groups: &[Group]) -> Session {
    let admin = office.desk.sign_in("admin", "2468").expect("signed in");
    let head = office.desk.add_user(&admin, "leitung", "Leo Leitner", "8642").expect("added");
    let groups = groups.iter().copied().collect();
    office.desk.grant(&admin, head, Role::Head, groups).expect("granted");
    office.desk.sign_in("leitung", "8642").expect("signed in")
}

#[test]
fn what_waits_is_opened_once_however_often_one_looks() {
    let office = town(1);
    let _ = arrives(&[&office], "fremd.xml", b"<kein/>");
    let good = arrives(&[&office], "anzeige.xml", &message(&office, "a"));
    let opened = || OPENED.with(std::cell::Cell::get);
    let before = opened();
    for _ in 0..3 {
        assert_eq!(office.desk.settle_arrived().expect("a round"), 0);
        let strays = office.desk.mail(&office.clerk).expect("the mailbox").incoming;
        assert_eq!(strays.len(), 1, "only what nobody can use is shown there: {strays:?}");
    }
    assert_eq!(opened() - before, 2, "each once");
    // What can be taken in is opened for whom it is, nothing else.
    assert_eq!(letters(&office).len(), 2);
    assert_eq!(opened() - before, 3);
    let _ = files(&office, good);
    assert_eq!(office.desk.settle_arrived().expect("a round"), 1);
    assert_eq!(waits(&office), 1);
    let _ = letters(&office);
    assert!(office.desk.founds.of(good).is_none(), "what waits no more is forgotten");
}

#[test]
fn who_may_not_read_trade_drops_no_notice_that_others_can_take_in() {
    let office = town(1);
    let blob = arrives(&[&office], "anzeige.xml", &message(&office, "a"));
    let bad = arrives(&[&office], "kaputt.xml", b"<kein/>");
    let head = head_of_town(&office, &[Group::Social]);
    let listed = office.desk.mail(&head).expect("the mailbox").incoming;
    assert_eq!(listed.iter().map(|letter| letter.id).collect::<Vec<_>>(), [bad]);
    let drop = |blob: Digest| office.desk.drop_mail(&head, (&blob.to_string(), false), "Unbrauchbar", &plain);
    assert_eq!(drop(blob).expect_err("a good one").problems()[0].id, "mail-notice-can-be-taken");
    let _ = drop(bad).expect("dropped");
    assert_eq!(waits(&office), 1);
    let thrown = office.desk.mail(&head).expect("the mailbox").thrown;
    let said: Vec<_> = thrown.iter().map(|one| (one.id, one.from.as_str())).collect();
    assert_eq!(said, [(bad, "Portal")]);
}

/// The same message in two exports differs in its bytes: each is a file of its own, and what is filed of one settles no other.
#[test]
fn the_same_message_as_another_file_waits_until_somebody_has_looked() {
    let office = town(1);
    let (first, second) = (message(&office, "a"), message(&office, "b"));
    assert_ne!(first, second);
    let filed = arrives(&[&office], "eins.xml", &first);
    let other = arrives(&[&office], "zwei.xml", &second);
    let _ = files(&office, filed);
    assert_eq!(office.desk.settle_arrived().expect("a round"), 1);
    let left = letters(&office);
    let left: Vec<_> = left.iter().map(|letter| (&*letter.name, &letter.standing)).collect();
    assert_eq!(left, [("zwei.xml", &Standing::Known)], "and is told to be the one that was taken in");
    let again = office.desk.take_in_from(&office.clerk, &At::Service(other)).expect_err("taken in already");
    assert_eq!(again.problems()[0].id, "inbox-there");
}

/// The log comes before the papers: until the case's own copy is here too, the one at the service is the only one that is sure.
#[test]
fn a_round_between_log_and_papers_forgets_no_notice() {
    let (one, two) = (town(1), town(2));
    let bytes = message(&one, "a");
    let original = Digest::of(&[&bytes]);
    let blob = arrives(&[&one, &two], "anzeige.xml", &bytes);
    let case = files(&one, blob);
    hears(&two, &one);
    assert!(two.desk.sheet_again(&two.clerk, case).is_ok(), "the case is here");
    assert!(!has(&two, original), "its papers are not");
    assert_eq!(two.desk.settle_arrived().expect("a round"), 0);
    assert_eq!(waits(&two), 1);
    let _ = two.desk.store.write(|tx| tx.put_blob(&bytes)).expect("the papers come");
    assert_eq!(two.desk.settle_arrived().expect("a round"), 1);
    assert_eq!(waits(&two), 0);
}

#[test]
fn what_is_destroyed_is_forgotten_with_its_original_at_every_desk() {
    let (one, two) = (town(1), town(2));
    let head = head_of_town(&one, &Group::ALL);
    let bytes = message(&one, "a");
    let original = Digest::of(&[&bytes]);
    let blob = arrives(&[&one, &two], "anzeige.xml", &bytes);
    let case = files(&one, blob);
    one.desk.act(&one.clerk, case, Command::Close { reason: String::new() }).expect("closed");
    hears(&two, &one);
    let _ = two.desk.store.write(|tx| tx.put_blob(&bytes)).expect("the papers come");
    for office in [&one, &two] {
        assert_eq!(office.desk.settle_arrived().expect("a round"), 1);
        assert!(has(office, original) && !has(office, blob), "the case's copy alone is kept");
    }
    // The receipt went back to the portal: until the service has it, the case is not destroyed.
    one.desk.seal_answers().expect("sealed");
    let [answer] = one
        .desk
        .store
        .read(|db| -> Result<_, StoreError> { db.answers_out() })
        .expect("read")
        .try_into()
        .expect("one");
    assert_eq!((answer.case, answer.to.ags.as_str()), (case, OUTSIDE));
    let _ = one.desk.store.write(|tx| tx.mail_delivered(answer.content)).expect("at the service");
    let clock = Clock::Fixed("2039-01-02T09:00:00Z".parse().expect("a moment"));
    let later = Desk { clock, ..one.desk.clone() };
    later.begin_term(&one.clerk, case, "2028-05-05".parse().expect("a day"), "Abmeldung").expect("entered");
    let list = later.propose_disposal(&one.clerk, later.today()).expect("proposed");
    let done = later.confirm_disposal(&head, list.id).expect("confirmed");
    assert_eq!(done.cases, 1);
    hears(&two, &one);
    for office in [&one, &two] {
        assert!(office.desk.sheet_again(&office.clerk, case).is_err());
        assert!(!has(office, original), "nothing of it is left");
        assert!(letters(office).is_empty(), "and it does not wait again");
    }
}

/// Nothing of an answer is lost where the desk belongs to another service before it went out, and what keeps it is told.
#[test]
fn an_answer_goes_to_the_service_where_the_desk_is_enrolled_when_it_goes() {
    let office = town(1);
    let blob = arrives(&[&office], "anzeige.xml", &message(&office, "a"));
    let case = files(&office, blob);
    let out = || office.desk.store.read(|db| -> Result<_, StoreError> { db.answers_out() }).expect("read");
    office.desk.seal_answers().expect("sealed");
    let opens = |service: &SecretKey| {
        let sealed = office.desk.store.read(|db| db.blob(out()[0].blob)).expect("read");
        Notice::open_back(&sealed, service, TOWN).map(|notice| notice.bytes)
    };
    let receipt = office.desk.papers_of(&office.clerk, case).expect("papers");
    let receipt = receipt.into_iter().find(|paper| paper.kind == "empfangsbescheinigung").expect("a receipt");
    let bytes = office.desk.paper_bytes(&office.clerk, receipt.id).expect("its bytes");
    assert_eq!(opens(&crate::desk::handover::tests::office::service()).expect("opened"), bytes);

    let other = SecretKey::new(&[77; 32]);
    let moved = office.desk.store.write(|tx| {
        let mut enrolment = tx.enrolment()?.expect("enrolled");
        enrolment.service = other.public().0;
        tx.enrol(&enrolment).map_err(DeskError::from)
    });
    let _ = moved.expect("enrolled at another service");
    assert_eq!(out(), [], "nobody there could open it");
    assert_eq!(office.desk.outbox().expect("read").answers, 1, "and it is not lost");
    office.desk.seal_answers().expect("sealed");
    assert_eq!(opens(&other).expect("opened"), bytes);

    // It is refused: said where the clerk and where everybody looks.
    let told = || office.desk.inbox(&office.clerk).expect("the inbox").unsent;
    assert!(matches!(&told()[..], [one] if one.problem.is_none() && one.case == case), "{:?}", told());
    let sealed = out()[0].content;
    let note = |word| {
        let noted =
            |tx: &mut crate::store::Tx<'_>| tx.mail_not_taken(sealed, Some(word)).map_err(DeskError::from);
        let _ = office.desk.store.write(noted).expect("noted");
    };
    for (word, id) in [("mail_full", "answer-full"), ("other_office", "answer-not-taken")] {
        note(word);
        let problem = told().remove(0).problem.expect("why");
        assert_eq!(problem.id, id);
        assert_eq!(problem.args["number"], office.case(case).opened.number);
    }
    let outbox = office.desk.outbox().expect("read");
    assert_eq!((outbox.answers, outbox.answers_refused), (1, 1));
    // Whoever gave it by another way says so, and it is told no more.
    let file = told().remove(0).file;
    let otherwise = || office.desk.answered_otherwise(&office.clerk, &file);
    assert_eq!(otherwise().expect("noted"), case);
    assert_eq!(otherwise().expect_err("once").problems()[0].id, "answer-none");
    assert_eq!((told(), out()), (vec![], vec![]));
    assert!(!office.desk.store.read(|db| db.has_undelivered(case)).expect("read"), "and keeps no case");
    let admin = office.desk.sign_in("admin", "2468").expect("signed in");
    assert_eq!(
        office.desk.unsent_answers(&admin).expect("read"),
        [],
        "of cases that may not be read nothing"
    );
}
