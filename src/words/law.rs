//! Laws in sentences: `{ LAW("§ 28 VwVfG") }` is said as the town's Land has it. Knows no Land; who opens a desk says how it cites.

use fluent_bundle::{FluentArgs, FluentValue};
use std::sync::{PoisonError, RwLock};

/// How a citation is written here.
type Cites = Box<dyn Fn(&str) -> String + Send + Sync>;

static CITES: RwLock<Option<Cites>> = RwLock::new(None);

/// Names laws in all sentences as `cites` does from now on. Before, as where no town is known yet, they stand as in the files: as the
/// federal act.
pub fn cite_by(cites: impl Fn(&str) -> String + Send + Sync + 'static) {
    *CITES.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(cites));
}

/// The function `LAW` of the files.
pub(super) fn law<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    let cites = CITES.read().unwrap_or_else(PoisonError::into_inner);
    match given.first() {
        Some(FluentValue::String(law)) => cited(cites.as_deref(), law).into(),
        _ => FluentValue::Error,
    }
}

fn cited(cites: Option<&(dyn Fn(&str) -> String + Send + Sync)>, law: &str) -> String {
    cites.map_or_else(|| law.to_owned(), |cites| cites(law))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_law_in_a_sentence_is_cited_as_whoever_opened_the_desk_says() {
        let cites = |law: &str| law.replace("§ 28 VwVfG", "Art. 28 BayVwVfG");
        assert_eq!(cited(None, "§ 28 VwVfG, § 91 AO"), "§ 28 VwVfG, § 91 AO");
        assert_eq!(cited(Some(&cites), "§ 28 VwVfG, § 91 AO"), "Art. 28 BayVwVfG, § 91 AO");
    }

    /// Before a town is known a law stands as in the file, whole; what is printed as help is printed before that.
    #[test]
    fn no_sentence_names_the_act_of_no_land() {
        for language in ["de", "en"] {
            let path = format!("{}/assets/i18n/{language}/amtsstube.ftl", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("the sentences");
            let mut cited = 0;
            for line in
                text.lines().filter(|line| !line.starts_with("cli-arg-") && !line.starts_with("cli-case-"))
            {
                let around = line.split("LAW(\"").enumerate();
                let plain = around
                    .map(|(at, part)| if at == 0 { part } else { part.split_once('"').expect("an end").1 });
                assert!(plain.into_iter().all(|part| !part.contains("VwVfG")), "{line}");
                cited += line.matches("LAW(\"").count();
            }
            assert!(cited > 35, "{language}: {cited}");
        }
        let loader = super::super::load(super::super::Language::German);
        assert!(
            loader.get("case-reasons").starts_with("Begründung (§ 39 VwVfG"),
            "{}",
            loader.get("case-reasons")
        );
    }
}
