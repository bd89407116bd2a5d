package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults, every key, precedence, and what is refused. */
class SettingsLoaderTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:welcome";

    @TempDir
    private Path folder;

    private static ServerSettings flags(String... keysAndValues) {
        return SettingsLoader.load(map(keysAndValues), Map.of(), null);
    }

    private static Map<String, String> map(String... keysAndValues) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private ServerSettings yaml(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("cognate.yaml"), text);
        return SettingsLoader.load(Map.of(), Map.of(), file);
    }

    @Test
    void withoutAnythingThereAreDefaults() {
        assertThat(flags())
                .isEqualTo(new ServerSettings(
                        new Listening(
                                new Listen("127.0.0.1", 2646),
                                new Listen("127.0.0.1", 2647),
                                FrontLimits.DEFAULT,
                                Auth.ANY,
                                true),
                        new Storage(
                                Path.of("./cognate-data"),
                                null,
                                null,
                                null,
                                StoreSettings.defaults(),
                                new Seal(null, null)),
                        new Identity("us-east-1", "123456789012"),
                        CodeLimits.SERVICE,
                        new Sending(null, MaskStyle.SERVICE, 0, null, false),
                        new Functions(Map.of(), null, Duration.ofSeconds(5)),
                        new TestMode(false, null)));
    }

    @Test
    void everyKeyHasItsPlace() throws IOException {
        ServerSettings settings = yaml("""
                address: 0.0.0.0
                port: 80
                management-address: 10.0.0.1
                management-port: 81
                auth: sigv4
                max-body: 1000
                max-requests: 7
                access-log: off
                data: /var/lib/cognate
                store: jdbc:postgresql://db/cognate
                store-user: cognate
                store-password: 007.50e3
                group-commit: off
                seal-key: c2VhbA==
                region: eu-central-1
                account: 012345678901
                limits: on
                limit:
                  ResendConfirmationCode: 2
                  ConfirmSignUp: off
                daily-email-limit: 50
                destination-masking: documented
                transport: smtp
                smtp:
                  host: mail.example.com
                  port: 2525
                  tls: tls
                  username: mailer
                  password: secret
                  from: us@example.com
                  trusted-certificates: ca.pem
                triggers:
                  %s: http://127.0.0.1:9000/welcome
                lambda-endpoint: https://lambda.example.com
                trigger-timeout: 800ms
                public-url: https://id.example.com/
                confirm-link: button
                test-mode: on
                clock: 2026-03-14T15:09:26Z
                """.formatted(ARN));

        assertThat(settings)
                .isEqualTo(new ServerSettings(
                        new Listening(
                                new Listen("0.0.0.0", 80),
                                new Listen("10.0.0.1", 81),
                                FrontLimits.DEFAULT.withMaxBody(1000).withMaxRequests(7),
                                Auth.SIGV4,
                                false),
                        new Storage(
                                Path.of("/var/lib/cognate"),
                                "jdbc:postgresql://db/cognate",
                                "cognate",
                                new Secret("007.50e3"),
                                StoreSettings.defaults().withGroupCommit(false),
                                new Seal(new Secret("c2VhbA=="), null)),
                        new Identity("eu-central-1", "012345678901"),
                        new CodeLimits(2, CodeLimits.NONE),
                        new Sending(
                                SmtpSettings.of(
                                                "mail.example.com",
                                                2525,
                                                SmtpSecurity.TLS,
                                                new SmtpLogin("mailer", "secret"))
                                        .withFrom("us@example.com")
                                        .withTrusted(Path.of("ca.pem")),
                                MaskStyle.DOCUMENTED,
                                50,
                                "https://id.example.com",
                                true),
                        new Functions(
                                Map.of(ARN, URI.create("http://127.0.0.1:9000/welcome")),
                                URI.create("https://lambda.example.com"),
                                Duration.ofMillis(800)),
                        new TestMode(true, Instant.parse("2026-03-14T15:09:26Z"))));
        assertThat(settings.toString()).doesNotContain("007.50e3", "secret", "c2VhbA==");
    }

    @Test
    void flagsWinOverTheEnvironmentAndTheEnvironmentOverTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "port: 1\nregion: from-file\naccount: 111111111111\n");

        ServerSettings settings = SettingsLoader.load(
                Map.of("port", "3"),
                Map.of("COGNATE_PORT", "2", "COGNATE_REGION", "from-environment", "HOME", "/home/jane"),
                file);

        assertThat(settings.listening().api().port()).isEqualTo(3);
        assertThat(settings.identity()).isEqualTo(new Identity("from-environment", "111111111111"));
    }

    @Test
    void theEnvironmentReachesEveryKeyButFunctions() {
        Map<String, String> environment = Map.of(
                "COGNATE_TRANSPORT", "smtp",
                "COGNATE_SMTP_HOST", "mail",
                "COGNATE_SMTP_TLS", "none",
                "COGNATE_LIMIT_RESENDCONFIRMATIONCODE", "9",
                "COGNATE_JAVA_OPTIONS", "-Xmx1g");

        ServerSettings settings = SettingsLoader.load(Map.of(), environment, null);

        assertThat(settings.sending().smtp()).isEqualTo(SmtpSettings.of("mail", 25, SmtpSecurity.NONE, null));
        assertThat(settings.codeLimits()).isEqualTo(new CodeLimits(9, 15));
    }

    @Test
    void anUnknownKeyIsNamedTogetherWithTheNearestOne() {
        assertThatThrownBy(() -> flags("prot", "80"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("There is no setting --prot. Did you mean port?");
        assertThatThrownBy(() -> SettingsLoader.load(Map.of(), Map.of("COGNATE_SMPT_HOST", "x"), null))
                .hasMessage("There is no setting COGNATE_SMPT_HOST. Did you mean COGNATE_SMTP_HOST?");
        assertThatThrownBy(() -> yaml("smtp:\n  hots: x\n"))
                .hasMessageStartingWith("There is no setting smtp.hots in ")
                .hasMessageEndingWith("cognate.yaml. Did you mean smtp.host?");
        assertThatThrownBy(() -> flags("limit.SignUp", "1")).hasMessageContaining("There is no setting --limit.SignUp");
        assertThatThrownBy(() -> flags("triggers.welcome", "http://a"))
                .hasMessageContaining("Did you mean triggers.<function ARN>?");
    }

    @Test
    void aValueThatDoesNotFitIsRefusedWithItsKey() {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("port", "65536"),
                Map.entry("management-port", "x"),
                Map.entry("auth", "none"),
                Map.entry("access-log", "maybe"),
                Map.entry("store", "jdbc:mysql://db"),
                Map.entry("region", "US EAST"),
                Map.entry("account", "1234"),
                Map.entry("limit.ConfirmSignUp", "-1"),
                Map.entry("destination-masking", "all"),
                Map.entry("transport", "pigeon"),
                Map.entry("triggers." + ARN, "127.0.0.1:9000"),
                Map.entry("lambda-endpoint", "ftp://a"),
                Map.entry("trigger-timeout", "5"),
                Map.entry("public-url", "id.example.com"),
                Map.entry("clock", "2026-03-14T15:09:26Z"));

        wrong.forEach((key, value) -> assertThatThrownBy(() -> flags(key, value))
                .as(key)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(key + " "));
    }

    @Test
    void listeningForOthersWithoutVerificationMustBeAllowed() {
        assertThatThrownBy(() -> flags("address", "0.0.0.0"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("auth sigv4")
                .hasMessageContaining("allow-open-listen");

        assertThat(flags("address", "0.0.0.0", "auth", "sigv4").listening().auth())
                .isEqualTo(Auth.SIGV4);
        assertThat(flags("address", "0.0.0.0", "allow-open-listen", "on")
                        .listening()
                        .auth())
                .isEqualTo(Auth.ANY);
        assertThat(flags("address", "::1").listening().api().host()).isEqualTo("::1");
    }

    @Test
    void managementCanBeSwitchedOff() {
        assertThat(flags("management-port", "0").listening().management()).isNull();
    }

    @Test
    void limitsOffMeansNoLimitAtAll() {
        assertThat(flags("limits", "off", "limit.ConfirmSignUp", "3").codeLimits())
                .isEqualTo(CodeLimits.OFF);
    }

    @Test
    void secretsMayComeFromFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from-file\n");

        assertThat(flags("store-password-file", file.toString()).storage().password())
                .isEqualTo(new Secret("from-file"));
        assertThatThrownBy(() -> flags("store-password-file", file.toString(), "store-password", "hidden"))
                .hasMessage("store-password and store-password-file exclude each other");
        assertThatThrownBy(() ->
                        flags("store-password-file", folder.resolve("absent").toString()))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void whatBelongsTogetherIsSetTogether() {
        assertThatThrownBy(() -> flags("transport", "smtp")).hasMessage("transport smtp needs smtp.host");
        assertThatThrownBy(() -> flags("transport", "smtp", "smtp.host", "mail", "smtp.username", "jane"))
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> flags("seal-key", "a", "seal-key-file", "b"))
                .hasMessage("seal-key and seal-key-file exclude each other");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> yaml("port: 1\nstore-password: \"geheim\n"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("is not YAML in line ")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> yaml("- a\n- b\n")).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> yaml("port: [1, 2]\n")).hasMessageStartingWith("port in ");
        assertThatThrownBy(() -> SettingsLoader.load(Map.of(), Map.of(), folder.resolve("absent.yaml")))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        assertThat(yaml("")).isEqualTo(flags());
        assertThat(yaml("\n# port: 80\n")).isEqualTo(flags());
        assertThat(yaml("port:\nregion: ''\n")).isEqualTo(flags());
    }

    @Test
    void everyKeyExplainsItself() {
        assertThat(SettingKeys.all()).allSatisfy(key -> {
            assertThat(key.meaning()).isNotBlank().hasSizeLessThan(90);
            assertThat(key.name()).isNotBlank();
        });
    }

    @Test
    void theFrontIsToldWhatConcernsIt() {
        assertThat(flags("region", "eu-west-1").front().defaultRegion()).isEqualTo("eu-west-1");
    }
}
