-- The mark of the place in the town's sequence up to which everything was heard; zeros where it was heard before there
-- were marks: a service that was put back and has grown again is told by it.
ALTER TABLE enrolment ADD COLUMN town_mark BLOB NOT NULL DEFAULT x'0000000000000000000000000000000000000000000000000000000000000000';
