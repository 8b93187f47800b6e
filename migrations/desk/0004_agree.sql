-- What agreeing with other desks needs beside the log.

-- How far each chain but the one that is written here without a gap.
CREATE TABLE heard (
    device BLOB    PRIMARY KEY,
    seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO heard (device, seq)
    SELECT device, max(seq) FROM event WHERE device <> (SELECT id FROM device ORDER BY n DESC LIMIT 1) GROUP BY device;

-- What the chains say they had of others: from its event `seq` on, `device` had `other` up to `upto`.
CREATE TABLE seen (
    device BLOB    NOT NULL,
    other  BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    upto   INTEGER NOT NULL,
    PRIMARY KEY (device, other, seq)
) STRICT, WITHOUT ROWID;
