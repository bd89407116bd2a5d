-- Why a pool's messages do not get through: the last failure by each medium, until one does.
CREATE TABLE delivery_failures (
    pool_id   TEXT COLLATE "C" NOT NULL,
    medium    TEXT COLLATE "C" NOT NULL, -- EMAIL, SMS
    trouble   TEXT COLLATE "C" NOT NULL, -- ACCESS, TRUST, SANDBOX, OTHER
    error     TEXT COLLATE "C" NOT NULL, -- holds no address, no code, no link
    failed_at BIGINT  NOT NULL,
    PRIMARY KEY (pool_id, medium)
);

-- The numbers that get SMS while the sandbox is on.
CREATE TABLE sms_sandbox (
    account      TEXT COLLATE "C" NOT NULL,
    phone_number TEXT COLLATE "C" NOT NULL,
    verified_at  BIGINT  NOT NULL,
    PRIMARY KEY (account, phone_number)
);
