//! Files that somebody brings: which are papers of this office, and which only say so.

use super::*;
use crate::desk::proof::{Differs, Found, Proof};
use crate::paper::aloud::tests::saved_anew;
use duplicate::{later, paper};

fn prove(office: &Office, session: &Session, name: &str, bytes: &[u8]) -> Result<Proof, DeskError> {
    let path = office.dir.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    office.desk.prove(session, &path, false)
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
    assert!(proof.found.is_issued() && !proof.found.stands(), "whether it stands is not known here");
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
    let told = office.desk.prove(&office.clerk, &large, false).expect_err("refused").problems().remove(0);
    assert_eq!(told.id, "proof-too-large");
}

#[test]
fn what_a_receiving_body_got_is_known_and_a_newer_one_named() {
    use crate::desk::bodies::{NoticeStep, Wanted};
    let office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let wanted = Wanted { bodies: vec!["finanzamt".to_owned()], reason: String::new() };
    let written =
        office.desk.write_notices(&office.clerk, filed.case, &wanted, office.dir.path()).expect("written");
    let name = format!("{}_finanzamt.pdf", filed.number);
    let bytes = std::fs::read(written.folder.join("finanzamt").join(name)).expect("the form");
    let proof = prove(&office, &office.clerk, "paket.pdf", &bytes).expect("read");
    assert_eq!(says(&proof), ["proof-package", "proof-package-waits"]);
    assert!(proof.found.is_issued() && proof.found.stands());
    let sent = |step| office.desk.note_notices(&office.clerk, filed.case, &[], step, None, "");
    let _ = sent(NoticeStep::Sent).expect("noted");
    // Corrected since, it is still what the body has, and a newer one is named once it is made.
    let corrected = crate::desk::correct::Wanted {
        answers: [("geburtsort".to_owned(), serde_json::json!("Trnava"))].into(),
        reason: "verschrieben".to_owned(),
        own_mistake: Some(true),
        ..Default::default()
    };
    let _ = office.desk.correct(&office.clerk, filed.case, &corrected, "de").expect("corrected");
    let proof = prove(&office, &office.clerk, "paket.pdf", &bytes).expect("read");
    assert_eq!(says(&proof), ["proof-package", "proof-package-sent"]);
    let other = prove(&office, &office.clerk, "anders.pdf", &saved_anew(&bytes, None)).expect("read");
    assert!(!other.found.is_issued());
}

#[test]
fn of_somebody_with_a_ban_no_stored_line_is_shown_before_that_is_confirmed() {
    let office = office();
    let filed = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let row = paper(&office, &office.clerk, filed.case, "empfangsbescheinigung");
    let bytes = office.desk.paper_bytes(&office.clerk, row.id).expect("bytes");
    let forged = saved_anew(&bytes, Some(("0047", "0042")));
    let person =
        office.desk.sheet(&office.clerk, filed.case).expect("the case").case.applicant().expect("one");
    let ban = [("blocked".to_owned(), "yes".to_owned()), ("family".to_owned(), "Sperr".to_owned())].into();
    let _ = office.desk.save_person(&office.clerk, Some(person), &ban).expect("saved");
    let proof = prove(&office, &office.clerk, "forged.pdf", &forged).expect("read");
    let told = says(&proof);
    assert!(
        told.contains(&"proof-withheld".to_owned()) && !told.contains(&"proof-only-paper".to_owned()),
        "{told:?}"
    );
    let path = office.dir.path().join("forged.pdf");
    let told = says(&office.desk.prove(&office.clerk, &path, true).expect("read"));
    assert!(
        !told.contains(&"proof-withheld".to_owned()) && told.contains(&"proof-only-paper".to_owned()),
        "{told:?}"
    );
}
