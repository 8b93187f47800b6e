-- In which state what a town's judge keeps is, under a name that no other state ever has: a node that has read it need not read it again. The
-- database itself gives the next name with every change, whoever makes it: an older program on another node, too.
ALTER TABLE town_head ADD COLUMN judge BYTEA NOT NULL DEFAULT uuid_send(gen_random_uuid());
CREATE FUNCTION judge_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE town_head SET judge = uuid_send(gen_random_uuid()) WHERE town IN (SELECT DISTINCT town FROM changed);
    RETURN NULL;
END $$;
CREATE TRIGGER kept_added AFTER INSERT ON kept REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION judge_changed();
CREATE TRIGGER kept_changed AFTER UPDATE ON kept REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION judge_changed();
CREATE TRIGGER kept_forgotten AFTER DELETE ON kept REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION judge_changed();
