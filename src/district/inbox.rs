//! Files of other systems for a town's desks: a portal's connector hands them to the service, which seals each for the desks that
//! the town has and lays it into their mailbox. Reads nothing of what is in a file: that is the desks' part.

use super::clock;
use super::config::Limits;
use super::office;
use super::store::{Post, Put, Store, StoreError};
use crate::domain::id::Digest;
use crate::domain::office::{OUTSIDE, is_office};
use crate::wire::{Certificate, MAX_NOTICE, MailAsk, MailName, Notice, PART, SecretKey};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Laid {
    /// It lies there now.
    New,
    /// It lies there already, byte by byte.
    Known,
    /// A desk of the town has taken it in already.
    Taken,
    /// A desk of the town has dropped it: no case came of it, and it is not laid there again.
    Dropped,
}

/// Why a file is not taken. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum NotLaid {
    /// The key is no office's: not eight digits, or the one that stands for what comes from outside.
    #[error("no town")]
    NoTown,
    /// The town has no desk that could open it.
    #[error("the town has no desk")]
    Nobody,
    /// It has no byte.
    #[error("an empty file")]
    Empty,
    /// It is larger than the desks read, or its name is.
    #[error("too large")]
    TooLarge,
    /// Too much lies there already.
    #[error("too much lies there")]
    Full,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Lays a file into the mailbox of a town's desks. The same file again, for the same desks, is the one that lies there.
pub async fn lay<S: Store>(
    store: &S,
    limits: &Limits,
    key: &SecretKey,
    secret: &[u8; 32],
    (town, notice): (&str, &Notice),
) -> Result<Laid, NotLaid> {
    if !is_office(town) {
        return Err(NotLaid::NoTown);
    }
    if notice.bytes.is_empty() {
        return Err(NotLaid::Empty);
    }
    if notice.bytes.len() > MAX_NOTICE {
        return Err(NotLaid::TooLarge);
    }
    let now = clock::now().timestamp();
    let mut desks = Vec::new();
    for signed in office::certificates(store, &key.public(), town, now).await? {
        desks.push(Certificate::read(&signed, &key.public()).map_err(StoreError::from)?.key);
    }
    if desks.is_empty() {
        return Err(NotLaid::Nobody);
    }
    let sealed = notice.seal(town, &desks, secret).map_err(|_| NotLaid::TooLarge)?;
    let (blob, size) = (Digest::of(&[&sealed]), sealed.len() as u64);
    let name = MailName { office: town.to_owned(), blob };
    let asked = MailAsk { out: vec![name], ..MailAsk::default() };
    let before = store.mail(OUTSIDE.to_owned(), asked, 0).await?.out.first().copied().unwrap_or_default();
    if before.taken {
        return Ok(if before.dropped { Laid::Dropped } else { Laid::Taken });
    }
    if before.whole {
        return Ok(Laid::Known);
    }
    for (part, bytes) in (0..).zip(sealed.chunks(PART)) {
        let post = Post {
            to: town.to_owned(),
            from: OUTSIDE.to_owned(),
            blob,
            size,
            part,
            bytes: bytes.to_vec(),
            now,
            most: limits.bundles_per_office,
            most_bytes: limits.bundle_megabytes_per_office << 20,
        };
        match store.put_mail(post).await? {
            Put::Nobody => return Err(NotLaid::Nobody),
            Put::Full => return Err(NotLaid::Full),
            // What an earlier attempt began is gone on with.
            Put::There(_) => {}
        }
    }
    Ok(Laid::New)
}
