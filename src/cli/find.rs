//! `person find` and `search`.

use super::say::{Fail, Said};
use super::{Office, disclose, double};
use crate::desk::look::{Hit, HitKind};
use crate::words;
use clap::ArgMatches;
use serde_json::{Value, json};

fn asked(args: &ArgMatches) -> (&str, usize) {
    let text = args.get_one::<String>("text").map_or("", String::as_str);
    (text, args.get_one::<usize>("limit").copied().unwrap_or(20))
}

/// Finds persons; what else is done about them is [`double`]'s.
pub(super) fn person(args: &ArgMatches) -> Result<Said, Fail> {
    let args = match args.subcommand() {
        Some(("disclose", args)) => return disclose::disclose(args),
        Some(("merge", args)) => return double::merge(args),
        Some(("split", args)) => return double::split(args),
        Some(("list-duplicates", args)) => return double::list(args),
        Some((_, args)) => args,
        None => return Err(Fail(Vec::new())),
    };
    let office = Office::open(args)?;
    let (text, limit) = asked(args);
    let hits = office.desk.find_person(&office.session, text, limit)?;
    let json = hits.iter().map(|hit| {
        let row = &hit.row;
        json!({ "id": row.id, "name": row.name, "birth": row.birth, "street": row.street, "house": row.house,
                "postcode": row.postcode, "place": row.place, "blocked": row.blocked, "why": hit.why.name() })
    });
    let lines = hits.iter().map(|hit| {
        let row = &hit.row;
        let birth = words::stored_day(&row.birth);
        format!("{}  {}  {}  {} {}", row.id, row.name, birth, row.street, row.house)
    });
    Ok(Said::new(json.collect(), lines.collect()))
}

/// Finds everything.
pub(super) fn everything(args: &ArgMatches) -> Result<Said, Fail> {
    let office = Office::open(args)?;
    let (text, limit) = asked(args);
    let hits = office.desk.search(&office.session, text, limit)?;
    let lines = hits.iter().map(|hit| {
        let detail: Vec<String> = hit.detail.iter().map(|detail| words::stored_day(detail)).collect();
        format!("{}  {}", hit.title, detail.join("  "))
    });
    Ok(Said::new(hits.iter().map(hit).collect(), lines.collect()))
}

fn hit(hit: &Hit) -> Value {
    let kind = match hit.kind {
        HitKind::Person => "person",
        HitKind::Case => "case",
        HitKind::Paper => "paper",
        HitKind::Draft => "draft",
        HitKind::Correction => "correction",
    };
    json!({ "kind": kind, "id": hit.id, "case": hit.case, "title": hit.title, "detail": hit.detail,
            "blocked": hit.blocked })
}
