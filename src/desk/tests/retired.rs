//! A town in the year 2032 whose cases of 2026 are closed: for what becomes of them.

use super::*;
use crate::domain::id::CaseId;

pub struct Town {
    pub desk: Desk,
    pub clerk: Session,
    pub head: Session,
    /// A certified copy of somebody who has no other case, closed on 24 November 2026.
    pub case: CaseId,
    pub number: String,
    /// A trade notice, closed then too.
    pub trade: CaseId,
    _dir: tempfile::TempDir,
}

pub fn town() -> Town {
    let office = office();
    let head = office.desk.add_user(&office.admin, "leitung", "Leo Leitner", "8642").expect("added");
    office.desk.grant(&office.admin, head, Role::Head, Group::ALL.into()).expect("granted");
    let head = office.desk.sign_in("leitung", "8642").expect("signed in");
    let mut copy = example(&office, "beglaubigung");
    let known = [("family", "Ďuriš"), ("given", "Zdeňka")];
    copy.participants[0].party = Party::New(known.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    let copy = office.desk.file_case(&office.clerk, &copy).expect("filed");
    let trade =
        office.desk.file_case(&office.clerk, &example(&office, "gewerbe-anmeldung")).expect("filed").case;
    for case in [copy.case, trade] {
        let stage = office.desk.sheet(&office.clerk, case).expect("the case").case.stage();
        if stage != Stage::Closed {
            let close = Command::Close { reason: String::new() };
            office.desk.act(&office.clerk, case, close).expect("closed");
        }
    }
    let clock = Clock::Fixed("2032-01-05T09:00:00Z".parse().expect("a moment"));
    let desk = Desk { clock, ..office.desk.clone() };
    let Office { clerk, dir, .. } = office;
    Town { desk, clerk, head, case: copy.case, number: copy.number, trade, _dir: dir }
}
