//! `backup`, `restore`, and the beginning of a new desk with a neighbour's backup.

use super::Office;
use super::office;
use super::progress::Shown;
use super::say::{Fail, Said};
use crate::desk::backup::{self, Sealed};
use crate::desk::clock::Clock;
use crate::desk::outside;
use crate::domain::problem::Problem;
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

fn file(args: &ArgMatches, name: &str) -> PathBuf {
    args.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// The passphrase of the backup, or the recovery key, which the database's own key is as well.
fn secret(args: &ArgMatches) -> Result<String, Fail> {
    let secret = secret_of(args, "AMTSSTUBE_PASSPHRASE")?;
    Ok(secret.ok_or_else(|| Problem::error("AMTSSTUBE_PASSPHRASE", "backup-passphrase-missing"))?)
}

/// A passphrase out of the file that is named for it, or out of the variable; nothing where both are empty.
pub(super) fn secret_of(args: &ArgMatches, variable: &str) -> Result<Option<String>, Fail> {
    let from_file = match args.get_one::<PathBuf>("passphrase-file") {
        Some(path) => Some(outside::read_text(path)?),
        None => None,
    };
    let secret = from_file.or_else(|| std::env::var(variable).ok());
    let secret = secret.map(|text| text.trim_end_matches(['\r', '\n']).to_owned());
    Ok(secret.filter(|text| !text.is_empty()))
}

fn stopped() -> Fail {
    Problem::error("", "backup-stopped").into()
}

/// Writes a backup.
pub(super) fn write(args: &ArgMatches) -> Result<Said, Fail> {
    let secret = secret(args)?;
    let office = Office::open(args)?;
    let (path, mut shown) = (file(args, "backup"), Shown::new());
    let mut go_on = |done, of| shown.bytes("cli-progress-backup", done, of);
    let sealed = office.desk.back_up(&office.session, &path, &secret, &mut go_on)?;
    shown.clear();
    let sealed = sealed.ok_or_else(stopped)?;
    let said = [("path", path.display().to_string()), ("size", megabytes(sealed.bytes))];
    Ok(Said::line(as_json(&sealed), words::said("cli-backup-written", &named(said))))
}

/// Puts one back.
pub(super) fn restore(args: &ArgMatches) -> Result<Said, Fail> {
    let (place, given) = (office::place(args)?, office::given(args));
    let mut shown = Shown::new();
    let mut go_on = |done, of| shown.bytes("cli-progress-restore", done, of);
    // Whoever has the recovery key at hand needs no passphrase.
    let secret = secret(args).or_else(|fail| given.text.clone().ok_or(fail))?;
    let sealed = backup::restore(&place, &given, &file(args, "backup"), &secret, &mut go_on)?;
    shown.clear();
    let sealed = sealed.ok_or_else(stopped)?;
    Ok(Said::line(as_json(&sealed), words::said("cli-backup-restored", &told(&sealed))))
}

/// Makes the desk that is to be enrolled out of a neighbour's backup, where one is named.
pub(super) fn begin(args: &ArgMatches) -> Result<(), Fail> {
    let Some(path) = args.get_one::<PathBuf>("from") else { return Ok(()) };
    let (place, given) = (office::place(args)?, office::given(args));
    let code = args.get_one::<String>("code").cloned().unwrap_or_default();
    let (secret, mut shown) = (secret(args)?, Shown::new());
    let mut go_on = |done, of| shown.bytes("cli-progress-restore", done, of);
    let from = (path.as_path(), secret.as_str());
    let sealed = backup::begin_with(&place, &given, from, &code, Clock::of_this_program(), &mut go_on)?;
    shown.clear();
    sealed.map(drop).ok_or_else(stopped)
}

fn named<const N: usize>(said: [(&str, String); N]) -> std::collections::BTreeMap<String, String> {
    said.map(|(name, value)| (name.to_owned(), value)).into()
}

fn told(sealed: &Sealed) -> std::collections::BTreeMap<String, String> {
    let made = words::moment(crate::desk::clock::legal_moment(sealed.made));
    named([("town", sealed.town.clone()), ("desk", sealed.desk.clone()), ("made", made)])
}

fn megabytes(bytes: u64) -> String {
    words::count(usize::try_from(bytes.div_ceil(1_000_000)).unwrap_or(usize::MAX))
}

fn as_json(sealed: &Sealed) -> Value {
    json!({ "town": sealed.town, "desk": sealed.desk, "made": sealed.made, "events": sealed.events, "bytes": sealed.bytes })
}
