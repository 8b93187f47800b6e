-- Two machines wrote as one desk: the last event that this database and the service have in common. From then on nothing is
-- written as that desk here; what this database alone had goes on in the chain of a new one.
ALTER TABLE device ADD COLUMN shared INTEGER;

-- Events that a later program wrote: kept and passed on, and read as soon as this program can.
CREATE TABLE later (
    device BLOB    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Parts of a paper or attachment that is on its way here: a line that drops costs one part.
CREATE TABLE blob_coming (
    digest BLOB    NOT NULL,
    part   INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (digest, part)
) STRICT;

-- Numbers that stand in two events: two machines had been one desk without knowing.
CREATE TABLE doubled (
    number TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
