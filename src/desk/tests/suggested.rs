//! What a pack suggests to a town: nothing changes until somebody takes it over, and its own values stay.

use super::*;
use crate::domain::town::Town;

const HEAD: &str = "publisher = 'Kreis Musterland'\nname = 'angaben'\n\
    title = { de = 'Angaben', en = 'Values' }\nversion = 1\nfrom = 2026-01-01\n";

fn take_in(office: &Office, settings: &str, version: u32) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("settings")).expect("made");
    let head = HEAD.replace("version = 1", &format!("version = {version}"));
    std::fs::write(folder.path().join("pack.toml"), head).expect("written");
    std::fs::write(folder.path().join("settings/kreis.toml"), settings).expect("written");
    let file = office.dir.path().join(format!("angaben-{version}.pack"));
    let _ =
        office.desk.export_pack(&office.admin, &folder.path().display().to_string(), &file).expect("a pack");
    let look = office.desk.import_pack(&office.admin, &file, true).expect("taken in");
    assert_eq!((look.problems.as_slice(), look.suggestions), (&[][..], settings.lines().count()));
}

#[test]
fn a_suggestion_changes_nothing_until_it_is_taken_and_never_the_towns_own() {
    let office = office();
    let desk = &office.desk;
    let own = [("hundesteuer.erster".to_owned(), "55".to_owned())];
    desk.set_town(&office.admin, &own.into()).expect("set");
    let before = desk.town().expect("the town");
    let settings = "hundesteuer.erster = '48,00'\naudit.months = '6'\n";
    take_in(&office, settings, 1);
    let values = |town: &Town| [keys::AUDIT_MONTHS, "hundesteuer.erster"].map(|key| town.get(key).to_owned());
    assert_eq!(values(&desk.town().expect("the town")), values(&before), "nothing by itself");
    let told = desk.suggested().expect("told");
    let told: Vec<_> =
        told.iter().map(|one| (one.key.as_str(), one.typed.as_str(), one.now.as_str())).collect();
    assert_eq!(told, [("audit.months", "6", ""), ("hundesteuer.erster", "48,00", "55,00")]);

    let taken = desk.take_suggested(&office.admin, &[]).expect("taken");
    assert_eq!(taken.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["audit.months"]);
    assert_eq!(values(&desk.town().expect("the town")), ["6", "5500"].map(str::to_owned));
    let named = ["hundesteuer.erster".to_owned()];
    assert_eq!(desk.take_suggested(&office.admin, &named).expect("taken").len(), 1);
    assert_eq!(values(&desk.town().expect("the town")), ["6", "4800"].map(str::to_owned));

    take_in(&office, "hundesteuer.erster = '60,00'\n", 2);
    assert_eq!(
        desk.town().expect("the town").get("hundesteuer.erster"),
        "4800",
        "a later version only suggests"
    );
    let told = desk.suggested().expect("told");
    assert_eq!(told.iter().find(|one| one.key == "hundesteuer.erster").expect("told").typed, "60,00");
}

#[test]
fn who_may_not_change_the_town_takes_nothing_and_what_nobody_suggests_is_said() {
    let office = office();
    take_in(&office, "court.name = 'Verwaltungsgericht Musterland'\n", 1);
    let named = ["court.place".to_owned(), keys::COURT_NAME.to_owned()];
    let refused = office.desk.take_suggested(&office.admin, &named).expect_err("unknown").problems();
    assert_eq!(refused.iter().map(|problem| problem.id.as_str()).collect::<Vec<_>>(), ["town-not-suggested"]);
    let _ = office.desk.take_suggested(&office.clerk, &named[1..]).expect_err("not theirs");
    assert_eq!(office.desk.take_suggested(&office.admin, &named[1..]).expect("taken").len(), 1);
}
