-- Where the logs of a pool are to go, by what is logged; what has no row is sent nowhere.
CREATE TABLE log_deliveries (
    pool_id      TEXT    NOT NULL,
    event_source TEXT    NOT NULL, -- userNotification, userAuthEvents
    config       TEXT    NOT NULL, -- LogConfigurationType as JSON
    PRIMARY KEY (pool_id, event_source)
) WITHOUT ROWID;

-- The replicas of a pool in other regions.
CREATE TABLE pool_replicas (
    pool_id    TEXT    NOT NULL,
    region     TEXT    NOT NULL,
    status     TEXT    NOT NULL, -- ACTIVE, INACTIVE
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, region)
) WITHOUT ROWID;

-- Request rates that were changed, of categories of operations; a category without a row has its default.
CREATE TABLE provisioned_limits (
    account  TEXT    NOT NULL,
    region   TEXT    NOT NULL,
    category TEXT    NOT NULL,
    rate     INTEGER NOT NULL, -- requests per second
    PRIMARY KEY (account, region, category)
) WITHOUT ROWID;

-- Whether and how a pool tracks sessions, and how long its clients reuse them.
CREATE TABLE session_settings (
    pool_id   TEXT    NOT NULL,
    client_id TEXT    NOT NULL, -- empty for the pool itself
    config    TEXT    NOT NULL, -- JSON: what GetUserPoolSessionConfiguration or its twin for clients answers
    PRIMARY KEY (pool_id, client_id)
) WITHOUT ROWID;

-- Sessions that are tracked. A token session lasts as long as its sign-in, whose id it has.
CREATE TABLE sessions (
    pool_id        TEXT    NOT NULL,
    sub            TEXT    NOT NULL,
    session_id     TEXT    NOT NULL,
    type           TEXT    NOT NULL, -- TOKEN, SSO
    client_id      TEXT    NOT NULL,
    event_id       TEXT,             -- the sign-in of a token session; NULL for an SSO session
    origin_id      TEXT,             -- the SSO session that a token session came from
    created_at     INTEGER NOT NULL,
    last_active_at INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL,
    sealed         BLOB    NOT NULL, -- device and IP address
    PRIMARY KEY (pool_id, sub, session_id)
) WITHOUT ROWID;

CREATE INDEX sessions_by_end ON sessions (expires_at);

-- What threat protection does, for a pool or for one of its clients.
CREATE TABLE risk_settings (
    pool_id   TEXT    NOT NULL,
    client_id TEXT    NOT NULL, -- empty for the pool itself
    config    TEXT    NOT NULL, -- RiskConfigurationType as JSON
    PRIMARY KEY (pool_id, client_id)
) WITHOUT ROWID;

-- What somebody said about an event afterwards.
ALTER TABLE user_events ADD COLUMN feedback TEXT;    -- Valid, Invalid; NULL for nothing
ALTER TABLE user_events ADD COLUMN feedback_by TEXT; -- Admin, User
ALTER TABLE user_events ADD COLUMN feedback_at INTEGER;

CREATE INDEX user_events_by_age ON user_events (pool_id, sub, created_at, event_id);
CREATE INDEX user_events_by_time ON user_events (created_at);
