-- Daily closings of tills: one row each, made from the log. `device` is the till. Of several that bear one number, which only
-- a database that was put back can bring, each has its row.
CREATE TABLE closing_row (
    id         BLOB    PRIMARY KEY,
    device     BLOB    NOT NULL,
    number     INTEGER NOT NULL,
    code       TEXT    NOT NULL,
    corrects   INTEGER,
    closed_on  TEXT    NOT NULL,
    closed_at  INTEGER NOT NULL,
    closed_by  BLOB    NOT NULL,
    second     BLOB,
    opening    INTEGER NOT NULL,
    expected   INTEGER NOT NULL,
    counted    INTEGER NOT NULL,
    card       INTEGER NOT NULL,
    delivered  INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    receipts   INTEGER NOT NULL,
    sha256     BLOB    NOT NULL,
    size       INTEGER NOT NULL,
    pages      INTEGER NOT NULL
) STRICT;
CREATE INDEX closing_of_till   ON closing_row (device, number);
CREATE INDEX closing_by_day    ON closing_row (closed_on, code, number);
CREATE INDEX closing_by_sha256 ON closing_row (sha256);
