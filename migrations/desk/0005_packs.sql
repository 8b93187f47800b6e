-- Packs that the Kreis published, as this desk judged them. Those that were taken lie in `blob`, held by `kreis`; a pack
-- that a case began with is held by the case as well. Packs of a file are events of the town.

CREATE TABLE kreis_pack (
    digest  BLOB PRIMARY KEY,
    -- What was wrong with it, as JSON; nothing where it was taken.
    refused TEXT,
    -- The program that judged: a later one looks again.
    judge   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
