package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import java.util.List;

/**
 * The SQL of what belongs to a pool in the tables of other rooms. Rows are only removed while their pool does not exist,
 * which the removing transaction itself looks up.
 */
final class Belongings {

    /** The tables whose key leads with the pool, each with the rest of its key. */
    enum Table {
        USERS("users", "sub"),
        USER_NAMES("user_names", "name, kind"),
        USER_SEARCH("user_search", "attribute, value, sub"),
        CODES("codes", "subject, kind"),
        USER_EVENTS("user_events", "sub, event_id"),
        FORMER_PASSWORDS("former_passwords", "sub, password_id"),
        TEMPORARY_PASSWORDS("temporary_passwords", "sub"),
        GROUPS("user_groups", "name"),
        GROUP_MEMBERS("group_members", "sub, group_id"),
        IMPORT_JOBS("import_jobs", "job_id"),
        IMPORT_CHUNKS("import_chunks", "job_id, upload_id, number"),
        IMPORT_LOG("import_log", "job_id, first_line"),
        IMPORTED_HASHES("imported_hashes", "sub"),
        SIGNING_KEYS("signing_keys", "token_use"),
        SIGN_INS("sign_ins", "sub, event_id"),
        PENDING_ATTRIBUTES("pending_attributes", "sub, attribute"),
        IDENTITIES("identities", "provider, claim, value"),
        USER_SETTINGS("user_settings", "sub"),
        DELIVERY_FAILURES("delivery_failures", "medium"),
        RESOURCE_SERVERS("resource_servers", "identifier"),
        DOMAINS("domains", "region, name"),
        IDENTITY_PROVIDERS("identity_providers", "name"),
        IDENTITY_PROVIDER_IDENTIFIERS("identity_provider_identifiers", "identifier"),
        UI_CUSTOMIZATIONS("ui_customizations", "client_id"),
        MANAGED_LOGIN_BRANDINGS("managed_login_brandings", "branding_id"),
        TERMS("terms", "terms_id"),
        LOG_DELIVERIES("log_deliveries", "event_source"),
        POOL_REPLICAS("pool_replicas", "region"),
        SESSION_SETTINGS("session_settings", "client_id"),
        SESSIONS("sessions", "sub, session_id"),
        RISK_SETTINGS("risk_settings", "client_id"),
        SOFTWARE_TOKENS("software_tokens", "sub"),
        DEVICES("devices", "sub, device_key"),
        PASSKEYS("passkeys", "credential_id"),
        PASSKEY_CHALLENGES("passkey_challenges", "sub"),
        USED_SESSIONS("used_sessions", "session_id"),
        WRONG_PASSWORDS("wrong_passwords", "subject"),
        CONVERSATIONS("conversations", "sub, conversation_id"),
        ROTATED_TOKENS("rotated_tokens", "sub, token_id"),
        RETIRED_KEYS("retired_keys", "key_id");

        private final String deleteSome;
        private final String orphans;

        Table(String sql, String key) {
            this.deleteSome = """
                    DELETE FROM %1$s WHERE (pool_id, %2$s) IN (SELECT pool_id, %2$s FROM %1$s WHERE pool_id = ? LIMIT ?)
                    AND NOT EXISTS (SELECT 1 FROM pools WHERE pool_id = ?)
                    """.formatted(sql, key);
            // From one pool to the next by the key: rows of one pool may be a million.
            this.orphans = """
                    WITH RECURSIVE found (id) AS (
                        SELECT MIN(pool_id) FROM %1$s
                        UNION ALL
                        SELECT (SELECT MIN(pool_id) FROM %1$s WHERE pool_id > found.id) FROM found
                        WHERE found.id IS NOT NULL)
                    SELECT id FROM found
                    WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pools WHERE pools.pool_id = found.id)
                    """.formatted(sql);
        }
    }

    /** The tables of messages, whose key is the message's id. */
    enum Messages {
        OUTBOX("outbox"),
        INBOX("inbox");

        private final String page;
        private final String delete;
        private final String orphans;

        Messages(String sql) {
            this.page = "SELECT message_id FROM %s WHERE pool_id = ? AND message_id > ? ORDER BY message_id LIMIT ?"
                    .formatted(sql);
            this.delete = "DELETE FROM %s WHERE message_id = ? AND NOT EXISTS (SELECT 1 FROM pools WHERE pool_id = ?)"
                    .formatted(sql);
            this.orphans = "SELECT DISTINCT pool_id FROM %s EXCEPT SELECT pool_id FROM pools".formatted(sql);
        }
    }

    private Belongings() {}

    /** Removes some rows of a deleted pool, at most the limit; returns how many. */
    static int delete(Tx tx, Table table, PoolId id, int limit) {
        return tx.update(table.deleteSome, id.value(), limit, id.value());
    }

    /** The first messages of a pool behind one; reads the table, so it has no place in a transaction that writes. */
    static List<String> messages(Tx tx, Messages table, PoolId id, String after, int limit) {
        return tx.list(table.page, row -> row.string(1), id.value(), after, limit);
    }

    /** Removes messages of a deleted pool. */
    static void delete(Tx tx, Messages table, PoolId id, List<String> messages) {
        for (String message : messages) {
            tx.update(table.delete, message, id.value());
        }
    }

    /** The deleted pools of which a table has rows. */
    static List<String> orphans(Tx tx, Table table) {
        return tx.list(table.orphans, row -> row.string(1));
    }

    /** The deleted pools of which a table has messages. */
    static List<String> orphans(Tx tx, Messages table) {
        return tx.list(table.orphans, row -> row.string(1));
    }
}
