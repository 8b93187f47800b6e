//! Why a case was found: by what is not seen in the list of hits.

use super::*;
use crate::desk::found::Why;

#[test]
fn a_hit_says_which_answer_holds_what_was_typed() {
    let office = office();
    let mut intake = example(&office, "hundesteuer-anmeldung");
    intake.participants[0].party = Party::New([("family".to_owned(), "Ößmann".to_owned())].into());
    let filed = office.desk.file_case(&office.clerk, &intake).expect("filed");
    let sheet = office.desk.sheet(&office.clerk, filed.case).expect("the case");
    let code = sheet.case.opened.status_code.clone();
    let why = |typed: &str| {
        let hits = office.desk.search(&office.clerk, typed, 12).expect("found");
        let at = hits.iter().position(|hit| hit.kind == crate::desk::look::HitKind::Case).expect("the case");
        office.desk.why_found(&office.clerk, typed, &hits, "de").expect("looked at").remove(at)
    };
    assert_eq!(why("ossm"), None, "the name is seen");
    assert_eq!(why("flock"), Some(Why::Answer("Rufname des Hundes".to_owned(), "Flocke".to_owned())));
    assert_eq!(
        why("ossm labrador"),
        Some(Why::Answer("Rasse oder Kreuzung".to_owned(), "Labrador-Mischling".to_owned()))
    );
    assert_eq!(why(&code), Some(Why::StatusCode(code.clone())));
}
