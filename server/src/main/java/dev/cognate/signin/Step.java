package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.pools.Pool;
import dev.cognate.risk.UserEvents;
import dev.cognate.triggers.Origin;
import dev.cognate.wire.Call;
import dev.cognate.wire.model.AnalyticsMetadataType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.UserContextDataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request on the way to a sign-in, whichever of the four operations it came by.
 *
 * @param client the client
 * @param place at the beginning or further on, and who asks
 * @param parameters what it says by name
 * @param session what the client was given to continue with, null for nothing
 * @param metadata the {@code ClientMetadata}, null for none
 * @param context what else came along
 */
record Step(
        Client client,
        Place place,
        Parameters parameters,
        @Nullable String session,
        @Nullable Map<String, String> metadata,
        Context context) {

    /** Which of the four operations it is. */
    enum Place {
        BEGUN_BY_USER,
        BEGUN_BY_ADMINISTRATOR,
        CONTINUED_BY_USER,
        CONTINUED_BY_ADMINISTRATOR;

        boolean isBeginning() {
            return this == BEGUN_BY_USER || this == BEGUN_BY_ADMINISTRATOR;
        }
    }

    /**
     * What else comes along with a request.
     *
     * @param device what the client tells of the device, null for nothing
     * @param analytics the analytics endpoint, null for none
     */
    record Context(
            @Nullable UserContextDataType device, @Nullable AnalyticsMetadataType analytics, Call call) {}

    Pool pool() {
        return client.pool();
    }

    Call call() {
        return context.call;
    }

    @Nullable LambdaConfigType functions() {
        return pool().config().lambdaConfig();
    }

    /** The name that the request has for the user. */
    String username() {
        return parameters.require("USERNAME");
    }

    /** What functions are told of the metadata as {@code validationData}: that of a beginning. Reference: auth 3. */
    @Nullable Map<String, String> validationData() {
        return place.isBeginning() ? metadata : null;
    }

    /** What functions are told of the metadata as {@code clientMetadata}: that of a continuation. Reference: auth 5. */
    @Nullable Map<String, String> clientMetadata() {
        return place.isBeginning() ? null : metadata;
    }

    /** Where the events of functions come from, for a user of this name. */
    Origin origin(String realName) {
        return new Origin(pool().id(), realName, client.id(), call().userAgent());
    }

    /** This request as an event in the life of the user. */
    UserEvents.Event event() {
        return new UserEvents.Event(EventType.SIGN_IN, client, context.device, context.analytics, call());
    }

    /** The client only: the rest is personal or secret. */
    @Override
    public String toString() {
        return "Step[" + client.id() + ", " + place + "]";
    }
}
