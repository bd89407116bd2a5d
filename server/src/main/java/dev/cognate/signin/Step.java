package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.pools.Pool;
import dev.cognate.risk.UserEvents;
import dev.cognate.tokens.SignInId;
import dev.cognate.triggers.Origin;
import dev.cognate.wire.Call;
import dev.cognate.wire.model.AnalyticsMetadataType;
import dev.cognate.wire.model.ChallengeResponseType;
import dev.cognate.wire.model.ContextDataType;
import dev.cognate.wire.model.EventResponseType;
import dev.cognate.wire.model.EventRiskType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.HttpHeader;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.UserContextDataType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request on the way to a sign-in, whichever of the four operations it came by.
 *
 * @param id names the sign-in that it belongs to, in events and tokens; fresh for a request that begins one
 * @param client the client
 * @param place at the beginning or further on, and who asks
 * @param parameters what it says by name
 * @param session what the client was given to continue with, null for nothing
 * @param metadata the {@code ClientMetadata}, null for none
 * @param context what else came along
 */
record Step(
        SignInId id,
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
            @Nullable UserContextDataType device, @Nullable AnalyticsMetadataType analytics, Call call) {

        /**
         * What the server of a pool's owner tells of the user's request, which is always believed: the request's address and
         * user agent take the place of the server's own.
         *
         * @param told null for nothing
         */
        static Context of(@Nullable ContextDataType told, @Nullable AnalyticsMetadataType analytics, Call call) {
            if (told == null) {
                return new Context(null, analytics, call);
            }
            UserContextDataType device = new UserContextDataType(told.ipAddress(), told.encodedData());
            String agent = told.httpHeaders().stream()
                    .filter(header -> "User-Agent".equalsIgnoreCase(header.headerName()))
                    .map(HttpHeader::headerValue)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return new Context(device, analytics, UserEvents.of(call, told.ipAddress(), agent));
        }
    }

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

    /** This request as a part of a sign-in that others began. */
    Step of(SignInId begun) {
        return new Step(begun, client, place, parameters, session, metadata, context);
    }

    /** Where the user is. */
    UserEvents.Place whereabouts() {
        return UserEvents.Place.of(client, context.device, call());
    }

    /** This request, which proved something, as an event in the life of the user. */
    UserEvents.Event event(EventResponseType response, EventRiskType risk, List<ChallengeResponseType> challenges) {
        return event(outcome(response, risk, challenges), true);
    }

    /** The same of a request that proved nothing. */
    UserEvents.Event unproved(EventResponseType response, EventRiskType risk, List<ChallengeResponseType> challenges) {
        return event(outcome(response, risk, challenges), false);
    }

    private UserEvents.Outcome outcome(
            EventResponseType response, EventRiskType risk, List<ChallengeResponseType> challenges) {
        return new UserEvents.Outcome(id.value(), response, risk, challenges);
    }

    private UserEvents.Event event(UserEvents.Outcome outcome, boolean proved) {
        return new UserEvents.Event(
                EventType.SIGN_IN, client, context.device, context.analytics, call(), outcome, proved);
    }

    /** The client only: the rest is personal or secret. */
    @Override
    public String toString() {
        return "Step[" + client.id() + ", " + place + "]";
    }
}
