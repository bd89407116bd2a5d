package dev.cognate.app;

import dev.cognate.codes.CodeLimits;
import dev.cognate.front.FrontLimits;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Listen;
import dev.cognate.kms.KmsKey;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.risk.CompromisedPasswords;
import dev.cognate.store.StoreSettings;
import dev.cognate.tokens.Issuers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was set, in the terms of the rooms. Each method fails with a {@link SettingsError} that names the setting when its
 * value cannot be used; {@link #check} asks all of them.
 */
final class ServerSettings {
    private static final Duration CONFIGURATION_KEPT = Duration.ofSeconds(1);
    static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final Map<Setting, String> values;
    private final Map<Setting, Map<String, String>> maps;
    private final MessageSettings messages;

    ServerSettings(Map<Setting, String> values, Map<Setting, Map<String, String>> maps) {
        this.values = Map.copyOf(values);
        this.maps = Map.copyOf(maps);
        this.messages = new MessageSettings(this);
    }

    /** Reads every setting once, so that nothing is found out later. */
    void check() {
        data();
        rules();
        storeSettings();
        storePassword();
        messages.check();
        functions().check();
        triggerTimeout();
        lambdaEndpoint();
        kmsEndpoint();
        kmsKeys();
        isYes(Setting.PRIVATE_IDENTITY_PROVIDERS);
        requireClosedOrVerified();
    }

    /** The value of a setting, its preset when nothing was set. */
    String text(Setting setting) {
        return values.getOrDefault(setting, setting.preset());
    }

    Cognate.Rules rules() {
        FrontLimits limits = FrontLimits.DEFAULT.withMaxBody(number(Setting.MAX_BODY, 1024, 64 * 1024 * 1024));
        int managementPort = port(Setting.MANAGEMENT_PORT);
        FrontSettings front = new FrontSettings(
                new Listen(text(Setting.ADDRESS), port(Setting.PORT)),
                managementPort == 0 ? null : new Listen(text(Setting.MANAGEMENT_ADDRESS), managementPort),
                matching(Setting.REGION, REGION),
                limits,
                isOn(Setting.ACCESS_LOG),
                false);
        boolean quotas = choice(Setting.QUOTAS, "off", "aws").equals("aws");
        return new Cognate.Rules(
                front,
                verifiesSignatures(),
                new PoolSettings(account(), CONFIGURATION_KEPT, quotas ? ResourceQuotas.SERVICE : ResourceQuotas.OWN),
                quotas,
                codeLimits(),
                isOn(Setting.LIMITS) && isOn(Setting.LOCK_OUT),
                choice(Setting.DESTINATION_MASKING, "service", "documented").equals("service")
                        ? MaskStyle.SERVICE
                        : MaskStyle.DOCUMENTED,
                number(Setting.DAILY_EMAIL_LIMIT, 0, Integer.MAX_VALUE),
                publicUrl(),
                choice(Setting.CONFIRM_LINK, "direct", "button").equals("button"),
                showsInbox(),
                issuers(),
                compromisedPasswords(),
                isOn(Setting.STRICT_CUSTOM_MESSAGE));
    }

    private CompromisedPasswords compromisedPasswords() {
        String file = optional(Setting.COMPROMISED_PASSWORDS);
        try {
            CompromisedPasswords bundled = CompromisedPasswords.bundled();
            return file == null ? bundled : bundled.with(Path.of(file));
        } catch (UncheckedIOException unreadable) {
            throw new SettingsError(Setting.COMPROMISED_PASSWORDS.key() + ": the file " + file + " cannot be read ("
                    + unreadable.getCause() + ")");
        }
    }

    private Issuers.Style issuers() {
        return choice(Setting.ISSUER, "own", "aws").equals("aws") ? Issuers.Style.AWS : Issuers.Style.OWN;
    }

    /** The file of what is to be there at the start, null for none. */
    @Nullable Path seed() {
        String file = optional(Setting.SEED);
        return file == null ? null : Path.of(file);
    }

    /** The AWS account id in ARNs. */
    String account() {
        return matching(Setting.ACCOUNT, ACCOUNT);
    }

    /** Codes are in the inbox: a server that asks others for signatures does not show them by itself. */
    private boolean showsInbox() {
        return switch (choice(Setting.INBOX, "auto", "on", "off")) {
            case "on" -> true;
            case "off" -> false;
            default -> !verifiesSignatures() && messages.email() == MessageSettings.Email.INBOX;
        };
    }

    boolean verifiesSignatures() {
        return choice(Setting.AUTH, "any", "sigv4").equals("sigv4");
    }

    private CodeLimits codeLimits() {
        if (!isOn(Setting.LIMITS)) {
            return CodeLimits.OFF;
        }
        Map<String, String> own = entries(Setting.LIMIT);
        for (String operation : own.keySet()) {
            if (!CodeLimits.SERVICE.byOperation().containsKey(operation)) {
                throw unusable(
                        Setting.LIMIT,
                        operation,
                        "one of "
                                + CodeLimits.SERVICE.byOperation().keySet().stream()
                                        .sorted()
                                        .toList());
            }
        }
        CodeLimits limits = CodeLimits.SERVICE;
        for (Map.Entry<String, String> each : own.entrySet()) {
            limits = limits.with(each.getKey(), limit(each.getValue()));
        }
        return limits;
    }

    private static int limit(String text) {
        int limit = whole(Setting.LIMIT, text, 0, Integer.MAX_VALUE);
        return limit == 0 ? CodeLimits.NONE : limit;
    }

    /** Where the SQLite file and the key are. */
    Path data() {
        if (text(Setting.DATA).isBlank()) {
            throw unusable(Setting.DATA, "", "a folder");
        }
        return Path.of(text(Setting.DATA)).toAbsolutePath().normalize();
    }

    /** The key file, null when the key itself was given. */
    Path sealKeyFile() {
        String file = text(Setting.SEAL_KEY_FILE);
        return file.isEmpty() ? data().resolve("seal.key") : Path.of(file);
    }

    StoreSettings storeSettings() {
        StoreSettings settings = StoreSettings.defaults().withGroupCommit(isOn(Setting.GROUP_COMMIT));
        int connections = number(Setting.STORE_CONNECTIONS, 0, 10_000);
        return connections == 0 ? settings : settings.withConnections(connections);
    }

    /** The password of the database, null for none. */
    @Nullable String storePassword() {
        return secret(Setting.STORE_PASSWORD, Setting.STORE_PASSWORD_FILE);
    }

    /** How messages leave. */
    MessageSettings messages() {
        return messages;
    }

    private @Nullable String publicUrl() {
        String text = optional(Setting.PUBLIC_URL);
        return text == null ? null : url(Setting.PUBLIC_URL, text).toString();
    }

    String matching(Setting setting, Pattern form) {
        String text = text(setting);
        if (!form.matcher(text).matches()) {
            throw unusable(setting, text, "of the form " + form.pattern());
        }
        return text;
    }

    /** Where functions run. */
    FunctionSettings functions() {
        return new FunctionSettings(this);
    }

    /** What a setting was set to for several names. */
    Map<String, String> entries(Setting setting) {
        return maps.getOrDefault(setting, Map.of());
    }

    Duration triggerTimeout() {
        return Duration.ofSeconds(number(Setting.TRIGGER_TIMEOUT, 1, 900));
    }

    /** A Lambda API, null for AWS's own or none; {@link #uses} tells which. */
    @Nullable URI lambdaEndpoint() {
        return endpoint(Setting.LAMBDA_ENDPOINT);
    }

    /** A KMS, null for AWS's own or none; {@link #uses} tells which. */
    @Nullable URI kmsEndpoint() {
        return endpoint(Setting.KMS_ENDPOINT);
    }

    private @Nullable URI endpoint(Setting setting) {
        return uses(setting) && !text(setting).equals("aws") ? url(setting, text(setting)) : null;
    }

    /** Whether an API elsewhere is used, be it AWS's own. */
    boolean uses(Setting endpoint) {
        return !text(endpoint).isEmpty();
    }

    /** The keys that are to be there. */
    List<String> kmsKeys() {
        String text = text(Setting.KMS_KEY).strip();
        List<String> keys = text.isEmpty() ? List.of() : List.of(text.split("[\\s,]+", -1));
        for (String key : keys) {
            if (!KmsKey.isArn(key)) {
                throw unusable(
                        Setting.KMS_KEY, key, "like arn:aws:kms:us-east-1:123456789012:key/ and a UUID in lower case");
            }
        }
        return keys;
    }

    /** Whoever reaches a server that accepts any credentials may do everything. */
    private void requireClosedOrVerified() {
        String address = text(Setting.ADDRESS);
        if (verifiesSignatures() || isYes(Setting.ALLOW_OPEN_LISTEN) || isLoopback(address)) {
            return;
        }
        throw new SettingsError(
                "Refusing to listen on " + address + " while any credentials are accepted: whoever reaches "
                        + "the port could do everything. Use --auth sigv4 with keys made by `cognate keys create`, or, on a network "
                        + "that you trust, --allow-open-listen yes.");
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw unusable(Setting.ADDRESS, address, "an address of this machine");
        }
    }

    @Nullable String optional(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? null : text;
    }

    @Nullable String secret(Setting setting, Setting file) {
        String path = optional(file);
        if (path == null) {
            return optional(setting);
        }
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException unreadable) {
            throw new SettingsError(file.key() + ": the file " + path + " cannot be read (" + unreadable + ")");
        }
    }

    boolean isOn(Setting setting) {
        return switch (choice(setting, "on", "off", "true", "false")) {
            case "on", "true" -> true;
            default -> false;
        };
    }

    boolean isYes(Setting setting) {
        return switch (choice(setting, "yes", "no", "true", "false")) {
            case "yes", "true" -> true;
            default -> false;
        };
    }

    String choice(Setting setting, String... choices) {
        String text = text(setting);
        for (String choice : choices) {
            if (choice.equals(text)) {
                return choice;
            }
        }
        throw unusable(setting, text, setting.form());
    }

    int port(Setting setting) {
        return number(setting, 0, 65_535);
    }

    int number(Setting setting, int min, int max) {
        return whole(setting, text(setting), min, max);
    }

    private static int whole(Setting setting, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // The sentence below says what would do.
        }
        throw unusable(setting, text, "a whole number from " + min + " to " + max);
    }

    static URI url(Setting setting, String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // The sentence below says what would do.
        }
        throw unusable(setting, text, "a URL that begins with http:// or https://");
    }

    static SettingsError unusable(Setting setting, String text, String wanted) {
        return new SettingsError(setting.key() + " is " + wanted + ", not " + (text.isEmpty() ? "empty" : text));
    }
}
