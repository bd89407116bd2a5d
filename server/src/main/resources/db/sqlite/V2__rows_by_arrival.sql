-- Tables whose rows are large keep them in the order of arrival, found by an index: a table without row ids has whole
-- rows in its inner pages too, four to a page, and is twice as deep.
--
-- The inbox is written with every code and read by people and tests: two indexes of random order cost each message more
-- than a walk over the newest ones costs a reader.

CREATE TABLE users_by_rowid (
    pool_id     TEXT    NOT NULL,
    sub         TEXT    NOT NULL,
    username    TEXT    NOT NULL, -- the real one; equals sub where e-mail or phone are the sign-in name
    status      TEXT    NOT NULL,
    enabled     INTEGER NOT NULL,
    attributes  TEXT    NOT NULL, -- JSON object of strings, without sub
    verifier    BLOB,             -- sealed SRP salt and verifier; NULL without a password
    created_at  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub)
);

INSERT INTO users_by_rowid SELECT * FROM users;
DROP TABLE users;
ALTER TABLE users_by_rowid RENAME TO users;

CREATE TABLE outbox_by_rowid (
    message_id  TEXT    NOT NULL PRIMARY KEY,
    pool_id     TEXT    NOT NULL,
    state       TEXT    NOT NULL, -- queued, failed (a dead letter)
    due_at      INTEGER NOT NULL,
    lease_until INTEGER NOT NULL, -- 0 when no courier has it
    attempts    INTEGER NOT NULL,
    last_error  TEXT,
    created_at  INTEGER NOT NULL,
    sealed      BLOB    NOT NULL
);

INSERT INTO outbox_by_rowid SELECT * FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_by_rowid RENAME TO outbox;

CREATE TABLE inbox_by_rowid (
    message_id     TEXT    NOT NULL PRIMARY KEY,
    sent_at        INTEGER NOT NULL,
    pool_id        TEXT    NOT NULL,
    client_id      TEXT,
    username       TEXT    NOT NULL,
    trigger_source TEXT    NOT NULL,
    medium         TEXT    NOT NULL,
    destination    TEXT    NOT NULL,
    sealed         BLOB    NOT NULL
);

INSERT INTO inbox_by_rowid SELECT * FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_by_rowid RENAME TO inbox;

CREATE INDEX users_by_username ON users (pool_id, username, sub);
CREATE INDEX users_by_status ON users (pool_id, status, sub);
CREATE INDEX users_by_enabled ON users (pool_id, enabled, sub);
CREATE INDEX outbox_by_due ON outbox (state, due_at);
