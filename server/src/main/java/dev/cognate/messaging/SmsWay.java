package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/**
 * How SMS leave.
 *
 * @param transport sends them, null for the inbox
 * @param origination the number that sends for pools that name none, null for none
 * @param needsOrigination whether an SMS without such a number is refused
 * @param sandbox whether only verified numbers get any
 */
public record SmsWay(
        @Nullable Transport transport, @Nullable String origination, boolean needsOrigination, boolean sandbox) {
    /** Into the inbox. */
    public static final SmsWay INBOX = new SmsWay(null, null, false, false);
}
