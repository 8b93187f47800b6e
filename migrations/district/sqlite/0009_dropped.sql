-- A bundle that its office dropped without entering it: `taken`, too, and its sender hears so.
ALTER TABLE mail ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
