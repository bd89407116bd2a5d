package dev.cognate.transfer;

import static dev.cognate.transfer.Column.bytes;
import static dev.cognate.transfer.Column.flag;
import static dev.cognate.transfer.Column.json;
import static dev.cognate.transfer.Column.number;
import static dev.cognate.transfer.Column.secret;
import static dev.cognate.transfer.Column.text;
import static dev.cognate.transfer.Column.time;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tables that go into the file, in the order of the file: a pool first, then what belongs to it. */
enum Kept {
    POOLS(0, text("region"), json("config"), json("factors").orNull(), time("created_at"), time("modified_at")),
    CLIENTS(1, text("client_id"), json("config"), time("created_at"), time("modified_at")),
    CLIENT_SECRETS(2, text("client_id"), text("secret_id"), secret("sealed", "client-secret"), time("created_at")),
    SIGNING_KEYS(1, text("token_use"), secret("sealed", "signing-key"), time("created_at")),
    RETIRED_KEYS(1, text("key_id"), text("token_use"), bytes("public_key"), time("expires_at")),
    RESOURCE_SERVERS(1, text("identifier"), json("config")),
    DOMAINS(2, text("region"), text("name"), json("config")),
    IDENTITY_PROVIDERS(
            1,
            text("name"),
            json("config"),
            secret("sealed", "identity-provider"),
            text("metadata").orNull(),
            time("metadata_at").orNull()),
    IDENTITY_PROVIDER_IDENTIFIERS(1, text("identifier"), text("name")),
    UI_CUSTOMIZATIONS(
            1,
            text("client_id"),
            text("version"),
            text("css").orNull(),
            bytes("image").orNull(),
            time("created_at"),
            time("modified_at")),
    MANAGED_LOGIN_BRANDINGS(1, text("branding_id"), text("client_id"), json("config")),
    TERMS(1, text("terms_id"), text("client_id"), text("name"), json("config")),
    LOG_DELIVERIES(1, text("event_source"), json("config")),
    POOL_REPLICAS(1, text("region"), text("status"), time("created_at")),
    SESSION_SETTINGS(1, text("client_id"), json("config")),
    RISK_SETTINGS(1, text("client_id"), json("config")),
    USER_GROUPS(
            1,
            text("name"),
            text("group_id"),
            text("description").orNull(),
            text("role_arn").orNull(),
            number("precedence").orNull(),
            time("created_at"),
            time("modified_at")),
    USERS(
            1,
            text("sub"),
            text("username"),
            text("status"),
            flag("enabled"),
            json("attributes"),
            secret("verifier", "srp-verifier").orNull(),
            time("created_at"),
            time("modified_at")),
    USER_NAMES(2, text("name"), text("kind"), text("sub")),
    GROUP_MEMBERS(2, text("sub"), text("group_id")),
    FORMER_PASSWORDS(2, text("sub"), text("password_id"), secret("verifier", "srp-verifier")),
    TEMPORARY_PASSWORDS(1, text("sub"), time("expires_at")),
    IMPORTED_HASHES(1, text("sub"), secret("sealed", "imported-hash")),
    PENDING_ATTRIBUTES(2, text("sub"), text("attribute"), text("value"), time("created_at")),
    IDENTITIES(3, text("provider"), text("claim"), text("value"), text("sub"), time("created_at")),
    USER_SETTINGS(
            1,
            text("sub"),
            flag("sms_mfa"),
            flag("sms_option"),
            flag("email_mfa"),
            flag("token_mfa"),
            flag("passkey_mfa"),
            text("preferred").orNull()),
    SOFTWARE_TOKENS(
            1,
            text("sub"),
            secret("pending", "totp-seed").orNull(),
            secret("verified", "totp-seed").orNull(),
            text("name").orNull(),
            number("last_step")),
    PASSKEYS(
            1,
            text("credential_id"),
            text("sub"),
            text("rp_id"),
            bytes("credential"),
            number("sign_count"),
            flag("backup_eligible"),
            text("attachment").orNull(),
            text("transports"),
            text("name"),
            time("created_at")),
    DEVICES(
            2,
            text("sub"),
            text("device_key"),
            text("group_key").orNull(),
            text("name").orNull(),
            flag("remembered"),
            secret("verifier", "device-verifier"),
            text("last_ip"),
            time("created_at"),
            time("modified_at"),
            time("authenticated_at"));

    /** How many columns of text, the first ones, tell the rows of a pool apart. */
    private final int keys;

    @SuppressWarnings("ImmutableEnumChecker") // What List.of makes never changes.
    private final List<Column> columns;

    Kept(int keys, Column... columns) {
        this.keys = keys;
        this.columns = List.of(columns);
    }

    /** The table's name in the schema, and in the file. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns that tell the rows of a pool apart. */
    List<String> keys() {
        return columns.subList(0, keys).stream().map(Column::name).toList();
    }

    /** The values of the keys of a row. */
    List<String> keys(@Nullable Object[] row) {
        return Arrays.stream(row).limit(keys).map(String::valueOf).toList();
    }

    /** How many rows are held at a time; a row of a look may have megabytes. */
    int page() {
        return this == UI_CUSTOMIZATIONS || this == MANAGED_LOGIN_BRANDINGS ? 8 : 512;
    }

    /** The table of that name, null when it is none of the file's. */
    static @Nullable Kept of(String table) {
        for (Kept kept : values()) {
            if (kept.table().equals(table)) {
                return kept;
            }
        }
        return null;
    }
}
