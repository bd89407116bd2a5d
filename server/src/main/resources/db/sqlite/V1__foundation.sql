-- The foundation. Times are epoch milliseconds; "sealed" columns are AES-GCM under the key ring (crypto room).
-- Every key leads with the pool, so that a table can be sharded by it; the two directories are the exception.

CREATE TABLE pools (
    pool_id     TEXT    NOT NULL PRIMARY KEY,
    region      TEXT    NOT NULL,
    config      TEXT    NOT NULL, -- UserPoolType as JSON
    created_at  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Directory: an unsigned request names only its client.
CREATE TABLE client_pools (
    client_id TEXT NOT NULL PRIMARY KEY,
    pool_id   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE clients (
    pool_id     TEXT    NOT NULL,
    client_id   TEXT    NOT NULL,
    config      TEXT    NOT NULL, -- UserPoolClientType as JSON, without its secret
    created_at  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, client_id)
) WITHOUT ROWID;

CREATE TABLE client_secrets (
    pool_id    TEXT    NOT NULL,
    client_id  TEXT    NOT NULL,
    secret_id  TEXT    NOT NULL,
    sealed     BLOB    NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, client_id, secret_id)
) WITHOUT ROWID;

CREATE TABLE users (
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
) WITHOUT ROWID;

CREATE INDEX users_by_username ON users (pool_id, username, sub);
CREATE INDEX users_by_status ON users (pool_id, status, sub);
CREATE INDEX users_by_enabled ON users (pool_id, enabled, sub);

-- What finds one user: a row for the username and for each active alias. The key is the uniqueness rule.
CREATE TABLE user_names (
    pool_id TEXT NOT NULL,
    name    TEXT NOT NULL, -- folded to lower case in a case-insensitive pool
    kind    TEXT NOT NULL, -- username, email, phone_number, preferred_username
    sub     TEXT NOT NULL,
    PRIMARY KEY (pool_id, name, kind)
) WITHOUT ROWID;

CREATE INDEX user_names_by_sub ON user_names (pool_id, sub);

-- What finds many users: a row for each searchable attribute that a user has (ListUsers).
CREATE TABLE user_search (
    pool_id   TEXT NOT NULL,
    attribute TEXT NOT NULL,
    value     TEXT NOT NULL,
    sub       TEXT NOT NULL,
    PRIMARY KEY (pool_id, attribute, value, sub)
) WITHOUT ROWID;

-- One row per user and kind of code: the live code, when codes were sent, when codes were tried. The two lists of times
-- are the hourly limits. A row without a hash only counts (also for usernames that do not exist).
CREATE TABLE codes (
    pool_id    TEXT    NOT NULL,
    subject    TEXT    NOT NULL, -- sub, or a keyed hash of a username that does not exist
    kind       TEXT    NOT NULL,
    hash       BLOB,             -- keyed hash of the code; NULL once used or dead
    attribute  TEXT,             -- where the code was sent: email or phone_number
    expires_at INTEGER,
    sends      TEXT    NOT NULL, -- epoch milliseconds, separated by spaces
    tries      TEXT    NOT NULL,
    touched_at INTEGER NOT NULL, -- the last change, for clearing away
    PRIMARY KEY (pool_id, subject, kind)
) WITHOUT ROWID;

CREATE TABLE user_events (
    pool_id    TEXT    NOT NULL,
    sub        TEXT    NOT NULL,
    event_id   TEXT    NOT NULL,
    event_type TEXT    NOT NULL,
    client_id  TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    sealed     BLOB    NOT NULL, -- context data, IP address, analytics endpoint
    PRIMARY KEY (pool_id, sub, event_id)
) WITHOUT ROWID;

-- Messages that still have to be delivered, written in the transaction that makes them necessary.
CREATE TABLE outbox (
    message_id  TEXT    NOT NULL PRIMARY KEY,
    pool_id     TEXT    NOT NULL,
    state       TEXT    NOT NULL, -- queued, failed (a dead letter)
    due_at      INTEGER NOT NULL,
    lease_until INTEGER NOT NULL, -- 0 when no courier has it
    attempts    INTEGER NOT NULL,
    last_error  TEXT,
    created_at  INTEGER NOT NULL,
    sealed      BLOB    NOT NULL
) WITHOUT ROWID;

CREATE INDEX outbox_by_due ON outbox (state, due_at);

-- The default transport: messages to read instead of to receive.
CREATE TABLE inbox (
    message_id     TEXT    NOT NULL PRIMARY KEY,
    sent_at        INTEGER NOT NULL,
    pool_id        TEXT    NOT NULL,
    client_id      TEXT,
    username       TEXT    NOT NULL,
    trigger_source TEXT    NOT NULL,
    medium         TEXT    NOT NULL,
    destination    TEXT    NOT NULL,
    sealed         BLOB    NOT NULL
) WITHOUT ROWID;

CREATE INDEX inbox_by_username ON inbox (username, message_id);
CREATE INDEX inbox_by_destination ON inbox (destination, message_id);

CREATE TABLE access_keys (
    access_key_id TEXT    NOT NULL PRIMARY KEY,
    sealed        BLOB    NOT NULL,
    description   TEXT    NOT NULL,
    created_at    INTEGER NOT NULL
) WITHOUT ROWID;

-- The keys that have sealed something here, each with a sealed known text: a wrong key is noticed at the start.
CREATE TABLE seal_keys (
    key_id     TEXT    NOT NULL PRIMARY KEY,
    proof      BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

-- How many messages the default e-mail sender has taken each day; only kept where that limit is switched on.
CREATE TABLE daily_emails (
    day  TEXT    NOT NULL PRIMARY KEY, -- begins at 09:00 UTC
    sent INTEGER NOT NULL
);
