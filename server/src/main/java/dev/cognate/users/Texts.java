package dev.cognate.users;

import dev.cognate.directory.NameKind;

/** What this room tells clients. Reference: lifecycle A4, C5, F1, F12. */
final class Texts {
    static final String NO_USER = "User does not exist.";
    static final String DISABLED = "User is disabled.";
    static final String PREFERRED_USERNAME_TOO_EARLY =
            "Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred "
                    + "username alias.";
    static final String NOT_AN_ADDRESS = "Only email and phone_number can be verified.";
    static final String UNREACHABLE = "Invalid address provided/Unable to send the message";
    static final String BUSY = "Rate exceeded";

    /** AdminLinkProviderForUser: what is to be linked is the pool's own, or linked already. */
    static final String LOCAL_SOURCE =
            "Invalid SourceUser: Cognito users with a username/password may not be passed in "
                    + "as a SourceUser, only as a DestinationUser";

    /** AdminLinkProviderForUser: what is to be linked has signed in before. */
    static final String MERGING =
            "Merging is not currently supported, provide a SourceUser that has not been signed up "
                    + "in order to link";

    static final String TOO_MANY_LINKS = "A user can have at most 5 linked identities.";
    static final String INCOMPLETE_PROVIDER_USER = "ProviderName and ProviderAttributeValue are required.";

    static final String ONLY_SMS = "MFAOptions can only be SMS to phone_number.";
    static final String NO_PHONE_FOR_SMS = "User does not have delivery config set to turn on SMS_MFA";

    /** ListUsers. */
    static final String BAD_ATTRIBUTES_TO_GET = "Input fails to satisfy the constraints.";

    /** AdminCreateUser, before the rule that the temporary password breaks. */
    static final String POLICY_PREFIX = "Password did not conform with password policy: ";

    private Texts() {}

    /** An address, or an alias, that another user goes by. */
    static String taken(NameKind kind) {
        return "An account with the given " + kind.attribute() + " already exists.";
    }

    /** A code is asked for, and there is no address to send it to. */
    static String noValue(Address address) {
        return "User does not have " + address.attribute() + " set.";
    }

    /** The user's id is nobody's to delete. */
    static String notDeletable(String attribute) {
        return "user." + attribute + ": Attribute cannot be updated.\n";
    }
}
