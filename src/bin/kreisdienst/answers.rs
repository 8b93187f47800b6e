//! Answers to portals: fetches what the towns' desks sealed for the service and lays it into a folder of the operator's.

use super::{random, say};
use amtsstube::district::{self, Store};
use amtsstube::wire::SecretKey;
use amtsstube::words;
use anyhow::{Context as _, Result, bail};
use clap::ArgMatches;
use serde_json::json;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Lays each answer below the folder, in one that is called as its town, and lets the service forget it. One that cannot be laid stays there
/// and keeps no other away.
pub(super) async fn fetch<S: Store>(store: &S, args: &ArgMatches) -> Result<()> {
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let key = SecretKey::new(&store.seed(random()?).await?);
    let (mut rows, mut lines, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for name in district::answers(store).await? {
        let opened = match district::answer(store, &key, &name).await {
            Ok(Some(opened)) => opened,
            Ok(None) => continue,
            Err(error) => {
                problems.push(format!("{}: {error}", name.office));
                continue;
            }
        };
        let word = |id: &str, value: String| words::said(id, &[("file".to_owned(), value)].into());
        let laid = match opened {
            Ok(notice) => match plain(&notice.name) {
                Some(file) => lay(&out.join(&name.office), file, &notice.bytes),
                None => Err(anyhow::anyhow!(word(
                    "kreisdienst-answers-name",
                    notice.name.escape_debug().to_string()
                ))),
            },
            Err(_) => Err(anyhow::anyhow!(word("kreisdienst-answers-no", name.blob.to_string()))),
        };
        match laid {
            Ok(path) => {
                // What the service could not forget is fetched again, and is the same.
                if let Err(error) = district::handed_on(store, name.clone()).await {
                    problems.push(format!("{}: {error}", name.office));
                }
                let path = path.display().to_string();
                lines.push(word("kreisdienst-answers-laid", path.clone()));
                rows.push(json!({ "town": name.office, "file": path }));
            }
            Err(why) => problems.push(format!("{}: {why:#}", name.office)),
        }
    }
    if rows.is_empty() && problems.is_empty() {
        lines.push(words::text("kreisdienst-answers-none"));
    }
    say(args.get_flag("json"), &json!({ "answers": rows, "problems": problems }), &lines);
    if problems.is_empty() { Ok(()) } else { bail!(problems.join("\n")) }
}

/// The name where it is one of a file alone that everybody is shown; a desk may have written anything.
fn plain(name: &str) -> Option<&str> {
    let is_file = Path::new(name).file_name().is_some_and(|file| file == name);
    let shown =
        !name.starts_with('.') && !name.contains(['/', '\\', ':']) && !name.chars().any(char::is_control);
    (is_file && shown).then_some(name)
}

/// Writes a file whole or not at all, and on the disk: the service forgets it then. One of the same bytes that is there is that one.
fn lay(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let (path, part) = (folder.join(name), folder.join(format!(".{name}.part")));
    let place = || path.display().to_string();
    if let Ok(there) = std::fs::read(&path) {
        if there == bytes {
            return Ok(path);
        }
        bail!(words::said("kreisdienst-answers-there", &[("file".to_owned(), place())].into()));
    }
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let mut file = std::fs::File::create(&part).with_context(place)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).with_context(place)?;
    std::fs::rename(&part, &path).with_context(place)?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).with_context(place)?;
    Ok(path)
}
