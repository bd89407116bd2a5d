package dev.cognate.signin;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of DEVICE_SRP_AUTH for clients that do not send them back (pycognito and its like). Such a client begins the
 * proof of its device with the same public number {@code SRP_A} by which it proved the password a moment before. That
 * number comes of a secret of the client's, travels within TLS only, and is told to nobody: who knows it is who proved
 * the password. So the session is found by it, the user, the client and the device, while it lasts; used once, it is used
 * up either way. Reference: auth 20.2, 25.
 */
final class DeviceSessions {
    private static final String PURPOSE = "device-session";

    private final Store store;
    private final KeyRing keys;
    private final Sessions sessions;
    private final SrpExchange srp;

    DeviceSessions(Ground ground, SrpExchange srp) {
        this.store = ground.with().store();
        this.keys = ground.with().keys();
        this.sessions = ground.sessions();
        this.srp = srp;
    }

    /** Keeps a session that answers a password proved by SRP. After any other proof there is no number to find it by. */
    void keep(Step step, Session session) {
        String block = step.parameters().find(SrpClaim.SECRET_BLOCK);
        BigInteger number = block == null ? null : srp.clientPublic(block);
        String device = session.carried().device();
        if (number == null || device == null) {
            return;
        }
        byte[] sealed = keys.seal(Sessions.plain(session), ConversationsTable.PURPOSE);
        ConversationsTable.Key key =
                new ConversationsTable.Key(session.pool(), session.sub(), id(step, device, number));
        store.write(tx -> {
            ConversationsTable.save(tx, key, sealed, session.expires());
            return true;
        });
    }

    /**
     * The session that this request would have sent, null for none. It may be used up or over.
     *
     * @param sub whose; nobody has any, and is told as much about a number that is none
     */
    @Nullable String find(Step step, Sub sub, String device) {
        BigInteger number = SrpExchange.publicNumber(step.parameters().require("SRP_A"));
        ConversationsTable.Key key = new ConversationsTable.Key(step.pool().id(), sub, id(step, device, number));
        byte[] sealed = store.read(tx -> ConversationsTable.find(tx, key));
        return sealed == null ? null : asSent(sealed);
    }

    /** What a client would send, null where it can be read no more: a key was dropped, or an earlier version kept it. */
    private @Nullable String asSent(byte[] sealed) {
        try {
            return sessions.seal(Sessions.parse(keys.open(sealed, ConversationsTable.PURPOSE)));
        } catch (SealBroken _) {
            return null;
        }
    }

    private String id(Step step, String device, BigInteger number) {
        byte[] hash = keys.hash(PURPOSE, step.client().id().value(), device, number.toString(16));
        return "device-" + HexFormat.of().formatHex(hash, 0, 16);
    }
}
