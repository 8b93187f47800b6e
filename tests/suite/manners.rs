//! What somebody at the counter expects of the window without thinking, in the whole window with a real desk behind it.

use crate::manned::{ByHand as _, Office};
use crate::window::{Placed, Window};
use amtsstube::domain::id::CaseId;
use amtsstube::domain::user::Role;
use amtsstube::ui::app::App;
use iced::keyboard::{Key, Modifiers, key::Named};

/// The window at the counter, `clerk` signed in.
fn at_the_counter(office: &Office) -> Window<App> {
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("clerk", "1357");
    assert_eq!(window.at(), "service");
    window
}

/// Whoever comes back types the PIN without looking: typed into the field for the login, it would be read by everybody.
#[test]
fn a_locked_window_waits_for_the_pin_of_whoever_locked_it() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.ctrl("l");
    assert_eq!(window.at(), "pin");
    window.type_text("1357");
    window.key(Named::Enter);
    assert_eq!(window.at(), "service", "the same person again");
    // In the middle of an intake, with its draft to be saved.
    window.type_text("beg");
    window.key(Named::Enter);
    window.key(Named::Enter);
    window.ctrl("l");
    assert_eq!(window.at(), "pin");
    window.chord(Modifiers::SHIFT, Key::Named(Named::Tab));
    window.type_text("admin");
    window.key(Named::Enter);
    window.type_text("2468");
    window.key(Named::Enter);
    assert_eq!(window.at(), "service", "somebody else takes over");
}

/// Nobody is found fault with before they did anything; once they want to go on, everything is said.
#[test]
fn a_form_opens_without_a_complaint() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("beg");
    window.key(Named::Enter);
    window.finish();
    let complaints = |window: &mut Window<App>| window.says("Pflichtangabe") || window.says("prüfen");
    assert!(window.at() != "person" && !complaints(&mut window), "{}", window.at());
    window.finish();
    assert!(complaints(&mut window));
}

/// A key that opens a screen brings the keyboard along, not into the search above it.
#[test]
fn a_screen_reached_by_key_has_the_keyboard_in_it() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F7);
    assert_eq!(window.at(), "kreis");
    window.ctrl("d");
    assert_eq!(window.at(), "prints");
    for (key, place) in [(Named::F3, "cases"), (Named::F4, "persons-text"), (Named::F8, "settings")] {
        window.key(key);
        assert_eq!(window.at(), place);
    }
    // Its own key brings it back from the search, too, in the middle of an intake.
    window.key(Named::F2);
    window.type_text("beg");
    window.key(Named::Enter);
    let person = window.at();
    window.ctrl("f");
    assert_eq!(window.at(), "search");
    window.key(Named::F2);
    assert_eq!(window.at(), person);
}

/// What is said about a field that is left empty appears below it, and the keyboard is in the next one all the same.
#[test]
fn enter_walks_over_an_empty_form_without_losing_the_keyboard() {
    let office = Office::new();
    let known = [("kind", "natural"), ("family", "Öztürk"), ("given", "Şebnem")];
    let known = known.map(|(field, value)| (field.to_owned(), value.to_owned()));
    let _ = office.desk.save_person(&office.session, None, &known.into()).unwrap();
    for service in ["führ", "gewerbe-an"] {
        let mut window = at_the_counter(&office);
        window.type_text(service);
        window.key(Named::Enter);
        window.type_text("Öztürk");
        window.key(Named::Enter);
        window.finish();
        let mut walked = std::collections::BTreeSet::new();
        for _ in 0..40 {
            window.key(Named::Enter);
            let at = window.at();
            assert!(!at.is_empty() && at != "search", "{service}: lost after {walked:?}");
            let _ = walked.insert(at);
        }
        assert!(walked.len() > 9 && window.says("Bitte ausfüllen"), "{service}: {walked:?}");
    }
}

#[test]
fn an_empty_list_says_why_and_what_to_do() {
    let office = Office::new();
    office.user("neu", Role::Clerk);
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("neu", "1357");
    window.key(Named::F3);
    assert!(window.says("Ihnen ist kein Vorgang zugewiesen"));
    window.tab_to("cases-text");
    window.type_text("gibt es nicht");
    assert!(window.says("Kein Vorgang dieser Liste enthält das"));
}

#[test]
fn the_towns_values_are_only_read_by_who_may_not_change_them() {
    let office = Office::new();
    office.user("neu", Role::Clerk);
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("neu", "1357");
    window.key(Named::F8);
    assert!(window.says("Ändern dürfen diese Werte nur"));
    let before = office.desk.town().unwrap();
    window.key(Named::Tab);
    window.type_text("Anderswo");
    window.finish();
    assert_eq!(office.desk.town().unwrap(), before);
    assert!(!window.says("Speichern"));
}

#[test]
fn nothing_new_is_not_called_saved() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F8);
    window.finish();
    assert!(window.says("Nichts ist anders als vorher"));
    window.tab_to("ags");
    window.type_text("05554020");
    window.finish();
    assert!(window.says("Gespeichert."));
}

/// Who acts by proxy has a name before the form is filled in theirs.
#[test]
fn a_proxy_is_named_before_the_form() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("gew");
    window.key(Named::Enter);
    window.type_text("Nienhaus");
    window.key(Named::Enter);
    window.tab_to("appears_as");
    window.type_text("mit V");
    window.finish();
    assert_eq!(window.at(), "representative");
    assert!(window.says("Wer handelt mit Vollmacht?"));
    window.type_text("Freifrau");
    window.key(Named::ArrowDown);
    window.key(Named::Enter);
    window.finish();
    assert_eq!(window.at(), "rechtsform");
}

/// Another area and the lock: a correction that was half typed is where it was.
#[test]
fn a_half_typed_correction_is_never_lost() {
    let office = Office::new();
    let id = office.file("beglaubigung", false);
    let mut window = at_the_counter(&office);
    open_case(&mut window, &office, id);
    window.enter("case-correct");
    window.tab_to("seiten");
    window.type_text("7");
    window.key(Named::F4);
    assert_eq!(window.at(), "persons-text", "nothing is asked");
    open_case(&mut window, &office, id);
    assert!(window.says("Berichtigung fortsetzen"));
    window.enter("case-correct");
    assert_eq!(window.at(), "seiten");
    window.type_text("8");
    window.ctrl("l");
    assert_eq!(window.at(), "pin");
    let begun = office.desk.sheet(&office.session, id).unwrap().begun.expect("begun");
    assert_eq!(begun.answers["seiten"], "8");
}

/// Finds a case by its number in the search above.
fn open_case(window: &mut Window<App>, office: &Office, id: CaseId) {
    let number = office.desk.sheet(&office.session, id).unwrap().case.opened.number;
    window.ctrl("f");
    window.type_text(&number);
    window.key(Named::Enter);
}

/// Esc goes one step back, from the form to the person and from there to the services, and everything typed is still there.
#[test]
fn esc_goes_back_and_loses_nothing() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("beg");
    window.key(Named::Enter);
    window.finish();
    window.tab_to("seiten");
    window.type_text("7");
    window.key(Named::Escape);
    assert_eq!(window.at(), "person");
    window.enter("person-new");
    window.type_text("Neumann");
    window.key(Named::Escape);
    assert_eq!(window.at(), "person", "back to the search");
    window.enter("person-new");
    assert!(window.has_text("Neumann"), "taken up again");
    window.key(Named::Escape);
    window.key(Named::Escape);
    assert_eq!(window.at(), "service");
    let drafts = office.desk.drafts(&office.session).unwrap();
    let draft = drafts.iter().find(|draft| draft.service == "beglaubigung").expect("kept");
    let intake = office.desk.draft(&office.session, draft.id).unwrap().unwrap();
    assert_eq!((intake.answers.text("seiten"), intake.entering["family"].as_str()), ("7", "Neumann"));
}

/// A slip in a name is mended where it was made, and the form follows.
#[test]
fn somebody_just_entered_is_changed_without_typing_everything_again() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.type_text("gew");
    window.key(Named::Enter);
    window.enter("person-new");
    for (field, text) in
        [("family", "Öztürck"), ("given", "Şebnem"), ("street", "Hofweg"), ("place", "Gescher")]
    {
        window.tab_to(field);
        window.type_text(text);
    }
    window.enter("new-take");
    assert_eq!(window.at(), "seen");
    window.enter("person-change");
    assert_eq!(window.at(), "family");
    assert!(window.has_text("Öztürck") && window.has_text("Hofweg"));
    window.type_text("Öztürk");
    window.enter("new-take");
    assert_eq!(window.at(), "seen");
    assert!(window.has_text("Öztürk, Şebnem"));
    window.finish();
    window.enter("next-section");
    assert_eq!(window.at(), "familienname");
    assert!(window.has_text("Öztürk") && !window.has_text("Öztürck"), "the form says it too");
}

/// Two entries of one person become one in the person's form, value by value, and two again.
#[test]
fn two_entries_become_one_person_and_two_again_by_keyboard() {
    let office = Office::new();
    let enter = |given: &str, street: &str| {
        let fields = [
            ("kind", "natural"),
            ("family", "Öztürk"),
            ("given", given),
            ("birth_date", "14.03.1987"),
            ("street", street),
            ("place", "Gescher"),
        ];
        let fields = fields.map(|(field, value)| (field.to_owned(), value.to_owned()));
        office.desk.save_person(&office.session, None, &fields.into()).unwrap()
    };
    let mut entered = [enter("Şebnem", "Hofweg"), enter("Sebnem", "Mühlenweg")];
    // The clock stands still here, so that chance tells which of them counts as the older one.
    let proper_is_older = entered[0] < entered[1];
    entered.sort();
    let [older, younger] = entered;
    let of = |id| office.desk.person(&office.session, id).unwrap();
    let person = || of(older);
    let mut window = at_the_counter(&office);
    window.key(Named::F4);
    window.type_text("Öztürk, Şebnem");
    window.enter("persons");
    // What is typed and not saved would be lost beside the other entry: it is asked for first.
    window.tab_to("house");
    window.type_text("7");
    window.enter("persons-together");
    assert!(window.says("noch nicht gespeichert"));
    window.finish();
    window.ctrl("u");
    assert_eq!(window.at(), "together-text");
    window.type_text("Öztürk");
    window.key(Named::Enter);
    assert_eq!(window.at(), "together-given", "the first value in which they differ");
    for text in ["Zuerst erfasst: Öztürk, ", "Danach erfasst: Öztürk, ", "Hofweg", "Mühlenweg"] {
        assert!(window.says(text), "{text}");
    }
    window.picture("persons-together", amtsstube::ui::theme::Theme::Light);
    window.key(if proper_is_older { Named::ArrowLeft } else { Named::ArrowRight });
    window.finish();
    assert!(window.says("Zusammengeführt aus 2 Einträgen"));
    assert_eq!(person().get("given"), "Şebnem", "as it was chosen");
    assert_eq!(person().get("house"), "7", "what one of both knows is proposed");
    assert_eq!(of(younger).id, older);
    window.enter("record-out-1");
    assert_ne!(of(younger).id, older);
    assert_eq!(of(entered[usize::from(proper_is_older)]).get("given"), "Sebnem", "as it was entered");
}

/// Appointed after filing, found by typing, told as whom letters reach; and no longer.
#[test]
fn a_proxy_is_appointed_in_the_case_by_keyboard() {
    let office = Office::new();
    let id = office.file("gewerbe-anmeldung", false);
    let mut window = at_the_counter(&office);
    let case = || office.desk.sheet(&office.session, id).unwrap().case;
    open_case(&mut window, &office, id);
    window.enter("case-proxy");
    assert_eq!(window.at(), "over-proxy");
    window.type_text("Freifrau");
    window.key(Named::Enter);
    assert!(window.says("Briefe gehen dann an Freifrau"));
    window.finish();
    assert_eq!(case().representatives().len(), 1);
    assert!(window.says("Vertretung"));
    window.enter("case-proxy");
    window.enter("over-proxy-end");
    assert!(case().representatives().is_empty(), "letters go to the applicant again");
    assert_eq!(case().persons.len(), 2, "and who acted stays in the file");
}

/// The field in hand is seen with everything that is said about it, however low the window is.
#[test]
fn what_is_wrong_is_seen_with_its_field() {
    let office = Office::new();
    for (width, height) in [(1366.0, 700.0), (1366.0, 420.0), (1366.0 / 1.5, 466.0)] {
        let mut window = office.window(width, height);
        window.sign_in("clerk", "1357");
        window.type_text("gew");
        window.key(Named::Enter);
        window.type_text("Nienhaus");
        window.key(Named::Enter);
        window.finish();
        window.finish();
        assert_eq!(window.at(), "geschlecht", "the first thing that is missing");
        window.enter("next-section");
        for _ in 0..14 {
            let stop = window.standing().expect("somewhere");
            let below = |place: &iced::Rectangle| {
                let gap = place.y - (stop.bounds.y + stop.bounds.height);
                (-1.0..12.0).contains(&gap)
                    && place.x + 1.0 >= stop.bounds.x
                    && place.x < stop.bounds.x + stop.bounds.width
            };
            let said = |placed: &Placed| below(&placed.place) && placed.text.contains("Hier fehlt");
            for said in window.placed_texts().into_iter().filter(said) {
                let seen = said.seen.map_or(0.0, |seen| seen.height);
                assert!(seen + 1.0 >= said.place.height, "{height}: {:?} is cut at {}", said.text, stop.id);
            }
            window.key(Named::Tab);
        }
    }
}

/// A serial letter is an official paper of each case: it is asked once more, and what was written stays meanwhile.
#[test]
fn serial_letters_are_issued_only_once_that_was_asked() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F3);
    window.ctrl("s");
    assert_eq!(window.at(), "serial-subject");
    window.type_text("Neue Zeiten");
    window.tab_to("serial-text");
    window.type_text("Guten Tag, {vorname}");
    window.finish();
    assert_eq!(window.at(), "serial-text", "where it is wrong");
    assert!(window.says("Den Platzhalter „vorname“ gibt es nicht"));
    for _ in 0..9 {
        window.key(Named::Backspace);
    }
    window.type_text("das Amt zieht um.");
    window.finish();
    assert_eq!(window.at(), "serial-write-go");
    assert!(window.says("„Neue Zeiten“") && window.says("bleibt in der Akte"));
    let papers = |office: &Office| {
        let filter = amtsstube::desk::look::Filter::default();
        let (sort, page) = (amtsstube::desk::look::Sort::default(), amtsstube::desk::look::Page::first(99));
        let cases = office.desk.cases(&office.session, &filter, sort, &page).unwrap();
        let of = |case| office.desk.papers_of(&office.session, case).unwrap().len();
        cases.into_iter().map(|case| of(case.id)).sum::<usize>()
    };
    let before = papers(&office);
    window.key(Named::Escape);
    window.key(Named::Escape);
    assert_eq!((window.at().as_str(), papers(&office)), ("cases", before), "nothing is issued");
    window.ctrl("s");
    assert!(window.has_text("Neue Zeiten") && window.has_text("das Amt zieht um."), "{:?}", window.texts());
    window.ctrl("l");
    window.type_text("1357");
    window.key(Named::Enter);
    window.key(Named::F3);
    window.ctrl("s");
    assert!(window.has_text("Neue Zeiten"), "a lock keeps it too");
    window.finish();
    window.finish();
    assert!(papers(&office) > before && !window.has_text("das Amt zieht um."));
}

#[test]
fn a_key_goes_to_the_procedure_of_a_case() {
    let office = Office::new();
    let mut window = at_the_counter(&office);
    window.key(Named::F3);
    window.tab_to("cases-list");
    window.key(Named::End);
    window.tab_to("cases");
    window.key(Named::Home);
    window.key(Named::ArrowDown);
    window.key(Named::ArrowDown);
    window.key(Named::Enter);
    window.ctrl("k");
    assert_eq!(window.at(), "case-procedure");
    window.key(Named::Tab);
    assert_eq!(window.at(), "case-ask", "the first thing that may be done");
}
