package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a function is told. The members stand in the order of real events, members without a value are present as null
 * except {@code clientMetadata}, which is left out. Reference: lifecycle I2.
 */
sealed interface TriggerEvent extends Shape
        permits PreSignUpEvent,
                PostConfirmationEvent,
                CustomMessageEvent,
                CustomSenderEvent,
                UserMigrationEvent,
                PreAuthenticationEvent,
                PostAuthenticationEvent,
                DefineAuthChallengeEvent,
                CreateAuthChallengeEvent,
                VerifyAuthChallengeResponseEvent,
                PreTokenGenerationEvent {

    /** The part that all events share. */
    Origin origin();

    /** The full name of the occasion, as in {@code PreSignUp_SignUp}. */
    String triggerSource();

    /** Writes the members of {@code request}. */
    void writeRequest(JsonOutput out);

    /** Writes the members of {@code response}, as the function finds them. */
    void writeResponse(JsonOutput out);

    /** Whom it is about, null for nobody. */
    default @Nullable String userName() {
        return origin().userName();
    }

    /** The version of the event. */
    default String version() {
        return "1";
    }

    /** The name of the trigger, as in {@code PreSignUp}: what error messages begin with. */
    default String trigger() {
        return triggerSource().substring(0, triggerSource().indexOf('_'));
    }

    @Override
    default void write(JsonOutput out) {
        out.beginObject();
        out.member("version", version());
        out.member("region", origin().pool().region());
        out.member("userPoolId", origin().pool().value());
        out.member("userName", userName());
        out.member("callerContext", origin()::writeCaller);
        out.member("triggerSource", triggerSource());
        out.member("request", object -> {
            object.beginObject();
            writeRequest(object);
            object.endObject();
        });
        out.member("response", object -> {
            object.beginObject();
            writeResponse(object);
            object.endObject();
        });
        out.endObject();
    }
}
