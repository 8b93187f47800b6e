//! Who acts for the applicant, and what is noted of their identity.

use super::*;
use crate::domain::case::REPRESENTATIVE;
use crate::domain::id::PersonId;

/// Somebody who is known.
fn somebody(office: &Office) -> PersonId {
    let known = [("kind", "natural"), ("family", "Ostendarp"), ("given", "Bo")];
    let known = known.map(|(field, value)| (field.to_owned(), value.to_owned())).into();
    office.desk.save_person(&office.clerk, None, &known).expect("entered")
}

/// Filed in person, it is not continued by somebody whom the service does not let appear.
#[test]
fn nobody_is_appointed_where_the_person_acts_themselves() {
    let office = office();
    let acts = somebody(&office);
    for (slug, may) in
        [("fuehrungszeugnis", false), ("lebensbescheinigung", false), ("gewerbe-anmeldung", true)]
    {
        let mut intake = example(&office, slug);
        intake.settlement = Settlement::Later;
        let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
        let appointed = office.desk.appoint(&office.clerk, case, acts);
        if may {
            appointed.expect("appointed");
        } else {
            assert_eq!(refused(appointed), ["proxy-not-allowed"], "{slug}");
        }
        let case = office.desk.sheet(&office.clerk, case).expect("the case").case;
        assert_eq!(case.representatives().len(), usize::from(may), "{slug}");
    }
}

#[test]
fn of_an_identity_paper_its_kind_is_noted_with_whoever_showed_it() {
    let office = office();
    let mut intake = example(&office, "gewerbe-anmeldung");
    intake.participants[0].seen = Some("L01X00T47".to_owned());
    assert_eq!(refused(office.desk.file_case(&office.clerk, &intake)), ["identity-unknown"]);
    intake.participants[0].seen = Some("reisepass".to_owned());
    intake.participants[0].appears_as = AppearsAs::InWriting;
    assert_eq!(refused(office.desk.file_case(&office.clerk, &intake)), ["identity-nobody-there"]);
    intake.participants[0].appears_as = AppearsAs::Proxy;
    assert_eq!(refused(office.desk.file_case(&office.clerk, &intake)), ["proxy-unnamed"]);
    intake.participants.push(Participant {
        party: Party::Known(somebody(&office)),
        part: REPRESENTATIVE.to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: None,
        certain: true,
    });
    let applicant = std::mem::replace(&mut intake.participants[0].party, Party::Known(somebody(&office)));
    intake.participants[1].party = intake.participants[0].party.clone();
    assert_eq!(refused(office.desk.file_case(&office.clerk, &intake)), ["proxy-is-applicant"]);
    intake.participants[0].party = applicant;
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let case = office.desk.sheet(&office.clerk, case).expect("the case").case;
    let seen: Vec<_> =
        case.persons.values().map(|linked| (linked.part.as_str(), linked.seen.as_deref())).collect();
    assert_eq!(seen, [("applicant", None), ("representative", Some("reisepass"))]);
}

fn refused<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Vec<String> {
    result.expect_err("refused").problems().into_iter().map(|problem| problem.id).collect()
}
