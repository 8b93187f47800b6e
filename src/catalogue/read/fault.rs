//! What the reader of TOML says in English about a file, as a problem that has a sentence of its own. Reads nothing itself.

use crate::domain::problem::Problem;

/// What stands between the first two backticks.
fn ticked(text: &str) -> Option<&str> {
    text.split('`').nth(1)
}

/// What was expected instead: the names in backticks after the first.
fn known(text: &str) -> String {
    let rest = text.split_once("expected").map_or("", |(_, rest)| rest);
    rest.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(", ")
}

/// What kind of value somebody wrote, or what was expected: a name under which the sentences know it.
fn kind(text: &str) -> &'static str {
    let is = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match () {
        () if is(&["string", "character"]) => "text",
        () if is(&["boolean", "bool"]) => "yes-no",
        () if is(&["datetime", "date"]) => "date",
        () if is(&["sequence", "array", "tuple"]) => "list",
        () if is(&["map", "struct", "table", "enum"]) => "table",
        () if is(&["floating", "f64", "f32"]) => "decimal",
        () if is(&["integer", "i64", "u64", "u32", "i32", "u16", "u8", "usize", "nonzero"]) => "number",
        () => "other",
    }
}

/// The problem that a message of the reader is. What it says about the letters of TOML itself is one sentence.
pub fn fault(message: &str) -> Problem {
    let message = message.trim();
    let first = message.lines().next().unwrap_or_default();
    let of = |id: &str| Problem::error("", id);
    let named = |id: &str| of(id).with("name", ticked(first).unwrap_or_default());
    if first.starts_with("missing field") {
        return named("catalogue-key-missing");
    }
    if first.starts_with("duplicate field") || first.contains("duplicate key") {
        return named("catalogue-name-twice");
    }
    if first.starts_with("unknown field") {
        let known = known(first);
        let id = if known.is_empty() { "catalogue-key-unfit" } else { "catalogue-key-unknown" };
        return named(id).with("known", known);
    }
    if first.starts_with("unknown variant") {
        return named("catalogue-word-unknown").with("known", known(first));
    }
    let typed = first.strip_prefix("invalid type: ").or_else(|| first.strip_prefix("invalid value: "));
    if let Some((found, expected)) = typed.and_then(|typed| typed.split_once(", expected ")) {
        return of("catalogue-type-wrong").with("found", kind(found)).with("expected", kind(expected));
    }
    if first.contains("did not match any variant") {
        return of("catalogue-value-unfit");
    }
    if first.starts_with("invalid length") {
        return of("catalogue-length-wrong");
    }
    of("catalogue-toml-wrong").with("message", message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Word {
        Filed,
        Decided,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        label: String,
        months: Option<u16>,
        confirmed: Option<bool>,
        at: Option<Word>,
        when: Option<Vec<String>>,
    }

    fn found(text: &str) -> (String, String) {
        let error = toml::from_str::<Shape>(text).map(|shape| {
            format!(
                "{} {:?} {:?} {:?} {:?}",
                shape.label, shape.months, shape.confirmed, shape.at, shape.when
            )
        });
        let problem = fault(error.expect_err("refused").message());
        let args = problem.args.into_iter().map(|(name, value)| format!("{name}={value}"));
        (problem.id, args.collect::<Vec<_>>().join(" "))
    }

    /// The reader's own words, not ours: what a later version of it says otherwise is told here.
    #[test]
    fn what_the_reader_says_has_a_sentence() {
        for (text, id, args) in [
            ("months = 3", "catalogue-key-missing", "name=label"),
            (
                "label = 'a'\nlable = 'b'",
                "catalogue-key-unknown",
                "known=label, months, confirmed, at, when name=lable",
            ),
            ("label = 'a'\nat = 'fild'", "catalogue-word-unknown", "known=filed, decided name=fild"),
            ("label = 3", "catalogue-type-wrong", "expected=text found=number"),
            ("label = 'a'\nmonths = 'drei'", "catalogue-type-wrong", "expected=number found=text"),
            ("label = 'a'\nconfirmed = 'ja'", "catalogue-type-wrong", "expected=yes-no found=text"),
            ("label = 'a'\nwhen = true", "catalogue-type-wrong", "expected=list found=yes-no"),
            ("label = { de = 'a' }", "catalogue-type-wrong", "expected=text found=table"),
            ("label = 'a'\nmonths = -1", "catalogue-type-wrong", "expected=number found=number"),
        ] {
            assert_eq!(found(text), (id.to_owned(), args.to_owned()), "{text}");
        }
        for broken in ["label = 'a", "label 'a'", "= 3", "label = 'a'\nlabel = 'b'"] {
            let id = found(broken).0;
            assert!(id == "catalogue-toml-wrong" || id == "catalogue-name-twice", "{broken}: {id}");
        }
    }
}
