-- Which paper has exactly these bytes: asked when somebody brings a file.
CREATE INDEX paper_by_sha256 ON paper_row (sha256);
