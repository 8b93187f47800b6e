//! A machine cloned as a disk image, over real lines: what the clerk is told, the exit code, and how both go on.

use super::{Service, TOWN, enrol_town, files, is, shows, syncs};
use crate::harness::Desk;

#[test]
fn a_cloned_machine_is_told_what_to_do_and_goes_on_as_a_new_desk() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let clone = one.clone_of_the_machine();
    let ((_, first), (_, second)) = (files(&one), files(&clone));
    assert_eq!(first, second, "neither could know");
    let _ = syncs(&one);

    // Exit code 1, what is wrong, and what to do; the same where somebody looks at what waits.
    let told = clone.refuses(["sync", "--once"]);
    let remedy = told[0]["remedy"].as_str().expect("a remedy");
    assert_eq!(told[0]["id"], "kreis-fork");
    assert!(remedy.contains("amtsstube go-on") && remedy.contains("amtsstube enrol"), "{remedy}");
    assert_eq!(clone.does(["outbox"])["behind"]["id"], "store-twin");
    let example = clone.does(["catalogue", "example", "beglaubigung"]);
    let answers = clone.put_json("answers.json", &example).display().to_string();
    let refused = clone.refuses(["case", "new", "--service", "beglaubigung", "--answers", &answers]);
    assert_eq!(refused[0]["id"], "store-twin");

    // The head's word, the Kreis's code, and nothing of what was done there is lost.
    let gone_on = is(&clone, "leitung", &["go-on", "--reason", "Abbild von Schalter 1"]);
    assert_eq!(gone_on.code, 0, "{} {}", gone_on.stdout, gone_on.stderr);
    let (url, code) = service.code(TOWN, "Schalter 2");
    let enrolled = is(&clone, "verwaltung", &["enrol", &url, &code]);
    assert_eq!(enrolled.json["desk"], gone_on.json["code"], "{}", enrolled.stdout);
    let _ = (syncs(&clone), syncs(&one), syncs(&clone));
    // Two cases have the same number, so the lists are put in order by all that they say.
    let all =
        |desk: &Desk| shows(desk).iter().map(ToString::to_string).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(all(&one), all(&clone));
    let doubled = one.does(["outbox"])["doubled"].clone();
    assert!(doubled.as_array().is_some_and(|all| all.iter().any(|number| *number == first)), "{doubled}");
    let (_, next) = files(&clone);
    assert!(next.contains(gone_on.json["code"].as_str().expect("letters")), "{next}");
    // Numbers that were given out twice stay a finding of `verify`; nothing else is one.
    let found = clone.refuses(["verify"]);
    assert!(found.iter().all(|problem| problem["id"] == "verify-number-twice"), "{found:?}");

    // Once the head has noted what was done about each, `verify` tells that, at both desks.
    let numbers = doubled.as_array().expect("numbers");
    for number in numbers {
        let number = number.as_str().expect("a number");
        let note = ["conflicts", "number", number, "--reason", "Namen dazugeschrieben"];
        assert_eq!(is(&one, "schalter", &note).code, 1, "that is the head's");
        assert_eq!(is(&one, "leitung", &note).code, 0);
        assert_eq!(is(&one, "leitung", &note).code, 1, "noted already");
    }
    let _ = (syncs(&one), syncs(&clone));
    for desk in [&one, &clone] {
        let told = desk.does(["verify"])["told"].clone();
        assert_eq!(told.as_array().map(Vec::len), Some(numbers.len()), "{told}");
        assert_eq!(desk.does(["outbox"])["doubled"], serde_json::json!([]));
    }
}
