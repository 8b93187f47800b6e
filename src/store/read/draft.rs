//! Finds drafts by the words in them. Somebody has few drafts, so they need no index.

use super::search::{Hit, HitKind};
use super::words;
use crate::domain::id::CaseId;
use crate::store::Draft;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// The drafts in which every typed word begins a word.
pub fn search(drafts: &[Draft], text: &str) -> Vec<Hit> {
    let typed = words::typed(text);
    if typed.is_empty() {
        return Vec::new();
    }
    let fits = |draft: &&Draft| {
        let mut held = words::of(&draft.service);
        if let Ok(body) = serde_json::from_slice(&draft.body) {
            collect(&body, &mut held);
        }
        typed.iter().all(|word| held.iter().any(|own| own.starts_with(word)))
    };
    drafts.iter().filter(fits).map(hit).collect()
}

fn collect(value: &Value, held: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => held.extend(words::of(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, held)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, held)),
        _ => {}
    }
}

/// What a draft of a correction says about the case that it is of.
#[derive(Deserialize)]
struct OfCase {
    corrects: CaseId,
}

fn hit(draft: &Draft) -> Hit {
    let of_case = serde_json::from_slice::<OfCase>(&draft.body).ok();
    Hit {
        kind: if of_case.is_some() { HitKind::Correction } else { HitKind::Draft },
        id: draft.id.0,
        case: Some(of_case.map_or(draft.id, |of_case| of_case.corrects)),
        title: draft.service.clone(),
        detail: vec![draft.updated_at.format("%Y-%m-%d").to_string()],
        blocked: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::UserId;
    use chrono::DateTime;
    use uuid::Uuid;

    #[test]
    fn a_draft_is_found_by_what_was_typed_into_it() {
        let draft = Draft {
            id: CaseId(Uuid::nil()),
            owner: UserId(Uuid::nil()),
            service: "hundesteuer".to_owned(),
            updated_at: DateTime::UNIX_EPOCH,
            body: r#"{"answers":{"hund":[{"rasse":"Großpudel"}]}}"#.as_bytes().to_vec(),
            blobs: BTreeSet::new(),
        };
        let drafts = [draft];
        for (text, found) in
            [("grossp", 1), ("hundesteuer pudel", 0), ("hundest großpu", 1), ("rasse", 0), ("", 0)]
        {
            assert_eq!(search(&drafts, text).len(), found, "{text}");
        }
    }
}
