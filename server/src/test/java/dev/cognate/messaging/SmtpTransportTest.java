package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cognate.app.TestClock;
import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.wire.model.DeliveryMediumType;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against real SMTP servers: GreenMail where mail arrives, a scripted one where it is refused. */
final class SmtpTransportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
    }

    @Test
    void anEmailArrivesAsHtmlInUtf8FromTheDefaultSender() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        Message message = maker.email("jane");
        assertThat(plain(server).send(message)).isEqualTo(new Delivered());
        MimeMessage mail = only(server);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("no-reply@verificationemail.com");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("jane@example.com");
        assertThat(mail.getSubject()).isEqualTo("Your verification code");
        assertThat(mail.getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(body(mail)).isEqualTo("Your confirmation code is 012345");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(clock.instant()));
        assertThat(mail.getHeader("Message-ID")).containsExactly("<" + message.id() + "@verificationemail.com>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Reply-To")).isNull();
    }

    @Test
    void thePoolsSenderAndItsLettersAreHonoured() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        Message message = with(
                "Grüße\u2028",
                "Ünïcode 𝒥 ✓",
                new MailSender("Läden <hi@shop.example.com>", "help@shop.example.com", true, null, null));
        assertThat(plain(server).send(message)).isEqualTo(new Delivered());
        MimeMessage mail = only(server);
        assertThat(mail.getHeader("From")).containsExactly("=?UTF-8?Q?L=C3=A4den?= <hi@shop.example.com>");
        assertThat(mail.getReplyTo()[0]).hasToString("help@shop.example.com");
        assertThat(mail.getSubject()).isEqualTo("Grüße\u2028");
        assertThat(body(mail)).isEqualTo("Ünïcode 𝒥 ✓");
        assertThat(mail.getHeader("Message-ID")[0]).endsWith("@shop.example.com>");
    }

    @Test
    void aSubjectCannotAddAHeader() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        Message message =
                with("Hi\r\nBcc: mallory@example.com\n\nbody\0", "x", new MailSender(null, null, false, null, null));
        assertThat(plain(server).send(message)).isEqualTo(new Delivered());
        MimeMessage mail = only(server);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Hi Bcc: mallory@example.com body");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void aDomainInOtherLettersIsSentInItsAsciiForm() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        Message message = maker.to(DeliveryMediumType.EMAIL, "jane", "jane@exämple.com");
        assertThat(plain(server).send(message)).isEqualTo(new Delivered());
        assertThat(only(server).getHeader("To")).containsExactly("jane@xn--exmple-cua.com");
        assertThat(plain(server).send(maker.to(DeliveryMediumType.EMAIL, "jane", "jäne@example.com")))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'hi@shop.example.com\r\nBcc: mallory@example.com',",
        "'a@b.c, mallory@example.com',",
        "'not an address',",
        "a@b.c, 'x@y.z\nBcc: mallory@example.com'"
    })
    void anAddressThatIsMoreThanAnAddressIsRefused(String from, @Nullable String replyTo) throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        assertThat(plain(server).send(with("s", "b", new MailSender(from, replyTo, false, null, null))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.error()).startsWith("An address is not valid: "));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void theLoginIsUsedAndAWrongOneIsNotTheMessagesFault() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        server.setUser("post@example.com", "post", "s3cret");
        server.getUserManager().setAuthRequired(true);
        SmtpTransport right = transport(
                SmtpSettings.of("localhost", port(server), SmtpSecurity.NONE, new SmtpLogin("post", "s3cret")));
        assertThat(right.send(maker.email("jane"))).isEqualTo(new Delivered());
        SmtpTransport wrong = transport(
                SmtpSettings.of("localhost", port(server), SmtpSecurity.NONE, new SmtpLogin("post", "guess")));
        assertThat(wrong.send(maker.email("jane")))
                .isEqualTo(new Misconfigured(Trouble.OTHER, "The SMTP server refuses the login"));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(new SmtpLogin("post", "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void overTlsTheCertificateMustBeTrustedAndForTheHost() throws Exception {
        SelfSigned certificate = SelfSigned.of(folder, "localhost");
        System.setProperty("greenmail.tls.keystore.file", certificate.keyStore().toString());
        System.setProperty("greenmail.tls.keystore.password", SelfSigned.PASSWORD);
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        SmtpSettings settings = SmtpSettings.of("localhost", port(server), SmtpSecurity.TLS, null);
        assertThat(transport(settings.withTrusted(certificate.certificate())).send(maker.email("jane")))
                .isEqualTo(new Delivered());
        assertThat(transport(settings).send(maker.email("jane"))).isInstanceOf(Deferred.class);
        SmtpSettings otherName = new SmtpSettings(
                "127.0.0.1",
                settings.port(),
                SmtpSecurity.TLS,
                null,
                settings.from(),
                certificate.certificate(),
                PATIENCE,
                1);
        assertThat(transport(otherName).send(maker.email("jane"))).isInstanceOf(Deferred.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void withStarttlsNothingIsSaidInTheClear() throws Exception {
        SelfSigned certificate = SelfSigned.of(folder, "localhost");
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(certificate.context()));
        SmtpTransport transport = transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.STARTTLS, null)
                .withTrusted(certificate.certificate()));
        assertThat(transport.send(maker.email("jane"))).isEqualTo(new Delivered());
        assertThat(server.received().stream().filter(line -> !line.startsWith("tls: ")))
                .hasSize(2)
                .last()
                .isEqualTo("STARTTLS");
        assertThat(server.received()).contains("tls: Your confirmation code is 012345");
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null));
        SmtpTransport transport =
                transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.STARTTLS, new SmtpLogin("u", "p")));
        assertThat(transport.send(maker.email("jane"))).isInstanceOf(Deferred.class);
        assertThat(server.received()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 sender refused, Refused",
        "RCPT, 550 5.1.1 no such user, Refused",
        "RCPT, 450 4.2.1 mailbox busy, Deferred",
        "DATA, 554 5.6.0 no, Refused",
        "., 552 5.2.2 mailbox full, Refused",
        "., 451 4.3.0 try later, Deferred",
        "MAIL, 421 4.7.0 closing, Deferred",
        "MAIL, 530 5.7.0 Authentication required, Deferred"
    })
    void aReplyOfTheServerDecidesWhetherThereIsAnotherAttempt(String verb, String reply, String kind) throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null)).replies(verb, reply);
        Delivery delivery = transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null))
                .send(maker.email("jane"));
        String error = "SMTP " + reply.substring(0, 3) + ": " + reply;
        assertThat(delivery).isEqualTo(kind.equals("Refused") ? new Refused(error) : new Deferred(error));
    }

    @Test
    void aServersAnswerThatQuotesTheCodeIsKeptWithoutIt() throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null))
                .replies(".", "554 looks like spam: Your confirmation code is 012345");
        assertThat(transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null))
                        .send(maker.email("jane")))
                .isEqualTo(new Refused("SMTP 554: 554 looks like spam: Your confirmation code is ***"));
    }

    @Test
    void aServerThatIsSilentOrDownIsTriedAgainLater() throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null)).replies("RCPT", "silence");
        SmtpSettings settings = SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null)
                .withPatience(Duration.ofMillis(200));
        assertThat(transport(settings).send(maker.email("jane"))).isInstanceOf(Deferred.class);
        server.close();
        assertThat(transport(settings).send(maker.email("jane"))).isInstanceOf(Deferred.class);
    }

    @Test
    void connectionsAreKeptAndADeadOneIsReplaced() throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null));
        SmtpTransport transport = transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null));
        assertThat(transport.send(maker.email("a"))).isEqualTo(new Delivered());
        assertThat(transport.send(maker.email("b"))).isEqualTo(new Delivered());
        assertThat(server.connections()).isEqualTo(1);
        server.cut();
        assertThat(transport.send(maker.email("c"))).isEqualTo(new Delivered());
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void manyMessagesShareAFewConnections() throws Exception {
        ScriptedSmtpServer server = closing(new ScriptedSmtpServer(null));
        SmtpTransport transport = transport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null)
                .withConnections(3));
        List<Future<Delivery>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                Message message = maker.email("user" + i);
                sent.add(threads.submit(() -> transport.send(message)));
            }
        }
        for (Future<Delivery> each : sent) {
            assertThat(each.get()).isEqualTo(new Delivered());
        }
        assertThat(server.connections()).isBetween(1, 3);
        assertThat(server.received().stream().filter("."::equals)).hasSize(60);
    }

    @Test
    void certificatesThatCannotBeReadAreNotTheMessagesFault() {
        SmtpTransport transport = transport(
                SmtpSettings.of("localhost", 25, SmtpSecurity.TLS, null).withTrusted(folder.resolve("absent.pem")));
        assertThat(transport.send(maker.email("jane")))
                .isInstanceOfSatisfying(
                        Deferred.class, deferred -> assertThat(deferred.error()).contains("absent.pem"));
    }

    private Message with(String subject, String body, MailSender sender) {
        Message message = maker.email("jane");
        return new Message(
                message.id(),
                message.pool(),
                message.client(),
                message.username(),
                message.triggerSource(),
                message.medium(),
                message.destination(),
                subject,
                body,
                message.code(),
                message.link(),
                message.createdAt(),
                sender);
    }

    private GreenMail greenMail(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", protocol));
        server.start();
        toClose.add(server::stop);
        return server;
    }

    private static int port(GreenMail server) {
        return server.getSmtp() == null
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    private SmtpTransport plain(GreenMail server) {
        return transport(SmtpSettings.of("localhost", port(server), SmtpSecurity.NONE, null));
    }

    private SmtpTransport transport(SmtpSettings settings) {
        return closing(new SmtpTransport(settings));
    }

    private <T extends AutoCloseable> T closing(T resource) {
        toClose.addFirst(resource);
        return resource;
    }

    private static MimeMessage only(GreenMail server) {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String body(MimeMessage mail) throws Exception {
        return ((String) mail.getContent()).stripTrailing();
    }
}
