-- Records that were erased and of which something is left are found without reading all that ever was.
CREATE INDEX erased_by_subject ON erased (subject);
