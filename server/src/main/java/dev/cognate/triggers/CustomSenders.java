package dev.cognate.triggers;

import dev.cognate.kms.EncryptedMessages;
import dev.cognate.kms.NoDataKey;
import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.Returned;
import dev.cognate.triggers.FunctionResult.TimedOut;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DeliveryMediumType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door to the functions that send a pool's messages. They are run in the background, long after the API has answered:
 * no failure of theirs reaches a client. Reference: lifecycle I8. Safe for use by many threads.
 */
public final class CustomSenders {
    private static final String INVITATION = "AdminCreateUser";

    private final Triggers triggers;
    private final EncryptedMessages encrypted;

    /** Functions that these triggers reach, told codes that are encrypted so. */
    public CustomSenders(Triggers triggers, EncryptedMessages encrypted) {
        this.triggers = triggers;
        this.encrypted = encrypted;
    }

    /**
     * Hands one message over; one attempt. Waits for the function: never called inside a transaction.
     *
     * @param origin the user and who asked
     * @param occasion the end of the trigger source, as in {@code SignUp}
     * @param code the code or temporary password, null for a message without one
     * @return null when the function has taken it; otherwise why not, for the operator, in words that hold no secret
     */
    public @Nullable String send(
            CustomSending sending, Origin origin, DeliveryMediumType medium, String occasion, @Nullable String code) {
        String sealed;
        try {
            sealed = code == null ? null : encrypt(sending, origin, occasion.equals(INVITATION) ? escaped(code) : code);
        } catch (NoDataKey failure) {
            return "The key " + sending.kmsKey() + " cannot be used: " + failure.getMessage();
        }
        CustomSenderEvent event = new CustomSenderEvent(
                origin, medium, occasion, sealed, sending.userAttributes(), sending.clientMetadata());
        return switch (triggers.once(sending.function(), JsonOutput.text(event))) {
            case Returned _ -> null; // whatever it returned: nobody waits for it
            case FunctionError _ -> "The function " + sending.function() + " failed; its own log says why";
            case Failed(String error) -> "The function " + sending.function() + " could not be run: " + error;
            case TimedOut _ -> "The function " + sending.function() + " did not answer in time";
        };
    }

    private String encrypt(CustomSending sending, Origin origin, String code) {
        byte[] message = encrypted.encrypt(
                code.getBytes(StandardCharsets.UTF_8),
                sending.kmsKey(),
                Map.of("userpool-id", origin.pool().value()));
        return Base64.getEncoder().encodeToString(message);
    }

    /** Temporary passwords arrive as they would stand in HTML. */
    private static String escaped(String password) {
        return password.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
