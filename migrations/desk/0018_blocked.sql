-- People whose address must not be told (§ 51 BMG): few, and asked for with each disclosure to somebody else.
CREATE INDEX person_blocked ON person_row (blocked) WHERE blocked = 1;
