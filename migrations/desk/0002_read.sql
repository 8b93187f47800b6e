-- What screens read. Everything here but print_job and read_audit can be made again from the log.
-- `row` numbers carry the group in their upper bits, so that a search never touches the rows of another group (§ 30 AO).

-- One row for each service that has cases: lists are read service by service, so only what may be read is read.
CREATE TABLE case_part (
    part         INTEGER PRIMARY KEY,
    service      TEXT    NOT NULL,
    grp          TEXT    NOT NULL,
    service_name TEXT    NOT NULL,
    cases        INTEGER NOT NULL,
    open_cases   INTEGER NOT NULL,
    UNIQUE (grp, service)
) STRICT;

CREATE TABLE case_row (
    row            INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL UNIQUE,
    part           INTEGER NOT NULL,
    number         TEXT    NOT NULL,
    tail           INTEGER NOT NULL,
    status_code    TEXT    NOT NULL,
    service        TEXT    NOT NULL,
    service_name   TEXT    NOT NULL,
    version        TEXT    NOT NULL,
    grp            TEXT    NOT NULL,
    stage          TEXT    NOT NULL,
    open           INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    to_sign        INTEGER NOT NULL,
    applicant      BLOB,
    applicant_name TEXT    NOT NULL,
    applicant_sort TEXT    NOT NULL,
    received_on    TEXT    NOT NULL,
    filed_on       TEXT    NOT NULL,
    due_on         TEXT,
    due_label      TEXT    NOT NULL,
    follow_up_on   TEXT,
    next_on        TEXT    NOT NULL,
    missing        INTEGER NOT NULL,
    assigned       BLOB,
    owes_cents     INTEGER NOT NULL,
    filed_by       BLOB    NOT NULL,
    conflicts      INTEGER NOT NULL,
    changed_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX case_by_received  ON case_row (part, open, received_on);
CREATE INDEX case_by_due       ON case_row (part, open, next_on, due_on);
CREATE INDEX case_by_applicant ON case_row (part, open, applicant_sort);
CREATE INDEX case_by_number    ON case_row (part, open, number);
CREATE INDEX case_by_clerk     ON case_row (assigned, open, part) WHERE assigned IS NOT NULL;
CREATE INDEX case_to_sign      ON case_row (part) WHERE to_sign = 1;
CREATE INDEX case_in_conflict  ON case_row (part) WHERE conflicts > 0;
CREATE INDEX case_by_tail      ON case_row (tail);
CREATE INDEX case_by_code      ON case_row (status_code);

CREATE TABLE case_person (
    case_row INTEGER NOT NULL,
    part     TEXT    NOT NULL,
    person   BLOB    NOT NULL,
    PRIMARY KEY (case_row, part, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_of_person ON case_person (person, case_row);

CREATE TABLE receipt_row (
    case_row  INTEGER NOT NULL,
    number    TEXT    NOT NULL,
    grp       TEXT    NOT NULL,
    cents     INTEGER NOT NULL,
    how       TEXT    NOT NULL,
    given     INTEGER,
    paid_on   TEXT    NOT NULL,
    taken_by  BLOB    NOT NULL,
    cancelled TEXT,
    PRIMARY KEY (case_row, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_number ON receipt_row (grp, number);
CREATE INDEX receipt_by_day    ON receipt_row (paid_on, number);

CREATE TABLE paper_row (
    case_row  INTEGER NOT NULL,
    ord       INTEGER NOT NULL,
    id        BLOB    NOT NULL,
    grp       TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    sha256    BLOB    NOT NULL,
    size      INTEGER NOT NULL,
    pages     INTEGER NOT NULL,
    issued_on TEXT    NOT NULL,
    receipt   TEXT,
    replaces  BLOB,
    copies    INTEGER NOT NULL,
    PRIMARY KEY (case_row, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_by_id    ON paper_row (id);
CREATE INDEX paper_by_title ON paper_row (grp, title, issued_on);

-- The few titles that papers have, with how many have them.
CREATE TABLE paper_title (
    grp   TEXT    NOT NULL,
    title TEXT    NOT NULL,
    uses  INTEGER NOT NULL,
    PRIMARY KEY (grp, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up_row (
    case_row INTEGER NOT NULL,
    id       BLOB    NOT NULL,
    due_on   TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    done     INTEGER NOT NULL,
    PRIMARY KEY (case_row, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_by_day ON follow_up_row (due_on) WHERE done = 0;

-- Words of a case in search form, and the names of its people apart: those change with the person.
CREATE VIRTUAL TABLE case_text USING fts5 (
    words, names, prefix = '1 2 3 4', detail = none, columnsize = 0, tokenize = 'ascii'
);
INSERT INTO case_text (case_text, rank) VALUES ('secure-delete', 1);

-- Which words there are, and in how many cases of the group: a long beginning is looked up as its few whole words,
-- because an index that merges every case with `gesche…` would take longer than a clerk's next key.
CREATE TABLE case_word (
    grp  TEXT    NOT NULL,
    word TEXT    NOT NULL,
    uses INTEGER NOT NULL,
    PRIMARY KEY (grp, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_row (
    row      INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    family   TEXT NOT NULL,
    given    TEXT NOT NULL,
    birth    TEXT NOT NULL,
    street   TEXT NOT NULL,
    house    TEXT NOT NULL,
    postcode TEXT NOT NULL,
    place    TEXT NOT NULL,
    blocked  INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    -- Words in search form, so that two hundred candidates are ranked without folding their names again.
    family_words TEXT NOT NULL,
    given_words  TEXT NOT NULL,
    street_words TEXT NOT NULL
) STRICT;
CREATE INDEX person_by_birth ON person_row (birth) WHERE birth <> '';

-- Tokens: name words as they are, `_` sound, `=` street, `#` house number, `@` birth date. A beginning that has no index
-- of its own would be merged from everybody whose words begin so: it is looked up as its few whole words instead.
CREATE VIRTUAL TABLE person_text USING fts5 (
    words, prefix = '1 2 3 4 5 6', detail = none, columnsize = 0, tokenize = "ascii tokenchars '_=#@'"
);
INSERT INTO person_text (person_text, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE person_word USING fts5vocab (person_text, row);

-- `ticket` is the job's name in the printing system, new for each attempt; `system_id` its number there.
CREATE TABLE print_job (
    job       INTEGER PRIMARY KEY,
    paper     BLOB    NOT NULL,
    printer   TEXT    NOT NULL,
    copies    INTEGER NOT NULL,
    sides     TEXT,
    tray      TEXT,
    asked_by  BLOB    NOT NULL,
    asked_at  INTEGER NOT NULL,
    state     TEXT    NOT NULL
        CHECK (state IN ('waiting', 'handing', 'printing', 'printed', 'failed', 'withdrawn')),
    why       TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    since     INTEGER NOT NULL,
    ticket    TEXT    NOT NULL,
    system_id INTEGER
) STRICT;
CREATE INDEX print_job_by_state ON print_job (state, job);
CREATE INDEX print_job_by_paper ON print_job (paper, job);

-- Who looked at whom or what. No part of the case file; kept for a term, then taken out.
CREATE TABLE read_audit (
    entry   INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    who     BLOB    NOT NULL,
    subject TEXT    NOT NULL,
    why     TEXT    NOT NULL
) STRICT;
CREATE INDEX read_audit_by_day     ON read_audit (at);
CREATE INDEX read_audit_by_subject ON read_audit (subject, entry);
CREATE INDEX read_audit_by_who     ON read_audit (who, entry);
