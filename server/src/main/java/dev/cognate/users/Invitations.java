package dev.cognate.users;

import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Draft;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Occasion;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Recipient;
import dev.cognate.passwords.PasswordPolicy;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.fault.InvalidPasswordException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.AdminCreateUserRequest;
import dev.cognate.wire.model.DeliveryMediumType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells new users their username and temporary password, by every medium that was asked for and that the user has.
 * Reference: lifecycle D1 to D3, F1.
 */
final class Invitations {
    private final TemporaryPasswords temporaryPasswords;
    private final Messages messages;
    private final Outbox outbox;

    Invitations(UserOperations.Creation with) {
        this.temporaryPasswords = with.temporaryPasswords();
        this.messages = with.messages();
        this.outbox = with.outbox();
    }

    /**
     * The temporary password of an invitation: the given one, or a generated one.
     *
     * @throws InvalidPasswordException the policy refuses the given one
     */
    String password(Pool pool, @Nullable String given) {
        if (given == null) {
            return temporaryPasswords.generate(pool);
        }
        String complaint = PasswordPolicy.of(pool.passwordPolicy()).complaint(given);
        if (complaint != null) {
            throw new InvalidPasswordException(Texts.POLICY_PREFIX + complaint);
        }
        return given;
    }

    /**
     * The invitations, complete and sealed; none where the pool's text has no place for the password. May wait for a
     * function: never called inside a transaction.
     *
     * @throws dev.cognate.wire.Fault a function failed, or an address cannot be reached
     */
    List<Outbox.Sealed> prepare(Pool pool, User user, String password, AdminCreateUserRequest request, Call call) {
        Recipient recipient = new Recipient(
                pool.id(),
                pool.config(),
                null,
                user.username(),
                user.eventAttributes(pool),
                request.clientMetadata(),
                call.userAgent());
        return destinations(user, request.desiredDeliveryMediums()).stream()
                .map(destination -> messages.draft(Occasion.ADMIN_CREATE_USER, recipient, destination))
                .filter(Draft::hasCode)
                .map(draft -> outbox.seal(draft.complete(password)))
                .toList();
    }

    /**
     * Puts invitations into the outbox.
     *
     * @throws CodeDeliveryFailureException the default sender has taken all e-mails of this day
     */
    void add(Tx tx, List<Outbox.Sealed> invitations) {
        try {
            invitations.forEach(each -> outbox.add(tx, each));
        } catch (LimitExceededException enough) {
            // AdminCreateUser has no such error; to its caller it is a message that was not delivered.
            throw new CodeDeliveryFailureException(String.valueOf(enough.getMessage()));
        }
    }

    /** Tells that they are committed. */
    void committed(List<Outbox.Sealed> invitations) {
        invitations.forEach(outbox::committed);
    }

    /** Without a wish it is an SMS, as the service does. */
    private static List<Destination> destinations(User user, @Nullable List<DeliveryMediumType> wished) {
        Set<DeliveryMediumType> mediums =
                wished == null || wished.isEmpty() ? Set.of(DeliveryMediumType.SMS) : new LinkedHashSet<>(wished);
        return mediums.stream()
                .flatMap(medium -> Stream.ofNullable(destination(user, medium)))
                .toList();
    }

    private static @Nullable Destination destination(User user, DeliveryMediumType medium) {
        return switch (medium) {
            case EMAIL -> {
                String address = user.attribute(NameKind.EMAIL.attribute());
                yield address == null ? null : Destination.email(address);
            }
            case SMS -> {
                String number = user.attribute(NameKind.PHONE_NUMBER.attribute());
                yield number == null ? null : Destination.phone(number);
            }
        };
    }
}
