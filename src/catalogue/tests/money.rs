//! Fees and the values of the town that they rest on.

use super::*;

#[test]
fn dog_tax_is_set_by_decision_from_the_towns_values() {
    let tax = |changes| {
        let answers = with("hundesteuer-anmeldung", changes);
        let assessment = assess("hundesteuer-anmeldung", &answers, AppearsAs::InPerson, &[]);
        assert_eq!((errors(&assessment), assessment.total()), (vec![], Cents::ZERO));
        let warned = assessment.problems.iter().any(|problem| problem.id == "hundesteuer-gefaehrlich");
        (assessment.levies[0].cents.0, assessment.levies[0].confirmed, warned)
    };
    assert_eq!(tax(json!({})), (4800, true, false));
    assert_eq!(tax(json!({ "rasse": "Staffordshire-Bullterrier-Mix" })), (48_000, true, true));
    assert_eq!(
        tax(json!({ "rasse": "Bullterrier", "einstufung": "nicht_gefaehrlich" })),
        (4800, true, false)
    );
    assert_eq!(
        tax(json!({ "anzahl": 2 })),
        (0, false, false),
        "the town has not said what a second dog costs"
    );
}
