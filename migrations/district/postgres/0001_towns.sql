-- The service of the Kreis. The town leads every key and index; nothing crosses towns but the service's own key.
-- Says the same as ../sqlite/0001_towns.sql; the contract tests run for both.

-- What the service signs with.
CREATE TABLE service (
    one  BOOLEAN PRIMARY KEY CHECK (one),
    seed BYTEA   NOT NULL
);

-- The town's sequence: raised in the transaction that writes an entry, so that places are seen in order. Never a SERIAL:
-- those commit out of order.
CREATE TABLE town_head (
    town TEXT   PRIMARY KEY,
    seq  BIGINT NOT NULL
);

-- Enrolment codes: what the secret proves, and the key that used it.
CREATE TABLE code (
    town    TEXT   NOT NULL,
    proof   BYTEA  NOT NULL,
    name    TEXT   NOT NULL,
    expires BIGINT NOT NULL,
    used_by BYTEA,
    PRIMARY KEY (town, proof)
);

-- Desks, and how far each one's chain is here.
CREATE TABLE device (
    town      TEXT    NOT NULL,
    id        BYTEA   NOT NULL,
    code      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    key       BYTEA   NOT NULL,
    head_seq  BIGINT  NOT NULL DEFAULT 0,
    head_hash BYTEA   NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    revoked   BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (town, id),
    UNIQUE (town, code)
);

-- What a town's desks are told, in order: certificates (1), segments (2), verdicts (3).
CREATE TABLE entry (
    town   TEXT     NOT NULL,
    seq    BIGINT   NOT NULL,
    kind   SMALLINT NOT NULL,
    -- Of a segment: whose it is and which events.
    device BYTEA,
    first  BIGINT,
    last   BIGINT,
    bytes  BYTEA    NOT NULL,
    PRIMARY KEY (town, seq)
);
CREATE INDEX segment_of_device ON entry (town, device, last) WHERE kind = 2;

-- Papers and attachments, in parts of 64 kB, named by SHA-256. Whole once the parts add up to the size.
CREATE TABLE blob (
    town   TEXT    NOT NULL,
    digest BYTEA   NOT NULL,
    size   BIGINT  NOT NULL,
    whole  BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (town, digest)
);
CREATE TABLE blob_part (
    town   TEXT   NOT NULL,
    digest BYTEA  NOT NULL,
    part   BIGINT NOT NULL,
    bytes  BYTEA  NOT NULL,
    PRIMARY KEY (town, digest, part)
);
