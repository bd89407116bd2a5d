package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import dev.cognate.store.Store;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a CSV file, row by row, whatever the database. Reference: lifecycle H, "CSV", "Result", "Log". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportRowsTest extends ImportRoom {
    private static final String SMALL = "email,email_verified,";

    /** Opens an empty store; the server closes it. */
    abstract Store store() throws Exception;

    private TestServer shared;

    /** One server for all tests, each of which has a pool of its own: a database for each would take longer than most. */
    @BeforeAll
    void openOnce() throws Exception {
        shared = TestServer.on(store(), rules -> rules);
    }

    @Override
    TestServer open() {
        return shared;
    }

    @Override
    void leave() {
        // The next test goes on with it.
    }

    @AfterAll
    void closeOnce() {
        shared.close();
    }

    /** A file with one row of these values, by column, in an order of its own. */
    private static String csv(String... columnsAndValues) {
        StringBuilder header = new StringBuilder();
        StringBuilder row = new StringBuilder();
        List<String> rest = new java.util.ArrayList<>(List.of(HEADER.split(",", -1)));
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            rest.remove(columnsAndValues[i]);
            header.append(columnsAndValues[i]).append(',');
            row.append(columnsAndValues[i + 1]).append(',');
        }
        return header + String.join(",", rest) + "\n" + row + ",".repeat(rest.size() - 1) + "\n";
    }

    private static String good(String... further) {
        String[] all = new String[8 + further.length];
        System.arraycopy(
                new String[] {
                    "cognito:username",
                    "jane",
                    "cognito:mfa_enabled",
                    "false",
                    "email",
                    "jane@example.com",
                    "email_verified",
                    "true"
                },
                0,
                all,
                0,
                8);
        System.arraycopy(further, 0, all, 8, further.length);
        return csv(all);
    }

    /**
     * Clauses B2.3, H.t6, H.t9. "RESET_REQUIRED, no password, no message, no triggers"; "all columns … in any order".
     */
    @Test
    void anImportedUserHasToSetAPassword() {
        Reply job = imported(good("updated_at", "1700000000", "phone_number", "+12065550100", "name", " Jane Doe "));

        assertThat(job.body()).contains("\"ImportedUsers\":1", "\"Status\":\"Succeeded\"");
        Reply user = pool.adminGetUser("jane");
        assertThat(user.member("UserStatus")).isEqualTo("RESET_REQUIRED");
        assertThat(user.body())
                .contains(
                        "{\"Name\":\"name\",\"Value\":\"Jane Doe\"}",
                        "{\"Name\":\"email\",\"Value\":\"jane@example.com\"}",
                        "{\"Name\":\"email_verified\",\"Value\":\"true\"}",
                        "{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}",
                        "{\"Name\":\"updated_at\",\"Value\":\"1700000000\"}")
                .doesNotContain("nickname", "mfa_enabled", "cognito:");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
    }

    @Test
    void anImportedUserIsFoundByListUsers() {
        imported(good("given_name", "Jane"));

        for (String filter :
                List.of("email = \\\"jane@example.com\\\"", "given_name ^= \\\"Ja\\\"", "username = \\\"jane\\\"")) {
            assertThat(pool.adminCall("ListUsers", "\"Filter\":\"" + filter + "\"")
                            .member("Username"))
                    .isEqualTo("jane");
        }
    }

    /** Clause H.t6. "Comma in a value as {@code \,}"; "leading/trailing blanks trimmed". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"Doe\\, Jane|Doe, Jane", "`  Jane  `|Jane", "a\\b|a\\b", "\"q\"|\"q\"", "\\,\\,|,,"})
    void aValueIsWrittenWithoutQuotes(String written, String meant) {
        imported(good("name", written));

        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"name\",\"Value\":\""
                        + meant.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
    }

    /** Clause H.t7. "birthdate mm/dd/yyyy"; users have it as {@code YYYY-MM-DD} (C1). */
    @Test
    void aBirthdateIsTurnedAround() {
        imported(good("birthdate", "02/29/2004"));

        assertThat(pool.adminGetUser("jane").body()).contains("{\"Name\":\"birthdate\",\"Value\":\"2004-02-29\"}");
    }

    /** Clause H.t10. Log: the three lines of the reference. */
    @Test
    void theLogHasALineForEachRow() {
        List<String> log =
                logOf(HEADER + "\r\n" + row("jane", "jane@example.com") + "\r\n" + row("jane", "x@example.com")
                        + "\r\n\r\n" + row("john", "john@example.com").replace("true", "false") + "\r\n"
                        + row("alice", "alice@example.com") + "\r\n" + row("bob", "bob@example.com"));

        assertThat(log)
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[SKIPPED] Line Number 3 - The user already exists.",
                        "[FAILED] Line Number 5 - The User Record does not set any of the auto verified attributes to"
                                + " true. (Example: email_verified to true).",
                        "[SUCCEEDED] Line Number 6 - The import succeeded.",
                        "[SUCCEEDED] Line Number 7 - The import succeeded.");
    }

    /** Clause H.t7. Each rule on a row, and what the log says of it; no value of the user is in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cognito:username|``|The cognito:username is missing.",
                "cognito:username|two words|The cognito:username is not a valid username.",
                "cognito:username|tab\ttab|The cognito:username is not a valid username.",
                "cognito:mfa_enabled|``|The cognito:mfa_enabled is neither true nor false.",
                "cognito:mfa_enabled|yes|The cognito:mfa_enabled is neither true nor false.",
                "cognito:mfa_enabled|true|The cognito:mfa_enabled has to be false, since MFA is off in the user pool.",
                "email|``|The email_verified is true without email.",
                "email|nonsense|The values are not valid: Invalid email address format.",
                "phone_number|123|The values are not valid: Invalid phone number format.",
                "birthdate|2004-02-29|The birthdate is not a date of the form mm/dd/yyyy.",
                "birthdate|02/30/2004|The birthdate is not a date of the form mm/dd/yyyy.",
                "updated_at|soon|The values are not valid: Attributes did not conform to the schema: updated_at: Number"
                        + " must be a number",
                "email_verified|maybe|The values are not valid: Attributes did not conform to the schema:"
                        + " email_verified: Boolean must be true or false",
            })
    void aRowThatBreaksARuleFails(String column, String value, String reason) {
        String[] changed = {
            "cognito:username", "jane", "cognito:mfa_enabled", "false", "email", "jane@example.com", "email_verified",
            "true", "birthdate", "", "updated_at", "", "phone_number", ""
        };
        for (int i = 0; i < changed.length; i += 2) {
            if (changed[i].equals(column)) {
                changed[i + 1] = value;
            }
        }

        assertThat(logOf(csv(changed))).containsExactly("[FAILED] Line Number 2 - " + reason);
        assertThat(rows("users")).isZero();
    }

    /** Clause H.t7. "Pool MFA ON → true, OFF → false, OPTIONAL → either." */
    @ParameterizedTest
    @CsvSource({"ON, true, SUCCEEDED", "ON, false, FAILED", "OPTIONAL, true, SUCCEEDED", "OPTIONAL, false, SUCCEEDED"})
    void theMfaFlagFitsThePool(String mfa, String flag, String outcome) {
        pool = server.pool("\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"],\"MfaConfiguration\":\"" + mfa
                + "\",\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}");

        assertThat(logOf(HEADER + "\n" + row("jane", "jane@example.com").replace(",false,jane", "," + flag + ",jane")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("[" + outcome + "]"));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theMfaFlagBecomesTheUsersSetting(boolean flag) {
        pool = server.pool("\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"],\"MfaConfiguration\":\"OPTIONAL\","
                + "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}");

        logOf(HEADER + "\n" + row("jane", "jane@example.com").replace(",false,jane", "," + flag + ",jane"));

        assertThat(pool.adminGetUser("jane").body().contains("\"UserMFASettingList\":[\"SMS_MFA\"]"))
                .isEqualTo(flag);
    }

    /** Clause H.t7. "All attributes the pool requires." */
    @Test
    void requiredAttributesHaveToBeThere() {
        pool = server.pool(
                "\"AutoVerifiedAttributes\":[\"email\"],\"Schema\":[{\"Name\":\"family_name\",\"Required\":true}]");

        assertThat(logOf(HEADER + "\n" + row("jane", "jane@example.com")))
                .containsExactly("[FAILED] Line Number 2 - The values are not valid: Attributes did not conform to the"
                        + " schema: family_name: The attribute is required");
    }

    @Test
    void customAttributesHaveColumns() {
        pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],"
                + "\"Schema\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");

        imported("custom:team," + HEADER + "\nred," + row("jane", "jane@example.com"));

        assertThat(pool.adminGetUser("jane").body()).contains("{\"Name\":\"custom:team\",\"Value\":\"red\"}");
    }

    /** "UsernameAttributes pools: email/phone as cognito:username." */
    @Test
    void anAddressIsTheUsernameWhereThePoolSaysSo() {
        pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");

        assertThat(logOf(HEADER + "\n" + row("jane@example.com", "") + "\n"
                        + row("john@example.com", "john@example.com")
                        + "\n" + row("jane@example.com", "") + "\n" + row("alice@example.com", "x@example.com") + "\n"
                        + row("bob", "bob@example.com")))
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[SUCCEEDED] Line Number 3 - The import succeeded.",
                        "[SKIPPED] Line Number 4 - The user already exists.",
                        "[FAILED] Line Number 5 - The cognito:username and the email differ.",
                        "[FAILED] Line Number 6 - The values are not valid: Username should be an email.");
        Reply jane = pool.adminGetUser("jane@example.com");
        assertThat(jane.member("Username")).as("tells no time").matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}");
        assertThat(jane.body()).contains("{\"Name\":\"email\",\"Value\":\"jane@example.com\"}");
    }

    /** B3: a verified alias finds the user; nobody loses one to an import. */
    @Test
    void aVerifiedAliasIsTheUsersUnlessAnotherHasIt() {
        pool = server.pool(
                "\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\",\"preferred_username\"]");

        assertThat(logOf(HEADER + "\n" + row("jane", "jane@example.com").replaceFirst(",,,,,", ",,,,,jj") + "\n"
                        + row("john", "jane@example.com") + "\n"
                        + row("alice", "alice@example.com").replaceFirst(",,,,,", ",,,,,jj") + "\n"
                        + row("a@b", "a@b")))
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[FAILED] Line Number 3 - An account with the email already exists.",
                        "[FAILED] Line Number 4 - An account with the preferred_username already exists.",
                        "[FAILED] Line Number 5 - The values are not valid: Username cannot be of email format, since user"
                                + " pool is configured for email alias.");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
        assertThat(pool.adminGetUser("jj").member("Username")).isEqualTo("jane");
    }

    @Test
    void namesAreComparedAsThePoolComparesThem() {
        pool = server.pool(
                "\"AutoVerifiedAttributes\":[\"email\"],\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        pool.signUpWith("JANE", "[]");

        assertThat(logOf(HEADER + "\n" + row("jane", "a@example.com") + "\n" + row("John", "b@example.com") + "\n"
                        + row("jOHN", "c@example.com")))
                .extracting(line -> line.substring(0, line.indexOf(']') + 1))
                .containsExactly("[SKIPPED]", "[SUCCEEDED]", "[SKIPPED]");
    }

    @Test
    void aUsernameThatIsTheIdOfAnotherUserIsTaken() {
        String sub = pool.signUpWith("jane", "[]").member("UserSub");

        assertThat(logOf(HEADER + "\n" + row(sub, "a@example.com")))
                .containsExactly("[SKIPPED] Line Number 2 - The user already exists.");
    }

    /** Clauses H.t6, H.t11. "All columns must be present"; "UTF-8 without BOM". */
    @ParameterizedTest
    @ValueSource(strings = {"", "cognito:username", "$,extra", "$,email", "\uFEFF$", "\"$\""})
    void aFileWithAnotherHeaderFailsAsAWhole(String header) {
        String file = header.replace("$", HEADER) + "\n" + row("jane", "jane@example.com");

        Reply job = imported(file);

        assertThat(job.member("Status")).isEqualTo("Failed");
        assertThat(job.member("CompletionMessage"))
                .isEqualTo("The header of the CSV file does not have the columns of the user pool.");
        assertThat(rows("users")).isZero();
        assertThat(rows("import_chunks")).isZero();
    }

    /** Clause H.t11. "Row ≤16,000 characters"; UTF-8; as many values as columns. */
    @Test
    void rowsThatCannotBeReadFailAlone() {
        String job = create("").member("JobId");
        byte[] broken = (HEADER + "\n" + row("jane", "jane@example.com") + "\nbad \u0001\n" + "x".repeat(16_001) + "\n"
                        + "x".repeat(600_000) + "\n" + row("john", "john@example.com") + "\n" + row("a\0b", "a@b")
                        + "\n" + row("\uFFFD", "ok@example.com"))
                .getBytes(StandardCharsets.UTF_8);
        broken[indexOf(broken, (byte) 1)] = (byte) 0xC3; // Begins a character that does not go on.
        String url = on("DescribeUserImportJob", job).member("PreSignedUrl");
        server.send(HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(broken)));
        on("StartUserImportJob", job);
        server.rooms().imports().runDue();

        assertThat(log(job))
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[FAILED] Line Number 3 - The line is not valid UTF-8 text.",
                        "[FAILED] Line Number 4 - The line is longer than 16000 characters.",
                        "[FAILED] Line Number 5 - The line is longer than 16000 characters.",
                        "[SUCCEEDED] Line Number 6 - The import succeeded.",
                        "[FAILED] Line Number 7 - The line is not valid UTF-8 text.",
                        "[SUCCEEDED] Line Number 8 - The import succeeded.");
        assertThat(logOf(HEADER + "\n" + SMALL))
                .containsExactly("[FAILED] Line Number 2 - The number of values differs from the number of columns.");
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        return IntStream.range(0, bytes.length)
                .filter(i -> bytes[i] == wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Clause H.t6. "≤500,000 user rows." */
    @Test
    void aFileWithTooManyRowsFailsAsAWhole() {
        assertThat(imported(HEADER + "\nx".repeat(500_001)).member("CompletionMessage"))
                .isEqualTo("The CSV file has more than 500000 users.");
    }

    /** More rows than one transaction adds, over several pieces, with multi-byte characters across their borders. */
    @Test
    void aLongFileIsImportedWhole() {
        String csv = IntStream.range(0, 2_750)
                .mapToObj(i -> row("üser" + i, "user" + i + "@example.com").replaceFirst(",", "é".repeat(i % 97) + ","))
                .collect(Collectors.joining("\n", HEADER + "\n", ""));

        Reply job = imported(csv);

        assertThat(job.body()).contains("\"ImportedUsers\":2750", "\"FailedUsers\":0", "\"SkippedUsers\":0");
        assertThat(log(job.member("JobId")))
                .hasSize(2_750)
                .last()
                .isEqualTo("[SUCCEEDED] Line Number 2751 - The import succeeded.");
        assertThat(rows("users")).isEqualTo(2_750);
        assertThat(rows("user_names")).isEqualTo(2_750);
        assertThat(rows("import_log")).isEqualTo(6);
        assertThat(pool.adminGetUser("üser2749").body()).contains("user2749@example.com");
        assertThat(imported(csv).body()).contains("\"SkippedUsers\":2750", "\"Status\":\"Failed\"");
    }

    /** "One line per CSV line": users are added in the order of their names, the log keeps the order of the file. */
    @Test
    void theLogHasTheOrderOfTheFile() {
        String csv = IntStream.range(0, 1_200)
                .mapToObj(i -> i % 400 == 7 ? "bad" : row("user" + (9_999 - i), "user" + i + "@example.com"))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));

        List<String> log = logOf(csv);

        assertThat(log).hasSize(1_200);
        for (int i = 0; i < 1_200; i++) {
            assertThat(log.get(i)).startsWith(i % 400 == 7 ? "[FAILED]" : "[SUCCEEDED]");
            assertThat(log.get(i)).contains(" Line Number " + (i + 2) + " ");
        }
    }

    /** Of two rows that want one name the first gets it, however the names are ordered. */
    @Test
    void theFirstRowGetsTheNameThatTwoWant() {
        pool = server.pool("""
                "AutoVerifiedAttributes":["email"],"AliasAttributes":["email"]""");
        String between = IntStream.range(0, 600)
                .mapToObj(i -> row("mary" + i, "mary" + i + "@example.com"))
                .collect(Collectors.joining("\n"));

        List<String> log = logOf(HEADER + "\n" + row("zoe", "shared@example.com") + "\n" + between + "\n"
                + row("adam", "shared@example.com") + "\n" + row("mary7", "other@example.com"));

        assertThat(log.getFirst()).isEqualTo("[SUCCEEDED] Line Number 2 - The import succeeded.");
        assertThat(log.get(601)).isEqualTo("[FAILED] Line Number 603 - An account with the email already exists.");
        assertThat(log.get(602)).isEqualTo("[SKIPPED] Line Number 604 - The user already exists.");
        assertThat(pool.adminGetUser("shared@example.com").member("Username")).isEqualTo("zoe");
    }

    /** A file of several stretches; lines without anything on them are no rows. */
    @Test
    void aFileLongerThanAStretchIsImportedWhole() {
        String csv = HEADER + "\n" + row("zoe", "zoe@example.com") + "\n".repeat(ImportWindow.LINES)
                + row("jane", "jane@example.com") + "\n" + row("adam", "adam@example.com");
        String job = started(csv);
        int batches = ImportWindow.LINES / ImportRun.BATCH;
        for (int batch = 0; batch < batches; batch++) {
            server.rooms().imports().runOneBatch();
        }
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":1,", "InProgress");

        server.rooms().imports().runDue();

        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":3,", "Succeeded");
        assertThat(log(job))
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[SUCCEEDED] Line Number 125002 - The import succeeded.",
                        "[SUCCEEDED] Line Number 125003 - The import succeeded.");
    }
}
