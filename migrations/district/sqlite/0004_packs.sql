-- Packs of the catalogue that the Kreis has published, for all towns alike: they are the Kreis's own, as its key is.
-- None is ever taken out: cases began with it.
CREATE TABLE pack (
    digest       BLOB    PRIMARY KEY,
    name         TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    bytes        BLOB    NOT NULL,
    UNIQUE (name, version)
) STRICT, WITHOUT ROWID;
