-- People on whom desks disagree are found without looking at all others.
CREATE INDEX person_in_conflict ON person_row (id) WHERE conflicts > 0;
