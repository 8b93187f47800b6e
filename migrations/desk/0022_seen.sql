-- From which event on a desk had another one's chain up to a place, without reading how far it had it each time before. Found
-- by `upto`, since a chain that is had up to 900 is had up to 7 as well.
CREATE INDEX seen_since ON seen (device, other, upto, seq);
