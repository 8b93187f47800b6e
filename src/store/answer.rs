//! Answers to portals until the service has them: named by what they answer with, sealed for the service that gets them. Seals none.

use super::error::StoreError;
use super::mail::{HOLDER, Outgoing};
use super::reader::Reader;
use super::tx::Tx;
use crate::domain::event::Subject;
use crate::domain::id::{CaseId, Digest, ListId};
use rusqlite::{OptionalExtension as _, params};
use uuid::Uuid;

/// An answer to a portal that the service is not known to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The case.
    pub case: CaseId,
    /// The file that the portal gets.
    pub name: String,
    /// Its bytes.
    pub paper: Digest,
    /// Why it was not taken, or cannot be sealed: a word.
    pub note: Option<String>,
}

/// What went with a case before it went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsent {
    /// The list by which the case was erased.
    pub list: ListId,
    /// The number of the case.
    pub number: String,
    /// Its group, as the read tables name it.
    pub group: String,
}

const ALL: &str = "SELECT case_id, name, coalesce(paper, sealed), note FROM answer_out";

impl Reader<'_> {
    /// Answers that are sealed for the service where this desk is enrolled.
    pub fn answers_out(&self) -> Result<Vec<Outgoing>, StoreError> {
        self.outgoing(
            "SELECT a.case_id, a.sealed, a.sealed, a.size, '00000000', '', 0, a.note \
             FROM answer_out a JOIN enrolment e ON e.service = a.service ORDER BY a.sealed",
        )
    }

    /// All answers that the service is not known to have, by case.
    pub fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        self.list_answers(&format!("{ALL} ORDER BY case_id, name"))
    }

    /// Those that are not sealed for the service where this desk is enrolled and can be. None where it is enrolled nowhere.
    pub fn answers_to_seal(&self) -> Result<Vec<Answer>, StoreError> {
        self.list_answers(&format!(
            "{ALL}, (SELECT service AS gets FROM enrolment) WHERE paper IN (SELECT digest FROM blob) \
             AND (sealed IS NULL AND note IS NULL OR service IS NOT gets AND service IS NOT NULL) ORDER BY case_id, name"
        ))
    }

    fn list_answers(&self, sql: &str) -> Result<Vec<Answer>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Answer {
                case: CaseId(Uuid::from_bytes(row.get(0)?)),
                name: row.get(1)?,
                paper: Digest(row.get(2)?),
                note: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Cases that other desks destroyed before this one had sent an answer of theirs.
    pub fn unsent(&self) -> Result<Vec<Unsent>, StoreError> {
        let sql = "SELECT list, number, grp FROM erased_case WHERE unsent > 0 ORDER BY number";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)))?;
        let mut unsent = Vec::new();
        for row in rows {
            let (list, number, group) = row?;
            if let Ok(Subject::Disposal(list)) = list.parse() {
                unsent.push(Unsent { list, number, group });
            }
        }
        Ok(unsent)
    }
}

impl Tx<'_> {
    /// Keeps that a portal is to get the paper as a file of this name, until the service has it.
    pub fn answer(&mut self, case: CaseId, name: &str, paper: Digest) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO answer_out (case_id, name, paper) VALUES (?1, ?2, ?3)";
        let _ = self.db.prepare_cached(sql)?.execute(params![case.0.into_bytes(), name, paper.0])?;
        Ok(())
    }

    /// Keeps an answer as it is sealed for the service with this key, in place of what was sealed for another one.
    pub fn seal_answer(
        &mut self,
        answer: &Answer,
        service: &[u8; 32],
        sealed: &[u8],
    ) -> Result<(), StoreError> {
        self.unseal(answer)?;
        let blob = self.put_blob(sealed)?;
        let sql = "INSERT OR IGNORE INTO blob_use (holder, digest) VALUES (?1, ?2)";
        let _ = self.db.prepare_cached(sql)?.execute(params![HOLDER, blob.0])?;
        let size = i64::try_from(sealed.len()).unwrap_or(i64::MAX);
        let sql = "UPDATE answer_out SET sealed = ?3, size = ?4, service = ?5, note = NULL WHERE case_id = ?1 AND name = ?2";
        let key = params![answer.case.0.into_bytes(), answer.name, blob.0, size, service];
        let _ = self.db.prepare_cached(sql)?.execute(key)?;
        Ok(())
    }

    /// Notes why an answer cannot be sealed: a word.
    pub fn cannot_seal(&mut self, answer: &Answer, word: &str) -> Result<(), StoreError> {
        self.unseal(answer)?;
        let sql =
            "UPDATE answer_out SET sealed = NULL, service = NULL, note = ?3 WHERE case_id = ?1 AND name = ?2";
        let _ =
            self.db.prepare_cached(sql)?.execute(params![answer.case.0.into_bytes(), answer.name, word])?;
        Ok(())
    }

    fn unseal(&mut self, answer: &Answer) -> Result<(), StoreError> {
        let sql = "SELECT sealed FROM answer_out WHERE case_id = ?1 AND name = ?2";
        let key = params![answer.case.0.into_bytes(), answer.name];
        let before =
            self.db.prepare_cached(sql)?.query_row(key, |row| row.get::<_, Option<_>>(0)).optional()?;
        before.flatten().map_or(Ok(()), |blob| self.let_go(Digest(blob)))
    }

    /// The service has an answer: nothing of it is kept. Whether it was one.
    pub(super) fn answer_delivered(&mut self, sealed: Digest) -> Result<bool, StoreError> {
        let sql = "DELETE FROM answer_out WHERE sealed = ?1";
        let was = self.db.prepare_cached(sql)?.execute([sealed.0])? > 0;
        if was {
            self.let_go(sealed)?;
        }
        Ok(was)
    }

    /// Notes why the service does not take an answer. Whether it was one.
    pub(super) fn answer_not_taken(&self, sealed: Digest, word: Option<&str>) -> Result<bool, StoreError> {
        let sql = "UPDATE answer_out SET note = ?2 WHERE sealed = ?1";
        Ok(self.db.prepare_cached(sql)?.execute(params![sealed.0, word])? > 0)
    }

    /// Another service may take what the one before did not.
    pub(super) fn offer_answers_anew(&self) -> Result<(), StoreError> {
        let _ = self.db.execute("UPDATE answer_out SET note = NULL", [])?;
        Ok(())
    }

    /// Drops an answer: it reaches the portal, or whoever waits there, by another way.
    pub fn give_up_answer(&mut self, answer: &Answer) -> Result<(), StoreError> {
        self.unseal(answer)?;
        let sql = "DELETE FROM answer_out WHERE case_id = ?1 AND name = ?2";
        let _ = self.db.prepare_cached(sql)?.execute(params![answer.case.0.into_bytes(), answer.name])?;
        Ok(())
    }

    /// Drops the answers of a case that is erased, and notes beside its number that there were some.
    pub(super) fn drop_answers(&mut self, case: CaseId) -> Result<(), StoreError> {
        let mut dropped = 0;
        for answer in self.answers()?.into_iter().filter(|answer| answer.case == case) {
            self.unseal(&answer)?;
            dropped += 1;
        }
        if dropped > 0 {
            let sql = "DELETE FROM answer_out WHERE case_id = ?1";
            let _ = self.db.prepare_cached(sql)?.execute([case.0.into_bytes()])?;
            let sql = "UPDATE erased_case SET unsent = unsent + ?2 WHERE subject = ?1";
            let _ =
                self.db.prepare_cached(sql)?.execute(params![Subject::Case(case).to_string(), dropped])?;
        }
        Ok(())
    }
}
