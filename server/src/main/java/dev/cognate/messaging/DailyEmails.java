package dev.cognate.messaging;

import dev.cognate.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts the emails of the default sender by day; a day begins at 09:00 UTC. Reference: lifecycle A12. */
final class DailyEmails {
    private static final Duration START_OF_DAY = Duration.ofHours(9);

    private DailyEmails() {}

    /** Counts one email, and says whether it was within the limit; nothing is counted when it was not. */
    static boolean count(Tx tx, Instant now, int limit) {
        return tx.update("""
                INSERT INTO daily_emails (day, sent) VALUES (?, 1)
                ON CONFLICT (day) DO UPDATE SET sent = daily_emails.sent + 1 WHERE daily_emails.sent < ?
                """, day(now), limit) == 1;
    }

    private static String day(Instant now) {
        return LocalDate.ofInstant(now.minus(START_OF_DAY), ZoneOffset.UTC).toString();
    }
}
