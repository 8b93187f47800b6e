//! Answers of the towns to other systems: what their desks sealed for the service, opened for its operator, who hands it to the portal
//! whose file it answers. Lies in the mailbox that no office has until it was handed on. Reads nothing of what is in an answer.

use super::store::{MOST_LYING, Store, StoreError};
use crate::domain::id::Digest;
use crate::domain::office::OUTSIDE;
use crate::wire::{BundleError, MailAsk, MailName, Notice, PART, SecretKey};

/// What lies there as a whole, the oldest first: the town of each and the digest of its sealed bytes.
pub async fn answers<S: Store>(store: &S) -> Result<Vec<MailName>, StoreError> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let asked = MailAsk { after, ..MailAsk::default() };
        let page = store.mail(OUTSIDE.to_owned(), asked, MOST_LYING).await?;
        after = page.lying.last().cloned();
        all.extend(page.lying.into_iter().map(|lying| MailName { office: lying.from, blob: lying.blob }));
        if !page.more || after.is_none() {
            return Ok(all);
        }
    }
}

/// Opens one. Nothing where it was handed on meanwhile.
pub async fn answer<S: Store>(
    store: &S,
    key: &SecretKey,
    name: &MailName,
) -> Result<Option<Result<Notice, BundleError>>, StoreError> {
    let mut sealed = Vec::new();
    for part in 0.. {
        let Some(bytes) = store.mail_part(OUTSIDE.to_owned(), name.clone(), part).await? else { break };
        sealed.extend_from_slice(&bytes);
        if bytes.len() < PART {
            break;
        }
    }
    let whole = Digest::of(&[&sealed]) == name.blob;
    Ok(whole.then(|| Notice::open_back(&sealed, key, &name.office)))
}

/// It was handed on: its bytes go, its name stays, and its town hears so when it asks.
pub async fn handed_on<S: Store>(store: &S, name: MailName) -> Result<bool, StoreError> {
    store.take_mail(OUTSIDE.to_owned(), name, false).await
}
