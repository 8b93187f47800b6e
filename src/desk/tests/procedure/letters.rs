//! What letters of the procedure tell about which application and about what it will cost.

use super::*;

fn letter(office: &Office, case: CaseId, kind: &str) -> String {
    let case = case_of(office, case);
    let paper = case.papers.iter().rfind(|paper| paper.issued.kind == kind).expect("issued");
    let bytes = office.desk.paper_bytes(&office.clerk, paper.issued.paper).expect("bytes");
    let opened = crate::paper::aloud::open(&bytes).expect("opened");
    crate::paper::aloud::lines(&opened.pdf).join(" ").replace('\u{202f}', " ")
}

/// 300 visitors: the amount follows from a value of the town.
#[test]
fn what_a_decision_will_cost_is_said_when_it_is_asked_for() {
    let office = office();
    let said = letter(&office, filed(&office), "eingangsbestaetigung");
    assert!(said.contains("Gestattung nach Tarif (AVwGebO NRW)"), "nobody has set it: {said}");
    let set = [("gestattung.mittel".to_owned(), "50".to_owned())].into();
    office.desk.set_town(&office.admin, &set).expect("set");
    let said = letter(&office, filed(&office), "eingangsbestaetigung");
    assert!(
        said.contains("Gestattung 50,00 €") && said.contains("erst, wenn Sie den Bescheid haben"),
        "{said}"
    );
    let free = office
        .desk
        .file_case(&office.clerk, &example(&office, "wohnungsgeberbestaetigung"))
        .expect("filed")
        .case;
    let said = letter(&office, free, "eingangsbestaetigung");
    assert!(!said.contains("setzen wir voraussichtlich fest"), "it costs nothing: {said}");
}

#[test]
fn a_hearing_says_which_of_several_applications_it_is_about() {
    let office = office();
    let case = |occasion: &str| {
        let mut intake = example(&office, "gestattung");
        intake.answers.set("anlass", occasion.into());
        let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
        let reasons = "Dort ist schon ein Fest.".to_owned();
        let intends = Intends { outcome: Outcome::Refused, reasons, due_on: None };
        let _ = office.desk.hear(&office.clerk, case, &intends).expect("heard");
        letter(&office, case, "anhoerung")
    };
    let (summer, winter) = (case("Sommerfest am Teich"), case("Weihnachtsmarkt"));
    assert!(summer.contains("Es geht um: Besonderer Anlass Sommerfest am Teich"), "{summer}");
    assert!(!summer.contains("Weihnachtsmarkt"));
    assert!(winter.contains("Weihnachtsmarkt") && !winter.contains("Sommerfest"));
}
