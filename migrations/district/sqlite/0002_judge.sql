-- What the judge of a town goes by.

-- What the desk had of the other desks' chains at its last event here, as JSON.
ALTER TABLE device ADD COLUMN seen TEXT NOT NULL DEFAULT '{}';

-- All events about users, and others until what their desk had seen is here. `finding`: 0 counts, 1 open, else refused.
CREATE TABLE kept (
    town     TEXT    NOT NULL,
    device   BLOB    NOT NULL,
    seq      INTEGER NOT NULL,
    envelope BLOB    NOT NULL,
    payload  BLOB,
    seen     TEXT    NOT NULL,
    finding  INTEGER NOT NULL,
    PRIMARY KEY (town, device, seq)
) STRICT, WITHOUT ROWID;
