//! Answers a portal: the receipt of each notice that came from the folder lies as PDF below it, in [`FOLDER`], where the portal
//! fetches it. Sends nothing, and touches no file that lies there.

use super::folder::{Letter, Standing};
use super::{At, Came};
use crate::desk::error::DeskError;
use crate::desk::outside::{Waiting, make_folder};
use crate::desk::{Desk, Session};
use crate::domain::case::{Case, CaseEvent, Issued};
use crate::domain::decide::Command;
use crate::domain::event::Payload;
use crate::domain::id::{CaseId, PaperId};
use crate::domain::problem::Problem;
use crate::paper::template::word;
use std::path::{Path, PathBuf};

/// The folder of the answers, below that of the inbox.
pub const FOLDER: &str = "antworten";

/// Digits of the paper's digest in the name of its file: a corrected receipt is another answer.
const DIGITS: usize = 8;

/// Most signs of a message's name that its answer bears: with four bytes a sign it can still be carried.
const STEM: usize = 40;

/// How a notice that became a case is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Its receipt is not issued.
    Unissued,
    /// The receipt that is to be laid there, and the name it will have.
    Due(PaperId, String),
    /// It was laid there under this name. The portal may have taken it away since.
    Laid(String),
}

impl Answer {
    /// Its name in output that programs read.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unissued => "unissued",
            Self::Due(..) => "due",
            Self::Laid(_) => "laid",
        }
    }
}

/// What was laid, and what could not be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answered {
    /// Each new file, and the number of its case.
    pub laid: Vec<(PathBuf, String)>,
    /// Why others are still due.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Says of each file of the folder that is a case how it is answered.
    pub(super) fn see_answers(&self, letters: &mut [Letter]) -> Result<(), DeskError> {
        self.store.read(|db| {
            for letter in letters {
                let (At::File(path), Standing::Taken(Came::Case(id, _))) = (&letter.at, &letter.standing)
                else {
                    continue;
                };
                let Some(case) = db.case(*id)? else { continue };
                letter.answer = Some(match self.receipt(&case) {
                    None => Answer::Unissued,
                    Some(receipt) => {
                        let name = name(path, &receipt);
                        if is_noted(&case, &name) {
                            Answer::Laid(name)
                        } else {
                            Answer::Due(receipt.paper, name)
                        }
                    }
                });
            }
            Ok(())
        })
    }

    /// The letter of filing that stands: no form, and none that was replaced.
    pub(super) fn receipt(&self, case: &Case) -> Option<Issued> {
        // A service that only a later version of the program knows is answered where it is known.
        let service = self.service(&case.opened.service, &case.opened.version).ok()?;
        let is_receipt = |kind: &str| {
            service
                .papers
                .iter()
                .any(|paper| paper.kind == kind && paper.at == "filed" && paper.letter.is_some())
        };
        let receipts = case.standing().filter(|paper| is_receipt(&paper.issued.kind));
        receipts.last().map(|paper| paper.issued.clone())
    }

    /// Lays all answers that are due, and notes each in its case.
    ///
    /// Errors: the inbox cannot be read. What keeps one answer from being laid keeps no other.
    pub fn lay_answers(&self, session: &Session) -> Result<Answered, DeskError> {
        let inbox = self.inbox(session)?;
        let mut answered = Answered { problems: inbox.problems, ..Answered::default() };
        let Some(folder) = inbox.folder.map(|folder| folder.join(FOLDER)) else { return Ok(answered) };
        for letter in inbox.letters {
            let (Standing::Taken(Came::Case(case, number)), Some(Answer::Due(paper, name))) =
                (letter.standing, letter.answer)
            else {
                continue;
            };
            match self.lay(session, case, paper, &folder.join(name)) {
                Ok(path) => answered.laid.push((path, number)),
                Err(error) => answered.problems.extend(error.problems()),
            }
        }
        Ok(answered)
    }

    /// Who fetches the file never meets half of it. It is there before the case says so: who breaks off goes on with what is there.
    fn lay(
        &self,
        session: &Session,
        case: CaseId,
        paper: PaperId,
        path: &Path,
    ) -> Result<PathBuf, DeskError> {
        let bytes = self.paper_bytes(session, paper)?;
        let title = self.paper_row(session, paper)?.title;
        if let Some(folder) = path.parent() {
            make_folder(folder)?;
        }
        let is_there = std::fs::read(path).is_ok_and(|there| there == bytes);
        let path = if is_there { path.to_owned() } else { Waiting::file(path, &bytes)?.stand()? };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = word("portal_answered", &[("title", &title), ("file", &name)]);
        let noted = self.act(session, case, Command::Note { text, call: false });
        if noted.is_err() && !is_there {
            let _ = std::fs::remove_file(&path);
        }
        noted.map(|()| path)
    }
}

/// Whether the case says that a file of this name was laid, here or at another desk.
pub(super) fn is_noted(case: &Case, name: &str) -> bool {
    case.timeline.iter().any(|event| {
        matches!(&event.payload, Payload::Known(CaseEvent::NoteAdded { text, .. }) if text.contains(name))
    })
}

/// What the answer to a message is called: after the message, the paper and its bytes.
/// A file of that name can lie in any folder, whatever the portal has called its message.
pub(super) fn name(message: &Path, receipt: &Issued) -> String {
    let stem = message.file_stem().unwrap_or_default().to_string_lossy();
    let plain = |sign: char| if "/\\:".contains(sign) || sign.is_control() { '-' } else { sign };
    let stem: String = stem.trim_start_matches('.').chars().map(plain).take(STEM).collect();
    let digits = &receipt.sha256.to_string()[..DIGITS];
    format!("{stem}-{}-{digits}.pdf", receipt.kind)
}
