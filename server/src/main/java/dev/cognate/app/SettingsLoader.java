package dev.cognate.app;

import dev.cognate.app.ServerSettings.Auth;
import dev.cognate.app.ServerSettings.Functions;
import dev.cognate.app.ServerSettings.Identity;
import dev.cognate.app.ServerSettings.Listening;
import dev.cognate.app.ServerSettings.Seal;
import dev.cognate.app.ServerSettings.Secret;
import dev.cognate.app.ServerSettings.Sending;
import dev.cognate.app.ServerSettings.Storage;
import dev.cognate.app.ServerSettings.TestMode;
import dev.cognate.codes.CodeLimits;
import dev.cognate.front.FrontLimits;
import dev.cognate.front.Listen;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.SmtpLogin;
import dev.cognate.messaging.SmtpSecurity;
import dev.cognate.messaging.SmtpSettings;
import dev.cognate.store.StoreSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link ServerSettings} of flags, the environment and a file, in this order of precedence. A key {@code smtp.host}
 * is {@code --smtp.host} as a flag, {@code COGNATE_SMTP_HOST} in the environment, and {@code smtp.host} or {@code host}
 * below {@code smtp} in YAML. All keys are in {@link SettingKeys}.
 */
public final class SettingsLoader {
    private final SettingValues values;

    private SettingsLoader(SettingValues values) {
        this.values = values;
    }

    /**
     * The settings.
     *
     * @param flags the flags' values by key, without the two hyphens
     * @param environment the environment; what does not begin with {@code COGNATE_} is ignored
     * @param file a YAML file, null for none
     * @throws InvalidSetting a key is unknown, or a value is not one of its key; the message names the key, and never the
     *     value of a secret
     */
    public static ServerSettings load(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return new SettingsLoader(SettingValues.of(flags, environment, file)).settings();
    }

    private ServerSettings settings() {
        return new ServerSettings(listening(), storage(), identity(), codeLimits(), sending(), functions(), testMode());
    }

    private Listening listening() {
        Listen api = new Listen(values.text("address"), values.port("port"));
        int managementPort = values.port("management-port");
        Listen management = managementPort == 0 ? null : new Listen(values.text("management-address"), managementPort);
        Auth auth = values.choice("auth", Auth.class);
        if (auth == Auth.ANY && !values.isOn("allow-open-listen") && !isLoopback(api.host())) {
            throw new InvalidSetting("address " + api.host() + " can be reached from other machines, and auth any lets"
                    + " everybody do everything there. Verify signatures with auth sigv4 (make keys with: cognate keys"
                    + " create), or set allow-open-listen to on if this network is yours alone");
        }
        FrontLimits limits = FrontLimits.DEFAULT
                .withMaxBody(values.number("max-body", 1, 1 << 30))
                .withMaxRequests(values.number("max-requests", 1, 1_000_000));
        return new Listening(api, management, limits, auth, values.isOn("access-log"));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new InvalidSetting("address " + host + " is no address of this machine");
        }
    }

    private Storage storage() {
        String url = values.optional("store");
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new InvalidSetting("store is a URL that begins with jdbc:postgresql: or empty for SQLite");
        }
        StoreSettings store = StoreSettings.defaults().withGroupCommit(values.isOn("group-commit"));
        Path folder = values.path("data");
        return new Storage(folder, url, values.optional("store-user"), values.secret("store-password"), store, seal());
    }

    private Seal seal() {
        String keys = values.optional("seal-key");
        String file = values.optional("seal-key-file");
        if (keys != null && file != null) {
            throw new InvalidSetting("seal-key and seal-key-file exclude each other");
        }
        return new Seal(keys == null ? null : new Secret(keys), file == null ? null : values.path("seal-key-file"));
    }

    private Identity identity() {
        String region = values.text("region");
        if (region.isEmpty() || !region.chars().allMatch(SettingsLoader::isOfRegion)) {
            throw new InvalidSetting("region has lower-case letters, digits and hyphens, as in us-east-1");
        }
        String account = values.text("account");
        if (account.length() != 12 || !account.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidSetting("account has twelve digits, as in 123456789012");
        }
        return new Identity(region, account);
    }

    private static boolean isOfRegion(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private CodeLimits codeLimits() {
        CodeLimits limits =
                new CodeLimits(values.limit("limit.ResendConfirmationCode"), values.limit("limit.ConfirmSignUp"));
        return values.isOn("limits") ? limits : CodeLimits.OFF;
    }

    private Sending sending() {
        URI publicUrl = values.httpUrl("public-url");
        return new Sending(
                values.choice("transport", Transport.class) == Transport.SMTP ? smtp() : null,
                values.choice("destination-masking", MaskStyle.class),
                values.number("daily-email-limit", 0, Integer.MAX_VALUE),
                publicUrl == null ? null : withoutSlash(publicUrl.toString()),
                values.choice("confirm-link", ConfirmLink.class) == ConfirmLink.BUTTON);
    }

    private enum Transport {
        INBOX,
        SMTP
    }

    private enum ConfirmLink {
        OPEN,
        BUTTON
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private SmtpSettings smtp() {
        String host = values.optional("smtp.host");
        if (host == null) {
            throw new InvalidSetting("transport smtp needs smtp.host");
        }
        SmtpSecurity security = values.choice("smtp.tls", SmtpSecurity.class);
        String ca = values.optional("smtp.trusted-certificates");
        return SmtpSettings.of(host, smtpPort(security), security, smtpLogin())
                .withFrom(values.text("smtp.from"))
                .withTrusted(ca == null ? null : values.path("smtp.trusted-certificates"));
    }

    private int smtpPort(SmtpSecurity security) {
        if (values.optional("smtp.port") != null) {
            return values.number("smtp.port", 1, 65_535);
        }
        return switch (security) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }

    private @Nullable SmtpLogin smtpLogin() {
        String user = values.optional("smtp.username");
        Secret password = values.secret("smtp.password");
        if (user == null && password == null) {
            return null;
        }
        if (user == null || password == null) {
            throw new InvalidSetting("smtp.username and smtp.password (or smtp.password-file) belong together");
        }
        return new SmtpLogin(user, password.value());
    }

    private Functions functions() {
        Map<String, URI> urls = new HashMap<>();
        for (String key : values.keysBelow(SettingKeys.TRIGGERS)) {
            URI url = values.httpUrl(key);
            if (url != null) {
                urls.put(key.substring(SettingKeys.TRIGGERS.length()), url);
            }
        }
        Duration limit = values.duration("trigger-timeout");
        return new Functions(urls, values.httpUrl("lambda-endpoint"), limit);
    }

    private TestMode testMode() {
        boolean on = values.isOn("test-mode");
        if (!on && values.optional("clock") != null) {
            throw new InvalidSetting("clock can only be set when test-mode is on");
        }
        return new TestMode(on, values.instant("clock"));
    }
}
