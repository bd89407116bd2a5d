-- Groups and their members. A membership names the group by its id, not by its name: what a deleted group left behind
-- never belongs to a later group of that name.

CREATE TABLE user_groups (
    pool_id     TEXT COLLATE "C"    NOT NULL,
    name        TEXT COLLATE "C"    NOT NULL,
    group_id    TEXT COLLATE "C"    NOT NULL,
    description TEXT COLLATE "C",
    role_arn    TEXT COLLATE "C",
    precedence  BIGINT,
    created_at  BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, name)
);

CREATE UNIQUE INDEX user_groups_by_id ON user_groups (pool_id, group_id);

CREATE TABLE group_members (
    pool_id  TEXT COLLATE "C" NOT NULL,
    sub      TEXT COLLATE "C" NOT NULL,
    group_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (pool_id, sub, group_id)
);

CREATE INDEX group_members_by_group ON group_members (pool_id, group_id, sub);

-- User import jobs. Numbers and position change in the transaction that adds the users they count.
CREATE TABLE import_jobs (
    pool_id      TEXT COLLATE "C"    NOT NULL,
    job_id       TEXT COLLATE "C"    NOT NULL,
    name         TEXT COLLATE "C"    NOT NULL,
    role_arn     TEXT COLLATE "C"    NOT NULL,
    algorithm    TEXT COLLATE "C",             -- of the password hashes in the CSV file; NULL for a file without them
    status       TEXT COLLATE "C"    NOT NULL,
    created_at   BIGINT NOT NULL,
    started_at   BIGINT,
    completed_at BIGINT,
    imported     BIGINT NOT NULL,
    skipped      BIGINT NOT NULL,
    failed       BIGINT NOT NULL,
    message      TEXT COLLATE "C",
    upload_id    TEXT COLLATE "C",             -- the CSV file; NULL before it was uploaded
    upload_bytes BIGINT NOT NULL,
    upload_lines BIGINT NOT NULL,
    position     BIGINT NOT NULL, -- how many bytes of the file are done
    lines        BIGINT NOT NULL, -- how many lines of the file are done
    holder       TEXT COLLATE "C",             -- the node that runs the job
    lease_until  BIGINT NOT NULL, -- 0 when no node runs it
    PRIMARY KEY (pool_id, job_id)
);

CREATE INDEX import_jobs_by_age ON import_jobs (pool_id, created_at, job_id);
CREATE INDEX import_jobs_by_lease ON import_jobs (status, lease_until);

-- The CSV file of a job, in pieces of one size; the last may be shorter.
CREATE TABLE import_chunks (
    pool_id   TEXT COLLATE "C"    NOT NULL,
    job_id    TEXT COLLATE "C"    NOT NULL,
    upload_id TEXT COLLATE "C"    NOT NULL,
    number    BIGINT NOT NULL,
    sealed    BYTEA    NOT NULL,
    PRIMARY KEY (pool_id, job_id, upload_id, number)
);

-- What became of the lines of a CSV file: a row for each transaction, a line of text for each run of lines that ended alike.
CREATE TABLE import_log (
    pool_id    TEXT COLLATE "C"    NOT NULL,
    job_id     TEXT COLLATE "C"    NOT NULL,
    first_line BIGINT NOT NULL,
    outcomes   TEXT COLLATE "C"    NOT NULL,
    PRIMARY KEY (pool_id, job_id, first_line)
);

-- Password hashes that came with imported users, until the first sign-in replaces them.
CREATE TABLE imported_hashes (
    pool_id TEXT COLLATE "C" NOT NULL,
    sub     TEXT COLLATE "C" NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (pool_id, sub)
);
