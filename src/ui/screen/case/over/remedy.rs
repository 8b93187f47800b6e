//! After the decision, in a dialog: how it was notified, what was filed against it, what becomes of that. The dates that
//! follow stand below while one types.

use super::steps::{self, Step};
use super::{Kind, Message, Over};
use crate::desk::case::Sheet;
use crate::domain::case::{Notified, Objection, Settled, Way};
use crate::domain::decide::Proceed;
use crate::domain::decision::Remedy;
use crate::domain::problem::Problem;
use crate::fl;
use crate::timeline::{act, remedy, settled, way};
use crate::ui::Element;
use crate::ui::control::{body, past_date_field, radio, read_date, read_past_date, small, state};
use crate::ui::screen::case::remedy::{in_time, until};
use crate::ui::screen::counter::explanation;
use chrono::NaiveDate;

const REMEDIES: [Remedy; 2] = [Remedy::Objection, Remedy::Action];

/// What is chosen at first: the remedy of the decision's own notice.
pub fn begins_with(kind: &Kind, sheet: &Sheet) -> usize {
    let notice = sheet.case.act().and_then(|act| act.notice);
    let at = notice.and_then(|notice| REMEDIES.iter().position(|remedy| *remedy == notice.remedy));
    at.filter(|_| *kind == Kind::Step(Step::Object)).unwrap_or_default()
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
        let way = Way::ALL.get(self.chosen).copied().unwrap_or(Way::Post);
        let posted_on = read_past_date(&self.steps.posted, today).filter(|_| way == Way::Arrived);
        let (on, proof) = (read_past_date(&self.date, today)?, self.text.trim().to_owned());
        Some(Notified { way, on, posted_on, proof })
    }

    /// What is to be entered, or what is missing.
    pub(super) fn remedy_wanted(
        &self,
        step: Step,
        text: String,
        today: NaiveDate,
    ) -> Result<Proceed, Vec<Problem>> {
        let wrong = || vec![undated("on", &self.date, today)];
        Ok(match step {
            Step::Notify => Proceed::Notify(self.notified(today).ok_or_else(wrong)?),
            Step::Object => {
                let remedy = REMEDIES.get(self.chosen).copied().unwrap_or(Remedy::Objection);
                let received_on = read_past_date(&self.date, today).ok_or_else(wrong)?;
                let against = self.steps.against();
                Proceed::Object(Objection { remedy, received_on, text, against })
            }
            _ => {
                let how = Settled::ALL.get(self.chosen).copied().unwrap_or(Settled::Remedied);
                Proceed::Settle { how, reason: text }
            }
        })
    }

    /// Draws it.
    pub(super) fn remedy_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
    ) -> Vec<Element<'a, Message>> {
        let text = |label: String| self.said(label);
        let choose = |label: String, options: Vec<String>| -> Element<'a, Message> {
            radio("over-choice", options, Some(self.chosen), Message::Chosen).label(label).into()
        };
        let day = |label: String| -> Element<'a, Message> {
            past_date_field("over-date", &self.date, today, Message::DateTyped).label(label).into()
        };
        match step {
            Step::Notify => {
                let ways = Way::ALL.map(way).to_vec();
                let by_post = Way::ALL.get(self.chosen) == Some(&Way::Post);
                let on = if by_post { fl!("step-notify-posted") } else { fl!("step-notify-received") };
                let mut fields = vec![choose(fl!("step-notify-way"), ways), day(on)];
                if Way::ALL.get(self.chosen) == Some(&Way::Arrived) {
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
                fields.extend([day(fl!("step-statement-day")), text(fl!("step-object-text"))]);
                let what = REMEDIES.get(self.chosen).copied().unwrap_or(Remedy::Objection);
                if let Some(on) = read_past_date(&self.date, today) {
                    let against = named.map_or_else(|| sheet.case.act(), |named| sheet.case.as_act(named));
                    let (says, tone) = in_time(sheet, against, what, on);
                    fields.push(state(says, tone));
                }
                fields
            }
            _ => {
                let how = Settled::ALL.map(settled).to_vec();
                vec![choose(fl!("step-settle-how"), how), text(fl!("case-reason"))]
            }
        }
    }
}
