//! A town's own building blocks for a service's decisions: read from a file like the catalogue's (`[[block]]`), checked as a whole,
//! kept as a value of the town. Decides nothing and stores nothing.

use super::read::{File, Source};
use super::service::Service;
use super::show::pattern_paths;
use crate::domain::block::Part;
use crate::domain::case::Outcome;
use crate::domain::din91379::{self, Kind};
use crate::domain::problem::{LocalText, Problem};
use crate::domain::town::Town;
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::de::DeValue;

/// Most blocks of a town for one service.
const MOST: usize = 100;
/// Most bytes of a file.
const LARGEST: usize = 64 << 10;

/// A block that the town wrote.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnBlock {
    /// Its id, unique in the file.
    pub id: String,
    /// What it is about.
    pub title: LocalText,
    /// Where it belongs.
    pub part: Part,
    /// What it says, in German as the letter does; `{ort}` stands for the answer.
    pub text: String,
    /// The paragraph that it rests on.
    pub law: Option<String>,
    /// The outcomes that it fits; all where there is none.
    #[serde(default, rename = "outcome")]
    pub outcomes: Vec<Outcome>,
}

/// Under which key the town's blocks for a service are kept.
pub fn key(slug: &str) -> String {
    format!("bausteine.{slug}")
}

/// The blocks that a file says. An empty one says none.
///
/// Errors: everything that is wrong, with file and line.
pub fn read(service: &Service, file: &File) -> Result<Vec<OwnBlock>, Vec<Problem>> {
    let source = Source::new(file);
    if file.text.len() > LARGEST {
        source.tell(0, Problem::error("", "own-blocks-large").with("kilobytes", LARGEST >> 10));
        return Err(source.finish());
    }
    let (mut blocks, mut seen) = (Vec::<OwnBlock>::new(), BTreeSet::new());
    for (key, value) in source.table() {
        let (at, name) = (key.span().start, key.get_ref().as_ref().to_owned());
        let DeValue::Array(items) = value.into_inner() else {
            source.tell(at, Problem::error("", "own-blocks-only").with("name", name));
            continue;
        };
        if name != "block" {
            source.tell(at, Problem::error("", "own-blocks-only").with("name", name));
            continue;
        }
        for item in items {
            let at = item.span().start;
            let Some(block) = source.take::<OwnBlock>(item) else { continue };
            if !seen.insert(block.id.clone()) {
                source.tell(at, Problem::error("", "own-blocks-twice").with("block", &block.id));
            }
            for problem in faults(service, &block) {
                source.tell(at, problem);
            }
            blocks.push(block);
        }
    }
    if blocks.len() > MOST {
        source.tell(0, Problem::error("", "own-blocks-many").with("most", MOST));
    }
    let problems = source.finish();
    if problems.is_empty() { Ok(blocks) } else { Err(problems) }
}

/// What is wrong with a block by itself.
fn faults(service: &Service, block: &OwnBlock) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tell = |problem: Problem| problems.push(problem.with("block", &block.id));
    let is_id = |id: &str| {
        !id.is_empty() && id.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_".contains(sign))
    };
    if !is_id(&block.id) {
        tell(Problem::error("", "own-blocks-id"));
    }
    if block.title.de.trim().is_empty() || block.text.trim().is_empty() {
        tell(Problem::error("", "own-blocks-empty"));
    }
    let fits = match block.part {
        Part::Reasons => true,
        Part::Condition => block.outcomes.iter().all(|outcome| *outcome == Outcome::Conditional),
    };
    if !service.steps.contains_key("decided") || !fits {
        tell(Problem::error("", "catalogue-block-unfit"));
    }
    let lines =
        [block.title.de.as_str(), &block.title.en, &block.text, block.law.as_deref().unwrap_or_default()];
    for line in lines.iter().flat_map(|text| text.lines()) {
        for sign in din91379::check(line, Kind::Extended).err().into_iter().flatten() {
            tell(Problem::error("", "own-blocks-character").with("character", sign.sequence));
        }
    }
    for path in pattern_paths(&block.text).filter(|path| service.field(path).is_none()) {
        tell(Problem::error("", "catalogue-field-unknown").with("field", path));
    }
    problems
}

/// The blocks of the town for a service. What a newer version of the service no longer fits is left out: [`read`] says why.
pub fn of(service: &Service, town: &Town) -> Vec<OwnBlock> {
    let blocks = blocks(town.get(&key(&service.slug)));
    blocks.into_iter().filter(|block| faults(service, block).is_empty()).collect()
}

/// The blocks in a text, without what cannot be read of it.
fn blocks(text: &str) -> Vec<OwnBlock> {
    if text.is_empty() {
        return Vec::new();
    }
    let file = File { name: String::new(), text: text.to_owned() };
    let source = Source::new(&file);
    let blocks = source.table().into_iter().filter_map(|(_, value)| match value.into_inner() {
        DeValue::Array(items) => Some(items),
        _ => None,
    });
    blocks.flatten().filter_map(|item| source.take::<OwnBlock>(item)).collect()
}

/// What each of several texts says that not all of them say, as a person tells them apart: its blocks by title and words. A text that
/// says nothing else than all of them is told by the titles of its blocks, an empty one by a dash.
pub fn apart(texts: &[&str], language: &str) -> Vec<String> {
    let all: Vec<Vec<OwnBlock>> = texts.iter().map(|text| blocks(text)).collect();
    let is_in_all = |block: &OwnBlock| all.iter().all(|blocks| blocks.contains(block));
    let told = |blocks: &Vec<OwnBlock>| {
        let own = blocks.iter().filter(|block| !is_in_all(block));
        let own = own.map(|block| format!("{}: {}", block.title.get(language), block.text.trim()));
        let own: Vec<String> = own.collect();
        let titles = || blocks.iter().map(|block| block.title.get(language).to_owned()).collect();
        let told: Vec<String> = if own.is_empty() { titles() } else { own };
        if told.is_empty() { "–".to_owned() } else { told.join(" · ") }
    };
    all.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;

    fn service() -> &'static Service {
        let today = "2026-11-27".parse().expect("a day");
        Catalogue::built_in().current("gestattung", today).expect("a service")
    }

    fn file(text: &str) -> File {
        File { name: "bausteine.toml".to_owned(), text: text.to_owned() }
    }

    const GOOD: &str = "[[block]]\nid = \"schuetzen\"\npart = \"condition\"\ntitle = { de = \"Schützenplatz\" }\n\
        text = \"Der Platz ({ort}) ist bis 10 Uhr des Folgetages zu räumen.\"\nlaw = \"§ 5 der Platzordnung\"\n";

    #[test]
    fn a_file_of_the_town_is_read_and_stands_beside_the_catalogues() {
        let blocks = read(service(), &file(GOOD)).expect("read");
        assert_eq!((blocks.len(), blocks[0].id.as_str(), blocks[0].part), (1, "schuetzen", Part::Condition));
        let town = Town::of([(key("gestattung").as_str(), GOOD)]);
        assert_eq!(of(service(), &town), blocks);
        assert!(of(service(), &Town::default()).is_empty());
        let told = crate::catalogue::evaluate_sample(
            service(),
            &service().example,
            &town,
            "2026-11-27".parse().expect("a day"),
        );
        let own: Vec<_> = told.blocks.iter().filter(|block| block.own).collect();
        assert_eq!(own.len(), 1);
        assert!(own[0].written().ends_with("zu räumen (§ 5 der Platzordnung)."), "{}", own[0].written());
        assert!(!own[0].text.contains('{'), "the answer stands in it");
        assert!(told.blocks.iter().any(|block| !block.own), "the catalogue's are there too");
    }

    #[test]
    fn everything_wrong_is_told_with_its_line() {
        let wrong = format!(
            "titel = 1\n{GOOD}[[block]]\nid = \"schuetzen\"\npart = \"condition\"\noutcome = [\"refused\"]\n\
             title = {{ de = \" \" }}\ntext = \"{{nirgends}}\"\n"
        );
        let told = read(service(), &file(&wrong)).expect_err("refused");
        let ids: BTreeSet<&str> = told.iter().map(|problem| problem.id.as_str()).collect();
        let wanted = [
            "own-blocks-only",
            "own-blocks-twice",
            "own-blocks-empty",
            "catalogue-block-unfit",
            "catalogue-field-unknown",
        ];
        assert_eq!(ids, wanted.into());
        assert!(told.iter().all(|problem| problem.field.starts_with("bausteine.toml:")), "{told:?}");
        assert_eq!(told[0].field, "bausteine.toml:1");
    }

    /// Nothing is decided of a certification, so no block fits it.
    #[test]
    fn a_service_that_decides_nothing_has_no_blocks() {
        let today = "2026-11-27".parse().expect("a day");
        let certified = Catalogue::built_in().current("beglaubigung", today).expect("a service");
        let told = read(certified, &file(GOOD)).expect_err("refused");
        assert!(told.iter().any(|problem| problem.id == "catalogue-block-unfit"));
    }

    #[test]
    fn two_versions_are_told_apart_by_the_blocks_that_differ() {
        let block = |id: &str, title: &str, text: &str| {
            format!(
                "[[block]]\nid = \"{id}\"\npart = \"reasons\"\ntext = \"{text}\"\ntitle = {{ de = \"{title}\", en = \"\" }}\n"
            )
        };
        let same = block("a", "Lage", "Am Markt.");
        let one = format!("{same}{}", block("b", "Lärm", "Bis 22 Uhr."));
        let two = format!("{same}{}", block("b", "Lärm", "Bis 23 Uhr."));
        assert_eq!(apart(&[&one, &two], "de"), ["Lärm: Bis 22 Uhr.", "Lärm: Bis 23 Uhr."]);
        assert_eq!(
            apart(&[&one, &same, ""], "de"),
            ["Lage: Am Markt. · Lärm: Bis 22 Uhr.", "Lage: Am Markt.", "–"]
        );
        let noted = format!("# neu\n{same}");
        assert_eq!(apart(&[&same, &noted], "de"), ["Lage", "Lage"], "they say the same");
    }
}
