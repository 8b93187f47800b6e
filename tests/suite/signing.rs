//! `paper save --sign` and what `paper verify` says of the copy, from outside.

use std::path::PathBuf;

use amtsstube::paper::signature::{self, Said, Signer};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::harness::{Answer, soak};
use crate::keys::{self, PASSPHRASE, Wish};
use crate::kill::{calls_of, killed_at, spread};
use crate::office::Office;

/// A desk with a paper, and the town's certificate beside it.
struct Counter {
    office: Office,
    case: String,
}

impl Counter {
    fn new() -> Self {
        let office = Office::new();
        let case = office.files_number();
        Self { office, case }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.office.desk.file(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        std::fs::write(self.at(name), bytes).expect("written");
        self.at(name)
    }

    /// Saves a signed copy, with this passphrase in the surroundings.
    fn signs(&self, certificate: &str, passphrase: &str, out: &str) -> Answer {
        self.signs_paper("vermerk", certificate, passphrase, out)
    }

    fn signs_paper(&self, paper: &str, certificate: &str, passphrase: &str, out: &str) -> Answer {
        let paths = [self.at(certificate), self.at(out)].map(|path| path.display().to_string());
        let [certificate, out] = &paths;
        let args = ["paper", "save", &self.case, paper, "--sign", "--certificate", certificate, "--out", out];
        let mut command = self.office.desk.command();
        let _ = command.env("AMTSSTUBE_CERTIFICATE_PASSPHRASE", passphrase);
        Answer::from(command.args(self.office.desk.args(args)).output().expect("the program starts"))
    }

    fn verifies(&self, name: &str) -> Answer {
        self.office.desk.run(["paper", "verify", &self.at(name).display().to_string()])
    }
}

fn ids(answer: &Answer, list: &str) -> Vec<String> {
    let all = answer.json[list].as_array().expect("a list");
    all.iter().map(|one| one["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_signed_copy_is_known_as_the_paper_and_its_signature_is_told() {
    let counter = Counter::new();
    let desk = &counter.office.desk;
    let _ = counter.put("siegel.p12", &keys::store(&Wish::of(keys::p256())));
    let plain = counter.at("plain.pdf").display().to_string();
    let _ = desk.does(["paper", "save", &counter.case, "vermerk", "--out", &plain]);
    let made = counter.signs("siegel.p12", PASSPHRASE, "signed.pdf");
    assert_eq!(made.code, 0, "{}{}", made.stdout, made.stderr);
    let subject = "CN=Siegel der Stadt Gescher, O=Stadt Gescher, C=DE";
    assert_eq!(made.json["signed_by"], subject);
    let (issued, copy) =
        (std::fs::read(plain).expect("saved"), std::fs::read(counter.at("signed.pdf")).expect("saved"));
    assert!(copy.starts_with(&issued) && copy.len() > issued.len());

    let told = counter.verifies("signed.pdf");
    assert_eq!(told.code, 0, "{}", told.stdout);
    let found = &told.json[0];
    assert_eq!(
        (&found["result"], &found["stands"], &found["number"]),
        (&json!("issued"), &json!(true), &json!(counter.case))
    );
    assert_eq!(
        (&found["signature"]["fits"], &found["signature"]["subject"]),
        (&json!(true), &json!(subject))
    );
    let says = [
        "proof-issued-signed",
        "proof-signature",
        "proof-copy-saved",
        "proof-signature-claims",
        "proof-stands",
    ];
    assert_eq!(ids_of(found), says);
    assert!(found["says"][1]["what"].as_str().is_some_and(|said| said.contains(subject)), "{found}");
    assert_eq!(
        (&found["signature"]["saved_by"], &found["signature"]["sound"]),
        (&json!("Ada Terhürne"), &json!(true))
    );

    // The signature broken, something behind it, something else than a signature behind the paper.
    let mut broken = copy.clone();
    let at = copy.windows(6).rposition(|six| six == b">/M(D:").expect("the end of the signature") - 1;
    broken[at] = b'1';
    let _ = counter.put("broken.pdf", &broken);
    let _ = counter.put("noted.pdf", &[&copy[..], b"\n% a note"].concat());
    let told = counter.verifies("broken.pdf");
    assert_eq!((told.code, &told.json[0]["result"]), (1, &json!("not_issued")), "{}", told.stdout);
    assert_eq!(ids_of(&told.json[0]), ["proof-claims", "proof-signature-broken", "proof-added"]);
    let told = counter.verifies("noted.pdf");
    assert_eq!((told.code, &told.json[0]["result"]), (1, &json!("not_issued")), "{}", told.stdout);
    assert_eq!(ids_of(&told.json[0]), ["proof-claims", "proof-added"]);
    desk.is_sound();
}

/// A signature of another office's making behind the same paper, with words of its own, and a certificate that could not have
/// signed here: all of that is told, and nothing of it as true.
#[test]
fn what_a_signature_says_of_itself_is_a_claim_and_what_ails_its_certificate_is_told() {
    let counter = Counter::new();
    let plain = counter.at("plain.pdf").display().to_string();
    let _ = counter.office.desk.does(["paper", "save", &counter.case, "vermerk", "--out", &plain]);
    let issued = std::fs::read(plain).expect("saved");
    let said = Said {
        authority: format!("Stadt Gescher\u{202e}\n{}", "gez. ".repeat(100)),
        reason: "Echt: geprüft vom\u{7} Ministerium".into(),
        label: "Feld".into(),
    };
    let store = |counts, key| keys::store(&Wish { counts, ..Wish::of(key) });
    let then = "2019-06-01T08:00:00Z".parse().expect("a moment");
    let signed = |file: &[u8], at: DateTime<Utc>| {
        let signer = Signer::open(file, PASSPHRASE, then).expect("a key of that time");
        signature::sign(&issued, &signer, &said, at).expect("signed")
    };
    let old = store(("20190101000000Z", "20191231225959Z"), keys::p256());
    for (stated, wrong) in [
        ("2026-11-28T08:00:00Z", Some("proof-signature-expired")),
        ("2018-12-31T08:00:00Z", Some("proof-signature-not-yet")),
        ("2019-07-01T08:00:00Z", None),
    ] {
        let _ = counter.put("fremd.pdf", &signed(&old, stated.parse().expect("a moment")));
        let told = counter.verifies("fremd.pdf");
        let found = &told.json[0];
        let says: Vec<&str> = ids_of(found);
        let wanted = ["proof-issued-signed", "proof-signature"].into_iter().chain(wrong);
        let wanted = wanted.chain(["proof-copy-unknown", "proof-signature-claims", "proof-stands"]);
        assert_eq!(says, wanted.collect::<Vec<_>>(), "{stated}");
        assert_eq!(found["signature"]["sound"], json!(wrong.is_none()), "{stated}");
        let claims = &found["signature"]["claims"];
        assert_eq!(claims["reason"], "Echt: geprüft vom Ministerium");
        let name = claims["name"].as_str().expect("a name");
        assert!(name.starts_with("Stadt Gescher gez.") && name.chars().count() <= 121, "{name}");
        let mut claim = found["says"].as_array().expect("sentences").iter();
        let claim = claim.rfind(|said| said["id"] == "proof-signature-claims").expect("the claim");
        let words = claim["what"].as_str().expect("words");
        assert!(words.starts_with("Von sich selbst behauptet") && !words.contains(['\u{202e}', '\u{7}']));
    }
}

fn ids_of(found: &serde_json::Value) -> Vec<&str> {
    found["says"].as_array().expect("sentences").iter().filter_map(|said| said["id"].as_str()).collect()
}

#[test]
fn what_keeps_a_copy_from_being_signed_is_said_at_once_and_nothing_is_written() {
    let counter = Counter::new();
    let expired = Wish { counts: ("20190101000000Z", "20191231235959Z"), ..Wish::of(keys::rsa(1024)) };
    let _ = counter.put("alt.p12", &keys::store(&expired));
    let _ = counter.put("siegel.p12", &keys::store(&Wish::of(keys::p256())));
    let _ = counter.put("there.pdf", b"another file");
    let refused = |certificate: &str, passphrase: &str, out: &str| {
        let answer = counter.signs(certificate, passphrase, out);
        assert_eq!(answer.code, 1, "{}", answer.stdout);
        for said in answer.json["problems"].as_array().expect("problems") {
            assert!(said["what"].as_str().is_some_and(|what| what.ends_with('.')), "{said}");
            assert!(said["remedy"].as_str().is_some_and(|remedy| remedy.ends_with('.')), "{said}");
        }
        ids(&answer, "problems")
    };
    assert_eq!(refused("siegel.p12", "falsch", "a.pdf"), ["certificate-passphrase"]);
    assert_eq!(refused("siegel.p12", "", "a.pdf"), ["certificate-passphrase-missing"]);
    assert_eq!(
        refused("fehlt.p12", "", "there.pdf"),
        ["file-gone", "certificate-passphrase-missing", "file-there"]
    );
    assert_eq!(
        refused("alt.p12", PASSPHRASE, "there.pdf"),
        ["certificate-weak", "certificate-expired", "file-there"]
    );
    assert_eq!(refused("there.pdf", PASSPHRASE, "a.pdf"), ["certificate-no-store"]);
    // Until the last second of the year in Greenwich is into the next one here.
    let answer = counter.signs("alt.p12", PASSPHRASE, "a.pdf");
    assert_eq!(answer.json["problems"][1]["args"]["date"], "2020-01-01");
    assert!(!counter.at("a.pdf").exists());
    assert_eq!(std::fs::read(counter.at("there.pdf")).expect("still there"), b"another file");
}

#[test]
fn the_passphrase_may_lie_in_a_file() {
    let counter = Counter::new();
    let [certificate, passphrase, out] = [
        counter.put("siegel.p12", &keys::store(&Wish::of(keys::p256()))),
        counter.put("passphrase", format!("{PASSPHRASE}\n").as_bytes()),
        counter.at("signed.pdf"),
    ]
    .map(|path| path.display().to_string());
    let save = ["paper", "save", &counter.case, "vermerk", "--out", &out];
    let sign = ["--sign", "--certificate", &certificate, "--passphrase-file", &passphrase];
    let _ = counter.office.desk.does(save.iter().chain(&sign));
    assert!(std::fs::read(&out).is_ok_and(|bytes| bytes.starts_with(b"%PDF-1.7")));
    // A certificate that nobody is to sign with, and a signature without one, are wrong use.
    for wrong in [&sign[1..3], &sign[..1]] {
        assert_eq!(counter.office.desk.run(save.iter().chain(wrong)).code, 2);
    }
}

/// Where it is killed, no signed copy is there that the case does not name, and what is left hinders nobody.
#[test]
fn a_signing_that_is_killed_leaves_no_copy_that_is_not_noted() {
    let counter = Counter::new();
    let desk = &counter.office.desk;
    let [certificate, passphrase] = [
        counter.put("siegel.p12", &keys::store(&Wish::of(keys::p256()))),
        counter.put("passphrase", PASSPHRASE.as_bytes()),
    ]
    .map(|path| path.display().to_string());
    let args = |out: &str| {
        let out = counter.at(out).display().to_string();
        let save = ["paper", "save", &counter.case, "vermerk", "--out", &out];
        let sign = ["--sign", "--certificate", &certificate, "--passphrase-file", &passphrase];
        save.iter().chain(&sign).map(ToString::to_string).collect::<Vec<_>>()
    };
    let calls = calls_of(desk, &args("whole.pdf"));
    let mut there = 0;
    for (at, (call, when)) in spread(&calls, soak(25) as usize).into_iter().enumerate() {
        let name = format!("{at}.pdf");
        let _ = killed_at(desk, &args(&name), &call, when);
        let what = format!("killed at {call} {when}");
        assert_eq!(desk.run(["verify"]).code, 0, "{what}");
        if counter.at(&name).exists() {
            there += 1;
        } else {
            let again = desk.run(args(&name));
            assert_eq!(again.code, 0, "{what}, then again: {}{}", again.stdout, again.stderr);
        }
        let told = counter.verifies(&name);
        assert!(ids_of(&told.json[0]).contains(&"proof-copy-saved"), "{what}: {}", told.stdout);
        let left = std::fs::read_dir(desk.file("")).expect("the folder").flatten();
        let left: Vec<_> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        assert!(!left.iter().any(|file| file.contains(&name) && *file != name), "{what}: {left:?}");
    }
    assert!(there > 0, "one was killed after its copy had its name");
}

/// Others believe the signature of today, so what counts no more gets none; that a receipt was cancelled may be signed.
#[test]
fn what_counts_no_more_is_not_signed() {
    let mut counter = Counter::new();
    counter.office.desk = counter.office.desk.signed_in("leitung", "2468");
    let desk = &counter.office.desk;
    let _ = counter.put("siegel.p12", &keys::store(&Wish::of(keys::p256())));
    let paid = desk.does(counter.office.paying(&counter.case));
    let number = paid["number"].as_str().expect("a number");
    let signs = |paper: &str, out: &str| counter.signs_paper(paper, "siegel.p12", PASSPHRASE, out);
    assert_eq!(signs("quittung", "before.pdf").code, 0, "it counts");
    let _ = desk.does(["cash", "cancel", number, "--reason", "doppelt"]);
    let refused = signs("quittung", "after.pdf");
    assert_eq!(ids(&refused, "problems"), ["paper-of-cancelled-receipt"]);
    assert!(!counter.at("after.pdf").exists(), "nothing is written");
    let storno = signs("storno", "storno.pdf");
    assert_eq!(storno.code, 0, "{}{}", storno.stdout, storno.stderr);
}
