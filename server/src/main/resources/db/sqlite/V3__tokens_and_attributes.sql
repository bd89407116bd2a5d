-- The keys that sign the tokens of a pool: one for ID tokens, one for access tokens.
CREATE TABLE signing_keys (
    pool_id    TEXT NOT NULL,
    token_use  TEXT NOT NULL, -- id, access
    sealed     BLOB NOT NULL, -- the private key, PKCS #8
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, token_use)
) WITHOUT ROWID;

-- A row for each sign-in that stands: its tokens are good while the row is there.
CREATE TABLE sign_ins (
    pool_id      TEXT NOT NULL,
    sub          TEXT NOT NULL,
    event_id     TEXT NOT NULL,
    origin_jti   TEXT NOT NULL,
    client_id    TEXT NOT NULL,
    signed_in_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL, -- when the last token of it is over
    PRIMARY KEY (pool_id, sub, event_id)
) WITHOUT ROWID;

CREATE INDEX sign_ins_by_end ON sign_ins (expires_at);

-- New addresses that wait to be verified before they replace the old ones (AttributesRequireVerificationBeforeUpdate).
CREATE TABLE pending_attributes (
    pool_id    TEXT NOT NULL,
    sub        TEXT NOT NULL,
    attribute  TEXT NOT NULL, -- email, phone_number
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub, attribute)
) WITHOUT ROWID;

-- Users of identity providers, linked to users of the pool. The key is the uniqueness rule.
CREATE TABLE identities (
    pool_id        TEXT NOT NULL,
    provider       TEXT NOT NULL,
    claim          TEXT NOT NULL, -- Cognito_Subject, or the claim that tells the provider's users apart
    value          TEXT NOT NULL,
    sub            TEXT NOT NULL,
    created_at     INTEGER NOT NULL,
    PRIMARY KEY (pool_id, provider, claim, value)
) WITHOUT ROWID;

CREATE INDEX identities_by_sub ON identities (pool_id, sub);

-- What users decided about codes by SMS when they sign in; a user without a row decided nothing.
CREATE TABLE user_settings (
    pool_id TEXT NOT NULL,
    sub     TEXT NOT NULL,
    sms_mfa INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub)
) WITHOUT ROWID;
