package dev.cognate.mfa;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import java.io.ByteArrayOutputStream;

/** An authenticator app in the hands of a user of a test pool; it shows codes by the clock of the server. */
public final class TestApp {
    /** What makes a pool take codes of apps, for {@link #take}. */
    public static final String TOKENS = "\"SoftwareTokenMfaConfiguration\":{\"Enabled\":true}";

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TestPool pool;
    private final byte[] seed;

    private TestApp(TestPool pool, String secretCode) {
        this.pool = pool;
        this.seed = decode(secretCode);
    }

    /** Makes a pool take factors: OPTIONAL or ON, and the blocks of SetUserPoolMfaConfig. */
    public static void take(TestPool pool, String mfa, String blocks) {
        String members = "\"MfaConfiguration\":\"" + mfa + "\"," + blocks;
        Reply reply = pool.adminCall("SetUserPoolMfaConfig", members);
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
    }

    /** An app that a user has just scanned the seed into. */
    public static TestApp associated(TestPool pool, String accessToken) {
        return of(pool, pool.callAs(accessToken, "AssociateSoftwareToken", "").member("SecretCode"));
    }

    /** An app with a seed. */
    public static TestApp of(TestPool pool, String secretCode) {
        return new TestApp(pool, secretCode);
    }

    /** An app of which the server has seen a code; that code is used up. */
    public static TestApp verified(TestPool pool, String accessToken) {
        TestApp app = associated(pool, accessToken);
        Reply reply = app.verify(accessToken);
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
        return app;
    }

    /** An app that is switched on as the user's preferred factor. */
    public static TestApp preferred(TestPool pool, String accessToken) {
        TestApp app = verified(pool, accessToken);
        Reply reply = pool.callAs(
                accessToken,
                "SetUserMFAPreference",
                "\"SoftwareTokenMfaSettings\":{\"Enabled\":true,\"PreferredMfa\":true}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
        return app;
    }

    /** Shows the server the present code. */
    public Reply verify(String accessToken) {
        return pool.callAs(accessToken, "VerifySoftwareToken", "\"UserCode\":\"" + code() + "\"");
    }

    /** The present code. */
    public String code() {
        return code(0);
    }

    /** The code of some time steps later, or earlier. */
    public String code(int stepsLater) {
        return Totp.code(seed, Totp.step(pool.server().clock().instant()) + stepsLater);
    }

    private static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int kept = 0;
        for (int i = 0; i < base32.length(); i++) {
            kept = kept << 5 | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(kept >> bits);
                kept &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
