//! What is right in part, about an objection or at court: what becomes of the decision, its fee and its tax.

use super::*;

/// A licence for a feast with a fee of 50 euros: right in part, with counsel; the fee is lowered, the costs are shared, and the rest stands.
#[test]
fn what_is_right_in_part_changes_decision_and_fee() {
    let office = office();
    let case = objected(&office, "gestattung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let all = [
        problem("part", "settled-part-missing"),
        problem("town_bears", "ruling-share-missing"),
        problem("fees", "ruling-fees-say"),
    ];
    assert_eq!(wrong(concludes(Settled::RemediedInPart, Rule::default())), all);
    let rule = || Rule { town_bears: Some(60), counsel: Some(true), ..Rule::default() };
    let part = "Die Gebühr beträgt 20 Euro".to_owned();
    let wanted = |lowered: i64| Conclude {
        part: part.clone(),
        lowered: Some(Cents(lowered)),
        ..concludes(Settled::RemediedInPart, rule())
    };
    assert_eq!(wrong(wanted(5000)), [problem("lowered", "ruling-lowered-wrong")]);
    act(conclude(wanted(2000))).expect("in part");
    let said = letter(&office, case, "widerspruchsbescheid");
    says(
        &said,
        &[
            "Wir ändern unseren Bescheid vom 24.11.2026 teilweise: Die Gebühr beträgt 20 Euro.",
            "Statt 50,00 € verlangen wir 20,00 €",
            "Im Übrigen weisen wir Ihren Widerspruch zurück.",
            "tragen wir 60 Prozent und Sie 40 Prozent",
            "hinzugezogen haben (§ 80 Abs. 2 VwVfG NRW)",
            "in dem Umfang, in dem wir die Kosten tragen (§ 80 Abs. 1 VwVfG NRW)",
        ],
    );
    let told = case_of(&office, case);
    assert_eq!((told.owes(), told.decisions.len()), (Cents(2000), 1));
    assert!(told.form_of(told.decisions[0].event).is_some());
    let permit = told.papers.iter().find(|paper| paper.issued.kind == "gestattung").expect("the permit");
    assert!(permit.void.is_none(), "the permit holds in its new form");
    // What is lost is written again word for word.
    let paper = told.papers.iter().find(|paper| paper.issued.kind == "widerspruchsbescheid").expect("it");
    let fetched = office.desk.issue(&office.clerk, case, "widerspruchsbescheid").expect("the same");
    assert_eq!(fetched, paper.issued.paper);
    assert!(office.desk.verify().expect("verified").is_clean());
}

/// What a court lifts in part is said with what becomes of the fee; paid money goes back over the till first.
#[test]
fn what_a_court_lifts_in_part_is_said() {
    let office = office();
    with_court(&office);
    let case = filed(&office);
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    let all = vec![decide, told(Way::Hand, "2026-11-24"), object(Remedy::Action, "2026-11-24", "1 K 1/26")];
    office.desk.act_all(&office.clerk, case, all).expect("sued");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let cash = Settlement::Cash { given: Cents(5000) };
    let receipt = office.desk.settle(&office.clerk, case, &cash).expect("paid").expect("a receipt");
    let part = "Die Gebühr wird aufgehoben.".to_owned();
    let (how, reason, fees) = (Settled::UpheldInPart, "Urteil".to_owned(), Some(Fate::Dropped));
    let wanted = Conclude { how, reason, part, fees, ..Conclude::default() };
    assert_eq!(ids(act(conclude(wanted.clone())).expect_err("paid")), [problem("fees", "ruling-fees-paid")]);
    let all = Group::ALL.into();
    office.desk.grant(&office.admin, office.clerk.user, Role::Cashier, all).expect("granted");
    let _ = office.desk.cancel_receipt(&office.clerk, &receipt, "Urteil").expect("cancelled");
    act(conclude(wanted)).expect("in part");
    let told = case_of(&office, case);
    assert_eq!((told.owes(), told.decisions.len(), told.rulings().len()), (Cents::ZERO, 1, 0));
    assert_eq!(told.lifted_in_part(told.decisions[0].event).count(), 1);
}

/// An organiser objects to a condition alone and is right: it falls, the permit holds, nothing is rejected. A share of the costs does not fit.
#[test]
fn what_is_right_about_a_part_alone_leaves_the_permit() {
    let office = office();
    let case = objected(&office, "gestattung");
    let act = |command| office.desk.act(&office.clerk, case, command);
    let wrong = |wanted| ids(act(conclude(wanted)).expect_err("refused"));
    let part = || "Die Nebenbestimmung Nr. 2 entfällt.".to_owned();
    let unfit = Conclude { part: part(), ..concludes(Settled::Rejected, Rule::default()) };
    assert_eq!(wrong(unfit), [problem("part", "settled-part-unfit")]);
    let shared = Rule { town_bears: Some(0), ..Rule::default() };
    assert_eq!(wrong(concludes(Settled::Remedied, shared)), [problem("town_bears", "ruling-share-whole")]);
    let wanted = |fees| Conclude { part: part(), fees, ..concludes(Settled::Remedied, Rule::default()) };
    assert_eq!(wrong(wanted(None)), [problem("fees", "ruling-fees-say")]);
    act(conclude(wanted(Some(Fate::Kept)))).expect("right");
    let said = letter(&office, case, "abhilfebescheid");
    says(&said, &["teilweise: Die Nebenbestimmung Nr. 2 entfällt.", "tragen wir."]);
    assert!(!said.contains("weisen"), "{said}");
    let told = case_of(&office, case);
    assert_eq!((told.decisions.len(), told.owes(), told.was_lifted()), (1, Cents(5000), false));
    let permit = told.papers.iter().find(|paper| paper.issued.kind == "gestattung").expect("the permit");
    assert!(permit.void.is_none());
}

/// The first year of a dog's tax is asked for in one sum: what is less of it is less wherever it stands, and what falls is not asked for.
#[test]
fn what_a_tax_is_after_an_objection_stands_everywhere() {
    for dropped in [false, true] {
        let office = office();
        let case = objected(&office, "hundesteuer-anmeldung");
        let before = case_of(&office, case).owes();
        assert!(before > Cents(100), "in one sum");
        let rule = Rule { town_bears: Some(50), ..Rule::default() };
        let wanted = Conclude {
            part: "Die Steuer beginnt später.".to_owned(),
            fees: dropped.then_some(Fate::Dropped),
            lowered: (!dropped).then_some(Cents(100)),
            ..concludes(Settled::RemediedInPart, rule)
        };
        office.desk.act(&office.clerk, case, conclude(wanted)).expect("in part");
        let said = letter(&office, case, "widerspruchsbescheid");
        assert_eq!(said.contains("müssen Sie die Abgabe zunächst zahlen"), !dropped, "{said}");
        // A whole year stays what it is: the letter says of which one it speaks.
        assert_eq!(said.contains("Für 2026 verlangen wir statt"), !dropped, "{said}");
        let told = case_of(&office, case);
        assert_eq!(told.owes(), if dropped { Cents::ZERO } else { Cents(100) });
        let first = told.levied().next().and_then(|levied| levied.first.as_ref()).map(|first| first.cents);
        assert_eq!(first, (!dropped).then_some(Cents(100)));
    }
}
