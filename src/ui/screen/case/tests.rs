//! What the screen of a case asks for.

use super::over::Kind;
use super::*;
use crate::desk::intake::{Participant, Party, Settlement};
use crate::desk::tests::first_start;
use crate::domain::case::{AppearsAs, Outcome as Decision};
use crate::domain::money::Cents;
use crate::domain::town::keys;
use crate::domain::user::Group;
use iced::widget::Id;
use uuid::Uuid;

fn state() -> State {
    let session = Session {
        user: UserId(Uuid::nil()),
        name: "Wes, U.".into(),
        reads: BTreeSet::new(),
        roles: BTreeSet::from([Role::Clerk]),
    };
    State::new(CaseId(Uuid::nil()), &session, NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")).0
}

#[test]
fn a_follow_up_needs_a_day_and_keeps_what_was_typed() {
    let mut state = state();
    let _ = state.update(Message::OverOpened(Kind::FollowUp));
    let _ = state.update(Message::Over(over::Message::TextTyped("Handwerkskarte".into())));
    let _ = state.update(Message::Over(over::Message::DateTyped("morgen".into())));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-date"));
    assert_eq!(state.problems.len(), 1);
    let _ = state.update(Message::Over(over::Message::TextTyped("Handwerkskarte ".into())));
    assert_eq!(state.problems.len(), 1, "the day is wrong still");
    let _ = state.update(Message::Over(over::Message::DateTyped("0112".into())));
    assert!(state.problems.is_empty(), "what is typed mends it at once");
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
    assert_eq!(
        state.update(Message::OverConfirmed),
        Action::FollowUp(state.id, day, "Handwerkskarte".into())
    );
    assert_eq!(state.update(Message::OverConfirmed), Action::None, "once is enough");
}

#[test]
fn the_paper_that_was_chosen_is_issued_whatever_the_list_is_by_then() {
    let mut state = state();
    let _ = state.update(Message::OverOpened(Kind::Issue("quittung".into())));
    let _ = state.update(Message::Over(over::Message::IssueChosen("gewa1".into())));
    assert_eq!(state.update(Message::OverConfirmed), Action::Issue(state.id, "gewa1".into()));
}

#[test]
fn a_refusal_leaves_the_dialog_open() {
    let mut state = state();
    let _ = state.update(Message::OverOpened(Kind::Decide));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-choice"), "nothing is chosen");
    let _ = state.update(Message::Over(over::Message::Chosen(2)));
    assert!(state.problems.is_empty(), "now it is");
    let Action::Do(_, command) = state.update(Message::OverConfirmed) else { panic!("not decided") };
    assert!(matches!(*command, Command::Decide { outcome: Decision::Refused, .. }));
    let refused = state.update(Message::Done(Err(vec![Problem::error("reasons", "reasons-missing")])));
    assert_eq!(refused, Action::Mend("over-text"), "the keyboard is where something is missing");
    assert!(state.over.is_some() && !state.busy);
    let _ = state.update(Message::Done(Ok(())));
    assert!(state.over.is_none());
}

#[test]
fn the_keyboard_goes_to_the_field_that_is_wrong() {
    let mut state = state();
    let _ = state.update(Message::OverOpened(Kind::Pay));
    let _ = state.update(Message::Over(over::Message::AmountTyped("5O".into())));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-amount"));
    let _ = state.update(Message::OverClosed);
    let _ = state.update(Message::OverOpened(Kind::Step(over::steps::Step::Notify)));
    let _ = state.update(Message::Over(over::Message::DateTyped("25.11.2026".into())));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-date"));
    assert_eq!(state.problems[0].id, "problem-date-future", "it is a day, and tomorrow");
    let _ = state.update(Message::Over(over::Message::DateTyped("32.11.2026".into())));
    let _ = state.update(Message::OverConfirmed);
    assert_eq!(state.problems[0].id, "problem-date");
}

#[test]
fn what_a_role_may_not_do_is_not_offered() {
    let state = state();
    assert!(state.may("decided") && !state.may("receipt_cancelled"));
}

/// A case of this service, filed and not paid, as its screen shows it.
fn filed(dir: &tempfile::TempDir, service: &str) -> (State, Sheet) {
    let (desk, admin) = first_start(dir);
    desk.grant(&admin, admin.user, Role::Clerk, Group::ALL.into()).expect("granted");
    let town = [(keys::NAME, "Gescher"), (keys::AUTHORITY, "Stadt Gescher"), (keys::PLACE, "Gescher")];
    let town = town.map(|(key, value)| (key.to_owned(), value.to_owned()));
    desk.set_town(&admin, &town.into()).expect("town");
    let session = desk.sign_in("admin", "2468").expect("signed in");
    let mut intake = desk.new_intake(&session, service).expect("a service");
    let service = desk.service(&intake.service, &intake.version).expect("a service");
    intake.answers = service.example.clone();
    let blocking = service.documents.iter().filter(|document| document.blocking);
    intake.documents = blocking.map(|document| document.id.clone()).collect();
    intake.participants = vec![Participant {
        party: Party::New([("family".to_owned(), "Brück".to_owned())].into()),
        part: "applicant".to_owned(),
        appears_as: AppearsAs::InPerson,
        seen: None,
        certain: true,
    }];
    intake.settlement = Settlement::Later;
    let case = desk.file_case(&session, &intake).expect("filed").case;
    let sheet = desk.sheet(&session, case).expect("read");
    let (mut screen, _) = State::new(case, &session, desk.today());
    let _ = screen.update(Message::Loaded(Box::new(Ok(sheet.clone()))));
    (screen, sheet)
}

#[test]
fn the_case_says_how_it_stands_as_the_list_does() {
    let dir = tempfile::tempdir().expect("a folder");
    let (_, mut sheet) = filed(&dir, "beglaubigung");
    let stands = |sheet: &Sheet| State::stage(sheet).0;
    assert_eq!(stands(&sheet), "Eingegangen");
    let mut wanted = sheet.assessment.documents.first().expect("a document").clone();
    (wanted.needed, wanted.received) = (true, false);
    sheet.assessment.documents.push(wanted);
    assert_eq!(stands(&sheet), "Unterlagen fehlen");
}

#[test]
fn far_too_much_money_is_asked_about_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut state, sheet) = filed(&dir, "beglaubigung");
    let (id, owes) = (state.id, sheet.case.owes());
    assert!(owes > Cents::ZERO);
    let typed = |text: &str| Message::Over(over::Message::AmountTyped(text.into()));
    let _ = state.update(Message::OverOpened(Kind::Pay));
    let _ = state.update(typed("2050"));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-amount"));
    assert_eq!((state.problems[0].id.as_str(), state.busy), ("given-unlikely", false));
    let _ = state.update(typed("3050"));
    assert_eq!(state.update(Message::OverConfirmed), Action::Mend("over-amount"), "another amount");
    let written = state.written().expect("what was asked about is kept");
    let _ = state.update(Message::OverClosed);
    state.goes_on_with(written);
    let _ = state.update(Message::OverOpened(Kind::Pay));
    let _ = state.update(typed("3050"));
    let settled = Settlement::Cash { given: Cents(305_000) };
    assert_eq!(state.update(Message::OverConfirmed), Action::Settle(id, settled));
}

/// What the dialog of a decision gives the desk, as it stands.
fn reasons_of(state: &mut State) -> String {
    let _ = state.update(Message::Over(over::Message::Chosen(0)));
    let Action::Do(_, command) = state.update(Message::OverConfirmed) else { panic!("not decided") };
    let Command::Decide { reasons, .. } = *command else { panic!("no decision") };
    reasons
}

#[test]
fn what_was_written_in_a_dialog_is_there_again_until_it_served() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut state, sheet) = filed(&dir, "beglaubigung");
    let written = || Message::Over(over::Message::TextTyped("Der Steg steht im Weg.".into()));
    let opens = || Message::OverOpened(Kind::Decide);
    let _ = state.update(opens());
    let _ = state.update(written());
    let _ = state.update(Message::OverClosed);
    let _ = state.update(Message::OverOpened(Kind::Note));
    let _ = state.update(Message::OverClosed);
    let _ = state.update(opens());
    assert_eq!(reasons_of(&mut state), "Der Steg steht im Weg.");
    let _ = state.update(Message::OverClosed);
    assert!(state.over.is_some(), "it is on its way to the desk and may be refused");
    let _ = state.update(Message::Done(Err(vec![Problem::error("reasons", "reasons-missing")])));
    let _ = state.update(Message::OverClosed);
    let _ = state.update(Message::ReadAgain(Box::new(Ok(sheet))));
    let _ = state.update(opens());
    let Action::Do(_, command) = state.update(Message::OverConfirmed) else { panic!("the choice is gone") };
    let Command::Decide { outcome: Decision::Granted, reasons, .. } = *command else { panic!("another one") };
    assert_eq!(reasons, "Der Steg steht im Weg.", "words fit whatever was read");
    let _ = state.update(Message::Done(Ok(())));
    let _ = state.update(opens());
    assert_eq!(reasons_of(&mut state), "", "it has served");
}

#[test]
fn what_was_written_before_goes_when_one_begins_anew() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut state, _) = filed(&dir, "beglaubigung");
    let _ = state.update(Message::OverOpened(Kind::Decide));
    let _ = state.update(Message::Over(over::Message::TextTyped("Nein.".into())));
    let _ = state.update(Message::OverClosed);
    let _ = state.update(Message::OverOpened(Kind::Decide));
    let _ = state.update(Message::Over(over::Message::Anew));
    let _ = state.update(Message::OverClosed);
    let _ = state.update(Message::OverOpened(Kind::Decide));
    assert_eq!(reasons_of(&mut state), "");
}

/// The controls at which the keyboard may stand after something was done, the best first.
fn places(action: Action) -> Vec<Id> {
    let Action::All(all) = action else { panic!("one thing") };
    let first = all.into_iter().find_map(|action| match action {
        Action::FocusFirst(ids) => Some(ids),
        _ => None,
    });
    first.expect("the keyboard stands somewhere")
}

#[test]
fn the_keyboard_stands_somewhere_once_a_dialog_served() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut state, sheet) = filed(&dir, "beglaubigung");
    let done = state.update(Message::Done(Ok(())));
    assert_eq!(done, Action::All(vec![Action::SaidDone, Action::LoadAfter(state.id)]));
    let read = |sheet: &Sheet| Box::new(Ok(sheet.clone()));
    let held = Some(Id::new("case-sued"));
    let after = places(state.update(Message::LoadedAfter(held.clone(), read(&sheet))));
    assert_eq!(after[..3], [Id::new("case-sued"), Id::new("case-procedure"), Id::new("papers")]);
    if let Some(had) = &mut state.sheet {
        let _ = had.case.papers.pop().expect("a paper");
    }
    let after = places(state.update(Message::LoadedAfter(held, read(&sheet))));
    assert_eq!(after[..2], [Id::new("papers"), Id::new("case-sued")], "a paper came of it");
}

#[test]
fn nobody_is_reminded_on_a_day_on_which_nobody_works() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut state, _) = filed(&dir, "beglaubigung");
    for (today, due) in
        [("2026-12-11", "2026-12-28"), ("2026-11-28", "2026-12-14"), ("2026-11-24", "2026-12-08")]
    {
        state.today = today.parse().expect("a day");
        let _ = state.update(Message::OverOpened(Kind::FollowUp));
        let Action::FollowUp(_, day, _) = state.update(Message::OverConfirmed) else { panic!("not set") };
        assert_eq!(day.to_string(), due, "from {today}: Christmas and Saturdays are passed over");
        state.busy = false;
    }
}
