-- Keys that encrypt the codes which custom senders get. Not a pool's own: a key may serve several.
CREATE TABLE kms_keys (
    key_id      TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- the last part of the ARN
    arn         TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    created_at  BIGINT NOT NULL,
    sealed      BYTEA  NOT NULL
);
