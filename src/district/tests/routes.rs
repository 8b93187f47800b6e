//! Who may ask what. Real requests, no socket.

use super::*;
use crate::district::auth::challenge;
use crate::district::config::Limits;
use crate::district::routes::{App, OPENAPI, router, table};
use crate::district::{Sqlite, clock};
use crate::domain::event::commitment;
use crate::wire::tests::{device, events, head_of, repacked};
use crate::wire::{Challenge, Credentials, Event, Head, Kind, Page, Segment, Signed, Verdict, Welcome};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::response::Response;
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use tokio::sync::watch;

/// A service with a desk in each of two towns.
pub struct Kreis {
    dir: tempfile::TempDir,
    pub app: App<Sqlite>,
}

impl Kreis {
    async fn new() -> Self {
        Self::with(Limits::default()).await
    }

    pub async fn with(limits: Limits) -> Self {
        let dir = tempfile::tempdir().expect("folder");
        let store = Sqlite::open(&dir.path().join("kreis.db")).expect("opened");
        for (town, number) in [(TOWN, 1), (OTHER_TOWN, 2)] {
            code(&store, town, number).await;
            let asked = asks(number, device(number.into()), &key(number), "", false);
            let _ = enrol(&store, town, asked, now()).await.expect("let in");
        }
        let (_, stopping) = watch::channel(false);
        let app = App::new(store, key(200), limits, stopping);
        Self { dir, app }
    }

    async fn send(&self, method: &str, path: &str, body: &[u8], shown: Option<String>) -> (u16, Vec<u8>) {
        let answer = self.answer(method, path, body, shown).await;
        let status = answer.status().as_u16();
        (status, to_bytes(answer.into_body(), 1 << 24).await.expect("a body").to_vec())
    }

    async fn answer(&self, method: &str, path: &str, body: &[u8], shown: Option<String>) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(shown) = shown {
            request = request.header("authorization", shown);
        }
        let request = request.body(Body::from(body.to_vec())).expect("a request");
        let service = TowerToHyperService::new(router(self.app.clone()));
        service.call(request).await.expect("an answer")
    }

    /// Signed by the desk with that number.
    pub async fn ask(&self, number: u8, method: &str, path: &str, body: &[u8]) -> (u16, Vec<u8>) {
        let (_, hello) = self.send("GET", "/hello", b"", None).await;
        let welcome: Welcome = serde_json::from_slice(&hello).expect("a welcome");
        let shown =
            Credentials::new(&key(number), device(number.into()), welcome.challenge, method, path, body);
        self.send(method, path, body, Some(shown.to_string())).await
    }
}

fn segment(number: u8, count: u64) -> Vec<u8> {
    let log = events(device(number.into()), Head::default(), count);
    Segment::pack(&key(number), device(number.into()), head_of(&log, 0), &log).expect("packed")
}

/// Little on the wire that says it is little, and unpacks to much.
fn bomb() -> Vec<u8> {
    repacked(&segment(1, 1), &zstd::bulk::compress(&vec![0; 16 << 20], 1).expect("packed"), 1000)
}

fn push_path(town: &str, number: u8) -> String {
    format!("/t/{town}/d/{}/1", device(number.into()))
}

#[test]
fn only_a_desk_of_the_town_may_ask() {
    run(async {
        let kreis = Kreis::new().await;
        let path = format!("/t/{TOWN}/since/0");
        assert_eq!(kreis.send("GET", &path, b"", None).await.0, 401, "nobody");
        assert_eq!(kreis.ask(1, "GET", &path, b"").await.0, 200);
        assert_eq!(kreis.ask(2, "GET", &path, b"").await.0, 403, "a desk of another town");
        assert_eq!(kreis.ask(3, "GET", &path, b"").await.0, 403, "no desk");
        let stale = crate::wire::Challenge(Digest([0; 32]));
        let shown = Credentials::new(&key(1), device(1), stale, "GET", &path, b"").to_string();
        assert_eq!(kreis.send("GET", &path, b"", Some(shown)).await.0, 401, "a challenge of long ago");
        let (status, body) = kreis.ask(1, "GET", &format!("/t/{OTHER_TOWN}/since/0"), b"").await;
        assert_eq!((status, body), (403, br#"{"problem":"stranger"}"#.to_vec()));
        assert!(kreis.app.store.revoke(device(1), true).await.expect("answered"));
        assert_eq!(kreis.ask(1, "GET", &path, b"").await.0, 403, "cut off");
    });
}

/// So a desk that goes on asking never sends anything twice, only to sign it anew.
#[test]
fn an_answer_to_an_older_challenge_brings_the_next() {
    run(async {
        let kreis = Kreis::new().await;
        let path = format!("/t/{TOWN}/since/0");
        let ask = async |challenge| {
            let shown = Credentials::new(&key(1), device(1), challenge, "GET", &path, b"").to_string();
            let answer = kreis.answer("GET", &path, b"", Some(shown)).await;
            let next = answer.headers().get("challenge").map(|next| next.to_str().expect("text").parse());
            (answer.status().as_u16(), next.map(|next| Challenge(next.expect("a digest"))))
        };
        let given = |ago| challenge(&key(200), clock::now().timestamp() - ago);
        assert_eq!(ask(given(0)).await, (200, None));
        let (status, next) = ask(given(400)).await;
        assert_eq!((status, ask(next.expect("the next")).await), (200, (200, None)));
        assert_eq!(ask(given(1000)).await, (401, None));
    });
}

#[test]
fn a_signature_does_for_one_request_only() {
    run(async {
        let kreis = Kreis::new().await;
        let (path, body) = (push_path(TOWN, 1), segment(1, 2));
        let (_, hello) = kreis.send("GET", "/hello", b"", None).await;
        let welcome: Welcome = serde_json::from_slice(&hello).expect("a welcome");
        let shown = Credentials::new(&key(1), device(1), welcome.challenge, "POST", &path, &body).to_string();
        assert_eq!(kreis.send("POST", &path, &segment(1, 3), Some(shown.clone())).await.0, 403);
        assert_eq!(kreis.send("GET", &format!("/t/{TOWN}/since/0"), b"", Some(shown.clone())).await.0, 403);
        assert_eq!(kreis.send("POST", &path, &body, Some(shown)).await.0, 200);
    });
}

#[test]
fn what_is_no_segment_of_that_desk_is_refused_and_nothing_is_kept() {
    run(async {
        let kreis = Kreis::new().await;
        let path = push_path(TOWN, 1);
        assert_eq!(kreis.ask(1, "POST", &push_path(TOWN, 2), &segment(2, 1)).await.0, 403, "somebody else's");
        assert_eq!(kreis.ask(1, "POST", &path, &segment(2, 1)).await.0, 400, "another desk in it");
        assert_eq!(kreis.ask(1, "POST", &path, b"AMS1").await.0, 400);
        assert_eq!(kreis.ask(1, "POST", &path, &vec![0; (1 << 20) + 1]).await.0, 413);
        let bomb = bomb();
        assert_eq!(kreis.ask(1, "POST", &path, &bomb).await.0, 413, "unpacks to more than it says");
        assert_eq!(
            kreis.app.store.desks().await.expect("answered").iter().map(|desk| desk.events).sum::<u64>(),
            0
        );
        assert_eq!(kreis.ask(1, "POST", &path, &segment(1, 1)).await.0, 200);
        assert_eq!(
            kreis.ask(1, "POST", &format!("/t/{TOWN}/d/{}/3", device(1)), &segment(1, 1)).await.0,
            400
        );
    });
}

#[test]
fn an_event_that_its_role_may_not_write_gets_a_verdict_and_stops_nothing() {
    run(async {
        let kreis = Kreis::new().await;
        let log = events(device(1), Head::default(), 2);
        // A counter may write notes and decide nothing.
        let payload = br#"{"kind":"decided"}"#.to_vec();
        let envelope = String::from_utf8(log[0].envelope.clone()).expect("text");
        let mut value: serde_json::Value = serde_json::from_str(&envelope).expect("JSON");
        value["kind"] = "decided".into();
        value["payload_commit"] = commitment(&[1; 16], &payload).to_string().into();
        let decided = Event { envelope: value.to_string().into_bytes(), payload: Some(([1; 16], payload)) };
        let bytes = Segment::pack(&key(1), device(1), Head::default(), std::slice::from_ref(&decided))
            .expect("packed");
        assert_eq!(kreis.ask(1, "POST", &push_path(TOWN, 1), &bytes).await.0, 200);
        let (_, page) = kreis.ask(1, "GET", &format!("/t/{TOWN}/since/1"), b"").await;
        let page = Page::read(&page, 1).expect("a page");
        let verdict = page.entries.iter().find(|entry| entry.kind == Kind::Verdict).expect("a verdict");
        let verdict = Verdict::read(&Signed::from_bytes(verdict.bytes.clone()), &key(200).public());
        assert_eq!(verdict.expect("signed").event.seq, 1);
    });
}

#[test]
fn the_document_of_the_interface_says_what_there_is() {
    let document: serde_json::Value = serde_json::from_str(OPENAPI).expect("JSON");
    let mut said: Vec<(String, String, bool)> = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, what) in methods.as_object().expect("methods") {
            assert!(what["summary"].is_string() && what["responses"].is_object(), "{method} {path}");
            let named = what["parameters"].as_array().map_or(0, Vec::len);
            let in_path = path.matches('{').count();
            assert!(named >= in_path, "{method} {path} does not explain its address");
            said.push((method.to_uppercase(), path.clone(), what["security"].is_array()));
        }
    }
    let mut there: Vec<_> = table::<Sqlite>()
        .iter()
        .map(|route| (route.asked.0.to_owned(), route.asked.1.to_owned(), route.signed))
        .collect();
    said.sort();
    there.sort();
    assert_eq!(said, there, "method, address, whether signed");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn every_refusal_has_its_word_and_is_counted() {
    run(async {
        let limits = Limits { requests_per_second: 1, burst: 12, ..Limits::default() };
        let kreis = Kreis::with(limits).await;
        let since = format!("/t/{TOWN}/since/0");
        let path = push_path(TOWN, 1);
        let bomb = bomb();
        let mut forged = segment(1, 1);
        forged[100] ^= 1;
        let broken = segment(1, 2);
        let (late, other) = (push_path(TOWN, 2), format!("/t/{OTHER_TOWN}/since/0"));
        let enrolment = format!("/t/{TOWN}/enrol");
        // What was heard long ago and is said again.
        let stale = crate::wire::Challenge(Digest([0; 32]));
        let replayed = Credentials::new(&key(1), device(1), stale, "GET", &since, b"").to_string();
        let asked = serde_json::to_vec(&asks(9, device(9), &key(9), "", false)).expect("JSON");
        for (status, word, answer) in [
            (401, "", kreis.send("GET", &since, b"", None).await),
            (401, "", kreis.send("GET", &since, b"", Some(replayed)).await),
            (403, "stranger", kreis.ask(2, "GET", &since, b"").await),
            (403, "stranger", kreis.ask(1, "GET", &other, b"").await),
            (403, "stranger", kreis.ask(1, "POST", &late, &segment(2, 1)).await),
            (413, "too_large", kreis.ask(1, "POST", &path, &vec![0; (1 << 20) + 1]).await),
            (413, "too_large", kreis.ask(1, "POST", &path, &bomb).await),
            (400, "signature", kreis.ask(1, "POST", &path, &forged).await),
            (400, "malformed", kreis.ask(1, "POST", &path, &broken[..200]).await),
            (403, "unknown_code", kreis.send("POST", &enrolment, &asked, None).await),
            (410, "put_back", kreis.ask(1, "GET", &format!("/t/{TOWN}/since/99"), b"").await),
            (404, "nothing", kreis.send("GET", "/wp-login.php", b"", None).await),
        ] {
            assert_eq!(answer.0, status, "{word}");
            let said: serde_json::Value = serde_json::from_slice(&answer.1).expect("JSON");
            assert!(word.is_empty() || said["problem"] == word, "{word}: {said}");
        }
        let mut last = (200, Vec::new());
        for _ in 0..20 {
            last = kreis.ask(1, "GET", &since, b"").await;
        }
        assert_eq!(last, (429, br#"{"problem":"too_often"}"#.to_vec()));
        assert_eq!(kreis.ask(2, "GET", &other, b"").await.0, 200, "another desk is not held back");
        let (status, text) = kreis.send("GET", "/metrics", b"", None).await;
        let text = String::from_utf8(text).expect("text");
        assert_eq!(status, 200);
        let counted = |word: &str| {
            let begin = format!("kreisdienst_refused_total{{why=\"{word}\"}} ");
            text.lines().find_map(|line| line.strip_prefix(&begin)?.parse::<u64>().ok()).unwrap_or_default()
        };
        let words = [("challenge", 2), ("stranger", 3), ("too_large", 2), ("signature", 1), ("malformed", 1)];
        for (word, count) in words.into_iter().chain([("unknown_code", 1), ("put_back", 1), ("nothing", 1)]) {
            assert_eq!(counted(word), count, "{word} in\n{text}");
        }
        assert!(counted("too_often") >= 8, "{text}");
        for secret in [TOWN, OTHER_TOWN, &device(1).to_string(), "Platz"] {
            assert!(!text.contains(secret), "{secret} in\n{text}");
        }
    });
}

#[test]
fn a_desk_that_was_cut_off_hands_over_what_it_has_and_hears_nothing() {
    run(async {
        let kreis = Kreis::new().await;
        assert_eq!(kreis.ask(1, "POST", &push_path(TOWN, 1), &segment(1, 2)).await.0, 200);
        assert!(kreis.app.store.revoke(device(1), true).await.expect("answered"));
        let log = events(device(1), Head::default(), 5);
        let more = Segment::pack(&key(1), device(1), head_of(&log, 2), &log[2..]).expect("packed");
        let path = format!("/t/{TOWN}/d/{}/3", device(1));
        let (status, said) = kreis.ask(1, "POST", &path, &more).await;
        assert_eq!(status, 202, "{}", String::from_utf8_lossy(&said));
        let (status, said) = kreis.ask(1, "GET", &format!("/t/{TOWN}/since/0"), b"").await;
        assert_eq!((status, said), (403, br#"{"problem":"revoked"}"#.to_vec()));
        assert_eq!(kreis.ask(1, "POST", &format!("/t/{TOWN}/renew"), b"").await.0, 403, "nor is it renewed");
        assert_eq!(kreis.app.store.desks().await.expect("answered")[1].events, 2);
        let text = kreis.app.metrics.text(&kreis.app.places);
        assert!(text.contains("events_set_aside_total 3") && text.contains("why=\"revoked\"} 2"), "{text}");
    });
}

#[test]
fn a_certificate_is_renewed_before_its_end_and_refused_behind_it() {
    run(async {
        let kreis = Kreis::new().await;
        let (path, renew) = (format!("/t/{TOWN}/since/0"), format!("/t/{TOWN}/renew"));
        let ends = async |until: i64| {
            let until = chrono::DateTime::from_timestamp(until, 0).expect("a moment");
            let term = Term { given: until, until };
            let certify = Box::new(|certificate: &Certificate| certificate.sign(&key(200)));
            let _ = kreis.app.store.renew(TOWN.into(), device(1), term, certify).await.expect("answered");
        };
        let now = crate::district::clock::now().timestamp();
        ends(now - 1).await;
        assert_eq!(kreis.ask(1, "GET", &path, b"").await, (403, br#"{"problem":"expired"}"#.to_vec()));
        assert_eq!(kreis.ask(1, "POST", &renew, b"").await.0, 403, "too late");
        let text = kreis.app.metrics.text(&kreis.app.places);
        assert!(text.contains("refused_total{why=\"expired\"} 2"), "{text}");
        ends(now + 3600).await;
        assert_eq!(kreis.ask(1, "GET", &path, b"").await.0, 200);
        let (status, signed) = kreis.ask(1, "POST", &renew, b"").await;
        assert_eq!(status, 200);
        let renewed = Certificate::read(&Signed::from_bytes(signed), &key(200).public()).expect("signed");
        assert!(renewed.valid_until.is_some_and(|until| until.timestamp() > now + 399 * 24 * 3600));
    });
}

#[test]
fn what_another_desk_opens_ends_a_wait_and_is_told_to_the_town_alone() {
    run(async {
        let kreis = Kreis::new().await;
        code(&kreis.app.store, TOWN, 3).await;
        let _ = enrol(&kreis.app.store, TOWN, asks(3, device(3), &key(3), "", false), now()).await;
        let (present, other) = (format!("/t/{TOWN}/present"), format!("/t/{OTHER_TOWN}/present"));
        let nothing = kreis.ask(3, "POST", &present, b"null").await;
        assert_eq!(nothing, (200, b"[]".to_vec()));
        let since = format!("/t/{TOWN}/since/9?wait=0");
        assert_eq!(kreis.ask(3, "GET", &since, b"").await.0, 410, "three certificates");
        let mark = crate::wire::presence_mark(&[]);
        let since = format!("/t/{TOWN}/since/2?wait=30&presence={mark}");
        let open = serde_json::to_vec(&super::present::here(7, "Frau Kühn", 0)).expect("JSON");
        let waits = kreis.ask(3, "GET", &since, b"");
        let opens = async {
            tokio::task::yield_now().await;
            kreis.ask(1, "POST", &present, &open).await
        };
        let (waited, opened) = tokio::join!(waits, opens);
        assert_eq!((waited.0, opened), (200, (200, b"[]".to_vec())));
        let (_, told) = kreis.ask(3, "POST", &present, b"null").await;
        let told: Vec<crate::wire::Present> = serde_json::from_slice(&told).expect("JSON");
        assert_eq!((told.len(), told[0].name.as_str()), (1, "Frau Kühn"));
        assert_eq!(kreis.ask(2, "POST", &other, b"null").await, (200, b"[]".to_vec()));
        assert_eq!(kreis.ask(1, "POST", &present, b"{}").await.0, 400);
        let long = serde_json::to_vec(&super::present::here(7, &"ü".repeat(201), 0)).expect("JSON");
        assert_eq!(kreis.ask(1, "POST", &present, &long).await.0, 400);
        assert_eq!(kreis.ask(1, "POST", &present, b"null").await.0, 200);
        assert_eq!(kreis.ask(3, "POST", &present, b"null").await, (200, b"[]".to_vec()), "closed");
    });
}

/// A copy that was put back under the running service is not what it writes to.
#[test]
fn a_file_that_was_replaced_is_noticed() {
    run(async {
        let kreis = Kreis::new().await;
        let (file, copy) = (kreis.dir.path().join("kreis.db"), kreis.dir.path().join("copy.db"));
        let _ = std::fs::copy(&file, &copy).expect("copied");
        std::fs::rename(copy, file).expect("put back");
        assert_eq!(kreis.send("GET", "/ready", b"", None).await.0, 503);
    });
}

/// A file that was deleted under the service is written on, and nobody ever reads that.
#[test]
fn it_runs_without_its_database_and_is_not_ready() {
    run(async {
        let kreis = Kreis::new().await;
        let ask = async |path| kreis.send("GET", path, b"", None).await;
        assert_eq!(ask("/health").await, (200, b"ok".to_vec()));
        assert_eq!(ask("/ready").await, (200, b"ready".to_vec()));
        std::fs::remove_file(kreis.dir.path().join("kreis.db")).expect("deleted");
        assert_eq!(ask("/ready").await, (503, br#"{"problem":"database"}"#.to_vec()));
        assert_eq!(ask("/health").await.0, 200);
    });
}
