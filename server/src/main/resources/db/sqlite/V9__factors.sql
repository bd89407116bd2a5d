-- What SetUserPoolMfaConfig set of a pool beside its configuration, as JSON; NULL before the first time.
ALTER TABLE pools ADD COLUMN factors TEXT;

-- What users decided about the factors of their sign-in. sms_option is what the older SetUserSettings said of SMS.
ALTER TABLE user_settings ADD COLUMN sms_option INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user_settings ADD COLUMN email_mfa INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user_settings ADD COLUMN token_mfa INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user_settings ADD COLUMN passkey_mfa INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user_settings ADD COLUMN preferred TEXT; -- SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA
UPDATE user_settings SET sms_option = sms_mfa;

-- Authenticator apps (TOTP), at most one of a user. The seeds are sealed.
CREATE TABLE software_tokens (
    pool_id   TEXT    NOT NULL,
    sub       TEXT    NOT NULL,
    pending   BLOB,             -- was handed out, and no code of it was seen yet
    verified  BLOB,             -- whose codes are taken
    name      TEXT,             -- of the verified one
    last_step INTEGER NOT NULL, -- no code of this time step of 30 seconds, or of an earlier one, is taken again
    PRIMARY KEY (pool_id, sub)
) WITHOUT ROWID;

-- Devices that users confirmed.
CREATE TABLE devices (
    pool_id          TEXT    NOT NULL,
    sub              TEXT    NOT NULL,
    device_key       TEXT    NOT NULL,
    name             TEXT,
    remembered       INTEGER NOT NULL,
    verifier         BLOB    NOT NULL, -- SRP salt and verifier of the device's password, sealed
    last_ip          TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    modified_at      INTEGER NOT NULL,
    authenticated_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub, device_key)
) WITHOUT ROWID;

-- Passkeys: only public keys. An id is one user's in a pool.
CREATE TABLE passkeys (
    pool_id         TEXT    NOT NULL,
    credential_id   TEXT    NOT NULL, -- base64url
    sub             TEXT    NOT NULL,
    rp_id           TEXT    NOT NULL,
    credential      BLOB    NOT NULL, -- WebAuthn's attested credential data: AAGUID, id, public key
    sign_count      INTEGER NOT NULL,
    backup_eligible INTEGER NOT NULL,
    attachment      TEXT,
    transports      TEXT    NOT NULL, -- separated by commas
    name            TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (pool_id, credential_id)
) WITHOUT ROWID;

CREATE INDEX passkeys_by_user ON passkeys (pool_id, sub, created_at, credential_id);

-- The registration of a passkey that a user began last.
CREATE TABLE passkey_challenges (
    pool_id    TEXT    NOT NULL,
    sub        TEXT    NOT NULL,
    client_id  TEXT    NOT NULL,
    challenge  BLOB    NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub)
) WITHOUT ROWID;
