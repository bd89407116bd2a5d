package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.model.LambdaConfigType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions in files for Node.js and Python, and commands. Reference: lifecycle I1, I3. */
final class LocalRunnerTest {
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:shop-hooks";
    private static final Origin ALICE =
            new Origin(new PoolId("eu-west-1_abc"), "alice", new ClientId("1example23456789"), null);
    private static final LambdaConfigType LAMBDAS =
            LambdaConfigType.builder().preSignUp(ARN).build();

    /** How long a function may take that is to answer: on a busy machine its program starts slowly. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports.handler = async (event) => { event.response.autoConfirmUser = true; return event; };",
                "exports.handler = (event, context, callback) => { event.response.autoConfirmUser = true;"
                        + " setTimeout(() => callback(null, event), 5); };",
                "exports.handler = (event, context) => { event.response.autoConfirmUser = true; context.done(null, event); };",
                "exports.handler = (event, context) => { event.response.autoConfirmUser = true; context.succeed(event); };",
                "module.exports = { handler: async (event) => ({ response: { autoConfirmUser: true } }) };",
            })
    void aNodeFileMayAnswerInAnyOfLambdasWays(String code) {
        Triggers triggers = node("pre.js", code);
        assertThat(signUp(triggers)).isEqualTo(new PreSignUpAnswer(true, false, false));
    }

    @Test
    void aNodeFileMayBeAModule() {
        Triggers triggers = node("pre.mjs", """
                import { basename } from 'node:path';
                export const handler = async (event) => ({ response: { autoVerifyEmail: basename('/a/b') === 'b' } });
                """);
        assertThat(signUp(triggers)).isEqualTo(new PreSignUpAnswer(false, true, false));
    }

    @Test
    void aPythonFileAnswersByReturning() {
        Triggers triggers = python("""
                def lambda_handler(event, context):
                    event["response"]["autoVerifyPhone"] = event["userName"] == "alice"
                    return event
                """);
        assertThat(signUp(triggers)).isEqualTo(new PreSignUpAnswer(false, false, true));
    }

    @Test
    void aCommandReadsTheEventAndWritesTheAnswer() throws IOException {
        Triggers triggers = command("""
                #!/bin/sh
                read -r event
                case $event in *'"triggerSource":"PreSignUp_SignUp"'*) ;; *) exit 9 ;; esac
                echo talking >&2
                echo '{"response":{"autoConfirmUser":true}}'
                """);
        assertThat(signUp(triggers)).isEqualTo(new PreSignUpAnswer(true, false, false));
        assertThat(log()).contains("talking");
    }

    @Test
    void theContextHasLambdasEssentials() {
        Triggers node = node("pre.js", """
                exports.handler = async (event, context) => { throw new Error([context.functionName,
                  context.functionVersion, context.invokedFunctionArn, context.memoryLimitInMB,
                  /^[0-9a-f-]{36}$/.test(context.awsRequestId), context.getRemainingTimeInMillis() > 1000,
                  context.logGroupName].join(' ')); };
                """);
        String expected = "shop-hooks $LATEST " + ARN + " 128 true true /aws/lambda/shop-hooks";
        refusesWith(node, "PreSignUp failed with error " + expected + ".");
        Triggers python = python("""
                import re
                def lambda_handler(event, context):
                    raise ValueError(" ".join([context.function_name, context.function_version,
                        context.invoked_function_arn, str(context.memory_limit_in_mb),
                        str(re.fullmatch("[0-9a-f-]{36}", context.aws_request_id) is not None).lower(),
                        str(context.get_remaining_time_in_millis() > 1000).lower(), context.log_group_name]))
                """);
        refusesWith(python, "PreSignUp failed with error " + expected + ".");
    }

    /** I3, first row, with the full stop that is appended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports.handler = async () => { throw new Error('Email domain not allowed'); };",
                "exports.handler = () => { throw new Error('Email domain not allowed'); };",
                "exports.handler = (event, context, callback) => callback(new Error('Email domain not allowed'));",
                "exports.handler = (event, context, callback) => callback('Email domain not allowed');",
                "exports.handler = () => Promise.reject('Email domain not allowed');",
                "exports.handler = (event, context) => context.fail(new Error('Email domain not allowed'));",
                "exports.handler = (event, context, callback) => setTimeout(() => { throw new Error('Email domain not"
                        + " allowed'); });"
            })
    void aNodeFunctionThatThrowsRefusesWithItsOwnWords(String code) {
        refusesWith(node("pre.js", code), "PreSignUp failed with error Email domain not allowed.");
    }

    /** Clause I3.3. I3, the row of the Python exception. */
    @Test
    void aPythonExceptionIsToldAsPythonPrintsIt() {
        refusesWith(python("""
                def lambda_handler(event, context):
                    return event["request"]["userAttributes"]["email"]
                """), "PreSignUp failed with error 'email'.");
    }

    /** Clause I3.2. I3, second row. */
    @Test
    void aProcessThatDiesIsToldWithItsRequestAndStatus() throws IOException {
        diesWith(node("pre.js", "exports.handler = async () => process.exit(129);"), 129);
        diesWith(python("import os\ndef lambda_handler(event, context):\n    os._exit(7)\n"), 7);
        diesWith(command("#!/bin/sh\nexit 3\n"), 3);
    }

    private static void diesWith(Triggers triggers, int status) {
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(() -> signUp(triggers))
                .withMessageMatching("PreSignUp failed with error RequestId: [0-9a-f-]{36} "
                        + "Error: Runtime exited with error: exit status " + status + "\\.");
    }

    @Test
    void aCommandMayLeaveAMessage() throws IOException {
        refusesWith(
                command("#!/bin/sh\necho '{\"errorMessage\":\"Not today\"}'\nexit 1\n"),
                "PreSignUp failed with error Not today.");
    }

    /** I3, the row of the output that is no JSON object. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports.handler = async () => undefined;",
                "exports.handler = () => ({ response: { autoConfirmUser: true } });",
                "exports.handler = () => new Promise(() => {});",
                "exports.handler = async () => 'text';",
                "exports.handler = async () => ({ response: { autoConfirmUser: 'yes' } });"
            })
    void anAnswerOfAnotherShapeIsNotRecognised(String code) {
        Triggers triggers = node("pre.js", code);
        assertThatExceptionOfType(InvalidLambdaResponseException.class)
                .isThrownBy(() -> signUp(triggers))
                .withMessage("Unrecognizable lambda output");
    }

    /** I3, the row of the time-out, and I1: three attempts, each in a process of its own. */
    @Test
    void whatDoesNotAnswerInTimeIsAskedThreeTimesAndKilled() throws IOException {
        Path pids = folder.resolve("pids");
        Triggers triggers =
                within(Duration.ofMillis(1_500), new LocalCode.Node(file("pre.js", """
                require('node:fs').appendFileSync('%s', process.pid + '\\n');
                exports.handler = () => new Promise((done) => setTimeout(done, 60000));
                """.formatted(pids)), "handler"));
        assertThatExceptionOfType(UnexpectedLambdaException.class)
                .isThrownBy(() -> signUp(triggers))
                .withMessage("PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.");
        List<String> started = Files.readAllLines(pids);
        assertThat(started).hasSize(3).doesNotHaveDuplicates();
        for (String pid : started) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(process ->
                            process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    /** Clause I1.t2. I1: an error is not tried again. */
    @Test
    void anErrorIsNotTriedAgain() throws IOException {
        Path calls = folder.resolve("calls");
        refusesWith(node("pre.js", """
                exports.handler = async () => {
                  require('node:fs').appendFileSync('%s', 'x');
                  throw new Error('no');
                };
                """.formatted(calls)), "PreSignUp failed with error no.");
        assertThat(calls).hasContent("x");
    }

    @Test
    void aProcessStaysWarmAndIsReplacedWhenItDied() {
        Triggers triggers = node("pre.js", """
                let calls = 0;
                exports.handler = async (event) => {
                  calls++;
                  if (event.request.userAttributes.die) process.exit(1);
                  throw new Error(process.pid + ' ' + calls);
                };
                """);
        String first = refusal(triggers);
        String second = refusal(triggers);
        assertThat(first).endsWith(" 1.");
        assertThat(second).isEqualTo(first.replace(" 1.", " 2."));
        assertThatExceptionOfType(UserLambdaValidationException.class)
                .isThrownBy(() ->
                        triggers.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of("die", "now"), null, null));
        assertThat(refusal(triggers)).endsWith(" 1.").isNotEqualTo(first);
    }

    @Test
    void aFileThatChangesIsLoadedAnew() throws IOException {
        Triggers triggers = python("def lambda_handler(event, context):\n    raise Exception('old')\n");
        assertThat(refusal(triggers)).endsWith("old.");
        Path file = file("pre.py", "def lambda_handler(event, context):\n    raise Exception('new')\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(refusal(triggers)).endsWith("new.");
    }

    @Test
    void aFileThatCannotBeLoadedIsToldAndTriedAgainOnceItIsMended() {
        Triggers triggers = node("pre.js", "require('./not-there');");
        assertThat(refusal(triggers)).startsWith("PreSignUp failed with error Cannot find module './not-there'");
        file("pre.js", "exports.other = 1;");
        assertThat(refusal(triggers))
                .isEqualTo("PreSignUp failed with error pre.handler is undefined or not exported.");
        file("pre.js", "exports.handler = async (event) => event; // mended");
        assertThat(signUp(triggers)).isEqualTo(PreSignUpAnswer.NOTHING);
    }

    @Test
    void whatAFunctionPrintsGoesToItsLogAndNeverIntoItsAnswer() throws IOException {
        Triggers node = node("pre.js", """
                console.log('one'); process.stdout.write('two\\n');
                require('node:child_process').execSync('echo three', { stdio: 'inherit' });
                exports.handler = async (event) => { require('node:fs').writeSync(1, 'four'); return event; };
                """);
        assertThat(signUp(node)).isEqualTo(PreSignUpAnswer.NOTHING);
        Triggers python = python("""
                import subprocess
                print("five")
                subprocess.run(["echo", "six"])
                def lambda_handler(event, context):
                    print("seven")
                    return event
                """);
        assertThat(signUp(python)).isEqualTo(PreSignUpAnswer.NOTHING);
        closeAll();
        assertThat(log())
                .contains("one\n", "two\n", "three\n", "four\n", "five\n", "six\n", "seven\n", "returned after");
        assertThat(log()).doesNotContain("alice", "token");
    }

    @Test
    void functionsDoNotSeeTheServersOwnVariables() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:1");
        Triggers triggers = triggers(PATIENCE, environment, new LocalCode.Node(file("pre.js", """
                exports.handler = async () => { throw new Error(
                  Object.keys(process.env).filter((name) => name.startsWith('COGNATE_')).length
                  + ' ' + process.env.AWS_ENDPOINT_URL_KMS + ' ' + process.env.AWS_REGION); };
                """), "handler"));
        refusesWith(triggers, "PreSignUp failed with error 0 http://127.0.0.1:1 eu-west-1.");
    }

    @Test
    void largeEventsAndAnswersPass() {
        Triggers triggers = node("pre.js", """
                exports.handler = async (event) => { event.more = 'x'.repeat(3000000);
                  event.response.autoConfirmUser = event.request.userAttributes.much.length === 500000; return event; };
                """);
        Map<String, String> much = Map.of("much", "ü".repeat(500_000));
        assertThat(triggers.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, much, null, null))
                .isEqualTo(new PreSignUpAnswer(true, false, false));
    }

    @Test
    void manyEventsAtOnceShareAFewWorkersAndKeepTheirAnswersApart() throws Exception {
        Triggers triggers = node("pre.js", """
                exports.handler = async (event) => {
                  await new Promise((done) => setTimeout(done, 5));
                  throw new Error(process.pid + ' ' + event.userName);
                };
                """);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                Origin user = new Origin(new PoolId("eu-west-1_abc"), "user-" + i, null, null);
                answers.add(threads.submit(() -> refusal(triggers, user)));
            }
        }
        List<String> processes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            assertThat(answers.get(i).get()).endsWith(" user-" + i + ".");
            processes.add(answers.get(i).get().split(" ", -1)[4]);
        }
        assertThat(processes.stream().distinct()).hasSizeBetween(1, 4);
    }

    @Test
    void aLogIsKeptSmall() throws IOException {
        Path file = FunctionLog.file(folder.resolve("logs"), ARN);
        FunctionLog log = new FunctionLog(file, InstantSource.system());
        log.write("x".repeat(1_200_000));
        log.write("after");
        assertThat(file).content().endsWith(" after\n");
        assertThat(Files.size(file)).isLessThan(1_000);
        assertThat(folder.resolve("logs")).isDirectoryContaining("glob:**.log.1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "node:/a/pre.js#go, /a/pre.js, go",
                "node:/a/pre.cjs, /a/pre.cjs, handler",
                "python:/a/pre.py, /a/pre.py, lambda_handler",
                "python:/a/pre.py#x.y, /a/pre.py, x.y"
            })
    void codeIsNamedByLanguageFileAndHandler(String text, Path file, String handler) {
        LocalCode expected =
                text.startsWith("node") ? new LocalCode.Node(file, handler) : new LocalCode.Python(file, handler);
        assertThat(LocalCode.of(text)).isEqualTo(expected);
    }

    @Test
    void otherCodeIsACommandOrNoneOfOurs() {
        assertThat(LocalCode.of("exec: ./pre  --now")).isEqualTo(new LocalCode.Command(List.of("./pre", "--now")));
        assertThat(LocalCode.of("http://127.0.0.1:9000/")).isNull();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> LocalCode.of("node:./pre.ts"))
                .withMessage("a file that ends with .js or .mjs or .cjs");
    }

    @Test
    void whatCannotRunIsToldBeforehand() {
        Path file = file("pre.js", "");
        assertThat(new LocalCode.Node(file, "handler").problem(folder.toString()))
                .isEqualTo("there is no program node on the PATH; install it, or give the function a URL");
        assertThat(new LocalCode.Python(folder.resolve("none.py"), "handler").problem(System.getenv("PATH")))
                .isEqualTo("the file " + folder.resolve("none.py") + " cannot be read");
        assertThat(new LocalCode.Command(List.of(file.toString())).problem(""))
                .isEqualTo("the file " + file + " cannot be executed");
        assertThat(new LocalCode.Node(file, "handler").problem(System.getenv("PATH")))
                .isNull();
    }

    private void refusesWith(Triggers triggers, String message) {
        assertThat(refusal(triggers)).isEqualTo(message);
    }

    private static String refusal(Triggers triggers) {
        return refusal(triggers, ALICE);
    }

    private static String refusal(Triggers triggers, Origin user) {
        try {
            triggers.preSignUp(LAMBDAS, user, PreSignUpSource.SIGN_UP, Map.of(), null, null);
            throw new AssertionError("The function did not fail");
        } catch (UserLambdaValidationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static PreSignUpAnswer signUp(Triggers triggers) {
        return triggers.preSignUp(LAMBDAS, ALICE, PreSignUpSource.SIGN_UP, Map.of(), null, null);
    }

    private Triggers node(String name, String code) {
        return within(PATIENCE, new LocalCode.Node(file(name, code), "handler"));
    }

    private Triggers python(String code) {
        return within(PATIENCE, new LocalCode.Python(file("pre.py", code), "lambda_handler"));
    }

    private Triggers command(String script) throws IOException {
        Path file = file("pre.sh", script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("Not made executable");
        }
        return within(PATIENCE, new LocalCode.Command(List.of(file.toString())));
    }

    private Triggers within(Duration limit, LocalCode code) {
        return triggers(limit, Map.of(), code);
    }

    private Triggers triggers(Duration limit, Map<String, String> environment, LocalCode code) {
        InstantSource clock = InstantSource.system();
        LocalRunner.Surroundings surroundings = new LocalRunner.Surroundings(
                folder.resolve("logs"), environment, new Randomness(new SecureRandom(), clock), clock);
        Triggers triggers = new Triggers(List.of(new LocalRunner(Map.of(ARN, code), limit, surroundings)));
        open.add(triggers);
        return triggers;
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void closeAll() {
        open.forEach(each -> ((Triggers) each).close());
    }

    private String log() throws IOException {
        return Files.readString(FunctionLog.file(folder.resolve("logs"), ARN));
    }
}
