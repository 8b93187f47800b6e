//! The law of a decision about an objection (Widerspruchsbescheid): until when one may sue and why, who bears the costs, who signs.
//! Knows no case.

use super::case::{Act, Notified, Ruled, Settled, Way};
use super::deadline::{Basis, Deadline, Kind, OutOfRange, Regime, Rule, Trigger, Unit};
use super::decision::Levied;
use super::explain::Step;
use super::money::Cents;
use super::procedure::{Procedure, Second};
use super::remedy::Remedied;

/// The letter that rejects an objection, at least in part (§ 73 VwGO).
pub const RULING: &str = "widerspruchsbescheid";
/// The letter that says that an objection is right (§ 72 VwGO).
pub const REDRESS: &str = "abhilfebescheid";

impl Procedure {
    /// Until when something may be filed against what was told, notified like this.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn until(&self, notified: &Notified, act: Act<'_>) -> Result<Remedied, OutOfRange> {
        match act.ruling.filter(|ruled| ruled.is_served()) {
            Some(ruled) => self.sued_until(notified, ruled),
            None => self.remedied(notified, act.notice),
        }
    }

    /// Until when one may sue after a decision about an objection: a month from its service (§ 74 (1) sentence 1 VwGO), a year where it
    /// bore no notice of that or a wrong one (§ 58 (2) VwGO). The period is one of court procedure: § 57 (2) VwGO, § 222 ZPO, §§ 187–193
    /// BGB. It is served by the federal `VwZG` whatever the Land (§ 73 (3) sentence 2 VwGO). What went by plain post or arrived so was not
    /// served: the day that follows by the fiction is told with that warning, for § 8 `VwZG` mends it at the earliest when it arrives.
    fn sued_until(&self, notified: &Notified, ruled: &Ruled) -> Result<Remedied, OutOfRange> {
        let (id, law, unit) = if ruled.ruling.notice.is_some() {
            ("remedy-after-objection", "§ 74 Abs. 1 Satz 1 VwGO", Unit::Months)
        } else {
            ("remedy-without-notice", "§ 58 Abs. 2 VwGO", Unit::Years)
        };
        let (way, on) = (notified.way, notified.on);
        let trigger = match way {
            // The fourth day stays where it falls: no § 108 AO in the law of service.
            Way::Post => Trigger::Posted { on, regime: Regime::Vwvfg },
            _ => Trigger::Event { on },
        };
        let (kind, basis, value, calendar) = (Kind::Frist, Basis::Bgb, 1, self.calendar.clone());
        let computed = Deadline::compute(&Rule { kind, basis, unit, value, trigger, calendar })?;
        let mut why = vec![Step::new(id, law)];
        why.push(Step::new(way.step(), served_by(way)).with("date", on));
        why.extend((!way.is_service()).then(|| Step::new("ruling-unserved", "§ 73 Abs. 3 Satz 2 VwGO")));
        why.push(Step::new("ruling-counts", "§ 57 Abs. 2 VwGO, § 222 ZPO"));
        why.extend(computed.explanation);
        Ok(Remedied { notified_on: computed.event, ends_on: computed.date, why })
    }

    /// Whether a decision about an objection is signed by a second person: always, or, where the service asks for it with refusals, where
    /// it rejects, at least in part; where it asks above an amount, also where more than that was set and is lifted.
    pub fn asks_second_to_rule(&self, how: Settled, levies: &[Levied]) -> bool {
        let lifts = || levies.iter().map(|levied| levied.amount.cents).sum::<Cents>();
        let rejects = how != Settled::Remedied;
        match self.second {
            None => false,
            Some(Second::Always) => true,
            Some(Second::Refusal) => rejects,
            Some(Second::Above(cents)) => rejects || lifts() > cents,
        }
    }

    /// By what costs are reimbursed to whoever was right (§ 80 (1) VwVfG, as the Land has it). About municipal taxes and charges the Länder
    /// differ: their acts on procedure may exclude proceedings by the AO (§ 2 (2) No. 1 VwVfG), and §§ 347 ff. AO are not the towns'.
    pub fn reimburses(&self) -> Reimburses {
        let land = self.calendar.land();
        let by = || Reimburses::By(land.cites("§ 80 Abs. 1 VwVfG"));
        match (self.regime, land.reimburses_charges()) {
            (Regime::Vwvfg, _) | (Regime::Ao, Some(true)) => by(),
            (Regime::Ao, Some(false)) => Reimburses::Not(land.cites("§ 2 Abs. 2 Nr. 1 VwVfG")),
            (Regime::Ao, None) => Reimburses::Open,
        }
    }

    /// The paragraph by which it is decided whether counsel was necessary; none where nothing is reimbursed.
    pub fn counsel_law(&self) -> Option<String> {
        let decides = !matches!(self.reimburses(), Reimburses::Not(_));
        decides.then(|| self.calendar.land().cites("§ 80 Abs. 2 VwVfG"))
    }
}

/// Whether costs are reimbursed to whoever was right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reimburses {
    /// By this paragraph.
    By(String),
    /// Not, by this one.
    Not(String),
    /// Nobody here has read how the Land has it: nothing is said about it.
    Open,
}

/// The paragraph of the federal act by which it is served; none for what is no service.
fn served_by(way: Way) -> &'static str {
    match way {
        Way::Served => "§ 3 VwZG",
        Way::Hand => "§ 5 Abs. 1 VwZG",
        Way::Acknowledged => "§ 5 Abs. 4 VwZG",
        Way::Post | Way::Arrived => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::{Decision, Outcome, Ruling, Settlement};
    use crate::domain::decision::{Notice, Remedy};
    use crate::domain::holiday::{Calendar, Land};
    use crate::domain::id::{DeviceId, EventRef, UserId};
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn ruled(how: Settled, has_notice: bool) -> Ruled {
        let event = EventRef { device: DeviceId(Uuid::nil()), seq: 1 };
        let by = UserId(Uuid::nil());
        let notice = Notice { remedy: Remedy::Action, body: "Gericht".into(), address: "Weg 1".into() };
        let notice = has_notice.then_some(notice);
        Ruled {
            event,
            by,
            what: Settlement { how, ..Settlement::default() },
            ruling: Ruling { notice, ..Ruling::default() },
            objection: event,
            objected_on: NaiveDate::default(),
            objector: None,
            against: event,
            against_on: NaiveDate::default(),
            of: Decision {
                outcome: Outcome::Refused,
                reasons: String::new(),
                conditions: Vec::new(),
                levies: Vec::new(),
                notice: None,
                decided_on: NaiveDate::default(),
                by,
                event,
                deemed: false,
            },
        }
    }

    fn ends(ruled: &Ruled, way: Way, on: &str, land: Land) -> Remedied {
        let act = Act {
            event: ruled.event,
            on: day("2026-01-01"),
            notice: ruled.ruling.notice.as_ref(),
            decision: &ruled.of,
            revocation: None,
            ruling: Some(ruled),
        };
        let procedure = Procedure { calendar: Calendar::of_land(land), ..Procedure::default() };
        let notified = Notified { way, on: day(on), posted_on: None, of: None, proof: String::new() };
        procedure.until(&notified, act).expect("a day")
    }

    /// Served on Thursday, 26 November 2026: a month ends on Saturday, 26 December, the second day of Christmas, so on Monday the
    /// 28th. Served on 31 January 2027: February ends on Sunday the 28th, so on Monday, 1 March. Served on Wednesday, 2 December:
    /// Saturday, 2 January, so on Monday the 4th. Served on 4 May 2026: Corpus Christi on 4 June, in Berlin no holiday.
    #[test]
    fn the_action_is_possible_for_a_month_from_service() {
        let ruled = ruled(Settled::Rejected, true);
        for (on, land, by) in [
            ("2026-11-26", Land::Nw, "2026-12-28"),
            ("2027-01-31", Land::Nw, "2027-03-01"),
            ("2026-12-02", Land::Nw, "2027-01-04"),
            ("2026-11-24", Land::Nw, "2026-12-24"),
            ("2026-05-04", Land::Nw, "2026-06-05"),
            ("2026-05-04", Land::Be, "2026-06-04"),
        ] {
            for way in [Way::Served, Way::Hand, Way::Acknowledged] {
                let found = ends(&ruled, way, on, land);
                assert_eq!((found.notified_on, found.ends_on), (day(on), day(by)), "{way:?} {on}");
                assert!(found.why.iter().all(|step| step.id != "ruling-unserved"));
            }
        }
        let why = ends(&ruled, Way::Served, "2026-11-26", Land::By).why;
        let laws: Vec<&str> = why.iter().map(|step| step.law.as_str()).collect();
        assert_eq!(laws[..3], ["§ 74 Abs. 1 Satz 1 VwGO", "§ 3 VwZG", "§ 57 Abs. 2 VwGO, § 222 ZPO"]);
        assert!(laws.contains(&"§ 193 BGB") && laws.iter().all(|law| !law.contains("VwVfG")), "{laws:?}");
    }

    /// Without a notice, or with a wrong one, a year; from a leap day it ends on 28 February.
    #[test]
    fn without_a_notice_there_is_a_year_to_sue() {
        let ruled = ruled(Settled::Rejected, false);
        assert_eq!(ends(&ruled, Way::Served, "2026-11-26", Land::Nw).ends_on, day("2027-11-26"));
        assert_eq!(ends(&ruled, Way::Served, "2028-02-29", Land::Nw).ends_on, day("2029-02-28"));
    }

    /// Posted on Tuesday, 24 November 2026: the fourth day is a Saturday and stays, also for a tax; a month ends on Monday, 28 December.
    /// By plain post it was not served, and the date says so; that an objection is right is told like a decision.
    #[test]
    fn what_went_by_plain_post_was_not_served() {
        for how in [Settled::Rejected, Settled::RemediedInPart] {
            let found = ends(&ruled(how, true), Way::Post, "2026-11-24", Land::Nw);
            assert_eq!((found.notified_on, found.ends_on), (day("2026-11-28"), day("2026-12-28")));
            assert!(found.why.iter().any(|step| step.id == "ruling-unserved"));
        }
        let arrived = ends(&ruled(Settled::Rejected, true), Way::Arrived, "2026-11-24", Land::Nw);
        assert!(arrived.why.iter().any(|step| step.id == "ruling-unserved"));
        let redress = ends(&ruled(Settled::Remedied, true), Way::Post, "2026-11-24", Land::Nw);
        assert_eq!((redress.why[0].id.as_str(), redress.ends_on), ("remedy-action", day("2026-12-28")));
        assert!(redress.why.iter().all(|step| step.id != "ruling-unserved"));
    }

    /// Costs are reimbursed by the Land's own act; about charges as the Land has it, and where nobody has read that, nothing is said.
    #[test]
    fn costs_follow_the_act_of_the_land() {
        let of =
            |land, regime| Procedure { calendar: Calendar::of_land(land), regime, ..Procedure::default() };
        let by = |law: &str| Reimburses::By(law.to_owned());
        assert_eq!(of(Land::Nw, Regime::Vwvfg).reimburses(), by("§ 80 Abs. 1 VwVfG NRW"));
        assert_eq!(of(Land::Sn, Regime::Vwvfg).reimburses(), by("§ 80 Abs. 1 VwVfG"));
        for regime in [Regime::Vwvfg, Regime::Ao] {
            assert_eq!(of(Land::By, regime).reimburses(), by("Art. 80 Abs. 1 BayVwVfG"));
            assert_eq!(of(Land::Bw, regime).reimburses(), by("§ 80 Abs. 1 LVwVfG"));
        }
        let none = Reimburses::Not("§ 2 Abs. 2 Nr. 1 VwVfG NRW".to_owned());
        assert_eq!(of(Land::Nw, Regime::Ao).reimburses(), none);
        assert_eq!(of(Land::Th, Regime::Ao).reimburses(), Reimburses::Open);
        let counsel = |land| of(land, Regime::Ao).counsel_law().is_some();
        assert!(counsel(Land::By) && counsel(Land::Th) && !counsel(Land::Nw));
    }

    #[test]
    fn who_signs_a_refusal_signs_that_an_objection_is_rejected() {
        let asks = |second, how| Procedure { second, ..Procedure::default() }.asks_second_to_rule(how, &[]);
        assert!(
            asks(Some(Second::Refusal), Settled::Rejected) && !asks(Some(Second::Refusal), Settled::Remedied)
        );
        assert!(
            asks(Some(Second::Above(Cents(100))), Settled::RemediedInPart) && !asks(None, Settled::Rejected)
        );
        assert!(
            !asks(Some(Second::Above(Cents(100))), Settled::Remedied)
                && asks(Some(Second::Always), Settled::Remedied)
        );
    }
}
