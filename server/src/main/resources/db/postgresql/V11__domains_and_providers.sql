-- What a pool's applications may ask for, whom its users may come from, where its pages are and what they look like.

CREATE TABLE resource_servers (
    pool_id    TEXT COLLATE "C" NOT NULL,
    identifier TEXT COLLATE "C" NOT NULL,
    config     TEXT COLLATE "C" NOT NULL, -- ResourceServerType as JSON
    PRIMARY KEY (pool_id, identifier)
);

-- A prefix is taken once in its region; a custom domain once, with an empty region. Found by browsers, which name no
-- pool: hence the key.
CREATE TABLE domains (
    region  TEXT COLLATE "C" NOT NULL,
    name    TEXT COLLATE "C" NOT NULL,
    pool_id TEXT COLLATE "C" NOT NULL,
    config  TEXT COLLATE "C" NOT NULL, -- DomainDescriptionType as JSON
    PRIMARY KEY (region, name)
);

CREATE UNIQUE INDEX domains_by_pool ON domains (pool_id, region, name);

CREATE TABLE identity_providers (
    pool_id     TEXT COLLATE "C" NOT NULL,
    name        TEXT COLLATE "C" NOT NULL,
    config      TEXT COLLATE "C" NOT NULL, -- IdentityProviderType as JSON, without its details
    sealed      BYTEA NOT NULL, -- its details, which hold secrets
    metadata    TEXT COLLATE "C",          -- the SAML metadata document; NULL for other types
    metadata_at BIGINT,       -- when that was fetched; NULL for one that came with the request
    PRIMARY KEY (pool_id, name)
);

-- The further names that find a provider.
CREATE TABLE identity_provider_identifiers (
    pool_id    TEXT COLLATE "C" NOT NULL,
    identifier TEXT COLLATE "C" NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (pool_id, identifier)
);

CREATE INDEX identity_provider_identifiers_by_name ON identity_provider_identifiers (pool_id, name);

CREATE TABLE ui_customizations (
    pool_id     TEXT COLLATE "C" NOT NULL,
    client_id   TEXT COLLATE "C" NOT NULL, -- ALL for the pool's default
    version     TEXT COLLATE "C" NOT NULL,
    css         TEXT COLLATE "C",
    image       BYTEA,
    created_at  BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    PRIMARY KEY (pool_id, client_id)
);

CREATE TABLE managed_login_brandings (
    pool_id     TEXT COLLATE "C" NOT NULL,
    branding_id TEXT COLLATE "C" NOT NULL,
    client_id   TEXT COLLATE "C" NOT NULL,
    config      TEXT COLLATE "C" NOT NULL, -- ManagedLoginBrandingType as JSON
    PRIMARY KEY (pool_id, branding_id)
);

CREATE UNIQUE INDEX managed_login_brandings_by_client ON managed_login_brandings (pool_id, client_id);

CREATE TABLE terms (
    pool_id   TEXT COLLATE "C" NOT NULL,
    terms_id  TEXT COLLATE "C" NOT NULL,
    client_id TEXT COLLATE "C" NOT NULL,
    name      TEXT COLLATE "C" NOT NULL,
    config    TEXT COLLATE "C" NOT NULL, -- TermsType as JSON
    PRIMARY KEY (pool_id, terms_id)
);

CREATE UNIQUE INDEX terms_by_client ON terms (pool_id, client_id, name);
