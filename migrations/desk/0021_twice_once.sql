-- The triggers of 0020 said INSERT OR IGNORE; in a trigger that gives way to what the statement says that set it off, so whoever became
-- alike to two others broke off the whole write. What is there already is asked for instead, and a case that changes what it is about is
-- followed as well.
DROP TRIGGER person_comes;
DROP TRIGGER person_changes;
DROP TRIGGER case_comes;

CREATE TRIGGER person_comes AFTER INSERT ON person_row WHEN new.identity <> ''
    AND NOT EXISTS (SELECT 1 FROM person_twice WHERE identity = new.identity)
BEGIN
    INSERT INTO person_twice
        SELECT identity FROM person_row WHERE identity = new.identity AND identity <> '' LIMIT 1 OFFSET 1;
END;
CREATE TRIGGER person_leaves AFTER UPDATE OF identity ON person_row WHEN new.identity <> old.identity BEGIN
    DELETE FROM person_twice WHERE identity = old.identity AND NOT EXISTS (
        SELECT 1 FROM person_row WHERE identity = old.identity AND identity <> '' LIMIT 1 OFFSET 1);
END;
CREATE TRIGGER person_joins AFTER UPDATE OF identity ON person_row WHEN new.identity <> old.identity AND new.identity <> ''
    AND NOT EXISTS (SELECT 1 FROM person_twice WHERE identity = new.identity)
BEGIN
    INSERT INTO person_twice
        SELECT identity FROM person_row WHERE identity = new.identity AND identity <> '' LIMIT 1 OFFSET 1;
END;

CREATE TRIGGER case_comes AFTER INSERT ON case_row WHEN new.applicant IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM case_twice
    WHERE applicant = new.applicant AND service = new.service AND received_on = new.received_on)
BEGIN
    INSERT INTO case_twice
        SELECT applicant, service, received_on FROM case_row
        WHERE applicant = new.applicant AND service = new.service AND received_on = new.received_on LIMIT 1 OFFSET 1;
END;
CREATE TRIGGER case_leaves AFTER UPDATE OF applicant, service, received_on ON case_row
    WHEN old.applicant IS NOT NULL AND (old.applicant, old.service, old.received_on)
        IS NOT (new.applicant, new.service, new.received_on)
BEGIN
    DELETE FROM case_twice
    WHERE applicant = old.applicant AND service = old.service AND received_on = old.received_on AND NOT EXISTS (
        SELECT 1 FROM case_row WHERE applicant = old.applicant AND service = old.service
            AND received_on = old.received_on LIMIT 1 OFFSET 1);
END;
CREATE TRIGGER case_joins AFTER UPDATE OF applicant, service, received_on ON case_row
    WHEN new.applicant IS NOT NULL AND (old.applicant, old.service, old.received_on)
        IS NOT (new.applicant, new.service, new.received_on) AND NOT EXISTS (
        SELECT 1 FROM case_twice
        WHERE applicant = new.applicant AND service = new.service AND received_on = new.received_on)
BEGIN
    INSERT INTO case_twice
        SELECT applicant, service, received_on FROM case_row
        WHERE applicant = new.applicant AND service = new.service AND received_on = new.received_on LIMIT 1 OFFSET 1;
END;
