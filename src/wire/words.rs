//! Words that a segment need not tell: what zstd is given before it packs or unpacks one. Understands no word.

/// The dictionary of `AMS4`: names of fields, words of the catalogue, shapes of events, as plain text. Frozen: what was packed
/// with it is unpacked with nothing else, so another one is another form of segment. `examples/dictionary.rs` made it.
pub(super) const FIRST: &[u8] = include_bytes!("../../assets/wire/dictionary-1.txt");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Digest;

    #[test]
    fn the_dictionary_stays_as_it_is() {
        assert_eq!(Digest::of(&[FIRST]).to_string(), DIGEST);
    }

    const DIGEST: &str = "46172fb6082607678446a3a603c8fc57f8b016e4b9c03acfddd27fc75c04c985";
}
