package dev.cognate.users;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ProviderUserIdentifierType;

/**
 * A user as an identity provider knows it. Prints the provider only.
 *
 * @param provider the provider's name in the pool; {@code Cognito} for the pool itself
 * @param claim what tells the provider's users apart: {@code Cognito_Subject} for its own id of a user, or a claim
 * @param value the user's id, or the claim's value; in the pool itself, the username
 */
record ProviderUser(String provider, String claim, String value) {
    private static final String POOL = "Cognito";
    private static final String SUBJECT = "Cognito_Subject";

    /**
     * The user of a request. Without an attribute's name the value is the provider's own id.
     *
     * @throws InvalidParameterException it lacks the provider's name or the value
     */
    static ProviderUser of(ProviderUserIdentifierType identifier) {
        String provider = identifier.providerName();
        String value = identifier.providerAttributeValue();
        String claim = identifier.providerAttributeName();
        if (provider == null || value == null || value.isEmpty()) {
            throw new InvalidParameterException(Texts.INCOMPLETE_PROVIDER_USER);
        }
        return new ProviderUser(provider, claim == null || claim.isEmpty() ? SUBJECT : claim, value);
    }

    /** Whether the user is the pool's own. */
    boolean isLocal() {
        return provider.equals(POOL);
    }

    /** The username of the profile that the user's own sign-in makes or would make. */
    String profileName() {
        return isLocal() ? value : provider + "_" + value;
    }

    @Override
    public String toString() {
        return "ProviderUser[" + provider + "]";
    }
}
