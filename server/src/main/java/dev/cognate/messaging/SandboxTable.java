package dev.cognate.messaging;

import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;

/** The SQL of the phone numbers that the SMS sandbox lets through. */
final class SandboxTable {
    private SandboxTable() {}

    static int insert(Tx tx, String account, String number, Instant now) {
        return tx.update("""
                INSERT INTO sms_sandbox (account, phone_number, verified_at) VALUES (?, ?, ?)
                ON CONFLICT (account, phone_number) DO NOTHING
                """, account, number, now);
    }

    static List<String> list(Tx tx, String account) {
        return tx.list(
                "SELECT phone_number FROM sms_sandbox WHERE account = ? ORDER BY phone_number",
                row -> row.string(1),
                account);
    }

    static boolean contains(Tx tx, String account, String number) {
        return tx.first(
                        "SELECT phone_number FROM sms_sandbox WHERE account = ? AND phone_number = ?",
                        row -> row.string(1),
                        account,
                        number)
                != null;
    }

    static boolean delete(Tx tx, String account, String number) {
        return tx.update("DELETE FROM sms_sandbox WHERE account = ? AND phone_number = ?", account, number) == 1;
    }
}
