package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.CustomEmailLambdaVersionConfigType;
import dev.cognate.wire.model.CustomSMSLambdaVersionConfigType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.LambdaConfigType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What turns a message over to a pool's own function: kept with the message until the function has taken it. Reference:
 * lifecycle I8.
 *
 * @param function the ARN of the function
 * @param kmsKey the ARN of the key that encrypts the code
 * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}; copied, in their order
 * @param clientMetadata the request's own, null when it has none
 * @param userAgent the request's own, null when it has none
 */
public record CustomSending(
        String function,
        String kmsKey,
        Map<String, String> userAttributes,
        @Nullable Map<String, String> clientMetadata,
        @Nullable String userAgent) {

    /** Copies the attributes. */
    public CustomSending {
        userAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(userAttributes));
    }

    /** What the pool wants for messages of a medium, null when they are sent in the usual way. */
    public static @Nullable CustomSending of(
            @Nullable LambdaConfigType lambdas,
            DeliveryMediumType medium,
            Map<String, String> userAttributes,
            @Nullable Map<String, String> clientMetadata,
            @Nullable String userAgent) {
        String function = lambdas == null ? null : function(lambdas, medium);
        String key = lambdas == null ? null : lambdas.kmsKeyId();
        return function == null || key == null
                ? null
                : new CustomSending(function, key, userAttributes, clientMetadata, userAgent);
    }

    private static @Nullable String function(LambdaConfigType lambdas, DeliveryMediumType medium) {
        return switch (medium) {
            case EMAIL -> {
                CustomEmailLambdaVersionConfigType email = lambdas.customEmailSender();
                yield email == null ? null : email.lambdaArn();
            }
            case SMS -> {
                CustomSMSLambdaVersionConfigType sms = lambdas.customSmsSender();
                yield sms == null ? null : sms.lambdaArn();
            }
        };
    }

    /** As JSON text, for {@link #of(String)}. */
    public String json() {
        return JsonOutput.text(out -> {
            out.beginObject();
            out.member("function", function);
            out.member("kmsKey", kmsKey);
            out.member("userAttributes", userAttributes);
            out.member("clientMetadata", clientMetadata);
            out.member("userAgent", userAgent);
            out.endObject();
        });
    }

    /**
     * What was written by {@link #json}.
     *
     * @throws IllegalArgumentException it was not
     */
    public static CustomSending of(String json) {
        return JsonInput.decodeStored(json, (in, at, violations) -> read(in));
    }

    private static CustomSending read(JsonInput in) {
        String function = null;
        String key = null;
        Map<String, String> attributes = null;
        Map<String, String> metadata = null;
        String agent = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "function" -> function = in.string();
                case "kmsKey" -> key = in.string();
                case "userAttributes" -> attributes = in.stringMap();
                case "clientMetadata" -> metadata = in.stringMap();
                case "userAgent" -> agent = in.string();
                default -> in.skip();
            }
        }
        if (function == null || key == null || attributes == null) {
            throw new IllegalArgumentException("A stored message lacks what its function is told");
        }
        return new CustomSending(function, key, attributes, metadata, agent);
    }

    /** Leaves the user out. */
    @Override
    public String toString() {
        return "CustomSending[" + function + "]";
    }
}
