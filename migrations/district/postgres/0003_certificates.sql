-- Certificates end and are renewed; what a desk writes after it was cut off lies aside until the town's head has decided.
-- Says the same as ../sqlite/0003_certificates.sql; the contract tests run for both.

-- Seconds since 1970; nothing for a desk that was let in before certificates ended: it is given an end when it comes next.
ALTER TABLE device ADD COLUMN valid_until BIGINT;

-- Segments of desks that were cut off, as they came. They count for nobody and are in no sequence.
CREATE TABLE aside (
    town   TEXT   NOT NULL,
    device BYTEA  NOT NULL,
    first  BIGINT NOT NULL,
    last   BIGINT NOT NULL,
    hash   BYTEA  NOT NULL,
    came   BIGINT NOT NULL,
    bytes  BYTEA  NOT NULL,
    PRIMARY KEY (town, device, last)
);

-- What was decided about them: taken into the town's sequence or dropped, at whose word.
CREATE TABLE aside_decision (
    town    TEXT    NOT NULL,
    device  BYTEA   NOT NULL,
    last    BIGINT  NOT NULL,
    taken   BOOLEAN NOT NULL,
    by_whom TEXT    NOT NULL,
    decided BIGINT  NOT NULL,
    PRIMARY KEY (town, device, last, decided)
);
