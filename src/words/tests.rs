//! Both languages say the same things with the same values.

use super::{Arg, Language, speak, text_with};
use std::collections::{BTreeMap, BTreeSet};

fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in source.lines() {
        let starts = line.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
        if starts && let Some((id, _)) = line.split_once('=') {
            let id = id.trim().to_owned();
            assert!(found.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
            current = Some(id);
        }
        let Some(values) = current.as_ref().and_then(|id| found.get_mut(id)) else { continue };
        for part in line.split('$').skip(1) {
            let name: String =
                part.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            // `amount-en` is the same value, written the English way.
            let _ = values.insert(name.trim_end_matches("-en").to_owned());
        }
    }
    found
}

fn file(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = format!("{}/assets/i18n/{language}/amtsstube.ftl", env!("CARGO_MANIFEST_DIR"));
    messages(&std::fs::read_to_string(path).expect("the sentences"))
}

#[test]
fn german_and_english_have_the_same_sentences_with_the_same_values() {
    let (german, english) = (file("de"), file("en"));
    let missing: Vec<_> = german.keys().filter(|id| !english.contains_key(*id)).collect();
    let surplus: Vec<_> = english.keys().filter(|id| !german.contains_key(*id)).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "only German: {missing:?}, only English: {surplus:?}");
    let differing: Vec<_> = german.iter().filter(|(id, values)| english[*id] != **values).collect();
    assert!(differing.is_empty(), "other values in English: {differing:?}");
}

#[test]
fn a_static_id_in_the_sources_exists() {
    let known = file("de");
    let mut unknown = BTreeSet::new();
    visit(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut |source| {
        for opening in ["words::text(\"", "words::text_with(\""] {
            for part in source.split(opening).skip(1) {
                let id = part.split('"').next().unwrap_or_default();
                if !known.contains_key(id) {
                    let _ = unknown.insert(id.to_owned());
                }
            }
        }
    });
    let _ = unknown.remove("id");
    let _ = unknown.remove("no-such-sentence");
    assert!(unknown.is_empty(), "no sentence for {unknown:?}");
}

fn visit(folder: &std::path::Path, see: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            visit(&path, see);
        } else if path.extension().is_some_and(|e| e == "rs") {
            see(&std::fs::read_to_string(&path).expect("a source file"));
        }
    }
}

#[test]
fn a_sentence_carries_its_values_without_marks() {
    let loader = super::load(super::Language::English);
    let values = std::collections::HashMap::from([("count", 2)]);
    let said = loader.get_args("problems-count", values);
    assert_eq!(said, "Check 2 entries");
    assert_eq!(super::text("no-such-sentence"), "no-such-sentence");
    assert_eq!(super::text_with("problems-count", [("count", 1usize.into())]), "1 Angabe prüfen");
}

#[test]
fn the_language_that_is_spoken_already_disturbs_nobody() {
    std::thread::scope(|threads| {
        let speaks = threads.spawn(|| (0..60).for_each(|_| speak(Language::German)));
        while !speaks.is_finished() {
            assert_eq!(text_with("together-first", [("name", Arg::from("Öz"))]), "Zuerst erfasst: Öz");
        }
    });
}
