package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at a terminal from a device that the pool tracks, as a user does. Reference: auth 20.2, 28.4. */
@ExtendWith(SharedProgram.class)
class LoginDeviceTest {
    private static final String PASSWORD = "Corr3ct-Horse!";

    private final Map<String, String> variables;
    private final String pool;
    private final String client;

    @TempDir
    private Path folder;

    LoginDeviceTest(Program server) {
        variables = Map.of("AWS_ENDPOINT_URL", server.url());
        pool = api("create-user-pool --pool-name devices --query UserPool.Id --device-configuration"
                + " ChallengeRequiredOnNewDevice=true,DeviceOnlyRememberedOnUserPrompt=true");
        client = api("create-user-pool-client --user-pool-id " + pool + " --client-name terminal --explicit-auth-flows"
                + " ALLOW_USER_SRP_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId");
    }

    /** What an operation prints as text; it must go well. The words have no blanks in them. */
    private String api(String words) {
        List<String> all = new ArrayList<>(List.of(Program.LAUNCHER.toString(), "cognito-idp"));
        all.addAll(Arrays.asList(words.split(" ", -1)));
        all.addAll(List.of("--output", "text"));
        Shell.Result result = Shell.run(variables, all);
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().strip();
    }

    private void userWithCodesBySms() {
        String user = " --user-pool-id " + pool + " --username jane";
        api("set-user-pool-mfa-config --user-pool-id " + pool + " --mfa-configuration OPTIONAL --sms-mfa-configuration"
                + " SmsConfiguration={SnsCallerArn=arn:aws:iam::123456789012:role/sms,ExternalId=x}");
        api("admin-create-user --message-action SUPPRESS --user-attributes Name=phone_number,Value=+12065550100"
                + user);
        api("admin-set-user-password --permanent --password " + PASSWORD + user);
        api("admin-set-user-mfa-preference --sms-mfa-settings Enabled=true,PreferredMfa=true" + user);
    }

    private Typed login(Path file) {
        List<String> words = List.of(
                Program.LAUNCHER.toString(),
                "login",
                "--user-pool-id",
                pool,
                "--client-id",
                client,
                "--username",
                "jane",
                "--store",
                file.toString());
        return Typed.begin(variables, words).awaits("Password: ").type(PASSWORD + "\n");
    }

    private String code() {
        List<String> words = List.of(Program.LAUNCHER.toString(), "inbox", "wait", "--user-pool-id", pool);
        return Shell.run(variables, words).out();
    }

    private static String member(String json, String name) {
        int start = json.indexOf("\"" + name + "\": \"") + name.length() + 5;
        return json.substring(start, json.indexOf('"', start));
    }

    @Test
    void aRememberedDeviceTakesThePlaceOfTheCodeUntilItIsForgotten() throws IOException {
        Typed.require();
        userWithCodesBySms();
        Path file = folder.resolve("tokens.json");
        try (Typed typed = login(file)) {
            typed.awaits("Code of the SMS to +*******0100: ").type(code());
            typed.awaits("Remember this device? (yes or no): ").type("yes\n").awaits("Signed in");
            assertThat(typed.status()).isZero();
            assertThat(typed.shown()).doesNotContain(member(Files.readString(file), "DevicePassword"));
        }
        String device = member(Files.readString(file), "DeviceKey");
        try (Typed typed = login(file)) {
            typed.awaits("Signed in");
            assertThat(typed.status()).isZero();
            assertThat(typed.shown()).doesNotContain("Code of");
        }
        assertThat(member(Files.readString(file), "DeviceKey")).isEqualTo(device);

        api("admin-forget-device --user-pool-id " + pool + " --username jane --device-key " + device);
        api("admin-set-user-mfa-preference --sms-mfa-settings Enabled=false --user-pool-id " + pool
                + " --username jane");
        try (Typed typed = login(file)) {
            typed.awaits("it is a new one now.")
                    .awaits("(yes or no): ")
                    .type("no\n")
                    .awaits("Signed in");
            assertThat(typed.status()).isZero();
        }
        assertThat(member(Files.readString(file), "DeviceKey")).isNotEqualTo(device);
    }
}
