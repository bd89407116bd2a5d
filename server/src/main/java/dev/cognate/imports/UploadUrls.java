package dev.cognate.imports;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The URLs to which the CSV files of jobs are PUT:
 * {@code …/_cognate/imports/<pool>/<job>?X-Amz-Algorithm=…&X-Amz-Date=…&X-Amz-Expires=900&X-Amz-Signature=…}. They have
 * the form of S3's, the signature is a keyed hash of this server's key ring. A job's URL is always the same one.
 */
final class UploadUrls {
    /** The path below which files are PUT. */
    static final String PATH = "/_cognate/imports";

    /** How long a URL is good. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String PURPOSE = "import-upload";
    private static final String ALGORITHM = "COGNATE-HMAC-SHA256";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KeyRing keys;
    private final InstantSource clock;
    private final Supplier<String> base;

    /**
     * URLs under these keys.
     *
     * @param base what they begin with, such as {@code http://127.0.0.1:2646}
     */
    UploadUrls(KeyRing keys, InstantSource clock, Supplier<String> base) {
        this.keys = keys;
        this.clock = clock;
        this.base = base;
    }

    /** The URL of a job. */
    String of(JobKey job, Instant created) {
        String date = DATE.format(created);
        String seconds = String.valueOf(LIFE.toSeconds());
        return base.get() + PATH + "/" + job.pool() + "/" + job.id() + "?X-Amz-Algorithm=" + ALGORITHM + "&X-Amz-Date="
                + date + "&X-Amz-Expires=" + seconds + "&X-Amz-Signature="
                + HexFormat.of().formatHex(signature(job, date, seconds));
    }

    /** What a URL is worth now. */
    Worth worth(Imports.SignedUpload asked) {
        JobKey job = new JobKey(new PoolId(asked.pool()), asked.job());
        byte[] expected = signature(job, asked.date(), asked.expires());
        byte[] presented = bytes(asked.signature());
        if (presented == null || !ConstantTime.equals(expected, presented)) {
            return Worth.FORGED;
        }
        Instant end = DATE.parse(asked.date(), Instant::from).plus(Duration.ofSeconds(Long.parseLong(asked.expires())));
        return clock.instant().isBefore(end) ? Worth.GOOD : Worth.EXPIRED;
    }

    /** Whether a URL opens the door. */
    enum Worth {
        GOOD,
        EXPIRED,
        FORGED
    }

    private byte[] signature(JobKey job, String date, String expires) {
        return keys.hash(PURPOSE, job.pool().value(), job.id(), date, expires);
    }

    private static byte @Nullable [] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
