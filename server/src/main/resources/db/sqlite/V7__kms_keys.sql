-- Keys that encrypt the codes which custom senders get. Not a pool's own: a key may serve several.
CREATE TABLE kms_keys (
    key_id      TEXT    NOT NULL PRIMARY KEY, -- the last part of the ARN
    arn         TEXT    NOT NULL,
    description TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    sealed      BLOB    NOT NULL
) WITHOUT ROWID;
