//! Backups from outside: put back, as the beginning of a new desk over a thin line, and killed in the middle.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::proxy::Proxy;
use super::{Service, TOWN, agree, enrol_town, files, is, shows, syncs};
use crate::harness::{Desk, PROGRAM};

const PASSPHRASE: &str = "vier alte Wörter";

/// A file with the passphrase, beside the desk.
pub(super) fn passphrase(desk: &Desk) -> String {
    let path = desk.file("passphrase");
    std::fs::write(&path, format!("{PASSPHRASE}\n")).expect("written");
    path.display().to_string()
}

pub(super) fn backs_up(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.file(name);
    let secret = passphrase(desk);
    let args = ["backup", path.to_str().expect("a plain path"), "--passphrase-file", &secret];
    let answer = is(desk, "leitung", &args);
    assert_eq!(answer.code, 0, "{} {}", answer.stdout, answer.stderr);
    path
}

/// A new desk that begins with a backup.
pub(super) fn begins(service: &Service, url: Option<&str>, from: &Path, name: &str) -> (Desk, Value) {
    let desk = Desk::new();
    let secret = passphrase(&desk);
    let (own, code) = service.code(TOWN, name);
    let from = from.to_str().expect("a plain path");
    let enrol = ["enrol", url.unwrap_or(&own), &code, "--from", from, "--passphrase-file", &secret];
    let enrolled = desk.does(enrol);
    (desk.signed_in("schalter", "2468"), enrolled)
}

#[test]
fn a_new_desk_begins_with_a_neighbours_backup_and_fetches_only_what_came_after() {
    let service = Service::new();
    let one = Desk::demo(12, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let backup = backs_up(&one, "town.amts");
    let (after, _) = files(&one);
    let _ = syncs(&one);

    let proxy = Proxy::to(service.port);
    let url = format!("https://127.0.0.1:{}", proxy.port);
    let (two, enrolled) = begins(&service, Some(&url), &backup, "Schalter 2");
    assert_eq!(enrolled["desk"], "B");
    let told = syncs(&two);
    let with_backup = proxy.carried();
    assert!(told["received"].as_u64().is_some_and(|events| events > 0 && events < 12), "{told}");
    assert!(two.does(["case", "show", &after])["number"].is_string());
    agree(&one, &two);
    // Its own numbers bear its own letters, and the other desk hears of them.
    let (_, number) = files(&two);
    assert!(number.contains("-B-"), "{number}");
    let _ = (syncs(&two), syncs(&one));
    agree(&one, &two);

    // The same without a backup.
    let proxy = Proxy::to(service.port);
    let three = Desk::new();
    let (_, code) = service.code(TOWN, "Schalter 3");
    let _ = three.does(["enrol", &format!("https://127.0.0.1:{}", proxy.port), &code]);
    let told = syncs(&three);
    let without = proxy.carried();
    println!("bytes over the line: {with_backup} with a backup, {without} without ({told})");
    assert!(with_backup * 4 < without, "{with_backup} and {without}");
}

#[test]
fn a_backup_of_another_town_or_with_another_passphrase_begins_nothing() {
    let service = Service::new();
    let one = Desk::demo(0, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let backup = backs_up(&one, "town.amts");
    let from = backup.to_str().expect("a plain path");
    let two = Desk::new();
    let secret = passphrase(&two);
    let (url, code) = service.code("05554012", "Schalter 1");
    let refused = two.refuses(["enrol", &url, &code, "--from", from, "--passphrase-file", &secret]);
    assert_eq!(refused[0]["id"], "backup-other-town", "{refused:?}");
    std::fs::write(&secret, "vier andere Wörter").expect("written");
    let (url, code) = service.code(TOWN, "Schalter 2");
    let refused = two.refuses(["enrol", &url, &code, "--from", from, "--passphrase-file", &secret]);
    assert_eq!(refused[0]["id"], "backup-wrong-passphrase", "{refused:?}");
    assert!(!two.data().join("amtsstube.db").exists());
    // The code is still good.
    assert_eq!(two.does(["enrol", &url, &code])["desk"], "B");
}

#[test]
fn a_restored_desk_is_known_and_goes_on_at_the_heads_word() {
    let one = Desk::demo(2, 1);
    let backup = backs_up(&one, "town.amts");
    let two = Desk::new();
    let secret = passphrase(&two);
    let from = backup.to_str().expect("a plain path");
    let said = two.does(["restore", from, "--passphrase-file", &secret]);
    assert_eq!(said["desk"], "A");
    let two = two.signed_in("schalter", "2468");
    assert_eq!(shows(&one), shows(&two));
    let example = two.does(["catalogue", "example", "beglaubigung"]);
    let answers = two.put_json("answers.json", &example).display().to_string();
    let new = ["case", "new", "--service", "beglaubigung", "--answers", &answers];
    assert_eq!(two.refuses(new)[0]["id"], "store-behind");
    let gone_on = is(&two, "leitung", &["go-on", "--reason", "Rechner ersetzt"]);
    assert_eq!(gone_on.code, 0, "{} {}", gone_on.stdout, gone_on.stderr);
    assert!(two.does(new)["number"].is_string());
    two.is_sound();
    let again = two.refuses(["restore", from, "--passphrase-file", &secret]);
    assert_eq!(again[0]["id"], "store-exists");
}

/// Killed as each kind of call begins that writes, moves or syncs: there is a whole file or none, and the next try works.
#[test]
fn a_backup_or_a_restore_that_is_killed_leaves_all_or_nothing() {
    let one = Desk::demo(1, 1).signed_in("leitung", "2468");
    let secret = passphrase(&one);
    for (number, inject) in
        ["pwrite64:signal=SIGKILL:when=9", "fsync:signal=SIGKILL:when=1", "linkat:signal=SIGKILL"]
            .into_iter()
            .enumerate()
    {
        let path = one.file(&format!("{number}.amts"));
        let name = path.to_str().expect("a plain path");
        killed(&one, inject, &["backup", name, "--passphrase-file", &secret]);
        assert!(!path.exists(), "{inject}");
        let _ = one.does(["backup", name, "--passphrase-file", &secret]);
        assert!(path.exists());
    }
    one.is_sound();
    let backup = one.file("0.amts");
    let from = backup.to_str().expect("a plain path");
    for inject in ["fsync:signal=SIGKILL:when=1", "rename:signal=SIGKILL:when=2"] {
        let two = Desk::new();
        killed(&two, inject, &["restore", from, "--passphrase-file", &secret]);
        assert!(!two.data().join("amtsstube.db").exists(), "{inject}");
        let _ = two.does(["restore", from, "--passphrase-file", &secret]);
        assert_eq!(shows(&one), shows(&two.signed_in("schalter", "2468")));
    }
}

fn killed(desk: &Desk, inject: &str, args: &[&str]) {
    let (call, inject) = (inject.split(':').next().unwrap_or_default(), format!("inject={inject}"));
    let trace = format!("trace={call}");
    let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject, PROGRAM];
    let output = desk.wrap("strace", strace).args(desk.args(args)).output().expect("strace is installed");
    assert!(!output.status.success(), "{inject} did not kill: {}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn ctrl_c_ends_agreeing_cleanly() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let mut command = one.command();
    let _ = command.args(["sync", "--json", "--data"]).arg(one.data());
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let pid = child.id().to_string();
    let mut stdout = std::io::BufReader::new(child.stdout.take().expect("its output"));
    let mut line = String::new();
    let _ = std::io::BufRead::read_line(&mut stdout, &mut line).expect("a line");
    assert!(line.contains("\"sent\""), "{line}");
    assert!(Command::new("kill").args(["-INT", &pid]).status().expect("kill").success());
    let mut rest = String::new();
    let _ = std::io::Read::read_to_string(&mut stdout, &mut rest).expect("the rest");
    assert!(child.wait().expect("an end").success(), "{rest}");
    assert!(rest.contains("\"stopped\": true") || rest.contains("\"stopped\":true"), "{rest}");
    assert_eq!(one.does(["outbox"])["waiting"]["events"], 0);
}
