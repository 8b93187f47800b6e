//! A neighbour objects to a licence (Drittwiderspruch): what is said of its time, and that no letter about it is written here.

use super::*;

fn by(remedy: Remedy, on: &str, name: &str, court: Option<AtCourt>) -> Command {
    let (received_on, text, by) = (day(on), "Zu laut".to_owned(), Some(name.to_owned()));
    proceed(Proceed::Object(Objection { remedy, received_on, text, by, court, against: None }))
}

/// A licence that was handed over on 24 November 2026; the desk half a year later.
fn licence(office: &Office) -> (CaseId, Desk) {
    with_court(office);
    let mut intake = example(office, "gestattung");
    intake.documents = ["ausweis".to_owned(), "lageplan".to_owned()].into();
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let decide =
        Command::Decide { outcome: Outcome::Granted, reasons: String::new(), conditions: Vec::new() };
    office.desk.act_all(&office.clerk, case, vec![decide, told(Way::Hand, "2026-11-24")]).expect("told");
    (case, later(office, chrono::Duration::days(180)))
}

/// Long after the applicant's month it is entered, not called late, decided elsewhere, and told to nobody from here.
#[test]
fn what_a_neighbour_objected_is_decided_by_hand_and_its_result_entered() {
    let office = office();
    let (case, last) = licence(&office);
    let act = |command| last.act(&office.clerk, case, command);
    let found = || last.search(&office.clerk, "Nachbar", 9).expect("searched").len();
    assert_eq!(found(), 0);
    act(by(Remedy::Objection, "2027-05-03", " Nora Nachbar ", None)).expect("entered");
    assert_eq!(found(), 1, "the case is found by who objects");
    let sheet = last.sheet(&office.clerk, case).expect("the case");
    let filed = sheet.case.open_of(Remedy::Objection).expect("open");
    assert_eq!(filed.objection.by.as_deref(), Some("Nora Nachbar"));
    let against = sheet.case.objected(filed).expect("the licence");
    assert_eq!(filed.objection.in_time(&until(&sheet)), None, "nobody here can say");
    assert_eq!(sheet.case.challenged(against, &until(&sheet)), Challenged::Open);
    for how in [Settled::Rejected, Settled::Remedied] {
        let refused = act(conclude(concludes(how, Rule::default()))).expect_err("to whom?");
        assert_eq!(ids(refused), [problem("", "ruling-of-another")]);
    }
    let papers = case_of(&office, case).papers.len();
    let elsewhere = Elsewhere { by: "Stadt Gescher".into(), on: day("2027-05-10"), has_notice: true };
    let rule = Rule { elsewhere: Some(elsewhere), ..Rule::default() };
    act(conclude(concludes(Settled::Rejected, rule))).expect("entered");
    let told = case_of(&office, case);
    assert_eq!((told.papers.len(), told.all_open().count(), told.decisions.len()), (papers, 0, 1));
    assert!(last.verify().expect("verified").is_clean());
}

/// The calendar keeps the applicant's own day, whoever else objects; a name that is none is nobody.
#[test]
fn the_applicants_own_period_runs_on() {
    let office = office();
    let (case, _) = licence(&office);
    let days = || {
        let days = office.desk.days_of_case(&office.clerk, case).expect("days").into_iter();
        days.filter(|day| day.day.kind == DayKind::Remedy).count()
    };
    assert_eq!(days(), 1);
    let act = |command| office.desk.act(&office.clerk, case, command);
    act(by(Remedy::Objection, "2026-11-24", "Nora Nachbar", None)).expect("entered");
    assert_eq!(days(), 1, "it is not theirs");
    let taken_back = Conclude { how: Settled::TakenBack, reason: "Brief".into(), ..Conclude::default() };
    act(conclude(taken_back)).expect("taken back");
    act(by(Remedy::Objection, "2026-11-24", "  ", None)).expect("their own");
    let own = case_of(&office, case);
    assert_eq!(own.open_of(Remedy::Objection).and_then(|filed| filed.objection.by.clone()), None);
    assert_eq!(days(), 0);
}

/// Whoever sues is named once: of somebody else's action it is them.
#[test]
fn an_action_of_somebody_else_is_theirs() {
    let office = office();
    let (case, last) = licence(&office);
    let court = AtCourt { file_number: "1 K 1/27".to_owned(), ..AtCourt::default() };
    let sues = by(Remedy::Action, "2027-05-03", "Nora Nachbar", Some(court));
    last.act(&office.clerk, case, sues).expect("entered");
    let told = case_of(&office, case);
    let filed = &told.open_of(Remedy::Action).expect("open").objection;
    assert_eq!(filed.court.as_ref().map(|court| court.by.as_str()), Some("Nora Nachbar"));
}

/// What counts as granted is challenged by somebody else, whoever was entered: no letter about it is written here either.
#[test]
fn what_counts_as_granted_is_decided_about_by_hand() {
    let office = office();
    with_court(&office);
    let mut intake = example(&office, "gestattung");
    intake.documents = ["ausweis".to_owned(), "lageplan".to_owned()].into();
    let case = office.desk.file_case(&office.clerk, &intake).expect("filed").case;
    let over = later(&office, chrono::Duration::days(93));
    let act = |command| over.act(&office.clerk, case, command);
    act(proceed(Proceed::Deem)).expect("entered");
    act(object(Remedy::Objection, "2027-02-25", "")).expect("objected");
    let refused = act(conclude(concludes(Settled::Rejected, Rule::default()))).expect_err("to whom?");
    assert_eq!(ids(refused), [problem("", "ruling-of-another")]);
}
