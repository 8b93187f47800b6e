-- The service of the Kreis. The town leads every key and index; nothing crosses towns but the service's own key.

-- What the service signs with.
CREATE TABLE service (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    seed BLOB NOT NULL
) STRICT;

-- The town's sequence: raised in the transaction that writes an entry, so that places are seen in order.
CREATE TABLE town_head (
    town TEXT    PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Enrolment codes: what the secret proves, and the key that used it.
CREATE TABLE code (
    town    TEXT    NOT NULL,
    proof   BLOB    NOT NULL,
    name    TEXT    NOT NULL,
    expires INTEGER NOT NULL,
    used_by BLOB,
    PRIMARY KEY (town, proof)
) STRICT, WITHOUT ROWID;

-- Desks, and how far each one's chain is here.
CREATE TABLE device (
    town      TEXT    NOT NULL,
    id        BLOB    NOT NULL,
    code      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    key       BLOB    NOT NULL,
    head_seq  INTEGER NOT NULL DEFAULT 0,
    head_hash BLOB    NOT NULL DEFAULT (zeroblob(32)),
    revoked   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (town, id),
    UNIQUE (town, code)
) STRICT, WITHOUT ROWID;

-- What a town's desks are told, in order: certificates (1), segments (2), verdicts (3).
CREATE TABLE entry (
    town     TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    -- Of a segment: whose it is and which events.
    device   BLOB,
    first    INTEGER,
    last     INTEGER,
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (town, seq)
) STRICT;
CREATE INDEX segment_of_device ON entry (town, device, last) WHERE kind = 2;

-- Papers and attachments, in parts of 64 kB, named by SHA-256. Whole once the parts add up to the size.
CREATE TABLE blob (
    town   TEXT    NOT NULL,
    digest BLOB    NOT NULL,
    size   INTEGER NOT NULL,
    whole  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (town, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_part (
    town   TEXT    NOT NULL,
    digest BLOB    NOT NULL,
    part   INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (town, digest, part)
) STRICT;
