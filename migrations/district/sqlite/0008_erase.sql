-- Events that lost their payload after the term of their file: what a desk sends again is stored without it.
CREATE TABLE erased (
    town    TEXT    NOT NULL,
    device  BLOB    NOT NULL,
    seq     INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    PRIMARY KEY (town, device, seq)
) STRICT, WITHOUT ROWID;
