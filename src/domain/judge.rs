//! Whether an event counts: whether its role may write such events, and whether whoever wrote it held that role then, by the
//! town's own events. Knows no desk and no service; both ask here.
//!
//! "Then" is what the writing desk had seen ([`Seen`]). Whoever had not heard that a role was taken from somebody could not
//! heed it: what they wrote stays valid. So the order in which events arrive changes no verdict.

use super::disposal::{DisposalEvent, SECOND, goes_back};
use super::event::{Outline, Payload, Recorded, Subject};
use super::id::{EventRef, UserId};
use super::seen::Seen;
use super::user::{Role, User, UserEvent, has_row, may};
use serde::de::{IgnoredAny, IntoDeserializer as _, value};
use serde::{Deserialize, Serialize};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Why an event does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The role may not write events of the kind.
    Role,
    /// The town had not given the role to whoever wrote it, or had taken it away.
    NotHeld,
    /// It erases, and no other person had proposed that.
    NotSecond,
}

impl Why {
    /// The word in verdicts and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::NotHeld => "not_held",
            Self::NotSecond => "not_second",
        }
    }
}

/// What is found about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It counts.
    Counts,
    /// It does not.
    Refused(Why),
    /// It counts until something that its desk had seen has arrived here; then it is judged.
    Open,
}

impl Finding {
    /// As a number in the service's database: 0 counts, 1 open, 2 and more refused.
    pub fn number(self) -> i16 {
        match self {
            Self::Counts => 0,
            Self::Open => 1,
            Self::Refused(Why::Role) => 2,
            Self::Refused(Why::NotHeld) => 3,
            Self::Refused(Why::NotSecond) => 4,
        }
    }

    /// What the number says; an unknown one is judged again.
    pub fn of(number: i16) -> Self {
        match number {
            0 => Self::Counts,
            2 => Self::Refused(Why::Role),
            3 => Self::Refused(Why::NotHeld),
            4 => Self::Refused(Why::NotSecond),
            _ => Self::Open,
        }
    }
}

/// An event that the judge keeps: all about users and every proposal to destroy files, others as long as they are open.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// What every version reads of it.
    pub outline: Outline,
    /// What happened to the user; nothing of an event about something else.
    pub about_user: Option<(UserId, Payload<UserEvent>)>,
    /// What happened to a destruction list; nothing of an event about something else.
    pub disposal: Option<Box<DisposalEvent>>,
    /// Whether it signs a decision or a revocation that somebody prepared: that asks for the head, whichever role it was written in.
    pub signs: bool,
    /// What its desk had seen.
    pub seen: Seen,
    /// What was found.
    pub finding: Finding,
}

impl Kept {
    /// An event that nothing is found about yet. `payload` as it is stored; nothing where it was erased.
    pub fn new(outline: Outline, payload: Option<&[u8]>, seen: Seen) -> Self {
        let (about_user, disposal) = match outline.subject.parse() {
            Ok(Subject::User(user)) => (Some((user, read(payload))), None),
            Ok(Subject::Disposal(_)) => (None, payload.and_then(|bytes| serde_json::from_slice(bytes).ok())),
            _ => (None, None),
        };
        let decides = matches!(outline.kind.as_str(), "decided" | "decision_revoked" | "objection_settled");
        let signs = decides && payload.is_some_and(signs);
        Self { outline, about_user, disposal, signs, seen, finding: Finding::Open }
    }

    /// Whether it is kept when it is judged: others are judged by it.
    fn is_lasting(&self) -> bool {
        let proposes = |event: &DisposalEvent| matches!(event, DisposalEvent::DisposalProposed { .. });
        self.about_user.is_some() || self.disposal.as_deref().is_some_and(proposes)
    }
}

/// One town's judge: what it has heard so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judge {
    /// All events about users, and proposals.
    staff: BTreeMap<EventRef, Kept>,
    /// Others that are open.
    open: BTreeMap<EventRef, Kept>,
    /// What was found to count and erases, until somebody takes it.
    erasing: Vec<DisposalEvent>,
    here: Seen,
}

impl Judge {
    /// Goes on with what was kept, and with how far each chain is here.
    pub fn new(kept: impl IntoIterator<Item = Kept>, here: Seen) -> Self {
        let mut judge = Self { here, ..Self::default() };
        kept.into_iter().for_each(|kept| judge.keep(kept));
        judge
    }

    fn keep(&mut self, kept: Kept) {
        let place = if kept.is_lasting() { &mut self.staff } else { &mut self.open };
        let _ = place.insert(kept.outline.id(), kept);
    }

    /// Everything that is to be kept.
    pub fn kept(&self) -> impl Iterator<Item = &Kept> {
        self.staff.values().chain(self.open.values())
    }

    /// Hears the next events of a desk's chain. `seen` is what the desk had seen before them, and after them what it has.
    /// Gives what was newly found not to count: events among these, or open ones that these decide.
    pub fn hear<'a>(
        &mut self,
        seen: &mut Seen,
        events: impl IntoIterator<Item = (&'a Outline, Option<&'a [u8]>)>,
    ) -> Vec<(EventRef, Why)> {
        for (outline, payload) in events {
            outline.seen.iter().for_each(|upto| seen.note(*upto));
            self.here.note(outline.id());
            self.keep(Kept::new(outline.clone(), payload, seen.clone()));
            seen.note(outline.id());
        }
        self.settle()
    }

    /// Judges what is open, again and again while one finding opens the way for the next.
    fn settle(&mut self) -> Vec<(EventRef, Why)> {
        let mut refused = Vec::new();
        loop {
            let open = self.kept().filter(|kept| kept.finding == Finding::Open);
            let mut held = Held::of(self);
            let found = open.map(|kept| (kept.outline.id(), self.judge(kept, &mut held)));
            let found: Vec<_> = found.filter(|(_, finding)| *finding != Finding::Open).collect();
            if found.is_empty() {
                return refused;
            }
            for (id, finding) in found {
                if let Finding::Refused(why) = finding {
                    refused.push((id, why));
                }
                let done = self.open.remove(&id).and_then(|kept| kept.disposal);
                let counts = finding == Finding::Counts;
                self.erasing
                    .extend(done.filter(|event| counts && event.erases().is_some()).map(|event| *event));
                if let Some(kept) = self.staff.get_mut(&id) {
                    kept.finding = finding;
                }
            }
        }
    }

    /// What was found to count since this was last asked, and erases.
    pub fn take_erasing(&mut self) -> Vec<DisposalEvent> {
        std::mem::take(&mut self.erasing)
    }

    /// Whether somebody else, who might, proposed what the event erases.
    fn second(&self, event: &Kept) -> Finding {
        let refused = Finding::Refused(Why::NotSecond);
        let Some(erases) = event.disposal.as_deref() else { return refused };
        let proposal = erases.proposal().filter(|proposal| event.seen.contains(*proposal));
        let Some(proposal) = proposal.and_then(|proposal| self.staff.get(&proposal)) else { return refused };
        let Some(proposes) = proposal.disposal.as_deref() else { return refused };
        let same_list = proposal.outline.subject == event.outline.subject;
        match proposal.finding {
            Finding::Open => Finding::Open,
            Finding::Counts
                if same_list && goes_back(erases, event.outline.actor, proposes, proposal.outline.actor) =>
            {
                Finding::Counts
            }
            _ => refused,
        }
    }

    fn judge(&self, event: &Kept, held: &mut Held<'_>) -> Finding {
        let outline = &event.outline;
        let name: value::StrDeserializer<'_, value::Error> = outline.role.as_str().into_deserializer();
        // A role or a kind that a later version knows is not judged here.
        let Ok(role) = Role::deserialize(name) else { return Finding::Counts };
        if !has_row(&outline.kind) {
            return Finding::Counts;
        }
        if !may(role, &outline.kind) {
            return Finding::Refused(Why::Role);
        }
        if !self.here.covers(&event.seen) {
            return Finding::Open;
        }
        if is_founding(event, role, || self.staff_seen(&event.seen)) {
            return Finding::Counts;
        }
        let Some(roles) = held.by(outline.actor, &event.seen) else { return Finding::Open };
        if !roles.contains(&role) {
            Finding::Refused(Why::NotHeld)
        } else if event.signs && !roles.contains(&Role::Head) {
            Finding::Refused(Why::Role)
        } else if SECOND.contains(&outline.kind.as_str()) {
            self.second(event)
        } else {
            Finding::Counts
        }
    }

    /// What had been seen about users.
    fn staff_seen(&self, seen: &Seen) -> impl Iterator<Item = &Kept> {
        let about_users = self.staff.values().filter(|kept| kept.about_user.is_some());
        about_users.filter(|kept| seen.contains(kept.outline.id()))
    }
}

/// Who held which roles by what had been seen about them, worked out once for all events that had seen the same. Stands only as
/// long as no finding changes.
struct Held<'a> {
    /// What happened to each user, in the order of its events' names.
    about: BTreeMap<UserId, Vec<&'a Kept>>,
    /// By user and which of those events had been seen; nothing where one of them is open.
    known: BTreeMap<(UserId, Vec<bool>), Option<BTreeSet<Role>>>,
}

impl<'a> Held<'a> {
    fn of(judge: &'a Judge) -> Self {
        let mut about: BTreeMap<UserId, Vec<&Kept>> = BTreeMap::new();
        for kept in judge.staff.values() {
            if let Some((user, _)) = &kept.about_user {
                about.entry(*user).or_default().push(kept);
            }
        }
        Self { about, known: BTreeMap::new() }
    }

    /// The roles of somebody by what had been seen; nothing where that is open.
    fn by(&mut self, actor: UserId, seen: &Seen) -> Option<&BTreeSet<Role>> {
        let about = self.about.get(&actor).map_or(&[][..], Vec::as_slice);
        let was_seen: Vec<bool> = about.iter().map(|kept| seen.contains(kept.outline.id())).collect();
        let of_actor = || about.iter().zip(&was_seen).filter(|(_, seen)| **seen).map(|(kept, _)| *kept);
        match self.known.entry((actor, was_seen.clone())) {
            Entry::Occupied(known) => known.into_mut().as_ref(),
            Entry::Vacant(new) => {
                let is_open = of_actor().any(|kept| kept.finding == Finding::Open);
                new.insert((!is_open).then(|| roles(actor, of_actor()))).as_ref()
            }
        }
    }
}

/// The roles that somebody holds by these events.
fn roles<'a>(who: UserId, events: impl Iterator<Item = &'a Kept>) -> BTreeSet<Role> {
    let events: Vec<_> = events.filter_map(recorded).collect();
    User::fold(who, &events).map(|user| user.roles.into_keys().collect()).unwrap_or_default()
}

impl Kept {
    fn is_about(&self, who: UserId) -> bool {
        self.about_user.as_ref().is_some_and(|(user, _)| *user == who)
    }
}

/// Somebody has to be the first: the events with which a desk's chain begins, by which an administrator enters themselves,
/// where the desk had heard of nobody. That the desk belongs to the town is the Kreis's to vouch for.
fn is_founding<'a, K: Iterator<Item = &'a Kept>>(event: &Kept, role: Role, known: impl Fn() -> K) -> bool {
    let (id, actor) = (event.outline.id(), event.outline.actor);
    role == Role::Administrator
        && event.is_about(actor)
        && event.seen.iter().all(|upto| upto.device == id.device)
        && known().count() as u64 + 1 == id.seq
        && known().all(|kept| kept.is_about(actor) && kept.outline.actor == actor)
}

fn recorded(kept: &Kept) -> Option<Recorded<UserEvent>> {
    let (_, payload) = kept.about_user.as_ref()?;
    let counts = kept.finding == Finding::Counts;
    Some(Recorded {
        id: kept.outline.id(),
        parents: kept.outline.parents.clone(),
        at: kept.outline.at,
        actor: kept.outline.actor,
        payload: if counts { payload.clone() } else { Payload::Refused },
    })
}

/// Whether a decision's payload names the draft that it signs.
fn signs(payload: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Decided {
        signs: Option<IgnoredAny>,
    }
    serde_json::from_slice::<Decided>(payload).is_ok_and(|decided| decided.signs.is_some())
}

/// What a payload says about a user.
fn read(payload: Option<&[u8]>) -> Payload<UserEvent> {
    payload.map_or(Payload::Erased, |bytes| {
        serde_json::from_slice(bytes).map_or(Payload::Unknown, Payload::Known)
    })
}

#[cfg(test)]
mod tests;
