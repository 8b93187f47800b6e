-- What was decided about two records of people, with the older one first: `same`, `apart`, `disputed`.
CREATE TABLE person_pair (
    one     BLOB NOT NULL,
    two     BLOB NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_pair_back ON person_pair (two, one);

-- Cases that were entered twice: the one that is closed, and the one that goes on.
CREATE TABLE case_double (
    case_row INTEGER NOT NULL,
    other    BLOB    NOT NULL,
    PRIMARY KEY (case_row, other)
) STRICT, WITHOUT ROWID;

-- Who is perhaps there twice, and what: read in order, without looking at a row. `identity` is what two records of one
-- human or one business have in common; empty where too little is known.
ALTER TABLE person_row ADD COLUMN identity TEXT NOT NULL DEFAULT '';
CREATE INDEX person_by_identity ON person_row (identity) WHERE identity <> '';
CREATE INDEX case_by_matter ON case_row (applicant, service, received_on) WHERE applicant IS NOT NULL;
