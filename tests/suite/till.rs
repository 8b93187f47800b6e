//! The cashier's end of the day: at the command line from outside, and at the window by keyboard alone.

use crate::harness::{Desk, text_of};
use crate::manned::{ByHand, Office};
use amtsstube::domain::user::Role;
use amtsstube::ui::theme::Theme;
use iced::keyboard::key::Named;
use serde_json::Value;

/// A demo town whose cashier is signed in, on a Friday at noon.
fn town() -> Desk {
    Desk::demo_at("2026-11-27T11:30:00Z", 12, 1).signed_in("kasse", "2468")
}

/// Files a certified copy and takes its fifteen euros in cash.
fn pay(desk: Desk) -> Desk {
    let desk = desk.signed_in("schalter", "2468");
    let answers = desk.put_json("answers.json", &desk.does(["catalogue", "example", "beglaubigung"]));
    let answers = answers.display().to_string();
    let new = ["case", "new", "--service", "beglaubigung", "--pay", "cash:20", "--new-person", "--answers"];
    let _ = desk.does(new.into_iter().chain([answers.as_str()]));
    desk.signed_in("kasse", "2468")
}

fn cents(value: &Value, name: &str) -> i64 {
    value[name].as_i64().unwrap_or_else(|| panic!("{name} in {value}"))
}

#[test]
fn a_day_is_closed_from_the_command_line_and_its_paper_is_proved() {
    let desk = pay(town());
    let look = desk.does(["cash", "close-day", "--look"]);
    assert_eq!((cents(&look, "expected"), look["till"].as_str()), (1500, Some("A")), "{look}");
    assert!(cents(&look, "left_out") > 0, "the demo town took money on days before: {look}");
    let wrong = desk.refuses(["cash", "close-day", "--counted", "20", "3=1", "--delivered", "viel"]);
    let told: Vec<&str> = wrong.iter().map(|problem| problem["id"].as_str().unwrap()).collect();
    assert_eq!(told, ["till-amount-form", "count-form", "count-form"]);
    let short = desk.refuses(["cash", "close-day", "--counted", "10=1"]);
    assert_eq!(short[0]["id"], "till-difference");
    let out = desk.file("abschluss.pdf");
    let out = out.to_str().unwrap();
    let day =
        ["cash", "close-day", "--counted", "100=1", "10=1", "5=1", "--opening", "100", "--delivered", "15"];
    let closing = desk.does(day.into_iter().chain(["--out", out]));
    assert_eq!((closing["number"].as_str(), cents(&closing, "left")), (Some("A-T00001"), 10_000));
    let text = text_of(out.as_ref());
    for said in ["Tagesabschluss A-T00001", "115,00 €", "Bleibt als Wechselgeld", "A-2026-", "Seite 1 von"]
    {
        assert!(text.contains(said), "{said} is missing in {text}");
    }
    let proof = desk.does(["paper", "verify", out]);
    assert_eq!((proof[0]["result"].as_str(), proof[0]["stands"].as_bool()), (Some("issued"), Some(true)));
    let listed = desk.does(["cash", "closings"]);
    assert_eq!(
        (listed[0]["sha256"].clone(), listed.as_array().unwrap().len()),
        (closing["sha256"].clone(), 1)
    );
    let again = desk.file("noch-einmal.pdf");
    let _ = desk.does(["cash", "save", "A-T00001", "--out", again.to_str().unwrap()]);
    assert_eq!(std::fs::read(again).unwrap(), std::fs::read(out).unwrap());

    // What comes after is the next one's, and the wrong one is corrected first.
    let desk = pay(desk);
    let mistake = ["--corrects", "1", "--mistake", "ein Schein zu wenig", "--reason", "gefunden"];
    let counted = ["cash", "close-day", "--counted", "100=1", "10=1", "5=1", "2=2"];
    let corrected = desk.does(counted.into_iter().chain(mistake));
    assert_eq!((corrected["number"].as_str(), cents(&corrected, "difference")), (Some("A-T00002"), 400));
    assert_eq!(desk.run(["paper", "verify", out]).json[0]["stands"], false);
    let next = desk.does(["cash", "close-day", "--look"]);
    assert_eq!((cents(&next, "opening"), cents(&next, "expected")), (11_900, 13_400));
    let csv = desk.file("journal.csv");
    let _ = desk.does(["cash", "journal", "--from", "2026-11-27", "--out", csv.to_str().unwrap()]);
    let csv = std::fs::read_to_string(csv).unwrap();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains(";A-T00002;") && csv.contains(";15,00;"), "{csv}");
    desk.is_sound();
    let desk = desk.signed_in("schalter", "2468");
    assert_eq!(desk.refuses(["cash", "close-day", "--counted", "0"])[0]["id"], "not-allowed");
}

#[test]
fn the_till_is_counted_and_closed_by_keyboard_and_the_paper_comes() {
    let office = Office::new();
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F5);
    assert!(window.says("Kasse A"), "{:?}", window.at());
    window.picture("till", Theme::Light);
    window.finish();
    assert_eq!(window.at(), "count-50000");
    // A field is as narrow as a number: what is wrong with it is told in a line, not in a column of words.
    window.type_text("1,5");
    window.tab_to("delivered");
    window.type_text("viel");
    window.finish();
    let told = window.placed_texts();
    for said in ["500,00\u{a0}€: „1,5“ ist keine Stückzahl", "Abgeliefert: „viel“ ist kein Betrag"]
    {
        let line = told.iter().find(|placed| placed.text.starts_with(said));
        let line = line.unwrap_or_else(|| panic!("{said}: {:?}", window.texts()));
        assert!(line.place.width > 300.0 && line.place.height < 50.0, "{line:?}");
    }
    assert_eq!(window.at(), "count-50000", "the first of them has the keyboard");
    window.picture("till-wrong", Theme::Light);
    for field in ["count-50000", "delivered"] {
        window.tab_to(field);
        window.key(Named::Backspace);
    }
    window.tab_to("count-5000");
    window.type_text("1");
    assert!(
        window.says("Es fehlt Geld") || window.says("Es ist zu viel"),
        "the difference is seen as one types"
    );
    window.picture("till-count", Theme::Light);
    window.finish();
    assert!(window.says("Bitte nachzählen"), "a difference wants a reason");
    window.tab_to("reason");
    window.type_text("Probe");
    window.finish();
    assert!(window.says("Tagesabschluss A-T00001"), "{:?}", window.at());
    window.picture("till-paper", Theme::Light);
    window.key(Named::Escape);
    assert!(window.says("Letzter Abschluss A-T00001"));
    window.tab_to("till-pages");
    window.key(Named::ArrowRight);
    window.picture("till-journal", Theme::Light);
    window.key(Named::ArrowRight);
    window.enter("till-rows");
    assert!(window.says("Tagesabschluss A-T00001"), "Enter shows the paper");
    let closings =
        office.desk.closings(&office.session, office.desk.today(), office.desk.today(), 9).unwrap();
    assert_eq!((closings.len(), closings[0].row.reason.as_str()), (1, "Probe"));
    assert!(office.desk.verify().unwrap().is_clean());
}

/// The rows are read anew, and there is one more: Enter opens the case of the receipt that was cancelled, as the status line says.
#[test]
fn a_receipt_that_was_cancelled_stays_chosen() {
    let office = Office::new();
    for _ in 0..3 {
        let _ = office.file("beglaubigung", true);
    }
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("clerk", "1357");
    window.key(Named::F5);
    window.tab_to("till-pages");
    window.key(Named::ArrowRight);
    window.tab_to("till-rows");
    window.key(Named::ArrowDown);
    window.enter("till-cancel");
    window.type_text("dop");
    window.key(Named::F3);
    assert!(window.says("erst abschließen, oder mit Esc schließen"), "what is written is not thrown away");
    window.type_text("pelt");
    window.finish();
    assert!(window.says("Storniert."), "{:?}", window.texts());
    let rows = window.tree().nodes;
    let row = rows.iter().filter_map(|(_, node)| node.label()).find(|row| row.contains("Storno, bar"));
    assert!(row.is_some_and(|row| row.ends_with("€")), "how it went back stands there: {row:?}");
    assert_eq!(window.at(), "till-rows");
    window.picture("till-cancelled", Theme::Light);
    window.key(Named::Enter);
    assert!(window.says("doppelt"), "the case tells why: {:?}", window.texts());
    assert_eq!(window.at(), "papers");
    let tree = window.tree();
    let chosen = tree.nodes.iter().filter(|(_, node)| node.is_selected() == Some(true));
    let chosen: Vec<&str> = chosen.filter_map(|(_, node)| node.label()).collect();
    assert!(chosen.iter().any(|row| row.starts_with("Storno einer Quittung")), "what is printed: {chosen:?}");
}

/// F5 is on every keyboard; whoever may not count the till is told who may, and nothing is closed under their hands.
#[test]
fn the_key_of_an_area_that_is_not_ones_own_says_who_may() {
    let office = Office::new();
    office.user("neu", Role::Counter);
    let mut window = office.window(1366.0, 700.0);
    window.sign_in("neu", "1357");
    window.type_text("beg");
    window.key(Named::F5);
    assert!(window.says("Kassen und Abschlüsse sehen nur Kasse und Leitung"));
    assert_eq!(window.at(), "service");
    window.key(Named::F1);
    window.key(Named::F5);
    assert!(window.says("Tasten überall"), "nobody goes anywhere, so help stays");
}

/// For people a command says what it did, and days as one writes them; files and scripts keep theirs.
#[test]
fn a_command_says_what_was_done_with_days_as_one_writes_them() {
    let desk = pay(town());
    let says = |who: &str, args: &[&str]| {
        let mut command = desk.command();
        let _ = command.args(args).args(["--as", who, "--data"]).arg(desk.data());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let journal = says("kasse", &["cash", "journal", "--from", "2026-11-01"]);
    assert!(journal.contains("27.11.2026") && !journal.contains("2026-11-27"), "{journal}");
    let booked = desk.does(["cash", "journal", "--from", "2026-11-27"]);
    let number = booked[0]["case_number"].as_str().unwrap();
    let reopened = says("leitung", &["case", "reopen", number, "--reason", "Nachfrage"]);
    assert_eq!(reopened, format!("Vorgang {number}: Wieder aufgenommen: Nachfrage\n"));
    let noted = says("leitung", &["case", "note", number, "--text", "ruft an", "--call"]);
    assert_eq!(noted, format!("Vorgang {number}: Telefonnotiz: ruft an\n"));
    assert_eq!(says("leitung", &["case", "close", number]), format!("Vorgang {number}: Abgeschlossen\n"));
}
