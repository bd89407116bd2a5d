-- The foundation. Times are epoch milliseconds; "sealed" columns are AES-GCM under the key ring (crypto room).
-- Every key leads with the pool, so that a table can be sharded by it; the two directories are the exception.

CREATE TABLE pools (
    pool_id     TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    region      TEXT COLLATE "C"    NOT NULL,
    config      TEXT COLLATE "C"    NOT NULL, -- UserPoolType as JSON
    created_at  BIGINT NOT NULL,
    modified_at BIGINT NOT NULL
);

-- Directory: an unsigned request names only its client.
CREATE TABLE client_pools (
    client_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    pool_id   TEXT COLLATE "C" NOT NULL
);

CREATE TABLE clients (
    pool_id     TEXT COLLATE "C"    NOT NULL,
    client_id   TEXT COLLATE "C"    NOT NULL,
    config      TEXT COLLATE "C"    NOT NULL, -- UserPoolClientType as JSON, without its secret
    created_at  BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, client_id)
);

CREATE TABLE client_secrets (
    pool_id    TEXT COLLATE "C"    NOT NULL,
    client_id  TEXT COLLATE "C"    NOT NULL,
    secret_id  TEXT COLLATE "C"    NOT NULL,
    sealed     BYTEA    NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, client_id, secret_id)
);

CREATE TABLE users (
    pool_id     TEXT COLLATE "C"    NOT NULL,
    sub         TEXT COLLATE "C"    NOT NULL,
    username    TEXT COLLATE "C"    NOT NULL, -- the real one; equals sub where e-mail or phone are the sign-in name
    status      TEXT COLLATE "C"    NOT NULL,
    enabled     BOOLEAN NOT NULL,
    attributes  TEXT COLLATE "C"    NOT NULL, -- JSON object of strings, without sub
    verifier    BYTEA,             -- sealed SRP salt and verifier; NULL without a password
    created_at  BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, sub)
);

CREATE INDEX users_by_username ON users (pool_id, username, sub);
CREATE INDEX users_by_status ON users (pool_id, status, sub);
CREATE INDEX users_by_enabled ON users (pool_id, enabled, sub);

-- What finds one user: a row for the username and for each active alias. The key is the uniqueness rule.
CREATE TABLE user_names (
    pool_id TEXT COLLATE "C" NOT NULL,
    name    TEXT COLLATE "C" NOT NULL, -- folded to lower case in a case-insensitive pool
    kind    TEXT COLLATE "C" NOT NULL, -- username, email, phone_number, preferred_username
    sub     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (pool_id, name, kind)
);

CREATE INDEX user_names_by_sub ON user_names (pool_id, sub);

-- What finds many users: a row for each searchable attribute that a user has (ListUsers).
CREATE TABLE user_search (
    pool_id   TEXT COLLATE "C" NOT NULL,
    attribute TEXT COLLATE "C" NOT NULL,
    value     TEXT COLLATE "C" NOT NULL,
    sub       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (pool_id, attribute, value, sub)
);

-- One row per user and kind of code: the live code, when codes were sent, when codes were tried. The two lists of times
-- are the hourly limits. A row without a hash only counts (also for usernames that do not exist).
CREATE TABLE codes (
    pool_id    TEXT COLLATE "C"    NOT NULL,
    subject    TEXT COLLATE "C"    NOT NULL, -- sub, or a keyed hash of a username that does not exist
    kind       TEXT COLLATE "C"    NOT NULL,
    hash       BYTEA,             -- keyed hash of the code; NULL once used or dead
    attribute  TEXT COLLATE "C",             -- where the code was sent: email or phone_number
    expires_at BIGINT,
    sends      TEXT COLLATE "C"    NOT NULL, -- epoch milliseconds, separated by spaces
    tries      TEXT COLLATE "C"    NOT NULL,
    touched_at BIGINT NOT NULL, -- the last change, for clearing away
    PRIMARY KEY (pool_id, subject, kind)
);

CREATE TABLE user_events (
    pool_id    TEXT COLLATE "C"    NOT NULL,
    sub        TEXT COLLATE "C"    NOT NULL,
    event_id   TEXT COLLATE "C"    NOT NULL,
    event_type TEXT COLLATE "C"    NOT NULL,
    client_id  TEXT COLLATE "C"    NOT NULL,
    created_at BIGINT NOT NULL,
    sealed     BYTEA    NOT NULL, -- context data, IP address, analytics endpoint
    PRIMARY KEY (pool_id, sub, event_id)
);

-- Messages that still have to be delivered, written in the transaction that makes them necessary.
CREATE TABLE outbox (
    message_id  TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    pool_id     TEXT COLLATE "C"    NOT NULL,
    state       TEXT COLLATE "C"    NOT NULL, -- queued, failed (a dead letter)
    due_at      BIGINT NOT NULL,
    lease_until BIGINT NOT NULL, -- 0 when no courier has it
    attempts    BIGINT NOT NULL,
    last_error  TEXT COLLATE "C",
    created_at  BIGINT NOT NULL,
    sealed      BYTEA    NOT NULL
);

CREATE INDEX outbox_by_due ON outbox (state, due_at);

-- The default transport: messages to read instead of to receive.
CREATE TABLE inbox (
    message_id     TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    sent_at        BIGINT NOT NULL,
    pool_id        TEXT COLLATE "C"    NOT NULL,
    client_id      TEXT COLLATE "C",
    username       TEXT COLLATE "C"    NOT NULL,
    trigger_source TEXT COLLATE "C"    NOT NULL,
    medium         TEXT COLLATE "C"    NOT NULL,
    destination    TEXT COLLATE "C"    NOT NULL,
    sealed         BYTEA    NOT NULL
);

CREATE INDEX inbox_by_username ON inbox (username, message_id);
CREATE INDEX inbox_by_destination ON inbox (destination, message_id);

CREATE TABLE access_keys (
    access_key_id TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    sealed        BYTEA    NOT NULL,
    description   TEXT COLLATE "C"    NOT NULL,
    created_at    BIGINT NOT NULL
);

-- The keys that have sealed something here, each with a sealed known text: a wrong key is noticed at the start.
CREATE TABLE seal_keys (
    key_id     TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    proof      BYTEA    NOT NULL,
    created_at BIGINT NOT NULL
);

-- How many messages the default e-mail sender has taken each day; only kept where that limit is switched on.
CREATE TABLE daily_emails (
    day  TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- begins at 09:00 UTC
    sent BIGINT NOT NULL
);
