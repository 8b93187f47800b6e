-- Packs of the catalogue that the Kreis has published, for all towns alike: they are the Kreis's own, as its key is.
-- None is ever taken out: cases began with it. Says the same as ../sqlite/0004_packs.sql.
CREATE TABLE pack (
    digest       BYTEA   PRIMARY KEY,
    name         TEXT    NOT NULL,
    version      BIGINT  NOT NULL,
    published_at BIGINT  NOT NULL,
    bytes        BYTEA   NOT NULL,
    UNIQUE (name, version)
);
