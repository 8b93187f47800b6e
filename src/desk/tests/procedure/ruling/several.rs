//! A neighbour's objection beside the applicant's own, and beside another neighbour's: all open at once, each settled by itself.

use super::*;

fn by(name: Option<&str>) -> Command {
    let (received_on, text, by) = (day("2026-11-24"), String::new(), name.map(str::to_owned));
    let (remedy, court, against) = (Remedy::Objection, None, None);
    proceed(Proceed::Object(Objection { remedy, received_on, text, by, court, against }))
}

fn of(case: &Case, name: Option<&str>, wanted: Conclude) -> Command {
    let filed = case.open_objections().find(|filed| filed.objection.is_of(name)).expect("open").event;
    conclude(Conclude { filed: Some(filed), ..wanted })
}

fn by_hand() -> Rule {
    let elsewhere = Elsewhere { by: "Stadt Gescher".into(), on: day("2026-11-24"), has_notice: true };
    Rule { elsewhere: Some(elsewhere), ..Rule::default() }
}

fn open(case: &Case) -> Vec<Option<&str>> {
    case.open_objections().map(|filed| filed.objection.by.as_deref()).collect()
}

/// Whoever filed it tells them apart: the same person has one alone, and what settles one without saying which is refused with the names.
#[test]
fn objections_of_several_are_open_at_once_and_each_ends_by_itself() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(by(Some("Nora Nachbar"))).expect("a neighbour");
    act(by(Some("Omar Nachbar"))).expect("another one");
    for same in [None, Some(" nora  NACHBAR ")] {
        assert_eq!(
            ids(act(by(same)).expect_err("twice")),
            [problem("objector", "objection-open")],
            "{same:?}"
        );
    }
    let back = Conclude { how: Settled::TakenBack, reason: "Brief".into(), ..Conclude::default() };
    let refused = act(conclude(back.clone())).expect_err("whose?").problems();
    assert_eq!((refused[0].field.as_str(), refused[0].id.as_str()), ("objector", "settled-whose"));
    assert_eq!(
        (&refused[0].args["who"][..], &refused[0].args["names"][..]),
        ("both", "Nora Nachbar, Omar Nachbar")
    );
    let before = case_of(&office, case);
    let letter = of(&before, Some("Nora Nachbar"), concludes(Settled::Rejected, Rule::default()));
    assert_eq!(ids(act(letter).expect_err("to whom?")), [problem("", "ruling-of-another")]);
    act(of(&before, None, concludes(Settled::Rejected, Rule::default())))
        .expect("their own, with its letter");
    let own = case_of(&office, case);
    assert_eq!(own.papers.len(), before.papers.len() + 1);
    assert_eq!(open(&own), [Some("Nora Nachbar"), Some("Omar Nachbar")]);
    act(told(Way::Hand, "2026-11-24")).expect("served");
    act(of(&own, Some("Nora Nachbar"), concludes(Settled::Rejected, by_hand()))).expect("by hand");
    let later = later(&office, chrono::Duration::days(90));
    let stands = || {
        let sheet = later.sheet(&office.clerk, case).expect("the case");
        let ruled = sheet.case.rulings()[0].event;
        let act = sheet.case.as_act(ruled).expect("it stands");
        let notified = sheet.case.notified_of(ruled).expect("served");
        sheet.case.challenged(act, &sheet.assessment.procedure.until(notified, act).expect("a day"))
    };
    assert_eq!(stands(), Challenged::Open, "one of them is still open");
    let last = case_of(&office, case);
    act(of(&last, Some("Omar Nachbar"), back)).expect("taken back");
    assert_eq!(stands(), Challenged::No);
    let last = case_of(&office, case);
    assert_eq!((last.papers.len(), last.rulings().len(), last.all_open().count()), (own.papers.len(), 2, 0));
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// A mistake about one objection is taken back although another was settled after it.
#[test]
fn what_became_of_each_is_taken_back_by_itself() {
    let office = office();
    let case = objected(&office, "hundesteuer-anmeldung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(by(Some("Nora Nachbar"))).expect("a neighbour");
    let all = case_of(&office, case);
    act(of(&all, Some("Nora Nachbar"), concludes(Settled::Remedied, by_hand()))).expect("lifted");
    let lifted = case_of(&office, case);
    assert!(lifted.decisions.is_empty());
    let nothing = of(&lifted, None, concludes(Settled::Rejected, Rule::default()));
    assert_eq!(ids(act(nothing).expect_err("of what?")), [problem("how", "ruling-nothing")]);
    let back = Conclude { how: Settled::TakenBack, reason: "Brief".into(), ..Conclude::default() };
    act(of(&lifted, None, back)).expect("taken back");
    let entries: Vec<_> =
        case_of(&office, case).objections().iter().filter_map(|filed| filed.settled_by).collect();
    let undo =
        |settlement| proceed(Proceed::Undo { settlement, reason: "Falsch".to_owned(), in_house: false });
    act(undo(entries[1])).expect("the neighbour's, entered first");
    let again = case_of(&office, case);
    assert_eq!((open(&again), again.decisions.len()), (vec![Some("Nora Nachbar")], 1), "the tax holds again");
    act(undo(entries[0])).expect("and their own");
    assert_eq!(open(&case_of(&office, case)), [None, Some("Nora Nachbar")]);
}
