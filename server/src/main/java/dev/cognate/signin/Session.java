package dev.cognate.signin;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
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
 * @param sub the user, or the id of a name without one
 * @param challenge what it is good for
 * @param expires when it is over
 * @param carried what the rest of the sign-in needs to know
 */
record Session(
        String id, PoolId pool, ClientId client, Sub sub, ChallengeNameType challenge, Instant expires, Carried carried)
        implements Shape {

    /**
     * What a sign-in takes along from step to step.
     *
     * @param replaced whether a temporary password was replaced on the way
     * @param conversation the id of the {@link Conversation} with the pool's functions; null where these do not decide
     * @param code what was sent for this step, null for nothing
     */
    record Carried(
            boolean replaced, @Nullable String conversation, @Nullable SentCode code) {
        /** Nothing. */
        static final Carried NOTHING = new Carried(false, null, null);

        Carried withReplacedPassword() {
            return new Carried(true, conversation, null);
        }

        Carried with(SentCode sent) {
            return new Carried(replaced, conversation, sent);
        }

        Carried withoutCode() {
            return new Carried(replaced, conversation, null);
        }

        Carried in(String talk) {
            return new Carried(replaced, talk, null);
        }
    }

    /**
     * A code that was sent.
     *
     * @param hash its keyed hash, in hexadecimal digits
     * @param attribute where it was sent: {@code email} or {@code phone_number}
     * @param address a keyed hash of the address, which must still be the user's
     * @param firstFactor whether it stands in for a password
     */
    record SentCode(String hash, String attribute, String address, boolean firstFactor) {

        @Override
        public String toString() {
            return "SentCode[***]";
        }
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("id", id);
        out.member("pool", pool.value());
        out.member("client", client.value());
        out.member("sub", sub.value());
        out.member("challenge", challenge);
        out.member("expires", (Long) expires.toEpochMilli());
        out.member("conversation", carried.conversation);
        out.member("replaced", (Boolean) carried.replaced);
        SentCode code = carried.code;
        if (code != null) {
            out.member("code", code.hash);
            out.member("attribute", code.attribute);
            out.member("address", code.address);
            out.member("first", (Boolean) code.firstFactor);
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

        void read(String name, JsonInput in) {
            switch (name) {
                case "expires" -> expires = Objects.requireNonNull(in.integer());
                case "replaced" -> replaced = Boolean.TRUE.equals(in.bool());
                case "first" -> first = Boolean.TRUE.equals(in.bool());
                default -> texts.put(name, Objects.requireNonNull(in.string()));
            }
        }

        Session session() {
            String code = texts.get("code");
            SentCode sent = code == null ? null : new SentCode(code, text("attribute"), text("address"), first);
            return new Session(
                    text("id"),
                    new PoolId(text("pool")),
                    new ClientId(text("client")),
                    new Sub(text("sub")),
                    Objects.requireNonNull(ChallengeNameType.of(text("challenge"))),
                    Instant.ofEpochMilli(expires),
                    new Carried(replaced, texts.get("conversation"), sent));
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
