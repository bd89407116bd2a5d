package dev.cognate.signin;

import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.User;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import dev.cognate.wire.model.ChallengeNameType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in stands between two requests. The client holds it, sealed; it is good for one right answer, by this
 * client, to this challenge. Reference: auth 8. Does not print what it holds.
 *
 * @param id a UUID
 * @param signIn the sign-in that it is a step of
 * @param sub the user, or the id of a name without one
 * @param challenge what it is good for
 * @param expires when it is over
 * @param carried what the rest of the sign-in needs to know
 */
record Session(
        String id,
        SignInId signIn,
        PoolId pool,
        ClientId client,
        Sub sub,
        ChallengeNameType challenge,
        Instant expires,
        Carried carried)
        implements Shape {

    /**
     * What a sign-in takes along from step to step.
     *
     * @param replaced whether a temporary password was replaced on the way
     * @param conversation the id of the {@link Conversation} with the pool's functions; null where these do not decide
     * @param device the key of the device that requests named, null for none
     * @param ready whether a second factor was set up on the way, and only has to be reported
     * @param password the mark of the password that was proved, null where none was
     * @param asked what this step asks for, null for what needs no memory
     */
    record Carried(
            boolean replaced,
            @Nullable String conversation,
            @Nullable String device,
            boolean ready,
            @Nullable String password,
            @Nullable Asked asked) {
        /** Nothing. */
        static final Carried NOTHING = new Carried(false, null, null, false, null, null);

        /** After the user's password was proved. */
        Carried by(User user) {
            KeptPassword proved = user.password();
            return new Carried(replaced, conversation, device, ready, proved == null ? null : proved.mark(), asked);
        }

        /** Whether the user still has the password that was proved, if one was. */
        boolean isStillOf(User user) {
            KeptPassword present = user.password();
            return password == null || (present != null && password.equals(present.mark()));
        }

        /** After a temporary password was replaced by the one that the user has now. */
        Carried withReplacedPassword(User user) {
            return new Carried(true, conversation, device, ready, null, null).by(user);
        }

        Carried in(@Nullable String talk) {
            return new Carried(replaced, talk, device, ready, password, null);
        }

        Carried on(@Nullable String deviceKey) {
            return deviceKey == null ? this : new Carried(replaced, conversation, deviceKey, ready, password, asked);
        }

        Carried withFactorReady() {
            return new Carried(replaced, conversation, device, true, password, null);
        }

        Carried asking(@Nullable Asked next) {
            return new Carried(replaced, conversation, device, ready, password, next);
        }

        /** The code that was asked for, null for none. */
        @Nullable SentCode code() {
            return asked instanceof SentCode code ? code : null;
        }
    }

    /** What a step asks for. */
    sealed interface Asked {}

    /**
     * A code that was sent.
     *
     * @param hash its keyed hash, in hexadecimal digits
     * @param attribute where it was sent: {@code email} or {@code phone_number}
     * @param address a keyed hash of the address, which must still be the user's
     * @param given the address itself where the user gave it on the way and does not have it yet, otherwise null
     * @param firstFactor whether it stands in for a password
     */
    record SentCode(
            String hash,
            String attribute,
            String address,
            @Nullable String given,
            boolean firstFactor) implements Asked {

        @Override
        public String toString() {
            return "SentCode[***]";
        }
    }

    /**
     * A challenge for a passkey.
     *
     * @param challenge its bytes, in Base64url
     */
    record PasskeyChallenge(String challenge) implements Asked {
        @Override
        public String toString() {
            return "PasskeyChallenge[***]";
        }
    }

    /** A code of the seed that the user was handed out, to set an authenticator app up. */
    record SeedHandedOut() implements Asked {}

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("id", id);
        out.member("signIn", signIn.value());
        out.member("pool", pool.value());
        out.member("client", client.value());
        out.member("sub", sub.value());
        out.member("challenge", challenge);
        out.member("expires", (Long) expires.toEpochMilli());
        out.member("conversation", carried.conversation);
        out.member("replaced", (Boolean) carried.replaced);
        out.member("device", carried.device);
        out.member("ready", (Boolean) carried.ready);
        out.member("password", carried.password);
        switch (carried.asked) {
            case null -> {}
            case SentCode code -> {
                out.member("code", code.hash);
                out.member("attribute", code.attribute);
                out.member("address", code.address);
                out.member("given", code.given);
                out.member("first", (Boolean) code.firstFactor);
            }
            case PasskeyChallenge passkey -> out.member("passkey", passkey.challenge);
            case SeedHandedOut() -> out.member("seed", (Boolean) true);
        }
        out.endObject();
    }

    static Session read(JsonInput in, Path at, Violations violations) {
        Members members = new Members();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            members.read(name, in);
        }
        return members.session();
    }

    /** The members as they come. */
    private static final class Members {
        private final Map<String, String> texts = new HashMap<>();
        private long expires;
        private boolean replaced;
        private boolean first;
        private boolean ready;
        private boolean seed;

        void read(String name, JsonInput in) {
            switch (name) {
                case "expires" -> expires = Objects.requireNonNull(in.integer());
                case "replaced" -> replaced = Boolean.TRUE.equals(in.bool());
                case "ready" -> ready = Boolean.TRUE.equals(in.bool());
                case "seed" -> seed = Boolean.TRUE.equals(in.bool());
                case "first" -> first = Boolean.TRUE.equals(in.bool());
                default -> texts.put(name, Objects.requireNonNull(in.string()));
            }
        }

        Session session() {
            return new Session(
                    text("id"),
                    new SignInId(text("signIn")),
                    new PoolId(text("pool")),
                    new ClientId(text("client")),
                    new Sub(text("sub")),
                    Objects.requireNonNull(ChallengeNameType.of(text("challenge"))),
                    Instant.ofEpochMilli(expires),
                    new Carried(
                            replaced,
                            texts.get("conversation"),
                            texts.get("device"),
                            ready,
                            texts.get("password"),
                            asked()));
        }

        private @Nullable Asked asked() {
            String code = texts.get("code");
            String passkey = texts.get("passkey");
            if (code != null) {
                return new SentCode(code, text("attribute"), text("address"), texts.get("given"), first);
            }
            if (passkey != null) {
                return new PasskeyChallenge(passkey);
            }
            return seed ? new SeedHandedOut() : null;
        }

        private String text(String name) {
            return Objects.requireNonNull(texts.get(name), "A session of this server is complete");
        }
    }

    @Override
    public String toString() {
        return "Session[" + challenge + " ***]";
    }
}
