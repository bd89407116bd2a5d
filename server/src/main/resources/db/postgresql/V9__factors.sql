-- What SetUserPoolMfaConfig set of a pool beside its configuration, as JSON; NULL before the first time.
ALTER TABLE pools ADD COLUMN factors TEXT COLLATE "C";

-- What users decided about the factors of their sign-in. sms_option is what the older SetUserSettings said of SMS.
ALTER TABLE user_settings ADD COLUMN sms_option BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE user_settings ADD COLUMN email_mfa BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE user_settings ADD COLUMN token_mfa BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE user_settings ADD COLUMN passkey_mfa BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE user_settings ADD COLUMN preferred TEXT COLLATE "C"; -- SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA
UPDATE user_settings SET sms_option = sms_mfa;

-- Authenticator apps (TOTP), at most one of a user. The seeds are sealed.
CREATE TABLE software_tokens (
    pool_id   TEXT COLLATE "C" NOT NULL,
    sub       TEXT COLLATE "C" NOT NULL,
    pending   BYTEA,             -- was handed out, and no code of it was seen yet
    verified  BYTEA,             -- whose codes are taken
    name      TEXT COLLATE "C",             -- of the verified one
    last_step BIGINT NOT NULL, -- no code of this time step of 30 seconds, or of an earlier one, is taken again
    PRIMARY KEY (pool_id, sub)
);

-- Devices that users confirmed.
CREATE TABLE devices (
    pool_id          TEXT COLLATE "C" NOT NULL,
    sub              TEXT COLLATE "C" NOT NULL,
    device_key       TEXT COLLATE "C" NOT NULL,
    name             TEXT COLLATE "C",
    remembered       BOOLEAN NOT NULL,
    verifier         BYTEA NOT NULL, -- SRP salt and verifier of the device's password, sealed
    last_ip          TEXT COLLATE "C" NOT NULL,
    created_at       BIGINT NOT NULL,
    modified_at      BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, sub, device_key)
);

-- Passkeys: only public keys. An id is one user's in a pool.
CREATE TABLE passkeys (
    pool_id         TEXT COLLATE "C" NOT NULL,
    credential_id   TEXT COLLATE "C" NOT NULL, -- base64url
    sub             TEXT COLLATE "C" NOT NULL,
    rp_id           TEXT COLLATE "C" NOT NULL,
    credential      BYTEA NOT NULL, -- WebAuthn's attested credential data: AAGUID, id, public key
    sign_count      BIGINT NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    attachment      TEXT COLLATE "C",
    transports      TEXT COLLATE "C" NOT NULL, -- separated by commas
    name            TEXT COLLATE "C" NOT NULL,
    created_at      BIGINT NOT NULL,
    PRIMARY KEY (pool_id, credential_id)
);

CREATE INDEX passkeys_by_user ON passkeys (pool_id, sub, created_at, credential_id);

-- The registration of a passkey that a user began last.
CREATE TABLE passkey_challenges (
    pool_id    TEXT COLLATE "C" NOT NULL,
    sub        TEXT COLLATE "C" NOT NULL,
    client_id  TEXT COLLATE "C" NOT NULL,
    challenge  BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, sub)
);
