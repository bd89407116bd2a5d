package dev.cognate.cli.credentials;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.sso.model.SsoException;

/** Keys for those who signed in with IAM Identity Center: {@code aws sso login} left a token that they are given for. */
final class SingleSignOn {
    private static final String SESSION = "sso_session";
    private static final String START = "sso_start_url";
    private static final String REGION = "sso_region";
    private static final String ACCOUNT = "sso_account_id";
    private static final String ROLE = "sso_role_name";
    private static final int UNAUTHORIZED = 401;

    private final Settings settings;
    private final AwsServices services;
    private final Surroundings surroundings;
    private final KeyCache cache;

    SingleSignOn(Settings settings, AwsServices services, Surroundings surroundings) {
        this.settings = settings;
        this.services = services;
        this.surroundings = surroundings;
        this.cache = new KeyCache(
                settings.environment().home(), surroundings.timing().clock());
    }

    /** Whether the profile leads to a key by this way. */
    static boolean isMeant(Map<String, String> profile) {
        return profile.containsKey(ACCOUNT) || profile.containsKey(ROLE);
    }

    /**
     * The key for the account and the role that the profile names.
     *
     * @throws CliError when settings are missing, or nobody has signed in lately
     */
    Credentials of(String name, Map<String, String> profile) {
        String session = profile.get(SESSION);
        Map<String, String> all = new TreeMap<>(profile);
        if (session != null) {
            all.putAll(session(session));
        }
        require(name, all);
        String cached = KeyCache.name(identity(all, session));
        Credentials kept = cache.find(cached);
        return kept != null ? kept : fetched(all, session, cached);
    }

    private Credentials fetched(Map<String, String> all, @Nullable String session, String cached) {
        SsoToken token = new SsoToken(settings, services, surroundings);
        String access = token.of(session, all.getOrDefault(START, ""), all.getOrDefault(REGION, ""));
        RoleCredentials given = AwsCall.named("GetRoleCredentials").run(() -> {
            try (SsoClient service = services.reaching(
                            "sso",
                            all.get(REGION),
                            SsoClient.builder().credentialsProvider(AnonymousCredentialsProvider.create()))
                    .build()) {
                return service.getRoleCredentials(request -> request.accountId(all.get(ACCOUNT))
                                .roleName(all.get(ROLE))
                                .accessToken(access))
                        .roleCredentials();
            } catch (SsoException refused) {
                throw refused.statusCode() == UNAUTHORIZED ? SsoToken.expired() : refused;
            }
        });
        Credentials key = new Credentials(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        cache.keep(cached, key, Instant.ofEpochMilli(given.expiration()));
        return key;
    }

    private Map<String, String> session(String name) {
        Map<String, String> session = settings.section("sso-session", name);
        if (session == null) {
            throw new CliError.General("The specified sso-session does not exist: \"" + name + "\"");
        }
        return session;
    }

    private static void require(String name, Map<String, String> settings) {
        String missing = List.of(START, REGION, ACCOUNT, ROLE).stream()
                .filter(key -> !settings.containsKey(key))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CliError.General("The profile \"" + name
                    + "\" is configured to use SSO but is missing required configuration: " + missing);
        }
    }

    /** What the AWS command line takes for the identity of such a key: JSON without spaces, its members in order. */
    private static String identity(Map<String, String> settings, @Nullable String session) {
        Map<String, String> identity = new TreeMap<>();
        identity.put("accountId", settings.getOrDefault(ACCOUNT, ""));
        identity.put("roleName", settings.getOrDefault(ROLE, ""));
        identity.put(
                session == null ? "startUrl" : "sessionName",
                session == null ? settings.getOrDefault(START, "") : session);
        return identity.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
