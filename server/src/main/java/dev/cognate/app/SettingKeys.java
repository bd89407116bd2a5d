package dev.cognate.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All keys of the settings, in the order in which they are shown. */
public final class SettingKeys {
    /** How the keys of functions begin; the function's ARN follows. */
    static final String TRIGGERS = "triggers.";

    private static final String ENVIRONMENT = "COGNATE_";

    /** What the start scripts use themselves. */
    private static final Set<String> LAUNCHER = Set.of(
            "COGNATE_HOME", "COGNATE_JAVA_HOME", "COGNATE_JAVA_OPTIONS", "COGNATE_NO_BUILD", "COGNATE_SERVER_COMMAND");

    private static final Map<String, SettingKey> ALL = table(
            new SettingKey("address", "127.0.0.1", "the interface that the API and the pages listen on"),
            new SettingKey("port", "2646", "its port; 0 picks a free one"),
            new SettingKey("management-address", "127.0.0.1", "the interface of health and metrics"),
            new SettingKey("management-port", "2647", "its port; 0 switches it off"),
            new SettingKey("auth", "any", "credentials of signed operations: any, or sigv4 to verify them"),
            new SettingKey("allow-open-listen", "off", "allow other machines although auth is any"),
            new SettingKey("max-body", "2097152", "the largest request body in bytes"),
            new SettingKey("max-requests", "1024", "how many requests are worked on at a time"),
            new SettingKey("access-log", "on", "log one line of JSON for each request"),
            new SettingKey("data", "./cognate-data", "the data folder"),
            new SettingKey("store", "", "jdbc:postgresql:… for PostgreSQL; empty for SQLite in the data folder"),
            new SettingKey("store-user", "", "the database's user"),
            new SettingKey("store-password", "", "the database's password"),
            new SettingKey("store-password-file", "", "a file that holds the database's password"),
            new SettingKey("group-commit", "on", "let writes that wait together share one commit (SQLite)"),
            new SettingKey("seal-key", "", "the key that seals secrets: 32 bytes in Base64, newest first"),
            new SettingKey("seal-key-file", "", "its file, made at the first start; empty for seal.key in the folder"),
            new SettingKey("region", "us-east-1", "the region of requests that name none"),
            new SettingKey("account", "123456789012", "the account id in ARNs"),
            new SettingKey("limits", "on", "the hourly limits of each user"),
            new SettingKey("limit.ResendConfirmationCode", "5", "codes an hour; off for no limit"),
            new SettingKey("limit.ConfirmSignUp", "15", "attempts an hour; off for no limit"),
            new SettingKey("daily-email-limit", "0", "e-mails a day of the default sender; 0 for no limit"),
            new SettingKey("destination-masking", "service", "j***@e***, or documented for j***@e***.com"),
            new SettingKey("transport", "inbox", "where e-mails go: inbox or smtp"),
            new SettingKey("smtp.host", "", "the mail server"),
            new SettingKey("smtp.port", "", "its port; empty for the usual one: 25, 587 or 465"),
            new SettingKey("smtp.tls", "starttls", "none, starttls or tls"),
            new SettingKey("smtp.username", "", "who logs in; empty for nobody"),
            new SettingKey("smtp.password", "", "the password"),
            new SettingKey("smtp.password-file", "", "a file that holds the password"),
            new SettingKey("smtp.from", "no-reply@verificationemail.com", "the sender where a pool has none"),
            new SettingKey("smtp.trusted-certificates", "", "a PEM file to trust; empty for Java's own"),
            new SettingKey("triggers.<function ARN>", "", "the URL that is called for that function"),
            new SettingKey("lambda-endpoint", "", "the Lambda API for all other functions"),
            new SettingKey("trigger-timeout", "5s", "how long one attempt of a function may take"),
            new SettingKey("public-url", "", "what links in messages begin with; empty for the server's address"),
            new SettingKey("confirm-link", "open", "opening a confirmation link confirms; button asks first"),
            new SettingKey("test-mode", "off", "let tests move the clock"),
            new SettingKey("clock", "", "the time to start with in test mode, as 2026-03-14T15:09:26Z"));

    private SettingKeys() {}

    private static Map<String, SettingKey> table(SettingKey... keys) {
        Map<String, SettingKey> table = new LinkedHashMap<>();
        Stream.of(keys).forEach(key -> table.put(key.name(), key));
        return table;
    }

    /** All keys. */
    public static Collection<SettingKey> all() {
        return ALL.values();
    }

    /** The default of a key, empty for none. */
    static String fallback(String name) {
        SettingKey key = ALL.get(name);
        return key == null ? "" : key.fallback();
    }

    /**
     * Checks a key.
     *
     * @param shown how the operator wrote it
     * @throws InvalidSetting there is no such key
     */
    static void require(String name, String shown) {
        boolean function = name.startsWith(TRIGGERS + "arn:");
        if (!function && (!ALL.containsKey(name) || name.indexOf('<') >= 0)) {
            throw new InvalidSetting("There is no setting " + shown + ". Did you mean " + nearest(name) + "?");
        }
    }

    /** The key of an environment variable; null for one that is no setting. */
    static @Nullable String ofVariable(String variable) {
        if (!variable.startsWith(ENVIRONMENT) || LAUNCHER.contains(variable)) {
            return null;
        }
        return ALL.keySet().stream()
                .filter(name -> variable(name).equals(variable))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting("There is no setting " + variable + ". Did you mean "
                        + variable(nearest(variable.substring(ENVIRONMENT.length()))) + "?"));
    }

    private static String variable(String name) {
        return ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    /** The key that is written most like it, of the same section where there is one. */
    private static String nearest(String unknown) {
        String plain = plain(unknown);
        String section = unknown.substring(0, unknown.indexOf('.') + 1);
        boolean sectionExists = ALL.keySet().stream().anyMatch(name -> name.startsWith(section));
        return ALL.keySet().stream()
                .filter(name -> !sectionExists || name.startsWith(section))
                .min(Comparator.comparingInt(name -> distance(plain(name), plain)))
                .orElseThrow();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    /** How many letters must be put in, taken out or exchanged to make one text of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
