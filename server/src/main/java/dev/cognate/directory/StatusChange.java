package dev.cognate.directory;

import dev.cognate.domain.UserStatus;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.fault.UnsupportedUserStateException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.fault.UsernameExistsException;
import org.jspecify.annotations.Nullable;

/**
 * What moves a user from one status to the next: one record for each cause, and the whole machine in
 * {@link #from(UserStatus)}. No other place decides where a user goes. Reference: lifecycle B2.
 */
public sealed interface StatusChange {

    /** What a cause comes to for a user of some status. */
    sealed interface Verdict {
        /** It is allowed and leads to this status, which may be the same. */
        record To(UserStatus status) implements Verdict {}

        /** It is not allowed; the fault says so to a client that may know the user's status. */
        record Refused(Fault fault) implements Verdict {}
    }

    /**
     * Where this leads a user of that status.
     *
     * @param status null for a user who does not exist
     */
    Verdict from(@Nullable UserStatus status);

    /**
     * Where this leads, where the caller has no other answer to a refusal.
     *
     * @param status null for a user who does not exist
     * @throws Fault it is not allowed
     */
    default UserStatus require(@Nullable UserStatus status) {
        return switch (from(status)) {
            case Verdict.To(UserStatus next) -> next;
            case Verdict.Refused(Fault fault) -> throw fault;
        };
    }

    /** A cause that makes a new user; whoever exists cannot arrive again, whatever the status. */
    sealed interface Arrival extends StatusChange {
        /** The status of the new user. */
        UserStatus first();

        /** How it is said that the username is taken. */
        default UsernameExistsException taken() {
            return new UsernameExistsException(Texts.USERNAME_EXISTS);
        }

        @Override
        default Verdict from(@Nullable UserStatus status) {
            return status == null ? new Verdict.To(first()) : new Verdict.Refused(taken());
        }
    }

    /** A cause that changes a user who is there. */
    sealed interface Step extends StatusChange {
        /** Where this leads a user of that status. */
        Verdict next(UserStatus status);

        @Override
        default Verdict from(@Nullable UserStatus status) {
            return status == null ? new Verdict.Refused(new UserNotFoundException(Texts.NO_USER)) : next(status);
        }
    }

    /**
     * SignUp.
     *
     * @param autoConfirmed whether the PreSignUp function confirmed the user at once
     */
    record SignedUp(boolean autoConfirmed) implements Arrival {
        @Override
        public UserStatus first() {
            return autoConfirmed ? UserStatus.CONFIRMED : UserStatus.UNCONFIRMED;
        }
    }

    /**
     * AdminCreateUser.
     *
     * @param withPassword whether the user has a temporary password; one without signs in by a code, and has nothing to
     *     replace
     */
    record CreatedByAdministrator(boolean withPassword) implements Arrival {
        @Override
        public UserStatus first() {
            return withPassword ? UserStatus.FORCE_CHANGE_PASSWORD : UserStatus.CONFIRMED;
        }

        @Override
        public UsernameExistsException taken() {
            return new UsernameExistsException(Texts.ACCOUNT_EXISTS);
        }
    }

    /** A row of an import job. */
    record Imported() implements Arrival {
        @Override
        public UserStatus first() {
            return UserStatus.RESET_REQUIRED;
        }
    }

    /** The first sign-in at another identity provider. */
    record Federated() implements Arrival {
        @Override
        public UserStatus first() {
            return UserStatus.EXTERNAL_PROVIDER;
        }
    }

    /**
     * The UserMigration function knew the user.
     *
     * @param confirmed whether it said {@code CONFIRMED}; otherwise the user sets a new password first
     */
    record Migrated(boolean confirmed) implements Arrival {
        @Override
        public UserStatus first() {
            return confirmed ? UserStatus.CONFIRMED : UserStatus.RESET_REQUIRED;
        }
    }

    /** AdminCreateUser with RESEND, asked for under this name. */
    record InvitedAgain(String username) implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case FORCE_CHANGE_PASSWORD -> new Verdict.To(status);
                case UNCONFIRMED, CONFIRMED, RESET_REQUIRED, EXTERNAL_PROVIDER ->
                    new Verdict.Refused(new UnsupportedUserStateException(Texts.cannotInvite(username)));
            };
        }

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "InvitedAgain[***]";
        }
    }

    /** ConfirmSignUp, the link of an e-mail, AdminConfirmSignUp. */
    record SignUpConfirmed() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case UNCONFIRMED -> new Verdict.To(UserStatus.CONFIRMED);
                case CONFIRMED, RESET_REQUIRED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER ->
                    new Verdict.Refused(new NotAuthorizedException(Texts.cannotConfirm(status)));
            };
        }
    }

    /** ResendConfirmationCode. */
    record SignUpCodeResent() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case UNCONFIRMED -> new Verdict.To(status);
                case CONFIRMED, RESET_REQUIRED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER ->
                    new Verdict.Refused(new InvalidParameterException(Texts.ALREADY_CONFIRMED));
            };
        }
    }

    /** ForgotPassword: a code is sent, and nothing changes until it comes back. */
    record PasswordForgotten() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case CONFIRMED, RESET_REQUIRED -> new Verdict.To(status);
                case UNCONFIRMED -> new Verdict.Refused(new InvalidParameterException(Texts.NO_RECOVERY_ADDRESS));
                case FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> new Verdict.Refused(notResettable());
            };
        }
    }

    /** ConfirmForgotPassword: the code came back with a new password. */
    record ForgottenPasswordReplaced() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case CONFIRMED, RESET_REQUIRED -> new Verdict.To(UserStatus.CONFIRMED);
                case UNCONFIRMED -> new Verdict.Refused(new UserNotConfirmedException(Texts.NOT_CONFIRMED));
                case FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> new Verdict.Refused(notResettable());
            };
        }
    }

    /** AdminResetUserPassword. */
    record ResetByAdministrator() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case CONFIRMED, RESET_REQUIRED -> new Verdict.To(UserStatus.RESET_REQUIRED);
                case UNCONFIRMED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> new Verdict.Refused(notResettable());
            };
        }
    }

    /** A password that is in other people's hands was used to sign in. */
    record CompromisedPasswordUsed() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case CONFIRMED, RESET_REQUIRED -> new Verdict.To(UserStatus.RESET_REQUIRED);
                case UNCONFIRMED, FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> new Verdict.Refused(notResettable());
            };
        }
    }

    /**
     * AdminSetUserPassword, which is allowed for everybody.
     *
     * @param permanent whether the user keeps the password
     */
    record PasswordSetByAdministrator(boolean permanent) implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return new Verdict.To(permanent ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD);
        }
    }

    /** The challenge NEW_PASSWORD_REQUIRED was answered. */
    record TemporaryPasswordReplaced() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case FORCE_CHANGE_PASSWORD -> new Verdict.To(UserStatus.CONFIRMED);
                case UNCONFIRMED, CONFIRMED, RESET_REQUIRED, EXTERNAL_PROVIDER ->
                    new Verdict.Refused(new NotAuthorizedException(Texts.BAD_SESSION));
            };
        }
    }

    /** ChangePassword by a user who is signed in. */
    record PasswordChanged() implements Step {
        @Override
        public Verdict next(UserStatus status) {
            return switch (status) {
                case CONFIRMED -> new Verdict.To(status);
                case UNCONFIRMED -> new Verdict.Refused(new UserNotConfirmedException(Texts.NOT_CONFIRMED));
                case RESET_REQUIRED -> new Verdict.Refused(new PasswordResetRequiredException(Texts.RESET_REQUIRED));
                case FORCE_CHANGE_PASSWORD, EXTERNAL_PROVIDER -> new Verdict.Refused(notResettable());
            };
        }
    }

    private static NotAuthorizedException notResettable() {
        return new NotAuthorizedException(Texts.NOT_RESETTABLE);
    }
}
