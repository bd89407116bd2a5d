-- Sign-ins that the pool's functions decide on, between two requests. What was said is sealed.
CREATE TABLE conversations (
    pool_id         TEXT    NOT NULL,
    sub             TEXT    NOT NULL, -- or the id of a name without a user
    conversation_id TEXT    NOT NULL,
    sealed          BLOB    NOT NULL,
    expires_at      INTEGER NOT NULL,
    PRIMARY KEY (pool_id, sub, conversation_id)
) WITHOUT ROWID;

CREATE INDEX conversations_by_end ON conversations (expires_at);
