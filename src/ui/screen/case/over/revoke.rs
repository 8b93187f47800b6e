//! Taking a decision back or revoking it, in a dialog: by which paragraph, since when the facts are known, from when, what falls
//! with it. The year and what the law says beside stand below while one types. Does nothing itself.

use super::steps::{self, Step};
use super::{Message as InDialog, Over, deciding};
use crate::desk::case::Sheet;
use crate::desk::revoke::IntendsToRevoke;
use crate::domain::case::{Charge, Fate, Outcome as Decision};
use crate::domain::decide::{Revoke, UNHEARD, burdens, falls_with, fitting, revocable, unheard_before};
use crate::domain::id::CaseId;
use crate::domain::money::Cents;
use crate::domain::problem::Problem;
use crate::domain::revocation::{Clause, Untrusted};
use crate::fl;
use crate::timeline::ground;
use crate::ui::Element;
use crate::ui::control::{
    body, check, choice, date_field, long_text, past_date_field, radio, read_date, read_past_date, small,
    state, strong, text_field,
};
use crate::ui::screen::beside::at;
use crate::ui::screen::case::Action;
use crate::ui::screen::counter::explanation;
use crate::ui::theme::{Tone, space};
use crate::words;
use chrono::NaiveDate;
use iced::widget::column;

const FATES: [Fate; 2] = [Fate::Kept, Fate::Dropped];

/// What is chosen and typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    clauses: Vec<Clause>,
    clause: Option<usize>,
    /// Which of [`Untrusted`], counted from one; nothing takes the trust away at zero.
    untrusted: usize,
    known: String,
    from: String,
    part: String,
    hand_back: String,
    /// What is to be given back where the whole falls.
    papers: String,
    /// Why not every paragraph is offered: none is where nobody was granted anything, or where somebody is heard.
    left_out: Option<String>,
    fate: Option<usize>,
    anew: bool,
    unheard: Option<usize>,
}

/// What happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A paragraph was chosen.
    ClauseChosen(usize),
    /// What takes the trust away, or nothing.
    TrustChosen(usize),
    /// Since when the facts are known.
    KnownTyped(String),
    /// From when it takes effect.
    FromTyped(String),
    /// The part that it is about.
    PartTyped(String),
    /// What is asked back, one a line.
    HandBackTyped(String),
    /// What becomes of the fees.
    FateChosen(usize),
    /// Whether what was asked for is decided anew.
    AnewTicked(bool),
    /// Why nobody is heard.
    UnheardChosen(usize),
}

/// What a paragraph allows, in words.
fn named(clause: Clause) -> String {
    let id = format!("revoke-clause-{}", clause.name());
    words::text(&id)
}

/// The control that a problem with a field stands at.
pub(super) fn control(field: &str) -> Option<&'static str> {
    let controls = [
        ("ground", "over-choice"),
        ("untrusted", "over-trust"),
        ("known_on", "over-known"),
        ("from", "over-from"),
        ("reasons", "over-text"),
        ("hearing", "over-ground"),
        ("fees", "over-fees"),
        ("due_on", "over-date"),
    ];
    controls.into_iter().find_map(|(known, control)| (known == field).then_some(control))
}

impl Form {
    /// What the case says to begin with: the paragraph that somebody was heard about, what the decision's papers are called.
    pub fn about(sheet: &Sheet, hears: bool) -> Self {
        let Ok(decision) = revocable(&sheet.case) else { return Self::default() };
        let clauses = fitting(&sheet.case, &sheet.assessment, hears);
        let all = Clause::of(sheet.assessment.procedure.regime).count();
        let why = if hears { fl!("revoke-left-out-heard") } else { fl!("revoke-left-out") };
        let intended = sheet.case.intends_to_revoke();
        let burdens = burdens(decision, &sheet.assessment);
        let begins =
            intended.map(|intended| intended.clause).or_else(|| clauses.first().copied().filter(|_| burdens));
        let known = intended.and_then(|intended| intended.known_on).map(crate::ui::control::write_date);
        let papers = falls_with(&sheet.case, &sheet.assessment);
        let title = |paper: &crate::domain::case::Paper| {
            let (title, date) = (paper.issued.title.clone(), words::date(paper.issued.issued_on));
            papers.contains(&paper.issued.paper).then(|| fl!("correct-paper", title = title, date = date))
        };
        let titles: Vec<String> = sheet.case.papers.iter().filter_map(title).collect();
        let papers = if burdens { String::new() } else { titles.join("\n") };
        let offered = clauses.len();
        Self {
            clause: begins.and_then(|begins| clauses.iter().position(|clause| *clause == begins)),
            clauses,
            known: known.unwrap_or_default(),
            hand_back: papers.clone(),
            left_out: (all > offered).then_some(why),
            papers,
            ..Self::default()
        }
    }

    /// Takes a message in.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::ClauseChosen(at) => self.clause = Some(at),
            Message::TrustChosen(at) => self.untrusted = at,
            Message::KnownTyped(text) => self.known = text,
            Message::FromTyped(text) => self.from = text,
            Message::PartTyped(text) => self.takes_part(text),
            Message::HandBackTyped(text) => self.hand_back = text,
            Message::FateChosen(at) => self.fate = Some(at),
            Message::AnewTicked(on) => self.anew = on,
            Message::UnheardChosen(at) => self.unheard = Some(at),
        }
    }

    /// The words of another one.
    pub(super) fn take_words_of(&mut self, written: Self) {
        let Self { known, from, part, hand_back, .. } = written;
        (self.known, self.from, self.part, self.hand_back) = (known, from, part, hand_back);
    }

    /// The part that it is about. Of what is left the papers stay with whoever has them: what stood there for the whole is not asked
    /// back; what somebody typed stays.
    fn takes_part(&mut self, part: String) {
        let (was_whole, is_whole) = (self.part.trim().is_empty(), part.trim().is_empty());
        if was_whole && !is_whole && self.hand_back == self.papers {
            self.hand_back.clear();
        } else if is_whole && !was_whole && self.hand_back.trim().is_empty() {
            self.hand_back.clone_from(&self.papers);
        }
        self.part = part;
    }

    fn clause(&self) -> Option<Clause> {
        self.clause.and_then(|at| self.clauses.get(at)).copied()
    }

    fn untrusted(&self, clause: Clause) -> Option<Untrusted> {
        let why = self.untrusted.checked_sub(1).and_then(|at| Untrusted::ALL.get(at)).copied();
        why.filter(|_| clause.asks_trust())
    }

    /// Whether the paragraph asks since when the facts are known.
    fn asks_known(&self, clause: Clause) -> bool {
        clause.has_year() && self.untrusted(clause) != Some(Untrusted::Deceived)
    }
}

/// A day that may be left out; what is typed and no day is told.
fn optional(
    text: &str,
    field: &str,
    read: impl Fn(&str) -> Option<NaiveDate>,
    problems: &mut Vec<Problem>,
) -> Option<NaiveDate> {
    let day = read(text);
    if day.is_none() && !text.trim().is_empty() {
        problems.push(Problem::error(field, "problem-date"));
    }
    day
}

impl Over {
    /// What is asked for, or what is missing.
    pub(super) fn revoke_wanted(
        &self,
        step: Step,
        id: CaseId,
        today: NaiveDate,
    ) -> Result<Action, Vec<Problem>> {
        let (form, reasons) = (&self.steps.revoke, self.text.trim().to_owned());
        let mut problems = Vec::new();
        let clause = form.clause();
        if clause.is_none() {
            problems.push(Problem::error("ground", "revoke-ground-missing"));
        }
        let past = |text: &str| read_past_date(text, today);
        let any = |text: &str| read_date(text, today);
        let known = optional(&form.known, "known_on", past, &mut problems);
        let from = optional(&form.from, "from", any, &mut problems);
        let due = optional(&self.date, "due_on", any, &mut problems);
        let Some(clause) = clause.filter(|_| problems.is_empty()) else { return Err(problems) };
        let known_on = known.filter(|_| form.asks_known(clause));
        if step == Step::HearBefore {
            return Ok(Action::HearBefore(id, IntendsToRevoke { clause, known_on, reasons, due_on: due }));
        }
        let wanted = Revoke {
            clause,
            untrusted: form.untrusted(clause),
            known_on,
            from,
            part: form.part.trim().to_owned(),
            reasons,
            unheard: form.unheard.and_then(|at| UNHEARD.get(at)).copied().filter(|_| clause.favours()),
            hand_back: form.hand_back.lines().map(str::to_owned).collect(),
            anew: form.anew && form.part.trim().is_empty(),
            fees: form.fate.and_then(|at| FATES.get(at)).copied(),
        };
        Ok(Action::Revoke(id, Box::new(wanted)))
    }

    /// Draws it.
    pub(super) fn revoke_fields<'a>(
        &'a self,
        step: Step,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.revoke;
        let clauses: Vec<String> = form.clauses.iter().map(|clause| named(*clause)).collect();
        let which = choice("over-choice", clauses, form.clause, |at| say(Message::ClauseChosen(at)));
        let which = which.label(fl!("revoke-ground")).problem(at(problems, "ground"));
        let left_out = form.left_out.clone().map(|why| small(why).into());
        // Each part in a column of its own: what comes and goes in it leaves the keyboard in the others where it is.
        let part = |fields: Vec<Element<'a, InDialog>>| column(fields).spacing(space::M).into();
        let mut fields: Vec<Element<'a, InDialog>> =
            vec![part(std::iter::once(which.into()).chain(left_out).collect())];
        let clause = form.clause();
        fields.push(part(
            clause.map(|clause| self.known_fields(clause, sheet, today, problems)).unwrap_or_default(),
        ));
        let reasons = long_text("over-text", &self.text, InDialog::TextTyped).label(deciding::reasons(sheet));
        fields.push(reasons.problem(at(problems, "reasons")).into());
        if step == Step::HearBefore {
            fields.extend(self.answer_by(sheet, today, problems));
        } else if let Some(clause) = clause {
            fields.push(part(self.effect_fields(clause, sheet, today, problems)));
            fields.extend(self.falls_fields(clause, sheet, problems));
        }
        fields
    }

    /// What takes the trust away, since when the facts are known, and until when there is time.
    fn known_fields<'a>(
        &'a self,
        clause: Clause,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.revoke;
        let mut fields: Vec<Element<'a, InDialog>> = Vec::new();
        if clause.asks_trust() {
            let ways = std::iter::once(fl!("revoke-trusted"))
                .chain(Untrusted::ALL.map(|why| words::text(&format!("revoke-untrusted-{}", why.name()))));
            let trust =
                radio("over-trust", ways.collect(), Some(form.untrusted), |at| say(Message::TrustChosen(at)));
            fields.push(trust.label(fl!("revoke-trust")).problem(at(problems, "untrusted")).into());
        }
        if !form.asks_known(clause) {
            fields.push(small(fl!("revoke-no-year")).into());
            return fields;
        }
        let known = past_date_field("over-known", &form.known, today, |text| say(Message::KnownTyped(text)));
        fields.push(known.label(fl!("revoke-known")).problem(at(problems, "known_on")).into());
        fields.push(small(fl!("revoke-known-hint")).into());
        let Some(on) = read_past_date(&form.known, today) else { return fields };
        let procedure = &sheet.assessment.procedure;
        let until = procedure.revocable_until(clause, form.untrusted(clause), on).ok().flatten();
        if let Some(until) = until {
            let by = words::date_with_day(until.date);
            // It is the notification that has to come in time.
            let late = procedure.notified(today).is_ok_and(|notified| notified > until.date);
            fields.push(match (today > until.date, late) {
                (true, _) => state(fl!("revoke-over", by = by), Tone::Error),
                (false, true) => state(fl!("revoke-by-hand", by = by), Tone::Warning),
                (false, false) => state(fl!("revoke-until", by = by), Tone::Plain),
            });
            fields.push(small(explanation(&until.explanation)).into());
        }
        fields
    }

    /// From when, of what, and why nobody was heard.
    fn effect_fields<'a>(
        &'a self,
        clause: Clause,
        sheet: &Sheet,
        today: NaiveDate,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let form = &self.steps.revoke;
        let from = date_field("over-from", &form.from, today, |text| say(Message::FromTyped(text)));
        let hint = if clause.reaches_back() { fl!("revoke-from-back-hint") } else { fl!("revoke-from-hint") };
        let part = text_field("over-part", &form.part, |text| say(Message::PartTyped(text)));
        let mut fields: Vec<Element<'a, InDialog>> = vec![
            from.label(fl!("revoke-from")).problem(at(problems, "from")).into(),
            small(hint).into(),
            part.label(fl!("revoke-part")).hint(fl!("revoke-part-hint")).into(),
        ];
        let decision = sheet.case.standing_decision().map(|decision| decision.event);
        let unheard =
            decision.is_some_and(|event| unheard_before(&sheet.case, event, clause, today).is_some());
        if unheard {
            let grounds = UNHEARD.map(ground).to_vec();
            let why = radio("over-ground", grounds, form.unheard, |at| say(Message::UnheardChosen(at)));
            fields.push(why.label(fl!("step-ground")).problem(at(problems, "hearing")).into());
        }
        fields
    }

    /// What falls with it, what is asked back, and what the law says beside.
    fn falls_fields<'a>(
        &'a self,
        clause: Clause,
        sheet: &Sheet,
        problems: &[Problem],
    ) -> Vec<Element<'a, InDialog>> {
        let (form, case) = (&self.steps.revoke, &sheet.case);
        let procedure = &sheet.assessment.procedure;
        let mut fields: Vec<Element<'a, InDialog>> = Vec::new();
        let Some(decision) = case.standing_decision() else { return fields };
        let set: Vec<&Charge> = case.set_by(decision.event).collect();
        if !set.is_empty() {
            let sum: Cents = set.iter().map(|charge| charge.fee.amount.cents).sum();
            let fates = FATES.map(|fate| words::text(&format!("revoke-fees-{}", fate.name()))).to_vec();
            let fate = radio("over-fees", fates, form.fate, |at| say(Message::FateChosen(at)));
            let fate = fate.label(fl!("revoke-fees", amount = words::amount(sum.0)));
            fields.push(fate.problem(at(problems, "fees")).into());
        }
        let back = long_text("over-back", &form.hand_back, |text| say(Message::HandBackTyped(text)));
        fields.push(back.label(fl!("revoke-hand-back", law = procedure.hand_back_law())).into());
        // A part leaves the papers as they are.
        let falls =
            if form.part.trim().is_empty() { falls_with(case, &sheet.assessment) } else { Vec::new() };
        let printed =
            case.papers.iter().filter(|paper| paper.copies > 0 && falls.contains(&paper.issued.paper));
        for paper in printed {
            let (title, date) = (paper.issued.title.clone(), words::date(paper.issued.issued_on));
            let says = fl!("revoke-printed", title = title, date = date, copies = paper.copies);
            fields.push(state(says, Tone::Warning));
        }
        if form.part.trim().is_empty() && decision.outcome != Decision::Refused {
            let ticked = |on| say(Message::AnewTicked(on));
            fields.push(check("over-anew", fl!("revoke-anew"), form.anew, ticked).into());
        }
        if let Some(law) = procedure.compensation(clause, form.untrusted(clause)) {
            fields.push(body(fl!("revoke-compensates", law = law)).into());
        }
        if clause.is_of_money() {
            fields.push(body(fl!("revoke-refunds", law = procedure.law("§ 49a VwVfG", ""))).into());
        }
        if procedure.asks_second_to_revoke(clause, &decision.levies) {
            fields.push(strong(fl!("revoke-second")).into());
        }
        fields
    }
}

fn say(message: Message) -> InDialog {
    InDialog::Step(steps::Message::Revoke(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands there for the whole is asked back with the whole alone; what somebody typed is theirs.
    #[test]
    fn a_part_asks_nothing_back_by_itself() {
        let papers = "Gestattung vom 24.11.2026".to_owned();
        let mut form = Form { hand_back: papers.clone(), papers: papers.clone(), ..Form::default() };
        form.update(Message::PartTyped("D".into()));
        assert_eq!(form.hand_back, "");
        form.update(Message::PartTyped("Der zweite Tag".into()));
        form.update(Message::PartTyped(String::new()));
        assert_eq!(form.hand_back, papers);
        form.update(Message::HandBackTyped("Schild".into()));
        form.update(Message::PartTyped("Der zweite Tag".into()));
        assert_eq!(form.hand_back, "Schild");
        form.update(Message::PartTyped(" ".into()));
        assert_eq!(form.hand_back, "Schild");
    }
}
