-- What a till's closing counts, found without reading the whole chain.
CREATE INDEX event_of_money ON event (device, seq) WHERE kind IN ('paid', 'receipt_cancelled');
