-- Sealed bundles between offices. The office that gets them leads every key; the service reads only the cover. Says the same
-- as ../sqlite/0006_mail.sql.

-- A bundle; `came` once it is whole. Once it was `taken` its parts go, and the row stays, so that nobody brings it again.
CREATE TABLE mail (
    town   TEXT    NOT NULL,
    sender TEXT    NOT NULL,
    blob   BYTEA   NOT NULL,
    size   BIGINT  NOT NULL,
    whole  BOOLEAN NOT NULL DEFAULT FALSE,
    taken  BOOLEAN NOT NULL DEFAULT FALSE,
    came   BIGINT  NOT NULL,
    PRIMARY KEY (town, sender, blob)
);
CREATE INDEX mail_lying ON mail (town, came) WHERE whole AND NOT taken;
CREATE INDEX mail_of_sender ON mail (town, sender) WHERE NOT taken;

CREATE TABLE mail_part (
    town   TEXT    NOT NULL,
    sender TEXT    NOT NULL,
    blob   BYTEA   NOT NULL,
    part   BIGINT  NOT NULL,
    bytes  BYTEA   NOT NULL,
    PRIMARY KEY (town, sender, blob, part)
);

-- What other offices are told of a town's desks.
CREATE INDEX certificate_of_town ON entry (town, seq) WHERE kind = 1;
