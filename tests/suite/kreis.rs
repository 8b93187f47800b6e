//! Desks and a real service of the Kreis, from outside: two desks of a town, a line that is cut, one answer changed on
//! both sides of the cut. Everybody works on; when the line is back, all agree, and nothing is lost.

use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

use crate::harness::{Answer, Desk};
use crate::kreis::proxy::Proxy;
use crate::kreis::server::Server;

mod backup;
mod begun;
mod choose;
mod cuts;
mod doubles;
mod dropped;
mod erased;
mod full;
mod handed;
mod handover;
mod hostile;
mod inbox;
mod judged;
mod kills;
mod lean;
mod mail;
mod nodes;
mod older;
mod packs;
mod present;
mod proxy;
mod raw;
mod readme;
mod runs;
#[path = "../../src/district/tests/server.rs"]
mod server;
mod stop;
mod twins;
mod usage;
mod within;

/// The program that was built together with this suite.
const PROGRAM: &str = env!("CARGO_BIN_EXE_kreisdienst");

/// The town of the demo.
const TOWN: &str = "05554016";

/// A service on a port of its own; gone when it is dropped.
struct Service {
    folder: TempDir,
    running: Option<Child>,
    port: u16,
}

impl Service {
    fn new() -> Self {
        Self::with("")
    }

    /// With more lines in its settings.
    fn with(settings: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = port.expect("a free port").port();
        let settings = format!("listen = \"127.0.0.1:{port}\"\n{settings}");
        std::fs::write(folder.path().join("kreisdienst.toml"), settings).expect("settings");
        let mut service = Self { folder, running: None, port };
        service.start();
        service
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        let _ = command.args(self.args(args));
        command
    }

    fn args(&self, args: &[&str]) -> Vec<OsString> {
        let folder: &Path = self.folder.path();
        let mut all: Vec<OsString> = args.iter().map(Into::into).collect();
        all.extend(["--json".into(), "--data".into(), folder.join("data").into()]);
        all.extend(["--config".into(), folder.join("kreisdienst.toml").into()]);
        all
    }

    /// Starts it and waits until it listens.
    fn start(&mut self) {
        assert!(self.begins(self.command(&["serve"])), "{}", self.log());
    }

    /// Starts it by a command in a group of processes of its own; whether it came to listen.
    fn begins(&mut self, mut command: Command) -> bool {
        let log = std::fs::File::options().create(true).append(true).open(self.folder.path().join("log"));
        let _ = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log.expect("a log"));
        let mut child = command.process_group(0).spawn().expect("the service starts");
        let mut line = String::new();
        let _ =
            BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        self.running = Some(child);
        line.contains(&self.port.to_string())
    }

    /// Ends it politely; it must come to its end by itself.
    fn stop(&mut self) {
        let Some(mut child) = self.running.take() else { return };
        let ended = Command::new("kill").arg(child.id().to_string()).status().expect("kill");
        assert!(ended.success());
        assert!(child.wait().expect("an end").success(), "{}", self.log());
    }

    /// Kills it, and whatever watches it.
    fn kill(&mut self) {
        let Some(mut child) = self.running.take() else { return };
        let group = format!("-{}", child.id());
        let _ = Command::new("kill").args(["-s", "KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = child.wait();
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn says(&self, args: &[&str]) -> Value {
        let output = self.command(args).output().expect("the program starts");
        let answer = Answer::from(output);
        assert_eq!(answer.code, 0, "{args:?}: {}\n{}", answer.stdout, answer.stderr);
        answer.json
    }

    /// Address and code for a desk of a town.
    fn code(&self, town: &str, desk: &str) -> (String, String) {
        let said = self.says(&["enrol-code", "--town", town, "--desk", desk]);
        let word = |name: &str| said[name].as_str().expect("a text").to_owned();
        (word("url"), word("code"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Enrols a town that works already, by its administrator.
fn enrol_town(service: &Service, town: &Desk, url: Option<&str>) -> Value {
    let (own, code) = service.code(TOWN, "Schalter 1");
    let mut command = town.command();
    let data = town.data();
    let _ = command.args(["enrol", url.unwrap_or(&own), &code, "--json", "--as", "verwaltung", "--data"]);
    let output = command.arg(data).env("AMTSSTUBE_PIN", "2468").output().expect("the program starts");
    let answer = Answer::from(output);
    assert_eq!(answer.code, 0, "{}\n{}", answer.stdout, answer.stderr);
    answer.json
}

/// A demo town's first desk, and a second one that knows what it knew.
fn two_desks(service: &Service) -> (Desk, Desk) {
    let one = Desk::demo(1, 1);
    let _ = enrol_town(service, &one, None);
    let _ = syncs(&one);
    let two = enrol_new(service, "Schalter 2");
    (one, two)
}

/// Enrols a new desk in an empty folder.
fn enrol_new(service: &Service, name: &str) -> Desk {
    let desk = Desk::new();
    let (url, code) = service.code(TOWN, name);
    let enrolled = desk.does(["enrol", &url, &code]);
    assert_eq!(enrolled["town"], TOWN);
    let _ = desk.does(["sync", "--once"]);
    desk.signed_in("schalter", "2468")
}

/// Files a case and pays it; gives its id and number.
fn files(desk: &Desk) -> (String, String) {
    let example = desk.does(["catalogue", "example", "beglaubigung"]);
    let answers = desk.put_json("answers.json", &example);
    let answers = answers.display().to_string();
    let filed = desk.does(["case", "new", "--service", "beglaubigung", "--answers", &answers]);
    let word = |name: &str| filed[name].as_str().expect("a text").to_owned();
    let _ = desk.does(["cash", "receipt", &word("id"), "--card"]);
    (word("id"), word("number"))
}

/// Corrects an answer of a case.
fn corrects(desk: &Desk, case: &str, field: &str, value: &Value) {
    let answers = desk.put_json("right.json", &json!({ field: value }));
    let answers = answers.display().to_string();
    let _ =
        desk.does(["case", "correct", case, "--answers", &answers, "--reason", "Tippfehler", "--as-told"]);
}

/// Everything that a desk shows of its cases.
fn shows(desk: &Desk) -> Vec<Value> {
    let list = desk.does(["case", "list", "--limit", "1000"]);
    let mut cases: Vec<_> = list.as_array().expect("a list").clone();
    cases.sort_by_key(|case| case["number"].as_str().map(str::to_owned));
    let full = cases.iter().map(|case| desk.does(["case", "show", case["id"].as_str().expect("an id")]));
    full.chain(cases.iter().cloned()).collect()
}

fn syncs(desk: &Desk) -> Value {
    desk.does(["sync", "--once"])
}

/// Both desks show the same, both files are sound, and nothing waits.
fn agree(one: &Desk, two: &Desk) {
    let (first, second) = (shows(one), shows(two));
    assert!(!first.is_empty());
    assert_eq!(first, second);
    for desk in [one, two] {
        desk.is_sound();
        let outbox = desk.does(["outbox"]);
        assert_eq!(outbox["waiting"]["events"], 0, "{outbox}");
        assert_eq!((&outbox["waiting"]["papers"], &outbox["awaited_papers"]), (&json!(0), &json!(0)));
        assert_eq!(outbox["connection"], "connected");
    }
}

#[test]
fn two_desks_one_cut_line_and_one_conflict() {
    agree_after_a_cut(Service::new());
}

/// The same programs, the same four commands, and the service keeps everything in PostgreSQL.
#[test]
fn two_desks_one_cut_line_and_one_conflict_on_postgres() {
    let server = Server::start();
    let url = server.database("kreis", None);
    agree_after_a_cut(Service::with(&format!("database = \"{url}\"\n")));
}

fn agree_after_a_cut(mut service: Service) {
    let one = Desk::demo(3, 1);
    assert_eq!(enrol_town(&service, &one, None)["desk"], "A");
    let sent = syncs(&one);
    assert!(sent["sent"].as_u64() > Some(20) && sent["papers_sent"].as_u64() > Some(0), "{sent}");
    let two = enrol_new(&service, "Schalter 2");
    let (shared, _) = files(&two);
    let _ = (syncs(&two), syncs(&one));
    agree(&one, &two);

    // The line is cut. Both work on, and both change the same answer.
    service.stop();
    let silent = one.refuses(["sync", "--once"]);
    assert!(silent[0]["remedy"].as_str().is_some_and(|words| words.contains("gespeichert")), "{silent:?}");
    let ((_, first), (_, second)) = (files(&one), files(&two));
    assert!(first.contains("-A-") && second.contains("-B-"), "{first} and {second}");
    corrects(&one, &shared, "vorlage_bei", &json!("Hochschule Bocholt"));
    corrects(&two, &shared, "vorlage_bei", &json!("Handwerkskammer"));
    let outbox = one.does(["outbox"]);
    assert_eq!((&outbox["connection"], &outbox["waiting"]["cases"]), (&json!("silent"), &json!(2)));

    // The line is back: everything is on both desks, and both hear of the same conflict.
    service.start();
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    agree(&one, &two);
    let open = one.does(["conflicts"]);
    assert_eq!(open, two.does(["conflicts"]));
    let conflicts = &open["conflicts"];
    assert_eq!(conflicts.as_array().map(Vec::len), Some(1), "{conflicts}");
    let versions = conflicts[0]["versions"].as_array().expect("versions");
    let seen: Vec<_> = versions.iter().map(|version| (&version["value"], &version["desk"])).collect();
    let (bocholt, chamber) = (json!("Hochschule Bocholt"), json!("Handwerkskammer"));
    assert!(seen.contains(&(&bocholt, &json!("A"))) && seen.contains(&(&chamber, &json!("B"))), "{seen:?}");
    let refused = two.refuses(["paper", "issue", &shared, "vermerk"]);
    assert_eq!(refused[0]["where"], "vorlage_bei", "no paper rests on what is disputed");

    // One decides; the other hears of it.
    let mark = |open: &Value, value: &Value| {
        let versions = open["conflicts"][0]["versions"].as_array().expect("versions").clone();
        let version = versions.into_iter().find(|version| version["value"] == *value).expect("the version");
        version["mark"].as_str().expect("a mark").to_owned()
    };
    let choose = mark(&open, &chamber);
    let reason = ["--choose", &choose, "--reason", "Am Original gezählt"];
    // Both decide without seeing each other: what was seen before is not what is decided about now.
    corrects(&one, &shared, "vorlage_bei", &json!("Volkshochschule"));
    corrects(&two, &shared, "vorlage_bei", &json!("Realschule"));
    let _ = (syncs(&two), syncs(&one), syncs(&two));
    let open = one.does(["conflicts"]);
    let refused = one.refuses(["conflicts", "resolve", &shared, "vorlage_bei"].into_iter().chain(reason));
    assert_eq!((&refused[0]["id"], &refused[0]["where"]), (&json!("conflict-mark"), &json!("vorlage_bei")));
    let by_place = ["conflicts", "resolve", &shared, "vorlage_bei", "--choose", "1", "--reason", "gefragt"];
    assert_eq!(one.refuses(by_place)[0]["id"], json!("conflict-mark"));
    let (chamber, choose) = (json!("Realschule"), mark(&open, &json!("Realschule")));
    let told = refused[0]["args"]["now"].as_str().expect("what is offered");
    assert!(told.contains(&choose) && told.contains("Realschule"), "{told}");
    let reason = ["--choose", &choose, "--reason", "Am Original gezählt"];
    let _ = one.does(["conflicts", "resolve", &shared, "vorlage_bei"].into_iter().chain(reason));
    let _ = (syncs(&one), syncs(&two));
    for desk in [&one, &two] {
        assert_eq!(desk.does(["conflicts"])["conflicts"], json!([]));
        assert_eq!(desk.does(["case", "show", &shared])["answers"]["vorlage_bei"], chamber);
    }
    let _ = syncs(&one);
    agree(&one, &two);
    let log = service.log();
    assert!(log.contains("pushed") && !log.contains("Tippfehler"), "nothing personal in the log: {log}");
    service.stop();
}

/// Signed in as somebody else.
fn is(desk: &Desk, who: &str, args: &[&str]) -> Answer {
    let mut command = desk.command();
    let _ = command.args(args).args(["--json", "--as", who, "--data"]).arg(desk.data());
    Answer::from(command.env("AMTSSTUBE_PIN", "2468").output().expect("the program starts"))
}

/// Several answers of a case, a person and a value of the town at once, a case closed here and decided there: nothing is
/// lost in silence, each is named at both desks, and decided once for both.
#[test]
fn whatever_two_desks_did_meanwhile_is_named_at_both_and_decided_once() {
    let service = Service::new();
    let (one, two) = two_desks(&service);
    let (case, _) = files(&two);
    // What is paid and complete has closed by itself.
    let reopened = is(&two, "leitung", &["case", "reopen", &case, "--reason", "Nachfrage"]);
    assert_eq!(reopened.code, 0, "{} {}", reopened.stdout, reopened.stderr);
    let _ = (syncs(&two), syncs(&one));
    for (desk, school, phone, who) in [
        (&one, "Hochschule Bocholt", "02542 1", "Gymnasium"),
        (&two, "Handwerkskammer", "02542 2", "Gesamtschule"),
    ] {
        corrects(desk, &case, "vorlage_bei", &json!(school));
        corrects(desk, &case, "aussteller", &json!(who));
        let said = is(desk, "verwaltung", &["town", "set", &format!("phone={phone}")]);
        assert_eq!(said.code, 0, "{} {}", said.stdout, said.stderr);
    }
    let closed = is(&one, "leitung", &["case", "close", &case, "--reason", "erledigt"]);
    assert_eq!(closed.code, 0, "{} {}", closed.stdout, closed.stderr);
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    agree(&one, &two);
    let open = is(&one, "leitung", &["conflicts"]).json;
    assert_eq!(open, is(&two, "leitung", &["conflicts"]).json);
    let of = |what: &str| {
        open["conflicts"].as_array().expect("a list").iter().filter(|one| one[what].is_string()).count()
    };
    assert_eq!((of("case"), of("town")), (2, 1), "{open}");
    let tasks: Vec<&str> =
        open["tasks"].as_array().expect("a list").iter().filter_map(|task| task["task"].as_str()).collect();
    assert!(tasks.contains(&"closed_meanwhile") && tasks.contains(&"issued_twice"), "{open}");
    let listed = one.does(["case", "list", "--view", "conflicts"]);
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");

    let mark = |field: &str, at: usize| {
        let mut all = open["conflicts"].as_array().expect("a list").iter();
        let conflict = all.find(|one| one["field"] == field).expect("the conflict");
        conflict["versions"][at]["mark"].as_str().expect("a mark").to_owned()
    };
    let (who, school, phone) = (mark("aussteller", 0), mark("vorlage_bei", 1), mark("phone", 1));
    // One answer alone is not decided while the other is open; both together are.
    let half =
        one.refuses(["conflicts", "resolve", &case, "aussteller", "--choose", &who, "--reason", "gefragt"]);
    assert_eq!(half[0]["where"], "vorlage_bei", "{half:?}");
    let fields = ["aussteller", "vorlage_bei", "--choose", &who, "--choose", &school, "--reason", "gefragt"];
    let _ = one.does(["conflicts", "resolve", &case].into_iter().chain(fields));
    let town = ["conflicts", "resolve", "town", "phone", "--choose", &phone, "--reason", "Telefonbuch"];
    assert_eq!(is(&one, "leitung", &town).code, 0);
    // Some were settled by what was decided.
    while let Some(task) = is(&one, "leitung", &["conflicts"]).json["tasks"][0]["task"].as_str() {
        let settled = is(&one, "leitung", &["conflicts", "settle", &case, task, "--reason", "angesehen"]);
        assert_eq!(settled.code, 0, "{} {}", settled.stdout, settled.stderr);
    }
    let _ = (syncs(&one), syncs(&two), syncs(&one));
    for desk in [&one, &two] {
        let open = is(desk, "leitung", &["conflicts"]).json;
        let nothing =
            json!({ "conflicts": [], "tasks": [], "same_persons": [], "same_cases": [], "cut": false });
        assert_eq!(open, nothing);
    }
    agree(&one, &two);
}

#[test]
fn a_line_that_breaks_anywhere_loses_nothing() {
    let service = Service::new();
    let proxy = Proxy::to(service.port);
    let one = Desk::demo(2, 1);
    let _ = enrol_town(&service, &one, Some(&format!("https://127.0.0.1:{}", proxy.port)));
    let two = enrol_new(&service, "Schalter 2");
    let mut broken = 0;
    // A little more gets through each time, in bytes of both directions; what was acknowledged is never sent again.
    for round in 0.. {
        proxy.break_after(2000 + 9973 * round);
        let answer = one.run(["sync", "--once"]);
        if answer.code == 0 {
            break;
        }
        broken += 1;
        assert!(round < 400, "it never came through: {}", answer.stdout);
    }
    assert!(broken > 3, "the line hardly broke: {broken}");
    let _ = syncs(&two);
    agree(&one, &two);
}

#[test]
fn a_code_opens_once_and_only_where_it_was_given() {
    let service = Service::new();
    let other = Service::new();
    let (url, code) = service.code(TOWN, "Schalter 1");
    let wrong = Desk::new().refuses(["enrol", &url, &code[..code.len() - 1]]);
    assert!(wrong[0]["remedy"].as_str().is_some_and(|words| !words.is_empty()));
    let elsewhere = Desk::new().refuses(["enrol", &format!("https://127.0.0.1:{}", other.port), &code]);
    assert!(
        elsewhere[0]["what"].as_str().is_some_and(|words| words.contains("jemand anderes")),
        "{elsewhere:?}"
    );
    let desk = Desk::new();
    assert_eq!(desk.does(["enrol", &url, &code])["desk"], "A");
    assert_eq!(desk.does(["enrol", &url, &code])["desk"], "A", "asked again, answered again");
    let used = Desk::new().refuses(["enrol", &url, &code]);
    assert!(used[0]["what"].as_str().is_some_and(|words| words.contains("anderer Platz")), "{used:?}");
    let status = service.says(&["status"]);
    assert_eq!(status["desks"].as_array().map(Vec::len), Some(1));
    let device = status["desks"][0]["device"].as_str().expect("an id");
    let _ = service.says(&["revoke", device]);
    let cut_off = desk.refuses(["sync", "--once"]);
    assert!(cut_off[0]["what"].as_str().is_some_and(|words| words.contains("gesperrt")), "{cut_off:?}");
}

#[test]
fn an_older_copy_that_was_put_back_does_not_overwrite_the_others() {
    let service = Service::new();
    let one = Desk::demo(1, 1);
    let _ = enrol_town(&service, &one, None);
    let _ = syncs(&one);
    let database = one.data().join("amtsstube.db");
    let copy = std::fs::read(&database).expect("the database");
    let _ = files(&one);
    let _ = syncs(&one);
    let before = service.says(&["status"]);
    for ending in ["db-wal", "db-shm"] {
        let _ = std::fs::remove_file(one.data().join(format!("amtsstube.{ending}")));
    }
    std::fs::write(&database, copy).expect("put back");
    let refused = one.refuses(["sync", "--once"]);
    assert!(refused[0]["what"].as_str().is_some_and(|words| words.contains("mehr")), "{refused:?}");
    assert_eq!(service.says(&["status"]), before);
}
