//! How far the procedure is: what was done, what may be done next and by whom, and why something may not be done yet.
//! Does nothing itself.

use super::over::Kind;
use super::over::steps::Step;
use super::{Message, State};
use crate::desk::case::Sheet;
use crate::domain::case::Outcome;
use crate::domain::case::{Case, Stage};
use crate::domain::decide::unheard;
use crate::domain::person::Person;
use crate::domain::user::Role;
use crate::fl;
use crate::timeline::{decision, ground};
use crate::ui::Element;
use crate::ui::control::{body, button, panel, primary, reader, small, state};
use crate::ui::screen::beside::local;
use crate::ui::screen::counter::explanation;
use crate::ui::theme::{Tone, space};
use crate::words;
use iced::Alignment;
use iced::widget::row;

type El<'a> = Element<'a, Message>;

/// Id of the card: its key brings the keyboard there, Tab goes on to what may be done.
pub(super) const CARD: &str = "case-procedure";

/// A line: what stands, and what can be done about it.
pub(super) fn line<'a>(says: impl Into<El<'a>>, does: impl IntoIterator<Item = El<'a>>) -> El<'a> {
    let line = row![says.into()].extend(does);
    line.spacing(space::M).align_y(Alignment::Center).wrap().into()
}

/// A button that opens a step.
pub(super) fn opens<'a>(label: String, id: impl Into<iced::widget::Id>, step: Step) -> El<'a> {
    button(label).id(id).on_press(Message::OverOpened(Kind::Step(step))).into()
}

fn roles(of: &[Role]) -> String {
    let names = of.iter().map(|role| words::text(&format!("role-{}", role.name())));
    names.collect::<Vec<_>>().join(", ")
}

impl State {
    /// The procedure of a case: of a closed one, what comes after its decision.
    pub(super) fn steps<'a>(&self, sheet: &Sheet) -> Option<El<'a>> {
        let case = &sheet.case;
        let is_here = case.away().is_none() && case.given_back().is_none();
        let open = case.stage() != Stage::Closed && is_here;
        let mut card = panel().title(fl!("step-title")).spacing(space::S);
        let mut any = false;
        let decides = open && sheet.assessment.steps.contains_key("decided") && !sheet.assessment.for_kreis;
        let hears = if decides { self.hearing(sheet) } else { Vec::new() };
        let signs = if decides { self.deciding(sheet) } else { Vec::new() };
        let complete = if open { self.completeness(sheet) } else { Vec::new() };
        let after = self.revoking(sheet).into_iter().chain(self.remedies(sheet)).chain(self.inaction(sheet));
        for says in complete.into_iter().chain(hears).chain(signs).chain(after) {
            any = true;
            card = card.push(says);
        }
        any.then(|| reader(CARD, fl!("step-title"), card))
    }

    /// Whether everything is there and since when, what was asked for, and asking for it.
    fn completeness<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let told = &sheet.assessment;
        let missing: Vec<String> = told.missing().map(|document| local(&document.label)).collect();
        let mut lines = Vec::new();
        // What is decided is not asked about any more.
        let asking = self.may("documents_requested") && sheet.case.standing_decision().is_none();
        let ask = asking.then(|| opens(fl!("step-request"), "case-ask", Step::Ask));
        let asks = sheet.case.requested().is_some() || told.documents.iter().any(|document| document.needed);
        match told.complete.since.filter(|_| asks) {
            Some(since) => {
                let says = fl!("step-complete-since", on = words::date_with_day(since));
                lines.push(line(state(says, Tone::Good), ask));
                lines.push(small(explanation(&told.complete.why)).into());
            }
            None if !missing.is_empty() => {
                let says = fl!("step-missing", documents = missing.join(", "));
                lines.push(line(state(says, Tone::Warning), ask));
            }
            None => {}
        }
        if sheet.case.awaits_answers() {
            let answered = self.may("answers_received");
            let answered = answered.then(|| opens(fl!("step-answered"), "case-answered", Step::Answered));
            let asked = sheet.case.requests().flat_map(|asked| asked.answers.iter().cloned());
            let says = fl!("step-answers-missing", answers = asked.collect::<Vec<_>>().join(", "));
            lines.push(line(state(says, Tone::Warning), answered));
        }
        if let Some(asked) = sheet.case.awaited() {
            let (on, due) = (words::date(asked.requested_on), words::date_with_day(asked.due_on));
            let late = asked.due_on < self.today;
            let says = if late {
                state(fl!("step-asked-late", on = on, due = due), Tone::Warning)
            } else {
                state(fl!("step-asked", on = on, due = due), Tone::Accent)
            };
            lines.push(says);
            lines.push(small(explanation(&asked.why(&told.procedure))).into());
        }
        lines
    }

    /// Whether the applicant was heard, what they said, and hearing them.
    fn hearing<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let (case, procedure) = (&sheet.case, &sheet.assessment.procedure);
        let hear = self.may("hearing_begun").then(|| opens(fl!("step-hear"), "case-hear", Step::Hear));
        if !case.decisions.is_empty() {
            return Vec::new();
        }
        if let Some(why) = case.unheard() {
            return vec![state(fl!("step-hearing-omitted", ground = ground(why)), Tone::Plain)];
        }
        let Some(hearing) = case.hearing_now().filter(|hearing| hearing.revokes.is_none()) else {
            let law = procedure.law("§ 28 VwVfG", "§ 91 AO");
            return vec![line(body(fl!("step-hearing-none", law = law)), hear)];
        };
        let said = self.may("statement_received");
        let said = said.then(|| opens(fl!("step-statement"), "case-statement", Step::Statement));
        let (on, due) = (words::date(hearing.begun_on), words::date_with_day(hearing.due_on));
        let waits = unheard(case, Outcome::Refused, self.today).is_some();
        let says = match (waits, case.statements().is_empty()) {
            (false, true) => state(fl!("step-hearing-over", on = on, due = due), Tone::Good),
            (waits, _) => {
                let tone = if waits { Tone::Accent } else { Tone::Good };
                state(fl!("step-hearing-open", on = on, due = due), tone)
            }
        };
        let mut lines = vec![line(says, said)];
        let silent = case.silent();
        if waits && !case.statements().is_empty() && !silent.is_empty() {
            let name = |person| sheet.persons.get(person).map(Person::name).unwrap_or_default();
            let names = silent.iter().map(name).collect::<Vec<_>>().join(", ");
            lines.push(small(fl!("step-hearing-silent", names = names)).into());
        }
        for statement in case.statements() {
            let (on, text) = (words::date(statement.received_on), statement.text.clone());
            lines.push(body(fl!("step-hearing-said", on = on, text = text)).into());
        }
        lines
    }

    /// Who decides, and whose signature is missing.
    fn deciding<'a>(&self, sheet: &Sheet) -> Vec<El<'a>> {
        let case = &sheet.case;
        let name = |user| sheet.users.get(&user).cloned().unwrap_or_default();
        if let Some(granted) = self.granted_by_law(sheet) {
            return vec![granted];
        }
        if let Some(decided) = case.decisions.last() {
            let (on, name) = (words::date(decided.decided_on), name(decided.by));
            let tone = if case.is_revoked(decided.event) { Tone::Plain } else { Tone::Good };
            return vec![state(fl!("step-decided", on = on, name = name), tone)];
        }
        let by = sheet.assessment.steps.get("decided").map(|step| roles(&step.by)).unwrap_or_default();
        let mut lines: Vec<El<'a>> = vec![body(fl!("step-decides", roles = by)).into()];
        lines.extend(self.deemed(sheet));
        if let Some(draft) = case.drafted() {
            lines.extend(self.drafted(case, draft, &name));
        }
        lines
    }

    fn drafted<'a>(
        &self,
        case: &Case,
        draft: &crate::domain::case::Prepared,
        name: &impl Fn(crate::domain::id::UserId) -> String,
    ) -> Vec<El<'a>> {
        let on = words::date(draft.draft.prepared_on);
        if let Some((who, reason)) = &draft.returned {
            let says = fl!("step-returned", name = name(*who), reason = reason.clone());
            return vec![state(says, Tone::Warning)];
        }
        if case.to_sign().is_none() {
            return vec![state(fl!("step-draft-changed", on = on), Tone::Warning)];
        }
        let says = fl!(
            "step-to-sign",
            on = on,
            name = name(draft.by),
            outcome = decision(draft.draft.outcome),
            roles = roles(&[Role::Head])
        );
        let own = draft.by == self.user;
        let signs = (self.may("decision_returned") && !own).then(|| {
            let sign = Message::OverOpened(Kind::Step(Step::Sign(draft.event)));
            let sign: El<'a> = primary(fl!("step-sign")).id("case-sign").on_press(sign).into();
            [sign, opens(fl!("step-return"), "case-return", Step::Return(draft.event))]
        });
        let mut lines = vec![line(state(says, Tone::Accent), signs.into_iter().flatten())];
        if own {
            lines.push(small(fl!("step-sign-own")).into());
        }
        lines
    }
}
