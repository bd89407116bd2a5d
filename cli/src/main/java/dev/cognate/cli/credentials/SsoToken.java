package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/** The token that {@code aws sso login} left in its file. That of a session is renewed when it is about to expire. */
final class SsoToken {
    private static final Duration MARGIN = Duration.ofMinutes(15);
    private static final String EXPIRY = "expiresAt";
    private static final String REFRESH = "refreshToken";

    private final AwsServices services;
    private final Instant now;
    private final Path folder;

    SsoToken(Settings settings, AwsServices services, Surroundings surroundings) {
        this.services = services;
        this.now = surroundings.timing().clock().instant();
        this.folder = settings.environment().home().resolve(".aws/sso/cache");
    }

    /** The error about a token that is good no more. */
    static CliError expired() {
        return new CliError.General(
                "The SSO session associated with this profile has expired or is otherwise invalid. To"
                        + " refresh this SSO session run aws sso login with the corresponding profile.");
    }

    /**
     * The access token.
     *
     * @param session the name of the session; null for a profile of the older kind, whose file is named after its address
     * @throws CliError.General when there is none that is good
     */
    String of(@Nullable String session, String start, String region) {
        Path file = folder.resolve(KeyCache.name(session == null ? start : session));
        Entries kept = KeyCache.read(file);
        if (kept == null) {
            throw session == null
                    ? expired()
                    : new CliError.General("Error loading SSO Token: Token for " + session
                            + " does not exist. To get one run aws sso login with the corresponding profile.");
        }
        String expiry = kept.text(EXPIRY);
        if (session != null && !KeyCache.isLater(expiry, now.plus(MARGIN))) {
            kept = renewed(kept, file, region);
            expiry = kept.text(EXPIRY);
        }
        String token = kept.text("accessToken");
        if (token == null || !KeyCache.isLater(expiry, now)) {
            throw expired();
        }
        return token;
    }

    /** The token after it was renewed; as it is where that cannot be done. */
    private Entries renewed(Entries kept, Path file, String region) {
        String client = kept.text("clientId");
        String secret = kept.text("clientSecret");
        String refresh = kept.text(REFRESH);
        if (client == null
                || secret == null
                || refresh == null
                || !KeyCache.isLater(kept.text("registrationExpiresAt"), now)) {
            return kept;
        }
        try (SsoOidcClient service = services.reaching(
                        "sso_oidc",
                        region,
                        SsoOidcClient.builder().credentialsProvider(AnonymousCredentialsProvider.create()))
                .build()) {
            CreateTokenResponse given = service.createToken(request -> request.clientId(client)
                    .clientSecret(secret)
                    .refreshToken(refresh)
                    .grantType("refresh_token"));
            Map<String, JsonValue> members = new LinkedHashMap<>(kept.members());
            members.put("accessToken", new Text(given.accessToken()));
            members.put(
                    EXPIRY,
                    new Text(now.plusSeconds(given.expiresIn())
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()));
            if (given.refreshToken() != null) {
                members.put(REFRESH, new Text(given.refreshToken()));
            }
            Entries renewed = new Entries(members);
            KeyCache.write(file, renewed);
            return renewed;
        } catch (SdkException refused) {
            // The token may be good for some minutes still.
            return kept;
        }
    }
}
