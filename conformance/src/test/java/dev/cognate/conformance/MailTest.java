package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that leave by SMTP for a mail server in another process, and are read there by POP3. Reference: lifecycle D2, E1 to E5. */
class MailTest {
    private static final Pattern CODE = Pattern.compile("Your (?:confirmation|password reset) code is (\\d{6})");

    @TempDir
    private Path folder;

    @Test
    void codesReadFromTheMailConfirmAndRecover() {
        try (MailServer mail = MailServer.start(0);
                Program program = serve(mail.smtpPort())) {
            signUp(program, "mary");

            String arrived = mail.onlyMail("mary@example.com");

            assertThat(arrived)
                    .contains("From: no-reply@verificationemail.com\n")
                    .contains("To: mary@example.com\n")
                    .contains("Subject: Your verification code\n");
            assertThat(confirm(program, "mary", code(arrived))).isEqualTo(200);
            assertThat(program.get("/_cognate/messages").status())
                    .as("an inbox, where mail goes out")
                    .isEqualTo(404);
            program.call("ForgotPassword", body("mary"));
            String recovery = mail.lastMail("mary@example.com", 2);
            assertThat(recovery).contains("Subject: Your verification code\n");
            assertThat(recover(program, "mary", code(recovery))).isEqualTo(200);
            assertThat(program.log()).doesNotContainPattern(asAWord(code(arrived), code(recovery)));
        }
    }

    /** Either of the codes, but for where its six digits happen to be part of the id of a request. */
    private static String asAWord(String... codes) {
        return "(?<![0-9A-Za-z])(" + String.join("|", codes) + ")(?![0-9A-Za-z])";
    }

    /** What was acknowledged is delivered, though neither server was there all the time. */
    @Test
    void aCodeOutlivesAMailServerThatIsDownAndAServerThatIsKilled() {
        int port = FreePort.any();
        try (Program killed = serve(port)) {
            signUp(killed, "nora");
            killed.kill();
        }
        try (MailServer mail = MailServer.start(port);
                Program program = serve(port)) {
            assertThat(confirm(program, "nora", code(mail.onlyMail("nora@example.com"))))
                    .isEqualTo(200);
        }
    }

    private Program serve(int smtpPort) {
        return Program.start(
                folder,
                "--demo",
                "--transport",
                "smtp",
                "--smtp.host",
                "127.0.0.1",
                "--smtp.port",
                String.valueOf(smtpPort),
                "--smtp.tls",
                "none");
    }

    private static void signUp(Program program, String username) {
        assertThat(program.call(
                                "SignUp",
                                body(
                                        username,
                                        "\"Password\":\"Corr3ct-Horse!\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\""
                                                + username + "@example.com\"}]"))
                        .body())
                .contains("\"DeliveryMedium\":\"EMAIL\"");
    }

    private static int confirm(Program program, String username, String code) {
        return program.call("ConfirmSignUp", body(username, "\"ConfirmationCode\":\"" + code + "\""))
                .status();
    }

    private static int recover(Program program, String username, String code) {
        return program.call(
                        "ConfirmForgotPassword",
                        body(username, "\"ConfirmationCode\":\"" + code + "\"", "\"Password\":\"N3w-Passw0rd!\""))
                .status();
    }

    private static String body(String username, String... more) {
        List<String> members = new ArrayList<>(
                List.of("\"ClientId\":\"" + Program.CLIENT + "\"", "\"Username\":\"" + username + "\""));
        members.addAll(List.of(more));
        return "{" + String.join(",", members) + "}";
    }

    private static String code(String mail) {
        Matcher found = CODE.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group(1);
    }
}
