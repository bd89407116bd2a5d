package dev.cognate.verification;

import dev.cognate.directory.User;
import dev.cognate.messaging.Destination;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.TooManyRequestsException;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a sign-up code goes. Reference: lifecycle A10. */
public final class CodeTarget {
    private CodeTarget() {}

    /** The attributes of which a new user gets a code at one: those that the pool verifies, the phone number first. */
    public static List<VerifiedAttributeType> candidates(Pool pool) {
        return Stream.of(VerifiedAttributeType.PHONE_NUMBER, VerifiedAttributeType.EMAIL)
                .filter(pool.autoVerified()::contains)
                .toList();
    }

    /**
     * The phone number if the pool verifies it and the user has one, then the e-mail address by the same rule.
     *
     * @return null when the pool verifies neither of what the user has
     */
    public static @Nullable Destination of(Pool pool, User user) {
        String phoneNumber = user.attribute("phone_number");
        if (phoneNumber != null && pool.autoVerified().contains(VerifiedAttributeType.PHONE_NUMBER)) {
            return Destination.phone(phoneNumber);
        }
        String email = user.attribute("email");
        if (email != null && pool.autoVerified().contains(VerifiedAttributeType.EMAIL)) {
            return Destination.email(email);
        }
        return null;
    }

    /**
     * Refuses a code that is on its way to an address which is the user's no longer: it would prove the new one.
     *
     * @param now the user as it stands in the transaction that stores the code
     * @throws TooManyRequestsException whoever asks again gets a code at the new address
     */
    public static void requireUnchanged(Destination destination, Pool pool, User now) {
        if (!destination.equals(of(pool, now))) {
            throw new TooManyRequestsException(Texts.BUSY);
        }
    }
}
