-- Answers to portals whose notices came over the service of the Kreis: sealed for the service, and not known to be there. The bytes are held
-- by `mail`, as bundles are; a row goes once the service has them.
CREATE TABLE answer_out (
    blob    BLOB    PRIMARY KEY,
    size    INTEGER NOT NULL,
    case_id BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
