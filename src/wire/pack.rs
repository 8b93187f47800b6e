//! Whose a pack is: its publisher signs the manifest, which names every file by size and hash. What a pack is and what its
//! files mean, [`crate::catalogue::pack`] knows.

use super::key::{PublicKey, Purpose, SecretKey, Signature};
use crate::catalogue::pack::{Draft, Pack};
use crate::domain::problem::Problem;

/// The bytes of a pack, signed by its publisher. The same draft and key give the same bytes.
pub fn seal(key: &SecretKey, draft: &Draft) -> Vec<u8> {
    let signature = key.sign(Purpose::Pack, &[draft.to_sign()]);
    draft.bind(&key.public().0, &signature.0)
}

/// A pack whose hashes and signature hold. Whether its publisher is one to trust is for the caller to say.
///
/// Errors: what is wrong with it.
pub fn open(bytes: &[u8]) -> Result<Pack, Vec<Problem>> {
    let pack = Pack::read(bytes)?;
    let signed = PublicKey(pack.key).verify(Purpose::Pack, &[&pack.signed], &Signature(pack.signature));
    match signed {
        Ok(()) => Ok(pack),
        Err(_) => Err(vec![Problem::error("", "pack-signature")]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::File;
    use crate::catalogue::pack::Manifest;
    use crate::domain::problem::LocalText;

    fn draft() -> Draft {
        let head = Manifest {
            format: 1,
            publisher: "Kreis Borken".into(),
            name: "standesamt".into(),
            title: LocalText { de: "Standesamt".into(), en: "Registry office".into() },
            version: 1,
            from: "2027-01-01".parse().expect("a day"),
            until: "2029-12-31".parse().ok(),
            files: Vec::new(),
        };
        let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
        Draft::new(head, vec![file("codes/a.toml", "a = 1\n"), file("codes/b.toml", "b = \"ö\"\n")])
            .expect("a pack")
    }

    #[test]
    fn the_same_contents_and_key_are_the_same_bytes() {
        let key = SecretKey::new(&[7; 32]);
        let bytes = seal(&key, &draft());
        assert_eq!(bytes, seal(&key, &draft()));
        let pack = open(&bytes).expect("holds");
        assert_eq!((pack.key, pack.files.len()), (key.public().0, 2));
        assert_eq!(seal(&key, &pack.draft()), bytes, "passed on as it is");
        assert_ne!(seal(&SecretKey::new(&[8; 32]), &draft()), bytes);
    }

    #[test]
    fn every_byte_flipped_is_refused() {
        let bytes = seal(&SecretKey::new(&[7; 32]), &draft());
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert!(open(&changed).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn another_signature_of_the_same_key_opens_nothing() {
        let (key, draft) = (SecretKey::new(&[7; 32]), draft());
        let signature = key.sign(Purpose::Verdict, &[draft.to_sign()]);
        let told = open(&draft.bind(&key.public().0, &signature.0)).expect_err("refused");
        assert_eq!(told[0].id, "pack-signature");
    }
}
