-- Passwords that a user has had and may not take again, newest last by id (a UUID of version 7). The one that the user
-- has now stands in users; it comes here when another one replaces it.
CREATE TABLE former_passwords (
    pool_id     TEXT    NOT NULL,
    sub         TEXT    NOT NULL,
    password_id TEXT    NOT NULL,
    verifier    BLOB    NOT NULL, -- sealed, as in users
    PRIMARY KEY (pool_id, sub, password_id)
);

-- The users whose password is a temporary one.
CREATE TABLE temporary_passwords (
    pool_id    TEXT    NOT NULL,
    sub        TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub)
) WITHOUT ROWID;
