-- The paper of a daily closing by its identity: it stands in the print queue like any other.
ALTER TABLE closing_row ADD COLUMN paper BLOB;
CREATE INDEX closing_by_paper ON closing_row (paper);
