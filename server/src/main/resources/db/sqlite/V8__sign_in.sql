-- Sessions of sign-ins under way that were answered: each is good once. The session itself is sealed and lies with the
-- client; its row goes when nobody could use it any more.
CREATE TABLE used_sessions (
    pool_id    TEXT    NOT NULL,
    session_id TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, session_id)
) WITHOUT ROWID;

CREATE INDEX used_sessions_by_end ON used_sessions (expires_at);

-- Wrong passwords in a row. The subject is a user's sub, or a hash of a name without a user.
CREATE TABLE wrong_passwords (
    pool_id TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    tries   INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, subject)
) WITHOUT ROWID;

CREATE INDEX wrong_passwords_by_time ON wrong_passwords (last_at);

-- Refresh tokens that were exchanged for another one, and until when they may be used again all the same.
CREATE TABLE rotated_tokens (
    pool_id    TEXT    NOT NULL,
    sub        TEXT    NOT NULL,
    token_id   TEXT    NOT NULL,
    good_until INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, -- when the token would have expired
    PRIMARY KEY (pool_id, sub, token_id)
) WITHOUT ROWID;

CREATE INDEX rotated_tokens_by_end ON rotated_tokens (expires_at);

-- The device that a sign-in happened on, and, of one at the OAuth endpoints, the scopes that the client got.
ALTER TABLE sign_ins ADD COLUMN device_key TEXT;
ALTER TABLE sign_ins ADD COLUMN scopes TEXT;

-- Keys that sign no more. What they signed stays good until it expires, so they are known until then.
CREATE TABLE retired_keys (
    pool_id    TEXT    NOT NULL,
    key_id     TEXT    NOT NULL, -- the kid of tokens
    token_use  TEXT    NOT NULL, -- id, access
    public_key BLOB    NOT NULL, -- X.509; the private half is gone
    expires_at INTEGER NOT NULL, -- when the last token that it signed is over
    PRIMARY KEY (pool_id, key_id)
) WITHOUT ROWID;

CREATE INDEX retired_keys_by_end ON retired_keys (expires_at);
