//! Packs of the Kreis: whatever is new is fetched, judged and kept, or noted with what is wrong, and then the versions
//! before go on. A service that has fewer than before takes none away.

use super::SyncError;
use crate::catalogue::pack::Loaded;
use crate::domain::id::Digest;
use crate::domain::problem::Problem;
use crate::store::{KreisPack, Store, StoreError};
use crate::wire::{Service, WireError, pack};
use chrono::NaiveDate;

/// Fetches what is new and gives how many were taken. `judge` is this program's version: what another one refused is
/// looked at again. `day` is the day on which the examples of a pack come in.
pub fn fetch<S: Service>(
    store: &Store,
    service: &mut S,
    judge: &str,
    day: NaiveDate,
) -> Result<u64, SyncError>
where
    SyncError: From<S::Lost>,
{
    let (enrolment, known) = store.read(|db| Ok::<_, StoreError>((db.enrolment()?, db.kreis_packs()?)))?;
    let Some(enrolment) = enrolment else { return Ok(0) };
    let is_judged = |digest: &Digest| {
        let by =
            |pack: &KreisPack| pack.digest == *digest && (pack.refused.is_empty() || pack.judge == judge);
        known.iter().any(by)
    };
    let mut taken = 0;
    for digest in service.packs()? {
        if is_judged(&digest) {
            continue;
        }
        let Some(bytes) = service.pack(digest)? else { continue };
        if Digest::of(&[&bytes]) != digest {
            return Err(WireError::Malformed("another pack than was asked for").into());
        }
        let problems = problems(&bytes, &enrolment.service, day);
        let kept = store.write(|tx| {
            if problems.is_empty() {
                tx.take_kreis_pack(&bytes, judge).map(drop)
            } else {
                tx.refuse_kreis_pack(digest, &problems, judge)
            }
        });
        let _ = kept.map_err(|error: StoreError| error)?;
        taken += u64::from(problems.is_empty());
    }
    Ok(taken)
}

/// What speaks against a pack of the Kreis.
fn problems(bytes: &[u8], service: &[u8; 32], day: NaiveDate) -> Vec<Problem> {
    match pack::open(bytes) {
        Err(problems) => problems,
        Ok(pack) if pack.key != *service => vec![Problem::error("", "pack-other-publisher")],
        Ok(pack) => Loaded::of(&pack).check(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::File;
    use crate::catalogue::pack::{Draft, Manifest};
    use crate::domain::id::DeviceId;
    use crate::domain::problem::LocalText;
    use crate::store::Enrolment;
    use crate::store::tests::town::{assert_clean, desk};
    use crate::sync::Lost;
    use crate::wire::push::Answer;
    use crate::wire::{BlobState, Head, SecretKey};
    use std::time::Duration;

    /// A service that has nothing but packs.
    struct Kreis(Vec<Vec<u8>>);

    impl Service for Kreis {
        type Lost = Lost;
        fn push(&mut self, _: DeviceId, _: u64, _: &[u8]) -> Result<Answer, Lost> {
            Err(Lost::Said("nothing".into()))
        }
        fn since(&mut self, _: Head, _: Duration) -> Result<Option<Vec<u8>>, Lost> {
            Ok(None)
        }
        fn blobs(&mut self, _: &[Digest]) -> Result<Vec<BlobState>, Lost> {
            Ok(Vec::new())
        }
        fn put_part(&mut self, _: Digest, _: u64, _: u64, _: &[u8]) -> Result<BlobState, Lost> {
            Ok(BlobState::default())
        }
        fn part(&mut self, _: Digest, _: u64) -> Result<Option<Vec<u8>>, Lost> {
            Ok(None)
        }
        fn packs(&mut self) -> Result<Vec<Digest>, Lost> {
            Ok(self.0.iter().map(|bytes| Digest::of(&[bytes])).collect())
        }
        fn pack(&mut self, digest: Digest) -> Result<Option<Vec<u8>>, Lost> {
            Ok(self.0.iter().find(|bytes| Digest::of(&[bytes]) == digest).cloned())
        }
    }

    const SERVICE: &str = include_str!("../../examples/trauzimmer/services/trauzimmer/2026-01-01.toml");
    const LETTER: &str = include_str!("../../examples/trauzimmer/letters/terminbestaetigung/1.toml");

    fn day() -> NaiveDate {
        "2026-11-24".parse().expect("a day")
    }

    fn sealed(seed: u8, version: u32, service: &str) -> Vec<u8> {
        let manifest = Manifest {
            format: 1,
            publisher: "Kreis".into(),
            name: "trauzimmer".into(),
            title: LocalText { de: "Trauzimmer".into(), en: "Wedding rooms".into() },
            version,
            from: "2026-01-01".parse().expect("a day"),
            until: None,
            files: Vec::new(),
        };
        let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
        let files = vec![
            file("services/trauzimmer/2026-01-01.toml", service),
            file("letters/terminbestaetigung/1.toml", LETTER),
        ];
        pack::seal(&SecretKey::new(&[seed; 32]), &Draft::new(manifest, files).expect("a pack"))
    }

    fn enrolled() -> (tempfile::TempDir, Store) {
        let (dir, store) = desk(1);
        let enrolment = Enrolment {
            key: [1; 32],
            url: "https://kreis".into(),
            pin: Digest::default(),
            town: "05554024".into(),
            service: SecretKey::new(&[200; 32]).public().0,
            heard: (0, Digest::default()),
            heard_at: None,
            silent_from: None,
        };
        let _ = store.write(|tx| tx.enrol(&enrolment)).map_err(|error: StoreError| error).expect("enrolled");
        (dir, store)
    }

    /// Problems of each pack, those without any taken.
    fn held(store: &Store) -> Vec<Vec<String>> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method's path fixes its lifetime")]
        let packs = store.read(|db| db.kreis_packs()).expect("read");
        packs.into_iter().map(|pack| pack.refused.into_iter().map(|problem| problem.id).collect()).collect()
    }

    #[test]
    fn a_pack_is_fetched_once_and_stays() {
        let (_dir, store) = enrolled();
        let bytes = sealed(200, 1, SERVICE);
        let mut kreis = Kreis(vec![bytes.clone()]);
        assert_eq!(fetch(&store, &mut kreis, "1", day()).expect("fetched"), 1);
        assert_eq!(fetch(&store, &mut kreis, "1", day()).expect("fetched"), 0);
        // A service that was put back has none: nothing is taken away.
        assert_eq!(fetch(&store, &mut Kreis(Vec::new()), "1", day()).expect("asked"), 0);
        assert_eq!(held(&store), [Vec::<String>::new()]);
        assert_eq!(store.read(|db| db.blob(Digest::of(&[&bytes]))).expect("kept"), bytes);
        assert_clean(&store);
    }

    #[test]
    fn whatever_is_wrong_is_noted_and_the_pack_before_stays() {
        let good = sealed(200, 1, SERVICE);
        let mut flipped = sealed(200, 2, SERVICE);
        flipped[40] ^= 1;
        let broken = SERVICE.replace("field = \"raum\", is = \"park\"", "field = \"saal\", is = \"park\"");
        let refused = SERVICE.replace("gaeste = 30", "gaeste = 3000");
        let wrong = [
            (flipped, "pack-signature"),
            (sealed(7, 2, SERVICE), "pack-other-publisher"),
            (sealed(200, 2, &broken), "catalogue-field-unknown"),
            (sealed(200, 2, &refused), "pack-example-refused"),
            (b"no pack".to_vec(), "pack-none"),
        ];
        for (bytes, problem) in wrong {
            let (_dir, store) = enrolled();
            let mut kreis = Kreis(vec![good.clone(), bytes]);
            assert_eq!(fetch(&store, &mut kreis, "1", day()).expect("fetched"), 1, "{problem}");
            let held = held(&store);
            assert!(held.contains(&Vec::new()), "{problem}: the old one stays: {held:?}");
            assert!(held.iter().flatten().any(|id| id == problem), "{problem}: {held:?}");
            assert_clean(&store);
        }
    }

    #[test]
    fn what_a_program_refused_a_later_one_looks_at_again() {
        let (_dir, store) = enrolled();
        let bytes = sealed(200, 1, SERVICE);
        let digest = Digest::of(&[&bytes]);
        let refuse = |tx: &mut crate::store::Tx<'_>| {
            tx.refuse_kreis_pack(digest, &[Problem::error("", "pack-later-format")], "1")
        };
        let _ = store.write(refuse).map_err(|error: StoreError| error).expect("noted");
        let mut kreis = Kreis(vec![bytes]);
        assert_eq!(fetch(&store, &mut kreis, "1", day()).expect("asked"), 0);
        assert_eq!(fetch(&store, &mut kreis, "2", day()).expect("fetched"), 1);
    }
}
