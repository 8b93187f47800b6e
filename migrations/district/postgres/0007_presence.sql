-- Who has which case open on their screen: one row a desk, for a minute and a half behind its last word. In no log and in
-- no town's sequence; what has run out is deleted by whoever looks next. Says the same as ../sqlite/0007_presence.sql.
CREATE TABLE presence (
    town   TEXT   NOT NULL,
    device BYTEA  NOT NULL,
    "case" BYTEA  NOT NULL,
    name   TEXT   NOT NULL,
    since  BIGINT NOT NULL,
    until  BIGINT NOT NULL,
    PRIMARY KEY (town, device)
);
