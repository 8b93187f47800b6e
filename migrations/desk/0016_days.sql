-- The days of cases, as the calendar shows them: what is due, what reminds, until when something may be filed. Made from the
-- log. `waits` where the office has to have done something by then: such a day is overdue once it has passed, and its row
-- goes when it is done.
CREATE TABLE day_row (
    case_row INTEGER NOT NULL,
    ord      INTEGER NOT NULL,
    part     INTEGER NOT NULL,
    waits    INTEGER NOT NULL,
    falls_on TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    assigned BLOB,
    de       TEXT    NOT NULL,
    en       TEXT    NOT NULL,
    PRIMARY KEY (case_row, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_by_part ON day_row (part, waits, falls_on, kind, assigned);
