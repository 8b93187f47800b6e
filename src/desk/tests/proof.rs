//! Files that somebody brings: which are papers of this office, and which only say so.

use super::*;
use crate::desk::proof::{Differs, Found, Proof};
use crate::paper::aloud::tests::saved_anew;
use duplicate::{later, paper};

fn prove(office: &Office, session: &Session, name: &str, bytes: &[u8]) -> Result<Proof, DeskError> {
    let path = office.dir.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    office.desk.prove(session, &path)
}

fn says(proof: &Proof) -> Vec<String> {
    proof.says().into_iter().map(|problem| problem.id).collect()
}

#[test]
fn a_file_is_the_paper_that_was_issued_or_says_what_it_claims() {
    let mut office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let row = paper(&office, &office.clerk, filed.case, "empfangsbescheinigung");
    let bytes = office.desk.paper_bytes(&office.clerk, row.id).expect("bytes");
    let proof = prove(&office, &office.clerk, "a.pdf", &bytes).expect("read");
    let Found::Issued(issued) = &proof.found else { panic!("{proof:?}") };
    assert_eq!((issued.row.id, issued.by.as_str(), issued.stands()), (row.id, "Ada Terhürne", true));
    assert_eq!(says(&proof), ["proof-issued", "proof-stands"]);

    let cases = [
        ("added.pdf", [&bytes[..], b"\n% a note"].concat(), "proof-added"),
        ("anew.pdf", saved_anew(&bytes, None), "proof-bytes"),
    ];
    for (name, bytes, wanted) in cases {
        let proof = prove(&office, &office.clerk, name, &bytes).expect("read");
        assert_eq!(says(&proof), ["proof-claims", wanted], "{name}");
        assert_eq!(proof.found.case(), Some(filed.case));
        assert!(!proof.found.is_issued());
    }
    // What a font's table says is what one copies: another letter there, and the paper says something else.
    let forged = saved_anew(&bytes, Some(("0047", "0042")));
    let proof = prove(&office, &office.clerk, "forged.pdf", &forged).expect("read");
    let Found::Claims(claim) = &proof.found else { panic!("{proof:?}") };
    let Some((_, Differs::Words(file, paper_says))) = &claim.like else { panic!("{claim:?}") };
    assert!(!file.is_empty() && !paper_says.is_empty(), "{claim:?}");

    let other = later(&mut office, filed.case);
    let settlement = Settlement::Cash { given: Cents(5000) };
    let again = office.desk.duplicate(&other, filed.case, row.id, &settlement).expect("issued");
    let copy = office.desk.paper_bytes(&other, again.paper).expect("bytes");
    let proof = prove(&office, &other, "copy.pdf", &copy).expect("read");
    assert_eq!(says(&proof), ["proof-issued", "proof-repeats", "proof-stands"]);
}

#[test]
fn whoever_may_not_read_the_case_hears_that_the_bytes_are_ours_and_no_more() {
    let office = office();
    let filed =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    let row = office.desk.papers_of(&office.clerk, filed.case).expect("papers").remove(0);
    let bytes = office.desk.paper_bytes(&office.clerk, row.id).expect("bytes");
    let user = office.desk.add_user(&office.admin, "front", "Bo Ostendarp", "1122").expect("added");
    office.desk.grant(&office.admin, user, Role::Counter, [Group::General].into()).expect("granted");
    let front = office.desk.sign_in("front", "1122").expect("signed in");
    let proof = prove(&office, &front, "tax.pdf", &bytes).expect("read");
    assert_eq!((&proof.found, proof.found.case()), (&Found::IssuedHidden, None));
    let changed = prove(&office, &front, "changed.pdf", &saved_anew(&bytes, None)).expect("read");
    assert_eq!(changed.found, Found::Foreign, "as if there were no such case");
    let known = prove(&office, &office.clerk, "changed.pdf", &saved_anew(&bytes, None)).expect("read");
    assert_eq!(known.found.case(), Some(filed.case));
}

#[test]
fn what_cannot_be_verified_is_refused_in_words() {
    let office = office();
    let refused = |name: &str, bytes: &[u8]| {
        prove(&office, &office.clerk, name, bytes).expect_err("refused").problems().remove(0)
    };
    assert_eq!(refused("a.txt", b"Guten Tag").id, "proof-no-pdf");
    assert_eq!(refused("b.pdf", b"%PDF-1.7 broken").id, "proof-broken");
    assert_eq!(refused("c.pdf", b"%PDF-1.7 /Encrypt").id, "proof-encrypted");
    assert!(refused("d.pdf", b"%PDF-1.7 broken").field.ends_with("d.pdf"));
    let picture = include_bytes!("../../../assets/demo/wappen.png");
    let proof = prove(&office, &office.clerk, "scan.png", picture).expect("read");
    assert_eq!(says(&proof), ["proof-picture"]);
    let large = office.dir.path().join("large.pdf");
    std::fs::File::create(&large).and_then(|file| file.set_len(500 << 20)).expect("grown");
    let told = office.desk.prove(&office.clerk, &large).expect_err("refused").problems().remove(0);
    assert_eq!(told.id, "proof-too-large");
}
