-- Where the logs of a pool are to go, by what is logged; what has no row is sent nowhere.
CREATE TABLE log_deliveries (
    pool_id      TEXT COLLATE "C" NOT NULL,
    event_source TEXT COLLATE "C" NOT NULL, -- userNotification, userAuthEvents
    config       TEXT COLLATE "C" NOT NULL, -- LogConfigurationType as JSON
    PRIMARY KEY (pool_id, event_source)
);

-- The replicas of a pool in other regions.
CREATE TABLE pool_replicas (
    pool_id    TEXT COLLATE "C" NOT NULL,
    region     TEXT COLLATE "C" NOT NULL,
    status     TEXT COLLATE "C" NOT NULL, -- ACTIVE, INACTIVE
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, region)
);

-- Request rates that were changed, of categories of operations; a category without a row has its default.
CREATE TABLE provisioned_limits (
    account  TEXT COLLATE "C" NOT NULL,
    region   TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    rate     BIGINT NOT NULL, -- requests per second
    PRIMARY KEY (account, region, category)
);

-- Whether and how a pool tracks sessions, and how long its clients reuse them.
CREATE TABLE session_settings (
    pool_id   TEXT COLLATE "C" NOT NULL,
    client_id TEXT COLLATE "C" NOT NULL, -- empty for the pool itself
    config    TEXT COLLATE "C" NOT NULL, -- JSON: what GetUserPoolSessionConfiguration or its twin for clients answers
    PRIMARY KEY (pool_id, client_id)
);

-- Sessions that are tracked. A token session lasts as long as its sign-in, whose id it has.
CREATE TABLE sessions (
    pool_id        TEXT COLLATE "C" NOT NULL,
    sub            TEXT COLLATE "C" NOT NULL,
    session_id     TEXT COLLATE "C" NOT NULL,
    type           TEXT COLLATE "C" NOT NULL, -- TOKEN, SSO
    client_id      TEXT COLLATE "C" NOT NULL,
    event_id       TEXT COLLATE "C",          -- the sign-in of a token session; NULL for an SSO session
    origin_id      TEXT COLLATE "C",          -- the SSO session that a token session came from
    created_at     BIGINT NOT NULL,
    last_active_at BIGINT NOT NULL,
    expires_at     BIGINT NOT NULL,
    sealed         BYTEA NOT NULL, -- device and IP address
    PRIMARY KEY (pool_id, sub, session_id)
);

CREATE INDEX sessions_by_end ON sessions (expires_at);

-- What threat protection does, for a pool or for one of its clients.
CREATE TABLE risk_settings (
    pool_id   TEXT COLLATE "C" NOT NULL,
    client_id TEXT COLLATE "C" NOT NULL, -- empty for the pool itself
    config    TEXT COLLATE "C" NOT NULL, -- RiskConfigurationType as JSON
    PRIMARY KEY (pool_id, client_id)
);

-- What somebody said about an event afterwards.
ALTER TABLE user_events ADD COLUMN feedback TEXT COLLATE "C";    -- Valid, Invalid; NULL for nothing
ALTER TABLE user_events ADD COLUMN feedback_by TEXT COLLATE "C"; -- Admin, User
ALTER TABLE user_events ADD COLUMN feedback_at BIGINT;

CREATE INDEX user_events_by_age ON user_events (pool_id, sub, created_at, event_id);
CREATE INDEX user_events_by_time ON user_events (created_at);
