-- Serial letters: which cases a run writes to, and which have their letter. A letter and its mark here are one commit.
CREATE TABLE serial_run (
    id       BLOB    PRIMARY KEY,
    owner    BLOB    NOT NULL,
    begun_at INTEGER NOT NULL,
    body     BLOB    NOT NULL
) STRICT;
-- `paper` once it is issued, `why` where it was left out: a message id.
CREATE TABLE serial_case (
    run     BLOB    NOT NULL REFERENCES serial_run (id) ON DELETE CASCADE,
    ord     INTEGER NOT NULL,
    case_id BLOB    NOT NULL,
    paper   BLOB,
    why     TEXT,
    PRIMARY KEY (run, ord)
) STRICT, WITHOUT ROWID;
