//! Answers a portal whose notice came over the service of the Kreis: the receipt goes back the same way, by itself, once it is issued,
//! and anew once it was corrected. Sealed for the service, whose operator hands it on (`kreisdienst inbox answers`). Sends nothing itself.

use super::answer::{is_noted, name};
use crate::desk::error::DeskError;
use crate::desk::hand::Hand;
use crate::desk::{Desk, Session};
use crate::domain::decide::Command;
use crate::domain::id::CaseId;
use crate::domain::problem::Problem;
use crate::paper::template::word;
use crate::store::{Answer, Enrolment, Reader};
use crate::wire::{Notice, PublicKey};
use std::path::Path;

/// Why an answer cannot be sealed, in the word that the service has for it.
const TOO_LARGE: &str = "too_large";

/// An answer to a portal that is not at the service of the Kreis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// The file that the portal gets.
    pub file: String,
    /// Why it does not go out; nothing where it goes with the next round.
    pub problem: Option<Problem>,
}

/// Lets the receipt that stands go back, unless it did already, and notes it in the case. Does nothing for a case that did not come so.
pub(in crate::desk) fn send_back(hand: &mut Hand<'_, '_, '_>, id: CaseId) -> Result<(), DeskError> {
    let case = hand.case(id)?;
    let Some(message) = &case.opened.answers_to else { return Ok(()) };
    let Some(receipt) = hand.desk.receipt(&case) else { return Ok(()) };
    let name = name(Path::new(message), &receipt);
    if is_noted(&case, &name) {
        return Ok(());
    }
    hand.tx.answer(id, &name, receipt.sha256)?;
    let text = word("portal_sent_back", &[("title", &receipt.title), ("file", &name)]);
    hand.command(id, Some(&case), Command::Note { text, call: false }, None)
}

impl Desk {
    /// Seals what is to go back for the service where this desk is enrolled now: what was sealed for another one, that one alone can open.
    pub(in crate::desk) fn seal_answers(&self) -> Result<(), DeskError> {
        let none = self.store.read(|db| Ok::<_, DeskError>(db.answers_to_seal()?.is_empty()))?;
        if none {
            return Ok(());
        }
        // Asked again where nobody else writes: what was destroyed meanwhile is sealed no more.
        let _ = self.store.write(|tx| {
            let Some(enrolment) = tx.enrolment()? else { return Ok::<_, DeskError>(()) };
            for answer in &tx.answers_to_seal()? {
                match self.sealed(tx, answer, &enrolment)? {
                    Some(sealed) => tx.seal_answer(answer, &enrolment.service, &sealed)?,
                    None => tx.cannot_seal(answer, TOO_LARGE)?,
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    /// The sealed bytes; nothing where they are more than can be carried.
    fn sealed(
        &self,
        db: &Reader<'_>,
        answer: &Answer,
        enrolment: &Enrolment,
    ) -> Result<Option<Vec<u8>>, DeskError> {
        let notice = Notice { name: answer.name.clone(), bytes: db.blob(answer.paper)? };
        let seed = self.chance.bytes::<32>()?;
        Ok(notice.seal_back(&enrolment.town, &PublicKey(enrolment.service), &seed).ok())
    }

    /// Notes in its case that an answer which does not go out by itself was given by another way, and drops it here.
    ///
    /// Errors: there is none of that name that something keeps; the case may not be read.
    pub fn answered_otherwise(&self, session: &Session, file: &str) -> Result<CaseId, DeskError> {
        self.act_as(session, |hand| {
            let belongs = hand.tx.enrolment()?.is_some();
            let kept = |answer: &Answer| answer.name == file && why(answer, belongs).is_some();
            let answer = hand.tx.answers()?.into_iter().find(kept);
            let answer = answer.ok_or_else(|| Problem::error("", "answer-none").with("file", file))?;
            let case = hand.case(answer.case)?;
            hand.tx.give_up_answer(&answer)?;
            let text = word("portal_otherwise", &[("file", file)]);
            hand.command(case.id, Some(&case), Command::Note { text, call: false }, None)?;
            Ok(case.id)
        })
    }

    /// Answers that are not at the service yet, of cases that may be read.
    pub fn unsent_answers(&self, session: &Session) -> Result<Vec<Unsent>, DeskError> {
        self.store.read(|db| {
            let belongs = db.enrolment()?.is_some();
            let mut unsent = Vec::new();
            for answer in db.answers()? {
                let case = db.case(answer.case)?.filter(|case| session.reads.contains(&case.opened.group));
                let Some(case) = case else { continue };
                let number = case.opened.number;
                let problem = why(&answer, belongs).map(|problem| problem.with("number", &number));
                unsent.push(Unsent { case: case.id, number, file: answer.name, problem });
            }
            Ok(unsent)
        })
    }
}

/// Why an answer does not go out with the next round.
fn why(answer: &Answer, belongs: bool) -> Option<Problem> {
    Some(match answer.note.as_deref() {
        None if belongs => return None,
        None => Problem::warning("", "answer-no-kreis"),
        Some("mail_full") => Problem::warning("", "answer-full"),
        Some(TOO_LARGE) => Problem::warning("", "answer-too-large"),
        Some(word) => Problem::warning("", "answer-not-taken").with("word", word),
    })
}
