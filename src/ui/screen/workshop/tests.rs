//! Going from fault to fault, and what stays where files are read again.

use super::*;
use crate::catalogue::Catalogue;
use crate::desk::workshop::Fault;
use crate::domain::town::Town;
use std::path::PathBuf;

fn source() -> Source {
    Source::Path(PathBuf::from("/pack"))
}

fn bench(faults: usize) -> Workbench {
    let day = "2026-11-24".parse().unwrap();
    let service = Catalogue::built_in().current("beglaubigung", day).unwrap();
    let problem = Problem::error("services/a.toml:3", "catalogue-id-missing");
    let fault = Fault { file: "services/a.toml".into(), line: Some(3), problem, around: Vec::new() };
    let faults = (1..=faults).map(|line| Fault { line: Some(line), ..fault.clone() }).collect();
    let pieces = vec![Piece { service, others: Vec::new() }];
    Workbench { title: None, path: Some("/pack".into()), pieces, faults, town: Town::default(), day }
}

fn opened(faults: usize) -> State {
    let (mut state, _) = State::new(Some(source()));
    let _ = state.update(Message::Opened(source(), Box::new(Ok(bench(faults)))));
    state
}

#[test]
fn one_key_goes_from_fault_to_fault_and_begins_again() {
    let mut state = opened(2);
    assert_eq!(state.page, Page::Faults, "what is wrong comes first");
    let _ = state.update(Message::PageChosen(0));
    let next = state.shortcut(Shortcut::Note).unwrap();
    let mut at = Vec::new();
    for _ in 0..3 {
        assert_eq!(state.update(next.clone()), Action::Focus("workshop-faults"));
        at.push(state.fault);
    }
    assert_eq!(at, [Some(0), Some(1), Some(0)]);
    assert!(opened(0).shortcut(Shortcut::Note).is_none(), "nothing to go to");
}

#[test]
fn what_is_read_again_keeps_page_section_and_what_was_typed() {
    let mut state = opened(0);
    let _ = state.update(Message::PageChosen(1));
    let field = state.work.as_ref().unwrap().service.fields().next().unwrap().path.clone();
    let _ = state.update(Message::Form(form::Message::Typed(field.clone(), "17".into())));
    let same = state.update(Message::Opened(source(), Box::new(Ok(bench(0)))));
    assert_eq!(same, Action::None, "nothing changed");
    let _ = state.update(Message::Opened(source(), Box::new(Ok(bench(1)))));
    assert_eq!(state.page, Page::Told, "a fault moves nobody away");
    assert_eq!(state.work.as_ref().unwrap().typed(&field), "17");
    let problems = vec![Problem::error("/pack", "file-gone")];
    let _ = state.update(Message::Opened(source(), Box::new(Err(problems))));
    assert!(state.bench.is_some() && state.problems.len() == 1, "what was seen stays");
}
