//! After the decision, in a dialog: how it was notified, what was filed against it, what becomes of that. The dates that
//! follow stand below while one types.

use super::steps::{self, Step};
use super::{Message, Over};
use crate::desk::case::Sheet;
use crate::domain::case::{Notified, Objection, Settled, Way};
use crate::domain::decide::{Proceed, challenges};
use crate::domain::decision::Remedy;
use crate::domain::problem::Problem;
use crate::fl;
use crate::timeline::timely::in_time;
use crate::timeline::{act, remedy, settled, way};
use crate::ui::Element;
use crate::ui::control::{
    body, check, past_date_field, radio, read_date, read_past_date, small, state, text_field, write_date,
};
use crate::ui::screen::beside::at;
use crate::ui::screen::case::remedy::{tone, until};
use crate::ui::screen::counter::explanation;
use crate::ui::theme::Tone;
use chrono::NaiveDate;

pub(super) const REMEDIES: [Remedy; 2] = [Remedy::Objection, Remedy::Action];

/// What is chosen at first: the remedy of the decision's own notice.
pub fn begins_with(sheet: &Sheet) -> Option<usize> {
    let notice = sheet.case.act().and_then(|act| act.notice);
    let at = notice.and_then(|notice| REMEDIES.iter().position(|remedy| *remedy == notice.remedy));
    Some(at.unwrap_or_default())
}

/// Whoever opens the dialog again corrects what is there: it begins with that, and a key pressed by mistake changes no day.
pub fn resume(over: &mut Over, sheet: &Sheet) {
    let Some(known) = over.notified_before(sheet) else { return };
    over.chosen = Way::ALL.iter().position(|way| *way == known.way);
    over.date = write_date(known.on);
    over.steps.posted = known.posted_on.map(write_date).unwrap_or_default();
    over.text.clone_from(&known.proof);
}

/// What is there already, and that it is replaced.
fn known_words(known: &Notified) -> String {
    fl!("step-notify-known", way = way(known.way), on = crate::words::date_with_day(known.on))
}

/// Why what was typed is no day until today.
pub fn undated(field: &str, typed: &str, today: NaiveDate) -> Problem {
    match read_date(typed, today).filter(|day| *day > today) {
        Some(day) => Problem::error(field, "problem-date-future").with("date", day),
        None => Problem::error(field, "problem-date"),
    }
}

impl Over {
    fn notified(&self, today: NaiveDate) -> Option<Notified> {
        let way = self.picked(&Way::ALL).unwrap_or(Way::Post);
        let posted_on = read_past_date(&self.steps.posted, today).filter(|_| way == Way::Arrived);
        let (on, proof) = (read_past_date(&self.date, today)?, self.text.trim().to_owned());
        Some(Notified { way, on, posted_on, of: self.steps.told(), proof })
    }

    /// How what is chosen was notified, as far as it was.
    fn notified_before<'s>(&self, sheet: &'s Sheet) -> Option<&'s Notified> {
        let last = || sheet.case.act().map(|act| act.event);
        self.steps.told().or_else(last).and_then(|act| sheet.case.notified_of(act))
    }

    /// What is to be entered, or what is missing.
    pub(super) fn remedy_wanted(
        &self,
        step: Step,
        text: String,
        today: NaiveDate,
    ) -> Result<Proceed, Vec<Problem>> {
        let wrong = || vec![undated("on", &self.date, today)];
        if step == Step::Notify {
            return Ok(Proceed::Notify(self.notified(today).ok_or_else(wrong)?));
        }
        let remedy = self.filed_as();
        let against = self.steps.against();
        let by = self.of_another();
        let (received_on, court) = if remedy == Remedy::Action {
            let (served_on, court) = self.served(today)?;
            (served_on, Some(court))
        } else {
            (read_past_date(&self.date, today).ok_or_else(wrong)?, None)
        };
        Ok(Proceed::Object(Objection { remedy, received_on, text, by, court, against }))
    }

    /// What is being entered.
    fn filed_as(&self) -> Remedy {
        self.picked(&REMEDIES).unwrap_or(Remedy::Objection)
    }

    /// Who filed it, where that is not whoever applied: of an action whoever sues, whose name is asked for anyway.
    fn of_another(&self) -> Option<String> {
        let (sues, objects) = (self.steps.court.by(), self.steps.objector.as_str());
        let by = match self.filed_as() {
            Remedy::Action => Some(sues).filter(|_| self.steps.of_another),
            Remedy::Objection => Some(objects),
        };
        by.map(|by| by.trim().to_owned()).filter(|by| !by.is_empty())
    }

    /// Draws it.
    pub(super) fn remedy_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        let text = |label: String| self.said(label, None);
        let choose = |label: String, options: Vec<String>| -> Element<'a, Message> {
            radio("over-choice", options, self.chosen, Message::Chosen).label(label).into()
        };
        let day = |label: String| -> Element<'a, Message> {
            let day = past_date_field("over-date", &self.date, today, Message::DateTyped);
            day.label(label).problem(at(problems, "received_on")).into()
        };
        match step {
            Step::Notify => {
                let ways = Way::ALL.map(way).to_vec();
                let by_post = self.picked(&Way::ALL) == Some(Way::Post);
                let on = if by_post { fl!("step-notify-posted") } else { fl!("step-notify-received") };
                let known = self.notified_before(sheet).map(known_words);
                let mut fields: Vec<Element<'a, Message>> =
                    known.into_iter().map(|known| state(known, Tone::Warning)).collect();
                fields.push(choose(fl!("step-notify-way"), ways));
                if self.steps.told().is_some() {
                    let told = self.steps.rulings.iter().filter_map(|of| sheet.case.as_act(*of));
                    let chosen = |at| Message::Step(steps::Message::ToldChosen(at));
                    let which =
                        radio("over-told", told.map(|of| act(&of)).collect(), Some(self.steps.told), chosen);
                    fields.push(which.label(fl!("step-notify-which")).into());
                }
                fields.push(day(on));
                if self.picked(&Way::ALL) == Some(Way::Arrived) {
                    let typed = |text| Message::Step(steps::Message::PostedTyped(text));
                    let posted = past_date_field("over-posted", &self.steps.posted, today, typed);
                    fields.push(posted.label(fl!("step-notify-posted")).into());
                }
                // What follows stands at the day that it follows from, in sight while one types it.
                if let Some(ends) = self.notified(today).and_then(|notified| until(sheet, &notified)) {
                    let (on, by) = (crate::words::date_with_day(ends.notified_on), ends.ends_on);
                    fields.push(
                        body(fl!("step-remedy-until", on = on, by = crate::words::date_with_day(by))).into(),
                    );
                    fields.push(small(explanation(&ends.why)).into());
                }
                let told = self.steps.told().and_then(|of| sheet.case.as_act(of));
                let ruling = told.or_else(|| sheet.case.act()).and_then(|act| act.ruling);
                let ruled = ruling.filter(|ruled| ruled.is_served());
                let informal = self.picked(&Way::ALL).is_some_and(|way| !way.is_service());
                fields.extend(
                    ruled.filter(|_| informal).map(|_| state(fl!("step-notify-informal"), Tone::Error)),
                );
                let objector = ruling.and_then(|ruled| ruled.objector.clone());
                fields.extend(objector.map(|by| small(fl!("step-notify-of-another", by = by)).into()));
                fields.push(text(fl!("step-notify-proof")));
                fields
            }
            Step::Object => {
                let remedies = REMEDIES.map(remedy).to_vec();
                let mut fields = vec![choose(fl!("step-object-what"), remedies)];
                let named = self.steps.against();
                if named.is_some() {
                    let acts: Vec<String> = sheet.case.acts().iter().map(act).collect();
                    let chosen = |at| Message::Step(steps::Message::AgainstChosen(at));
                    let against = radio("over-against", acts, Some(self.steps.against), chosen);
                    fields.push(against.label(fl!("step-object-against")).into());
                }
                let what = self.filed_as();
                let is_action = what == Remedy::Action;
                fields.push(day(if is_action { fl!("sued-served-on") } else { fl!("step-statement-day") }));
                if is_action {
                    fields.extend(self.steps.court.fields(today, problems));
                    let ticked = |on| Message::Step(steps::Message::OfAnotherTicked(on));
                    let says = fl!("objection-of-another");
                    fields.push(check("over-of-another", says, self.steps.of_another, ticked).into());
                    fields.push(small(fl!("action-served-hint")).into());
                } else {
                    let typed = |text| Message::Step(steps::Message::ObjectorTyped(text));
                    let by = text_field("over-objector", &self.steps.objector, typed);
                    let by = by.label(fl!("step-object-by"));
                    fields.push(by.problem(at(problems, "objector")).into());
                }
                fields.push(text(fl!("step-object-text")));
                let at_court = self.steps.court.wanted(today).ok().and_then(|court| court.filed_on);
                let brought_on = at_court.filter(|_| is_action);
                if let Some(received_on) = brought_on.or_else(|| read_past_date(&self.date, today)) {
                    let (text, court, by) = (String::new(), None, self.of_another());
                    let act = challenges(&sheet.case, what, named, by.as_deref());
                    let typed = Objection { remedy: what, received_on, text, by, court, against: named };
                    let (says, good) = in_time(sheet, act, &typed);
                    fields.push(state(says, tone(good)));
                }
                fields
            }
            _ => Vec::new(),
        }
    }

    /// How something ends, and why; nothing is preselected.
    pub(super) fn ends<'a>(
        &'a self,
        of: &[Settled],
        how: String,
        why: String,
        problems: &[Problem],
    ) -> Vec<Element<'a, Message>> {
        let options = of.iter().copied().map(settled).collect();
        let choice = radio("over-choice", options, self.chosen, Message::Chosen).label(how);
        vec![choice.problem(at(problems, "how")).into(), self.said(why, at(problems, "reason"))]
    }
}
