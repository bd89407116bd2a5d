-- The keys that sign the tokens of a pool: one for ID tokens, one for access tokens.
CREATE TABLE signing_keys (
    pool_id    TEXT COLLATE "C" NOT NULL,
    token_use  TEXT COLLATE "C" NOT NULL, -- id, access
    sealed     BYTEA NOT NULL, -- the private key, PKCS #8
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, token_use)
);

-- A row for each sign-in that stands: its tokens are good while the row is there.
CREATE TABLE sign_ins (
    pool_id      TEXT COLLATE "C" NOT NULL,
    sub          TEXT COLLATE "C" NOT NULL,
    event_id     TEXT COLLATE "C" NOT NULL,
    origin_jti   TEXT COLLATE "C" NOT NULL,
    client_id    TEXT COLLATE "C" NOT NULL,
    signed_in_at BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL, -- when the last token of it is over
    PRIMARY KEY (pool_id, sub, event_id)
);

CREATE INDEX sign_ins_by_end ON sign_ins (expires_at);

-- New addresses that wait to be verified before they replace the old ones (AttributesRequireVerificationBeforeUpdate).
CREATE TABLE pending_attributes (
    pool_id    TEXT COLLATE "C" NOT NULL,
    sub        TEXT COLLATE "C" NOT NULL,
    attribute  TEXT COLLATE "C" NOT NULL, -- email, phone_number
    value      TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, sub, attribute)
);

-- Users of identity providers, linked to users of the pool. The key is the uniqueness rule.
CREATE TABLE identities (
    pool_id        TEXT COLLATE "C" NOT NULL,
    provider       TEXT COLLATE "C" NOT NULL,
    claim          TEXT COLLATE "C" NOT NULL, -- Cognito_Subject, or the claim that tells the provider's users apart
    value          TEXT COLLATE "C" NOT NULL,
    sub            TEXT COLLATE "C" NOT NULL,
    created_at     BIGINT NOT NULL,
    PRIMARY KEY (pool_id, provider, claim, value)
);

CREATE INDEX identities_by_sub ON identities (pool_id, sub);

-- What users decided about codes by SMS when they sign in; a user without a row decided nothing.
CREATE TABLE user_settings (
    pool_id TEXT COLLATE "C" NOT NULL,
    sub     TEXT COLLATE "C" NOT NULL,
    sms_mfa BOOLEAN NOT NULL,
    PRIMARY KEY (pool_id, sub)
);
