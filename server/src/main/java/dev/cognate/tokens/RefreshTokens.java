package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.SealBroken;
import dev.cognate.directory.User;
import dev.cognate.store.ClockDifference;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads refresh tokens: sealed, so that nobody but this server can read or make one, and nothing of them has
 * to be stored. Clients of the service know five parts in Base64url with a certain header, so they get that.
 */
final class RefreshTokens {
    private static final String PURPOSE = "refresh-token";
    private static final String HEADER = "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ";
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final int PARTS = 5;

    /** Where a sealed text is cut: its names and random key part, its nonce, then the text, and 16 bytes of tag. */
    private static final int KEY_END = 17;

    private static final int NONCE_END = KEY_END + 12;
    private static final int TAG = 16;

    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    RefreshTokens(KeyRing keys, Randomness randomness, InstantSource clock) {
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The first refresh token of a sign-in. */
    String issue(Client client, User user, SignIn signIn) {
        return write(new RefreshToken(
                user.pool(),
                client.id(),
                user.sub(),
                user.username(),
                signIn.id(),
                randomness.uuid(),
                signIn.refreshableUntil()));
    }

    /** The one that replaces another; it ends when that one would have. */
    String next(RefreshToken token) {
        return write(new RefreshToken(
                token.pool(),
                token.client(),
                token.sub(),
                token.username(),
                token.signIn(),
                randomness.uuid(),
                token.expires()));
    }

    /** What a text says, null when this server did not write it. */
    @Nullable RefreshToken read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(HEADER)) {
            return null;
        }
        try {
            ByteArrayOutputStream sealed = new ByteArrayOutputStream();
            for (String part : Arrays.asList(parts).subList(1, PARTS)) {
                sealed.writeBytes(Base64.getUrlDecoder().decode(part));
            }
            String json = new String(keys.open(sealed.toByteArray(), PURPOSE), StandardCharsets.UTF_8);
            return JsonInput.decodeStored(json, RefreshToken::read);
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return null;
        }
    }

    private String write(RefreshToken token) {
        byte[] sealed = keys.seal(JsonOutput.encode(token), PURPOSE);
        int end = sealed.length - TAG;
        return String.join(
                ".",
                HEADER,
                part(sealed, 0, KEY_END),
                part(sealed, KEY_END, NONCE_END),
                part(sealed, NONCE_END, end),
                part(sealed, end, sealed.length));
    }

    private static String part(byte[] bytes, int start, int end) {
        return BASE64_URL.encodeToString(Arrays.copyOfRange(bytes, start, end));
    }

    /** Whether a token was exchanged for another one, longer ago than the client may use it again. */
    boolean isSpent(Tx tx, RefreshToken token) {
        return spent(tx, token) != null;
    }

    /** Since when a token that was exchanged for another one is not good any more; null while it is good. */
    @Nullable Instant spent(Tx tx, RefreshToken token) {
        Instant goodUntil = RotatedTokensTable.goodUntil(tx, token);
        return goodUntil == null || clock.instant().isBefore(goodUntil) ? null : goodUntil;
    }

    /**
     * Exchanges a token: the first use decides until when it may be used again.
     *
     * @return false when that is over
     */
    boolean rotate(Tx tx, Client client, RefreshToken token) {
        return RotatedTokensTable.insert(tx, token, clock.instant().plus(client.refreshTokenGrace()))
                || !isSpent(tx, token);
    }

    /** Forgets exchanged tokens that would have expired by now, whatever the clock of a node says; returns how many. */
    int sweep(Store store) {
        Instant over = clock.instant().minus(ClockDifference.LONGEST);
        return new Sweep<>((tx, most) -> RotatedTokensTable.expired(tx, over, most), RotatedTokensTable::delete)
                .in(store);
    }
}
