//! A town and its Kreis, each with a real database, and sealed files between them: the whole way, twice, and whatever is
//! wrong with a file, each by its reason.

pub mod office;

use super::*;
use crate::domain::case::{AtCourt, CaseEvent, Outcome, Settled, Stage};
use crate::domain::decide::{Command, Proceed, Sue};
use crate::domain::event::Payload;
use crate::domain::user::Role;
use crate::store::{Stamp, StoreError, TownDesk};
use crate::wire::Cover;
use chrono::Days;
use office::{KREIS, Office, TOWN, both, now, plain};
use std::sync::Arc;

#[test]
fn a_case_goes_to_the_kreis_and_comes_back_decided_and_everything_may_come_twice() {
    let (town, kreis) = both();
    let case = town.files("wohnberechtigungsschein");
    let decided = Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: vec![] };
    let refused = town.desk.act(&town.clerk, case, decided.clone()).expect_err("the Kreis's");
    assert_eq!(refused.problems()[0].id, "decision-is-kreis");
    let gone = town.hands_over(case);
    assert_eq!((gone.bundle.to.name.as_str(), gone.supplements), ("Kreis Borken", false));
    // Here one only notes: the refusal says who has it.
    let attach = Command::Close { reason: String::new() };
    let refused = town.desk.act(&town.clerk, case, attach).expect_err("away").problems().remove(0);
    assert_eq!((refused.id.as_str(), refused.args["office"].as_str()), ("case-with-kreis", "Kreis Borken"));
    let note = Command::Note { text: "rief an".into(), call: true };
    town.desk.act(&town.clerk, case, note).expect("noted");

    let handed = town.bundle(case);
    let taken = kreis.takes(&handed);
    assert_eq!((taken.case, taken.did, taken.office.as_str()), (case, Did::Opened, "Stadt Gescher"));
    assert_eq!(kreis.takes(&handed).did, Did::Known);
    let (there, here) = (town.case(case), kreis.case(case));
    assert_eq!(here.answers(), there.answers());
    assert_eq!(here.persons.keys().collect::<Vec<_>>(), there.persons.keys().collect::<Vec<_>>());
    assert_eq!(here.documents, there.documents);
    assert_eq!(here.attachments.len(), there.papers.len(), "its papers are files there");
    assert_eq!(
        (here.opened.received_on, here.opened.received_why.as_str()),
        (there.opened.received_on, "Stadt Gescher")
    );
    assert_ne!(here.opened.number, "");

    let acknowledged = kreis.bundle(case);
    assert_eq!(town.takes(&acknowledged).did, Did::Answered);
    assert_eq!(town.takes(&acknowledged).did, Did::Known);
    let told = whereabouts(&town.case(case));
    assert_eq!((told[0].id, &told[0].args["number"]), ("handover-taken", &here.opened.number));

    kreis.desk.act(&kreis.clerk, case, decided).unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    let back = kreis.desk.give_back(&kreis.clerk, case, None).expect("given back");
    assert_eq!(back.bundle.to.ags, TOWN);
    let returned = kreis.bundle(case);
    assert_eq!(town.takes(&returned).did, Did::Answered);
    assert_eq!(town.takes(&returned).did, Did::Known);
    let there = town.case(case);
    assert!(there.away().is_none() && there.returned().is_some());
    assert_eq!(there.stage(), Stage::Decided);
    let letter = there.attachments.iter().find(|file| file.name.ends_with("(Kreis Borken).pdf"));
    let bytes = town.desk.attachment_bytes(&town.clerk, case, letter.expect("the decision").blob);
    assert!(bytes.expect("the bytes").starts_with(b"%PDF-"));
    let told = whereabouts(&there);
    assert_eq!((told[0].id, told[0].args["outcome"].as_str()), ("handover-came-decided", "granted"));
    town.desk.act(&town.clerk, case, Command::Close { reason: "ausgehändigt".into() }).expect("closed");
    for office in [&town, &kreis] {
        let report = office.desk.verify().expect("verified");
        assert!(report.is_clean(), "{:#?}", report.problems);
    }
}

/// Whoever was sued answers the court, also after the case was given back; until then its file is not destroyed.
#[test]
fn an_action_for_failure_to_act_is_ended_though_the_case_went_back() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let _ = kreis.takes(&town.bundle(case));
    let sued = Sue {
        received_on: kreis.desk.today(),
        court: AtCourt { file_number: "1 K 7/26".into(), by: "Bernd Beispiel".into(), ..AtCourt::default() },
        text: String::new(),
    };
    let act = |wanted| kreis.desk.act(&kreis.clerk, case, Command::Proceed(Box::new(wanted)));
    act(Proceed::Sue(sued)).unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    let gone = kreis.desk.give_back(&kreis.clerk, case, Some("Die Zone gehört der Stadt"));
    let _ = gone.unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    assert!(kreis.case(case).given_back().is_some() && kreis.case(case).open_suit().is_some());
    let ended = Proceed::SueEnded { how: Settled::Moot, reason: "Erledigt erklärt.".into() };
    act(ended).unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    assert!(kreis.case(case).open_suit().is_none());
}

#[test]
fn what_is_not_taken_goes_back_with_the_reason_and_may_come_again() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let handed = town.bundle(case);
    let missing = kreis.desk.refuse(&kreis.clerk, &handed, " ", &plain).expect_err("no reason");
    assert_eq!(missing.problems()[0].id, "text-missing");
    assert!(kreis.desk.sheet_again(&kreis.clerk, case).is_err(), "nothing was stored");
    let gone = kreis.desk.refuse(&kreis.clerk, &handed, "Die Zone gehört der Stadt", &plain);
    let gone = gone.unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    assert_eq!(kreis.case(case).stage(), Stage::Closed, "nothing is left to do");
    assert_eq!(gone.bundle.to.name, "Stadt Gescher");
    let _ = town.takes(&kreis.bundle(case));
    let told = whereabouts(&town.case(case));
    assert_eq!(
        (told[0].id, told[0].args["reason"].as_str()),
        ("handover-came-back", "Die Zone gehört der Stadt")
    );
    // It is here again; handed over once more it goes on at the Kreis under its number.
    let number = kreis.case(case).opened.number;
    let _ = town.hands_over(case);
    let again = kreis.takes(&town.bundle(case));
    assert_eq!((again.did, &again.number), (Did::Added, &number));
    assert_eq!(kreis.case(case).stage(), Stage::Filed);
    assert!(kreis.case(case).given_back().is_none());
}

#[test]
fn every_reason_why_a_file_is_not_taken_has_its_own_words() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let handed = town.bundle(case);
    assert_eq!(kreis.refuses(b"%PDF-1.7").id, "bundle-malformed");
    let mut damaged = handed.clone();
    *damaged.last_mut().expect("a byte") ^= 1;
    assert_eq!(kreis.refuses(&damaged).id, "bundle-malformed");
    assert_eq!(kreis.refuses(&handed[..handed.len() / 2]).id, "bundle-malformed");
    let other = town.refuses(&handed);
    assert_eq!((other.id.as_str(), other.args["office"].as_str()), ("bundle-other-office", "Kreis Borken"));

    // Another desk of the Kreis, which came later: those that can open it are named.
    let late = Office::new(KREIS, "Kreis Borken", 3);
    late.knows(TOWN, "Stadt Gescher", &[&town]);
    assert_eq!(late.refuses(&handed).id, "bundle-no-desk");
    let first = TownDesk {
        device: kreis.device,
        code: "A".into(),
        name: "Wohnungsamt".into(),
        key: kreis.key.public().0,
    };
    let _ = late.desk.store.write(|tx| tx.know_desk(&first)).expect("known");
    let able = late.refuses(&handed);
    assert_eq!((able.id.as_str(), able.args["desks"].as_str()), ("bundle-other-desk", "Wohnungsamt (A)"));

    // The town's desk was cut off since: the service says which desks the town has, and it is none of them.
    let second = Office::new(TOWN, "Stadt Gescher", 4);
    kreis.knows(TOWN, "Stadt Gescher", &[&second]);
    let cut_off = kreis.refuses(&handed);
    assert_eq!((cut_off.id.as_str(), cut_off.args["office"].as_str()), ("bundle-cut-off", "Stadt Gescher"));
    // One that the Kreis has not heard of yet is believed: the service signed its certificate, later.
    let newer = second.certificate(now().checked_sub_days(Days::new(1)).expect("yesterday"));
    let certificates = [newer.bytes().to_vec()];
    let _ = kreis
        .desk
        .store
        .write(|tx| tx.set_office(TOWN, "Stadt Gescher", Digest::default(), &certificates))
        .expect("known");
    assert_eq!(kreis.takes(&handed).did, Did::Opened);
}

#[test]
fn a_town_hands_over_only_what_the_kreis_decides_and_only_where_it_is_enrolled() {
    let (town, _) = both();
    let own = town.files("hundesteuer-anmeldung");
    let refused = town.desk.hand_over(&town.clerk, own, "weg").expect_err("the town's");
    assert_eq!(refused.problems()[0].id, "handover-not-kreis");
    let case = town.files("bewohnerparkausweis");
    let refused = town.desk.hand_over(&town.clerk, case, " ").expect_err("no reason");
    assert_eq!(refused.problems()[0].id, "text-missing");
    let alone = Office::new(TOWN, "Stadt Gescher", 5);
    let case = alone.files("bewohnerparkausweis");
    let unknown = alone.desk.hand_over(&alone.clerk, case, "weg").expect_err("nobody to seal for");
    assert_eq!(unknown.problems()[0].id, "handover-office-unknown");
}

#[test]
fn nobody_else_answers_or_adds() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let _ = kreis.takes(&town.bundle(case));
    // Another town, certified by the same service, answers in the Kreis's place: it never had the case.
    let other = Office::new("05554020", "Stadt Gronau", 6);
    let theirs = other.files("bewohnerparkausweis");
    other.knows("05554020", "Stadt Gronau", &[&other]);
    other.knows(TOWN, "Stadt Gescher", &[&town]);
    let content = town.case(case).handovers()[0].given.bundle.content;
    let forged = other.desk.act_as(&other.clerk, |hand| {
        let own = own::Own::of(hand.tx, &hand.town)?;
        let mut forged = hand.case(theirs)?;
        forged.id = case;
        let refusal = seal::Content {
            delivery: Delivery::Refusal { reason: "erledigt".into() },
            case: &forged,
            to: crate::domain::office::Office { ags: TOWN.into(), name: "Stadt Gescher".into() },
            answers: vec![content],
            certificates: Vec::new(),
            pieces: Vec::new(),
        };
        let sealed = seal::seal(hand, &own, refusal)?;
        Ok(hand.tx.blob(sealed.blob)?)
    });
    assert_eq!(town.refuses(&forged.expect("sealed")).id, "handover-unknown");
    assert!(town.case(case).away().is_some());
    // Nor does it add to a case of somebody else's.
    other.knows(KREIS, "Kreis Borken", &[&kreis]);
    let added = other.desk.act_as(&other.clerk, |hand| {
        let own = own::Own::of(hand.tx, &hand.town)?;
        // A case of its own under the same id.
        for event in hand.case(theirs)?.timeline {
            let Payload::Known(mut what) = event.payload else { continue };
            if let CaseEvent::CaseOpened(opened) = &mut what {
                opened.number.push('9');
            }
            let stamp = Stamp { at: hand.now, actor: hand.user.id, role: Role::Clerk };
            let _ = hand.tx.append_case(case, &what, &stamp)?;
        }
        let forged = hand.case(case)?;
        let handover = seal::Content {
            delivery: Delivery::Handover { reason: "erledigt".into() },
            case: &forged,
            to: crate::domain::office::Office { ags: KREIS.into(), name: "Kreis Borken".into() },
            answers: Vec::new(),
            certificates: Vec::new(),
            pieces: Vec::new(),
        };
        let sealed = seal::seal(hand, &own, handover)?;
        Ok(hand.tx.blob(sealed.blob)?)
    });
    kreis.knows("05554020", "Stadt Gronau", &[&other]);
    let added = added.unwrap_or_else(|error| panic!("{:#?}", error.problems()));
    assert_eq!(kreis.refuses(&added).id, "bundle-wrong-way");
}

#[test]
fn an_answer_is_sealed_for_nobody_who_was_cut_off_since() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let _ = kreis.takes(&town.bundle(case));
    assert_eq!(Cover::keys(&kreis.bundle(case)).expect("a cover"), [town.key.public()]);
    // The service says which desks the town has now: the one that sent the case is none of them.
    let second = Office::new(TOWN, "Stadt Gescher", 4);
    kreis.knows(TOWN, "Stadt Gescher", &[&second]);
    let _ = kreis.desk.give_back(&kreis.clerk, case, Some("nicht zuständig")).expect("given back");
    assert_eq!(Cover::keys(&kreis.bundle(case)).expect("a cover"), [second.key.public()]);
}

#[test]
fn what_came_from_a_town_goes_after_its_term_once_the_answers_are_delivered() {
    let (town, kreis) = both();
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let _ = kreis.desk.refuse(&kreis.clerk, &town.bundle(case), "nicht zuständig", &plain).expect("refused");
    assert_eq!(kreis.case(case).stage(), Stage::Closed);
    let on = "2060-01-01".parse().expect("a day");
    let kept = kreis.desk.retention(&kreis.clerk, on).expect("asked").kept;
    let why: Vec<&str> = kept[0].obstacles.iter().map(|problem| problem.id.as_str()).collect();
    assert_eq!((kept[0].case, why), (case, vec!["retention-undelivered"]));
    let waiting = kreis.desk.store.read(|db| -> Result<_, StoreError> { db.mail_out() });
    let waiting = waiting.expect("read");
    assert_eq!(waiting.len(), 2, "that it came, and that it is not taken");
    let _ = kreis
        .desk
        .store
        .write(|tx| waiting.iter().try_for_each(|bundle| tx.mail_delivered(bundle.content)))
        .expect("delivered");
    let overview = kreis.desk.retention(&kreis.clerk, on).expect("asked");
    assert!(overview.kept.is_empty() && overview.due[0].case == case);
}

#[test]
fn what_nobody_can_open_is_dropped_by_the_administrator_and_a_handover_goes_back_with_the_reason() {
    let (town, kreis) = both();
    let arrives = |bytes: &[u8]| {
        let came = kreis.desk.store.write(|tx| tx.mail_arrived(bytes, TOWN, now())).expect("kept");
        came.value.to_string()
    };
    let waits = || kreis.desk.mail(&kreis.clerk).expect("read").incoming.len();
    let lies = arrives(b"nothing that was ever sealed");
    let drop =
        |session: &Session, reason: &str| kreis.desk.drop_mail(session, (&lies, false), reason, &plain);
    let admin = kreis.desk.sign_in("admin", "2468").expect("signed in");
    assert!(drop(&admin, " ").is_err(), "not without a reason");
    assert!(drop(&kreis.clerk, "Unlesbar").is_err(), "not by just anybody");
    assert_eq!(waits(), 1);
    assert!(matches!(drop(&admin, "Unlesbar"), Ok(Dropped::Unopened(_))));
    assert_eq!(waits(), 0);
    assert!(drop(&admin, "Unlesbar").is_err(), "it is gone");
    // What another desk of the office may open is dropped only where somebody means it.
    let other = Digest::of(&[b"sealed for another desk"]);
    let _ = kreis.desk.store.write(|tx| tx.mail_for_others(other, 9, TOWN, now())).expect("noted");
    let drop = |even_so| kreis.desk.drop_mail(&admin, (&other.to_string(), even_so), "Platz ist weg", &plain);
    assert_eq!(drop(false).expect_err("asks").problems()[0].id, "mail-drop-other-desk");
    assert!(matches!(drop(true), Ok(Dropped::Unopened(_))));
    let thrown = kreis.desk.mail(&kreis.clerk).expect("read").thrown;
    let seen: Vec<_> = thrown.iter().map(|one| (&*one.from, &*one.reason, &*one.by)).collect();
    assert_eq!(seen.len(), 2, "{seen:?}");
    for reason in ["Unlesbar", "Platz ist weg"] {
        assert!(seen.contains(&("Stadt Gescher", reason, "Admina Muster")), "{seen:?}");
    }

    // The words stand at this desk alone, for a term: the log, which is never erased, has none of them.
    let log = kreis.desk.store.read(|db| -> Result<_, crate::store::StoreError> { db.town_events() });
    assert!(!format!("{:?}", log.expect("read")).contains("Unlesbar"));
    let clock = crate::desk::clock::Clock::Fixed("2027-11-25T09:00:00Z".parse().expect("a moment"));
    let later = Desk { clock, ..kreis.desk.clone() };
    let _ = later.sign_in("clerk", "1357").expect("signed in");
    let thrown = kreis.desk.mail(&kreis.clerk).expect("read").thrown;
    assert!(thrown.len() == 2 && thrown.iter().all(|one| one.reason.is_empty()), "{thrown:?}");

    let case = town.files("wohnberechtigungsschein");
    let _ = town.hands_over(case);
    let lies = arrives(&town.bundle(case));
    let gone = kreis.desk.drop_mail(&kreis.clerk, (&lies, false), "Falsches Amt", &plain);
    assert!(matches!(gone, Ok(Dropped::Refused(_))), "{gone:?}");
    assert_eq!(waits(), 0);
    // An answer that this office waits for is not thrown away by mistake.
    let answer =
        town.desk.store.write(|tx| tx.mail_arrived(&kreis.bundle(case), KREIS, now())).expect("kept");
    let dropped = town.desk.drop_mail(&town.clerk, (&answer.value.to_string(), false), "Versehen", &plain);
    assert_eq!(dropped.expect_err("stays").problems()[0].id, "mail-can-be-taken");
    assert_eq!(town.takes(&kreis.bundle(case)).did, Did::Answered);
    assert!(town.case(case).away().is_none(), "it is back");
}

/// The list of the mailbox opens a file once; whether its sender still stands it asks each time.
#[test]
fn a_file_that_waits_is_opened_once_for_the_list() {
    let (town, kreis) = both();
    let case = town.files("wohnberechtigungsschein");
    let _ = town.hands_over(case);
    let bytes = town.bundle(case);
    let came = kreis.desk.store.write(|tx| tx.mail_arrived(&bytes, TOWN, now())).expect("kept").value;
    let look = || kreis.desk.mail(&kreis.clerk).expect("read").incoming;
    let first = look();
    let kept = kreis.desk.glances.of(came).expect("it is known now");
    assert!(
        kept.events.is_empty() && kept.persons.is_empty() && kept.pieces.is_empty(),
        "nothing of the case"
    );
    assert!(first[0].inside.is_some() && look() == first);
    assert!(Arc::ptr_eq(&kept, &kreis.desk.glances.of(came).expect("known")), "it was not opened again");
    let second = Office::new(TOWN, "Stadt Gescher", 4);
    kreis.knows(TOWN, "Stadt Gescher", &[&second]);
    let problem = look()[0].problem.clone().expect("its sender was cut off");
    assert_eq!(problem.id, "bundle-cut-off");
    kreis.knows(TOWN, "Stadt Gescher", &[&town]);
    let _ = kreis.takes(&bytes);
    assert!(look().is_empty() && kreis.desk.glances.of(came).is_none(), "what waits no more is forgotten");
}

/// The log comes before the papers: a desk that hears of the case forgets the sealed file only once the service says that it was taken.
#[test]
fn a_round_between_log_and_papers_forgets_no_bundle() {
    let (town, kreis) = both();
    let second = Office::new(KREIS, "Kreis Borken", 3);
    let case = town.files("bewohnerparkausweis");
    let _ = town.hands_over(case);
    let bytes = town.bundle(case);
    for desk in [&kreis, &second] {
        let _ = desk.desk.store.write(|tx| tx.mail_arrived(&bytes, TOWN, now())).expect("kept");
    }
    let _ = kreis.takes(&bytes);
    office::hears(&second, &kreis);
    let settles = second.desk.store.write(|tx| -> Result<_, StoreError> {
        let (seq, hash) = tx.chain_head(second.device)?;
        tx.acknowledge(second.device, seq, hash)?;
        tx.mail_to_settle()
    });
    assert_eq!(settles.expect("read").value, [], "nobody here took it");
    let blob = Digest::of(&[&bytes]);
    let kept = second.desk.store.read(|db| Ok::<_, StoreError>((db.bundles_in()?, db.has_blob(blob)?)));
    let (waits, kept) = kept.expect("read");
    assert!(waits.iter().any(|waits| waits.blob == blob) && kept);
}
