-- Certificates end and are renewed; what a desk writes after it was cut off lies aside until the town's head has decided.

-- Seconds since 1970; nothing for a desk that was let in before certificates ended: it is given an end when it comes next.
ALTER TABLE device ADD COLUMN valid_until INTEGER;

-- Segments of desks that were cut off, as they came. They count for nobody and are in no sequence.
CREATE TABLE aside (
    town   TEXT    NOT NULL,
    device BLOB    NOT NULL,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    hash   BLOB    NOT NULL,
    came   INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (town, device, last)
) STRICT, WITHOUT ROWID;

-- What was decided about them: taken into the town's sequence or dropped, at whose word.
CREATE TABLE aside_decision (
    town    TEXT    NOT NULL,
    device  BLOB    NOT NULL,
    last    INTEGER NOT NULL,
    taken   INTEGER NOT NULL,
    by_whom TEXT    NOT NULL,
    decided INTEGER NOT NULL,
    PRIMARY KEY (town, device, last, decided)
) STRICT, WITHOUT ROWID;
