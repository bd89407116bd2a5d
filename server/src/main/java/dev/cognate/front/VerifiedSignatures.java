package dev.cognate.front;

import dev.cognate.wire.ProtocolFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares each signature with the one that this server makes of the same request. Only header signatures: query
 * signatures and temporary credentials are refused.
 */
final class VerifiedSignatures implements Signatures {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessKeys keys;
    private final InstantSource clock;
    private final Set<String> regions;

    VerifiedSignatures(AccessKeys keys, InstantSource clock, Set<String> regions) {
        this.keys = keys;
        this.clock = clock;
        this.regions = Set.copyOf(regions);
    }

    @Override
    public Signer signer(Request request, String service) {
        Authorization authorization = Authorization.of(request);
        String date = request.headers().first("X-Amz-Date");
        if (date == null) {
            throw new ProtocolFault("IncompleteSignatureException", AuthTexts.DATE_MISSING);
        }
        checkScope(authorization, service, date);
        checkSignedHeaders(authorization);
        SecretAccessKey secret = secret(request, authorization);
        checkTime(date);
        byte[] right = SigV4.signature(request, authorization, date, secret).getBytes(StandardCharsets.US_ASCII);
        byte[] given = authorization.signature().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, given)) {
            throw invalid(AuthTexts.MISMATCH);
        }
        return new Signer(authorization.accessKeyId(), authorization.region());
    }

    private void checkScope(Authorization authorization, String service, String date) {
        if (!authorization.terminator().equals(SigV4.TERMINATOR)) {
            throw invalid(AuthTexts.TERMINATOR);
        }
        if (!authorization.service().equals(service)) {
            throw invalid(AuthTexts.service(service));
        }
        if (!regions.isEmpty() && !regions.contains(authorization.region())) {
            throw invalid(AuthTexts.REGION);
        }
        instant(date);
        if (!date.startsWith(authorization.date()) || authorization.date().length() != 8) {
            throw invalid(AuthTexts.scopeDate(authorization.date(), date));
        }
    }

    /** What the signature must cover: otherwise it could be taken from one request and put on another. */
    private static void checkSignedHeaders(Authorization authorization) {
        requireSigned(authorization, "host", "'Host' or ':authority'");
        requireSigned(authorization, "x-amz-date", "'X-Amz-Date'");
        requireSigned(authorization, "x-amz-target", "'X-Amz-Target'");
    }

    private static void requireSigned(Authorization authorization, String header, String name) {
        if (!authorization.signedHeaders().contains(header)) {
            throw invalid(AuthTexts.mustBeSigned(name));
        }
    }

    private SecretAccessKey secret(Request request, Authorization authorization) {
        SecretAccessKey secret = keys.find(authorization.accessKeyId());
        boolean temporary = request.headers().first("X-Amz-Security-Token") != null;
        if (secret == null || temporary) {
            throw new ProtocolFault("UnrecognizedClientException", AuthTexts.UNKNOWN_KEY);
        }
        return secret;
    }

    private void checkTime(String date) {
        Instant signed = instant(date);
        Instant now = clock.instant();
        Instant earliest = now.minus(TOLERANCE);
        Instant latest = now.plus(TOLERANCE);
        if (signed.isBefore(earliest)) {
            throw invalid(AuthTexts.expired(date, BASIC.format(earliest), BASIC.format(now)));
        }
        if (signed.isAfter(latest)) {
            throw invalid(AuthTexts.notYetCurrent(date, BASIC.format(latest), BASIC.format(now)));
        }
    }

    private static Instant instant(String date) {
        try {
            return Instant.from(BASIC.parse(date));
        } catch (DateTimeException _) {
            throw new ProtocolFault("IncompleteSignatureException", AuthTexts.DATE_FORM);
        }
    }

    private static ProtocolFault invalid(@Nullable String message) {
        return new ProtocolFault("InvalidSignatureException", message);
    }
}
