-- Why a pool's messages do not get through: the last failure by each medium, until one does.
CREATE TABLE delivery_failures (
    pool_id   TEXT    NOT NULL,
    medium    TEXT    NOT NULL, -- EMAIL, SMS
    trouble   TEXT    NOT NULL, -- ACCESS, TRUST, SANDBOX, OTHER
    error     TEXT    NOT NULL, -- holds no address, no code, no link
    failed_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, medium)
) WITHOUT ROWID;

-- The numbers that get SMS while the sandbox is on.
CREATE TABLE sms_sandbox (
    account      TEXT    NOT NULL,
    phone_number TEXT    NOT NULL,
    verified_at  INTEGER NOT NULL,
    PRIMARY KEY (account, phone_number)
) WITHOUT ROWID;
