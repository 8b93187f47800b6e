-- What binds this desk to the Kreis. The log itself is the outbox: what stands after `acknowledged` waits.

CREATE TABLE enrolment (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    -- Seed of the key with which this desk signs.
    key         BLOB    NOT NULL,
    url         TEXT    NOT NULL,
    -- SHA-256 of the service's TLS certificate.
    pin         BLOB    NOT NULL,
    town        TEXT    NOT NULL,
    -- The key with which the service signs.
    service     BLOB    NOT NULL,
    -- How far the town's sequence has arrived here.
    town_seq    INTEGER NOT NULL DEFAULT 0,
    -- When the service last answered, and since when it does not; seconds since 1970.
    heard_at    INTEGER,
    silent_from INTEGER
) STRICT;

-- How far each own chain lies at the service, durably.
CREATE TABLE acknowledged (
    device BLOB    PRIMARY KEY,
    seq    INTEGER NOT NULL,
    hash   BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- The town's desks, this one included: letters of their numbers, names, keys.
CREATE TABLE town_desk (
    device BLOB PRIMARY KEY,
    code   TEXT NOT NULL,
    name   TEXT NOT NULL,
    key    BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Events that the service judged: they stay in the log, and every fold skips them.
CREATE TABLE verdict (
    device BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    reason TEXT    NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Blobs that lie at the service, and blobs that are to come from there.
CREATE TABLE blob_sent (
    digest BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE blob_awaited (
    digest BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
