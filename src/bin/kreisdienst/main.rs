//! The service of the Kreis: arguments, settings, log, then `serve` or a question to its database. No rule lives here.

mod answers;
mod mailbox;
mod run;

use amtsstube::catalogue::pack::Withdrawn;
use amtsstube::district::config::Config;
use amtsstube::district::store::DeskStatus;
use amtsstube::district::{self, AsideError, Postgres, Publication, PublishError, Sqlite, Store, tls};
use amtsstube::domain::id::Digest;
use amtsstube::domain::problem::{LocalText, Problem};
use amtsstube::usage;
use amtsstube::wire::SecretKey;
use amtsstube::words;
use anyhow::{Context as _, Result, bail};
use chrono::{DateTime, Utc};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use mailbox::town;
use serde_json::json;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

fn command() -> Command {
    let about = |name: &'static str| Command::new(name).about(words::text(&format!("kreisdienst-{name}")));
    let arg = |name: &'static str, value: &'static str| {
        let help = words::text(&format!("kreisdienst-arg-{name}"));
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("kreisdienst")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words::text("kreisdienst-about"))
        .subcommand_required(true)
        .arg(arg("config", "FILE").value_parser(value_parser!(PathBuf)).global(true))
        .arg(arg("data", "DIR").value_parser(value_parser!(PathBuf)).global(true))
        .arg(arg("json", "").action(ArgAction::SetTrue).value_name(None).global(true))
        .subcommand(about("serve"))
        .subcommand(about("migrate"))
        .subcommand(
            about("enrol-code")
                .arg(arg("town", "AGS").required(true))
                .arg(arg("desk", "NAME").required(true)),
        )
        .subcommand(
            about("publish").arg(
                Arg::new("pack")
                    .required(true)
                    .value_name("PACK")
                    .value_parser(value_parser!(PathBuf))
                    .help(words::text("kreisdienst-arg-pack")),
            ),
        )
        .subcommand(
            about("withdraw")
                .arg(arg("key", "KEY").required_unless_present("digest").conflicts_with("digest"))
                .arg(arg("digest", "PACK"))
                .arg(arg("reason", "TEXT").required(true))
                .arg(arg("publisher", "NAME").required(true)),
        )
        .subcommand(about("status"))
        .subcommand(about("check"))
        .subcommand(about("mail"))
        .subcommand(
            about("inbox")
                .subcommand_required(true)
                .subcommand(
                    Command::new("put")
                        .about(words::text("kreisdienst-inbox-put"))
                        .after_help(words::text("kreisdienst-inbox-before"))
                        .arg(arg("town", "AGS").required(true))
                        .arg(
                            Arg::new("file")
                                .required(true)
                                .num_args(1..)
                                .value_name("FILE")
                                .value_parser(value_parser!(PathBuf))
                                .help(words::text("kreisdienst-arg-file")),
                        ),
                )
                .subcommand(
                    Command::new("answers").about(words::text("kreisdienst-inbox-answers")).arg(
                        Arg::new("out")
                            .long("out")
                            .required(true)
                            .value_name("FOLDER")
                            .value_parser(value_parser!(PathBuf))
                            .help(words::text("kreisdienst-arg-answers")),
                    ),
                ),
        )
        .subcommand(about("revoke").arg(device()))
        .subcommand(about("readmit").arg(device()))
        .subcommand(
            about("aside")
                .subcommand(about("take").arg(device()).arg(arg("by", "NAME").required(true)))
                .subcommand(about("drop").arg(device()).arg(arg("by", "NAME").required(true))),
        )
}

fn device() -> Arg {
    Arg::new("device").required(true).value_name("DEVICE").help(words::text("kreisdienst-arg-device"))
}

fn main() -> ExitCode {
    words::speak(words::Language::of_surroundings());
    let matches = match usage::read(command) {
        Ok(matches) => matches,
        Err(error) => {
            let json = std::env::args_os().any(|arg| arg == "--json");
            return usage::told(&error, json, |problems| refused(&told(&problems, json), json));
        }
    };
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// For scripts where they read, for people where those do.
fn refused(words: &str, json: bool) {
    // Nobody is left to hear where the terminal is gone.
    let _ =
        if json { writeln!(std::io::stdout(), "{words}") } else { writeln!(std::io::stderr(), "{words}") };
}

fn run(matches: &ArgMatches) -> Result<()> {
    let Some((name, sub)) = matches.subcommand() else { bail!("no command") };
    let path = |name: &str| sub.get_one::<PathBuf>(name).cloned();
    let config = Config::read(path("config").as_deref(), path("data"))?;
    std::fs::create_dir_all(&config.data).with_context(|| config.data.display().to_string())?;
    #[cfg(unix)]
    std::fs::set_permissions(&config.data, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        match &config.database {
            Some(url) => {
                let store = Postgres::open(url, config.database_authority.as_deref()).await?;
                act(&config, store, name, sub).await
            }
            None => act(&config, Sqlite::open(&config.sqlite())?, name, sub).await,
        }
    })
}

async fn act<S: Store>(config: &Config, store: S, name: &str, args: &ArgMatches) -> Result<()> {
    match name {
        "serve" => run::serve(config, store, args.get_flag("json")).await,
        "migrate" => run::migrate(&store, args).await,
        "enrol-code" => enrol_code(config, &store, args).await,
        "publish" => publish(&store, args).await,
        "withdraw" => withdraw(&store, args).await,
        "revoke" => revoke(&store, args, true).await,
        "readmit" => revoke(&store, args, false).await,
        "check" => check(&store, args).await,
        "aside" => aside(&store, args).await,
        "mail" => mailbox::mail(&store, args).await,
        "inbox" => mailbox::inbox(config, &store, args).await,
        _ => status(&store, args).await,
    }
}

async fn enrol_code<S: Store>(config: &Config, store: &S, args: &ArgMatches) -> Result<()> {
    let (town, desk) = (town(args)?, word(args, "desk"));
    if desk.is_empty() || desk.len() > 60 {
        bail!(words::text("kreisdienst-no-desk"));
    }
    let pin = tls::identity(config)?.pin;
    let (code, kept) = district::code(&town, &desk, pin, random()?);
    store.add_code(kept).await?;
    let code = code.to_string();
    let lines = [config.url.clone(), code.clone()];
    say(args.get_flag("json"), &json!({ "url": config.url, "code": code }), &lines);
    Ok(())
}

async fn publish<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let path = args.get_one::<PathBuf>("pack").cloned().unwrap_or_default();
    let published = match district::publish(store, &path, random()?).await {
        Err(PublishError::Problems(problems)) => bail!(told(&problems, args.get_flag("json"))),
        other => other?,
    };
    let Publication { manifest, again, .. } = &published;
    let word = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let title = manifest.title.get(words::language().tag());
    let names = [word("title", title), word("version", &manifest.version.to_string())].into();
    let line =
        words::said(if *again { "kreisdienst-published-again" } else { "kreisdienst-published" }, &names);
    let json = json!({ "name": manifest.name, "version": manifest.version, "again": again });
    say(args.get_flag("json"), &json, &[line]);
    Ok(())
}

/// Takes a publisher's key or a pack back. A key may be typed in groups, as the desks show it.
async fn withdraw<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let hex = |name: &str| args.get_one::<String>(name).map(|text| text.replace(' ', "").to_lowercase());
    let read = |name: &str| match hex(name).map(|text| text.parse::<Digest>()) {
        None => Ok(None),
        Some(Ok(digest)) => Ok(Some(digest)),
        Some(Err(_)) => bail!(words::text("kreisdienst-no-key")),
    };
    let new = Withdrawn { key: read("key")?, pack: read("digest")?, reason: word(args, "reason") };
    let title = in_both("kreisdienst-withdrawn-title");
    let done = district::withdraw(store, new, &word(args, "publisher"), title, random()?).await;
    let done = match done {
        Err(PublishError::Problems(problems)) => bail!(told(&problems, args.get_flag("json"))),
        other => other?,
    };
    let line = words::text(if done.again { "kreisdienst-withdrawn-again" } else { "kreisdienst-withdrawn" });
    say(args.get_flag("json"), &json!({ "version": done.manifest.version, "again": done.again }), &[line]);
    Ok(())
}

/// A sentence in both languages of the window, whoever types the command.
fn in_both(id: &str) -> LocalText {
    let own = words::language();
    let said = |language| {
        words::speak(language);
        words::text(id)
    };
    let title = LocalText { de: said(words::Language::German), en: said(words::Language::English) };
    words::speak(own);
    title
}

/// All that speaks against a pack, a line each: where, what, what to do.
fn told(problems: &[Problem], as_json: bool) -> String {
    let what = |problem: &Problem| words::said(&problem.id, &problem.args);
    let remedy = |problem: &Problem| words::remedy(&problem.id, &problem.args).unwrap_or_default();
    if as_json {
        let row = |problem: &Problem| json!({ "where": problem.field, "what": what(problem), "remedy": remedy(problem), "id": problem.id });
        return json!({ "problems": problems.iter().map(row).collect::<Vec<_>>() }).to_string();
    }
    let line = |problem: &Problem| {
        let place = if problem.field.is_empty() { String::new() } else { format!("{}: ", problem.field) };
        format!("{place}{} {}", what(problem), remedy(problem))
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn word(args: &ArgMatches, name: &str) -> String {
    args.get_one::<String>(name).map_or("", String::as_str).trim().to_owned()
}

async fn revoke<S: Store>(store: &S, args: &ArgMatches, revoked: bool) -> Result<()> {
    let device = word(args, "device");
    let known = match device.parse() {
        Ok(device) => store.revoke(device, revoked).await?,
        Err(_) => false,
    };
    if !known {
        bail!(words::text("kreisdienst-no-device"));
    }
    let line = words::text(if revoked { "kreisdienst-revoked" } else { "kreisdienst-readmitted" });
    say(args.get_flag("json"), &json!({ "device": device, "revoked": revoked }), &[line]);
    Ok(())
}

async fn check<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let key = SecretKey::new(&store.seed(random()?).await?);
    let checked = district::check(store, key.public()).await?;
    let counts = [
        ("towns", checked.towns),
        ("desks", checked.desks),
        ("events", checked.events),
        ("papers", checked.papers),
    ];
    let counts = counts.map(|(name, count)| (name.to_owned(), count.to_string()));
    let mut lines = vec![words::said("kreisdienst-checked", &counts.into())];
    let mut problems = Vec::new();
    for fault in &checked.faults {
        let id = format!("kreisdienst-check-{}", fault.what);
        let what = words::said(&id, &[("at".to_owned(), fault.at.clone())].into());
        lines.push(format!("{}  {what}", fault.town));
        let remedy = words::text("kreisdienst-check-remedy");
        problems.push(json!({ "where": fault.town, "what": what, "remedy": remedy }));
    }
    let json = json!({
        "towns": checked.towns, "desks": checked.desks, "events": checked.events, "papers": checked.papers,
        "problems": problems,
    });
    say(args.get_flag("json"), &json, &lines);
    if !checked.faults.is_empty() {
        bail!(words::text("kreisdienst-check-remedy"));
    }
    Ok(())
}

async fn aside<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    if let Some((name, args)) = args.subcommand() {
        let device = word(args, "device").parse();
        let device = device.map_err(|_| anyhow::anyhow!(words::text("kreisdienst-no-device")))?;
        let key = SecretKey::new(&store.seed(random()?).await?);
        let decided = district::decide_aside(store, &key, device, name == "take", word(args, "by")).await;
        let events = match decided {
            Ok(events) => events,
            Err(AsideError::Nothing) => bail!(words::text("kreisdienst-aside-nothing")),
            Err(AsideError::DoesNotFollow) => bail!(words::text("kreisdienst-aside-follows-not")),
            Err(AsideError::Store(error)) => return Err(error.into()),
        };
        let id = if name == "take" { "kreisdienst-aside-taken" } else { "kreisdienst-aside-dropped" };
        let line = words::said(id, &[("events".to_owned(), events.to_string())].into());
        say(args.get_flag("json"), &json!({ "device": device, "events": events }), &[line]);
        return Ok(());
    }
    let aside = store.aside().await?;
    let rows: Vec<_> = aside
        .iter()
        .map(|desk| {
            json!({
                "town": desk.town, "device": desk.device, "code": desk.code, "name": desk.name,
                "events": desk.events, "first_came": desk.first_came, "last_came": desk.last_came,
            })
        })
        .collect();
    let mut lines: Vec<_> = aside
        .iter()
        .map(|desk| {
            let events = [("events".to_owned(), desk.events.to_string())];
            let events = words::said("kreisdienst-aside-events", &events.into());
            format!("{}  {:<3} {:<24} {events}  {}", desk.town, desk.code, desk.name, desk.device)
        })
        .collect();
    lines.push(words::text(if aside.is_empty() {
        "kreisdienst-aside-nothing"
    } else {
        "kreisdienst-aside-decide"
    }));
    say(args.get_flag("json"), &json!({ "aside": rows }), &lines);
    Ok(())
}

async fn status<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let desks = store.desks().await?;
    let rows: Vec<_> = desks
        .iter()
        .map(|desk| {
            json!({
                "town": desk.town, "device": desk.device, "code": desk.code, "name": desk.name,
                "events": desk.events, "revoked": desk.revoked, "valid_until": moment(desk.valid_until),
            })
        })
        .collect();
    let lines: Vec<_> = desks
        .iter()
        .map(|desk| {
            let until =
                moment(desk.valid_until).map_or_else(String::new, |until| words::date(until.date_naive()));
            let state = if desk.revoked { words::text("kreisdienst-is-revoked") } else { until };
            let DeskStatus { town, code, name, events, device, .. } = desk;
            format!("{town}  {code:<3} {name:<24} {events:>9}  {device}  {state}")
        })
        .collect();
    say(args.get_flag("json"), &json!({ "desks": rows }), &lines);
    Ok(())
}

fn moment(seconds: Option<i64>) -> Option<DateTime<Utc>> {
    seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0))
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(bytes)
}

fn say(as_json: bool, json: &serde_json::Value, lines: &[String]) {
    let text = if as_json { json.to_string() } else { lines.join("\n") };
    let mut out = std::io::stdout().lock();
    // A reader that went away needs no answer.
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
