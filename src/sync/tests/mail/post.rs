//! Mailboxes in memory, and a line to them that breaks where a test says.

use super::super::*;
use super::KREIS;
use crate::wire::{Lying, MailAsk, MailName, MailState, Mailbox, OfficeMark, Posted, Signed};

/// So many bundles the service names at once.
const PAGE: usize = 2;

#[derive(Default)]
pub(super) struct Bundle {
    pub(super) bytes: Vec<u8>,
    pub(super) size: u64,
    pub(super) taken: bool,
    pub(super) dropped: bool,
}

impl Bundle {
    fn state(&self) -> MailState {
        let parts = if self.taken { 0 } else { self.bytes.len().div_ceil(PART) as u64 };
        MailState {
            parts,
            whole: self.bytes.len() as u64 == self.size,
            taken: self.taken,
            dropped: self.dropped,
        }
    }
}

/// What lies at the service, by receiver and sender.
#[derive(Default)]
pub(super) struct Post {
    pub(super) mail: BTreeMap<(String, String, Digest), Bundle>,
    /// A bundle that is not taken.
    pub(super) refuses: Option<Digest>,
    pub(super) certificates: Vec<Signed>,
    /// How often each was brought as a whole.
    pub(super) brought: BTreeMap<Digest, usize>,
}

/// A desk's line to it.
pub(super) struct PostLine<'a> {
    pub(super) post: &'a RefCell<Post>,
    pub(super) office: &'static str,
    pub(super) breaks: std::vec::IntoIter<u8>,
    pub(super) asked: usize,
}

impl PostLine<'_> {
    fn over<T>(&mut self, work: impl FnOnce(&mut Post) -> T) -> Result<T, Lost> {
        self.asked += 1;
        let next = self.breaks.next();
        let done = if next == Some(1) { None } else { Some(work(&mut self.post.borrow_mut())) };
        done.filter(|_| next != Some(2)).ok_or_else(|| Lost::NoAnswer("cut".into()))
    }
}

impl Service for PostLine<'_> {
    type Lost = Lost;

    fn push(&mut self, _: DeviceId, _: u64, _: &[u8]) -> Result<Answer, Lost> {
        Err(Lost::Said("only mail".into()))
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

    fn mail(&mut self, asked: &MailAsk) -> Result<Option<Mailbox>, Lost> {
        let office = self.office;
        self.over(|post| {
            let waits = |((to, from, blob), bundle): (&(String, String, Digest), &Bundle)| {
                let lies = to == office && bundle.state().whole && !bundle.taken;
                lies.then(|| Lying { from: from.clone(), blob: *blob, size: bundle.size, came: 9 })
            };
            let lies: Vec<Lying> = post.mail.iter().filter_map(waits).collect();
            let seen = asked.after.as_ref().and_then(|last| lies.iter().position(|lying| lying == last));
            let mut lying = lies[seen.map_or(0, |at| at + 1)..].to_vec();
            let more = lying.len() > PAGE;
            lying.truncate(PAGE);
            let state = |to: &str, from: &str, blob| {
                post.mail.get(&(to.into(), from.into(), blob)).map(Bundle::state).unwrap_or_default()
            };
            let out = asked.out.iter().map(|name| state(&name.office, office, name.blob)).collect();
            let taken = |name: &&MailName| state(office, &name.office, name.blob).taken;
            let taken = asked.held.iter().filter(taken).cloned().collect();
            let all: Vec<&[u8]> = post.certificates.iter().map(Signed::bytes).collect();
            let offices = Digest::of(&all);
            let mut marks = vec![OfficeMark { ags: KREIS.into(), mark: offices }];
            marks.retain(|_| offices != asked.offices && !all.is_empty());
            Some(Mailbox { lying, more, out, taken, offices, marks })
        })
    }

    fn mail_part(&mut self, name: &MailName, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        let key = (self.office.to_owned(), name.office.clone(), name.blob);
        self.over(|post| {
            let bundle = post.mail.get(&key).filter(|bundle| bundle.state().whole && !bundle.taken)?;
            bundle.bytes.chunks(PART).nth(usize::try_from(part).ok()?).map(<[u8]>::to_vec)
        })
    }

    fn put_mail(&mut self, name: &MailName, size: u64, part: u64, bytes: &[u8]) -> Result<Posted, Lost> {
        let key = (name.office.clone(), self.office.to_owned(), name.blob);
        self.over(|post| {
            if post.refuses == Some(name.blob) {
                return Posted::Refused("mail_full".into());
            }
            let bundle = post.mail.entry(key).or_default();
            bundle.size = size;
            if bundle.state().parts == part && !bundle.state().whole {
                bundle.bytes.extend_from_slice(bytes);
                *post.brought.entry(name.blob).or_default() += usize::from(bundle.state().whole);
            }
            Posted::There(bundle.state())
        })
    }

    fn mail_taken(&mut self, name: &MailName) -> Result<(), Lost> {
        let key = (self.office.to_owned(), name.office.clone(), name.blob);
        self.over(|post| {
            if let Some(bundle) = post.mail.get_mut(&key) {
                bundle.taken = true;
            }
        })
    }

    fn mail_dropped(&mut self, name: &MailName) -> Result<(), Lost> {
        self.mail_taken(name)?;
        let key = (self.office.to_owned(), name.office.clone(), name.blob);
        if let Some(bundle) = self.post.borrow_mut().mail.get_mut(&key) {
            bundle.dropped = true;
        }
        Ok(())
    }

    fn office(&mut self, _: &str) -> Result<Vec<Signed>, Lost> {
        self.over(|post| post.certificates.clone())
    }
}
