//! Reads the sources and fails where the house rules are broken that no compiler knows: layers, openings, length,
//! sentences outside the word files, links that lead nowhere. Changes nothing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::harness::project;
use crate::source;

/// What each layer may import, as in ARCHITECTURE.md. A layer that stands here and not on disk comes later.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("catalogue", &["domain"]),
    ("wire", &["domain", "catalogue"]),
    ("store", &["domain", "catalogue"]),
    ("paper", &["domain", "catalogue"]),
    ("printer", &[]),
    ("exchange", &["domain", "catalogue"]),
    ("sync", &["domain", "catalogue", "wire", "store"]),
    ("desk", &["domain", "catalogue", "wire", "store", "paper", "printer", "exchange", "sync"]),
    ("words", &[]),
    ("timeline", &["desk", "domain", "catalogue", "words"]),
    ("usage", &["domain", "words"]),
    ("ui", &["desk", "domain", "catalogue", "words", "timeline"]),
    ("cli", &["desk", "domain", "catalogue", "words", "timeline", "usage"]),
    ("district", &["domain", "catalogue", "wire"]),
];

/// Crates that belong to one place only: everything else is kept exchangeable.
const HOMES: &[(&str, &[&str])] = &[
    ("iced", &["ui", "bin"]),
    ("accesskit", &["ui"]),
    ("rusqlite", &["store", "district"]),
    ("axum", &["district"]),
    ("fluent_bundle", &["words"]),
    ("tokio_postgres", &["district"]),
    ("tokio_postgres_rustls", &["district"]),
    ("ureq", &["sync"]),
    ("printpdf", &["paper"]),
    ("hypher", &["paper"]),
    ("lopdf", &["paper"]),
    ("openssl", &["paper"]),
    ("ipp", &["printer"]),
    ("quick_xml", &["exchange"]),
    ("png", &["paper"]),
    ("zune_jpeg", &["paper"]),
    ("clap", &["cli", "usage", "bin"]),
    ("anyhow", &["cli", "bin"]),
    ("uuid::Uuid::now_v7", &["desk"]),
];

/// A file is a place to ask at this many lines, and one too many beyond the second number.
const LONG: usize = 400;
const TOO_LONG: usize = 600;

#[test]
fn imports_keep_to_the_layers() {
    let mut faults = String::new();
    for (path, text) in rust("src") {
        let Some(layer) = layer_of(&path) else { continue };
        let code = source::read(&text).code;
        if let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) {
            for (line, module) in imports(&code) {
                let known = LAYERS.iter().any(|(name, _)| *name == module);
                if known && module != layer && !allowed.contains(&module.as_str()) {
                    let _ = writeln!(faults, "{}:{line}: {layer} may not use {module}", path.display());
                }
            }
        } else if layer != "bin" {
            let _ = writeln!(faults, "{}: `{layer}` stands in no row of the layer table", path.display());
        }
        for (name, homes) in HOMES {
            if !homes.contains(&layer.as_str()) && names(&code, name) {
                let _ = writeln!(faults, "{}: `{name}` belongs to {homes:?}", path.display());
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_module_says_what_it_is_for() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(rust);
    let silent: Vec<_> = all.filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "these files do not open with `//! purpose`: {silent:?}");
}

#[test]
fn files_stay_short() {
    let mut long: Vec<_> = rust("src").into_iter().map(|(path, text)| (text.lines().count(), path)).collect();
    long.retain(|(lines, _)| *lines > LONG);
    long.sort();
    for (lines, path) in &long {
        println!("{lines} lines: {}", path.display());
    }
    let worst = long.last().map_or(0, |(lines, _)| *lines);
    assert!(worst <= TOO_LONG, "{long:?}");
}

#[test]
fn sentences_stand_in_the_word_files() {
    let mut faults = String::new();
    for (path, text) in rust("src") {
        if path.ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for literal in source::read(&text).literals {
            let german = literal.text.chars().any(|c| "äöüÄÖÜßẞ".contains(c));
            if german && literal.text.chars().filter(|c| c.is_alphabetic()).count() >= 4 {
                let _ = writeln!(faults, "{}:{}: {}", path.display(), literal.line, literal.text);
            }
        }
    }
    assert!(faults.is_empty(), "German in the code; its place is assets/:\n{faults}");
}

#[test]
fn links_lead_somewhere() {
    let mut faults = String::new();
    for path in files(project(), &|path| path.extension().is_some_and(|ending| ending == "md")) {
        let text = std::fs::read_to_string(&path).expect("a readable page");
        for link in links(&text) {
            let target = link.split('#').next().unwrap_or("");
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let folder = path.parent().unwrap_or(project());
            if !folder.join(target).exists() {
                let _ =
                    writeln!(faults, "{}: {link}", path.strip_prefix(project()).unwrap_or(&path).display());
            }
        }
    }
    assert!(faults.is_empty(), "links that lead nowhere:\n{faults}");
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    // Put together here, so that this file does not contain what it looks for.
    let forbidden =
        [["/ro", "ot/"], ["/wo", "rk/"], ["/home", "/"], ["crates", ".io"], ["pypi", ".org"], ["npm", "js."]]
            .map(|parts| parts.concat());
    let texts = ["rs", "toml", "md", "sh", "py", "ftl", "sql", "yml", "json", "ice", "run"];
    let wanted = |path: &Path| {
        let ending = path.extension().or(path.file_name()).and_then(|ending| ending.to_str()).unwrap_or("");
        texts.contains(&ending)
    };
    let mut faults = String::new();
    for path in files(project(), &wanted) {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for word in forbidden.iter().filter(|word| text.contains(word.as_str())) {
            let _ = writeln!(faults, "{}: {word}", path.strip_prefix(project()).unwrap_or(&path).display());
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn both_languages_say_the_same() {
    let ids = |language: &str| {
        let folder = project().join("assets/i18n").join(language);
        let pages = files(&folder, &|path| path.extension().is_some_and(|ending| ending == "ftl"));
        let mut ids: Vec<String> = Vec::new();
        for path in pages {
            let text = std::fs::read_to_string(path).expect("a readable word file");
            let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            ids.extend(starts.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim().to_owned()));
        }
        ids.sort();
        ids
    };
    let (german, english) = (ids("de"), ids("en"));
    let missing: Vec<_> = german.iter().filter(|id| !english.contains(id)).collect();
    let surplus: Vec<_> = english.iter().filter(|id| !german.contains(id)).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "only in German: {missing:?}\nonly in English: {surplus:?}"
    );
    let twice: Vec<_> = german.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "said twice: {twice:?}");
}

/// The folder below `src/` a file lies in, or the module's own name: `store/log.rs` and `store.rs` are `store`.
fn layer_of(path: &Path) -> Option<String> {
    let first = path.strip_prefix("src").ok()?.components().next()?;
    let name = first.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (name != "lib").then_some(name)
}

/// Modules of this crate that the code names, each with its line: `crate::store::…`, `amtsstube::{desk, …}`.
fn imports(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for root in ["crate::", "amtsstube::"] {
        for (at, _) in code.match_indices(root) {
            let line = code[..at].matches('\n').count() + 1;
            let tail = &code[at + root.len()..];
            let heads = if tail.starts_with('{') { group(tail) } else { vec![word(tail)] };
            found.extend(heads.into_iter().map(|name| (line, name)));
        }
    }
    found
}

/// First words of the members of a `{…}` group, not of the groups inside it.
fn group(text: &str) -> Vec<String> {
    let (mut depth, mut fresh, mut names) = (0, false, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && (c == '{' || c == ',') {
            fresh = true;
        } else if fresh && !c.is_whitespace() {
            names.push(word(&text[at..]));
            fresh = false;
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Whether the code uses the path `name`: as a whole word followed by `::`, or as a call when it has a path itself.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '.');
        whole && (after.starts_with("::") || after.starts_with(';') || name.contains("::"))
    })
}

fn links(page: &str) -> Vec<&str> {
    let starts = page.match_indices("](").map(|(at, open)| &page[at + open.len()..]);
    starts.filter_map(|tail| tail.split_once(')')).map(|(link, _)| link).collect()
}

/// Every Rust file below `folder`, with its path from the project's folder.
fn rust(folder: &str) -> Vec<(PathBuf, String)> {
    let found = files(&project().join(folder), &|path| path.extension().is_some_and(|ending| ending == "rs"));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a readable source");
        (path.strip_prefix(project()).expect("inside the project").to_owned(), text)
    };
    found.into_iter().map(read).collect()
}

fn files(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        if path.is_dir() && name != "target" && name != ".git" {
            found.extend(files(&path, wanted));
        } else if path.is_file() && wanted(&path) {
            found.push(path);
        }
    }
    found
}

#[test]
fn an_import_is_seen_in_every_spelling() {
    let code = "use crate::store::Log;\nuse crate::{\n  domain::{a, b},\n  ui,\n};\nlet x = amtsstube::desk::file();";
    let found = imports(code);
    let names: Vec<_> = found.iter().map(|(line, name)| (*line, name.as_str())).collect();
    assert_eq!(names, [(1, "store"), (2, "domain"), (2, "ui"), (6, "desk")]);
    assert!(names_crate("use iced::Task;") && names_crate("let t = iced::Task::none();"));
    assert!(!names_crate("let noticed = 1;") && !names_crate("my_iced::x()"));
}

#[cfg(test)]
fn names_crate(code: &str) -> bool {
    names(code, "iced")
}
