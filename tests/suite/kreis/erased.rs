//! A case of a person whom nobody shall know any more: proposed at one desk, confirmed at the other, gone at both and at the
//! service; a desk that was off, one that is new and two that come from a backup get nothing of it either.

use serde_json::{Value, json};

use super::backup::{backs_up, begins, passphrase};
use super::{Service, enrol_new, enrol_town, is, syncs};
use crate::harness::{Answer, Desk};

/// Nobody is called that.
const MARKER: &str = "Zyxwvutmarke";

/// Somebody at a desk, on 5 January 2033.
fn later(desk: &Desk, who: &str, args: &[&str]) -> Answer {
    let mut command = desk.command();
    let _ = command.args(args).args(["--json", "--as", who, "--data"]).arg(desk.data());
    let _ = command.env("AMTSSTUBE_PIN", "2468").env("AMTSSTUBE_NOW", "2033-01-05T10:00:00Z");
    Answer::from(command.output().expect("the program starts"))
}

#[track_caller]
fn does(desk: &Desk, who: &str, args: &[&str]) -> Value {
    let answer = later(desk, who, args);
    assert_eq!(answer.code, 0, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
    answer.json
}

/// A certified copy for somebody called the marker, closed; gives its number.
fn files(desk: &Desk) -> String {
    let mut example = desk.does(["catalogue", "example", "beglaubigung"]);
    example["vorlage_bei"] = json!(format!("Hochschule {MARKER}"));
    let answers = desk.put_json("marked.json", &example).display().to_string();
    let filed = desk.does(["case", "new", "--service", "beglaubigung", "--answers", &answers]);
    let (id, number) = (filed["id"].as_str().expect("an id"), filed["number"].as_str().expect("a number"));
    let _ = desk.does(["case", "note", id, "--text", MARKER]);
    let _ = desk.does(["cash", "receipt", id, "--card"]);
    number.to_owned()
}

#[track_caller]
fn is_gone(desk: &Desk, number: &str) {
    let found = desk.does(["search", MARKER]);
    assert_eq!(found, json!([]), "{found}");
    let refused = desk.refuses(["case", "show", number]);
    assert!(refused[0]["what"].as_str().is_some_and(|what| what.contains("gelöscht")), "{refused:?}");
    desk.is_sound();
}

#[test]
fn what_two_people_destroy_is_gone_at_every_desk_and_at_the_service() {
    let mut service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let (two, off) = (enrol_new(&service, "Schalter 2"), enrol_new(&service, "Schalter 3"));
    let number = files(&two);
    let _ = (syncs(&two), syncs(&one), syncs(&off));
    assert_ne!(off.does(["search", MARKER]), json!([]), "found before");
    let backup = backs_up(&one, "before.amts");
    let listed = does(&one, "leitung", &["retention", "list"]);
    let due: Vec<&Value> =
        listed["due"].as_array().expect("a list").iter().map(|due| &due["number"]).collect();
    assert!(due.contains(&&json!(number)), "{listed}");
    let proposed = does(&one, "leitung", &["retention", "propose"]);
    let list = proposed["list"].as_str().expect("an id").to_owned();
    let same = later(&one, "leitung", &["retention", "confirm", &list]);
    assert!(same.code == 1 && same.stdout.contains("nicht auch bestätigen"), "{}", same.stdout);
    // The second person sits at the other desk, and is another one.
    let _ = does(&one, "leitung", &["retention", "withdraw", &list, "--reason", "vertreten"]);
    let proposed = does(&one, "schalter", &["retention", "propose"]);
    let list = proposed["list"].as_str().expect("an id").to_owned();
    let _ = (syncs(&one), syncs(&two));
    let done = does(&two, "leitung", &["retention", "confirm", &list]);
    assert!(done["cases"].as_u64() >= Some(1) && done["events"].as_u64() > Some(3), "{done}");
    is_gone(&two, &number);
    let _ = (syncs(&two), syncs(&one), syncs(&off));
    let new = enrol_new(&service, "Schalter 4");
    for desk in [&one, &off, &new] {
        is_gone(desk, &number);
    }
    // A backup from before brings it back for a moment: to a desk that is restored from it, and to one that begins with it.
    let restored = Desk::new();
    let secret = passphrase(&restored);
    let from = backup.to_str().expect("a plain path");
    let _ = restored.does(["restore", from, "--passphrase-file", &secret]);
    let restored = restored.signed_in("schalter", "2468");
    assert_ne!(restored.does(["search", MARKER]), json!([]), "the backup has it");
    let gone_on = is(&restored, "leitung", &["go-on", "--reason", "Rechner ersetzt"]);
    assert_eq!(gone_on.code, 0, "{} {}", gone_on.stdout, gone_on.stderr);
    let _ = enrol_town(&service, &restored, None);
    let (begun, _) = begins(&service, None, &backup, "Schalter 5");
    assert_ne!(begun.does(["search", MARKER]), json!([]), "it begins with what the backup has");
    for desk in [&restored, &begun] {
        let _ = syncs(desk);
        is_gone(desk, &number);
    }
    let lists = does(&one, "leitung", &["retention", "list"]);
    let confirmed =
        lists["lists"].as_array().expect("lists").iter().filter(|list| list["confirmed_on"].is_string());
    assert_eq!(confirmed.count(), 1, "{lists}");
    // Every signature and chain holds, every paper is what its name says.
    let _ = service.says(&["check"]);
    service.stop();
}
