package dev.cognate.app;

import dev.cognate.codes.CodeLimits;
import dev.cognate.front.FrontLimits;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Listen;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.SmtpSettings;
import dev.cognate.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a server, as {@link SettingsLoader} reads it. Secrets print as {@code ***}.
 *
 * @param listening where it listens, and for whom
 * @param storage where its data is, and what seals it
 * @param identity which part of the cloud it stands for
 * @param codeLimits how often users may ask for codes and try them
 * @param sending how messages leave
 * @param functions where the pools' functions are
 * @param testMode what only tests switch on
 */
public record ServerSettings(
        Listening listening,
        Storage storage,
        Identity identity,
        CodeLimits codeLimits,
        Sending sending,
        Functions functions,
        TestMode testMode) {

    /** A text that is not printed. */
    public record Secret(String value) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** How signed operations are treated. */
    public enum Auth {
        /** Any credentials will do. */
        ANY,
        /** Signatures are verified against the access keys of the store. */
        SIGV4
    }

    /**
     * Where the server listens.
     *
     * @param api the address of the API and the pages
     * @param management the address of health and metrics, null for nowhere
     * @param limits what one client may cost
     * @param auth how signed operations are treated
     * @param accessLog whether each request is logged
     */
    public record Listening(
            Listen api, @Nullable Listen management, FrontLimits limits, Auth auth, boolean accessLog) {}

    /**
     * Where the data is.
     *
     * @param folder the data folder: the SQLite file, and the seal key where none is given
     * @param jdbcUrl the URL of a PostgreSQL database, null for SQLite in the folder
     * @param user the database's user, null for the one of the URL or none
     * @param password the database's password, null for the one of the URL or none
     * @param store how the store works
     * @param seal the key that seals secrets
     */
    public record Storage(
            Path folder,
            @Nullable String jdbcUrl,
            @Nullable String user,
            @Nullable Secret password,
            StoreSettings store,
            Seal seal) {}

    /**
     * Where the key is that seals secrets: at most one of the two is given.
     *
     * @param keys the keys themselves in Base64, newest first, null when they are in a file
     * @param file the file of the keys, which is made when it does not exist; null for {@code seal.key} in the data folder
     */
    public record Seal(@Nullable Secret keys, @Nullable Path file) {}

    /**
     * Which part of the cloud this server stands for.
     *
     * @param region the region of requests that name none
     * @param account the account id, twelve digits
     */
    public record Identity(String region, String account) {}

    /**
     * How messages leave.
     *
     * @param smtp the mail server, null for the inbox
     * @param masking how addresses are masked in answers
     * @param dailyEmails how many e-mails the default sender takes a day, 0 for no limit
     * @param publicUrl what links in messages begin with, without a slash at its end; null for the server's own address
     * @param confirmByButton whether a confirmation link only shows a button
     */
    public record Sending(
            @Nullable SmtpSettings smtp,
            MaskStyle masking,
            int dailyEmails,
            @Nullable String publicUrl,
            boolean confirmByButton) {}

    /**
     * Where the pools' functions are.
     *
     * @param urls the URL of each function that is called directly, by its ARN
     * @param lambdaEndpoint the Lambda API for all others, null for none
     * @param limit how long one attempt may take
     */
    public record Functions(Map<String, URI> urls, @Nullable URI lambdaEndpoint, Duration limit) {

        /** Copies the map. */
        public Functions {
            urls = Map.copyOf(urls);
        }
    }

    /**
     * What only tests switch on.
     *
     * @param on whether the server may be told what time it is
     * @param clock the time it starts with, null for the real one
     */
    public record TestMode(boolean on, @Nullable Instant clock) {}

    /** The settings of the front. */
    public FrontSettings front() {
        return new FrontSettings(
                listening.api(),
                listening.management(),
                identity.region(),
                listening.limits(),
                listening.accessLog(),
                false);
    }
}
