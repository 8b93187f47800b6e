-- The log and what must commit with it. Everything a screen reads is made from here (0002).

-- The desks this database has been; the last one writes.
CREATE TABLE device (
    n              INTEGER PRIMARY KEY,
    id             BLOB    NOT NULL UNIQUE,
    code           TEXT    NOT NULL UNIQUE,
    since          TEXT    NOT NULL,
    -- The head of the desk it goes on from, where a database was put back.
    continues      BLOB,
    continues_seq  INTEGER,
    continues_hash BLOB
) STRICT;

-- Envelopes as they were hashed. Never changed, never removed.
CREATE TABLE event (
    n        INTEGER PRIMARY KEY,
    device   BLOB    NOT NULL,
    seq      INTEGER NOT NULL,
    subject  TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    envelope BLOB    NOT NULL,
    hash     BLOB    NOT NULL,
    erased   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX event_of_subject ON event (subject, n);

-- Everything personal. A row goes when the event is erased.
CREATE TABLE payload (
    n     INTEGER PRIMARY KEY REFERENCES event (n),
    salt  BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- How far each desk has counted: `case` (gaps allowed) and `receipt` (no gaps), by year.
CREATE TABLE counter (
    device BLOB    NOT NULL,
    what   TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (device, what, year)
) STRICT, WITHOUT ROWID;

-- Numbers that stand in events. Another desk's double stands beside (a clerk is asked); an own double cannot be.
CREATE TABLE number (
    device  BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    what    TEXT    NOT NULL,
    number  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    own     INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX own_numbers_are_unique ON number (what, number) WHERE own = 1;
CREATE INDEX number_by_text ON number (number);

-- Papers and attachments, named by SHA-256.
CREATE TABLE blob (
    digest BLOB    PRIMARY KEY,
    size   INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_chunk (
    digest BLOB    NOT NULL REFERENCES blob (digest) ON DELETE CASCADE,
    part   INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    UNIQUE (digest, part)
) STRICT;
-- Who needs a blob: a subject as in `event`, or `draft:<case>`. The blob itself may still be on its way.
CREATE TABLE blob_use (
    holder TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (holder, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_user ON blob_use (digest);

CREATE TABLE draft (
    id         BLOB PRIMARY KEY,
    owner      BLOB NOT NULL,
    service    TEXT NOT NULL,
    -- Microseconds since 1970, UTC.
    updated_at INTEGER NOT NULL,
    body       BLOB NOT NULL
) STRICT;
CREATE INDEX draft_of_owner ON draft (owner, updated_at);

-- Window preferences; the empty owner is the desk itself.
CREATE TABLE preference (
    owner BLOB NOT NULL,
    key   TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;

-- What the store notes for itself: with which rules the read tables were made.
CREATE TABLE note (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
