package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.codes.CodeLimits;
import dev.cognate.messaging.AwsSmsTransport;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.SesTransport;
import dev.cognate.messaging.SmsWay;
import dev.cognate.messaging.SmtpSecurity;
import dev.cognate.messaging.SmtpTransport;
import dev.cognate.messaging.Ways;
import dev.cognate.messaging.WebhookTransport;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.triggers.LocalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";

    @TempDir
    private Path folder;

    /** Reference: oauth-config B19. */
    @Test
    void quotasAreRatesAndNumbers() {
        Cognate.Rules own = load(Map.of(), Map.of(), null).rules();
        assertThat(own.quotas()).isFalse();
        assertThat(own.pools().quotas()).isEqualTo(ResourceQuotas.OWN);

        Cognate.Rules service = load(Map.of("quotas", "aws"), Map.of(), null).rules();
        assertThat(service.quotas()).isTrue();
        assertThat(service.pools().quotas()).isEqualTo(new ResourceQuotas(1_000, 1_000, 300, 25, 4));
    }

    @Test
    void withoutAnySettingThePresetsHold() {
        ServerSettings settings = load(Map.of(), Map.of(), null);

        settings.check();
        Cognate.Rules rules = settings.rules();
        assertThat(rules.front().api().host()).isEqualTo("127.0.0.1");
        assertThat(rules.front().api().port()).isEqualTo(2646);
        assertThat(rules.front().management()).isNotNull();
        assertThat(rules.front().defaultRegion()).isEqualTo("us-east-1");
        assertThat(rules.front().limits().maxBody()).isEqualTo(2 * 1024 * 1024);
        assertThat(rules.front().accessLog()).isTrue();
        assertThat(rules.verifySignatures()).isFalse();
        assertThat(rules.pools().account()).isEqualTo("123456789012");
        assertThat(rules.limits()).isEqualTo(CodeLimits.SERVICE);
        assertThat(rules.lockOut()).isTrue();
        assertThat(rules.style()).isEqualTo(MaskStyle.SERVICE);
        assertThat(rules.dailyEmails()).isZero();
        assertThat(rules.publicUrl()).isNull();
        assertThat(rules.confirmByButton()).isFalse();
        assertThat(settings.data().getFileName()).hasToString("cognate-data");
        assertThat(settings.sealKeyFile()).isEqualTo(settings.data().resolve("seal.key"));
        assertThat(settings.storeSettings().groupCommit()).isTrue();
        assertThat(settings.messages().email()).isEqualTo(MessageSettings.Email.INBOX);
        assertThat(settings.functions().urls()).isEmpty();
        assertThat(settings.triggerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.uses(Setting.LAMBDA_ENDPOINT)).isFalse();
    }

    @Test
    void everySettingReachesWhatItSets() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "hunter2\n");
        ServerSettings settings = SettingsLoader.load(
                Map.ofEntries(
                        Map.entry("address", "::1"),
                        Map.entry("port", "0"),
                        Map.entry("management-port", "0"),
                        Map.entry("public-url", "https://id.example.com"),
                        Map.entry("max-body", "4096"),
                        Map.entry("access-log", "off"),
                        Map.entry("data", folder.toString()),
                        Map.entry("store-password-file", password.toString()),
                        Map.entry("store-connections", "7"),
                        Map.entry("group-commit", "off"),
                        Map.entry("seal-key-file", "/etc/cognate/seal.key"),
                        Map.entry("region", "eu-west-1"),
                        Map.entry("account", "000000000001"),
                        Map.entry("auth", "sigv4"),
                        Map.entry("daily-email-limit", "50"),
                        Map.entry("destination-masking", "documented"),
                        Map.entry("confirm-link", "button"),
                        Map.entry("strict-custom-message", "on"),
                        Map.entry("transport", "smtp"),
                        Map.entry("smtp.host", "mail.example.com"),
                        Map.entry("smtp.port", "465"),
                        Map.entry("smtp.tls", "tls"),
                        Map.entry("smtp.username", "u"),
                        Map.entry("smtp.password-file", password.toString()),
                        Map.entry("smtp.from", "id@example.com"),
                        Map.entry("trigger-timeout", "9"),
                        Map.entry("lambda-endpoint", "http://127.0.0.1:4566")),
                Map.of(
                        "trigger", Map.of(ARN, "http://127.0.0.1:9000/f"),
                        "limit", Map.of("ResendConfirmationCode", "9", "ConfirmSignUp", "0")),
                Map.of(),
                null);

        settings.check();
        Cognate.Rules rules = settings.rules();
        assertThat(rules.front().api().host()).isEqualTo("::1");
        assertThat(rules.front().api().port()).isZero();
        assertThat(rules.front().management()).isNull();
        assertThat(rules.front().defaultRegion()).isEqualTo("eu-west-1");
        assertThat(rules.front().limits().maxBody()).isEqualTo(4096);
        assertThat(rules.front().accessLog()).isFalse();
        assertThat(rules.verifySignatures()).isTrue();
        assertThat(rules.pools().account()).isEqualTo("000000000001");
        assertThat(rules.limits())
                .isEqualTo(CodeLimits.SERVICE.with("ResendConfirmationCode", 9).with("ConfirmSignUp", CodeLimits.NONE));
        assertThat(rules.style()).isEqualTo(MaskStyle.DOCUMENTED);
        assertThat(rules.dailyEmails()).isEqualTo(50);
        assertThat(rules.publicUrl()).isEqualTo("https://id.example.com");
        assertThat(rules.confirmByButton()).isTrue();
        assertThat(rules.strictCustomMessage()).isTrue();
        assertThat(settings.data()).isEqualTo(folder);
        assertThat(settings.sealKeyFile()).isEqualTo(Path.of("/etc/cognate/seal.key"));
        assertThat(settings.storePassword()).isEqualTo("hunter2");
        assertThat(settings.storeSettings().groupCommit()).isFalse();
        assertThat(settings.storeSettings().connections()).isEqualTo(7);
        assertThat(settings.messages().email()).isEqualTo(MessageSettings.Email.SMTP);
        assertThat(settings.messages().smtp()).satisfies(smtp -> {
            assertThat(smtp.host()).isEqualTo("mail.example.com");
            assertThat(smtp.port()).isEqualTo(465);
            assertThat(smtp.security()).isEqualTo(SmtpSecurity.TLS);
            assertThat(smtp.from()).isEqualTo("id@example.com");
            assertThat(smtp.toString()).doesNotContain("hunter2");
        });
        assertThat(settings.functions().urls()).containsEntry(ARN, URI.create("http://127.0.0.1:9000/f"));
        assertThat(settings.triggerTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.lambdaEndpoint()).isEqualTo(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void flagsGoBeforeTheEnvironmentAndTheEnvironmentBeforeTheFile() {
        Path file = file("port: 1\nregion: eu-west-1\naccount: \"000000000003\"\n");
        Map<String, String> environment = Map.of("COGNATE_PORT", "2", "COGNATE_REGION", "eu-west-2");

        ServerSettings settings = load(Map.of("port", "3"), environment, file);

        assertThat(settings.text(Setting.PORT)).isEqualTo("3");
        assertThat(settings.text(Setting.REGION)).isEqualTo("eu-west-2");
        assertThat(settings.text(Setting.ACCOUNT)).isEqualTo("000000000003");
    }

    @Test
    void theFileMayHaveBranchesAndEntries() {
        Path file = file("""
                access-log: off
                smtp:
                  host: mail.example.com
                  port: 25
                trigger:
                  %s: http://127.0.0.1:9000/
                limit:
                  ResendConfirmationCode: 7
                """.formatted(ARN));

        ServerSettings settings = load(Map.of(), Map.of(), file);

        assertThat(settings.text(Setting.SMTP_HOST)).isEqualTo("mail.example.com");
        assertThat(settings.text(Setting.SMTP_PORT)).isEqualTo("25");
        assertThat(settings.functions().urls()).containsKey(ARN);
        assertThat(settings.rules().limits().of("ResendConfirmationCode")).isEqualTo(7);
        assertThat(settings.rules().front().accessLog()).isFalse();
    }

    @Test
    void functionsAreUrlsOrCodeOnThisMachine() {
        ServerSettings settings =
                load(Map.of(), Map.of("COGNATE_TRIGGER", ARN + "=node:./pre.js#go " + ARN + "2=http://x/"), null);
        settings.check();
        assertThat(settings.functions().local())
                .containsOnly(Map.entry(
                        ARN,
                        new LocalCode.Node(Path.of("pre.js").toAbsolutePath().normalize(), "go")));
        assertThat(settings.functions().urls()).containsOnlyKeys(ARN + "2");
        assertThatThrownBy(() -> load(Map.of(), Map.of("COGNATE_TRIGGER", ARN + "=python:./pre.js"), null)
                        .check())
                .isInstanceOf(SettingsError.class)
                .hasMessage("trigger is a file that ends with .py, not python:./pre.js");
    }

    @Test
    void functionsFindTheServerWhereItsPortIsKnown() {
        assertThat(load(Map.of("address", "::1", "port", "9"), Map.of(), null)
                        .functions()
                        .environment())
                .containsEntry("AWS_ENDPOINT_URL_KMS", "http://[::1]:9")
                .containsEntry("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://[::1]:9")
                .containsEntry("AWS_ACCESS_KEY_ID", "cognate");
        assertThat(load(Map.of("kms-endpoint", "aws"), Map.of(), null)
                        .functions()
                        .environment())
                .containsEntry("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://127.0.0.1:2646")
                .doesNotContainKey("AWS_ENDPOINT_URL_KMS");
        assertThat(load(Map.of("port", "0", "auth", "sigv4"), Map.of(), null)
                        .functions()
                        .environment())
                .isEmpty();
    }

    @Test
    void keysAreNamedByTheirArns() {
        String key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        assertThat(load(Map.of("kms-key", key + " " + key.replace("1234a", "5678a")), Map.of(), null)
                        .kmsKeys())
                .hasSize(2)
                .contains(key);
        assertThatThrownBy(
                        () -> load(Map.of("kms-key", "alias/x"), Map.of(), null).check())
                .isInstanceOf(SettingsError.class)
                .hasMessageStartingWith("kms-key is like arn:aws:kms:");
        assertThat(load(Map.of("kms-endpoint", "http://127.0.0.1:4566"), Map.of(), null)
                        .kmsEndpoint())
                .isEqualTo(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void theLockIsSwitchedOffByItselfOrWithTheLimits() {
        for (String name : List.of("lock-out", "limits")) {
            assertThat(load(Map.of(name, "off"), Map.of(), null).rules().lockOut())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void oneVariableHoldsSeveralEntries() {
        ServerSettings settings =
                load(Map.of(), Map.of("COGNATE_LIMIT", "ResendConfirmationCode=1 ConfirmSignUp=2"), null);

        assertThat(settings.rules().limits())
                .isEqualTo(CodeLimits.SERVICE.with("ResendConfirmationCode", 1).with("ConfirmSignUp", 2));
    }

    @Test
    void anUnknownNameIsAnErrorThatSuggestsTheNearest() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("COGNATE_PROT", "1"), null))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("COGNATE_PROT is no setting")
                .hasMessageContaining("COGNATE_PORT");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), file("smtp:\n  hots: x\n")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("smtp.hots is no setting")
                .hasMessageContaining("smtp.host");
    }

    @Test
    void theLaunchersOwnVariablesAreNoSettings() {
        load(Map.of(), Map.of("COGNATE_JAVA_HOME", "/jdk", "COGNATE_NO_BUILD", "1"), null)
                .check();
    }

    @Test
    void theVariablesOfTheClientsCommandsAreNoSettings() {
        load(Map.of(), Map.of("COGNATE_CLIENT_SECRET", "x", "COGNATE_PASSWORD", "y"), null)
                .check();
    }

    @Test
    void aValueThatCannotBeUsedIsNamedWithWhatWouldDo() {
        assertMessage("port", "seventy", "port is a whole number from 0 to 65535, not seventy");
        assertMessage("port", "65536", "port is a whole number from 0 to 65535, not 65536");
        assertMessage("auth", "none", "auth is any|sigv4, not none");
        assertThatThrownBy(() -> load(Map.of("transport", "smtp", "smtp.tls", ""), Map.of(), null)
                        .check())
                .hasMessage("smtp.tls is none|starttls|tls, not empty");
        assertMessage(
                "lambda-endpoint",
                "lambda",
                "lambda-endpoint is a URL that begins with http:// or https://, not lambda");
        assertThatThrownBy(() -> SettingsLoader.load(Map.of(), Map.of("limit", Map.of("SignUp", "1")), Map.of(), null)
                        .check())
                .hasMessage(
                        "limit is one of [ChangePassword, ConfirmForgotPassword, ConfirmSignUp, FirstFactorCode, ForgotPassword,"
                                + " GetUserAttributeVerificationCode, ResendConfirmationCode, SecondFactorCode,"
                                + " VerifyUserAttribute], not SignUp");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> load(Map.of(), Map.of(), folder.resolve("absent.yaml")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("absent.yaml cannot be read");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), file("port: [1")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("is not YAML");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), file("just text")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("names and values");
        assertThatThrownBy(() -> load(Map.of(), Map.of(), file("port: [1, 2]")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("not a list");
    }

    @Test
    void anOpenServerThatAcceptsAnyCredentialsIsRefused() {
        ServerSettings open = load(Map.of("address", "0.0.0.0"), Map.of(), null);
        assertThatThrownBy(open::check)
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("Refusing to listen on 0.0.0.0")
                .hasMessageContaining("--auth sigv4")
                .hasMessageContaining("--allow-open-listen");

        load(Map.of("address", "0.0.0.0", "auth", "sigv4"), Map.of(), null).check();
        load(Map.of("address", "0.0.0.0", "allow-open-listen", "yes"), Map.of(), null)
                .check();
    }

    @Test
    void theInboxIsShownOnlyWhereNothingIsAtStakeOrItWasAskedFor() {
        assertThat(load(Map.of(), Map.of(), null).rules().showInbox()).isTrue();
        assertThat(load(Map.of("auth", "sigv4"), Map.of(), null).rules().showInbox())
                .isFalse();
        assertThat(load(Map.of("transport", "smtp"), Map.of(), null).rules().showInbox())
                .isFalse();
        assertThat(load(Map.of("inbox", "off"), Map.of(), null).rules().showInbox())
                .isFalse();
        assertThat(load(Map.of("auth", "sigv4", "inbox", "on"), Map.of(), null)
                        .rules()
                        .showInbox())
                .isTrue();
    }

    @Test
    void waysOutAreMadeOnlyOfWhatWasSet() {
        assertThat(ways(Map.of())).isEqualTo(Ways.INBOX);
        assertThat(ways(Map.of("transport", "ses")).email()).isInstanceOf(SesTransport.class);
        assertThat(ways(Map.of("transport", "ses", "developer-transport", "ses"))
                        .owners())
                .as("the same way")
                .isNull();
        Ways apart = ways(Map.of("transport", "smtp", "developer-transport", "ses", "sms-transport", "aws"));
        assertThat(apart.email()).isInstanceOf(SmtpTransport.class);
        assertThat(apart.owners()).isInstanceOf(SesTransport.class);
        assertThat(apart.sms().transport()).isInstanceOf(AwsSmsTransport.class);
        SmsWay careful = ways(Map.of(
                        "sms-sandbox",
                        "on",
                        "sms.origination-number",
                        "+12065550199",
                        "sms.require-origination",
                        "yes"))
                .sms();
        assertThat(careful).isEqualTo(new SmsWay(null, "+12065550199", true, true));
    }

    private static Ways ways(Map<String, String> flags) {
        ServerSettings settings = load(flags, Map.of(), null);
        settings.check();
        return settings.messages().ways(InstantSource.system());
    }

    @Test
    void aWebhookNeedsAnAddressAndASecret() {
        assertMessage(
                "sms-transport", "webhook", "sms-transport webhook needs sms-webhook.url, where SMS are posted to");
        assertThatThrownBy(() -> ways(Map.of(
                        "sms-transport", "webhook", "sms-webhook.url", "http://x/sms", "sms-webhook.secret", "short")))
                .isInstanceOf(SettingsError.class)
                .hasMessageContaining("sms-webhook.secret-file")
                .hasMessageContaining("at least 16 characters");
        assertThat(ways(Map.of(
                                "sms-transport",
                                "webhook",
                                "sms-webhook.url",
                                "http://x/sms",
                                "sms-webhook.secret",
                                "long enough to be one"))
                        .sms()
                        .transport())
                .isInstanceOf(WebhookTransport.class);
    }

    @Test
    void whatIsNoWayOutIsSaid() {
        assertMessage("transport", "sns", "transport is inbox|smtp|ses, not sns");
        assertMessage("developer-transport", "inbox", "developer-transport is smtp|ses, not inbox");
        assertMessage("sms-transport", "sns", "sms-transport is inbox|aws|webhook, not sns");
        assertMessage("sms-sandbox", "maybe", "sms-sandbox is on|off, not maybe");
        assertMessage("sms.origination-number", "206", "sms.origination-number is of the form \\+[0-9]{1,15}, not 206");
        assertMessage("ses.endpoint", "mail", "ses.endpoint is a URL that begins with http:// or https://, not mail");
    }

    private static void assertMessage(String key, String value, String message) {
        assertThatThrownBy(() -> load(Map.of(key, value), Map.of(), null).check())
                .isInstanceOf(SettingsError.class)
                .hasMessage(message);
    }

    private static ServerSettings load(
            Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return SettingsLoader.load(flags, Map.of(), environment, file);
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("cognate.yaml"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
