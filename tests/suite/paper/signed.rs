//! A signed copy is a paper like any other: every checker takes it. What verifies signatures takes it too, and nothing that was
//! changed or added afterwards.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use amtsstube::paper::Rendered;
use amtsstube::paper::signature::{Fault, Holder, Said, Signer, before, read, sign};
use chrono::{DateTime, Utc};
use lopdf::{Document, IncrementalDocument, Object};

use super::{keep, preflight, sound, tool};
use crate::keys::{self, PASSPHRASE, Wish};

/// Papers with everything that a page can have: links, forms, several pages, codes, none of it.
const SIGNED: [&str; 5] = [
    "eingangsbestaetigung/2-long",
    "bescheid/3-long",
    "quittung/1-short",
    "gewa1-again",
    "fischereischein/2026-card",
];

/// A key's kind, its file, and the certificate of the authority above it.
type Store = (&'static str, Vec<u8>, Vec<u8>);

static STORES: LazyLock<[Store; 2]> = LazyLock::new(|| {
    [("rsa", keys::rsa(2048)), ("p256", keys::p256())].map(|(kind, key)| {
        let wish = Wish::of(key);
        let (own, root) = keys::certificates(&wish);
        let authority = root.to_pem().unwrap();
        (kind, keys::store_of(&wish, &own, Some(root)), authority)
    })
});

fn now() -> DateTime<Utc> {
    "2026-11-28T08:15:30Z".parse().unwrap()
}

fn said() -> Said {
    Said {
        authority: "Stadt Gescher".into(),
        reason: "Kopie für „Müller“".into(),
        label: "Unterschrift".into(),
    }
}

fn signed(paper: &Rendered, store: &[u8]) -> Rendered {
    let signer = Signer::open(store, PASSPHRASE, now()).unwrap();
    Rendered { bytes: sign(&paper.bytes, &signer, &said(), now()).unwrap(), ..paper.clone() }
}

fn paper(case: &str) -> &'static Rendered {
    &super::every::PAPERS.iter().find(|(of, _)| of == case).unwrap().1
}

/// A paper, its signed copy and the file that the copy is in.
type Copied = (&'static Rendered, Rendered, PathBuf);

/// One signed copy, with an RSA key and with one on a curve. Written once: the tests that read the files run side by side.
static COPIES: LazyLock<[Copied; 2]> = LazyLock::new(|| {
    STORES.each_ref().map(|(kind, store, _)| {
        let paper = paper("quittung/1-short");
        let copy = signed(paper, store);
        let path = keep(&format!("signature-{kind}"), &copy);
        (paper, copy, path)
    })
});

/// What `pdfsig` says without asking whether the certificate is trusted.
fn pdfsig(path: &Path) -> String {
    let output = Command::new("pdfsig").args(["-nocert"]).arg(path).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("Signature"), "{told}{}", String::from_utf8_lossy(&output.stderr));
    told
}

#[test]
fn a_signed_copy_is_taken_by_every_checker() {
    let mut files = Vec::new();
    for case in SIGNED {
        let paper = paper(case);
        let (unsigned, said) = sound::faults(&paper.bytes);
        assert!(unsigned.is_empty());
        for (kind, store, _) in STORES.iter() {
            let copy = signed(paper, store);
            assert!(copy.bytes.starts_with(&paper.bytes), "{case}");
            let path = keep(&format!("signed-{kind}-{case}"), &copy);
            assert_eq!(sound::faults(&copy.bytes), (vec![], said.clone()), "{case}, {kind}");
            let tree = Command::new("pdfinfo").arg("-struct").arg(&path).output().unwrap();
            assert!(tree.stderr.is_empty(), "{case}: {}", String::from_utf8_lossy(&tree.stderr));
            let checked = tool("qpdf", &["--check"], &path);
            assert!(checked.contains("No syntax or stream encoding errors"), "{case}: {checked}");
            files.push(path);
        }
    }
    sound::foreign_checkers_take(&files);
    let found = preflight::findings(&files);
    assert_eq!(found.len(), files.len());
    assert!(found.values().all(std::collections::BTreeSet::is_empty), "{found:#?}");
}

#[test]
fn the_field_is_named_and_lies_outside_of_the_page() {
    for (_, copy, _) in COPIES.iter() {
        let pdf = Document::load_mem(&copy.bytes).unwrap();
        let form = pdf.catalog().unwrap().get(b"AcroForm").unwrap().as_dict().unwrap();
        assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
        let fields = form.get(b"Fields").unwrap().as_array().unwrap();
        let field = fields[0].as_reference().unwrap();
        let first = pdf.get_dictionary(*pdf.get_pages().values().next().unwrap()).unwrap();
        assert!(first.get(b"Annots").unwrap().as_array().unwrap().contains(&Object::Reference(field)));
        let field = pdf.get_dictionary(field).unwrap();
        let place: Vec<f32> = field
            .get(b"Rect")
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one.as_float().unwrap())
            .collect();
        let size = (place[2] - place[0]).abs() + (place[3] - place[1]).abs();
        assert!(size < f32::EPSILON && place[0] < 0.0, "{place:?}");
        // Printed and locked; neither hidden nor invisible (ISO 19005-3, 6.3.2).
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 4 + 128);
        assert!(!field.get(b"TU").unwrap().as_str().unwrap().is_empty());
    }
}

#[test]
fn poppler_and_openssl_take_the_signature() {
    for ((_, copy, path), (_, _, authority)) in COPIES.iter().zip(STORES.iter()) {
        let told = pdfsig(path);
        for line in [
            "Signature is Valid.",
            "Total document signed",
            "Signature Type: ETSI.CAdES.detached",
            "Signing Hash Algorithm: SHA-256",
            "Siegel der Stadt Gescher",
        ] {
            assert!(told.contains(line), "{line}: {told}");
        }
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (covered, signature) = parts(&copy.bytes);
        std::fs::write(at("covered"), covered).unwrap();
        std::fs::write(at("signature"), signature).unwrap();
        let file = |name: &str| at(name).display().to_string();
        std::fs::write(at("authority"), authority).unwrap();
        // `-cades` wants the attribute that names the signer's certificate, and checks it.
        let args = [
            "cms",
            "-verify",
            "-cades",
            "-CAfile",
            &file("authority"),
            "-purpose",
            "any",
            "-binary",
            "-inform",
            "DER",
            "-content",
            &file("covered"),
            "-in",
        ];
        let verified = Command::new("openssl").args(args).arg(at("signature")).output().unwrap();
        assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
        let shown = tool(
            "openssl",
            &["cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in"],
            &at("signature"),
        );
        assert!(shown.contains("id-smime-aa-signingCertificateV2"), "{shown}");
        // The time stands in the paper (ETSI EN 319 142-1, 6.3); both certificates travel along.
        assert!(!shown.contains("signingTime"), "{shown}");
        assert!(shown.contains("Siegel der Stadt") && shown.matches("d.certificate").count() == 2, "{shown}");
        std::fs::write(at("covered"), b"something else").unwrap();
        assert!(!Command::new("openssl").args(args).arg(at("signature")).output().unwrap().status.success());
    }
}

/// What is signed, and the signature, found by the numbers in the file.
fn parts(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let pdf = Document::load_mem(bytes).unwrap();
    let value =
        pdf.objects.values().filter_map(|one| one.as_dict().ok()).find(|one| one.has(b"ByteRange")).unwrap();
    let range: Vec<usize> = value
        .get(b"ByteRange")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|one| usize::try_from(one.as_i64().unwrap()).unwrap())
        .collect();
    assert_eq!((range[0], range[2] + range[3]), (0, bytes.len()), "to the last byte");
    assert_eq!((bytes[range[1]], bytes[range[2] - 1]), (b'<', b'>'), "all but the signature");
    let covered = [&bytes[..range[1]], &bytes[range[2]..]].concat();
    (covered, value.get(b"Contents").unwrap().as_str().unwrap().to_vec())
}

#[test]
fn whose_signature_it_is_is_read_back() {
    for (paper, copy, _) in COPIES.iter() {
        assert_eq!(before(&copy.bytes), Some(&paper.bytes[..]));
        let signature = read(&paper.bytes, &copy.bytes).unwrap();
        let name = |name: &str| format!("CN={name}, O=Stadt Gescher, C=DE");
        let holder = Holder {
            subject: name("Siegel der Stadt Gescher"),
            issuer: name("Prüfstelle der Tests"),
            faults: Vec::new(),
        };
        assert_eq!((signature.at, signature.by), (now(), Some(holder)));
    }
}

#[test]
fn one_changed_byte_is_seen() {
    for key in [keys::rsa(2048), keys::p256()] {
        // Without the authority's certificate: that travels along, and CMS lets nobody here sign it.
        let wish = Wish::of(key);
        let store = keys::store_of(&wish, &keys::certificates(&wish).0, None);
        let paper = paper("quittung/1-short");
        let copy = signed(paper, &store);
        let path = keep("signature-alone", &copy);
        let end = paper.bytes.len();
        let contents = end + find(&copy.bytes[end..], b"/Contents<");
        // Within the paper, the update, the signature, and the padding behind it.
        let places = (end..copy.bytes.len()).step_by(97).chain([9, end / 2, end - 1, contents + 60]);
        for at in places {
            let mut bytes = copy.bytes.clone();
            bytes[at] ^= 1;
            let by = read(&bytes[..end], &bytes).and_then(|signature| signature.by);
            assert_eq!(by, None, "byte {at} of {}", bytes.len());
        }
        // The last digit of the signature that is no padding.
        let after = end + find(&copy.bytes[end..], b">/M(D:");
        let last = copy.bytes[..after].iter().rposition(|digit| *digit != b'0').unwrap();
        for at in [end / 2, last, copy.bytes.len() - 30] {
            let mut bytes = copy.bytes.clone();
            bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
            let changed = path.with_extension("changed.pdf");
            std::fs::write(&changed, bytes).unwrap();
            let told = pdfsig(&changed);
            assert!(!told.contains("Signature is Valid."), "byte {at}: {told}");
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).position(|window| window == what).unwrap()
}

#[test]
fn what_else_is_added_is_no_signature() {
    for (paper, copy, _) in COPIES.iter() {
        let noted = [&copy.bytes[..], b"\n% a note"].concat();
        let twice = [&copy.bytes[..], &copy.bytes[paper.bytes.len()..]].concat();
        let mut pages =
            IncrementalDocument::create_from(copy.bytes.clone(), Document::load_mem(&copy.bytes).unwrap());
        let _ = pages.new_document.add_object(Object::string_literal("something to read"));
        let mut changed = Vec::new();
        pages.save_to(&mut changed).unwrap();
        // A field that is on the page, where anything may be painted.
        let text = |from: &[u8], to: &[u8]| {
            let mut bytes = copy.bytes.clone();
            let at = find(&bytes, from);
            bytes[at..at + from.len()].copy_from_slice(to);
            bytes
        };
        let shown = text(b"/Rect[-1 -1 -1 -1]", b"/Rect[10 10 99 99]");
        let other = text(b"/Filter/Adobe.PPKLite", b"/Filter/Adobe.PPKLITE");
        for (what, bytes) in
            [("noted", noted), ("twice", twice), ("changed", changed), ("shown", shown), ("other", other)]
        {
            assert_eq!(read(&paper.bytes, &bytes), None, "{what}");
        }
        assert_eq!(read(&paper.bytes, &paper.bytes), None);
    }
    // Behind another paper it is nobody's signature.
    let (_, copy, _) = &COPIES[0];
    let first = paper("quittung/1-short").bytes.len();
    let moved = [&paper("gewa1-again").bytes[..], &copy.bytes[first..]].concat();
    assert_eq!(read(&paper("gewa1-again").bytes, &moved), None);
}

#[test]
fn a_file_that_cannot_sign_says_all_that_is_wrong_with_it() {
    let faults = |store: &[u8], passphrase: &str| Signer::open(store, passphrase, now()).unwrap_err();
    let refused = |wish: &Wish| faults(&keys::store(wish), PASSPHRASE);
    assert_eq!(faults(b"no store at all", PASSPHRASE), [Fault::NoStore]);
    assert_eq!(faults(&STORES[1].1, "falsch"), [Fault::Passphrase]);
    assert_eq!(faults(&STORES[1].1, "falsch\0"), [Fault::Passphrase]);
    let until = "2019-12-31T22:59:59Z".parse().unwrap();
    let expired = Wish { counts: ("20190101000000Z", "20191231225959Z"), ..Wish::of(keys::p256()) };
    assert_eq!(refused(&expired), [Fault::Expired(until)]);
    let from = "2090-06-01T00:00:00Z".parse().unwrap();
    let later = Wish { counts: ("20900601000000Z", "20991231225959Z"), ..Wish::of(keys::p256()) };
    assert_eq!(refused(&later), [Fault::NotYet(from)]);
    let both = Wish {
        usage: openssl::x509::extension::KeyUsage::key_encipherment,
        key: keys::rsa(1024),
        counts: expired.counts,
    };
    assert_eq!(refused(&both), [Fault::Key, Fault::Usage, Fault::Expired(until)]);
    let other = openssl::pkey::PKey::generate_ed25519().unwrap();
    assert_eq!(refused(&Wish::of(other)), [Fault::Key]);
}

#[test]
fn old_files_and_files_without_a_key_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let wish = Wish::of(keys::p256());
    let (own, root) = keys::certificates(&wish);
    std::fs::write(at("key"), wish.key.private_key_to_pem_pkcs8().unwrap()).unwrap();
    std::fs::write(at("own"), own.to_pem().unwrap()).unwrap();
    std::fs::write(at("root"), root.to_pem().unwrap()).unwrap();
    let export = |args: &[&str]| {
        let out = at("store");
        let pass = format!("pass:{PASSPHRASE}");
        let output = Command::new("openssl")
            .args(["pkcs12", "-export", "-passout", &pass, "-out", &out])
            .args(args)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Signer::open(&std::fs::read(out).unwrap(), PASSPHRASE, now())
            .map(|signer| signer.subject().to_owned())
    };
    assert!(export(&["-inkey", &at("key"), "-in", &at("own")]).is_ok());
    assert_eq!(export(&["-legacy", "-inkey", &at("key"), "-in", &at("own")]), Err(vec![Fault::Outdated]));
    assert_eq!(export(&["-nokeys", "-in", &at("own")]), Err(vec![Fault::NoKey]));
    assert_eq!(export(&["-inkey", &at("key"), "-nocerts"]), Err(vec![Fault::NoCertificate]));
}

/// What is done to the field of a copy, and with what it has to be refused.
const FIELDS: [(&str, super::mutants::Change, &str); 7] = [
    ("hidden", |pdf| field(pdf, |own| own.set("F", 2)), "6.3.2"),
    ("painted", |pdf| field(pdf, painted), "6.3.3"),
    ("shown", |pdf| field(pdf, |own| own.set("Rect", place([9, 9, 9, 9]))), "6.3.3"),
    ("acting", |pdf| field(pdf, |own| own.set("AA", lopdf::Dictionary::new())), "6.4.1"),
    ("nameless", |pdf| field(pdf, |own| drop(own.remove(b"TU"))), "28-005"),
    ("loose", |pdf| field(pdf, |own| own.set("StructParent", 9_999)), "28-010"),
    ("of-no-form", |pdf| super::mutants::each(pdf, "S", "Form", |own| own.set("S", "Span")), "28-010"),
];

/// It takes room and says not what it looks like.
fn painted(own: &mut lopdf::Dictionary) {
    drop(own.remove(b"AP"));
    own.set("Rect", place([-90, -90, -1, -1]));
}

fn place(sides: [i64; 4]) -> Vec<Object> {
    sides.map(Object::Integer).to_vec()
}

fn field(pdf: &mut Document, change: fn(&mut lopdf::Dictionary)) {
    super::mutants::each(pdf, "Subtype", "Widget", change);
}

#[test]
fn a_field_that_is_otherwise_is_refused() {
    let (_, copy, _) = &COPIES[0];
    for (name, change, wanted) in FIELDS {
        let mut pdf = Document::load_mem(&copy.bytes).unwrap();
        change(&mut pdf);
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        let (found, _) = sound::faults(&bytes);
        assert!(found.iter().any(|fault| fault.starts_with(wanted)), "{name}: {found:?}");
        let _ = keep(&format!("field-{name}"), &Rendered { bytes, ..copy.clone() });
    }
}
