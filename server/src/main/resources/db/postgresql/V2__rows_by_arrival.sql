-- The inbox is written with every code and read by people and tests: two indexes of random order cost each message more
-- than a walk over the newest ones costs a reader.

DROP INDEX inbox_by_username;
DROP INDEX inbox_by_destination;
