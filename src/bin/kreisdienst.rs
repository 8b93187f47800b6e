//! The service of the Kreis: arguments, settings, log, then `serve` or a question to its database. No rule lives here.

use amtsstube::district::config::Config;
use amtsstube::district::{self, Postgres, Running, Sqlite, Store, tls};
use amtsstube::wire::is_town;
use amtsstube::words;
use anyhow::{Context as _, Result, bail};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
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
        .subcommand(
            about("enrol-code")
                .arg(arg("town", "AGS").required(true))
                .arg(arg("desk", "NAME").required(true)),
        )
        .subcommand(about("status"))
        .subcommand(
            about("revoke").arg(
                Arg::new("device")
                    .required(true)
                    .value_name("DEVICE")
                    .help(words::text("kreisdienst-arg-device")),
            ),
        )
}

fn main() -> ExitCode {
    words::speak(words::Language::of_surroundings());
    let matches = command().get_matches();
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
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
            Some(url) => act(&config, Postgres::open(url).await?, name, sub).await,
            None => act(&config, Sqlite::open(&config.sqlite())?, name, sub).await,
        }
    })
}

async fn act<S: Store>(config: &Config, store: S, name: &str, args: &ArgMatches) -> Result<()> {
    match name {
        "serve" => serve(config, store, args.get_flag("json")).await,
        "enrol-code" => enrol_code(config, &store, args).await,
        "revoke" => revoke(&store, args).await,
        _ => status(&store, args).await,
    }
}

async fn serve<S: Store>(config: &Config, store: S, as_json: bool) -> Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let identity = tls::identity(config)?;
    let running = Running::listen(config.listen).await?;
    let (address, pin) = (running.address.to_string(), identity.pin.to_string());
    let line = words::said("kreisdienst-serves", &[("address".to_owned(), address.clone())].into());
    say(as_json, &json!({ "listens": address, "url": config.url, "pin": pin }), &[line]);
    district::serve(running, identity, store, random()?, config.limits, stopped()).await?;
    Ok(())
}

/// Comes true when somebody ends the service: Ctrl+C, or a polite signal.
async fn stopped() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut polite) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupted => {}
                _ = polite.recv() => {}
            }
            return;
        }
    }
    interrupted.await;
}

async fn enrol_code<S: Store>(config: &Config, store: &S, args: &ArgMatches) -> Result<()> {
    let text = |name: &str| args.get_one::<String>(name).map_or("", String::as_str).trim().to_owned();
    let (town, desk) = (text("town"), text("desk"));
    if !is_town(&town) {
        bail!(words::text("kreisdienst-no-town"));
    }
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

async fn revoke<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let device = args.get_one::<String>("device").map_or("", String::as_str);
    let known = match device.parse() {
        Ok(device) => store.revoke(device).await?,
        Err(_) => false,
    };
    if !known {
        bail!(words::text("kreisdienst-no-device"));
    }
    say(args.get_flag("json"), &json!({ "device": device }), &[words::text("kreisdienst-revoked")]);
    Ok(())
}

async fn status<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let desks = store.desks().await?;
    let rows: Vec<_> = desks
        .iter()
        .map(|desk| {
            json!({
                "town": desk.town, "device": desk.device, "code": desk.code, "name": desk.name,
                "events": desk.events, "revoked": desk.revoked,
            })
        })
        .collect();
    let lines: Vec<_> = desks
        .iter()
        .map(|desk| {
            format!("{}  {:<3} {:<24} {:>9}  {}", desk.town, desk.code, desk.name, desk.events, desk.device)
        })
        .collect();
    say(args.get_flag("json"), &json!({ "desks": rows }), &lines);
    Ok(())
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
