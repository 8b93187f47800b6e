//! What two desks entered differently about somebody: which papers are out already, and why which version stands.

use super::*;
use crate::desk::intake::Settlement;
use crate::domain::money::Cents;
use crate::domain::user::{Group, Role};
use serde_json::json;

/// Somebody with a case, whose street two desks changed; the first has heard the other.
fn disagree() -> ([Office; 2], CaseId, PersonId) {
    disagree_about(0)
}

/// The same about somebody who has so many cases more.
fn disagree_about(more: usize) -> ([Office; 2], CaseId, PersonId) {
    let [first, second] = [1, 2].map(|seed| Office::new(TOWN, "Stadt Gescher", seed));
    let applicant = |case| first.case(case).persons.values().next().expect("somebody").person;
    let case = first.files("gewerbe-anmeldung");
    let person = applicant(case);
    for _ in 0..more {
        let own = applicant(first.files("gewerbe-anmeldung"));
        let _ = first.desk.merge_persons(&first.clerk, person, own, &BTreeMap::new()).expect("one");
    }
    hears(&second, &first);
    for (office, street) in [(&first, "Lindenallee"), (&second, "Ahornweg")] {
        let mut known = office.desk.person(&office.clerk, person).expect("known").fields;
        let _ = known.insert("street".to_owned(), street.to_owned());
        let _ = office.desk.save_person(&office.clerk, Some(person), &known).expect("changed");
    }
    hears(&first, &second);
    ([first, second], case, person)
}

fn titles(office: &Office, session: &Session) -> Vec<String> {
    let found = conflict(office, session, "street");
    assert!(matches!(found.about, About::Person(_)));
    found.papers.named.into_iter().map(|paper| paper.title).collect()
}

#[test]
fn papers_of_the_cases_in_which_somebody_stands_are_named_and_no_void_one() {
    let ([office, _], case, _) = disagree();
    let (desk, clerk) = (&office.desk, &office.clerk);
    let before = titles(&office, clerk);
    assert!(before.iter().any(|title| title.contains("GewA 1")), "{before:?}");
    assert_eq!(conflict(&office, clerk, "street").papers.named[0].number, office.case(case).opened.number);

    let cash = Settlement::Cash { given: Cents(5000) };
    let receipt = desk.settle(clerk, case, &cash).expect("paid").expect("a receipt");
    assert!(titles(&office, clerk).iter().any(|title| title.contains("Quittung")));
    let admin = desk.sign_in("admin", "2468").expect("signed in");
    desk.grant(&admin, clerk.user, Role::Cashier, Group::ALL.into()).expect("granted");
    let cancel = Command::CancelReceipt { receipt, reason: "falscher Betrag".to_owned() };
    desk.act(clerk, case, cancel).expect("cancelled");
    let wanted = Wanted {
        answers: [("geburtsdatum".to_owned(), json!("13.04.1987"))].into(),
        reason: "Tippfehler".to_owned(),
        own_mistake: Some(true),
        ..Wanted::default()
    };
    let _ = desk.correct(clerk, case, &wanted, "de").expect("corrected");
    let after = titles(&office, clerk);
    assert!(!after.contains(&"Quittung".to_owned()), "its receipt was cancelled: {after:?}");
    assert!(after.iter().any(|title| title.starts_with("Storno")), "that says so: {after:?}");
    let trade: Vec<_> = after.iter().filter(|title| title.contains("GewA 1")).collect();
    assert_eq!(trade, ["Gewerbe-Anmeldung (GewA 1), Berichtigung"], "what was replaced counts no more");
    assert_eq!(titles(&office, &admin), [""; 0], "of cases that may not be read nothing is told");
}

/// Cases are read in pages (of two, here): whose are many is told of the oldest, too, and that there is more only where there is.
#[test]
fn papers_of_every_case_of_somebody_are_named_however_many_they_have() {
    let ([office, _], case, _) = disagree_about(2);
    let papers = conflict(&office, &office.clerk, "street").papers;
    let named: BTreeSet<CaseId> = papers.named.iter().map(|paper| paper.case).collect();
    assert!(named.contains(&case), "the oldest of them, too");
    assert_eq!((named.len(), papers.more), (3, false), "{papers:?}");
}

#[test]
fn why_a_version_of_somebody_stands_is_kept_and_told_at_both_desks() {
    let ([office, other], _, person) = disagree();
    let found = conflict(&office, &office.clerk, "street");
    let choice = [("street".to_owned(), found.choice(json!("Ahornweg")))].into();
    let decide = |reason| office.desk.resolve(&office.clerk, About::Person(person), &choice, reason);
    assert_eq!(decide(" ").expect_err("no reason").problems()[0].id, "text-missing");
    decide(" Ausweis gesehen ").expect("decided");
    hears(&other, &office);
    for office in [&office, &other] {
        let decided = office.desk.decided(About::Person(person), "de").expect("read");
        let told: Vec<_> = decided
            .iter()
            .map(|one| (one.field.as_str(), one.version.shown.as_str(), one.reason.as_str()))
            .collect();
        assert_eq!(told, [("street", "Ahornweg", "Ausweis gesehen")]);
        assert_eq!(decided[0].version.origin.by, "Ada Terhürne");
    }
}

#[test]
fn a_version_that_came_since_somebody_looked_is_not_overruled_unseen() {
    let ([office, other], _, person) = disagree();
    let seen = conflict(&office, &office.clerk, "street");
    let mut known = other.desk.person(&other.clerk, person).expect("known").fields;
    let _ = known.insert("street".to_owned(), "Am Mühlenbach".to_owned());
    let _ = other.desk.save_person(&other.clerk, Some(person), &known).expect("changed");
    hears(&office, &other);
    let decide = |seen: &Conflict| {
        let choice = [("street".to_owned(), seen.choice(json!("Lindenallee")))].into();
        office.desk.resolve(&office.clerk, About::Person(person), &choice, "Ausweis gesehen")
    };
    let refused = decide(&seen).expect_err("another version is there").problems();
    assert_eq!((refused[0].id.as_str(), refused[0].field.as_str()), ("conflict-changed", "street"));
    let now = conflict(&office, &office.clerk, "street");
    assert!(shown(&now).contains(&"Am Mühlenbach"), "{now:?}");
    let marks = |conflict: &Conflict| -> Vec<String> {
        conflict.versions.iter().map(|version| conflict.mark(version)).collect()
    };
    let (before, after) = (marks(&seen), marks(&now));
    assert!(before.iter().all(|mark| now.marked(mark).is_none()), "of {before:?} none is left in {after:?}");
    assert!(now.versions.iter().all(|one| now.marked(&now.mark(one)) == Some(one)), "{after:?}");
    decide(&now).expect("decided");
}
