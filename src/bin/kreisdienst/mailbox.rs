//! The mailboxes of the offices: lays files into one, and tells what lies in them.

use super::{moment, random, say, word};
use amtsstube::district::config::Config;
use amtsstube::district::store::MailCount;
use amtsstube::district::{self, Laid, NotLaid, Store};
use amtsstube::domain::office::{OUTSIDE, is_office};
use amtsstube::wire::{MAX_NOTICE, Notice, SecretKey};
use amtsstube::words;
use anyhow::{Result, bail};
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

/// The office that is meant: no desk is ever let in for one that there cannot be.
pub(super) fn town(args: &ArgMatches) -> Result<String> {
    let town = word(args, "town");
    if town == OUTSIDE {
        bail!(words::text("kreisdienst-town-outside"));
    }
    if is_office(&town) { Ok(town) } else { bail!(words::text("kreisdienst-no-town")) }
}

/// Lays each file into the mailbox of a town's desks. One that is not taken keeps no other away.
pub(super) async fn inbox<S: Store>(config: &Config, store: &S, args: &ArgMatches) -> Result<()> {
    let Some((name, args)) = args.subcommand() else { bail!("no command") };
    if name == "answers" {
        return super::answers::fetch(store, args).await;
    }
    let town = town(args)?;
    let seed = store.seed(random()?).await?;
    let key = SecretKey::new(&seed);
    let (mut rows, mut lines, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for path in args.get_many::<PathBuf>("file").into_iter().flatten() {
        let place = path.display().to_string();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let said = |id: &str| words::said(id, &[("file".to_owned(), place.clone())].into());
        let laid = match read(path) {
            Err(why) => Err(format!("{place}: {why}")),
            Ok(bytes) => {
                let notice = Notice { name, bytes };
                match district::lay(store, &config.limits, &key, &seed, (&town, &notice)).await {
                    Ok(laid) => Ok(laid),
                    Err(NotLaid::Store(error)) => return Err(error.into()),
                    Err(NotLaid::NoTown) => bail!(words::text("kreisdienst-no-town")),
                    Err(NotLaid::Nobody) => bail!(words::text("kreisdienst-inbox-nobody")),
                    Err(NotLaid::Empty) => Err(said("kreisdienst-inbox-empty")),
                    Err(NotLaid::TooLarge) => Err(said("kreisdienst-inbox-large")),
                    Err(NotLaid::Full) => Err(said("kreisdienst-inbox-full")),
                }
            }
        };
        match laid {
            Ok(laid) => {
                let what = match laid {
                    Laid::New => "new",
                    Laid::Known => "known",
                    Laid::Taken => "taken",
                    Laid::Dropped => "dropped",
                };
                lines.push(said(&format!("kreisdienst-inbox-{what}")));
                rows.push(json!({ "file": place, "laid": what }));
            }
            Err(problem) => problems.push(problem),
        }
    }
    say(args.get_flag("json"), &json!({ "town": town, "files": rows, "problems": problems }), &lines);
    if problems.is_empty() { Ok(()) } else { bail!(problems.join("\n")) }
}

/// A file, no further than what is taken.
fn read(path: &std::path::Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_NOTICE).unwrap_or(u64::MAX).saturating_add(1);
    let _ = std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What lies in each mailbox, by sender, and since when.
pub(super) async fn mail<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let counts = store.mail_counts().await?;
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for count in &counts {
        let MailCount { town, sender, bundles, bytes, oldest } = count;
        let since = moment(Some(*oldest));
        rows.push(
            json!({ "office": town, "from": sender, "bundles": bundles, "bytes": bytes, "since": since }),
        );
        let word = |name: &str, value: String| (name.to_owned(), value);
        let since = since.map_or_else(String::new, |since| words::date(since.date_naive()));
        let size = bytes.div_ceil(1 << 20).to_string();
        let words = [word("bundles", bundles.to_string()), word("size", size), word("since", since)];
        let named = |office: &String| {
            if office == OUTSIDE { words::text("kreisdienst-outside") } else { office.clone() }
        };
        let (sender, town) = (named(sender), named(town));
        lines.push(format!("{sender} → {town}  {}", words::said("kreisdienst-mail-lies", &words.into())));
    }
    if counts.is_empty() {
        lines.push(words::text("kreisdienst-mail-nothing"));
    }
    say(args.get_flag("json"), &json!({ "mail": rows }), &lines);
    Ok(())
}
