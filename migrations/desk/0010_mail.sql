-- Bundles between this office and others. What goes out is made from the cases; the rest is what the service said and gave.

-- Sealed bundles of cases that no answer has closed; `awaits` where one is expected. Made from the log.
CREATE TABLE mail_row (
    case_row INTEGER NOT NULL,
    content  BLOB    NOT NULL,
    blob     BLOB    NOT NULL,
    size     INTEGER NOT NULL,
    ags      TEXT    NOT NULL,
    office   TEXT    NOT NULL,
    awaits   INTEGER NOT NULL,
    PRIMARY KEY (case_row, content)
) STRICT, WITHOUT ROWID;

-- What the service said of them: that it has the bundle, or why it does not take it.
CREATE TABLE mail_sent (
    content   BLOB    PRIMARY KEY,
    delivered INTEGER NOT NULL,
    note      TEXT
) STRICT, WITHOUT ROWID;

-- Bundles that came for this office and wait to be opened, held by `mail`. `taken` once that is done and the service has
-- not heard it yet; `note` says why one could not be opened.
CREATE TABLE mail_in (
    blob       BLOB    PRIMARY KEY,
    size       INTEGER NOT NULL,
    sender     TEXT    NOT NULL,
    -- When the service got it; seconds since 1970.
    arrived_at INTEGER NOT NULL,
    note       TEXT,
    taken      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Offices that this one sends bundles to, and itself: certificates of their desks, as the service signed them.
CREATE TABLE office (
    ags  TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    mark BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE office_desk (
    ags         TEXT    NOT NULL REFERENCES office (ags) ON DELETE CASCADE,
    ord         INTEGER NOT NULL,
    certificate BLOB    NOT NULL,
    PRIMARY KEY (ags, ord)
) STRICT, WITHOUT ROWID;
