package dev.cognate.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an answer by SRP claims: a signature over the secret block and the time.
 *
 * @param timestamp as the client wrote it; the text itself is signed
 */
record SrpClaim(byte[] signature, byte[] block, String timestamp) {
    /** The name of the block. */
    static final String SECRET_BLOCK = "PASSWORD_CLAIM_SECRET_BLOCK";

    /** The names that such an answer must have. */
    static final List<String> REQUIRED = List.of("PASSWORD_CLAIM_SIGNATURE", SECRET_BLOCK, "TIMESTAMP");

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** The claim of an answer; null when it has no form, or is not of now. Reference: auth 6.1, 9.4. */
    static @Nullable SrpClaim of(Parameters parameters, Instant now) {
        String timestamp = parameters.require("TIMESTAMP");
        try {
            LocalDateTime time = LocalDateTime.parse(timestamp, TIMESTAMP);
            Duration off = Duration.between(time.toInstant(ZoneOffset.UTC), now).abs();
            // Parsing is more generous than the clients are, which write days without a leading zero.
            if (off.compareTo(TOLERANCE) > 0 || !TIMESTAMP.format(time).equals(timestamp)) {
                return null;
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return new SrpClaim(
                    base64.decode(parameters.require("PASSWORD_CLAIM_SIGNATURE")),
                    base64.decode(parameters.require(SECRET_BLOCK)),
                    timestamp);
        } catch (DateTimeParseException | IllegalArgumentException noForm) {
            return null;
        }
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "SrpClaim[***]";
    }
}
