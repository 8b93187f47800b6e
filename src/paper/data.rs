//! The values of a paper as a file inside it (PDF/A-3, `AFRelationship` Data). Chooses no values: letters and forms hand
//! over what they have drawn, so that the file never tells more than the paper shows.

use serde_json::Value;

use super::page::Attachment;
use super::template::word;

/// Name of the file inside the PDF.
pub const NAME: &str = "daten.json";

/// The values as JSON, keys in the order of the alphabet: equal values are equal bytes.
pub(super) fn attachment(values: &Value) -> Attachment {
    Attachment {
        name: NAME.into(),
        description: word("data", &[]),
        media_type: "application/json".into(),
        bytes: format!("{values:#}\n").into_bytes(),
    }
}
