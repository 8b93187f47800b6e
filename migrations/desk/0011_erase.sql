-- Destruction of files after their term. What is erased loses its payload; envelopes stay, so chains and signatures still hold.

-- Events that lose their payload, whether or not they have arrived: a payload that comes later is discarded.
CREATE TABLE erased (
    device  BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Events that erase and were not carried out here yet: what they rest on has not arrived, or something here still needs it.
CREATE TABLE erasing (
    device BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Cases that are gone: just their numbers, and by which list.
CREATE TABLE erased_case (
    subject   TEXT PRIMARY KEY,
    number    TEXT NOT NULL,
    grp       TEXT NOT NULL,
    list      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_case_by_number ON erased_case (number);

-- What stays of their receipts: what was booked, and no name.
CREATE TABLE kept_receipt (
    subject   TEXT    NOT NULL,
    number    TEXT    NOT NULL,
    grp       TEXT    NOT NULL,
    cents     INTEGER NOT NULL,
    how       TEXT    NOT NULL,
    paid_on   TEXT    NOT NULL,
    taken_by  BLOB    NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (subject, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_receipt_by_day ON kept_receipt (paid_on, number);

-- When a case was closed: from then on its term counts.
ALTER TABLE case_row ADD COLUMN closed_on TEXT;
CREATE INDEX case_by_closed ON case_row (part, closed_on) WHERE closed_on IS NOT NULL;
