//! A file of another system for an office, a portal's trade notice for example: sealed at the service for the office's desks, and
//! carried as bundles are. The answer goes back in the same form, sealed for the service. Reads nothing of what is in the file.
//!
//! Frozen: what is sealed is `AMN1`, the length of the name (2, little endian), the name, then the file.

use super::bytes::Reader;
use super::key::{PublicKey, SecretKey};
use super::seal::{self, Cover};
use super::{BundleError, is_town};
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;

/// The largest file that is carried, in bytes: what the desks read at most.
pub const MAX_NOTICE: usize = 4 * 1024 * 1024;

/// Most bytes of a name.
const LONGEST_NAME: usize = 200;

const MAGIC: &[u8; 4] = b"AMN1";

/// A file that came from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What the file is called, without a folder.
    pub name: String,
    /// It.
    pub bytes: Vec<u8>,
}

impl Notice {
    /// Seals it for the desks of an office. One `secret` seals one file for the same desks to the same bytes, so that twice is
    /// once; it must be known to nobody but the service.
    ///
    /// Errors: [`BundleError::TooLarge`] where the file is larger than [`MAX_NOTICE`], its name too long, or there is no desk.
    pub fn seal(&self, to: &str, desks: &[PublicKey], secret: &[u8; 32]) -> Result<Vec<u8>, BundleError> {
        let plain = self.plain(to)?;
        let mut said: Vec<&[u8]> = vec![b"amtsstube notice seed 1", secret, to.as_bytes()];
        said.extend(desks.iter().map(|desk| &desk.0[..]));
        said.push(&plain);
        let cover = Cover { from: OUTSIDE.to_owned(), to: to.to_owned() };
        seal::seal(&cover, desks, &plain, &Digest::of(&said).0)
    }

    /// Seals an answer of an office for the service, whose operator hands it to the portal. `seed` is random and used once.
    ///
    /// Errors: [`BundleError::TooLarge`] as in [`Notice::seal`].
    pub fn seal_back(
        &self,
        from: &str,
        service: &PublicKey,
        seed: &[u8; 32],
    ) -> Result<Vec<u8>, BundleError> {
        let plain = self.plain(from)?;
        let cover = Cover { from: from.to_owned(), to: OUTSIDE.to_owned() };
        seal::seal(&cover, &[*service], &plain, seed)
    }

    /// Opens an answer with the service's key.
    ///
    /// Errors: it is no answer of this office, was changed, or was sealed for another service.
    pub fn open_back(bytes: &[u8], service: &SecretKey, office: &str) -> Result<Self, BundleError> {
        let cover = Cover::read(bytes)?;
        if (cover.from.as_str(), cover.to.as_str()) != (office, OUTSIDE) {
            return Err(BundleError::Malformed);
        }
        let (_, plain) = seal::open(bytes, service)?;
        Self::read(&plain)
    }

    fn plain(&self, office: &str) -> Result<Vec<u8>, BundleError> {
        let length = u16::try_from(self.name.len()).unwrap_or(u16::MAX);
        if self.bytes.len() > MAX_NOTICE || usize::from(length) > LONGEST_NAME || !is_town(office) {
            return Err(BundleError::TooLarge);
        }
        let mut plain = MAGIC.to_vec();
        plain.extend_from_slice(&length.to_le_bytes());
        plain.extend_from_slice(self.name.as_bytes());
        plain.extend_from_slice(&self.bytes);
        Ok(plain)
    }

    /// Opens what was sealed for this desk of an office.
    ///
    /// Errors: it is no such file, was changed, is for another office, or for other desks.
    pub fn open(bytes: &[u8], own: &SecretKey, office: &str) -> Result<Self, BundleError> {
        let cover = Cover::read(bytes)?;
        if cover.from != OUTSIDE {
            return Err(BundleError::Malformed);
        }
        if cover.to != office {
            return Err(BundleError::OtherOffice(cover.to));
        }
        let (_, plain) = seal::open(bytes, own)?;
        Self::read(&plain)
    }

    /// Reads what was sealed.
    ///
    /// Errors: it is no such file.
    pub fn read(plain: &[u8]) -> Result<Self, BundleError> {
        let mut reader = Reader(plain);
        if &reader.array()? != MAGIC {
            return Err(BundleError::Malformed);
        }
        let length = u16::from_le_bytes(reader.array()?);
        let name = reader.take(usize::from(length))?;
        let name = std::str::from_utf8(name).map_err(|_| BundleError::Malformed)?.to_owned();
        Ok(Self { name, bytes: reader.0.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOWN: &str = "05554016";

    fn notice() -> Notice {
        Notice { name: "anzeige.xml".to_owned(), bytes: b"<a>Te\xc3\xb6</a>".to_vec() }
    }

    #[test]
    fn each_desk_of_the_office_opens_it_and_nobody_else() {
        let (one, two, other) =
            (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]), SecretKey::new(&[3; 32]));
        let sealed = notice().seal(TOWN, &[one.public(), two.public()], &[7; 32]).expect("sealed");
        assert_eq!(Cover::read(&sealed).expect("a cover").from, OUTSIDE);
        for desk in [&one, &two] {
            assert_eq!(Notice::open(&sealed, desk, TOWN), Ok(notice()));
        }
        assert_eq!(Notice::open(&sealed, &other, TOWN), Err(BundleError::OtherDesk));
        let elsewhere = Notice::open(&sealed, &one, "05554024");
        assert_eq!(elsewhere, Err(BundleError::OtherOffice(TOWN.to_owned())));
        for at in [0, 30, 60, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(Notice::open(&changed, &one, TOWN).is_err(), "byte {at}");
        }
    }

    /// Whoever is a desk's neighbour can seal anything for it.
    #[test]
    fn what_was_sealed_and_is_no_file_is_refused() {
        let whole = [MAGIC.as_slice(), &3_u16.to_le_bytes(), b"a.x", b"<a/>"].concat();
        let read = Notice { name: "a.x".to_owned(), bytes: b"<a/>".to_vec() };
        assert_eq!(Notice::read(&whole), Ok(read));
        for short in 0..MAGIC.len() + 2 + 3 {
            assert_eq!(Notice::read(&whole[..short]), Err(BundleError::Malformed), "{short} bytes");
        }
        let no_text = [MAGIC.as_slice(), &1_u16.to_le_bytes(), b"\xff"].concat();
        let other = [b"AMB1".as_slice(), &whole[4..]].concat();
        assert_eq!(
            [&no_text, &other].map(|plain| Notice::read(plain)),
            [const { Err(BundleError::Malformed) }; 2]
        );
    }

    #[test]
    fn twice_is_once_and_another_file_is_another() {
        let desks = [SecretKey::new(&[1; 32]).public()];
        let seal = |notice: &Notice, to, secret| notice.seal(to, &desks, &secret).expect("sealed");
        let sealed = seal(&notice(), TOWN, [7; 32]);
        assert_eq!(sealed, seal(&notice(), TOWN, [7; 32]));
        let other = Notice { name: "b.xml".to_owned(), ..notice() };
        for different in [
            seal(&other, TOWN, [7; 32]),
            seal(&notice(), "05554024", [7; 32]),
            seal(&notice(), TOWN, [8; 32]),
        ] {
            assert_ne!(sealed, different);
        }
    }

    #[test]
    fn an_answer_is_opened_by_the_service_and_by_nobody_else() {
        let (service, other) = (SecretKey::new(&[1; 32]), SecretKey::new(&[2; 32]));
        let sealed = notice().seal_back(TOWN, &service.public(), &[7; 32]).expect("sealed");
        assert_eq!(Notice::open_back(&sealed, &service, TOWN), Ok(notice()));
        assert_eq!(Notice::open_back(&sealed, &other, TOWN), Err(BundleError::OtherDesk));
        assert_eq!(
            Notice::open_back(&sealed, &service, "05554024"),
            Err(BundleError::Malformed),
            "not theirs"
        );
        let there = notice().seal(TOWN, &[service.public()], &[7; 32]).expect("sealed");
        assert_eq!(Notice::open_back(&there, &service, TOWN), Err(BundleError::Malformed), "no answer");
        assert_eq!(Notice::open(&sealed, &service, TOWN), Err(BundleError::Malformed), "no notice");
    }

    #[test]
    fn what_is_too_large_is_not_sealed() {
        let desks = [SecretKey::new(&[1; 32]).public()];
        let large = Notice { bytes: vec![b' '; MAX_NOTICE + 1], ..notice() };
        assert_eq!(large.seal(TOWN, &desks, &[7; 32]), Err(BundleError::TooLarge));
        let long = Notice { name: "x".repeat(LONGEST_NAME + 1), ..notice() };
        assert_eq!(long.seal(TOWN, &desks, &[7; 32]), Err(BundleError::TooLarge));
        assert_eq!(notice().seal(TOWN, &[], &[7; 32]), Err(BundleError::TooLarge));
    }
}
