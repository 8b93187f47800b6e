//! The service's own database behind lines without a socket: whatever a desk asks is done on the town's real tables, and the
//! question or the answer gets lost where the line breaks. Opens no port.

use amtsstube::district::store::{NewCode, Sign, Sqlite, Store as _, Term};
use amtsstube::domain::id::{DeviceId, Digest};
use amtsstube::sync::Lost;
use amtsstube::wire::push::Answer;
use amtsstube::wire::{
    BlobState, Certificate, Challenge, Door, EnrolRequest, EnrolmentCode, Head, SecretKey, Segment, Service,
    VERSION, Verdict, Welcome,
};
use chrono::{DateTime, Days, Utc};
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The town of all desks here.
pub const TOWN: &str = "05554016";

/// What was acknowledged: of each desk and number the hash.
pub type Acknowledged = BTreeMap<(DeviceId, u64), Digest>;

/// The service: its database, its key, and what it ever acknowledged.
#[derive(Clone)]
pub struct Kreis(Arc<Inner>);

struct Inner {
    store: Sqlite,
    key: SecretKey,
    runtime: Runtime,
    acknowledged: Mutex<Acknowledged>,
    codes: Mutex<u8>,
    _folder: TempDir,
}

impl Kreis {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let store = Sqlite::open(&folder.path().join("kreis.db")).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (acknowledged, codes) = (Mutex::default(), Mutex::new(0));
        let key = SecretKey::new(&[200; 32]);
        Self(Arc::new(Inner { store, key, runtime, acknowledged, codes, _folder: folder }))
    }

    fn asks<T>(&self, later: impl Future<Output = T>) -> T {
        self.0.runtime.block_on(later)
    }

    /// What the service has of all desks.
    pub fn acknowledged(&self) -> Acknowledged {
        self.0.acknowledged.lock().unwrap().clone()
    }

    /// A code for one more desk.
    pub fn code(&self, name: &str) -> String {
        let number = {
            let mut codes = self.0.codes.lock().unwrap();
            *codes += 1;
            *codes
        };
        let code = EnrolmentCode {
            expires: now().checked_add_days(Days::new(7)).unwrap(),
            pin: Digest::default(),
            secret: [number; 16],
            town: TOWN.to_owned(),
            name: name.to_owned(),
        };
        let kept = NewCode {
            town: code.town.clone(),
            proof: code.proof(),
            name: code.name.clone(),
            expires: code.expires,
        };
        self.asks(self.0.store.add_code(kept)).unwrap();
        code.to_string()
    }

    /// The desk whose numbers bear these letters.
    pub fn device(&self, letters: &str) -> DeviceId {
        let desks = self.asks(self.0.store.desks()).unwrap();
        desks.into_iter().find(|desk| desk.code == letters).unwrap().device
    }

    /// The line of a desk.
    pub fn line(&self, device: DeviceId, breaks: Vec<u8>) -> Line {
        Line { kreis: self.clone(), device, breaks: breaks.into_iter(), asked: 0, carried: 0 }
    }
}

fn now() -> DateTime<Utc> {
    crate::town::NOW.parse().unwrap()
}

/// One desk's line. `breaks` says for each exchange what gets lost: 1 the question, 2 the answer; nothing where it is over.
pub struct Line {
    kreis: Kreis,
    device: DeviceId,
    breaks: std::vec::IntoIter<u8>,
    /// Exchanges so far.
    pub asked: usize,
    /// Bytes of content in both directions so far.
    pub carried: usize,
}

impl Line {
    fn over<T>(&mut self, work: impl FnOnce(&Kreis) -> Result<T, Lost>) -> Result<T, Lost> {
        let lost = || Lost::NoAnswer("cut".into());
        self.asked += 1;
        match self.breaks.next() {
            Some(1) => Err(lost()),
            Some(2) => work(&self.kreis).and_then(|_| Err(lost())),
            _ => work(&self.kreis),
        }
    }
}

/// What the service's database says no to is said by a word, as the routes do.
fn said(error: impl std::fmt::Display) -> Lost {
    Lost::Said(error.to_string())
}

impl Door for Line {
    type Lost = Lost;

    fn hello(&mut self) -> Result<Welcome, Lost> {
        self.over(|kreis| {
            let challenge = Challenge(Digest::default());
            Ok(Welcome { version: VERSION, service: kreis.0.key.public(), challenge })
        })
    }

    fn enrol(&mut self, request: &[u8]) -> Result<Vec<u8>, Lost> {
        let request: EnrolRequest = serde_json::from_slice(request).unwrap();
        self.over(|kreis| {
            let key = kreis.0.key.clone();
            let certify = Box::new(move |certificate: &Certificate| certificate.sign(&key));
            let term = Term { given: now(), until: now().checked_add_days(Days::new(400)).unwrap() };
            let enrolled = kreis.asks(kreis.0.store.enrol(TOWN.to_owned(), request, term, certify));
            let signed = enrolled.map_err(said)?.map_err(|refused| said(format!("{refused:?}")))?;
            Ok(signed.bytes().to_vec())
        })
    }
}

impl Service for Line {
    type Lost = Lost;

    fn push(&mut self, device: DeviceId, _: u64, bytes: &[u8]) -> Result<Answer, Lost> {
        self.carried += bytes.len();
        let caller = self.device;
        self.over(|kreis| {
            let find = |device| kreis.asks(kreis.0.store.device(TOWN.to_owned(), device)).map_err(said);
            let (of, by) = (find(device)?, find(caller)?);
            let known = of.zip(by).filter(|(of, by)| of.key == by.key).ok_or_else(|| said("stranger"))?.0;
            let segment = Segment::read(bytes, &known.key).map_err(said)?;
            let key = kreis.0.key.clone();
            let sign: Sign = Arc::new(move |verdict: &Verdict| verdict.sign(&key));
            let (after, head) = (segment.after.seq, segment.head);
            let hashes: Vec<_> =
                (after + 1..=head.seq).map(|seq| (seq, segment.hash_at(seq).unwrap())).collect();
            let append = kreis.0.store.append(TOWN.to_owned(), segment, bytes.to_vec(), sign);
            let taken = kreis.asks(append).map_err(said)?;
            if matches!(taken.answer, Answer::Stored { head: stored } if stored == head) {
                let mut acknowledged = kreis.0.acknowledged.lock().unwrap();
                acknowledged.extend(hashes.into_iter().map(|(seq, hash)| ((device, seq), hash)));
            }
            Ok(taken.answer)
        })
    }

    fn since(&mut self, place: Head, _: Duration) -> Result<Option<Vec<u8>>, Lost> {
        let device = self.device;
        let page = self.over(|kreis| {
            let page = kreis.asks(kreis.0.store.since(TOWN.to_owned(), device, place)).map_err(said)?;
            page.map(|page| page.bytes()).transpose().map_err(said)
        })?;
        self.carried += page.as_ref().map_or(0, Vec::len);
        Ok(page)
    }

    fn blobs(&mut self, digests: &[Digest]) -> Result<Vec<BlobState>, Lost> {
        self.over(|kreis| {
            kreis.asks(kreis.0.store.blob_states(TOWN.to_owned(), digests.to_vec())).map_err(said)
        })
    }

    fn put_part(&mut self, digest: Digest, size: u64, part: u64, bytes: &[u8]) -> Result<BlobState, Lost> {
        self.carried += bytes.len();
        self.over(|kreis| {
            let put = kreis.0.store.put_part(TOWN.to_owned(), digest, size, part, bytes.to_vec());
            kreis.asks(put).map_err(said)
        })
    }

    fn part(&mut self, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        let bytes =
            self.over(|kreis| kreis.asks(kreis.0.store.part(TOWN.to_owned(), digest, part)).map_err(said))?;
        self.carried += bytes.as_ref().map_or(0, Vec::len);
        Ok(bytes)
    }
}
