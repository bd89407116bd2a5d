-- What a pool's applications may ask for, whom its users may come from, where its pages are and what they look like.

CREATE TABLE resource_servers (
    pool_id    TEXT NOT NULL,
    identifier TEXT NOT NULL,
    config     TEXT NOT NULL, -- ResourceServerType as JSON
    PRIMARY KEY (pool_id, identifier)
) WITHOUT ROWID;

-- A prefix is taken once in its region; a custom domain once, with an empty region. Found by browsers, which name no
-- pool: hence the key.
CREATE TABLE domains (
    region  TEXT NOT NULL,
    name    TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    config  TEXT NOT NULL, -- DomainDescriptionType as JSON
    PRIMARY KEY (region, name)
) WITHOUT ROWID;

CREATE UNIQUE INDEX domains_by_pool ON domains (pool_id, region, name);

CREATE TABLE identity_providers (
    pool_id     TEXT NOT NULL,
    name        TEXT NOT NULL,
    config      TEXT NOT NULL, -- IdentityProviderType as JSON, without its details
    sealed      BLOB NOT NULL, -- its details, which hold secrets
    metadata    TEXT,          -- the SAML metadata document; NULL for other types
    metadata_at INTEGER,       -- when that was fetched; NULL for one that came with the request
    PRIMARY KEY (pool_id, name)
);

-- The further names that find a provider.
CREATE TABLE identity_provider_identifiers (
    pool_id    TEXT NOT NULL,
    identifier TEXT NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (pool_id, identifier)
) WITHOUT ROWID;

CREATE INDEX identity_provider_identifiers_by_name ON identity_provider_identifiers (pool_id, name);

CREATE TABLE ui_customizations (
    pool_id     TEXT    NOT NULL,
    client_id   TEXT    NOT NULL, -- ALL for the pool's default
    version     TEXT    NOT NULL,
    css         TEXT,
    image       BLOB,
    created_at  INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (pool_id, client_id)
);

CREATE TABLE managed_login_brandings (
    pool_id     TEXT NOT NULL,
    branding_id TEXT NOT NULL,
    client_id   TEXT NOT NULL,
    config      TEXT NOT NULL, -- ManagedLoginBrandingType as JSON
    PRIMARY KEY (pool_id, branding_id)
);

CREATE UNIQUE INDEX managed_login_brandings_by_client ON managed_login_brandings (pool_id, client_id);

CREATE TABLE terms (
    pool_id   TEXT NOT NULL,
    terms_id  TEXT NOT NULL,
    client_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    config    TEXT NOT NULL, -- TermsType as JSON
    PRIMARY KEY (pool_id, terms_id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX terms_by_client ON terms (pool_id, client_id, name);
