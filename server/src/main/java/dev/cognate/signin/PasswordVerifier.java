package dev.cognate.signin;

import dev.cognate.crypto.SrpServer;
import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * PASSWORD_VERIFIER: the client's signature shows that it knows the password. Whatever is wrong is said in one way; a wrong
 * signature counts. A session beside the secret block is ignored. Reference: auth 6.1, 9.
 */
final class PasswordVerifier implements Challenge {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Store store;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final SrpExchange srp;
    private final Continuation continuation;

    PasswordVerifier(Ground ground, SrpExchange srp, Continuation continuation) {
        this.store = ground.with().store();
        this.clock = ground.with().clock();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.srp = srp;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of("PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "TIMESTAMP");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Claim claim = claim(step.parameters());
        SrpExchange.Block block = claim == null ? null : srp.open(claim.block);
        if (claim == null || block == null || !isGood(block.session(), step, claimant)) {
            throw PlainPassword.incorrect();
        }
        User user = prove(step, claimant, block, claim);
        return continuation.after(
                step, new Proven(user, Proven.Proof.PASSWORD, block.session().carried()));
    }

    private record Claim(byte[] signature, byte[] block, String timestamp) {}

    /** What is claimed; null when it has no form, or is not of now. */
    private @Nullable Claim claim(Parameters parameters) {
        String timestamp = parameters.require("TIMESTAMP");
        try {
            Instant time = LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC);
            boolean isOfNow = Duration.between(time, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
            Base64.Decoder base64 = Base64.getDecoder();
            return isOfNow
                    ? new Claim(
                            base64.decode(parameters.require("PASSWORD_CLAIM_SIGNATURE")),
                            base64.decode(parameters.require("PASSWORD_CLAIM_SECRET_BLOCK")),
                            timestamp)
                    : null;
        } catch (DateTimeParseException | IllegalArgumentException noForm) {
            return null;
        }
    }

    private boolean isGood(Session session, Step step, Claimant claimant) {
        return Sessions.isOf(session, step, claimant) && sessions.isGood(session);
    }

    private User prove(Step step, Claimant claimant, SrpExchange.Block block, Claim claim) {
        if (claimant instanceof Claimant.Known(User user)) {
            standing.require(user);
        }
        Session session = block.session();
        lockout.requireOpen(session.pool(), session.sub());
        SrpServer.Claim signed = new SrpServer.Claim(
                step.pool().shortName(), SrpExchange.uid(step.pool(), claimant), claim.block, claim.timestamp);
        boolean right = block.exchange().proves(srp.verifier(step.pool(), claimant), signed, claim.signature);
        return switch (claimant) {
            case Claimant.Known(User user) when right -> {
                use(session);
                yield user;
            }
            case Claimant.Known _, Claimant.Unknown _ ->
                throw lockout.wrong(session.pool(), session.sub(), PlainPassword.incorrect());
        };
    }

    private void use(Session session) {
        Fault refusal = store.write(tx -> {
            if (lockout.isLocked(tx, session.pool(), session.sub())) {
                return Lockout.locked();
            }
            return sessions.used(tx, session) ? null : new NotAuthorizedException(Texts.INCORRECT);
        });
        if (refusal != null) {
            throw refusal;
        }
    }
}
