-- An answer to a portal is named by its case and its file and is kept as its paper. It is sealed for the service that gets it only where it
-- goes there, so that a desk which is enrolled at another one seals it again. `note` says why it was not taken. What was sealed
-- before has no paper here.
ALTER TABLE answer_out RENAME TO answer_before;
CREATE TABLE answer_out (
    case_id BLOB    NOT NULL,
    name    TEXT    NOT NULL,
    paper   BLOB,
    sealed  BLOB,
    size    INTEGER NOT NULL DEFAULT 0,
    service BLOB,
    note    TEXT,
    PRIMARY KEY (case_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO answer_out (case_id, name, sealed, size, service)
    SELECT case_id, lower(hex(blob)), blob, size, (SELECT service FROM enrolment) FROM answer_before;
DROP TABLE answer_before;

-- How many answers of an erased case this desk had not sent.
ALTER TABLE erased_case ADD COLUMN unsent INTEGER NOT NULL DEFAULT 0;

-- Why a bundle was dropped unopened, in the words of whoever did it: only at that desk, and for a term. The log has none.
CREATE TABLE dropped_why (
    blob   BLOB    PRIMARY KEY,
    at     INTEGER NOT NULL,
    reason TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
