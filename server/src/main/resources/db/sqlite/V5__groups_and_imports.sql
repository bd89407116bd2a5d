-- Groups and their members. A membership names the group by its id, not by its name: what a deleted group left behind
-- never belongs to a later group of that name.

CREATE TABLE user_groups (
    pool_id     TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    group_id    TEXT    NOT NULL,
    description TEXT,
    role_arn    TEXT,
    precedence  INTEGER,
    created_at  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, name)
) WITHOUT ROWID;

CREATE UNIQUE INDEX user_groups_by_id ON user_groups (pool_id, group_id);

CREATE TABLE group_members (
    pool_id  TEXT NOT NULL,
    sub      TEXT NOT NULL,
    group_id TEXT NOT NULL,
    PRIMARY KEY (pool_id, sub, group_id)
) WITHOUT ROWID;

CREATE INDEX group_members_by_group ON group_members (pool_id, group_id, sub);

-- User import jobs. Numbers and position change in the transaction that adds the users they count.
CREATE TABLE import_jobs (
    pool_id      TEXT    NOT NULL,
    job_id       TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    role_arn     TEXT    NOT NULL,
    algorithm    TEXT,             -- of the password hashes in the CSV file; NULL for a file without them
    status       TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    started_at   INTEGER,
    completed_at INTEGER,
    imported     INTEGER NOT NULL,
    skipped      INTEGER NOT NULL,
    failed       INTEGER NOT NULL,
    message      TEXT,
    upload_id    TEXT,             -- the CSV file; NULL before it was uploaded
    upload_bytes INTEGER NOT NULL,
    upload_lines INTEGER NOT NULL,
    position     INTEGER NOT NULL, -- how many bytes of the file are done
    lines        INTEGER NOT NULL, -- how many lines of the file are done
    holder       TEXT,             -- the node that runs the job
    lease_until  INTEGER NOT NULL, -- 0 when no node runs it
    PRIMARY KEY (pool_id, job_id)
) WITHOUT ROWID;

CREATE INDEX import_jobs_by_age ON import_jobs (pool_id, created_at, job_id);
CREATE INDEX import_jobs_by_lease ON import_jobs (status, lease_until);

-- The CSV file of a job, in pieces of one size; the last may be shorter.
CREATE TABLE import_chunks (
    pool_id   TEXT    NOT NULL,
    job_id    TEXT    NOT NULL,
    upload_id TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    sealed    BLOB    NOT NULL,
    PRIMARY KEY (pool_id, job_id, upload_id, number)
);

-- What became of the lines of a CSV file: a row for each transaction, a line of text for each run of lines that ended alike.
CREATE TABLE import_log (
    pool_id    TEXT    NOT NULL,
    job_id     TEXT    NOT NULL,
    first_line INTEGER NOT NULL,
    outcomes   TEXT    NOT NULL,
    PRIMARY KEY (pool_id, job_id, first_line)
) WITHOUT ROWID;

-- Password hashes that came with imported users, until the first sign-in replaces them.
CREATE TABLE imported_hashes (
    pool_id TEXT NOT NULL,
    sub     TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    PRIMARY KEY (pool_id, sub)
) WITHOUT ROWID;
