//! The service over HTTPS: one kept connection, requests signed by the desk. Understands no answer but its status.

use super::line::Line;
use super::pinned::OTHER;
use super::presence::Presence;
use crate::domain::id::{DeviceId, Digest};
use crate::wire::push::Answer;
use crate::wire::{
    BlobState, Challenge, Credentials, Door, Form, Head, MailAsk, MailName, Mailbox, Posted, SecretKey,
    Service, Signed, VERSION, Welcome,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::time::Duration;
use ureq::http::Request;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::{Agent, Body};

/// How long a connection may rest: the service ends it earlier.
const REST_OF_LINE: Duration = Duration::from_mins(10);

/// How long a whole exchange may take: the largest segment over 64 kbit/s.
const EXCHANGE: Duration = Duration::from_mins(4);

/// How often, and how long, a desk rests that asked too often before somebody hears of it.
const PATIENCE: usize = 10;
const REST: Duration = Duration::from_secs(1);

/// Most bytes of an answer: a page with one segment of the largest size.
const LARGEST: u64 = 2 << 20;

/// Why there was no answer, or none that helps.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// No network, no service, or it broke off. Worth trying again.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// Somebody else answered.
    #[error("somebody else answered: {OTHER}")]
    OtherCertificate,
    /// The service speaks another version.
    #[error("the service speaks version {0}")]
    OtherVersion(u16),
    /// The service said no, with a word.
    #[error("the service says: {0}")]
    Said(String),
}

impl From<ureq::Error> for Lost {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::Tls(what) if what == OTHER => Self::OtherCertificate,
            other => Self::NoAnswer(other.to_string()),
        }
    }
}

/// What the service says where it says no.
#[derive(Debug, Deserialize)]
struct Problem {
    problem: String,
}

/// The service of one town, as one desk.
#[derive(Debug)]
pub struct Http {
    agent: Agent,
    line: Line,
    url: String,
    town: String,
    device: DeviceId,
    key: SecretKey,
    /// What the service gave to be signed, where it does not take the connection for it.
    challenge: Option<Challenge>,
    /// Whether the service said that this desk's certificate ends soon.
    ends_soon: bool,
    /// What is open here and at the other desks; nothing where the service is not to hear of it, or does not know such.
    pub(super) presence: Option<Presence>,
    /// What the last answer said about it.
    presence_said: Option<String>,
}

/// What the service says with an answer to a desk whose certificate ends soon.
const ENDS: &str = "certificate-ends";

/// The next challenge to be signed, with an answer to an older one.
const NEXT: &str = "challenge";

/// Why the service does not take one bundle, while it takes others.
const NO_MAIL: [&str; 6] =
    ["mail_full", "no_office", "other_office", "other_cover", "too_large", "malformed"];
/// What is said about who has which case open: with a question, with its answer, and where it is to be told anew.
const STILL_OPEN: &str = "still-open";
const PRESENCE: &str = "presence";
const PRESENCE_GONE: &str = "presence-gone";

/// Status and body.
type Said = (u16, Vec<u8>);

impl Http {
    /// A desk's way to the service. Connects when it is first used.
    pub fn new(url: &str, pin: Digest, town: &str, device: DeviceId, key: SecretKey) -> Result<Self, Lost> {
        let config = Agent::config_builder()
            .https_only(true)
            .http_status_as_error(false)
            .proxy(None)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(EXCHANGE))
            .max_idle_age(REST_OF_LINE)
            .user_agent(concat!("amtsstube/", env!("CARGO_PKG_VERSION")))
            .build();
        let line = Line::new(url, pin).map_err(|error| Lost::NoAnswer(error.to_string()))?;
        let agent = Agent::with_parts(config, line.clone(), DefaultResolver::default());
        let (url, town) = (url.trim_end_matches('/').to_owned(), town.to_owned());
        let (challenge, presence) = (None, None);
        let (ends_soon, presence_said) = (false, None);
        Ok(Self { agent, line, url, town, device, key, challenge, ends_soon, presence, presence_said })
    }

    /// Tells along the way what is open here, and hears what the others have open.
    #[must_use]
    pub fn with_presence(self, presence: Presence) -> Self {
        Self { presence: Some(presence), ..self }
    }

    /// A signed question below the town's address. A service that is asked too often is given a rest.
    fn ask(&mut self, method: &str, path: &str, body: Option<&[u8]>) -> Result<Said, Lost> {
        self.tell_presence()?;
        for _ in 0..PATIENCE {
            let said = self.ask_once(method, path, body)?;
            if said.0 != 429 {
                return Ok(said);
            }
            std::thread::sleep(REST);
        }
        self.ask_once(method, path, body)
    }

    /// What the next question is signed with: the connection that it takes, or what the service gave.
    fn challenge(&mut self) -> Result<Challenge, Lost> {
        let own = self.line.greeting()?.challenge;
        if let Some(challenge) = own.or(self.challenge) {
            return Ok(challenge);
        }
        let given = self.hello()?.challenge;
        self.challenge = Some(given);
        Ok(given)
    }

    /// A challenge that has grown old is renewed once.
    pub(super) fn ask_once(&mut self, method: &str, path: &str, body: Option<&[u8]>) -> Result<Said, Lost> {
        let path = format!("/t/{}{path}", self.town);
        let challenge = self.challenge()?;
        let said = self.send(method, &path, body, Some(challenge))?;
        if said.0 != 401 {
            return Ok(said);
        }
        let welcome: Welcome = parsed(&said.1)?;
        self.challenge = Some(welcome.challenge);
        self.send(method, &path, body, self.challenge)
    }

    fn send(
        &mut self,
        method: &str,
        path: &str,
        body: Option<&[u8]>,
        challenge: Option<Challenge>,
    ) -> Result<Said, Lost> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        if let Some(challenge) = challenge {
            let bytes = body.unwrap_or_default();
            let shown = Credentials::new(&self.key, self.device, challenge, method, path, bytes);
            request = request.header("authorization", shown.to_string());
            if self.is_still_open() {
                request = request.header(STILL_OPEN, "yes");
            }
        }
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let wrong = |error: ureq::http::Error| Lost::NoAnswer(error.to_string());
        let response: ureq::http::Response<Body> = match body {
            Some(bytes) => self.agent.run(request.body(bytes).map_err(wrong)?)?,
            None => self.agent.run(request.body(()).map_err(wrong)?)?,
        };
        let status = response.status().as_u16();
        let next = response.headers().get(NEXT).and_then(|next| next.to_str().ok()?.parse().ok());
        self.challenge = next.map(Challenge).or(self.challenge);
        self.ends_soon |= response.headers().contains_key(ENDS);
        let said = response.headers().get(PRESENCE).and_then(|mark| mark.to_str().ok());
        self.presence_said = said.map(ToOwned::to_owned);
        if response.headers().contains_key(PRESENCE_GONE) {
            self.presence_is_gone();
        }
        Ok((status, response.into_body().with_config().limit(LARGEST).read_to_vec()?))
    }
}

/// The body of an answer that says yes.
fn good((status, body): Said) -> Result<Vec<u8>, Lost> {
    if status == 200 {
        return Ok(body);
    }
    let said: Result<Problem, Lost> = parsed(&body);
    Err(said.map_or_else(|_| Lost::NoAnswer(format!("status {status}")), |said| Lost::Said(said.problem)))
}

fn understood<T: DeserializeOwned>(said: &Said) -> Result<T, Lost> {
    parsed(&good(said.clone())?)
}

pub(super) fn parsed<T: DeserializeOwned>(body: &[u8]) -> Result<T, Lost> {
    serde_json::from_slice(body).map_err(|error| Lost::NoAnswer(error.to_string()))
}

impl Door for Http {
    type Lost = Lost;

    fn hello(&mut self) -> Result<Welcome, Lost> {
        let welcome: Welcome = understood(&self.send("GET", "/hello", None, None)?)?;
        if welcome.version == VERSION { Ok(welcome) } else { Err(Lost::OtherVersion(welcome.version)) }
    }

    fn enrol(&mut self, request: &[u8]) -> Result<Vec<u8>, Lost> {
        let path = format!("/t/{}/enrol", self.town);
        good(self.send("POST", &path, Some(request), None)?)
    }
}

impl Service for Http {
    type Lost = Lost;

    fn form(&mut self) -> Result<Form, Lost> {
        Ok(self.line.greeting()?.form)
    }

    fn push(&mut self, device: DeviceId, first_seq: u64, segment: &[u8]) -> Result<Answer, Lost> {
        let said = self.ask("POST", &format!("/d/{device}/{first_seq}"), Some(segment))?;
        // A gap, a fork and lying aside are answers too.
        if said.0 == 409 || said.0 == 202 { parsed(&said.1) } else { understood(&said) }
    }

    fn since(&mut self, place: Head, wait: Duration) -> Result<Option<Vec<u8>>, Lost> {
        let Head { seq, hash } = place;
        // Told before, so that the mark is the one of now.
        self.tell_presence()?;
        let named = self.presence_mark();
        let presence = named.as_ref().map(|mark| format!("&presence={mark}")).unwrap_or_default();
        let path = format!("/since/{seq}?mark={hash}&wait={}{presence}", wait.as_secs());
        let said = self.ask("GET", &path, None)?;
        if let Some(named) = named.filter(|_| said.0 == 200) {
            let mark = self.presence_said.take();
            self.hear_presence(&named, mark.as_deref())?;
        }
        if said.0 == 410 { Ok(None) } else { good(said).map(Some) }
    }

    fn waiting(&mut self, place: Head) -> Result<Option<u64>, Lost> {
        let said = self.ask("GET", &format!("/waiting/{}", place.seq), None)?;
        // A service that cannot say it.
        if said.0 == 404 { Ok(None) } else { understood(&said).map(Some) }
    }

    fn blobs(&mut self, digests: &[Digest]) -> Result<Vec<BlobState>, Lost> {
        let body = serde_json::to_vec(digests).map_err(|error| Lost::NoAnswer(error.to_string()))?;
        understood(&self.ask("POST", "/blobs", Some(&body))?)
    }

    fn put_part(&mut self, digest: Digest, size: u64, part: u64, bytes: &[u8]) -> Result<BlobState, Lost> {
        understood(&self.ask("PUT", &format!("/blob/{digest}/{part}?size={size}"), Some(bytes))?)
    }

    fn renew(&mut self) -> Result<bool, Lost> {
        if self.ends_soon {
            let _ = good(self.ask("POST", "/renew", None)?)?;
        }
        Ok(std::mem::take(&mut self.ends_soon))
    }

    fn part(&mut self, digest: Digest, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        let said = self.ask("GET", &format!("/blob/{digest}/{part}"), None)?;
        if said.0 == 404 { Ok(None) } else { good(said).map(Some) }
    }

    fn packs(&mut self) -> Result<Vec<Digest>, Lost> {
        let said = self.ask("GET", "/packs", None)?;
        // A service from before there were packs.
        if said.0 == 404 { Ok(Vec::new()) } else { understood(&said) }
    }

    fn pack(&mut self, digest: Digest) -> Result<Option<Vec<u8>>, Lost> {
        let said = self.ask("GET", &format!("/pack/{digest}"), None)?;
        if said.0 == 404 { Ok(None) } else { good(said).map(Some) }
    }

    fn mail(&mut self, asked: &MailAsk) -> Result<Option<Mailbox>, Lost> {
        let body = serde_json::to_vec(asked).map_err(|error| Lost::NoAnswer(error.to_string()))?;
        let said = self.ask("POST", "/mail", Some(&body))?;
        // A service from before there was mail.
        if said.0 == 404 { Ok(None) } else { understood(&said).map(Some) }
    }

    fn mail_part(&mut self, name: &MailName, part: u64) -> Result<Option<Vec<u8>>, Lost> {
        let MailName { office, blob } = name;
        let said = self.ask("GET", &format!("/mail/from/{office}/{blob}/{part}"), None)?;
        if said.0 == 404 { Ok(None) } else { good(said).map(Some) }
    }

    fn put_mail(&mut self, name: &MailName, size: u64, part: u64, bytes: &[u8]) -> Result<Posted, Lost> {
        let MailName { office, blob } = name;
        let path = format!("/mail/to/{office}/{blob}/{part}?size={size}");
        let said = self.ask("PUT", &path, Some(bytes))?;
        match understood(&said) {
            Err(Lost::Said(word)) if NO_MAIL.contains(&word.as_str()) => Ok(Posted::Refused(word)),
            other => other.map(Posted::There),
        }
    }

    fn mail_taken(&mut self, name: &MailName) -> Result<(), Lost> {
        let MailName { office, blob } = name;
        good(self.ask("DELETE", &format!("/mail/from/{office}/{blob}"), None)?).map(drop)
    }

    fn mail_dropped(&mut self, name: &MailName) -> Result<(), Lost> {
        let MailName { office, blob } = name;
        good(self.ask("DELETE", &format!("/mail/from/{office}/{blob}?dropped=true"), None)?).map(drop)
    }

    fn office(&mut self, ags: &str) -> Result<Vec<Signed>, Lost> {
        let digits: Vec<String> = understood(&self.ask("GET", &format!("/office/{ags}"), None)?)?;
        let wrong = || Lost::NoAnswer("no certificate".to_owned());
        digits.iter().map(|digits| Signed::from_hex(digits).ok_or_else(wrong)).collect()
    }
}
