//! Bundles between offices: in every database, and by the routes as a desk meets them.

use super::contract::desk;
use super::routes::Kreis;
use super::*;
use crate::district::config::Limits;
use crate::district::office;
use crate::district::store::{MailCount, Post, Put, StoreError};
use crate::district::{Laid, NotLaid, answer, answers, handed_on, lay};
use crate::domain::office::OUTSIDE;
use crate::wire::tests::{covered, device};
use crate::wire::{
    BundleError, Lying, MAX_NOTICE, MailAsk, MailName, MailState, Mailbox, Notice, PART, Signed,
};

const KREIS: &str = "05554000";

fn bundle(length: usize) -> Vec<u8> {
    let rest: Vec<u8> = (0..u32::try_from(length / 4).expect("small")).flat_map(u32::to_le_bytes).collect();
    covered(TOWN, KREIS, &[key(3).public()], &rest)
}

fn name(office: &str, bytes: &[u8]) -> MailName {
    MailName { office: office.into(), blob: Digest::of(&[bytes]) }
}

fn post(bytes: &[u8], blob: Digest, part: usize) -> Post {
    Post {
        to: KREIS.into(),
        from: TOWN.into(),
        blob,
        size: bytes.len() as u64,
        part: part as u64,
        bytes: bytes.chunks(PART).nth(part).expect("a part").to_vec(),
        now: now().timestamp(),
        most: 2,
        most_bytes: 1 << 20,
    }
}

async fn put<S: Store>(store: &S, bytes: &[u8], blob: Digest, part: usize) -> Put {
    store.put_mail(post(bytes, blob, part)).await.expect("answered")
}

async fn mailbox<S: Store>(store: &S, office: &str, out: Vec<MailName>, held: Vec<MailName>) -> Mailbox {
    let asked = MailAsk { out, held, ..MailAsk::default() };
    store.mail(office.into(), asked, 9).await.expect("answered")
}

pub async fn whatever_lies_is_heard_of_page_by_page<S: Store>(store: S) {
    let _ = desk(&store, KREIS, 3, 0).await;
    let mut sent = std::collections::BTreeSet::new();
    // Two of the same second, from two senders: the page may end between them.
    for (from, rest, at) in [(TOWN, "a", 5), (OTHER_TOWN, "b", 5), (TOWN, "c", 5), (TOWN, "d", 4)] {
        let bytes = covered(from, KREIS, &[key(3).public()], rest.as_bytes());
        let blob = Digest::of(&[&bytes]);
        let post = Post { from: from.into(), now: at, most: 9, ..post(&bytes, blob, 0) };
        assert!(matches!(store.put_mail(post).await.expect("answered"), Put::There(_)));
        assert!(sent.insert(blob));
    }
    let page = async |after| {
        let asked = MailAsk { after, ..MailAsk::default() };
        store.mail(KREIS.into(), asked, 1).await.expect("answered")
    };
    let (mut heard, mut last) = (Vec::new(), None);
    for left in (0..4).rev() {
        let seen = page(last).await;
        assert_eq!((seen.lying.len(), seen.more), (1, left > 0));
        last = seen.lying.last().cloned();
        heard.extend(seen.lying);
    }
    assert_eq!(page(last).await, Mailbox::default());
    assert!(heard.is_sorted_by_key(|lying| lying.came));
    assert_eq!(heard.iter().map(|lying| lying.blob).collect::<std::collections::BTreeSet<_>>(), sent);
}

pub async fn a_bundle_comes_in_parts_and_stays_until_it_is_taken<S: Store>(store: S) {
    let bytes = bundle(150_000);
    let blob = Digest::of(&[&bytes]);
    assert_eq!(put(&store, &bytes, blob, 0).await, Put::Nobody, "no desk could open it");
    let _ = desk(&store, KREIS, 3, 0).await;
    let there = |parts, whole| Put::There(MailState { parts, whole, ..MailState::default() });
    assert_eq!(put(&store, &bytes, blob, 1).await, there(0, false), "not in order");
    assert_eq!(put(&store, &bytes, blob, 0).await, there(1, false));
    assert_eq!(put(&store, &bytes, blob, 0).await, there(1, false), "again");
    let out = || vec![name(KREIS, &bytes), name(OTHER_TOWN, &bytes)];
    let seen = mailbox(&store, TOWN, out(), Vec::new()).await;
    assert_eq!(seen.out, [MailState { parts: 1, ..MailState::default() }, MailState::default()]);
    assert_eq!(mailbox(&store, KREIS, Vec::new(), Vec::new()).await.lying, [], "not whole yet");
    let part = async |office: &str, from: &str, part| {
        store.mail_part(office.into(), name(from, &bytes), part).await.expect("answered")
    };
    assert_eq!(part(KREIS, TOWN, 0).await, None, "not whole yet");
    let _ = put(&store, &bytes, blob, 1).await;
    assert_eq!(put(&store, &bytes, blob, 2).await, there(3, true));
    assert_eq!(put(&store, &bytes, blob, 2).await, there(3, true), "the answer was lost");
    let came = now().timestamp();
    let lying = Lying { from: TOWN.into(), blob, size: bytes.len() as u64, came };
    assert_eq!(mailbox(&store, KREIS, Vec::new(), Vec::new()).await.lying, [lying]);
    assert_eq!(
        mailbox(&store, OTHER_TOWN, out(), Vec::new()).await,
        Mailbox { out: vec![MailState::default(); 2], ..Mailbox::default() }
    );
    assert_eq!(part(KREIS, TOWN, 2).await.as_deref(), bytes.chunks(PART).nth(2));
    assert_eq!(part(KREIS, OTHER_TOWN, 2).await, None, "another sender");
    assert_eq!(part(OTHER_TOWN, TOWN, 2).await, None, "another office");
    let count = MailCount {
        town: KREIS.into(),
        sender: TOWN.into(),
        bundles: 1,
        bytes: bytes.len() as u64,
        oldest: came,
    };
    assert_eq!(store.mail_counts().await.expect("answered"), [count]);
    assert_eq!(check(&store, key(200).public()).await.expect("checked").faults, []);
    let take = async |office: &str| {
        store.take_mail(office.into(), name(TOWN, &bytes), false).await.expect("answered")
    };
    assert!(!take(OTHER_TOWN).await);
    assert!(take(KREIS).await);
    assert!(!take(KREIS).await, "again");
    assert_eq!(part(KREIS, TOWN, 0).await, None, "its bytes are gone");
    let seen = mailbox(&store, KREIS, Vec::new(), vec![name(TOWN, &bytes), name(OTHER_TOWN, &bytes)]).await;
    assert_eq!((seen.lying, seen.taken), (Vec::new(), vec![name(TOWN, &bytes)]));
    let taken = MailState { parts: 0, whole: true, taken: true, dropped: false };
    assert_eq!(put(&store, &bytes, blob, 0).await, Put::There(taken), "another desk of the town brings it");
    assert_eq!(store.mail_counts().await.expect("answered"), []);
}

pub async fn what_lies_for_an_office_has_limits<S: Store>(store: S) {
    let _ = desk(&store, KREIS, 3, 0).await;
    let send = async |rest: &[u8]| {
        let bytes = covered(TOWN, KREIS, &[key(3).public()], rest);
        put(&store, &bytes, Digest::of(&[&bytes]), 0).await
    };
    let fits = |put| matches!(put, Put::There(MailState { whole: true, .. }));
    assert!(fits(send(b"one").await));
    let large = Post { size: 1 << 20, ..post(&bundle(100_000), Digest([1; 32]), 0) };
    assert_eq!(store.put_mail(large).await.expect("answered"), Put::Full, "too many bytes");
    assert!(fits(send(b"two").await));
    assert_eq!(send(b"three").await, Put::Full, "too many");
    assert!(fits(send(b"two").await), "what is there may come again");
    let one = name(TOWN, &covered(TOWN, KREIS, &[key(3).public()], b"one"));
    assert!(store.take_mail(KREIS.into(), one.clone(), true).await.expect("answered"));
    let sent = MailName { office: KREIS.into(), ..one };
    let [stands] = mailbox(&store, TOWN, vec![sent], Vec::new()).await.out.try_into().expect("one");
    let dropped = MailState { parts: 0, whole: true, taken: true, dropped: true };
    assert_eq!(stands, dropped, "its sender hears what became of it, and it counts no more");
    let lie = put(&store, &bundle(8), Digest([2; 32]), 0).await;
    assert_eq!(lie, Put::There(MailState::default()), "not what its name says, and not kept");
    assert!(fits(send(b"three").await), "there is room again");
}

/// A portal's file for a town with two desks: once, whole, opened by both; refused with the reason where it cannot be.
pub async fn a_file_from_outside_lies_sealed_for_the_towns_desks<S: Store>(store: S) {
    let notice = |name: &str, length: usize| Notice { name: name.to_owned(), bytes: vec![b'x'; length] };
    let limits = |most| Limits { bundles_per_office: most, ..Limits::default() };
    let put = async |town: &str, notice: &Notice, most| {
        lay(&store, &limits(most), &key(200), &[9; 32], (town, notice)).await
    };
    let file = notice("anzeige.xml", 150_000);
    assert!(matches!(put(TOWN, &file, 9).await, Err(NotLaid::Nobody)), "nobody could open it");
    for number in [1, 2] {
        let _ = desk(&store, TOWN, number, 0).await;
    }
    for none in ["Gescher", "5554024", OUTSIDE] {
        assert!(matches!(put(none, &file, 9).await, Err(NotLaid::NoTown)), "{none}");
    }
    assert!(matches!(put(TOWN, &notice("leer.xml", 0), 9).await, Err(NotLaid::Empty)));
    assert!(matches!(put(TOWN, &notice("riese.xml", MAX_NOTICE + 1), 9).await, Err(NotLaid::TooLarge)));
    assert_eq!(put(TOWN, &file, 1).await.expect("kept"), Laid::New);
    assert_eq!(put(TOWN, &file, 1).await.expect("kept"), Laid::Known, "twice is once");
    assert!(matches!(put(TOWN, &notice("noch.xml", 10), 1).await, Err(NotLaid::Full)));
    let counts = store.mail_counts().await.expect("answered");
    let of = |count: &MailCount| (count.town.clone(), count.sender.clone(), count.bundles);
    assert_eq!(counts.iter().map(of).collect::<Vec<_>>(), [(TOWN.into(), OUTSIDE.into(), 1)]);
    let [lying] = mailbox(&store, TOWN, vec![], vec![]).await.lying.try_into().expect("one");
    assert_eq!(mailbox(&store, OTHER_TOWN, vec![], vec![]).await.lying, [], "no other town hears of it");
    let it = MailName { office: lying.from, blob: lying.blob };
    let mut sealed = Vec::new();
    while let Some(part) =
        store.mail_part(TOWN.into(), it.clone(), (sealed.len() / PART) as u64).await.expect("answered")
    {
        sealed.extend_from_slice(&part);
        if part.len() < PART {
            break;
        }
    }
    for number in [1, 2] {
        assert_eq!(Notice::open(&sealed, &key(number), TOWN).expect("opened"), file);
    }
    assert!(store.take_mail(TOWN.into(), it.clone(), false).await.expect("answered"));
    assert_eq!(store.mail_part(TOWN.into(), it, 0).await.expect("answered"), None, "its bytes are gone");
    assert_eq!(put(TOWN, &file, 1).await.expect("kept"), Laid::Taken, "and do not come again");
    let other = notice("noch.xml", 10);
    assert_eq!(put(TOWN, &other, 1).await.expect("kept"), Laid::New, "there is room again");
    let [lying] = mailbox(&store, TOWN, vec![], vec![]).await.lying.try_into().expect("one");
    let it = MailName { office: lying.from, blob: lying.blob };
    assert!(store.take_mail(TOWN.into(), it, true).await.expect("answered"));
    assert_eq!(put(TOWN, &other, 1).await.expect("kept"), Laid::Dropped, "nobody took that one in");
    assert_eq!(put(TOWN, &file, 1).await.expect("kept"), Laid::Taken);
    assert_eq!(store.mail_counts().await.expect("answered"), [], "and neither lies there again");
}

/// A town's answer to a portal: kept without a desk that could open it, opened by the service alone, gone once it was handed on.
pub async fn an_answer_to_a_portal_lies_for_the_service<S: Store>(store: S) {
    let notice = |name: &str, length: usize| Notice { name: name.to_owned(), bytes: vec![b'x'; length] };
    let put = async |notice: &Notice, service: u8| {
        let sealed = notice.seal_back(TOWN, &key(service).public(), &[9; 32]).expect("sealed");
        // It packs well: one part.
        store.put_mail(Post { to: OUTSIDE.into(), ..post(&sealed, Digest::of(&[&sealed]), 0) }).await
    };
    let whole = |put: Result<Put, StoreError>| matches!(put, Ok(Put::There(MailState { whole: true, .. })));
    let file = notice("anzeige-empfangsbescheinigung-0123abcd.pdf", 150_000);
    assert!(whole(put(&file, 200).await) && whole(put(&file, 200).await), "twice is once");
    assert!(whole(put(&notice("fremd.pdf", 10), 201).await));
    assert_eq!(
        put(&notice("noch.pdf", 10), 200).await.expect("answered"),
        Put::Full,
        "an office has its limits"
    );
    let lies = answers(&store).await.expect("answered");
    assert_eq!(lies.iter().map(|name| name.office.as_str()).collect::<Vec<_>>(), [TOWN; 2]);
    assert_eq!(mailbox(&store, TOWN, vec![], vec![]).await.lying, [], "no town hears of it");
    let mut opened = Vec::new();
    for name in &lies {
        opened.extend(answer(&store, &key(200), name).await.expect("answered"));
    }
    opened.sort_by_key(Result::is_err);
    assert_eq!(opened, [Ok(file), Err(BundleError::OtherDesk)]);
    let out: Vec<_> = lies.iter().map(|name| MailName { office: OUTSIDE.into(), blob: name.blob }).collect();
    for name in lies {
        assert!(handed_on(&store, name.clone()).await.expect("answered"));
        assert!(!handed_on(&store, name.clone()).await.expect("answered"), "once");
        assert_eq!(answer(&store, &key(200), &name).await.expect("answered"), None, "its bytes are gone");
    }
    assert_eq!(answers(&store).await.expect("answered"), []);
    assert!(
        mailbox(&store, TOWN, out, vec![]).await.out.iter().all(|state| state.taken),
        "its town hears so"
    );
}

pub async fn an_offices_desks_are_those_that_write_now<S: Store>(store: S) {
    for (town, number) in [(KREIS, 3), (TOWN, 1), (TOWN, 2), (OTHER_TOWN, 4)] {
        let _ = desk(&store, town, number, 0).await;
    }
    let offices = async |asking| office::marks(&store, asking, now().timestamp()).await.expect("answered");
    let keys = |offices: &[crate::wire::OfficeMark]| -> Vec<String> {
        offices.iter().map(|office| office.ags.clone()).collect()
    };
    let before = offices(TOWN).await;
    assert_eq!(keys(&before), [KREIS, TOWN]);
    assert_eq!(keys(&offices(KREIS).await), [KREIS, OTHER_TOWN, TOWN]);
    let live = async |office, at| {
        let signed = office::certificates(&store, &key(200).public(), office, at).await.expect("answered");
        let read = |signed: &Signed| Certificate::read(signed, &key(200).public()).expect("signed");
        signed.iter().map(|signed| read(signed).key).collect::<Vec<_>>()
    };
    let sorted = |numbers: &[u8]| {
        let mut keys: Vec<_> = numbers.iter().map(|number| key(*number).public()).collect();
        keys.sort();
        keys
    };
    assert_eq!(live(TOWN, now().timestamp()).await, sorted(&[1, 2]));
    assert!(store.revoke(device(2), true).await.expect("answered"));
    assert_eq!(live(TOWN, now().timestamp()).await, sorted(&[1]), "what was cut off is left out");
    let after = offices(TOWN).await;
    assert_eq!((before[0] == after[0], before[1] == after[1]), (true, false), "and that is news");
    let late = (now() + chrono::Duration::days(401)).timestamp();
    assert_eq!(live(TOWN, late).await, [], "so is what has ended");
    let term = Term { given: now(), until: now() + chrono::Duration::days(800) };
    let certify = Box::new(|certificate: &Certificate| certificate.sign(&key(200)));
    let _ = store.renew(TOWN.into(), device(1), term, certify).await.expect("answered");
    assert_eq!(live(TOWN, late).await, sorted(&[1]), "its last certificate");
    assert_ne!(offices(TOWN).await, after);
}

#[test]
fn only_desks_of_the_two_offices_see_a_bundle() {
    run(async {
        let kreis = Kreis::with(Limits { bundles_per_office: 1, ..Limits::default() }).await;
        let bytes = bundle(8);
        let blob = Digest::of(&[&bytes]);
        let path = |town: &str, to: &str| format!("/t/{town}/mail/to/{to}/{blob}/0?size={}", bytes.len());
        let said = |(status, body): (u16, Vec<u8>)| (status, String::from_utf8_lossy(&body).into_owned());
        let no = |status, word: &str| (status, format!("{{\"problem\":\"{word}\"}}"));
        let send =
            async |number, path: String, body: &[u8]| said(kreis.ask(number, "PUT", &path, body).await);
        assert_eq!(send(1, path(TOWN, KREIS), &bytes).await, no(404, "no_office"));
        let _ = desk(&kreis.app.store, KREIS, 3, 0).await;
        assert_eq!(send(1, path(TOWN, OTHER_TOWN), &bytes).await, no(403, "other_office"));
        assert_eq!(send(2, path(OTHER_TOWN, KREIS), &bytes).await, no(403, "other_cover"));
        assert_eq!(
            send(1, path(TOWN, OUTSIDE), &bytes).await,
            no(403, "other_cover"),
            "no answer to a portal"
        );
        let large = format!("/t/{TOWN}/mail/to/{OUTSIDE}/{blob}/0?size={}", 5 << 20);
        assert_eq!(send(1, large, &vec![0; PART]).await, no(413, "too_large"), "no receipt is");
        assert_eq!(kreis.ask(1, "GET", &format!("/t/{OUTSIDE}/mail/from/{TOWN}/{blob}/0"), b"").await.0, 403);
        assert_eq!(send(2, path(TOWN, KREIS), &bytes).await, no(403, "stranger"));
        assert_eq!(send(1, path(TOWN, KREIS), &bytes[..9]).await, no(400, "malformed"));
        let large = format!("/t/{TOWN}/mail/to/{KREIS}/{blob}/0?size={}", 26 << 20);
        assert_eq!(send(1, large, &vec![0; PART]).await, no(413, "too_large"));
        let whole = (200, r#"{"parts":1,"whole":true,"taken":false}"#.to_owned());
        assert_eq!(send(1, path(TOWN, KREIS), &bytes).await, whole);
        assert_eq!(send(1, path(TOWN, KREIS), &bytes).await, whole, "twice is once");
        let second = covered(TOWN, KREIS, &[], b"two");
        let to = format!("/t/{TOWN}/mail/to/{KREIS}/{}/0?size={}", Digest::of(&[&second]), second.len());
        assert_eq!(send(1, to, &second).await, no(507, "mail_full"));

        let asked = serde_json::to_vec(&MailAsk::default()).expect("JSON");
        let ask = async |number, town| kreis.ask(number, "POST", &format!("/t/{town}/mail"), &asked).await;
        let mailbox: Mailbox = serde_json::from_slice(&ask(3, KREIS).await.1).expect("a mailbox");
        assert_eq!((mailbox.lying.len(), mailbox.marks.len()), (1, 3));
        let known = MailAsk { offices: mailbox.offices, ..MailAsk::default() };
        let again = serde_json::to_vec(&known).expect("JSON");
        let again = kreis.ask(3, "POST", &format!("/t/{KREIS}/mail"), &again).await;
        let again: Mailbox = serde_json::from_slice(&again.1).expect("a mailbox");
        assert_eq!(again.marks, [], "nothing is new");
        let of_town: Mailbox = serde_json::from_slice(&ask(1, TOWN).await.1).expect("a mailbox");
        assert_eq!((of_town.lying.len(), of_town.marks.len()), (0, 2), "not for the sender");

        let desks = async |number, town: &str, office: &str| {
            kreis.ask(number, "GET", &format!("/t/{town}/office/{office}"), b"").await
        };
        assert_eq!(said(desks(1, TOWN, OTHER_TOWN).await), no(403, "other_office"));
        let signed: Vec<String> = serde_json::from_slice(&desks(1, TOWN, KREIS).await.1).expect("JSON");
        let signed = Signed::from_hex(&signed[0]).expect("bytes");
        assert_eq!(Certificate::read(&signed, &key(200).public()).expect("signed").key, key(3).public());

        let lies = |town: &str| format!("/t/{town}/mail/from/{TOWN}/{blob}");
        let part = format!("{}/0", lies(KREIS));
        assert_eq!(kreis.ask(1, "GET", &part, b"").await.0, 403, "not even its sender");
        assert_eq!(kreis.ask(3, "GET", &part, b"").await, (200, bytes.clone()));
        assert_eq!(kreis.ask(1, "DELETE", &lies(KREIS), b"").await.0, 403);
        // A desk that was cut off brings nothing and hears nothing.
        assert!(kreis.app.store.revoke(device(1), true).await.expect("answered"));
        assert!(kreis.app.store.revoke(device(3), true).await.expect("answered"));
        for (number, method, path) in [
            (1, "PUT", path(TOWN, KREIS)),
            (3, "GET", part.clone()),
            (3, "DELETE", lies(KREIS)),
            (3, "POST", format!("/t/{KREIS}/mail")),
            (3, "GET", format!("/t/{KREIS}/office/{TOWN}")),
        ] {
            let body: &[u8] = if method == "PUT" { &bytes } else { b"" };
            assert_eq!(said(kreis.ask(number, method, &path, body).await), no(403, "revoked"), "{path}");
        }
        assert!(kreis.app.store.revoke(device(3), false).await.expect("answered"));
        assert_eq!(said(kreis.ask(3, "DELETE", &lies(KREIS), b"").await), (200, "true".to_owned()));
        assert_eq!(said(kreis.ask(3, "DELETE", &lies(KREIS), b"").await), (200, "false".to_owned()), "again");
        assert_eq!(kreis.ask(3, "GET", &part, b"").await.0, 404);
        let text = kreis.app.metrics.text(&kreis.app.places);
        for counted in ["refused_total{why=\"mail_full\"} 1", "bundles_taken_total 1"] {
            assert!(text.contains(counted), "{counted} in\n{text}");
        }
    });
}
