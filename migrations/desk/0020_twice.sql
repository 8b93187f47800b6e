-- What people and cases that are perhaps there twice have in common. There are few: looking for them reads these rows and not
-- the index of a whole town. Kept in step by whatever changes a row, so that nothing is left of what was erased.
CREATE TABLE person_twice (
    identity TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO person_twice SELECT identity FROM person_row WHERE identity <> '' GROUP BY identity HAVING count(*) > 1;

CREATE TRIGGER person_comes AFTER INSERT ON person_row WHEN new.identity <> '' BEGIN
    INSERT OR IGNORE INTO person_twice
        SELECT identity FROM person_row WHERE identity = new.identity AND identity <> '' LIMIT 1 OFFSET 1;
END;
CREATE TRIGGER person_goes AFTER DELETE ON person_row WHEN old.identity <> '' BEGIN
    DELETE FROM person_twice WHERE identity = old.identity AND NOT EXISTS (
        SELECT 1 FROM person_row WHERE identity = old.identity AND identity <> '' LIMIT 1 OFFSET 1);
END;
CREATE TRIGGER person_changes AFTER UPDATE OF identity ON person_row WHEN new.identity <> old.identity BEGIN
    DELETE FROM person_twice WHERE identity = old.identity AND NOT EXISTS (
        SELECT 1 FROM person_row WHERE identity = old.identity AND identity <> '' LIMIT 1 OFFSET 1);
    INSERT OR IGNORE INTO person_twice
        SELECT identity FROM person_row WHERE identity = new.identity AND identity <> '' LIMIT 1 OFFSET 1;
END;

CREATE TABLE case_twice (
    applicant   BLOB NOT NULL,
    service     TEXT NOT NULL,
    received_on TEXT NOT NULL,
    PRIMARY KEY (applicant, service, received_on)
) STRICT, WITHOUT ROWID;
INSERT INTO case_twice SELECT applicant, service, received_on FROM case_row WHERE applicant IS NOT NULL
    GROUP BY applicant, service, received_on HAVING count(*) > 1;

CREATE TRIGGER case_comes AFTER INSERT ON case_row WHEN new.applicant IS NOT NULL BEGIN
    INSERT OR IGNORE INTO case_twice
        SELECT applicant, service, received_on FROM case_row
        WHERE applicant = new.applicant AND service = new.service AND received_on = new.received_on LIMIT 1 OFFSET 1;
END;
CREATE TRIGGER case_goes AFTER DELETE ON case_row WHEN old.applicant IS NOT NULL BEGIN
    DELETE FROM case_twice
    WHERE applicant = old.applicant AND service = old.service AND received_on = old.received_on AND NOT EXISTS (
        SELECT 1 FROM case_row WHERE applicant = old.applicant AND service = old.service
            AND received_on = old.received_on LIMIT 1 OFFSET 1);
END;
