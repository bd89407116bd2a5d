package dev.cognate.users;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.UserFactors;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.MFAOptionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The older way to ask for codes by SMS: a list that is empty or names SMS to the phone number. Reference: auth 19, 27. */
final class MfaOptions {
    private static final MFAOptionType SMS = new MFAOptionType(DeliveryMediumType.SMS, "phone_number");

    private final Store store;
    private final Users users;
    private final Mfa mfa;

    MfaOptions(Store store, Users users, Mfa mfa) {
        this.store = store;
        this.users = users;
        this.mfa = mfa;
    }

    /**
     * Sets a user's options; an empty list clears them.
     *
     * @throws InvalidParameterException they name another way than SMS, or the user has no phone number
     */
    void set(User seen, List<MFAOptionType> options) {
        if (!options.stream().allMatch(SMS::equals)) {
            throw new InvalidParameterException(Texts.ONLY_SMS);
        }
        store.write(tx -> {
            User user = users.reload(tx, seen);
            if (user == null) {
                throw new UserNotFoundException(Texts.NO_USER);
            }
            if (!options.isEmpty() && user.attribute("phone_number") == null) {
                throw new InvalidParameterException(Texts.NO_PHONE_FOR_SMS);
            }
            mfa.keepSmsOption(tx, user, !options.isEmpty());
            return user;
        });
    }

    /** A user's options as they are shown, null for none. */
    static @Nullable List<MFAOptionType> of(UserFactors factors) {
        return factors.smsOption() ? List.of(SMS) : null;
    }

    /** What the user decided about second factors. */
    UserFactors factors(User user) {
        return mfa.factors(user);
    }
}
