package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.wire.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tokens are issued for: a user has proved who it is, and a client is to act for it.
 *
 * @param client who gets the tokens; its settings decide how long they are good and what they show
 * @param user the user, as the steps of the sign-in found it
 * @param proof how the user proved it
 * @param occasion what the PreTokenGeneration function is told of it
 * @param consent what was asked for at the OAuth endpoints; null for a sign-in through the API, which gives everything
 *     that the client may read
 */
public record Grant(
        Client client,
        User user,
        Proof proof,
        Occasion occasion,
        @Nullable Consent consent) {

    /** A grant of a sign-in through the API. */
    public Grant(Client client, User user, Proof proof, Occasion occasion) {
        this(client, user, proof, occasion, null);
    }

    /** The SSO session that the sign-in comes through, null for none. */
    @Nullable String ssoSession() {
        return consent == null ? null : consent.ssoSession();
    }

    /**
     * How a user proved who it is.
     *
     * @param id names the sign-in in tokens ({@code event_id}) and events; fresh for each sign-in
     * @param time when; {@code auth_time} in tokens
     * @param deviceKey the device that it happened on, null for none. A refresh token of a device is good on it only
     */
    public record Proof(SignInId id, Instant time, @Nullable String deviceKey) {}

    /**
     * Why tokens are issued.
     *
     * @param source the occasion
     * @param clientMetadata what the function is told of it: the request's own, null when it has none. That of
     *     (Admin)InitiateAuth is not for it (auth 3); that of RespondToAuthChallenge is
     * @param call the request
     */
    public record Occasion(
            TokenGenerationSource source, @Nullable Map<String, String> clientMetadata, Call call) {
        /** Leaves the metadata out. */
        @Override
        public String toString() {
            return "Occasion[" + source.wire() + " ***]";
        }
    }

    /**
     * What an OAuth client asked for and got.
     *
     * @param scopes what it may do; with {@code profile}, {@code email} or {@code phone} the ID token has these
     *     attributes only
     * @param nonce the ID token's {@code nonce}, null for none
     * @param ssoSession the browser's SSO session, null for none
     */
    public record Consent(
            List<String> scopes, @Nullable String nonce, @Nullable String ssoSession) {
        /** Copies the list. */
        public Consent {
            scopes = List.copyOf(scopes);
        }

        /** Of a browser without an SSO session. */
        public Consent(List<String> scopes, @Nullable String nonce) {
            this(scopes, nonce, null);
        }
    }
}
