//! The work list on paper: what the screen shows, for whom, narrowed how; nothing that its reader may not read.

use super::*;
use crate::desk::work_list::Listing;

fn text(bytes: &[u8]) -> String {
    let lines = crate::paper::aloud::lines(&crate::paper::aloud::open(bytes).expect("opened").pdf);
    lines.join(" ").replace(['\u{202f}', '\u{ad}'], " ")
}

fn listing(filter: Filter) -> Listing {
    Listing { sort: Sort::by_itself(filter.view), filter }
}

#[test]
fn a_list_says_which_it_is_of_when_and_for_whom_and_nothing_hidden() {
    let office = office();
    let trade = office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed");
    let dog =
        office.desk.file_case(&office.clerk, &example(&office, "hundesteuer-anmeldung")).expect("filed");
    let number = |case| office.desk.sheet(&office.clerk, case).expect("the case").case.opened.number.clone();
    let (trade, dog) = (number(trade.case), number(dog.case));
    let open = listing(Filter { view: View::Open, ..Filter::default() });
    let said = text(&office.desk.work_list(&office.clerk, &open).expect("a paper"));
    for part in
        [trade.as_str(), &dog, "Offene Vorgänge", "24.11.2026, 10:00 Uhr", "Ada Terhürne", "Vorgänge 2"]
    {
        assert!(said.contains(part), "{part} is not in: {said}");
    }

    // Without the tax office neither the case nor its name is there (§ 30 AO).
    let user = office.desk.add_user(&office.admin, "gewerbe", "Bo Ostendarp", "1122").expect("added");
    office.desk.grant(&office.admin, user, Role::Clerk, [Group::Trade].into()).expect("granted");
    let other = office.desk.sign_in("gewerbe", "1122").expect("signed in");
    let said = text(&office.desk.work_list(&other, &open).expect("a paper"));
    assert!(said.contains(&trade) && !said.contains(&dog) && !said.contains("Hund"), "{said}");

    // Narrowed: the head says by what.
    let filter = Filter {
        view: View::All,
        service: Some("hundesteuer-anmeldung".to_owned()),
        text: Some(format!(" {dog} ")),
    };
    let said = text(&office.desk.work_list(&office.clerk, &listing(filter)).expect("a paper"));
    assert!(said.contains(&format!("„{dog}“")) && said.contains("Alle Vorgänge"), "{said}");
    assert!(!said.contains(&trade) && said.contains("Eingang, absteigend"), "{said}");
    let nothing = Filter { view: View::Conflicts, ..Filter::default() };
    let said = text(&office.desk.work_list(&office.clerk, &listing(nothing)).expect("a paper"));
    assert!(said.contains("steht kein Vorgang"), "{said}");
}
