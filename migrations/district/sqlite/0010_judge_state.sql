-- Here one program alone reads what the judge keeps; PostgreSQL gives its states names.
SELECT 1;
