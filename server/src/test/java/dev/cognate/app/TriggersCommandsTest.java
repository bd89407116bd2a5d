package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.crypto.KeyRing;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about functions and keys, as they are typed. Reference: lifecycle I1, I3, I8. */
final class TriggersCommandsTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:pre";

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path code = Path.of("");

    /** What a command printed, and its status. */
    private record Outcome(int status, String text) {}

    @BeforeEach
    void writeAFunction() throws IOException {
        data = folder.resolve("data");
        ServerSettings settings = SettingsLoader.load(Map.of("data", data.toString()), Map.of(), Map.of(), null);
        new Startup(settings).visit().store().close();
        code = Files.writeString(folder.resolve("pre.js"), """
                exports.handler = async (event) => {
                  console.log('asked for', event.triggerSource);
                  if (event.userName !== 'jane') throw new Error('Who is ' + event.userName + '?');
                  return event;
                };
                """);
    }

    @Test
    void aFunctionIsTriedWithASampleAndItsAnswerAndTimePrinted() {
        Outcome tried = run("invoke", "--function", ARN, "PreSignUp_SignUp");
        assertThat(tried.text)
                .contains("\"triggerSource\":\"PreSignUp_SignUp\"", "\"autoConfirmUser\":false")
                .containsPattern("Returned after [0-9]+ ms");
        assertThat(tried.status).isZero();
    }

    @Test
    void aFunctionIsTriedWithAnEventOfOnesOwn() throws IOException {
        Path event =
                Files.writeString(folder.resolve("event.json"), "{\n  \"userName\": \"bob\",\n  \"response\": {}\n}\n");
        Outcome tried = run("invoke", "--function", ARN, "--event", event.toString());
        assertThat(tried.text).containsPattern("Failed after [0-9]+ ms: Who is bob\\?");
        assertThat(tried.status).isEqualTo(1);
    }

    @Test
    void theFunctionOfATriggerIsFoundInThePools() {
        assertThat(run("invoke", "PreSignUp_SignUp").text)
                .contains("No pool names a function for PreSignUp; name one with --function");
        pool("\"PreSignUp\":\"" + ARN + "\"");
        assertThat(run("invoke", "PreSignUp_AdminCreateUser").text)
                .contains("\"triggerSource\":\"PreSignUp_AdminCreateUser\"");
        String other = pool("\"PreSignUp\":\"" + ARN + "2\"");
        assertThat(run("invoke", "PreSignUp_SignUp").text)
                .contains("Several functions are named for PreSignUp; choose with --user-pool-id");
        assertThat(run("invoke", "PreSignUp_SignUp", "--user-pool-id", other).text)
                .contains("Could not be run: ResourceNotFoundException");
    }

    @Test
    void anOccasionThatDoesNotExistIsToldWithThoseThatDo() {
        Outcome refused = run("invoke", "PreSignup");
        assertThat(refused.text)
                .contains("PreSignUp_SignUp, PreSignUp_AdminCreateUser")
                .contains("not PreSignup");
        assertThat(refused.status).isEqualTo(1);
    }

    @Test
    void aCustomSenderIsTriedWithACodeUnderThePoolsKey() {
        String key = command("kms", "create-key", "--description", "codes").text.strip();
        assertThat(key).startsWith("arn:aws:kms:us-east-1:123456789012:key/");
        assertThat(command("kms", "list").text).contains(key, "codes");
        pool("\"CustomEmailSender\":{\"LambdaVersion\":\"V1_0\",\"LambdaArn\":\"" + ARN + "\"},\"KMSKeyID\":\"" + key
                + "\"");
        assertThat(run("invoke", "CustomEmailSender_SignUp").text).contains("\"code\":\"AYADe");
    }

    @Test
    void functionsAreListedWithTheirPoolsAndPlaces() {
        String pool = pool("\"PreSignUp\":\"" + ARN + "\",\"CustomMessage\":\"" + ARN + "3\"");
        assertThat(run("list").text.lines())
                .contains(
                        pool + "  PreSignUp  " + ARN + "  node:" + code,
                        pool + "  CustomMessage  " + ARN + "3  runs nowhere");
    }

    @Test
    void whatAFunctionPrintedIsInItsLog() {
        assertThat(run("log").text).isEmpty();
        run("invoke", "--function", ARN, "PreSignUp_SignUp");
        assertThat(run("log").text).contains("asked for PreSignUp_SignUp").containsPattern("returned after [0-9]+ ms");
        assertThat(run("log", "--function", ARN).text).isEqualTo(run("log").text);
        assertThat(run("log", "--function", ARN + "2").text).isEmpty();
    }

    @Test
    void aFunctionThatCannotRunIsToldAtTheStart() {
        code = folder.resolve("none.js");
        Outcome refused = run("invoke", "--function", ARN);
        assertThat(refused.text).contains("cognate: trigger " + ARN + ": the file " + code + " cannot be read");
        assertThat(refused.status).isEqualTo(1);
    }

    private Outcome run(String... words) {
        List<String> all = new ArrayList<>(List.of("triggers"));
        all.addAll(List.of(words));
        return command(all.toArray(new String[0]));
    }

    private Outcome command(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString(), "--config", config().toString()));
        int status = Main.commands(out, out).execute(all.toArray(new String[0]));
        return new Outcome(status, text.toString());
    }

    private Path config() {
        try {
            return Files.writeString(folder.resolve("cognate.yaml"), """
                    trigger:
                      %s: node:%s
                    """.formatted(ARN, code));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A pool in the store that the commands look into. */
    private String pool(String lambdas) {
        DataFolder.make(data);
        KeyRing keys = KeyRing.open(data.resolve("seal.key"), new SecureRandom());
        try (TestServer server =
                TestServer.on(SqliteStore.open(data, StoreSettings.defaults()), keys, rules -> rules)) {
            return server.pool("\"LambdaConfig\":{" + lambdas + "}").id();
        }
    }
}
