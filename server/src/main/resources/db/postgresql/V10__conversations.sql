-- Sign-ins that the pool's functions decide on, between two requests. What was said is sealed.
CREATE TABLE conversations (
    pool_id         TEXT COLLATE "C" NOT NULL,
    sub             TEXT COLLATE "C" NOT NULL, -- or the id of a name without a user
    conversation_id TEXT COLLATE "C" NOT NULL,
    sealed          BYTEA   NOT NULL,
    expires_at      BIGINT  NOT NULL,
    PRIMARY KEY (pool_id, sub, conversation_id)
);

CREATE INDEX conversations_by_end ON conversations (expires_at);
