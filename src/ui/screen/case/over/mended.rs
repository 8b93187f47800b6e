//! What is wrong in a dialog: at which control it is mended, and which field is mended by what is typed or chosen there: what was wrong
//! with it is over at once. Draws nothing.

use super::{Kind, Message, Over, revoke, ruling, steps};
use crate::domain::case::Outcome as Decision;
use crate::domain::problem::Problem;

impl Message {
    /// Whether what was wrong with this field is over: something else stands there now.
    pub fn mends(&self, wrong: &str) -> bool {
        let all: &[&str] = match self {
            Self::TextTyped(_) => &["reason", "reasons", "text"],
            Self::ConditionsTyped(_) => &["conditions"],
            Self::BlockChosen(_) => &["reason", "reasons", "conditions"],
            Self::DateTyped(_) => &["on", "received_on", "due_on", "until"],
            Self::AmountTyped(_) => &["given"],
            Self::Chosen(_) => &["outcome", "how"],
            Self::Step(message) => of_step(message),
            _ => &[],
        };
        all.contains(&wrong)
    }
}

fn of_step(message: &steps::Message) -> &'static [&'static str] {
    use super::court::Typed;
    use steps::Message as Step;
    match message {
        Step::DocumentTicked(..) => &["documents"],
        Step::GroundChosen(_) => &["hearing"],
        Step::PostedTyped(_) => &["posted"],
        Step::EvenSoTicked(_) => &["until"],
        Step::AgainstChosen(_) => &["against"],
        Step::Court(Typed::FiledOn(_)) => &["filed_on"],
        Step::Court(Typed::FileNumber(_)) => &["file_number"],
        Step::Court(Typed::By(_)) => &["by"],
        Step::Court(Typed::Court(_)) | Step::WhoChosen(_) | Step::GrantTyped(..) => &[],
        Step::ObjectorTyped(_) => &["objector"],
        Step::OfAnotherTicked(_) | Step::ToldChosen(_) => &[],
        Step::Revoke(message) => of_revocation(message),
        Step::Ruling(typed) => of_ruling(typed),
    }
}

fn of_revocation(message: &revoke::Message) -> &'static [&'static str] {
    use revoke::Message as Typed;
    match message {
        Typed::ClauseChosen(_) => &["ground"],
        Typed::TrustChosen(_) => &["untrusted"],
        Typed::KnownTyped(_) => &["known_on"],
        Typed::FromTyped(_) => &["from"],
        Typed::FateChosen(_) => &["fees"],
        Typed::UnheardChosen(_) => &["hearing"],
        // Whether a paragraph and the fees fit is asked of the part and of what is decided anew.
        Typed::PartTyped(_) | Typed::AnewTicked(_) => &["part", "anew", "ground", "fees"],
        Typed::HandBackTyped(_) => &[],
    }
}

fn of_ruling(typed: &ruling::Typed) -> &'static [&'static str] {
    use ruling::Typed;
    match typed {
        Typed::Part(_) => &["part"],
        Typed::Share(_) => &["town_bears"],
        Typed::Counsel(_) => &["counsel"],
        Typed::Fees(_) => &["fees", "lowered"],
        Typed::Lowered(_) => &["lowered"],
        Typed::Elsewhere(_) => &["elsewhere", "decided_on"],
        Typed::By(_) => &["elsewhere"],
        Typed::On(_) => &["decided_on"],
        Typed::InHouse(_) => &["in_house"],
        Typed::Facts(_) | Typed::NoNotice(_) => &[],
    }
}

impl Over {
    /// The same where it takes the dialog to know the field: what is entered with a grant bears the field's own name.
    pub fn mends(&self, message: &Message, wrong: &str) -> bool {
        match message {
            Message::Step(steps::Message::GrantTyped(at, _)) => {
                self.steps.grants.get(*at).is_some_and(|entry| entry.is_of(wrong))
            }
            _ => message.mends(wrong),
        }
    }

    /// The first control with which something is wrong, where it is marked there; else the first of the dialog.
    pub fn wrong(&self, problems: &[Problem]) -> &'static str {
        if let Kind::Step(steps::Step::Settle(..) | steps::Step::Undo(_)) = self.kind {
            return self.ruling_wrong(problems).unwrap_or_else(|| self.first());
        }
        let control =
            |field: &str| if self.kind.revokes() { revoke::control(field) } else { self.control(field) };
        problems.iter().find_map(|problem| control(&problem.field)).unwrap_or_else(|| self.first())
    }

    /// The control in which a field of the command is typed, as far as it is shown.
    fn control(&self, field: &str) -> Option<&'static str> {
        match (field, &self.kind) {
            ("given", Kind::Pay | Kind::Duplicate(_)) => Some("over-amount"),
            ("conditions", Kind::Decide) if self.outcome() == Some(Decision::Conditional) => {
                Some("over-conditions")
            }
            ("filed_on", Kind::Step(_)) if self.is_action() => Some("over-filed-on"),
            ("file_number", Kind::Step(_)) if self.is_action() => Some("over-file-number"),
            ("by", Kind::Step(_)) if self.is_action() => Some("over-by"),
            ("objector", Kind::Step(_)) if !self.is_action() => Some("over-objector"),
            ("outcome", Kind::Decide) | ("how", Kind::Step(_)) => Some("over-choice"),
            ("on" | "received_on" | "due_on" | "until", Kind::FollowUp | Kind::Step(_)) => Some("over-date"),
            ("reason" | "reasons" | "text", _) => Some("over-text"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is marked at a field of the dialog goes as soon as somebody types there.
    #[test]
    fn each_field_that_is_marked_is_mended_by_what_is_typed_in_it() {
        let say = |typed| Message::Step(steps::Message::Ruling(typed));
        let all = [
            Message::Chosen(0),
            Message::TextTyped(String::new()),
            say(ruling::Typed::Part(String::new())),
            say(ruling::Typed::Share(String::new())),
            say(ruling::Typed::Counsel(0)),
            say(ruling::Typed::Fees(0)),
            say(ruling::Typed::Lowered(String::new())),
            say(ruling::Typed::By(String::new())),
            say(ruling::Typed::On(String::new())),
            say(ruling::Typed::InHouse(true)),
        ];
        for (field, _) in ruling::CONTROLS {
            let mending = all.iter().filter(|message| message.mends(field)).count();
            assert!(mending > 0, "{field} stays wrong whatever is typed");
        }
        assert!(!Message::TextTyped(String::new()).mends("part"), "what is wrong elsewhere stays");
    }

    #[test]
    fn the_uppermost_field_that_is_wrong_gets_the_keyboard() {
        let uppermost = |fields: &[&str], elsewhere| {
            let problems: Vec<Problem> = fields.iter().map(|field| Problem::error(*field, "x")).collect();
            ruling::first_wrong(&problems, elsewhere)
        };
        assert_eq!(uppermost(&["town_bears", "reason", "part"], false), Some("over-part"));
        assert_eq!(uppermost(&["reason", "how"], false), Some("over-choice"));
        assert_eq!(uppermost(&["elsewhere"], true), Some("over-authority"));
        assert_eq!(uppermost(&["elsewhere"], false), Some("over-elsewhere"), "no authority is asked for yet");
        assert_eq!(uppermost(&[""], false), None);
    }
}
