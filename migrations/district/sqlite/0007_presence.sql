-- Who has which case open on their screen: one row a desk, for a minute and a half behind its last word. In no log and in
-- no town's sequence; what has run out is deleted by whoever looks next.
CREATE TABLE presence (
    town   TEXT    NOT NULL,
    device BLOB    NOT NULL,
    "case" BLOB    NOT NULL,
    name   TEXT    NOT NULL,
    since  INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    PRIMARY KEY (town, device)
) STRICT, WITHOUT ROWID;
