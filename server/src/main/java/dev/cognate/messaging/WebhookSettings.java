package dev.cognate.messaging;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that sends SMS.
 *
 * @param url where messages are posted
 * @param secret the key of their signatures; never printed
 * @param origination the number that is to send, null to leave the choice to the endpoint
 */
public record WebhookSettings(
        URI url, String secret, @Nullable String origination) {

    @Override
    public String toString() {
        return "WebhookSettings[" + url.getHost() + ", ***]";
    }
}
