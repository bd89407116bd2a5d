package dev.cognate.mfa;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.mfa.UserFactors.Token;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code user_settings}. */
final class SettingsTable {
    private SettingsTable() {}

    /** What the user decided. */
    static UserFactors find(Tx tx, PoolId pool, Sub sub, Token token) {
        UserFactors found = tx.first("""
                SELECT sms_mfa, email_mfa, token_mfa, preferred, passkey_mfa, sms_option FROM user_settings
                WHERE pool_id = ? AND sub = ?""", row -> read(row, token), pool.value(), sub.value());
        return found == null ? new UserFactors(Set.of(), null, false, false, token) : found;
    }

    private static UserFactors read(Row row, Token token) {
        Set<MfaFactor> chosen = EnumSet.noneOf(MfaFactor.class);
        List<MfaFactor> columns = List.of(MfaFactor.SMS_MFA, MfaFactor.EMAIL_OTP, MfaFactor.SOFTWARE_TOKEN_MFA);
        for (int i = 0; i < columns.size(); i++) {
            if (row.bool(i + 1)) {
                chosen.add(columns.get(i));
            }
        }
        String preferred = row.nullableString(4);
        return new UserFactors(
                chosen, preferred == null ? null : MfaFactor.valueOf(preferred), row.bool(5), row.bool(6), token);
    }

    static void put(Tx tx, PoolId pool, Sub sub, UserFactors factors) {
        tx.update(
                """
                INSERT INTO user_settings
                    (pool_id, sub, sms_mfa, email_mfa, token_mfa, preferred, passkey_mfa, sms_option)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub) DO UPDATE SET sms_mfa = excluded.sms_mfa, email_mfa = excluded.email_mfa,
                    token_mfa = excluded.token_mfa, preferred = excluded.preferred,
                    passkey_mfa = excluded.passkey_mfa, sms_option = excluded.sms_option""",
                pool.value(),
                sub.value(),
                factors.chosen().contains(MfaFactor.SMS_MFA),
                factors.chosen().contains(MfaFactor.EMAIL_OTP),
                factors.chosen().contains(MfaFactor.SOFTWARE_TOKEN_MFA),
                factors.preferredSetting(),
                factors.passkey(),
                factors.smsOption());
    }

    /** Of users who have no row yet: codes by SMS. */
    static void insertWithSms(Tx tx, PoolId pool, List<Sub> subs) {
        ManyRows.insert(
                tx,
                "user_settings (pool_id, sub, sms_mfa)",
                subs.stream()
                        .map(sub -> new @Nullable Object[] {pool.value(), sub.value(), true})
                        .toList());
    }

    static void delete(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_settings WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
