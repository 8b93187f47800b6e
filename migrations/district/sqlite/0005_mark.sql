-- The town's sequence is a chain: what a place is told from, after the service was put back and has grown again. Places
-- that were taken before have zeros, and no desk holds another mark of them.
ALTER TABLE town_head ADD COLUMN mark BLOB NOT NULL DEFAULT x'0000000000000000000000000000000000000000000000000000000000000000';
ALTER TABLE entry ADD COLUMN mark BLOB NOT NULL DEFAULT x'0000000000000000000000000000000000000000000000000000000000000000';
