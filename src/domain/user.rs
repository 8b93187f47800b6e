//! Who works here and what each role may do: one table. Checks no PIN; that is `desk`'s.

use super::event::{Payload, Recorded};
use super::fold::{Ordered, Register};
use super::id::{EventRef, UserId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// At the counter (Schalter).
    Counter,
    /// Clerk (Sachbearbeitung).
    Clerk,
    /// Cashier (Kasse).
    Cashier,
    /// Head (Leitung).
    Head,
    /// Administrator.
    Administrator,
}

impl Role {
    /// All of them, in the order in which a person with several acts.
    pub const ALL: [Self; 5] = [Self::Counter, Self::Clerk, Self::Cashier, Self::Head, Self::Administrator];

    /// The role's name in events and message ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Clerk => "clerk",
            Self::Cashier => "cashier",
            Self::Head => "head",
            Self::Administrator => "administrator",
        }
    }
}

/// A group of services whose cases are read together. Tax secrecy (§ 30 AO) keeps `Taxes` apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Taxes (Steuern).
    #[serde(rename = "steuern")]
    Taxes,
    /// Trade (Gewerbe).
    #[serde(rename = "gewerbe")]
    Trade,
    /// Public order (Ordnung).
    #[serde(rename = "ordnung")]
    PublicOrder,
    /// Social matters (Soziales).
    #[serde(rename = "soziales")]
    Social,
    /// Everything that needs no group of its own (Allgemein).
    #[serde(rename = "allgemein")]
    General,
}

impl Group {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Taxes, Self::Trade, Self::PublicOrder, Self::Social, Self::General];

    /// The group's name in the catalogue and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Taxes => "steuern",
            Self::Trade => "gewerbe",
            Self::PublicOrder => "ordnung",
            Self::Social => "soziales",
            Self::General => "allgemein",
        }
    }
}

/// Which role may write which kind of event. One row a kind; a kind without a row may be written by nobody.
const TABLE: &[(&str, &[Role])] = {
    use Role::{Administrator, Cashier, Clerk, Counter, Head};
    const DESK: &[Role] = &[Counter, Clerk, Head];
    const OFFICE: &[Role] = &[Clerk, Head];
    const MONEY: &[Role] = &[Counter, Clerk, Cashier, Head];
    &[
        ("case_opened", DESK),
        ("answers_set", DESK),
        ("person_linked", DESK),
        ("document_received", DESK),
        ("document_refused", OFFICE),
        ("answers_received", DESK),
        ("attachment_added", DESK),
        ("note_added", MONEY),
        ("assigned", OFFICE),
        ("follow_up_set", DESK),
        ("follow_up_done", DESK),
        ("fee_charged", MONEY),
        ("fee_waived", DESK),
        ("paid", MONEY),
        ("receipt_cancelled", &[Cashier, Head]),
        ("till_closed", &[Cashier, Head]),
        // Two people, where the town wants it: whoever counts too is not who closed (`domain::till`).
        ("till_witnessed", MONEY),
        ("paper_issued", MONEY),
        ("printed", MONEY),
        ("copy_signed", MONEY),
        ("corrected", DESK),
        ("decided", OFFICE),
        ("documents_requested", DESK),
        ("hearing_begun", OFFICE),
        ("statement_received", DESK),
        ("hearing_omitted", OFFICE),
        ("decision_time_extended", OFFICE),
        ("approval_deemed", OFFICE),
        ("decision_prepared", OFFICE),
        ("revocation_prepared", OFFICE),
        ("decision_revoked", OFFICE),
        // Two people: whoever signs is not who prepared it (`domain::case::signing`).
        ("decision_returned", &[Head]),
        ("notified", DESK),
        ("objection_received", DESK),
        ("objection_prepared", OFFICE),
        ("objection_settled", OFFICE),
        ("settlement_undone", OFFICE),
        ("inaction_sued", DESK),
        ("inaction_ended", OFFICE),
        ("closed", DESK),
        ("reopened", OFFICE),
        ("handed_over", DESK),
        ("handover_answered", DESK),
        ("taken_in", OFFICE),
        ("given_back", OFFICE),
        ("clash_settled", &[Clerk, Cashier, Head]),
        ("double_judged", DESK),
        ("term_begun", OFFICE),
        ("hold_set", OFFICE),
        ("hold_lifted", OFFICE),
        ("notices_prepared", DESK),
        ("notices_noted", DESK),
        // Two people: whoever confirms is not who proposed (`domain::disposal`).
        ("disposal_proposed", OFFICE),
        ("disposal_withdrawn", OFFICE),
        ("disposal_confirmed", &[Head]),
        ("case_erased", &[Head]),
        ("person_erased", &[Head]),
        ("person_created", MONEY),
        ("person_changed", DESK),
        ("persons_merged", DESK),
        ("persons_parted", DESK),
        ("person_disclosed", DESK),
        ("user_added", &[Administrator]),
        ("pin_set", &[Administrator]),
        ("role_granted", &[Administrator]),
        ("role_revoked", &[Administrator]),
        ("value_set", &[Administrator, Head]),
        ("publisher_accepted", &[Administrator]),
        ("pack_installed", &[Administrator]),
        ("desk_continued", &[Head]),
        ("number_settled", &[Head]),
        ("work_settled", &[Head]),
        ("bundle_dropped", &[Administrator, Head]),
    ]
};

/// Whether the role may write events of the kind.
pub fn may(role: Role, kind: &str) -> bool {
    TABLE.iter().any(|(row, roles)| *row == kind && roles.contains(&role))
}

/// Every kind of event that this version knows.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(kind, _)| *kind)
}

/// Whether this version knows the kind at all.
pub fn has_row(kind: &str) -> bool {
    TABLE.iter().any(|(row, _)| *row == kind)
}

/// What happens to a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum UserEvent {
    /// Somebody begins to work here.
    UserAdded {
        /// Short name for signing in, unique.
        login: String,
        /// Name as it stands under letters.
        name: String,
    },
    /// A new PIN, hashed with Argon2id in PHC form.
    PinSet {
        /// The hash.
        hash: String,
    },
    /// May act in a role, for the groups.
    RoleGranted {
        /// The role.
        role: Role,
        /// The groups of services it covers.
        groups: BTreeSet<Group>,
    },
    /// May no longer.
    RoleRevoked {
        /// The role.
        role: Role,
    },
}

impl UserEvent {
    /// The event's kind, as in the envelope.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::UserAdded { .. } => "user_added",
            Self::PinSet { .. } => "pin_set",
            Self::RoleGranted { .. } => "role_granted",
            Self::RoleRevoked { .. } => "role_revoked",
        }
    }
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// Identity.
    pub id: UserId,
    /// Short name for signing in.
    pub login: String,
    /// Name as it stands under letters.
    pub name: String,
    /// Argon2id hash of the PIN, in PHC form; empty until one is set.
    pub pin_hash: String,
    /// Roles and the groups of services each covers.
    pub roles: BTreeMap<Role, BTreeSet<Group>>,
    /// Parents of the next event.
    pub heads: Vec<EventRef>,
}

impl User {
    /// State from all events of the user; `None` before the first.
    pub fn fold(id: UserId, events: &[Recorded<UserEvent>]) -> Option<Self> {
        let ordered = Ordered::new(events);
        let mut user = Self {
            id,
            login: String::new(),
            name: String::new(),
            pin_hash: String::new(),
            roles: BTreeMap::new(),
            heads: ordered.heads(),
        };
        let mut pin = Register::default();
        let mut roles: BTreeMap<Role, Register<Option<BTreeSet<Group>>>> = BTreeMap::new();
        for (event, past) in ordered.iter() {
            let Payload::Known(what) = &event.payload else { continue };
            match what {
                UserEvent::UserAdded { login, name } => {
                    user.login.clone_from(login);
                    user.name.clone_from(name);
                }
                UserEvent::PinSet { hash } => pin.write(hash.clone(), past),
                UserEvent::RoleGranted { role, groups } => {
                    roles.entry(*role).or_default().write(Some(groups.clone()), past);
                }
                UserEvent::RoleRevoked { role } => roles.entry(*role).or_default().write(None, past),
            }
        }
        user.pin_hash = pin.get().cloned().unwrap_or_default();
        // Where a grant and a revocation did not see each other, the revocation stands until somebody decides.
        user.roles = roles
            .into_iter()
            .filter(|(_, register)| !register.conflict().iter().any(|(groups, _)| groups.is_none()))
            .filter_map(|(role, register)| Some((role, register.get()?.clone()?)))
            .collect();
        (!user.login.is_empty()).then_some(user)
    }

    /// The role in which the user may write events of the kind, for cases of the group.
    pub fn role_for(&self, kind: &str, group: Option<Group>) -> Option<Role> {
        self.role_among(kind, group, &Role::ALL)
    }

    /// The same, where only these roles count.
    pub fn role_among(&self, kind: &str, group: Option<Group>, among: &[Role]) -> Option<Role> {
        self.roles
            .iter()
            .filter(|(role, _)| may(**role, kind) && among.contains(role))
            .find(|(_, groups)| group.is_none_or(|g| g == Group::General || groups.contains(&g)))
            .map(|(role, _)| *role)
    }

    /// The groups whose cases the user may see.
    pub fn reads(&self) -> BTreeSet<Group> {
        let mut groups: BTreeSet<Group> = self.roles.values().flatten().copied().collect();
        if self.roles.keys().any(|role| *role != Role::Administrator) {
            let _ = groups.insert(Group::General);
        }
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_for_somebody_and_stands_once() {
        for (at, (kind, roles)) in TABLE.iter().enumerate() {
            assert!(!roles.is_empty(), "{kind}");
            assert!(!TABLE[at + 1..].iter().any(|(other, _)| other == kind), "{kind} stands twice");
        }
    }

    #[test]
    fn the_counter_takes_money_but_cancels_no_receipt() {
        assert!(may(Role::Counter, "paid") && !may(Role::Counter, "receipt_cancelled"));
        assert!(!may(Role::Administrator, "case_opened") && !may(Role::Head, "unheard_of"));
    }
}
