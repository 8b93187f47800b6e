//! Choosing by keys: the newest first, filters, paths, names that are taken.

use super::*;
use chrono::NaiveDate;

fn entry(folder: &str, name: &str, is_folder: bool, day: u32) -> Entry {
    let changed = NaiveDate::from_ymd_opt(2026, 11, day).and_then(|day| day.and_hms_opt(9, 0, 0));
    Entry { name: name.into(), path: Path::new(folder).join(name), folder: is_folder, size: 9, changed }
}

fn scans() -> Listing {
    let at = "/srv/scans";
    let entries = vec![
        entry(at, "Scan0007.pdf", false, 3),
        entry(at, "Scan0008.pdf", false, 24),
        entry(at, "2026", true, 25),
        entry(at, ".verborgen", false, 26),
    ];
    Listing { folder: at.into(), entries }
}

fn open() -> State {
    let (mut state, wanted) = State::open();
    assert_eq!(wanted, Wanted::Begin(Purpose::Attach));
    assert_eq!(state.update(Message::Begun(Vec::new(), Ok(scans()))), Wanted::Nothing);
    state
}

fn chosen(state: &State) -> Option<&str> {
    state.selected.and_then(|row| state.entry(row)).map(|entry| entry.name.as_str())
}

#[test]
fn enter_takes_the_newest_file_unless_another_one_is_typed() {
    let mut state = open();
    assert_eq!((state.rows(), chosen(&state)), (4, Some("Scan0008.pdf")), "hidden ones are not seen");
    let _ = state.update(Message::Typed("0007".into()));
    assert_eq!(state.update(Message::Taken), Wanted::File("/srv/scans/Scan0007.pdf".into()));
    assert_eq!(state.update(Message::Taken), Wanted::Nothing, "once is enough");
    state.refused(vec![Problem::error("", "file-empty")]);
    let _ = state.update(Message::Typed(String::new()));
    assert_eq!(state.update(Message::Taken), Wanted::File("/srv/scans/Scan0008.pdf".into()));
}

#[test]
fn what_is_named_and_not_there_is_told_by_its_path() {
    let mut state = open();
    let _ = state.update(Message::Typed("/srv/scans/weg.toml".into()));
    assert_eq!(state.update(Message::Taken), Wanted::Nothing);
    let told = &state.problems[0];
    assert_eq!((told.id.as_str(), told.args["path"].as_str()), ("file-gone", "/srv/scans/weg.toml"));
    let (mut empty, _) = State::open();
    let nothing = Listing { folder: "/srv".into(), entries: Vec::new() };
    let _ = empty.update(Message::Begun(Vec::new(), Ok(nothing)));
    let _ = empty.update(Message::Taken);
    assert_eq!(empty.problems[0].id, "chooser-nothing", "nobody has named one");
}

#[test]
fn a_path_leads_from_folder_to_folder() {
    let mut state = open();
    assert_eq!(state.update(Message::Typed("20".into())), Wanted::Nothing);
    assert_eq!(state.completion().as_deref(), Some("2026/"));
    let folder = PathBuf::from("/srv/scans/2026");
    assert_eq!(state.update(Message::Completed), Wanted::List(folder.clone()));
    assert_eq!(state.update(Message::Taken), Wanted::Nothing, "waits for the folder");
    let _ = state.update(Message::Typed("2026/Ka".into()));
    let late = Message::Listed("/elsewhere".into(), Ok(scans()));
    assert_eq!(state.update(late), Wanted::Nothing, "nobody asked for it any more");
    let entries = vec![entry("/srv/scans/2026", "Karte.png", false, 1)];
    let listed = Message::Listed(folder.clone(), Ok(Listing { folder: folder.clone(), entries }));
    assert_eq!(state.update(listed), Wanted::File("/srv/scans/2026/Karte.png".into()));
    assert_eq!(state.line, "2026/Ka", "nothing is changed under the hands");
    state.refused(Vec::new());
    // The old folder was where the path began: typing on means the same folder.
    assert_eq!(state.update(Message::Typed("2026/Kar".into())), Wanted::Nothing);
    assert_eq!(chosen(&state), Some("Karte.png"));
    assert_eq!(state.update(Message::Typed("../x".into())), Wanted::List("/srv".into()));
}

#[test]
fn up_down_and_into_a_folder_by_the_list() {
    let mut state = open();
    let _ = state.update(Message::Moved(-1));
    assert_eq!(chosen(&state), Some("2026"));
    assert_eq!(state.update(Message::Taken), Wanted::List("/srv/scans/2026".into()));
    let gone = Message::Listed("/srv/scans/2026".into(), Err(vec![Problem::error("", "file-forbidden")]));
    let _ = state.update(gone);
    assert_eq!((state.problems.len(), state.folder.as_deref()), (1, Some(Path::new("/srv/scans"))));
    assert_eq!(state.update(Message::Opened(0)), Wanted::List("/srv".into()));
}

#[test]
fn saving_takes_a_name_and_offers_a_free_one() {
    let (mut state, _) = State::save("Quittung.pdf".into());
    assert_eq!(state.update(Message::Taken), Wanted::Nothing);
    let wanted = state.update(Message::Begun(Vec::new(), Ok(scans())));
    assert_eq!(wanted, Wanted::File("/srv/scans/Quittung.pdf".into()));
    let mut there = Problem::error("", "file-there");
    there.fix = Some("/srv/scans/Quittung (2).pdf".into());
    state.refused(vec![there]);
    let _ = state.update(Message::OfferTaken);
    assert_eq!(state.update(Message::Taken), Wanted::File("/srv/scans/Quittung (2).pdf".into()));
    state.refused(Vec::new());
    let _ = state.update(Message::Typed("  ".into()));
    assert_eq!(state.update(Message::Taken), Wanted::Nothing);
    assert_eq!(state.problems[0].id, "chooser-name-missing");
}

#[test]
fn titles_sort() {
    let mut state = open();
    let names = |state: &State| -> Vec<String> {
        (state.above()..state.rows()).filter_map(|row| state.entry(row)).map(|e| e.name.clone()).collect()
    };
    assert_eq!(names(&state), ["2026", "Scan0008.pdf", "Scan0007.pdf"]);
    let _ = state.update(Message::Sorted(0));
    assert_eq!(names(&state), ["2026", "Scan0007.pdf", "Scan0008.pdf"]);
}

#[test]
fn what_is_saved_keeps_the_ending_of_its_kind() {
    for (typed, saved) in [
        ("Journal November", "Journal November.csv"),
        ("Journal 01.11.2026", "Journal 01.11.2026.csv"),
        ("Journal.CSV", "Journal.CSV"),
        ("journal.txt", "journal.txt"),
    ] {
        let (mut state, _) = State::save("Journal A-1.csv".into());
        let _ = state.update(Message::Begun(Vec::new(), Ok(scans())));
        let _ = state.update(Message::Typed(typed.into()));
        assert_eq!(
            state.update(Message::Taken),
            Wanted::File(Path::new("/srv/scans").join(saved)),
            "{typed}"
        );
    }
    let (mut state, _) = State::save_folder("Meldungen 2026.11".into());
    let _ = state.update(Message::Begun(Vec::new(), Ok(scans())));
    let _ = state.update(Message::Typed("Meldungen".into()));
    assert_eq!(state.update(Message::Taken), Wanted::File("/srv/scans/Meldungen".into()));
}
