//! Runs the service until somebody ends it, and makes its tables ready for that. Answers no request.

use super::{random, say};
use amtsstube::district::config::Config;
use amtsstube::district::{self, Running, Store, tls};
use amtsstube::words;
use anyhow::Result;
use clap::ArgMatches;
use serde_json::json;

/// Serves, and says where.
pub(super) async fn serve<S: Store>(config: &Config, store: S, as_json: bool) -> Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let identity = tls::identity(config)?;
    let (running, stopped) = (Running::listen(config.listen).await?, stopped()?);
    let (address, pin) = (running.address.to_string(), identity.pin.to_string());
    let line = words::said("kreisdienst-serves", &[("address".to_owned(), address.clone())].into());
    say(as_json, &json!({ "listens": address, "url": config.url, "pin": pin }), &[line]);
    district::serve(running, identity, store, random()?, config.limits, stopped).await?;
    Ok(())
}

/// Says which version the tables have; whoever opened the database has made or updated them.
pub(super) async fn migrate<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let tables = store.ready().await?;
    let line = words::said("kreisdienst-migrated", &[("tables".to_owned(), tables.to_string())].into());
    say(args.get_flag("json"), &json!({ "tables": tables }), &[line]);
    Ok(())
}

/// Comes true when somebody ends the service: Ctrl+C, or a polite signal. From the call on, not only once it is waited for.
#[cfg(unix)]
fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut polite) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = polite.recv() => {}
        }
    })
}

/// Comes true when somebody ends the service: Ctrl+C.
#[cfg(not(unix))]
fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
