-- Sealed bundles between offices. The office that gets them leads every key; the service reads only the cover.

-- A bundle; `came` once it is whole. Once it was `taken` its parts go, and the row stays, so that nobody brings it again.
CREATE TABLE mail (
    town   TEXT    NOT NULL,
    sender TEXT    NOT NULL,
    blob   BLOB    NOT NULL,
    size   INTEGER NOT NULL,
    whole  INTEGER NOT NULL DEFAULT 0,
    taken  INTEGER NOT NULL DEFAULT 0,
    came   INTEGER NOT NULL,
    PRIMARY KEY (town, sender, blob)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_lying ON mail (town, came) WHERE whole = 1 AND taken = 0;
CREATE INDEX mail_of_sender ON mail (town, sender) WHERE taken = 0;

CREATE TABLE mail_part (
    town   TEXT    NOT NULL,
    sender TEXT    NOT NULL,
    blob   BLOB    NOT NULL,
    part   INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (town, sender, blob, part)
) STRICT;

-- What other offices are told of a town's desks.
CREATE INDEX certificate_of_town ON entry (town, seq) WHERE kind = 1;
