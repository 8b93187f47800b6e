//! Until when something may be filed against a decision, whether it was in time, from when nothing can be filed any more,
//! and from when the office can be sued for not deciding. Knows no case.

use super::case::{Notified, Waiting, WaitsFor, Way};
use super::deadline::{Basis, Computed, Deadline, Kind, OutOfRange, Regime, Rule, Trigger, Unit};
use super::decision::{Notice, Remedy};
use super::explain::{Explanation, Step};
use super::holiday::Delivery;
use super::procedure::Procedure;
use chrono::NaiveDate;

/// When a decision counts as notified, the last day to file something against it, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedied {
    /// The day of notification.
    pub notified_on: NaiveDate,
    /// The last day, until its end.
    pub ends_on: NaiveDate,
    /// How that came about.
    pub why: Explanation,
}

impl Remedied {
    /// The first day on which nothing can be filed any more (Bestandskraft).
    pub fn final_from(&self) -> NaiveDate {
        self.ends_on.succ_opt().unwrap_or(self.ends_on)
    }

    /// Whether what came in on a day came in time.
    pub fn in_time(&self, received_on: NaiveDate) -> bool {
        received_on <= self.ends_on
    }
}

/// From when the office can be sued for not having decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suable {
    /// The last day to decide without that, and why that one.
    pub by: Computed,
    /// The first day on which an action is admissible.
    pub from: NaiveDate,
}

impl Procedure {
    /// Until when something may be filed: a month from notification (§§ 70, 74 VwGO), a year where the decision bore no
    /// notice of it (§ 58 (2) VwGO).
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn remedied(&self, notified: &Notified, notice: Option<&Notice>) -> Result<Remedied, OutOfRange> {
        let (id, law, unit) = match notice.map(|notice| notice.remedy) {
            Some(Remedy::Action) => ("remedy-action", "§ 74 Abs. 1 VwGO", Unit::Months),
            Some(Remedy::Objection) => ("remedy-objection", "§ 70 Abs. 1 VwGO", Unit::Months),
            None => ("remedy-without-notice", "§ 58 Abs. 2 VwGO", Unit::Years),
        };
        let on = notified.on;
        let (mut why, posted) = (vec![Step::new(id, law)], |on| Trigger::Posted { on, regime: self.regime });
        let (step, trigger) = match (notified.way, notified.posted_on) {
            (Way::Post, _) => ("notified-post", posted(on)),
            // What arrives before the day on which it is deemed notified is notified on that day all the same.
            (Way::Arrived, Some(day)) if self.notified(day)? >= on => {
                ("notified-arrived-before", posted(day))
            }
            (way, _) => (way.step(), Trigger::Event { on }),
        };
        let computed = self.compute(Kind::Frist, (unit, 1), trigger)?;
        why.push(Step::new(step, &self.notified_by(notified.way)).with("date", on));
        // What moves before the day of the event is the day of notification.
        let steps = computed.explanation.iter().take_while(|step| step.id != "deadline-event");
        let moved = steps.into_iter().any(|step| step.id == "deadline-moved");
        let by_post = matches!(trigger, Trigger::Posted { .. });
        let doubtful = by_post && self.regime == Regime::Ao && self.open.notification && moved;
        why.extend(doubtful.then(|| Step::new("notified-moved-unconfirmed", "§ 108 Abs. 3 AO")));
        why.extend(self.delivery_doubt(notified.way));
        why.extend(self.taxed());
        why.extend(computed.explanation);
        Ok(Remedied { notified_on: computed.event, ends_on: computed.date, why })
    }

    fn notified_by(&self, way: Way) -> String {
        match way {
            Way::Post => self.law("§ 41 Abs. 2 VwVfG", "§ 122 Abs. 2 AO"),
            Way::Arrived => self.law("§ 41 Abs. 2 Satz 3 VwVfG", "§ 122 Abs. 2 AO"),
            Way::Hand => self.law("§ 41 Abs. 1 VwVfG", "§ 122 Abs. 1 AO"),
            Way::Acknowledged => self.delivered_by(|law| &law.acknowledged),
            Way::Served => self.delivered_by(|law| &law.record),
        }
    }

    /// The paragraph by which the town serves: as the town names it, else by its Land; empty where neither is known, for no other
    /// Land's act is cited in its place.
    fn delivered_by(&self, paragraph: fn(&Delivery) -> &String) -> String {
        let of_land = || self.calendar.land().delivery().map(|law| paragraph(law).clone());
        self.delivery_law.clone().or_else(of_land).unwrap_or_default()
    }

    /// Why a town's tax goes by the AO: the act on municipal charges refers to its rules on periods and notification (§§ 108, 122 AO; in
    /// North Rhine-Westphalia § 12 (1) No. 3 KAG NRW; which ones exactly is general knowledge). Where a Land has no such act known here, none
    /// is named.
    pub(super) fn taxed(&self) -> Option<Step> {
        let law = || self.calendar.land().cites("§ 12 KAG NRW");
        (self.regime == Regime::Ao).then(|| Step::new("tax-goes-by-ao", &law()))
    }

    /// That the law of service is to be confirmed or named by the town.
    fn delivery_doubt(&self, way: Way) -> Option<Step> {
        let land = self.calendar.land();
        if !matches!(way, Way::Acknowledged | Way::Served) || self.delivery_law.is_some() {
            return None;
        }
        match land.delivery() {
            None => Some(Step::new("delivery-unnamed", "").with("land", land.name())),
            Some(law) => (!law.confirmed).then(|| Step::new("delivery-unconfirmed", "")),
        }
    }

    /// From when the office can be sued for not having decided: not before three months since the application or the objection
    /// have passed, unless special circumstances ask for less (§ 75 sentence 2 VwGO). The three months are no period within which
    /// something is to be declared or done, they only keep the court shut; so their end does not move from a Saturday, Sunday or
    /// holiday (§ 193 BGB, § 57 (2) VwGO with § 222 (2) ZPO speak of periods to be kept). Not read in a judgment, so it is said as
    /// a warning; and the earlier day is the safe one for the office. Municipal taxes have no other way: § 12 KAG NRW does not
    /// refer to §§ 347 ff. AO, so there is no Untätigkeitseinspruch (§ 347 (1) sentence 2 AO) against a town's dog tax.
    ///
    /// Errors: [`OutOfRange`] where a date leaves the calendar.
    pub fn failure_to_act(&self, waiting: Waiting) -> Result<Suable, OutOfRange> {
        let (kind, basis, calendar) = (Kind::Zeitraum, Basis::Bgb, self.calendar.clone());
        let trigger = Trigger::Event { on: waiting.since };
        let (unit, value) = (Unit::Months, 3);
        let mut by = Deadline::compute(&Rule { kind, basis, unit, value, trigger, calendar })?;
        let id = match waiting.waits_for {
            WaitsFor::Application => "remedy-failure-to-act",
            WaitsFor::Objection => "remedy-failure-objection",
        };
        let from = by.date.succ_opt().ok_or(OutOfRange)?;
        by.explanation.insert(0, Step::new(id, "§ 75 Satz 2 VwGO"));
        by.explanation.push(Step::new("remedy-failure-from", "").with("date", from));
        Ok(Suable { by, from })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn notice(remedy: Remedy) -> Notice {
        Notice { remedy, body: "Verwaltungsgericht Münster".into(), address: "Weg 1, 48000 Münster".into() }
    }

    fn ends(regime: Regime, way: Way, on: &str, notice: Option<&Notice>) -> (NaiveDate, NaiveDate) {
        let procedure = Procedure { regime, ..Procedure::default() };
        let notified = Notified { way, on: day(on), posted_on: None, of: None, proof: String::new() };
        let ends = procedure.remedied(&notified, notice).expect("a day");
        assert_eq!(ends.final_from(), ends.ends_on.succ_opt().expect("a day"));
        (ends.notified_on, ends.ends_on)
    }

    /// The worked example of the law: posted 30 April 2026, deemed notified 4 May, the month ends on Corpus Christi, so
    /// on 5 June.
    #[test]
    fn a_letter_by_post_counts_from_the_fourth_day_in_nrw() {
        let action = notice(Remedy::Action);
        let by_post = |regime, on| ends(regime, Way::Post, on, Some(&action));
        assert_eq!(by_post(Regime::Vwvfg, "2026-04-30"), (day("2026-05-04"), day("2026-06-05")));
        // Tuesday, 24 November 2026: the fourth day is a Saturday. Only tax law moves it.
        assert_eq!(by_post(Regime::Vwvfg, "2026-11-24"), (day("2026-11-28"), day("2026-12-28")));
        assert_eq!(by_post(Regime::Ao, "2026-11-24"), (day("2026-11-30"), day("2026-12-30")));
        // Posted before 2025 it was the third day; on its last day already.
        assert_eq!(by_post(Regime::Vwvfg, "2024-12-31"), (day("2025-01-03"), day("2025-02-03")));
        assert_eq!(by_post(Regime::Vwvfg, "2025-01-01"), (day("2025-01-05"), day("2025-02-05")));
        assert_eq!(by_post(Regime::Ao, "2025-01-01"), (day("2025-01-06"), day("2025-02-06")));
    }

    /// Handed over on 30 January: the month has no 30th day and ends on Saturday, 28 February, so on Monday.
    #[test]
    fn what_is_received_on_a_day_counts_from_it() {
        let objection = notice(Remedy::Objection);
        for way in [Way::Hand, Way::Acknowledged, Way::Served, Way::Arrived] {
            let found = ends(Regime::Vwvfg, way, "2026-01-30", Some(&objection));
            assert_eq!(found, (day("2026-01-30"), day("2026-03-02")), "{way:?}");
        }
    }

    /// Posted on Monday, 2 November 2026, and deemed notified on Friday, the 6th: what lies there on the 4th counts from the
    /// 6th too; what comes on Saturday, the 14th, counts from then.
    #[test]
    fn what_arrives_early_counts_from_the_fourth_day_and_what_arrives_late_from_its_own() {
        let action = notice(Remedy::Action);
        let arrived = |on: &str, regime| {
            let procedure = Procedure { regime, ..Procedure::default() };
            let posted_on = Some(day("2026-11-02"));
            let notified =
                Notified { way: Way::Arrived, on: day(on), posted_on, of: None, proof: String::new() };
            let ends = procedure.remedied(&notified, Some(&action)).expect("a day");
            (ends.why[1].id.clone(), ends.notified_on, ends.ends_on)
        };
        let before = "notified-arrived-before".to_owned();
        for regime in [Regime::Vwvfg, Regime::Ao] {
            for on in ["2026-11-04", "2026-11-06"] {
                assert_eq!(
                    arrived(on, regime),
                    (before.clone(), day("2026-11-06"), day("2026-12-07")),
                    "{on}"
                );
            }
            let late = ("notified-arrived".to_owned(), day("2026-11-14"), day("2026-12-14"));
            assert_eq!(arrived("2026-11-14", regime), late);
        }
    }

    /// In Bavaria the act has articles, and Saxony refers to the federal act.
    #[test]
    fn each_land_names_its_own_act() {
        use crate::domain::holiday::{Calendar, Land};
        for (land, wanted) in [
            (Land::Nw, "§ 41 Abs. 2 VwVfG NRW"),
            (Land::By, "Art. 41 Abs. 2 BayVwVfG"),
            (Land::Sn, "§ 41 Abs. 2 VwVfG"),
        ] {
            let procedure = Procedure { calendar: Calendar::of_land(land), ..Procedure::default() };
            let posted = Notified {
                way: Way::Post,
                on: day("2026-04-30"),
                posted_on: None,
                of: None,
                proof: String::new(),
            };
            let why = procedure.remedied(&posted, None).expect("a day").why;
            let of_act: Vec<&str> =
                why.iter().map(|step| step.law.as_str()).filter(|law| law.contains("VwVfG")).collect();
            assert_eq!(of_act[..2], [wanted, wanted], "{land:?}");
            assert!(
                of_act.iter().all(|law| law.ends_with(land.act())),
                "one name in one explanation: {of_act:?}"
            );
        }
    }

    /// A town outside of NRW is never told NRW's act: its own Land's, to be confirmed, what it names itself, or that it has to.
    #[test]
    fn each_land_serves_by_its_own_act_or_names_none() {
        use crate::domain::holiday::{Calendar, Land};
        let told = |land, way, own: Option<&str>| {
            let calendar = Calendar::of_land(land);
            let procedure =
                Procedure { calendar, delivery_law: own.map(str::to_owned), ..Procedure::default() };
            let notified =
                Notified { way, on: day("2026-11-24"), posted_on: None, of: None, proof: String::new() };
            let why = procedure.remedied(&notified, None).expect("a day").why;
            (why[1].law.clone(), why[2].id.clone())
        };
        let said = |law: &str, id: &str| (law.to_owned(), id.to_owned());
        assert_eq!(told(Land::Nw, Way::Served, None), said("§ 3 LZG NRW", "deadline-event"));
        assert_eq!(told(Land::By, Way::Served, None), said("Art. 3 VwZVG", "delivery-unconfirmed"));
        assert_eq!(told(Land::He, Way::Acknowledged, None), said("§ 5 VwZG", "delivery-unconfirmed"));
        assert_eq!(told(Land::Sl, Way::Served, None), said("§ 3 VwZG", "deadline-event"));
        assert_eq!(told(Land::Mv, Way::Acknowledged, None), said("§ 98 VwVfG M-V", "delivery-unconfirmed"));
        assert_eq!(told(Land::Sh, Way::Served, None), said("§ 148 LVwG", "delivery-unconfirmed"));
        let named = Some("§ 147 LVwG");
        assert_eq!(told(Land::Sh, Way::Served, named), said("§ 147 LVwG", "deadline-event"));
        assert_eq!(told(Land::By, Way::Hand, None).1, "deadline-event");
        for land in Land::ALL.into_iter().filter(|land| *land != Land::Nw) {
            for way in [Way::Served, Way::Acknowledged] {
                assert!(!told(land, way, None).0.contains("NRW"), "{land:?}");
            }
        }
    }

    /// In tax law the day of fiction moves by case law: said to be confirmed where it matters, and as long as the town has not.
    #[test]
    fn what_the_town_has_to_confirm_stands_beside_the_date() {
        use crate::domain::procedure::Open;
        let ids = |regime, on: &str, notification| {
            let open = Open { notification, ..Open::default() };
            let procedure = Procedure { regime, open, ..Procedure::default() };
            let posted =
                Notified { way: Way::Post, on: day(on), posted_on: None, of: None, proof: String::new() };
            let why = procedure.remedied(&posted, None).expect("a day").why;
            why.iter().any(|step| step.id == "notified-moved-unconfirmed")
        };
        assert!(ids(Regime::Ao, "2026-11-24", true), "the fourth day is a Saturday");
        assert!(!ids(Regime::Ao, "2026-11-24", false) && !ids(Regime::Vwvfg, "2026-11-24", true));
    }

    /// The AO is no law of towns by itself: an explanation says by what it is.
    #[test]
    fn a_tax_says_by_which_act_the_ao_applies() {
        use crate::domain::holiday::{Calendar, Land};
        let told = |land, regime| {
            let calendar = Calendar::of_land(land);
            let procedure = Procedure { regime, calendar, ..Procedure::default() };
            let posted = Notified {
                way: Way::Post,
                on: day("2026-11-24"),
                posted_on: None,
                of: None,
                proof: String::new(),
            };
            let of_remedy = procedure.remedied(&posted, None).expect("a day").why;
            let by = procedure.answer_by(day("2026-11-24")).expect("a day").date;
            let of_answer = procedure.explained(day("2026-11-24"), by);
            let law = |why: Explanation| {
                why.into_iter().find(|step| step.id == "tax-goes-by-ao").map(|step| step.law)
            };
            assert_eq!(law(of_remedy.clone()), law(of_answer));
            law(of_remedy)
        };
        assert_eq!(told(Land::Nw, Regime::Ao).as_deref(), Some("§ 12 KAG NRW"));
        assert_eq!(told(Land::Sn, Regime::Ao).as_deref(), Some("SächsKAG"));
        assert_eq!(told(Land::Hh, Regime::Ao).as_deref(), Some(""));
        assert_eq!(told(Land::Nw, Regime::Vwvfg), None);
    }

    /// Without a notice a year, also from a leap day.
    #[test]
    fn without_a_notice_there_is_a_year() {
        assert_eq!(
            ends(Regime::Vwvfg, Way::Hand, "2028-02-29", None),
            (day("2028-02-29"), day("2029-02-28"))
        );
        assert_eq!(
            ends(Regime::Vwvfg, Way::Post, "2026-04-30", None),
            (day("2026-05-04"), day("2027-05-04"))
        );
    }

    #[test]
    fn in_time_is_until_the_end_of_the_last_day() {
        let notified = Notified {
            way: Way::Post,
            on: day("2026-04-30"),
            posted_on: None,
            of: None,
            proof: String::new(),
        };
        let ends = Procedure::default().remedied(&notified, Some(&notice(Remedy::Action))).expect("a day");
        assert!(ends.in_time(day("2026-06-05")) && !ends.in_time(day("2026-06-06")));
        let ids: Vec<&str> = ends.why.iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids[..3], ["remedy-action", "notified-post", "deadline-posted"]);
    }

    /// Filed on 30 November: the third month has no 30th day, and 28 February 2027 is a Sunday, on which the court opens all
    /// the same. In tax law nothing else counts: its other remedy is not a town's.
    #[test]
    fn the_office_can_be_sued_after_three_months_whatever_day_that_is() {
        for regime in [Regime::Vwvfg, Regime::Ao] {
            let procedure = Procedure { regime, ..Procedure::default() };
            for (waits_for, first) in [
                (WaitsFor::Application, "remedy-failure-to-act"),
                (WaitsFor::Objection, "remedy-failure-objection"),
            ] {
                let since = |on| Waiting { waits_for, since: day(on) };
                let found = procedure.failure_to_act(since("2026-11-24")).expect("a day");
                assert_eq!((found.by.date, found.from), (day("2027-02-24"), day("2027-02-25")));
                let sunday = procedure.failure_to_act(since("2026-11-30")).expect("a day");
                assert_eq!((sunday.by.date, sunday.from), (day("2027-02-28"), day("2027-03-01")));
                let ids: Vec<&str> = sunday.by.explanation.iter().map(|step| step.id.as_str()).collect();
                assert_eq!(ids.first(), Some(&first));
                assert_eq!(
                    ids[3..],
                    [
                        "deadline-month-end",
                        "deadline-stays-zeitraum-bgb",
                        "deadline-result",
                        "remedy-failure-from"
                    ]
                );
            }
        }
    }
}
